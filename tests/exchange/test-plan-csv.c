/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-plan-csv.h"

#include <string.h>

#include "base/cap-csv.h"
#include "exchange/exchange-fixture.h"
#include "model/cap-action-field.h"

static GPtrArray *
write_and_read (const CapDossier *dossier)
{
  g_autofree char *text = cap_plan_csv_write (dossier);
  g_autoptr(GError) error = NULL;
  GPtrArray *rows;

  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  rows = cap_csv_read (text, strlen (text), &error);
  g_assert_no_error (error);

  return rows;
}

static const char *
get_cell (GPtrArray      *rows,
          guint           row,
          CapActionField  field)
{
  const CapCsvRow *self = g_ptr_array_index (rows, row);

  g_assert_cmpuint (self->n_fields, ==, CAP_N_ACTION_FIELDS);

  return self->fields[field];
}

static void
test_reads_back (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(GPtrArray) rows = write_and_read (dossier);

  g_assert_cmpuint (rows->len, ==, dossier->actions->len + 1);
  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    g_assert_cmpstr (get_cell (rows, 0, (CapActionField) i), ==,
                     cap_action_field_get_label ((CapActionField) i));
  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);

      g_assert_cmpstr (get_cell (rows, i + 1, CAP_FIELD_TITLE), ==, action->title);
      g_assert_cmpstr (get_cell (rows, i + 1, CAP_FIELD_OWNER), ==, action->owner);
      g_assert_cmpstr (get_cell (rows, i + 1, CAP_FIELD_DUE), ==, action->due != NULL ? action->due : "");
      g_assert_cmpstr (get_cell (rows, i + 1, CAP_FIELD_STATE), ==,
                       cap_action_state_get_label (action->state));
    }
}

/* What people type cannot become a formula, and comes back as it was. */
static void
test_difficult_texts (void)
{
  g_autoptr(CapDossier) dossier = cap_dossier_new ("some-dossier", cap_member_new ("Les Érables"));
  CapAction *action = cap_action_new ("some-id", "=HYPERLINK(\"http://x\";\"y\")");
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (dossier->actions, action);
  action->number = 7;
  action->owner = g_strdup ("Accueil ; \"siège\"\nligne 2");
  text = cap_plan_csv_write (dossier);
  rows = write_and_read (dossier);

  g_assert_null (strstr (text, ";="));
  g_assert_nonnull (strstr (text, "'=HYPERLINK"));
  g_assert_cmpstr (get_cell (rows, 1, CAP_FIELD_NUMBER), ==, "7");
  g_assert_cmpstr (get_cell (rows, 1, CAP_FIELD_TITLE), ==, "=HYPERLINK(\"http://x\";\"y\")");
  g_assert_cmpstr (get_cell (rows, 1, CAP_FIELD_OWNER), ==, "Accueil ; \"siège\"\nligne 2");
}

/* What has several parts, each in its cell. */
static void
test_parts (void)
{
  g_autoptr(CapDossier) dossier = cap_dossier_new ("some-dossier", cap_member_new ("Les Érables"));
  CapAction *first = cap_action_new ("first", "Un");
  CapAction *action = cap_action_new ("second", "Deux");
  g_autoptr(GPtrArray) rows = NULL;

  g_ptr_array_add (dossier->actions, first);
  g_ptr_array_add (dossier->actions, action);
  g_ptr_array_add (dossier->indicators, cap_indicator_new ("some-indicator", "I-01", "Sorties"));
  first->number = 3;
  cap_action_add_origin (first, CAP_ORIGIN_CRITERION, "A1.1");
  cap_action_add_origin (first, CAP_ORIGIN_CRITERION, "B2.3");
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "A1.1");
  cap_action_add_origin (action, CAP_ORIGIN_FINDING, "EC-03");
  g_ptr_array_add (action->steps, cap_action_step_new (NULL, "Écrire", TRUE));
  g_ptr_array_add (action->steps, cap_action_step_new (NULL, "Relire", FALSE));
  g_ptr_array_add (action->notes, cap_action_note_new (NULL, "2026-11-02", "Relancé"));
  action->days_hundredths = 150;
  action->euros = 1200;
  action->indicator = g_strdup ("some-indicator");
  g_strfreev (action->after);
  action->after = g_strsplit ("first", ",", -1);
  rows = write_and_read (dossier);

  g_assert_cmpstr (get_cell (rows, 1, CAP_FIELD_ORIGINS), ==, "A1.1, B2.3");
  g_assert_cmpstr (get_cell (rows, 2, CAP_FIELD_ORIGINS), ==, "A1.1\nFinding: EC-03");
  g_assert_cmpstr (get_cell (rows, 2, CAP_FIELD_STEPS), ==, "[x] Écrire\n[ ] Relire");
  g_assert_cmpstr (get_cell (rows, 2, CAP_FIELD_NOTES), ==, "2026-11-02: Relancé");
  g_assert_cmpstr (get_cell (rows, 2, CAP_FIELD_DAYS), ==, "1.5");
  g_assert_cmpstr (get_cell (rows, 1, CAP_FIELD_DAYS), ==, "");
  g_assert_cmpstr (get_cell (rows, 2, CAP_FIELD_EUROS), ==, "1200");
  g_assert_cmpstr (get_cell (rows, 2, CAP_FIELD_AFTER), ==, "3");
  g_assert_cmpstr (get_cell (rows, 2, CAP_FIELD_INDICATOR), ==, "I-01");
}

static void
test_empty (void)
{
  g_autoptr(CapDossier) dossier = cap_dossier_new ("some-dossier", cap_member_new ("Les Érables"));
  g_autoptr(GPtrArray) rows = write_and_read (dossier);

  g_assert_cmpuint (rows->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-csv/reads-back", test_reads_back);
  g_test_add_func ("/exchange/plan-csv/difficult-texts", test_difficult_texts);
  g_test_add_func ("/exchange/plan-csv/parts", test_parts);
  g_test_add_func ("/exchange/plan-csv/empty", test_empty);

  return g_test_run ();
}
