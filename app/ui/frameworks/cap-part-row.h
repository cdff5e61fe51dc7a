/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/frameworks/cap-criterion-parts.h"

G_BEGIN_DECLS

/* A row that says a part of a criterion; compared, what it was stands beside what it is. */
GtkWidget *cap_part_row_new (const CapPart *part) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
