/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-actions-csv.h"

#include <string.h>

#include "exchange/cap-plan-csv.h"
#include "exchange/exchange-fixture.h"

#define TODAY "2026-11-20"

static CapActionsCsv *
open_text (const char *text)
{
  g_autoptr(GBytes) source = g_bytes_new_static (text, strlen (text));
  g_autoptr(GPtrArray) faults = NULL;
  CapActionsCsv *csv = cap_actions_csv_new (source, "plan.csv", &faults);

  g_assert_nonnull (csv);
  g_assert_cmpuint (faults->len, ==, 0);

  return csv;
}

static CapActionsPreview *
read_text (const char       *text,
           const CapDossier *dossier)
{
  g_autoptr(CapActionsCsv) csv = open_text (text);

  return cap_actions_csv_preview (csv, NULL, dossier, TODAY);
}

/* All the faults, or that there is none. */
static void
assert_faults (const CapDossier *dossier,
               const char       *text,
               const char       *expected)
{
  g_autoptr(CapActionsPreview) preview = read_text (text, dossier);
  g_autofree char *joined = NULL;

  g_ptr_array_add (preview->faults, NULL);
  joined = g_strjoinv ("|", (GStrv) preview->faults->pdata);
  g_assert_cmpstr (joined, ==, expected);
  g_assert_cmpint (preview->command == NULL, ==, expected[0] != '\0');
}

static const CapAction *
get (const CapActionsPreview *preview,
     guint                    index)
{
  g_assert_cmpuint (index, <, preview->actions->len);

  return g_ptr_array_index (preview->actions, index);
}

static CapDossier *
make_dossier (void)
{
  CapDossier *dossier = exchange_fixture_new_dossier ();

  g_ptr_array_set_size (dossier->actions, 0);

  return dossier;
}

static void
test_contract (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  g_autoptr(CapActionsPreview) preview = NULL;
  const CapAction *action;

  preview = read_text ("title;criterion;owner;start;due;state;kind\r\n"
                       "Écrire la procédure;A1.1;Qualité;2026-09-01;2026-12-31;started;corrective\r\n"
                       "Relire;;;;;;\r\n", dossier);
  g_assert_cmpuint (preview->faults->len, ==, 0);
  g_assert_cmpuint (preview->n_added, ==, 2);
  g_assert_cmpuint (preview->command->edits->len, ==, 2);
  g_assert_cmpint (preview->command->gesture, ==, CAP_GESTURE_IMPORT);

  action = get (preview, 0);
  g_assert_cmpstr (action->title, ==, "Écrire la procédure");
  g_assert_cmpstr (cap_action_get_criterion (action), ==, "A1.1");
  g_assert_cmpstr (action->owner, ==, "Qualité");
  g_assert_cmpstr (action->start, ==, "2026-09-01");
  g_assert_cmpstr (action->due, ==, "2026-12-31");
  g_assert_cmpint (action->state, ==, CAP_ACTION_STARTED);
  g_assert_cmpint (action->kind, ==, CAP_ACTION_CORRECTIVE);
  g_assert_cmpstr (action->created, ==, TODAY);
  g_assert_cmpint (get (preview, 1)->state, ==, CAP_ACTION_TODO);
}

/* The sheet that people have: a title above, their own words, several things in a cell. */
static void
test_people (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  g_autoptr(CapActionsPreview) preview = NULL;
  const CapAction *action;

  preview = read_text ("\ufeffPlan d’action 2026;;;;;;;;;;\r\n"
                       "N°;Action;Critère;Responsable;Date de début;Pour le;Avancement;Type d’action;"
                       "Commentaires;Avec;Coût (€)\r\n"
                       "3;Écrire;\"a1.1, A1.2 et b1.3\";Qualité;1/9/2026;31/12/2026;50 %;Action corrective;"
                       "\"12/09/2026 : commencé\nsuite\";\"Direction, RH\";1 200,50 €\r\n"
                       ";Annulée;;;;;Annulé;;à revoir;;\r\n"
                       ";Soldée;;;;;Clôturé;;;;\r\n", dossier);
  g_assert_cmpuint (preview->faults->len, ==, 0);

  action = get (preview, 0);
  g_assert_cmpuint (action->number, ==, 3);
  g_assert_cmpuint (action->origins->len, ==, 3);
  g_assert_true (cap_action_has_origin (action, "B1.3"));
  g_assert_cmpstr (action->start, ==, "2026-09-01");
  g_assert_cmpint (action->state, ==, CAP_ACTION_STARTED);
  g_assert_cmpint (action->kind, ==, CAP_ACTION_CORRECTIVE);
  g_assert_cmpint (action->euros, ==, 1201);
  g_assert_cmpstr (action->contributors, ==, "Direction\nRH");
  g_assert_cmpuint (action->notes->len, ==, 1);
  g_assert_cmpstr (((CapActionNote *) g_ptr_array_index (action->notes, 0))->date, ==, "2026-09-12");
  g_assert_cmpstr (((CapActionNote *) g_ptr_array_index (action->notes, 0))->text, ==, "commencé\nsuite");

  action = get (preview, 1);
  g_assert_cmpint (action->state, ==, CAP_ACTION_ABANDONED);
  g_assert_cmpstr (action->reason, ==, "Abandoned before the import");
  g_assert_cmpstr (((CapActionNote *) g_ptr_array_index (action->notes, 0))->date, ==, TODAY);

  /* Nobody says that its effect was checked. */
  g_assert_cmpint (get (preview, 2)->state, ==, CAP_ACTION_DONE);
}

static void
test_faults (void)
{
  static const struct { const char *text; const char *faults; } cases[] = {
    { "title;due\n;2026-12-01\n", "line 2: Action: Say what is to be done." },
    { "title;criterion\nUn;A1.1\nDeux;Z9 A1.2\n",
      "line 3: Origins: “Z9” is not a criterion of this framework" },
    { "title;start;due\nUn;2026-12-02;2026-12-01\n",
      "line 2: Due: It would be due before it starts: change one of the two dates." },
    { "title;due\nUn;31/02/2027\n",
      "line 2: Due: “31/02/2027” is not a day of the calendar: write it as 2027-03-12 or 12/03/2027" },
    { "title;state;kind\nUn;bientôt;\nDeux;;autre\n",
      "line 2: State: “bientôt” is not a word of this list|"
      "line 3: Kind: “autre” is not a word of this list" },
    { "number;title\n2;Un\n2;Deux\n", "line 3: No.: action 2 is already on line 2" },
    { "number;title\nun;Un\n", "line 2: No.: “un” is not a number" },
    { "title;after\nUn;4\n", "line 2: Waits for: there is no action “4”" },
    { "number;title;after\n1;Un;2\n2;Deux;1\n",
      "line 2: Waits for: Action 2 already waits for this one: each would wait for the other.|"
      "line 3: Waits for: Action 1 already waits for this one: each would wait for the other." },
    { "title;days;impact;level\nUn;beaucoup;4;9\n",
      "line 2: Days: “beaucoup” is not a number|line 2: Impact: “4” is not one of 1, 2 and 3|"
      "line 2: Level: “9” is not a level of this framework" },
    { "title;indicator;service of the network\nUn;I-77;NOPE\n",
      "line 2: Service of the network: “NOPE” is not a service of this framework|"
      "line 2: Indicator: there is no indicator “I-77”" },
    { "pilote\nQualité\n", "line 1: there is no column “title”" },
    { "title;after;number\nUn;2;1\nDeux;;2\n", "" },
  };
  g_autoptr(CapDossier) dossier = make_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_faults (dossier, cases[i].text, cases[i].faults);
}

static void
test_no_file (void)
{
  static const char * const texts[] = { "", "title;due\n", "title;due\n\"Un", "title\n\xff\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) source = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr(GPtrArray) faults = NULL;
      g_autoptr(CapActionsCsv) csv = cap_actions_csv_new (source, "plan.csv", &faults);

      g_assert_null (csv);
      g_assert_cmpuint (faults->len, ==, 1);
    }
}

/* An action that says all that one can say. */
static CapAction *
make_full_action (CapDossier *dossier)
{
  CapAction *action = cap_action_new (NULL, "=1+1");
  CapIndicator *indicator = cap_indicator_new (NULL, "I-01", "Sorties");
  CapAction *first = cap_action_new (NULL, "D’abord");

  g_ptr_array_add (dossier->indicators, indicator);
  g_ptr_array_add (dossier->actions, first);
  g_ptr_array_add (dossier->actions, action);
  first->number = 1;
  action->number = 2;
  action->description = g_strdup ("Première ligne\n\n« seconde » ; \"fin\"");
  action->expected = g_strdup ("Moins d’erreurs");
  action->kind = CAP_ACTION_CORRECTION;
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "A1.1");
  cap_action_add_origin (action, CAP_ORIGIN_RISK, "Départ d’un encadrant, sans relais");
  action->owner = g_strdup ("Qualité, sécurité");
  action->contributors = g_strdup ("Direction, bureau\nAccueil");
  action->days_hundredths = 150;
  action->euros = 1200;
  action->start = g_strdup ("2026-01-05");
  action->due = g_strdup ("2028-02-29");
  action->state = CAP_ACTION_VERIFIED;
  action->impact = 3;
  action->effort = 1;
  action->level = 1;
  action->target = 3;
  g_ptr_array_add (action->steps, cap_action_step_new (NULL, "Écrire", TRUE));
  g_ptr_array_add (action->notes, cap_action_note_new (NULL, "2026-02-01", "Deux\nlignes"));
  g_strfreev (action->after);
  action->after = g_strsplit (first->id, ",", -1);
  action->indicator = g_strdup (indicator->id);
  action->created = g_strdup ("2025-12-01");
  action->news = g_strdup ("2026-03-01");
  action->done = g_strdup ("2026-03-01");
  action->closed = g_strdup ("2026-04-01");
  action->check_due = g_strdup ("2026-03-31");
  action->check_by = g_strdup ("Direction");
  action->check_evidence = g_strdup ("Taux d’erreur : 1 %");
  action->checked = g_strdup ("2026-04-01");
  action->verdict = CAP_VERDICT_EFFECTIVE;

  return action;
}

/* plan.csv changes nothing where it comes from, and makes the same plan elsewhere. */
static void
test_round_trip (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  g_autoptr(CapDossier) other = make_dossier ();
  const CapAction *action = make_full_action (dossier);
  g_autofree char *text = cap_plan_csv_write (dossier);
  g_autofree char *again = NULL;
  g_autoptr(CapActionsPreview) same = read_text (text, dossier);
  g_autoptr(CapActionsPreview) preview = NULL;
  CapAction *copy;

  g_assert_cmpuint (same->faults->len, ==, 0);
  g_assert_cmpuint (same->n_same, ==, 2);
  g_assert_cmpuint (same->command->edits->len, ==, 0);

  g_ptr_array_add (other->indicators, cap_indicator_copy (g_ptr_array_index (dossier->indicators, 0)));
  preview = read_text (text, other);
  g_assert_cmpuint (preview->faults->len, ==, 0);
  g_assert_cmpuint (preview->n_added, ==, 2);
  for (guint i = 0; i < preview->actions->len; i++)
    g_ptr_array_add (other->actions, cap_action_copy (get (preview, i)));

  /* What was read is of the day of the import. */
  copy = g_ptr_array_index (other->actions, 1);
  g_assert_cmpstr (copy->news, ==, TODAY);
  g_free (copy->news);
  copy->news = g_strdup (action->news);
  copy = g_ptr_array_index (other->actions, 0);
  g_clear_pointer (&copy->news, g_free);
  g_clear_pointer (&copy->created, g_free);
  again = cap_plan_csv_write (other);
  g_assert_cmpstr (again, ==, text);
}

/* A known number changes that action, and only what the row says. */
static void
test_update (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  const CapAction *action = make_full_action (dossier);
  g_autoptr(CapActionsPreview) preview = NULL;
  g_autoptr(CapActionsPreview) reopened = NULL;

  preview = read_text ("number;owner;notes\n2;Direction;Relancé\n", dossier);
  g_assert_cmpuint (preview->faults->len, ==, 0);
  g_assert_cmpuint (preview->n_changed, ==, 1);
  g_assert_cmpstr (get (preview, 0)->id, ==, action->id);
  g_assert_cmpstr (get (preview, 0)->title, ==, "=1+1");
  g_assert_cmpstr (get (preview, 0)->owner, ==, "Direction");
  g_assert_cmpint (get (preview, 0)->state, ==, CAP_ACTION_VERIFIED);
  g_assert_cmpuint (get (preview, 0)->notes->len, ==, 2);
  g_assert_cmpstr (get (preview, 0)->news, ==, TODAY);

  reopened = read_text ("n°;état;jours\n2;en cours;\n", dossier);
  g_assert_cmpint (get (reopened, 0)->state, ==, CAP_ACTION_STARTED);
  g_assert_cmpint (get (reopened, 0)->days_hundredths, ==, CAP_AMOUNT_UNSET);
  g_assert_null (get (reopened, 0)->closed);
}

/* Columns that people match themselves. */
static void
test_columns (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  g_autoptr(CapActionsCsv) csv = open_text ("Ce qu’on fait;Qui;Bidule\nÉcrire;Qualité;31/12/2026\n");
  g_autoptr(CapActionsPreview) preview = NULL;
  g_autofree char *signature = cap_actions_csv_dup_signature (csv);
  int columns[CAP_N_ACTION_FIELDS];

  g_assert_cmpint (csv->columns[CAP_FIELD_TITLE], ==, CAP_ACTIONS_NO_COLUMN);
  g_assert_cmpint (csv->columns[CAP_FIELD_OWNER], ==, 1);
  g_assert_cmpstr (signature, ==, "ce qu on fait qui bidule");

  memcpy (columns, csv->columns, sizeof columns);
  columns[CAP_FIELD_TITLE] = 0;
  columns[CAP_FIELD_DUE] = 2;
  preview = cap_actions_csv_preview (csv, columns, dossier, TODAY);
  g_assert_cmpuint (preview->faults->len, ==, 0);
  g_assert_cmpstr (get (preview, 0)->title, ==, "Écrire");
  g_assert_cmpstr (get (preview, 0)->due, ==, "2026-12-31");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/actions-csv/contract", test_contract);
  g_test_add_func ("/exchange/actions-csv/people", test_people);
  g_test_add_func ("/exchange/actions-csv/faults", test_faults);
  g_test_add_func ("/exchange/actions-csv/no-file", test_no_file);
  g_test_add_func ("/exchange/actions-csv/round-trip", test_round_trip);
  g_test_add_func ("/exchange/actions-csv/update", test_update);
  g_test_add_func ("/exchange/actions-csv/columns", test_columns);

  return g_test_run ();
}
