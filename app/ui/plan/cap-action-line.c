/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-action-line.h"

#include <glib/gi18n.h>

#include "plan/cap-action-text.h"
#include "ui/plan/cap-plan-columns.h"

#define GAP 12

struct _CapActionLine
{
  GtkWidget     parent_instance;

  /* Owned */
  CapPlanModel *model;
  GPtrArray    *columns;
  CapPlanItem  *item;
  gulong        changed_id;

  /* Children */
  GtkWidget    *heading;
  GtkWidget    *check;
  GtkWidget   **cells; /* as many as columns */

  guint         silent : 1;
};

G_DEFINE_FINAL_TYPE (CapActionLine, cap_action_line, GTK_TYPE_WIDGET)

/* A screen reader speaks the name of the row that has the focus: the list item around. */
static void
name_row (CapActionLine *self,
          const char    *name)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_state (GtkWidget       *cell,
            const CapAction *action,
            gboolean         late)
{
  gtk_label_set_text (GTK_LABEL (cell), late ? C_("action", "Late")
                                             : cap_action_state_get_label (action->state));
  gtk_widget_remove_css_class (cell, "warning-tag");
  gtk_widget_remove_css_class (cell, "accent-tag");
  if (late)
    gtk_widget_add_css_class (cell, "warning-tag");
  else if (action->state == CAP_ACTION_DONE || action->state == CAP_ACTION_VERIFIED)
    gtk_widget_add_css_class (cell, "accent-tag");
}

static void
show_cell (CapActionLine   *self,
           guint            index,
           const CapAction *action)
{
  const CapPlanColumn *column = g_ptr_array_index (self->columns, index);
  const gboolean late = cap_action_is_late (action, cap_plan_model_get_today (self->model));
  g_autofree char *text = NULL;

  if (column->field == CAP_FIELD_STATE)
    {
      show_state (self->cells[index], action, late);
      return;
    }

  text = cap_action_dup_text (action, column->field, cap_plan_model_get_dossier (self->model));
  gtk_label_set_text (GTK_LABEL (self->cells[index]), text);
}

static void
show_action (CapActionLine   *self,
             const CapAction *action)
{
  const char *today = cap_plan_model_get_today (self->model);
  g_autofree char *summary = cap_action_dup_summary (action, today);
  g_autofree char *row_name = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    show_cell (self, i, action);

  /* Translators: the number of an action */
  name = g_strdup_printf (_("Choose action %u"), action->number);
  self->silent = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), cap_plan_item_get_chosen (self->item));
  self->silent = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Translators: an action that is chosen among others; %s is its number, title, state… */
  row_name = g_strdup_printf (cap_plan_item_get_chosen (self->item) ? _("%s, chosen") : "%s", summary);
  name_row (self, row_name);
}

static void
show_heading (CapActionLine *self)
{
  const guint count = cap_plan_item_get_count (self->item);
  g_autofree char *text = NULL;

  /* Translators: %1$s is the heading of a group of actions, %2$u how many there are */
  text = g_strdup_printf (ngettext ("%1$s · %2$u action", "%1$s · %2$u actions", count),
                          cap_plan_item_get_heading (self->item), count);
  gtk_label_set_text (GTK_LABEL (self->heading), text);
  name_row (self, text);
}

static void
show (CapActionLine *self)
{
  const CapAction *action = cap_plan_item_get_action (self->item);

  gtk_widget_set_visible (self->heading, action == NULL);
  gtk_widget_set_visible (self->check, action != NULL);
  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_set_visible (self->cells[i], action != NULL);

  if (action != NULL)
    show_action (self, action);
  else
    show_heading (self);
}

static void
toggled_cb (CapActionLine *self)
{
  if (!self->silent && self->item != NULL)
    cap_plan_model_choose (self->model, self->item,
                           gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
add_child (CapActionLine *self,
           GtkWidget     *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static GtkWidget *
create_cell (const CapPlanColumn *column)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), 0);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (cell), 1); /* the width is that of the column, whatever it says */
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  if (column->width == 0)
    gtk_widget_set_hexpand (cell, TRUE);
  else
    gtk_widget_set_size_request (cell, column->width, -1);

  if (column->field == CAP_FIELD_STATE)
    {
      gtk_label_set_xalign (GTK_LABEL (cell), 0.5f);
      gtk_widget_add_css_class (cell, "tag");
    }
  if (column->field == CAP_FIELD_NUMBER || column->field == CAP_FIELD_EUROS ||
      column->field == CAP_FIELD_DAYS)
    {
      gtk_label_set_xalign (GTK_LABEL (cell), 1);
      gtk_widget_add_css_class (cell, "numeric");
    }

  return cell;
}

static void
create_children (CapActionLine *self)
{
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->heading, "heading");
  add_child (self, self->heading);

  /* A row of GtkListView takes the focus only if nothing in it does: Space chooses it. */
  self->check = gtk_check_button_new ();
  gtk_widget_set_can_focus (self->check, FALSE);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  add_child (self, self->check);

  self->cells = g_new0 (GtkWidget *, self->columns->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      self->cells[i] = create_cell (g_ptr_array_index (self->columns, i));
      add_child (self, self->cells[i]);
    }
}

static void
cap_action_line_dispose (GObject *object)
{
  CapActionLine *self = CAP_ACTION_LINE (object);
  GtkWidget *child;

  cap_action_line_set_item (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (cap_action_line_parent_class)->dispose (object);
}

static void
cap_action_line_finalize (GObject *object)
{
  CapActionLine *self = CAP_ACTION_LINE (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->cells);

  G_OBJECT_CLASS (cap_action_line_parent_class)->finalize (object);
}

static void
cap_action_line_class_init (CapActionLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_action_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_action_line_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "actionline");
}

static void
cap_action_line_init (CapActionLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), GAP);
}

GtkWidget *
cap_action_line_new (CapPlanModel    *model,
                     const GPtrArray *columns)
{
  CapActionLine *self;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model) && columns != NULL, NULL);

  self = g_object_new (CAP_TYPE_ACTION_LINE, NULL);
  self->model = g_object_ref (model);
  self->columns = g_ptr_array_copy ((GPtrArray *) columns, NULL, NULL);
  create_children (self);

  return GTK_WIDGET (self);
}

void
cap_action_line_set_item (CapActionLine *self,
                          CapPlanItem   *item)
{
  g_return_if_fail (CAP_IS_ACTION_LINE (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
}

void
cap_action_line_toggle (CapActionLine *self)
{
  g_return_if_fail (CAP_IS_ACTION_LINE (self));

  if (self->item != NULL)
    cap_plan_model_choose (self->model, self->item, !cap_plan_item_get_chosen (self->item));
}
