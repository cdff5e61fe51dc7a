/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "model/cap-framework-lists.h"
#include "ui/cap-ui.h"
#include "ui/welcome/cap-recent.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-kind-picker.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-score-bar.h"
#include "ui/widgets/cap-work-bar.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_date_row (void)
{
  GtkWidget *row = g_object_ref_sink (cap_date_row_new ("Échéance"));
  guint n_chosen = 0;

  g_signal_connect_swapped (row, "chosen", G_CALLBACK (count_cb), &n_chosen);

  cap_date_row_set_date (CAP_DATE_ROW (row), "2027-03-12");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "12/03/2027");
  g_assert_cmpuint (n_chosen, ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (row), "2027-04-01");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (cap_date_row_get_date (CAP_DATE_ROW (row)), ==, "2027-04-01");
  g_assert_cmpuint (n_chosen, ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (row), "31/02/2027");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (cap_date_row_get_date (CAP_DATE_ROW (row)), ==, "2027-04-01");
  g_assert_cmpuint (n_chosen, ==, 1);

  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_null (cap_date_row_get_date (CAP_DATE_ROW (row)));
  g_assert_cmpuint (n_chosen, ==, 2);

  g_assert_finalize_object (row);
}

static void
test_score_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (cap_score_bar_new ("Identité", CAP_SCORE_UNKNOWN));

  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_METER);
  g_assert_finalize_object (bar);
}

static gboolean
can_be_closed (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "message.close") == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (can_be_closed (child))
      return TRUE;

  return FALSE;
}

/* What is good to know can be put away; what did not work and what holds cannot. */
static void
test_message_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (cap_message_bar_new ());

  g_assert_false (gtk_widget_get_visible (bar));
  cap_message_bar_show (CAP_MESSAGE_BAR (bar), CAP_MESSAGE_ERROR, "The disk is full.");
  cap_message_bar_add_action (CAP_MESSAGE_BAR (bar), "Try again", "win.save");
  g_assert_true (gtk_widget_get_visible (bar));
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "The disk is full.");
  g_assert_false (can_be_closed (bar));
  cap_message_bar_show (CAP_MESSAGE_BAR (bar), CAP_MESSAGE_INFO, "Your last answers were found again.");
  g_assert_true (can_be_closed (bar));
  cap_message_bar_show (CAP_MESSAGE_BAR (bar), CAP_MESSAGE_STATE, "This dossier is open to be read.");
  g_assert_false (can_be_closed (bar));

  g_assert_finalize_object (bar);
}

static void
note (CapRecent  *recent,
      const char *path)
{
  g_autoptr(CapFramework) framework = cap_framework_new ();
  g_autoptr(CapEvaluation) evaluation = NULL;
  g_autoptr(CapMember) member = cap_member_new (path);
  g_autoptr(CapPhotograph) photograph = NULL;

  g_ptr_array_add (framework->levels, cap_level_new (0));
  g_ptr_array_add (framework->levels, cap_level_new (1));
  cap_framework_seal (framework, g_bytes_new_static ("{}", 2));
  evaluation = cap_evaluation_new ("id", 1, "2026-11-20", CAP_MODE_CAP, framework);
  photograph = cap_photograph_new (evaluation, member);
  cap_recent_note (recent, path, member, photograph, "2026-11-20");
}

static void
assert_list (CapRecent  *recent,
             const char *expected)
{
  g_autoptr(GPtrArray) list = cap_recent_list (recent);
  g_autoptr(GString) paths = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (paths, "%s ", ((CapRecentEntry *) g_ptr_array_index (list, i))->path);

  g_assert_cmpstr (paths->str, ==, expected);
}

static void
test_recent (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cap-recent-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "recent.ini", NULL);
  g_autoptr(CapRecent) recent = cap_recent_new (path, 2);
  g_autoptr(CapRecent) again = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (recent, "changed", G_CALLBACK (count_cb), &n_changes);
  note (recent, "/a [1].capcedre");
  note (recent, "/é;b.capcedre");
  note (recent, "/a [1].capcedre");
  assert_list (recent, "/a [1].capcedre /é;b.capcedre ");

  note (recent, "/c.capcedre");
  assert_list (recent, "/c.capcedre /a [1].capcedre ");
  g_assert_cmpuint (n_changes, ==, 4);

  again = cap_recent_new (path, 2);
  cap_recent_forget (again, "/c.capcedre");
  assert_list (again, "/a [1].capcedre ");

  g_remove (path);
  g_rmdir (folder);
}

/* What another framework knows stays with the structure. */
static void
test_kind_picker (void)
{
  CapTerm term = { .code = (char *) "AI", .label = (char *) "Association intermédiaire" };
  const char *kinds[] = { "AI", "GEIQ", NULL };
  GtkWidget *picker = g_object_ref_sink (g_object_new (CAP_TYPE_KIND_PICKER, NULL));
  g_autoptr(GPtrArray) terms = g_ptr_array_new ();
  g_auto(GStrv) chosen = NULL;

  g_ptr_array_add (terms, &term);
  cap_kind_picker_set_terms (CAP_KIND_PICKER (picker), terms);
  cap_kind_picker_set_kinds (CAP_KIND_PICKER (picker), kinds);
  chosen = cap_kind_picker_dup_kinds (CAP_KIND_PICKER (picker));
  g_assert_true (g_strv_equal ((const char * const *) chosen, kinds));

  g_object_unref (picker);
}

static void
toast_cb (GSimpleAction  *action,
          GVariant       *parameter,
          char          **told)
{
  g_free (*told);
  *told = g_variant_dup_string (parameter, NULL);
}

/* A window over another one that is over the one that tells: it has a bar that works. */
static GtkWidget *
new_working_window (GtkWindow   *between,
                    CapWorkBar **bar)
{
  GtkWidget *window = gtk_window_new ();

  *bar = CAP_WORK_BAR (g_object_new (CAP_TYPE_WORK_BAR, NULL));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*bar));
  gtk_window_set_transient_for (GTK_WINDOW (window), between);
  gtk_window_present (GTK_WINDOW (window));
  cap_work_bar_start (*bar, "The dossier is being written…");

  return window;
}

static void
note_gone (gpointer  data,
           GObject  *object)
{
  *(gboolean *) data = TRUE;
}

static void
test_work_bar (void)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *between = gtk_window_new ();
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) toast = g_simple_action_new ("toast", G_VARIANT_TYPE_STRING);
  g_autofree char *told = NULL;
  gboolean gone = FALSE;
  GtkWidget *window;
  CapWorkBar *bar;

  g_signal_connect (toast, "activate", G_CALLBACK (toast_cb), &told);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (toast));
  gtk_widget_insert_action_group (parent, "win", G_ACTION_GROUP (actions));
  gtk_window_set_transient_for (GTK_WINDOW (between), GTK_WINDOW (parent));

  /* What takes a moment only is not seen; who stays is told in the window itself. */
  window = new_working_window (GTK_WINDOW (between), &bar);
  g_object_weak_ref (G_OBJECT (window), note_gone, &gone);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  while (!gtk_widget_get_visible (GTK_WIDGET (bar)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cap_work_bar_end (bar, "It is done"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_null (told);

  /* Who leaves is told where the window was opened from, once it is done; then the window is no more. */
  cap_work_bar_start (bar, "The dossier is being written…");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_visible (window));
  g_assert_false (gone);
  g_assert_false (cap_work_bar_end (bar, "It is done"));
  g_assert_cmpstr (told, ==, "It is done");
  g_assert_true (gone);

  /* What is only read is given up, and a window that is destroyed waits for nothing. */
  gone = FALSE;
  window = new_working_window (GTK_WINDOW (between), &bar);
  g_object_weak_ref (G_OBJECT (window), note_gone, &gone);
  cap_work_bar_end (bar, NULL);
  cap_work_bar_start_reading (bar, "The dossier is being read…");
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (gone);
  gone = FALSE;
  window = new_working_window (GTK_WINDOW (between), &bar);
  g_object_weak_ref (G_OBJECT (window), note_gone, &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (gone);

  gtk_window_destroy (GTK_WINDOW (between));
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  cap_ui_init ();

  g_test_add_func ("/ui/date-row/typed", test_date_row);
  g_test_add_func ("/ui/score-bar/accessible", test_score_bar);
  g_test_add_func ("/ui/message-bar/accessible", test_message_bar);
  g_test_add_func ("/ui/work-bar/closed-meanwhile", test_work_bar);
  g_test_add_func ("/ui/kind-picker/unknown", test_kind_picker);
  g_test_add_func ("/ui/recent/order", test_recent);

  return g_test_run ();
}
