/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-personal-number-private.h"

#include <string.h>

#define MAX_LOCAL   64
#define N_NIR_PARTS 7
#define CORSICA_2A  19
#define CORSICA_2B  18

static gboolean
is_local (gunichar c)
{
  return g_unichar_isalnum (c) || (c != 0 && c < 0x80 && strchr ("._%+-'", (int) c) != NULL);
}

static gboolean
is_domain (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || c == '.';
}

/* Returns: whether what is between is “name.fr”: labels that are not empty, the last one of letters */
static gboolean
is_host (const char *start,
         const char *end)
{
  const char *dot = g_strrstr_len (start, end - start, ".");

  if (dot == NULL || dot == start || end - dot < 3 || g_strstr_len (start, end - start, "..") != NULL)
    return FALSE;

  for (const char *at = dot + 1; at < end; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isalpha (g_utf8_get_char (at)))
        return FALSE;
    }

  return *start != '-' && *start != '.';
}

gsize
cap_personal_match_mail (const char  *at,
                         char       **key)
{
  const char *sign = at;
  const char *end;
  g_autofree char *text = NULL;

  if (*at == '.')
    return 0;
  while (is_local (g_utf8_get_char (sign)))
    sign = g_utf8_next_char (sign);
  if (sign == at || *sign != '@' || sign - at > MAX_LOCAL)
    return 0;

  end = sign + 1;
  while (is_domain (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  while (end > sign + 1 && (end[-1] == '.' || end[-1] == '-'))
    end--;
  if (!is_host (sign + 1, end))
    return 0;

  text = g_strndup (at, (gsize) (end - at));
  *key = g_utf8_strdown (text, -1);

  return (gsize) (end - at);
}

/* The spaces that people put in numbers, the narrow ones too; dots and hyphens. */
static gsize
skip_separator (const char *at)
{
  const gunichar c = g_utf8_get_char (at);

  return c == '.' || c == '-' || (c != 0 && c != '\n' && c != '\t' && g_unichar_isspace (c))
         ? (gsize) (g_utf8_next_char (at) - at) : 0;
}

/* “0”, “+33”, “0033”, “+33 (0)”. Returns: how many bytes; what follows is the first digit after the 0 */
static gsize
skip_prefix (const char *at)
{
  const gsize international = g_str_has_prefix (at, "+33") ? 3 : g_str_has_prefix (at, "0033") ? 4 : 0;
  gsize size = international;

  if (international == 0)
    return *at == '0' ? 1 : 0;

  size += skip_separator (at + size);
  if (g_str_has_prefix (at + size, "(0)"))
    size += 3;
  else if (at[size] == '0')
    return 0;

  return size + skip_separator (at + size);
}

/* Four pairs of digits, all of them set apart in the same way or none. */
gsize
cap_personal_match_phone (const char  *at,
                          char       **key)
{
  gsize size = skip_prefix (at);
  g_autoptr(GString) digits = g_string_new ("0");
  gboolean apart = FALSE;

  if (size == 0 || at[size] < '1' || at[size] > '9')
    return 0;

  g_string_append_c (digits, at[size++]);
  for (guint i = 0; i < 4; i++)
    {
      const gsize separator = skip_separator (at + size);

      if (i == 0)
        apart = separator > 0;
      else if (apart != (separator > 0))
        return 0;

      size += separator;
      if (!g_ascii_isdigit (at[size]) || !g_ascii_isdigit (at[size + 1]))
        return 0;
      g_string_append_len (digits, at + size, 2);
      size += 2;
    }

  if (g_unichar_isalnum (g_utf8_get_char (at + size)))
    return 0;

  *key = g_string_free (g_steal_pointer (&digits), FALSE);

  return size;
}

/* Where somebody was born: two digits, or 2A or 2B. */
static gboolean
is_department (const char *at)
{
  return g_ascii_isdigit (at[0]) &&
         (g_ascii_isdigit (at[1]) || (at[0] == '2' && strchr ("ABab", at[1]) != NULL && at[1] != '\0'));
}

/* The key is what is left to 97, as the law has it; Corsica counts as 19 and 18. */
static gboolean
has_right_key (const char *number)
{
  g_autofree char *digits = g_strndup (number, 13);
  const guint64 key = g_ascii_strtoull (number + 13, NULL, 10);

  if (!g_ascii_isdigit (digits[6]))
    {
      const int department = digits[6] == 'A' ? CORSICA_2A : CORSICA_2B;

      digits[5] = (char) ('0' + department / 10);
      digits[6] = (char) ('0' + department % 10);
    }

  return key == 97 - g_ascii_strtoull (digits, NULL, 10) % 97;
}

gsize
cap_personal_match_nir (const char  *at,
                        char       **key)
{
  static const gsize parts[N_NIR_PARTS] = { 1, 2, 2, 2, 3, 3, 2 };
  g_autoptr(GString) number = g_string_new (NULL);
  gsize size = 0;

  if (strchr ("123478", *at) == NULL || *at == '\0')
    return 0;

  for (guint i = 0; i < N_NIR_PARTS; i++)
    {
      if (i > 0)
        size += skip_separator (at + size);
      if (i == 3 && !is_department (at + size))
        return 0;
      for (gsize j = 0; j < parts[i]; j++)
        {
          if (i != 3 && !g_ascii_isdigit (at[size + j]))
            return 0;
          g_string_append_c (number, g_ascii_toupper (at[size + j]));
        }
      size += parts[i];
    }

  if (g_unichar_isalnum (g_utf8_get_char (at + size)) || !has_right_key (number->str))
    return 0;

  *key = g_string_free (g_steal_pointer (&number), FALSE);

  return size;
}
