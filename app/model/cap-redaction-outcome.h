/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-personal-report.h"
#include "model/cap-personal-swaps.h"

G_BEGIN_DECLS

/**
 * CapSearchedFile:
 * @n_found: how many times something was found that should be gone
 */
typedef struct
{
  char    *path;
  gint64   size;
  guint64  n_found;
} CapSearchedFile;

/**
 * CapRedactionOutcome:
 * @n_now: places of the dossier as it is
 * @n_past: places of what was done before
 * @n_contents: files that are evidence whose text changed
 * @n_documents: files whose content was taken out as a whole
 * @n_backups: backups that were deleted
 * @n_kept: backups that are still there
 * @files: (element-type CapSearchedFile): where it was searched afterwards, byte by byte
 * @left: (element-type utf8): where something like it still is, in words, and why
 * @documents: (element-type CapPersonalDocument): the files that are still there, to be searched for words
 * that were taken out
 * @problem: (nullable): what failed once it was taken out, a sentence
 *
 * What taking personal data out did, and the proof of it.
 */
typedef struct
{
  guint      n_now;
  guint      n_past;
  guint      n_contents;
  guint      n_documents;
  guint      n_backups;
  guint      n_kept;
  GPtrArray *files;
  GPtrArray *left;
  GPtrArray *documents;
  char      *problem;
} CapRedactionOutcome;

CapRedactionOutcome *cap_redaction_outcome_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void                 cap_redaction_outcome_free      (CapRedactionOutcome       *self);
void                 cap_redaction_outcome_add_file  (CapRedactionOutcome       *self,
                                                      const char                *path,
                                                      gint64                     size,
                                                      guint64                    n_found);
void                 cap_redaction_outcome_add_left  (CapRedactionOutcome       *self,
                                                      char                      *reason);
void                 cap_redaction_outcome_take_text (CapRedactionOutcome       *self,
                                                      CapPersonalDocument       *document,
                                                      const CapPersonalSwaps    *swaps,
                                                      const char                *text,
                                                      gboolean                   whole);
gboolean             cap_redaction_outcome_is_clean  (const CapRedactionOutcome *self);
guint64              cap_redaction_outcome_get_found (const CapRedactionOutcome *self);
char                *cap_redaction_outcome_dup_proof (const CapRedactionOutcome *self)
                                                      G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapRedactionOutcome, cap_redaction_outcome_free)

G_END_DECLS
