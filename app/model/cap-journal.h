/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/**
 * CapDeed:
 * @CAP_DEED_DONE: a gesture was done
 * @CAP_DEED_UNDONE: it was undone
 * @CAP_DEED_REDONE: it was done again
 */
typedef enum
{
  CAP_DEED_DONE,
  CAP_DEED_UNDONE,
  CAP_DEED_REDONE,
} CapDeed;

/**
 * CapJournalChange:
 * @what: what changed, in words: “Answer A1.2, level”
 * @before: (nullable): what it was; %NULL when there was nothing
 * @after: (nullable): what it became; %NULL when there is nothing
 *
 * Of something that came or went as a whole, @after says which of both.
 */
typedef struct
{
  char *what;
  char *before;
  char *after;
} CapJournalChange;

/**
 * CapJournalEntry:
 * @sequence: rank in the journal, from 1
 * @deed: whether it was done, undone or done again
 * @kind: what it is, with @detail
 * @made_at: when, ISO 8601 in UTC: `2027-03-12T14:05:00Z`
 * @author: who
 * @changes: (element-type CapJournalChange): what it changed, whatever the deed: what was undone went from
 *   after to before
 * @n_more: how many changes are not in @changes, which has the first ones
 *
 * One line of the journal, to be read.
 */
typedef struct
{
  gint64      sequence;
  CapDeed     deed;
  CapGesture  kind;
  char       *detail;
  char       *made_at;
  char       *author;
  GPtrArray  *changes;
  guint       n_more;
} CapJournalEntry;

/**
 * CapJournalQuery:
 * @search: (nullable): words that what is wanted has, in its label, its author or its changes, as people
 *   type them
 * @object: (nullable): UUID of what is wanted, or code of a criterion
 * @table: (nullable): name of the only table that is meant
 * @key: (nullable): of its only row that is meant, as the store writes it
 * @points: whether only restore points are wanted, without their changes: those that people made, and what is
 *   large enough to be returned to what was before it
 * @before: rank of the line that the wanted ones come before; 0: the end
 * @limit: how many at most
 */
typedef struct
{
  const char *search;
  const char *object;
  const char *table;
  const char *key;
  gboolean    points;
  gint64      before;
  guint       limit;
} CapJournalQuery;

const char       *cap_deed_to_name            (CapDeed                deed);
CapDeed           cap_deed_from_name          (const char            *name);

CapJournalEntry  *cap_journal_entry_new       (void) G_GNUC_WARN_UNUSED_RESULT;
char             *cap_journal_entry_dup_label (const CapJournalEntry *self) G_GNUC_WARN_UNUSED_RESULT;
char             *cap_journal_entry_dup_text  (const CapJournalEntry *self) G_GNUC_WARN_UNUSED_RESULT;
void              cap_journal_entry_free      (CapJournalEntry       *self);

CapJournalChange *cap_journal_change_new      (char                  *what,
                                               char                  *before,
                                               char                  *after) G_GNUC_WARN_UNUSED_RESULT;
void              cap_journal_change_free     (CapJournalChange      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapJournalEntry, cap_journal_entry_free)

G_END_DECLS
