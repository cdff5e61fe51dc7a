/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-seal-book.h"

void
cap_seal_book_free (CapSealBook *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->seals, g_ptr_array_unref);
  g_clear_pointer (&self->public_key, g_bytes_unref);
  g_free (self->content);
  g_free (self);
}

/* @content is %NULL for any. */
static const CapSeal *
find (const CapSealBook *self,
      const char        *content)
{
  for (guint i = 0; i < self->seals->len; i++)
    {
      const CapSeal *seal = g_ptr_array_index (self->seals, i);

      if ((content == NULL || g_str_equal (seal->content, content)) && cap_seal_is_genuine (seal))
        return seal;
    }

  return NULL;
}

const CapSeal *
cap_seal_book_find_now (const CapSealBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, self->content);
}

char *
cap_seal_book_dup_verdict (const CapSealBook *self)
{
  const CapSeal *now;
  const CapSeal *last;

  g_return_val_if_fail (self != NULL, NULL);

  now = find (self, self->content);
  if (now != NULL)
    return cap_seal_dup_verdict (now, CAP_SEAL_DOSSIER_SAME);

  last = find (self, NULL);

  return last != NULL ? cap_seal_dup_verdict (last, CAP_SEAL_DOSSIER_WENT_ON) : NULL;
}
