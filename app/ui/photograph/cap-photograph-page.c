/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/photograph/cap-photograph-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "chart/cap-bars.h"
#include "chart/cap-radar.h"
#include "quality/cap-evidence-rules.h"
#include "ui/photograph/cap-photograph-text.h"
#include "ui/photograph/cap-readings-box.h"
#include "ui/photograph/cap-score-explanation.h"
#include "ui/photograph/cap-theme-tile.h"
#include "ui/widgets/cap-bar-chart.h"
#include "ui/widgets/cap-radar-chart.h"
#include "ui/widgets/cap-reflow.h"

#define MAX_TILES 6 /* beyond, bars: they are read faster */

/**
 * CapPhotographPage:
 *
 * The results of the evaluation in course: the whole, the themes, the
 * objectives from the weakest, and what deserves attention first. Drawn again
 * when the answers change, if it is in sight; when it comes in sight otherwise.
 */
struct _CapPhotographPage
{
  GtkWidget            parent_instance;

  CapWorkspace        *workspace;
  gboolean             outdated;

  /* Template children */
  GtkStack            *stack;
  GtkWidget           *score_box;
  GtkLabel            *figure;
  GtkLabel            *band;
  GtkLabel            *coverage;
  GtkLabel            *not_applicable;
  GtkLabel            *evolution;
  CapRadarChart       *radar;
  GtkWidget           *radar_box;
  GtkWidget           *radar_legend;
  GtkLabel            *radar_previous;
  GtkWidget           *weakest_box;
  GtkLabel            *weakest;
  GtkLabel            *weakest_advice;
  GtkButton           *weakest_button;
  CapReflow           *themes;
  CapBarChart         *objectives;
  CapBarChart         *theme_bars;
  GtkWidget           *own_section;
  CapBarChart         *own;
  GtkLabel            *core_title;
  GtkLabel            *evidence_title;
  GtkWidget           *hatched_note;
  GtkWidget           *core_section;
  GtkListBox          *core;
  GtkWidget           *evidence_section;
  GtkListBox          *evidence;
  CapReadingsBox      *readings;
  CapScoreExplanation *explanation;
};

G_DEFINE_FINAL_TYPE (CapPhotographPage, cap_photograph_page, GTK_TYPE_WIDGET)

/* What is drawn: the results, and those of the time before. */
typedef struct
{
  CapPhotograph       *now;
  CapPhotograph       *before; /* NULL when there is no evaluation before */
  const CapEvaluation *previous;
} Figures;

static const CapScore *
find_theme_before (const Figures *figures,
                   const char    *code)
{
  for (guint i = 0; figures->before != NULL && i < figures->before->themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (figures->before->themes, i);

      if (g_str_equal (theme->theme->code, code))
        return &theme->score;
    }

  return NULL;
}

static char *
dup_evolution (const Figures  *figures,
               const CapScore *now,
               const CapScore *before)
{
  return before == NULL ? NULL : cap_photograph_text_evolution (now, before, figures->previous->date);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_whole (CapPhotographPage *self,
            const Figures     *figures)
{
  const CapScore *score = &figures->now->score;
  const CapBand *band = score->exact == NULL ? NULL
                        : cap_framework_find_band (figures->now->framework, score->percent);
  guint n = score->coverage.not_applicable;
  g_autofree char *figure = cap_photograph_text_figure (score);
  g_autofree char *coverage = cap_photograph_text_coverage (score);
  g_autofree char *name = cap_photograph_text_name (_("Overall score"), score);
  g_autofree char *not_applicable = NULL;
  g_autofree char *evolution = dup_evolution (figures, score,
                                              figures->before == NULL ? NULL : &figures->before->score);

  if (n > 0)
    /* Translators: number of criteria that do not apply */
    not_applicable = g_strdup_printf (ngettext ("%u of them does not apply",
                                                "%u of them do not apply", n), n);

  gtk_label_set_text (self->figure, figure);
  show_text (self->band, band != NULL ? band->label : NULL);
  gtk_label_set_text (self->coverage, coverage);
  show_text (self->not_applicable, not_applicable);
  show_text (self->evolution, evolution);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->score_box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static double
get_value (const CapScore *score)
{
  return score == NULL || score->exact == NULL ? CAP_BARS_NO_VALUE : score->percent;
}

/* Returns: (transfer full): @first and, behind it, what there is of the others */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  GString *text = g_string_new (first);

  if (second != NULL)
    g_string_append_printf (text, " · %s", second);
  if (third != NULL)
    g_string_append_printf (text, " · %s", third);

  return g_string_free (text, FALSE);
}

/* In place of a tile, where there are many. */
static GtkWidget *
make_theme_bar (const CapThemeResult *theme,
                const char           *evolution)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", theme->theme->code, theme->theme->label);
  g_autofree char *figure = cap_photograph_text_figure (&theme->score);
  g_autofree char *name = cap_photograph_text_name (title, &theme->score);
  g_autofree char *coverage = cap_photograph_text_coverage (&theme->score);
  g_autofree char *detail = join (coverage, evolution, NULL);
  g_autofree char *sentence = join (name, evolution, NULL);
  GtkWidget *row = cap_bar_row_new (title, detail, get_value (&theme->score), figure);

  cap_bar_row_set_name (CAP_BAR_ROW (row), sentence);
  cap_bar_row_set_provisional (CAP_BAR_ROW (row), theme->score.provisional);

  return row;
}

static void
show_theme (CapPhotographPage    *self,
            const Figures        *figures,
            const CapThemeResult *theme)
{
  const CapScore *before = find_theme_before (figures, theme->theme->code);
  g_autofree char *evolution = dup_evolution (figures, &theme->score, before);
  g_autofree char *figure = cap_photograph_text_figure (&theme->score);
  g_autofree char *name = cap_photograph_text_name (theme->theme->label, &theme->score);
  g_autofree char *label = g_strdup_printf ("%s\n%s", theme->theme->label, figure);

  if (figures->now->themes->len > MAX_TILES)
    cap_bar_chart_append (self->theme_bars, CAP_BAR_ROW (make_theme_bar (theme, evolution)));
  else
    cap_reflow_append (self->themes, cap_theme_tile_new (theme, evolution));
  if (cap_radar_suits (figures->now->themes->len))
    cap_radar_chart_append (self->radar, label, name, get_value (&theme->score), get_value (before));
}

static void
show_themes (CapPhotographPage *self,
             const Figures     *figures)
{
  guint n_themes = figures->now->themes->len;

  cap_radar_chart_clear (self->radar);
  cap_reflow_clear (self->themes);
  cap_bar_chart_clear (self->theme_bars);
  for (guint i = 0; i < n_themes; i++)
    show_theme (self, figures, g_ptr_array_index (figures->now->themes, i));

  gtk_widget_set_visible (GTK_WIDGET (self->theme_bars), n_themes > MAX_TILES);
  gtk_widget_set_visible (self->radar_box, cap_radar_suits (n_themes));
  gtk_widget_set_visible (self->radar_legend, figures->before != NULL);
  if (figures->before != NULL)
    {
      g_autofree char *year = g_strndup (figures->previous->date, 4);
      /* Translators: legend of the dashed line of a chart; a year */
      g_autofree char *text = g_strdup_printf (_("Dashed: %s"), year);

      gtk_label_set_text (self->radar_previous, text);
    }
}

/* Returns: (nullable): the first criterion to look at in an objective: its lowest level */
static const CapCriterionResult *
find_lowest (const CapObjectiveResult *result)
{
  const CapCriterionResult *lowest = NULL;

  for (guint i = 0; i < result->criteria->len; i++)
    {
      const CapCriterionResult *criterion = g_ptr_array_index (result->criteria, i);

      if (criterion->level != CAP_LEVEL_UNSET && (lowest == NULL || criterion->level < lowest->level))
        lowest = criterion;
    }

  return lowest;
}

static void
show_weakest (CapPhotographPage *self,
              const Figures     *figures)
{
  const CapObjectiveResult *weakest = figures->now->weakest_objective;
  const CapCriterionResult *lowest = weakest == NULL ? NULL : find_lowest (weakest);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->weakest_box, lowest != NULL);
  if (lowest == NULL)
    return;

  label = g_strdup_printf ("%s %s", weakest->objective->code, weakest->objective->label);
  text = cap_photograph_text_name (label, &weakest->score);
  gtk_label_set_text (self->weakest, text);
  show_text (self->weakest_advice, *weakest->objective->advice != '\0' ? weakest->objective->advice : NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->weakest_button), "s",
                                    lowest->criterion->code);
}

/* Weakest first; what has no score comes last. */
static int
compare_objectives_cb (gconstpointer a,
                       gconstpointer b)
{
  const CapObjectiveResult *first = *(const CapObjectiveResult * const *) a;
  const CapObjectiveResult *second = *(const CapObjectiveResult * const *) b;

  if (first->score.exact == NULL || second->score.exact == NULL)
    return (first->score.exact == NULL) - (second->score.exact == NULL);

  return cap_fraction_compare (first->score.exact, second->score.exact);
}

static void
list_objectives (const CapThemeResult *theme,
                 GPtrArray            *objectives)
{
  for (guint i = 0; i < theme->objectives->len; i++)
    {
      CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, i);

      if (objective->score.coverage.applicable > 0)
        g_ptr_array_add (objectives, objective);
    }
}

static GtkWidget *
make_bar (const Figures            *figures,
          const CapObjectiveResult *result)
{
  const CapObjectiveResult *before =
    figures->before == NULL ? NULL : cap_photograph_find_objective (figures->before, result->objective->code);
  g_autofree char *title = g_strdup_printf ("%s  %s", result->objective->code, result->objective->label);
  g_autofree char *figure = cap_photograph_text_figure (&result->score);
  g_autofree char *name = cap_photograph_text_name (title, &result->score);
  g_autofree char *coverage = cap_photograph_text_coverage (&result->score);
  g_autofree char *acquired = cap_photograph_text_acquired (result);
  g_autofree char *evolution = dup_evolution (figures, &result->score,
                                              before == NULL ? NULL : &before->score);
  g_autofree char *detail = join (coverage, acquired, evolution);
  g_autofree char *sentence = join (name, acquired, evolution);
  GtkWidget *row = cap_bar_row_new (title, detail, get_value (&result->score), figure);

  cap_bar_row_set_name (CAP_BAR_ROW (row), sentence);
  cap_bar_row_set_provisional (CAP_BAR_ROW (row), result->score.provisional);

  return row;
}

static void
show_bars (CapBarChart   *chart,
           GPtrArray     *objectives,
           const Figures *figures)
{
  g_ptr_array_sort (objectives, compare_objectives_cb);
  cap_bar_chart_clear (chart);
  for (guint i = 0; i < objectives->len; i++)
    cap_bar_chart_append (chart, CAP_BAR_ROW (make_bar (figures, g_ptr_array_index (objectives, i))));
}

/* Those of the network, then those of the structure, which are counted apart. */
static void
show_objectives (CapPhotographPage *self,
                 const Figures     *figures)
{
  const CapPhotograph *now = figures->now;
  g_autoptr(GPtrArray) objectives = g_ptr_array_new ();
  g_autoptr(GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < now->themes->len; i++)
    list_objectives (g_ptr_array_index (now->themes, i), objectives);
  if (now->local != NULL)
    list_objectives (now->local, own);

  show_bars (self->objectives, objectives, figures);
  show_bars (self->own, own, figures);
  gtk_widget_set_visible (self->own_section, own->len > 0);
  gtk_widget_set_visible (self->hatched_note, now->score.provisional);
}

/* The headings that name a level. */
static void
show_levels (CapPhotographPage *self,
             const CapRules    *rules)
{
  /* Translators: a level */
  g_autofree char *core = g_strdup_printf (_("Core criteria below level %d"), rules->core_minimum);
  /* Translators: a level */
  g_autofree char *evidence = g_strdup_printf (_("From level %d up without evidence"), rules->evidence_from);

  gtk_label_set_text (self->core_title, core);
  gtk_label_set_text (self->evidence_title, evidence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->core), GTK_ACCESSIBLE_PROPERTY_LABEL, core, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->evidence), GTK_ACCESSIBLE_PROPERTY_LABEL, evidence,
                                  -1);
}

static GtkWidget *
make_link (const CapCriterionResult *result,
           const CapFramework       *framework)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", "go-next-symbolic",
                                   NULL);
  g_autofree char *title = g_strdup_printf ("%s  %s", result->criterion->code, result->criterion->label);
  /* Translators: a level, its name */
  g_autofree char *subtitle = g_strdup_printf (_("Level %d: %s"), result->level,
                                               cap_framework_get_level (framework, result->level)->label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-criterion");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", result->criterion->code);

  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_core (CapPhotographPage *self,
           const Figures     *figures)
{
  const GPtrArray *below = figures->now->core_below;

  clear_list (self->core);
  gtk_widget_set_visible (self->core_section, below->len > 0);
  for (guint i = 0; i < below->len; i++)
    gtk_list_box_append (self->core, make_link (g_ptr_array_index (below, i), figures->now->framework));
}

static void
show_missing_evidence (CapPhotographPage *self,
                       CapDossier        *dossier,
                       const Figures     *figures)
{
  g_autoptr(GPtrArray) missing = cap_evidence_list_missing (figures->now, dossier);

  clear_list (self->evidence);
  for (guint i = 0; i < missing->len; i++)
    gtk_list_box_append (self->evidence, make_link (g_ptr_array_index (missing, i), figures->now->framework));
  gtk_widget_set_visible (self->evidence_section, missing->len > 0);
}

static void
draw (CapPhotographPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  CapPhotograph *photograph = cap_workspace_get_photograph (self->workspace);
  Figures figures = { photograph };
  g_autoptr(CapPhotograph) before = NULL;

  self->outdated = FALSE;
  if (dossier == NULL || photograph == NULL || photograph->score.coverage.answered == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  figures.previous = cap_dossier_get_previous (dossier);
  if (figures.previous != NULL)
    before = cap_photograph_new (figures.previous, dossier->member);
  figures.before = before;

  show_whole (self, &figures);
  show_themes (self, &figures);
  show_weakest (self, &figures);
  show_objectives (self, &figures);
  show_levels (self, &photograph->framework->rules);
  show_core (self, &figures);
  show_missing_evidence (self, dossier, &figures);
  cap_readings_box_update (self->readings);
  cap_score_explanation_show (self->explanation, photograph);
  gtk_stack_set_visible_child_name (self->stack, "results");
}

static void
dossier_changed_cb (CapPhotographPage *self)
{
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    draw (self);
}

static void
cap_photograph_page_map (GtkWidget *widget)
{
  CapPhotographPage *self = CAP_PHOTOGRAPH_PAGE (widget);

  if (self->outdated)
    draw (self);

  GTK_WIDGET_CLASS (cap_photograph_page_parent_class)->map (widget);
}

static void
cap_photograph_page_dispose (GObject *object)
{
  CapPhotographPage *self = CAP_PHOTOGRAPH_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_photograph_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-photograph-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, score_box);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, figure);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, band);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, not_applicable);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, evolution);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, radar);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, radar_box);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, radar_legend);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, radar_previous);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, weakest_box);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, weakest);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, weakest_advice);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, weakest_button);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, themes);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, objectives);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, own_section);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, theme_bars);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, own);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, core_title);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, evidence_title);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, hatched_note);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, core_section);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, core);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, evidence_section);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, readings);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, explanation);
}

static void
cap_photograph_page_class_init (CapPhotographPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_photograph_page_dispose;
  widget_class->map = cap_photograph_page_map;

  g_type_ensure (CAP_TYPE_BAR_CHART);
  g_type_ensure (CAP_TYPE_RADAR_CHART);
  g_type_ensure (CAP_TYPE_READINGS_BOX);
  g_type_ensure (CAP_TYPE_REFLOW);
  g_type_ensure (CAP_TYPE_SCORE_EXPLANATION);

  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_photograph_page_init (CapPhotographPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_photograph_page_new:
 *
 * Returns: (transfer floating): a page on the results of @workspace
 */
GtkWidget *
cap_photograph_page_new (CapWorkspace *workspace)
{
  CapPhotographPage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_PHOTOGRAPH_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  cap_readings_box_set_workspace (self->readings, workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  draw (self);

  return GTK_WIDGET (self);
}
