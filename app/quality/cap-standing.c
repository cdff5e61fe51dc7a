/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-standing.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *label;
} words[CAP_N_STANDINGS] = {
  [CAP_STANDING_MISSING] = { "missing", NC_("standing", "Missing") },
  [CAP_STANDING_OUTDATED] = { "outdated", NC_("standing", "Out of date") },
  [CAP_STANDING_WEAK] = { "weak", NC_("standing", "Weak") },
  [CAP_STANDING_THERE] = { "there", NC_("standing", "There") },
  [CAP_STANDING_NOT_APPLICABLE] = { "not-applicable", NC_("standing", "Does not apply") },
};

/* Returns: its name in files, never translated */
const char *
cap_standing_to_name (CapStanding self)
{
  g_return_val_if_fail ((guint) self < CAP_N_STANDINGS, NULL);

  return words[self].name;
}

const char *
cap_standing_get_label (CapStanding self)
{
  g_return_val_if_fail ((guint) self < CAP_N_STANDINGS, NULL);

  return g_dpgettext2 (NULL, "standing", words[self].label);
}
