/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-document.h"

G_BEGIN_DECLS

/* What the page of the documents offers to choose from. */
void cap_document_choices_fill_kinds   (GtkDropDown  *kinds,
                                        CapReportKind selected);
void cap_document_choices_fill_layouts (GtkBox       *layouts,
                                        CapReportKind kind);
/* Lets what is written on buttons wrap, where large text leaves no room beside each other. */
void cap_document_choices_wrap_labels  (GtkWidget    *buttons);

G_END_DECLS
