/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-short-code.h"

#include <string.h>

#define GROUP_SIZE 4
#define BITS 5

/* The 32 signs of Douglas Crockford: no I, L, O nor U, which are misread. */
static const char signs[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Five bits of @digest, the highest first. */
static guint
get_bits (const guint8 *digest,
          guint         position)
{
  guint value = 0;

  for (guint i = position * BITS; i < (position + 1) * BITS; i++)
    value = value << 1 | (digest[i / 8] >> (7 - i % 8) & 1u);

  return value;
}

/**
 * cap_short_code_new:
 * @digest: of at least 2.5 bytes for each group
 * @size: of @digest
 * @n_groups: how many groups of four characters: 20 bits each
 *
 * Returns: (transfer full): the code
 */
char *
cap_short_code_new (const guint8 *digest,
                    gsize         size,
                    guint         n_groups)
{
  GString *code = g_string_new (NULL);

  g_return_val_if_fail (digest != NULL && size * 8 >= n_groups * GROUP_SIZE * BITS, NULL);

  for (guint i = 0; i < n_groups * GROUP_SIZE; i++)
    {
      if (i > 0 && i % GROUP_SIZE == 0)
        g_string_append_c (code, '-');
      g_string_append_c (code, signs[get_bits (digest, i)]);
    }

  return g_string_free (code, FALSE);
}

char *
cap_short_code_of_hex (const char *digest,
                       guint       n_groups)
{
  g_autoptr(GBytes) bytes = cap_hex_parse (digest, strlen (digest) / 2);

  g_return_val_if_fail (bytes != NULL, NULL);

  return cap_short_code_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), n_groups);
}

/* What people type for a sign. */
static char
normalize (char c)
{
  const char sign = g_ascii_toupper (c);

  if (sign == 'O')
    return '0';

  return sign == 'I' || sign == 'L' ? '1' : sign;
}

static const char *
skip_hyphens (const char *at)
{
  return at + strspn (at, "- ");
}

gboolean
cap_short_code_equal (const char *one,
                      const char *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  one = skip_hyphens (one);
  other = skip_hyphens (other);
  while (*one != '\0' && normalize (*one) == normalize (*other))
    {
      one = skip_hyphens (one + 1);
      other = skip_hyphens (other + 1);
    }

  return *one == '\0' && *other == '\0';
}

char *
cap_hex_dup (const guint8 *bytes,
             gsize         size)
{
  GString *text = g_string_sized_new (2 * size);

  g_return_val_if_fail (bytes != NULL, NULL);

  for (gsize i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", bytes[i]);

  return g_string_free (text, FALSE);
}

/* One way to write each: capitals are refused. */
GBytes *
cap_hex_parse (const char *text,
               gsize       size)
{
  g_autofree guint8 *bytes = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) != 2 * size || strspn (text, "0123456789abcdef") != 2 * size)
    return NULL;

  bytes = g_malloc (MAX (size, 1));
  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (text[2 * i]) << 4 | g_ascii_xdigit_value (text[2 * i + 1]));

  return g_bytes_new_take (g_steal_pointer (&bytes), size);
}
