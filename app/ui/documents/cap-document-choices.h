/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-document.h"

G_BEGIN_DECLS

/* What the page of the documents offers to choose from. */
void cap_document_choices_fill_kinds   (GtkDropDown  *kinds);
void cap_document_choices_fill_layouts (GtkBox       *layouts,
                                        CapReportKind kind);

G_END_DECLS
