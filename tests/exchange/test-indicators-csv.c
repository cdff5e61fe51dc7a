/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-indicators-csv.h"

#include <string.h>

#include "exchange/exchange-fixture.h"

#define TODAY "2026-11-20"

static CapDossier *
make_dossier (void)
{
  CapDossier *dossier = cap_dossier_new ("some-dossier", cap_member_new ("Les Érables"));
  CapIndicator *indicator = cap_indicator_new ("some-indicator", "I-01", "Sorties");

  indicator->target = 60000;
  cap_indicator_set_value (indicator, "2026-06-30", 52500, "Ancienne");
  g_ptr_array_add (dossier->indicators, indicator);

  return dossier;
}

static CapCommand *
read_text (const char  *text,
           GPtrArray  **faults)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  g_autoptr(GBytes) source = g_bytes_new_static (text, strlen (text));

  return cap_indicators_csv_read (source, "indicateurs.csv", dossier, TODAY, faults);
}

static const CapIndicator *
get (const CapCommand *command,
     guint             index)
{
  g_assert_cmpuint (index, <, command->edits->len);

  return ((const CapEdit *) g_ptr_array_index (command->edits, index))->value;
}

static void
test_reads (void)
{
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(CapCommand) command = NULL;
  const CapIndicatorValue *value;

  command = read_text ("code;libellé;unité;cible;date;valeur;commentaire\r\n"
                       "i-01;;%;;30/06/2026;53,25 %;\r\n"
                       "I-01;;;65;2026-09-30;-1 250,5;Corrigée\r\n"
                       "I-02;Délai;jours;10;;;\r\n", &faults);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (command->edits->len, ==, 2);
  g_assert_cmpstr (get (command, 0)->id, ==, "some-indicator");
  g_assert_cmpstr (get (command, 0)->label, ==, "Sorties");
  g_assert_cmpstr (get (command, 0)->unit, ==, "%");
  g_assert_cmpint (get (command, 0)->target, ==, 65000);
  g_assert_cmpuint (get (command, 0)->values->len, ==, 2);
  value = g_ptr_array_index (get (command, 0)->values, 0);
  g_assert_cmpint (value->thousandths, ==, 53250);
  value = g_ptr_array_index (get (command, 0)->values, 1);
  g_assert_cmpint (value->thousandths, ==, -1250500);
  g_assert_cmpstr (value->comment, ==, "Corrigée");
  g_assert_cmpstr (get (command, 1)->code, ==, "I-02");
  g_assert_cmpstr (get (command, 1)->created, ==, TODAY);
  g_assert_cmpuint (get (command, 1)->values->len, ==, 0);
}

/* What is there already makes no change. */
static void
test_same (void)
{
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(CapCommand) command = NULL;

  command = read_text ("code,label,target,date,value,comment\n"
                       "I-01,Sorties,60,2026-06-30,52.5,Ancienne\n", &faults);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (command->edits->len, ==, 0);
}

static void
test_faults (void)
{
  static const struct { const char *text; const char *faults; } cases[] = {
    { "code;date;value\n;2026-06-30;1\n", "line 2: the code of the indicator is missing" },
    { "code;date;value\nI-09;2026-06-30;1\n", "line 2: there is no indicator “I-09” yet: give its label" },
    { "code;date;value\nI-01;31/02/2026;1\n",
      "line 2: “31/02/2026” is not a day of the calendar: write it as 2027-03-12 or 12/03/2027" },
    { "code;date;value\nI-01;2026-06-30;\nI-01;;2\n",
      "line 2: this date has no value|line 3: this value has no date" },
    { "code;date;value;target\nI-01;2026-06-30;beaucoup;peu\n",
      "line 2: “peu” is not a number|line 2: “beaucoup” is not a number" },
    { "code;date;value\nI-01;2026-06-30;1\nI-01;30/06/2026;2\n",
      "line 3: I-01 already has a value on 2026-06-30, on line 2" },
    { "label;date\nSorties;2026-06-30\n", "line 1: there is no column “code”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) faults = NULL;
      g_autoptr(CapCommand) command = read_text (cases[i].text, &faults);
      g_autofree char *joined = NULL;

      g_assert_null (command);
      g_ptr_array_add (faults, NULL);
      joined = g_strjoinv ("|", (GStrv) faults->pdata);
      g_assert_cmpstr (joined, ==, cases[i].faults);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/indicators-csv/reads", test_reads);
  g_test_add_func ("/exchange/indicators-csv/same", test_same);
  g_test_add_func ("/exchange/indicators-csv/faults", test_faults);

  return g_test_run ();
}
