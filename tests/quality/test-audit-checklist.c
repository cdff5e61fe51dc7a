/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-audit-checklist.h"

#include "exchange/cap-catalogue-json.h"
#include "tests/model/memory-dossier.h"
#include "tests/quality/quality-fixture.h"

typedef struct
{
  CapDossier   *dossier;
  CapCatalogue *catalogue;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dossier = quality_fixture_new_dossier (CAP_MODE_CERTIFICATION);
  fixture->catalogue = cap_catalogue_json_load_default ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cap_dossier_unref (fixture->dossier);
  cap_catalogue_unref (fixture->catalogue);
}

static CapCommand *
propose (Fixture         *fixture,
         const CapRecord *audit)
{
  g_autoptr(CapMatrix) matrix = cap_matrix_new (fixture->dossier, fixture->catalogue,
                                                cap_dossier_get_current (fixture->dossier), "2026-11-20");

  return cap_audit_checklist_propose (matrix, fixture->dossier, audit);
}

static const CapRecord *
find_check (const CapCommand *command,
            const char       *subject)
{
  for (guint i = 0; i < command->edits->len; i++)
    {
      const CapRecord *check = ((const CapEdit *) g_ptr_array_index (command->edits, i))->value;

      if (g_str_equal (cap_record_get (check, CAP_AUDIT_CHECK_SUBJECT), subject))
        return check;
    }

  return NULL;
}

static guint
count_clauses (const CapCommand *command)
{
  guint count = 0;

  for (guint i = 0; i < command->edits->len; i++)
    count += cap_record_is (((const CapEdit *) g_ptr_array_index (command->edits, i))->value,
                            CAP_AUDIT_CHECK_KIND, "requirement");

  return count;
}

/* The clauses of the audit, with what answers them; the findings of others that are not settled. */
static void
test_clauses (Fixture       *fixture,
              gconstpointer  data)
{
  CapRecord *audit = quality_fixture_add_record (fixture->dossier, CAP_REGISTER_AUDIT, "code", "AU-01",
                                                 "requirements", "7.2, 9.2", NULL);
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(CapCommand) again = NULL;

  quality_fixture_add_record (fixture->dossier, CAP_REGISTER_DOCUMENT, "code", "PRO-07", "requirements",
                              "7.2", "state", "in-force", NULL);
  quality_fixture_add_record (fixture->dossier, CAP_REGISTER_FINDING, "code", "E-01", "requirements", "7.2",
                              "fact", "Deux fiches sur dix.", "state", "open", NULL);
  quality_fixture_add_record (fixture->dossier, CAP_REGISTER_FINDING, "code", "E-02", "requirements", "7.2",
                              "state", "closed", NULL);
  quality_fixture_add_record (fixture->dossier, CAP_REGISTER_FINDING, "code", "E-03", "requirements", "7.2",
                              "audit", "AU-01", "state", "open", NULL);
  command = propose (fixture, audit);
  g_assert_cmpuint (count_clauses (command), ==, 3); /* 7.2, 9.2.1, 9.2.2 */
  g_assert_cmpstr (cap_record_get (find_check (command, "E-01"), CAP_AUDIT_CHECK_QUESTION), ==,
                   "Deux fiches sur dix. Is it lifted, and does it hold?");
  g_assert_true (g_str_has_suffix (cap_record_get (find_check (command, "7.2"), CAP_AUDIT_CHECK_QUESTION),
                                   "To be seen: PRO-07."));
  g_assert_null (find_check (command, "E-02"));
  g_assert_null (find_check (command, "E-03"));

  memory_dossier_apply (fixture->dossier, command);
  again = propose (fixture, audit);
  g_assert_null (again);
}

/* Those of its processes, when it names none; all that is not excluded, when it names nothing. */
static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  CapRecord *audit = quality_fixture_add_record (fixture->dossier, CAP_REGISTER_AUDIT, "code", "AU-01",
                                                 "processes", "PR-01", NULL);
  g_autoptr(CapCommand) some = NULL;
  g_autoptr(CapCommand) all = NULL;

  quality_fixture_add_record (fixture->dossier, CAP_REGISTER_PROCESS, "code", "PR-01", "requirements", "7.3",
                              NULL);
  some = propose (fixture, audit);
  g_assert_cmpuint (count_clauses (some), ==, 1);
  g_assert_nonnull (find_check (some, "7.3"));

  cap_record_set (audit, CAP_AUDIT_PROCESSES, NULL);
  quality_fixture_add_record (fixture->dossier, CAP_REGISTER_EXCLUSION, "code", "7.1.5", "reason",
                              "Aucun instrument de mesure", "decided_by", "Direction", "date", "2026-09-15",
                              NULL);
  all = propose (fixture, audit);
  g_assert_cmpuint (count_clauses (all), >, 50);
  g_assert_null (find_check (all, "7.1.5"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/audit-checklist/clauses", Fixture, NULL, set_up, test_clauses, tear_down);
  g_test_add ("/audit-checklist/scope", Fixture, NULL, set_up, test_scope, tear_down);

  return g_test_run ();
}
