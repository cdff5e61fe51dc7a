/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/photograph/cap-photograph-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "quality/cap-evidence-rules.h"
#include "scoring/cap-comparison-text.h"
#include "scoring/cap-figures.h"
#include "scoring/cap-photograph-text.h"
#include "ui/photograph/cap-photograph-header.h"
#include "ui/photograph/cap-presentation-window.h"
#include "ui/photograph/cap-readings-box.h"
#include "ui/photograph/cap-score-explanation.h"
#include "ui/photograph/cap-theme-tile.h"
#include "ui/widgets/cap-figure-view.h"
#include "ui/widgets/cap-reflow.h"

#define MAX_TILES 6 /* beyond, the figure of the themes says it all */

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
  GStrv                core_keys;
  GStrv                evidence_keys;

  /* Template children */
  GtkStack            *stack;
  CapPhotographHeader *header;
  CapFigureView       *emblem;
  GtkWidget           *weakest_box;
  GtkLabel            *weakest;
  GtkLabel            *weakest_advice;
  GtkButton           *weakest_button;
  CapReflow           *themes;
  GtkBox              *figures;
  GtkWidget           *scope_section;
  GtkLabel            *scope;
  GtkLabel            *core_title;
  GtkLabel            *evidence_title;
  GtkWidget           *core_section;
  GtkListBox          *core;
  GtkWidget           *evidence_section;
  GtkListBox          *evidence;
  CapReadingsBox      *readings;
  CapScoreExplanation *explanation;
};

G_DEFINE_FINAL_TYPE (CapPhotographPage, cap_photograph_page, GTK_TYPE_WIDGET)

/* What is drawn: the results, beside those of the time before. */
typedef struct
{
  const CapDossier    *dossier;
  const CapEvaluation *evaluation;
  CapPhotograph       *now;
  CapComparison       *comparison; /* NULL when there is no evaluation before */
} Results;

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_themes (CapPhotographPage *self,
             const Results     *results)
{
  guint n_themes = results->now->themes->len;

  cap_reflow_clear (self->themes);
  gtk_widget_set_visible (GTK_WIDGET (self->themes), n_themes <= MAX_TILES);
  for (guint i = 0; i < n_themes && n_themes <= MAX_TILES; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (results->now->themes, i);
      g_autofree char *evolution = cap_comparison_dup_evolution (results->comparison, theme->theme->code);

      cap_reflow_append (self->themes, cap_theme_tile_new (theme, evolution));
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
              const Results     *results)
{
  const CapObjectiveResult *weakest = results->now->weakest_objective;
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

/* Returns: (nullable): the first criterion that is asked */
static const char *
find_asked (const CapObjectiveResult *objective)
{
  for (guint i = 0; i < objective->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (objective->criteria, i);

      if (result->state != CAP_CRITERION_OUT_OF_SCOPE)
        return result->criterion->code;
    }

  return NULL;
}

/* Where a click on @code leads: its first criterion to look at. */
static const char *
find_criterion (const CapPhotograph *photograph,
                const char          *code)
{
  const CapObjectiveResult *objective = cap_photograph_find_objective (photograph, code);
  const CapCriterionResult *lowest = objective != NULL ? find_lowest (objective) : NULL;

  if (cap_photograph_find_criterion (photograph, code) != NULL)
    return code;
  if (lowest != NULL)
    return lowest->criterion->code;
  if (objective != NULL)
    return find_asked (objective);

  for (guint i = 0; i < photograph->all_themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->all_themes, i);
      const char *asked = NULL;

      if (!g_str_equal (theme->theme->code, code))
        continue;
      for (guint j = 0; j < theme->objectives->len && asked == NULL; j++)
        asked = find_asked (g_ptr_array_index (theme->objectives, j));
      if (asked != NULL)
        return asked;
    }

  return NULL;
}

static void
target_activated_cb (CapPhotographPage *self,
                     const char        *code)
{
  CapPhotograph *photograph = cap_workspace_get_photograph (self->workspace);
  const char *criterion = photograph == NULL ? NULL : find_criterion (photograph, code);

  if (criterion != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-criterion", "s", criterion);
}

/* The view of a figure stays as long as there is one at its place: what is open in it stays open. */
static CapFigureView *
get_view (CapPhotographPage *self,
          guint              index)
{
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->figures));

  for (guint i = 0; i < index && view != NULL; i++)
    view = gtk_widget_get_next_sibling (view);
  if (view != NULL)
    return CAP_FIGURE_VIEW (view);

  view = cap_figure_view_new ();
  gtk_widget_add_css_class (view, "card");
  g_signal_connect_swapped (view, "target-activated", G_CALLBACK (target_activated_cb), self);
  gtk_box_append (self->figures, view);

  return CAP_FIGURE_VIEW (view);
}

/* The themes beside the score, the others one under the other. */
static void
show_figures (CapPhotographPage *self,
              const Results     *results)
{
  g_autoptr(GPtrArray) figures = cap_figures_list (results->dossier, results->evaluation, results->now,
                                                   results->comparison);
  g_autofree char *scope = results->comparison != NULL ? cap_comparison_dup_scope (results->comparison, FALSE)
                                                       : NULL;
  GtkWidget *extra;

  cap_figure_view_show (self->emblem, g_ptr_array_index (figures, 0));
  for (guint i = 1; i < figures->len; i++)
    cap_figure_view_show (get_view (self, i - 1), g_ptr_array_index (figures, i));
  extra = GTK_WIDGET (get_view (self, figures->len - 2));
  while (gtk_widget_get_next_sibling (extra) != NULL)
    gtk_box_remove (self->figures, gtk_widget_get_next_sibling (extra));

  gtk_widget_set_visible (self->scope_section, scope != NULL);
  show_text (self->scope, scope);
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

/* What each row says, so that those that say the same stay: rows are costly. */
static GStrv
list_keys (const GPtrArray *results)
{
  g_autoptr(GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < results->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (results, i);
      g_autofree char *key = g_strdup_printf ("%s %s %d", result->criterion->code, result->criterion->label,
                                              result->level);

      g_strv_builder_add (keys, key);
    }

  return g_strv_builder_end (keys);
}

/* @keys: what the rows of @list say. Only what is between the first difference and the last one changes. */
static void
show_list (GtkListBox         *list,
           GStrv              *keys,
           const GPtrArray    *results,
           const CapFramework *framework)
{
  GStrv wanted = list_keys (results);
  guint n_rows = g_strv_length (*keys);
  guint first = 0;
  guint same = 0;

  while (first < MIN (n_rows, results->len) && g_str_equal ((*keys)[first], wanted[first]))
    first++;
  while (first + same < MIN (n_rows, results->len) &&
         g_str_equal ((*keys)[n_rows - 1 - same], wanted[results->len - 1 - same]))
    same++;

  for (; n_rows > first + same; n_rows--)
    gtk_list_box_remove (list, GTK_WIDGET (gtk_list_box_get_row_at_index (list, (int) first)));
  for (guint i = first; i + same < results->len; i++)
    gtk_list_box_insert (list, make_link (g_ptr_array_index (results, i), framework), (int) i);

  g_strfreev (*keys);
  *keys = wanted;
}

static void
show_core (CapPhotographPage *self,
           const Results     *results)
{
  const GPtrArray *below = results->now->core_below;

  gtk_widget_set_visible (self->core_section, below->len > 0);
  show_list (self->core, &self->core_keys, below, results->now->framework);
}

static void
show_missing_evidence (CapPhotographPage *self,
                       CapDossier        *dossier,
                       const Results     *results)
{
  g_autoptr(GPtrArray) missing = cap_evidence_list_missing (results->now, dossier);

  gtk_widget_set_visible (self->evidence_section, missing->len > 0);
  show_list (self->evidence, &self->evidence_keys, missing, results->now->framework);
}

static void
draw (CapPhotographPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  CapPhotograph *photograph = cap_workspace_get_photograph (self->workspace);
  g_autoptr(CapComparison) comparison = NULL;
  const CapEvaluation *previous;
  Results results;

  self->outdated = FALSE;
  if (dossier == NULL || photograph == NULL || photograph->score.coverage.answered == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  previous = cap_dossier_get_previous (dossier);
  results = (Results) { dossier, cap_workspace_get_evaluation (self->workspace), photograph, NULL };
  if (previous != NULL)
    comparison = cap_comparison_new (results.evaluation, previous, dossier->member);
  results.comparison = comparison;

  cap_photograph_header_show (self->header, results.evaluation, photograph, comparison);
  show_themes (self, &results);
  show_weakest (self, &results);
  show_figures (self, &results);
  show_levels (self, &photograph->framework->rules);
  show_core (self, &results);
  show_missing_evidence (self, dossier, &results);
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

/* The pointer or the keyboard is taken to the arithmetic, unfolded. */
static void
explain_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  cap_score_explanation_unfold (CAP_PHOTOGRAPH_PAGE (widget)->explanation);
}

static void
present_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapPhotographPage *self = CAP_PHOTOGRAPH_PAGE (widget);
  GtkWidget *window;

  CapPhotograph *photograph = cap_workspace_get_photograph (self->workspace);

  if (photograph == NULL || photograph->score.coverage.answered == 0)
    return;

  window = cap_presentation_window_new (self->workspace, GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_fullscreen (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
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
cap_photograph_page_finalize (GObject *object)
{
  CapPhotographPage *self = CAP_PHOTOGRAPH_PAGE (object);

  g_strfreev (self->core_keys);
  g_strfreev (self->evidence_keys);

  G_OBJECT_CLASS (cap_photograph_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-photograph-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, header);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, emblem);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, weakest_box);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, weakest);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, weakest_advice);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, weakest_button);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, themes);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, figures);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, scope_section);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, scope);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, core_title);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, evidence_title);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, core_section);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, core);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, evidence_section);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, readings);
  gtk_widget_class_bind_template_child (widget_class, CapPhotographPage, explanation);
  gtk_widget_class_bind_template_callback (widget_class, target_activated_cb);
}

static void
cap_photograph_page_class_init (CapPhotographPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_photograph_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_photograph_page_finalize;
  widget_class->map = cap_photograph_page_map;

  g_type_ensure (CAP_TYPE_FIGURE_VIEW);
  g_type_ensure (CAP_TYPE_PHOTOGRAPH_HEADER);
  g_type_ensure (CAP_TYPE_READINGS_BOX);
  g_type_ensure (CAP_TYPE_REFLOW);
  g_type_ensure (CAP_TYPE_SCORE_EXPLANATION);

  gtk_widget_class_install_action (widget_class, "photograph.present", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "photograph.explain", NULL, explain_cb);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* F5 holds wherever the focus is, as long as the page is in sight. */
static gboolean
present_key_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_activate_action (widget, "photograph.present", NULL);
}

static void
cap_photograph_page_init (CapPhotographPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *present;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->core_keys = g_new0 (char *, 1);
  self->evidence_keys = g_new0 (char *, 1);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  present = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F5, 0),
                              gtk_callback_action_new (present_key_cb, NULL, NULL));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), present);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
