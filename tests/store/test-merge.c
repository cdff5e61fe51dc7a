/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "store/merge-fixture.h"
#include "store/random-command.h"
#include "store/store-fixture.h"

#define N_PAIRS    25
#define N_COMMANDS 12

/* Some gestures, some of them taken back. */
static void
work (const char *path,
      guint       n_commands)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);

  for (guint i = 0; i < n_commands; i++)
    {
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
      g_autoptr(CapCommand) command = random_command_new (dossier);

      cap_dossier_file_run (file, command, NULL);
      if (g_test_rand_int_range (0, 6) == 0)
        g_free (cap_dossier_file_undo (file, NULL));
    }
  merge_fixture_close_file (file);
}

/* What nobody had answered yet is as it was while it has no level. */
static gboolean
has_changed (int before,
             int now)
{
  return before == NO_ROW ? merge_fixture_say (now) != CAP_LEVEL_UNSET : now != before;
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
      const int before = merge_fixture_get_level (base, code);
      const int here = merge_fixture_get_level (mine, code);
      const int there = merge_fixture_get_level (theirs, code);
      const int now = merge_fixture_get_level (merged, code);

      if (!has_changed (before, there))
        g_assert_cmpint (merge_fixture_say (now), ==, merge_fixture_say (here));
      else if (!has_changed (before, here) || merge_fixture_say (here) == merge_fixture_say (there))
        g_assert_cmpint (merge_fixture_say (now), ==, merge_fixture_say (there));
      else
        g_assert_cmpint (merge_fixture_say (now), ==,
                         merge_fixture_say (choice == CAP_MERGE_MINE ? here : there));
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
      const int level = merge_fixture_say (merge_fixture_get_level (dossier, code));

      g_ptr_array_add (lines, g_strdup_printf ("%s: %d %s", code, level, comment));
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

  merge_fixture_merge (theirs_path, mine_path, choice == CAP_MERGE_MINE ? CAP_MERGE_THEIRS : CAP_MERGE_MINE,
                       &n_conflicts);
  mirrored = merge_fixture_load (theirs_path);
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

      merge_fixture_copy_file (fixture->path, base_path);
      work (base_path, N_COMMANDS);
      merge_fixture_copy_file (base_path, mine_path);
      merge_fixture_copy_file (base_path, theirs_path);
      work (mine_path, N_COMMANDS);
      work (theirs_path, N_COMMANDS);
      merge_fixture_copy_file (mine_path, merged_path);
      merge_fixture_merge (merged_path, theirs_path, choice, &n_conflicts);
      merge_fixture_assert_sound (merged_path);

      base = merge_fixture_load (base_path);
      mine = merge_fixture_load (mine_path);
      theirs = merge_fixture_load (theirs_path);
      merged = merge_fixture_load (merged_path);
      assert_levels (base, mine, theirs, merged, choice);
      g_assert_cmpuint (count_actions (merged, base), ==,
                        count_actions (mine, base) + count_actions (theirs, base));

      /* Once more changes nothing. */
      once = store_fixture_dump (merged);
      merge_fixture_merge (merged_path, theirs_path, choice, &n_conflicts);
      again = merge_fixture_load (merged_path);
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
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);
  const char *ids[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_EVIDENCE, NULL);
      g_autoptr(CapEvidence) piece = cap_evidence_new (ids[i], "Une pièce", NULL, NULL);

      cap_command_put_evidence (command, piece);
      g_assert_true (cap_dossier_file_run (file, command, NULL));
    }
  merge_fixture_close_file (file);
}

static guint
get_number (const char *path,
            const char *id)
{
  g_autoptr(CapDossier) dossier = merge_fixture_load (path);
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
  merge_fixture_copy_file (fixture->path, other_path);
  add_pieces (fixture->path, "one", "two");
  add_pieces (other_path, "two", "one");
  first = get_number (fixture->path, "one");
  second = get_number (fixture->path, "two");
  g_assert_cmpuint (get_number (other_path, "two"), ==, first);

  merge_fixture_merge (fixture->path, other_path, CAP_MERGE_THEIRS, &n_conflicts);
  g_assert_cmpuint (get_number (fixture->path, "one"), ==, first);
  g_assert_cmpuint (get_number (fixture->path, "two"), ==, second);
  merge_fixture_assert_sound (fixture->path);
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
  merge_fixture_copy_file (fixture->path, other_path);
  work (other_path, N_COMMANDS);
  before = merge_fixture_load (fixture->path);
  merge_fixture_merge (fixture->path, other_path, CAP_MERGE_ASK, &n_conflicts);
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

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/merge/random-pairs", test_random_pairs);
  store_fixture_add ("/store/merge/exchanged-numbers", test_exchanged_numbers);
  store_fixture_add ("/store/merge/undo", test_undo);


  return g_test_run ();
}
