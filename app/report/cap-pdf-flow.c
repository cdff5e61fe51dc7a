/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-flow.h"

#include <math.h>

#include "report/cap-pdf-private.h"

/* Lines of a paragraph that stay together on either side of a page break. */
#define MIN_LINES 2

/* Heights are sums of numbers that are not whole. */
#define EPSILON 0.001

/* A heading waits here for what it announces. */
typedef struct
{
  CapPdfText *text;
  CapPdfTag   tag;
  double      gap; /* above it */
  char       *title;
  char       *anchor;
} Heading;

struct _CapPdfFlow
{
  CapPdf            *pdf;
  CapPdfOrientation  orientation;
  CapRect            frame;
  double             y;
  double             gap;      /* asked for, not yet taken */
  gboolean           open;     /* is there a page? */
  GPtrArray         *headings; /* (element-type Heading) */
};

static void
heading_free (Heading *heading)
{
  cap_pdf_text_free (heading->text);
  g_free (heading->title);
  g_free (heading->anchor);
  g_free (heading);
}

static gboolean
is_at_top (CapPdfFlow *self)
{
  return self->y <= self->frame.y + EPSILON;
}

static void
open_page (CapPdfFlow *self)
{
  cap_pdf_add_page (self->pdf, self->orientation);
  self->open = TRUE;
  self->y = self->frame.y;
}

static double
get_bottom (CapPdfFlow *self)
{
  return self->frame.y + self->frame.height;
}

static void
draw_heading (CapPdfFlow    *self,
              const Heading *heading)
{
  if (!is_at_top (self))
    self->y += heading->gap;
  if (heading->anchor != NULL)
    cap_pdf_set_anchor (self->pdf, heading->anchor, self->y);

  cap_pdf_add_bookmark (self->pdf, heading->tag - CAP_PDF_TAG_HEADING_1, heading->title, self->y);
  cap_pdf_begin_tag (self->pdf, heading->tag);
  cap_pdf_text_draw (heading->text, self->frame.x, self->y);
  cap_pdf_end_tag (self->pdf);
  self->y += cap_pdf_text_get_height (heading->text);
}

static double
measure_headings (CapPdfFlow *self)
{
  double height = 0;

  for (guint i = 0; i < self->headings->len; i++)
    {
      Heading *heading = g_ptr_array_index (self->headings, i);

      height += heading->gap + cap_pdf_text_get_height (heading->text);
    }

  return height;
}

/* Goes where something of this height can stand, with the headings that announce it. */
static void
settle (CapPdfFlow *self,
        double      height)
{
  double needed = measure_headings (self) + self->gap + height;

  if (!self->open || (!is_at_top (self) && self->y + needed > get_bottom (self) + EPSILON))
    open_page (self);

  for (guint i = 0; i < self->headings->len; i++)
    draw_heading (self, g_ptr_array_index (self->headings, i));
  g_ptr_array_set_size (self->headings, 0);

  if (!is_at_top (self))
    self->y += self->gap;
  self->gap = 0;
}

/**
 * cap_pdf_flow_new:
 * @pdf: a document
 * @frame: where text goes, on each page
 *
 * Returns: (transfer full): a flow that opens its first page when it needs it
 */
CapPdfFlow *
cap_pdf_flow_new (CapPdf        *pdf,
                  const CapRect *frame)
{
  CapPdfFlow *self;

  g_return_val_if_fail (pdf != NULL && frame != NULL, NULL);

  self = g_new0 (CapPdfFlow, 1);
  self->pdf = pdf;
  self->frame = *frame;
  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) heading_free);

  return self;
}

void
cap_pdf_flow_free (CapPdfFlow *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->headings);
  g_free (self);
}

CapPdf *
cap_pdf_flow_get_pdf (CapPdfFlow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pdf;
}

const CapRect *
cap_pdf_flow_get_frame (CapPdfFlow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->frame;
}

/* What is left on this page, once the headings that wait are drawn. */
double
cap_pdf_flow_get_remaining (CapPdfFlow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->open ? get_bottom (self) - self->y - self->gap - measure_headings (self) : self->frame.height;
}

/**
 * cap_pdf_flow_set_paper:
 * @self: a flow
 * @orientation: how the next pages lie
 * @frame: where text goes on them
 *
 * Changes the paper: what comes next starts a page.
 */
void
cap_pdf_flow_set_paper (CapPdfFlow        *self,
                        CapPdfOrientation  orientation,
                        const CapRect     *frame)
{
  g_return_if_fail (self != NULL && frame != NULL);

  if (self->headings->len > 0)
    settle (self, 0);
  self->orientation = orientation;
  self->frame = *frame;
  self->gap = 0;
  self->open = FALSE;
}

void
cap_pdf_flow_break_page (CapPdfFlow *self)
{
  g_return_if_fail (self != NULL);

  if (self->headings->len > 0)
    settle (self, 0);
  self->gap = 0;
  if (!self->open || !is_at_top (self))
    open_page (self);
}

/**
 * cap_pdf_flow_skip:
 * @self: a flow
 * @height: white space, at least
 *
 * Leaves white space. Two skips in a row leave the larger one; at the top of a
 * page there is none.
 */
void
cap_pdf_flow_skip (CapPdfFlow *self,
                   double      height)
{
  g_return_if_fail (self != NULL);

  self->gap = MAX (self->gap, height);
}

/**
 * cap_pdf_flow_take:
 * @self: a flow
 * @height: of something that is not cut
 *
 * Takes room for the caller to draw in, on a new page if need be.
 *
 * Returns: the top of that room
 */
double
cap_pdf_flow_take (CapPdfFlow *self,
                   double      height)
{
  return cap_pdf_flow_take_together (self, height, 0);
}

/**
 * cap_pdf_flow_take_together:
 * @self: a flow
 * @height: of something that is not cut
 * @next: height of what must stand on the same page below it
 *
 * Takes room as cap_pdf_flow_take() does, where there is more below.
 *
 * Returns: the top of that room
 */
double
cap_pdf_flow_take_together (CapPdfFlow *self,
                            double      height,
                            double      next)
{
  double top;

  g_return_val_if_fail (self != NULL, 0);

  settle (self, height + next);
  top = self->y;
  self->y += height;

  return top;
}

/**
 * cap_pdf_flow_add_heading:
 * @self: a flow
 * @tag: %CAP_PDF_TAG_HEADING_1 to 3, which is also its level as a bookmark
 * @style: how to set it
 * @text: what it says
 * @anchor: (nullable): a name for links that lead here
 *
 * Adds a heading, on the same page as what comes next.
 */
void
cap_pdf_flow_add_heading (CapPdfFlow        *self,
                          CapPdfTag          tag,
                          const CapPdfStyle *style,
                          const char        *text,
                          const char        *anchor)
{
  Heading *heading;

  g_return_if_fail (self != NULL && style != NULL && text != NULL);
  g_return_if_fail (tag >= CAP_PDF_TAG_HEADING_1 && tag <= CAP_PDF_TAG_HEADING_3);

  heading = g_new0 (Heading, 1);
  heading->text = cap_pdf_text_new (self->pdf, style, self->frame.width, text);
  heading->tag = tag;
  heading->gap = self->gap;
  heading->title = g_strdup (text);
  heading->anchor = g_strdup (anchor);
  self->gap = 0;
  g_ptr_array_add (self->headings, heading);
}

void
cap_pdf_flow_add_paragraph (CapPdfFlow        *self,
                            const CapPdfStyle *style,
                            const char        *text)
{
  g_autoptr(CapPdfText) paragraph = NULL;

  g_return_if_fail (self != NULL && style != NULL && text != NULL);

  paragraph = cap_pdf_text_new (self->pdf, style, self->frame.width, text);
  cap_pdf_flow_add_text (self, paragraph, 0);
}

/* How many of the lines that are left go on this page. */
static guint
count_lines (CapPdfFlow *self,
             double      leading,
             guint       n_left)
{
  double room = MAX (get_bottom (self) - self->y, 0);
  guint n_fit = (guint) floor ((room + EPSILON) / leading);

  if (n_fit >= n_left)
    return n_left;
  if (n_left - n_fit < MIN_LINES && n_left >= 2 * MIN_LINES)
    n_fit = n_left - MIN_LINES;

  return MAX (n_fit, 1);
}

/**
 * cap_pdf_flow_add_text:
 * @self: a flow
 * @text: a paragraph, no wider than the frame
 * @indent: from the left edge of the frame
 *
 * Adds a paragraph, over two pages or more if it has to be.
 */
void
cap_pdf_flow_add_text (CapPdfFlow       *self,
                       const CapPdfText *text,
                       double            indent)
{
  double leading;
  guint n_lines;
  guint first = 0;

  g_return_if_fail (self != NULL && text != NULL);

  leading = cap_pdf_text_get_leading (text);
  n_lines = cap_pdf_text_get_n_lines (text);
  settle (self, leading * (n_lines < 2 * MIN_LINES ? n_lines : MIN_LINES));

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_PARAGRAPH);
  while (first < n_lines)
    {
      guint n_here = count_lines (self, leading, n_lines - first);

      cap_pdf_text_draw_lines (text, self->frame.x + indent, self->y, first, n_here);
      self->y += n_here * leading;
      first += n_here;
      if (first < n_lines)
        open_page (self);
    }
  cap_pdf_end_tag (self->pdf);
}

/**
 * cap_pdf_flow_finish:
 * @self: a flow
 * @decorate: (nullable) (scope call): draws around the frame of each page
 * @user_data: for @decorate
 *
 * Ends the flow: what still waits is drawn, then every page of the document is
 * decorated, now that their number is known.
 */
void
cap_pdf_flow_finish (CapPdfFlow     *self,
                     CapPdfPageFunc  decorate,
                     gpointer        user_data)
{
  guint n_pages;

  g_return_if_fail (self != NULL);

  if (self->headings->len > 0 || !self->open)
    settle (self, 0);

  n_pages = cap_pdf_get_n_pages (self->pdf);
  cap_pdf_begin_decoration (self->pdf);
  for (guint page = 0; decorate != NULL && page < n_pages; page++)
    {
      cap_pdf_set_page (self->pdf, page);
      decorate (self->pdf, page, n_pages, user_data);
    }
  cap_pdf_end_decoration (self->pdf);
}
