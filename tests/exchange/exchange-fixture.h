/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "exchange/cap-demo.h"
#include "model/cap-dossier.h"

CapDossier *exchange_fixture_new_dossier (void) G_GNUC_WARN_UNUSED_RESULT;
CapDossier *exchange_fixture_new_demo    (CapDemo     demo) G_GNUC_WARN_UNUSED_RESULT;
JsonNode   *exchange_fixture_parse       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
JsonNode   *exchange_fixture_find        (JsonNode   *node,
                                          const char *path);
