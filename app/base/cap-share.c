/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-share.h"

#include <glib/gi18n.h>

#include "base/cap-fraction.h"
#include "base/cap-number.h"

static int
get_rate (CapShare self,
          gint64   scale)
{
  g_autoptr(CapFraction) rate = NULL;

  if (self.whole == 0)
    return CAP_RATE_NONE;

  rate = cap_fraction_new (self.part * scale, self.whole);

  return cap_fraction_round (rate);
}

/* Returns: the whole percentage, rounded half up from the exact rate; or %CAP_RATE_NONE */
int
cap_share_get_percent (CapShare self)
{
  return get_rate (self, 100);
}

/* The same in tenths of a percent: 439 for 18 of 41. */
int
cap_share_get_permille (CapShare self)
{
  return get_rate (self, 1000);
}

/* Returns: (transfer full): “44%” in the user’s language, or a dash */
char *
cap_share_dup_percent (CapShare self)
{
  return self.whole > 0 ? cap_number_format_percent (cap_share_get_percent (self)) : g_strdup ("–");
}

/* Returns: (transfer full): “43.9%” in the user’s language, or a dash */
char *
cap_share_dup_rate (CapShare self)
{
  return self.whole > 0 ? cap_number_format_permille (cap_share_get_permille (self)) : g_strdup ("–");
}

/* Returns: (transfer full): “18 of 41 (43.9%)” in the user’s language */
char *
cap_share_dup_text (CapShare self)
{
  g_autofree char *rate = cap_share_dup_rate (self);

  if (self.whole == 0)
    /* Translators: how many of none */
    return g_strdup (C_("share", "0 of 0"));

  /* Translators: %1$u of %2$u, and %3$s is the same as a percentage */
  return g_strdup_printf (C_("share", "%1$u of %2$u (%3$s)"), self.part, self.whole, rate);
}
