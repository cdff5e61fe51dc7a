/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/cap-text.h"
#include "store/merge-fixture.h"
#include "store/random-command.h"

/* Two copies that are merged again and again, either way, while people go on in both. */

#define N_TRIALS 5
#define N_ROUNDS 5
#define N_COMMANDS 5
#define N_CELLS  4 /* the comments of so many answers: each edit writes something new */

/* What is said somewhere in one copy. @current: the edits and decisions that say it; @known: all those that
 * this copy has seen; @decisions: those of them that decided between both copies. */
typedef struct
{
  char    *text;
  guint64  current;
  guint64  known;
  guint64  decisions;
} Cell;

typedef struct
{
  char *path;
  Cell  cells[N_CELLS];
} Copy;

static guint n_said[N_CELLS];

static void
say (Cell       *cell,
     guint       at,
     const char *text)
{
  g_free (cell->text);
  cell->text = g_strdup (text);
  g_assert_cmpuint (n_said[at], <, 64);
  cell->current = G_GUINT64_CONSTANT (1) << n_said[at]++;
  cell->known |= cell->current;
}

static void
comment_in (const char *path,
            guint       criterion,
            const char *text)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  g_autofree char *code = store_fixture_get_code (criterion);
  g_autoptr(CapAnswer) answer = cap_evaluation_dup_answer (evaluation, code);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_ANSWER, code);

  cap_set_string (&answer->comment, text);
  cap_command_put_answer (command, evaluation->id, answer);
  g_assert_true (cap_dossier_file_run (file, command, NULL));
  merge_fixture_close_file (file);
}

static char *
dup_comment (const char *path,
             guint       criterion)
{
  g_autoptr(CapDossier) dossier = merge_fixture_load (path);
  g_autofree char *code = store_fixture_get_code (criterion);
  const CapAnswer *answer = cap_evaluation_get_answer (cap_dossier_get_current (dossier), code);

  return g_strdup (answer != NULL && answer->comment != NULL ? answer->comment : "");
}

static void
assert_comment (const char *path,
                guint       criterion,
                const char *text)
{
  g_autofree char *comment = dup_comment (path, criterion);

  g_assert_cmpstr (comment, ==, text);
}

static void
work (Copy *self)
{
  static guint n_texts;

  for (int n = g_test_rand_int_range (0, 3); n > 0; n--)
    {
      const guint at = (guint) g_test_rand_int_range (0, N_CELLS);
      g_autofree char *text = g_strdup_printf ("Dit %u", ++n_texts);

      comment_in (self->path, at, text);
      say (&self->cells[at], at, text);
    }
}

/* People are asked where each copy has something that the other has not seen: another text, or a decision. */
static gboolean
is_conflict (const Cell *mine,
             const Cell *theirs)
{
  const gboolean seen_here = (theirs->current & mine->known) != 0;
  const gboolean seen_there = (mine->current & theirs->known) != 0;
  const gboolean both_decided = (theirs->decisions & ~mine->known) != 0 &&
                                (mine->decisions & ~theirs->known) != 0;

  return g_strcmp0 (mine->text, theirs->text) != 0 && (seen_here == seen_there || both_decided);
}

static gboolean
join (Cell           *mine,
      const Cell     *theirs,
      guint           at,
      CapMergeChoice  choice)
{
  const gboolean same = g_strcmp0 (mine->text, theirs->text) == 0;
  const gboolean conflict = is_conflict (mine, theirs);
  const gboolean taken = conflict ? choice == CAP_MERGE_THEIRS : (theirs->current & mine->known) == 0;
  g_autofree char *text = g_strdup (taken ? theirs->text : mine->text);

  mine->known |= theirs->known;
  mine->decisions |= theirs->decisions;
  if (conflict)
    {
      say (mine, at, text);
      mine->decisions |= mine->current;
      mine->current |= taken ? theirs->current : 0;
    }
  else if (same)
    mine->current |= theirs->current;
  else if (taken)
    {
      g_free (mine->text);
      mine->text = g_steal_pointer (&text);
      mine->current = theirs->current;
    }

  return conflict;
}

static void
assert_cells (const Copy *self)
{
  for (guint i = 0; i < N_CELLS; i++)
    assert_comment (self->path, i, self->cells[i].text);
}

/* Whoever merges, the same comes of it, if the same copy is preferred. */
static void
assert_symmetric (const Copy     *mine,
                  const Copy     *theirs,
                  CapMergeChoice  choice,
                  const Copy     *merged)
{
  g_autofree char *mirrored = g_strconcat (theirs->path, "-mirrored", NULL);
  guint n_conflicts = 0;

  merge_fixture_copy_file (theirs->path, mirrored);
  merge_fixture_merge (mirrored, mine->path, choice == CAP_MERGE_MINE ? CAP_MERGE_THEIRS : CAP_MERGE_MINE,
                       &n_conflicts);
  for (guint i = 0; i < N_CELLS; i++)
    assert_comment (mirrored, i, merged->cells[i].text);
}

static void
merge (Copy           *self,
       const Copy     *other,
       CapMergeChoice  choice)
{
  g_autofree char *before_path = g_strconcat (self->path, "-before", NULL);
  const Copy before = { .path = before_path };
  guint n_conflicts = 0;
  guint n_expected = 0;

  merge_fixture_copy_file (self->path, before_path);
  for (guint i = 0; i < N_CELLS; i++)
    n_expected += join (&self->cells[i], &other->cells[i], i, choice);
  merge_fixture_merge (self->path, other->path, choice, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, n_expected);
  assert_cells (self);
  assert_symmetric (&before, other, choice, self);

  g_assert_cmpuint (merge_fixture_merge (self->path, other->path, choice, &n_conflicts), ==, 0);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_cells (self);
}

static CapMergeChoice
choose (void)
{
  return g_test_rand_bit () ? CAP_MERGE_MINE : CAP_MERGE_THEIRS;
}

static void
copy_cells (Copy       *to,
            const Copy *from)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      g_free (to->cells[i].text);
      to->cells[i] = from->cells[i];
      to->cells[i].text = g_strdup (from->cells[i].text);
    }
}

static void
copy_clear (Copy *self)
{
  for (guint i = 0; i < N_CELLS; i++)
    g_free (self->cells[i].text);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copy, copy_clear)

/* One takes in the other, then perhaps the other takes in the first, as it is now or as it was before. */
static void
meet (Copy *first,
      Copy *second)
{
  g_auto(Copy) sent = { .path = g_strconcat (first->path, "-sent", NULL) };
  const int way = g_test_rand_int_range (0, 3);

  merge_fixture_copy_file (first->path, sent.path);
  copy_cells (&sent, first);
  merge (first, second, choose ());
  if (way == 1)
    merge (second, first, choose ());
  else if (way == 2)
    merge (second, &sent, choose ());
}

static void
test_random_rounds (StoreFixture  *fixture,
                    gconstpointer  data)
{
  store_fixture_create (fixture);
  store_fixture_close (fixture);
  for (guint i = 0; i < N_TRIALS; i++)
    {
      g_auto(Copy) one = { .path = g_build_filename (fixture->folder, "one.capcedre", NULL) };
      g_auto(Copy) two = { .path = g_build_filename (fixture->folder, "two.capcedre", NULL) };

      merge_fixture_copy_file (fixture->path, one.path);
      memset (n_said, 0, sizeof n_said);
      for (guint at = 0; at < N_CELLS; at++)
        {
          say (&one.cells[at], at, "Au début");
          comment_in (one.path, at, "Au début");
        }
      merge_fixture_copy_file (one.path, two.path);
      copy_cells (&two, &one);
      for (guint round = 0; round < N_ROUNDS; round++)
        {
          work (&one);
          work (&two);
          if (g_test_rand_bit ())
            meet (&one, &two);
          else
            meet (&two, &one);
        }
      merge_fixture_assert_sound (one.path);
      merge_fixture_assert_sound (two.path);
    }
}

/* Gestures of all kinds, some of them taken back: merges too. */
static void
do_anything (const char *path)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);

  for (guint i = 0; i < N_COMMANDS; i++)
    {
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
      g_autoptr(CapCommand) command = random_command_new (dossier);

      if (g_test_rand_int_range (0, 5) == 0)
        g_free (cap_dossier_file_undo (file, NULL));
      else
        cap_dossier_file_run (file, command, NULL);
    }
  merge_fixture_close_file (file);
}

static void
merge_soundly (const char *path,
               const char *other)
{
  guint n_conflicts = 0;

  merge_fixture_merge (path, other, choose (), &n_conflicts);
  merge_fixture_assert_sound (path);
  g_assert_cmpuint (merge_fixture_merge (path, other, CAP_MERGE_ASK, &n_conflicts), ==, 0);
  g_assert_cmpuint (n_conflicts, ==, 0);
}

/* Whatever was done and undone, what comes of it is a dossier, and doing it again changes nothing. */
static void
test_random_work (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *one = g_build_filename (fixture->folder, "one.capcedre", NULL);
  g_autofree char *two = g_build_filename (fixture->folder, "two.capcedre", NULL);
  g_autofree char *sent = g_build_filename (fixture->folder, "sent.capcedre", NULL);

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  for (guint i = 0; i < N_TRIALS; i++)
    {
      merge_fixture_copy_file (fixture->path, one);
      do_anything (one);
      merge_fixture_copy_file (one, two);
      for (guint round = 0; round < N_ROUNDS; round++)
        {
          do_anything (one);
          do_anything (two);
          merge_fixture_copy_file (one, sent);
          merge_soundly (one, two);
          merge_soundly (two, g_test_rand_bit () ? sent : one);
        }
    }
}

/* What the other copy only took from this one is no change of its own: what was changed here since wins. */
static void
test_taken_is_not_own (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.capcedre", NULL);
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, other);
  comment_in (fixture->path, 0, "D’abord");
  comment_in (other, 1, "Là-bas");
  merge_fixture_merge (other, fixture->path, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  comment_in (fixture->path, 0, "Ensuite");
  merge_fixture_merge (fixture->path, other, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_comment (fixture->path, 0, "Ensuite");
  assert_comment (fixture->path, 1, "Là-bas");
  merge_fixture_assert_sound (fixture->path);
}

/* Even if what was changed here since is that it is again what it was at first. */
static void
test_taken_back_here (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.capcedre", NULL);
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  comment_in (fixture->path, 0, "Au début");
  merge_fixture_copy_file (fixture->path, other);
  comment_in (fixture->path, 0, "Essayé");
  comment_in (other, 1, "Là-bas");
  merge_fixture_merge (other, fixture->path, CAP_MERGE_ASK, &n_conflicts);
  comment_in (fixture->path, 0, "Au début");
  merge_fixture_merge (fixture->path, other, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_comment (fixture->path, 0, "Au début");
  assert_comment (fixture->path, 1, "Là-bas");
}

/* What was decided there with this copy before the eyes is not asked again; what both changed since is. */
static void
test_decided_there (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.capcedre", NULL);
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, other);
  for (guint i = 0; i < 2; i++)
    {
      comment_in (fixture->path, i, "Ici");
      comment_in (other, i, "Là-bas");
    }
  merge_fixture_merge (other, fixture->path, CAP_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 2);
  comment_in (fixture->path, 1, "Ici, ensuite");
  merge_fixture_merge (fixture->path, other, CAP_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_comment (fixture->path, 0, "Là-bas");
  assert_comment (fixture->path, 1, "Ici, ensuite");
}

/* Each decided for what the other had: nobody knows which is right, and it is asked. */
static void
test_both_decided (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.capcedre", NULL);
  g_autofree char *sent = g_build_filename (fixture->folder, "sent.capcedre", NULL);
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, other);
  comment_in (fixture->path, 0, "Ici");
  comment_in (other, 0, "Là-bas");
  merge_fixture_copy_file (fixture->path, sent);
  merge_fixture_merge (fixture->path, other, CAP_MERGE_THEIRS, &n_conflicts);
  merge_fixture_merge (other, sent, CAP_MERGE_THEIRS, &n_conflicts);
  assert_comment (fixture->path, 0, "Là-bas");
  assert_comment (other, 0, "Ici");
  g_assert_cmpuint (merge_fixture_merge (fixture->path, other, CAP_MERGE_MINE, &n_conflicts), ==, 0);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_comment (fixture->path, 0, "Là-bas");
}

/* Who undoes a merge in one copy wants that copy as it was; what the other one had done itself is not undone
 * by that unseen. */
static void
test_undone_there (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.capcedre", NULL);
  g_autofree char *label = NULL;
  CapDossierFile *file;
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  comment_in (fixture->path, 0, "Au début");
  merge_fixture_copy_file (fixture->path, other);
  comment_in (fixture->path, 0, "Ici");
  comment_in (fixture->path, 2, "Ici aussi");
  comment_in (other, 1, "Là-bas");
  merge_fixture_merge (other, fixture->path, CAP_MERGE_ASK, &n_conflicts);
  merge_fixture_merge (fixture->path, other, CAP_MERGE_ASK, &n_conflicts);
  file = merge_fixture_open_file (other, CAP_FILE_WRITE);
  label = cap_dossier_file_undo (file, NULL);
  g_assert_nonnull (label);
  merge_fixture_close_file (file);
  assert_comment (other, 0, "Au début");

  merge_fixture_merge (fixture->path, other, CAP_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  assert_comment (fixture->path, 0, "Ici");
  assert_comment (fixture->path, 1, "Là-bas");
  assert_comment (fixture->path, 2, "Ici aussi");
  merge_fixture_merge (fixture->path, other, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
}

/* @command: (transfer full) */
static void
run_in (const char *path,
        CapCommand *command)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);

  g_assert_true (cap_dossier_file_run (file, command, NULL));
  merge_fixture_close_file (file);
  cap_command_free (command);
}

/* What had no room in the other copy was told there; it is told here too before it goes. */
static void
test_refused_there (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.capcedre", NULL);
  CapCommand *added = cap_command_new (CAP_GESTURE_ACTION, NULL);
  CapCommand *noted = cap_command_new (CAP_GESTURE_ACTION, NULL);
  CapCommand *removed = cap_command_new (CAP_GESTURE_REMOVE_ACTION, NULL);
  g_autoptr(CapAction) action = cap_action_new ("action", "Une action");
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  cap_command_put_action (added, action);
  run_in (fixture->path, added);
  merge_fixture_copy_file (fixture->path, other);
  g_ptr_array_add (action->notes, cap_action_note_new (NULL, "2027-03-12", "Dit ici"));
  cap_command_put_action (noted, action);
  run_in (fixture->path, noted);
  cap_command_remove_action (removed, "action");
  run_in (other, removed);
  merge_fixture_merge (other, fixture->path, CAP_MERGE_MINE, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
  merge_fixture_merge (fixture->path, other, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 1);
}

static void
add_document (const char *path,
              const char *id,
              const char *title)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, NULL);
  g_autoptr(CapRecord) record = cap_record_new (CAP_REGISTER_DOCUMENT, id);

  cap_record_set (record, CAP_DOCUMENT_CODE, "DOC-01");
  cap_record_set (record, CAP_DOCUMENT_TITLE, title);
  cap_record_set (record, CAP_DOCUMENT_KIND, "form");
  cap_record_set (record, CAP_DOCUMENT_STATE, "draft");
  cap_command_put_record (command, record);
  g_assert_true (cap_dossier_file_run (file, command, NULL));
  merge_fixture_close_file (file);
}

static void
assert_code (const char *path,
             const char *id,
             const char *code)
{
  g_autoptr(CapDossier) dossier = merge_fixture_load (path);
  const CapRecord *record = cap_dossier_find_record (dossier, CAP_REGISTER_DOCUMENT, id);

  g_assert_nonnull (record);
  g_assert_cmpstr (cap_record_get_code (record), ==, code);
}

/* A code that only the merge gave there does not come back: what is here keeps its own. */
static void
test_given_codes (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.capcedre", NULL);
  guint n_conflicts = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  merge_fixture_copy_file (fixture->path, other);
  add_document (fixture->path, "here", "Ici");
  add_document (other, "there", "Là-bas");
  merge_fixture_merge (other, fixture->path, CAP_MERGE_ASK, &n_conflicts);
  assert_code (other, "here", "DOC-02");
  merge_fixture_merge (fixture->path, other, CAP_MERGE_ASK, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 0);
  assert_code (fixture->path, "here", "DOC-01");
  merge_fixture_assert_sound (fixture->path);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/merge/taken-is-not-own", test_taken_is_not_own);
  store_fixture_add ("/store/merge/taken-back-here", test_taken_back_here);
  store_fixture_add ("/store/merge/decided-there", test_decided_there);
  store_fixture_add ("/store/merge/both-decided", test_both_decided);
  store_fixture_add ("/store/merge/undone-there", test_undone_there);
  store_fixture_add ("/store/merge/refused-there", test_refused_there);
  store_fixture_add ("/store/merge/given-codes", test_given_codes);
  store_fixture_add ("/store/merge/random-rounds", test_random_rounds);
  store_fixture_add ("/store/merge/random-work", test_random_work);

  return g_test_run ();
}
