/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapCodeFunc:
 * @name: in the user’s language; the code alone may say all
 *
 * Something that a field of codes can name.
 */
typedef void (*CapCodeFunc) (const char *code,
                             const char *name,
                             gpointer    user_data);

void cap_codes_each (const CapDossier   *dossier,
                     const CapCatalogue *catalogue,
                     CapRefers           refers,
                     const CapRecord    *record,
                     CapCodeFunc         func,
                     gpointer            user_data);

G_END_DECLS
