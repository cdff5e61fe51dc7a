/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-frameworks FOLDER OLDER NEWER: two big versions of a framework, through the window of frameworks.
 * Installs both in FOLDER, then tells how long each thing takes until it is on the screen. Nothing is
 * asserted: a bench tells, it does not judge. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "ui/cap-ui.h"
#include "ui/frameworks/cap-framework-browser.h"
#include "ui/frameworks/cap-framework-page.h"
#include "ui/frameworks/cap-frameworks-window.h"
#include "workspace/cap-library-async.h"

static const char * const no_dossiers[] = { NULL };

static gint64 begun;

static void
begin (void)
{
  begun = g_get_monotonic_time ();
}

static void
tell (const char *what)
{
  g_print ("%-44s %6.0f ms\n", what, (double) (g_get_monotonic_time () - begun) / 1000);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
ticked_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  (*(guint *) user_data)++;

  return G_SOURCE_CONTINUE;
}

/* Two frames: the first one lays out, the second one was drawn. */
static void
wait_for_frames (GtkWidget *widget)
{
  guint frames = 0;
  guint id = gtk_widget_add_tick_callback (widget, ticked_cb, &frames, NULL);

  while (frames < 3)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (widget, id);
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static CapFramework *
install (const char *path)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) installed = NULL;
  g_autoptr(CapLibraryReading) reading = NULL;
  g_autoptr(GError) error = NULL;

  begin ();
  cap_library_read_async (path, NULL, keep_result_cb, &result);
  reading = cap_library_read_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (reading->framework);
  tell ("read and check a file (thread)");

  begin ();
  cap_library_install_async (reading->framework, NULL, keep_result_cb, &installed);
  g_assert_true (cap_library_install_finish (wait_for (&installed), &error));
  tell ("publish it (thread)");

  return cap_framework_ref (reading->framework);
}

static void
compare (CapFramework *older,
         CapFramework *newer)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(CapFrameworkDiff) diff = NULL;

  begin ();
  cap_library_compare_async (older, newer, NULL, keep_result_cb, &result);
  diff = cap_library_compare_finish (wait_for (&result), NULL);
  tell ("compare the two versions (thread)");
  g_print ("  %u criteria, %u changed\n", diff->changes->len, diff->n_changed);
}

static void
show_page (CapFramework *framework)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *page;

  gtk_window_set_default_size (GTK_WINDOW (window), 1160, 800);
  begin ();
  page = cap_framework_page_new (framework, entries, no_dossiers);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (window);
  tell ("show a version");

  begin ();
  gtk_widget_activate_action (page, "framework.show", "s", "content");
  wait_for_frames (window);
  tell ("open its content");

  begin ();
  cap_framework_browser_search (CAP_FRAMEWORK_BROWSER (find (page, CAP_TYPE_FRAMEWORK_BROWSER)), "conflits");
  wait_for_frames (window);
  tell ("search a word");

  begin ();
  gtk_widget_activate_action (page, "framework.show", "s", "changes");
  wait_for_frames (window);
  tell ("open the changes");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
show_window (void)
{
  GtkWindow *window;
  GtkWidget *page;

  begin ();
  window = cap_frameworks_window_new (no_dossiers);
  gtk_window_present (window);
  wait_for_frames (GTK_WIDGET (window));
  tell ("open the window");

  while ((page = find (GTK_WIDGET (window), CAP_TYPE_FRAMEWORK_PAGE)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frames (GTK_WIDGET (window));
  tell ("open the window, until the versions are there");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(CapFramework) older = NULL;
  g_autoptr(CapFramework) newer = NULL;

  g_setenv ("XDG_DATA_HOME", argv[1], TRUE);
  gtk_init ();
  adw_init ();
  cap_ui_init ();

  show_window ();
  older = install (argv[2]);
  newer = install (argv[3]);
  compare (older, newer);
  show_page (newer);
  show_window ();

  return 0;
}
