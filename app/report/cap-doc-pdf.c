/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-doc-pdf.h"

#include <glib/gi18n.h>

#include "report/cap-report-private.h"

#define PART_ROOM     300.0 /* a part may start where this is left */
#define LABEL_WIDTH   128.0 /* of a fact */
#define COVER_WIDTH   345.0 /* of the facts of a cover: the emblem is beside them */
#define COVER_TITLE   150.0 /* where its title stands */
#define BULLET_INDENT 14.0
#define NUMBER_WIDTH  34.0  /* of the number of a page, in the contents */
#define ENTRY_INDENT  16.0
#define MAX_ITEM      14    /* an item of no more lines stays on one page */

/* A line of the contents, whose page is not known yet. */
typedef struct
{
  const char *anchor;
  guint       level;
  guint       page;
  guint       tag;
  double      y;   /* of its last line */
  double      end; /* where its words end */
} Entry;

typedef struct
{
  const CapDoc *doc;
  CapPdf       *pdf;
  CapPdfFlow   *flow;
  const char   *code;    /* of a sealed version, or NULL */
  GArray       *entries; /* (element-type Entry) */
  GArray       *spans;   /* (element-type CapPdfSpan): of the text being set */
  guint         level;   /* of the last heading */
  gboolean      on_cover;
  gboolean      has_cover;
} Setter;

static CapPdfSpan
make_span (const Setter      *self,
           const CapDocRun   *run,
           const CapPdfStyle *style)
{
  static const CapPdfFace faces[CAP_N_DOC_TONES] = {
    [CAP_DOC_PLAIN] = CAP_PDF_FACE_REGULAR,
    [CAP_DOC_STRONG] = CAP_PDF_FACE_BOLD,
    [CAP_DOC_EMPHASIS] = CAP_PDF_FACE_ITALIC,
    [CAP_DOC_MUTED] = CAP_PDF_FACE_REGULAR,
    [CAP_DOC_CODE] = CAP_PDF_FACE_BOLD,
  };
  gboolean leads = run->link != NULL && cap_doc_has_anchor (self->doc, run->link);
  CapPdfSpan span = { run->text, faces[run->tone], style->color, leads ? run->link : NULL };

  if (run->tone == CAP_DOC_PLAIN)
    span.face = style->face;
  if (run->tone == CAP_DOC_MUTED)
    span.color = CAP_REPORT_GREY;
  if (leads || run->tone == CAP_DOC_CODE)
    span.color = CAP_REPORT_ACCENT;

  return span;
}

/* (transfer none) (element-type CapPdfSpan): good until the next text; one at least. */
static const GArray *
make_spans (Setter            *self,
            const GArray      *runs,
            const CapPdfStyle *style)
{
  const CapPdfSpan nothing = { "", style->face, style->color, NULL };

  g_array_set_size (self->spans, 0);
  for (guint i = 0; i < MIN (runs->len, G_MAXUINT16); i++)
    {
      CapPdfSpan span = make_span (self, &g_array_index (runs, CapDocRun, i), style);

      g_array_append_val (self->spans, span);
    }
  if (runs->len == 0)
    g_array_append_val (self->spans, nothing);

  return self->spans;
}

static void
add_cell (Setter            *self,
          CapPdfTable       *table,
          const GArray      *runs,
          const CapPdfStyle *style)
{
  const GArray *spans = make_spans (self, runs, style);

  cap_pdf_table_add_spans (table, (const CapPdfSpan *) (gconstpointer) spans->data, spans->len);
}

static CapPdfText *
set_runs (Setter            *self,
          const GArray      *runs,
          const CapPdfStyle *style,
          double             width)
{
  const GArray *spans = make_spans (self, runs, style);

  return cap_pdf_text_new_spans (self->pdf, style, width, (const CapPdfSpan *) (gconstpointer) spans->data,
                                 spans->len);
}

static double
get_width (const Setter *self)
{
  return cap_pdf_flow_get_frame (self->flow)->width;
}

static double
get_left (const Setter *self)
{
  return cap_pdf_flow_get_frame (self->flow)->x;
}

static void
set_cover (Setter            *self,
           const CapDocBlock *block)
{
  const CapPdfPen accent = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  const CapDocInfo *info = cap_doc_get_info (self->doc);
  CapReport report = { .pdf = self->pdf, .flow = self->flow };
  CapPdfStyle owner = *cap_report_style (CAP_REPORT_TYPE_SECTION);
  g_autofree char *subtitle = cap_doc_runs_dup_text (block->runs);
  double y = COVER_TITLE;

  owner.size = 19;
  owner.leading = 25;
  owner.color = CAP_REPORT_INK;
  cap_pdf_flow_break_page (self->flow);
  cap_report_draw_cover (self->pdf);
  cap_report_draw (&report, CAP_REPORT_TYPE_KICKER, CAP_PDF_TAG_PARAGRAPH,
                   &(CapRect) { CAP_REPORT_LEFT, 76, 300, 0 }, "CAP CÈDRE");
  cap_pdf_add_bookmark (self->pdf, 0, info->title, 0);
  y += cap_report_draw (&report, CAP_REPORT_TYPE_DISPLAY, CAP_PDF_TAG_HEADING_1,
                        &(CapRect) { CAP_REPORT_LEFT, y, CAP_REPORT_WIDTH, 0 }, info->title);
  y += 6 + cap_report_draw (&report, CAP_REPORT_TYPE_LEAD, CAP_PDF_TAG_PARAGRAPH,
                            &(CapRect) { CAP_REPORT_LEFT, y + 6, 360, 0 }, subtitle);
  if (info->marking != NULL)
    {
      CapPdfStyle marking = *cap_report_style (CAP_REPORT_TYPE_STRONG);

      marking.color = CAP_REPORT_INK;
      y += 10 + cap_report_write (&report, &marking, &(CapRect) { CAP_REPORT_LEFT, y + 10, 300, 0 },
                                  info->marking);
    }
  cap_pdf_draw_rect (self->pdf, &accent, &(CapRect) { CAP_REPORT_LEFT, y + 20, 42, 3 }, 0);
  y += 36 + cap_report_write (&report, &owner, &(CapRect) { CAP_REPORT_LEFT, y + 36, 400, 0 }, info->owner);
  cap_pdf_flow_take (self->flow, y + 14 - CAP_REPORT_TOP);
  self->on_cover = TRUE;
  self->has_cover = TRUE;
}

static void
set_heading (Setter            *self,
             const CapDocBlock *block)
{
  static const struct
  {
    CapReportType type;
    double        above;
    double        below;
  } levels[] = {
    { CAP_REPORT_TYPE_TITLE, 40, 10 },
    { CAP_REPORT_TYPE_SECTION, 22, 6 },
    { CAP_REPORT_TYPE_SUBSECTION, 14, 4 },
  };
  CapPdfStyle style = *cap_report_style (levels[block->level - 1].type);
  g_autofree char *text = cap_doc_runs_dup_text (block->runs);

  if (block->level == 1)
    {
      style.size = 22;
      style.leading = 28;
    }
  if (self->on_cover || (block->level == 1 && cap_pdf_flow_get_remaining (self->flow) < PART_ROOM))
    cap_pdf_flow_break_page (self->flow);
  self->on_cover = FALSE;
  self->level = block->level;
  cap_pdf_flow_skip (self->flow, levels[block->level - 1].above);
  cap_pdf_flow_add_heading (self->flow, CAP_PDF_TAG_HEADING_1 + block->level - 1, &style, text,
                            block->anchor);
  cap_pdf_flow_skip (self->flow, levels[block->level - 1].below);
}

/* What a short text announces stays with it. */
static gboolean
announces (const CapDocBlock *block,
           const CapDocBlock *next)
{
  return next != NULL && block->kind != CAP_DOC_ITEM &&
         (next->kind == CAP_DOC_TABLE || next->kind == CAP_DOC_ITEM || next->kind == CAP_DOC_FACT);
}

static void
set_text (Setter            *self,
          const CapDocBlock *block,
          const CapDocBlock *next)
{
  CapReportType type = block->kind == CAP_DOC_LEAD ? CAP_REPORT_TYPE_LEAD
                       : block->kind == CAP_DOC_NOTE ? CAP_REPORT_TYPE_NOTE : CAP_REPORT_TYPE_BODY;
  const CapPdfStyle *style = cap_report_style (type);
  g_autoptr(CapPdfText) text = set_runs (self, block->runs, style, get_width (self));

  if (announces (block, next) && cap_pdf_text_get_n_lines (text) <= 4)
    {
      double y = cap_pdf_flow_take_together (self->flow, cap_pdf_text_get_height (text), 64);

      cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_PARAGRAPH);
      cap_pdf_text_draw (text, get_left (self), y);
      cap_pdf_end_tag (self->pdf);
    }
  else
    {
      cap_pdf_flow_add_text (self->flow, text, 0);
    }
  cap_pdf_flow_skip (self->flow, 7);
}

static void
set_item (Setter            *self,
          const CapDocBlock *block)
{
  const CapPdfStyle *style = cap_report_style (CAP_REPORT_TYPE_BODY);
  g_autoptr(CapPdfText) text = set_runs (self, block->runs, style, get_width (self) - BULLET_INDENT);
  CapRect bullet = { get_left (self) + 2, 0, BULLET_INDENT, 0 };

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST_ITEM);
  if (cap_pdf_text_get_n_lines (text) <= MAX_ITEM)
    {
      bullet.y = cap_pdf_flow_take (self->flow, cap_pdf_text_get_height (text));
      cap_pdf_draw_text (self->pdf, style, &bullet, "•");
      cap_pdf_text_draw (text, get_left (self) + BULLET_INDENT, bullet.y);
    }
  else
    {
      cap_pdf_flow_add_text (self->flow, text, BULLET_INDENT);
    }
  cap_pdf_end_tag (self->pdf);
  cap_pdf_flow_skip (self->flow, 3);
}

static void
set_items (Setter          *self,
           const GPtrArray *blocks,
           guint            first,
           guint            end)
{
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST);
  for (guint i = first; i < end; i++)
    set_item (self, g_ptr_array_index (blocks, i));
  cap_pdf_end_tag (self->pdf);
  cap_pdf_flow_skip (self->flow, 8);
}

static void
set_facts (Setter          *self,
           const GPtrArray *blocks,
           guint            first,
           guint            end)
{
  const CapPdfColumn columns[] = { { NULL, LABEL_WIDTH }, { NULL, 0 } };
  CapPdfTableLook look = *cap_report_table_look ();
  g_autoptr(CapPdfTable) table = NULL;

  look.pad_y = self->on_cover ? 2.5 : 4;
  look.pad_x = 0;
  if (self->on_cover)
    look.rule = CAP_PDF_NO_COLOR;
  look.cell = *cap_report_style (CAP_REPORT_TYPE_BODY);
  look.cell.leading = 13;
  table = cap_pdf_table_new (self->pdf, self->on_cover ? COVER_WIDTH : get_width (self), columns,
                             G_N_ELEMENTS (columns), &look);
  for (guint i = first; i < end; i++)
    {
      const CapDocBlock *block = g_ptr_array_index (blocks, i);
      const CapPdfSpan label = { block->label, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY, NULL };

      cap_pdf_table_add_spans (table, &label, 1);
      add_cell (self, table, block->runs, &look.cell);
      cap_pdf_table_end_row (table);
    }
  cap_pdf_flow_add_table (self->flow, table);
  cap_pdf_flow_skip (self->flow, 8);
}

static void
fill_row (Setter          *self,
          CapPdfTable     *table,
          const CapDocRow *row,
          guint            n_columns)
{
  const CapPdfStyle *style = &cap_report_table_look ()->cell;

  if (row->is_group)
    {
      g_autofree char *text = cap_doc_runs_dup_text (g_ptr_array_index (row->cells, 0));
      g_autofree char *detail = cap_doc_runs_dup_text (g_ptr_array_index (row->cells, 1));

      cap_pdf_table_add_group (table, text, detail, row->anchor);
      return;
    }

  if (row->anchor != NULL)
    cap_pdf_table_set_anchor (table, row->anchor);
  for (guint i = 0; i < n_columns; i++)
    {
      if (i < row->cells->len)
        add_cell (self, table, g_ptr_array_index (row->cells, i), style);
      else
        cap_pdf_table_add_cell (table, "");
    }
  cap_pdf_table_end_row (table);
}

static void
set_table (Setter            *self,
           const CapDocTable *table)
{
  guint n_columns = table->columns->len;
  g_autofree CapPdfColumn *columns = g_new0 (CapPdfColumn, n_columns);
  CapPdfTableLook look = *cap_report_table_look ();
  g_autoptr(CapPdfTable) rows = NULL;

  look.pad_y = 4;
  for (guint i = 0; i < n_columns; i++)
    {
      const CapDocColumn *column = &g_array_index (table->columns, CapDocColumn, i);

      columns[i] = (CapPdfColumn) { column->title, column->width, column->align };
    }
  rows = cap_pdf_table_new (self->pdf, get_width (self), columns, n_columns, &look);
  cap_pdf_table_set_level (rows, self->level);
  for (guint i = 0; i < table->rows->len; i++)
    fill_row (self, rows, g_ptr_array_index (table->rows, i), n_columns);
  cap_pdf_flow_add_table (self->flow, rows);
  cap_pdf_flow_skip (self->flow, 12);
}

static void
set_entry (Setter            *self,
           const CapDocBlock *heading)
{
  const CapPdfStyle *style = cap_report_style (heading->level == 1 ? CAP_REPORT_TYPE_STRONG
                                                                   : CAP_REPORT_TYPE_BODY);
  double indent = (heading->level - 1) * ENTRY_INDENT;
  double width = get_width (self) - indent - NUMBER_WIDTH;
  g_autofree char *words = cap_doc_runs_dup_text (heading->runs);
  g_autoptr(CapPdfText) text = cap_pdf_text_new (self->pdf, style, width, words);
  double height = cap_pdf_text_get_height (text);
  double y;
  Entry entry;

  cap_pdf_flow_skip (self->flow, heading->level == 1 ? 6 : 0);
  y = cap_pdf_flow_take (self->flow, height);
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST_ITEM);
  cap_pdf_text_draw (text, get_left (self) + indent, y);
  cap_pdf_add_link (self->pdf, &(CapRect) { get_left (self) + indent, y, get_width (self) - indent, height },
                    heading->anchor, words);
  entry = (Entry) {
    .anchor = heading->anchor, .level = heading->level, .page = cap_pdf_get_page (self->pdf),
    .tag = cap_pdf_get_tag (self->pdf), .y = y + height - style->leading,
    .end = get_left (self) + indent + cap_pdf_text_get_width (text),
  };
  cap_pdf_end_tag (self->pdf);
  g_array_append_val (self->entries, entry);
}

static void
set_contents (Setter *self)
{
  g_autoptr(GPtrArray) headings = cap_doc_list_headings (self->doc, 2);

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST);
  for (guint i = 0; i < headings->len; i++)
    set_entry (self, g_ptr_array_index (headings, i));
  cap_pdf_end_tag (self->pdf);
  cap_pdf_flow_skip (self->flow, 12);
}

static void
set_paper (Setter            *self,
           CapPdfOrientation  orientation)
{
  gboolean wide = orientation == CAP_PDF_LANDSCAPE;
  double left = wide ? CAP_REPORT_WIDE_LEFT : CAP_REPORT_LEFT;
  const CapRect frame = {
    left, CAP_REPORT_TOP, (wide ? CAP_PDF_A4_HEIGHT : CAP_PDF_A4_WIDTH) - 2 * left,
    (wide ? CAP_PDF_A4_WIDTH : CAP_PDF_A4_HEIGHT) - CAP_REPORT_TOP - CAP_REPORT_BOTTOM,
  };

  cap_pdf_flow_set_paper (self->flow, orientation, &frame);
  self->on_cover = FALSE;
}

static void set_blocks (Setter       *self,
                        const CapDoc *doc);

static void
set_block (Setter            *self,
           const CapDocBlock *block,
           const CapDocBlock *next)
{
  switch (block->kind)
    {
    case CAP_DOC_COVER:
      set_cover (self, block);
      break;

    case CAP_DOC_HEADING:
      set_heading (self, block);
      break;

    case CAP_DOC_LEAD:
    case CAP_DOC_PARAGRAPH:
    case CAP_DOC_NOTE:
      set_text (self, block, next);
      break;

    case CAP_DOC_TABLE:
      if (!block->table->words_only)
        set_table (self, block->table);
      break;

    case CAP_DOC_FIGURE:
      block->figure->draw (self->flow, block->figure->data);
      cap_pdf_flow_skip (self->flow, 10);
      break;

    case CAP_DOC_CONTENTS:
      set_contents (self);
      break;

    case CAP_DOC_PAPER:
      set_paper (self, block->orientation);
      break;

    case CAP_DOC_SLOT:
      set_blocks (self, block->slot);
      break;

    case CAP_DOC_ITEM:
    case CAP_DOC_FACT:
    default:
      g_assert_not_reached ();
    }
}

/* A heading that announces a figure does not stay without it, whatever is said between the two. */
static void
make_room (Setter          *self,
           const GPtrArray *blocks,
           guint            first)
{
  const CapDocBlock *block = g_ptr_array_index (blocks, first);
  const CapDocBlock *next = NULL;

  for (guint i = first + 1; i < blocks->len && next == NULL; i++)
    {
      const CapDocBlock *it = g_ptr_array_index (blocks, i);

      if (it->kind != CAP_DOC_NOTE && it->kind != CAP_DOC_HEADING)
        next = it;
    }

  if (block->kind == CAP_DOC_HEADING && next != NULL && next->kind == CAP_DOC_FIGURE &&
      cap_pdf_flow_get_remaining (self->flow) < next->figure->room)
    cap_pdf_flow_break_page (self->flow);
}

static void
set_blocks (Setter       *self,
            const CapDoc *doc)
{
  const GPtrArray *blocks = cap_doc_get_blocks (doc);

  for (guint i = 0; i < blocks->len; i++)
    {
      const CapDocBlock *block = g_ptr_array_index (blocks, i);
      guint end = cap_doc_find_end (doc, i);

      make_room (self, blocks, i);
      if (block->kind == CAP_DOC_ITEM)
        set_items (self, blocks, i, end);
      else if (block->kind == CAP_DOC_FACT)
        set_facts (self, blocks, i, end);
      else
        set_block (self, block, i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL);
      if (block->kind == CAP_DOC_ITEM || block->kind == CAP_DOC_FACT)
        i = end - 1;
    }
}

/* Now that the pages are there. */
static void
number_entry (Setter      *self,
              const Entry *entry,
              guint        home)
{
  const CapPdfPen dots = { CAP_PDF_NO_COLOR, CAP_REPORT_MIDDLE, 0.6, 1.6 };
  CapPdfStyle style = *cap_report_style (entry->level == 1 ? CAP_REPORT_TYPE_STRONG : CAP_REPORT_TYPE_BODY);
  double right = CAP_REPORT_LEFT + CAP_REPORT_WIDTH;
  g_autofree char *number = NULL;
  guint page;

  if (!cap_pdf_find_anchor (self->pdf, entry->anchor, &page))
    return;

  number = g_strdup_printf ("%u", page + 1);
  style.align = CAP_PDF_ALIGN_RIGHT;
  cap_pdf_set_page (self->pdf, entry->page);
  cap_pdf_resume_tag (self->pdf, home);
  if (entry->end + 8 < right - NUMBER_WIDTH + 8)
    cap_pdf_draw_line (self->pdf, &dots, (CapPoint) { entry->end + 6, entry->y + style.leading - 4.5 },
                       (CapPoint) { right - NUMBER_WIDTH + 10, entry->y + style.leading - 4.5 });
  cap_pdf_resume_tag (self->pdf, entry->tag);
  cap_pdf_draw_text (self->pdf, &style, &(CapRect) { right - NUMBER_WIDTH, entry->y, NUMBER_WIDTH, 0 },
                     number);
  cap_pdf_resume_tag (self->pdf, home);
}

static void
decorate_cb (CapPdf   *pdf,
             guint     page,
             guint     n_pages,
             gpointer  user_data)
{
  const Setter *self = user_data;
  const CapDocInfo *info = cap_doc_get_info (self->doc);
  /* Translators: the number of the page, how many there are */
  g_autofree char *number = g_strdup_printf (_("page %u/%u"), page + 1, n_pages);
  g_autofree char *foot = g_strdup_printf ("%s%s%s", info->reference != NULL ? info->reference : "",
                                           info->reference != NULL ? " – " : "", number);
  g_autofree char *owner = g_strdup_printf ("%s%s%s", info->owner, info->marking != NULL ? " · " : "",
                                            info->marking != NULL ? info->marking : "");

  cap_report_decorate_page (pdf, &(CapReportDecoration) {
    .title = info->title, .owner = owner, .notice = info->notice, .number = foot,
    .code = self->code, .bare = page == 0 && self->has_cover,
  });
}

void
cap_doc_flow (const CapDoc *self,
              CapPdfFlow   *flow,
              const char   *code)
{
  Setter setter = { .doc = self, .flow = flow, .code = code };
  guint home;

  g_return_if_fail (self != NULL && flow != NULL);

  setter.pdf = cap_pdf_flow_get_pdf (flow);
  setter.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  setter.spans = g_array_new (FALSE, FALSE, sizeof (CapPdfSpan));
  home = cap_pdf_get_tag (setter.pdf);

  set_blocks (&setter, self);
  cap_pdf_flow_finish (flow, decorate_cb, &setter);
  for (guint i = 0; i < setter.entries->len; i++)
    number_entry (&setter, &g_array_index (setter.entries, Entry, i), home);

  g_array_unref (setter.entries);
  g_array_unref (setter.spans);
}
