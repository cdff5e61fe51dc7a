/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-evaluation-start.h"

G_BEGIN_DECLS

/**
 * CapStudyOutcome:
 * @CAP_STUDY_CARRIED: a new evaluation would take answers over: see @start
 * @CAP_STUDY_SAME: its last evaluation is on this very text already
 * @CAP_STUDY_OTHER: it never evaluated itself with this framework
 * @CAP_STUDY_MISSING: there is no file at that place
 * @CAP_STUDY_UNREADABLE: it is damaged, or is no dossier: see @fault
 * @CAP_STUDY_REFUSED: what the structure added cannot stand in this version:
 *   see @fault
 */
typedef enum
{
  CAP_STUDY_CARRIED,
  CAP_STUDY_SAME,
  CAP_STUDY_OTHER,
  CAP_STUDY_MISSING,
  CAP_STUDY_UNREADABLE,
  CAP_STUDY_REFUSED,
} CapStudyOutcome;

/**
 * CapDossierStudy:
 * @path: of the dossier
 * @title: name of the structure, or of the file when it could not be read
 * @start: (nullable): what a new evaluation on the version would be
 * @fault: (nullable): a sentence
 *
 * What a version of a framework would mean for a dossier.
 */
typedef struct
{
  char               *path;
  char               *title;
  CapStudyOutcome     outcome;
  CapEvaluationStart *start;
  char               *fault;
} CapDossierStudy;

/* Opens the dossier to read it: from the desktop, only through cap-library-async.h. */
CapDossierStudy *cap_dossier_study_new  (const char      *path,
                                         CapFramework    *framework) G_GNUC_WARN_UNUSED_RESULT;
void             cap_dossier_study_free (CapDossierStudy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapDossierStudy, cap_dossier_study_free)

G_END_DECLS
