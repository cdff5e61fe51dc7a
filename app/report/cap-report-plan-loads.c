/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"

/* Who carries the plan, and what it is about: bars of actions, in two columns. */

#define COLUMN_GAP  24.0
#define COLUMN      ((CAP_REPORT_WIDTH - COLUMN_GAP) / 2)
#define HEADING     26.0
#define KEY_HEIGHT  18.0
#define BAR_HEIGHT  7.0
#define ROW_GAP     7.0
#define MAX_OWNERS  7

typedef struct
{
  CapPdfText *text;
  guint       late;
  guint       open;   /* not late */
  guint       closed;
} Row;

static void
clear_row (Row *row)
{
  cap_pdf_text_free (row->text);
}

static GArray *
new_rows (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, (GDestroyNotify) clear_row);

  return rows;
}

static CapPdfText *
make_text (CapReport  *self,
           const char *label,
           const char *figures)
{
  const CapPdfStyle *style = cap_report_style (CAP_REPORT_TYPE_SMALL);
  g_autofree char *name = cap_report_dup_typography (label);
  const CapPdfSpan spans[] = {
    { name, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { "\u2002", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { figures, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  };

  return cap_pdf_text_new_spans (self->pdf, style, COLUMN, spans, G_N_ELEMENTS (spans));
}

static void
add_load (CapReport  *self,
          GArray     *rows,
          const char *label,
          guint       open,
          guint       late,
          gint64      days_hundredths)
{
  g_autofree char *days = cap_number_format_thousandths (days_hundredths * 10);
  g_autofree char *figures = NULL;

  if (days_hundredths > 0)
    /* Translators: two numbers of actions, then a number of days planned */
    figures = g_strdup_printf (_("%1$u open, %2$u late · %3$s d"), open, late, days);
  else
    /* Translators: two numbers of actions */
    figures = g_strdup_printf (_("%1$u open, %2$u late"), open, late);

  g_array_append_val (rows, ((Row) { make_text (self, label, figures), late, open - late, 0 }));
}

/* The heaviest loads, and all the others together: nobody’s stand out even when they are few. */
static GArray *
list_loads (CapReport            *self,
            const CapPlanFigures *figures)
{
  GArray *rows = new_rows ();
  CapPlanLoad others = { NULL };
  guint n_others = 0;

  for (guint i = 0; i < figures->loads->len; i++)
    {
      const CapPlanLoad *load = g_ptr_array_index (figures->loads, i);

      if (rows->len < MAX_OWNERS || load->owner == NULL)
        {
          add_load (self, rows, cap_plan_load_get_label (load), load->open, load->late,
                    load->days_hundredths);
          continue;
        }
      n_others++;
      others.open += load->open;
      others.late += load->late;
      others.days_hundredths += load->days_hundredths;
    }

  if (n_others > 0)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%u other owner", "%u other owners", n_others),
                                                n_others);

      add_load (self, rows, label, others.open, others.late, others.days_hundredths);
    }

  return rows;
}

static GArray *
list_themes (CapReport            *self,
             const CapPlanFigures *figures)
{
  GArray *rows = new_rows ();

  for (guint i = 0; i < figures->themes->len; i++)
    {
      const CapPlanTheme *theme = g_ptr_array_index (figures->themes, i);
      /* Translators: three numbers of actions */
      g_autofree char *words = g_strdup_printf (_("%1$u open, %2$u late, %3$u closed"), theme->open,
                                                theme->late, theme->closed);
      g_autofree char *label = theme->code != NULL ? g_strdup_printf ("%s %s", theme->code, theme->label)
                                                   : g_strdup (cap_plan_theme_get_label (theme));

      g_array_append_val (rows, ((Row) {
        make_text (self, label, words), theme->late, theme->open - theme->late, theme->closed,
      }));
    }

  return rows;
}

static double
measure_rows (const GArray *rows)
{
  double height = HEADING + KEY_HEIGHT;

  for (guint i = 0; i < rows->len; i++)
    height += cap_pdf_text_get_height (g_array_index (rows, Row, i).text) + BAR_HEIGHT + ROW_GAP + 2;

  return height;
}

static void
draw_piece (CapReport *self,
            double     y,
            double    *x,
            double     width,
            guint32    fill,
            gboolean   hatched)
{
  const CapPdfPen pen = { fill, CAP_REPORT_ACCENT, 0.7, 0 };
  CapRect rect = { *x, y, width, BAR_HEIGHT };

  if (width <= 0)
    return;

  cap_pdf_draw_rect (self->pdf, &pen, &rect, 0);
  if (hatched)
    cap_pdf_draw_hatching (self->pdf, &pen, &rect, 2.5);
  *x += width;
}

static void
draw_row (CapReport *self,
          double     left,
          double     y,
          const Row *row,
          double     unit)
{
  double x = left;

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST_ITEM);
  cap_pdf_text_draw (row->text, left, y);
  cap_pdf_end_tag (self->pdf);
  y += cap_pdf_text_get_height (row->text) + 2;
  draw_piece (self, y, &x, row->late * unit, CAP_REPORT_WHITE, TRUE);
  draw_piece (self, y, &x, row->open * unit, CAP_REPORT_ACCENT, FALSE);
  draw_piece (self, y, &x, row->closed * unit, CAP_REPORT_TINT, FALSE);
}

static void
draw_key (CapReport *self,
          double     x,
          double     y,
          gboolean   closed)
{
  const CapPdfStyle *style = cap_report_style (CAP_REPORT_TYPE_NOTE);
  const struct { const char *label; guint32 fill; gboolean hatched; } keys[] = {
    { C_("actions", "late"), CAP_REPORT_WHITE, TRUE },
    { C_("actions", "open"), CAP_REPORT_ACCENT, FALSE },
    { C_("actions", "closed"), CAP_REPORT_TINT, FALSE },
  };

  cap_pdf_begin_decoration (self->pdf);
  for (guint i = 0; i < (closed ? 3 : 2); i++)
    {
      double start = x + i * 68;

      draw_piece (self, y + 2, &(double) { start }, 9, keys[i].fill, keys[i].hatched);
      cap_pdf_draw_text (self->pdf, style, &(CapRect) { start + 13, y, 54, 0 }, keys[i].label);
    }
  cap_pdf_end_decoration (self->pdf);
}

static void
draw_column (CapReport    *self,
             double        x,
             double        y,
             const char   *title,
             const GArray *rows,
             gboolean      closed)
{
  guint most = 1;

  cap_pdf_add_bookmark (self->pdf, 1, title, y);
  cap_report_draw (self, CAP_REPORT_TYPE_SECTION, CAP_PDF_TAG_HEADING_2, &(CapRect) { x, y, COLUMN, 0 },
                   title);
  draw_key (self, x, y + HEADING, closed);
  y += HEADING + KEY_HEIGHT;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      most = MAX (most, row->late + row->open + row->closed);
    }

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      draw_row (self, x, y, row, COLUMN / most);
      y += cap_pdf_text_get_height (row->text) + BAR_HEIGHT + ROW_GAP + 2;
    }
  cap_pdf_end_tag (self->pdf);
}

/**
 * cap_report_add_loads:
 * @self: a document
 * @figures: those of its plan
 *
 * Adds who carries how much, and what it is about.
 */
void
cap_report_add_loads (CapReport            *self,
                      const CapPlanFigures *figures)
{
  g_autoptr(GArray) loads = list_loads (self, figures);
  g_autoptr(GArray) themes = list_themes (self, figures);
  double right = CAP_REPORT_LEFT + COLUMN + COLUMN_GAP;
  double height = MAX (loads->len > 0 ? measure_rows (loads) : 0, measure_rows (themes));
  double y;

  cap_pdf_flow_skip (self->flow, 22);
  y = cap_pdf_flow_take (self->flow, height);
  if (loads->len > 0)
    draw_column (self, CAP_REPORT_LEFT, y, cap_plan_figure_get_label (CAP_FIGURE_OWNERS), loads, FALSE);
  draw_column (self, loads->len > 0 ? right : CAP_REPORT_LEFT, y,
               cap_plan_figure_get_label (CAP_FIGURE_THEMES), themes, TRUE);
}
