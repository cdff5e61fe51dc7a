/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "audit/cap-programme.h"

G_BEGIN_DECLS

/* A line of the programme, or an audit that none planned. Its button activates `programme.prepare` (its
 * UUID) of the view around it; the row opens it by `journey.open`. */
GtkWidget *cap_programme_row_new (const CapProgramme      *programme,
                                  const CapProgrammeEntry *entry,
                                  gboolean                 can_change) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
