/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "chart/cap-radar.h"
#include "plan/cap-board.h"
#include "scoring/cap-figures.h"

#define EMBLEM_WIDTH 232.0
#define WHOLE_HEIGHT 172.0
#define MARK_WIDTH    16.0
#define LINE_GAP       3.0
#define LIST_GAP      12.0
#define NOTE_ROOM     30.0
#define SMALLEST       7.0

/* One of the three lists of the page. */
typedef struct
{
  const char *title;
  const char *mark;
  GStrv       lines;
} List;

#define N_LISTS 3

static CapPdfText *
new_line (CapReport         *self,
          const CapPdfStyle *style,
          const char        *text)
{
  g_autofree char *words = cap_report_dup_typography (text);

  return cap_pdf_text_new (self->pdf, style, CAP_REPORT_WIDTH - MARK_WIDTH, words);
}

/* A line of a list, with a mark before it. */
static void
add_line (CapReport         *self,
          const CapPdfStyle *style,
          const char        *mark,
          const char        *text)
{
  g_autoptr(CapPdfText) line = new_line (self, style, text);
  CapPdfStyle sign = *style;
  double y = cap_pdf_flow_take (self->flow, cap_pdf_text_get_height (line) + LINE_GAP);

  sign.face = CAP_PDF_FACE_BOLD;
  sign.color = CAP_REPORT_ACCENT;
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST_ITEM);
  cap_pdf_draw_text (self->pdf, &sign, &(CapRect) { CAP_REPORT_LEFT, y, MARK_WIDTH, 0 }, mark);
  cap_pdf_text_draw (line, CAP_REPORT_LEFT + MARK_WIDTH, y);
  cap_pdf_end_tag (self->pdf);
}

static void
add_list (CapReport         *self,
          const CapPdfStyle *style,
          const List        *list)
{
  if (list->lines[0] == NULL)
    return;

  cap_pdf_flow_skip (self->flow, LIST_GAP);
  cap_pdf_flow_add_heading (self->flow, CAP_PDF_TAG_HEADING_2, cap_report_style (CAP_REPORT_TYPE_SECTION),
                            list->title, NULL);
  cap_pdf_flow_skip (self->flow, 4);
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST);
  for (guint i = 0; list->lines[i] != NULL; i++)
    add_line (self, style, list->mark, list->lines[i]);
  cap_pdf_end_tag (self->pdf);
}

static double
measure_lists (CapReport         *self,
               const CapPdfStyle *style,
               const List         lists[N_LISTS])
{
  double height = 0;

  for (guint i = 0; i < N_LISTS; i++)
    {
      height += LIST_GAP + 4 + cap_report_style (CAP_REPORT_TYPE_SECTION)->leading;
      for (guint j = 0; lists[i].lines[j] != NULL; j++)
        {
          g_autoptr(CapPdfText) line = new_line (self, style, lists[i].lines[j]);

          height += cap_pdf_text_get_height (line) + LINE_GAP;
        }
    }

  return height;
}

/* It is one page: the letters are as large as that allows. */
static CapPdfStyle
find_style (CapReport  *self,
            const List  lists[N_LISTS],
            double      room)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_BODY);

  while (style.size > SMALLEST && measure_lists (self, &style, lists) > room)
    {
      style.size -= 0.25;
      style.leading = style.size * 1.42;
    }

  return style;
}

/* The score on the left, the emblem on the right. */
static void
add_whole (CapReport      *self,
           const CapBoard *board)
{
  g_autoptr(CapFigure) emblem = cap_figures_new_emblem (self->input->photograph, self->input->comparison);
  g_autofree char *percent = cap_report_dup_percent (&self->input->photograph->score);
  g_autofree char *date = cap_date_format_long (self->input->evaluation->date);
  /* Translators: a date */
  g_autofree char *when = g_strdup_printf (_("Self-evaluation of %s"), date);
  const double width = CAP_REPORT_WIDTH - EMBLEM_WIDTH - 16;
  const double top = cap_pdf_flow_take (self->flow, WHOLE_HEIGHT);
  CapRect area = { CAP_REPORT_LEFT, top, width, 0 };

  area.y += cap_report_draw (self, CAP_REPORT_TYPE_NOTE, CAP_PDF_TAG_PARAGRAPH, &area, when) + 4;
  area.y += cap_report_draw (self, CAP_REPORT_TYPE_FIGURE, CAP_PDF_TAG_PARAGRAPH, &area, percent) + 4;
  cap_report_draw (self, CAP_REPORT_TYPE_LEAD, CAP_PDF_TAG_PARAGRAPH, &area, board->summary);
  if (cap_radar_suits (emblem->rows->len))
    cap_report_draw_figure (self, emblem,
                            &(CapRect) { CAP_REPORT_LEFT + width + 16, top - 8, EMBLEM_WIDTH, 0 }, 7.6);
}

/**
 * cap_report_add_board:
 *
 * Adds the page for the board: what is strong, what to mend first, what is
 * asked of it, in plain words.
 */
void
cap_report_add_board (CapReport *self)
{
  const CapReportInput *input = self->input;
  g_autofree char *name = cap_report_dup_typography (input->dossier->member->name);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(CapBoard) board = cap_board_new (input->dossier, input->photograph, input->comparison,
                                             input->proposals != NULL ? input->proposals : none, input->date);
  const List lists[N_LISTS] = {
    { _("What is strong"), "+", board->strong },
    { _("What to mend first"), "!", board->mend },
    { _("What is asked of you"), "→", board->asked },
  };
  CapPdfStyle style;

  cap_report_add_part (self, input->layout == CAP_LAYOUT_BOARD ? name : NULL, _("For the board"), NULL,
                       G_MAXDOUBLE);
  add_whole (self, board);
  style = find_style (self, lists, cap_pdf_flow_get_remaining (self->flow) - NOTE_ROOM);
  for (guint i = 0; i < N_LISTS; i++)
    add_list (self, &style, &lists[i]);
  cap_pdf_flow_skip (self->flow, 10);
  cap_report_add_note (self, _("These figures are what the structure found about itself. They certify "
                               "nothing: they say where to go on."));
}
