/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* The plan as a workbook: all the fields of the actions, figures, and the values of the indicators. Texts are
 * always texts, whatever they begin with: none becomes a formula. */
GBytes *cap_plan_xlsx_write (const CapDossier  *dossier,
                             const char        *today,
                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
