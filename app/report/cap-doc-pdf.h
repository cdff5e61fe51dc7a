/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-doc.h"

G_BEGIN_DECLS

/**
 * cap_doc_flow:
 * @self: a document
 * @flow: over the pages of a new PDF
 *
 * Sets the document, whole: its pages, their heads and feet, the numbers of
 * its contents.
 */
void cap_doc_flow (const CapDoc *self,
                   CapPdfFlow   *flow);

G_END_DECLS
