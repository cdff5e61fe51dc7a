/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

/* The emblem of a cover: the four axes, one ring inside the other, cut by the edge of the page. */
#define EMBLEM_RINGS 5
#define EMBLEM_STEP  40.0

static const CapPdfStyle styles[] = {
  [CAP_REPORT_TYPE_DISPLAY] =
    { CAP_PDF_FACE_LIGHT, 44, 50, -0.5, CAP_REPORT_ACCENT, CAP_PDF_ALIGN_LEFT, FALSE },
  [CAP_REPORT_TYPE_TITLE] =
    { CAP_PDF_FACE_LIGHT, 27, 33, -0.2, CAP_REPORT_ACCENT, CAP_PDF_ALIGN_LEFT, FALSE },
  [CAP_REPORT_TYPE_SECTION] =
    { CAP_PDF_FACE_BOLD, 13, 18, 0, CAP_REPORT_ACCENT, CAP_PDF_ALIGN_LEFT, FALSE },
  [CAP_REPORT_TYPE_SUBSECTION] =
    { CAP_PDF_FACE_BOLD, 10.5, 15, 0, CAP_REPORT_INK, CAP_PDF_ALIGN_LEFT, FALSE },
  [CAP_REPORT_TYPE_LEAD] =
    { CAP_PDF_FACE_REGULAR, 11.5, 17, 0, CAP_REPORT_INK, CAP_PDF_ALIGN_LEFT, TRUE },
  [CAP_REPORT_TYPE_BODY] =
    { CAP_PDF_FACE_REGULAR, 9.5, 14, 0, CAP_REPORT_INK, CAP_PDF_ALIGN_LEFT, TRUE },
  [CAP_REPORT_TYPE_STRONG] =
    { CAP_PDF_FACE_BOLD, 9.5, 14, 0, CAP_REPORT_INK, CAP_PDF_ALIGN_LEFT, TRUE },
  [CAP_REPORT_TYPE_SMALL] =
    { CAP_PDF_FACE_REGULAR, 8.5, 11.5, 0, CAP_REPORT_INK, CAP_PDF_ALIGN_LEFT, TRUE },
  [CAP_REPORT_TYPE_NOTE] =
    { CAP_PDF_FACE_REGULAR, 8, 11.5, 0, CAP_REPORT_GREY, CAP_PDF_ALIGN_LEFT, TRUE },
  [CAP_REPORT_TYPE_KICKER] =
    { CAP_PDF_FACE_BOLD, 7.5, 11, 0.65, CAP_REPORT_ACCENT, CAP_PDF_ALIGN_LEFT, FALSE },
  [CAP_REPORT_TYPE_FIGURE] =
    { CAP_PDF_FACE_LIGHT, 64, 66, -1.5, CAP_REPORT_ACCENT, CAP_PDF_ALIGN_LEFT, FALSE },
};

static const CapPdfTableLook look = {
  .head = { CAP_PDF_FACE_BOLD, 7.5, 10.5, 0.2, CAP_REPORT_GREY, CAP_PDF_ALIGN_LEFT, FALSE },
  .group = { CAP_PDF_FACE_BOLD, 9.5, 13, 0, CAP_REPORT_ACCENT, CAP_PDF_ALIGN_LEFT, FALSE },
  .cell = { CAP_PDF_FACE_REGULAR, 8.5, 11.5, 0, CAP_REPORT_INK, CAP_PDF_ALIGN_LEFT, TRUE },
  .pad_x = 5, .pad_y = 5,
  .rule = CAP_REPORT_RULE, .head_rule = CAP_REPORT_ACCENT,
  .band = CAP_PDF_NO_COLOR, .group_band = CAP_REPORT_PALE,
};

static void
draw_emblem (CapPdf *pdf)
{
  const CapPoint center = { CAP_PDF_A4_WIDTH, 606 };

  for (guint ring = EMBLEM_RINGS; ring > 0; ring--)
    {
      double radius = ring * EMBLEM_STEP;
      CapPdfPen pen = { CAP_PDF_NO_COLOR, ring % 2 == 1 ? CAP_REPORT_MIDDLE : CAP_REPORT_TINT, 0.8, 0 };
      CapPoint points[4] = {
        { center.x, center.y - radius }, { center.x + radius, center.y },
        { center.x, center.y + radius }, { center.x - radius, center.y },
      };

      if (ring == 2)
        pen = (CapPdfPen) { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
      if (ring == 3)
        pen.fill = CAP_REPORT_TINT;
      cap_pdf_draw_polygon (pdf, &pen, points, G_N_ELEMENTS (points));
    }
}

/* A line of the cover that says one fact: a small label, then what it is. */
static double
draw_fact (CapReport  *self,
           double      y,
           const char *label,
           const char *value)
{
  CapPdfStyle muted = styles[CAP_REPORT_TYPE_BODY];
  double height;

  if (value == NULL || value[0] == '\0')
    return y;

  muted.color = CAP_REPORT_GREY;
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_draw_text (self->pdf, &muted, &(CapRect) { CAP_REPORT_LEFT, y, 110, 0 }, label);
  height = cap_pdf_draw_text (self->pdf, &styles[CAP_REPORT_TYPE_BODY],
                              &(CapRect) { CAP_REPORT_LEFT + 112, y, 250, 0 }, value);
  cap_pdf_end_tag (self->pdf);

  return y + height + 3;
}

static void
draw_facts (CapReport *self,
            double     y)
{
  const CapReportInput *input = self->input;
  const CapMember *member = input->dossier->member;
  g_autofree char *kinds = cap_report_dup_kinds (self->framework, member);
  g_autofree char *framework = g_strdup_printf ("%s, %s", self->framework->title, self->framework->version);
  g_autofree char *evaluated = cap_date_format_long (input->evaluation->date);
  g_autofree char *printed = cap_date_format_long (input->date);
  g_autofree char *siret = member->siret != NULL ? cap_siret_format (member->siret) : NULL;
  g_autofree char *coverage = cap_report_dup_coverage (&input->photograph->score);
  gboolean filled = self->kind != CAP_REPORT_QUESTIONNAIRE;

  y = draw_fact (self, y, _("Agreements"), kinds);
  y = draw_fact (self, y, _("SIRET"), siret);
  y = draw_fact (self, y, _("Region"), member->region != NULL ? cap_region_get_label (member->region) : NULL);
  y = draw_fact (self, y, _("Framework"), framework);
  y = draw_fact (self, y, _("Evaluation of"), filled ? evaluated : NULL);
  y = draw_fact (self, y, _("Coverage"), filled ? coverage : NULL);
  draw_fact (self, y, _("Printed on"), filled ? printed : NULL);
}

const CapPdfStyle *
cap_report_style (CapReportType type)
{
  return &styles[type];
}

const CapPdfTableLook *
cap_report_table_look (void)
{
  return &look;
}

/* Draws a text that is an element of its own. */
double
cap_report_draw (CapReport     *self,
                 CapReportType  type,
                 CapPdfTag      tag,
                 const CapRect *area,
                 const char    *text)
{
  double height;

  cap_pdf_begin_tag (self->pdf, tag);
  height = cap_pdf_draw_text (self->pdf, &styles[type], area, text);
  cap_pdf_end_tag (self->pdf);

  return height;
}

/* Draws a text that is a paragraph of its own, in a style of its own. */
double
cap_report_write (CapReport         *self,
                  const CapPdfStyle *style,
                  const CapRect     *area,
                  const char        *text)
{
  double height;

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_PARAGRAPH);
  height = cap_pdf_draw_text (self->pdf, style, area, text);
  cap_pdf_end_tag (self->pdf);

  return height;
}

/* What is around the words of a cover. */
void
cap_report_draw_cover (CapPdf *pdf)
{
  const CapPdfPen accent = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };

  draw_emblem (pdf);
  cap_pdf_draw_rect (pdf, &accent, &(CapRect) { 0, 0, 14, CAP_PDF_A4_HEIGHT }, 0);
}

/**
 * cap_report_add_cover:
 * @self: a document
 * @subtitle: what it is, in a sentence
 *
 * Adds the first page: what, of whom, when, and that it certifies nothing.
 */
void
cap_report_add_cover (CapReport  *self,
                      const char *subtitle)
{
  const CapPdfPen accent = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  g_autofree char *name = cap_report_dup_typography (self->input->dossier->member->name);
  CapPdfStyle title = styles[CAP_REPORT_TYPE_SECTION];
  double y = 150;

  title.size = 19;
  title.leading = 25;
  title.color = CAP_REPORT_INK;

  cap_pdf_add_page (self->pdf, CAP_PDF_PORTRAIT);
  cap_report_draw_cover (self->pdf);
  cap_report_draw (self, CAP_REPORT_TYPE_KICKER, CAP_PDF_TAG_PARAGRAPH,
                   &(CapRect) { CAP_REPORT_LEFT, 76, 300, 0 }, "CAP CÈDRE");

  cap_pdf_add_bookmark (self->pdf, 0, self->title, 0);
  y += cap_report_draw (self, CAP_REPORT_TYPE_DISPLAY, CAP_PDF_TAG_HEADING_1,
                        &(CapRect) { CAP_REPORT_LEFT, y, CAP_REPORT_WIDTH, 0 }, self->title);
  y += 6 + cap_report_draw (self, CAP_REPORT_TYPE_LEAD, CAP_PDF_TAG_PARAGRAPH,
                            &(CapRect) { CAP_REPORT_LEFT, y + 6, 330, 0 }, subtitle);
  y += 28;
  cap_pdf_draw_rect (self->pdf, &accent, &(CapRect) { CAP_REPORT_LEFT, y, 42, 3 }, 0);
  y += 26 + cap_report_write (self, &title, &(CapRect) { CAP_REPORT_LEFT, y + 18, 400, 0 }, name);
  draw_facts (self, y + 6);
}

/* What whoever holds the paper asks the file about. */
static void
draw_code (CapPdf            *pdf,
           const CapPdfStyle *style,
           const CapRect     *area,
           const char        *code)
{
  /* Translators: the code of a version of the dossier that was sealed, at the foot of the pages */
  g_autofree char *text = g_strdup_printf (_("Sealed version %s"), code);

  cap_pdf_draw_text (pdf, style, area, text);
}

/* The foot of every page; the head of every page that has one. */
void
cap_report_decorate_page (CapPdf                    *pdf,
                          const CapReportDecoration *decoration)
{
  const CapPdfPen rule = { CAP_PDF_NO_COLOR, CAP_REPORT_RULE, 0.5, 0 };
  CapPdfStyle note = styles[CAP_REPORT_TYPE_NOTE];
  double foot = cap_pdf_get_height (pdf) - 42;
  gboolean wide = cap_pdf_get_width (pdf) > cap_pdf_get_height (pdf);
  double left = wide ? CAP_REPORT_WIDE_LEFT : CAP_REPORT_LEFT;
  double right = cap_pdf_get_width (pdf) - left;

  note.size = 7.5;
  cap_pdf_draw_line (pdf, &rule, (CapPoint) { left, foot - 6 }, (CapPoint) { right, foot - 6 });
  cap_pdf_draw_text (pdf, &note, &(CapRect) { left, foot, 240, 0 }, decoration->notice);
  note.align = CAP_PDF_ALIGN_RIGHT;
  cap_pdf_draw_text (pdf, &note, &(CapRect) { left + 245, foot, right - left - 245, 0 }, decoration->number);
  if (decoration->code != NULL)
    draw_code (pdf, &note, &(CapRect) { left + 245, foot + note.leading, right - left - 245, 0 },
               decoration->code);
  if (decoration->bare)
    return;

  cap_pdf_draw_text (pdf, &note, &(CapRect) { left + 160, 40, right - left - 160, 0 }, decoration->owner);
  note.align = CAP_PDF_ALIGN_LEFT;
  note.face = CAP_PDF_FACE_BOLD;
  note.color = CAP_REPORT_ACCENT;
  cap_pdf_draw_text (pdf, &note, &(CapRect) { left, 40, 160, 0 }, decoration->title);
  cap_pdf_draw_line (pdf, &rule, (CapPoint) { left, 56 }, (CapPoint) { right, 56 });
}

static char *
dup_page_number (const CapReport *self,
                 guint            page,
                 guint            n_pages)
{
  if (self->draft)
    /* Translators: the same of a document that is not final */
    return g_strdup_printf (_("draft · page %u/%u"), page + 1, n_pages);

  /* Translators: the number of the page, how many there are */
  return g_strdup_printf (_("page %u/%u"), page + 1, n_pages);
}

void
cap_report_decorate (CapPdf  *pdf,
                     guint    page,
                     guint    n_pages,
                     gpointer user_data)
{
  CapReport *self = user_data;
  g_autofree char *number = dup_page_number (self, page, n_pages);
  g_autofree char *name = cap_report_dup_typography (self->input->dossier->member->name);

  cap_report_decorate_page (pdf, &(CapReportDecoration) {
    .title = self->title, .owner = name, .number = number, .code = self->input->code, .bare = page == 0,
    .notice = _("Self-evaluation document, without certification value"),
  });
}

/* A part starts at the top of a page, unless there is @room points left for its beginning: a few
 * lines alone on a page look like a mistake.
 */
void
cap_report_add_part (CapReport  *self,
                     const char *kicker,
                     const char *title,
                     const char *anchor,
                     double      room)
{
  if (cap_pdf_flow_get_remaining (self->flow) < room)
    cap_pdf_flow_break_page (self->flow);
  else
    cap_pdf_flow_skip (self->flow, 44);

  if (kicker != NULL)
    {
      double y = cap_pdf_flow_take_together (self->flow, 15, 100);

      cap_report_draw (self, CAP_REPORT_TYPE_KICKER, CAP_PDF_TAG_PARAGRAPH,
                       &(CapRect) { CAP_REPORT_LEFT, y, CAP_REPORT_WIDTH, 0 }, kicker);
    }
  cap_pdf_flow_add_heading (self->flow, CAP_PDF_TAG_HEADING_1, &styles[CAP_REPORT_TYPE_TITLE], title, anchor);
  cap_pdf_flow_skip (self->flow, 14);
}

void
cap_report_add_title (CapReport  *self,
                      const char *title)
{
  cap_report_add_part (self, NULL, title, NULL, G_MAXDOUBLE);
}

void
cap_report_add_section (CapReport  *self,
                        const char *title,
                        const char *anchor)
{
  cap_pdf_flow_skip (self->flow, 26);
  cap_pdf_flow_add_heading (self->flow, CAP_PDF_TAG_HEADING_2, &styles[CAP_REPORT_TYPE_SECTION], title,
                            anchor);
  cap_pdf_flow_skip (self->flow, 8);
}

void
cap_report_add_note (CapReport  *self,
                     const char *text)
{
  cap_pdf_flow_add_paragraph (self->flow, &styles[CAP_REPORT_TYPE_NOTE], text);
}
