/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

#define CAP_META_AUDITED              "audited"
#define CAP_META_CREATED_BY           "created_by"
#define CAP_META_HEAD                 "head"
#define CAP_META_ID                   "id"
#define CAP_META_LAST_ACTION_NUMBER   "last_action_number"
#define CAP_META_LAST_EVIDENCE_NUMBER "last_evidence_number"
#define CAP_META_REVISION             "revision"

char     *cap_meta_table_get  (CapDb       *db,
                               const char  *key,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cap_meta_table_find (CapDb       *db,
                               const char  *key,
                               char       **value,
                               GError     **error);
gboolean  cap_meta_table_put  (CapDb       *db,
                               const char  *key,
                               const char  *value,
                               GError     **error);

G_END_DECLS
