/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/cap-text.h"
#include "store/cap-dossier-personal.h"
#include "store/merge-fixture.h"

static void
answer_in (const char *path,
           guint       criterion,
           int         level)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
  g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, criterion, level);

  g_assert_true (cap_dossier_file_run (file, command, NULL));
  merge_fixture_close_file (file);
}

static void
assert_level_in (const char *path,
                 const char *code,
                 int         level)
{
  g_autoptr(CapDossier) dossier = merge_fixture_load (path);

  g_assert_cmpint (merge_fixture_say (merge_fixture_get_level (dossier, code)), ==, level);
}

static void
undo_in (const char *path,
         gboolean    redo)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);
  g_autofree char *label = redo ? cap_dossier_file_redo (file, NULL) : cap_dossier_file_undo (file, NULL);

  g_assert_nonnull (label);
  merge_fixture_close_file (file);
}

static guint
count_siblings (const char *path)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);
  g_autoptr(GPtrArray) siblings = cap_dossier_file_list_siblings (file);

  merge_fixture_close_file (file);

  return siblings->len;
}

/* The same copy a second time: what the first merge brought is not news any more, whatever became of it. */
static void
test_again (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *theirs = g_build_filename (fixture->folder, "theirs.capcedre", NULL);
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, theirs);
  answer_in (theirs, 0, 3);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  answer_in (fixture->path, 0, 4);
  answer_in (theirs, 1, 1);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_level_in (fixture->path, "A1.1", 4);
  assert_level_in (fixture->path, "A1.2", 1);
  merge_fixture_assert_sound (fixture->path);
}

/* What was undone when the copies parted and is done again in one of them is done. */
static void
test_done_again (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *theirs = g_build_filename (fixture->folder, "theirs.capcedre", NULL);
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  g_free (cap_dossier_file_undo (fixture->file, NULL));
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, theirs);
  undo_in (theirs, TRUE);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  assert_level_in (fixture->path, "A1.1", 3);

  undo_in (theirs, FALSE);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_level_in (fixture->path, "A1.1", CAP_LEVEL_UNSET);
}

/* A merge that was undone, or that the dossier returned to before, is made again. */
static void
test_undone_merge (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *theirs = g_build_filename (fixture->folder, "theirs.capcedre", NULL);
  CapDossierFile *file;
  gboolean changed = FALSE;
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, theirs);
  answer_in (theirs, 0, 3);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  undo_in (fixture->path, FALSE);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  assert_level_in (fixture->path, "A1.1", 3);

  file = merge_fixture_open_file (fixture->path, CAP_FILE_WRITE);
  g_assert_true (cap_dossier_file_return (file, 1, "the beginning", &changed, NULL));
  g_assert_true (changed);
  merge_fixture_close_file (file);
  assert_level_in (fixture->path, "A1.1", CAP_LEVEL_UNSET);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, theirs, CAP_MERGE_THEIRS, &n_conflicts), ==, 1);
  assert_level_in (fixture->path, "A1.1", 3);
}

/* What was decided of a copy is not asked again, even if nothing came of it. */
static void
test_kept_mine (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *stem = NULL;
  g_autofree char *theirs = NULL;
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  stem = g_strndup (fixture->path, strlen (fixture->path) - strlen (".capcedre"));
  theirs = g_strconcat (stem, " (2).capcedre", NULL);
  merge_fixture_copy_file (fixture->path, theirs);
  answer_in (theirs, 0, 3);
  answer_in (fixture->path, 0, 1);
  g_assert_cmpuint (count_siblings (fixture->path), ==, 1);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, theirs, CAP_MERGE_MINE, &n_conflicts), ==, 0);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_level_in (fixture->path, "A1.1", 1);
  g_assert_cmpuint (count_siblings (fixture->path), ==, 0);
  merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  merge_fixture_assert_sound (fixture->path);
}

/* One way for one thing, the other way for another; the answer of a criterion goes as a whole. */
static void
test_each (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *theirs = g_build_filename (fixture->folder, "theirs.capcedre", NULL);
  g_autoptr(CapMergeReport) seen = cap_merge_report_new ();
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();
  g_autoptr(CapDossierFile) other = NULL;
  g_autoptr(GError) error = NULL;
  const CapMergeConflict *second;
  const char *exceptions[] = { NULL, NULL };
  CapDossierFile *file;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, theirs);
  for (guint i = 0; i < 2; i++)
    {
      answer_in (theirs, i, 3);
      answer_in (fixture->path, i, 1);
    }

  file = merge_fixture_open_file (fixture->path, CAP_FILE_WRITE);
  other = merge_fixture_open_file (theirs, CAP_FILE_READ);
  g_assert_true (cap_dossier_file_merge (file, other, CAP_MERGE_THEIRS, NULL, TRUE, NULL, seen, &error));
  g_assert_cmpuint (seen->conflicts->len, ==, 2);
  second = g_ptr_array_index (seen->conflicts, 0); /* in no order that people know */
  if (strstr (second->what, "A1.2") == NULL)
    second = g_ptr_array_index (seen->conflicts, 1);
  g_assert_nonnull (strstr (second->what, "A1.2"));
  g_assert_cmpstr (second->mine, ==, "1");
  g_assert_cmpstr (second->theirs, ==, "3");
  g_assert_nonnull (second->mine_author);
  g_assert_nonnull (second->theirs_made_at);

  exceptions[0] = second->id;
  g_assert_true (cap_dossier_file_merge (file, other, CAP_MERGE_MINE, exceptions, FALSE, seen->states, report,
                                         &error));
  g_assert_false (report->is_outdated);
  g_assert_cmpuint (report->n_taken, ==, 1);
  merge_fixture_close_file (file);
  assert_level_in (fixture->path, "A1.1", 1);
  assert_level_in (fixture->path, "A1.2", 3);
}

static void
merge_seen (CapDossierFile *file,
            const char     *theirs,
            const char     *seen,
            gboolean        is_outdated)
{
  g_autoptr(CapDossierFile) other = merge_fixture_open_file (theirs, CAP_FILE_READ);
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (cap_dossier_file_merge (file, other, CAP_MERGE_MINE, NULL, FALSE, seen, report, &error));
  g_assert_no_error (error);
  g_assert_cmpint (report->is_outdated, ==, is_outdated);
  g_assert_cmpuint (report->n_taken, ==, is_outdated ? 0 : 1);
}

static char *
see (CapDossierFile *file,
     const char     *theirs)
{
  g_autoptr(CapDossierFile) other = merge_fixture_open_file (theirs, CAP_FILE_READ);
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();

  g_assert_true (cap_dossier_file_merge (file, other, CAP_MERGE_THEIRS, NULL, TRUE, NULL, report, NULL));

  return g_strdup (report->states);
}

/* People decided upon what they saw: whatever is done since in one of the copies is to be seen first. */
static void
test_outdated (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autofree char *theirs = g_build_filename (fixture->folder, "theirs.capcedre", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, theirs);
  answer_in (theirs, 0, 3);
  store_fixture_open (fixture, CAP_FILE_WRITE);
  first = see (fixture->file, theirs);
  answer_in (theirs, 1, 3);
  merge_seen (fixture->file, theirs, first, TRUE);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, CAP_LEVEL_UNSET);

  second = see (fixture->file, theirs);
  store_fixture_answer (fixture, 1, 1);
  merge_seen (fixture->file, theirs, second, TRUE);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, CAP_LEVEL_UNSET);

  third = see (fixture->file, theirs);
  merge_seen (fixture->file, theirs, third, FALSE);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
  g_assert_cmpint (store_fixture_get_level (fixture, 1), ==, 1);
  store_fixture_close (fixture);
}

/* @title: (nullable): %NULL takes the action out */
static void
put_action_in (const char *path,
               const char *id,
               const char *title)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
  const CapAction *known = cap_dossier_find_action_by_id (dossier, id);
  g_autoptr(CapAction) action = known != NULL ? cap_action_copy (known) : cap_action_new (id, "");
  const CapGesture gesture = title != NULL ? CAP_GESTURE_ACTION : CAP_GESTURE_REMOVE_ACTION;
  g_autoptr(CapCommand) command = cap_command_new (gesture, NULL);

  if (title == NULL)
    {
      cap_command_remove_action (command, id);
    }
  else
    {
      cap_set_string (&action->title, title);
      cap_command_put_action (command, action);
    }
  g_assert_true (cap_dossier_file_run (file, command, NULL));
  merge_fixture_close_file (file);
}

/* What was taken out here and only has another number there is no conflict; what was changed there comes back
 * with a number that is free. */
static void
test_comes_back (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *theirs = g_build_filename (fixture->folder, "theirs.capcedre", NULL);
  g_autoptr(CapDossier) dossier = NULL;
  const CapAction *back;
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, theirs);
  put_action_in (fixture->path, "here", "Ici");
  put_action_in (theirs, "there", "Là-bas");
  merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts);
  put_action_in (fixture->path, "there", NULL);
  answer_in (theirs, 0, 3);
  merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_level_in (fixture->path, "A1.1", 3);

  put_action_in (theirs, "there", "Là-bas, autrement");
  merge_fixture_merge (fixture->path, theirs, CAP_MERGE_THEIRS, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  dossier = merge_fixture_load (fixture->path);
  back = cap_dossier_find_action_by_id (dossier, "there");
  g_assert_nonnull (back);
  g_assert_cmpstr (back->title, ==, "Là-bas, autrement");
  g_assert_cmpuint (back->number, !=, cap_dossier_find_action_by_id (dossier, "here")->number);
  merge_fixture_assert_sound (fixture->path);
}

static void
retain_in (const char *path,
           const char *date)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);

  g_assert_true (cap_dossier_file_retain (file, date, NULL));
  merge_fixture_close_file (file);
}

static void
assert_retained (const char *path,
                 const char *date)
{
  g_autoptr(CapDossier) dossier = merge_fixture_load (path);

  g_assert_cmpstr (dossier->retained, ==, date);
  merge_fixture_assert_sound (path);
}

/* Until when the dossier is kept: what only one of both says anew holds. */
static void
test_retention (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *theirs = g_build_filename (fixture->folder, "theirs.capcedre", NULL);
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  retain_in (fixture->path, "2030-12-31");
  merge_fixture_copy_file (fixture->path, theirs);
  retain_in (theirs, "2028-12-31");
  answer_in (fixture->path, 0, 3);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 0);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_retained (fixture->path, "2028-12-31");

  /* Here alone since, and what was taken there is no change of its own. */
  retain_in (fixture->path, "2029-12-31");
  answer_in (theirs, 1, 3);
  merge_fixture_merge (theirs, fixture->path, CAP_MERGE_ASK, &n_conflicts);
  assert_retained (theirs, "2029-12-31");
  retain_in (fixture->path, NULL);
  merge_fixture_merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_retained (fixture->path, NULL);
  merge_fixture_merge (theirs, fixture->path, CAP_MERGE_ASK, &n_conflicts);
  assert_retained (theirs, NULL);
}

static void
test_both_retained (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *theirs = g_build_filename (fixture->folder, "theirs.capcedre", NULL);
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, theirs);
  retain_in (theirs, "2028-12-31");
  retain_in (fixture->path, "2029-12-31");
  for (CapMergeChoice choice = CAP_MERGE_ASK; choice <= CAP_MERGE_THEIRS; choice++)
    {
      g_autofree char *mine = g_build_filename (fixture->folder, "mine.capcedre", NULL);
      const gboolean taken = choice == CAP_MERGE_THEIRS;

      merge_fixture_copy_file (fixture->path, mine);
      merge_fixture_merge (mine, theirs, choice, &n_conflicts);
      g_assert_cmpuint (n_conflicts, ==, 1);
      assert_retained (mine, taken ? "2028-12-31" : "2029-12-31");
      if (choice == CAP_MERGE_ASK)
        continue;

      merge_fixture_merge (mine, theirs, CAP_MERGE_ASK, &n_conflicts);
      g_assert_cmpuint (n_conflicts, ==, 0);
      assert_retained (mine, taken ? "2028-12-31" : "2029-12-31");
    }
}

/* What synchronisations leave beside a dossier is found by what is in it, as long as it has something new. */
static void
test_siblings (StoreFixture  *fixture,
               gconstpointer  data)
{
  static const char * const endings[] = {
    " (conflicted copy 2027-03-12 140501)", " (Copie en conflit de Claire 2027-03-12)", "-PC-ACCUEIL",
    ".sync-conflict-20270312-140501-ABCDEFG", " (2)",
  };
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *stem = g_strndup (fixture->path, strlen (fixture->path) - strlen (".capcedre"));
      g_autofree char *sibling = g_strconcat (stem, endings[i], ".capcedre", NULL);

      merge_fixture_copy_file (fixture->path, sibling);
      g_assert_cmpuint (count_siblings (fixture->path), ==, 0); /* an older state of this one */
      answer_in (sibling, i, 3);
      g_assert_cmpuint (count_siblings (fixture->path), ==, 1);
      g_assert_cmpuint (merge_fixture_merge (fixture->path, sibling, CAP_MERGE_ASK, &n_conflicts), ==, 1);
      g_assert_cmpuint (count_siblings (fixture->path), ==, 0);
    }
}

/* Another dossier of a similar name is none. */
static void
test_no_sibling (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *stem = NULL;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  stem = g_strndup (fixture->path, strlen (fixture->path) - strlen (".capcedre"));
  path = g_steal_pointer (&fixture->path);
  fixture->path = g_strconcat (stem, " (2).capcedre", NULL);
  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  store_fixture_close (fixture);
  g_assert_cmpuint (count_siblings (path), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/merge/again", test_again);
  store_fixture_add ("/store/merge/done-again", test_done_again);
  store_fixture_add ("/store/merge/undone", test_undone_merge);
  store_fixture_add ("/store/merge/kept-mine", test_kept_mine);
  store_fixture_add ("/store/merge/each", test_each);
  store_fixture_add ("/store/merge/outdated", test_outdated);
  store_fixture_add ("/store/merge/comes-back", test_comes_back);
  store_fixture_add ("/store/merge/retention", test_retention);
  store_fixture_add ("/store/merge/both-retained", test_both_retained);
  store_fixture_add ("/store/merge/siblings", test_siblings);
  store_fixture_add ("/store/merge/no-sibling", test_no_sibling);

  return g_test_run ();
}
