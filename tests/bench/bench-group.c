/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a group of 2 000 sites with 20 000 findings stands, and its sample, next to a bare pass: the fields
 * that are looked at, read once each. Then half of it: what it costs grows as it does.
 */

#include "audit/cap-sample-choice.h"
#include "exchange/cap-catalogue-json.h"
#include "group-fixture.h"

#define N_SITES    2000
#define N_FINDINGS 20000
#define N_AUDITS   1000
#define N_RUNS     15

static void
add_findings (CapDossier *dossier,
              guint       n_sites,
              guint       n_findings)
{
  static const char * const grades[] = { "NC min.", "PS", "NC maj.", "PP" };
  static const char * const states[] = { "open", "closed", "closed" };

  for (guint i = 0; i < n_findings; i++)
    {
      g_autofree char *site = g_strdup_printf ("SI-%u", i % n_sites);
      g_autofree char *audit = g_strdup_printf ("AU-%u", i % N_AUDITS + 1);
      CapRecord *finding = group_fixture_find (dossier, site, grades[i % 4], "7.2, 8.4.1", states[i % 3]);

      cap_record_set (finding, CAP_FINDING_AUDIT, audit);
    }
}

static CapDossier *
make_group (guint n_sites,
            guint n_findings)
{
  static const char * const categories[] = { "Ateliers", "Chantiers", "Intérim" };
  CapDossier *dossier = group_fixture_new ();

  for (guint i = 0; i < n_sites; i++)
    {
      g_autofree char *code = g_strdup_printf ("SI-%u", i);

      group_fixture_add_site (dossier, code, i == 0 ? "central" : "member", categories[i % 3]);
    }
  for (guint i = 0; i < N_AUDITS; i++)
    {
      g_autofree char *sites = g_strdup_printf ("SI-%u, SI-%u", i % n_sites, i * 7 % n_sites);

      group_fixture_audit (dossier, i % 2 == 0 ? "internal" : "surveillance", "2026-05-05", sites);
    }
  add_findings (dossier, n_sites, n_findings);

  return dossier;
}

static guint
read_fields (const CapDossier *dossier,
             CapRegisterKind   kind,
             const guint      *fields,
             guint             n_fields)
{
  guint sum = 0;

  for (guint i = 0; i < dossier->registers[kind]->len; i++)
    {
      for (guint j = 0; j < n_fields; j++)
        {
          const char *value = cap_record_get (g_ptr_array_index (dossier->registers[kind], i), fields[j]);

          sum += value != NULL ? g_str_hash (value) : 0;
        }
    }

  return sum;
}

static guint
pass_bare (const CapDossier *dossier)
{
  static const guint sites[] = { CAP_SITE_CODE, CAP_SITE_ROLE, CAP_SITE_CATEGORY, CAP_SITE_STAFF,
                                 CAP_SITE_LEFT, CAP_SITE_INTERNAL, CAP_SITE_EXTERNAL };
  static const guint audits[] = { CAP_AUDIT_CODE, CAP_AUDIT_KIND, CAP_AUDIT_DATE, CAP_AUDIT_LAST_DAY,
                                  CAP_AUDIT_SITES };
  static const guint findings[] = { CAP_FINDING_AUDIT, CAP_FINDING_GRADE, CAP_FINDING_SITE,
                                    CAP_FINDING_RAISED, CAP_FINDING_STATE, CAP_FINDING_REQUIREMENTS };

  return read_fields (dossier, CAP_REGISTER_SITE, sites, G_N_ELEMENTS (sites)) +
         read_fields (dossier, CAP_REGISTER_AUDIT, audits, G_N_ELEMENTS (audits)) +
         read_fields (dossier, CAP_REGISTER_FINDING, findings, G_N_ELEMENTS (findings));
}

/* The best of some runs, in milliseconds: what else the machine did is not counted. */
static double
measure (CapDossier         *dossier,
         const CapCatalogue *catalogue,
         guint               what)
{
  const CapSampleDemand demand = { CAP_SAMPLING_INITIAL, FALSE, FALSE, 20261126, NULL };
  double best = G_MAXDOUBLE;
  guint sum = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      g_autoptr(CapGroup) group = what > 0 ? cap_group_new (dossier, catalogue, TODAY) : NULL;
      g_autoptr(CapSampleChoice) choice = NULL;

      sum += what == 0 ? pass_bare (dossier) : 0;
      if (what == 2)
        choice = cap_sample_choice_new (group, catalogue->sampling, &demand, NULL);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }
  g_assert_true (what > 0 || sum != 0);

  return best;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(CapDossier) whole = make_group (N_SITES, N_FINDINGS);
  g_autoptr(CapDossier) half = make_group (N_SITES / 2, N_FINDINGS / 2);
  const double bare = measure (whole, catalogue, 0);
  const double group = measure (whole, catalogue, 1);
  const double sample = measure (whole, catalogue, 2) - group;

  g_print ("%d sites, %d findings: bare pass %.2f ms, group %.2f ms (x %.1f), sample %.2f ms\n", N_SITES,
           N_FINDINGS, bare, group, group / bare, sample);
  g_print ("Half of it: group %.2f ms (whole x %.2f)\n", measure (half, catalogue, 1),
           group / measure (half, catalogue, 1));

  return 0;
}
