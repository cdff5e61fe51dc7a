/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-library-async.h"

G_BEGIN_DECLS

#define CAP_TYPE_IMPORT_PAGE (cap_import_page_get_type ())

G_DECLARE_FINAL_TYPE (CapImportPage, cap_import_page, CAP, IMPORT_PAGE, GtkWidget)

/* Signal "published": the version is installed; nothing is left to do here. */
GtkWidget    *cap_import_page_new           (GPtrArray          *entries,
                                             const char * const *dossiers) G_GNUC_WARN_UNUSED_RESULT;

void          cap_import_page_read          (CapImportPage      *self,
                                             const char         *path);
CapFramework *cap_import_page_get_framework (CapImportPage      *self);

G_END_DECLS
