/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-draw.h"

#include "report/cap-pdf-private.h"

/* How far the control points of a quarter of a circle stand, for a radius of 1. */
#define KAPPA 0.5523

static void
put_point (CapPdf *self,
           double  x,
           double  y)
{
  GString *out = self->content;

  cap_pdf_put_number (out, x);
  g_string_append_c (out, ' ');
  cap_pdf_put_number (out, cap_pdf_get_page_height (self, self->page) - y);
  g_string_append_c (out, ' ');
}

static void
put_curve (CapPdf   *self,
           CapPoint  first,
           CapPoint  second,
           CapPoint  end)
{
  put_point (self, first.x, first.y);
  put_point (self, second.x, second.y);
  put_point (self, end.x, end.y);
  g_string_append (self->content, "c\n");
}

static void
begin (CapPdf          *self,
       const CapPdfPen *pen)
{
  cap_pdf_tags_mark (self, TRUE);

  if (pen->fill != CAP_PDF_NO_COLOR)
    cap_pdf_set_fill (self, pen->fill);
  if (pen->stroke != CAP_PDF_NO_COLOR)
    cap_pdf_set_stroke (self, pen->stroke, pen->width, pen->dash);
}

static void
paint (CapPdf          *self,
       const CapPdfPen *pen)
{
  const char *operator = "n\n";

  if (pen->fill != CAP_PDF_NO_COLOR)
    operator = pen->stroke != CAP_PDF_NO_COLOR ? "b\n" : "f\n";
  else if (pen->stroke != CAP_PDF_NO_COLOR)
    operator = "s\n";

  g_string_append (self->content, operator);
}

static void
put_rect (CapPdf        *self,
          const CapRect *rect)
{
  GString *out = self->content;

  put_point (self, rect->x, rect->y + rect->height);
  cap_pdf_put_number (out, rect->width);
  g_string_append_c (out, ' ');
  cap_pdf_put_number (out, rect->height);
  g_string_append (out, " re\n");
}

/* Clockwise from the top left corner. */
static void
put_rounded_rect (CapPdf        *self,
                  const CapRect *rect,
                  double         radius)
{
  GString *out = self->content;
  double left = rect->x;
  double right = rect->x + rect->width;
  double top = rect->y;
  double bottom = rect->y + rect->height;
  double c = radius * (1 - KAPPA);

  put_point (self, left + radius, top);
  g_string_append (out, "m\n");
  put_point (self, right - radius, top);
  g_string_append (out, "l\n");
  put_curve (self, (CapPoint) { right - c, top }, (CapPoint) { right, top + c },
             (CapPoint) { right, top + radius });
  put_point (self, right, bottom - radius);
  g_string_append (out, "l\n");
  put_curve (self, (CapPoint) { right, bottom - c }, (CapPoint) { right - c, bottom },
             (CapPoint) { right - radius, bottom });
  put_point (self, left + radius, bottom);
  g_string_append (out, "l\n");
  put_curve (self, (CapPoint) { left + c, bottom }, (CapPoint) { left, bottom - c },
             (CapPoint) { left, bottom - radius });
  put_point (self, left, top + radius);
  g_string_append (out, "l\n");
  put_curve (self, (CapPoint) { left, top + c }, (CapPoint) { left + c, top },
             (CapPoint) { left + radius, top });
}

void
cap_pdf_draw_line (CapPdf          *self,
                   const CapPdfPen *pen,
                   CapPoint         from,
                   CapPoint         to)
{
  g_return_if_fail (self != NULL && pen != NULL);

  begin (self, pen);
  put_point (self, from.x, from.y);
  g_string_append (self->content, "m ");
  put_point (self, to.x, to.y);
  g_string_append (self->content, "l S\n");
}

/* A line that turns; it is not filled. */
void
cap_pdf_draw_polyline (CapPdf          *self,
                       const CapPdfPen *pen,
                       const CapPoint  *points,
                       guint            n_points)
{
  CapPdfPen line = *pen;

  g_return_if_fail (self != NULL && points != NULL);

  line.fill = CAP_PDF_NO_COLOR;
  begin (self, &line);
  for (guint i = 0; i < n_points; i++)
    {
      put_point (self, points[i].x, points[i].y);
      g_string_append (self->content, i == 0 ? "m\n" : "l\n");
    }
  g_string_append (self->content, "S\n");
}

void
cap_pdf_draw_rect (CapPdf          *self,
                   const CapPdfPen *pen,
                   const CapRect   *rect,
                   double           radius)
{
  g_return_if_fail (self != NULL && pen != NULL && rect != NULL);

  radius = MIN (radius, MIN (rect->width, rect->height) / 2);

  begin (self, pen);
  if (radius > 0)
    put_rounded_rect (self, rect, radius);
  else
    put_rect (self, rect);
  paint (self, pen);
}

void
cap_pdf_draw_rects (CapPdf        *self,
                    guint32        fill,
                    const CapRect *rects,
                    guint          n_rects)
{
  const CapPdfPen pen = { fill, CAP_PDF_NO_COLOR, 0, 0 };

  g_return_if_fail (self != NULL && rects != NULL);

  begin (self, &pen);
  for (guint i = 0; i < n_rects; i++)
    put_rect (self, &rects[i]);
  paint (self, &pen);
}

void
cap_pdf_draw_polygon (CapPdf          *self,
                      const CapPdfPen *pen,
                      const CapPoint  *points,
                      guint            n_points)
{
  g_return_if_fail (self != NULL && pen != NULL && points != NULL);

  begin (self, pen);
  for (guint i = 0; i < n_points; i++)
    {
      put_point (self, points[i].x, points[i].y);
      g_string_append (self->content, i == 0 ? "m\n" : "l\n");
    }
  paint (self, pen);
}

void
cap_pdf_draw_circle (CapPdf          *self,
                     const CapPdfPen *pen,
                     CapPoint         center,
                     double           radius)
{
  CapRect box = { center.x - radius, center.y - radius, 2 * radius, 2 * radius };

  g_return_if_fail (self != NULL && pen != NULL);

  begin (self, pen);
  put_rounded_rect (self, &box, radius);
  paint (self, pen);
}

/**
 * cap_pdf_draw_hatching:
 * @self: a document
 * @pen: its stroke and its width are used
 * @rect: what to fill
 * @step: from one line to the next
 *
 * Fills a rectangle with oblique lines: a third shade next to full and empty
 * that survives a photocopier.
 */
void
cap_pdf_draw_hatching (CapPdf          *self,
                       const CapPdfPen *pen,
                       const CapRect   *rect,
                       double           step)
{
  CapPdfPen line = *pen;

  g_return_if_fail (self != NULL && rect != NULL);
  g_return_if_fail (step > 0);

  line.fill = CAP_PDF_NO_COLOR;
  begin (self, &line);
  g_string_append (self->content, "q\n");
  put_rect (self, rect);
  g_string_append (self->content, "W n\n");
  for (double x = rect->x - rect->height; x < rect->x + rect->width; x += step)
    {
      put_point (self, x, rect->y + rect->height);
      g_string_append (self->content, "m ");
      put_point (self, x + rect->height, rect->y);
      g_string_append (self->content, "l\n");
    }
  g_string_append (self->content, "S Q\n");
}
