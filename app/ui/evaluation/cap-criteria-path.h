/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  CAP_PATH_ALL,
  CAP_PATH_TODO,
  CAP_PATH_TO_DISCUSS,
  CAP_PATH_TO_REVIEW,
  CAP_PATH_TO_PROVE,
} CapPathFilter;

/* @name is “todo”, “discuss”, “review” or “evidence”; anything else means all of them. */
CapPathFilter cap_criteria_path_get_filter (const char  *name);
GPtrArray  *cap_criteria_path_list       (CapWorkspace  *workspace,
                                          CapPathFilter  filter) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_criteria_path_find_first (CapWorkspace  *workspace,
                                          CapPathFilter  filter);
gboolean    cap_criteria_path_includes   (CapWorkspace  *workspace,
                                          const char    *code);

G_END_DECLS
