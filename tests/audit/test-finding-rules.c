/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-finding-rules.h"

#include "exchange/cap-catalogue-json.h"
#include "tests/model/memory-dossier.h"

#define TODAY "2026-11-20"

typedef struct
{
  CapDossier   *dossier;
  CapCatalogue *catalogue;
  CapRecord    *finding;   /* borrowed from the dossier */
} Fixture;

static CapRecord *
add (CapDossier      *dossier,
     CapRegisterKind  kind,
     const char      *code)
{
  CapRecord *record = cap_record_new (kind, NULL);

  cap_record_set (record, 0, code);
  g_ptr_array_add (dossier->registers[kind], record);

  return record;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dossier = cap_dossier_new ("id", cap_member_new ("Les Érables"));
  fixture->catalogue = cap_catalogue_json_load_default ();
  fixture->finding = add (fixture->dossier, CAP_REGISTER_FINDING, "E-01");
  cap_record_set (fixture->finding, CAP_FINDING_GRADE, "NC min.");
  cap_record_set (fixture->finding, CAP_FINDING_RAISED, "2026-03-11");
  cap_record_set (fixture->finding, CAP_FINDING_STATE, "open");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cap_dossier_unref (fixture->dossier);
  cap_catalogue_unref (fixture->catalogue);
}

static CapAction *
add_action (Fixture    *fixture,
            const char *code)
{
  CapAction *action = cap_action_new (NULL, "Mettre à jour");

  cap_action_add_origin (action, CAP_ORIGIN_FINDING, code);
  g_ptr_array_add (fixture->dossier->actions, action);

  return action;
}

/* Apply a gesture and find the finding again: the dossier has another copy of it. */
static void
apply (Fixture    *fixture,
       CapCommand *command)
{
  memory_dossier_apply (fixture->dossier, command);
  cap_command_free (command);
  fixture->finding = g_ptr_array_index (fixture->dossier->registers[CAP_REGISTER_FINDING], 0);
}

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  static const struct { const char *grade, *due; } cases[] = {
    { "NC min.", "2026-09-07" }, { "NC maj.", "2026-06-09" }, { "PF", NULL }, { "PP", NULL },
  };
  g_autofree char *written = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *due = NULL;

      cap_record_set (fixture->finding, CAP_FINDING_GRADE, cases[i].grade);
      due = cap_finding_dup_due (fixture->finding, fixture->dossier, fixture->catalogue);
      g_assert_cmpstr (due, ==, cases[i].due);
    }
  cap_record_set (fixture->finding, CAP_FINDING_DUE, "2026-12-31");
  written = cap_finding_dup_due (fixture->finding, fixture->dossier, fixture->catalogue);
  g_assert_cmpstr (written, ==, "2026-12-31");
}

static CapFindingUrgency
get_urgency (Fixture    *fixture,
             const char *today)
{
  return cap_finding_get_urgency (fixture->finding, fixture->dossier, fixture->catalogue, today);
}

static void
test_urgency (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpint (get_urgency (fixture, "2026-09-07"), ==, CAP_URGENCY_NONE);
  g_assert_cmpint (get_urgency (fixture, "2026-09-08"), ==, CAP_URGENCY_BECOMES_MAJOR);
  cap_record_set (fixture->finding, CAP_FINDING_GRADE, "NC maj.");
  g_assert_cmpint (get_urgency (fixture, "2026-09-08"), ==, CAP_URGENCY_LATE);
  cap_record_set (fixture->finding, CAP_FINDING_STATE, "checked");
  g_assert_cmpint (get_urgency (fixture, TODAY), ==, CAP_URGENCY_NONE);
  cap_record_set (fixture->finding, CAP_FINDING_CHECK_DUE, TODAY);
  g_assert_cmpint (get_urgency (fixture, TODAY), ==, CAP_URGENCY_CHECK_DUE);
  g_assert_cmpint (get_urgency (fixture, "2026-11-19"), ==, CAP_URGENCY_NONE);
  cap_record_set (fixture->finding, CAP_FINDING_STATE, "closed");
  g_assert_cmpint (get_urgency (fixture, TODAY), ==, CAP_URGENCY_NONE);
}

/* The grades that count are those of the route of its audit. */
static void
test_route (Fixture       *fixture,
            gconstpointer  data)
{
  CapRecord *audit = add (fixture->dossier, CAP_REGISTER_AUDIT, "AU-01");
  const CapRoute *last = g_ptr_array_index (fixture->catalogue->routes, fixture->catalogue->routes->len - 1);

  cap_record_set (audit, CAP_AUDIT_ROUTE, last->id);
  cap_record_set (fixture->finding, CAP_FINDING_AUDIT, "AU-01");
  g_assert_true (cap_finding_find_route (fixture->finding, fixture->dossier, fixture->catalogue) == last);
  cap_record_set (audit, CAP_AUDIT_ROUTE, "unknown");
  g_assert_true (cap_finding_find_route (fixture->finding, fixture->dossier, fixture->catalogue) ==
                 g_ptr_array_index (fixture->catalogue->routes, 0));
  cap_record_set (fixture->finding, CAP_FINDING_GRADE, "grade of elsewhere");
  g_assert_true (cap_finding_is_nonconformity (fixture->finding, fixture->dossier, fixture->catalogue));
}

static CapFindingFacts
read_facts (Fixture *fixture)
{
  return cap_finding_read_facts (fixture->finding, fixture->dossier, fixture->catalogue);
}

/* An action counts whatever the case of the code, and not once it is abandoned; the state is that of all. */
static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  CapAction *action;

  g_assert_false (read_facts (fixture).has_action);
  action = add_action (fixture, "e-01");
  add_action (fixture, "E-02");
  g_assert_true (read_facts (fixture).has_action);
  g_assert_true (read_facts (fixture).has_open_action);
  action->state = CAP_ACTION_DONE;
  action->closed = g_strdup (TODAY);
  action->state = CAP_ACTION_VERIFIED;
  g_assert_false (read_facts (fixture).has_open_action);
  action->state = CAP_ACTION_ABANDONED;
  g_assert_false (read_facts (fixture).has_action);
  cap_record_set (fixture->finding, CAP_FINDING_NO_ACTION, "Le poste n’existe plus");
  g_assert_true (read_facts (fixture).has_action);
}

static guint
count_steps (Fixture *fixture)
{
  return fixture->dossier->registers[CAP_REGISTER_FINDING_STEP]->len;
}

/* Settled, then opened again: what the check said goes, and the history keeps the way. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  const CapRecord *step;

  cap_record_set (fixture->finding, CAP_FINDING_STATE, "checked");
  cap_record_set (fixture->finding, CAP_FINDING_CHECKED, "2026-11-19");
  cap_record_set (fixture->finding, CAP_FINDING_EFFECTIVE, "yes");
  apply (fixture, cap_finding_move (fixture->finding, CAP_FINDING_SETTLED, TODAY, NULL));
  g_assert_cmpint (cap_finding_get_state (fixture->finding), ==, CAP_FINDING_SETTLED);
  g_assert_cmpstr (cap_record_get (fixture->finding, CAP_FINDING_CLOSED), ==, TODAY);
  g_assert_cmpstr (cap_record_get (fixture->finding, CAP_FINDING_EFFECTIVE), ==, "yes");

  apply (fixture, cap_finding_move (fixture->finding, CAP_FINDING_OPENED, "2026-12-01", "Un dossier encore"));
  g_assert_cmpint (cap_finding_get_state (fixture->finding), ==, CAP_FINDING_OPENED);
  g_assert_null (cap_record_get (fixture->finding, CAP_FINDING_CLOSED));
  g_assert_null (cap_record_get (fixture->finding, CAP_FINDING_EFFECTIVE));
  g_assert_cmpuint (count_steps (fixture), ==, 2);
  step = g_ptr_array_index (fixture->dossier->registers[CAP_REGISTER_FINDING_STEP], 1);
  g_assert_cmpstr (cap_record_get (step, CAP_FINDING_STEP_NOTE), ==, "Un dossier encore");
  g_assert_cmpstr (cap_record_get (step, CAP_FINDING_STEP_DATE), ==, "2026-12-01");
}

/* The action did not work: back to the treatment, with a new look to be planned. */
static void
test_check_failed (Fixture       *fixture,
                   gconstpointer  data)
{
  cap_record_set (fixture->finding, CAP_FINDING_STATE, "checked");
  cap_record_set (fixture->finding, CAP_FINDING_CHECK_DUE, "2026-11-01");
  apply (fixture, cap_finding_check_failed (fixture->finding, TODAY, "Deux dossiers sur dix"));
  g_assert_cmpint (cap_finding_get_state (fixture->finding), ==, CAP_FINDING_TREATED);
  g_assert_null (cap_record_get (fixture->finding, CAP_FINDING_CHECK_DUE));
  g_assert_cmpuint (count_steps (fixture), ==, 1);
}

#define ADD(name) g_test_add ("/audit/finding-rules/" #name, Fixture, NULL, set_up, test_ ## name, tear_down)

/* To the day, over the end of a short month; it does not depend on the deadline of the grade. */
static void
test_stage_two (Fixture       *fixture,
                gconstpointer  data)
{
  CapRecord *audit = add (fixture->dossier, CAP_REGISTER_AUDIT, "AU-01");
  g_autofree char *without_audit = NULL;
  g_autofree char *minor = NULL;
  g_autofree char *major = NULL;
  g_autofree char *one_day = NULL;
  g_autofree char *settled = NULL;

  cap_record_set (audit, CAP_AUDIT_KIND, "stage-2");
  cap_record_set (audit, CAP_AUDIT_DATE, "2026-08-30");
  cap_record_set (audit, CAP_AUDIT_LAST_DAY, "2026-08-31");
  cap_record_set (fixture->finding, CAP_FINDING_GRADE, "NC maj.");
  without_audit = cap_finding_dup_stage_two_limit (fixture->finding, fixture->dossier, fixture->catalogue);
  g_assert_null (without_audit);

  cap_record_set (fixture->finding, CAP_FINDING_AUDIT, "AU-01");
  major = cap_finding_dup_stage_two_limit (fixture->finding, fixture->dossier, fixture->catalogue);
  g_assert_cmpstr (major, ==, "2027-02-28");
  cap_record_set (audit, CAP_AUDIT_LAST_DAY, NULL);
  one_day = cap_finding_dup_stage_two_limit (fixture->finding, fixture->dossier, fixture->catalogue);
  g_assert_cmpstr (one_day, ==, "2027-02-28");

  cap_record_set (fixture->finding, CAP_FINDING_GRADE, "NC min.");
  minor = cap_finding_dup_stage_two_limit (fixture->finding, fixture->dossier, fixture->catalogue);
  g_assert_null (minor);
  cap_record_set (fixture->finding, CAP_FINDING_GRADE, "NC maj.");
  cap_record_set (fixture->finding, CAP_FINDING_STATE, "closed");
  settled = cap_finding_dup_stage_two_limit (fixture->finding, fixture->dossier, fixture->catalogue);
  g_assert_null (settled);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (due);
  ADD (urgency);
  ADD (route);
  ADD (actions);
  ADD (move);
  ADD (check_failed);
  ADD (stage_two);

  return g_test_run ();
}
