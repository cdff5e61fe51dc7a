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

/**
 * cap_pdf_put_color:
 * @out: operators
 * @color: 0xRRGGBB
 * @operator: "rg" to fill, "RG" to stroke
 *
 * Appends the choice of a colour, in thousandths: finer than a screen shows.
 */
void
cap_pdf_put_color (GString    *out,
                   guint32     color,
                   const char *operator)
{
  for (int shift = 16; shift >= 0; shift -= 8)
    {
      guint thousandths = ((color >> shift & 0xff) * 1000 + 127) / 255;

      if (thousandths == 1000)
        g_string_append (out, "1 ");
      else
        g_string_append_printf (out, ".%03u ", thousandths);
    }

  g_string_append (out, operator);
  g_string_append_c (out, '\n');
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
