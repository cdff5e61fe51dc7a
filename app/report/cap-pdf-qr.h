/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf.h"

G_BEGIN_DECLS

/**
 * CapPdfQr:
 *
 * A few words as a QR code, to be drawn as often as need be.
 */
typedef struct _CapPdfQr CapPdfQr;

CapPdfQr *cap_pdf_qr_new  (const char     *text) G_GNUC_WARN_UNUSED_RESULT;
void      cap_pdf_qr_free (CapPdfQr       *self);

/* Black on the white of the paper; the quiet zone around it is inside the square. */
void      cap_pdf_qr_draw (const CapPdfQr *self,
                           CapPdf         *pdf,
                           CapPoint        corner,
                           double          side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPdfQr, cap_pdf_qr_free)

G_END_DECLS
