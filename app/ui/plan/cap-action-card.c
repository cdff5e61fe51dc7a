/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-action-card.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "plan/cap-action-text.h"
#include "ui/widgets/cap-tag.h"

#define TITLE_LINES 3

struct _CapActionCard
{
  GtkWidget     parent_instance;

  /* Owned */
  CapPlanModel *model;
  CapPlanItem  *item;
  gulong        changed_id;

  /* Children */
  GtkWidget    *check;
  GtkWidget    *number;
  GtkWidget    *late;
  GtkWidget    *title;
  GtkWidget    *foot;
  GtkWidget    *owner;
  GtkWidget    *due;

  guint         compact : 1;
  guint         silent : 1;
};

G_DEFINE_FINAL_TYPE (CapActionCard, cap_action_card, GTK_TYPE_WIDGET)

/* A screen reader speaks the name of the row that has the focus: the list item around. */
static void
name_row (CapActionCard   *self,
          const CapAction *action)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *summary = cap_action_dup_summary (action, cap_plan_model_get_today (self->model));
  g_autofree char *name = NULL;

  if (row == NULL)
    return;

  if (cap_plan_item_get_chosen (self->item))
    /* Translators: an action in a sentence, read aloud */
    name = g_strdup_printf (_("%s, chosen"), summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : summary, -1);
}

static void
show_check (CapActionCard   *self,
            const CapAction *action)
{
  const gboolean chosen = cap_plan_item_get_chosen (self->item);
  /* Translators: the number of an action */
  g_autofree char *name = g_strdup_printf (_("Choose action %u"), action->number);

  self->silent = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
  self->silent = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

static void
show (CapActionCard *self)
{
  const CapAction *action = cap_plan_item_get_action (self->item);
  const gboolean late = cap_action_is_late (action, cap_plan_model_get_today (self->model));
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  g_autofree char *due = action->due != NULL ? cap_date_format_short (action->due) : NULL;

  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_label_set_text (GTK_LABEL (self->title), action->title);
  gtk_label_set_text (GTK_LABEL (self->owner), action->owner != NULL ? action->owner : "");
  gtk_label_set_text (GTK_LABEL (self->due), due != NULL ? due : "");
  gtk_widget_set_visible (self->late, late);
  gtk_widget_set_visible (self->foot, !self->compact && (action->owner != NULL || due != NULL));
  show_check (self, action);
  name_row (self, action);
}

static void
toggled_cb (CapActionCard *self)
{
  if (!self->silent && self->item != NULL)
    cap_plan_model_choose (self->model, self->item,
                           gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static GtkWidget *
create_label (const char *css_class,
              gboolean    expand)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (expand)
    {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 1); /* as wide as the card, whatever it says */
    }

  return label;
}

static void
create_title (CapActionCard *self)
{
  self->title = create_label (NULL, TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), self->compact ? 2 : TITLE_LINES);
}

static void
create_children (CapActionCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->check = gtk_check_button_new ();
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_widget_set_can_focus (self->check, FALSE); /* GTK 4.8 would say that it took the focus */
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->check);

  self->number = create_label ("numeric", FALSE);
  gtk_widget_add_css_class (self->number, "card-number");
  gtk_box_append (GTK_BOX (head), self->number);

  create_title (self);
  if (self->compact)
    gtk_box_append (GTK_BOX (head), self->title);
  self->late = cap_tag_new (C_("action", "Late"), "warning-tag");
  gtk_widget_set_hexpand (self->late, !self->compact);
  gtk_widget_set_halign (self->late, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (head), self->late);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  if (!self->compact)
    gtk_widget_set_parent (self->title, GTK_WIDGET (self));

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->foot, "card-foot");
  self->owner = create_label ("dim-label", TRUE);
  self->due = create_label ("numeric", FALSE);
  gtk_widget_add_css_class (self->due, "dim-label");
  gtk_box_append (GTK_BOX (self->foot), self->owner);
  gtk_box_append (GTK_BOX (self->foot), self->due);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

static void
cap_action_card_dispose (GObject *object)
{
  CapActionCard *self = CAP_ACTION_CARD (object);
  GtkWidget *child;

  cap_action_card_set_item (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (cap_action_card_parent_class)->dispose (object);
}

static void
cap_action_card_class_init (CapActionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_action_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "actioncard");
}

static void
cap_action_card_init (CapActionCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
}

GtkWidget *
cap_action_card_new (CapPlanModel *model,
                     gboolean      compact)
{
  CapActionCard *self;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_ACTION_CARD, NULL);
  self->model = g_object_ref (model);
  self->compact = compact;
  create_children (self);

  return GTK_WIDGET (self);
}

/* (nullable) */
CapPlanItem *
cap_action_card_get_item (CapActionCard *self)
{
  g_return_val_if_fail (CAP_IS_ACTION_CARD (self), NULL);

  return self->item;
}

void
cap_action_card_set_item (CapActionCard *self,
                          CapPlanItem   *item)
{
  g_return_if_fail (CAP_IS_ACTION_CARD (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
}
