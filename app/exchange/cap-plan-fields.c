/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-plan-fields-private.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"

void
cap_plan_fields_init (CapPlanFields    *self,
                      const CapDossier *dossier)
{
  g_return_if_fail (self != NULL && dossier != NULL);

  self->actions = g_hash_table_new (g_str_hash, g_str_equal);
  self->indicators = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (dossier->actions, i);

      g_hash_table_insert (self->actions, action->id, action);
    }
  for (guint i = 0; i < dossier->indicators->len; i++)
    {
      CapIndicator *indicator = g_ptr_array_index (dossier->indicators, i);

      g_hash_table_insert (self->indicators, indicator->id, indicator);
    }
}

void
cap_plan_fields_clear (CapPlanFields *self)
{
  g_clear_pointer (&self->actions, g_hash_table_unref);
  g_clear_pointer (&self->indicators, g_hash_table_unref);
}

/* Where an action has the text of a field as it is. */
static const char *
find_text (const CapAction *action,
           CapActionField   field)
{
  switch ((guint) field)
    {
    case CAP_FIELD_TITLE:
      return action->title;
    case CAP_FIELD_DESCRIPTION:
      return action->description;
    case CAP_FIELD_EXPECTED:
      return action->expected;
    case CAP_FIELD_OWNER:
      return action->owner;
    case CAP_FIELD_CONTRIBUTORS:
      return action->contributors;
    case CAP_FIELD_SERVICE:
      return action->service;
    case CAP_FIELD_START:
      return action->start;
    case CAP_FIELD_DUE:
      return action->due;
    case CAP_FIELD_CREATED:
      return action->created;
    case CAP_FIELD_NEWS:
      return action->news;
    case CAP_FIELD_DONE:
      return action->done;
    case CAP_FIELD_CLOSED:
      return action->closed;
    case CAP_FIELD_REASON:
      return action->reason;
    case CAP_FIELD_CHECK_DUE:
      return action->check_due;
    case CAP_FIELD_CHECK_BY:
      return action->check_by;
    case CAP_FIELD_CHECK_EVIDENCE:
      return action->check_evidence;
    case CAP_FIELD_CHECKED:
      return action->checked;
    default:
      return NULL;
    }
}

static gboolean
has_only_criteria (const CapAction *action)
{
  for (guint i = 0; i < action->origins->len; i++)
    {
      if (((const CapActionOrigin *) g_ptr_array_index (action->origins, i))->kind != CAP_ORIGIN_CRITERION)
        return FALSE;
    }

  return TRUE;
}

static char *
dup_origins (const CapAction *action)
{
  GString *text;

  if (has_only_criteria (action))
    return cap_action_dup_origins (action);

  text = g_string_new (NULL);
  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);

      g_string_append (text, i > 0 ? "\n" : "");
      if (origin->kind == CAP_ORIGIN_CRITERION)
        g_string_append (text, origin->code);
      else
        /* Translators: %1$s is the name of something, %2$s what it is */
        g_string_append_printf (text, C_("label and value", "%1$s: %2$s"),
                                cap_origin_kind_get_label (origin->kind), origin->code);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_steps (const CapAction *action)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < action->steps->len; i++)
    {
      const CapActionStep *step = g_ptr_array_index (action->steps, i);
      g_autofree char *title = g_strdelimit (g_strdup (step->title), "\r\n", ' ');

      g_string_append_printf (text, "%s[%c] %s", i > 0 ? "\n" : "", step->done ? 'x' : ' ', title);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_notes (const CapAction *action)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < action->notes->len; i++)
    {
      const CapActionNote *note = g_ptr_array_index (action->notes, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", note->date, note->text);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_after (const CapPlanFields *self,
           const CapAction     *action)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; action->after[i] != NULL; i++)
    {
      const CapAction *other = g_hash_table_lookup (self->actions, action->after[i]);

      if (other != NULL)
        g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", other->number);
    }

  return g_string_free (text, FALSE);
}

static const char *
find_indicator (const CapPlanFields *self,
                const CapAction     *action)
{
  const CapIndicator *indicator = NULL;

  if (action->indicator != NULL)
    indicator = g_hash_table_lookup (self->indicators, action->indicator);

  return indicator != NULL ? indicator->code : NULL;
}

static char *
dup_number (const CapAction *action,
            CapActionField   field)
{
  double number;

  return cap_plan_fields_get_number (action, field, &number)
         ? cap_number_write_thousandths ((gint64) (number * 1000 + 0.5)) : g_strdup ("");
}

/* Never %NULL: what an action does not say is empty. */
char *
cap_plan_fields_dup_text (const CapPlanFields *self,
                          const CapAction     *action,
                          CapActionField       field)
{
  const char *text;

  g_return_val_if_fail (self != NULL && action != NULL && field < CAP_N_ACTION_FIELDS, NULL);

  if (cap_plan_fields_get_kind (field) == CAP_FIELD_KIND_NUMBER)
    return dup_number (action, field);

  switch ((guint) field)
    {
    case CAP_FIELD_KIND:
      return g_strdup (cap_action_kind_get_label (action->kind));
    case CAP_FIELD_STATE:
      return g_strdup (cap_action_state_get_label (action->state));
    case CAP_FIELD_VERDICT:
      return g_strdup (cap_verdict_get_label (action->verdict));
    case CAP_FIELD_ORIGINS:
      return dup_origins (action);
    case CAP_FIELD_STEPS:
      return dup_steps (action);
    case CAP_FIELD_NOTES:
      return dup_notes (action);
    case CAP_FIELD_AFTER:
      return dup_after (self, action);
    case CAP_FIELD_INDICATOR:
      text = find_indicator (self, action);
      break;
    default:
      text = find_text (action, field);
      break;
    }

  return g_strdup (text != NULL ? text : "");
}

static gboolean
take_number (int     value,
             int     unset,
             double  divisor,
             double *number)
{
  *number = value / divisor;

  return value != unset;
}

/* Whether the action says this number. */
gboolean
cap_plan_fields_get_number (const CapAction *action,
                            CapActionField   field,
                            double          *number)
{
  g_return_val_if_fail (action != NULL && number != NULL, FALSE);

  switch ((guint) field)
    {
    case CAP_FIELD_NUMBER:
      return take_number ((int) action->number, 0, 1, number);
    case CAP_FIELD_DAYS:
      return take_number (action->days_hundredths, CAP_AMOUNT_UNSET, 100, number);
    case CAP_FIELD_EUROS:
      return take_number (action->euros, CAP_AMOUNT_UNSET, 1, number);
    case CAP_FIELD_IMPACT:
      return take_number (action->impact, 0, 1, number);
    case CAP_FIELD_EFFORT:
      return take_number (action->effort, 0, 1, number);
    case CAP_FIELD_LEVEL:
      return take_number (action->level, CAP_LEVEL_UNSET, 1, number);
    case CAP_FIELD_TARGET:
      return take_number (action->target, CAP_LEVEL_UNSET, 1, number);
    default:
      g_return_val_if_reached (FALSE);
    }
}

CapFieldKind
cap_plan_fields_get_kind (CapActionField field)
{
  switch ((guint) field)
    {
    case CAP_FIELD_NUMBER:
    case CAP_FIELD_DAYS:
    case CAP_FIELD_EUROS:
    case CAP_FIELD_IMPACT:
    case CAP_FIELD_EFFORT:
    case CAP_FIELD_LEVEL:
    case CAP_FIELD_TARGET:
      return CAP_FIELD_KIND_NUMBER;

    case CAP_FIELD_START:
    case CAP_FIELD_DUE:
    case CAP_FIELD_CREATED:
    case CAP_FIELD_NEWS:
    case CAP_FIELD_DONE:
    case CAP_FIELD_CLOSED:
    case CAP_FIELD_CHECK_DUE:
    case CAP_FIELD_CHECKED:
      return CAP_FIELD_KIND_DATE;

    case CAP_FIELD_KIND:
    case CAP_FIELD_STATE:
    case CAP_FIELD_VERDICT:
      return CAP_FIELD_KIND_CHOICE;

    default:
      return CAP_FIELD_KIND_TEXT;
    }
}

const char **
cap_plan_fields_list_choices (CapActionField field)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; field == CAP_FIELD_STATE && i < CAP_N_ACTION_STATES; i++)
    g_ptr_array_add (words, (gpointer) cap_action_state_get_label ((CapActionState) i));
  for (guint i = 0; field == CAP_FIELD_KIND && i < CAP_N_ACTION_KINDS; i++)
    g_ptr_array_add (words, (gpointer) cap_action_kind_get_label ((CapActionKind) i));
  for (guint i = 0; field == CAP_FIELD_VERDICT && i < CAP_N_VERDICTS; i++)
    g_ptr_array_add (words, (gpointer) cap_verdict_get_label ((CapVerdict) i));
  g_ptr_array_add (words, NULL);

  return (const char **) g_ptr_array_free (words, FALSE);
}
