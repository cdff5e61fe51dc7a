/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-document.h"

G_BEGIN_DECLS

GtkFileChooserNative *cap_document_chooser_new      (CapDocument          *document,
                                                     gboolean              odt,
                                                     const char           *beside,
                                                     GtkWindow            *parent) G_GNUC_WARN_UNUSED_RESULT;
char                 *cap_document_chooser_dup_path (GtkFileChooserNative *chooser,
                                                     gboolean              odt) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
