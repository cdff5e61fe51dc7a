/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-framework.h"

G_BEGIN_DECLS

void  cap_glossary_label_set_text  (GtkLabel               *label,
                                    const char             *text,
                                    const CapFramework     *framework);

/* Markup: the word, and what it stands for. */
char *cap_glossary_label_dup_title (const CapGlossaryEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
