/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf-flow.h"

G_BEGIN_DECLS

/* A document before it is set: what it says, in order, and nothing of how it looks. It is written once
 * and rendered twice: as pages (cap-doc-pdf.h) and as a text for word processors (cap-doc-odt.h).
 *
 * What is added is copied. Nothing of it is read again, so that it may be told in any order to the
 * two renderers, in any thread.
 */
typedef struct _CapDoc CapDoc;

/**
 * CapDocTone:
 *
 * How a piece of text is said.
 */
typedef enum
{
  CAP_DOC_PLAIN,
  CAP_DOC_STRONG,
  CAP_DOC_EMPHASIS,
  CAP_DOC_MUTED,
  CAP_DOC_CODE, /* what names a line: the code of a criterion, of a piece */
} CapDocTone;

#define CAP_N_DOC_TONES (CAP_DOC_CODE + 1)

/**
 * CapDocBlockKind:
 * @CAP_DOC_COVER: a page of its own: the title of the document, a sentence about it, the facts that follow
 * @CAP_DOC_HEADING: starts a section
 * @CAP_DOC_LEAD: a sentence that opens a section
 * @CAP_DOC_PARAGRAPH: running text
 * @CAP_DOC_NOTE: small text: how to read what is around
 * @CAP_DOC_ITEM: an item of a list
 * @CAP_DOC_FACT: a label and what it is
 * @CAP_DOC_TABLE: see cap_doc_begin_table()
 * @CAP_DOC_FIGURE: see cap_doc_add_figure()
 * @CAP_DOC_CONTENTS: the headings and their pages
 * @CAP_DOC_PAPER: what follows starts a page
 * @CAP_DOC_SLOT: blocks that are told later, see cap_doc_add_slot()
 */
typedef enum
{
  CAP_DOC_COVER,
  CAP_DOC_HEADING,
  CAP_DOC_LEAD,
  CAP_DOC_PARAGRAPH,
  CAP_DOC_NOTE,
  CAP_DOC_ITEM,
  CAP_DOC_FACT,
  CAP_DOC_TABLE,
  CAP_DOC_FIGURE,
  CAP_DOC_CONTENTS,
  CAP_DOC_PAPER,
  CAP_DOC_SLOT,
} CapDocBlockKind;

/**
 * CapDocInfo:
 * @title: of the document
 * @owner: whose it is, at the head of the pages
 * @reference: (nullable): its number and its version, at the foot of the pages
 * @marking: (nullable): who may read it, at the head of the pages: “Confidential”
 * @notice: what it is not, at the foot of the pages
 */
typedef struct
{
  const char *title;
  const char *owner;
  const char *reference;
  const char *marking;
  const char *notice;
} CapDocInfo;

/**
 * CapDocColumn:
 * @title: its head
 * @width: in points on the page it is for; 0 for an equal share of what the others leave
 * @align: of its texts
 */
typedef struct
{
  const char  *title;
  double       width;
  CapPdfAlign  align;
} CapDocColumn;

/**
 * CapDocDrawFunc:
 * @flow: where, on the page: it takes the room that it needs
 * @data: as given
 *
 * Draws a figure, with its own tags.
 */
typedef void (*CapDocDrawFunc) (CapPdfFlow    *flow,
                                gconstpointer  data);

/**
 * CapDocRun:
 * @text: a piece of text; “\n” ends a line
 * @tone: how it is said
 * @link: (nullable): the anchor that it leads to
 */
typedef struct
{
  char       *text;
  CapDocTone  tone;
  char       *link;
} CapDocRun;

/**
 * CapDocRow:
 * @cells: (element-type GArray): each an array of CapDocRun; of a group, its text and its detail
 * @anchor: (nullable): its name for links
 * @is_group: whether it names the rows below, over the whole width
 */
typedef struct
{
  GPtrArray *cells;
  char      *anchor;
  gboolean   is_group;
} CapDocRow;

/**
 * CapDocTable:
 * @columns: (element-type CapDocColumn)
 * @rows: (element-type CapDocRow)
 * @words_only: see cap_doc_set_words_only()
 */
typedef struct
{
  GArray    *columns;
  GPtrArray *rows;
  gboolean   words_only;
} CapDocTable;

/**
 * CapDocFigure:
 * @reading: what it shows, in words
 * @room: the least that it wants on its first page: what announces it goes with it
 */
typedef struct
{
  CapDocDrawFunc  draw;
  gconstpointer   data;
  char           *reading;
  double          room;
} CapDocFigure;

/**
 * CapDocBlock:
 * @level: of a heading: 1 to 3
 * @anchor: (nullable): of a heading: every one has its own
 * @label: (nullable): of a fact
 * @runs: (nullable) (element-type CapDocRun): its text
 * @orientation: of the paper
 * @slot: (nullable): what was told later
 */
typedef struct
{
  CapDocBlockKind    kind;
  guint              level;
  char              *anchor;
  char              *label;
  GArray            *runs;
  CapDocTable       *table;
  CapDocFigure      *figure;
  CapPdfOrientation  orientation;
  CapDoc            *slot;
} CapDocBlock;

CapDoc           *cap_doc_new           (const CapDocInfo    *info) G_GNUC_WARN_UNUSED_RESULT;
void              cap_doc_free          (CapDoc              *self);
const CapDocInfo *cap_doc_get_info      (const CapDoc        *self);
const GPtrArray  *cap_doc_get_blocks    (const CapDoc        *self);
guint             cap_doc_find_end      (const CapDoc        *self,
                                         guint                first);
gboolean          cap_doc_has_anchor    (const CapDoc        *self,
                                         const char          *anchor);
GPtrArray        *cap_doc_list_anchors  (const CapDoc        *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *cap_doc_list_headings (const CapDoc        *self,
                                         guint                deepest) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *cap_doc_list_texts    (const CapDoc        *self) G_GNUC_WARN_UNUSED_RESULT;
char             *cap_doc_runs_dup_text (const GArray        *runs) G_GNUC_WARN_UNUSED_RESULT;

void              cap_doc_add_heading   (CapDoc              *self,
                                         guint                level,
                                         const char          *text,
                                         const char          *anchor);
void              cap_doc_add_text      (CapDoc              *self,
                                         CapDocBlockKind      kind,
                                         const char          *text);
void              cap_doc_add_fact      (CapDoc              *self,
                                         const char          *label,
                                         const char          *text);
void              cap_doc_add_run       (CapDoc              *self,
                                         const char          *text,
                                         CapDocTone           tone,
                                         const char          *link);
void              cap_doc_begin_table   (CapDoc              *self,
                                         const CapDocColumn  *columns,
                                         guint                n_columns);
void              cap_doc_set_words_only (CapDoc             *self);
void              cap_doc_add_group     (CapDoc              *self,
                                         const char          *text,
                                         const char          *detail,
                                         const char          *anchor);
void              cap_doc_begin_row     (CapDoc              *self,
                                         const char          *anchor);
void              cap_doc_add_cell      (CapDoc              *self,
                                         const char          *text);
void              cap_doc_add_figure    (CapDoc              *self,
                                         CapDocDrawFunc       draw,
                                         gconstpointer        data,
                                         const char          *reading,
                                         double               room);
void              cap_doc_add_contents  (CapDoc              *self);
void              cap_doc_add_paper     (CapDoc              *self,
                                         CapPdfOrientation    orientation);
CapDoc           *cap_doc_add_slot      (CapDoc              *self);
void              cap_doc_keep          (CapDoc              *self,
                                         gpointer             data,
                                         GDestroyNotify       free_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapDoc, cap_doc_free)

G_END_DECLS
