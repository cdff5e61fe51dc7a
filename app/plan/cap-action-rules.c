/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-action-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"

static void
free_fault (CapActionFault *fault)
{
  g_free (fault->sentence);
  g_free (fault);
}

static void
add_fault (GPtrArray      *faults,
           CapActionField  field,
           const char     *sentence)
{
  CapActionFault *fault = g_new0 (CapActionFault, 1);

  fault->field = field;
  fault->sentence = g_strdup (sentence);
  g_ptr_array_add (faults, fault);
}

static void
check_date (GPtrArray      *faults,
            CapActionField  field,
            const char     *date)
{
  if (date != NULL && !cap_date_is_valid (date))
    add_fault (faults, field, _("This day is not in the calendar: write it as 2027-03-12 or 12/03/2027."));
}

static void
check_dates (const CapAction *action,
             GPtrArray       *faults)
{
  check_date (faults, CAP_FIELD_START, action->start);
  check_date (faults, CAP_FIELD_DUE, action->due);
  check_date (faults, CAP_FIELD_DONE, action->done);
  check_date (faults, CAP_FIELD_CHECK_DUE, action->check_due);
  check_date (faults, CAP_FIELD_CHECKED, action->checked);

  if (faults->len > 0)
    return;

  if (action->start != NULL && action->due != NULL && strcmp (action->due, action->start) < 0)
    add_fault (faults, CAP_FIELD_DUE, _("It would be due before it starts: change one of the two dates."));

  if (action->check_due != NULL && action->start != NULL && strcmp (action->check_due, action->start) < 0)
    add_fault (faults, CAP_FIELD_CHECK_DUE, _("Its effect cannot be checked before it starts."));
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/* Nothing is closed without having been checked, or given up for a reason. */
static void
check_closing (const CapAction *action,
               GPtrArray       *faults)
{
  if (action->state == CAP_ACTION_ABANDONED && is_empty (action->reason))
    add_fault (faults, CAP_FIELD_REASON, _("Say why it is abandoned: the plan remembers it."));

  if (action->state != CAP_ACTION_VERIFIED)
    return;

  if (action->verdict == CAP_VERDICT_NONE)
    add_fault (faults, CAP_FIELD_VERDICT, _("Check its effect before you close it: was it effective?"));
  else if (action->verdict == CAP_VERDICT_INEFFECTIVE)
    add_fault (faults, CAP_FIELD_VERDICT,
               _("It had no effect: carry on with it, or abandon it and add another one."));

  if (is_empty (action->check_evidence))
    add_fault (faults, CAP_FIELD_CHECK_EVIDENCE,
               _("Say what the verdict stands on: a figure, a document, a visit."));
}

static const CapAction *
find_action (const GPtrArray *actions,
             const char      *id)
{
  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      if (g_str_equal (action->id, id))
        return action;
    }

  return NULL;
}

/* Whether @id is among the actions that @action waits for, those that they
 * wait for, and so on. Each is looked at once, however long the chain. */
static gboolean
leads_to (GHashTable      *by_id,
          const CapAction *action,
          const char      *id)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) ahead = g_ptr_array_new ();

  g_ptr_array_add (ahead, (gpointer) action);
  while (ahead->len > 0)
    {
      const CapAction *next = g_ptr_array_steal_index_fast (ahead, ahead->len - 1);

      if (g_str_equal (next->id, id))
        return TRUE;

      for (guint i = 0; next->after[i] != NULL; i++)
        {
          CapAction *other = g_hash_table_lookup (by_id, next->after[i]);

          if (other != NULL && g_hash_table_add (seen, other->id))
            g_ptr_array_add (ahead, other);
        }
    }

  return FALSE;
}

static GHashTable *
index_by_id (const GPtrArray *actions)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (actions, i);

      g_hash_table_insert (by_id, action->id, action);
    }

  return by_id;
}

static void
check_after (const CapAction *action,
             const GPtrArray *actions,
             GPtrArray       *faults)
{
  g_autoptr(GHashTable) by_id = NULL;

  if (action->after[0] == NULL)
    return;

  by_id = index_by_id (actions);
  for (guint i = 0; action->after[i] != NULL; i++)
    {
      const CapAction *other = g_hash_table_lookup (by_id, action->after[i]);

      if (g_str_equal (action->after[i], action->id))
        add_fault (faults, CAP_FIELD_AFTER, _("An action cannot wait for itself."));
      else if (other == NULL)
        add_fault (faults, CAP_FIELD_AFTER, _("It waits for an action that is not in the plan."));
      else if (leads_to (by_id, other, action->id))
        {
          g_autofree char *sentence = NULL;

          /* Translators: the number of an action */
          sentence = g_strdup_printf (_("Action %u already waits for this one: each would wait for the "
                                        "other."), other->number);

          add_fault (faults, CAP_FIELD_AFTER, sentence);
        }
    }
}

/**
 * cap_action_check:
 * @action: as it would be
 * @actions: (element-type CapAction): the plan, for the actions it waits for
 *
 * Returns: (transfer full) (element-type CapActionFault): what is in the way of
 *   saving it; empty when it is sound
 */
GPtrArray *
cap_action_check (const CapAction *action,
                  const GPtrArray *actions)
{
  GPtrArray *faults;

  g_return_val_if_fail (action != NULL && actions != NULL, NULL);

  faults = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fault);

  if (is_empty (action->title))
    add_fault (faults, CAP_FIELD_TITLE, _("Say what is to be done."));
  check_dates (action, faults);
  check_closing (action, faults);
  check_after (action, actions, faults);

  return faults;
}

/**
 * cap_action_check_change:
 * @before: (nullable): as it was
 *
 * The same for a change: a fault that was there before it, as in actions that
 * older versions closed without a check, is not in its way.
 */
GPtrArray *
cap_action_check_change (const CapAction *action,
                         const CapAction *before,
                         const GPtrArray *actions)
{
  GPtrArray *faults = cap_action_check (action, actions);
  g_autoptr(GPtrArray) former = before != NULL && faults->len > 0 ? cap_action_check (before, actions) : NULL;

  for (guint i = faults->len; former != NULL && i > 0; i--)
    {
      const CapActionFault *fault = g_ptr_array_index (faults, i - 1);

      if (g_strcmp0 (cap_action_faults_find (former, fault->field), fault->sentence) == 0)
        g_ptr_array_remove_index (faults, i - 1);
    }

  return faults;
}

/* (nullable): the first fault of a field. */
const char *
cap_action_faults_find (const GPtrArray *faults,
                        CapActionField   field)
{
  g_return_val_if_fail (faults != NULL, NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const CapActionFault *fault = g_ptr_array_index (faults, i);

      if (fault->field == field)
        return fault->sentence;
    }

  return NULL;
}

static gboolean
has_news (const CapAction *action,
          const CapAction *before)
{
  return before == NULL ||
         action->state != before->state ||
         action->verdict != before->verdict ||
         g_strcmp0 (action->due, before->due) != 0 ||
         g_strcmp0 (action->owner, before->owner) != 0 ||
         !cap_action_notes_equal (action->notes, before->notes) ||
         !cap_action_steps_equal (action->steps, before->steps);
}

static void
settle_verdict (CapAction       *action,
                const CapAction *before,
                const char      *today)
{
  const CapVerdict former = before != NULL ? before->verdict : CAP_VERDICT_NONE;

  if (action->verdict == CAP_VERDICT_NONE)
    cap_set_string (&action->checked, NULL);
  else if (action->checked == NULL || (action->verdict != former && before != NULL &&
                                       g_strcmp0 (action->checked, before->checked) == 0))
    cap_set_string (&action->checked, today);

  /* What had no effect is not done. */
  if (action->verdict == CAP_VERDICT_INEFFECTIVE && former != CAP_VERDICT_INEFFECTIVE &&
      action->state == CAP_ACTION_DONE)
    action->state = CAP_ACTION_STARTED;
}

/**
 * cap_action_settle:
 * @action: as somebody changed it
 * @before: (nullable): as it was; %NULL when it is new
 * @today: ISO 8601
 *
 * Draws the consequences of a change: the days it was carried out, closed and
 * checked, and the day of its last news. A verdict that it had no effect sends
 * an action that was done back to those in progress.
 */
void
cap_action_settle (CapAction       *action,
                   const CapAction *before,
                   const char      *today)
{
  g_return_if_fail (action != NULL && today != NULL);

  settle_verdict (action, before, today);

  if (cap_action_is_pending (action) || action->state == CAP_ACTION_ABANDONED)
    cap_set_string (&action->done, NULL);
  else if (action->done == NULL)
    action->done = g_strdup (today);

  if (cap_action_is_open (action))
    cap_set_string (&action->closed, NULL);
  else if (action->closed == NULL)
    action->closed = g_strdup (today);

  if (action->created == NULL && before == NULL)
    action->created = g_strdup (today);
  if (has_news (action, before))
    cap_set_string (&action->news, today);
}

/**
 * cap_action_waits:
 *
 * Returns: whether an action that must be done before it still is not
 */
gboolean
cap_action_waits (const CapAction *action,
                  const GPtrArray *actions)
{
  g_return_val_if_fail (action != NULL && actions != NULL, FALSE);

  for (guint i = 0; action->after[i] != NULL; i++)
    {
      const CapAction *other = find_action (actions, action->after[i]);

      if (other != NULL && cap_action_is_pending (other))
        return TRUE;
    }

  return FALSE;
}
