/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-store-error.h"

G_BEGIN_DECLS

void          cap_store_error_set        (GError        **error,
                                          CapStoreError   code,
                                          const char     *detail);
CapStoreError cap_store_error_from_errno (int             number);
gboolean      cap_store_error_set_errno  (GError        **error,
                                          int             number);

G_END_DECLS
