/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-dossier-json.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-plan-json.h"
#include "exchange/cap-score-json.h"
#include "exchange/exchange-fixture.h"

/* The members of an object, in order, as one text. */
static void
assert_members (JsonNode   *root,
                const char *path,
                const char *expected)
{
  JsonObject *object = json_node_get_object (exchange_fixture_find (root, path));
  g_autoptr(GList) members = json_object_get_members (object);
  g_autoptr(GString) text = g_string_new (NULL);

  for (const GList *l = members; l != NULL; l = l->next)
    g_string_append_printf (text, "%s%s", l == members ? "" : " ", (char *) l->data);

  g_assert_cmpstr (text->str, ==, expected);
}

static const char *
get_text (JsonNode   *root,
          const char *path)
{
  return json_node_get_string (exchange_fixture_find (root, path));
}

static gint64
get_int (JsonNode   *root,
         const char *path)
{
  return json_node_get_int (exchange_fixture_find (root, path));
}

static gboolean
is_null (JsonNode   *root,
         const char *path)
{
  return JSON_NODE_HOLDS_NULL (exchange_fixture_find (root, path));
}

static JsonNode *
write_score (const CapEvaluation *evaluation,
             const CapMember     *member)
{
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (evaluation, member);
  g_autofree char *text = cap_score_json_write (evaluation, photograph);

  g_assert_true (g_str_has_suffix (text, "}\n"));

  return exchange_fixture_parse (text);
}

static void
test_score_shape (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(JsonNode) root = write_score (cap_dossier_get_current (dossier), dossier->member);

  assert_members (root, "", "evaluation score provisional coverage weakest_objective core_below themes");
  assert_members (root, "/evaluation", "number framework version date mode");
  assert_members (root, "/score", "percent exact");
  assert_members (root, "/coverage", "answered not_applicable applicable out_of_scope");
  assert_members (root, "/themes/0", "code weight score provisional coverage objectives");
  assert_members (root, "/themes/0/objectives/0",
                  "code weight score provisional acquired_level coverage criteria");
  assert_members (root, "/themes/0/objectives/0/criteria/0", "code state level weight core");
}

static void
test_score_values (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (evaluation, dossier->member);
  g_autoptr(JsonNode) root = write_score (evaluation, dossier->member);
  g_autofree char *exact = cap_fraction_to_string (photograph->score.exact);

  g_assert_cmpint (get_int (root, "/evaluation/number"), ==, 2);
  g_assert_cmpstr (get_text (root, "/evaluation/framework"), ==, "cap");
  g_assert_cmpint (get_int (root, "/score/percent"), ==, photograph->score.percent);
  g_assert_cmpstr (get_text (root, "/score/exact"), ==, exact);
  g_assert_cmpint (get_int (root, "/coverage/not_applicable"), ==, 2);
  g_assert_cmpstr (get_text (root, "/weakest_objective"), ==, photograph->weakest_objective->objective->code);
  g_assert_cmpstr (get_text (root, "/core_below/0"), ==,
                   ((CapCriterionResult *) g_ptr_array_index (photograph->core_below, 0))->criterion->code);
  g_assert_cmpstr (get_text (root, "/themes/0/objectives/0/criteria/0/state"), ==, "answered");
}

static void
test_score_of_nothing (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, framework);
  g_autoptr(CapMember) member = cap_member_new ("Vide");
  g_autoptr(JsonNode) root = write_score (evaluation, member);

  g_assert_true (is_null (root, "/score"));
  g_assert_true (is_null (root, "/weakest_objective"));
  g_assert_true (is_null (root, "/themes/0/score"));
  g_assert_true (is_null (root, "/themes/0/objectives/0/score"));
  g_assert_true (is_null (root, "/themes/0/objectives/0/acquired_level"));
  g_assert_true (is_null (root, "/themes/0/objectives/0/criteria/0/level"));
  g_assert_true (json_node_get_boolean (exchange_fixture_find (root, "/provisional")));
  g_assert_cmpint (get_int (root, "/coverage/answered"), ==, 0);
}

static void
test_plan (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autofree char *text = cap_plan_json_write (dossier);
  g_autoptr(JsonNode) root = exchange_fixture_parse (text);
  JsonArray *actions = json_node_get_array (exchange_fixture_find (root, "/actions"));

  assert_members (root, "", "actions indicators set_aside reviews");
  assert_members (root, "/actions/0",
                  "number id title description expected kind origins owner contributors start due state "
                  "service level target days euros created news done closed reason impact effort steps notes "
                  "after indicator check");
  assert_members (root, "/actions/0/origins/0", "kind code");
  g_assert_cmpuint (json_array_get_length (actions), ==, dossier->actions->len);
  g_assert_cmpstr (get_text (root, "/actions/0/origins/0/kind"), ==, "criterion");
  g_assert_cmpstr (get_text (root, "/actions/0/state"), ==, "verified");
}

static void
test_empty_plan (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_set_size (dossier->actions, 0);
  text = cap_plan_json_write (dossier);
  root = exchange_fixture_parse (text);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (exchange_fixture_find (root, "/actions"))),
                    ==, 0);
}

static void
test_proposals (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (evaluation, dossier->member);
  g_autoptr(GPtrArray) proposals = cap_proposals_list (photograph, dossier->actions, NULL, "2026-11-20");
  g_autofree char *text = cap_plan_json_write_proposals (proposals, evaluation->framework);
  g_autoptr(JsonNode) root = exchange_fixture_parse (text);

  g_assert_cmpuint (proposals->len, >, 0);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, proposals->len);
  assert_members (root, "/0",
                  "id criterion level target priority quick_win core action service reason");

  for (guint i = 0; i < proposals->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);
      g_autofree char *id = g_strdup_printf ("/%u/id", i);
      g_autofree char *priority = g_strdup_printf ("/%u/priority", i);
      g_autofree char *action = g_strdup_printf ("/%u/action", i);

      g_assert_cmpstr (get_text (root, id), ==, proposal->criterion->code);
      g_assert_cmpint (get_int (root, priority), ==, proposal->priority);
      g_assert_cmpstr (get_text (root, action), !=, "");
    }
}

static void
test_dossier (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autofree char *text = cap_dossier_json_write (dossier);
  g_autoptr(JsonNode) root = exchange_fixture_parse (text);
  const CapFramework *framework = cap_dossier_get_current (dossier)->framework;

  assert_members (root, "", "format id member frameworks evaluations actions indicators set_aside"
                            " reviews registers evidence");
  g_assert_cmpint (get_int (root, "/format"), ==, CAP_DOSSIER_JSON_FORMAT);
  g_assert_cmpstr (get_text (root, "/id"), ==, dossier->id);
  g_assert_cmpstr (get_text (root, "/member/name"), ==, "Les Ateliers du Cèdre");
  g_assert_cmpstr (get_text (root, "/member/fte"), ==, "31.5");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (exchange_fixture_find (root, "/frameworks"))),
                    ==, 1);
  g_assert_cmpstr (get_text (root, "/frameworks/0/sha256"), ==, framework->sha256);
  g_assert_cmpstr (get_text (root, "/frameworks/0/content/title"), ==, framework->title);
  g_assert_cmpstr (get_text (root, "/evaluations/1/framework/sha256"), ==, framework->sha256);
  g_assert_cmpstr (get_text (root, "/evaluations/0/answers/0/criterion"), ==, "A1.1");
  assert_members (root, "/evaluations/0/answers/0/evidence/0", "id title reference date sha256");
  g_assert_true (is_null (root, "/evaluations/0/answers/0/evidence/0/sha256"));
}

/* What the dossier embeds of a framework is still that framework. */
static void
test_dossier_framework (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autofree char *text = cap_dossier_json_write (dossier);
  g_autoptr(JsonNode) root = exchange_fixture_parse (text);
  g_autofree char *content = json_to_string (exchange_fixture_find (root, "/frameworks/0/content"), FALSE);
  g_autoptr(GBytes) source = g_bytes_new (content, strlen (content));
  g_autoptr(CapFramework) framework = cap_framework_json_read (source, NULL);

  g_assert_nonnull (framework);
  g_assert_cmpuint (framework->criteria->len, ==,
                    cap_dossier_get_current (dossier)->framework->criteria->len);
}

/* Little is known of a new member: null, and never -1. */
static void
test_dossier_unknown (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  CapMember *member = cap_member_new ("Né d’hier\n\"entre guillemets\"");
  g_autoptr(CapDossier) dossier = cap_dossier_new ("some-id", member);
  g_autofree char *text = NULL;
  g_autoptr(JsonNode) root = NULL;

  g_ptr_array_add (dossier->evaluations,
                   cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CERTIFICATION, framework));
  member->fte_hundredths = 105;
  text = cap_dossier_json_write (dossier);
  root = exchange_fixture_parse (text);

  g_assert_cmpstr (get_text (root, "/member/name"), ==, "Né d’hier\n\"entre guillemets\"");
  g_assert_true (is_null (root, "/member/siret"));
  g_assert_true (is_null (root, "/member/staff"));
  g_assert_cmpstr (get_text (root, "/member/fte"), ==, "1.05");
  g_assert_cmpstr (get_text (root, "/evaluations/0/mode"), ==, "certification");
  g_assert_null (strstr (text, "-1,"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/writers/score-shape", test_score_shape);
  g_test_add_func ("/exchange/writers/score-values", test_score_values);
  g_test_add_func ("/exchange/writers/score-of-nothing", test_score_of_nothing);
  g_test_add_func ("/exchange/writers/plan", test_plan);
  g_test_add_func ("/exchange/writers/empty-plan", test_empty_plan);
  g_test_add_func ("/exchange/writers/proposals", test_proposals);
  g_test_add_func ("/exchange/writers/dossier", test_dossier);
  g_test_add_func ("/exchange/writers/dossier-framework", test_dossier_framework);
  g_test_add_func ("/exchange/writers/dossier-unknown", test_dossier_unknown);

  return g_test_run ();
}
