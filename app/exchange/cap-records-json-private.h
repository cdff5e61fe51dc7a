/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-json-private.h"
#include "model/cap-command.h"

G_BEGIN_DECLS

/* Makes the UUID of a record of @kind: never %NULL. */
typedef char *(*CapRecordIdFunc) (const char *kind,
                                  const char *name);

void cap_records_json_add   (JsonBuilder       *builder,
                             const CapDossier  *dossier);
void cap_records_json_read  (CapJsonReader     *reader,
                             JsonObject        *root,
                             CapRecordIdFunc    make_id,
                             CapCommand        *command);

void cap_evidence_json_add  (JsonBuilder       *builder,
                             const CapDossier  *dossier);

G_END_DECLS
