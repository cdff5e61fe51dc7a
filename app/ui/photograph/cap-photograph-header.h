/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "scoring/cap-comparison.h"

G_BEGIN_DECLS

#define CAP_TYPE_PHOTOGRAPH_HEADER (cap_photograph_header_get_type ())

G_DECLARE_FINAL_TYPE (CapPhotographHeader, cap_photograph_header, CAP, PHOTOGRAPH_HEADER, GtkWidget)

void cap_photograph_header_show (CapPhotographHeader *self,
                                 const CapEvaluation *evaluation,
                                 const CapPhotograph *photograph,
                                 const CapComparison *comparison);

G_END_DECLS
