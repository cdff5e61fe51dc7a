/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-evidence-rules.h"

#include "exchange/exchange-fixture.h"
#include "tests/model/memory-dossier.h"

#define TODAY "2026-11-20"

static void
test_expiry (void)
{
  static const struct { const char *expires; CapExpiry expiry; const char *text; } cases[] = {
    { NULL, CAP_EXPIRY_NONE, NULL },
    { "2026-11-19", CAP_EXPIRY_PAST, "Out of date since 2026-11-19" },
    { "2026-11-20", CAP_EXPIRY_SOON, "To renew before 2026-11-20" },
    { "2026-12-20", CAP_EXPIRY_SOON, "To renew before 2026-12-20" },
    { "2026-12-21", CAP_EXPIRY_HOLDS, "Holds until 2026-12-21" },
  };
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, "Agrément", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      g_free (piece->expires);
      piece->expires = g_strdup (cases[i].expires);
      text = cap_evidence_dup_expiry (piece, TODAY);
      g_assert_cmpint (cap_evidence_get_expiry (piece, TODAY), ==, cases[i].expiry);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Rates one criterion, with or without a piece. Returns: (transfer none): the code */
static const char *
rate_first (CapDossier        *dossier,
            int                level,
            const CapEvidence *piece)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, 0);
  g_autoptr(CapAnswer) answer = cap_answer_new_rated (criterion->code, level);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_ANSWER, criterion->code);

  if (piece != NULL)
    {
      cap_command_put_evidence (command, piece);
      g_ptr_array_add (answer->evidence, cap_evidence_new (piece->id, piece->title, NULL, NULL));
    }
  cap_command_put_answer (command, evaluation->id, answer);
  memory_dossier_apply (dossier, command);

  return criterion->code;
}

static gboolean
is_missing (CapDossier *dossier,
            const char *code)
{
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (cap_dossier_get_current (dossier),
                                                            dossier->member);
  g_autoptr(GPtrArray) missing = cap_evidence_list_missing (photograph, dossier);

  for (guint i = 0; i < missing->len; i++)
    if (g_str_equal (((CapCriterionResult *) g_ptr_array_index (missing, i))->criterion->code, code))
      return TRUE;

  return FALSE;
}

static gboolean
may_close (CapDossier *dossier)
{
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (cap_dossier_get_current (dossier),
                                                            dossier->member);

  return cap_evidence_allows_closing (photograph, dossier);
}

static void
set_mode (CapDossier *dossier,
          CapMode     mode)
{
  CapEvaluation *current = g_ptr_array_index (dossier->evaluations, dossier->evaluations->len - 1);

  current->mode = mode;
}

/* From level 3 up, a piece is needed; one that was taken out is none. */
static void
test_missing (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, "Registre", NULL, NULL);
  g_autoptr(CapCommand) command = NULL;
  const char *code = rate_first (dossier, 2, NULL);
  const CapAnswer *answer;

  g_assert_false (is_missing (dossier, code));
  rate_first (dossier, 3, NULL);
  g_assert_true (is_missing (dossier, code));
  rate_first (dossier, 3, piece);
  g_assert_false (is_missing (dossier, code));
  g_assert_true (cap_evidence_is_in_use (piece, dossier));

  command = cap_evidence_take_out (piece, dossier, TODAY, "Mauvais fichier");
  memory_dossier_apply (dossier, command);
  g_assert_true (is_missing (dossier, code));
  g_assert_cmpstr (cap_dossier_find_evidence (dossier, piece->id)->reason, ==, "Mauvais fichier");
  answer = cap_evaluation_get_answer (cap_dossier_get_current (dossier), code);
  g_assert_cmpuint (answer->evidence->len, ==, 0);
}

static void
test_closing (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();

  rate_first (dossier, 4, NULL);
  set_mode (dossier, CAP_MODE_CAP);
  g_assert_true (may_close (dossier));
  set_mode (dossier, CAP_MODE_CERTIFICATION);
  g_assert_false (may_close (dossier));
}

/* What it serves has an address and a name; what is not there any more has neither. */
static void
test_places (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, "Registre", NULL, NULL);
  const CapAction *action = g_ptr_array_index (dossier->actions, 0);
  CapRecord *risk = cap_record_new (CAP_REGISTER_RISK, "00000000-0000-4000-8000-0000000000aa");
  g_autoptr(GPtrArray) places = NULL;
  static const char * const addresses[] = {
    "criterion/A1.1", "requirement/7.2", "action/1", "record/risk/00000000-0000-4000-8000-0000000000aa",
  };

  cap_record_set (risk, CAP_RISK_CODE, "R-99");
  cap_record_set (risk, CAP_RISK_TITLE, "Incendie");
  g_ptr_array_add (dossier->registers[CAP_REGISTER_RISK], risk);
  cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, "7.2");
  cap_evidence_add_link (piece, CAP_PLACE_ACTION, action->id);
  cap_evidence_add_link (piece, CAP_PLACE_ACTION, "nobody");
  cap_evidence_add_link (piece, CAP_PLACE_RECORD, risk->id);
  rate_first (dossier, 3, piece);

  places = cap_evidence_list_places (piece, dossier, NULL);
  g_assert_cmpuint (places->len, ==, G_N_ELEMENTS (addresses));
  for (guint i = 0; i < places->len; i++)
    g_assert_cmpstr (((CapServedPlace *) g_ptr_array_index (places, i))->address, ==, addresses[i]);
  g_assert_cmpstr (((CapServedPlace *) g_ptr_array_index (places, 3))->label, ==, "R-99 – Incendie");
  g_assert_true (g_str_has_prefix (((CapServedPlace *) g_ptr_array_index (places, 0))->label, "A1.1 – "));
  g_assert_true (cap_evidence_is_in_use (piece, dossier));
}

/* A link to what is not there any more is no use. */
static void
test_in_use (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, "Registre", NULL, NULL);

  g_assert_false (cap_evidence_is_in_use (piece, dossier));
  cap_evidence_add_link (piece, CAP_PLACE_ACTION, "nobody");
  cap_evidence_add_link (piece, CAP_PLACE_RECORD, "nobody");
  g_assert_false (cap_evidence_is_in_use (piece, dossier));
  cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, "7.2");
  g_assert_true (cap_evidence_is_in_use (piece, dossier));
}

/* All the words, in any order and without accents. */
static void
test_matches (void)
{
  static const struct { const char *words; gboolean found; } cases[] = {
    { "", TRUE }, { "p-012", TRUE }, { "delegue proces", TRUE }, { "CLASSEUR", TRUE }, { "pdf", TRUE },
    { "proces absent", FALSE },
  };
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, "Procès-verbal du délégué", "Classeur 3", NULL);

  piece->number = 12;
  cap_evidence_add_file (piece, "0", 1, "PV.pdf", "application/pdf", TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cap_evidence_matches (piece, cases[i].words), ==, cases[i].found);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quality/evidence-rules/expiry", test_expiry);
  g_test_add_func ("/quality/evidence-rules/missing", test_missing);
  g_test_add_func ("/quality/evidence-rules/closing", test_closing);
  g_test_add_func ("/quality/evidence-rules/places", test_places);
  g_test_add_func ("/quality/evidence-rules/in-use", test_in_use);
  g_test_add_func ("/quality/evidence-rules/matches", test_matches);

  return g_test_run ();
}
