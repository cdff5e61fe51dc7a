/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-radiography.h"

G_BEGIN_DECLS

GtkWidget *cap_finding_row_new       (const CapFinding *finding,
                                      gboolean          editable) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cap_finding_row_new_aside (const CapFinding *finding,
                                      gboolean          editable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
