/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-demo.h"

#include <string.h>

#include "audit/cap-finding-grade.h"
#include "audit/cap-group.h"
#include "exchange/cap-catalogue-json.h"
#include "exchange/exchange-fixture.h"
#include "quality/cap-radiography.h"
#include "quality/cap-record-rules.h"

/* The demonstration dossier in the eyes of the rules: every line of its registers could be put as it is,
 * and what a line names exists. */

#define TODAY "2026-11-20"

typedef void (*RecordFunc) (const CapDossier *dossier,
                            const CapRecord  *record,
                            gpointer          user_data);

static void
foreach_record (const CapDossier *dossier,
                RecordFunc        func,
                gpointer          user_data)
{
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      for (guint i = 0; i < dossier->registers[kind]->len; i++)
        func (dossier, g_ptr_array_index (dossier->registers[kind], i), user_data);
    }
}

static void
check_rules (const CapDossier *dossier,
             const CapRecord  *record,
             gpointer          user_data)
{
  g_autoptr(GPtrArray) faults = cap_record_check (record, dossier);
  const CapRecordFault *first = faults->len > 0 ? g_ptr_array_index (faults, 0) : NULL;

  g_assert_cmpstr (first != NULL ? first->sentence : NULL, ==, NULL);
  g_assert_true (g_uuid_string_is_valid (record->id));
  g_assert_true (g_hash_table_add (user_data, record->id));
}

static void
test_rules (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  foreach_record (dossier, check_rules, seen);
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    g_assert_cmpuint (dossier->registers[kind]->len, >, 0);
}

static gboolean
exists (const CapDossier   *dossier,
        const CapCatalogue *catalogue,
        CapRefers           refers,
        const char         *code)
{
  if (refers == CAP_REFERS_INDICATOR)
    return cap_dossier_find_indicator_by_code (dossier, code) != NULL;
  if (refers == CAP_REFERS_REQUIREMENT)
    return cap_standard_find_requirement (g_ptr_array_index (catalogue->standards, 0), code) != NULL;
  if (refers == CAP_REFERS_ROUTE)
    return cap_catalogue_find_route (catalogue, code) != NULL;
  if (refers == CAP_REFERS_GRADE)
    return cap_route_find_grade (g_ptr_array_index (catalogue->routes, 0), code) != NULL;
  if (refers == CAP_REFERS_CRITERION)
    return cap_framework_find_criterion (cap_dossier_get_current (dossier)->framework, code) != NULL;

  return cap_dossier_find_record_by_code (dossier, cap_refers_get_register (refers), code) != NULL;
}

static void
check_codes (const CapDossier *dossier,
             const CapRecord  *record,
             gpointer          user_data)
{
  const CapRegister *reg = cap_register_get (record->kind);
  const CapCatalogue *catalogue = user_data;
  const CapStandard *standard = g_ptr_array_index (catalogue->standards, 0);

  for (guint i = 0; i < reg->n_fields; i++)
    {
      g_auto(GStrv) codes = NULL;

      if (reg->fields[i].kind != CAP_VALUE_CODES)
        continue;

      codes = cap_record_dup_codes (record, i);
      for (guint j = 0; codes[j] != NULL; j++)
        {
          if (!exists (dossier, catalogue, reg->fields[i].refers, codes[j]))
            g_error ("%s %s: no %s", reg->name, cap_record_get_code (record), codes[j]);
        }
    }

  if (record->kind == CAP_REGISTER_EXCLUSION)
    g_assert_true (cap_standard_find_requirement (standard, cap_record_get_code (record))->excludable);
  if (record->kind == CAP_REGISTER_REVIEW_OUTPUT)
    g_assert_nonnull (cap_dossier_find_action (dossier, (guint)
                                               cap_record_get_number (record, CAP_REVIEW_OUTPUT_ACTION)));
}

static void
test_codes (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();

  foreach_record (dossier, check_codes, catalogue);
}

static const struct
{
  CapOriginKind    origin;
  CapRegisterKind  kind;
} origins[] = {
  { CAP_ORIGIN_RISK, CAP_REGISTER_RISK },
  { CAP_ORIGIN_COMPLAINT, CAP_REGISTER_COMPLAINT },
  { CAP_ORIGIN_REVIEW, CAP_REGISTER_MANAGEMENT_REVIEW },
  { CAP_ORIGIN_GOAL, CAP_REGISTER_GOAL },
};

/* How many origins of an action are in registers; each has to be there. */
static guint
count_origins (const CapDossier *dossier,
               const CapAction  *action)
{
  guint count = 0;

  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);

      for (guint k = 0; k < G_N_ELEMENTS (origins); k++)
        {
          if (origins[k].origin != origin->kind)
            continue;
          g_assert_nonnull (cap_dossier_find_record_by_code (dossier, origins[k].kind, origin->code));
          count++;
        }
    }

  return count;
}

static void
test_origins (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  guint n_found = 0;

  for (guint i = 0; i < dossier->actions->len; i++)
    n_found += count_origins (dossier, g_ptr_array_index (dossier->actions, i));
  g_assert_cmpuint (n_found, >=, 10);
}

/* What the standard asks to keep is kept, in a document that is in force. */
static void
test_documents (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  const CapStandard *standard = g_ptr_array_index (catalogue->standards, 0);

  for (guint i = 0; i < standard->requirements->len; i++)
    {
      const CapRequirement *requirement = g_ptr_array_index (standard->requirements, i);
      gboolean maintained = requirement->maintain == NULL || requirement->conditional;
      gboolean retained = requirement->retain == NULL || requirement->conditional;

      for (guint j = 0; j < dossier->registers[CAP_REGISTER_DOCUMENT]->len; j++)
        {
          const CapRecord *document = g_ptr_array_index (dossier->registers[CAP_REGISTER_DOCUMENT], j);
          const gboolean is_record = cap_record_is (document, CAP_DOCUMENT_KIND, "record");

          if (!cap_record_is (document, CAP_DOCUMENT_STATE, "in-force") ||
              !cap_record_has_code (document, CAP_DOCUMENT_REQUIREMENTS, requirement->number))
            continue;
          maintained = maintained || !is_record;
          retained = retained || is_record;
        }
      if (!maintained || !retained)
        g_error ("%s: no document", requirement->number);
    }
}

static gboolean
is_before (const CapRecord *record,
           guint            field,
           const char      *day)
{
  const char *value = cap_record_get (record, field);

  return value != NULL && g_strcmp0 (value, day) < 0;
}

/* Commitments go by code, two reviews are late, and the two days of the end go together. */
static void
test_commitments (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const GPtrArray *commitments = dossier->registers[CAP_REGISTER_COMMITMENT];
  guint n_late = 0;

  for (guint i = 0; i < commitments->len; i++)
    {
      const CapRecord *commitment = g_ptr_array_index (commitments, i);
      const char *closed = cap_record_get (commitment, CAP_COMMITMENT_CLOSED);

      g_assert_true (g_regex_match_simple ("^20[0-9]{2}-[0-9]{3}$", cap_record_get_code (commitment), 0, 0));
      g_assert_true (is_before (commitment, CAP_COMMITMENT_SIGNED, TODAY));
      g_assert_true ((closed != NULL) == (cap_record_get (commitment, CAP_COMMITMENT_OUTCOME) != NULL));
      g_assert_true ((closed == NULL) == (cap_record_get (commitment, CAP_COMMITMENT_REVIEW) != NULL));
      g_assert_true (closed == NULL || is_before (commitment, CAP_COMMITMENT_CLOSED, TODAY));
      n_late += is_before (commitment, CAP_COMMITMENT_REVIEW, TODAY) ? 1 : 0;
    }
  g_assert_cmpuint (n_late, ==, 2);
}

/* No answer counts twice, none is made up. */
static void
test_surveys (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const GPtrArray *questions = dossier->registers[CAP_REGISTER_SURVEY_QUESTION];

  for (guint i = 0; i < questions->len; i++)
    {
      const CapRecord *question = g_ptr_array_index (questions, i);
      const CapRecord *survey = cap_dossier_find_record (dossier, CAP_REGISTER_SURVEY, question->parent);
      int sum = 0;

      for (guint field = CAP_SURVEY_QUESTION_VERY; field <= CAP_SURVEY_QUESTION_NOT_AT_ALL; field++)
        sum += cap_record_get_number (question, field);
      g_assert_cmpint (sum, >, 0);
      g_assert_cmpint (sum, <=, cap_record_get_number (survey, CAP_SURVEY_RETURNED));
      g_assert_cmpint (cap_record_get_number (survey, CAP_SURVEY_RETURNED), <=,
                       cap_record_get_number (survey, CAP_SURVEY_SENT));
    }
}

/* The finalised review decided on each input; the next one is not ready to be. */
static void
test_reviews (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const GPtrArray *inputs = dossier->registers[CAP_REGISTER_REVIEW_INPUT];
  guint n_undecided = 0;

  for (guint i = 0; i < inputs->len; i++)
    {
      const CapRecord *input = g_ptr_array_index (inputs, i);
      const CapRecord *review = cap_dossier_find_record (dossier, CAP_REGISTER_MANAGEMENT_REVIEW,
                                                         input->parent);
      const gboolean decided = cap_record_get (input, CAP_REVIEW_INPUT_DECISION) != NULL ||
                               cap_record_get (input, CAP_REVIEW_INPUT_IRRELEVANT) != NULL;

      if (cap_record_get (review, CAP_MANAGEMENT_REVIEW_FINALISED) != NULL)
        g_assert_true (decided);
      else
        n_undecided += decided ? 0 : 1;
    }
  g_assert_cmpuint (inputs->len, ==, 2 * 14);
  g_assert_cmpuint (n_undecided, >, 0);
}

static gboolean
link_leads_somewhere (const CapDossier      *dossier,
                      const CapStandard     *standard,
                      const CapEvidenceLink *link)
{
  if (link->place == CAP_PLACE_REQUIREMENT)
    return cap_standard_find_requirement (standard, link->target) != NULL;
  if (link->place == CAP_PLACE_ACTION)
    return cap_dossier_find_action_by_id (dossier, link->target) != NULL;

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      if (cap_dossier_find_record (dossier, kind, link->target) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A piece serves what exists; one that was taken out says why, and no day is from after the story. */
static void
test_evidence (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  const CapStandard *standard = g_ptr_array_index (catalogue->standards, 0);
  guint n_links = 0;
  guint n_files = 0;

  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (dossier->evidence, i);

      g_assert_true ((piece->removed != NULL) == (piece->reason != NULL));
      g_assert_true (piece->date == NULL || g_strcmp0 (piece->date, TODAY) < 0);
      g_assert_true (piece->expires == NULL || g_strcmp0 (piece->expires, TODAY) > 0);
      n_files += piece->files->len;
      for (guint j = 0; j < piece->links->len; j++, n_links++)
        {
          const CapEvidenceLink *link = g_ptr_array_index (piece->links, j);

          if (!link_leads_somewhere (dossier, standard, link))
            g_error ("%s: no %s", piece->title, link->target);
        }
    }
  g_assert_cmpuint (n_links, >, 50);
  g_assert_cmpuint (n_files, >, 10);
}

/* Every file of a piece comes with its content, once, and each is what its digest says. */
static void
test_contents (void)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  const CapCommand *last = g_ptr_array_index (commands, commands->len - 1);
  g_autoptr(GHashTable) contents = g_hash_table_new (g_str_hash, g_str_equal);
  gsize total = 0;

  for (guint i = 0; i < last->edits->len; i++)
    {
      const CapEdit *edit = g_ptr_array_index (last->edits, i);
      const CapEvidence *piece = edit->kind == CAP_EDIT_PUT_EVIDENCE ? edit->value : NULL;

      if (edit->kind == CAP_EDIT_PUT_CONTENT)
        {
          g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, edit->value);

          g_assert_cmpstr (sha256, ==, edit->owner);
          g_assert_true (g_hash_table_insert (contents, edit->owner, edit->value));
          total += g_bytes_get_size (edit->value);
        }
      for (guint j = 0; piece != NULL && j < piece->files->len; j++)
        {
          const CapEvidenceFile *file = g_ptr_array_index (piece->files, j);
          GBytes *content = g_hash_table_lookup (contents, file->sha256);

          g_assert_nonnull (content);
          g_assert_cmpint (file->size, ==, (gint64) g_bytes_get_size (content));
          g_assert_null (strpbrk (file->name, "/\\:"));
        }
    }
  g_assert_cmpuint (total, <, 100 * 1000);
}

/* Almost ready: one serious warning, so that there is something to see; one that was set aside. */
static void
test_radiography (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(CapRadiography) radiography = cap_radiography_new (dossier, catalogue, TODAY);

  g_assert_cmpuint (radiography->counts[CAP_SEVERITY_SERIOUS], ==, 1);
  g_assert_cmpuint (radiography->counts[CAP_SEVERITY_LOOK], <=, 5);
  g_assert_cmpuint (radiography->aside->len, ==, 1);
}

/* The group shows what a group is looked at for: sites not audited, a major, a clause of the group. */
static void
test_group (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_demo (CAP_DEMO_GROUP);
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(CapGroup) group = cap_group_new (dossier, catalogue, "2026-11-26");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const CapGroupClause *clause;

  foreach_record (dossier, check_rules, seen);
  foreach_record (dossier, check_codes, catalogue);
  g_assert_cmpuint (group->n_population, ==, 27);
  g_assert_cmpuint (group->unseen->len, ==, 5);
  g_assert_cmpuint (group->n_never, ==, 4);
  g_assert_cmpuint (group->blocking->len, ==, 1);
  g_assert_cmpuint (group->n_seen, ==, 4); /* those of the sample */
  for (guint i = 0; i < group->clauses->len; i++)
    {
      clause = g_ptr_array_index (group->clauses, i);
      g_assert_cmpint (clause->widespread, ==, i == 0);
      g_assert_cmpint (g_str_equal (clause->number, "7.2"), ==, i == 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/demo-records/rules", test_rules);
  g_test_add_func ("/exchange/demo-records/codes", test_codes);
  g_test_add_func ("/exchange/demo-records/group", test_group);
  g_test_add_func ("/exchange/demo-records/origins", test_origins);
  g_test_add_func ("/exchange/demo-records/documents", test_documents);
  g_test_add_func ("/exchange/demo-records/commitments", test_commitments);
  g_test_add_func ("/exchange/demo-records/surveys", test_surveys);
  g_test_add_func ("/exchange/demo-records/reviews", test_reviews);

  g_test_add_func ("/exchange/demo-records/evidence", test_evidence);
  g_test_add_func ("/exchange/demo-records/contents", test_contents);
  g_test_add_func ("/exchange/demo-records/radiography", test_radiography);

  return g_test_run ();
}
