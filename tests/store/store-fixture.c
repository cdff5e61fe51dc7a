/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

/* Of the working copies. */
static char *state_home;

void
store_fixture_remove_tree (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        store_fixture_remove_tree (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}

static void
remove_state_home (void)
{
  store_fixture_remove_tree (state_home);
  g_clear_pointer (&state_home, g_free);
}

void
store_fixture_init (int    *argc,
                    char ***argv)
{
  g_autoptr(GError) error = NULL;

  state_home = g_dir_make_tmp ("cap-state-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_STATE_HOME", state_home, TRUE);
  atexit (remove_state_home);
  g_test_init (argc, argv, NULL);
}

/* A framework is a text with one code per line. */
CapFramework *
store_fixture_read_framework (GBytes      *source,
                              const char  *adaptation,
                              GError     **error)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (source, NULL), g_bytes_get_size (source));
  g_auto(GStrv) codes = g_strsplit (text, "\n", -1);
  CapFramework *framework = cap_framework_new ();
  CapTheme *theme = cap_theme_new ();
  CapObjective *objective = cap_objective_new ();

  if (!g_str_has_prefix (text, "A1"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not a framework");
      cap_theme_free (theme);
      cap_objective_free (objective);
      cap_framework_unref (framework);
      return NULL;
    }

  framework->id = g_strdup ("cap");
  framework->version = g_strdup ("1");
  for (int level = 0; level <= 4; level++)
    g_ptr_array_add (framework->levels, cap_level_new (level));
  theme->code = g_strdup ("A");
  objective->code = g_strdup ("A1");
  for (guint i = 0; codes[i] != NULL && *codes[i] != '\0'; i++)
    {
      CapCriterion *criterion = cap_criterion_new ();

      criterion->code = g_strdup (codes[i]);
      g_ptr_array_add (objective->criteria, criterion);
    }
  g_ptr_array_add (theme->objectives, objective);
  g_ptr_array_add (framework->themes, theme);
  cap_framework_seal (framework, source);
  framework->adaptation = g_strdup (adaptation);

  return framework;
}

char *
store_fixture_get_code (guint criterion)
{
  return g_strdup_printf ("A1.%u", criterion + 1);
}

CapFramework *
store_fixture_new_framework (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GBytes) source = NULL;

  for (guint i = 0; i < STORE_FIXTURE_N_CRITERIA; i++)
    {
      g_autofree char *code = store_fixture_get_code (i);

      g_string_append_printf (text, "%s\n", code);
    }
  source = g_string_free_to_bytes (g_steal_pointer (&text));

  return store_fixture_read_framework (source, NULL, NULL);
}

CapCommand *
store_fixture_new_creation (void)
{
  g_autoptr(CapMember) member = cap_member_new ("Les Jardins de l’Étang");
  g_autoptr(CapFramework) framework = store_fixture_new_framework ();
  g_autoptr(CapEvaluation) evaluation = NULL;
  CapCommand *command = cap_command_new (CAP_GESTURE_CREATE, NULL);

  g_strfreev (member->kinds);
  member->kinds = g_strsplit ("AI,ACI", ",", -1);
  evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, framework);
  cap_command_put_member (command, member);
  cap_command_put_evaluation (command, evaluation);

  return command;
}

CapCommand *
store_fixture_new_answer (const CapDossier *dossier,
                          guint             criterion,
                          int               level)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  g_autofree char *code = store_fixture_get_code (criterion);
  g_autoptr(CapAnswer) answer = cap_evaluation_dup_answer (evaluation, code);
  CapCommand *command = cap_command_new (CAP_GESTURE_ANSWER, code);

  cap_answer_rate (answer, level);
  cap_command_put_answer (command, evaluation->id, answer);

  return command;
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cap-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "Étang d’été.capcedre", NULL);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "cap-cedre", NULL);

  g_clear_pointer (&fixture->file, cap_dossier_file_free);
  store_fixture_remove_tree (fixture->folder);
  store_fixture_remove_tree (state);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A test that gets a folder of its own. */
void
store_fixture_add (const char  *test_path,
                   void       (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (test_path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

void
store_fixture_create (StoreFixture *fixture)
{
  g_autoptr(CapCommand) command = store_fixture_new_creation ();
  g_autoptr(GError) error = NULL;

  fixture->file = cap_dossier_file_create (fixture->path, command, store_fixture_read_framework, &error);
  g_assert_no_error (error);
}

void
store_fixture_open (StoreFixture  *fixture,
                    CapFileAccess  access)
{
  g_autoptr(GError) error = NULL;

  fixture->file = cap_dossier_file_open (fixture->path, access, store_fixture_read_framework, &error);
  g_assert_no_error (error);
}

void
store_fixture_close (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_close (fixture->file, &error);
  g_assert_no_error (error);
  g_clear_pointer (&fixture->file, cap_dossier_file_free);
}

void
store_fixture_answer (StoreFixture *fixture,
                      guint         criterion,
                      int           level)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, &error);
  g_autoptr(CapCommand) command = NULL;

  g_assert_no_error (error);
  command = store_fixture_new_answer (dossier, criterion, level);
  cap_dossier_file_run (fixture->file, command, &error);
  g_assert_no_error (error);
}

int
store_fixture_get_level (StoreFixture *fixture,
                         guint         criterion)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, &error);
  g_autofree char *code = store_fixture_get_code (criterion);
  const CapAnswer *answer;

  g_assert_no_error (error);
  answer = cap_evaluation_get_answer (cap_dossier_get_current (dossier), code);

  return answer != NULL ? answer->level : CAP_LEVEL_UNSET;
}

guint
store_fixture_count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
dump_answer (GString         *text,
             const CapAnswer *answer)
{
  g_string_append_printf (text, "answer %s %d %d “%s” “%s” %d\n", answer->criterion, answer->state,
                          answer->level, answer->comment, answer->reason, answer->discuss);

  for (guint i = 0; i < answer->evidence->len; i++)
    {
      const CapEvidence *evidence = g_ptr_array_index (answer->evidence, i);

      g_string_append_printf (text, "  evidence %s “%s” “%s” %s\n", evidence->id, evidence->title,
                              evidence->reference, evidence->date);
    }
}

static void
dump_action (GString         *text,
             const CapAction *action)
{
  g_autofree char *after = g_strjoinv (",", action->after);

  g_string_append_printf (text, "action %s %u “%s” %s %s %s %d %s %d %d\n", action->id, action->number,
                          action->title, action->owner, action->start, action->due,
                          action->state, action->service, action->level, action->target);
  g_string_append_printf (text, " “%s” “%s” %d “%s” %d %d %d %d %s %s %s %s %s “%s” %s %s “%s” %s %d"
                          " after %s\n",
                          action->description, action->expected, action->kind, action->contributors,
                          action->days_hundredths, action->euros, action->impact, action->effort,
                          action->indicator, action->created, action->news, action->done, action->closed,
                          action->reason, action->check_due, action->check_by, action->check_evidence,
                          action->checked, action->verdict, after);
  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);

      g_string_append_printf (text, " origin %d %s\n", origin->kind, origin->code);
    }
  for (guint i = 0; i < action->steps->len; i++)
    {
      const CapActionStep *step = g_ptr_array_index (action->steps, i);

      g_string_append_printf (text, " step %s %s %d\n", step->id, step->title, step->done);
    }
  for (guint i = 0; i < action->notes->len; i++)
    {
      const CapActionNote *note = g_ptr_array_index (action->notes, i);

      g_string_append_printf (text, " note %s %s %s\n", note->id, note->date, note->text);
    }
}

static void
dump_indicator (GString            *text,
                const CapIndicator *indicator)
{
  g_string_append_printf (text, "indicator %s %s “%s” “%s” “%s” %s %s %s %d %d %" G_GINT64_FORMAT " %"
                          G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", indicator->id, indicator->code,
                          indicator->label, indicator->definition, indicator->source, indicator->unit,
                          indicator->owner, indicator->objective, indicator->frequency, indicator->direction,
                          indicator->baseline, indicator->target, indicator->tolerance, indicator->created);
  for (guint i = 0; i < indicator->values->len; i++)
    {
      const CapIndicatorValue *value = g_ptr_array_index (indicator->values, i);

      g_string_append_printf (text, " value %s %" G_GINT64_FORMAT " %s\n", value->date, value->thousandths,
                              value->comment);
    }
}

static void
dump_record (GString         *text,
             const CapRecord *record)
{
  const CapRegister *reg = cap_register_get (record->kind);

  g_string_append_printf (text, "%s %s of %s", reg->name, record->id, record->parent);
  for (guint i = 0; i < reg->n_fields; i++)
    g_string_append_printf (text, " “%s”", cap_record_get (record, i));
  g_string_append_c (text, '\n');
}

static void
dump_evidence (GString           *text,
               const CapEvidence *evidence)
{
  g_string_append_printf (text, "piece %s %u “%s” “%s” %s %s %s “%s”\n", evidence->id, evidence->number,
                          evidence->title, evidence->reference, evidence->date, evidence->expires,
                          evidence->removed, evidence->reason);
  for (guint i = 0; i < evidence->files->len; i++)
    {
      const CapEvidenceFile *file = g_ptr_array_index (evidence->files, i);

      g_string_append_printf (text, " file %s %" G_GINT64_FORMAT " “%s” %s %s\n", file->sha256, file->size,
                              file->name, file->media_type, file->added);
    }
  for (guint i = 0; i < evidence->links->len; i++)
    {
      const CapEvidenceLink *link = g_ptr_array_index (evidence->links, i);

      g_string_append_printf (text, " link %d %s\n", link->place, link->target);
    }
}

/* All that a dossier holds, but the labels, as a text to compare. */
char *
store_fixture_dump (const CapDossier *dossier)
{
  GString *text = g_string_new (NULL);
  const CapMember *member = dossier->member;
  g_autofree char *kinds = g_strjoinv (",", member->kinds);

  g_string_append_printf (text, "%s “%s” %s %s %s %s %d %d %d %d %d\n", dossier->id, member->name,
                          member->siret, kinds, member->region, member->department, member->staff,
                          member->participants, member->fte_hundredths, member->sites, member->secondment);

  for (guint i = 0; i < dossier->evaluations->len; i++)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, i);

      g_string_append_printf (text, "evaluation %s %u %s %d %s\n", evaluation->id, evaluation->number,
                              evaluation->date, evaluation->mode, evaluation->framework->sha256);
      for (guint j = 0; j < evaluation->framework->criteria->len; j++)
        {
          const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, j);
          const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);

          if (answer != NULL)
            dump_answer (text, answer);
        }
    }

  for (guint i = 0; i < dossier->actions->len; i++)
    dump_action (text, g_ptr_array_index (dossier->actions, i));
  for (guint i = 0; i < dossier->indicators->len; i++)
    dump_indicator (text, g_ptr_array_index (dossier->indicators, i));
  for (guint i = 0; i < dossier->set_asides->len; i++)
    {
      const CapSetAside *set_aside = g_ptr_array_index (dossier->set_asides, i);

      g_string_append_printf (text, "set aside %d %s %d %s %s\n", set_aside->kind, set_aside->criterion,
                              set_aside->level, set_aside->reason, set_aside->date);
    }
  for (guint i = 0; i < dossier->reviews->len; i++)
    {
      const CapPlanReview *review = g_ptr_array_index (dossier->reviews, i);

      g_string_append_printf (text, "review %s %s %s\n", review->id, review->date, review->note);
    }

  for (guint kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      for (guint i = 0; i < dossier->registers[kind]->len; i++)
        dump_record (text, g_ptr_array_index (dossier->registers[kind], i));
    }
  for (guint i = 0; i < dossier->evidence->len; i++)
    dump_evidence (text, g_ptr_array_index (dossier->evidence, i));

  return g_string_free (text, FALSE);
}
