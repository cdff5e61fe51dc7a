/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/cap-finding-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

static const struct
{
  const char *text;
  guint       field;
} gaps[] = {
  [CAP_GAP_FACT] = { N_("the facts"), CAP_FINDING_FACT },
  [CAP_GAP_CONSEQUENCE] = { N_("the consequences"), CAP_FINDING_CONSEQUENCE },
  [CAP_GAP_EXPECTED] = { N_("what is required"), CAP_FINDING_EXPECTED },
  [CAP_GAP_REQUIREMENT] = { N_("the clause or the criterion"), CAP_FINDING_REQUIREMENTS },
  [CAP_GAP_CAUSE] = { N_("the root cause"), CAP_FINDING_CAUSE },
  [CAP_GAP_ACTION] = { N_("an action of the plan, or why there is none"), CAP_FINDING_NO_ACTION },
  [CAP_GAP_CORRECTION] = { N_("the day of the correction"), CAP_FINDING_CORRECTED },
  [CAP_GAP_OPEN_ACTION] = { N_("the end of the actions in course"), CAP_FINDING_NO_ACTION },
  [CAP_GAP_CHECK_PLAN] = { N_("when and how the effectiveness is checked"), CAP_FINDING_CHECK_DUE },
  [CAP_GAP_CHECK] = { N_("the check of the effectiveness"), CAP_FINDING_CHECKED },
  [CAP_GAP_NOT_EFFECTIVE] = { N_("actions that work"), CAP_FINDING_EFFECTIVE },
  [CAP_GAP_SIMILAR] = { N_("similar cases elsewhere"), CAP_FINDING_SIMILAR },
  [CAP_GAP_ANSWER] = { N_("what is done about it, or why nothing is"), CAP_FINDING_CORRECTION },
};

const char *
cap_finding_state_get_label (CapFindingState self)
{
  const CapField *field = &cap_register_get (CAP_REGISTER_FINDING)->fields[CAP_FINDING_STATE];

  return gettext (field->choices[self].label);
}

/* What a button says that makes this step. */
const char *
cap_finding_state_get_verb (CapFindingState self)
{
  static const char * const verbs[CAP_N_FINDING_STATES] = {
    [CAP_FINDING_OPENED] = N_("Open again"),
    [CAP_FINDING_ANALYSED] = N_("The analysis is done"),
    [CAP_FINDING_TREATED] = N_("The treatment is decided"),
    [CAP_FINDING_TO_CHECK] = N_("All is done: to be checked"),
    [CAP_FINDING_SETTLED] = N_("Settle"),
  };

  g_return_val_if_fail ((guint) self < CAP_N_FINDING_STATES, NULL);

  return gettext (verbs[self]);
}

/* Returns: what is missing, as the end of a sentence */
const char *
cap_finding_gap_get_text (CapFindingGap self)
{
  g_return_val_if_fail ((guint) self < CAP_N_FINDING_GAPS, NULL);

  return gettext (gaps[self].text);
}

/* Returns: the field where it is written */
guint
cap_finding_gap_get_field (CapFindingGap self)
{
  g_return_val_if_fail ((guint) self < CAP_N_FINDING_GAPS, 0);

  return gaps[self].field;
}

static int
count_days (const char *from,
            const char *to)
{
  int first;
  int last;

  return cap_date_to_days (from, &first) && cap_date_to_days (to, &last) ? last - first : 0;
}

/**
 * cap_finding_dup_urgency:
 * @due: (nullable): the day that is past: of the lifting, or of the check
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL when nothing is urgent
 */
char *
cap_finding_dup_urgency (CapFindingUrgency  urgency,
                         const char        *due,
                         const char        *today)
{
  const int days = due != NULL ? count_days (due, today) : 0;
  g_autofree char *day = due != NULL ? cap_date_format_long (due) : NULL;

  switch (urgency)
    {
    case CAP_URGENCY_CHECK_DUE:
      /* Translators: %s is a day */
      return g_strdup_printf (_("Has it worked? The check was planned on %s."), day);

    case CAP_URGENCY_LATE:
      /* Translators: %1$s is a day, %2$d how many days ago it was */
      return g_strdup_printf (ngettext ("To be lifted by %1$s: late by %2$d day.",
                                        "To be lifted by %1$s: late by %2$d days.", (gulong) days),
                              day, days);

    case CAP_URGENCY_BECOMES_MAJOR:
      /* Translators: %1$s is a day, %2$d how many days ago it was */
      return g_strdup_printf (ngettext ("To be lifted by %1$s: late by %2$d day. A minor nonconformity that"
                                        " is not lifted in time becomes a major one.",
                                        "To be lifted by %1$s: late by %2$d days. A minor nonconformity that"
                                        " is not lifted in time becomes a major one.", (gulong) days),
                              day, days);

    case CAP_URGENCY_NONE:
    default:
      return NULL;
    }
}

/**
 * cap_finding_dup_stage_two:
 * @limit: see cap_finding_dup_stage_two_limit()
 *
 * Returns: (transfer full): a sentence about a major nonconformity of stage 2
 */
char *
cap_finding_dup_stage_two (const char *limit,
                           const char *today)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (limit != NULL && today != NULL, NULL);

  day = cap_date_format_long (limit);
  if (strcmp (limit, today) < 0)
    /* Translators: %s is a day */
    return g_strdup_printf (_("A major nonconformity of stage 2: it was to be lifted and verified by %s."
                              " Stage 2 may have to be held again."), day);

  /* Translators: %s is a day */
  return g_strdup_printf (_("A major nonconformity of stage 2: it is to be lifted and verified by %s;"
                            " after that day, stage 2 is held again."), day);
}
