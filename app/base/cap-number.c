/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-number.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_DIGITS 7 /* ten million and its hundredths fit in an int */

/**
 * cap_number_format_percent:
 * @percent: a whole percentage
 *
 * Returns: (transfer full): “61 %” in the user’s language
 */
char *
cap_number_format_percent (int percent)
{
  /* Translators: a percentage; in French a narrow no-break space comes before the sign */
  return g_strdup_printf (_("%d%%"), percent);
}

/**
 * cap_number_format_hundredths:
 * @hundredths: a number times 100, not negative
 *
 * Returns: (transfer full): “31.5” in the user’s language, with no useless zero
 */
char *
cap_number_format_hundredths (int hundredths)
{
  /* Translators: what separates the units from the tenths: “.” in English, “,” in French */
  const char *point = C_("decimal separator", ".");

  g_return_val_if_fail (hundredths >= 0, NULL);

  if (hundredths % 100 == 0)
    return g_strdup_printf ("%d", hundredths / 100);

  if (hundredths % 10 == 0)
    return g_strdup_printf ("%d%s%d", hundredths / 100, point, hundredths / 10 % 10);

  return g_strdup_printf ("%d%s%02d", hundredths / 100, point, hundredths % 100);
}

/* People group digits by spaces, and French typography by spaces that do not break. */
static char *
remove_spaces (const char *text)
{
  GString *bare = g_string_new (text);

  g_string_replace (bare, " ", "", 0);
  g_string_replace (bare, "\xc2\xa0", "", 0);
  g_string_replace (bare, "\xe2\x80\xaf", "", 0);

  return g_strstrip (g_string_free (bare, FALSE));
}

/**
 * cap_number_parse_hundredths:
 * @text: a number as people write it: `31`, `31,5`, `31.25`, `1 250`
 * @hundredths: (out): the number times 100
 *
 * Returns: whether @text is a number of at most two decimals, not negative
 */
gboolean
cap_number_parse_hundredths (const char *text,
                             int        *hundredths)
{
  g_autofree char *bare = NULL;
  gsize units;
  gsize decimals;
  int value = 0;

  g_return_val_if_fail (text != NULL && hundredths != NULL, FALSE);

  bare = remove_spaces (text);
  units = strspn (bare, "0123456789");
  decimals = bare[units] == '.' || bare[units] == ',' ? strspn (bare + units + 1, "0123456789") : 0;

  if (units == 0 || units > MAX_DIGITS || decimals > 2 ||
      bare[units + (decimals > 0 ? decimals + 1 : 0)] != '\0')
    return FALSE;

  for (gsize i = 0; i < units; i++)
    value = value * 10 + g_ascii_digit_value (bare[i]);
  for (gsize i = 0; i < 2; i++)
    value = value * 10 + (i < decimals ? g_ascii_digit_value (bare[units + 1 + i]) : 0);

  *hundredths = value;

  return TRUE;
}
