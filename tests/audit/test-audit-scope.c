/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-audit-scope.h"
#include "base/cap-text.h"
#include "tests/exchange/exchange-fixture.h"

/* What an auditor may do, in the demonstration dossier: every edit, every register, every record. */

#define AUDIT "AU-02"
#define OTHER "AU-01"

static const char *
get_id (const CapDossier *dossier,
        CapRegisterKind   kind,
        const char       *code)
{
  const CapRecord *record = cap_dossier_find_record_by_code (dossier, kind, code);

  g_assert_nonnull (record);

  return record->id;
}

static gboolean
allows (const CapDossier *dossier,
        const CapCommand *command)
{
  return cap_audit_scope_allows (dossier, get_id (dossier, CAP_REGISTER_AUDIT, AUDIT), command);
}

static gboolean
allows_put (const CapDossier *dossier,
            const CapRecord  *record)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, NULL);

  cap_command_put_record (command, record);

  return allows (dossier, command);
}

static gboolean
allows_removal (const CapDossier *dossier,
                const CapRecord  *record)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_REMOVE_RECORD, NULL);

  cap_command_remove_record (command, dossier, record);

  return allows (dossier, command);
}

static void
add_ids (GHashTable       *ids,
         const CapDossier *dossier,
         CapRegisterKind   kind,
         const char       *parent)
{
  g_autoptr(GPtrArray) parts = cap_dossier_list_parts (dossier, kind, parent);

  for (guint i = 0; i < parts->len; i++)
    g_hash_table_add (ids, ((CapRecord *) g_ptr_array_index (parts, i))->id);
}

/* From the audit downwards: the rule goes from the record upwards. */
static GHashTable *
list_owned (const CapDossier *dossier)
{
  const char *audit = get_id (dossier, CAP_REGISTER_AUDIT, AUDIT);
  const GPtrArray *findings = dossier->registers[CAP_REGISTER_FINDING];
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (ids, (char *) audit);
  add_ids (ids, dossier, CAP_REGISTER_AUDIT_MEMBER, audit);
  add_ids (ids, dossier, CAP_REGISTER_AUDIT_SESSION, audit);
  add_ids (ids, dossier, CAP_REGISTER_AUDIT_CHECK, audit);
  for (guint i = 0; i < findings->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (findings, i);

      if (g_strcmp0 (cap_record_get (finding, CAP_FINDING_AUDIT), AUDIT) != 0)
        continue;
      g_hash_table_add (ids, finding->id);
      add_ids (ids, dossier, CAP_REGISTER_FINDING_CAUSE, finding->id);
      add_ids (ids, dossier, CAP_REGISTER_FINDING_STEP, finding->id);
    }

  return ids;
}

static void
test_every_record (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(GHashTable) owned = list_owned (dossier);
  guint n_allowed = 0;
  guint n_refused = 0;

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      for (guint i = 0; i < dossier->registers[kind]->len; i++)
        {
          const CapRecord *record = g_ptr_array_index (dossier->registers[kind], i);
          const gboolean is_owned = g_hash_table_contains (owned, record->id);

          g_assert_cmpint (allows_put (dossier, record), ==, is_owned);
          g_assert_cmpint (allows_removal (dossier, record), ==, is_owned && kind != CAP_REGISTER_AUDIT);
          *(is_owned ? &n_allowed : &n_refused) += 1;
        }
    }
  g_assert_cmpuint (n_allowed, >, 10);
  g_assert_cmpuint (n_refused, >, 100);
}

/* A new line of each register, on its own, or under each record that it may be a part of. */
static void
test_every_register (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(GHashTable) owned = list_owned (dossier);

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegisterKind parents = cap_register_get (kind)->parent;
      g_autoptr(CapRecord) alone = cap_record_new (kind, NULL);

      g_assert_false (allows_put (dossier, alone));
      for (guint i = 0; parents != CAP_REGISTER_NONE && i < dossier->registers[parents]->len; i++)
        {
          const CapRecord *parent = g_ptr_array_index (dossier->registers[parents], i);
          g_autoptr(CapRecord) part = cap_record_new_part (kind, NULL, parent->id);

          g_assert_cmpint (allows_put (dossier, part), ==, g_hash_table_contains (owned, parent->id));
        }
    }
}

typedef void (*Spoil) (CapCommand       *command,
                       const CapDossier *dossier);

static void
put_member (CapCommand       *command,
            const CapDossier *dossier)
{
  cap_command_put_member (command, dossier->member);
}

static void
put_evaluation (CapCommand       *command,
                const CapDossier *dossier)
{
  cap_command_put_evaluation (command, cap_dossier_get_current (dossier));
}

static void
put_answer (CapCommand       *command,
            const CapDossier *dossier)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  GHashTableIter iter;
  const CapAnswer *answer;

  g_hash_table_iter_init (&iter, evaluation->answers);
  g_assert_true (g_hash_table_iter_next (&iter, NULL, (gpointer *) &answer));
  cap_command_put_answer (command, evaluation->id, answer);
}

static void
put_action (CapCommand       *command,
            const CapDossier *dossier)
{
  cap_command_put_action (command, g_ptr_array_index (dossier->actions, 0));
}

static void
remove_action (CapCommand       *command,
               const CapDossier *dossier)
{
  cap_command_remove_action (command, ((CapAction *) g_ptr_array_index (dossier->actions, 0))->id);
}

static void
put_indicator (CapCommand       *command,
               const CapDossier *dossier)
{
  cap_command_put_indicator (command, g_ptr_array_index (dossier->indicators, 0));
}

static void
remove_indicator (CapCommand       *command,
                  const CapDossier *dossier)
{
  cap_command_remove_indicator (command, ((CapIndicator *) g_ptr_array_index (dossier->indicators, 0))->id);
}

static void
put_set_aside (CapCommand       *command,
               const CapDossier *dossier)
{
  g_autoptr(CapSetAside) set_aside = NULL;

  set_aside = cap_set_aside_new (CAP_SET_ASIDE_PROPOSAL, "A1.1", 1, "Why", "2026-11-20");
  cap_command_put_set_aside (command, set_aside);
}

static void
remove_set_aside (CapCommand       *command,
                  const CapDossier *dossier)
{
  g_autoptr(CapSetAside) set_aside = NULL;

  set_aside = cap_set_aside_new (CAP_SET_ASIDE_PROPOSAL, "A1.1", 1, "Why", "2026-11-20");
  cap_command_remove_set_aside (command, set_aside);
}

static void
put_plan_review (CapCommand       *command,
                 const CapDossier *dossier)
{
  g_autoptr(CapPlanReview) review = cap_plan_review_new (NULL, "2026-11-20", NULL);

  cap_command_put_plan_review (command, review);
}

static void
put_risk (CapCommand       *command,
          const CapDossier *dossier)
{
  cap_command_put_record (command, g_ptr_array_index (dossier->registers[CAP_REGISTER_RISK], 0));
}

static void
remove_risk (CapCommand       *command,
             const CapDossier *dossier)
{
  cap_command_remove_record (command, dossier, g_ptr_array_index (dossier->registers[CAP_REGISTER_RISK], 0));
}

static void
put_evidence (CapCommand       *command,
              const CapDossier *dossier)
{
  g_autoptr(CapEvidence) evidence = cap_evidence_new (NULL, "A piece of nothing", NULL, NULL);

  cap_command_put_evidence (command, evidence);
}

static void
put_ballot (CapCommand       *command,
            const CapDossier *dossier)
{
  g_autoptr(CapBallot) ballot = cap_ballot_new (NULL, "S-01", CAP_COLLEGE_PARCOURS);

  cap_command_put_ballot (command, cap_dossier_get_current (dossier)->id, ballot);
}

static void
remove_ballot (CapCommand       *command,
               const CapDossier *dossier)
{
  cap_command_remove_ballot (command, "00000000-0000-4000-8000-000000000000");
}

/* One edit for each kind that is not content: what the auditor may do does not make the rest pass. */
static void
test_every_edit (void)
{
  static const Spoil spoils[] = {
    [CAP_EDIT_PUT_MEMBER] = put_member,
    [CAP_EDIT_PUT_EVALUATION] = put_evaluation,
    [CAP_EDIT_PUT_ANSWER] = put_answer,
    [CAP_EDIT_PUT_ACTION] = put_action,
    [CAP_EDIT_REMOVE_ACTION] = remove_action,
    [CAP_EDIT_PUT_INDICATOR] = put_indicator,
    [CAP_EDIT_REMOVE_INDICATOR] = remove_indicator,
    [CAP_EDIT_PUT_SET_ASIDE] = put_set_aside,
    [CAP_EDIT_REMOVE_SET_ASIDE] = remove_set_aside,
    [CAP_EDIT_PUT_PLAN_REVIEW] = put_plan_review,
    [CAP_EDIT_PUT_RECORD] = put_risk,
    [CAP_EDIT_REMOVE_RECORD] = remove_risk,
    [CAP_EDIT_PUT_EVIDENCE] = put_evidence,
    [CAP_EDIT_PUT_BALLOT] = put_ballot,
    [CAP_EDIT_REMOVE_BALLOT] = remove_ballot,
  };
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const CapRecord *audit = cap_dossier_find_record_by_code (dossier, CAP_REGISTER_AUDIT, AUDIT);

  G_STATIC_ASSERT (G_N_ELEMENTS (spoils) == CAP_EDIT_REMOVE_BALLOT + 1);

  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr(CapCommand) alone = cap_command_new (CAP_GESTURE_RECORD, NULL);
      g_autoptr(CapCommand) before = cap_command_new (CAP_GESTURE_RECORD, NULL);
      g_autoptr(CapCommand) after = cap_command_new (CAP_GESTURE_RECORD, NULL);

      if (i == CAP_EDIT_PUT_CONTENT)
        continue;

      spoils[i] (alone, dossier);
      g_assert_false (allows (dossier, alone));

      spoils[i] (before, dossier);
      cap_command_put_record (before, audit);
      g_assert_false (allows (dossier, before));

      cap_command_put_record (after, audit);
      g_assert_true (allows (dossier, after));
      spoils[i] (after, dossier);
      g_assert_false (allows (dossier, after));
    }
}

static void
test_audit (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(CapRecord) audit = NULL;
  g_autoptr(CapCommand) nothing = cap_command_new (CAP_GESTURE_RECORD, NULL);

  audit = cap_record_copy (cap_dossier_find_record_by_code (dossier, CAP_REGISTER_AUDIT, AUDIT));
  cap_record_set (audit, CAP_AUDIT_SYNTHESIS, "Seen.");
  g_assert_true (allows_put (dossier, audit));
  cap_record_set (audit, CAP_AUDIT_CODE, "AU-99");
  g_assert_false (allows_put (dossier, audit));

  g_assert_true (allows (dossier, nothing));
  g_assert_false (cap_audit_scope_allows (dossier, "no such audit", nothing));
}

static CapRecord *
new_finding (const char *audit)
{
  CapRecord *finding = cap_record_new (CAP_REGISTER_FINDING, NULL);

  cap_record_set (finding, CAP_FINDING_CODE, "E-77");
  cap_record_set (finding, CAP_FINDING_AUDIT, audit);

  return finding;
}

/* A finding may not be moved to or taken from another audit, nor from no audit. */
static void
test_findings (void)
{
  static const char * const audits[] = { AUDIT, OTHER, NULL };
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();

  for (guint from = 0; from < G_N_ELEMENTS (audits); from++)
    {
      g_autoptr(CapRecord) finding = new_finding (audits[from]);

      g_assert_cmpint (allows_put (dossier, finding), ==, from == 0);
      g_ptr_array_add (dossier->registers[CAP_REGISTER_FINDING], cap_record_copy (finding));
      for (guint to = 0; to < G_N_ELEMENTS (audits); to++)
        {
          cap_record_set (finding, CAP_FINDING_AUDIT, audits[to]);
          g_assert_cmpint (allows_put (dossier, finding), ==, from == 0 && to == 0);
        }
    }
}

/* What is put first carries what hangs on it, and nothing else does. */
static void
test_new_finding_with_parts (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(CapRecord) finding = new_finding (AUDIT);
  g_autoptr(CapRecord) step = cap_record_new_part (CAP_REGISTER_FINDING_STEP, NULL, finding->id);
  g_autoptr(CapEvidence) evidence = cap_evidence_new (NULL, "A photograph of the board", NULL, NULL);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, NULL);
  g_autoptr(CapCommand) wrong = cap_command_new (CAP_GESTURE_RECORD, NULL);
  g_autoptr(GBytes) content = g_bytes_new_static ("x", 1);

  cap_evidence_add_link (evidence, CAP_PLACE_RECORD, finding->id);
  cap_command_put_record (command, finding);
  cap_command_put_record (command, step);
  cap_command_put_content (command, "0000", content);
  cap_command_put_evidence (command, evidence);
  g_assert_true (allows (dossier, command));

  cap_command_put_record (wrong, step);
  cap_command_put_record (wrong, finding);
  g_assert_false (allows (dossier, wrong));
}

static gboolean
allows_evidence (const CapDossier  *dossier,
                 const CapEvidence *evidence)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_PIECE, NULL);

  cap_command_put_evidence (command, evidence);

  return allows (dossier, command);
}

static const CapRecord *
find_finding (const CapDossier *dossier,
              const char       *audit)
{
  for (guint i = 0; i < dossier->registers[CAP_REGISTER_FINDING]->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (dossier->registers[CAP_REGISTER_FINDING], i);

      if (g_strcmp0 (cap_record_get (finding, CAP_FINDING_AUDIT), audit) == 0)
        return finding;
    }

  g_assert_not_reached ();
}

static void
test_new_evidence (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const char *inside = find_finding (dossier, AUDIT)->id;
  const struct { CapPlace place; const char *target; gboolean allowed; } cases[] = {
    { CAP_PLACE_RECORD, inside, TRUE },
    { CAP_PLACE_RECORD, get_id (dossier, CAP_REGISTER_AUDIT, AUDIT), TRUE },
    { CAP_PLACE_RECORD, find_finding (dossier, OTHER)->id, FALSE },
    { CAP_PLACE_RECORD, get_id (dossier, CAP_REGISTER_AUDIT, OTHER), FALSE },
    { CAP_PLACE_RECORD, "nobody", FALSE },
    { CAP_PLACE_REQUIREMENT, "8.4.1", FALSE },
    { CAP_PLACE_REQUIREMENT, inside, FALSE },
    { CAP_PLACE_ACTION, ((CapAction *) g_ptr_array_index (dossier->actions, 0))->id, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapEvidence) evidence = cap_evidence_new (NULL, "A piece", NULL, NULL);

      cap_evidence_add_link (evidence, cases[i].place, cases[i].target);
      g_assert_cmpint (allows_evidence (dossier, evidence), ==, cases[i].allowed);
      cap_evidence_add_link (evidence, CAP_PLACE_RECORD, inside);
      g_assert_cmpint (allows_evidence (dossier, evidence), ==, cases[i].allowed);
    }
}

/* A piece of the structure may be quoted: its links to the audit come and go, nothing else of it does. */
static void
test_evidence_of_the_structure (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const char *inside = find_finding (dossier, AUDIT)->id;
  guint n_pieces = 0;

  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      g_autoptr(CapEvidence) piece = cap_evidence_copy (g_ptr_array_index (dossier->evidence, i));
      g_autofree char *title = g_strdup (piece->title);

      cap_evidence_add_link (piece, CAP_PLACE_RECORD, inside);
      g_assert_true (allows_evidence (dossier, piece));
      cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, "10.3.9");
      g_assert_false (allows_evidence (dossier, piece));
      cap_evidence_remove_link (piece, CAP_PLACE_REQUIREMENT, "10.3.9");
      g_free (piece->title);
      piece->title = g_strdup ("Another title");
      g_assert_false (allows_evidence (dossier, piece));
      g_free (piece->title);
      piece->title = g_steal_pointer (&title);
      piece->number = 0;
      g_assert_true (allows_evidence (dossier, piece));
      n_pieces++;
    }
  g_assert_cmpuint (n_pieces, >, 5);
}

static void
test_evidence_of_the_audit (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  CapEvidence *mine = cap_evidence_new (NULL, "A piece", NULL, NULL);
  g_autoptr(CapEvidence) changed = NULL;

  cap_evidence_add_link (mine, CAP_PLACE_RECORD, find_finding (dossier, AUDIT)->id);
  g_ptr_array_add (dossier->evidence, mine);
  changed = cap_evidence_copy (mine);
  cap_set_string (&changed->title, "A better title");
  g_assert_true (allows_evidence (dossier, changed));
  cap_evidence_add_link (changed, CAP_PLACE_REQUIREMENT, "8.4.1");
  g_assert_false (allows_evidence (dossier, changed));
}

/* The first piece of an answer. */
static CapEvidence *
find_piece_of_answer (const CapDossier *dossier)
{
  GHashTableIter iter;
  const CapAnswer *answer;

  g_hash_table_iter_init (&iter, cap_dossier_get_current (dossier)->answers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &answer))
    {
      const CapEvidence *held = answer->evidence->len > 0 ? g_ptr_array_index (answer->evidence, 0) : NULL;

      if (held != NULL)
        return (CapEvidence *) cap_dossier_find_evidence (dossier, held->id);
    }

  g_assert_not_reached ();
}

/* An answer has no link to its pieces, but they are the structure’s all the same. */
static void
test_evidence_of_an_answer (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  CapEvidence *piece = find_piece_of_answer (dossier);
  g_autoptr(CapEvidence) changed = NULL;

  g_ptr_array_set_size (piece->links, 0);
  cap_evidence_add_link (piece, CAP_PLACE_RECORD, find_finding (dossier, AUDIT)->id);
  changed = cap_evidence_copy (piece);
  g_assert_true (allows_evidence (dossier, changed));
  cap_set_string (&changed->title, "Another title");
  g_assert_false (allows_evidence (dossier, changed));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audit/scope/every-record", test_every_record);
  g_test_add_func ("/audit/scope/every-register", test_every_register);
  g_test_add_func ("/audit/scope/every-edit", test_every_edit);
  g_test_add_func ("/audit/scope/audit", test_audit);
  g_test_add_func ("/audit/scope/findings", test_findings);
  g_test_add_func ("/audit/scope/new-finding-with-parts", test_new_finding_with_parts);
  g_test_add_func ("/audit/scope/evidence/new", test_new_evidence);
  g_test_add_func ("/audit/scope/evidence/of-the-structure", test_evidence_of_the_structure);
  g_test_add_func ("/audit/scope/evidence/of-the-audit", test_evidence_of_the_audit);
  g_test_add_func ("/audit/scope/evidence/of-an-answer", test_evidence_of_an_answer);

  return g_test_run ();
}
