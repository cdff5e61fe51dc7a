/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-framework-diff-text.h"

#include <glib/gi18n.h>

/* What became of one criterion. */
static const struct
{
  CapChangeFlags  flag;
  const char     *text;
} words[] = {
  { CAP_CHANGE_ADDED, N_("added") },
  { CAP_CHANGE_REMOVED, N_("removed") },
  { CAP_CHANGE_MOVED, N_("moved") },
  { CAP_CHANGE_REWORDED, N_("reworded") },
  { CAP_CHANGE_LEVELS, N_("levels described otherwise") },
  { CAP_CHANGE_RULES, N_("other weight or scope") },
  { CAP_CHANGE_GUIDANCE, N_("guidance") },
};

/**
 * cap_change_dup_text:
 *
 * Returns: (transfer full): what changed, such as “moved, reworded”; empty
 *   when nothing did
 */
char *
cap_change_dup_text (const CapChange *change)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (change != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if ((change->flags & words[i].flag) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", gettext (words[i].text));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cap_change_dup_codes:
 *
 * Returns: (transfer full): “A1.1”, or “A1.1 + A1.2 → A1.3” when they differ
 */
char *
cap_change_dup_codes (const CapChange *change)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean same;

  g_return_val_if_fail (change != NULL, NULL);

  for (guint i = 0; i < change->before->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " + " : "",
                            ((const CapCriterion *) g_ptr_array_index (change->before, i))->code);

  same = change->after == NULL || g_str_equal (text->str, change->after->code);
  if (!same)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " → " : "", change->after->code);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cap_framework_diff_dup_summary:
 *
 * Returns: (transfer full): what the version changed, in a line
 */
char *
cap_framework_diff_dup_summary (const CapFrameworkDiff *diff)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint unchanged;

  g_return_val_if_fail (diff != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint count = cap_framework_diff_count (diff, words[i].flag);

      if (count > 0 && words[i].flag != CAP_CHANGE_GUIDANCE)
        /* Translators: what became of criteria (“reworded”), how many of them */
        g_string_append_printf (text, _("%s: %u · "), gettext (words[i].text), count);
    }

  unchanged = diff->changes->len - cap_framework_diff_count (diff, ~CAP_CHANGE_GUIDANCE);
  /* Translators: how many criteria are as they were, guidance aside */
  g_string_append_printf (text, _("unchanged: %u"), unchanged);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
