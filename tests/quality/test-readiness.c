/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-readiness.h"

#include <string.h>

#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "tests/quality/readiness-fixture.h"

#define TODAY QUALITY_TODAY

/* A risk is treated by what is written of it, or by an action that is not given up. */
static void
test_treatments (Fixture       *fixture,
                 gconstpointer  data)
{
  CapAction *action = cap_action_new (NULL, "Former une deuxième personne");

  look (fixture);
  assert_standing (fixture, "treatments", CAP_STANDING_MISSING);
  add_record (fixture, CAP_REGISTER_RISK, "code", "R-01", "title", "La paie s’arrête", NULL);
  g_ptr_array_add (fixture->dossier->actions, action);
  look (fixture);
  assert_standing (fixture, "treatments", CAP_STANDING_MISSING);

  cap_action_add_origin (action, CAP_ORIGIN_RISK, "r-01");
  look (fixture);
  assert_standing (fixture, "treatments", CAP_STANDING_THERE);
  action->state = CAP_ACTION_ABANDONED;
  look (fixture);
  assert_standing (fixture, "treatments", CAP_STANDING_MISSING);
}

/* What is true of one line is not said of all. */
static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  CapRecord *risk = add_record (fixture, CAP_REGISTER_RISK, "code", "R-01", NULL);
  CapAction *action = cap_action_new (NULL, "Former une deuxième personne");

  cap_action_add_origin (action, CAP_ORIGIN_RISK, "R-02");
  g_ptr_array_add (fixture->dossier->actions, action);
  add_record (fixture, CAP_REGISTER_RISK, "code", "R-02", "likelihood", "2", "severity", "3", NULL);
  add_record (fixture, CAP_REGISTER_RISK, "code", "R-03", NULL);
  for (guint i = 0; i < 3; i++)
    add_record (fixture, CAP_REGISTER_COMPLAINT, "code", "X", "answered", i < 2 ? "2026-03-01" : NULL, NULL);
  look (fixture);
  assert_standing (fixture, "risks", CAP_STANDING_THERE);
  g_assert_cmpstr (find (fixture, "risks")->sentence, ==, "1 of 3 is in order: see to the others.");
  assert_standing (fixture, "treatments", CAP_STANDING_THERE);
  g_assert_cmpstr (find (fixture, "treatments")->sentence, ==, "1 of 3 is in order: see to the others.");
  g_assert_cmpstr (find (fixture, "complaints")->sentence, ==, "2 of 3 are in order: see to the others.");

  action->state = CAP_ACTION_ABANDONED;
  cap_record_set (risk, CAP_RISK_TREATMENT, "accept");
  look (fixture);
  assert_standing (fixture, "treatments", CAP_STANDING_WEAK);

  g_ptr_array_set_size (fixture->dossier->registers[CAP_REGISTER_COMPLAINT], 2);
  look (fixture);
  g_assert_cmpstr (find (fixture, "complaints")->sentence, ==, "They are answered.");
  g_ptr_array_set_size (fixture->dossier->registers[CAP_REGISTER_COMPLAINT], 0);
  add_record (fixture, CAP_REGISTER_DOCUMENT, "code", "PRO-01", "kind", "procedure", "requirements", "8.2.1",
              "state", "in-force", NULL);
  look (fixture);
  g_assert_cmpstr (find (fixture, "complaints")->sentence, ==,
                   "None so far: a document says how one would be dealt with.");
}

/* An audit of a certifier, one to come and one without its report are no internal audit of the year; the
 * best of several counts. */
static void
test_audits (Fixture       *fixture,
             gconstpointer  data)
{
  CapRecord *audit;

  aim (fixture, "cedre", "2027-03-31");
  add_record (fixture, CAP_REGISTER_AUDIT, "code", "AU-01", "kind", "surveillance", "date", "2026-10-01",
              "reported", "2026-10-10", NULL);
  look (fixture);
  assert_standing (fixture, "internal-audit", CAP_STANDING_MISSING);
  g_assert_cmpstr (find (fixture, "internal-audit")->address, ==, "register/audit");

  add_record (fixture, CAP_REGISTER_AUDIT, "code", "AU-02", "kind", "internal", "date", "2026-03-30",
              "reported", "2026-04-10", NULL);
  look (fixture);
  assert_standing (fixture, "internal-audit", CAP_STANDING_OUTDATED);
  audit = add_record (fixture, CAP_REGISTER_AUDIT, "code", "AU-03", "kind", "crossed", "date", "2026-10-01",
                      NULL);
  look (fixture);
  assert_standing (fixture, "internal-audit", CAP_STANDING_WEAK);
  cap_record_set (audit, CAP_AUDIT_REPORTED, "2026-10-10");
  look (fixture);
  assert_standing (fixture, "internal-audit", CAP_STANDING_THERE);
  cap_record_set (audit, CAP_AUDIT_DATE, "2027-01-10");
  look (fixture);
  assert_standing (fixture, "internal-audit", CAP_STANDING_WEAK);
}

static void
test_programme (Fixture       *fixture,
                gconstpointer  data)
{
  CapRecord *line = add_record (fixture, CAP_REGISTER_PROGRAMME, "code", "PA-01", NULL);

  aim (fixture, "cedre", "2027-03-31");
  look (fixture);
  assert_standing (fixture, "audit-programme", CAP_STANDING_MISSING);
  cap_record_set (line, CAP_PROGRAMME_PLANNED, "2027-01-15");
  cap_record_set (line, CAP_PROGRAMME_PROCESSES, "PR-01");
  look (fixture);
  assert_standing (fixture, "audit-programme", CAP_STANDING_WEAK);
  cap_record_set (line, CAP_PROGRAMME_AUDITOR, "Qualité");
  look (fixture);
  assert_standing (fixture, "audit-programme", CAP_STANDING_THERE);
  cap_record_set (line, CAP_PROGRAMME_PLANNED, "2026-03-30");
  look (fixture);
  assert_standing (fixture, "audit-programme", CAP_STANDING_OUTDATED);
}

/* Nothing is there: no percentage without an audit, then nothing but the audit counts. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  guint total;

  look (fixture);
  g_assert_cmpint (fixture->readiness->percent, ==, -1);
  g_assert_null (fixture->readiness->audit_day);
  g_assert_null (find (fixture, "parties")->due);
  g_assert_cmpstr (find (fixture, "target")->address, ==, "register/target");
  total = fixture->readiness->n_total;
  g_assert_cmpuint (total, >, 100);

  aim (fixture, "cedre", "2027-03-31");
  look (fixture);
  g_assert_cmpint (fixture->readiness->percent, ==, 0);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total);
  g_assert_cmpuint (fixture->readiness->n_by_standing[CAP_STANDING_THERE], ==, 1);
  g_assert_cmpint (fixture->readiness->days_left, ==, 131);
  assert_standing (fixture, "target", CAP_STANDING_THERE);
}

/* Every part that is filled by people, every clause, and an address that can be opened. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  gboolean parts[CAP_N_READINESS_PARTS + 1] = { FALSE };
  guint n_clauses = 0;

  look (fixture);
  for (guint i = 0; i < fixture->readiness->items->len; i++)
    {
      const CapReadinessItem *item = g_ptr_array_index (fixture->readiness->items, i);
      g_autofree char *target = NULL;
      CapAddressKind kind;

      g_assert_true (cap_address_parse (item->address, &kind, &target));
      g_assert_cmpstr (item->title, !=, "");
      g_assert_cmpstr (item->sentence, !=, "");
      parts[item->part] = TRUE;
      n_clauses += g_str_has_prefix (item->name, "clause/");
    }

  for (guint part = 1; part <= CAP_N_READINESS_PARTS; part++)
    g_assert_true (parts[part]);
  g_assert_cmpuint (n_clauses, ==, fixture->readiness->matrix->rows->len);
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *name; const char *due; } cases[] = {
    { "evaluation", "2026-12-31" },
    { "management-review", "2027-01-30" },
    { "retain/9.2.2", "2027-01-30" },
    { "maintain/4.3", "2027-02-14" },
    { "clause/7.2", "2027-03-01" },
    { "visas", "2027-03-24" },
  };
  const char *last = "";

  aim (fixture, "cedre", "2027-03-31");
  look (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (find (fixture, cases[i].name)->due, ==, cases[i].due);

  /* By date, then the worst first. */
  for (guint i = 0; i < fixture->readiness->items->len; i++)
    {
      const CapReadinessItem *item = g_ptr_array_index (fixture->readiness->items, i);
      const CapReadinessItem *before = i > 0 ? g_ptr_array_index (fixture->readiness->items, i - 1) : item;

      g_assert_cmpint (strcmp (item->due, last), >=, 0);
      g_assert_true (!g_str_equal (item->due, last) || before->standing <= item->standing);
      last = item->due;
    }
}

/* The end of February, in and out of leap years. */
static void
test_month_ends (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct { const char *audit; const char *evidence; const char *review; } cases[] = {
    { "2027-03-01", "2027-01-30", "2026-12-31" },
    { "2028-03-01", "2028-01-31", "2028-01-01" },
    { "2028-03-30", "2028-02-29", "2028-01-30" },
    { "2027-03-30", "2027-02-28", "2027-01-29" },
    { "2027-01-15", "2026-12-16", "2026-11-16" },
  };
  CapRecord *target = aim (fixture, "cedre", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cap_record_set (target, CAP_TARGET_DATE, cases[i].audit);
      look (fixture);
      g_assert_cmpstr (find (fixture, "clause/4.1")->due, ==, cases[i].evidence);
      g_assert_cmpstr (find (fixture, "management-review")->due, ==, cases[i].review);
    }

  g_assert_true (cap_readiness_item_is_late (find (fixture, "management-review"), TODAY));
  g_assert_false (cap_readiness_item_is_late (find (fixture, "clause/4.1"), TODAY));
}

/* What holds today may not hold on the day of the audit. */
static void
test_day_of_audit (Fixture       *fixture,
                   gconstpointer  data)
{
  CapEvidence *evidence = quality_fixture_add_evidence (fixture->dossier, CAP_PLACE_REQUIREMENT, "7.2");

  evidence->expires = g_strdup ("2027-01-31");
  add_record (fixture, CAP_REGISTER_MANAGEMENT_REVIEW, "code", "RD-01", "date", "2026-02-01",
              "finalised", "2026-02-10", NULL);
  aim (fixture, "cedre", "2027-01-31");
  quality_fixture_rate_all (fixture->dossier, 3);
  look (fixture);
  assert_standing (fixture, "clause/7.2", CAP_STANDING_THERE);
  assert_standing (fixture, "management-review", CAP_STANDING_THERE);
  assert_standing (fixture, "evaluation", CAP_STANDING_THERE);
  assert_standing (fixture, "core", CAP_STANDING_THERE);

  cap_record_set (fixture->dossier->registers[CAP_REGISTER_TARGET]->pdata[0], CAP_TARGET_DATE, "2027-02-02");
  look (fixture);
  assert_standing (fixture, "clause/7.2", CAP_STANDING_OUTDATED);
  assert_standing (fixture, "retain/7.2", CAP_STANDING_OUTDATED);
  assert_standing (fixture, "management-review", CAP_STANDING_OUTDATED);
}

/* Evidence, then the levels of the criteria. */
static void
test_clause (Fixture       *fixture,
             gconstpointer  data)
{
  look (fixture);
  assert_standing (fixture, "clause/9.2.2", CAP_STANDING_MISSING);
  g_assert_cmpstr (find (fixture, "clause/9.2.2")->address, ==, "requirement/9.2.2");

  quality_fixture_support (fixture->dossier, "D4.1");
  look (fixture);
  assert_standing (fixture, "clause/9.2.2", CAP_STANDING_WEAK);
  g_assert_cmpstr (find (fixture, "clause/9.2.2")->sentence, ==, "Still to be answered: D4.1, D4.2.");
  g_assert_cmpstr (find (fixture, "clause/9.2.2")->address, ==, "criterion/D4.1");

  quality_fixture_rate (fixture->dossier, "D4.1", 2);
  quality_fixture_rate (fixture->dossier, "D4.2", 1);
  look (fixture);
  assert_standing (fixture, "clause/9.2.2", CAP_STANDING_WEAK);
  assert_standing (fixture, "clause/9.2.1", CAP_STANDING_THERE);
  g_assert_cmpstr (find (fixture, "clause/9.2.2")->address, ==, "criterion/D4.2");

  quality_fixture_rate (fixture->dossier, "D4.2", 2);
  look (fixture);
  assert_standing (fixture, "clause/9.2.2", CAP_STANDING_THERE);
}

/* Only what may be left out, with a reason and a decision, leaves the total. */
static void
test_exclusions (Fixture       *fixture,
                 gconstpointer  data)
{
  CapRecord *exclusion;
  guint total;

  look (fixture);
  total = fixture->readiness->n_total;

  exclusion = add_record (fixture, CAP_REGISTER_EXCLUSION, "code", "8.3", NULL);
  look (fixture);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total);
  assert_standing (fixture, "clause/8.3.1", CAP_STANDING_MISSING);
  cap_record_set (exclusion, CAP_EXCLUSION_REASON, "Nos services sont ceux du conventionnement");
  cap_record_set (exclusion, CAP_EXCLUSION_DECIDED_BY, "Bureau");
  cap_record_set (exclusion, CAP_EXCLUSION_DATE, "2026-09-15");
  look (fixture);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total - 6);
  g_assert_cmpstr (find (fixture, "clause/8.3.1")->sentence, ==,
                   "Nos services sont ceux du conventionnement");

  cap_record_set (exclusion, CAP_EXCLUSION_CODE, "9.2");
  look (fixture);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total);
  g_assert_cmpstr (find (fixture, "clause/9.2.1")->sentence, ==,
                   "Clause 9.2 (Audit interne) applies to every structure: it cannot be left out");
}

/* The short path and the one-day CAP do not make less of what a certification looks at. */
static void
test_path (Fixture       *fixture,
           gconstpointer  data)
{
  CapEvaluation *evaluation = fixture->dossier->evaluations->pdata[0];
  guint n_criteria;
  guint total;

  look (fixture);
  total = fixture->readiness->n_total;
  n_criteria = fixture->readiness->n_criteria;
  evaluation->mode = CAP_MODE_CAP;
  evaluation->path = CAP_PATH_EXPRESS;
  look (fixture);
  g_assert_cmpuint (fixture->readiness->n_total, ==, total);
  g_assert_cmpuint (fixture->readiness->n_criteria, ==, n_criteria);

  /* What the evaluation in course does not look at is answered in another one. */
  quality_fixture_rate_all (fixture->dossier, 3);
  quality_fixture_clear (fixture->dossier, "D6.1");
  look (fixture);
  g_assert_cmpstr (find (fixture, "evaluation")->address, ==, "page/evaluation");
}

/* A route without a standard looks at criteria. */
static void
test_criteria_only (Fixture       *fixture,
                    gconstpointer  data)
{
  aim (fixture, "cap-rse", "2027-03-31");
  quality_fixture_support (fixture->dossier, "A1.1");
  look (fixture);
  g_assert_null (find_if_asked (fixture, "clause/4.1"));
  assert_standing (fixture, "criterion/A1.1", CAP_STANDING_MISSING);
  quality_fixture_rate (fixture->dossier, "A1.1", 3);
  look (fixture);
  assert_standing (fixture, "criterion/A1.1", CAP_STANDING_THERE);
}

/* What the structure added for itself is neither expected nor counted. */
static void
test_local_criteria (Fixture       *fixture,
                     gconstpointer  data)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (fixture->dossier);
  CapTheme *theme = g_ptr_array_index (evaluation->framework->themes, 0);
  const CapObjective *objective = g_ptr_array_index (theme->objectives, 0);
  const CapCriterion *criterion = g_ptr_array_index (objective->criteria, 0);
  g_autofree char *name = g_strconcat ("criterion/", criterion->code, NULL);
  g_autofree char *incomplete = NULL;

  aim (fixture, "cap-rse", "2027-03-31");
  quality_fixture_rate_all (fixture->dossier, 3);
  quality_fixture_clear (fixture->dossier, criterion->code);
  look (fixture);
  assert_standing (fixture, "evaluation", CAP_STANDING_WEAK);
  g_assert_nonnull (find_if_asked (fixture, name));

  theme->local = TRUE;
  look (fixture);
  assert_standing (fixture, "evaluation", CAP_STANDING_THERE);
  incomplete = cap_readiness_dup_evaluation (fixture->readiness);
  g_assert_null (incomplete);
  g_assert_null (find_if_asked (fixture, name));
}

/* Commitments are expected of those who have people on a path. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *kinds; int participants; gboolean asked; } cases[] = {
    { "", CAP_NUMBER_UNKNOWN, TRUE }, { "ACI", CAP_NUMBER_UNKNOWN, TRUE }, { "EBE,GES", 0, TRUE },
    { "OF", CAP_NUMBER_UNKNOWN, FALSE }, { "OF,EBE", 0, FALSE }, { "EBE", 12, TRUE },
  };
  static const char * const names[] = { "commitments", "commitment-reviews", "participants" };
  CapMember *member = fixture->dossier->member;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_strfreev (member->kinds);
      member->kinds = g_strsplit (cases[i].kinds, ",", -1);
      member->participants = cases[i].participants;
      look (fixture);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        assert_standing (fixture, names[j],
                         cases[i].asked ? CAP_STANDING_MISSING : CAP_STANDING_NOT_APPLICABLE);
    }
  g_assert_cmpstr (find (fixture, "commitments")->sentence, ==, "Write them by their codes.");
}

/* A framework without a core has none below the minimum. */
static void
test_no_core (Fixture       *fixture,
              gconstpointer  data)
{
  const GPtrArray *criteria = cap_dossier_get_current (fixture->dossier)->framework->criteria;

  look (fixture);
  assert_standing (fixture, "core", CAP_STANDING_MISSING);
  for (guint i = 0; i < criteria->len; i++)
    {
      CapCriterion *criterion = g_ptr_array_index (criteria, i);

      criterion->core = FALSE;
      criterion->core_in_certification = FALSE;
    }
  look (fixture);
  assert_standing (fixture, "core", CAP_STANDING_NOT_APPLICABLE);
}

/* The words that go with the percentage. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *delay = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *evaluation = NULL;
  g_autofree char *expected = NULL;

  aim (fixture, "cedre", "2026-11-21");
  add_record (fixture, CAP_REGISTER_PARTY, "code", "PI-01", "name", "France Travail", NULL);
  quality_fixture_rate (fixture->dossier, "A1.1", 3);
  look (fixture);
  delay = cap_readiness_dup_delay (fixture->readiness);
  g_assert_cmpstr (delay, ==, "1 day left until the audit, on 21 November 2026.");
  summary = cap_readiness_dup_summary (fixture->readiness);
  expected = g_strdup_printf ("1 of %u expected is in place; 1 weak or out of date counts for a half",
                              fixture->readiness->n_total);
  g_assert_cmpstr (summary, ==, expected);
  evaluation = cap_readiness_dup_evaluation (fixture->readiness);
  g_assert_true (g_str_has_prefix (evaluation, "For a certification, the evaluation is not complete: 1 "
                                               "criterion of "));
}

/* What a large structure has. */
static void
test_cost (Fixture       *fixture,
           gconstpointer  data)
{
  double elapsed = G_MAXDOUBLE;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *code = g_strdup_printf ("R-%u", i);

      add_record (fixture, CAP_REGISTER_RISK, "code", code, "title", "Un risque", NULL);
      quality_fixture_support (fixture->dossier, "D4.1");
    }
  for (guint i = 0; i < 5000; i++)
    {
      CapAction *action = cap_action_new (NULL, "Une action");

      cap_action_add_origin (action, CAP_ORIGIN_RISK, "R-9999");
      g_ptr_array_add (fixture->dossier->actions, action);
    }

  for (guint i = 0; i < 5; i++)
    {
      g_test_timer_start ();
      look (fixture);
      elapsed = MIN (elapsed, g_test_timer_elapsed ());
    }
  g_test_minimized_result (elapsed, "1 000 risks, 1 000 pieces, 5 000 actions: %.1f ms", elapsed * 1000);
}

#define ADD(name) \
  g_test_add ("/readiness/" #name, Fixture, NULL, readiness_fixture_set_up, test_ ## name, \
              readiness_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (empty);
  ADD (parts);
  ADD (dates);
  ADD (month_ends);
  ADD (day_of_audit);
  ADD (clause);
  ADD (exclusions);
  ADD (path);
  ADD (criteria_only);
  ADD (treatments);
  ADD (counts);
  ADD (audits);
  ADD (programme);
  ADD (local_criteria);
  ADD (kinds);
  ADD (no_core);
  ADD (words);
  ADD (cost);

  return g_test_run ();
}
