/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-personal-swaps.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

/**
 * CapRedactionText:
 *
 * What each text of a dossier becomes. Codes that are different stay different, and what refers to a code
 * refers to what became of it.
 */
typedef struct _CapRedactionText CapRedactionText;

CapRedactionText *cap_redaction_text_new   (CapDb                   *db,
                                            const CapPersonalSwaps  *swaps,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void              cap_redaction_text_free  (CapRedactionText        *self);
char             *cap_redaction_text_apply (const CapRedactionText  *self,
                                            const char              *text,
                                            guint                   *n) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapRedactionText, cap_redaction_text_free)

G_END_DECLS
