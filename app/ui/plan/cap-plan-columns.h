/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-field.h"

G_BEGIN_DECLS

#define CAP_PLAN_COLUMN_ALWAYS 100

/**
 * CapPlanColumn:
 * @field: what it shows
 * @width: in pixels at normal text size; 0 takes what is left
 * @importance: the columns of little importance go first when room is short;
 *   those of %CAP_PLAN_COLUMN_ALWAYS stay
 */
typedef struct
{
  CapActionField field;
  int            width;
  int            importance;
} CapPlanColumn;

/* The columns that a list of actions can have, in their order. */
const CapPlanColumn *cap_plan_columns_get_all     (guint               *n_columns);
const CapPlanColumn *cap_plan_columns_find        (CapActionField       field);

/* (element-type CapPlanColumn): those named, the number and the title always. */
GPtrArray           *cap_plan_columns_from_names  (const char * const  *names) G_GNUC_WARN_UNUSED_RESULT;
/* Takes columns away until the others have room; the title keeps @title_width. */
GPtrArray           *cap_plan_columns_fit         (const GPtrArray     *columns,
                                                   int                  width,
                                                   int                  title_width)
                                                   G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
