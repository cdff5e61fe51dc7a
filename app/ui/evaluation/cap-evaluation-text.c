/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-evaluation-text.h"

#include <glib/gi18n.h>

char *
cap_evaluation_text_dup_progress (const CapCoverage *coverage)
{
  g_return_val_if_fail (coverage != NULL, NULL);

  /* Translators: number of criteria answered, which decides on the form, number of criteria */
  return g_strdup_printf (ngettext ("%u of %u criteria", "%u of %u criteria", coverage->answered),
                          coverage->answered, coverage->applicable);
}

/* Returns: (nullable): how far the theme of @criterion is */
char *
cap_evaluation_text_dup_theme (const CapPhotograph *photograph,
                               const CapCriterion  *criterion)
{
  g_return_val_if_fail (photograph != NULL && criterion != NULL, NULL);

  for (guint i = 0; i < photograph->all_themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->all_themes, i);

      if (theme->theme == criterion->objective->theme)
        /* Translators: name of a theme, number of criteria answered in it, number of its criteria */
        return g_strdup_printf (_("%s: %u of %u"), theme->theme->label, theme->score.coverage.answered,
                                theme->score.coverage.applicable);
    }

  return NULL;
}

char *
cap_evaluation_text_dup_hint (const CapFramework *framework)
{
  g_return_val_if_fail (framework != NULL, NULL);

  /* Translators: the lowest and the highest level, which are keys to press */
  return g_strdup_printf (_("%d to %d to answer · Enter to go on"), framework->min_level,
                          framework->max_level);
}
