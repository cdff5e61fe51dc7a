/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-json-scan-private.h"

#include <string.h>

static int
read_escaped_unit (const char *at,
                   const char *end)
{
  int unit = 0;

  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;

  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (at[i]);
    }

  return unit;
}

/* The end of an escape; NULL when it stands for no character. */
static const char *
skip_escape (const char *at,
             const char *end)
{
  int unit;
  int low;

  if (end - at < 2)
    return NULL;
  if (at[1] != 'u')
    return strchr ("\"\\/bfnrt", at[1]) != NULL ? at + 2 : NULL;

  unit = read_escaped_unit (at, end);
  if (unit <= 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return NULL;
  if (unit < 0xd800 || unit > 0xdbff)
    return at + 6;

  low = read_escaped_unit (at + 6, end);

  return low >= 0xdc00 && low <= 0xdfff ? at + 12 : NULL;
}

/* The end of the string that starts at @at; where it breaks is left in @at. */
static const char *
skip_string (const char **at,
             const char  *end)
{
  const char *here = *at + 1;

  while (here != NULL && here < end && *here != '"' && (guchar) *here >= ' ')
    {
      *at = here;
      here = *here == '\\' ? skip_escape (here, end) : here + 1;
    }

  return here != NULL && here < end && *here == '"' ? here + 1 : NULL;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Whether a value of the outermost level starts at @at: a file has one, and JsonParser forgets to free the
 * others. */
static gboolean
starts_value (const char *text,
              const char *at,
              guint       depth)
{
  static const char edges[] = "\"{}[]";

  return depth == 0 && !is_space (*at) &&
         (at == text || is_space (at[-1]) || strchr (edges, *at) != NULL || strchr (edges, at[-1]) != NULL);
}

/**
 * cap_json_scan:
 * @text: UTF-8, not empty
 * @max_depth: how many lists and objects may be inside one another
 * @at: (out): where it stopped
 *
 * Looks at a text before JsonParser does, which takes more than JSON (comments,
 * assignments, several values) and trusts its stack.
 *
 * Returns: whether it may be JSON, or why it is not to be parsed
 */
CapJsonScan
cap_json_scan (const char  *text,
               gsize        size,
               guint        max_depth,
               const char **at)
{
  const char *end = text + size;
  guint depth = 0;
  guint n_values = 0;

  for (*at = text; *at < end && depth <= max_depth;)
    {
      const char *next = *at + 1;
      char c = **at;

      n_values += starts_value (text, *at, depth);
      if (c == '"')
        next = skip_string (at, end);
      else if (strchr (" \t\r\n,:+-.0123456789aeflnrstuE{}[]", c) == NULL)
        next = NULL;

      if (next == NULL || n_values > 1)
        return CAP_JSON_SCAN_BROKEN;

      depth += c == '{' || c == '[';
      depth -= depth > 0 && (c == '}' || c == ']');
      *at = next;
    }

  return depth > max_depth ? CAP_JSON_SCAN_DEEP : CAP_JSON_SCAN_SOUND;
}
