/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-review-inputs.h"

#include "sample.h"

#define SINCE "2025-11-20"
#define DATE  "2026-11-20"

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("id", cap_member_new ("Une structure"));
}

/* Fields and values, by turns, up to -1. */
static CapRecord *
add (CapDossier      *dossier,
     CapRegisterKind  kind,
     const char      *parent,
     ...)
{
  CapRecord *record = cap_record_new_part (kind, NULL, parent);
  va_list values;

  va_start (values, parent);
  for (int field = va_arg (values, int); field >= 0; field = va_arg (values, int))
    cap_record_set (record, (guint) field, va_arg (values, const char *));
  va_end (values);
  g_ptr_array_add (dossier->registers[kind], record);

  return record;
}

static CapAction *
add_action (CapDossier     *dossier,
            guint           number,
            CapOriginKind   kind,
            const char     *code,
            CapActionState  state)
{
  CapAction *action = cap_action_new (NULL, "Une action");

  action->number = number;
  action->state = state;
  action->created = g_strdup ("2026-01-10");
  cap_action_add_origin (action, kind, code);
  g_ptr_array_add (dossier->actions, action);

  return action;
}

static void
assert_reading (const CapDossier *dossier,
                CapReviewInput    input,
                const char       *sentence,
                const char       *address)
{
  g_autoptr(CapReviewReading) reading = cap_review_input_read (input, dossier, SINCE, DATE);

  g_assert_cmpstr (reading->sentence, ==, sentence);
  g_assert_false (reading->silent);
  g_assert_true (g_strv_contains ((const char * const *) reading->addresses, address));
}

/* A dossier that holds nothing says so of each input, and where to fill it in. */
static void
test_nothing (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  for (CapReviewInput input = 0; input < CAP_N_REVIEW_INPUTS; input++)
    {
      g_autoptr(CapReviewReading) reading = cap_review_input_read (input, dossier, SINCE, DATE);

      g_test_message ("%s: %s", cap_review_input_get_key (input), reading->sentence);
      g_assert_true (reading->silent);
      g_assert_true (g_str_has_prefix (reading->sentence, "The dossier says nothing about this: "));
      g_assert_nonnull (reading->addresses[0]);
    }
}

/* Keys are in files: none may change. */
static void
test_keys (void)
{
  static const char * const keys[] = {
    "previous-decisions", "context-changes", "satisfaction", "complaints", "objectives",
    "process-performance", "nonconformities", "monitoring", "audits", "suppliers", "resources", "risks",
    "opportunities", "improvement",
  };

  g_assert_cmpuint (G_N_ELEMENTS (keys), ==, CAP_N_REVIEW_INPUTS);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_cmpstr (cap_review_input_get_key ((CapReviewInput) i), ==, keys[i]);
      g_assert_cmpint (cap_review_input_find (keys[i]), ==, (int) i);
    }
  g_assert_cmpint (cap_review_input_find ("parrot"), ==, CAP_REVIEW_INPUT_NONE);
  g_assert_cmpint (cap_review_input_find (NULL), ==, CAP_REVIEW_INPUT_NONE);
}

static void
test_decisions (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapRecord *review = add (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, NULL, CAP_MANAGEMENT_REVIEW_CODE, "RD-01",
                           CAP_MANAGEMENT_REVIEW_DATE, SINCE, -1);
  g_autofree char *address = g_strconcat ("record/management_review/", review->id, NULL);

  assert_reading (dossier, CAP_INPUT_PREVIOUS_DECISIONS,
                  "Review RD-01 of 20 November 2025 asked for nothing to be done.", address);

  add (dossier, CAP_REGISTER_REVIEW_OUTPUT, review->id, CAP_REVIEW_OUTPUT_ACTION, "1", -1);
  add (dossier, CAP_REGISTER_REVIEW_OUTPUT, review->id, CAP_REVIEW_OUTPUT_ACTION, "2", -1);
  add (dossier, CAP_REGISTER_REVIEW_OUTPUT, review->id, CAP_REVIEW_OUTPUT_TEXT, "Réunir", -1);
  add_action (dossier, 1, CAP_ORIGIN_REVIEW, "RD-01", CAP_ACTION_VERIFIED);
  add_action (dossier, 2, CAP_ORIGIN_REVIEW, "RD-01", CAP_ACTION_STARTED)->due = g_strdup ("2026-11-19");
  assert_reading (dossier, CAP_INPUT_PREVIOUS_DECISIONS,
                  "Of what review RD-01 of 20 November 2025 asked for, 1 decision out of 3 is carried out, "
                  "1 is late, 1 has no action in the plan.", address);
}

static void
test_context (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add (dossier, CAP_REGISTER_ISSUE, NULL, CAP_ISSUE_SEEN, "2026-05-01", CAP_ISSUE_EFFECT, "unfavourable", -1);
  add (dossier, CAP_REGISTER_ISSUE, NULL, CAP_ISSUE_SEEN, SINCE, CAP_ISSUE_EFFECT, "both", -1);
  add (dossier, CAP_REGISTER_PARTY, NULL, CAP_PARTY_HEARD, DATE, -1);
  assert_reading (dossier, CAP_INPUT_CONTEXT_CHANGES,
                  "1 issue out of 2 was looked at over the period, 1 is unfavourable, 1 interested party out "
                  "of 1 was heard. Whether climate change is a relevant issue is still to be concluded.",
                  "register/issue");

  add (dossier, CAP_REGISTER_STATEMENT, NULL, CAP_STATEMENT_KIND, "climate", CAP_STATEMENT_DATE, "2027-01-01",
       CAP_STATEMENT_OUTCOME, "relevant", -1);
  add (dossier, CAP_REGISTER_STATEMENT, NULL, CAP_STATEMENT_KIND, "climate", CAP_STATEMENT_DATE, "2026-03-12",
       CAP_STATEMENT_OUTCOME, "not-relevant", -1);
  assert_reading (dossier, CAP_INPUT_CONTEXT_CHANGES,
                  "1 issue out of 2 was looked at over the period, 1 is unfavourable, 1 interested party out "
                  "of 1 was heard. Climate change is not a relevant issue, as concluded on 12 March 2026.",
                  "register/statement");
}

static CapIndicator *
add_indicator (CapDossier *dossier,
               const char *code,
               gint64      value)
{
  CapIndicator *indicator = cap_indicator_new (NULL, code, "Sorties dynamiques");

  indicator->target = 60000;
  indicator->tolerance = 5000;
  cap_indicator_set_value (indicator, "2026-06-30", value, NULL);
  cap_indicator_set_value (indicator, "2027-06-30", 0, NULL);
  g_ptr_array_add (dossier->indicators, indicator);

  return indicator;
}

/* Objectives that were assessed before belong to the review before; values that came later do not count. */
static void
test_objectives (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add_indicator (dossier, "I-01", 56000);
  add_indicator (dossier, "I-02", 40000);
  add (dossier, CAP_REGISTER_GOAL, NULL, CAP_GOAL_STATE, "reached", CAP_GOAL_ASSESSED, "2026-06-30",
       CAP_GOAL_INDICATORS, "I-01", -1);
  add (dossier, CAP_REGISTER_GOAL, NULL, CAP_GOAL_STATE, "open", CAP_GOAL_DUE, "2026-10-01",
       CAP_GOAL_INDICATORS, "I-01, I-02, I-99", -1);
  add (dossier, CAP_REGISTER_GOAL, NULL, CAP_GOAL_STATE, "missed", CAP_GOAL_ASSESSED, SINCE, -1);
  assert_reading (dossier, CAP_INPUT_OBJECTIVES,
                  "1 objective out of 2 is reached, 1 is still open after its date. 1 of their indicators "
                  "out of 2 is at the target or within tolerance.", "register/goal");
}

static void
test_processes (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add (dossier, CAP_REGISTER_PROCESS, NULL, CAP_PROCESS_CODE, "P-01", CAP_PROCESS_PERFORMANCE, "on-track",
       CAP_PROCESS_REVIEWED, "2026-05-01", -1);
  add (dossier, CAP_REGISTER_PROCESS, NULL, CAP_PROCESS_CODE, "P-02", CAP_PROCESS_PERFORMANCE, "off-track",
       CAP_PROCESS_REVIEWED, "2026-06-01", -1);
  add (dossier, CAP_REGISTER_PROCESS, NULL, CAP_PROCESS_CODE, "P-03", -1);
  assert_reading (dossier, CAP_INPUT_PROCESS_PERFORMANCE,
                  "2 processes out of 3 were reviewed over the period. 1 process out of 3 is under control, "
                  "1 is out of control (P-02).", "register/process");
}

static void
test_faults (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapAction *closed = add_action (dossier, 1, CAP_ORIGIN_COMPLAINT, "REC-01", CAP_ACTION_VERIFIED);
  CapAction *late = add_action (dossier, 2, CAP_ORIGIN_FINDING, "EC-1", CAP_ACTION_TODO);
  CapAction *former = add_action (dossier, 3, CAP_ORIGIN_FINDING, "EC-0", CAP_ACTION_VERIFIED);

  closed->kind = CAP_ACTION_CORRECTIVE;
  closed->closed = g_strdup ("2026-03-01");
  closed->verdict = CAP_VERDICT_EFFECTIVE;
  late->due = g_strdup ("2026-11-01");
  former->closed = g_strdup ("2025-01-01");
  add_action (dossier, 4, CAP_ORIGIN_CRITERION, "A1.1", CAP_ACTION_TODO);
  assert_reading (dossier, CAP_INPUT_NONCONFORMITIES,
                  "1 correction or corrective action out of 2 is closed, 1 is late. 1 of those whose "
                  "effect was "
                  "checked out of 1 had it.", "page/plan");
}

/* Audits of the period; findings that were open in it: one is settled, one is late, one is of before. */
static void
test_audits (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add (dossier, CAP_REGISTER_AUDIT, NULL, CAP_AUDIT_CODE, "AU-01", CAP_AUDIT_DATE, "2024-10-17", -1);
  add (dossier, CAP_REGISTER_AUDIT, NULL, CAP_AUDIT_CODE, "AU-02", CAP_AUDIT_DATE, "2026-03-10", -1);
  add (dossier, CAP_REGISTER_FINDING, NULL, CAP_FINDING_CODE, "E-01", CAP_FINDING_RAISED, "2024-10-17",
       CAP_FINDING_STATE, "closed", CAP_FINDING_CLOSED, "2024-12-01", -1);
  add (dossier, CAP_REGISTER_FINDING, NULL, CAP_FINDING_CODE, "E-02", CAP_FINDING_RAISED, "2026-03-11",
       CAP_FINDING_STATE, "closed", CAP_FINDING_CLOSED, "2026-06-01", -1);
  add (dossier, CAP_REGISTER_FINDING, NULL, CAP_FINDING_CODE, "E-03", CAP_FINDING_RAISED, "2026-03-11",
       CAP_FINDING_STATE, "treated", CAP_FINDING_DUE, "2026-09-07", -1);
  assert_reading (dossier, CAP_INPUT_AUDITS,
                  "1 audit was held in the period. 1 finding out of 2 is settled, 1 is late.",
                  "register/finding");
}

static void
test_pieces_of_audits (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapEvidence *piece = cap_evidence_new (NULL, "Rapport d’audit interne", "Classeur 3", NULL);
  CapEvidence *other = cap_evidence_new (NULL, "Plan", NULL, NULL);

  cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, "9.2.2");
  cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, "9.2");
  cap_evidence_add_link (other, CAP_PLACE_REQUIREMENT, "9.3");
  g_ptr_array_add (dossier->evidence, piece);
  g_ptr_array_add (dossier->evidence, other);
  assert_reading (dossier, CAP_INPUT_AUDITS,
                  "No audit was held in the period. 1 piece of evidence serves clause 9.2.",
                  "requirement/9.2");
}

static void
add_evaluation (CapDossier *dossier,
                guint       number,
                const char *date,
                int         level)
{
  CapFramework *framework = sample_framework_new ();
  CapEvaluation *evaluation = cap_evaluation_new (NULL, number, date, CAP_MODE_CAP, framework);

  cap_evaluation_take_answer (evaluation, cap_answer_new_rated ("A1.1", level));
  cap_evaluation_take_answer (evaluation, cap_answer_new_rated ("A1.2", level));
  g_ptr_array_add (dossier->evaluations, evaluation);
  cap_framework_unref (framework);
}

static void
test_monitoring (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapIndicator *yearly = add_indicator (dossier, "I-03", 60000);

  add_indicator (dossier, "I-01", 56000);
  add_indicator (dossier, "I-02", 40000);
  yearly->frequency = CAP_FREQUENCY_MONTHLY;
  cap_indicator_remove_value (yearly, "2027-06-30");
  assert_reading (dossier, CAP_INPUT_MONITORING,
                  "2 indicators out of 3 are at their targets or within tolerance, 1 is off target (I-02), "
                  "1 value is awaited.", "page/plan");

  add_evaluation (dossier, 1, "2025-10-01", 2);
  add_evaluation (dossier, 2, "2026-10-01", 3);
  add_evaluation (dossier, 3, "2027-10-01", 4);
  assert_reading (dossier, CAP_INPUT_MONITORING,
                  "2 indicators out of 3 are at their targets or within tolerance, 1 is off target (I-02), "
                  "1 value is awaited. Self-evaluation of 1 October 2026: 75% (2 criteria answered out of "
                  "6), "
                  "50% on 1 October 2025, weakest: A1 A1.", "page/photograph");
}

static void
test_suppliers (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add (dossier, CAP_REGISTER_SUPPLIER, NULL, CAP_SUPPLIER_RATING, "good", CAP_SUPPLIER_ASSESSED, "2026-02-01",
       -1);
  add (dossier, CAP_REGISTER_SUPPLIER, NULL, CAP_SUPPLIER_RATING, "replace",
       CAP_SUPPLIER_ASSESSED, "2024-02-01", CAP_SUPPLIER_REVIEW, "2026-02-01", -1);
  assert_reading (dossier, CAP_INPUT_SUPPLIERS,
                  "1 supplier out of 2 was assessed over the period, 1 is past the date of its assessment. "
                  "1 supplier out of 2 is satisfactory, 1 is to be replaced.", "register/supplier");
}

static void
test_resources (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  dossier->member->staff = 12;
  add (dossier, CAP_REGISTER_SKILL, NULL, CAP_SKILL_HELD, "yes", -1);
  add (dossier, CAP_REGISTER_SKILL, NULL, CAP_SKILL_HELD, "no", -1);
  add (dossier, CAP_REGISTER_SKILL, NULL, CAP_SKILL_HELD, "partly", -1);
  add_action (dossier, 1, CAP_ORIGIN_OTHER, "x", CAP_ACTION_TODO)->days_hundredths = 250;
  add_action (dossier, 2, CAP_ORIGIN_OTHER, "x", CAP_ACTION_DONE)->days_hundredths = 900;
  assert_reading (dossier, CAP_INPUT_RESOURCES,
                  "1 needed skill out of 3 is held, 1 is partly held, 1 is missing. The permanent staff "
                  "numbers 12 people, the actions to be carried out ask for 2.5 days.", "register/skill");
}

static void
test_risks (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add (dossier, CAP_REGISTER_RISK, NULL, CAP_RISK_CODE, "R-01", CAP_RISK_NATURE, "risk",
       CAP_RISK_LIKELIHOOD, "3", CAP_RISK_SEVERITY, "4", CAP_RISK_LIKELIHOOD_AFTER, "2",
       CAP_RISK_SEVERITY_AFTER, "4", CAP_RISK_MEASURE, "Binômes", -1);
  add (dossier, CAP_REGISTER_RISK, NULL, CAP_RISK_CODE, "R-02", CAP_RISK_NATURE, "risk", -1);
  add (dossier, CAP_REGISTER_RISK, NULL, CAP_RISK_CODE, "R-03", CAP_RISK_NATURE, "opportunity", -1);
  add_action (dossier, 1, CAP_ORIGIN_RISK, "R-03", CAP_ACTION_DONE);
  assert_reading (dossier, CAP_INPUT_RISKS,
                  "1 risk out of 2 is treated, 1 was rated again, of which 1 went down.",
                  "register/risk");
  assert_reading (dossier, CAP_INPUT_OPPORTUNITIES,
                  "1 opportunity out of 1 is being taken. 1 action that comes from them out of 1 is carried "
                  "out.", "register/risk");
}

static void
test_improvement (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add_action (dossier, 1, CAP_ORIGIN_CRITERION, "A1.1", CAP_ACTION_DONE)->done = g_strdup ("2026-02-01");
  add_action (dossier, 2, CAP_ORIGIN_CRITERION, "A2.1", CAP_ACTION_STARTED)->due = g_strdup ("2026-02-01");
  assert_reading (dossier, CAP_INPUT_IMPROVEMENT,
                  "2 actions entered the plan, 1 was carried out, 1 open action out of 2 is late.",
                  "page/plan");

  add_evaluation (dossier, 1, "2026-10-01", 1);
  assert_reading (dossier, CAP_INPUT_IMPROVEMENT,
                  "2 actions entered the plan, 1 was carried out, 1 open action out of 2 is late. 1 "
                  "proposal is "
                  "waiting.", "page/plan");
}

static void
add_survey (CapDossier *dossier,
            const char *public,
            const char *date,
            const char *very,
            const char *little)
{
  CapRecord *survey = add (dossier, CAP_REGISTER_SURVEY, NULL, CAP_SURVEY_PUBLIC, public,
                           CAP_SURVEY_DATE, date, -1);

  add (dossier, CAP_REGISTER_SURVEY_QUESTION, survey->id, CAP_SURVEY_QUESTION_VERY, very,
       CAP_SURVEY_QUESTION_LITTLE, little, -1);
}

/* By public, those of the period only: 18 of 41 is 43.9%. */
static void
test_satisfaction (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add_survey (dossier, "clients", "2026-02-01", "8", "2");
  add_survey (dossier, "participants", "2026-02-01", "10", "20");
  add_survey (dossier, "participants", "2026-09-01", "8", "3");
  add_survey (dossier, "participants", "2025-09-01", "100", "0");
  add_survey (dossier, NULL, "2026-09-01", "1", "0");
  cap_record_set (g_ptr_array_index (dossier->registers[CAP_REGISTER_SURVEY], 0), CAP_SURVEY_TOLD,
                  "2026-03-01");
  assert_reading (dossier, CAP_INPUT_SATISFACTION,
                  "Participants in pathways: 18 satisfied answers out of 41 (43.9%), Clients: 8 satisfied "
                  "answers "
                  "out of 10 (80.0%), Public not said: 1 satisfied answer out of 1 (100.0%). The results of "
                  "1 survey out of 4 were told to those who answered.", "register/survey");
}

static void
test_complaints (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  add (dossier, CAP_REGISTER_COMPLAINT, NULL, CAP_COMPLAINT_CODE, "REC-01",
       CAP_COMPLAINT_RECEIVED, "2026-02-01", CAP_COMPLAINT_ANSWERED, "2026-02-04",
       CAP_COMPLAINT_CLOSED, "2026-02-10", -1);
  add (dossier, CAP_REGISTER_COMPLAINT, NULL, CAP_COMPLAINT_CODE, "REC-02",
       CAP_COMPLAINT_RECEIVED, "2026-09-01", -1);
  add (dossier, CAP_REGISTER_COMPLAINT, NULL, CAP_COMPLAINT_CODE, "REC-00",
       CAP_COMPLAINT_RECEIVED, SINCE, -1);
  add_action (dossier, 1, CAP_ORIGIN_COMPLAINT, "REC-02", CAP_ACTION_TODO);
  assert_reading (dossier, CAP_INPUT_COMPLAINTS,
                  "1 complaint out of 2 received over the period is closed, 1 has waited for an answer for "
                  "too long. Half of the answers came within 3 days, 1 complaint out of 2 has an action in "
                  "the plan.", "register/complaint");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review-inputs/nothing", test_nothing);
  g_test_add_func ("/review-inputs/keys", test_keys);
  g_test_add_func ("/review-inputs/decisions", test_decisions);
  g_test_add_func ("/review-inputs/context", test_context);
  g_test_add_func ("/review-inputs/objectives", test_objectives);
  g_test_add_func ("/review-inputs/processes", test_processes);
  g_test_add_func ("/review-inputs/faults", test_faults);
  g_test_add_func ("/review-inputs/audits", test_audits);
  g_test_add_func ("/review-inputs/pieces-of-audits", test_pieces_of_audits);
  g_test_add_func ("/review-inputs/monitoring", test_monitoring);
  g_test_add_func ("/review-inputs/suppliers", test_suppliers);
  g_test_add_func ("/review-inputs/resources", test_resources);
  g_test_add_func ("/review-inputs/risks", test_risks);
  g_test_add_func ("/review-inputs/satisfaction", test_satisfaction);
  g_test_add_func ("/review-inputs/complaints", test_complaints);
  g_test_add_func ("/review-inputs/improvement", test_improvement);

  return g_test_run ();
}
