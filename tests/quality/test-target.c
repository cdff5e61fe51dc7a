/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-target.h"

#include "quality/cap-readiness.h"
#include "tests/quality/quality-fixture.h"

/* The next one to come; else one without a day; else the last one that is over: never the greatest code. */
static void
test_find (void)
{
  static const struct { const char *dates[3]; const char *code; } cases[] = {
    { { "2027-03-31", "2026-03-31", NULL }, "AV-01" },
    { { "2027-06-30", "2027-03-31", "2026-03-31" }, "AV-02" },
    { { "2026-11-20", "2027-03-31", NULL }, "AV-01" },
    { { "2026-11-19", "2026-03-31", NULL }, "AV-01" },
    { { "2025-11-19", "2026-03-31", NULL }, "AV-02" },
    { { "", "2026-03-31", NULL }, "AV-01" },
    { { "", "2027-03-31", NULL }, "AV-02" },
    { { "", "", NULL }, "AV-02" },
    { { "2026-03-31", "2026-03-31", NULL }, "AV-02" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapDossier) dossier = quality_fixture_new_dossier (CAP_MODE_CAP);

      g_assert_null (cap_target_find (dossier, QUALITY_TODAY));
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].dates) && cases[i].dates[j] != NULL; j++)
        {
          g_autofree char *code = g_strdup_printf ("AV-%02u", j + 1);

          quality_fixture_add_record (dossier, CAP_REGISTER_TARGET, "code", code, "date",
                                      *cases[i].dates[j] != '\0' ? cases[i].dates[j] : NULL, NULL);
        }
      g_assert_cmpstr (cap_record_get_code (cap_target_find (dossier, QUALITY_TODAY)), ==, cases[i].code);
    }
}

/* A route that nothing knows asks for no less than the first one. */
static void
test_route (void)
{
  static const struct { const char *route; const char *found; } cases[] = {
    { "cap-iso-9001", "cap-iso-9001" },
    { "cap-rse", "cap-rse" },
    { "of-another-year", "cedre" },
    { NULL, "cedre" },
  };
  g_autoptr(CapCatalogue) catalogue = quality_fixture_new_catalogue ();

  g_assert_cmpstr (cap_target_find_route (NULL, catalogue)->id, ==, "cedre");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapRecord) target = cap_record_new (CAP_REGISTER_TARGET, NULL);

      cap_record_set (target, CAP_TARGET_ROUTE, cases[i].route);
      g_assert_cmpstr (cap_target_find_route (target, catalogue)->id, ==, cases[i].found);
    }
}

/* An audit that is over does not hide the one to come. */
static void
test_readiness (void)
{
  g_autoptr(CapCatalogue) catalogue = quality_fixture_new_catalogue ();
  g_autoptr(CapDossier) dossier = quality_fixture_new_dossier (CAP_MODE_CAP);
  g_autoptr(CapReadiness) readiness = NULL;
  const CapRecord *target;

  target = quality_fixture_add_record (dossier, CAP_REGISTER_TARGET, "code", "AV-01", "route", "cedre",
                                       "date", "2027-03-31", NULL);
  quality_fixture_add_record (dossier, CAP_REGISTER_TARGET, "code", "AV-02", "route", "cap-rse",
                              "date", "2026-03-31", NULL);
  readiness = cap_readiness_new (dossier, catalogue, QUALITY_TODAY);
  g_assert_cmpstr (readiness->audit_day, ==, "2027-03-31");
  g_assert_true (readiness->matrix->target == target);
  g_assert_cmpstr (readiness->matrix->route->id, ==, "cedre");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/target/find", test_find);
  g_test_add_func ("/target/route", test_route);
  g_test_add_func ("/target/readiness", test_readiness);

  return g_test_run ();
}
