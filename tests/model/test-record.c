/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-command.h"

/* Each register says what it needs to be shown, read and written. */
static void
test_registers (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegister *reg = cap_register_get (kind);
      g_autoptr(GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpint (reg->kind, ==, kind);
      g_assert_true (g_hash_table_add (names, (char *) reg->name));
      g_assert_true (cap_register_find (reg->name) == reg);
      g_assert_true (reg->label != NULL && reg->one != NULL && reg->empty != NULL);
      g_assert_true (cap_register_has_code (reg) == (reg->parent == CAP_REGISTER_NONE) ||
                     kind == CAP_REGISTER_SILENCE);
      for (guint i = 0; i < reg->n_fields; i++)
        {
          const CapField *field = &reg->fields[i];

          g_assert_true (g_hash_table_add (fields, (char *) field->name));
          g_assert_nonnull (field->label);
          g_assert_true ((field->kind == CAP_VALUE_CHOICE) == (field->choices != NULL));
          g_assert_true ((field->kind == CAP_VALUE_CODES) == (field->refers != CAP_REFERS_NOTHING));
          g_assert_true (field->kind != CAP_VALUE_NUMBER || field->minimum < field->maximum);
        }
    }

  g_assert_null (cap_register_find ("parrot"));
  g_assert_null (cap_register_find (NULL));
}

static void
test_values (void)
{
  g_autoptr(CapRecord) risk = cap_record_new (CAP_REGISTER_RISK, NULL);
  g_autoptr(CapRecord) copy = NULL;
  g_auto(GStrv) codes = NULL;

  g_assert_true (cap_record_set (risk, CAP_RISK_CODE, "R-02"));
  g_assert_false (cap_record_set (risk, CAP_RISK_CODE, "R-02"));
  cap_record_set (risk, CAP_RISK_TITLE, "Personne ne remplace l’encadrant·e");
  cap_record_set (risk, CAP_RISK_NATURE, "risk");
  g_assert_cmpint (cap_record_get_number (risk, CAP_RISK_SEVERITY), ==, CAP_NUMBER_UNSET);
  cap_record_set_number (risk, CAP_RISK_SEVERITY, 3);
  g_assert_cmpint (cap_record_get_number (risk, CAP_RISK_SEVERITY), ==, 3);
  g_assert_cmpstr (cap_record_get_choice (risk, CAP_RISK_NATURE), ==, "Risk");
  g_assert_null (cap_record_get_choice (risk, CAP_RISK_TREATMENT));
  g_assert_cmpstr (cap_record_get_title (risk), ==, "Personne ne remplace l’encadrant·e");

  cap_record_set_codes (risk, CAP_RISK_PROCESS, (const char * const []) { "P-01", "P-04", NULL });
  g_assert_cmpstr (cap_record_get (risk, CAP_RISK_PROCESS), ==, "P-01, P-04");
  g_assert_true (cap_record_has_code (risk, CAP_RISK_PROCESS, "P-04"));
  g_assert_false (cap_record_has_code (risk, CAP_RISK_PROCESS, "P-0"));
  codes = cap_record_dup_codes (risk, CAP_RISK_PROCESS);
  g_assert_cmpuint (g_strv_length (codes), ==, 2);

  copy = cap_record_copy (risk);
  g_assert_true (cap_record_equal (copy, risk));
  g_assert_true (cap_record_set (copy, CAP_RISK_TITLE, ""));
  g_assert_null (cap_record_get (copy, CAP_RISK_TITLE));
  g_assert_false (cap_record_equal (copy, risk));
}

static void
test_order (void)
{
  g_autoptr(CapRecord) second = cap_record_new (CAP_REGISTER_RISK, "b");
  g_autoptr(CapRecord) tenth = cap_record_new (CAP_REGISTER_RISK, "a");

  cap_record_set (second, CAP_RISK_CODE, "R-2");
  cap_record_set (tenth, CAP_RISK_CODE, "R-10");
  g_assert_cmpint (cap_record_compare (second, tenth), <, 0);
  cap_record_set (tenth, CAP_RISK_CODE, "R-2");
  g_assert_cmpint (cap_record_compare (second, tenth), >, 0);
}

static void
test_evidence (void)
{
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, "Politique qualité", NULL, "2026-01-12");
  g_autoptr(CapEvidence) copy = NULL;
  g_autofree char *code = NULL;

  piece->number = 12;
  code = cap_evidence_dup_code (piece);
  g_assert_cmpstr (code, ==, "P-012");
  g_assert_null (cap_evidence_get_file (piece));
  g_assert_true (cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, "5.2.2"));
  g_assert_false (cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, "5.2.2"));
  cap_evidence_add_file (piece, "a", 1, "v1.pdf", "application/pdf", "2026-01-12");
  cap_evidence_add_file (piece, "b", 2, "v2.pdf", "application/pdf", "2026-06-12");
  g_assert_cmpstr (cap_evidence_get_file (piece)->name, ==, "v2.pdf");

  copy = cap_evidence_copy (piece);
  g_assert_true (cap_evidence_equal (copy, piece));
  g_assert_true (cap_evidence_remove_link (copy, CAP_PLACE_REQUIREMENT, "5.2.2"));
  g_assert_false (cap_evidence_remove_link (copy, CAP_PLACE_ACTION, "5.2.2"));
  g_assert_false (cap_evidence_equal (copy, piece));
}

/* What belongs to a record goes with it, and before it; evidence stays and serves it no more. */
static void
test_removal (void)
{
  g_autoptr(CapDossier) dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_REMOVE_RECORD, "S-01");
  CapRecord *survey = cap_record_new (CAP_REGISTER_SURVEY, "survey");
  CapEvidence *piece = cap_evidence_new ("piece", "Questionnaire", NULL, NULL);
  const CapEdit *edit;

  cap_evidence_add_link (piece, CAP_PLACE_RECORD, "survey");
  g_ptr_array_add (dossier->evidence, piece);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_SURVEY], survey);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_SURVEY_QUESTION],
                   cap_record_new_part (CAP_REGISTER_SURVEY_QUESTION, "question", "survey"));

  cap_command_remove_record (command, dossier, survey);
  g_assert_cmpuint (command->edits->len, ==, 3);
  edit = g_ptr_array_index (command->edits, 0);
  g_assert_cmpstr (((const CapRecord *) edit->value)->id, ==, "question");
  edit = g_ptr_array_index (command->edits, 1);
  g_assert_cmpint (edit->kind, ==, CAP_EDIT_PUT_EVIDENCE);
  g_assert_cmpuint (((const CapEvidence *) edit->value)->links->len, ==, 0);
  edit = g_ptr_array_index (command->edits, 2);
  g_assert_cmpstr (((const CapRecord *) edit->value)->id, ==, "survey");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/registers", test_registers);
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/order", test_order);
  g_test_add_func ("/record/evidence", test_evidence);
  g_test_add_func ("/record/removal", test_removal);

  return g_test_run ();
}
