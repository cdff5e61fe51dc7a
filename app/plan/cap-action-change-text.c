/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-action-change-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-number.h"

#define DATE_LENGTH 10
#define MARK_LENGTH 4 /* “[x] ” */

static char *
format_number (const char *value,
               char     *(*format) (int))
{
  gint64 number;

  return g_ascii_string_to_signed (value, 10, 0, G_MAXINT, &number, NULL) ? format ((int) number)
                                                                          : g_strdup (value);
}

static char *
format_euros (int euros)
{
  return cap_number_format_thousandths ((gint64) euros * 1000);
}

/* What a criterion says counts as long as nobody says otherwise. */
static char *
format_weight (int weight)
{
  return weight == 0 ? g_strdup (_("as its criterion")) : g_strdup_printf ("%d", weight);
}

static char *
format_state (const char *value)
{
  CapActionState state;

  return g_strdup (cap_action_state_from_name (value, &state) ? cap_action_state_get_label (state) : value);
}

static char *
format_kind (const char *value)
{
  CapActionKind kind;

  return g_strdup (cap_action_kind_from_name (value, &kind) ? cap_action_kind_get_label (kind) : value);
}

static char *
format_verdict (const char *value)
{
  CapVerdict verdict;

  return g_strdup (cap_verdict_from_name (value, &verdict) ? cap_verdict_get_label (verdict) : value);
}

static char *
format_service (const char       *value,
                const CapDossier *dossier)
{
  const CapFramework *framework = cap_dossier_get_current (dossier)->framework;
  const CapService *service = cap_framework_find_service (framework, value);

  return g_strdup (service != NULL ? service->label : value);
}

static char *
format_indicator (const char       *value,
                  const CapDossier *dossier)
{
  const CapIndicator *indicator = cap_dossier_find_indicator (dossier, value);

  return indicator != NULL ? g_strdup_printf ("%s %s", indicator->code, indicator->label)
                           : g_strdup (_("an indicator that is gone"));
}

static char *
format_action (const char       *value,
               const CapDossier *dossier)
{
  const CapAction *action = cap_dossier_find_action_by_id (dossier, value);

  if (action == NULL)
    return g_strdup (_("an action that is gone"));

  /* Translators: the number of an action, and what is to be done */
  return g_strdup_printf (_("action %u, %s"), action->number, action->title);
}

/* A value of the file as people read it. */
static char *
format_value (CapActionField    field,
              const char       *value,
              const CapDossier *dossier)
{
  switch (field)
    {
    case CAP_FIELD_START:
    case CAP_FIELD_DUE:
    case CAP_FIELD_CREATED:
    case CAP_FIELD_NEWS:
    case CAP_FIELD_DONE:
    case CAP_FIELD_CLOSED:
    case CAP_FIELD_CHECK_DUE:
    case CAP_FIELD_CHECKED:
      return cap_date_format_short (value);

    case CAP_FIELD_STATE:
      return format_state (value);

    case CAP_FIELD_KIND:
      return format_kind (value);

    case CAP_FIELD_VERDICT:
      return format_verdict (value);

    case CAP_FIELD_DAYS:
      return format_number (value, cap_number_format_hundredths);

    case CAP_FIELD_EUROS:
      return format_number (value, format_euros);

    case CAP_FIELD_IMPACT:
    case CAP_FIELD_EFFORT:
      return format_number (value, format_weight);

    case CAP_FIELD_SERVICE:
      return format_service (value, dossier);

    case CAP_FIELD_INDICATOR:
      return format_indicator (value, dossier);

    case CAP_FIELD_NUMBER:
    case CAP_FIELD_TITLE:
    case CAP_FIELD_DESCRIPTION:
    case CAP_FIELD_EXPECTED:
    case CAP_FIELD_ORIGINS:
    case CAP_FIELD_OWNER:
    case CAP_FIELD_CONTRIBUTORS:
    case CAP_FIELD_LEVEL:
    case CAP_FIELD_TARGET:
    case CAP_FIELD_STEPS:
    case CAP_FIELD_NOTES:
    case CAP_FIELD_AFTER:
    case CAP_FIELD_REASON:
    case CAP_FIELD_CHECK_BY:
    case CAP_FIELD_CHECK_EVIDENCE:
    default:
      return g_strdup (value);
    }
}

static char *
tell_value (const CapActionChange *self,
            const CapDossier      *dossier)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  before = self->before != NULL ? format_value (self->field, self->before, dossier) : g_strdup (_("nothing"));
  after = self->after != NULL ? format_value (self->field, self->after, dossier) : g_strdup (_("nothing"));

  /* Translators: the name of a field, its value before, its value after */
  return g_strdup_printf (_("%s: %s → %s"), cap_action_field_get_label (self->field), before, after);
}

static char *
tell_entry (const CapActionChange *self)
{
  return g_strdup (self->before == NULL ? C_("action", "Added to the plan")
                                        : C_("action", "Removed from the plan"));
}

static gboolean
is_done (const char *step)
{
  return g_str_has_prefix (step, "[x] ");
}

static const char *
get_step_title (const char *step)
{
  return is_done (step) || g_str_has_prefix (step, "[ ] ") ? step + MARK_LENGTH : step;
}

static char *
tell_step (const CapActionChange *self)
{
  const char *before = self->before != NULL ? get_step_title (self->before) : NULL;
  const char *after = self->after != NULL ? get_step_title (self->after) : NULL;

  if (before == NULL)
    /* Translators: the title of a step */
    return g_strdup_printf (_("Step added: %s"), after);

  if (after == NULL)
    /* Translators: the title of a step */
    return g_strdup_printf (_("Step removed: %s"), before);

  if (!g_str_equal (before, after))
    /* Translators: the title of a step before, after */
    return g_strdup_printf (_("Step: %s → %s"), before, after);

  /* Translators: the title of a step */
  return g_strdup_printf (is_done (self->after) ? _("Step done: %s") : _("Step to be done again: %s"), after);
}

/* (nullable): “2027-01-10 Text”: both, as they are in the file. */
static const char *
split_note (const char  *note,
            char       **date)
{
  g_autofree char *start = g_strndup (note, DATE_LENGTH);

  if (!cap_date_is_valid (start) || note[DATE_LENGTH] != ' ')
    return note;

  if (date != NULL)
    *date = cap_date_format_short (start);

  return note + DATE_LENGTH + 1;
}

static char *
tell_note (const CapActionChange *self)
{
  g_autofree char *day_before = NULL;
  g_autofree char *day_after = NULL;
  const char *before = self->before != NULL ? split_note (self->before, &day_before) : NULL;
  const char *after = self->after != NULL ? split_note (self->after, &day_after) : NULL;

  if (before == NULL)
    /* Translators: what somebody noted */
    return g_strdup_printf (_("Note added: %s"), after);

  if (after == NULL)
    /* Translators: what somebody noted */
    return g_strdup_printf (_("Note removed: %s"), before);

  if (g_str_equal (before, after) && day_before != NULL && day_after != NULL)
    /* Translators: what somebody noted, its date before, its date after */
    return g_strdup_printf (_("Date of the note “%s”: %s → %s"), after, day_before, day_after);

  /* Translators: what somebody noted, before, after */
  return g_strdup_printf (_("Note: %s → %s"), before, after);
}

/* “criterion A1.1” is told as “A1.1”, “finding EC-01” as “Finding EC-01”. */
static char *
format_origin (const char *line)
{
  const char *space = strchr (line, ' ');
  g_autofree char *name = NULL;
  CapOriginKind kind;

  if (space == NULL)
    return g_strdup (line);

  name = g_strndup (line, (gsize) (space - line));
  if (!cap_origin_kind_from_name (name, &kind))
    return g_strdup (line);

  return kind == CAP_ORIGIN_CRITERION || kind == CAP_ORIGIN_OTHER
         ? g_strdup (space + 1) : g_strdup_printf ("%s %s", cap_origin_kind_get_label (kind), space + 1);
}

static char *
tell_origin (const CapActionChange *self)
{
  g_autofree char *origin = format_origin (self->after != NULL ? self->after : self->before);

  /* Translators: what an action comes from, as “A1.1” */
  return g_strdup_printf (self->after != NULL ? _("Origin added: %s") : _("Origin removed: %s"), origin);
}

static char *
tell_after (const CapActionChange *self,
            const CapDossier      *dossier)
{
  g_autofree char *other = format_action (self->after != NULL ? self->after : self->before, dossier);

  /* Translators: another action: “action 12, Write the procedure” */
  return g_strdup_printf (self->after != NULL ? _("Waits for %s") : _("No longer waits for %s"), other);
}

/**
 * cap_action_change_dup_sentence:
 * @self: one change
 * @dossier: for the names of what it refers to, as they are today
 *
 * Returns: (transfer full): what changed, from what to what, in the user’s
 *   language
 */
char *
cap_action_change_dup_sentence (const CapActionChange *self,
                                const CapDossier      *dossier)
{
  g_return_val_if_fail (self != NULL && dossier != NULL, NULL);
  g_return_val_if_fail (self->before != NULL || self->after != NULL, NULL);

  if (self->field == CAP_FIELD_NUMBER && (self->before == NULL || self->after == NULL))
    return tell_entry (self);

  if (self->field == CAP_FIELD_STEPS)
    return tell_step (self);

  if (self->field == CAP_FIELD_NOTES)
    return tell_note (self);

  if (self->field == CAP_FIELD_ORIGINS)
    return tell_origin (self);

  if (self->field == CAP_FIELD_AFTER)
    return tell_after (self, dossier);

  return tell_value (self, dossier);
}
