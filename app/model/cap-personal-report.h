/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-personal-fields.h"
#include "model/cap-personal-finder.h"

G_BEGIN_DECLS

/**
 * CapPersonalPlace:
 * @what: in words: “Action 12, owner”
 * @around: the text that it stands in, shortened
 * @past: whether it is only in what was done before
 * @n: how many times
 */
typedef struct
{
  char     *what;
  char     *around;
  gboolean  past;
  guint     n;
} CapPersonalPlace;

/**
 * CapPersonalGroup:
 * @text: as it is written most recently
 * @key: the same however it is written
 * @spellings: (element-type utf8): how it is written
 * @places: (element-type CapPersonalPlace): those of now first
 *
 * One person, address or number.
 */
typedef struct
{
  CapPersonalKind  kind;
  char            *text;
  char            *key;
  GPtrArray       *spellings;
  GPtrArray       *places;
  guint            n_now;
  guint            n_past;
} CapPersonalGroup;

/**
 * CapPersonalColumn:
 * @label: in words: “Action, owner”
 * @n_values: how many rows have something there
 * @n_different: how many different ones
 *
 * A field that may name somebody, with what it holds.
 */
typedef struct
{
  char           *table;
  char           *column;
  char           *label;
  CapPersonalUse  use;
  guint           n_values;
  guint           n_different;
} CapPersonalColumn;

/**
 * CapPersonalReport:
 * @columns: (element-type CapPersonalColumn): those that say who first
 * @groups: (element-type CapPersonalGroup): those that are found most often first
 * @problem: (nullable): what failed once it was taken out, a sentence
 * @unread: (element-type utf8): names of files that hold no text: a person has to open them
 *
 * What a dossier says of people.
 */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *groups;
  GPtrArray *unread;
  guint      n_texts;
} CapPersonalReport;

CapPersonalReport *cap_personal_report_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void               cap_personal_report_free      (CapPersonalReport       *self);
CapPersonalGroup  *cap_personal_report_get_group (CapPersonalReport       *self,
                                                  CapPersonalKind          kind,
                                                  const char              *key,
                                                  const char              *text);
void               cap_personal_report_sort      (CapPersonalReport       *self);
CapPersonalColumn *cap_personal_column_new       (const char              *table,
                                                  const char              *column,
                                                  CapPersonalUse           use) G_GNUC_WARN_UNUSED_RESULT;

void               cap_personal_group_add        (CapPersonalGroup        *self,
                                                  const char              *what,
                                                  const char              *around,
                                                  const char              *spelling,
                                                  gboolean                 past);

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
 * @n_backups: backups that were deleted
 * @n_kept: backups that are still there
 * @files: (element-type CapSearchedFile): where it was searched afterwards, byte by byte
 * @left: (element-type utf8): where something like it still is, in words, and why
 * @unread: (element-type utf8): names of files that hold no text: a person has to open them
 *
 * What taking personal data out did, and the proof of it.
 */
typedef struct
{
  guint      n_now;
  guint      n_past;
  guint      n_contents;
  guint      n_backups;
  guint      n_kept;
  GPtrArray *files;
  GPtrArray *left;
  GPtrArray *unread;
  char      *problem;
} CapRedactionOutcome;

CapRedactionOutcome *cap_redaction_outcome_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void                 cap_redaction_outcome_free      (CapRedactionOutcome       *self);
void                 cap_redaction_outcome_add_file  (CapRedactionOutcome       *self,
                                                      const char                *path,
                                                      gint64                     size,
                                                      guint64                    n_found);
guint64              cap_redaction_outcome_get_found (const CapRedactionOutcome *self);
char                *cap_redaction_outcome_dup_proof (const CapRedactionOutcome *self)
                                                      G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPersonalReport, cap_personal_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapRedactionOutcome, cap_redaction_outcome_free)

G_END_DECLS
