/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-audit-scope.h"
#include "base/cap-text.h"
#include "exchange/cap-auditor-return.h"
#include "exchange/cap-framework-json.h"
#include "tests/exchange/exchange-fixture.h"
#include "tests/model/memory-dossier.h"

/* The demonstration dossier three times: as it was handed over, as the auditor hands it back, and as the
 * structure has it by then. */

#define AUDIT "AU-02"

typedef struct
{
  CapDossier *origin;
  CapDossier *copy;
  CapDossier *dossier;
  char       *audit_id;
} Fixture;

static CapDossier *
clone (const CapDossier *dossier)
{
  CapDossier *copy = cap_dossier_new (dossier->id, cap_member_copy (dossier->member));

  for (guint i = 0; i < dossier->evaluations->len; i++)
    g_ptr_array_add (copy->evaluations, cap_evaluation_copy (g_ptr_array_index (dossier->evaluations, i)));
  for (guint i = 0; i < dossier->actions->len; i++)
    g_ptr_array_add (copy->actions, cap_action_copy (g_ptr_array_index (dossier->actions, i)));
  for (guint i = 0; i < dossier->indicators->len; i++)
    g_ptr_array_add (copy->indicators, cap_indicator_copy (g_ptr_array_index (dossier->indicators, i)));
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      for (guint i = 0; i < dossier->registers[kind]->len; i++)
        g_ptr_array_add (copy->registers[kind],
                         cap_record_copy (g_ptr_array_index (dossier->registers[kind], i)));
    }
  for (guint i = 0; i < dossier->evidence->len; i++)
    g_ptr_array_add (copy->evidence, cap_evidence_copy (g_ptr_array_index (dossier->evidence, i)));

  return copy;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->origin = exchange_fixture_new_dossier ();
  fixture->audit_id = g_strdup (cap_dossier_find_record_by_code (fixture->origin, CAP_REGISTER_AUDIT,
                                                                 AUDIT)->id);
  fixture->copy = clone (fixture->origin);
  fixture->copy->audited = g_strdup (fixture->audit_id);
  fixture->dossier = clone (fixture->origin);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cap_dossier_unref (fixture->origin);
  cap_dossier_unref (fixture->copy);
  cap_dossier_unref (fixture->dossier);
  g_free (fixture->audit_id);
}

static GBytes *
read_content (const char  *sha256,
              gpointer     user_data,
              GError     **error)
{
  return g_bytes_new (sha256, 4);
}

static CapAuditorReturn *
look (Fixture  *fixture,
      GError  **error)
{
  const CapAuditorReturnInput input = {
    .dossier = fixture->dossier,
    .copy = fixture->copy,
    .origin = fixture->origin,
    .name = "copy.capcedre",
    .reader = read_content,
  };

  return cap_auditor_return_new (&input, error);
}

/* Takes the copy in, sees that only the audit is touched, and that a second time changes nothing. */
static CapAuditorReturn *
take_in (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  CapAuditorReturn *first = look (fixture, &error);
  g_autoptr(CapAuditorReturn) second = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (first->command != NULL, ==, first->items->len > 0);
  if (first->command != NULL)
    {
      g_assert_cmpint (first->command->gesture, ==, CAP_GESTURE_IMPORT);
      g_assert_true (cap_audit_scope_allows (fixture->dossier, fixture->audit_id, first->command));
      memory_dossier_apply (fixture->dossier, first->command);
    }

  second = look (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->items->len, ==, 0);
  g_assert_null (second->command);

  return first;
}

static void
put (CapDossier *dossier,
     CapRecord  *record)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, NULL);

  cap_command_put_record (command, record);
  memory_dossier_apply (dossier, command);
}

/* Changes one field of one record of one side. */
static void
set (CapDossier      *dossier,
     CapRegisterKind  kind,
     const char      *id,
     guint            field,
     const char      *value)
{
  g_autoptr(CapRecord) changed = cap_record_copy (cap_dossier_find_record (dossier, kind, id));

  cap_record_set (changed, field, value);
  put (dossier, changed);
}

static const char *
get (const CapDossier *dossier,
     CapRegisterKind   kind,
     const char       *id,
     guint             field)
{
  const CapRecord *record = cap_dossier_find_record (dossier, kind, id);

  g_assert_nonnull (record);

  return cap_record_get (record, field);
}

static char *
dup_finding (Fixture *fixture)
{
  for (guint i = 0; i < fixture->origin->registers[CAP_REGISTER_FINDING]->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (fixture->origin->registers[CAP_REGISTER_FINDING], i);

      if (cap_audit_scope_has_record (fixture->origin, fixture->audit_id, finding))
        return g_strdup (finding->id);
    }

  g_assert_not_reached ();
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(CapAuditorReturn) found = take_in (fixture);

  g_assert_cmpstr (found->audit, ==, AUDIT);
  g_assert_cmpuint (found->items->len, ==, 0);
  g_assert_cmpuint (found->rest->len, ==, 0);
}

/* What the auditor changed, what the structure changed, and both: every pair of them for one field. */
static void
test_field (Fixture       *fixture,
            gconstpointer  data)
{
  const struct { const char *before, *theirs, *mine, *after; } cases[] = {
    { NULL, NULL, NULL, NULL },
    { NULL, "auditor", NULL, "auditor" },
    { NULL, NULL, "structure", "structure" },
    { NULL, "auditor", "structure", "auditor" },
    { "old", "old", "old", "old" },
    { "old", "auditor", "old", "auditor" },
    { "old", "old", "structure", "structure" },
    { "old", "old", NULL, NULL },
    { "old", "auditor", "structure", "auditor" },
    { "old", "auditor", NULL, "auditor" },
    { "old", NULL, "old", "old" },
    { "old", NULL, "structure", "structure" },
    { "old", NULL, NULL, NULL },
  };
  g_autofree char *id = dup_finding (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapAuditorReturn) found = NULL;

      set (fixture->origin, CAP_REGISTER_FINDING, id, CAP_FINDING_CONTAINMENT, cases[i].before);
      set (fixture->copy, CAP_REGISTER_FINDING, id, CAP_FINDING_CONTAINMENT, cases[i].theirs);
      set (fixture->dossier, CAP_REGISTER_FINDING, id, CAP_FINDING_CONTAINMENT, cases[i].mine);
      found = take_in (fixture);
      g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_FINDING, id, CAP_FINDING_CONTAINMENT), ==,
                       cases[i].after);
      g_assert_cmpuint (found->items->len, ==, g_strcmp0 (cases[i].mine, cases[i].after) != 0 ? 1 : 0);
      g_assert_cmpuint (found->rest->len, ==, g_strcmp0 (cases[i].theirs, cases[i].after) != 0 ? 1 : 0);
    }
}

/* The checklist that the auditor filled, the report, someone more in the team. */
static void
test_audit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(CapRecord) check = cap_record_new_part (CAP_REGISTER_AUDIT_CHECK, NULL, fixture->audit_id);
  g_autoptr(CapRecord) guide = cap_record_new_part (CAP_REGISTER_AUDIT_MEMBER, NULL, fixture->audit_id);
  g_autoptr(CapAuditorReturn) found = NULL;

  cap_record_set (check, CAP_AUDIT_CHECK_KIND, "requirement");
  cap_record_set (check, CAP_AUDIT_CHECK_SUBJECT, "8.4.1");
  put (fixture->origin, check);
  put (fixture->dossier, check);
  cap_record_set (check, CAP_AUDIT_CHECK_VERDICT, "conforming");
  cap_record_set (check, CAP_AUDIT_CHECK_NOTES, "Three folders seen");
  put (fixture->copy, check);
  cap_record_set (guide, CAP_AUDIT_MEMBER_ROLE, "guide");
  put (fixture->copy, guide);
  set (fixture->copy, CAP_REGISTER_AUDIT, fixture->audit_id, CAP_AUDIT_SYNTHESIS, "Seen by the auditor");
  set (fixture->dossier, CAP_REGISTER_AUDIT, fixture->audit_id, CAP_AUDIT_LOGISTICS, "A room");

  found = take_in (fixture);
  g_assert_cmpuint (found->items->len, ==, 3);
  g_assert_cmpuint (cap_auditor_return_count (found, CAP_REGISTER_AUDIT_CHECK, FALSE), ==, 1);
  g_assert_cmpuint (cap_auditor_return_count (found, CAP_REGISTER_AUDIT_MEMBER, TRUE), ==, 1);
  g_assert_cmpuint (cap_auditor_return_count (found, CAP_REGISTER_AUDIT, FALSE), ==, 1);
  g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_AUDIT_CHECK, check->id, CAP_AUDIT_CHECK_NOTES), ==,
                   "Three folders seen");
  g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_AUDIT, fixture->audit_id, CAP_AUDIT_LOGISTICS), ==,
                   "A room");
}

static CapRecord *
new_finding (const char *code,
             const char *audit)
{
  CapRecord *finding = cap_record_new (CAP_REGISTER_FINDING, NULL);

  cap_record_set (finding, CAP_FINDING_CODE, code);
  cap_record_set (finding, CAP_FINDING_AUDIT, audit);
  cap_record_set (finding, CAP_FINDING_FACT, "Two posts out of five");

  return finding;
}

/* Codes that both gave are given anew; those of the structure never change. */
static void
test_new_findings (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(CapRecord) theirs = new_finding ("E-40", AUDIT);
  g_autoptr(CapRecord) next = new_finding ("E-41", AUDIT);
  g_autoptr(CapRecord) far = new_finding ("E-43", AUDIT);
  g_autoptr(CapRecord) mine = new_finding ("E-40", AUDIT);
  g_autoptr(CapRecord) also_mine = new_finding ("E-41", NULL);
  g_autoptr(CapRecord) step = cap_record_new_part (CAP_REGISTER_FINDING_STEP, NULL, theirs->id);
  g_autoptr(CapAuditorReturn) found = NULL;

  put (fixture->copy, theirs);
  put (fixture->copy, next);
  put (fixture->copy, far);
  put (fixture->copy, step);
  put (fixture->dossier, mine);
  put (fixture->dossier, also_mine);

  found = take_in (fixture);
  g_assert_cmpuint (found->items->len, ==, 3);
  g_assert_cmpuint (cap_auditor_return_count (found, CAP_REGISTER_FINDING, TRUE), ==, 3);
  g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_FINDING, mine->id, 0), ==, "E-40");
  g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_FINDING, also_mine->id, 0), ==, "E-41");
  g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_FINDING, theirs->id, 0), ==, "E-44");
  g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_FINDING, next->id, 0), ==, "E-45");
  g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_FINDING, far->id, 0), ==, "E-43");
  g_assert_nonnull (cap_dossier_find_record (fixture->dossier, CAP_REGISTER_FINDING_STEP, step->id));
}

/* The structure gave the audit another code: findings follow it. */
static void
test_audit_renamed (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(CapRecord) finding = new_finding ("E-40", AUDIT);
  g_autoptr(CapAuditorReturn) found = NULL;

  put (fixture->copy, finding);
  set (fixture->dossier, CAP_REGISTER_AUDIT, fixture->audit_id, CAP_AUDIT_CODE, "AU-77");
  found = take_in (fixture);
  g_assert_cmpstr (found->audit, ==, "AU-77");
  g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_FINDING, finding->id, CAP_FINDING_AUDIT), ==,
                   "AU-77");
  g_assert_cmpstr (get (fixture->dossier, CAP_REGISTER_AUDIT, fixture->audit_id, 0), ==, "AU-77");
}

/* What the structure took out or gave to another audit does not come back; what the auditor took out
 * stays. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = dup_finding (fixture);
  g_autoptr(CapRecord) check = cap_record_new_part (CAP_REGISTER_AUDIT_CHECK, NULL, fixture->audit_id);
  g_autoptr(CapRecord) kept = cap_record_new_part (CAP_REGISTER_AUDIT_CHECK, NULL, fixture->audit_id);
  g_autoptr(CapAuditorReturn) found = NULL;

  put (fixture->origin, check);
  put (fixture->copy, check);
  set (fixture->copy, CAP_REGISTER_AUDIT_CHECK, check->id, CAP_AUDIT_CHECK_NOTES, "Seen");
  put (fixture->origin, kept);
  put (fixture->dossier, kept);
  set (fixture->copy, CAP_REGISTER_FINDING, id, CAP_FINDING_FACT, "Another fact");
  set (fixture->dossier, CAP_REGISTER_FINDING, id, CAP_FINDING_AUDIT, "AU-01");

  found = take_in (fixture);
  g_assert_cmpuint (found->items->len, ==, 0);
  g_assert_cmpuint (found->rest->len, ==, 2); /* the findings, the checklist */
  g_assert_null (cap_dossier_find_record (fixture->dossier, CAP_REGISTER_AUDIT_CHECK, check->id));
  g_assert_nonnull (cap_dossier_find_record (fixture->dossier, CAP_REGISTER_AUDIT_CHECK, kept->id));
}

/* Whatever else differs never comes in, and is told. */
static void
test_rest (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(CapAuditorReturn) found = NULL;
  CapAction *action = g_ptr_array_index (fixture->copy->actions, 0);
  guint n_registers = 0;

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      CapRecord *record = cap_record_new_part (kind, NULL, "another record");

      g_ptr_array_add (fixture->copy->registers[kind], record);
      n_registers++;
    }
  cap_set_string (&action->title, "What an auditor may not say");
  cap_set_string (&fixture->copy->member->name, "Another structure");

  found = take_in (fixture);
  g_assert_cmpuint (found->items->len, ==, 0);
  g_assert_cmpuint (found->rest->len, ==, n_registers + 2);
}

static CapEvidence *
new_piece (const char *target)
{
  CapEvidence *piece = cap_evidence_new (NULL, "Photograph of the board", NULL, NULL);

  cap_evidence_add_file (piece, "abcd0123", 4, "board.jpg", "image/jpeg", "2026-11-20");
  cap_evidence_add_link (piece, CAP_PLACE_RECORD, target);

  return piece;
}

static guint
count_edits (const CapCommand *command,
             CapEditKind       kind)
{
  guint count = 0;

  for (guint i = 0; i < command->edits->len; i++)
    count += ((CapEdit *) g_ptr_array_index (command->edits, i))->kind == kind ? 1 : 0;

  return count;
}

static void
test_new_evidence (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *id = dup_finding (fixture);
  CapEvidence *inside = new_piece (id);
  CapEvidence *outside = new_piece ("another record");
  CapEvidence *taken_out = new_piece (id);
  const CapEvidence *mine;
  g_autoptr(CapAuditorReturn) found = NULL;

  taken_out->removed = g_strdup ("2026-11-20");
  cap_evidence_add_link (inside, CAP_PLACE_REQUIREMENT, "8.4.1");
  inside->number = 999;
  g_ptr_array_add (fixture->copy->evidence, inside);
  g_ptr_array_add (fixture->copy->evidence, outside);
  g_ptr_array_add (fixture->copy->evidence, taken_out);

  found = take_in (fixture);
  g_assert_cmpuint (found->items->len, ==, 1);
  g_assert_cmpuint (cap_auditor_return_count (found, CAP_REGISTER_NONE, TRUE), ==, 1);
  g_assert_cmpuint (count_edits (found->command, CAP_EDIT_PUT_CONTENT), ==, 1);
  mine = cap_dossier_find_evidence (fixture->dossier, inside->id);
  g_assert_true (cap_evidence_serves (mine, CAP_PLACE_RECORD, id));
  g_assert_cmpuint (mine->links->len, ==, 1);
  g_assert_null (cap_dossier_find_evidence (fixture->dossier, outside->id));
  g_assert_null (cap_dossier_find_evidence (fixture->dossier, taken_out->id));
}

/* A piece of the structure that the auditor quotes: the link comes in, nothing else of it. */
static void
test_quoted_evidence (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = dup_finding (fixture);
  CapEvidence *quoted = g_ptr_array_index (fixture->copy->evidence, 0);
  CapEvidence *ours = g_ptr_array_index (fixture->dossier->evidence, 0);
  g_autofree char *title = g_strdup (quoted->title);
  const CapEvidence *after;
  g_autoptr(CapAuditorReturn) found = NULL;

  cap_set_string (&quoted->title, "What an auditor may not say");
  cap_evidence_add_link (quoted, CAP_PLACE_RECORD, id);
  cap_evidence_add_link (quoted, CAP_PLACE_REQUIREMENT, "10.3.9");
  cap_evidence_add_link (ours, CAP_PLACE_REQUIREMENT, "9.9.9");

  found = take_in (fixture);
  g_assert_cmpuint (cap_auditor_return_count (found, CAP_REGISTER_NONE, FALSE), ==, 1);
  after = cap_dossier_find_evidence (fixture->dossier, quoted->id);
  g_assert_cmpstr (after->title, ==, title);
  g_assert_true (cap_evidence_serves (after, CAP_PLACE_RECORD, id));
  g_assert_true (cap_evidence_serves (after, CAP_PLACE_REQUIREMENT, "9.9.9"));
  g_assert_false (cap_evidence_serves (after, CAP_PLACE_REQUIREMENT, "10.3.9"));
}

static void
assert_refused (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (look (fixture, &error));
  g_assert_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *audited = g_strdup (fixture->copy->audited);

  cap_set_string (&fixture->copy->audited, NULL);
  assert_refused (fixture);
  cap_set_string (&fixture->copy->audited, "no such audit");
  assert_refused (fixture);
  cap_set_string (&fixture->copy->audited, audited);
  cap_set_string (&fixture->copy->id, "another dossier");
  assert_refused (fixture);
  cap_set_string (&fixture->copy->id, fixture->dossier->id);
  g_ptr_array_set_size (fixture->dossier->registers[CAP_REGISTER_AUDIT], 0);
  assert_refused (fixture);
}

static void
test_summary (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(CapRecord) finding = new_finding ("E-40", AUDIT);
  g_autoptr(CapAuditorReturn) nothing = look (fixture, NULL);
  g_autoptr(CapAuditorReturn) something = NULL;
  g_autofree char *empty = cap_auditor_return_dup_summary (nothing);
  g_autofree char *told = NULL;
  g_autofree char *json = NULL;
  g_autoptr(JsonNode) root = NULL;

  put (fixture->copy, finding);
  set (fixture->copy, CAP_REGISTER_AUDIT, fixture->audit_id, CAP_AUDIT_SYNTHESIS, "Seen by the auditor");
  something = look (fixture, NULL);
  told = cap_auditor_return_dup_summary (something);
  json = cap_auditor_return_to_json (something);
  root = exchange_fixture_parse (json);
  g_assert_cmpstr (empty, ==, "Nothing new in this copy");
  g_assert_cmpstr (told, ==, "1 new finding, 1 part of the plan or of the report");
  g_assert_cmpstr (json_node_get_string (exchange_fixture_find (root, "/items/1/code")), ==, "E-40");
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/exchange/auditor-return/nothing", test_nothing);
  add ("/exchange/auditor-return/field", test_field);
  add ("/exchange/auditor-return/audit", test_audit);
  add ("/exchange/auditor-return/findings/new", test_new_findings);
  add ("/exchange/auditor-return/findings/audit-renamed", test_audit_renamed);
  add ("/exchange/auditor-return/gone", test_gone);
  add ("/exchange/auditor-return/rest", test_rest);
  add ("/exchange/auditor-return/evidence/new", test_new_evidence);
  add ("/exchange/auditor-return/evidence/quoted", test_quoted_evidence);
  add ("/exchange/auditor-return/refusals", test_refusals);
  add ("/exchange/auditor-return/summary", test_summary);

  return g_test_run ();
}
