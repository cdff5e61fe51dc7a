/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  CAP_PATH_ALL,
  CAP_PATH_TODO,
  CAP_PATH_TO_DISCUSS,
} CapPathFilter;

GPtrArray  *cap_criteria_path_list       (CapWorkspace  *workspace,
                                          CapPathFilter  filter) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_criteria_path_find_first (CapWorkspace  *workspace,
                                          CapPathFilter  filter);
gboolean    cap_criteria_path_includes   (CapWorkspace  *workspace,
                                          const char    *code);

G_END_DECLS
