/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rig.h"

/* The checks of the evaluation, the evidence, the plan, the indicators and the context. */

static CapAnswer *
answer (Rig *rig,
        int  level)
{
  CapAnswer *it = cap_answer_new_rated ("A1.1", level);

  cap_evaluation_take_answer (g_ptr_array_index (rig->dossier->evaluations, 0), it);

  return it;
}

static void
make_level_without_evidence (Rig      *rig,
                             gboolean  mended)
{
  CapAnswer *it = answer (rig, 3);

  if (mended)
    g_ptr_array_add (it->evidence, cap_evidence_new ("p", "Livret", "Classeur 1", NULL));
}

static void
make_core_without_action (Rig      *rig,
                          gboolean  mended)
{
  CapAction *action = rig_add_action (rig, "Écrire le projet associatif");

  answer (rig, 1);
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "A1.1");
  action->state = mended ? CAP_ACTION_STARTED : CAP_ACTION_ABANDONED;
}

static void
make_not_applicable (Rig      *rig,
                     gboolean  mended)
{
  CapAnswer *it = cap_answer_new ("A1.2");

  cap_answer_set_not_applicable (it, mended ? "Nous n’avons pas d’atelier" : "  non : - - - - -  ");
  cap_evaluation_take_answer (g_ptr_array_index (rig->dossier->evaluations, 0), it);
}

static CapEvidence *
add_piece (Rig        *rig,
           const char *expires)
{
  CapEvidence *piece = cap_evidence_new (NULL, "Attestation d’assurance", "Classeur 2", NULL);

  piece->number = 1;
  piece->expires = g_strdup (expires);
  g_ptr_array_add (rig->dossier->evidence, piece);

  return piece;
}

static void
make_evidence_expired (Rig      *rig,
                       gboolean  mended)
{
  add_piece (rig, mended ? "2026-11-20" : "2026-11-19");
}

static void
make_evidence_expiring (Rig      *rig,
                        gboolean  mended)
{
  add_piece (rig, mended ? "2026-12-21" : "2026-12-20");
}

static void
make_evidence_emptied (Rig      *rig,
                       gboolean  mended)
{
  g_autofree char *removed = g_compute_checksum_for_string (G_CHECKSUM_SHA256, CAP_EVIDENCE_REMOVED_TEXT, -1);
  CapEvidence *piece = add_piece (rig, NULL);

  cap_evidence_add_file (piece, removed, 34, "avis.pdf", "application/pdf", "2026-10-01");
  if (mended)
    cap_evidence_add_file (piece, "ab", 12, "avis.pdf", "application/pdf", "2026-11-01");
}

static void
make_late_silent (Rig      *rig,
                  gboolean  mended)
{
  CapAction *action = rig_add_action (rig, "Former les encadrants");

  g_free (action->due);
  action->due = g_strdup ("2026-10-01");
  g_ptr_array_add (action->notes,
                   cap_action_note_new (NULL, mended ? "2026-10-22" : "2026-10-21", "Devis reçu"));
}

static void
make_unchecked (Rig      *rig,
                gboolean  mended)
{
  CapAction *action = rig_add_action (rig, "Former les encadrants");

  action->state = CAP_ACTION_DONE;
  action->check_due = g_strdup ("2026-09-20");
  action->checked = g_strdup (mended ? "2026-11-02" : NULL);
}

static void
make_corrective (Rig      *rig,
                 gboolean  mended)
{
  CapAction *action = rig_add_action (rig, "Revoir le planning");

  action->kind = CAP_ACTION_CORRECTIVE;
  action->description = g_strdup (mended ? "Deux plannings vivaient côte à côte." : " \n");
}

static void
make_without_owner (Rig      *rig,
                    gboolean  mended)
{
  CapAction *action = rig_add_action (rig, "Revoir le planning");

  if (!mended)
    g_clear_pointer (&action->owner, g_free);
}

static void
make_waiting (Rig      *rig,
              gboolean  mended)
{
  CapAction *before = rig_add_action (rig, "Choisir un logiciel");
  CapAction *action = rig_add_action (rig, "Installer le logiciel");

  before->state = mended ? CAP_ACTION_STARTED : CAP_ACTION_ABANDONED;
  g_strfreev (action->after);
  action->after = g_new0 (char *, 2);
  action->after[0] = g_strdup (before->id);
}

static void
make_without_value (Rig      *rig,
                    gboolean  mended)
{
  CapIndicator *indicator = rig_add_indicator (rig);

  indicator->frequency = CAP_FREQUENCY_QUARTERLY;
  cap_indicator_set_value (indicator, mended ? "2026-06-30" : "2026-03-31", 62000, NULL);
}

static void
make_off_target (Rig      *rig,
                 gboolean  mended)
{
  CapIndicator *indicator = rig_add_indicator (rig);
  CapAction *action = rig_add_action (rig, "Rencontrer les entreprises");

  cap_indicator_set_value (indicator, "2026-10-31", 41000, NULL);
  action->indicator = g_strdup (indicator->id);
  action->state = mended ? CAP_ACTION_TODO : CAP_ACTION_VERIFIED;
}

static void
make_without_target (Rig      *rig,
                     gboolean  mended)
{
  rig_add_indicator (rig)->target = mended ? 60000 : CAP_QUANTITY_UNSET;
}

static void
make_statement (Rig        *rig,
                const char *kind,
                gboolean    mended)
{
  rig_add_target (rig);
  if (mended)
    rig_add (rig, CAP_REGISTER_STATEMENT, CAP_STATEMENT_CODE, "D-01", CAP_STATEMENT_KIND, kind,
             CAP_STATEMENT_TEXT, "Un texte", CAP_STATEMENT_OUTCOME, "not-relevant", -1);
}

static void
make_no_policy (Rig      *rig,
                gboolean  mended)
{
  make_statement (rig, "policy", mended);
}

static void
make_no_scope (Rig      *rig,
               gboolean  mended)
{
  make_statement (rig, "scope", mended);
}

static void
make_no_climate (Rig      *rig,
                 gboolean  mended)
{
  make_statement (rig, "climate", mended);
}

static void
make_old_policy (Rig      *rig,
                 gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_STATEMENT, CAP_STATEMENT_CODE, "D-01", CAP_STATEMENT_KIND, "policy",
           CAP_STATEMENT_DATE, "2024-01-10", CAP_STATEMENT_REVIEW, "2026-01-10", -1);
  if (mended)
    rig_add (rig, CAP_REGISTER_STATEMENT, CAP_STATEMENT_CODE, "D-02", CAP_STATEMENT_KIND, "policy",
             CAP_STATEMENT_DATE, "2026-01-12", CAP_STATEMENT_REVIEW, "2028-01-10", -1);
}

static void
make_refused_exclusion (Rig      *rig,
                        gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_EXCLUSION, CAP_EXCLUSION_CODE, mended ? "8.3" : "9.2",
           CAP_EXCLUSION_REASON, "Rien n’est conçu", CAP_EXCLUSION_DECIDED_BY, "Bureau",
           CAP_EXCLUSION_DATE, "2026-09-15", -1);
}

/* The same words as in the readiness: a reason without a decision is not enough. */
static void
test_undecided_exclusion (void)
{
  Rig rig;
  g_autoptr(CapRadiography) radiography = NULL;
  const CapAlert *alert;

  rig_set_up (&rig, CAP_MODE_CAP);
  rig_add (&rig, CAP_REGISTER_EXCLUSION, CAP_EXCLUSION_CODE, "8.3",
           CAP_EXCLUSION_REASON, "Rien n’est conçu", -1);
  radiography = cap_radiography_new (rig.dossier, rig.catalogue, RIG_TODAY);
  g_assert_cmpuint (radiography->alerts->len, ==, 1);
  alert = g_ptr_array_index (radiography->alerts, 0);
  g_assert_cmpstr (alert->check->id, ==, "exclusion-refused");
  g_assert_cmpstr (alert->sentence, ==, "Say who decided that clause 8.3 does not apply, and when.");
  rig_tear_down (&rig);
}

static void
make_exclusion_with_action (Rig      *rig,
                            gboolean  mended)
{
  CapAction *action = rig_add_action (rig, "Décrire la conception");

  cap_action_add_origin (action, CAP_ORIGIN_REQUIREMENT, "8.3.1");
  rig_add (rig, CAP_REGISTER_EXCLUSION, CAP_EXCLUSION_CODE, "8.3",
           CAP_EXCLUSION_REASON, "Rien n’est conçu", -1);
  action->state = mended ? CAP_ACTION_VERIFIED : CAP_ACTION_TODO;
}

static void
make_untreated_risk (Rig      *rig,
                     gboolean  mended)
{
  CapAction *action = rig_add_action (rig, "Former une deuxième personne");

  rig_add_risk (rig);
  cap_action_add_origin (action, CAP_ORIGIN_RISK, mended ? "R-01" : "R-02");
}

static void
make_risk_to_rate (Rig      *rig,
                   gboolean  mended)
{
  CapAction *action = rig_add_action (rig, "Former une deuxième personne");
  CapRecord *risk = rig_add_risk (rig);

  cap_action_add_origin (action, CAP_ORIGIN_RISK, "R-01");
  action->state = CAP_ACTION_VERIFIED;
  action->closed = g_strdup ("2026-10-01");
  cap_record_set (risk, CAP_RISK_RATED_AFTER, mended ? "2026-10-02" : NULL);
}

static void
make_worse_risk (Rig      *rig,
                 gboolean  mended)
{
  CapRecord *risk = rig_add_risk (rig);

  cap_record_set (risk, CAP_RISK_LIKELIHOOD_AFTER, mended ? "1" : "3");
  cap_record_set (risk, CAP_RISK_SEVERITY_AFTER, "4");
}

static void
make_unheard_party (Rig      *rig,
                    gboolean  mended)
{
  rig_add (rig, CAP_REGISTER_PARTY, CAP_PARTY_CODE, "PI-01", CAP_PARTY_NAME, "Les communes",
           CAP_PARTY_HEARD, mended ? "2025-11-20" : "2025-11-19", -1);
}

static void
make_goal (Rig        *rig,
           const char *state,
           const char *indicators,
           const char *result)
{
  rig_add (rig, CAP_REGISTER_GOAL, CAP_GOAL_CODE, "O-01", CAP_GOAL_TITLE, "Trois sorties sur quatre",
           CAP_GOAL_STATE, state, CAP_GOAL_INDICATORS, indicators, CAP_GOAL_DUE, "2026-10-01",
           CAP_GOAL_RESULT, result, -1);
}

static void
make_goal_without_indicator (Rig      *rig,
                             gboolean  mended)
{
  make_goal (rig, "reached", mended ? "I-01" : NULL, "76 %");
}

static void
make_goal_past_due (Rig      *rig,
                    gboolean  mended)
{
  make_goal (rig, mended ? "missed" : "open", "I-01", NULL);
}

static void
make_goal_without_result (Rig      *rig,
                          gboolean  mended)
{
  make_goal (rig, "missed", "I-01", mended ? "41 %" : NULL);
}

static const CheckCase cases[] = {
  { "level-without-evidence", make_level_without_evidence },
  { "core-without-action", make_core_without_action },
  { "not-applicable-without-reason", make_not_applicable },
  { "evidence-expired", make_evidence_expired },
  { "evidence-emptied", make_evidence_emptied },
  { "evidence-expiring", make_evidence_expiring },
  { "action-late-silent", make_late_silent },
  { "action-unchecked", make_unchecked },
  { "corrective-without-cause", make_corrective },
  { "action-without-owner-or-due", make_without_owner },
  { "action-waits-for-abandoned", make_waiting },
  { "indicator-without-value", make_without_value },
  { "indicator-off-target", make_off_target },
  { "indicator-without-target", make_without_target },
  { "policy-missing", make_no_policy },
  { "policy-past-review", make_old_policy },
  { "scope-missing", make_no_scope },
  { "climate-not-examined", make_no_climate },
  { "exclusion-refused", make_refused_exclusion },
  { "exclusion-with-action", make_exclusion_with_action },
  { "risk-untreated", make_untreated_risk },
  { "risk-to-rate-again", make_risk_to_rate },
  { "risk-worse-after", make_worse_risk },
  { "party-not-heard", make_unheard_party },
  { "goal-without-indicator", make_goal_without_indicator },
  { "goal-past-due", make_goal_past_due },
  { "goal-without-result", make_goal_without_result },
  { NULL },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  rig_add_tests (cases);
  g_test_add_func ("/quality/checks/undecided-exclusion", test_undecided_exclusion);

  return g_test_run ();
}
