/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/cap-audit-time.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"

#define HUNDREDTHS_OF_A_TENTH 10

static char *
dup_days (guint64 tenths)
{
  return cap_number_format_hundredths ((int) MIN (tenths * HUNDREDTHS_OF_A_TENTH, G_MAXINT));
}

/**
 * cap_audit_time_dup_text:
 *
 * Returns: (transfer full) (nullable): how long it takes, where that comes from and what it is worth; %NULL
 *   when nothing is known
 */
char *
cap_audit_time_dup_text (const CapAuditTime      *self,
                         const CapAuditTimeRules *rules)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *time = NULL;
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (self != NULL && rules != NULL, NULL);

  if (self->n_counted == 0)
    return NULL;

  least = dup_days (self->least);
  most = dup_days (self->most);
  if (!self->bounded)
    /* Translators: a number of days, the title of a document */
    time = g_strdup_printf (_("Time on site: at least %1$s days, by what is published of %2$s; the"
                              " certification body decides."), least, rules->source);
  else if (self->least == self->most)
    /* Translators: a number of days, the title of a document */
    time = g_strdup_printf (_("Time on site: about %1$s days, by what is published of %2$s; the"
                              " certification body decides."), least, rules->source);
  else
    /* Translators: two numbers of days, the title of a document */
    time = g_strdup_printf (_("Time on site: between %1$s and %2$s days, by what is published of %3$s; the"
                              " certification body decides."), least, most, rules->source);
  if (self->n_unknown > 0)
    unknown = g_strdup_printf (ngettext ("%u site is not counted: its staff is not said.",
                                         "%u sites are not counted: their staff is not said.",
                                         self->n_unknown), self->n_unknown);

  return g_strjoin (" ", time, unknown, NULL);
}
