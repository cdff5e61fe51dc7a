/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-doc.h"
#include "report/cap-report-error.h"

G_BEGIN_DECLS

/**
 * cap_doc_write_odt:
 * @self: a document
 * @info: what the file says of itself
 * @error: return location for a [error@Cap.ReportError]
 *
 * Writes the document as flat OpenDocument text: one XML file, for those who
 * must change it. The same document gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *cap_doc_write_odt (const CapDoc     *self,
                           const CapPdfInfo *info,
                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether what was written can be read again, to its end: see cap_file_write(). */
gboolean cap_doc_verify_odt (GBytes        *written,
                             GError       **error);

G_END_DECLS
