/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-indicators-view.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "plan/cap-indicator-rules.h"
#include "ui/plan/cap-indicator-desk.h"
#include "ui/plan/cap-indicator-row.h"
#include "ui/plan/cap-value-grid.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapIndicatorsView:
 *
 * The indicators: a register, to define and to follow them, and grids to enter
 * their values, one for each frequency. Each field or cell left is one gesture.
 */
struct _CapIndicatorsView
{
  GtkWidget         parent_instance;

  /* Owned */
  CapWorkspace     *workspace;
  CapIndicatorDesk *desk;
  GHashTable       *rows;            /* UUID → CapIndicatorRow, borrowed */
  GtkWidget        *grids[CAP_N_FREQUENCIES];
  GtkWidget        *headings[CAP_N_FREQUENCIES];
  char             *unfold;          /* UUID of the one to unfold once it is there, or NULL */

  /* Template children */
  CapMessageBar    *message;
  GtkStack         *stack;
  GtkLabel         *summary;
  GtkWidget        *enter_button;
  GtkWidget        *empty_box;
  GtkListBox       *list;
  GtkWidget        *add_group;
  AdwEntryRow      *add_row;
  GtkBox           *grid_box;
};

G_DEFINE_FINAL_TYPE (CapIndicatorsView, cap_indicators_view, GTK_TYPE_WIDGET)

static void
saved_cb (CapIndicatorsView *self)
{
  cap_message_bar_hide (self->message);
}

static void
removed_cb (CapIndicatorsView *self,
            const char        *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", sentence);
}

static void
failed_cb (CapIndicatorsView *self,
           const char        *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
row_changed_cb (CapIndicatorsView *self,
                CapIndicatorRow   *row)
{
  g_autoptr(CapIndicator) indicator = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  indicator = cap_indicator_desk_dup (self->desk, cap_indicator_row_get_indicator (row)->id);

  /* A row that goes away loses the focus: what it says then is not a gesture. */
  if (indicator == NULL)
    return;

  cap_indicator_row_fill (row, indicator);
  faults = cap_indicator_desk_put (self->desk, indicator);
  cap_indicator_row_show_faults (row, faults);
}

static void
row_removed_cb (CapIndicatorsView *self,
                CapIndicatorRow   *row)
{
  cap_indicator_desk_remove (self->desk, cap_indicator_row_get_indicator (row)->id);
}

static void
value_entered_cb (CapIndicatorsView *self,
                  const char        *date,
                  gint64             thousandths,
                  const char        *comment,
                  CapIndicatorRow   *row)
{
  cap_indicator_desk_enter_value (self->desk, cap_indicator_row_get_indicator (row)->id, date, thousandths,
                                  comment);
}

static void
value_removed_cb (CapIndicatorsView *self,
                  const char        *date,
                  CapIndicatorRow   *row)
{
  cap_indicator_desk_remove_value (self->desk, cap_indicator_row_get_indicator (row)->id, date);
}

static void
cell_entered_cb (CapIndicatorsView *self,
                 const char        *id,
                 const char        *date,
                 gint64             thousandths)
{
  cap_indicator_desk_enter_value (self->desk, id, date, thousandths, NULL);
}

/* Enter in the last field adds the indicator; it is defined in its row, which unfolds. */
static void
add_cb (CapIndicatorsView *self)
{
  char *id = cap_indicator_desk_add (self->desk, gtk_editable_get_text (GTK_EDITABLE (self->add_row)));

  if (id == NULL)
    return;

  g_free (self->unfold);
  self->unfold = id;
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
}

static void
start_adding_cb (CapIndicatorsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

static void
show_grid_cb (CapIndicatorsView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "grid");
}

static void
show_register_cb (CapIndicatorsView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "register");
}

static CapIndicatorRow *
add_row (CapIndicatorsView  *self,
         const CapIndicator *indicator)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  GtkWidget *row = cap_indicator_row_new (evaluation->framework);

  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "value-entered", G_CALLBACK (value_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "value-removed", G_CALLBACK (value_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_hash_table_insert (self->rows, g_strdup (indicator->id), row);

  return CAP_INDICATOR_ROW (row);
}

static void
drop_removed (CapIndicatorsView *self,
              CapDossier        *dossier)
{
  GHashTableIter iter;
  gpointer id;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (cap_dossier_find_indicator (dossier, id) == NULL)
      {
        gtk_list_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
unfold_new (CapIndicatorsView *self)
{
  CapIndicatorRow *row = self->unfold != NULL ? g_hash_table_lookup (self->rows, self->unfold) : NULL;

  if (row == NULL)
    return;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  /* The row itself takes no focus: its header does. */
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
  g_clear_pointer (&self->unfold, g_free);
}

/* Rows live on, so that the unfolded one stays unfolded and keeps the focus. */
static void
show_register (CapIndicatorsView *self,
               CapDossier        *dossier,
               const char        *today)
{
  const gboolean read_only = cap_workspace_get_read_only (self->workspace);

  for (guint i = 0; i < dossier->indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (dossier->indicators, i);
      CapIndicatorRow *row = g_hash_table_lookup (self->rows, indicator->id);

      if (row == NULL)
        row = add_row (self, indicator);

      if (cap_indicator_row_get_indicator (row) == NULL ||
          !cap_indicator_equal (indicator, cap_indicator_row_get_indicator (row)))
        cap_indicator_row_set_indicator (row, indicator, today);
      cap_indicator_row_set_actions (row, dossier->actions);
      cap_indicator_row_set_read_only (row, read_only);
    }
}

static GPtrArray *
list_of_frequency (CapDossier   *dossier,
                   CapFrequency  frequency)
{
  GPtrArray *indicators = g_ptr_array_new ();

  for (guint i = 0; i < dossier->indicators->len; i++)
    if (((CapIndicator *) g_ptr_array_index (dossier->indicators, i))->frequency == frequency)
      g_ptr_array_add (indicators, g_ptr_array_index (dossier->indicators, i));

  return indicators;
}

static void
show_grids (CapIndicatorsView *self,
            CapDossier        *dossier,
            const char        *today)
{
  for (guint i = 0; i < CAP_N_FREQUENCIES; i++)
    {
      g_autoptr(GPtrArray) indicators = list_of_frequency (dossier, (CapFrequency) i);

      cap_value_grid_set_indicators (CAP_VALUE_GRID (self->grids[i]), indicators, today);
      gtk_widget_set_visible (self->grids[i], indicators->len > 0);
      gtk_widget_set_visible (self->headings[i], indicators->len > 0);
    }
}

static void
show_summary (CapIndicatorsView *self,
              CapDossier        *dossier,
              const char        *today)
{
  g_autofree char *indicators = NULL;
  g_autofree char *late = NULL;
  g_autofree char *text = NULL;
  guint n_late = 0;

  for (guint i = 0; i < dossier->indicators->len; i++)
    n_late += cap_indicator_is_late (g_ptr_array_index (dossier->indicators, i), today) ? 1 : 0;

  /* Translators: number of indicators */
  indicators = g_strdup_printf (ngettext ("%u indicator", "%u indicators", dossier->indicators->len),
                                dossier->indicators->len);
  /* Translators: number of values that should be there already */
  late = n_late == 0 ? g_strdup (_("no value is late")) :
                       g_strdup_printf (ngettext ("%u value is late", "%u values are late", n_late), n_late);
  text = g_strdup_printf ("%s · %s", indicators, late);
  gtk_label_set_text (self->summary, text);
}

static int
compare_codes (GtkListBoxRow *a,
               GtkListBoxRow *b,
               gpointer       user_data)
{
  const CapIndicator *first = cap_indicator_row_get_indicator (CAP_INDICATOR_ROW (a));
  const CapIndicator *second = cap_indicator_row_get_indicator (CAP_INDICATOR_ROW (b));

  if (first == NULL || second == NULL)
    return first == NULL ? 1 : -1;

  return g_strcmp0 (first->code, second->code);
}

static void
update (CapIndicatorsView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = NULL;
  gboolean has_indicators;
  gboolean can_change;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  today = cap_workspace_dup_today (self->workspace);
  has_indicators = dossier->indicators->len > 0;
  can_change = !cap_workspace_get_read_only (self->workspace);

  drop_removed (self, dossier);
  show_register (self, dossier, today);
  gtk_list_box_invalidate_sort (self->list);
  show_summary (self, dossier, today);
  show_grids (self, dossier, today);
  unfold_new (self);

  gtk_widget_set_visible (self->empty_box, !has_indicators);
  gtk_widget_set_visible (GTK_WIDGET (self->list), has_indicators);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), has_indicators);
  gtk_widget_set_visible (self->enter_button, has_indicators && can_change);
  gtk_widget_set_sensitive (self->add_group, can_change);
  gtk_widget_set_sensitive (self->empty_box, can_change);
  if (!has_indicators || !can_change)
    gtk_stack_set_visible_child_name (self->stack, "register");
}

static void
cap_indicators_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_indicators_view_parent_class)->map (widget);

  update (CAP_INDICATORS_VIEW (widget));
}

static void
cap_indicators_view_dispose (GObject *object)
{
  CapIndicatorsView *self = CAP_INDICATORS_VIEW (object);
  GtkWidget *child;

  g_clear_pointer (&self->rows, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->unfold, g_free);

  G_OBJECT_CLASS (cap_indicators_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CapIndicatorsView, message);
  gtk_widget_class_bind_template_child (widget_class, CapIndicatorsView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapIndicatorsView, summary);
  gtk_widget_class_bind_template_child (widget_class, CapIndicatorsView, enter_button);
  gtk_widget_class_bind_template_child (widget_class, CapIndicatorsView, empty_box);
  gtk_widget_class_bind_template_child (widget_class, CapIndicatorsView, list);
  gtk_widget_class_bind_template_child (widget_class, CapIndicatorsView, add_group);
  gtk_widget_class_bind_template_child (widget_class, CapIndicatorsView, add_row);
  gtk_widget_class_bind_template_child (widget_class, CapIndicatorsView, grid_box);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_adding_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_grid_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_register_cb);
}

static void
cap_indicators_view_class_init (CapIndicatorsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_indicators_view_dispose;
  widget_class->map = cap_indicators_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-indicators-view.ui");
  bind_children (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_grid (CapIndicatorsView *self,
          CapFrequency       frequency)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", cap_frequency_get_label (frequency),
                                     "wrap", TRUE, "xalign", 0.0, NULL);
  GtkWidget *grid = cap_value_grid_new (frequency);

  gtk_widget_add_css_class (heading, "title-4");
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, cap_frequency_get_label (frequency), -1);
  g_signal_connect_object (grid, "entered", G_CALLBACK (cell_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->grid_box, heading);
  gtk_box_append (self->grid_box, grid);
  self->headings[frequency] = heading;
  self->grids[frequency] = grid;
}

static void
cap_indicators_view_init (CapIndicatorsView *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_codes, NULL, NULL);

  for (guint i = 1; i < CAP_N_FREQUENCIES; i++)
    add_grid (self, (CapFrequency) i);
  /* What has no fixed date comes last. */
  add_grid (self, CAP_FREQUENCY_FREE);
}

/**
 * cap_indicators_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its indicators
 */
GtkWidget *
cap_indicators_view_new (CapWorkspace *workspace)
{
  CapIndicatorsView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_INDICATORS_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_indicator_desk_new (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * cap_indicators_view_show:
 * @id: the UUID of an indicator
 *
 * Unfolds its row; at once, or when the view is next seen.
 */
void
cap_indicators_view_show (CapIndicatorsView *self,
                          const char        *id)
{
  g_return_if_fail (CAP_IS_INDICATORS_VIEW (self) && id != NULL);

  cap_set_string (&self->unfold, id);
  gtk_stack_set_visible_child_name (self->stack, "register");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    unfold_new (self);
}
