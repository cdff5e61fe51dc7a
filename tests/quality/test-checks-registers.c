/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rig.h"

#include "quality/cap-review-inputs.h"

/* The checks of the other registers, and of the dossier as a whole. */

static void
make_process_without_owner (Rig      *rig,
                            gboolean  mended)
{
  cap_record_set (rig_add_process (rig, "P-01", "Accueillir"), CAP_PROCESS_OWNER,
                  mended ? "Direction" : NULL);
}

static void
make_process_without_indicator (Rig      *rig,
                                gboolean  mended)
{
  cap_record_set (rig_add_process (rig, "P-01", "Accueillir"), CAP_PROCESS_INDICATORS,
                  mended ? "I-01" : NULL);
}

static void
make_isolated_process (Rig      *rig,
                       gboolean  mended)
{
  CapRecord *first = rig_add_process (rig, "P-01", "Accueillir");
  CapRecord *second = rig_add_process (rig, "P-02", "Accompagner");

  cap_record_set (second, CAP_PROCESS_INPUTS, NULL);
  cap_record_set (first, CAP_PROCESS_FEEDS, mended ? "P-02" : NULL);
}

static void
make_unknown_code (Rig      *rig,
                   gboolean  mended)
{
  rig_add_process (rig, "P-01", "Accueillir");
  rig_add_indicator (rig);
  cap_record_set (rig_add_risk (rig), CAP_RISK_PROCESS, mended ? "P-01" : "P-01, P-07");
}

static CapRecord *
add_document (Rig *rig)
{
  return rig_add (rig, CAP_REGISTER_DOCUMENT, CAP_DOCUMENT_CODE, "PRO-01", CAP_DOCUMENT_TITLE, "Accueil",
                  CAP_DOCUMENT_KIND, "procedure", CAP_DOCUMENT_STATE, "in-force",
                  CAP_DOCUMENT_APPROVER, "Direction", CAP_DOCUMENT_APPROVED, "2026-01-10",
                  CAP_DOCUMENT_REVIEW, "2028-01-10", CAP_DOCUMENT_REQUIREMENTS, "8.3, 9.2", -1);
}

static void
make_document_past_review (Rig      *rig,
                           gboolean  mended)
{
  cap_record_set (add_document (rig), CAP_DOCUMENT_REVIEW, mended ? RIG_TODAY : "2026-11-19");
}

static void
make_document_not_approved (Rig      *rig,
                            gboolean  mended)
{
  cap_record_set (add_document (rig), CAP_DOCUMENT_APPROVED, mended ? "2026-01-10" : NULL);
}

static void
make_document_clause (Rig      *rig,
                      gboolean  mended)
{
  cap_record_set (add_document (rig), CAP_DOCUMENT_REQUIREMENTS, mended ? "8.3, 9.2" : "8.3, 9.9");
}

static void
make_skill (Rig      *rig,
            gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_SKILL, CAP_SKILL_CODE, "C-01", CAP_SKILL_TITLE, "Mener un entretien",
           CAP_SKILL_HELD, "partly", CAP_SKILL_PLAN, mended ? "Formation en mars" : NULL, -1);
}

static void
make_skill_overdue (Rig      *rig,
                    gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_SKILL, CAP_SKILL_CODE, "C-01", CAP_SKILL_TITLE, "Mener un entretien",
           CAP_SKILL_HELD, "yes", CAP_SKILL_REVIEW, mended ? RIG_TODAY : "2026-11-19", -1);
}

static void
make_supplier_overdue (Rig      *rig,
                       gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_SUPPLIER, CAP_SUPPLIER_CODE, "F-01", CAP_SUPPLIER_NAME, "Organisme de formation",
           CAP_SUPPLIER_RATING, "good", CAP_SUPPLIER_REVIEW, mended ? RIG_TODAY : "2026-11-19", -1);
}

static void
make_supplier_to_replace (Rig      *rig,
                          gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_SUPPLIER, CAP_SUPPLIER_CODE, "F-01", CAP_SUPPLIER_NAME, "Organisme de formation",
           CAP_SUPPLIER_RATING, "replace", CAP_SUPPLIER_ASSESSED, mended ? "2026-08-20" : "2026-08-19", -1);
}

static CapRecord *
add_commitment (Rig        *rig,
                const char *code)
{
  return rig_add (rig, CAP_REGISTER_COMMITMENT, CAP_COMMITMENT_CODE, code, CAP_COMMITMENT_TYPE, "validation",
                  CAP_COMMITMENT_SIGNED, "2026-02-01", -1);
}

static void
make_commitment_name (Rig      *rig,
                      gboolean  mended)
{
  add_commitment (rig, mended ? "2026-014" : "Marie Durand");
}

static void
make_commitment_late (Rig      *rig,
                      gboolean  mended)
{
  cap_record_set (add_commitment (rig, "2026-014"), CAP_COMMITMENT_REVIEW, mended ? RIG_TODAY : "2026-11-19");
}

static void
make_commitment_without_outcome (Rig      *rig,
                                 gboolean  mended)
{
  CapRecord *commitment = add_commitment (rig, "2026-014");

  cap_record_set (commitment, CAP_COMMITMENT_CLOSED, "2026-10-01");
  cap_record_set (commitment, CAP_COMMITMENT_OUTCOME, mended ? "durable" : NULL);
}

static void
make_complaint_unanswered (Rig      *rig,
                           gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_COMPLAINT, CAP_COMPLAINT_CODE, "RC-01", CAP_COMPLAINT_SUBJECT, "Un retard",
           CAP_COMPLAINT_RECEIVED, mended ? "2026-11-05" : "2026-11-04", -1);
}

static void
make_complaint_closed (Rig      *rig,
                       gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_COMPLAINT, CAP_COMPLAINT_CODE, "RC-01", CAP_COMPLAINT_SUBJECT, "Un retard",
           CAP_COMPLAINT_RECEIVED, "2026-10-01", CAP_COMPLAINT_ANSWERED, "2026-10-03",
           CAP_COMPLAINT_CLOSED, "2026-10-10", CAP_COMPLAINT_CAUSE, mended ? "Le planning" : NULL, -1);
}

static CapRecord *
add_survey (Rig *rig)
{
  return rig_add (rig, CAP_REGISTER_SURVEY, CAP_SURVEY_CODE, "S-01", CAP_SURVEY_TITLE, "Après l’accueil",
                  CAP_SURVEY_DATE, "2026-08-19", CAP_SURVEY_TOLD, "2026-09-01", CAP_SURVEY_SENT, "41",
                  CAP_SURVEY_RETURNED, "18", -1);
}

static void
make_survey_not_told (Rig      *rig,
                      gboolean  mended)
{
  cap_record_set (add_survey (rig), CAP_SURVEY_TOLD, mended ? "2026-09-01" : NULL);
}

static void
make_survey_too_many (Rig      *rig,
                      gboolean  mended)
{
  cap_record_set (add_survey (rig), CAP_SURVEY_RETURNED, mended ? "41" : "42");
}

static CapRecord *
add_review (Rig        *rig,
            const char *date)
{
  return rig_add (rig, CAP_REGISTER_MANAGEMENT_REVIEW, CAP_MANAGEMENT_REVIEW_CODE, "RD-01",
                  CAP_MANAGEMENT_REVIEW_DATE, date, -1);
}

static void
make_review_overdue (Rig      *rig,
                     gboolean  mended)
{
  add_review (rig, mended ? "2025-10-20" : "2025-10-19");
}

static void
make_review_not_finalised (Rig      *rig,
                           gboolean  mended)
{
  cap_record_set (add_review (rig, "2026-11-10"), CAP_MANAGEMENT_REVIEW_FINALISED,
                  mended ? "2026-11-12" : NULL);
}

/* One input of them all. */
static void
make_review_undecided (Rig      *rig,
                       gboolean  mended)
{
  CapRecord *review = add_review (rig, "2026-11-27");

  for (guint i = 0; i < CAP_N_REVIEW_INPUTS; i++)
    {
      CapRecord *input = rig_add_part (rig, CAP_REGISTER_REVIEW_INPUT, review, CAP_REVIEW_INPUT_INPUT,
                                       cap_review_input_get_key ((CapReviewInput) i));

      cap_record_set (input, CAP_REVIEW_INPUT_IRRELEVANT, mended || i > 0 ? "Rien cette année" : NULL);
    }
}

static void
make_output_without_action (Rig      *rig,
                            gboolean  mended)
{
  CapRecord *review = add_review (rig, "2026-11-10");
  CapRecord *output = rig_add_part (rig, CAP_REGISTER_REVIEW_OUTPUT, review, CAP_REVIEW_OUTPUT_TEXT,
                                    "Embaucher");

  rig_add_action (rig, "Recruter");
  cap_record_set (review, CAP_MANAGEMENT_REVIEW_FINALISED, "2026-11-12");
  cap_record_set_number (output, CAP_REVIEW_OUTPUT_ACTION, mended ? 1 : 7);
}

static void
make_target_incomplete (Rig      *rig,
                        gboolean  mended)
{
  rig_add_target (rig);
  if (!mended)
    cap_record_set (g_ptr_array_index (rig->dossier->registers[CAP_REGISTER_TARGET], 0),
                    CAP_TARGET_APPROVED_BY, NULL);
}

static void
make_titles_alike (Rig      *rig,
                   gboolean  mended)
{
  rig_add_process (rig, "P-01", "Accueillir les nouvelles personnes");
  rig_add_process (rig, "P-02", mended ? "Accompagner les personnes" : "Nouvelle personne : l’accueillir");
}

static const CheckCase cases[] = {
  { "process-without-owner", make_process_without_owner },
  { "process-without-indicator", make_process_without_indicator },
  { "process-isolated", make_isolated_process },
  { "document-past-review", make_document_past_review },
  { "document-not-approved", make_document_not_approved },
  { "document-clause-unknown", make_document_clause },
  { "skill-without-plan", make_skill },
  { "skill-overdue", make_skill_overdue },
  { "supplier-overdue", make_supplier_overdue },
  { "supplier-to-replace", make_supplier_to_replace },
  { "commitment-looks-like-name", make_commitment_name },
  { "commitment-review-late", make_commitment_late },
  { "commitment-without-outcome", make_commitment_without_outcome },
  { "complaint-unanswered", make_complaint_unanswered },
  { "complaint-closed-bare", make_complaint_closed },
  { "survey-not-told", make_survey_not_told },
  { "survey-too-many-answers", make_survey_too_many },
  { "review-overdue", make_review_overdue },
  { "review-input-undecided", make_review_undecided },
  { "review-not-finalised", make_review_not_finalised },
  { "review-output-without-action", make_output_without_action },
  { "target-incomplete", make_target_incomplete },
  { "code-unknown", make_unknown_code },
  { "titles-alike", make_titles_alike },
  { NULL },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  rig_add_tests (cases);

  return g_test_run ();
}
