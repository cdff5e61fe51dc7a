/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-plan-matrix.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-card-column.h"

#define SIZES       3
#define N_CELLS     (SIZES * SIZES)
#define TRAY        N_CELLS
#define CELL_HEIGHT 118
#define CELL_WIDTH  150

struct _CapPlanMatrix
{
  CapPlanView    parent_instance;

  /* Cells by rows from the top left, then the tray. */
  CapCardColumn *cells[N_CELLS + 1];
};

G_DEFINE_FINAL_TYPE (CapPlanMatrix, cap_plan_matrix, CAP_TYPE_PLAN_VIEW)

/* Where an action is placed. */
typedef struct
{
  int                 impact;
  int                 effort;
  const CapFramework *framework;
} Place;

static const char *
get_size_label (int size)
{
  static const char * const labels[SIZES] = {
    NC_("size", "Low"), NC_("size", "Medium"), NC_("size", "High"),
  };

  return g_dpgettext2 (NULL, "size", labels[size - 1]);
}

static Place
get_place (CapPlanMatrix *self,
           CapPlanItem   *item)
{
  const CapFramework *framework;
  const CapAction *action = cap_plan_item_get_action (item);

  framework = cap_plan_model_get_framework (cap_plan_view_get_model (CAP_PLAN_VIEW (self)));

  return (Place) { cap_action_get_impact (action, framework), cap_action_get_effort (action, framework),
                   framework };
}

static guint
get_cell (const Place *place)
{
  if (place->impact < 1 || place->effort < 1)
    return TRAY;

  return (guint) ((SIZES - place->impact) * SIZES + place->effort - 1);
}

static gboolean
is_quick_win (guint cell)
{
  return cell == 0 || cell == SIZES;
}

/* What its criterion says already need not be said again. */
static void
set_place (CapAction    *action,
           gconstpointer data)
{
  const Place *place = data;

  if (cap_action_get_impact (action, place->framework) != place->impact)
    action->impact = place->impact;
  if (cap_action_get_effort (action, place->framework) != place->effort)
    action->effort = place->effort;
}

static void
move_to (CapPlanMatrix *self,
         CapPlanItem   *item,
         int            impact,
         int            effort)
{
  Place place = get_place (self, item);
  g_autofree char *outcome = NULL;

  place.impact = CLAMP (impact, 1, SIZES);
  place.effort = CLAMP (effort, 1, SIZES);
  /* Translators: how much an action brings and costs: low, medium or high */
  outcome = g_strdup_printf (_("impact %1$s, effort %2$s"), get_size_label (place.impact),
                             get_size_label (place.effort));
  cap_plan_view_change (CAP_PLAN_VIEW (self), item, set_place, &place, outcome);
}

/* Zero leaves it as it is. */
static void
rate_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapPlanMatrix *self = CAP_PLAN_MATRIX (widget);
  CapPlanItem *item;
  guint number;
  guint impact;
  guint effort;
  Place place;

  g_variant_get (parameter, "(uuu)", &number, &impact, &effort);
  item = cap_plan_view_find_number (CAP_PLAN_VIEW (widget), number);
  if (item == NULL)
    return;

  place = get_place (self, item);
  move_to (self, item, impact != 0 ? (int) impact : place.impact, effort != 0 ? (int) effort : place.effort);
}

static void
dropped_cb (CapPlanMatrix *self,
            CapPlanItem   *item,
            CapCardColumn *column)
{
  for (guint i = 0; i < N_CELLS; i++)
    {
      if (self->cells[i] == column)
        move_to (self, item, SIZES - (int) i / SIZES, (int) i % SIZES + 1);
    }
}

static void
cap_plan_matrix_update (CapPlanView *view)
{
  CapPlanMatrix *self = CAP_PLAN_MATRIX (view);
  g_autoptr(GPtrArray) items = cap_plan_model_list_items (cap_plan_view_get_model (view));
  g_autoptr(GPtrArray) shares = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i <= N_CELLS; i++)
    g_ptr_array_add (shares, g_ptr_array_new ());
  for (guint i = 0; i < items->len; i++)
    {
      CapPlanItem *item = g_ptr_array_index (items, i);
      Place place = get_place (self, item);

      g_ptr_array_add (g_ptr_array_index (shares, get_cell (&place)), item);
    }
  for (guint i = 0; i <= N_CELLS; i++)
    cap_card_column_show_items (self->cells[i], g_ptr_array_index (shares, i));
  gtk_widget_set_visible (GTK_WIDGET (self->cells[TRAY]),
                          cap_card_column_get_n_items (self->cells[TRAY]) > 0);
}

static gboolean
cap_plan_matrix_focus_item (CapPlanView *view,
                            CapPlanItem *item)
{
  CapPlanMatrix *self = CAP_PLAN_MATRIX (view);
  Place place = get_place (self, item);

  return cap_card_column_focus_item (self->cells[get_cell (&place)], item);
}

/* The tray is under the last row, all along it. */
static gboolean
focus_cell (CapPlanMatrix *self,
            int            row,
            int            column,
            guint          position)
{
  return cap_card_column_focus_at (self->cells[row == SIZES ? TRAY : row * SIZES + column], position);
}

static gboolean
go_from (CapPlanMatrix *self,
         guint          cell,
         int            dx,
         int            dy)
{
  const guint position = cap_card_column_get_focused (self->cells[cell]);
  const guint last = cap_card_column_get_n_items (self->cells[cell]) - 1;
  int row = (int) cell / SIZES;
  int column = (int) cell % SIZES;

  /* Inside of a cell, up and down are the list’s. */
  if ((dy < 0 && position > 0) || (dy > 0 && position < last))
    return FALSE;

  for (row += dy, column += dx; row >= 0 && row <= SIZES && column >= 0 && column < SIZES;
       row += dy, column += dx)
    {
      if ((cell != TRAY || dx == 0) && focus_cell (self, row, column, dy < 0 ? G_MAXUINT : 0))
        break;
    }

  return TRUE;
}

static gboolean
cap_plan_matrix_go (CapPlanView *view,
                    int          dx,
                    int          dy)
{
  CapPlanMatrix *self = CAP_PLAN_MATRIX (view);

  for (guint i = 0; i <= N_CELLS; i++)
    {
      if (cap_card_column_get_focused (self->cells[i]) != GTK_INVALID_LIST_POSITION)
        return go_from (self, i, dx, dy);
    }

  return FALSE;
}

/* What is not said yet is low to begin with. */
static gboolean
cap_plan_matrix_move (CapPlanView *view,
                      CapPlanItem *item,
                      int          dx,
                      int          dy)
{
  CapPlanMatrix *self = CAP_PLAN_MATRIX (view);
  Place place = get_place (self, item);

  if (get_cell (&place) == TRAY)
    move_to (self, item, MAX (place.impact, 1), MAX (place.effort, 1));
  else
    move_to (self, item, place.impact - dy, place.effort + dx);

  return TRUE;
}

static void
add_sizes (GMenu    *menu,
           guint     number,
           gboolean  impact)
{
  g_autoptr(GMenu) section = g_menu_new ();

  for (guint size = SIZES; size >= 1; size--)
    {
      const char *word = get_size_label ((int) size);
      g_autofree char *label = NULL;
      g_autoptr(GMenuItem) entry = NULL;

      /* Translators: low, medium or high */
      label = g_strdup_printf (impact ? _("Impact: %s") : _("Effort: %s"), word);
      entry = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (entry, "matrix.rate", "(uuu)", number, impact ? size : 0,
                                         impact ? 0 : size);
      g_menu_append_item (section, entry);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
cap_plan_matrix_add_to_menu (CapPlanView *view,
                             GMenu       *menu,
                             CapPlanItem *item)
{
  const guint number = cap_plan_item_get_action (item)->number;

  add_sizes (menu, number, TRUE);
  add_sizes (menu, number, FALSE);
}

static void
cap_plan_matrix_class_init (CapPlanMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapPlanViewClass *view_class = CAP_PLAN_VIEW_CLASS (klass);

  view_class->update = cap_plan_matrix_update;
  view_class->focus_item = cap_plan_matrix_focus_item;
  view_class->go = cap_plan_matrix_go;
  view_class->move = cap_plan_matrix_move;
  view_class->add_to_menu = cap_plan_matrix_add_to_menu;

  gtk_widget_class_install_action (widget_class, "matrix.rate", "(uuu)", rate_cb);
}

static void
cap_plan_matrix_init (CapPlanMatrix *self)
{
  cap_plan_view_let_drag (CAP_PLAN_VIEW (self));
}

static CapCardColumn *
create_column (CapPlanMatrix *self)
{
  GtkWidget *column = cap_card_column_new (cap_plan_view_get_model (CAP_PLAN_VIEW (self)), TRUE);

  gtk_widget_set_size_request (column, CELL_WIDTH, CELL_HEIGHT);
  gtk_widget_set_hexpand (column, TRUE);
  g_signal_connect_object (column, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);

  return CAP_CARD_COLUMN (column);
}

static CapCardColumn *
create_cell (CapPlanMatrix *self,
             guint          cell)
{
  const char *impact = get_size_label (SIZES - (int) cell / SIZES);
  const char *effort = get_size_label ((int) cell % SIZES + 1);
  CapCardColumn *column = create_column (self);
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  /* Translators: how much actions bring and cost: low, medium or high */
  place = g_strdup_printf (_("Impact %1$s, effort %2$s"), impact, effort);
  if (is_quick_win (cell))
    name = g_strdup_printf ("%s, %s", _("Quick wins"), place);
  cap_card_column_set_title (column, is_quick_win (cell) ? "★" : NULL,
                             is_quick_win (cell) ? _("Quick wins") : "");
  cap_card_column_set_name (column, name != NULL ? name : place);
  gtk_widget_set_vexpand (GTK_WIDGET (column), TRUE);
  if (is_quick_win (cell))
    gtk_widget_add_css_class (GTK_WIDGET (column), "quick-wins");

  return column;
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_grid (CapPlanMatrix *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_widget_add_css_class (grid, "matrix");
  gtk_grid_attach (GTK_GRID (grid), create_label (_("Impact ↑"), "heading"), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), create_label (_("Effort →"), "heading"), 0, SIZES + 1, 1, 1);

  for (guint cell = 0; cell < N_CELLS; cell++)
    {
      const int row = (int) cell / SIZES;
      const int column = (int) cell % SIZES;

      self->cells[cell] = create_cell (self, cell);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->cells[cell]), column + 1, row + 1, 1, 1);
      if (column == 0)
        gtk_grid_attach (GTK_GRID (grid), create_label (get_size_label (SIZES - row), "dim-label"), 0,
                         row + 1, 1, 1);
      if (row == 0)
        gtk_grid_attach (GTK_GRID (grid), create_label (get_size_label (column + 1), "dim-label"),
                         column + 1, SIZES + 1, 1, 1);
    }

  self->cells[TRAY] = create_column (self);
  cap_card_column_set_title (self->cells[TRAY], NULL, _("To be placed: impact or effort not said"));
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->cells[TRAY]), 0, SIZES + 2, SIZES + 1, 1);

  return grid;
}

GtkWidget *
cap_plan_matrix_new (CapPlanModel *model)
{
  CapPlanMatrix *self;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_PLAN_MATRIX, NULL);
  cap_plan_view_set_model (CAP_PLAN_VIEW (self), model);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_grid (self));
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
