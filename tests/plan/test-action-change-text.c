/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cap-action-change-text.h"

#include "sample.h"

#define OTHER "66666666-7777-4888-8999-000000000000"

static CapDossier *
new_dossier (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  CapDossier *dossier = cap_dossier_new ("dossier", cap_member_new ("Les Érables"));
  CapAction *action = cap_action_new (OTHER, "Une autre");

  action->number = 12;
  g_ptr_array_add (dossier->actions, action);
  g_ptr_array_add (dossier->indicators, cap_indicator_new ("i", "I-01", "Présence"));
  g_ptr_array_add (dossier->evaluations,
                   cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, framework));

  return dossier;
}

static void
test_sentences (void)
{
  static const struct
  {
    CapActionField field; const char *before; const char *after; const char *sentence;
  } cases[] = {
    { CAP_FIELD_NUMBER, NULL, "7", "Added to the plan" },
    { CAP_FIELD_NUMBER, "7", NULL, "Removed from the plan" },
    { CAP_FIELD_NUMBER, "7", "8", "No.: 7 → 8" },
    { CAP_FIELD_DUE, "2027-03-31", "2027-06-30", "Due: 2027-03-31 → 2027-06-30" },
    { CAP_FIELD_DUE, NULL, "2027-06-30", "Due: nothing → 2027-06-30" },
    { CAP_FIELD_DUE, "demain", NULL, "Due: demain → nothing" },
    { CAP_FIELD_STATE, "started", "done", "State: Started → Done" },
    { CAP_FIELD_STATE, "started", "thought", "State: Started → thought" },
    { CAP_FIELD_KIND, "improvement", "corrective", "Kind: Improvement → Corrective action" },
    { CAP_FIELD_VERDICT, "none", "effective", "Verdict: Not checked yet → Effective" },
    { CAP_FIELD_DAYS, "200", "350", "Days: 2 → 3.5" },
    { CAP_FIELD_DAYS, "-5", "beaucoup", "Days: -5 → beaucoup" },
    { CAP_FIELD_EUROS, NULL, "12500", "Euros: nothing → 12,500" },
    { CAP_FIELD_IMPACT, "0", "3", "Impact: as its criterion → 3" },
    { CAP_FIELD_SERVICE, "OLD", "GONE", "Service of the network: OLD → GONE" },
    { CAP_FIELD_INDICATOR, "i", "j", "Indicator: I-01 Présence → an indicator that is gone" },
    { CAP_FIELD_OWNER, NULL, "Direction", "In charge: nothing → Direction" },
    { CAP_FIELD_STEPS, NULL, "[ ] Réunir", "Step added: Réunir" },
    { CAP_FIELD_STEPS, "[x] Réunir", NULL, "Step removed: Réunir" },
    { CAP_FIELD_STEPS, "[ ] Réunir", "[x] Réunir", "Step done: Réunir" },
    { CAP_FIELD_STEPS, "[x] Réunir", "[ ] Réunir", "Step to be done again: Réunir" },
    { CAP_FIELD_STEPS, "[ ] Réunir", "[x] Voir", "Step: Réunir → Voir" },
    { CAP_FIELD_NOTES, NULL, "2027-01-10 Devis arrivé", "Note added: Devis arrivé" },
    { CAP_FIELD_NOTES, "2027-01-10 Devis", NULL, "Note removed: Devis" },
    { CAP_FIELD_NOTES, "2027-01-10 Un", "2027-01-10 Deux", "Note: Un → Deux" },
    { CAP_FIELD_NOTES, "2027-01-10 Un", "2027-01-11 Un", "Date of the note “Un”: 2027-01-10 → 2027-01-11" },
    { CAP_FIELD_NOTES, NULL, "court", "Note added: court" },
    { CAP_FIELD_ORIGINS, NULL, "criterion A1.1", "Origin added: A1.1" },
    { CAP_FIELD_ORIGINS, "finding EC-01", NULL, "Origin removed: Finding EC-01" },
    { CAP_FIELD_ORIGINS, NULL, "étrange", "Origin added: étrange" },
    { CAP_FIELD_AFTER, NULL, OTHER, "Waits for action 12, Une autre" },
    { CAP_FIELD_AFTER, "gone", NULL, "No longer waits for an action that is gone" },
  };
  g_autoptr(CapDossier) dossier = new_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapActionChange) change = NULL;
      g_autofree char *sentence = NULL;

      change = cap_action_change_new (cases[i].field, cases[i].before, cases[i].after);
      sentence = cap_action_change_dup_sentence (change, dossier);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* Whatever a file holds, every field has words. */
static void
test_every_field (void)
{
  static const char * const values[] = { "", " ", "x", "[x]", "2027-01-10", "2027-01-10 ", "99999999999" };
  g_autoptr(CapDossier) dossier = new_dossier ();

  for (guint field = 0; field < CAP_N_ACTION_FIELDS; field++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          g_autoptr(CapActionChange) change = NULL;
          g_autofree char *sentence = NULL;

          change = cap_action_change_new ((CapActionField) field, values[i], values[i]);
          sentence = cap_action_change_dup_sentence (change, dossier);
          g_assert_nonnull (sentence);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/action-change-text/sentences", test_sentences);
  g_test_add_func ("/plan/action-change-text/every-field", test_every_field);

  return g_test_run ();
}
