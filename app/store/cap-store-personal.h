/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-personal-swaps.h"
#include "store/cap-store.h"

G_BEGIN_DECLS

/* The asynchronous face of cap-dossier-personal.h. */

void cap_store_find_personal_async (CapStore            *self,
                                    const char * const  *names,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void cap_store_redact_async        (CapStore            *self,
                                    CapPersonalSwaps    *swaps,
                                    gboolean             drop_backups,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void cap_store_anonymise_async     (CapStore            *self,
                                    const char          *path,
                                    const char * const  *names,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void cap_store_retain_async        (CapStore            *self,
                                    const char          *date,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

G_END_DECLS
