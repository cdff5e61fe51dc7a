/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-record-rules.h"

#include "base/cap-date.h"
#include "quality/cap-record-text.h"

#define TODAY "2026-11-20"

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("id", cap_member_new ("Une structure"));
}

static CapRecord *
add_record (CapDossier      *dossier,
            CapRegisterKind  kind,
            const char      *code)
{
  CapRecord *record = cap_record_new (kind, NULL);

  cap_record_set (record, 0, code);
  g_ptr_array_add (dossier->registers[kind], record);

  return record;
}

static void
test_values (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRecord) risk = cap_record_new (CAP_REGISTER_RISK, NULL);
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GPtrArray) none = NULL;

  cap_record_set (risk, CAP_RISK_CODE, "R-01");
  cap_record_set (risk, CAP_RISK_NATURE, "parrot");
  cap_record_set (risk, CAP_RISK_RATED, "2026-02-30");
  cap_record_set (risk, CAP_RISK_SEVERITY, "5");
  faults = cap_record_check (risk, dossier);
  g_assert_cmpuint (faults->len, ==, 4);
  g_assert_cmpstr (cap_record_faults_find (faults, CAP_RISK_TITLE), ==,
                   "“Risk or opportunity” is to be filled in");
  g_assert_cmpstr (cap_record_faults_find (faults, CAP_RISK_NATURE), ==,
                   "“parrot” is not one of the choices");
  g_assert_cmpstr (cap_record_faults_find (faults, CAP_RISK_RATED), ==, "“2026-02-30” is not a date");
  g_assert_cmpstr (cap_record_faults_find (faults, CAP_RISK_SEVERITY), ==,
                   "A whole number from 1 to 4 is expected");
  g_assert_null (cap_record_faults_find (faults, CAP_RISK_CODE));

  cap_record_set (risk, CAP_RISK_TITLE, "Personne ne remplace l’encadrant·e");
  cap_record_set (risk, CAP_RISK_NATURE, "risk");
  cap_record_set (risk, CAP_RISK_RATED, "2026-02-28");
  cap_record_set (risk, CAP_RISK_SEVERITY, "4");
  none = cap_record_check (risk, dossier);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A name typed by mistake is pointed out; a code of the structure is not. */
static void
test_names (void)
{
  static const char * const names[] = { "Dupont", "Marie Durand", "DURAND M.", "Zoé", "Bob" };
  static const char * const codes[] = { "2026-014", "14", "AI-2026-3", "SP 12", "2026/ACI/7", "26A014" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (cap_code_looks_like_a_name (names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_false (cap_code_looks_like_a_name (codes[i]));
}

static void
test_commitment (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRecord) commitment = cap_record_new (CAP_REGISTER_COMMITMENT, NULL);
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GPtrArray) taken = NULL;

  cap_record_set (commitment, CAP_COMMITMENT_CODE, "Marie Durand");
  cap_record_set (commitment, CAP_COMMITMENT_TYPE, "validation");
  cap_record_set (commitment, CAP_COMMITMENT_SIGNED, "2026-05-01");
  cap_record_set (commitment, CAP_COMMITMENT_REVIEW, "2026-04-30");
  cap_record_set (commitment, CAP_COMMITMENT_OUTCOME, "durable");
  faults = cap_record_check (commitment, dossier);
  g_assert_cmpuint (faults->len, ==, 3);
  g_assert_nonnull (cap_record_faults_find (faults, CAP_COMMITMENT_CODE));
  g_assert_cmpstr (cap_record_faults_find (faults, CAP_COMMITMENT_REVIEW), ==,
                   "“Next review due” comes before “Signed on”");
  g_assert_nonnull (cap_record_faults_find (faults, CAP_COMMITMENT_CLOSED));

  add_record (dossier, CAP_REGISTER_COMMITMENT, "2026-014");
  cap_record_set (commitment, CAP_COMMITMENT_CODE, "2026-014");
  taken = cap_record_check (commitment, dossier);
  g_assert_cmpstr (cap_record_faults_find (taken, CAP_COMMITMENT_CODE), ==, "“2026-014” is already used");
}

static void
test_next_code (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autofree char *risk = NULL;
  g_autofree char *commitment = NULL;
  g_autofree char *first = cap_record_dup_next_code (dossier, CAP_REGISTER_RISK, TODAY);

  g_assert_cmpstr (first, ==, "R-01");
  add_record (dossier, CAP_REGISTER_RISK, "R-09");
  add_record (dossier, CAP_REGISTER_RISK, "R-2");
  add_record (dossier, CAP_REGISTER_COMMITMENT, "2025-120");
  add_record (dossier, CAP_REGISTER_COMMITMENT, "2026-014");
  risk = cap_record_dup_next_code (dossier, CAP_REGISTER_RISK, TODAY);
  g_assert_cmpstr (risk, ==, "R-10");
  commitment = cap_record_dup_next_code (dossier, CAP_REGISTER_COMMITMENT, TODAY);
  g_assert_cmpstr (commitment, ==, "2026-015");
  g_assert_null (cap_record_dup_next_code (dossier, CAP_REGISTER_EXCLUSION, TODAY));
}

/* Those that refer to a record by its code follow it. */
static void
test_renamed (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, "PRO-1");
  CapRecord *document = add_record (dossier, CAP_REGISTER_DOCUMENT, "PRO-01");
  CapRecord *process = add_record (dossier, CAP_REGISTER_PROCESS, "P-01");
  g_autoptr(CapRecord) renamed = NULL;
  const CapEdit *edit;

  cap_record_set (process, CAP_PROCESS_DOCUMENTS, "PRO-01, PRO-011");
  cap_record_set (process, CAP_PROCESS_FEEDS, "PRO-01");
  renamed = cap_record_copy (document);
  cap_record_set (renamed, CAP_DOCUMENT_CODE, "PRO-1");
  cap_record_put_renamed (command, dossier, renamed);

  g_assert_cmpuint (command->edits->len, ==, 2);
  edit = g_ptr_array_index (command->edits, 1);
  g_assert_cmpstr (cap_record_get (edit->value, CAP_PROCESS_DOCUMENTS), ==, "PRO-1, PRO-011");
  g_assert_cmpstr (cap_record_get (edit->value, CAP_PROCESS_FEEDS), ==, "PRO-01");
}

/* What a list says of a line: its choices, then its last date, which reads on from its label. */
static void
test_summary (void)
{
  g_autoptr(CapRecord) supplier = cap_record_new (CAP_REGISTER_SUPPLIER, NULL);
  g_autofree char *day = cap_date_format_short ("2027-03-12");
  g_autofree char *expected = g_strconcat ("Satisfactory · To be assessed again on ", day, NULL);
  g_autofree char *summary = NULL;

  cap_record_set (supplier, CAP_SUPPLIER_RATING, "good");
  cap_record_set (supplier, CAP_SUPPLIER_ASSESSED, "2026-03-12");
  cap_record_set (supplier, CAP_SUPPLIER_REVIEW, "2027-03-12");
  summary = cap_record_dup_summary (supplier);
  g_assert_cmpstr (summary, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-rules/values", test_values);
  g_test_add_func ("/record-rules/names", test_names);
  g_test_add_func ("/record-rules/commitment", test_commitment);
  g_test_add_func ("/record-rules/next-code", test_next_code);
  g_test_add_func ("/record-rules/renamed", test_renamed);
  g_test_add_func ("/record-rules/summary", test_summary);

  return g_test_run ();
}
