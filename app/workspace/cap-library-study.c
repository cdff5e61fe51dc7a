/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-library-study.h"

#include "base/cap-text.h"
#include "exchange/cap-adaptation-json.h"
#include "store/cap-dossier-file.h"

static CapDossier *
load_dossier (const char  *path,
              GError     **error)
{
  g_autoptr(CapDossierFile) file = cap_dossier_file_open (path, CAP_FILE_READ, cap_adapted_framework_read,
                                                          error);

  return file != NULL ? cap_dossier_file_load (file, error) : NULL;
}

static void
fail (CapDossierStudy *self,
      CapStudyOutcome  outcome,
      const GError    *error)
{
  self->outcome = outcome;
  self->fault = g_strdup (error->message);
}

static void
study (CapDossierStudy  *self,
       const CapDossier *dossier,
       CapFramework     *framework)
{
  const CapEvaluation *latest = cap_dossier_find_latest (dossier, framework->id);
  g_autoptr(GError) error = NULL;

  cap_set_string (&self->title, dossier->member->name);
  if (latest == NULL)
    {
      self->outcome = CAP_STUDY_OTHER;
      return;
    }
  if (g_str_equal (latest->framework->sha256, framework->sha256))
    {
      self->outcome = CAP_STUDY_SAME;
      return;
    }

  self->start = cap_evaluation_start_new (dossier, framework, latest->mode, latest->path, &error);
  if (self->start == NULL)
    fail (self, CAP_STUDY_REFUSED, error);
}

/**
 * cap_dossier_study_new:
 * @path: of a dossier, which is only read
 * @framework: a version of a framework, installed or not
 *
 * Finds what a new evaluation on @framework would take over from the last one
 * on another version of it. A file that cannot be read is one of the outcomes.
 *
 * Returns: (transfer full): the study
 */
CapDossierStudy *
cap_dossier_study_new (const char   *path,
                       CapFramework *framework)
{
  CapDossierStudy *self;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (path != NULL && framework != NULL, NULL);

  self = g_new0 (CapDossierStudy, 1);
  self->path = g_strdup (path);
  self->title = g_filename_display_basename (path);

  dossier = load_dossier (path, &error);
  if (dossier != NULL)
    study (self, dossier, framework);
  else
    fail (self, g_file_test (path, G_FILE_TEST_EXISTS) ? CAP_STUDY_UNREADABLE : CAP_STUDY_MISSING, error);

  return self;
}

void
cap_dossier_study_free (CapDossierStudy *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->start, cap_evaluation_start_free);
  g_free (self->path);
  g_free (self->title);
  g_free (self->fault);
  g_free (self);
}
