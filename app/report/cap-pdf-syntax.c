/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-private.h"

#include <math.h>

/* Writes the digits of @value from the end of @end backwards. */
static char *
put_digits (char    *end,
            guint64  value)
{
  do
    *--end = (char) ('0' + value % 10);
  while ((value /= 10) > 0);

  return end;
}

/**
 * cap_pdf_put_number:
 * @out: operators
 * @value: a length or a coordinate
 *
 * Appends @value with two decimals at most, and no zero that says nothing.
 * printf() would do the same in six times the time and with the comma of the locale.
 */
void
cap_pdf_put_number (GString *out,
                    double   value)
{
  char buffer[32];
  char *end = buffer + sizeof buffer;
  char *start = end;
  gint64 hundredths = llround (value * 100);
  guint64 magnitude = (guint64) ABS (hundredths);
  guint decimals = magnitude % 100;

  if (decimals % 10 != 0)
    *--start = (char) ('0' + decimals % 10);
  if (decimals != 0)
    {
      *--start = (char) ('0' + decimals / 10);
      *--start = '.';
    }
  start = put_digits (start, magnitude / 100);
  if (hundredths < 0)
    *--start = '-';

  g_string_append_len (out, start, end - start);
}

void
cap_pdf_put_integer (GString *out,
                     guint    value)
{
  char buffer[16];
  char *end = buffer + sizeof buffer;
  char *start = put_digits (end, value);

  g_string_append_len (out, start, end - start);
}

/* In thousandths: finer than a screen shows. */
static void
put_color (GString    *out,
           guint32     color,
           const char *operator)
{
  for (int shift = 16; shift >= 0; shift -= 8)
    {
      guint thousandths = ((color >> shift & 0xff) * 1000 + 127) / 255;
      char digits[] = {
        '.', (char) ('0' + thousandths / 100), (char) ('0' + thousandths / 10 % 10),
        (char) ('0' + thousandths % 10), ' ',
      };

      if (thousandths == 1000)
        g_string_append (out, "1 ");
      else
        g_string_append_len (out, digits, sizeof digits);
    }

  g_string_append (out, operator);
  g_string_append_c (out, '\n');
}

void
cap_pdf_set_fill (CapPdf  *self,
                  guint32  color)
{
  if (self->state.fill == color)
    return;

  put_color (self->content, color, "rg");
  self->state.fill = color;
}

void
cap_pdf_set_stroke (CapPdf  *self,
                    guint32  color,
                    double   width,
                    double   dash)
{
  CapPdfState *state = &self->state;

  if (state->stroke != color)
    put_color (self->content, color, "RG");
  if (state->stroke != color || state->width < width || state->width > width)
    {
      cap_pdf_put_number (self->content, width);
      g_string_append (self->content, " w\n");
    }
  if (state->dash < dash || state->dash > dash)
    {
      g_string_append_c (self->content, '[');
      if (dash > 0)
        cap_pdf_put_number (self->content, dash);
      g_string_append (self->content, "] 0 d\n");
    }

  state->stroke = color;
  state->width = width;
  state->dash = dash;
}

/* The state in which a page starts, and in which each return to it is taken to be. */
void
cap_pdf_reset_state (CapPdf *self)
{
  self->state = (CapPdfState) { .font = -1, .tracking = -G_MAXDOUBLE, .dash = -1 };
  self->state.fill = self->state.stroke = G_MAXUINT32;
}

/**
 * cap_pdf_put_string:
 * @out: the body of an object
 * @text: UTF-8
 *
 * Appends a text string: UTF-16 in hexadecimal, which needs no escaping.
 */
void
cap_pdf_put_string (GString    *out,
                    const char *text)
{
  g_autofree gunichar2 *units = NULL;
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  glong n_units = 0;

  units = g_utf8_to_utf16 (valid, -1, NULL, &n_units, NULL);

  g_string_append (out, "<FEFF");
  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}
