/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-redaction-outcome.h"
#include "store/cap-redaction-text.h"

G_BEGIN_DECLS

/**
 * CapNewContent:
 * @size: in bytes
 *
 * The content of a file, as it is now.
 */
typedef struct
{
  char   *sha256;
  gint64  size;
} CapNewContent;

GHashTable *cap_redaction_contents_rewrite (CapDb                   *db,
                                            const CapRedactionText  *text,
                                            const CapPersonalSwaps  *swaps,
                                            CapRedactionOutcome     *outcome,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
