/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-register-csv.h"

#include <string.h>

#include "tests/model/memory-dossier.h"

static CapRegisterPreview *
preview_text (const CapDossier *dossier,
              CapRegisterKind   kind,
              const char       *text)
{
  g_autoptr(GBytes) source = g_bytes_new_static (text, strlen (text));

  return cap_register_csv_preview (source, "liste.csv", kind, dossier, "2026-11-20");
}

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("id", cap_member_new ("Les Érables"));
}

static const CapRecord *
get (const CapRegisterPreview *preview,
     guint                     index)
{
  g_assert_nonnull (preview->command);
  g_assert_cmpuint (index, <, preview->command->edits->len);

  return ((const CapEdit *) g_ptr_array_index (preview->command->edits, index))->value;
}

static void
assert_fault (const CapRegisterPreview *preview,
              guint                     index,
              const char               *fault)
{
  g_assert_cmpuint (index, <, preview->faults->len);
  g_assert_cmpstr (g_ptr_array_index (preview->faults, index), ==, fault);
}

/* The headers that other programs rely on. */
static void
test_commitments (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRegisterPreview) preview = NULL;

  preview = preview_text (dossier, CAP_REGISTER_COMMITMENT,
                          "code;type;signed;review;closed;outcome\r\n"
                          "2026-001;validation;2026-01-15;2026-07-15;;\r\n"
                          "2026-002;coup-de-pouce;2026-01-16;;2026-05-01;durable\r\n");
  g_assert_cmpuint (preview->faults->len, ==, 0);
  g_assert_cmpuint (preview->n_added, ==, 2);
  g_assert_cmpstr (cap_record_get_code (get (preview, 0)), ==, "2026-001");
  g_assert_cmpstr (cap_record_get (get (preview, 0), CAP_COMMITMENT_REVIEW), ==, "2026-07-15");
  g_assert_true (cap_record_is (get (preview, 1), CAP_COMMITMENT_TYPE, "coup-de-pouce"));
  g_assert_true (cap_record_is (get (preview, 1), CAP_COMMITMENT_OUTCOME, "durable"));
  g_assert_cmpint (preview->command->gesture, ==, CAP_GESTURE_IMPORT);
  g_assert_cmpstr (preview->command->detail, ==, "liste.csv");
}

/* What people write in a spreadsheet of their own. */
static void
test_french (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRegisterPreview) preview = NULL;

  preview = preview_text (dossier, CAP_REGISTER_COMMITMENT,
                          "\xef\xbb\xbfN°\tType d’engagement\tDate de signature\tPassé par\tBilan prévu le\t"
                          "Date de sortie\tType de sortie\n"
                          "14\tDécouverte\t15/01/2026\tMission locale\t15.7.2026\t\t\n"
                          "15\tCoup de pouce\t16/01/2026\t\t\t1/5/2026\tSortie durable\n"
                          "16\tSoutien actif\t\t\t\t\t\n"
                          "17\tMobilisation et préparation\t\t\t\t2/5/2026\tAutre\n");
  g_assert_cmpuint (preview->faults->len, ==, 0);
  g_assert_true (cap_record_is (get (preview, 0), CAP_COMMITMENT_TYPE, "decouverte"));
  g_assert_cmpstr (cap_record_get (get (preview, 0), CAP_COMMITMENT_SIGNED), ==, "2026-01-15");
  g_assert_cmpstr (cap_record_get (get (preview, 0), CAP_COMMITMENT_REVIEW), ==, "2026-07-15");
  g_assert_true (cap_record_is (get (preview, 1), CAP_COMMITMENT_OUTCOME, "durable"));
  g_assert_true (cap_record_is (get (preview, 2), CAP_COMMITMENT_TYPE, "soutien-actif"));
  g_assert_true (cap_record_is (get (preview, 3), CAP_COMMITMENT_OUTCOME, "other"));
}

/* Each fault with its line, and nothing of the file is taken. */
static void
test_faults (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRegisterPreview) preview = NULL;

  preview = preview_text (dossier, CAP_REGISTER_COMMITMENT,
                          "code,type,signed,review,closed,outcome\n"
                          "2026-001,validation,2026-01-15,,,\n"
                          "Marie Durand,validation,,,,\n"
                          ",validation,,,,\n"
                          "2026-001,decouverte,,,,\n"
                          "2026-003,perroquet,2026-02-30,,,\n"
                          "2026-004,,2026-02-20,2026-02-19,,durable\n");
  g_assert_null (preview->command);
  g_assert_cmpuint (preview->faults->len, ==, 8);
  assert_fault (preview, 0, "line 3: This looks like a name: write a code, such as 2026-014");
  assert_fault (preview, 1, "line 4: the code is missing");
  assert_fault (preview, 2, "line 5: 2026-001 is already on line 2");
  assert_fault (preview, 3, "line 6: “perroquet” is not a value of “Type”: Professional validation, "
                "Discovery, A helping hand, Active support, Mobilisation and preparation");
  assert_fault (preview, 4, "line 6: “2026-02-30” is not a day of the calendar: write it as 2027-03-12 or "
                "12/03/2027");
  assert_fault (preview, 5, "line 7: “Type” is to be filled in");
  assert_fault (preview, 6, "line 7: “Next review due” comes before “Signed on”");
  assert_fault (preview, 7, "line 7: An outcome needs the day of the end");
}

/* A code that is there is that line; what a row says nothing of stays. */
static void
test_update (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRegisterPreview) first = NULL;
  g_autoptr(CapRegisterPreview) second = NULL;
  g_autofree char *summary = NULL;

  first = preview_text (dossier, CAP_REGISTER_COMMITMENT,
                        "code,type,signed\nA-1,validation,2026-01-15\nA-2,decouverte,2026-01-16\n");
  memory_dossier_apply (dossier, first->command);
  second = preview_text (dossier, CAP_REGISTER_COMMITMENT,
                         "code,closed,outcome\na-1,2026-06-30,positive\nA-2,,\n");
  g_assert_cmpuint (second->faults->len, ==, 0);
  g_assert_cmpuint (second->command->edits->len, ==, 1);
  g_assert_cmpstr (get (second, 0)->id, ==, get (first, 0)->id);
  g_assert_cmpstr (cap_record_get_code (get (second, 0)), ==, "A-1");
  g_assert_cmpstr (cap_record_get (get (second, 0), CAP_COMMITMENT_SIGNED), ==, "2026-01-15");
  g_assert_cmpstr (cap_record_get (get (second, 0), CAP_COMMITMENT_CLOSED), ==, "2026-06-30");
  summary = cap_register_preview_dup_summary (second);
  g_assert_cmpstr (summary, ==, "0 lines added, 1 line changed, 1 as it was");
}

static void
test_documents (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRegisterPreview) preview = NULL;

  preview = preview_text (dossier, CAP_REGISTER_DOCUMENT,
                          "code,title,requirement,version,approved,review\n"
                          "PRO-01,Procédure d’accueil,\"§ 8.5.1; 8.2 7.2\",3,2026-01-10,2027-01-10\n"
                          "CH-01,Charte,,1,,\n");
  g_assert_cmpuint (preview->faults->len, ==, 0);
  g_assert_cmpstr (cap_record_get (get (preview, 0), CAP_DOCUMENT_REQUIREMENTS), ==, "8.5.1, 8.2, 7.2");
  g_assert_true (cap_record_is (get (preview, 0), CAP_DOCUMENT_KIND, "procedure"));
  g_assert_true (cap_record_is (get (preview, 0), CAP_DOCUMENT_STATE, "in-force"));
  g_assert_cmpstr (cap_record_get (get (preview, 0), CAP_DOCUMENT_REVIEW), ==, "2027-01-10");
  g_assert_true (cap_record_is (get (preview, 1), CAP_DOCUMENT_KIND, "other"));
  g_assert_true (cap_record_is (get (preview, 1), CAP_DOCUMENT_STATE, "draft"));
}

/* A withdrawn document stays so when a list says when it was approved. */
static void
test_documents_update (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRegisterPreview) first = NULL;
  g_autoptr(CapRegisterPreview) second = NULL;

  first = preview_text (dossier, CAP_REGISTER_DOCUMENT,
                        "Réf.;Titre du document;Type de document;Statut;Indice;Approuvé par\n"
                        "F-1;Fiche de poste;Formulaire;Périmé;B;Direction\n");
  g_assert_cmpuint (first->faults->len, ==, 0);
  g_assert_true (cap_record_is (get (first, 0), CAP_DOCUMENT_STATE, "withdrawn"));
  g_assert_true (cap_record_is (get (first, 0), CAP_DOCUMENT_KIND, "form"));
  g_assert_cmpstr (cap_record_get (get (first, 0), CAP_DOCUMENT_VERSION), ==, "B");
  g_assert_cmpstr (cap_record_get (get (first, 0), CAP_DOCUMENT_APPROVER), ==, "Direction");
  memory_dossier_apply (dossier, first->command);
  second = preview_text (dossier, CAP_REGISTER_DOCUMENT, "code;approved\nf-1;2026-02-01\n");
  g_assert_true (cap_record_is (get (second, 0), CAP_DOCUMENT_STATE, "withdrawn"));
}

/* The version that a list takes the place of stays in the history, once. */
static void
test_document_versions (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRegisterPreview) first = NULL;
  g_autoptr(CapRegisterPreview) second = NULL;
  g_autoptr(CapRegisterPreview) same = NULL;
  g_autoptr(CapRegisterPreview) back = NULL;
  const CapRecord *past;

  first = preview_text (dossier, CAP_REGISTER_DOCUMENT,
                        "code,title,version,author,approver,written,approved\n"
                        "PRO-01,Accueil,1,Qualité,Direction,2025-01-05,2025-01-10\nPRO-02,Achats,,,,,\n");
  memory_dossier_apply (dossier, first->command);
  second = preview_text (dossier, CAP_REGISTER_DOCUMENT,
                         "code,version,approved\nPRO-01,2,2026-01-10\nPRO-02,1,\n");
  g_assert_cmpuint (second->n_changed, ==, 2);
  g_assert_cmpuint (second->command->edits->len, ==, 3);
  past = get (second, 1);
  g_assert_cmpint (past->kind, ==, CAP_REGISTER_DOCUMENT_VERSION);
  g_assert_cmpstr (past->parent, ==, get (first, 0)->id);
  g_assert_cmpstr (cap_record_get (past, CAP_DOCUMENT_VERSION_VERSION), ==, "1");
  g_assert_cmpstr (cap_record_get (past, CAP_DOCUMENT_VERSION_DATE), ==, "2025-01-10");
  g_assert_cmpstr (cap_record_get (past, CAP_DOCUMENT_VERSION_AUTHOR), ==, "Qualité");
  g_assert_cmpstr (cap_record_get (past, CAP_DOCUMENT_VERSION_APPROVER), ==, "Direction");
  memory_dossier_apply (dossier, second->command);

  same = preview_text (dossier, CAP_REGISTER_DOCUMENT, "code,version,review\nPRO-01,2,2027-01-10\n");
  g_assert_cmpuint (same->command->edits->len, ==, 1);
  back = preview_text (dossier, CAP_REGISTER_DOCUMENT, "code,version\nPRO-01,1\n");
  g_assert_cmpuint (back->command->edits->len, ==, 2);
  memory_dossier_apply (dossier, back->command);
  g_clear_pointer (&same, cap_register_preview_free);
  same = preview_text (dossier, CAP_REGISTER_DOCUMENT, "code,version\nPRO-01,3\n");
  g_assert_cmpuint (same->command->edits->len, ==, 1);
}

/* Any register with codes: numbers and lists of codes too. */
static void
test_others (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapRegisterPreview) risks = NULL;
  g_autoptr(CapRegisterPreview) wrong = NULL;

  risks = preview_text (dossier, CAP_REGISTER_RISK,
                        "code,title,nature,process,likelihood,severity\n"
                        "R-01,Absence,risk,P1; P2,3,4\n");
  g_assert_cmpuint (risks->faults->len, ==, 0);
  g_assert_cmpstr (cap_record_get (get (risks, 0), CAP_RISK_PROCESS), ==, "P1, P2");
  g_assert_cmpint (cap_record_get_number (get (risks, 0), CAP_RISK_SEVERITY), ==, 4);

  wrong = preview_text (dossier, CAP_REGISTER_RISK, "code,title,nature,severity\nR-01,Absence,risk,many\n"
                        "R-02,Absence,risk,5\n");
  assert_fault (wrong, 0, "line 2: “many” is not a number");
  assert_fault (wrong, 1, "line 3: A whole number from 1 to 4 is expected");
}

static void
test_files (void)
{
  static const char * const texts[] = {
    "", "code,type\n", "type,signed\nvalidation,2026-01-15\n", "code,code\n1,2\n",
    "code,type\n1,validation,x\n", "code,type\n\"1,validation\n", "code,type\n\xff,validation\n",
  };
  g_autoptr(CapDossier) dossier = new_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(CapRegisterPreview) preview = preview_text (dossier, CAP_REGISTER_COMMITMENT, texts[i]);

      g_assert_null (preview->command);
      g_assert_cmpuint (preview->faults->len, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/register-csv/commitments", test_commitments);
  g_test_add_func ("/exchange/register-csv/french", test_french);
  g_test_add_func ("/exchange/register-csv/faults", test_faults);
  g_test_add_func ("/exchange/register-csv/update", test_update);
  g_test_add_func ("/exchange/register-csv/documents", test_documents);
  g_test_add_func ("/exchange/register-csv/documents-update", test_documents_update);
  g_test_add_func ("/exchange/register-csv/document-versions", test_document_versions);
  g_test_add_func ("/exchange/register-csv/others", test_others);
  g_test_add_func ("/exchange/register-csv/files", test_files);

  return g_test_run ();
}
