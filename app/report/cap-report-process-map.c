/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-process-map.h"

#include <glib/gi18n.h>

#include "chart/cap-process-map.h"
#include "quality/cap-process-rules.h"
#include "report/cap-report-private.h"

/* The smallest words that a page may have, beside those of the text. */
#define SMALLEST 0.62
#define STEP     0.06

struct _CapReportProcessMap
{
  CapPdf           *pdf;
  const CapDossier *dossier;
  GPtrArray        *processes;
  double            scale;
  CapProcessMap    *map;
};

static const CapProcessMapStyle look = {
  .side_width = 76, .title_height = 11, .min_width = 70, .max_width = 130, .min_height = 42,
  .inset = 4, .gap = 16, .padding = 8, .lane = 7, .chevron = 7,
};

static CapPdfStyle
get_style (const CapReportProcessMap *self,
           CapReportType              type)
{
  CapPdfStyle style = *cap_report_style (type);

  style.size *= self->scale;
  style.leading = 1.22 * style.size;
  style.hyphenate = TRUE;

  return style;
}

static CapProcessMapStyle
get_look (const CapReportProcessMap *self)
{
  CapProcessMapStyle style = look;

  style.title_height *= self->scale;
  style.min_width *= self->scale;
  style.min_height *= self->scale;
  style.inset *= self->scale;
  style.gap *= self->scale;
  style.padding *= self->scale;
  style.lane *= self->scale;
  style.chevron *= self->scale;

  return style;
}

static const char *
get_needs (void)
{
  return _("Needs of people, of clients and of the territory");
}

static const char *
get_answers (void)
{
  return _("Answers, satisfaction");
}

static CapPdfText *
make_code (const CapReportProcessMap *self,
           const CapRecord           *process,
           double                     width)
{
  CapPdfStyle style = get_style (self, CAP_REPORT_TYPE_SMALL);

  style.face = CAP_PDF_FACE_BOLD;
  style.color = CAP_REPORT_ACCENT;
  style.size *= 0.88;
  style.leading *= 0.88;

  return cap_pdf_text_new (self->pdf, &style, width, cap_record_get_code (process));
}

static CapPdfText *
make_name (const CapReportProcessMap *self,
           const CapRecord           *process,
           double                     width)
{
  CapPdfStyle style = get_style (self, CAP_REPORT_TYPE_SMALL);
  g_autofree char *name = cap_report_dup_typography (cap_record_get_title (process));

  style.face = CAP_PDF_FACE_BOLD;

  return cap_pdf_text_new (self->pdf, &style, width, name);
}

/* Returns: (nullable): who is in charge of it */
static CapPdfText *
make_owner (const CapReportProcessMap *self,
            const CapRecord           *process,
            double                     width)
{
  const char *owner = cap_record_get (process, CAP_PROCESS_OWNER);
  CapPdfStyle style = get_style (self, CAP_REPORT_TYPE_NOTE);
  g_autofree char *text = owner != NULL ? cap_report_dup_typography (owner) : NULL;

  style.size *= 0.92;
  style.leading *= 0.92;

  return text != NULL ? cap_pdf_text_new (self->pdf, &style, width, text) : NULL;
}

static CapPdfText *
make_end (const CapReportProcessMap *self,
          const char                *words,
          double                     width)
{
  CapPdfStyle style = get_style (self, CAP_REPORT_TYPE_SMALL);

  style.align = CAP_PDF_ALIGN_CENTER;

  return cap_pdf_text_new (self->pdf, &style, width, words);
}

static double
measure (const CapRecord *process,
         double           width,
         gpointer         user_data)
{
  const CapReportProcessMap *self = user_data;

  if (process == NULL)
    {
      g_autoptr(CapPdfText) needs = make_end (self, get_needs (), width);
      g_autoptr(CapPdfText) answers = make_end (self, get_answers (), width);

      return MAX (cap_pdf_text_get_height (needs), cap_pdf_text_get_height (answers));
    }
  else
    {
      g_autoptr(CapPdfText) code = make_code (self, process, width);
      g_autoptr(CapPdfText) name = make_name (self, process, width);
      g_autoptr(CapPdfText) owner = make_owner (self, process, width);

      return cap_pdf_text_get_height (code) + cap_pdf_text_get_height (name) +
             (owner != NULL ? cap_pdf_text_get_height (owner) : 0);
    }
}

static CapPoint
move (CapPoint point,
      CapPoint corner)
{
  return (CapPoint) { point.x + corner.x, point.y + corner.y };
}

static CapRect
move_rect (CapRect  rect,
           CapPoint corner)
{
  return (CapRect) { rect.x + corner.x, rect.y + corner.y, rect.width, rect.height };
}

static void
draw_bands (const CapReportProcessMap *self,
            CapPoint                   corner)
{
  const CapPdfPen ground = { CAP_REPORT_PALE, CAP_REPORT_RULE, 0.5, 0 };
  const CapPdfStyle style = get_style (self, CAP_REPORT_TYPE_KICKER);
  const CapChoice *choices = cap_register_get (CAP_REGISTER_PROCESS)->fields[CAP_PROCESS_KIND].choices;

  for (guint band = 0; band < CAP_N_PROCESS_BANDS; band++)
    {
      const CapRect rect = move_rect (self->map->bands[band], corner);
      const CapRect title = move_rect (self->map->titles[band], corner);

      cap_pdf_draw_rect (self->pdf, &ground, &rect, 5);
      cap_pdf_draw_text (self->pdf, &style, &title, gettext (choices[band].label));
    }
}

static void
draw_end (const CapReportProcessMap *self,
          CapPoint                   corner,
          const CapRect             *place,
          const char                *words)
{
  const CapPdfPen pen = { CAP_REPORT_TINT, CAP_REPORT_MIDDLE, 0.6, 0 };
  const CapRect rect = move_rect (*place, corner);
  const double inset = self->map->style.inset;
  g_autoptr(CapPdfText) text = make_end (self, words, rect.width - 2 * inset);

  cap_pdf_draw_rect (self->pdf, &pen, &rect, 4);
  cap_pdf_text_draw (text, rect.x + inset, rect.y + (rect.height - cap_pdf_text_get_height (text)) / 2);
}

static void
draw_arrow (const CapReportProcessMap *self,
            CapPoint                   corner,
            const CapPoint            *points,
            guint                      n_points)
{
  const CapPdfPen line = { CAP_PDF_NO_COLOR, CAP_REPORT_ACCENT, 0.8, 0 };
  const CapPdfPen full = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  g_autoptr(GArray) round = cap_process_way_dup_round (points, n_points, 0.6 * self->map->style.lane);
  CapPoint head[3];

  for (guint i = 0; i < round->len; i++)
    g_array_index (round, CapPoint, i) = move (g_array_index (round, CapPoint, i), corner);
  cap_pdf_draw_polyline (self->pdf, &line, (const CapPoint *) round->data, round->len);

  cap_process_way_get_head (points, n_points, 0.7 * self->map->style.lane, head);
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    head[i] = move (head[i], corner);
  cap_pdf_draw_polygon (self->pdf, &full, head, G_N_ELEMENTS (head));
}

static void
draw_arrows (const CapReportProcessMap *self,
             CapPoint                   corner)
{
  CapPoint points[2];

  if (cap_process_map_get_entry (self->map, points))
    draw_arrow (self, corner, points, 2);
  if (cap_process_map_get_exit (self->map, points))
    draw_arrow (self, corner, points, 2);
  for (guint i = 0; i < self->map->ways->len; i++)
    {
      const CapProcessWay *way = g_ptr_array_index (self->map->ways, i);

      draw_arrow (self, corner, (const CapPoint *) way->points->data, way->points->len);
    }
}

/* One under the other, in the middle of the box. */
static void
draw_words (const CapReportProcessMap *self,
            const CapRecord           *process,
            const CapRect             *words)
{
  g_autoptr(CapPdfText) code = make_code (self, process, words->width);
  g_autoptr(CapPdfText) name = make_name (self, process, words->width);
  g_autoptr(CapPdfText) owner = make_owner (self, process, words->width);
  double y = words->y + (words->height - measure (process, words->width, (gpointer) self)) / 2;

  cap_pdf_text_draw (code, words->x, y);
  y += cap_pdf_text_get_height (code);
  cap_pdf_text_draw (name, words->x, y);
  if (owner != NULL)
    cap_pdf_text_draw (owner, words->x, y + cap_pdf_text_get_height (name));
}

static void
draw_box (const CapReportProcessMap *self,
          CapPoint                   corner,
          guint                      index)
{
  const CapPdfPen pen = { CAP_REPORT_WHITE, CAP_REPORT_ACCENT, 0.9, 0 };
  const CapRect words = move_rect (cap_process_map_get_words (self->map, index), corner);
  CapPoint outline[CAP_PROCESS_MAX_OUTLINE];
  guint n_points = cap_process_map_get_outline (self->map, index, outline);

  for (guint i = 0; i < n_points; i++)
    outline[i] = move (outline[i], corner);
  cap_pdf_draw_polygon (self->pdf, &pen, outline, n_points);
  draw_words (self, cap_process_map_get_box (self->map, index)->process, &words);
}

/* What the map says, for those who do not see it. */
static char *
describe (const CapReportProcessMap *self)
{
  GString *words = g_string_new (_("Process map"));

  for (guint i = 0; i < self->map->boxes->len; i++)
    {
      const CapRecord *process = cap_process_map_get_box (self->map, i)->process;
      g_autofree char *sentence = cap_process_dup_sentence (self->dossier, process);

      g_string_append_printf (words, " · %s %s (%s)", cap_record_get_code (process),
                              cap_record_get_title (process), sentence);
    }

  return g_string_free (words, FALSE);
}

static void
fit (CapReportProcessMap *self,
     double               width,
     double               max_height)
{
  for (self->scale = 1; self->scale > SMALLEST; self->scale -= STEP)
    {
      const CapProcessMapStyle style = get_look (self);

      g_clear_pointer (&self->map, cap_process_map_free);
      self->map = cap_process_map_new (self->processes, width, &style, measure, self);
      if (self->map->height <= max_height)
        return;
    }
}

/**
 * cap_report_process_map_new:
 * @pdf: a document, which has a page
 * @width: of the map, 450 points at least
 * @max_height: of the map; its words get smaller when there are many processes, until they are
 *   hard to read: from thirty processes on, a page that lies is better
 *
 * Returns: (transfer full): the map, to be drawn
 */
CapReportProcessMap *
cap_report_process_map_new (CapPdf           *pdf,
                            const CapDossier *dossier,
                            double            width,
                            double            max_height)
{
  CapReportProcessMap *self;

  g_return_val_if_fail (pdf != NULL && dossier != NULL, NULL);

  self = g_new0 (CapReportProcessMap, 1);
  self->pdf = pdf;
  self->dossier = dossier;
  self->processes = cap_process_list (dossier);
  fit (self, width, max_height);

  return self;
}

void
cap_report_process_map_free (CapReportProcessMap *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->processes);
  cap_process_map_free (self->map);
  g_free (self);
}

double
cap_report_process_map_get_height (const CapReportProcessMap *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->map->height;
}

static void
add_links (const CapReportProcessMap *self,
           CapPoint                   corner,
           const char                *anchor)
{
  for (guint i = 0; i < self->map->boxes->len; i++)
    {
      const CapProcessBox *box = cap_process_map_get_box (self->map, i);
      const CapRect area = move_rect (box->rect, corner);
      g_autofree char *name = g_strconcat (anchor, cap_record_get_code (box->process), NULL);

      cap_pdf_add_link (self->pdf, &area, name, cap_record_get_title (box->process));
    }
}

/**
 * cap_report_process_map_draw:
 * @corner: its top left corner, on the present page
 * @anchor: (nullable): how the names of the places begin that the boxes lead to: “process-” for a
 *   sheet whose anchor is “process-P-01”; %NULL when they lead nowhere
 *
 * Draws the map, as one figure with a text for those who do not see it.
 */
void
cap_report_process_map_draw (const CapReportProcessMap *self,
                             CapPoint                   corner,
                             const char                *anchor)
{
  g_autofree char *words = NULL;

  g_return_if_fail (self != NULL);

  words = describe (self);
  cap_pdf_begin_figure (self->pdf, words);
  draw_bands (self, corner);
  draw_end (self, corner, &self->map->needs, get_needs ());
  draw_end (self, corner, &self->map->answers, get_answers ());
  draw_arrows (self, corner);
  for (guint i = 0; i < self->map->boxes->len; i++)
    draw_box (self, corner, i);
  cap_pdf_end_tag (self->pdf);

  if (anchor != NULL)
    add_links (self, corner, anchor);
}
