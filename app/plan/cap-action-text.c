/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-action-text.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "base/cap-text.h"

/* A scale of three, in words: a figure alone says nothing to anybody. */
static const char *
get_size (int size)
{
  static const char * const sizes[] = {
    NC_("size", "Not said"), NC_("size", "Low"), NC_("size", "Medium"), NC_("size", "High"),
  };

  return g_dpgettext2 (NULL, "size", sizes[CLAMP (size, 0, 3)]);
}

static char *
dup_day (const char *date)
{
  return date != NULL ? cap_date_format_short (date) : g_strdup ("");
}

static char *
dup_level (int level)
{
  return level != CAP_LEVEL_UNSET ? g_strdup_printf ("%d", level) : g_strdup ("");
}

static char *
dup_steps (const GPtrArray *steps)
{
  guint n_done = 0;

  for (guint i = 0; i < steps->len; i++)
    n_done += ((const CapActionStep *) g_ptr_array_index (steps, i))->done;

  return steps->len > 0 ? g_strdup_printf ("%u/%u", n_done, steps->len) : g_strdup ("");
}

static char *
dup_last_note (const GPtrArray *notes)
{
  const CapActionNote *last = notes->len > 0 ? g_ptr_array_index (notes, notes->len - 1) : NULL;
  g_autofree char *day = last != NULL ? cap_date_format_short (last->date) : NULL;

  return last != NULL ? g_strdup_printf ("%s – %s", day, last->text) : g_strdup ("");
}

static char *
dup_after (const CapAction  *self,
           const CapDossier *dossier)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self->after[i] != NULL; i++)
    {
      const CapAction *other = cap_dossier_find_action_by_id (dossier, self->after[i]);

      if (other != NULL)
        g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", other->number);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_contributors (const CapAction *self)
{
  g_auto(GStrv) lines = g_strsplit (self->contributors != NULL ? self->contributors : "", "\n", -1);

  return g_strjoinv (", ", lines);
}

static char *
dup_service (const CapAction  *self,
             const CapDossier *dossier)
{
  const CapFramework *framework = cap_dossier_get_current (dossier)->framework;
  const CapService *service = self->service != NULL ? cap_framework_find_service (framework, self->service)
                                                    : NULL;

  return g_strdup (service != NULL ? service->label : self->service != NULL ? self->service : "");
}

static char *
dup_own_text (const CapAction *self,
              CapActionField   field)
{
  const char *texts[CAP_N_ACTION_FIELDS] = {
    [CAP_FIELD_TITLE] = self->title,
    [CAP_FIELD_DESCRIPTION] = self->description,
    [CAP_FIELD_EXPECTED] = self->expected,
    [CAP_FIELD_OWNER] = self->owner,
    [CAP_FIELD_REASON] = self->reason,
    [CAP_FIELD_CHECK_BY] = self->check_by,
    [CAP_FIELD_CHECK_EVIDENCE] = self->check_evidence,
  };

  return g_strdup (texts[field] != NULL ? texts[field] : "");
}

static char *
dup_date (const CapAction *self,
          CapActionField   field)
{
  const char *dates[CAP_N_ACTION_FIELDS] = {
    [CAP_FIELD_START] = self->start,
    [CAP_FIELD_DUE] = self->due,
    [CAP_FIELD_CREATED] = self->created,
    [CAP_FIELD_NEWS] = self->news,
    [CAP_FIELD_DONE] = self->done,
    [CAP_FIELD_CLOSED] = self->closed,
    [CAP_FIELD_CHECK_DUE] = self->check_due,
    [CAP_FIELD_CHECKED] = self->checked,
  };

  return dup_day (dates[field]);
}

static char *
dup_figure (const CapAction    *self,
            CapActionField      field,
            const CapFramework *framework)
{
  switch ((int) field)
    {
    case CAP_FIELD_NUMBER:
      return g_strdup_printf ("%u", self->number);

    case CAP_FIELD_DAYS:
      return self->days_hundredths != CAP_AMOUNT_UNSET ? cap_number_format_hundredths (self->days_hundredths)
                                                       : g_strdup ("");

    case CAP_FIELD_EUROS:
      return self->euros != CAP_AMOUNT_UNSET ? cap_number_format_thousandths ((gint64) self->euros * 1000)
                                             : g_strdup ("");

    case CAP_FIELD_IMPACT:
      return g_strdup (get_size (cap_action_get_impact (self, framework)));

    case CAP_FIELD_EFFORT:
      return g_strdup (get_size (cap_action_get_effort (self, framework)));

    case CAP_FIELD_LEVEL:
      return dup_level (self->level);

    case CAP_FIELD_TARGET:
    default:
      return dup_level (self->target);
    }
}

static char *
dup_choice (const CapAction  *self,
            CapActionField    field,
            const CapDossier *dossier)
{
  const CapIndicator *indicator;

  switch ((int) field)
    {
    case CAP_FIELD_KIND:
      return g_strdup (cap_action_kind_get_label (self->kind));

    case CAP_FIELD_STATE:
      return g_strdup (cap_action_state_get_label (self->state));

    case CAP_FIELD_SERVICE:
      return dup_service (self, dossier);

    case CAP_FIELD_INDICATOR:
      indicator = cap_dossier_find_indicator (dossier, self->indicator);
      return g_strdup (indicator != NULL ? indicator->code : "");

    case CAP_FIELD_VERDICT:
    default:
      return g_strdup (self->verdict != CAP_VERDICT_NONE ? cap_verdict_get_label (self->verdict) : "");
    }
}

/**
 * cap_action_dup_text:
 * @field: what is asked
 * @dossier: where it is, for the names of what it refers to
 *
 * Returns: (transfer full): what it says there, in a line, in the user’s
 *   language; empty when it says nothing
 */
char *
cap_action_dup_text (const CapAction  *self,
                     CapActionField    field,
                     const CapDossier *dossier)
{
  g_return_val_if_fail (self != NULL && field < CAP_N_ACTION_FIELDS && dossier != NULL, NULL);

  switch (field)
    {
    case CAP_FIELD_TITLE:
    case CAP_FIELD_DESCRIPTION:
    case CAP_FIELD_EXPECTED:
    case CAP_FIELD_OWNER:
    case CAP_FIELD_REASON:
    case CAP_FIELD_CHECK_BY:
    case CAP_FIELD_CHECK_EVIDENCE:
      return dup_own_text (self, field);

    case CAP_FIELD_START:
    case CAP_FIELD_DUE:
    case CAP_FIELD_CREATED:
    case CAP_FIELD_NEWS:
    case CAP_FIELD_DONE:
    case CAP_FIELD_CLOSED:
    case CAP_FIELD_CHECK_DUE:
    case CAP_FIELD_CHECKED:
      return dup_date (self, field);

    case CAP_FIELD_KIND:
    case CAP_FIELD_STATE:
    case CAP_FIELD_SERVICE:
    case CAP_FIELD_INDICATOR:
    case CAP_FIELD_VERDICT:
      return dup_choice (self, field, dossier);

    case CAP_FIELD_ORIGINS:
      return cap_action_dup_origins (self);

    case CAP_FIELD_CONTRIBUTORS:
      return dup_contributors (self);

    case CAP_FIELD_STEPS:
      return dup_steps (self->steps);

    case CAP_FIELD_NOTES:
      return dup_last_note (self->notes);

    case CAP_FIELD_AFTER:
      return dup_after (self, dossier);

    case CAP_FIELD_NUMBER:
    case CAP_FIELD_DAYS:
    case CAP_FIELD_EUROS:
    case CAP_FIELD_IMPACT:
    case CAP_FIELD_EFFORT:
    case CAP_FIELD_LEVEL:
    case CAP_FIELD_TARGET:
    default:
      return dup_figure (self, field, cap_dossier_get_current (dossier)->framework);
    }
}

static char *
dup_when (const CapAction *self,
          const char      *today)
{
  g_autofree char *due = self->due != NULL ? cap_date_format_long (self->due) : NULL;

  if (due == NULL)
    return g_strdup (_("no due date yet"));

  if (cap_action_is_late (self, today))
    /* Translators: a date */
    return g_strdup_printf (_("late: was due on %s"), due);

  /* Translators: a date */
  return g_strdup_printf (_("due on %s"), due);
}

/**
 * cap_action_dup_summary:
 * @today: ISO 8601
 *
 * Returns: (transfer full): it in a sentence to be read aloud: number, title,
 *   state, who and when
 */
char *
cap_action_dup_summary (const CapAction *self,
                        const char      *today)
{
  g_autofree char *when = NULL;

  g_return_val_if_fail (self != NULL && today != NULL, NULL);

  when = dup_when (self, today);

  return g_strdup_printf ("%u. %s, %s, %s, %s", self->number, self->title,
                          cap_action_state_get_label (self->state),
                          self->owner != NULL ? self->owner : _("nobody in charge yet"), when);
}

/**
 * cap_action_dup_folded:
 *
 * Returns: (transfer full): the words that a search looks through, folded by
 *   cap_text_fold(): the title first
 */
char *
cap_action_dup_folded (const CapAction  *self,
                       const CapDossier *dossier)
{
  static const CapActionField fields[] = {
    CAP_FIELD_NUMBER, CAP_FIELD_DESCRIPTION, CAP_FIELD_EXPECTED, CAP_FIELD_OWNER, CAP_FIELD_CONTRIBUTORS,
    CAP_FIELD_ORIGINS, CAP_FIELD_SERVICE, CAP_FIELD_INDICATOR, CAP_FIELD_REASON, CAP_FIELD_CHECK_EVIDENCE,
  };
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (self != NULL && dossier != NULL, NULL);

  text = g_string_new (self->title);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *part = cap_action_dup_text (self, fields[i], dossier);

      if (part[0] != '\0')
        g_string_append_printf (text, " %s", part);
    }
  for (guint i = 0; i < self->steps->len; i++)
    g_string_append_printf (text, " %s", ((const CapActionStep *) g_ptr_array_index (self->steps, i))->title);
  for (guint i = 0; i < self->notes->len; i++)
    g_string_append_printf (text, " %s", ((const CapActionNote *) g_ptr_array_index (self->notes, i))->text);

  return cap_text_fold (text->str);
}
