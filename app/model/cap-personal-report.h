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
 * CapPersonalReading:
 * @CAP_PERSONAL_UNREAD: a picture, a scan, a format that nothing here reads: a person has to open it
 * @CAP_PERSONAL_READ_PARTLY: there are pages without any text
 * @CAP_PERSONAL_READ: all that it says in letters
 *
 * How much of a file was searched.
 */
typedef enum
{
  CAP_PERSONAL_UNREAD,
  CAP_PERSONAL_READ_PARTLY,
  CAP_PERSONAL_READ,
} CapPersonalReading;

/**
 * CapPersonalDocument:
 * @sha256: of its content
 * @name: (nullable): %NULL when it is only in what was done before
 * @n_found: how many times something was found in it
 *
 * A file of the dossier. The store reads those that are plain text, and leaves the others unread: whoever
 * knows their format takes their text in.
 */
typedef struct
{
  char               *sha256;
  char               *name;
  CapPersonalReading  reading;
  guint               n_found;
} CapPersonalDocument;

/**
 * CapPersonalReport:
 * @columns: (element-type CapPersonalColumn): those that say who first
 * @groups: (element-type CapPersonalGroup): those that are found most often first
 * @documents: (element-type CapPersonalDocument): the files, those in which something was found first, then
 * those that were not read
 *
 * What a dossier says of people.
 */
typedef struct
{
  GPtrArray  *columns;
  GPtrArray  *groups;
  GPtrArray  *documents;
  GHashTable *by_key; /* the groups again, by what they are and their key */
  guint       n_texts;
} CapPersonalReport;

CapPersonalReport *cap_personal_report_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void               cap_personal_report_free      (CapPersonalReport       *self);
void               cap_personal_report_add       (CapPersonalReport       *self,
                                                  const CapPersonalSpan   *span,
                                                  const char              *text,
                                                  const char              *what,
                                                  gboolean                 past);
void               cap_personal_report_take_text (CapPersonalReport       *self,
                                                  CapPersonalDocument     *document,
                                                  const CapPersonalFinder *finder,
                                                  const char              *text,
                                                  gboolean                 whole);
void               cap_personal_report_sort      (CapPersonalReport       *self);
CapPersonalColumn *cap_personal_column_new       (const char              *table,
                                                  const char              *column,
                                                  CapPersonalUse           use) G_GNUC_WARN_UNUSED_RESULT;

CapPersonalDocument *cap_personal_document_new      (const char                *sha256,
                                                     const char                *name,
                                                     CapPersonalReading         reading)
                                                     G_GNUC_WARN_UNUSED_RESULT;
void                 cap_personal_document_free     (CapPersonalDocument       *self);
char                *cap_personal_document_dup_what (const CapPersonalDocument *self)
                                                     G_GNUC_WARN_UNUSED_RESULT;
GPtrArray           *cap_personal_list_unread       (const GPtrArray           *documents)
                                                     G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPersonalDocument, cap_personal_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPersonalReport, cap_personal_report_free)

G_END_DECLS
