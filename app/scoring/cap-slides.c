/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-slides.h"

#include <glib/gi18n.h>

#include "scoring/cap-comparison-text.h"
#include "scoring/cap-photograph-text.h"

/* What can still be read from the back of the room. */
#define MAX_LINES 8
#define MAX_FIRST 6

static void
slide_free (CapSlide *self)
{
  g_free (self->title);
  g_free (self->number);
  g_free (self->text);
  g_clear_pointer (&self->figure, cap_figure_unref);
  g_free (self);
}

static CapSlide *
add_slide (GPtrArray  *slides,
           const char *title)
{
  CapSlide *slide = g_new0 (CapSlide, 1);

  slide->title = g_strdup (title);
  g_ptr_array_add (slides, slide);

  return slide;
}

/* @text: (transfer full) (nullable): appended on a line of its own */
static void
append_line (GString *lines,
             char    *text)
{
  if (text != NULL)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
  g_free (text);
}

static void
add_whole (GPtrArray           *slides,
           const CapPhotograph *photograph,
           const CapComparison *comparison)
{
  const CapScore *score = &photograph->score;
  const CapBand *band = score->exact == NULL ? NULL
                        : cap_framework_find_band (photograph->framework, score->percent);
  g_autoptr(GString) text = g_string_new (band != NULL ? band->label : NULL);
  CapSlide *slide = add_slide (slides, _("Overall score"));

  append_line (text, cap_photograph_text_coverage (score));
  append_line (text, cap_photograph_text_not_applicable (score));
  append_line (text, cap_comparison_dup_evolution (comparison, NULL));
  if (comparison != NULL)
    append_line (text, cap_comparison_dup_scope (comparison, FALSE));
  slide->number = cap_photograph_text_figure (score);
  slide->text = g_strdup (text->str);
}

/* How many lines the rows of @figure from @first on take that belong together on a slide. */
static guint
count_together (const CapFigure *figure,
                guint            first)
{
  guint n_lines = 0;
  guint i;

  for (i = first; i < figure->rows->len; i++)
    {
      const char *group = cap_figure_get_row (figure, i)->group;
      gboolean same = i > first && group != NULL &&
                      g_strcmp0 (group, cap_figure_get_row (figure, i - 1)->group) == 0;

      n_lines += !same;
      if (n_lines > MAX_LINES)
        break;
    }

  return i - first;
}

static gboolean
has_lines (const CapFigure *figure)
{
  return figure->kind != CAP_FIGURE_EMBLEM && figure->kind != CAP_FIGURE_COURSE;
}

static guint
count_slides (const CapFigure *figure)
{
  guint count = 0;

  for (guint first = 0; first < figure->rows->len; first += count_together (figure, first))
    count++;

  return count;
}

/* What has too many lines for a slide goes on on the next one. */
static void
add_figure (GPtrArray *slides,
            CapFigure *figure)
{
  const guint n_slides = has_lines (figure) ? count_slides (figure) : 1;
  guint first = 0;

  for (guint i = 0; i < n_slides; i++)
    {
      const guint n_rows = n_slides == 1 ? figure->rows->len : count_together (figure, first);
      g_autofree char *title = n_slides == 1
                               ? g_strdup (figure->title)
                               : g_strdup_printf ("%s (%u/%u)", figure->title, i + 1, n_slides);
      CapSlide *slide = add_slide (slides, title);

      slide->figure = n_slides == 1 ? cap_figure_ref (figure) : cap_figure_slice (figure, first, n_rows);
      slide->text = figure->note != NULL ? g_strdup_printf ("%s\n%s", figure->reading, figure->note)
                                         : g_strdup (figure->reading);
      first += n_rows;
    }
}

/* What the next step is: the core below the minimum, or else the weakest objective. */
static void
add_first (GPtrArray           *slides,
           const CapPhotograph *photograph)
{
  const CapObjectiveResult *weakest = photograph->weakest_objective;
  g_autoptr(GString) text = g_string_new (NULL);
  CapSlide *slide;

  for (guint i = 0; i < MIN (photograph->core_below->len, MAX_FIRST); i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (photograph->core_below, i);

      /* Translators: the code of a core criterion, its label, its level */
      append_line (text, g_strdup_printf (_("%1$s – %2$s: a core criterion at level %3$d"),
                                          result->criterion->code, result->criterion->label, result->level));
    }
  if (photograph->core_below->len > MAX_FIRST)
    append_line (text, g_strdup_printf (ngettext ("and %u other core criterion", "and %u other core criteria",
                                                  photograph->core_below->len - MAX_FIRST),
                                        photograph->core_below->len - MAX_FIRST));
  if (weakest != NULL)
    {
      g_autofree char *label = g_strdup_printf ("%s – %s", weakest->objective->code,
                                                weakest->objective->label);

      append_line (text, cap_photograph_text_name (label, &weakest->score));
      if (*weakest->objective->advice != '\0')
        append_line (text, g_strdup (weakest->objective->advice));
    }
  if (text->len == 0)
    return;

  slide = add_slide (slides, _("Where to begin"));
  slide->text = g_strdup (text->str);
}

GPtrArray *
cap_slides_list (const CapDossier    *dossier,
                 const CapEvaluation *evaluation,
                 const CapPhotograph *photograph,
                 const CapComparison *comparison)
{
  g_autoptr(GPtrArray) figures = NULL;
  g_autoptr(GString) facts = g_string_new (NULL);
  GPtrArray *slides;

  g_return_val_if_fail (dossier != NULL && evaluation != NULL && photograph != NULL, NULL);

  slides = g_ptr_array_new_with_free_func ((GDestroyNotify) slide_free);
  append_line (facts, g_strdup (_("The photograph of our self-evaluation")));
  append_line (facts, cap_photograph_text_facts (evaluation));
  append_line (facts, cap_photograph_text_participants (evaluation));
  add_slide (slides, dossier->member->name)->text = g_strdup (facts->str);
  add_whole (slides, photograph, comparison);

  figures = cap_figures_list (dossier, evaluation, photograph, comparison);
  for (guint i = 0; i < figures->len; i++)
    add_figure (slides, g_ptr_array_index (figures, i));
  add_first (slides, photograph);

  return slides;
}
