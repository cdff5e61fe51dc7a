/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "screen-fixture.h"
#include "ui/records/cap-record-view.h"
#include "ui/quality/cap-commitment-list.h"
#include "ui/quality/cap-commitments-view.h"
#include "ui/records/cap-import-register-window.h"
#include "ui/records/cap-record-page.h"

#define MAX_MADE_ROWS 400

static const GPtrArray *
get_register (ScreenFixture   *fixture,
              CapRegisterKind  kind)
{
  return cap_workspace_get_dossier (fixture->workspace)->registers[kind];
}

static gboolean
has_commitments (ScreenFixture *fixture,
                 gpointer       data)
{
  return get_register (fixture, CAP_REGISTER_COMMITMENT)->len == GPOINTER_TO_UINT (data);
}

static CapRecord *
add_to (CapCommand *command,
        const char *code,
        const char *type,
        const char *signed_on,
        const char *review)
{
  CapRecord *commitment = cap_record_new (CAP_REGISTER_COMMITMENT, NULL);

  cap_record_set (commitment, CAP_COMMITMENT_CODE, code);
  cap_record_set (commitment, CAP_COMMITMENT_TYPE, type);
  cap_record_set (commitment, CAP_COMMITMENT_SIGNED, signed_on);
  cap_record_set (commitment, CAP_COMMITMENT_REVIEW, review);
  cap_command_put_record (command, commitment);

  return commitment;
}

static char *
put (ScreenFixture *fixture,
     const char    *code,
     const char    *type,
     const char    *signed_on,
     const char    *review)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, code);
  g_autoptr(CapRecord) commitment = add_to (command, code, type, signed_on, review);

  screen_fixture_run (fixture, command);

  return g_strdup (commitment->id);
}

static void
opened_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  char **opened = user_data;

  g_free (*opened);
  *opened = g_variant_dup_string (parameter, NULL);
}

/* What the journey would open. */
static void
watch_opening (ScreenFixture  *fixture,
               char          **opened)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("open", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (opened_cb), opened);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "journey", G_ACTION_GROUP (group));
}

static void
click (GtkWidget  *root,
       const char *text)
{
  GtkWidget *label = screen_fixture_find (root, "GtkLabel", text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static gboolean
is_set (ScreenFixture *fixture,
        gpointer       data)
{
  return *(char **) data != NULL;
}

/* From nothing to a commitment with its code, its day and its first review: its type is enough. */
static void
test_add (ScreenFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *view = cap_commitments_view_new (fixture->workspace);
  g_autofree char *opened = NULL;
  g_autofree char *address = NULL;
  const CapRecord *commitment;

  screen_fixture_show (fixture, view);
  watch_opening (fixture, &opened);
  screen_fixture_wait_label (fixture, "No commitment yet");
  g_assert_true (gtk_widget_activate_action (view, "commitments.add", "s", "decouverte"));
  screen_fixture_wait (fixture, has_commitments, GUINT_TO_POINTER (1));
  screen_fixture_wait (fixture, is_set, &opened);
  commitment = g_ptr_array_index (get_register (fixture, CAP_REGISTER_COMMITMENT), 0);
  address = g_strconcat ("record/commitment/", commitment->id, NULL);
  g_assert_cmpstr (opened, ==, address);
  g_assert_true (cap_record_is (commitment, CAP_COMMITMENT_TYPE, "decouverte"));
  g_assert_nonnull (cap_record_get (commitment, CAP_COMMITMENT_REVIEW));
  screen_fixture_wait_label (fixture, "1 commitment");
}

static void
test_late (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *view = cap_commitments_view_new (fixture->workspace);
  GtkWidget *list;

  g_free (put (fixture, "2019-001", "validation", "2019-07-01", "2020-01-01"));
  g_free (put (fixture, "2019-002", "validation", "2019-07-01", "9999-01-01"));
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "2 commitments");
  list = screen_fixture_find (view, "CapCommitmentList", NULL);
  click (view, "Show Them");
  screen_fixture_wait_label (fixture, "1 of 2 commitments");
  g_assert_cmpuint (cap_commitment_list_get_n_shown (CAP_COMMITMENT_LIST (list)), ==, 1);
  screen_fixture_wait_label (fixture, "2019-001");
}

static void
test_filter (ScreenFixture *fixture,
             gconstpointer  data)
{
  CapCommitmentList *list = g_object_new (CAP_TYPE_COMMITMENT_LIST, NULL);

  g_free (put (fixture, "2026-001", "validation", "2026-07-01", NULL));
  g_free (put (fixture, "2026-012", "decouverte", "2026-07-01", NULL));
  screen_fixture_show (fixture, GTK_WIDGET (list));
  cap_commitment_list_show (list, cap_workspace_get_dossier (fixture->workspace), "2026-11-20");
  g_assert_cmpuint (cap_commitment_list_get_n_shown (list), ==, 2);
  cap_commitment_list_filter (list, 1, CAP_COMMITMENT_ANY, "");
  g_assert_cmpuint (cap_commitment_list_get_n_shown (list), ==, 1);
  cap_commitment_list_filter (list, CAP_COMMITMENT_ANY, CAP_COMMITMENT_ENDED, "");
  g_assert_cmpuint (cap_commitment_list_get_n_shown (list), ==, 0);
  cap_commitment_list_filter (list, CAP_COMMITMENT_ANY, CAP_COMMITMENT_ANY, "-01");
  g_assert_cmpuint (cap_commitment_list_get_n_shown (list), ==, 1);
  cap_commitment_list_filter (list, CAP_COMMITMENT_ANY, CAP_COMMITMENT_ANY, "26-0");
  g_assert_cmpuint (cap_commitment_list_get_n_shown (list), ==, 2);
}

/* Three thirds make 99.9: it is said, not mended. */
static void
test_figures (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *view = cap_commitments_view_new (fixture->workspace);
  GtkWidget *stack;

  g_free (put (fixture, "2026-001", "validation", "2026-01-01", NULL));
  g_free (put (fixture, "2026-002", "decouverte", "2026-02-01", NULL));
  g_free (put (fixture, "2026-003", "mobilisation", "2026-03-01", NULL));
  screen_fixture_show (fixture, view);
  stack = screen_fixture_find (view, "GtkStack", NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "figures");
  screen_fixture_wait_label (fixture, "The most frequent one: Professional validation, 1 of 3 (33.3%).");
  screen_fixture_wait_label (fixture, "Total: 3, 99.9%. The total may differ from 100% because of rounding.");
  screen_fixture_wait_label (fixture, "No commitment ended in the period.");
}

static gboolean
has_reviews (ScreenFixture *fixture,
             gpointer       data)
{
  return get_register (fixture, CAP_REGISTER_COMMITMENT_REVIEW)->len == GPOINTER_TO_UINT (data);
}

static gboolean
is_over (ScreenFixture *fixture,
         gpointer       data)
{
  const CapRecord *commitment = g_ptr_array_index (get_register (fixture, CAP_REGISTER_COMMITMENT), 0);

  return cap_record_get (commitment, CAP_COMMITMENT_CLOSED) != NULL;
}

/* A review held and the end are one button each; undo takes each of them back whole. */
static void
test_steps (ScreenFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *id = put (fixture, "2026-001", "validation", "2019-07-01", "2020-01-01");
  GtkWidget *page = cap_record_page_new (fixture->workspace, CAP_REGISTER_COMMITMENT);
  const CapRecord *review;

  screen_fixture_show (fixture, page);
  cap_record_view_show (CAP_RECORD_VIEW (page), id);
  screen_fixture_wait_label (fixture, "Planned on 1 January 2020: it is late.");
  click (page, "Review Held");
  screen_fixture_wait (fixture, has_reviews, GUINT_TO_POINTER (1));
  review = g_ptr_array_index (get_register (fixture, CAP_REGISTER_COMMITMENT_REVIEW), 0);
  g_assert_cmpstr (cap_record_get (review, CAP_COMMITMENT_REVIEW_DUE), ==, "2020-01-01");
  g_assert_null (screen_fixture_find (page, "GtkLabel", "Planned on 1 January 2020: it is late."));

  click (page, "Close It");
  screen_fixture_wait (fixture, is_over, NULL);
  g_assert_null (screen_fixture_find (page, "CapCommitmentSteps", NULL));
  screen_fixture_undo (fixture);
  g_assert_false (is_over (fixture, NULL));
  g_assert_nonnull (screen_fixture_find (page, "CapCommitmentSteps", NULL));
  screen_fixture_undo (fixture);
  g_assert_true (has_reviews (fixture, GUINT_TO_POINTER (0)));
}

static char *
write_list (ScreenFixture *fixture,
            const char    *text)
{
  char *path = g_build_filename (fixture->folder, "liste.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

/* What would come of a file is seen first; a fault keeps everything out. */
static void
test_import (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *path = write_list (fixture, "code;type\nMarie Durand;validation\n2026-002;decouverte\n");
  GtkWidget *window;

  screen_fixture_show (fixture, cap_commitments_view_new (fixture->workspace));
  window = cap_import_register_window_new (GTK_WINDOW (fixture->window), fixture->workspace,
                                           CAP_REGISTER_COMMITMENT);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = window;
  gtk_window_present (GTK_WINDOW (window));
  cap_import_register_window_read (CAP_IMPORT_REGISTER_WINDOW (window), path);
  screen_fixture_wait_label (fixture, "1 fault: nothing is imported before it is mended");
  screen_fixture_wait_label (fixture, "line 2: This looks like a name: write a code, such as 2026-014");
  gtk_widget_activate_action (window, "import.import", NULL);
  g_assert_true (has_commitments (fixture, GUINT_TO_POINTER (0)));

  g_free (write_list (fixture, "code;type\n2026-001;validation\n2026-002;decouverte\n"));
  cap_import_register_window_read (CAP_IMPORT_REGISTER_WINDOW (window), path);
  screen_fixture_wait_label (fixture, "New: 2 · changed: 0 · already so: 0");
  g_assert_true (gtk_widget_activate_action (window, "import.import", NULL));
  fixture->window = NULL; /* it closes by itself */
  screen_fixture_wait (fixture, has_commitments, GUINT_TO_POINTER (2));
}

static guint
count_children (GtkWidget *widget)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count++;

  return count;
}

/* Of five thousand, only the rows in sight are made. */
static void
test_many (ScreenFixture *fixture,
           gconstpointer  data)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "liste.csv");
  GtkWidget *view = cap_commitments_view_new (fixture->workspace);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *code = g_strdup_printf ("2026-%04u", i + 1);

      cap_record_free (add_to (command, code, "validation", "2026-01-01", NULL));
    }
  screen_fixture_run (fixture, command);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "5000 commitments");
  screen_fixture_wait_label (fixture, "2026-5000");
  g_assert_cmpuint (count_children (screen_fixture_find (view, "GtkListView", NULL)), <, MAX_MADE_ROWS);
}

static void
add (const char  *path,
     void       (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add ("/commitments/add", test_add);
  add ("/commitments/late", test_late);
  add ("/commitments/filter", test_filter);
  add ("/commitments/figures", test_figures);
  add ("/commitments/steps", test_steps);
  add ("/commitments/import", test_import);
  add ("/commitments/many", test_many);

  return g_test_run ();
}
