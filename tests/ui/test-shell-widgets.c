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
  g_test_add_func ("/ui/kind-picker/unknown", test_kind_picker);
  g_test_add_func ("/ui/recent/order", test_recent);

  return g_test_run ();
}
