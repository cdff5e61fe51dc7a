/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-comparison-text.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "scoring/cap-framework-diff-text.h"
#include "scoring/cap-photograph-text.h"

/* What a person still reads one by one. */
#define MAX_TOLD 12

/**
 * cap_comparison_dup_evolution:
 * @self: (nullable): a comparison
 * @code: (nullable): of a theme or of an objective; %NULL for the whole
 *
 * Returns: (transfer full) (nullable): “▲ 4 points more than in 2024”; %NULL when
 *   there is nothing to compare
 */
char *
cap_comparison_dup_evolution (const CapComparison *self,
                              const char          *code)
{
  const CapScore *now = self == NULL ? NULL : cap_photograph_find_score (self->now, code);
  const CapScore *before = self == NULL ? NULL : cap_photograph_find_score (self->before, code);

  return now == NULL ? NULL : cap_photograph_text_evolution (now, before, self->date);
}

/* “B2.4 (added), A1.2 (reworded)” */
static char *
list_changes (const CapComparison *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->apart->len; i++)
    {
      const CapChange *change = g_ptr_array_index (self->apart, i);
      g_autofree char *codes = cap_change_dup_codes (change);
      g_autofree char *text = cap_change_dup_text (change);

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? ", " : "", codes, text);
    }

  return g_string_free (list, FALSE);
}

/* @all: whether each criterion is told, however many there are */
static char *
dup_changed (const CapComparison *self,
             gboolean             all)
{
  g_autofree char *list = NULL;

  if (self->apart->len == 0)
    return g_strdup ("");

  list = all || self->apart->len <= MAX_TOLD ? list_changes (self)
                                             : cap_framework_diff_dup_summary (self->diff);

  /* Translators: how many criteria, which decides on the form; which ones, with what became of them */
  return g_strdup_printf (ngettext (" %1$u criterion is left apart, since the version of the framework"
                                    " changed it: %2$s.",
                                    " %1$u criteria are left apart, since the version of the framework"
                                    " changed them: %2$s.", self->apart->len),
                          self->apart->len, list);
}

static char *
dup_unasked (const CapComparison *self)
{
  const guint count = self->other_scope->len;

  if (count == 0)
    return g_strdup ("");

  /* Translators: how many criteria, which decides on the form */
  return g_strdup_printf (ngettext (" %u criterion is left apart, since only one of the two evaluations asks"
                                    " it.",
                                    " %u criteria are left apart, since only one of the two evaluations asks"
                                    " them.", count),
                          count);
}

/**
 * cap_comparison_dup_scope:
 * @all: whether each criterion that is left apart is told; otherwise many are
 *   summed up
 *
 * Returns: (transfer full) (nullable): what is compared and what is not; %NULL
 *   when everything is
 */
char *
cap_comparison_dup_scope (const CapComparison *self,
                          gboolean             all)
{
  g_autofree char *month = NULL;
  g_autofree char *first = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *unasked = NULL;
  guint count;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->whole)
    return NULL;

  count = g_hash_table_size (self->only);
  month = cap_date_format_month (self->date);
  changed = dup_changed (self, all);
  unasked = dup_unasked (self);
  if (count == 0)
    /* Translators: a month */
    first = g_strdup_printf (_("Nothing can be compared with the evaluation of %s."), month);
  else
    /* Translators: how many criteria, which decides on the form; a month */
    first = g_strdup_printf (ngettext ("What is said of the evaluation of %2$s is about the %1$u criterion "
                                       "that both share.",
                                       "What is said of the evaluation of %2$s is about the %1$u criteria "
                                       "that both share.", count),
                             count, month);

  return g_strconcat (first, changed, unasked, NULL);
}
