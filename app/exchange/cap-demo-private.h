/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-json-private.h"
#include "model/cap-command.h"

G_BEGIN_DECLS

char *cap_demo_derive_uuid    (const char    *kind,
                               const char    *name) G_GNUC_WARN_UNUSED_RESULT;

CapEvidence *cap_demo_read_evidence (CapJsonReader *reader,
                                     JsonObject    *item) G_GNUC_WARN_UNUSED_RESULT;

/* Each reads one item of the source into the command that is @user_data. */
void  cap_demo_read_action    (CapJsonReader *reader,
                               JsonObject    *item,
                               gpointer       user_data);
void  cap_demo_read_review    (CapJsonReader *reader,
                               JsonObject    *item,
                               gpointer       user_data);
void  cap_demo_read_piece     (CapJsonReader *reader,
                               JsonObject    *item,
                               gpointer       user_data);

G_END_DECLS
