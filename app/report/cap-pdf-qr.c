/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-qr.h"

#include <qrencode.h>

#include "report/cap-pdf-draw.h"

#define QUIET 4        /* modules of white around it, as ISO/IEC 18004 asks for */
#define BLACK 0x000000

/* In modules, from the corner of the quiet zone. */
struct _CapPdfQr
{
  GArray *runs; /* (element-type CapRect): black modules side by side */
  int     side;
};

static gboolean
is_black (const QRcode *code,
          int           x,
          int           y)
{
  return x < code->width && (code->data[y * code->width + x] & 1) != 0;
}

static void
add_row (CapPdfQr     *self,
         const QRcode *code,
         int           y)
{
  int first = 0;

  for (int x = 0; x < code->width; x++)
    {
      if (!is_black (code, x, y))
        continue;

      if (x == 0 || !is_black (code, x - 1, y))
        first = x;
      if (!is_black (code, x + 1, y))
        g_array_append_val (self->runs,
                            ((CapRect) { first + QUIET, y + QUIET, x + 1 - first, 1 }));
    }
}

/**
 * cap_pdf_qr_new:
 * @text: at most a hundred bytes: what is longer makes modules too small for paper
 *
 * A seventh of the code may be crumpled or stained: it is read all the same.
 *
 * Returns: (transfer full): the code of @text
 */
CapPdfQr *
cap_pdf_qr_new (const char *text)
{
  CapPdfQr *self;
  QRcode *code;

  g_return_val_if_fail (text != NULL && *text != '\0', NULL);

  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  g_return_val_if_fail (code != NULL, NULL);

  self = g_new0 (CapPdfQr, 1);
  self->side = code->width + 2 * QUIET;
  self->runs = g_array_new (FALSE, FALSE, sizeof (CapRect));
  for (int y = 0; y < code->width; y++)
    add_row (self, code, y);
  QRcode_free (code);

  return self;
}

void
cap_pdf_qr_free (CapPdfQr *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->runs);
  g_free (self);
}

void
cap_pdf_qr_draw (const CapPdfQr *self,
                 CapPdf         *pdf,
                 CapPoint        corner,
                 double          side)
{
  g_autofree CapRect *rects = NULL;
  double module;

  g_return_if_fail (self != NULL && pdf != NULL);

  module = side / self->side;
  rects = g_new (CapRect, self->runs->len);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const CapRect *run = &g_array_index (self->runs, CapRect, i);

      rects[i] = (CapRect) { corner.x + run->x * module, corner.y + run->y * module,
                             run->width * module, module };
    }
  cap_pdf_draw_rects (pdf, BLACK, rects, self->runs->len);
}
