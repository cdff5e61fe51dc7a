/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-plan-csv.h"

#include "base/cap-csv.h"
#include "exchange/cap-plan-fields-private.h"

static void
append_header (GString *csv)
{
  const char *names[CAP_N_ACTION_FIELDS + 1] = { NULL };

  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    names[i] = cap_action_field_get_label ((CapActionField) i);

  cap_csv_append_row (csv, names);
}

static void
append_action (GString             *csv,
               const CapPlanFields *fields,
               const CapAction     *action)
{
  char *texts[CAP_N_ACTION_FIELDS + 1] = { NULL };

  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    texts[i] = cap_plan_fields_dup_text (fields, action, (CapActionField) i);

  cap_csv_append_row (csv, (const char * const *) texts);
  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    g_free (texts[i]);
}

/**
 * cap_plan_csv_write:
 *
 * Returns: (transfer full): all the fields of the plan of a dossier for a
 *   spreadsheet, its columns and states named in the user’s language, its dates
 *   in ISO 8601; what cap_actions_csv_preview() reads is the same plan
 */
char *
cap_plan_csv_write (const CapDossier *dossier)
{
  g_auto(CapPlanFields) fields = { NULL };
  GString *csv;

  g_return_val_if_fail (dossier != NULL, NULL);

  cap_plan_fields_init (&fields, dossier);
  csv = cap_csv_new ();
  append_header (csv);
  for (guint i = 0; i < dossier->actions->len; i++)
    append_action (csv, &fields, g_ptr_array_index (dossier->actions, i));

  return g_string_free (csv, FALSE);
}
