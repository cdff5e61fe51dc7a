/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-radiography.h"

#include <glib/gi18n.h>
#include <string.h>

#include "quality/cap-checks-private.h"

static const struct
{
  const char *name;
  const char *label;
} families[CAP_N_CHECK_FAMILIES] = {
  [CAP_CHECK_EVALUATION] = { "evaluation", N_("Evaluation") },
  [CAP_CHECK_EVIDENCE] = { "evidence", N_("Evidence") },
  [CAP_CHECK_PLAN] = { "plan", N_("The plan") },
  [CAP_CHECK_INDICATORS] = { "indicators", N_("Indicators") },
  [CAP_CHECK_CONTEXT] = { "context", N_("Context, policy and objectives") },
  [CAP_CHECK_SYSTEM] = { "system", N_("Processes, documents and means") },
  [CAP_CHECK_PEOPLE] = { "people", N_("Commitments and listening") },
  [CAP_CHECK_REVIEW] = { "review", N_("Management review and audit") },
  [CAP_CHECK_FINDINGS] = { "findings", N_("Findings") },
  [CAP_CHECK_AUDITS] = { "audits", N_("Audit programme and committee") },
  [CAP_CHECK_CERTIFICATES] = { "certificates", N_("Certificates") },
  [CAP_CHECK_GROUP] = { "group", N_("The group and its sites") },
  [CAP_CHECK_WHOLE] = { "whole", N_("The dossier as a whole") },
};

static const struct
{
  const char *name;
  const char *label;
} severities[CAP_N_SEVERITIES] = {
  [CAP_SEVERITY_SERIOUS] = { "serious", NC_("severity", "Serious") },
  [CAP_SEVERITY_LOOK] = { "to-look-at", NC_("severity", "To look at") },
  [CAP_SEVERITY_ADVICE] = { "advice", NC_("severity", "Advice") },
};

/* By CapCheckFamily: the order of the catalogue. */
static const struct
{
  const CapCheck *checks;
  const guint    *n_checks;
} catalogue_parts[CAP_N_CHECK_FAMILIES] = {
  { cap_checks_evaluation, &cap_n_checks_evaluation },
  { cap_checks_evidence, &cap_n_checks_evidence },
  { cap_checks_plan, &cap_n_checks_plan },
  { cap_checks_indicators, &cap_n_checks_indicators },
  { cap_checks_context, &cap_n_checks_context },
  { cap_checks_system, &cap_n_checks_system },
  { cap_checks_people, &cap_n_checks_people },
  { cap_checks_review, &cap_n_checks_review },
  { cap_checks_findings, &cap_n_checks_findings },
  { cap_checks_audits, &cap_n_checks_audits },
  { cap_checks_certificates, &cap_n_checks_certificates },
  { cap_checks_group, &cap_n_checks_group },
  { cap_checks_whole, &cap_n_checks_whole },
};

/* Returns: (transfer none): a check of the catalogue, below cap_check_get_count() */
const CapCheck *
cap_check_get (guint index)
{
  for (guint part = 0; part < G_N_ELEMENTS (catalogue_parts); part++)
    {
      if (index < *catalogue_parts[part].n_checks)
        return &catalogue_parts[part].checks[index];

      index -= *catalogue_parts[part].n_checks;
    }

  g_return_val_if_reached (NULL);
}

guint
cap_check_get_count (void)
{
  guint count = 0;

  for (guint part = 0; part < G_N_ELEMENTS (catalogue_parts); part++)
    count += *catalogue_parts[part].n_checks;

  return count;
}

/* Returns: (nullable): the check that files call @id */
const CapCheck *
cap_check_find (const char *id)
{
  for (guint i = 0; i < cap_check_get_count (); i++)
    {
      if (g_strcmp0 (cap_check_get (i)->id, id) == 0)
        return cap_check_get (i);
    }

  return NULL;
}

const char *
cap_check_family_to_name (CapCheckFamily family)
{
  g_return_val_if_fail (family < CAP_N_CHECK_FAMILIES, NULL);

  return families[family].name;
}

const char *
cap_check_family_get_label (CapCheckFamily family)
{
  g_return_val_if_fail (family < CAP_N_CHECK_FAMILIES, NULL);

  return gettext (families[family].label);
}

const char *
cap_severity_to_name (CapSeverity severity)
{
  g_return_val_if_fail (severity < CAP_N_SEVERITIES, NULL);

  return severities[severity].name;
}

const char *
cap_severity_get_label (CapSeverity severity)
{
  g_return_val_if_fail (severity < CAP_N_SEVERITIES, NULL);

  return g_dpgettext2 (NULL, "severity", severities[severity].label);
}

static char *
dup_silence_key (const char *check,
                 const char *subject)
{
  return g_strconcat (check, "\n", subject, NULL);
}

/* Returns: (transfer full) (element-type utf8 CapRecord): by check and subject */
static GHashTable *
index_silences (const CapDossier *dossier)
{
  GHashTable *silences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *records = dossier->registers[CAP_REGISTER_SILENCE];

  for (guint i = 0; i < records->len; i++)
    {
      CapRecord *record = g_ptr_array_index (records, i);
      const char *check = cap_record_get (record, CAP_SILENCE_WARNING);
      const char *subject = cap_record_get (record, CAP_SILENCE_SUBJECT);

      if (check != NULL && subject != NULL)
        g_hash_table_insert (silences, dup_silence_key (check, subject), record);
    }

  return silences;
}

static void
sort_out (CapRadiography *self,
          CapAlert       *alert,
          GHashTable     *silences)
{
  g_autofree char *key = dup_silence_key (alert->check->id, alert->subject);
  const CapRecord *silence = g_hash_table_lookup (silences, key);

  if (silence == NULL)
    {
      self->counts[alert->severity]++;
      g_ptr_array_add (self->alerts, alert);
      return;
    }

  alert->reason = g_strdup (cap_record_get (silence, CAP_SILENCE_REASON));
  alert->since = g_strdup (cap_record_get (silence, CAP_SILENCE_DATE));
  g_ptr_array_add (self->aside, alert);
}

/* Alerts come in the order of the catalogue: only severities are to be put together. */
static void
sort_all_out (CapRadiography  *self,
              const GPtrArray *alerts,
              GHashTable      *silences)
{
  for (guint severity = 0; severity < CAP_N_SEVERITIES; severity++)
    {
      for (guint i = 0; i < alerts->len; i++)
        {
          CapAlert *alert = g_ptr_array_index (alerts, i);

          if (alert->severity == (CapSeverity) severity)
            sort_out (self, alert, silences);
        }
    }
}

/**
 * cap_radiography_new:
 * @catalogue: the standards and the routes that the program knows
 * @today: ISO 8601
 *
 * Looks at a dossier with every check of the catalogue, in a time that grows
 * as the dossier does. It may be done in any thread.
 *
 * Returns: (transfer full): what is inconsistent
 */
CapRadiography *
cap_radiography_new (const CapDossier   *dossier,
                     const CapCatalogue *catalogue,
                     const char         *today)
{
  CapRadiography *self;
  g_autoptr(CapCheckRun) run = NULL;
  g_autoptr(GHashTable) silences = NULL;

  g_return_val_if_fail (dossier != NULL && catalogue != NULL && today != NULL, NULL);

  self = g_new0 (CapRadiography, 1);
  self->alerts = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_alert_free);
  self->aside = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_alert_free);

  run = cap_check_run_new (dossier, catalogue, today);
  for (guint i = 0; i < cap_check_get_count (); i++)
    {
      run->check = cap_check_get (i);
      run->check->find (run);
    }
  silences = index_silences (dossier);
  sort_all_out (self, run->alerts, silences);

  return self;
}

void
cap_radiography_free (CapRadiography *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->alerts);
  g_ptr_array_unref (self->aside);
  g_free (self);
}

static const CapRecord *
find_silence (const CapDossier *dossier,
              const CapAlert   *alert)
{
  const GPtrArray *records = dossier->registers[CAP_REGISTER_SILENCE];

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);

      if (cap_record_is (record, CAP_SILENCE_WARNING, alert->check->id) &&
          cap_record_is (record, CAP_SILENCE_SUBJECT, alert->subject))
        return record;
    }

  return NULL;
}

/**
 * cap_radiography_silence:
 * @reason: why @alert is no fault
 * @today: ISO 8601
 *
 * Returns: (transfer full) (nullable): a gesture that sets the alert aside;
 *   %NULL when the reason has less than %CAP_SILENCE_MIN_REASON letters
 */
CapCommand *
cap_radiography_silence (const CapDossier *dossier,
                         const CapAlert   *alert,
                         const char       *reason,
                         const char       *today)
{
  const CapRecord *before;
  g_autoptr(CapRecord) silence = NULL;
  g_autofree char *bare = NULL;
  CapCommand *command;

  g_return_val_if_fail (dossier != NULL && alert != NULL && reason != NULL && today != NULL, NULL);

  bare = g_strstrip (g_strdup (reason));
  if (!g_utf8_validate (bare, -1, NULL) || g_utf8_strlen (bare, -1) < CAP_SILENCE_MIN_REASON)
    return NULL;

  before = find_silence (dossier, alert);
  silence = cap_record_new (CAP_REGISTER_SILENCE, before != NULL ? before->id : NULL);
  cap_record_set (silence, CAP_SILENCE_WARNING, alert->check->id);
  cap_record_set (silence, CAP_SILENCE_SUBJECT, alert->subject);
  cap_record_set (silence, CAP_SILENCE_REASON, bare);
  cap_record_set (silence, CAP_SILENCE_DATE, today);
  command = cap_command_new (CAP_GESTURE_SILENCE, alert->name);
  cap_command_put_record (command, silence);

  return command;
}

/* Returns: (transfer full) (nullable): a gesture that brings it back; %NULL when it is not aside */
CapCommand *
cap_radiography_speak (const CapDossier *dossier,
                       const CapAlert   *alert)
{
  const CapRecord *silence;
  CapCommand *command;

  g_return_val_if_fail (dossier != NULL && alert != NULL, NULL);

  silence = find_silence (dossier, alert);
  if (silence == NULL)
    return NULL;

  command = cap_command_new (CAP_GESTURE_SPEAK, alert->name);
  cap_command_remove_record (command, dossier, silence);

  return command;
}
