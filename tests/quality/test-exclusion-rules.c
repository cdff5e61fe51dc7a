/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-exclusion-rules.h"

#include "quality/cap-record-rules.h"
#include "tests/quality/quality-fixture.h"

static void
test_faults (void)
{
  static const struct { const char *number; const char *reason; const char *fault; } cases[] = {
    { "7.1.5", "Aucun instrument de mesure", NULL },
    { "8.3", "Nos services sont ceux du conventionnement", NULL },
    { "8.3.4", "Pas de conception", NULL },
    { "8.3", NULL, "Say why clause 8.3 does not apply" },
    { "8.3", "x", "Say more about why clause 8.3 does not apply: an auditor reads the reason" },
    { "8.3.1", "- - - - - - - - - -",
      "Say more about why clause 8.3.1 does not apply: an auditor reads the reason" },
    { "9.3.2", "Pas le temps cette année",
      "Clause 9.3.2 (Éléments d’entrée de la revue) applies to every structure: it cannot be left out" },
    { "8", "Tout",
      "Clause 8 (Réalisation des activités opérationnelles) applies to every structure: it cannot be left"
      " out" },
    { "8.9", "Inconnue", "ISO 9001 has no clause “8.9”" },
    { "", "Rien", "ISO 9001 has no clause “”" },
  };
  g_autoptr(CapCatalogue) catalogue = quality_fixture_new_catalogue ();
  const CapStandard *standard = g_ptr_array_index (catalogue->standards, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapRecord) exclusion = cap_record_new (CAP_REGISTER_EXCLUSION, NULL);
      g_autofree char *fault = NULL;

      cap_record_set (exclusion, CAP_EXCLUSION_CODE, cases[i].number);
      cap_record_set (exclusion, CAP_EXCLUSION_REASON, cases[i].reason);
      cap_record_set (exclusion, CAP_EXCLUSION_DECIDED_BY, "Conseil d’administration");
      cap_record_set (exclusion, CAP_EXCLUSION_DATE, "2026-09-15");
      fault = cap_exclusion_dup_fault (exclusion, standard);
      g_assert_cmpstr (fault, ==, cases[i].fault);
      g_assert_cmpint (cap_exclusion_is_valid (exclusion, standard), ==, cases[i].fault == NULL);
    }
}

/* A clause is left out by a decision. */
static void
test_decision (void)
{
  g_autoptr(CapCatalogue) catalogue = quality_fixture_new_catalogue ();
  g_autoptr(CapRecord) exclusion = cap_record_new (CAP_REGISTER_EXCLUSION, NULL);
  const CapStandard *standard = g_ptr_array_index (catalogue->standards, 0);
  g_autofree char *undecided = NULL;

  cap_record_set (exclusion, CAP_EXCLUSION_CODE, "8.3");
  cap_record_set (exclusion, CAP_EXCLUSION_REASON, "Nos services sont ceux du conventionnement");
  undecided = cap_exclusion_dup_fault (exclusion, standard);
  g_assert_cmpstr (undecided, ==, "Say who decided that clause 8.3 does not apply, and when");
  cap_record_set (exclusion, CAP_EXCLUSION_DECIDED_BY, "Bureau");
  g_assert_false (cap_exclusion_is_valid (exclusion, standard));
  cap_record_set (exclusion, CAP_EXCLUSION_DATE, "2026-09-15");
  g_assert_true (cap_exclusion_is_valid (exclusion, standard));
}

static const CapRecord *
add_exclusion (CapDossier *dossier,
               const char *number)
{
  return quality_fixture_add_record (dossier, CAP_REGISTER_EXCLUSION, "code", number, NULL);
}

/* What leaves a clause out leaves its parts out; never the other way round. */
static void
test_parts (void)
{
  g_autoptr(CapDossier) dossier = quality_fixture_new_dossier (CAP_MODE_CAP);
  const CapRecord *design = add_exclusion (dossier, "8.3");
  const CapRecord *after = add_exclusion (dossier, "8.5.5");

  g_assert_true (cap_exclusion_find (dossier, "8.3") == design);
  g_assert_true (cap_exclusion_find (dossier, "8.3.6") == design);
  g_assert_true (cap_exclusion_find (dossier, "8.5.5") == after);
  g_assert_null (cap_exclusion_find (dossier, "8.5"));
  g_assert_null (cap_exclusion_find (dossier, "8.30"));
}

/* A line that says too much does not hide the one that says what is meant. */
static void
test_nearest (void)
{
  g_autoptr(CapDossier) dossier = quality_fixture_new_dossier (CAP_MODE_CAP);
  const CapRecord *all = add_exclusion (dossier, "8");
  const CapRecord *design = add_exclusion (dossier, "8.3");

  g_assert_true (cap_exclusion_find (dossier, "8.3.1") == design);
  g_assert_true (cap_exclusion_find (dossier, "8.5.1") == all);
}

/* It is refused where it is written; a route that looks at criteria only has nothing to refuse. */
static void
test_refused (void)
{
  g_autoptr(CapCatalogue) catalogue = quality_fixture_new_catalogue ();
  g_autoptr(CapDossier) dossier = quality_fixture_new_dossier (CAP_MODE_CAP);
  g_autoptr(CapRecord) exclusion = cap_record_new (CAP_REGISTER_EXCLUSION, NULL);
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GPtrArray) none = NULL;

  cap_record_set (exclusion, CAP_EXCLUSION_CODE, "9.3");
  cap_record_set (exclusion, CAP_EXCLUSION_REASON, "Pas le temps");
  faults = cap_record_check (exclusion, dossier);
  g_assert_cmpuint (faults->len, ==, 0);
  cap_exclusion_check (exclusion, g_ptr_array_index (catalogue->standards, 0), faults);
  g_assert_cmpstr (cap_record_faults_find (faults, CAP_EXCLUSION_CODE), ==,
                   "Clause 9.3 (Revue de direction) applies to every structure: it cannot be left out");

  none = cap_record_check (exclusion, dossier);
  cap_exclusion_check (exclusion, NULL, none);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exclusion-rules/faults", test_faults);
  g_test_add_func ("/exclusion-rules/decision", test_decision);
  g_test_add_func ("/exclusion-rules/parts", test_parts);
  g_test_add_func ("/exclusion-rules/nearest", test_nearest);
  g_test_add_func ("/exclusion-rules/refused", test_refused);

  return g_test_run ();
}
