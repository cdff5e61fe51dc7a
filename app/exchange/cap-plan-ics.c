/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-plan-ics.h"

#include <glib/gi18n.h>
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "base/cap-date.h"
#include "model/cap-action-field.h"

#define DOMAIN "cap-cedre.coorace.org"
#define ALARM_DAYS 7

#define END "END:VCALENDAR\r\n"

/* What every event needs, and where it goes: one at a time, a long plan costs no more memory. */
typedef struct
{
  const CapDossier    *dossier;
  struct icaltimetype  now;
  char                *description; /* of the action that is being written */
  GString             *text;
} Writer;

/* Takes @component. */
static void
write_component (const Writer  *self,
                 icalcomponent *component)
{
  char *written = icalcomponent_as_ical_string_r (component);

  g_string_append (self->text, written);
  free (written);
  icalcomponent_free (component);
}

static icalproperty *
add (icalcomponent *component,
     icalproperty  *property)
{
  icalcomponent_add_property (component, property);

  return property;
}

/* libical escapes what RFC 5545 gives a meaning to; characters that no text may hold go. */
static char *
clean (const char *text)
{
  GString *cleaned = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\t')
        g_string_append_c (cleaned, ' ');
      else if ((guchar) *at >= ' ' ? *at != 0x7f : *at == '\n')
        g_string_append_c (cleaned, *at);
    }

  return g_string_free (cleaned, FALSE);
}

static struct icaltimetype
make_date (const char *iso)
{
  struct icaltimetype date = icaltime_null_date ();

  date.year = atoi (iso);
  date.month = atoi (iso + 5);
  date.day = atoi (iso + 8);

  return date;
}

static void
append_line (GString        *text,
             CapActionField  field,
             const char     *value)
{
  if (value == NULL || value[0] == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: %1$s is the name of something, %2$s what it is */
  g_string_append_printf (text, C_("label and value", "%1$s: %2$s"), cap_action_field_get_label (field),
                          value);
}

/* In a line: a function on each in the dossier. */
static char *
dup_contributors (const CapAction *action)
{
  g_auto(GStrv) lines = g_strsplit (action->contributors != NULL ? action->contributors : "", "\n", -1);

  return g_strjoinv (", ", lines);
}

static char *
dup_description (const CapAction *action)
{
  GString *text = g_string_new (action->description);
  g_autofree char *description = NULL;
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  g_autofree char *contributors = dup_contributors (action);
  g_autofree char *origins = cap_action_dup_origins (action);

  append_line (text, CAP_FIELD_NUMBER, number);
  append_line (text, CAP_FIELD_STATE, cap_action_state_get_label (action->state));
  append_line (text, CAP_FIELD_OWNER, action->owner);
  append_line (text, CAP_FIELD_CONTRIBUTORS, contributors);
  append_line (text, CAP_FIELD_ORIGINS, origins);
  append_line (text, CAP_FIELD_EXPECTED, action->expected);
  append_line (text, CAP_FIELD_CHECK_BY, action->check_by);
  description = g_string_free (text, FALSE);

  return clean (description);
}

static void
add_texts (const Writer  *self,
           icalcomponent *component,
           const char    *summary,
           const char    *category)
{
  g_autofree char *clean_summary = clean (summary);

  add (component, icalproperty_new_summary (clean_summary));
  add (component, icalproperty_new_description (self->description));
  add (component, icalproperty_new_categories (_("Progress plan")));
  add (component, icalproperty_new_categories (category));
}

/* Who it is and which version of it. */
static void
add_identity (const Writer    *self,
              icalcomponent   *component,
              const CapAction *action,
              const char      *role)
{
  g_autofree char *uid = g_strdup_printf ("%s-%s@" DOMAIN, action->id, role);

  add (component, icalproperty_new_uid (uid));
  add (component, icalproperty_new_dtstamp (self->now));
  add (component, icalproperty_new_lastmodified (self->now));
  add (component, icalproperty_new_sequence ((int) MIN (self->dossier->revision, G_MAXINT)));
}

static icalcomponent *
make_alarm (const char *summary)
{
  icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);
  struct icaltriggertype trigger = { icaltime_null_time (), icaldurationtype_from_int (-ALARM_DAYS * 86400) };
  g_autofree char *text = clean (summary);

  add (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  add (alarm, icalproperty_new_trigger (trigger));
  add (alarm, icalproperty_new_description (text));

  return alarm;
}

/* A whole day, which is nobody’s engagement: it keeps no one busy. */
static void
add_event (const Writer    *self,
           const CapAction *action,
           const char      *role,
           const char      *day,
           const char      *summary,
           const char      *category,
           gboolean         is_cancelled,
           gboolean         has_alarm)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  g_autofree char *next = cap_date_add_days (day, 1);

  add_identity (self, event, action, role);
  add (event, icalproperty_new_dtstart (make_date (day)));
  if (next != NULL)
    add (event, icalproperty_new_dtend (make_date (next)));
  add_texts (self, event, summary, category);
  add (event, icalproperty_new_status (is_cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  add (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  if (has_alarm && !is_cancelled)
    icalcomponent_add_component (event, make_alarm (summary));

  write_component (self, event);
}

/* What was carried out needs no alarm any more, but is not closed: it stays in the calendar. */
static void
add_due (const Writer    *self,
         const CapAction *action)
{
  gboolean is_pending = cap_action_is_pending (action);
  g_autofree char *summary = NULL;

  if (!cap_date_is_valid (action->due))
    return;

  if (is_pending || action->state == CAP_ACTION_ABANDONED)
    /* Translators: what is written in a calendar: %s is the title of an action */
    summary = g_strdup_printf (_("Due: %s"), action->title);
  else
    /* Translators: what is written in a calendar: %s is the title of an action that was carried out */
    summary = g_strdup_printf (_("Done: %s"), action->title);

  add_event (self, action, "due", action->due, summary, cap_action_kind_get_label (action->kind),
             !cap_action_is_open (action), is_pending);
}

/* A check that took place since it was planned is no appointment any more. */
static void
add_check (const Writer    *self,
           const CapAction *action)
{
  gboolean is_over = !cap_action_is_open (action) ||
                     (action->checked != NULL && action->check_due != NULL &&
                      strcmp (action->checked, action->check_due) >= 0);
  g_autofree char *summary = NULL;

  if (!cap_date_is_valid (action->check_due))
    return;

  /* Translators: what is written in a calendar: %s is the title of an action */
  summary = g_strdup_printf (_("Effect to be checked: %s"), action->title);
  add_event (self, action, "check", action->check_due, summary,
             C_("calendar", "Check of the effect"), is_over, TRUE);
}

static icalproperty_status
find_status (CapActionState state)
{
  switch (state)
    {
    case CAP_ACTION_STARTED:
      return ICAL_STATUS_INPROCESS;

    case CAP_ACTION_DONE:
    case CAP_ACTION_VERIFIED:
      return ICAL_STATUS_COMPLETED;

    case CAP_ACTION_ABANDONED:
      return ICAL_STATUS_CANCELLED;

    case CAP_ACTION_TODO:
    default:
      return ICAL_STATUS_NEEDSACTION;
    }
}

static int
count_percent (const CapAction *action)
{
  guint done = 0;

  if (!cap_action_is_pending (action))
    return 100;

  for (guint i = 0; i < action->steps->len; i++)
    done += ((const CapActionStep *) g_ptr_array_index (action->steps, i))->done ? 1 : 0;

  return action->steps->len > 0 ? (int) (done * 100 / action->steps->len) : 0;
}

/* A task may have no date at all; one that is due the day it starts only says when it is due, since a due
 * date must come after. */
static void
add_todo (const Writer    *self,
          const CapAction *action)
{
  icalcomponent *todo = icalcomponent_new (ICAL_VTODO_COMPONENT);
  icalproperty_status status = find_status (action->state);

  add_identity (self, todo, action, "todo");
  if (cap_date_is_valid (action->start) && (action->due == NULL || strcmp (action->start, action->due) < 0))
    add (todo, icalproperty_new_dtstart (make_date (action->start)));
  if (cap_date_is_valid (action->due))
    add (todo, icalproperty_new_due (make_date (action->due)));
  add_texts (self, todo, action->title, cap_action_kind_get_label (action->kind));
  add (todo, icalproperty_new_status (status));
  if (status != ICAL_STATUS_CANCELLED)
    add (todo, icalproperty_new_percentcomplete (count_percent (action)));
  if (status == ICAL_STATUS_COMPLETED && cap_date_is_valid (action->done))
    {
      struct icaltimetype done = make_date (action->done);

      done.hour = done.minute = done.second = 0;
      done.is_date = 0;
      done.zone = icaltimezone_get_utc_timezone ();
      add (todo, icalproperty_new_completed (done));
    }

  write_component (self, todo);
}

static void
begin_calendar (const Writer    *self,
                const CapMember *member)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  g_autofree char *member_name = clean (member->name);
  g_autofree char *name = NULL;
  icalproperty *property;

  /* Translators: the name of a calendar: %s is the name of the structure */
  name = g_strdup_printf (_("Progress plan – %s"), member_name);
  add (calendar, icalproperty_new_version ("2.0"));
  add (calendar, icalproperty_new_prodid ("-//Coorace//Cap Cèdre " PACKAGE_VERSION "//FR"));
  add (calendar, icalproperty_new_calscale ("GREGORIAN"));
  property = add (calendar, icalproperty_new_x (name));
  icalproperty_set_x_name (property, "X-WR-CALNAME");

  write_component (self, calendar);
  g_string_truncate (self->text, self->text->len - strlen (END));
}

/**
 * cap_plan_ics_write:
 * @now: seconds since 1970: when it is written
 * @with_todos: whether each action is a task (VTODO) as well
 *
 * Returns: (transfer full): the plan as a calendar; the same dossier and @now
 *   make the same bytes
 */
char *
cap_plan_ics_write (const CapDossier *dossier,
                    gint64            now,
                    gboolean          with_todos)
{
  Writer self = { dossier, { 0 }, NULL, NULL };

  g_return_val_if_fail (dossier != NULL, NULL);

  self.now = icaltime_from_timet_with_zone ((time_t) now, FALSE, icaltimezone_get_utc_timezone ());
  self.text = g_string_new (NULL);
  begin_calendar (&self, dossier->member);
  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);

      self.description = dup_description (action);
      add_due (&self, action);
      add_check (&self, action);
      if (with_todos)
        add_todo (&self, action);
      g_free (self.description);
    }
  g_string_append (self.text, END);

  return g_string_free (self.text, FALSE);
}
