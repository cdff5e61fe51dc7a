/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-finding-grade.h"
#include "audit/cap-group.h"
#include "exchange/cap-catalogue-json.h"
#include "group-fixture.h"

static CapGroup *
stand (CapDossier *dossier)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();

  return cap_group_new (dossier, catalogue, TODAY);
}

static const CapGroupClause *
find_clause (const CapGroup *group,
             const char     *number)
{
  for (guint i = 0; i < group->clauses->len; i++)
    {
      const CapGroupClause *clause = g_ptr_array_index (group->clauses, i);

      if (g_str_equal (clause->number, number))
        return clause;
    }

  return NULL;
}

static void
test_empty (void)
{
  g_autoptr(CapDossier) dossier = group_fixture_new ();
  g_autoptr(CapGroup) group = stand (dossier);

  g_assert_cmpuint (group->sites->len, ==, 0);
  g_assert_cmpuint (group->clauses->len, ==, 0);
  g_assert_cmpstr (group->since, ==, "2023-11-26");
  g_assert_null (cap_group_find_site (group, "SI-1"));
}

/* Who left is out on the day it leaves; codes with numbers are in the order of these. */
static void
test_sites (void)
{
  g_autoptr(CapDossier) dossier = group_fixture_new ();
  g_autoptr(CapGroup) group = NULL;

  cap_record_set_number (group_fixture_add_site (dossier, "SI-10", "member", "Ateliers"), CAP_SITE_STAFF, 12);
  cap_record_set_number (group_fixture_add_site (dossier, "SI-2", "delegation", NULL), CAP_SITE_STAFF, 3);
  group_fixture_add_site (dossier, "SI-1", "central", NULL);
  cap_record_set (group_fixture_add_site (dossier, "SI-3", "member", NULL), CAP_SITE_LEFT, TODAY);
  cap_record_set (group_fixture_add_site (dossier, "SI-4", "member", NULL), CAP_SITE_LEFT, "2026-11-27");
  group = stand (dossier);

  g_assert_cmpuint (group->sites->len, ==, 4);
  g_assert_cmpuint (group->n_population, ==, 3);
  g_assert_cmpuint (group->n_staff, ==, 15);
  g_assert_cmpstr (cap_record_get_code (((CapGroupSite *) group->sites->pdata[3])->record), ==, "SI-10");
  g_assert_true (cap_group_find_site (group, "si-1")->central);
  g_assert_cmpstr (cap_group_find_site (group, "SI-10")->category, ==, "Ateliers");
  g_assert_null (cap_group_find_site (group, "SI-3"));
}

/* The cycle begins with the latest decision or renewal that is over, and lasts three years at most. */
static void
test_cycle (void)
{
  static const struct { const char *decision, *event, *kind, *since; } cases[] = {
    { NULL, NULL, NULL, "2023-11-26" },
    { "2024-06-01", NULL, NULL, "2024-06-01" },
    { "2020-06-01", NULL, NULL, "2023-11-26" },
    { "2027-06-01", NULL, NULL, "2023-11-26" },
    { "2021-06-01", "2024-05-20", "renewed", "2024-05-20" },
    { "2021-06-01", "2024-05-20", "surveillance", "2023-11-26" },
    { "2024-06-01", "2027-05-20", "renewed", "2024-06-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapDossier) dossier = group_fixture_new ();
      g_autoptr(CapGroup) group = NULL;

      cap_record_set (group_fixture_add (dossier, CAP_REGISTER_CERTIFICATE, "CE-1"),
                      CAP_CERTIFICATE_DECISION, cases[i].decision);
      if (cases[i].event != NULL)
        {
          CapRecord *event = group_fixture_add (dossier, CAP_REGISTER_CERTIFICATE_EVENT, cases[i].kind);

          cap_record_set (event, CAP_CERTIFICATE_EVENT_DATE, cases[i].event);
        }
      group = stand (dossier);
      g_assert_cmpstr (group->since, ==, cases[i].since);
    }
}

static void
assert_audits (const CapGroup *group,
               const char     *code,
               const char     *internal,
               const char     *external,
               guint           n_external)
{
  const CapGroupSite *site = cap_group_find_site (group, code);

  g_assert_cmpstr (site->internal, ==, internal);
  g_assert_cmpstr (site->external, ==, external);
  g_assert_cmpuint (site->n_external, ==, n_external);
}

static void
test_audits (void)
{
  g_autoptr(CapDossier) dossier = group_fixture_new ();
  g_autoptr(CapGroup) group = NULL;
  CapRecord *site;

  group_fixture_add_site (dossier, "SI-1", "member", NULL);
  site = group_fixture_add_site (dossier, "SI-2", "member", NULL);
  cap_record_set (site, CAP_SITE_INTERNAL, "2022-01-01");
  cap_record_set (site, CAP_SITE_EXTERNAL, "2024-01-01");
  group_fixture_add_site (dossier, "SI-3", "member", NULL);
  group_fixture_audit (dossier, "internal", "2026-01-10", "si-1, SI-9");
  group_fixture_audit (dossier, "crossed", "2025-01-10", "SI-1");
  group_fixture_audit (dossier, "internal", "2026-12-10", "SI-1, SI-3");
  group_fixture_audit (dossier, "surveillance", "2025-06-10", "SI-2");
  group_fixture_audit (dossier, "stage-2", "2021-06-10", "SI-2, SI-3");
  /* One that lasts until after today is not over. */
  group_fixture_audit (dossier, "renewal", "2026-11-25", "SI-3");
  cap_record_set (g_ptr_array_index (dossier->registers[CAP_REGISTER_AUDIT], 5), CAP_AUDIT_LAST_DAY,
                  "2026-11-27");
  group = stand (dossier);

  assert_audits (group, "SI-1", "2026-01-10", NULL, 0);
  assert_audits (group, "SI-2", "2022-01-01", "2025-06-10", 2);
  assert_audits (group, "SI-3", NULL, "2021-06-10", 0);
  g_assert_cmpuint (group->unseen->len, ==, 2);
  g_assert_cmpuint (group->n_never, ==, 1);
}

static void
test_nonconformities (void)
{
  g_autoptr(CapDossier) dossier = group_fixture_new ();
  g_autoptr(CapGroup) group = NULL;

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *code = g_strdup_printf ("SI-%u", i);

      group_fixture_add_site (dossier, code, "member", NULL);
    }
  group_fixture_find (dossier, "SI-1", "NC min.", "8.4.1", "open");
  group_fixture_find (dossier, "SI-1", "NC maj.", "8.4.1", "closed");
  group_fixture_find (dossier, "SI-1", "PS", "8.4.1", "open");
  group_fixture_find (dossier, "SI-2", "NC maj.", "8.4.1", "treated");
  group_fixture_find (dossier, "SI-2", "NC min.", "8.4.1", "checked");
  group_fixture_find (dossier, "SI-3", "?", "8.4.1", "open");
  group_fixture_find (dossier, NULL, "NC maj.", "8.4.1", "open");
  group = stand (dossier);

  g_assert_cmpuint (cap_group_find_site (group, "SI-1")->n_open, ==, 1);
  g_assert_false (cap_group_find_site (group, "SI-1")->major);
  g_assert_cmpuint (cap_group_find_site (group, "SI-2")->n_open, ==, 2);
  g_assert_true (cap_group_find_site (group, "SI-2")->major);
  g_assert_cmpuint (cap_group_find_site (group, "SI-3")->n_open, ==, 1);
  g_assert_false (cap_group_find_site (group, "SI-3")->major);
  g_assert_cmpuint (group->blocking->len, ==, 1);
  g_assert_cmpuint (group->n_seen, ==, 0); /* nobody came from outside */
  g_assert_cmpuint (group->clauses->len, ==, 0);
}

/* Three quarters of the sites seen, not of all; several; not all settled; major ones apart. */
static void
test_widespread (void)
{
  static const struct { guint seen, minor, settled; gboolean widespread; } cases[] = {
    { 4, 3, 0, TRUE }, { 4, 2, 0, FALSE }, { 4, 4, 3, TRUE }, { 4, 4, 4, FALSE },
    { 1, 1, 0, FALSE }, { 2, 2, 0, TRUE }, { 5, 3, 0, FALSE }, { 5, 4, 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapDossier) dossier = group_fixture_new ();
      g_autoptr(CapGroup) group = NULL;
      const CapGroupClause *clause;

      group_fixture_add_site (dossier, "SI-99", "central", NULL);
      group_fixture_audit (dossier, "surveillance", "2026-10-01", "SI-99");
      for (guint j = 0; j < 10; j++)
        {
          g_autofree char *code = g_strdup_printf ("SI-%u", j);

          group_fixture_add_site (dossier, code, "member", NULL);
          if (j < cases[i].seen)
            group_fixture_audit (dossier, "surveillance", "2025-11-26", code);
          else
            group_fixture_find (dossier, code, "NC min.", "8.4.1", "open");
          if (j < cases[i].minor)
            group_fixture_find (dossier, code, "NC min.", "7.2, 8.4.1",
                                j < cases[i].settled ? "closed" : "open");
          group_fixture_find (dossier, code, "NC maj.", "9.2", "open");
        }
      group = stand (dossier);
      clause = find_clause (group, "8.4.1");

      g_assert_cmpuint (group->n_seen, ==, cases[i].seen);
      g_assert_cmpuint (clause->n_sites, ==, cases[i].minor);
      g_assert_cmpuint (clause->n_open, ==, cases[i].minor - cases[i].settled);
      g_assert_cmpint (clause->widespread, ==, cases[i].widespread);
      g_assert_null (find_clause (group, "9.2"));
    }
}

/* A site counts once, and as open when one of its nonconformities is, whichever comes first. */
static void
test_open_and_settled (void)
{
  static const char * const states[][2] = { { "open", "closed" }, { "closed", "open" } };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr(CapDossier) dossier = group_fixture_new ();
      g_autoptr(CapGroup) group = NULL;
      const CapGroupClause *clause;

      group_fixture_add_site (dossier, "SI-1", "member", NULL);
      group_fixture_audit (dossier, "surveillance", "2026-09-01", "SI-1");
      for (guint j = 0; j < 2; j++)
        group_fixture_find (dossier, "SI-1", "NC min.", "7.2", states[i][j]);
      group = stand (dossier);
      clause = g_ptr_array_index (group->clauses, 0);
      g_assert_cmpuint (clause->n_sites, ==, 1);
      g_assert_cmpuint (clause->n_open, ==, 1);
    }
}

static CapRoute *
new_route (const char *id,
           const char *grade,
           const char *severest)
{
  CapRoute *route = cap_route_new (id, id);
  const char *codes[] = { grade, severest };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      CapGrade *it = cap_grade_new (codes[i], codes[i]);

      it->nonconformity = TRUE;
      g_ptr_array_add (route->grades, it);
    }

  return route;
}

/* The same word may be mild on one route and severe on another. */
static void
test_routes (void)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(CapDossier) dossier = group_fixture_new ();
  g_autoptr(CapGroup) group = NULL;
  static const char * const routes[] = { "mild", "severe" };

  g_ptr_array_add (catalogue->routes, new_route ("mild", "B", "C"));
  g_ptr_array_add (catalogue->routes, new_route ("severe", "A", "B"));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *code = g_strdup_printf ("SI-%u", i);
      g_autofree char *audit = g_strdup_printf ("AU-%u", i + 1);

      group_fixture_add_site (dossier, code, "member", NULL);
      group_fixture_audit (dossier, "surveillance", "2026-09-01", code);
      cap_record_set (g_ptr_array_index (dossier->registers[CAP_REGISTER_AUDIT], i), CAP_AUDIT_ROUTE,
                      routes[i]);
      cap_record_set (group_fixture_find (dossier, code, "B", "7.2", "open"), CAP_FINDING_AUDIT, audit);
    }
  group = cap_group_new (dossier, catalogue, TODAY);
  g_assert_false (cap_group_find_site (group, "SI-0")->major);
  g_assert_true (cap_group_find_site (group, "SI-1")->major);
}

/* A sample whose audit is still to come shows nothing; the one before counts, however old. */
static void
test_latest_sample (void)
{
  g_autoptr(CapDossier) dossier = group_fixture_new ();
  g_autoptr(CapGroup) group = NULL;
  CapRecord *sample = group_fixture_add (dossier, CAP_REGISTER_SAMPLE, "EC-1");
  const CapGroupClause *clause;

  cap_record_set (sample, CAP_SAMPLE_DATE, "2025-02-01");
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *code = g_strdup_printf ("SI-%u", i);
      CapRecord *part = cap_record_new_part (CAP_REGISTER_SAMPLE_SITE, NULL, sample->id);

      group_fixture_add_site (dossier, code, "member", NULL);
      cap_record_set (part, CAP_SAMPLE_SITE_SITE, code);
      g_ptr_array_add (dossier->registers[CAP_REGISTER_SAMPLE_SITE], part);
    }
  group_fixture_audit (dossier, "surveillance", "2025-03-01", "SI-1, SI-2");
  group_fixture_audit (dossier, "surveillance", "2024-03-01", "SI-3");
  group_fixture_find (dossier, "SI-1", "NC min.", "8.1", "open");
  group_fixture_find (dossier, "SI-3", "NC min.", "8.1", "open");
  group = stand (dossier);

  g_assert_cmpuint (group->n_seen, ==, 2);
  g_assert_cmpuint (group->clauses->len, ==, 1);
  clause = g_ptr_array_index (group->clauses, 0);
  g_assert_cmpuint (clause->n_sites, ==, 1);
}

/* Against the plain way: each finding asked for its grade. */
static void
test_same_as_plain (void)
{
  static const char * const grades[] = { "NC min.", "NC maj.", "PS", "PF", "?" };
  static const char * const states[] = { "open", "treated", "closed" };
  static const char * const routes[] = { "cedre", "cap-rse", "unknown", NULL };
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(GRand) numbers = g_rand_new_with_seed (11);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr(CapDossier) dossier = group_fixture_new ();
      g_autoptr(CapGroup) group = NULL;
      guint n_open[12] = { 0 };

      for (guint i = 0; i < 12; i++)
        {
          g_autofree char *code = g_strdup_printf ("SI-%u", i);

          group_fixture_add_site (dossier, code, "member", NULL);
          group_fixture_audit (dossier, "internal", "2026-01-01", code);
          cap_record_set (g_ptr_array_index (dossier->registers[CAP_REGISTER_AUDIT], i), CAP_AUDIT_ROUTE,
                          routes[g_rand_int_range (numbers, 0, 4)]);
        }
      for (guint i = 0; i < 80; i++)
        {
          const guint at = (guint) g_rand_int_range (numbers, 0, 12);
          g_autofree char *code = g_strdup_printf ("si-%u", at);
          g_autofree char *audit = g_strdup_printf ("au-%d", g_rand_int_range (numbers, 0, 15));
          CapRecord *finding = group_fixture_find (dossier, code, grades[g_rand_int_range (numbers, 0, 5)],
                                                   "8.1", states[g_rand_int_range (numbers, 0, 3)]);

          cap_record_set (finding, CAP_FINDING_AUDIT, audit);
          n_open[at] += !cap_record_is (finding, CAP_FINDING_STATE, "closed") &&
                        cap_finding_is_nonconformity (finding, dossier, catalogue);
        }
      group = stand (dossier);
      for (guint i = 0; i < 12; i++)
        {
          g_autofree char *code = g_strdup_printf ("SI-%u", i);

          g_assert_cmpuint (cap_group_find_site (group, code)->n_open, ==, n_open[i]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audit/group/empty", test_empty);
  g_test_add_func ("/audit/group/sites", test_sites);
  g_test_add_func ("/audit/group/cycle", test_cycle);
  g_test_add_func ("/audit/group/audits", test_audits);
  g_test_add_func ("/audit/group/nonconformities", test_nonconformities);
  g_test_add_func ("/audit/group/widespread", test_widespread);
  g_test_add_func ("/audit/group/open-and-settled", test_open_and_settled);
  g_test_add_func ("/audit/group/routes", test_routes);
  g_test_add_func ("/audit/group/latest-sample", test_latest_sample);
  g_test_add_func ("/audit/group/same-as-plain", test_same_as_plain);

  return g_test_run ();
}
