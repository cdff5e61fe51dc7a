/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-plan-csv.h"

#include <string.h>

#include "base/cap-csv.h"
#include "exchange/exchange-fixture.h"

static GPtrArray *
write_and_read (const GPtrArray *actions)
{
  g_autofree char *text = cap_plan_csv_write (actions);
  g_autoptr(GError) error = NULL;
  GPtrArray *rows;

  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  rows = cap_csv_read (text, strlen (text), &error);
  g_assert_no_error (error);

  return rows;
}

static void
assert_row (GPtrArray  *rows,
            guint       row,
            const char *expected)
{
  const CapCsvRow *self = g_ptr_array_index (rows, row);
  g_autofree char *joined = g_strjoinv ("|", self->fields);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_reads_back (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(GPtrArray) rows = write_and_read (dossier->actions);

  g_assert_cmpuint (rows->len, ==, dossier->actions->len + 1);
  assert_row (rows, 0, "number|title|criteria|owner|start|due|state|service|level|target");
  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);
      const CapCsvRow *row = g_ptr_array_index (rows, i + 1);

      g_assert_cmpuint (row->n_fields, ==, 10);
      g_assert_cmpstr (row->fields[1], ==, action->title);
      g_assert_cmpstr (row->fields[3], ==, action->owner);
      g_assert_cmpstr (row->fields[5], ==, action->due);
      g_assert_cmpstr (row->fields[6], ==, cap_action_state_get_label (action->state));
    }
}

/* What people type cannot become a formula, and comes back as it was. */
static void
test_difficult_texts (void)
{
  g_autoptr(GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_free);
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *text = NULL;
  CapAction *action = cap_action_new ("some-id", "=HYPERLINK(\"http://x\";\"y\")");

  g_ptr_array_add (actions, action);
  action->number = 7;
  g_ptr_array_set_size (action->origins, 0);
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "A1.1");
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "B2.3");
  action->owner = g_strdup ("Accueil ; \"siège\"\nligne 2");
  text = cap_plan_csv_write (actions);
  rows = write_and_read (actions);

  g_assert_null (strstr (text, ";="));
  g_assert_nonnull (strstr (text, "'=HYPERLINK"));
  assert_row (rows, 1, "7|=HYPERLINK(\"http://x\";\"y\")|A1.1, B2.3|Accueil ; \"siège\"\nligne 2|||To do|||");
}

static void
test_empty (void)
{
  g_autoptr(GPtrArray) actions = g_ptr_array_new ();
  g_autoptr(GPtrArray) rows = write_and_read (actions);

  g_assert_cmpuint (rows->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-csv/reads-back", test_reads_back);
  g_test_add_func ("/exchange/plan-csv/difficult-texts", test_difficult_texts);
  g_test_add_func ("/exchange/plan-csv/empty", test_empty);

  return g_test_run ();
}
