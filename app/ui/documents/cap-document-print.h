/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-document.h"

G_BEGIN_DECLS

void     cap_document_print_async  (CapDocument              *document,
                                    GtkPrintOperationAction   action,
                                    const char               *export_path,
                                    GtkWindow                *parent,
                                    GAsyncReadyCallback       callback,
                                    gpointer                  user_data);
gboolean cap_document_print_finish (GAsyncResult             *result,
                                    GError                  **error);

G_END_DECLS
