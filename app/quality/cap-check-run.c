/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-finding-grade.h"
#include "quality/cap-target.h"

/* A title is cut after so many letters: the sentence says the rest. */
#define MAX_TITLE 60

static void
index_action (CapCheckRun *self,
              CapAction   *action)
{
  g_hash_table_insert (self->actions, action->id, action);
  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);
      GPtrArray *actions = g_hash_table_lookup (self->origins[origin->kind], origin->code);

      if (actions == NULL)
        {
          actions = g_ptr_array_new ();
          g_hash_table_insert (self->origins[origin->kind], origin->code, actions);
        }
      g_ptr_array_add (actions, action);
    }
}

static void
index_records (CapCheckRun     *self,
               CapRegisterKind  kind)
{
  const GPtrArray *records = self->dossier->registers[kind];

  self->records[kind] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < records->len; i++)
    {
      CapRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (self->records[kind], (char *) cap_record_get_code (record), record);
    }
}

static void
index_all (CapCheckRun *self)
{
  const CapDossier *dossier = self->dossier;

  for (guint i = 0; i < dossier->actions->len; i++)
    index_action (self, g_ptr_array_index (dossier->actions, i));
  for (guint i = 0; i < dossier->indicators->len; i++)
    {
      CapIndicator *indicator = g_ptr_array_index (dossier->indicators, i);

      g_hash_table_insert (self->indicators, indicator->code, indicator);
    }
  for (guint i = 0; self->standard != NULL && i < self->standard->requirements->len; i++)
    {
      CapRequirement *requirement = g_ptr_array_index (self->standard->requirements, i);

      g_hash_table_insert (self->requirements, requirement->number, requirement);
    }
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      if (cap_register_has_code (cap_register_get (kind)))
        index_records (self, kind);
    }
}

/**
 * cap_check_run_new:
 * @dossier: must outlive the run, as @catalogue and @today must
 *
 * Returns: (transfer full): a dossier ready for the checks
 */
CapCheckRun *
cap_check_run_new (const CapDossier   *dossier,
                   const CapCatalogue *catalogue,
                   const char         *today)
{
  CapCheckRun *self = g_new0 (CapCheckRun, 1);
  const CapRoute *route = cap_target_find_route (cap_target_find (dossier, today), catalogue);

  self->dossier = dossier;
  self->catalogue = catalogue;
  self->today = today;
  self->standard = route != NULL ? route->standard : NULL;
  self->certifies = (dossier->evaluations->len > 0 &&
                     cap_dossier_get_current (dossier)->mode == CAP_MODE_CERTIFICATION) ||
                    dossier->registers[CAP_REGISTER_TARGET]->len > 0;
  self->alerts = g_ptr_array_new ();
  self->actions = g_hash_table_new (g_str_hash, g_str_equal);
  self->indicators = g_hash_table_new (g_str_hash, g_str_equal);
  self->requirements = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint kind = 0; kind < CAP_N_ORIGIN_KINDS; kind++)
    self->origins[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                 (GDestroyNotify) g_ptr_array_unref);

  index_all (self);
  if (dossier->registers[CAP_REGISTER_SITE]->len > 0 && catalogue->cycle != NULL &&
      catalogue->sampling != NULL)
    self->group = cap_group_new ((CapDossier *) dossier, catalogue, today);

  return self;
}

void
cap_check_run_free (CapCheckRun *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->group, cap_group_free);
  g_ptr_array_unref (self->alerts);
  g_hash_table_unref (self->actions);
  g_hash_table_unref (self->indicators);
  g_hash_table_unref (self->requirements);
  for (guint kind = 0; kind < CAP_N_ORIGIN_KINDS; kind++)
    g_hash_table_unref (self->origins[kind]);
  for (guint kind = 0; kind < CAP_N_REGISTERS; kind++)
    g_clear_pointer (&self->records[kind], g_hash_table_unref);
  g_free (self);
}

void
cap_alert_free (CapAlert *self)
{
  g_free (self->subject);
  g_free (self->name);
  g_free (self->sentence);
  g_free (self->address);
  g_free (self->reason);
  g_free (self->since);
  g_free (self);
}

/* Returns: (transfer none): the alert, for what is particular about it */
CapAlert *
cap_check_run_add (CapCheckRun *self,
                   const char  *subject,
                   const char  *name,
                   char        *address,
                   char        *sentence)
{
  CapAlert *alert = g_new0 (CapAlert, 1);

  alert->check = self->check;
  alert->severity = self->check->severity;
  alert->subject = g_strdup (subject);
  alert->name = g_strdup (name);
  alert->address = address;
  alert->sentence = sentence;
  g_ptr_array_add (self->alerts, alert);

  return alert;
}

void
cap_check_run_add_record (CapCheckRun     *self,
                          const CapRecord *record,
                          char            *sentence)
{
  const char *code = cap_record_get_code (record);

  cap_check_run_add (self, record->id, *code != '\0' ? code : cap_record_get_title (record),
                     cap_address_new_for_record (record), sentence);
}

void
cap_check_run_add_action (CapCheckRun     *self,
                          const CapAction *action,
                          char            *sentence)
{
  cap_check_run_add (self, action->id, action->title, cap_address_new_for_action (action), sentence);
}

void
cap_check_run_add_indicator (CapCheckRun        *self,
                             const CapIndicator *indicator,
                             char               *sentence)
{
  cap_check_run_add (self, indicator->id, indicator->code,
                     cap_address_new (CAP_ADDRESS_INDICATOR, indicator->code), sentence);
}

/* Of a register that lacks something as a whole. Returns: (transfer none): the alert */
CapAlert *
cap_check_run_add_register (CapCheckRun     *self,
                            CapRegisterKind  kind,
                            const char      *subject,
                            char            *sentence)
{
  return cap_check_run_add (self, subject, gettext (cap_register_get (kind)->label),
                            cap_address_new (CAP_ADDRESS_REGISTER, cap_register_get (kind)->name), sentence);
}

/* Whether an open action comes from @code. */
gboolean
cap_check_run_has_open (const CapCheckRun *self,
                        CapOriginKind      kind,
                        const char        *code)
{
  const GPtrArray *actions = g_hash_table_lookup (self->origins[kind], code);

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      if (cap_action_is_open (g_ptr_array_index (actions, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_grade (const CapCatalogue *catalogue,
          const char         *code)
{
  for (guint i = 0; i < catalogue->routes->len; i++)
    {
      if (cap_route_find_grade (g_ptr_array_index (catalogue->routes, i), code) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A finding may be older than the framework of today. */
static gboolean
is_criterion (const CapDossier *dossier,
              const char       *code)
{
  for (guint i = 0; i < dossier->evaluations->len; i++)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, i);

      if (cap_framework_find_criterion (evaluation->framework, code) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_known (const CapCheckRun *self,
          CapRefers          refers,
          const char        *code)
{
  switch (refers)
    {
    case CAP_REFERS_PROCESS:
    case CAP_REFERS_DOCUMENT:
    case CAP_REFERS_AUDIT:
    case CAP_REFERS_FINDING:
    case CAP_REFERS_SITE:
      return g_hash_table_contains (self->records[cap_refers_get_register (refers)], code);

    case CAP_REFERS_INDICATOR:
      return g_hash_table_contains (self->indicators, code);

    case CAP_REFERS_REQUIREMENT:
      return self->standard == NULL || g_hash_table_contains (self->requirements, code);

    case CAP_REFERS_ROUTE:
      return cap_catalogue_find_route (self->catalogue, code) != NULL;

    case CAP_REFERS_GRADE:
      return is_grade (self->catalogue, code);

    case CAP_REFERS_CRITERION:
      return is_criterion (self->dossier, code);

    case CAP_REFERS_NOTHING:
    default:
      return TRUE;
    }
}

/* Returns: (transfer full) (nullable): the codes of a field that nothing bears, joined */
char *
cap_check_run_dup_unknown (const CapCheckRun *self,
                           const CapRecord   *record,
                           guint              field)
{
  const CapRefers refers = cap_register_get (record->kind)->fields[field].refers;
  g_auto(GStrv) codes = NULL;
  g_autoptr(GString) unknown = NULL;

  if (cap_record_get (record, field) == NULL)
    return NULL;

  codes = cap_record_dup_codes (record, field);
  unknown = g_string_new (NULL);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (*codes[i] != '\0' && !is_known (self, refers, codes[i]))
        g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? ", " : "", codes[i]);
    }

  return unknown->len > 0 ? g_strdup (unknown->str) : NULL;
}

static char *
dup_short (const char *title)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_strdup (title);

  start = g_strchomp (g_utf8_substring (title, 0, MAX_TITLE - 1));

  return g_strconcat (start, "…", NULL);
}

/* Returns: (transfer full): a record as sentences name it */
char *
cap_check_dup_name (const CapRecord *record)
{
  g_autofree char *title = dup_short (cap_record_get_title (record));
  const char *code = cap_record_get_code (record);

  if (*code == '\0' || *title == '\0')
    return g_strdup (*code != '\0' ? code : title);

  /* Translators: the code of a line of a register, then its title */
  return g_strdup_printf (_("%1$s “%2$s”"), code, title);
}

char *
cap_check_dup_action (const CapAction *action)
{
  g_autofree char *title = dup_short (action->title);

  /* Translators: the number of an action, then its title */
  return g_strdup_printf (_("Action %1$u “%2$s”"), action->number, title);
}

/* Whether a date is said, and before @day. */
gboolean
cap_check_is_past (const char *date,
                   const char *day)
{
  return date != NULL && day != NULL && strcmp (date, day) < 0;
}
