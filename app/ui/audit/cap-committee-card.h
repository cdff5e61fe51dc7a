/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* A meeting of the committee in a card: who sat, what was decided, what is missing. Its button activates
 * `committee.approve` (its UUID) of the view around it. */
GtkWidget *cap_committee_card_new (const CapDossier *dossier,
                                   const CapRecord  *meeting,
                                   const char       *today,
                                   gboolean          can_change) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
