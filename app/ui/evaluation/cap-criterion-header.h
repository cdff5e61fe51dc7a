/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-framework.h"

G_BEGIN_DECLS

#define CAP_TYPE_CRITERION_HEADER (cap_criterion_header_get_type ())

G_DECLARE_FINAL_TYPE (CapCriterionHeader, cap_criterion_header, CAP, CRITERION_HEADER, GtkWidget)

void cap_criterion_header_show (CapCriterionHeader *self,
                                const CapCriterion *criterion,
                                const CapFramework *framework,
                                gboolean            core);

G_END_DECLS
