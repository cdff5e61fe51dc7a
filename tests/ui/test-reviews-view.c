/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "quality/cap-review-rules.h"
#include "screen-fixture.h"
#include "ui/records/cap-record-view.h"
#include "ui/quality/cap-policy-view.h"
#include "ui/quality/cap-review-page.h"
#include "ui/quality/cap-reviews-view.h"
#include "ui/widgets/cap-text-row.h"

#define DATE "2026-11-20"

static CapDossier *
get_dossier (ScreenFixture *fixture)
{
  return cap_workspace_get_dossier (fixture->workspace);
}

static guint
count (ScreenFixture   *fixture,
       CapRegisterKind  kind)
{
  return get_dossier (fixture)->registers[kind]->len;
}

static const CapRecord *
get_review (ScreenFixture *fixture)
{
  return g_ptr_array_index (get_dossier (fixture)->registers[CAP_REGISTER_MANAGEMENT_REVIEW], 0);
}

static gboolean
has_reviews (ScreenFixture *fixture,
             gpointer       data)
{
  return count (fixture, CAP_REGISTER_MANAGEMENT_REVIEW) == GPOINTER_TO_UINT (data);
}

static gboolean
has_decided (ScreenFixture *fixture,
             gpointer       data)
{
  return cap_review_count_decided (get_dossier (fixture), get_review (fixture)) == GPOINTER_TO_UINT (data);
}

static gboolean
is_frozen (ScreenFixture *fixture,
           gpointer       data)
{
  return cap_review_is_frozen (get_dossier (fixture), get_review (fixture));
}

static gboolean
is_open (ScreenFixture *fixture,
         gpointer       data)
{
  return !is_frozen (fixture, data);
}

static gboolean
has_outputs (ScreenFixture *fixture,
             gpointer       data)
{
  return count (fixture, CAP_REGISTER_REVIEW_OUTPUT) == GPOINTER_TO_UINT (data);
}

static gboolean
has_actions (ScreenFixture *fixture,
             gpointer       data)
{
  return get_dossier (fixture)->actions->len == GPOINTER_TO_UINT (data);
}

static gboolean
has_statements (ScreenFixture *fixture,
                gpointer       data)
{
  return count (fixture, CAP_REGISTER_STATEMENT) == GPOINTER_TO_UINT (data);
}

/* The first row for a text of that title, from @root on. */
static CapTextRow *
find_text_row (GtkWidget  *root,
               const char *title)
{
  if (CAP_IS_TEXT_ROW (root) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return CAP_TEXT_ROW (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CapTextRow *found = find_text_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_entry (GtkWidget  *root,
            const char *title)
{
  if (ADW_IS_ENTRY_ROW (root) &&
      g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkTextView *
find_view (GtkWidget *root)
{
  if (GTK_IS_TEXT_VIEW (root))
    return GTK_TEXT_VIEW (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkTextView *found = find_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As somebody would who types there and leaves. */
static void
write_text (GtkWidget  *root,
            const char *title,
            const char *text)
{
  CapTextRow *row = find_text_row (root, title);

  g_assert_nonnull (row);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_view (GTK_WIDGET (row))), text, -1);
  g_signal_emit_by_name (row, "finished");
}

static void
click (GtkWidget  *root,
       const char *label)
{
  GtkWidget *found = screen_fixture_find (root, "GtkLabel", label);
  GtkWidget *button;

  g_assert_nonnull (found);
  button = gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
start (ScreenFixture *fixture)
{
  g_autofree char *id = NULL;

  screen_fixture_run (fixture, cap_review_start (get_dossier (fixture), DATE, &id));
}

/* All the inputs but the first @n_left. */
static void
decide_but (ScreenFixture *fixture,
            guint          n_left)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "RD-01");

  for (CapReviewInput input = n_left; input < CAP_N_REVIEW_INPUTS; input++)
    {
      g_autoptr(CapRecord) part = cap_review_dup_input (get_dossier (fixture), get_review (fixture), input);

      cap_record_set (part, CAP_REVIEW_INPUT_DECISION, "Continuer ainsi");
      cap_command_put_record (command, part);
    }
  screen_fixture_run (fixture, command);
}

static GtkWidget *
show_page (ScreenFixture *fixture)
{
  GtkWidget *page = cap_review_page_new (fixture->workspace);

  screen_fixture_show (fixture, page);
  cap_record_view_show (CAP_RECORD_VIEW (page), get_review (fixture)->id);

  return page;
}

/* A review is prepared for a day, with all its inputs; the list says how far it is. */
static void
test_prepare (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *view = cap_reviews_view_new (fixture->workspace);

  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "No Review Yet");
  click (view, "Prepare the Review");
  screen_fixture_wait (fixture, has_reviews, GUINT_TO_POINTER (1));
  g_assert_cmpuint (count (fixture, CAP_REGISTER_REVIEW_INPUT), ==, CAP_N_REVIEW_INPUTS);
  screen_fixture_wait_label (fixture, "draft: 0 inputs out of 14 are decided");
}

/* What is missing is said, until nothing is; the last decision is typed, and what is typed is of the
 * input that is shown. */
static void
test_refused (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *page;
  GtkWidget *finalise;

  start (fixture);
  decide_but (fixture, 2);
  page = show_page (fixture);
  screen_fixture_wait_label (fixture, "“What the previous reviews decided” has no decision: write it, or say "
                                      "why it is irrelevant. 1 other input is waiting too.");
  finalise = gtk_widget_get_ancestor (screen_fixture_find (page, "GtkLabel", "Finalise the Review"),
                                      GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_is_sensitive (finalise));

  write_text (page, "Decision", "Reprendre les actions en retard");
  screen_fixture_wait (fixture, has_decided, GUINT_TO_POINTER (CAP_N_REVIEW_INPUTS - 1));
  screen_fixture_wait_label (fixture, "“What changes inside and around us” has no decision: write it, or say "
                                      "why it is irrelevant.");
  gtk_widget_activate_action (page, "review.next", NULL);
  write_text (page, "Not applicable, because", "Rien n’a changé");
  screen_fixture_wait (fixture, has_decided, GUINT_TO_POINTER (CAP_N_REVIEW_INPUTS));
  screen_fixture_wait_label (fixture, "14 inputs out of 14 are decided");
  g_assert_true (gtk_widget_is_sensitive (finalise));
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (ADW_IS_MESSAGE_DIALOG (l->data))
        return l->data;
    }

  return NULL;
}

/* One gesture, and undo alone opens it again. */
static void
test_finalise (ScreenFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *page;
  AdwMessageDialog *dialog;

  start (fixture);
  decide_but (fixture, 0);
  page = show_page (fixture);
  gtk_widget_activate_action (page, "review.finalise", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, "finalise");
  screen_fixture_wait (fixture, is_frozen, NULL);
  screen_fixture_wait_label (fixture, "Continuer ainsi");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_text_row (page, "Decision"))));
  g_assert_false (gtk_widget_get_mapped (find_entry (page, "Add something to do")));
  g_assert_false (gtk_widget_is_sensitive (find_entry (page, "Date")));

  screen_fixture_undo (fixture);
  screen_fixture_wait (fixture, is_open, NULL);
  screen_fixture_wait_label (fixture, "14 inputs out of 14 are decided");
}

/* A review that was prepared by mistake goes with all that belongs to it. */
static void
test_remove (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *page;

  start (fixture);
  page = show_page (fixture);
  click (page, "Remove the Review");
  screen_fixture_wait (fixture, has_reviews, GUINT_TO_POINTER (0));
  g_assert_cmpuint (count (fixture, CAP_REGISTER_REVIEW_INPUT), ==, 0);
}

/* What is to be done becomes one action, whose number stays with it. */
static void
test_action (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *page;
  GtkWidget *entry;
  const CapRecord *output;
  const CapAction *action;

  start (fixture);
  page = show_page (fixture);
  entry = find_entry (page, "Add something to do");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Recruter un second encadrant");
  g_signal_emit_by_name (entry, "add");
  screen_fixture_wait (fixture, has_outputs, GUINT_TO_POINTER (1));
  screen_fixture_wait_label (fixture, "Create the Action");
  click (page, "Create the Action");
  screen_fixture_wait (fixture, has_actions, GUINT_TO_POINTER (1));

  output = g_ptr_array_index (get_dossier (fixture)->registers[CAP_REGISTER_REVIEW_OUTPUT], 0);
  action = g_ptr_array_index (get_dossier (fixture)->actions, 0);
  g_assert_cmpint (cap_record_get_number (output, CAP_REVIEW_OUTPUT_ACTION), ==, (int) action->number);
  g_assert_cmpstr (action->title, ==, "Recruter un second encadrant");
  screen_fixture_wait_label (fixture, "Action 1");
  click (page, "Action 1");
  g_assert_cmpuint (get_dossier (fixture)->actions->len, ==, 1);
}

/* The first text makes the line of the register; a new version keeps the former one. */
static void
test_policy (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *view = cap_policy_view_new (fixture->workspace);
  const CapRecord *first;

  screen_fixture_show (fixture, view);
  write_text (view, "Text", "Nous nous engageons à écouter.");
  screen_fixture_wait (fixture, has_statements, GUINT_TO_POINTER (1));
  first = g_ptr_array_index (get_dossier (fixture)->registers[CAP_REGISTER_STATEMENT], 0);
  g_assert_cmpstr (cap_record_get (first, CAP_STATEMENT_KIND), ==, "policy");
  g_assert_cmpstr (cap_record_get (first, CAP_STATEMENT_TEXT), ==, "Nous nous engageons à écouter.");
  screen_fixture_wait_label (fixture, "Nobody adopted it yet");

  click (view, "New Version");
  screen_fixture_wait (fixture, has_statements, GUINT_TO_POINTER (2));
  screen_fixture_wait_label (fixture, "1 earlier text");
  write_text (view, "Text", "Nous nous engageons à écouter et à répondre.");
  screen_fixture_wait_label (fixture, "Nous nous engageons à écouter.");
  g_assert_cmpuint (count (fixture, CAP_REGISTER_STATEMENT), ==, 2);
}

static void
add (const char *path,
     void      (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add ("/reviews-view/prepare", test_prepare);
  add ("/reviews-view/refused", test_refused);
  add ("/reviews-view/finalise", test_finalise);
  add ("/reviews-view/remove", test_remove);
  add ("/reviews-view/action", test_action);
  add ("/reviews-view/policy", test_policy);

  return g_test_run ();
}
