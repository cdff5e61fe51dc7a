/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

/**
 * CapCheckDepth:
 * @CAP_CHECK_QUICK: pages, types, rules of the schema and references
 * @CAP_CHECK_THOROUGH: the indexes too
 */
typedef enum
{
  CAP_CHECK_QUICK,
  CAP_CHECK_THOROUGH,
} CapCheckDepth;

gboolean  cap_dossier_check_list_faults (CapDb          *db,
                                         CapCheckDepth   depth,
                                         GPtrArray      *faults,
                                         GError        **error);
gboolean  cap_dossier_check_is_sound    (CapDb          *db,
                                         CapCheckDepth   depth,
                                         GError        **error);
CapDb    *cap_dossier_check_open        (const char     *path,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
