/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-record.h"

G_BEGIN_DECLS

/**
 * CapCodeIndex:
 *
 * The records of a register by their code, in any case, the first of each. It is made when it is first asked,
 * by whichever thread asks: a snapshot does not change. While one is being filled, what came since is looked
 * for record by record; codes do not change under it.
 */
typedef struct _CapCodeIndex CapCodeIndex;

const CapRecord *cap_code_index_find  (CapCodeIndex    **self,
                                       const GPtrArray  *records,
                                       const char       *code);
void             cap_code_index_clear (CapCodeIndex    **self);

G_END_DECLS
