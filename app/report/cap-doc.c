/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-doc.h"

/* What a document keeps for those who draw its figures. */
typedef struct
{
  gpointer       data;
  GDestroyNotify free_data;
} Kept;

struct _CapDoc
{
  CapDocInfo  info;    /* its texts are owned */
  CapDoc     *root;    /* itself, unless it is a slot */
  GPtrArray  *blocks;  /* (element-type CapDocBlock) */
  GHashTable *anchors; /* (element-type utf8): of the root */
  GPtrArray  *order;   /* (element-type utf8): the same, as they came */
  GArray     *kept;    /* (element-type Kept): of the root */
  GArray     *runs;    /* (element-type CapDocRun): where the next run goes */
};

static void
run_clear (CapDocRun *run)
{
  g_free (run->text);
  g_free (run->link);
}

static GArray *
runs_new (void)
{
  GArray *runs = g_array_sized_new (FALSE, FALSE, sizeof (CapDocRun), 1);

  g_array_set_clear_func (runs, (GDestroyNotify) run_clear);

  return runs;
}

static void
row_free (CapDocRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row->anchor);
  g_free (row);
}

static void
column_clear (CapDocColumn *column)
{
  g_free ((char *) column->title);
}

static void
table_free (CapDocTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static void
figure_free (CapDocFigure *figure)
{
  g_free (figure->reading);
  g_free (figure);
}

static void
block_free (CapDocBlock *block)
{
  g_free (block->anchor);
  g_free (block->label);
  g_clear_pointer (&block->runs, g_array_unref);
  g_clear_pointer (&block->table, table_free);
  g_clear_pointer (&block->figure, figure_free);
  g_clear_pointer (&block->slot, cap_doc_free);
  g_free (block);
}

static void
kept_clear (Kept *kept)
{
  kept->free_data (kept->data);
}

static CapDocBlock *
add_block (CapDoc          *self,
           CapDocBlockKind  kind)
{
  CapDocBlock *block = g_new0 (CapDocBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);

  return block;
}

static void
add_anchor (CapDoc     *self,
            const char *anchor)
{
  if (anchor == NULL || g_hash_table_contains (self->root->anchors, anchor))
    return;

  g_ptr_array_add (self->root->order, g_strdup (anchor));
  g_hash_table_add (self->root->anchors, g_ptr_array_index (self->root->order, self->root->order->len - 1));
}

static CapDocTable *
get_table (CapDoc *self)
{
  CapDocBlock *block = g_ptr_array_index (self->blocks, self->blocks->len - 1);

  g_assert (block->kind == CAP_DOC_TABLE);

  return block->table;
}

static CapDocRow *
add_row (CapDoc     *self,
         const char *anchor)
{
  CapDocTable *table = get_table (self);
  CapDocRow *row = g_new0 (CapDocRow, 1);

  row->cells = g_ptr_array_new_full (table->columns->len, (GDestroyNotify) g_array_unref);
  row->anchor = g_strdup (anchor);
  g_ptr_array_add (table->rows, row);
  add_anchor (self, anchor);

  return row;
}

static void
add_cell_to_row (CapDoc     *self,
                 CapDocRow  *row,
                 const char *text)
{
  self->runs = runs_new ();
  g_ptr_array_add (row->cells, self->runs);
  cap_doc_add_run (self, text, CAP_DOC_PLAIN, NULL);
}

static void
list_runs (GPtrArray    *texts,
           const GArray *runs)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    g_ptr_array_add (texts, g_array_index (runs, CapDocRun, i).text);
}

static void
list_rows (GPtrArray         *texts,
           const CapDocTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    g_ptr_array_add (texts, (gpointer) g_array_index (table->columns, CapDocColumn, i).title);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CapDocRow *row = g_ptr_array_index (table->rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        list_runs (texts, g_ptr_array_index (row->cells, j));
    }
}

static void
list_texts (GPtrArray    *texts,
            const CapDoc *doc)
{
  for (guint i = 0; i < doc->blocks->len; i++)
    {
      const CapDocBlock *block = g_ptr_array_index (doc->blocks, i);

      if (block->label != NULL)
        g_ptr_array_add (texts, block->label);
      list_runs (texts, block->runs);
      if (block->table != NULL)
        list_rows (texts, block->table);
      if (block->figure != NULL)
        g_ptr_array_add (texts, block->figure->reading);
      if (block->slot != NULL)
        list_texts (texts, block->slot);
    }
}

static void
list_headings (GPtrArray    *headings,
               const CapDoc *doc,
               guint         deepest)
{
  for (guint i = 0; i < doc->blocks->len; i++)
    {
      CapDocBlock *block = g_ptr_array_index (doc->blocks, i);

      if (block->kind == CAP_DOC_HEADING && block->level <= deepest)
        g_ptr_array_add (headings, block);
      if (block->slot != NULL)
        list_headings (headings, block->slot, deepest);
    }
}

/**
 * cap_doc_new:
 * @info: what every page says
 *
 * Returns: (transfer full): a document without a block
 */
CapDoc *
cap_doc_new (const CapDocInfo *info)
{
  CapDoc *self;

  g_return_val_if_fail (info != NULL, NULL);

  self = g_new0 (CapDoc, 1);
  self->info = (CapDocInfo) {
    g_strdup (info->title), g_strdup (info->owner), g_strdup (info->reference), g_strdup (info->marking),
    g_strdup (info->notice),
  };
  self->root = self;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  self->order = g_ptr_array_new_with_free_func (g_free);
  self->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  self->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (self->kept, (GDestroyNotify) kept_clear);

  return self;
}

void
cap_doc_free (CapDoc *self)
{
  if (self == NULL)
    return;

  g_free ((char *) self->info.title);
  g_free ((char *) self->info.owner);
  g_free ((char *) self->info.reference);
  g_free ((char *) self->info.marking);
  g_free ((char *) self->info.notice);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_array_unref);
  g_free (self);
}

const CapDocInfo *
cap_doc_get_info (const CapDoc *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->info;
}

/* (element-type CapDocBlock): in order. */
const GPtrArray *
cap_doc_get_blocks (const CapDoc *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->blocks;
}

/* The index after the blocks of the same kind as @first that follow it: items and facts go together. */
guint
cap_doc_find_end (const CapDoc *self,
                  guint         first)
{
  const CapDocBlock *start;
  guint end = first + 1;

  g_return_val_if_fail (self != NULL && first < self->blocks->len, first + 1);

  start = g_ptr_array_index (self->blocks, first);
  while (end < self->blocks->len &&
         ((const CapDocBlock *) g_ptr_array_index (self->blocks, end))->kind == start->kind)
    end++;

  return end;
}

/* Whether a link may lead there: a document of some parts only has no other anchors. */
gboolean
cap_doc_has_anchor (const CapDoc *self,
                    const char   *anchor)
{
  g_return_val_if_fail (self != NULL && anchor != NULL, FALSE);

  return g_hash_table_contains (self->root->anchors, anchor);
}

/* (transfer container) (element-type utf8): as they came. */
GPtrArray *
cap_doc_list_anchors (const CapDoc *self)
{
  GPtrArray *anchors = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, anchors);

  for (guint i = 0; i < self->root->order->len; i++)
    g_ptr_array_add (anchors, g_ptr_array_index (self->root->order, i));

  return anchors;
}

/* (transfer container) (element-type CapDocBlock): those of this level at the most, in order. */
GPtrArray *
cap_doc_list_headings (const CapDoc *self,
                       guint         deepest)
{
  GPtrArray *headings = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, headings);

  list_headings (headings, self, deepest);

  return headings;
}

/* (transfer container) (element-type utf8): all that it says so far. */
GPtrArray *
cap_doc_list_texts (const CapDoc *self)
{
  GPtrArray *texts = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, texts);

  list_texts (texts, self);

  return texts;
}

char *
cap_doc_runs_dup_text (const GArray *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    g_string_append (text, g_array_index (runs, CapDocRun, i).text);

  return g_string_free (text, FALSE);
}

/**
 * cap_doc_add_heading:
 * @self: a document
 * @level: 1 to 3
 * @text: what it says
 * @anchor: (nullable): a name for links that lead here; it gets one in any case
 */
void
cap_doc_add_heading (CapDoc     *self,
                     guint       level,
                     const char *text,
                     const char *anchor)
{
  CapDocBlock *block;

  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (level >= 1 && level <= 3);

  cap_doc_add_text (self, CAP_DOC_HEADING, text);
  block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  block->level = level;
  block->anchor = anchor != NULL ? g_strdup (anchor)
                                 : g_strdup_printf ("section-%u", self->root->order->len + 1);
  add_anchor (self, block->anchor);
}

/* Adds a block of text: a cover, a lead, a paragraph, a note, an item. @text may be %NULL: runs follow. */
void
cap_doc_add_text (CapDoc          *self,
                  CapDocBlockKind  kind,
                  const char      *text)
{
  CapDocBlock *block;

  g_return_if_fail (self != NULL);

  block = add_block (self, kind);
  block->runs = runs_new ();
  self->runs = block->runs;
  cap_doc_add_run (self, text, CAP_DOC_PLAIN, NULL);
}

/* Nothing when there is nothing to say: neither %NULL nor an empty text makes a line. */
void
cap_doc_add_fact (CapDoc     *self,
                  const char *label,
                  const char *text)
{
  CapDocBlock *block;

  g_return_if_fail (self != NULL && label != NULL);

  if (text == NULL || text[0] == '\0')
    return;

  cap_doc_add_text (self, CAP_DOC_FACT, text);
  block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  block->label = g_strdup (label);
}

/**
 * cap_doc_add_run:
 * @self: a document
 * @text: (nullable): a piece of text; nothing is added when it is empty
 * @tone: how it is said
 * @link: (nullable): the anchor that it leads to, which may be added later or never
 *
 * Goes on with the text that was added last: of a block or of a cell.
 */
void
cap_doc_add_run (CapDoc     *self,
                 const char *text,
                 CapDocTone  tone,
                 const char *link)
{
  CapDocRun run;

  g_return_if_fail (self != NULL && self->runs != NULL);

  if (text == NULL || text[0] == '\0')
    return;

  run = (CapDocRun) { g_strdup (text), tone, g_strdup (link) };
  g_array_append_val (self->runs, run);
}

/* Rows follow, then anything else ends the table. */
void
cap_doc_begin_table (CapDoc             *self,
                     const CapDocColumn *columns,
                     guint               n_columns)
{
  CapDocTable *table;

  g_return_if_fail (self != NULL && columns != NULL && n_columns > 0);

  table = g_new0 (CapDocTable, 1);
  table->columns = g_array_sized_new (FALSE, FALSE, sizeof (CapDocColumn), n_columns);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_array_set_clear_func (table->columns, (GDestroyNotify) column_clear);
  for (guint i = 0; i < n_columns; i++)
    {
      CapDocColumn column = columns[i];

      column.title = g_strdup (columns[i].title);
      g_array_append_val (table->columns, column);
    }
  add_block (self, CAP_DOC_TABLE)->table = table;
}

/* Says that the table repeats what the figure before it says in words on the page: it is for those who have
 * a picture instead.
 */
void
cap_doc_set_words_only (CapDoc *self)
{
  g_return_if_fail (self != NULL);

  get_table (self)->words_only = TRUE;
}

void
cap_doc_add_group (CapDoc     *self,
                   const char *text,
                   const char *detail,
                   const char *anchor)
{
  CapDocRow *row;

  g_return_if_fail (self != NULL && text != NULL);

  row = add_row (self, anchor);
  row->is_group = TRUE;
  add_cell_to_row (self, row, text);
  add_cell_to_row (self, row, detail);
}

void
cap_doc_begin_row (CapDoc     *self,
                   const char *anchor)
{
  g_return_if_fail (self != NULL);

  add_row (self, anchor);
}

/* @text may be %NULL: runs follow, or the cell stays empty. */
void
cap_doc_add_cell (CapDoc     *self,
                  const char *text)
{
  CapDocTable *table;

  g_return_if_fail (self != NULL);

  table = get_table (self);
  g_return_if_fail (table->rows->len > 0);
  add_cell_to_row (self, g_ptr_array_index (table->rows, table->rows->len - 1), text);
}

/**
 * cap_doc_add_figure:
 * @self: a document
 * @draw: draws it
 * @data: for @draw; see cap_doc_keep()
 * @reading: what it shows, in words
 * @room: the least that it wants on its first page, in points
 *
 * Adds a figure. A table of its figures should follow: not everybody sees it.
 */
void
cap_doc_add_figure (CapDoc         *self,
                    CapDocDrawFunc  draw,
                    gconstpointer   data,
                    const char     *reading,
                    double          room)
{
  CapDocFigure *figure;

  g_return_if_fail (self != NULL && draw != NULL && reading != NULL);

  figure = g_new0 (CapDocFigure, 1);
  figure->draw = draw;
  figure->data = data;
  figure->reading = g_strdup (reading);
  figure->room = room;
  add_block (self, CAP_DOC_FIGURE)->figure = figure;
}

void
cap_doc_add_contents (CapDoc *self)
{
  g_return_if_fail (self != NULL);

  add_block (self, CAP_DOC_CONTENTS);
}

/* What follows starts a page that lies so. */
void
cap_doc_add_paper (CapDoc            *self,
                   CapPdfOrientation  orientation)
{
  g_return_if_fail (self != NULL);

  add_block (self, CAP_DOC_PAPER)->orientation = orientation;
}

/**
 * cap_doc_add_slot:
 * @self: a document
 *
 * Keeps a place for what is only known once the rest is told: the abbreviations
 * that it uses.
 *
 * Returns: (transfer none): the blocks that go there
 */
CapDoc *
cap_doc_add_slot (CapDoc *self)
{
  CapDoc *slot;

  g_return_val_if_fail (self != NULL, NULL);

  slot = g_new0 (CapDoc, 1);
  slot->root = self->root;
  slot->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  add_block (self, CAP_DOC_SLOT)->slot = slot;

  return slot;
}

/* Takes @data: it is there as long as the document, for whoever draws a figure. */
void
cap_doc_keep (CapDoc         *self,
              gpointer        data,
              GDestroyNotify  free_data)
{
  Kept kept = { data, free_data };

  g_return_if_fail (self != NULL && free_data != NULL);

  g_array_append_val (self->root->kept, kept);
}
