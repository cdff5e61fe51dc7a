/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-timeline-row.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "plan/cap-action-text.h"
#include "ui/plan/cap-timeline-lane.h"

struct _CapTimelineRow
{
  GtkWidget     parent_instance;

  /* Owned */
  CapPlanModel *model;
  CapPlanItem  *item;
  gulong        changed_id;

  /* Children */
  GtkWidget    *names;
  GtkWidget    *check;
  GtkWidget    *number;
  GtkWidget    *title;
  GtkWidget    *lane;

  guint         silent : 1;
};

G_DEFINE_FINAL_TYPE (CapTimelineRow, cap_timeline_row, GTK_TYPE_WIDGET)

static void
name_row (CapTimelineRow *self,
          const char     *name)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
dup_name (CapTimelineRow  *self,
          const CapAction *action)
{
  g_autofree char *summary = cap_action_dup_summary (action, cap_plan_model_get_today (self->model));
  g_autofree char *start = action->start != NULL ? cap_date_format_long (action->start) : NULL;
  g_autofree char *check = action->check_due != NULL ? cap_date_format_long (action->check_due) : NULL;
  GString *name = g_string_new (summary);

  if (start != NULL)
    {
      g_string_append (name, ", ");
      /* Translators: the day that an action starts */
      g_string_append_printf (name, _("from %s on"), start);
    }
  if (check != NULL)
    {
      g_string_append (name, ", ");
      /* Translators: the day that the effect of an action is to be checked */
      g_string_append_printf (name, _("effect to be checked on %s"), check);
    }
  if (cap_plan_item_get_chosen (self->item))
    {
      g_autofree char *rest = g_string_free (name, FALSE);

      return g_strdup_printf (_("%s, chosen"), rest);
    }

  return g_string_free (name, FALSE);
}

static void
show_action (CapTimelineRow  *self,
             const CapAction *action)
{
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  g_autofree char *check_name = g_strdup_printf (_("Choose action %u"), action->number);
  g_autofree char *name = dup_name (self, action);

  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_label_set_text (GTK_LABEL (self->title), action->title);
  gtk_widget_set_tooltip_text (self->names, action->title);
  gtk_widget_set_tooltip_text (self->lane, name);
  self->silent = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), cap_plan_item_get_chosen (self->item));
  self->silent = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, check_name,
                                  -1);
  cap_timeline_lane_show_item (CAP_TIMELINE_LANE (self->lane), self->item);
  name_row (self, name);
}

static void
show_heading (CapTimelineRow *self)
{
  const guint count = cap_plan_item_get_count (self->item);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%1$s · %2$u action", "%1$s · %2$u actions", count),
                          cap_plan_item_get_heading (self->item), count);
  gtk_label_set_text (GTK_LABEL (self->title), text);
  gtk_widget_set_tooltip_text (self->names, NULL);
  gtk_widget_set_tooltip_text (self->lane, NULL);
  cap_timeline_lane_show_item (CAP_TIMELINE_LANE (self->lane), NULL);
  name_row (self, text);
}

static void
show (CapTimelineRow *self)
{
  const CapAction *action = cap_plan_item_get_action (self->item);

  gtk_widget_set_visible (self->check, action != NULL);
  gtk_widget_set_visible (self->number, action != NULL);
  if (action == NULL)
    gtk_widget_add_css_class (self->title, "heading");
  else
    gtk_widget_remove_css_class (self->title, "heading");

  if (action != NULL)
    show_action (self, action);
  else
    show_heading (self);
}

static void
toggled_cb (CapTimelineRow *self)
{
  if (!self->silent && self->item != NULL)
    cap_plan_model_choose (self->model, self->item,
                           gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
create_names (CapTimelineRow *self)
{
  self->names = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_size_request (self->names, CAP_TIMELINE_NAMES_WIDTH, -1);
  gtk_widget_add_css_class (self->names, "timeline-names");

  self->check = gtk_check_button_new ();
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_widget_set_can_focus (self->check, FALSE); /* GTK 4.8 would say that it took the focus */
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->names), self->check);

  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_add_css_class (self->number, "card-number");
  gtk_box_append (GTK_BOX (self->names), self->number);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), 1);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (self->names), self->title);
  gtk_widget_set_hexpand (self->names, FALSE);
  gtk_widget_set_parent (self->names, GTK_WIDGET (self));
}

static void
cap_timeline_row_dispose (GObject *object)
{
  CapTimelineRow *self = CAP_TIMELINE_ROW (object);
  GtkWidget *child;

  cap_timeline_row_set_item (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->lane = NULL;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (cap_timeline_row_parent_class)->dispose (object);
}

static void
cap_timeline_row_class_init (CapTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_timeline_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinerow");
}

static void
cap_timeline_row_init (CapTimelineRow *self)
{
}

GtkWidget *
cap_timeline_row_new (CapPlanModel           *model,
                      const CapTimelineScene *scene)
{
  CapTimelineRow *self;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model) && scene != NULL, NULL);

  self = g_object_new (CAP_TYPE_TIMELINE_ROW, NULL);
  self->model = g_object_ref (model);
  create_names (self);
  self->lane = cap_timeline_lane_new (model, scene);
  gtk_widget_set_parent (self->lane, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* (nullable) */
CapPlanItem *
cap_timeline_row_get_item (CapTimelineRow *self)
{
  g_return_val_if_fail (CAP_IS_TIMELINE_ROW (self), NULL);

  return self->item;
}

void
cap_timeline_row_set_item (CapTimelineRow *self,
                           CapPlanItem    *item)
{
  g_return_if_fail (CAP_IS_TIMELINE_ROW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
      show (self);
    }
  else if (self->lane != NULL)
    {
      cap_timeline_lane_show_item (CAP_TIMELINE_LANE (self->lane), NULL);
    }
}

void
cap_timeline_row_queue_draw (CapTimelineRow *self)
{
  g_return_if_fail (CAP_IS_TIMELINE_ROW (self));

  gtk_widget_queue_draw (self->lane);
}
