/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-signature.h"

static GMutex mutex;
static char *chosen; /* NULL: that of the account */

static char *
dup_account (void)
{
  const char *name = g_get_real_name ();

  return g_utf8_make_valid (*name != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name (), -1);
}

/**
 * cap_signature_set:
 * @name: (nullable): what is signed with; %NULL or nothing but spaces for the name of the account
 */
void
cap_signature_set (const char *name)
{
  g_autofree char *trimmed = name != NULL ? g_strstrip (g_utf8_make_valid (name, -1)) : NULL;

  g_mutex_lock (&mutex);
  g_free (chosen);
  chosen = trimmed != NULL && *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
  g_mutex_unlock (&mutex);
}

/**
 * cap_signature_dup:
 *
 * Returns: (transfer full): a name, never empty
 */
char *
cap_signature_dup (void)
{
  char *name;

  g_mutex_lock (&mutex);
  name = g_strdup (chosen);
  g_mutex_unlock (&mutex);

  return name != NULL ? name : dup_account ();
}
