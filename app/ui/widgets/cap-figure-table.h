/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-figure.h"

G_BEGIN_DECLS

/**
 * cap_figure_table_new:
 *
 * Returns: (transfer floating): the numbers of @figure as a table; the name of
 *   each row, which the keyboard reaches, says the whole of it
 */
GtkWidget *cap_figure_table_new (const CapFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
