/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-audit-summaries.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-certificate-text.h"
#include "audit/cap-finding-rules.h"
#include "audit/cap-group.h"
#include "audit/cap-programme.h"
#include "base/cap-date.h"

/* The first day from @today on that a record of the register has in @field, and the last one before it. */
static void
find_days (const CapDossier  *dossier,
           CapRegisterKind    kind,
           guint              field,
           const char        *today,
           const char       **next,
           const char       **last)
{
  const GPtrArray *records = dossier->registers[kind];

  *next = NULL;
  *last = NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const char *day = cap_record_get (g_ptr_array_index (records, i), field);

      if (day != NULL && strcmp (day, today) >= 0 && (*next == NULL || strcmp (day, *next) < 0))
        *next = day;
      else if (day != NULL && strcmp (day, today) < 0 && (*last == NULL || strcmp (day, *last) > 0))
        *last = day;
    }
}

/* The next day matters more than the last one. */
static char *
dup_days (const CapDossier *dossier,
          CapRegisterKind   kind,
          guint             field,
          const char       *today)
{
  const char *next;
  const char *last;
  g_autofree char *day = NULL;

  find_days (dossier, kind, field, today, &next, &last);
  if (next == NULL && last == NULL)
    return NULL;

  day = cap_date_format_long (next != NULL ? next : last);
  if (next != NULL)
    /* Translators: the day of the next audit or meeting */
    return g_strdup_printf (_("The next one on %s"), day);

  /* Translators: the day of the last audit or meeting */
  return g_strdup_printf (_("The last one on %s"), day);
}

char *
cap_audit_summaries_dup_findings (CapDossier         *dossier,
                                  const CapCatalogue *catalogue,
                                  const char         *today)
{
  const GPtrArray *findings = dossier->registers[CAP_REGISTER_FINDING];
  guint n_open = 0;
  guint n_pressing = 0;
  g_autofree char *open = NULL;
  g_autofree char *pressing = NULL;

  if (findings->len == 0)
    return NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (findings, i);

      n_open += cap_finding_get_state (finding) != CAP_FINDING_SETTLED ? 1 : 0;
      n_pressing += cap_finding_get_urgency (finding, dossier, catalogue, today) != CAP_URGENCY_NONE ? 1 : 0;
    }
  if (n_open == 0)
    return g_strdup (_("All of them are settled"));

  open = g_strdup_printf (ngettext ("%u to settle", "%u to settle", n_open), n_open);
  if (n_pressing == 0)
    return g_steal_pointer (&open);

  pressing = g_strdup_printf (ngettext ("%u cannot wait", "%u cannot wait", n_pressing), n_pressing);

  return g_strdup_printf ("%s · %s", open, pressing);
}

char *
cap_audit_summaries_dup_audits (CapDossier         *dossier,
                                const CapCatalogue *catalogue,
                                const char         *today)
{
  return dup_days (dossier, CAP_REGISTER_AUDIT, CAP_AUDIT_DATE, today);
}

char *
cap_audit_summaries_dup_programme (CapDossier         *dossier,
                                   const CapCatalogue *catalogue,
                                   const char         *today)
{
  g_autoptr(CapProgramme) programme = NULL;
  guint n_late;

  if (dossier->registers[CAP_REGISTER_PROGRAMME]->len == 0)
    return NULL;

  programme = cap_programme_new (dossier, NULL, today);
  n_late = cap_programme_count (programme, CAP_PROGRAMME_LATE);
  if (n_late > 0)
    return g_strdup_printf (ngettext ("%u audit is late", "%u audits are late", n_late), n_late);

  return dup_days (dossier, CAP_REGISTER_PROGRAMME, CAP_PROGRAMME_PLANNED, today);
}

/* The one that was decided last. */
char *
cap_audit_summaries_dup_certificates (CapDossier         *dossier,
                                      const CapCatalogue *catalogue,
                                      const char         *today)
{
  const GPtrArray *certificates = dossier->registers[CAP_REGISTER_CERTIFICATE];
  const CapRecord *latest = NULL;
  g_autoptr(CapCertificateCycle) cycle = NULL;

  for (guint i = 0; i < certificates->len; i++)
    {
      const CapRecord *certificate = g_ptr_array_index (certificates, i);

      if (latest == NULL || g_strcmp0 (cap_record_get (certificate, CAP_CERTIFICATE_DECISION),
                                       cap_record_get (latest, CAP_CERTIFICATE_DECISION)) >= 0)
        latest = certificate;
    }
  if (latest == NULL)
    return NULL;

  cycle = cap_certificate_cycle_find (dossier, latest, catalogue->cycle, today);

  return cap_certificate_cycle_dup_validity (cycle);
}

char *
cap_audit_summaries_dup_committee (CapDossier         *dossier,
                                   const CapCatalogue *catalogue,
                                   const char         *today)
{
  return dup_days (dossier, CAP_REGISTER_COMMITTEE, CAP_COMMITTEE_DATE, today);
}

char *
cap_audit_summaries_dup_sites (CapDossier         *dossier,
                               const CapCatalogue *catalogue,
                               const char         *today)
{
  g_autoptr(CapGroup) group = NULL;
  g_autofree char *sites = NULL;
  g_autofree char *blocking = NULL;

  if (dossier->registers[CAP_REGISTER_SITE]->len == 0)
    return NULL;

  group = cap_group_new (dossier, catalogue, today);
  sites = g_strdup_printf (ngettext ("%u site", "%u sites", group->sites->len), group->sites->len);
  if (group->blocking->len > 0)
    blocking = g_strdup (_("a major nonconformity blocks the group"));
  else if (group->unseen->len > 0)
    blocking = g_strdup_printf (ngettext ("%u without an internal audit", "%u without an internal audit",
                                          group->unseen->len), group->unseen->len);
  if (blocking == NULL)
    return g_steal_pointer (&sites);

  return g_strdup_printf ("%s · %s", sites, blocking);
}

char *
cap_audit_summaries_dup_samples (CapDossier         *dossier,
                                 const CapCatalogue *catalogue,
                                 const char         *today)
{
  return dup_days (dossier, CAP_REGISTER_SAMPLE, CAP_SAMPLE_DATE, today);
}
