/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/cap-cli-framework-private.h"

#define CODE_WIDTH 6

static void
append_criterion (GString            *text,
                  const CapCriterion *criterion)
{
  g_string_append (text, "    ");
  cap_cli_append_padded (text, criterion->code, CODE_WIDTH);
  g_string_append (text, criterion->label);
  if (criterion->core)
    g_string_append_printf (text, " · %s", _("core"));
  if (criterion->express && !criterion->core)
    g_string_append_printf (text, " · %s", _("express"));
  if (criterion->core_in_certification)
    g_string_append_printf (text, " · %s", _("core in certification"));
  if (criterion->certification_only)
    g_string_append_printf (text, " · %s", _("certification only"));
  if (criterion->filter != NULL)
    g_string_append_printf (text, " · %s", criterion->filter->label);
  g_string_append_c (text, '\n');
}

static void
append_level (GString        *text,
              const CapLevel *level)
{
  g_string_append_printf (text, "  %d  %s\n", level->number, level->label);
}

static void
append_theme (GString        *text,
              const CapTheme *theme)
{
  g_string_append_printf (text, "\n%s  %s\n", theme->code, theme->label);
  for (guint i = 0; i < theme->objectives->len; i++)
    {
      const CapObjective *objective = g_ptr_array_index (theme->objectives, i);

      g_string_append_printf (text, "\n  %s  %s\n", objective->code, objective->label);
      for (guint j = 0; j < objective->criteria->len; j++)
        append_criterion (text, g_ptr_array_index (objective->criteria, j));
    }
}

void
cap_cli_print_framework (const CapFramework *framework)
{
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: title of a framework, its version, how many criteria it has */
  g_string_append_printf (text, ngettext ("%s, version %s: %u criterion", "%s, version %s: %u criteria",
                                          framework->criteria->len),
                          framework->title, framework->version, framework->criteria->len);
  g_string_append_printf (text, "\n%s\n\n", framework->notice);
  for (guint i = 0; i < framework->levels->len; i++)
    append_level (text, g_ptr_array_index (framework->levels, i));
  for (guint i = 0; i < framework->themes->len; i++)
    append_theme (text, g_ptr_array_index (framework->themes, i));

  cap_cli_print (text);
}
