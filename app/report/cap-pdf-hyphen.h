/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where words may be cut at the end of a line, for one language. */
typedef struct _CapPdfHyphen CapPdfHyphen;

CapPdfHyphen *cap_pdf_hyphen_new  (const char    *language,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          cap_pdf_hyphen_free (CapPdfHyphen  *self);
const guint8 *cap_pdf_hyphen_find (CapPdfHyphen  *self,
                                   const char    *text,
                                   gsize          length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPdfHyphen, cap_pdf_hyphen_free)

G_END_DECLS
