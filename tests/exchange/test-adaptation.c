/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-adaptation-json.h"

#include <string.h>

#include "exchange/cap-framework-json.h"
#include "scoring/cap-photograph.h"

static CapAdaptation *
new_adaptation (void)
{
  CapAdaptation *adaptation = cap_adaptation_new ();
  CapLocalObjective *objective;

  cap_adaptation_set_label (adaptation, "A", "Qui nous sommes");
  cap_adaptation_set_label (adaptation, "A1", "Notre projet");
  cap_adaptation_set_label (adaptation, "A1.1", "Le projet des Érables est voté");
  cap_adaptation_set_label (adaptation, "Z9", "Rien");
  adaptation->title = g_strdup ("Chez nous");
  objective = cap_adaptation_add_objective (adaptation, NULL, "Le jardin");
  cap_adaptation_add_criterion (adaptation, objective, NULL, "Le jardin est ouvert",
                                "Quand ouvre-t-il\u202f?");
  cap_adaptation_add_criterion (adaptation, objective, NULL, "Le jardin est beau", "");

  return adaptation;
}

static CapFramework *
adapt (const CapAdaptation *adaptation)
{
  g_autoptr(CapFramework) network = cap_framework_json_load_default ();
  g_autoptr(GError) error = NULL;
  CapFramework *adapted = cap_adapted_framework_new (network, adaptation, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (adapted->sha256, ==, network->sha256);

  return adapted;
}

static void
test_adapt (void)
{
  g_autoptr(CapAdaptation) adaptation = new_adaptation ();
  g_autoptr(CapFramework) adapted = adapt (adaptation);
  const CapCriterion *criterion = cap_framework_find_criterion (adapted, "A1.1");
  const CapCriterion *local = cap_framework_find_criterion (adapted, "LOC1.2");

  g_assert_true (cap_framework_is_adapted (adapted));
  g_assert_cmpstr (criterion->label, ==, "Le projet des Érables est voté");
  g_assert_cmpstr (criterion->network_label, ==, "Le projet est écrit, daté et adopté par les instances");
  g_assert_cmpstr (criterion->objective->label, ==, "Notre projet");
  g_assert_cmpstr (criterion->objective->theme->label, ==, "Qui nous sommes");
  g_assert_true (cap_criterion_is_local (local));
  g_assert_cmpstr (local->label, ==, "Le jardin est beau");
  g_assert_cmpstr (local->objective->theme->label, ==, "Chez nous");
  g_assert_cmpuint (adapted->criteria->len, ==, 98);
}

/* From the framework back to what was changed, and again to the same framework. */
static void
test_there_and_back (void)
{
  g_autoptr(CapAdaptation) adaptation = new_adaptation ();
  g_autoptr(CapFramework) adapted = NULL;
  g_autoptr(CapAdaptation) found = NULL;
  g_autofree char *text = NULL;

  cap_adaptation_set_label (adaptation, "Z9", NULL);
  adapted = adapt (adaptation);
  found = cap_adaptation_new_from_framework (adapted);
  text = cap_adaptation_json_write (found);

  g_assert_cmpstr (text, ==, adapted->adaptation);
}

static void
test_codes (void)
{
  g_autoptr(CapAdaptation) adaptation = new_adaptation ();
  CapLocalObjective *objective = cap_adaptation_add_objective (adaptation, NULL, "Autre");

  g_assert_cmpstr (objective->code, ==, "LOC2");
  g_assert_cmpstr (cap_adaptation_add_criterion (adaptation, objective, NULL, "a", "")->code, ==, "LOC2.1");
  cap_adaptation_remove (adaptation, "LOC1.1");
  g_assert_null (cap_adaptation_find_criterion (adaptation, "LOC1.1"));
  g_assert_nonnull (cap_adaptation_find_criterion (adaptation, "LOC1.2"));
  cap_adaptation_remove (adaptation, "LOC2.1");
  g_assert_null (cap_adaptation_find_objective (adaptation, "LOC2"));
  cap_adaptation_remove (adaptation, "LOC1");
  g_assert_cmpuint (adaptation->objectives->len, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr(CapAdaptation) adaptation = cap_adaptation_new ();
  g_autoptr(CapFramework) framework = adapt (adaptation);

  g_assert_null (framework->adaptation);
  g_assert_false (cap_framework_is_adapted (framework));
}

/* What the structure added never enters the network's scores. */
static void
test_scores (void)
{
  g_autoptr(CapAdaptation) adaptation = new_adaptation ();
  g_autoptr(CapFramework) adapted = adapt (adaptation);
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, adapted);
  g_autoptr(CapPhotograph) photograph = NULL;

  cap_evaluation_take_answer (evaluation, cap_answer_new_rated ("A1.1", 4));
  cap_evaluation_take_answer (evaluation, cap_answer_new_rated ("LOC1.1", 0));
  photograph = cap_photograph_new (evaluation, member);

  g_assert_cmpint (photograph->score.percent, ==, 100);
  g_assert_cmpuint (photograph->score.coverage.answered, ==, 1);
  g_assert_cmpint (photograph->local->score.percent, ==, 0);
  g_assert_cmpuint (photograph->local->score.coverage.applicable, ==, 2);
}

/* A dossier that somebody altered: refused with a sentence. */
static void
test_hostile (void)
{
  static const char * const texts[] = {
    "", "{", "[]", "{\"labels\": []}", "{\"labels\": {\"A\": 3}, \"title\": null, \"objectives\": []}",
    "{\"labels\": {}, \"title\": null, \"objectives\":"
    " [{\"code\": \"A\", \"label\": \"x\", \"criteria\": []}]}",
    "{\"labels\": {}, \"title\": \"t\", \"objectives\": [{\"code\": \"A1\", \"label\": \"x\", \"criteria\":"
    " [{\"code\": \"A1.1\", \"label\": \"x\", \"question\": \"\"}]}]}",
  };
  g_autoptr(CapFramework) network = cap_framework_json_load_default ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (cap_adapted_framework_read (network->source, texts[i], &error));
      g_assert_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/adaptation/adapt", test_adapt);
  g_test_add_func ("/exchange/adaptation/there-and-back", test_there_and_back);
  g_test_add_func ("/exchange/adaptation/codes", test_codes);
  g_test_add_func ("/exchange/adaptation/empty", test_empty);
  g_test_add_func ("/exchange/adaptation/scores", test_scores);
  g_test_add_func ("/exchange/adaptation/hostile", test_hostile);

  return g_test_run ();
}
