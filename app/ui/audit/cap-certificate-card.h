/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* A certificate in a card: its state, its years, its milestones, its history. Its buttons activate
 * `certificates.note` (its UUID, the kind of an event, what happens) of the view around it. */
GtkWidget *cap_certificate_card_new (const CapDossier   *dossier,
                                     const CapRecord    *certificate,
                                     const CapCatalogue *catalogue,
                                     const char         *today,
                                     gboolean            can_change) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
