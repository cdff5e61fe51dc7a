/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/cap-cli-framework-private.h"
#include "scoring/cap-framework-diff-text.h"

#define CODES_WIDTH 14

static void
append_change (GString         *text,
               const CapChange *change)
{
  const CapCriterion *before = change->before->len > 0 ? g_ptr_array_index (change->before, 0) : NULL;
  const CapCriterion *criterion = change->after != NULL ? change->after : before;
  g_autofree char *codes = cap_change_dup_codes (change);
  g_autofree char *what = cap_change_dup_text (change);

  g_string_append (text, "  ");
  cap_cli_append_padded (text, codes, CODES_WIDTH);
  g_string_append_printf (text, "%s\n  %*s%s\n", criterion->label, CODES_WIDTH, "", what);
}

/* Everything that changed, criterion by criterion. */
void
cap_cli_print_diff (const CapFrameworkDiff *diff)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *summary = cap_framework_diff_dup_summary (diff);

  g_string_append_printf (text, "%s %s → %s %s\n%s\n", diff->before->id, diff->before->version,
                          diff->after->id, diff->after->version, summary);
  if (!diff->same_scale)
    g_string_append_printf (text, "%s\n", _("The levels are not the same: no level can be carried over."));
  else if (!diff->same_rules)
    g_string_append_printf (text, "%s\n", _("The levels have other names, or decide otherwise."));

  for (guint i = 0; i < diff->changes->len; i++)
    {
      const CapChange *change = g_ptr_array_index (diff->changes, i);

      if (change->flags != CAP_CHANGE_NONE)
        append_change (text, change);
    }

  cap_cli_print (text);
}
