/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

/* The criteria that a college answers, a row each: what is true or not, then a large box for each level
 * and one for who does not know. They are set once and drawn in each copy. */

#define BOX        24.0  /* 8.5 mm */
#define COLUMN     44.0  /* of a box, with its name below */
#define MAX_BOXES  290.0 /* wide, all of them */
#define CODE_WIDTH 40.0
#define TEXT_LEFT  (CAP_REPORT_LEFT + CODE_WIDTH)
#define FOOT       8.0   /* above the rule that ends a row */

static const CapPdfPen box_pen = { CAP_REPORT_WHITE, CAP_REPORT_INK, 0.9, 0 };
static const CapPdfPen rule_pen = { CAP_PDF_NO_COLOR, CAP_REPORT_RULE, 0.5, 0 };

/* A row, or one of the headings above it. */
typedef struct
{
  CapPdfText *text;
  CapPdfText *code;   /* of a criterion; NULL of a heading */
  CapPdfTag   tag;
  double      gap;    /* above */
  double      height;
  double      next;   /* what must be on the same page, below */
} Item;

struct _CapReportLevels
{
  CapReport *report;
  GPtrArray *items;  /* (element-type Item) */
  GPtrArray *digits; /* (element-type CapPdfText): in the boxes */
  GPtrArray *names;  /* (element-type CapPdfText): under the boxes */
  double     column;
  double     boxes_left;
  double     boxes_height;
};

static void
item_free (Item *self)
{
  g_clear_pointer (&self->text, cap_pdf_text_free);
  g_clear_pointer (&self->code, cap_pdf_text_free);
  g_free (self);
}

static void
add_box (CapReportLevels *self,
         const char      *digit,
         const char      *name)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_NOTE);
  CapPdfText *text;

  style.align = CAP_PDF_ALIGN_CENTER;
  style.hyphenate = FALSE;
  style.size = 6.8;
  style.leading = 8;
  style.color = CAP_REPORT_INK;
  text = cap_pdf_text_new (self->report->pdf, &style, self->column - 2, name);
  g_ptr_array_add (self->names, text);
  self->boxes_height = MAX (self->boxes_height, BOX + 3 + cap_pdf_text_get_height (text));

  style.size = 11;
  style.leading = 14;
  style.color = CAP_REPORT_GREY;
  g_ptr_array_add (self->digits, cap_pdf_text_new (self->report->pdf, &style, BOX, digit));
}

static void
make_boxes (CapReportLevels *self)
{
  const GPtrArray *levels = self->report->framework->levels;
  const guint n_boxes = levels->len + 1;

  self->column = MIN (COLUMN, MAX_BOXES / n_boxes);
  self->boxes_left = CAP_REPORT_LEFT + CAP_REPORT_WIDTH - n_boxes * self->column;
  for (guint i = 0; i < levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (levels, i);
      g_autofree char *digit = g_strdup_printf ("%d", level->number);

      add_box (self, digit, level->label);
    }
  add_box (self, "?", _("I do not know"));
}

static void
add_heading (CapReportLevels   *self,
             CapPdfTag          tag,
             const CapPdfStyle *style,
             double             gap,
             const char        *code,
             const char        *label)
{
  g_autofree char *title = g_strdup_printf ("%s\u2002%s", code, label);
  Item *item = g_new0 (Item, 1);

  item->text = cap_pdf_text_new (self->report->pdf, style, CAP_REPORT_WIDTH, title);
  item->tag = tag;
  item->gap = gap;
  item->height = cap_pdf_text_get_height (item->text);
  g_ptr_array_add (self->items, item);
}

static void
add_criterion (CapReportLevels    *self,
               const CapCriterion *criterion)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_BODY);
  CapPdfStyle code = *cap_report_style (CAP_REPORT_TYPE_STRONG);
  Item *item = g_new0 (Item, 1);

  style.leading = 13;
  code.leading = 13;
  code.color = CAP_REPORT_ACCENT;
  item->code = cap_pdf_text_new (self->report->pdf, &code, CODE_WIDTH, criterion->code);
  item->text = cap_pdf_text_new (self->report->pdf, &style, self->boxes_left - TEXT_LEFT - 8,
                                 criterion->label);
  item->tag = CAP_PDF_TAG_PARAGRAPH;
  item->gap = FOOT;
  item->height = MAX (cap_pdf_text_get_height (item->text), self->boxes_height) + FOOT;
  g_ptr_array_add (self->items, item);
}

static void
add_objective (CapReportLevels          *self,
               const CapObjectiveResult *objective)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_SUBSECTION);

  if (cap_report_count_in_scope (objective) == 0)
    return;

  style.color = CAP_REPORT_ACCENT;
  add_heading (self, CAP_PDF_TAG_HEADING_3, &style, 14, objective->objective->code,
               objective->objective->label);
  for (guint i = 0; i < objective->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (objective->criteria, i);

      if (cap_report_is_in_scope (result))
        add_criterion (self, result->criterion);
    }
}

/* A heading is on the page of the row that it announces. */
static void
keep_together (CapReportLevels *self)
{
  for (guint i = self->items->len; i > 1; i--)
    {
      const Item *below = g_ptr_array_index (self->items, i - 1);
      Item *item = g_ptr_array_index (self->items, i - 2);

      if (item->code == NULL)
        item->next = below->gap + below->height + below->next;
    }
}

/**
 * cap_report_levels_new:
 *
 * Returns: (transfer full): all the criteria in scope, ready to be drawn in any number of copies
 */
CapReportLevels *
cap_report_levels_new (CapReport *report)
{
  const GPtrArray *themes = report->input->photograph->all_themes;
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_TITLE);
  CapReportLevels *self = g_new0 (CapReportLevels, 1);

  style.size = 19;
  style.leading = 24;
  self->report = report;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->digits = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_pdf_text_free);
  self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_pdf_text_free);
  make_boxes (self);
  for (guint i = 0; i < themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (themes, i);

      if (theme->score.coverage.applicable == 0)
        continue;

      add_heading (self, CAP_PDF_TAG_HEADING_2, &style, 30, theme->theme->code, theme->theme->label);
      for (guint j = 0; j < theme->objectives->len; j++)
        add_objective (self, g_ptr_array_index (theme->objectives, j));
    }
  keep_together (self);

  return self;
}

void
cap_report_levels_free (CapReportLevels *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->digits);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/* The boxes and the rule first: what is read stays in one piece. */
static void
draw_criterion (const CapReportLevels *self,
                const Item            *item,
                double                 y)
{
  CapPdf *pdf = self->report->pdf;
  const double inside = (self->column - BOX) / 2;
  const double foot = y + item->height;

  for (guint i = 0; i < self->digits->len; i++)
    cap_pdf_draw_rect (pdf, &box_pen,
                       &(CapRect) { self->boxes_left + i * self->column + inside, y, BOX, BOX }, 2);
  cap_pdf_draw_line (pdf, &rule_pen, (CapPoint) { CAP_REPORT_LEFT, foot },
                     (CapPoint) { CAP_REPORT_LEFT + CAP_REPORT_WIDTH, foot });

  cap_pdf_begin_tag (pdf, item->tag);
  cap_pdf_text_draw (item->code, CAP_REPORT_LEFT, y);
  cap_pdf_text_draw (item->text, TEXT_LEFT, y);
  for (guint i = 0; i < self->digits->len; i++)
    {
      const double x = self->boxes_left + i * self->column;

      cap_pdf_text_draw (g_ptr_array_index (self->digits, i), x + inside, y + 5);
      cap_pdf_text_draw (g_ptr_array_index (self->names, i), x + 1, y + BOX + 3);
    }
  cap_pdf_end_tag (pdf);
}

/* Draws all the rows, once more. */
void
cap_report_levels_flow (const CapReportLevels *self)
{
  CapReport *report = self->report;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);
      double y;

      cap_pdf_flow_skip (report->flow, item->gap);
      y = cap_pdf_flow_take_together (report->flow, item->height, item->next);
      if (item->code != NULL)
        {
          draw_criterion (self, item, y);
          continue;
        }

      cap_pdf_begin_tag (report->pdf, item->tag);
      cap_pdf_text_draw (item->text, CAP_REPORT_LEFT, y);
      cap_pdf_end_tag (report->pdf);
    }
}
