/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void cap_plan_json_add (JsonBuilder      *builder,
                        const CapDossier *dossier);

G_END_DECLS
