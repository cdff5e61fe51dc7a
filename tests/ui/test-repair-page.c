/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "screen-fixture.h"
#include "ui/welcome/cap-repair-page.h"

#define PAGE 4096

/* What the page asks the application to open. */
static char *opened;

static void
open_path_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_free (opened);
  opened = g_variant_dup_string (parameter, NULL);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
write_file (const char *path,
            const char *content,
            gsize       size)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

/* The dossier as it is on disk now, in a folder beside, without its first page. */
static char *
damage (ScreenFixture *fixture,
        char         **sound,
        gsize         *size)
{
  g_autofree char *name = g_path_get_basename (fixture->path);
  char *path = g_build_filename (fixture->folder, "elsewhere", name, NULL);
  g_autoptr(GAsyncResult) published = NULL;
  g_autofree char *content = NULL;
  g_autoptr(CapAnswer) answer = cap_answer_new_rated ("A1.1", 2);

  screen_fixture_answer (fixture, answer); /* there is a backup once something was done */
  cap_workspace_publish_async (fixture->workspace, keep_result_cb, &published);
  while (published == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cap_workspace_publish_finish (fixture->workspace, published, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &content, size, NULL));
  *sound = g_memdup2 (content, *size);
  memset (content, 0, PAGE);
  write_file (path, content, *size);

  return path;
}

static GtkWidget *
show (ScreenFixture *fixture,
      const char    *path)
{
  static const GActionEntry entries[] = { { "open-path", open_path_cb, "s" } };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *page = cap_repair_page_new (path, "The file is damaged");

  g_clear_pointer (&opened, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), NULL);
  screen_fixture_show (fixture, page);
  gtk_widget_insert_action_group (fixture->window, "app", G_ACTION_GROUP (actions));

  return page;
}

static gboolean
is_opened (ScreenFixture *fixture,
           gpointer       data)
{
  return opened != NULL;
}

static void
empty_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (file), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&opened, g_free);
}

/* What can be read goes into a new file, which opens; the damaged one is as it was. */
static void
test_salvage (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *sound = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size;
  g_autofree char *path = damage (fixture, &sound, &size);
  GtkWidget *page = show (fixture, path);

  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  screen_fixture_wait_label (fixture, "The file is damaged");
  gtk_widget_activate_action (page, "repair.salvage", NULL);
  screen_fixture_wait_label (fixture, "Open the Saved Dossier");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "What Is Missing or to Be Looked at"));
  gtk_widget_activate_action (page, "repair.open", NULL);
  screen_fixture_wait (fixture, is_opened, NULL);
  g_assert_true (g_str_has_suffix (opened, " (recovered).capcedre"));
  g_assert_true (g_file_test (opened, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpmem (before, size, after, size);
  empty_folder (path);
}

static guint
count_labels (GtkWidget  *root,
              const char *text)
{
  guint n = GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);

  return n;
}

/* A backup is copied beside before it is opened; another copy is opened where it is. */
static void
test_copies (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *sound = NULL;
  gsize size;
  g_autofree char *path = damage (fixture, &sound, &size);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".capcedre"));
  g_autofree char *copy = g_strconcat (stem, " (copy).capcedre", NULL);
  g_autofree char *broken = g_strconcat (stem, " (broken).capcedre", NULL);
  g_autofree char *name = g_path_get_basename (copy);
  g_autofree char *content = NULL;
  gsize length;
  GtkWidget *page;

  write_file (copy, sound, size);
  write_file (broken, sound, size / 2);
  page = show (fixture, path);
  screen_fixture_wait_label (fixture, name);
  g_assert_nonnull (screen_fixture_find (fixture->window, "GtkLabel", "Take up a Backup"));

  /* Earlier runs of this test left backups of dossiers of that name. */
  gtk_widget_activate_action (page, "repair.take", "u", count_labels (page, "Open a Copy"));
  screen_fixture_wait (fixture, is_opened, NULL);
  g_assert_cmpstr (opened, ==, copy);

  g_clear_pointer (&opened, g_free);
  gtk_widget_activate_action (page, "repair.take", "u", 0);
  screen_fixture_wait (fixture, is_opened, NULL);
  g_assert_nonnull (strstr (opened, " (backup "));
  g_assert_true (g_str_has_prefix (opened, stem));
  g_assert_true (g_file_get_contents (opened, &content, &length, NULL));
  g_assert_cmpuint (length, ==, size);
  empty_folder (path);
}

/* What is no dossier leaves nothing; that is said. */
static void
test_nothing (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "elsewhere", "letter.capcedre", NULL);
  GtkWidget *page;

  write_file (path, "A letter", strlen ("A letter"));
  page = show (fixture, path);
  screen_fixture_wait_label (fixture,
                             "No backup of it and no other copy beside it was found on this computer.");
  gtk_widget_activate_action (page, "repair.salvage", NULL);
  screen_fixture_wait_label (fixture,
                             "Nothing in this file can be saved: it has no evaluation that can be read");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "Open the Saved Dossier"));
  empty_folder (path);
}

static void
add (const char  *test_path,
     void       (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (test_path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add ("/ui/repair/copies", test_copies);
  add ("/ui/repair/salvage", test_salvage);
  add ("/ui/repair/nothing", test_nothing);

  return g_test_run ();
}
