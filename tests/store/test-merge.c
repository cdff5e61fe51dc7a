/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "store/cap-dossier-file.h"
#include "store/random-command.h"
#include "store/store-fixture.h"

#define N_PAIRS    25
#define N_COMMANDS 12

#define NOT_CONCERNED 100
#define NO_ROW        101

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, content, (gssize) length, &error);
  g_assert_no_error (error);
}

static CapDossierFile *
open_file (const char    *path,
           CapFileAccess  access)
{
  g_autoptr(GError) error = NULL;
  CapDossierFile *file = cap_dossier_file_open (path, access, store_fixture_read_framework, &error);

  g_assert_no_error (error);

  return file;
}

static void
close_file (CapDossierFile *file)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_publish (file, &error);
  g_assert_no_error (error);
  cap_dossier_file_close (file, &error);
  g_assert_no_error (error);
  cap_dossier_file_free (file);
}

static CapDossier *
load (const char *path)
{
  g_autoptr(CapDossierFile) file = open_file (path, CAP_FILE_READ);
  g_autoptr(GError) error = NULL;
  CapDossier *dossier = cap_dossier_file_load (file, &error);

  g_assert_no_error (error);

  return dossier;
}

/* Some gestures, some of them taken back. */
static void
work (const char *path,
      guint       n_commands)
{
  CapDossierFile *file = open_file (path, CAP_FILE_WRITE);

  for (guint i = 0; i < n_commands; i++)
    {
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
      g_autoptr(CapCommand) command = random_command_new (dossier);

      cap_dossier_file_run (file, command, NULL);
      if (g_test_rand_int_range (0, 6) == 0)
        g_free (cap_dossier_file_undo (file, NULL));
    }
  close_file (file);
}

static guint
merge (const char     *path,
       const char     *other_path,
       CapMergeChoice  choice,
       guint          *n_conflicts)
{
  CapDossierFile *file = open_file (path, CAP_FILE_WRITE);
  g_autoptr(CapDossierFile) other = open_file (other_path, CAP_FILE_READ);
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();
  g_autoptr(GError) error = NULL;

  cap_dossier_file_merge (file, other, choice, NULL, FALSE, report, &error);
  g_assert_no_error (error);
  close_file (file);
  *n_conflicts = report->conflicts->len;

  return report->n_taken;
}

static void
assert_sound (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = cap_dossier_file_check (path, store_fixture_read_framework, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* The level, that it is not concerned, or that there is no answer any more, which both may disagree on. */
static int
get_level (CapDossier *dossier,
           const char *code)
{
  const CapEvaluation *first = g_ptr_array_index (dossier->evaluations, 0);
  const CapAnswer *answer = cap_evaluation_get_answer (first, code);

  if (answer == NULL)
    return NO_ROW;
  if (answer->state == CAP_ANSWER_UNANSWERED)
    return CAP_LEVEL_UNSET;

  return answer->state == CAP_ANSWER_RATED ? answer->level : NOT_CONCERNED;
}

/* To people an answer that is gone and one without a level are the same. */
static int
say (int level)
{
  return level == NO_ROW ? CAP_LEVEL_UNSET : level;
}

/* What nobody had answered yet is as it was while it has no level. */
static gboolean
has_changed (int before,
             int now)
{
  return before == NO_ROW ? say (now) != CAP_LEVEL_UNSET : now != before;
}

/* No update is lost: a level that only one copy changed is the one that it gave; where both did, the choice
 * decides. */
static void
assert_levels (CapDossier     *base,
               CapDossier     *mine,
               CapDossier     *theirs,
               CapDossier     *merged,
               CapMergeChoice  choice)
{
  for (guint i = 0; i < STORE_FIXTURE_N_CRITERIA; i++)
    {
      g_autofree char *code = store_fixture_get_code (i);
      const int before = get_level (base, code);
      const int here = get_level (mine, code);
      const int there = get_level (theirs, code);
      const int now = get_level (merged, code);

      if (!has_changed (before, there))
        g_assert_cmpint (say (now), ==, say (here));
      else if (!has_changed (before, here) || say (here) == say (there))
        g_assert_cmpint (say (now), ==, say (there));
      else
        g_assert_cmpint (say (now), ==, say (choice == CAP_MERGE_MINE ? here : there));
    }
}

static guint
count_actions (CapDossier *dossier,
               CapDossier *base)
{
  guint n = 0;

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);

      n += cap_dossier_find_action_by_id (base, action->id) == NULL;
    }

  return n;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What people see of the answers and of the actions, without the numbers, which say who was there first. */
static char *
describe_work (CapDossier *dossier)
{
  const CapEvaluation *first = g_ptr_array_index (dossier->evaluations, 0);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < STORE_FIXTURE_N_CRITERIA; i++)
    {
      g_autofree char *code = store_fixture_get_code (i);
      const CapAnswer *answer = cap_evaluation_get_answer (first, code);
      const char *comment = answer != NULL ? answer->comment : "";

      g_ptr_array_add (lines, g_strdup_printf ("%s: %d %s", code, say (get_level (dossier, code)), comment));
    }
  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s: %s, %d, steps %u, notes %u", action->id, action->title,
                                               (int) action->state, action->steps->len, action->notes->len));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Whoever merges, the same comes of it, if the same copy is preferred. */
static void
assert_symmetric (const char     *mine_path,
                  const char     *theirs_path,
                  CapDossier     *merged,
                  CapMergeChoice  choice)
{
  g_autoptr(CapDossier) mirrored = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  guint n_conflicts;

  merge (theirs_path, mine_path, choice == CAP_MERGE_MINE ? CAP_MERGE_THEIRS : CAP_MERGE_MINE, &n_conflicts);
  mirrored = load (theirs_path);
  here = describe_work (merged);
  there = describe_work (mirrored);
  g_assert_cmpstr (here, ==, there);
}

static void
test_random_pairs (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *base_path = g_build_filename (fixture->folder, "base.capcedre", NULL);
  g_autofree char *mine_path = g_build_filename (fixture->folder, "mine.capcedre", NULL);
  g_autofree char *theirs_path = g_build_filename (fixture->folder, "theirs.capcedre", NULL);
  g_autofree char *merged_path = g_build_filename (fixture->folder, "merged.capcedre", NULL);

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  for (guint i = 0; i < N_PAIRS; i++)
    {
      const CapMergeChoice choice = i % 2 == 0 ? CAP_MERGE_MINE : CAP_MERGE_THEIRS;
      g_autoptr(CapDossier) base = NULL;
      g_autoptr(CapDossier) mine = NULL;
      g_autoptr(CapDossier) theirs = NULL;
      g_autoptr(CapDossier) merged = NULL;
      g_autoptr(CapDossier) again = NULL;
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;
      guint n_conflicts;

      copy_file (fixture->path, base_path);
      work (base_path, N_COMMANDS);
      copy_file (base_path, mine_path);
      copy_file (base_path, theirs_path);
      work (mine_path, N_COMMANDS);
      work (theirs_path, N_COMMANDS);
      copy_file (mine_path, merged_path);
      merge (merged_path, theirs_path, choice, &n_conflicts);
      assert_sound (merged_path);

      base = load (base_path);
      mine = load (mine_path);
      theirs = load (theirs_path);
      merged = load (merged_path);
      assert_levels (base, mine, theirs, merged, choice);
      g_assert_cmpuint (count_actions (merged, base), ==,
                        count_actions (mine, base) + count_actions (theirs, base));

      /* Once more changes nothing. */
      once = store_fixture_dump (merged);
      merge (merged_path, theirs_path, choice, &n_conflicts);
      again = load (merged_path);
      twice = store_fixture_dump (again);
      g_assert_cmpstr (once, ==, twice);

      assert_symmetric (mine_path, theirs_path, merged, choice);
    }
}

static void
add_pieces (const char *path,
            const char *first,
            const char *second)
{
  CapDossierFile *file = open_file (path, CAP_FILE_WRITE);
  const char *ids[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_EVIDENCE, NULL);
      g_autoptr(CapEvidence) piece = cap_evidence_new (ids[i], "Une pièce", NULL, NULL);

      cap_command_put_evidence (command, piece);
      g_assert_true (cap_dossier_file_run (file, command, NULL));
    }
  close_file (file);
}

static guint
get_number (const char *path,
            const char *id)
{
  g_autoptr(CapDossier) dossier = load (path);
  const CapEvidence *piece = cap_dossier_find_evidence (dossier, id);

  g_assert_nonnull (piece);

  return piece->number;
}

/* What has the number that the other one leaves: both keep those of here. */
static void
test_exchanged_numbers (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.capcedre", NULL);
  guint n_conflicts;
  guint first;
  guint second;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  copy_file (fixture->path, other_path);
  add_pieces (fixture->path, "one", "two");
  add_pieces (other_path, "two", "one");
  first = get_number (fixture->path, "one");
  second = get_number (fixture->path, "two");
  g_assert_cmpuint (get_number (other_path, "two"), ==, first);

  merge (fixture->path, other_path, CAP_MERGE_THEIRS, &n_conflicts);
  g_assert_cmpuint (get_number (fixture->path, "one"), ==, first);
  g_assert_cmpuint (get_number (fixture->path, "two"), ==, second);
  assert_sound (fixture->path);
}

/* One gesture of undo takes all of it back. */
static void
test_undo (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.capcedre", NULL);
  g_autoptr(CapDossier) before = NULL;
  g_autoptr(CapDossier) after = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  guint n_conflicts;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  copy_file (fixture->path, other_path);
  work (other_path, N_COMMANDS);
  before = load (fixture->path);
  merge (fixture->path, other_path, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  label = cap_dossier_file_undo (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (label, "other.capcedre"));
  after = cap_dossier_file_load (fixture->file, &error);
  was = store_fixture_dump (before);
  is = store_fixture_dump (after);
  g_assert_cmpstr (was, ==, is);
}

static void
answer_in (const char *path,
           guint       criterion,
           int         level)
{
  CapDossierFile *file = open_file (path, CAP_FILE_WRITE);
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
  g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, criterion, level);

  g_assert_true (cap_dossier_file_run (file, command, NULL));
  close_file (file);
}

static void
assert_level_in (const char *path,
                 const char *code,
                 int         level)
{
  g_autoptr(CapDossier) dossier = load (path);

  g_assert_cmpint (say (get_level (dossier, code)), ==, level);
}

static void
undo_in (const char *path,
         gboolean    redo)
{
  CapDossierFile *file = open_file (path, CAP_FILE_WRITE);
  g_autofree char *label = redo ? cap_dossier_file_redo (file, NULL) : cap_dossier_file_undo (file, NULL);

  g_assert_nonnull (label);
  close_file (file);
}

static guint
count_siblings (const char *path)
{
  CapDossierFile *file = open_file (path, CAP_FILE_WRITE);
  g_autoptr(GPtrArray) siblings = cap_dossier_file_list_siblings (file);

  close_file (file);

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
  copy_file (fixture->path, theirs);
  answer_in (theirs, 0, 3);
  g_assert_cmpuint (merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  answer_in (fixture->path, 0, 4);
  answer_in (theirs, 1, 1);
  g_assert_cmpuint (merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_level_in (fixture->path, "A1.1", 4);
  assert_level_in (fixture->path, "A1.2", 1);
  assert_sound (fixture->path);
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
  copy_file (fixture->path, theirs);
  for (guint i = 0; i < 2; i++)
    {
      answer_in (theirs, i, 3);
      answer_in (fixture->path, i, 1);
    }

  file = open_file (fixture->path, CAP_FILE_WRITE);
  other = open_file (theirs, CAP_FILE_READ);
  g_assert_true (cap_dossier_file_merge (file, other, CAP_MERGE_THEIRS, NULL, TRUE, seen, &error));
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
  g_assert_true (cap_dossier_file_merge (file, other, CAP_MERGE_MINE, exceptions, FALSE, report, &error));
  g_assert_cmpuint (report->n_taken, ==, 1);
  close_file (file);
  assert_level_in (fixture->path, "A1.1", 1);
  assert_level_in (fixture->path, "A1.2", 3);
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
  copy_file (fixture->path, theirs);
  undo_in (theirs, TRUE);
  g_assert_cmpuint (merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  assert_level_in (fixture->path, "A1.1", 3);

  undo_in (theirs, FALSE);
  g_assert_cmpuint (merge (fixture->path, theirs, CAP_MERGE_ASK, &n_conflicts), ==, 1);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_level_in (fixture->path, "A1.1", CAP_LEVEL_UNSET);
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

      copy_file (fixture->path, sibling);
      g_assert_cmpuint (count_siblings (fixture->path), ==, 0); /* an older state of this one */
      answer_in (sibling, i, 3);
      g_assert_cmpuint (count_siblings (fixture->path), ==, 1);
      g_assert_cmpuint (merge (fixture->path, sibling, CAP_MERGE_ASK, &n_conflicts), ==, 1);
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

  store_fixture_add ("/store/merge/random-pairs", test_random_pairs);
  store_fixture_add ("/store/merge/exchanged-numbers", test_exchanged_numbers);
  store_fixture_add ("/store/merge/undo", test_undo);

  store_fixture_add ("/store/merge/again", test_again);
  store_fixture_add ("/store/merge/done-again", test_done_again);
  store_fixture_add ("/store/merge/each", test_each);
  store_fixture_add ("/store/merge/siblings", test_siblings);
  store_fixture_add ("/store/merge/no-sibling", test_no_sibling);

  return g_test_run ();
}
