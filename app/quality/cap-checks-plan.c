/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

#define SILENT_DAYS    30
#define UNCHECKED_DAYS 60

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n")] == '\0';
}

/* The day of the last note, or the due date when nothing was noted since. */
static const char *
get_last_word (const CapAction *action)
{
  const char *last = action->due;

  for (guint i = 0; i < action->notes->len; i++)
    {
      const CapActionNote *note = g_ptr_array_index (action->notes, i);

      if (cap_check_is_past (last, note->date))
        last = note->date;
    }

  return last;
}

static void
find_late_silent (CapCheckRun *run)
{
  g_autofree char *limit = cap_date_add_days (run->today, 1 - SILENT_DAYS);

  for (guint i = 0; i < run->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (run->dossier->actions, i);
      g_autofree char *name = NULL;
      g_autofree char *due = NULL;

      if (!cap_action_is_late (action, run->today) || !cap_check_is_past (get_last_word (action), limit))
        continue;

      name = cap_check_dup_action (action);
      due = cap_date_format_long (action->due);
      /* Translators: an action, then a date */
      cap_check_run_add_action (run, action,
                                g_strdup_printf (_("%1$s was due on %2$s, and its diary has said nothing for"
                                                   " a month."), name, due));
    }
}

static void
find_unchecked (CapCheckRun *run)
{
  g_autofree char *limit = cap_date_add_days (run->today, -UNCHECKED_DAYS);

  for (guint i = 0; i < run->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (run->dossier->actions, i);
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (action->state != CAP_ACTION_DONE || action->checked != NULL ||
          !cap_check_is_past (action->check_due, limit))
        continue;

      name = cap_check_dup_action (action);
      day = cap_date_format_long (action->check_due);
      /* Translators: an action, then a date */
      cap_check_run_add_action (run, action,
                                g_strdup_printf (_("%1$s is done, but its effect, to be checked on %2$s, was"
                                                   " never looked at."), name, day));
    }
}

static void
find_without_cause (CapCheckRun *run)
{
  for (guint i = 0; i < run->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (run->dossier->actions, i);
      g_autofree char *name = NULL;

      if (action->kind != CAP_ACTION_CORRECTIVE || action->state == CAP_ACTION_ABANDONED ||
          !is_blank (action->description))
        continue;

      name = cap_check_dup_action (action);
      /* Translators: an action */
      cap_check_run_add_action (run, action,
                                g_strdup_printf (_("%s is a corrective action and does not say which cause it"
                                                   " takes away: describe it."), name));
    }
}

/* Returns: (transfer full) (nullable): what an open action lacks */
static char *
dup_lack (const CapAction *action)
{
  g_autofree char *name = cap_check_dup_action (action);

  if (is_blank (action->owner) && action->due == NULL)
    /* Translators: an action */
    return g_strdup_printf (_("%s has neither an owner nor a due date."), name);
  if (is_blank (action->owner))
    /* Translators: an action */
    return g_strdup_printf (_("%s has no owner."), name);
  if (action->due == NULL)
    /* Translators: an action */
    return g_strdup_printf (_("%s has no due date."), name);

  return NULL;
}

static void
find_without_owner (CapCheckRun *run)
{
  for (guint i = 0; i < run->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (run->dossier->actions, i);
      char *lack = cap_action_is_pending (action) ? dup_lack (action) : NULL;

      if (lack != NULL)
        cap_check_run_add_action (run, action, lack);
    }
}

static const CapAction *
find_abandoned (const CapCheckRun *run,
                const CapAction   *action)
{
  for (guint i = 0; action->after[i] != NULL; i++)
    {
      const CapAction *before = g_hash_table_lookup (run->actions, action->after[i]);

      if (before != NULL && before->state == CAP_ACTION_ABANDONED)
        return before;
    }

  return NULL;
}

static void
find_waiting (CapCheckRun *run)
{
  for (guint i = 0; i < run->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (run->dossier->actions, i);
      const CapAction *before = cap_action_is_pending (action) ? find_abandoned (run, action) : NULL;
      g_autofree char *name = NULL;

      if (before == NULL)
        continue;

      name = cap_check_dup_action (action);
      /* Translators: an action, then the number of another one */
      cap_check_run_add_action (run, action,
                                g_strdup_printf (_("%1$s waits for action %2$u, which was abandoned."), name,
                                                 before->number));
    }
}

const CapCheck cap_checks_plan[] = {
  { "action-late-silent", CAP_CHECK_PLAN, CAP_SEVERITY_SERIOUS,
    N_("Action late, without a note for 30 days"), find_late_silent },
  { "action-unchecked", CAP_CHECK_PLAN, CAP_SEVERITY_LOOK,
    N_("Action done, never checked 60 days after its date"), find_unchecked },
  { "corrective-without-cause", CAP_CHECK_PLAN, CAP_SEVERITY_LOOK,
    N_("Corrective action that does not describe the cause"), find_without_cause },
  { "action-without-owner-or-due", CAP_CHECK_PLAN, CAP_SEVERITY_LOOK,
    N_("Open action without owner or due date"), find_without_owner },
  { "action-waits-for-abandoned", CAP_CHECK_PLAN, CAP_SEVERITY_LOOK,
    N_("Action that waits for an abandoned one"), find_waiting },
};

const guint cap_n_checks_plan = G_N_ELEMENTS (cap_checks_plan);
