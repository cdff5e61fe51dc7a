/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "group-fixture.h"

CapDossier *
group_fixture_new (void)
{
  return cap_dossier_new ("d", cap_member_new ("Fédération des Cèdres"));
}

CapRecord *
group_fixture_add (CapDossier      *dossier,
                   CapRegisterKind  kind,
                   const char      *code)
{
  CapRecord *record = cap_record_new (kind, NULL);

  cap_record_set (record, 0, code);
  g_ptr_array_add (dossier->registers[kind], record);

  return record;
}

CapRecord *
group_fixture_add_site (CapDossier *dossier,
                        const char *code,
                        const char *role,
                        const char *category)
{
  CapRecord *site = group_fixture_add (dossier, CAP_REGISTER_SITE, code);

  cap_record_set (site, CAP_SITE_NAME, code);
  cap_record_set (site, CAP_SITE_ROLE, role);
  cap_record_set (site, CAP_SITE_CATEGORY, category);

  return site;
}

void
group_fixture_audit (CapDossier *dossier,
                     const char *kind,
                     const char *day,
                     const char *sites)
{
  g_autofree char *code = g_strdup_printf ("AU-%u", dossier->registers[CAP_REGISTER_AUDIT]->len + 1);
  CapRecord *audit = group_fixture_add (dossier, CAP_REGISTER_AUDIT, code);

  cap_record_set (audit, CAP_AUDIT_KIND, kind);
  cap_record_set (audit, CAP_AUDIT_DATE, day);
  cap_record_set (audit, CAP_AUDIT_SITES, sites);
}

CapRecord *
group_fixture_find (CapDossier *dossier,
                    const char *site,
                    const char *grade,
                    const char *requirements,
                    const char *state)
{
  g_autofree char *code = g_strdup_printf ("E-%u", dossier->registers[CAP_REGISTER_FINDING]->len + 1);
  CapRecord *finding = group_fixture_add (dossier, CAP_REGISTER_FINDING, code);

  cap_record_set (finding, CAP_FINDING_SITE, site);
  cap_record_set (finding, CAP_FINDING_GRADE, grade);
  cap_record_set (finding, CAP_FINDING_REQUIREMENTS, requirements);
  cap_record_set (finding, CAP_FINDING_STATE, state);
  cap_record_set (finding, CAP_FINDING_RAISED, "2026-09-01");

  return finding;
}
