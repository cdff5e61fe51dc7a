/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/merge-fixture.h"

void
merge_fixture_copy_file (const char *from,
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

CapDossierFile *
merge_fixture_open_file (const char    *path,
                         CapFileAccess  access)
{
  g_autoptr(GError) error = NULL;
  CapDossierFile *file = cap_dossier_file_open (path, access, store_fixture_read_framework, &error);

  g_assert_no_error (error);

  return file;
}

void
merge_fixture_close_file (CapDossierFile *file)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_publish (file, &error);
  g_assert_no_error (error);
  cap_dossier_file_close (file, &error);
  g_assert_no_error (error);
  cap_dossier_file_free (file);
}

CapDossier *
merge_fixture_load (const char *path)
{
  g_autoptr(CapDossierFile) file = merge_fixture_open_file (path, CAP_FILE_READ);
  g_autoptr(GError) error = NULL;
  CapDossier *dossier = cap_dossier_file_load (file, &error);

  g_assert_no_error (error);

  return dossier;
}

guint
merge_fixture_merge (const char     *path,
                     const char     *other_path,
                     CapMergeChoice  choice,
                     guint          *n_conflicts)
{
  CapDossierFile *file = merge_fixture_open_file (path, CAP_FILE_WRITE);
  g_autoptr(CapDossierFile) other = merge_fixture_open_file (other_path, CAP_FILE_READ);
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();
  g_autoptr(GError) error = NULL;

  cap_dossier_file_merge (file, other, choice, NULL, FALSE, NULL, report, &error);
  g_assert_no_error (error);
  merge_fixture_close_file (file);
  *n_conflicts = report->conflicts->len;

  return report->n_taken;
}

void
merge_fixture_assert_sound (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = cap_dossier_file_check (path, store_fixture_read_framework, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* The level, that it is not concerned, or that there is no answer any more, which both may disagree on. */
int
merge_fixture_get_level (CapDossier *dossier,
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
int
merge_fixture_say (int level)
{
  return level == NO_ROW ? CAP_LEVEL_UNSET : level;
}
