/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "screen-fixture.h"
#include "ui/frameworks/cap-criterion-row.h"
#include "ui/frameworks/cap-framework-browser.h"
#include "ui/frameworks/cap-framework-text.h"
#include "ui/frameworks/cap-frameworks-window.h"
#include "ui/frameworks/cap-part-row.h"
#include "ui/frameworks/cap-row-filler.h"
#include "workspace/cap-library.h"

#define N_ITEMS 1000

static const char * const no_dossiers[] = { NULL };

static char *
write_version (const char *name,
               const char *from,
               const char *to)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();
  const CapFramework *framework = cap_library_find (entries, "cap", "2026.2")->framework;
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  gsize length;
  const char *source = g_bytes_get_data (framework->source, &length);
  g_autofree char *text = g_strndup (source, length);
  g_auto(GStrv) parts = g_strsplit (text, from, 2);
  g_autofree char *changed = g_strjoinv (to, parts);

  g_assert_true (g_file_set_contents (path, changed, -1, NULL));

  return path;
}

static guint
count_rows (GtkWidget *list)
{
  guint count = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    count += GTK_IS_LIST_BOX_ROW (row) ? 1 : 0;

  return count;
}

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  return gtk_label_new (item);
}

/* Short rows: the first portion leaves the window half empty. */
static gboolean
is_filled (ScreenFixture *fixture,
           gpointer       data)
{
  return gtk_adjustment_get_upper (data) > gtk_adjustment_get_page_size (data);
}

static gboolean
has_more_rows (ScreenFixture *fixture,
               gpointer       data)
{
  return count_rows (screen_fixture_find (fixture->window, "GtkListBox", NULL)) > GPOINTER_TO_UINT (data);
}

static void
test_filler (void)
{
  ScreenFixture fixture = { NULL };
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr(CapRowFiller) filler = cap_row_filler_new (GTK_LIST_BOX (list), new_row, NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  for (guint i = 0; i < N_ITEMS; i++)
    g_ptr_array_add (items, (gpointer) "one");

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  cap_row_filler_fill (filler, items);
  g_assert_cmpuint (count_rows (list), <, 50);

  screen_fixture_show (&fixture, scrolled);
  screen_fixture_wait (&fixture, is_filled, adjustment);
  g_assert_cmpuint (count_rows (list), <, N_ITEMS / 2);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  screen_fixture_wait (&fixture, has_more_rows, GUINT_TO_POINTER (count_rows (list)));

  g_ptr_array_set_size (items, 3);
  cap_row_filler_fill (filler, items);
  g_assert_cmpuint (count_rows (list), ==, 3);
  g_clear_pointer (&filler, cap_row_filler_free);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
}

static void
test_parts (void)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();
  const CapFramework *newest = cap_library_find (entries, "cap", "2026.2")->framework;
  const CapCriterion *criterion = g_ptr_array_index (newest->criteria, 0);
  const CapCriterion *other = g_ptr_array_index (newest->criteria, 1);
  g_autoptr(GPtrArray) same = g_ptr_array_new ();
  g_autoptr(GPtrArray) two = g_ptr_array_new ();
  g_autoptr(GPtrArray) parts = NULL;
  g_autoptr(GPtrArray) merged = NULL;
  const CapPart *label;

  g_ptr_array_add (same, (gpointer) criterion);
  parts = cap_criterion_parts_compare (same, newest, criterion, newest);
  g_assert_cmpuint (parts->len, ==, 0);

  g_ptr_array_add (two, (gpointer) criterion);
  g_ptr_array_add (two, (gpointer) other);
  merged = cap_criterion_parts_compare (two, newest, criterion, newest);
  label = g_ptr_array_index (merged, 0);
  g_assert_cmpstr (label->key, ==, "label");
  g_assert_cmpstr (label->text, ==, criterion->label);
  g_assert_true (g_str_has_prefix (label->before, criterion->label));
  g_assert_true (g_str_has_suffix (label->before, other->label));
}

/* Nothing of the text is made before it is asked for. */
static void
test_criterion_row (void)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();
  CapFramework *newest = cap_library_find (entries, "cap", "2026.2")->framework;
  const CapCriterion *criterion = g_ptr_array_index (newest->criteria, 0);
  GtkWidget *row = g_object_ref_sink (cap_criterion_row_new (newest, criterion));

  g_assert_null (screen_fixture_find (row, "GtkLabel", criterion->question));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (screen_fixture_find (row, "GtkLabel", criterion->question));

  g_assert_finalize_object (row);
}

static void
test_search (void)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();
  CapFramework *newest = cap_library_find (entries, "cap", "2026.2")->framework;
  const CapCriterion *criterion = g_ptr_array_index (newest->criteria, 1);
  GtkWidget *browser = g_object_ref_sink (cap_framework_browser_new (newest));

  g_assert_nonnull (screen_fixture_find (browser, "GtkLabel", "B1 Accueillir et intégrer"));

  cap_framework_browser_search (CAP_FRAMEWORK_BROWSER (browser), criterion->code);
  g_assert_null (screen_fixture_find (browser, "GtkLabel", "B1 Accueillir et intégrer"));
  g_assert_nonnull (screen_fixture_find (browser, "GtkLabel", criterion->label));

  cap_framework_browser_search (CAP_FRAMEWORK_BROWSER (browser), "xylophone");
  g_assert_nonnull (screen_fixture_find (browser, "GtkLabel", "No criterion has these words."));

  g_assert_finalize_object (browser);
}

static void
test_study_text (void)
{
  CapDossierStudy study = { NULL };
  g_autofree char *missing = NULL;
  g_autofree char *damaged = NULL;

  study.outcome = CAP_STUDY_MISSING;
  missing = cap_study_text_dup_summary (&study);
  g_assert_cmpstr (missing, ==, "This dossier is no longer where it was.");

  study.outcome = CAP_STUDY_UNREADABLE;
  study.fault = (char *) "The file is damaged.";
  damaged = cap_study_text_dup_summary (&study);
  g_assert_cmpstr (damaged, ==, "This dossier cannot be read. The file is damaged.");
}

static void
activate (ScreenFixture *fixture,
          const char    *type,
          const char    *action)
{
  GtkWidget *widget = screen_fixture_find (fixture->window, type, NULL);

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

static void
set_up_window (ScreenFixture *fixture)
{
  fixture->window = GTK_WIDGET (cap_frameworks_window_new (no_dossiers));
  gtk_window_present (GTK_WINDOW (fixture->window));
  screen_fixture_wait_label (fixture, "CAP – Coorace Ambition Progrès");
}

static void
import (ScreenFixture *fixture,
        const char    *path)
{
  cap_frameworks_window_import (CAP_FRAMEWORKS_WINDOW (fixture->window), path);
}

static void
test_faults (void)
{
  ScreenFixture fixture = { NULL };
  g_autofree char *path = write_version ("faulty.json", "\"A1.2\"", "\"A1.1\"");
  g_autoptr(GPtrArray) entries = NULL;

  set_up_window (&fixture);
  import (&fixture, path);
  screen_fixture_wait_label (&fixture, "“faulty.json” has 1 fault: it cannot be published.");
  screen_fixture_wait_label (&fixture, "/themes/0/objectives/0/criteria/1/code");

  import (&fixture, "/nowhere.json");
  screen_fixture_wait_label (&fixture, "The file cannot be read");

  entries = cap_library_list ();
  g_assert_cmpuint (entries->len, ==, 3);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  g_remove (path);
}

static gboolean
has_entries (ScreenFixture *fixture,
             gpointer       data)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();

  return entries->len == GPOINTER_TO_UINT (data);
}

static void
test_publish (void)
{
  ScreenFixture fixture = { NULL };
  g_autofree char *path = write_version ("next.json", "2026.2", "2027.1");
  g_autofree char *other = write_version ("other.json", "2026.2\"", "2027.1\" ");

  set_up_window (&fixture);
  import (&fixture, path);
  screen_fixture_wait_label (&fixture, "From version 2026.2 to version 2027.1: unchanged: 96");
  activate (&fixture, "CapImportPage", "import.publish");
  screen_fixture_wait_label (&fixture, "Version 2027.1");
  screen_fixture_wait_label (&fixture, "Remove");

  import (&fixture, other);
  screen_fixture_wait_label (&fixture, "From version 2027.1 to version 2027.1: unchanged: 96");
  activate (&fixture, "CapImportPage", "import.publish");
  screen_fixture_wait_label (&fixture, "CAP – Coorace Ambition Progrès, version 2027.1 is installed already, "
                                       "with another text. A version that people used never changes: "
                                       "give this one another number.");
  activate (&fixture, "CapImportPage", "frameworks.cancel-import");

  screen_fixture_wait_label (&fixture, "Remove");
  activate (&fixture, "CapFrameworkPage", "frameworks.remove");
  screen_fixture_wait_label (&fixture, "This version is removed. The evaluations that were made with it "
                                       "keep their text.");
  activate (&fixture, "CapFrameworkPage", "frameworks.restore");
  screen_fixture_wait_label (&fixture, "Version 2027.1");
  g_assert_true (has_entries (&fixture, GUINT_TO_POINTER (4)));
  activate (&fixture, "CapFrameworkPage", "frameworks.remove");
  screen_fixture_wait (&fixture, has_entries, GUINT_TO_POINTER (3));

  gtk_window_destroy (GTK_WINDOW (fixture.window));
  g_remove (path);
  g_remove (other);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("cap-frameworks-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  screen_fixture_init (&argc, &argv);

  g_test_add_func ("/ui/row-filler/portions", test_filler);
  g_test_add_func ("/ui/criterion-parts/compare", test_parts);
  g_test_add_func ("/ui/criterion-row/lazy", test_criterion_row);
  g_test_add_func ("/ui/framework-browser/search", test_search);
  g_test_add_func ("/ui/study-text/outcomes", test_study_text);
  g_test_add_func ("/ui/frameworks-window/faults", test_faults);
  g_test_add_func ("/ui/frameworks-window/publish", test_publish);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
