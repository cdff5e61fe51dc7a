/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-plan-csv.h"

#include <glib/gi18n.h>

#include "base/cap-csv.h"

static char *
format_level (int level)
{
  return level != CAP_LEVEL_UNSET ? g_strdup_printf ("%d", level) : g_strdup ("");
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
append_header (GString *csv)
{
  const char *names[] = {
    C_("CSV column", "number"),
    C_("CSV column", "title"),
    C_("CSV column", "criteria"),
    C_("CSV column", "owner"),
    C_("CSV column", "start"),
    C_("CSV column", "due"),
    C_("CSV column", "state"),
    C_("CSV column", "service"),
    C_("CSV column", "level"),
    C_("CSV column", "target"),
    NULL,
  };

  cap_csv_append_row (csv, names);
}

static void
append_action (GString         *csv,
               const CapAction *action)
{
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  g_autofree char *criteria = cap_action_dup_origins (action);
  g_autofree char *level = format_level (action->level);
  g_autofree char *target = format_level (action->target);
  const char *fields[] = {
    number,
    action->title,
    criteria,
    or_empty (action->owner),
    or_empty (action->start),
    or_empty (action->due),
    cap_action_state_get_label (action->state),
    or_empty (action->service),
    level,
    target,
    NULL,
  };

  cap_csv_append_row (csv, fields);
}

/**
 * cap_plan_csv_write:
 * @actions: (element-type CapAction): the plan
 *
 * Returns: (transfer full): the plan for a spreadsheet, its columns and states
 *   named in the user’s language, its dates in ISO 8601
 */
char *
cap_plan_csv_write (const GPtrArray *actions)
{
  GString *csv;

  g_return_val_if_fail (actions != NULL, NULL);

  csv = cap_csv_new ();
  append_header (csv);
  for (guint i = 0; i < actions->len; i++)
    append_action (csv, g_ptr_array_index (actions, i));

  return g_string_free (csv, FALSE);
}
