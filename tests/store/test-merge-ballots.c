/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "store/merge-fixture.h"

/* Two ballots of one respondent, each entered in its own copy. */

static CapBallot *
find_ballot (CapDossier *dossier,
             const char *respondent)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  CapBallot *found = NULL;

  for (guint i = 0; i < evaluation->ballots->len; i++)
    {
      CapBallot *ballot = g_ptr_array_index (evaluation->ballots, i);

      if (g_str_equal (ballot->respondent, respondent))
        {
          g_assert_null (found);
          found = ballot;
        }
    }

  return found;
}

/* @levels: of A1.1, A1.2, A1.3; -1 for no vote */
static void
vote_in (const char *path,
         const char *respondent,
         const int   levels[3])
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
  const CapBallot *known = find_ballot (dossier, respondent);
  g_autofree char *id = known != NULL ? g_strdup (known->id) : g_uuid_string_random ();
  g_autoptr(CapBallot) ballot = cap_ballot_new (id, respondent, CAP_COLLEGE_PARCOURS);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_VOTES, respondent);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *code = store_fixture_get_code (i);

      if (levels[i] >= 0)
        cap_ballot_set_level (ballot, code, levels[i]);
    }
  cap_command_put_ballot (command, cap_dossier_get_current (dossier)->id, ballot);
  g_assert_true (cap_dossier_file_run (file, command, NULL));
  merge_fixture_close_file (file);
}

static void
assert_votes (const char *path,
              const char *respondent,
              const int   levels[3])
{
  g_autoptr(CapDossier) dossier = merge_fixture_load (path);
  const CapBallot *ballot = find_ballot (dossier, respondent);

  g_assert_nonnull (ballot);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *code = store_fixture_get_code (i);

      g_assert_cmpint (cap_ballot_get_level (ballot, code), ==, levels[i] >= 0 ? levels[i] : CAP_LEVEL_UNSET);
    }
  merge_fixture_assert_sound (path);
}

static const int here[] = { 1, 2, -1 };
static const int there[] = { 1, 4, 3 };
static const int elsewhere[] = { 0, 0, 0 };

/* Returns: (transfer full): another copy, where the same respondent said otherwise */
static char *
part (StoreFixture *fixture)
{
  char *other = g_build_filename (fixture->folder, "other.capcedre", NULL);

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, other);
  vote_in (fixture->path, "S-01", here);
  vote_in (other, "S-01", there);
  vote_in (other, "S-02", there);

  return other;
}

/* It is one choice for all of the ballot, and both sides say what they hold. */
static void
test_told (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *path = part (fixture);
  g_autoptr(CapDossierFile) file = merge_fixture_open_file (fixture->path, CAP_FILE_READ);
  g_autoptr(CapDossierFile) other = merge_fixture_open_file (path, CAP_FILE_READ);

  for (CapMergeChoice choice = CAP_MERGE_ASK; choice <= CAP_MERGE_THEIRS; choice++)
    {
      g_autoptr(CapMergeReport) report = cap_merge_report_new ();
      const CapMergeConflict *conflict;

      g_assert_true (cap_dossier_file_merge (file, other, choice, NULL, TRUE, NULL, report, NULL));
      g_assert_cmpuint (report->conflicts->len, ==, 1);
      conflict = g_ptr_array_index (report->conflicts, 0);
      g_assert_nonnull (conflict->id);
      g_assert_cmpstr (conflict->what, ==, "Votes S-01");
      g_assert_nonnull (strstr (conflict->mine, "2 votes, of which A1.2 2"));
      g_assert_nonnull (strstr (conflict->theirs, "3 votes, of which A1.2 4, A1.3 3"));
      g_assert_nonnull (conflict->mine_author);
      g_assert_nonnull (conflict->mine_made_at);
      g_assert_nonnull (conflict->theirs_author);
      g_assert_nonnull (conflict->theirs_made_at);
    }
}

static void
merge_each_way (StoreFixture   *fixture,
                CapMergeChoice  choice)
{
  const int *expected = choice == CAP_MERGE_MINE ? here : there;
  g_autofree char *other = part (fixture);
  guint n_conflicts = 0;

  merge_fixture_merge (fixture->path, other, choice, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_votes (fixture->path, "S-01", expected);
  assert_votes (fixture->path, "S-02", there);
  g_assert_cmpuint (merge_fixture_merge (fixture->path, other, choice, &n_conflicts), ==, 0);
  g_assert_cmpuint (n_conflicts, ==, 0);

  /* What was decided holds in the other copy too. */
  merge_fixture_merge (other, fixture->path, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_votes (other, "S-01", expected);
  assert_votes (other, "S-02", there);
}

static void
test_mine (StoreFixture  *fixture,
           gconstpointer  data)
{
  merge_each_way (fixture, CAP_MERGE_MINE);
}

static void
test_theirs (StoreFixture  *fixture,
             gconstpointer  data)
{
  merge_each_way (fixture, CAP_MERGE_THEIRS);
}

/* One undo brings back the ballot that was here. */
static void
test_undone (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *other = part (fixture);
  g_autofree char *label = NULL;
  guint n_conflicts = 0;

  merge_fixture_merge (fixture->path, other, CAP_MERGE_THEIRS, &n_conflicts);
  store_fixture_open (fixture, CAP_FILE_WRITE);
  label = cap_dossier_file_undo (fixture->file, NULL);
  g_assert_nonnull (label);
  store_fixture_close (fixture);
  assert_votes (fixture->path, "S-01", here);
}

/* Both say the same: there is nothing to decide. */
static void
test_same (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *other = part (fixture);
  guint n_conflicts = 0;

  vote_in (other, "S-01", here);
  merge_fixture_merge (fixture->path, other, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_votes (fixture->path, "S-01", here);
  merge_fixture_merge (other, fixture->path, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_votes (other, "S-01", here);
}

/* The ballot that was not kept went on there: it is the same choice again, and it can be taken as a whole. */
static void
test_went_on (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *other = part (fixture);
  guint n_conflicts = 0;

  merge_fixture_merge (fixture->path, other, CAP_MERGE_MINE, &n_conflicts);
  vote_in (other, "S-01", elsewhere);
  merge_fixture_merge (fixture->path, other, CAP_MERGE_THEIRS, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_votes (fixture->path, "S-01", elsewhere);
}

/* Each took the other’s: it is asked again, and no vote is lost meanwhile. */
static void
test_both_decided (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *other = part (fixture);
  g_autofree char *sent = g_build_filename (fixture->folder, "sent.capcedre", NULL);
  guint n_conflicts = 0;

  merge_fixture_copy_file (fixture->path, sent);
  merge_fixture_merge (fixture->path, other, CAP_MERGE_THEIRS, &n_conflicts);
  merge_fixture_merge (other, sent, CAP_MERGE_THEIRS, &n_conflicts);
  assert_votes (fixture->path, "S-01", there);
  assert_votes (other, "S-01", here);
  merge_fixture_merge (fixture->path, other, CAP_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_votes (fixture->path, "S-01", there);

  /* And what was voted since in one of them is not lost to a decision of the other. */
  vote_in (other, "S-01", elsewhere);
  merge_fixture_merge (fixture->path, other, CAP_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_votes (fixture->path, "S-01", there);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/merge/ballots/told", test_told);
  store_fixture_add ("/store/merge/ballots/mine", test_mine);
  store_fixture_add ("/store/merge/ballots/theirs", test_theirs);
  store_fixture_add ("/store/merge/ballots/undone", test_undone);
  store_fixture_add ("/store/merge/ballots/same", test_same);
  store_fixture_add ("/store/merge/ballots/went-on", test_went_on);
  store_fixture_add ("/store/merge/ballots/both-decided", test_both_decided);

  return g_test_run ();
}
