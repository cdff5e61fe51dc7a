/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-votes-text.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"

#define HUNDREDTHS_OF_A_HALF 50

/* Returns: (transfer full) (nullable): “2.5”; %NULL without a vote */
char *
cap_spread_dup_median (const CapSpreadGroup *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  if (group->n_votes == 0)
    return NULL;

  return cap_number_format_hundredths (group->median_halves * HUNDREDTHS_OF_A_HALF);
}

static char *
dup_group (const CapSpreadGroup *group)
{
  g_autofree char *median = cap_spread_dup_median (group);

  if (group->lowest == group->highest)
    /* Translators: a number of votes, the level that all of them are */
    return g_strdup_printf (ngettext ("%1$u vote, level %2$d", "%1$u votes, all of level %2$d",
                                      group->n_votes), group->n_votes, group->lowest);

  /* Translators: a number of votes, the lowest level, the highest one, the middle one */
  return g_strdup_printf (ngettext ("%1$u vote, from %2$d to %3$d, median %4$s",
                                    "%1$u votes, from %2$d to %3$d, median %4$s", group->n_votes),
                          group->n_votes, group->lowest, group->highest, median);
}

/* Returns: (transfer full): all of the votes in a sentence */
char *
cap_spread_dup_summary (const CapSpread *self)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->whole.n_votes == 0)
    return g_strdup (_("Nobody has voted on it."));

  group = dup_group (&self->whole);

  /* Translators: what is said of the votes, such as “14 votes, from 1 to 4, median 2.5” */
  return self->discuss ? g_strdup_printf (_("%s: to discuss."), group) : g_strdup_printf (_("%s."), group);
}

/* Returns: (transfer full) (nullable): which colleges are not told apart, and why */
char *
cap_spread_dup_hidden (const CapSpread *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) labels = NULL;
  g_autofree char *list = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    {
      if (self->hidden[college] && self->colleges[college].n_votes > 0)
        g_strv_builder_add (builder, cap_college_get_label (college));
    }
  labels = g_strv_builder_end (builder);
  if (labels[0] == NULL)
    return NULL;

  list = g_strjoinv (", ", labels);

  /* Translators: names of colleges */
  return g_strdup_printf (_("Only within the whole, so that nobody is recognised: %s."), list);
}

/* Returns: (transfer full): all that a drawing of the votes shows, a line for each row */
char *
cap_spread_dup_text (const CapSpread *self)
{
  g_autofree char *summary = cap_spread_dup_summary (self);
  g_autofree char *hidden = cap_spread_dup_hidden (self);
  GString *text = g_string_new (summary);

  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    {
      g_autofree char *group = NULL;

      if (self->hidden[college] || self->colleges[college].n_votes == 0)
        continue;

      group = dup_group (&self->colleges[college]);
      /* Translators: a college, then what is said of its votes */
      g_string_append_printf (text, _("\n%1$s: %2$s."), cap_college_get_label (college), group);
    }
  if (hidden != NULL)
    g_string_append_printf (text, "\n%s", hidden);

  return g_string_free (text, FALSE);
}
