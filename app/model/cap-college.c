/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-college.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

static const struct
{
  const char *name;
  char        letter; /* of the codes of those who answer */
  const char *label;
} colleges[CAP_N_COLLEGES] = {
  [CAP_COLLEGE_DIRECTION] = { "direction", 'D', N_("Directors") },
  [CAP_COLLEGE_PERMANENTS] = { "permanents", 'P', N_("Permanent staff") },
  [CAP_COLLEGE_PARCOURS] = { "parcours", 'S', N_("Employees in a pathway") },
  [CAP_COLLEGE_BENEVOLES] = { "benevoles", 'B', N_("Volunteers and board members") },
  [CAP_COLLEGE_PARTENAIRES] = { "partenaires", 'X', N_("Partners") },
};

const char *
cap_college_to_name (CapCollege self)
{
  g_return_val_if_fail ((guint) self < CAP_N_COLLEGES, NULL);

  return colleges[self].name;
}

/* Returns: whether there is such a college; @self is left as it was otherwise */
gboolean
cap_college_from_name (const char *name,
                       CapCollege *self)
{
  g_return_val_if_fail (name != NULL && self != NULL, FALSE);

  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    if (g_str_equal (colleges[i].name, name))
      {
        *self = i;
        return TRUE;
      }

  return FALSE;
}

const char *
cap_college_get_label (CapCollege self)
{
  g_return_val_if_fail ((guint) self < CAP_N_COLLEGES, NULL);

  return _(colleges[self].label);
}

/* @number: from 1; two digits at least */
char *
cap_college_dup_code (CapCollege self,
                      guint      number)
{
  g_return_val_if_fail ((guint) self < CAP_N_COLLEGES && number > 0, NULL);

  return g_strdup_printf ("%c-%02u", colleges[self].letter, number);
}

/**
 * cap_college_read_code:
 * @typed: what a person typed for a code: “s7”, “S 07”, “S-07”
 * @college: (out): whose letter it has
 *
 * Returns: (transfer full) (nullable): the code as it is written; %NULL when it is none, and @college is left
 *   as it was
 */
char *
cap_college_read_code (const char *typed,
                       CapCollege *college)
{
  g_autofree char *text = NULL;
  const char *digits;

  g_return_val_if_fail (typed != NULL && college != NULL, NULL);

  text = g_strstrip (g_ascii_strup (typed, -1));
  digits = text + strcspn (text, "0123456789");
  if (strlen (digits) == 0 || strlen (digits) > 4 || strspn (digits, "0123456789") < strlen (digits) ||
      digits == text || strspn (text + 1, " -") != (gsize) (digits - text - 1) || atoi (digits) == 0)
    return NULL;

  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    {
      if (colleges[i].letter != *text)
        continue;

      *college = i;
      return cap_college_dup_code (i, (guint) atoi (digits));
    }

  return NULL;
}
