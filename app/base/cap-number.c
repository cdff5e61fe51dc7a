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
 * cap_number_format_permille:
 * @permille: a percentage times 10, not negative
 *
 * Returns: (transfer full): “33.0%” in the user’s language: always with its tenth
 */
char *
cap_number_format_permille (int permille)
{
  g_return_val_if_fail (permille >= 0, NULL);

  /* Translators: a percentage with one decimal: %1$d units, %2$s is what separates them from the
   * tenth, %3$d the tenth; in French a narrow no-break space comes before the sign */
  return g_strdup_printf (_("%1$d%2$s%3$d%%"), permille / 10, C_("decimal separator", "."), permille % 10);
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

/**
 * cap_number_format_bytes:
 * @bytes: the size of a file, not negative
 *
 * Returns: (transfer full): “1.2 MB” in the user’s language
 */
char *
cap_number_format_bytes (gint64 bytes)
{
  const gboolean mega = bytes >= 999950;
  const gint64 unit = mega ? 1000000 : 1000;
  const int tenths = (int) MIN ((bytes * 10 + unit / 2) / unit, G_MAXINT / 10);
  g_autofree char *number = NULL;

  g_return_val_if_fail (bytes >= 0, NULL);

  if (bytes < 1000)
    /* Translators: the size of a file */
    return g_strdup_printf (ngettext ("%d byte", "%d bytes", (gulong) bytes), (int) bytes);

  number = cap_number_format_hundredths (tenths * 10);
  if (mega)
    /* Translators: the size of a file, in millions of bytes */
    return g_strdup_printf (_("%s MB"), number);

  /* Translators: the size of a file, in thousands of bytes */
  return g_strdup_printf (_("%s kB"), number);
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

/**
 * cap_number_get_plural:
 * @hundredths: a number times 100
 *
 * Returns: what ngettext() is to be told of a number with decimals: French says
 *   “1,5 jour” and English “1.5 days”, as they say “0 jour” and “0 days”
 */
gulong
cap_number_get_plural (gint64 hundredths)
{
  if (hundredths == 100)
    return 1;

  return hundredths < 200 ? 0 : 2;
}

/* The digits of the thousands in groups of three, from the right. */
static char *
group_digits (guint64     units,
              const char *separator)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GUINT64_FORMAT, units);
  for (gssize at = (gssize) text->len - 3; at > 0; at -= 3)
    g_string_insert (text, at, separator);

  return g_string_free (text, FALSE);
}

static char *
format_decimals (guint64 thousandths)
{
  g_autofree char *digits = g_strdup_printf ("%03u", (guint) (thousandths % 1000));
  gsize length = 3;

  while (length > 0 && digits[length - 1] == '0')
    length--;

  return g_strndup (digits, length);
}

static char *
format_thousandths (gint64      thousandths,
                    const char *minus,
                    const char *separator,
                    const char *point)
{
  guint64 magnitude = thousandths < 0 ? -(guint64) thousandths : (guint64) thousandths;
  g_autofree char *units = group_digits (magnitude / 1000, separator);
  g_autofree char *decimals = format_decimals (magnitude);

  return g_strconcat (thousandths < 0 ? minus : "", units, decimals[0] != '\0' ? point : "", decimals, NULL);
}

/**
 * cap_number_format_thousandths:
 * @thousandths: a number times 1000
 *
 * Returns: (transfer full): “12,500.25” in the user’s language
 */
char *
cap_number_format_thousandths (gint64 thousandths)
{
  /* Translators: what groups the digits of thousands: a narrow no-break space in French */
  return format_thousandths (thousandths, "\u2212", C_("thousands separator", ","),
                             C_("decimal separator", "."));
}

/* The same for files: “12500.25”. */
char *
cap_number_write_thousandths (gint64 thousandths)
{
  return format_thousandths (thousandths, "-", "", ".");
}

/**
 * cap_number_parse_thousandths:
 * @text: a number as people write it: `12`, `−3,5`, `1 250.125`
 * @thousandths: (out): the number times 1000
 *
 * Returns: whether @text is a number of at most nine digits and three decimals
 */
gboolean
cap_number_parse_thousandths (const char *text,
                              gint64     *thousandths)
{
  g_autofree char *bare = NULL;
  const char *at;
  gboolean negative;
  gsize units;
  gsize decimals;
  gint64 value = 0;

  g_return_val_if_fail (text != NULL && thousandths != NULL, FALSE);

  bare = remove_spaces (text);
  negative = g_str_has_prefix (bare, "-") || g_str_has_prefix (bare, "\u2212");
  at = bare + (negative ? (bare[0] == '-' ? 1 : strlen ("\u2212")) : 0);
  units = strspn (at, "0123456789");
  decimals = at[units] == '.' || at[units] == ',' ? strspn (at + units + 1, "0123456789") : 0;

  if (units == 0 || units > 9 || decimals > 3 || at[units + (decimals > 0 ? decimals + 1 : 0)] != '\0')
    return FALSE;

  for (gsize i = 0; i < units; i++)
    value = value * 10 + g_ascii_digit_value (at[i]);
  for (gsize i = 0; i < 3; i++)
    value = value * 10 + (i < decimals ? g_ascii_digit_value (at[units + 1 + i]) : 0);

  *thousandths = negative ? -value : value;

  return TRUE;
}
