/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-doc.h"

G_BEGIN_DECLS

/**
 * cap_doc_flow:
 * @self: a document
 * @flow: over the pages of a new PDF
 * @code: (nullable): of a sealed version, at the foot of the pages
 *
 * Sets the document, whole: its pages, their heads and feet, the numbers of
 * its contents.
 */
void cap_doc_flow (const CapDoc *self,
                   CapPdfFlow   *flow,
                   const char   *code);

G_END_DECLS
