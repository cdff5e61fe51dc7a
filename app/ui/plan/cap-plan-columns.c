/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-plan-columns.h"

#define GAP 12

static const CapPlanColumn all[] = {
  { CAP_FIELD_NUMBER, 40, CAP_PLAN_COLUMN_ALWAYS },
  { CAP_FIELD_TITLE, 0, CAP_PLAN_COLUMN_ALWAYS },
  { CAP_FIELD_ORIGINS, 90, 4 },
  { CAP_FIELD_KIND, 120, 2 },
  { CAP_FIELD_OWNER, 160, 7 },
  { CAP_FIELD_CONTRIBUTORS, 160, 1 },
  { CAP_FIELD_SERVICE, 170, 2 },
  { CAP_FIELD_START, 96, 3 },
  { CAP_FIELD_DUE, 96, 9 },
  { CAP_FIELD_STATE, 112, 8 },
  { CAP_FIELD_STEPS, 60, 4 },
  { CAP_FIELD_IMPACT, 80, 3 },
  { CAP_FIELD_EFFORT, 80, 3 },
  { CAP_FIELD_DAYS, 60, 3 },
  { CAP_FIELD_EUROS, 80, 3 },
  { CAP_FIELD_INDICATOR, 90, 2 },
  { CAP_FIELD_CHECK_DUE, 116, 5 },
  { CAP_FIELD_VERDICT, 100, 3 },
  { CAP_FIELD_NEWS, 130, 3 },
  { CAP_FIELD_NOTES, 220, 1 },
};

const CapPlanColumn *
cap_plan_columns_get_all (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (all);

  return all;
}

/* (nullable): no list shows it in a column. */
const CapPlanColumn *
cap_plan_columns_find (CapActionField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (all[i].field == field)
        return &all[i];
    }

  return NULL;
}

/**
 * cap_plan_columns_from_names:
 * @names: names of fields, as cap_action_field_to_name() gives; others are left alone
 */
GPtrArray *
cap_plan_columns_from_names (const char * const *names)
{
  GPtrArray *columns = g_ptr_array_new ();

  g_return_val_if_fail (names != NULL, columns);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      const char *name = cap_action_field_to_name (all[i].field);

      if (all[i].importance == CAP_PLAN_COLUMN_ALWAYS || g_strv_contains (names, name))
        g_ptr_array_add (columns, (gpointer) &all[i]);
    }

  return columns;
}

static int
measure (const GPtrArray *columns,
         int              title_width)
{
  int width = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const CapPlanColumn *column = g_ptr_array_index (columns, i);

      width += GAP + (column->width != 0 ? column->width : title_width);
    }

  return width;
}

static guint
find_least (const GPtrArray *columns)
{
  guint least = 0;

  for (guint i = 1; i < columns->len; i++)
    {
      const CapPlanColumn *column = g_ptr_array_index (columns, i);

      if (column->importance <= ((const CapPlanColumn *) g_ptr_array_index (columns, least))->importance)
        least = i;
    }

  return least;
}

/**
 * cap_plan_columns_fit:
 * @width: the room there is
 * @title_width: what the title needs at least
 */
GPtrArray *
cap_plan_columns_fit (const GPtrArray *columns,
                      int              width,
                      int              title_width)
{
  GPtrArray *fitting = g_ptr_array_copy ((GPtrArray *) columns, NULL, NULL);

  while (measure (fitting, title_width) > width)
    {
      guint least = find_least (fitting);

      if (((const CapPlanColumn *) g_ptr_array_index (fitting, least))->importance == CAP_PLAN_COLUMN_ALWAYS)
        break;
      g_ptr_array_remove_index (fitting, least);
    }

  return fitting;
}
