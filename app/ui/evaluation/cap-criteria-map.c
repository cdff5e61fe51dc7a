/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-criteria-map.h"

#include <glib/gi18n.h>

#include "ui/evaluation/cap-map-cell.h"

#define MAX_CELLS       400 /* beyond, only the theme on display shows its criteria */
#define MAX_COLUMNS     5
#define LINE_CHARACTERS 30

/**
 * CapCriteriaMap:
 *
 * All the criteria that concern the member, by theme and objective: what is
 * done, what is not, what is to be discussed. Each of them leads to its page.
 * A framework of thousands of criteria shows those of one theme at a time.
 */
struct _CapCriteriaMap
{
  GtkWidget   parent_instance;

  char       *current;
  char       *scope;   /* what the cells were made for */
  GHashTable *cells;   /* code → CapMapCell, borrowed from the tree */
  GPtrArray  *counts;  /* (element-type GtkLabel): one per theme, borrowed */
  GPtrArray  *bars;    /* (element-type GtkProgressBar): one per theme, borrowed */

  /* Template children */
  GtkWidget  *box;
  GtkBox     *legend;
  GtkBox     *themes;
};

G_DEFINE_FINAL_TYPE (CapCriteriaMap, cap_criteria_map, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_legend_item (CapMapState state)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", cap_map_state_get_icon (state),
                                  NULL);

  gtk_box_append (GTK_BOX (item), icon);
  gtk_box_append (GTK_BOX (item), new_label (cap_map_state_get_label (state), "caption"));

  return item;
}

static void
append_theme_header (CapCriteriaMap       *self,
                     const CapThemeResult *result)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = new_label (result->theme->label, "heading");
  GtkWidget *count = new_label ("", "numeric");
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_set_margin_top (line, 14);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, result->theme->label, -1);

  gtk_box_append (self->themes, line);
  gtk_box_append (self->themes, bar);
  g_ptr_array_add (self->counts, count);
  g_ptr_array_add (self->bars, bar);
}

/* Long codes leave room for fewer of them side by side. */
static guint
count_columns (const CapObjectiveResult *result)
{
  glong longest = 1;

  for (guint i = 0; i < result->criteria->len; i++)
    {
      const CapCriterionResult *criterion = g_ptr_array_index (result->criteria, i);

      longest = MAX (longest, g_utf8_strlen (criterion->criterion->code, -1));
    }

  return CLAMP ((guint) (LINE_CHARACTERS / longest), 1, MAX_COLUMNS);
}

static GtkWidget *
make_cells (CapCriteriaMap           *self,
            const CapObjectiveResult *result)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n_columns = count_columns (result);
  guint n_cells = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < result->criteria->len; i++)
    {
      const CapCriterionResult *criterion = g_ptr_array_index (result->criteria, i);
      GtkWidget *cell;

      if (criterion->state == CAP_CRITERION_OUT_OF_SCOPE)
        continue;

      cell = cap_map_cell_new (criterion->criterion);
      g_hash_table_insert (self->cells, g_strdup (criterion->criterion->code), cell);
      gtk_grid_attach (GTK_GRID (grid), cell, (int) (n_cells % n_columns), (int) (n_cells / n_columns), 1, 1);
      n_cells++;
    }

  return grid;
}

static void
append_objective (CapCriteriaMap           *self,
                  const CapObjectiveResult *result)
{
  GtkWidget *line;
  GtkWidget *code;

  if (result->score.coverage.applicable == 0)
    return;

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  code = new_label (result->objective->code, "map-objective");
  gtk_label_set_ellipsize (GTK_LABEL (code), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (code), 6);
  gtk_widget_set_tooltip_text (code, result->objective->label);
  gtk_box_append (GTK_BOX (line), code);
  gtk_box_append (GTK_BOX (line), make_cells (self, result));
  gtk_box_append (self->themes, line);
}

static const char *
find_first (const CapThemeResult *theme)
{
  for (guint i = 0; i < theme->objectives->len; i++)
    {
      const CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, i);

      for (guint j = 0; j < objective->criteria->len; j++)
        {
          const CapCriterionResult *criterion = g_ptr_array_index (objective->criteria, j);

          if (criterion->state != CAP_CRITERION_OUT_OF_SCOPE)
            return criterion->criterion->code;
        }
    }

  return NULL;
}

/* In place of its criteria: the way to the first of them. */
static void
append_way (CapCriteriaMap       *self,
            const CapThemeResult *theme)
{
  const char *first = find_first (theme);
  GtkWidget *button;
  g_autofree char *name = NULL;

  if (first == NULL)
    return;

  /* Translators: the code of a criterion */
  name = g_strdup_printf (_("Go to %s"), first);
  button = gtk_button_new_with_label (name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evaluation.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", first);
  gtk_box_append (self->themes, button);
}

static void
clear (CapCriteriaMap *self)
{
  GtkWidget *child;

  g_hash_table_remove_all (self->cells);
  g_ptr_array_set_size (self->counts, 0);
  g_ptr_array_set_size (self->bars, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->themes))) != NULL)
    gtk_box_remove (self->themes, child);
}

/* Returns: (nullable): the only theme whose criteria are shown; %NULL when all are */
static const CapTheme *
find_shown_theme (CapCriteriaMap      *self,
                  const CapPhotograph *photograph)
{
  const CapFramework *framework = photograph->framework;
  const CapCriterion *current = self->current != NULL
                                ? cap_framework_find_criterion (framework, self->current)
                                : NULL;

  if (framework->criteria->len <= MAX_CELLS)
    return NULL;

  return current != NULL ? current->objective->theme : g_ptr_array_index (framework->themes, 0);
}

/* Returns: (transfer full): what decides which cells there are */
static char *
dup_scope (const CapPhotograph *photograph,
           const CapTheme      *shown)
{
  GString *scope = g_string_new (photograph->framework->sha256);

  if (photograph->framework->adaptation != NULL)
    g_string_append (scope, photograph->framework->adaptation);
  if (shown != NULL)
    g_string_append (scope, shown->code);
  for (guint i = 0; i < photograph->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (photograph->framework->criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (photograph, criterion->code);

      g_string_append_c (scope, result->state == CAP_CRITERION_OUT_OF_SCOPE ? '-' : '+');
    }

  return g_string_free (scope, FALSE);
}

static void
build (CapCriteriaMap      *self,
       const CapPhotograph *photograph,
       const CapTheme      *shown)
{
  clear (self);

  for (guint i = 0; i < photograph->all_themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->all_themes, i);

      append_theme_header (self, theme);
      if (shown != NULL && theme->theme != shown)
        append_way (self, theme);
      for (guint j = 0; (shown == NULL || theme->theme == shown) && j < theme->objectives->len; j++)
        append_objective (self, g_ptr_array_index (theme->objectives, j));
    }
}

static void
update_themes (CapCriteriaMap      *self,
               const CapPhotograph *photograph)
{
  for (guint i = 0; i < photograph->all_themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->all_themes, i);
      const CapCoverage *coverage = &theme->score.coverage;
      /* Translators: number of criteria answered, number of criteria */
      g_autofree char *count = g_strdup_printf (_("%u of %u"), coverage->answered, coverage->applicable);

      gtk_label_set_text (g_ptr_array_index (self->counts, i), count);
      gtk_progress_bar_set_fraction (g_ptr_array_index (self->bars, i),
                                     (double) coverage->answered / MAX (coverage->applicable, 1));
    }
}

static void
update_cells (CapCriteriaMap      *self,
              const CapPhotograph *photograph,
              const CapEvaluation *evaluation)
{
  GHashTableIter iter;
  const char *code;
  CapMapCell *cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, (gpointer *) &code, (gpointer *) &cell))
    {
      cap_map_cell_update (cell, cap_photograph_find_criterion (photograph, code),
                           cap_evaluation_get_answer (evaluation, code));
      cap_map_cell_set_current (cell, g_strcmp0 (code, self->current) == 0);
    }
}

static void
cap_criteria_map_dispose (GObject *object)
{
  CapCriteriaMap *self = CAP_CRITERIA_MAP (object);

  g_hash_table_remove_all (self->cells);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_criteria_map_parent_class)->dispose (object);
}

static void
cap_criteria_map_finalize (GObject *object)
{
  CapCriteriaMap *self = CAP_CRITERIA_MAP (object);

  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->counts);
  g_ptr_array_unref (self->bars);
  g_free (self->current);
  g_free (self->scope);

  G_OBJECT_CLASS (cap_criteria_map_parent_class)->finalize (object);
}

static void
cap_criteria_map_class_init (CapCriteriaMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_criteria_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_criteria_map_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-criteria-map.ui");
  gtk_widget_class_bind_template_child (widget_class, CapCriteriaMap, box);
  gtk_widget_class_bind_template_child (widget_class, CapCriteriaMap, legend);
  gtk_widget_class_bind_template_child (widget_class, CapCriteriaMap, themes);
  gtk_widget_class_set_css_name (widget_class, "criteriamap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_criteria_map_init (CapCriteriaMap *self)
{
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_ptr_array_new ();
  self->bars = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (CapMapState state = CAP_MAP_TODO; state < CAP_N_MAP_STATES; state++)
    gtk_box_append (self->legend, make_legend_item (state));
}

/**
 * cap_criteria_map_update:
 *
 * Shows the state of an evaluation. The buttons are made again only when other
 * criteria come into scope; their focus stays otherwise.
 */
void
cap_criteria_map_update (CapCriteriaMap      *self,
                         const CapPhotograph *photograph,
                         const CapEvaluation *evaluation)
{
  const CapTheme *shown;
  g_autofree char *scope = NULL;

  g_return_if_fail (CAP_IS_CRITERIA_MAP (self) && photograph != NULL && evaluation != NULL);

  shown = find_shown_theme (self, photograph);
  scope = dup_scope (photograph, shown);
  if (g_strcmp0 (scope, self->scope) != 0)
    {
      build (self, photograph, shown);
      g_free (self->scope);
      self->scope = g_steal_pointer (&scope);
    }

  update_themes (self, photograph);
  update_cells (self, photograph, evaluation);
}

void
cap_criteria_map_set_current (CapCriteriaMap *self,
                              const char     *code)
{
  CapMapCell *cell;
  char *copy;

  g_return_if_fail (CAP_IS_CRITERIA_MAP (self));

  cell = self->current == NULL ? NULL : g_hash_table_lookup (self->cells, self->current);
  if (cell != NULL)
    cap_map_cell_set_current (cell, FALSE);

  copy = g_strdup (code);
  g_free (self->current);
  self->current = copy;

  cell = code == NULL ? NULL : g_hash_table_lookup (self->cells, code);
  if (cell != NULL)
    cap_map_cell_set_current (cell, TRUE);
}

/**
 * cap_criteria_map_focus:
 *
 * Gives the focus to the criterion on display.
 */
void
cap_criteria_map_focus (CapCriteriaMap *self)
{
  GtkWidget *cell;

  g_return_if_fail (CAP_IS_CRITERIA_MAP (self));

  cell = self->current == NULL ? NULL : g_hash_table_lookup (self->cells, self->current);
  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}
