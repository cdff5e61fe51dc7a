/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-answers-csv.h"

#include <string.h>

#include "exchange/exchange-fixture.h"

static CapCommand *
read_text (const CapDossier  *dossier,
           const char        *text,
           GPtrArray        **faults)
{
  g_autoptr(GBytes) source = g_bytes_new (text, strlen (text));
  CapCommand *command = cap_answers_csv_read (source, "answers.csv", dossier, faults);

  g_assert_true ((command == NULL) == ((*faults)->len > 0));

  return command;
}

static const CapAnswer *
get_answer (const CapCommand *command,
            guint             index)
{
  const CapEdit *edit = g_ptr_array_index (command->edits, index);

  g_assert_cmpint (edit->kind, ==, CAP_EDIT_PUT_ANSWER);

  return edit->value;
}

static void
assert_faults (const char *text,
               const char *expected)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(CapCommand) command = read_text (dossier, text, &faults);
  g_autofree char *joined = NULL;

  g_ptr_array_add (faults, NULL);
  joined = g_strjoinv ("\n", (char **) faults->pdata);
  g_assert_null (command);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_import (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(CapCommand) command = read_text (dossier,
                                             "criterion,level,comment,reason\r\n"
                                             "A1.1,4,\"Voté, relu\",\r\n"
                                             "B6.2,na,,Aucune activité nouvelle\r\n"
                                             "a1.2,none,,\r\n", &faults);
  const CapEdit *edit = g_ptr_array_index (command->edits, 0);

  g_assert_cmpint (command->gesture, ==, CAP_GESTURE_IMPORT);
  g_assert_cmpstr (command->detail, ==, "answers.csv");
  g_assert_cmpuint (command->edits->len, ==, 3);
  g_assert_cmpstr (edit->owner, ==, evaluation->id);
  g_assert_cmpint (get_answer (command, 0)->level, ==, 4);
  g_assert_cmpstr (get_answer (command, 0)->comment, ==, "Voté, relu");
  g_assert_cmpint (get_answer (command, 1)->state, ==, CAP_ANSWER_NOT_APPLICABLE);
  g_assert_cmpstr (get_answer (command, 1)->reason, ==, "Aucune activité nouvelle");
  g_assert_cmpint (get_answer (command, 2)->state, ==, CAP_ANSWER_UNANSWERED);
  g_assert_cmpstr (get_answer (command, 2)->criterion, ==, "A1.2");
}

static void
test_headers (void)
{
  static const char * const texts[] = {
    "Critère;Niveau;Commentaire;Motif\nA1.1;3;Oui;\n",
    "NIVEAU\tCRITERE\n3\tA1.1\n",
    "\xef\xbb\xbf\"Code\";\"Libellé\";\" niveau \"\n\"A1.1\";\"Le projet est écrit\";\" 3 \"\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
      g_autoptr(GPtrArray) faults = NULL;
      g_autoptr(CapCommand) command = read_text (dossier, texts[i], &faults);

      g_assert_nonnull (command);
      g_assert_cmpstr (get_answer (command, 0)->criterion, ==, "A1.1");
      g_assert_cmpint (get_answer (command, 0)->level, ==, 3);
    }
}

/* A file of levels leaves what people wrote and gathered. */
static void
test_keeps (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  const CapAnswer *before = cap_evaluation_get_answer (cap_dossier_get_current (dossier), "A1.1");
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(CapCommand) command = read_text (dossier, "criterion;level\nA1.1;0\n", &faults);
  const CapAnswer *after = get_answer (command, 0);

  g_assert_cmpuint (before->evidence->len, >, 0);
  g_assert_cmpuint (after->evidence->len, ==, before->evidence->len);
  g_assert_cmpstr (after->comment, ==, before->comment);
  g_assert_cmpint (after->level, ==, 0);
}

static const struct
{
  const char *text;
  const char *faults;
} bad[] = {
  { "", "line 1: there is nothing in this file below the names of the columns" },
  { "criterion;level\n", "line 1: there is nothing in this file below the names of the columns" },
  { "name;value\nA1.1;3\n", "line 1: there is no column “criterion”\nline 1: there is no column “level”" },
  { "criterion;level;niveau\nA1.1;3;2\n", "line 1: two columns have the same name" },
  { "criterion;level\nA1.1;3\nA1.2;5\n", "line 3: “5” is not a level: 0, 1, 2, 3, 4, na or none" },
  { "criterion;level\nZ9.9;3\n", "line 2: “Z9.9” is not a criterion of this framework" },
  { "criterion;level\nA1.1;3\nA1.1;2\n", "line 3: A1.1 is already answered on line 2" },
  { "criterion;level\nA1.1;3\na1.1;2\n", "line 3: A1.1 is already answered on line 2" },
  { "criterion;level\n;3\n", "line 2: the code of the criterion is missing" },
  { "criterion;level;comment\nA1.1;;Oui\n", "line 2: the level is missing: a number, na or none" },
  { "criterion;level\nA1.1;na\n",
    "line 2: A1.1 is a core criterion: it concerns every structure, so it always gets a level" },
  { "criterion;level;reason\nB6.2;na; \n", "line 2: B6.2: say in a few words why it does not concern you" },
  { "criterion;level;comment\nA1.1;3;Oui;\nA1.2;3;Oui;non\n",
    "line 3: there are more cells than columns: put the texts between quotes" },
  { "criterion;level;comment\nA1.1;3;\"deux\nlignes\"\nA1.2;x;\nA1.3;y;\n",
    "line 4: “x” is not a level: 0, 1, 2, 3, 4, na or none\n"
    "line 5: “y” is not a level: 0, 1, 2, 3, 4, na or none" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_faults (bad[i].text, bad[i].faults);
}

static void
test_hostile (void)
{
  static const char * const texts[] = { "a;\"b", "\xff\xfe", "PK\x03\x04\x80" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
      g_autoptr(GPtrArray) faults = NULL;
      g_autoptr(CapCommand) command = read_text (dossier, texts[i], &faults);

      g_assert_null (command);
      g_assert_cmpuint (faults->len, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/answers-csv/import", test_import);
  g_test_add_func ("/exchange/answers-csv/headers", test_headers);
  g_test_add_func ("/exchange/answers-csv/keeps", test_keeps);
  g_test_add_func ("/exchange/answers-csv/faults", test_faults);
  g_test_add_func ("/exchange/answers-csv/hostile", test_hostile);

  return g_test_run ();
}
