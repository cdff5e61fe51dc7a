/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapCollegeSeats:
 *
 * Who is expected of one college, and who has voted, by code. A row opens the questionnaire of its code
 * (action campaign.sheet). What somebody voted is not shown.
 */
#define CAP_TYPE_COLLEGE_SEATS (cap_college_seats_get_type ())

G_DECLARE_FINAL_TYPE (CapCollegeSeats, cap_college_seats, CAP, COLLEGE_SEATS, GtkWidget)

GtkWidget *cap_college_seats_new (CapDossier *dossier,
                                  GPtrArray  *seats,
                                  guint       first,
                                  gboolean    editable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
