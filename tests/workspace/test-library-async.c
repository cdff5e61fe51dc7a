/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/cap-adaptation-json.h"
#include "exchange/cap-framework-json.h"
#include "store/cap-dossier-file.h"
#include "workspace/cap-library-async.h"

/* A folder for files, and the two versions of CAP that come with the program. */
typedef struct
{
  char         *folder;
  GPtrArray    *entries;
  CapFramework *newest;
  CapFramework *previous;
} Fixture;

typedef struct
{
  GCancellable *cancellable; /* cancelled at the first call, when there is one */
  guint         calls;
  guint         total;
} Progress;

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

static GPtrArray *
list (void)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *entries;

  cap_library_list_async (NULL, keep_result_cb, &result);
  entries = cap_library_list_finish (wait_for (&result), &error);
  g_assert_no_error (error);

  return entries;
}

static CapLibraryReading *
read_file (const char  *path,
           GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_library_read_async (path, NULL, keep_result_cb, &result);

  return cap_library_read_finish (wait_for (&result), error);
}

static gboolean
install (CapFramework  *framework,
         GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_library_install_async (framework, NULL, keep_result_cb, &result);

  return cap_library_install_finish (wait_for (&result), error);
}

static gboolean
remove_entry (const CapLibraryEntry  *entry,
              GError                **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_library_remove_async (entry, NULL, keep_result_cb, &result);

  return cap_library_remove_finish (wait_for (&result), error);
}

/* The newest version of CAP with @from written @to in its text. */
static char *
write_version (Fixture    *fixture,
               const char *name,
               const char *from,
               const char *to)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  gsize length;
  const char *source = g_bytes_get_data (fixture->newest->source, &length);
  g_autofree char *text = g_strndup (source, length);
  g_auto(GStrv) parts = g_strsplit (text, from, 2);
  g_autofree char *changed = g_strjoinv (to, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));

  return path;
}

static CapFramework *
read_sound (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapLibraryReading) reading = read_file (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reading->faults->len, ==, 0);
  g_assert_nonnull (reading->framework);

  return cap_framework_ref (reading->framework);
}

/* A dossier on @framework with its first @n criteria at level 2. */
static char *
create_dossier (Fixture      *fixture,
                const char   *name,
                CapFramework *framework,
                guint         n)
{
  g_autofree char *file_name = g_strconcat (name, ".capcedre", NULL);
  char *path = g_build_filename (fixture->folder, file_name, NULL);
  g_autoptr(CapMember) member = cap_member_new (name);
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, framework);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_CREATE, NULL);
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      cap_evaluation_take_answer (evaluation, cap_answer_new_rated (criterion->code, 2));
    }

  cap_command_put_member (command, member);
  cap_command_put_evaluation (command, evaluation);
  file = cap_dossier_file_create (path, command, cap_adapted_framework_read, &error);
  g_assert_no_error (error);
  g_assert_true (cap_dossier_file_close (file, &error));

  return path;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("cap-library-XXXXXX", NULL);
  fixture->entries = list ();
  fixture->newest = cap_library_find (fixture->entries, "cap", "2026.2")->framework;
  fixture->previous = cap_library_find (fixture->entries, "cap", "2026.1")->framework;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr(GPtrArray) entries = list ();
  const char *name;

  for (guint i = 0; i < entries->len; i++)
    {
      const CapLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->path != NULL)
        g_remove (entry->path);
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_ptr_array_unref (fixture->entries);
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *sound = write_version (fixture, "sound.json", "2026.2", "2027.1");
  g_autofree char *faulty = write_version (fixture, "faulty.json", "\"A1.2\"", "\"A1.1\"");
  g_autofree char *unknown = write_version (fixture, "unknown.odt", "2026.2", "2027.1");
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.json", NULL);
  g_autoptr(CapFramework) framework = read_sound (sound);
  g_autoptr(CapLibraryReading) reading = NULL;
  g_autoptr(CapLibraryReading) refused = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (framework->version, ==, "2027.1");

  reading = read_file (faulty, &error);
  g_assert_no_error (error);
  g_assert_null (reading->framework);
  g_assert_cmpuint (reading->faults->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (reading->faults, 0), "/themes/0/"));

  refused = read_file (unknown, &error);
  g_assert_no_error (error);
  g_assert_null (refused->framework);
  g_assert_cmpuint (refused->faults->len, ==, 1);

  g_assert_null (read_file (missing, &error));
  g_assert_error (error, CAP_FILE_ERROR, CAP_FILE_ERROR_FAILED);
}

static void
test_install (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = write_version (fixture, "sound.json", "2026.2", "2027.1");
  g_autofree char *other_path = write_version (fixture, "other.json", "2026.2\"", "2027.1\" ");
  g_autoptr(CapFramework) framework = read_sound (path);
  g_autoptr(CapFramework) other = read_sound (other_path);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GError) error = NULL;
  const CapLibraryEntry *entry;

  g_assert_true (install (framework, &error));
  g_assert_no_error (error);
  entries = list ();
  entry = cap_library_find (entries, "cap", "2027.1");
  g_assert_cmpuint (entries->len, ==, fixture->entries->len + 1);
  g_assert_nonnull (entry->path);

  g_assert_false (install (other, &error));
  g_assert_error (error, CAP_LIBRARY_ERROR, CAP_LIBRARY_ERROR_RELEASED);
  g_clear_error (&error);

  g_assert_false (remove_entry (cap_library_find (entries, "cap", "2026.2"), &error));
  g_assert_error (error, CAP_LIBRARY_ERROR, CAP_LIBRARY_ERROR_SHIPPED);
  g_clear_error (&error);

  g_assert_true (remove_entry (entry, &error));
  after = list ();
  g_assert_null (cap_library_find (after, "cap", "2027.1"));
}

static gboolean
export (CapFramework  *framework,
        const char    *path,
        GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cap_library_export_async (framework, path, NULL, keep_result_cb, &result);

  return cap_library_export_finish (wait_for (&result), error);
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  const char * const *extensions = cap_framework_file_get_extensions ();
  g_autoptr(GError) error = NULL;
  g_autofree char *unknown = g_build_filename (fixture->folder, "cap.odt", NULL);

  for (guint i = 0; extensions[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("cap", extensions[i], NULL);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr(CapFramework) again = NULL;

      g_assert_true (export (fixture->newest, path, &error));
      g_assert_no_error (error);
      again = read_sound (path);
      g_assert_cmpstr (again->version, ==, fixture->newest->version);
      g_assert_cmpuint (again->criteria->len, ==, fixture->newest->criteria->len);
    }

  g_assert_false (export (fixture->newest, unknown, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (unknown, G_FILE_TEST_EXISTS));
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(CapFrameworkDiff) diff = NULL;

  cap_library_compare_async (fixture->previous, fixture->newest, NULL, keep_result_cb, &result);
  diff = cap_library_compare_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (diff->before == fixture->previous && diff->after == fixture->newest);
  g_assert_cmpuint (diff->n_changed, >, 0);
}

static void
progressed_cb (guint    done,
               guint    total,
               gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, ==, progress->calls);
  progress->calls++;
  progress->total = total;
  if (progress->cancellable != NULL)
    g_cancellable_cancel (progress->cancellable);
}

static void
assert_study (const GPtrArray *studies,
              guint            index,
              const char      *title,
              CapStudyOutcome  outcome)
{
  const CapDossierStudy *study = g_ptr_array_index (studies, index);

  g_assert_cmpstr (study->title, ==, title);
  g_assert_cmpint (study->outcome, ==, outcome);
  g_assert_true ((study->start != NULL) == (outcome == CAP_STUDY_CARRIED));
}

/* Halfway through a database page: the header is right, the rest is not. */
static char *
create_damaged (Fixture *fixture)
{
  char *path = create_dossier (fixture, "Abîmé", fixture->previous, 3);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length / 2, NULL));

  return path;
}

static void
test_study (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *version = write_version (fixture, "next.json", "2026.2", "2027.1");
  g_autoptr(CapFramework) framework = read_sound (version);
  g_autofree char *older = create_dossier (fixture, "Les Érables", fixture->previous, 10);
  g_autofree char *newer = create_dossier (fixture, "Les Tilleuls", fixture->newest, 5);
  g_autofree char *same = create_dossier (fixture, "Les Pins", framework, 5);
  g_autofree char *other = create_dossier (fixture, "Les Hêtres",
                                           cap_library_find (fixture->entries, "qvct", NULL)->framework, 2);
  g_autofree char *damaged = create_damaged (fixture);
  g_autofree char *missing = g_build_filename (fixture->folder, "Parti.capcedre", NULL);
  const char *paths[] = { older, newer, same, other, damaged, missing, NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) studies = NULL;
  Progress progress = { NULL, 0, 0 };
  const CapCarry *carry;

  cap_library_study_async (framework, paths, NULL, progressed_cb, &progress, keep_result_cb, &result);
  studies = cap_library_study_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (studies->len, ==, 6);
  g_assert_cmpuint (progress.calls, ==, 6);
  g_assert_cmpuint (progress.total, ==, 6);

  assert_study (studies, 0, "Les Érables", CAP_STUDY_CARRIED);
  assert_study (studies, 1, "Les Tilleuls", CAP_STUDY_CARRIED);
  assert_study (studies, 2, "Les Pins", CAP_STUDY_SAME);
  assert_study (studies, 3, "Les Hêtres", CAP_STUDY_OTHER);
  assert_study (studies, 4, "Abîmé.capcedre", CAP_STUDY_UNREADABLE);
  assert_study (studies, 5, "Parti.capcedre", CAP_STUDY_MISSING);

  carry = ((const CapDossierStudy *) g_ptr_array_index (studies, 0))->start->carry;
  g_assert_cmpuint (carry->n_kept + carry->n_review + carry->n_left, ==, 10);
  g_assert_cmpuint (carry->n_review, >, 0);
  carry = ((const CapDossierStudy *) g_ptr_array_index (studies, 1))->start->carry;
  g_assert_cmpuint (carry->n_kept, ==, 5);
  g_assert_nonnull (((const CapDossierStudy *) g_ptr_array_index (studies, 4))->fault);
}

static void
test_study_cancelled (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *one = create_dossier (fixture, "Les Érables", fixture->previous, 10);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const char *paths[65] = { NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  Progress progress = { cancellable, 0, 0 };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (paths); i++)
    paths[i] = one;

  cap_library_study_async (fixture->newest, paths, cancellable, progressed_cb, &progress, keep_result_cb,
                           &result);
  g_assert_null (cap_library_study_finish (wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.calls, ==, 1);
}

/* What is read is not touched. */
static void
test_study_reads_only (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = create_dossier (fixture, "Les Érables", fixture->previous, 10);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(CapDossierStudy) study = NULL;
  gsize before_length;
  gsize after_length;

  g_assert_true (g_file_get_contents (path, &before, &before_length, NULL));
  study = cap_dossier_study_new (path, fixture->newest);
  g_assert_cmpint (study->outcome, ==, CAP_STUDY_CARRIED);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *data = NULL;
  g_autofree char *state = NULL;

  g_test_init (&argc, &argv, NULL);
  data = g_test_build_filename (G_TEST_BUILT, "library-data", NULL);
  state = g_test_build_filename (G_TEST_BUILT, "library-state", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_STATE_HOME", state, TRUE);

  g_test_add ("/workspace/library/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/workspace/library/install", Fixture, NULL, set_up, test_install, tear_down);
  g_test_add ("/workspace/library/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/workspace/library/compare", Fixture, NULL, set_up, test_compare, tear_down);
  g_test_add ("/workspace/library/study", Fixture, NULL, set_up, test_study, tear_down);
  g_test_add ("/workspace/library/study-cancelled", Fixture, NULL, set_up, test_study_cancelled, tear_down);
  g_test_add ("/workspace/library/study-reads-only", Fixture, NULL, set_up, test_study_reads_only, tear_down);

  return g_test_run ();
}
