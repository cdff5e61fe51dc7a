/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-auditor-return.h"

G_BEGIN_DECLS

/* @taken: UUID → CapRecord: what each record of the audit becomes */
void cap_auditor_return_add_rest (CapAuditorReturn            *self,
                                  const CapAuditorReturnInput *input,
                                  GHashTable                  *taken);

G_END_DECLS
