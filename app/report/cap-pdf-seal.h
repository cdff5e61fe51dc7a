/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-seal.h"

G_BEGIN_DECLS

/**
 * CapPdfSealState:
 * @CAP_PDF_SEAL_NONE: the PDF bears no seal
 * @CAP_PDF_SEAL_INTACT: it is what was sealed, byte for byte
 * @CAP_PDF_SEAL_BROKEN: it bears a seal, and it or its seal was changed
 *
 * What a PDF is, as its seal says.
 */
typedef enum
{
  CAP_PDF_SEAL_NONE,
  CAP_PDF_SEAL_INTACT,
  CAP_PDF_SEAL_BROKEN,
} CapPdfSealState;

char           *cap_pdf_seal_dup_digest (GBytes        *pdf) G_GNUC_WARN_UNUSED_RESULT;
GBytes         *cap_pdf_seal_add        (GBytes        *pdf,
                                         const CapSeal *seal) G_GNUC_WARN_UNUSED_RESULT;
CapPdfSealState cap_pdf_seal_read       (GBytes        *pdf,
                                         CapSeal      **seal);

G_END_DECLS
