/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-journal.h"

G_BEGIN_DECLS

/* A line of the journal: what, who and when, what it changed, and what can be done with that moment. */
/* @object: (nullable): what the journal is about, when it is about one thing; @name: what that is called */
GtkWidget *cap_journal_row_new (const CapJournalEntry *entry,
                                const char            *object,
                                const char            *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
