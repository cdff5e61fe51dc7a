/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-reminder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

#define N_NAMED 3

/* Carried out, and the day to see whether it had an effect has come. */
static gboolean
is_to_check (const CapAction *action,
             const char      *today)
{
  return action->state == CAP_ACTION_DONE && action->verdict == CAP_VERDICT_NONE &&
         action->check_due != NULL && strcmp (action->check_due, today) <= 0;
}

static const char *
get_date (const CapAction *action)
{
  return action->state == CAP_ACTION_DONE ? action->check_due : action->due;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const CapAction *one = *(const CapAction * const *) a;
  const CapAction *other = *(const CapAction * const *) b;
  const int order = strcmp (get_date (one), get_date (other));

  return order != 0 ? order : (int) one->number - (int) other->number;
}

static char *
dup_title (guint n_late,
           guint n_checks)
{
  g_autofree char *late = NULL;
  g_autofree char *checks = NULL;

  late = g_strdup_printf (ngettext ("%u action is late", "%u actions are late", n_late), n_late);
  checks = g_strdup_printf (ngettext ("%u effect is to be checked", "%u effects are to be checked", n_checks),
                            n_checks);

  if (n_checks == 0)
    return g_steal_pointer (&late);

  return n_late == 0 ? g_steal_pointer (&checks) : g_strdup_printf ("%s · %s", late, checks);
}

static void
append_actions (GString         *body,
                const GPtrArray *actions,
                guint           *n_left)
{
  for (guint i = 0; i < actions->len && *n_left > 0; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      g_string_append_printf (body, "\n%u. %s", action->number, action->title);
      (*n_left)--;
    }
}

static char *
dup_body (const char      *member,
          const GPtrArray *late,
          const GPtrArray *checks)
{
  g_autoptr(GString) body = g_string_new (member);
  guint n_left = N_NAMED;
  guint n_more = late->len + checks->len;

  append_actions (body, late, &n_left);
  append_actions (body, checks, &n_left);
  n_more -= N_NAMED - n_left;
  if (n_more > 0)
    {
      g_string_append_c (body, '\n');
      /* Translators: a number of actions, after the first ones */
      g_string_append_printf (body, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_string_free (g_steal_pointer (&body), FALSE);
}

static gboolean
is_past (const CapDossier *dossier,
         const char       *today)
{
  return dossier->retained != NULL && strcmp (dossier->retained, today) < 0;
}

/* When nothing else is to be said. */
static CapReminder *
new_of_retention (const CapDossier *dossier)
{
  CapReminder *self = g_new0 (CapReminder, 1);
  g_autofree char *date = cap_date_format_long (dossier->retained);

  /* Translators: %s is a date */
  self->title = g_strdup_printf (_("This dossier was to be kept until %s"), date);
  self->body = g_strdup (dossier->member->name);

  return self;
}

/**
 * cap_reminder_new:
 * @today: ISO 8601
 *
 * Returns: (transfer full) (nullable): what to remind of, the oldest first;
 *   %NULL when nothing is late
 */
CapReminder *
cap_reminder_new (const CapDossier *dossier,
                  const char       *today)
{
  g_autoptr(GPtrArray) late = g_ptr_array_new ();
  g_autoptr(GPtrArray) checks = g_ptr_array_new ();
  CapReminder *self;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (dossier->actions, i);

      if (cap_action_is_late (action, today))
        g_ptr_array_add (late, action);
      else if (is_to_check (action, today))
        g_ptr_array_add (checks, action);
    }

  if (late->len + checks->len == 0)
    return is_past (dossier, today) ? new_of_retention (dossier) : NULL;

  g_ptr_array_sort (late, compare_dates);
  g_ptr_array_sort (checks, compare_dates);
  self = g_new0 (CapReminder, 1);
  self->title = dup_title (late->len, checks->len);
  self->body = dup_body (dossier->member->name, late, checks);

  return self;
}

void
cap_reminder_free (CapReminder *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->body);
  g_free (self);
}
