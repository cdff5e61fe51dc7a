/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-personal-report.h"

G_BEGIN_DECLS

#define CAP_TYPE_PERSONAL_DOCUMENT_ROW (cap_personal_document_row_get_type ())

G_DECLARE_FINAL_TYPE (CapPersonalDocumentRow, cap_personal_document_row, CAP, PERSONAL_DOCUMENT_ROW,
                      AdwActionRow)

GtkWidget  *cap_personal_document_row_new        (const CapPersonalDocument *document)
                                                  G_GNUC_WARN_UNUSED_RESULT;
gboolean    cap_personal_document_row_is_chosen  (CapPersonalDocumentRow    *self);
const char *cap_personal_document_row_get_sha256 (CapPersonalDocumentRow    *self);

G_END_DECLS
