/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-action-field.h"

#include <glib/gi18n.h>

static const struct { const char *name; const char *label; } fields[CAP_N_ACTION_FIELDS] = {
  [CAP_FIELD_NUMBER] = { "number", NC_("action field", "No.") },
  [CAP_FIELD_TITLE] = { "title", NC_("action field", "Action") },
  [CAP_FIELD_DESCRIPTION] = { "description", NC_("action field", "Description") },
  [CAP_FIELD_EXPECTED] = { "expected", NC_("action field", "Expected result") },
  [CAP_FIELD_KIND] = { "kind", NC_("action field", "Kind") },
  [CAP_FIELD_ORIGINS] = { "origins", NC_("action field", "Origins") },
  [CAP_FIELD_OWNER] = { "owner", NC_("action field", "In charge") },
  [CAP_FIELD_CONTRIBUTORS] = { "contributors", NC_("action field", "With") },
  [CAP_FIELD_SERVICE] = { "service", NC_("action field", "Service of the network") },
  [CAP_FIELD_DAYS] = { "days", NC_("action field", "Days") },
  [CAP_FIELD_EUROS] = { "euros", NC_("action field", "Euros") },
  [CAP_FIELD_START] = { "start", NC_("action field", "Start") },
  [CAP_FIELD_DUE] = { "due", NC_("action field", "Due") },
  [CAP_FIELD_STATE] = { "state", NC_("action field", "State") },
  [CAP_FIELD_IMPACT] = { "impact", NC_("action field", "Impact") },
  [CAP_FIELD_EFFORT] = { "effort", NC_("action field", "Effort") },
  [CAP_FIELD_LEVEL] = { "level", NC_("action field", "Level") },
  [CAP_FIELD_TARGET] = { "target", NC_("action field", "Level aimed at") },
  [CAP_FIELD_STEPS] = { "steps", NC_("action field", "Steps") },
  [CAP_FIELD_NOTES] = { "notes", NC_("action field", "Diary") },
  [CAP_FIELD_AFTER] = { "after", NC_("action field", "Waits for") },
  [CAP_FIELD_INDICATOR] = { "indicator", NC_("action field", "Indicator") },
  [CAP_FIELD_CREATED] = { "created", NC_("action field", "In the plan since") },
  [CAP_FIELD_NEWS] = { "news", NC_("action field", "Last news") },
  [CAP_FIELD_DONE] = { "done", NC_("action field", "Done on") },
  [CAP_FIELD_CLOSED] = { "closed", NC_("action field", "Closed on") },
  [CAP_FIELD_REASON] = { "reason", NC_("action field", "Why it was abandoned") },
  [CAP_FIELD_CHECK_DUE] = { "check_due", NC_("action field", "Check due") },
  [CAP_FIELD_CHECK_BY] = { "check_by", NC_("action field", "Checked by") },
  [CAP_FIELD_CHECK_EVIDENCE] = { "check_evidence", NC_("action field", "What the check stands on") },
  [CAP_FIELD_CHECKED] = { "checked", NC_("action field", "Checked on") },
  [CAP_FIELD_VERDICT] = { "verdict", NC_("action field", "Verdict") },
};

/* Names that are in files and on the command line: never translated. */
const char *
cap_action_field_to_name (CapActionField field)
{
  g_return_val_if_fail (field < CAP_N_ACTION_FIELDS, NULL);

  return fields[field].name;
}

gboolean
cap_action_field_from_name (const char     *name,
                            CapActionField *field)
{
  g_return_val_if_fail (name != NULL && field != NULL, FALSE);

  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    {
      if (g_str_equal (fields[i].name, name))
        {
          *field = (CapActionField) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * cap_action_field_get_label:
 *
 * Returns: its name in the user’s language, as over a column
 */
const char *
cap_action_field_get_label (CapActionField field)
{
  g_return_val_if_fail (field < CAP_N_ACTION_FIELDS, NULL);

  return g_dpgettext2 (NULL, "action field", fields[field].label);
}
