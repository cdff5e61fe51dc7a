/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-message-bar.h"

/**
 * CapMessageBar:
 *
 * A sentence in the page, next to the thing, with what can be done about it.
 * Hidden until [method@Cap.MessageBar.show].
 */
struct _CapMessageBar
{
  GtkWidget    parent_instance;

  /* Template children */
  GtkRevealer *revealer;
  GtkWidget   *box;
  GtkImage    *icon;
  GtkLabel    *label;
  GtkBox      *actions;
  GtkWidget   *close_button;
};

G_DEFINE_FINAL_TYPE (CapMessageBar, cap_message_bar, GTK_TYPE_WIDGET)

static void
remove_actions (CapMessageBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->actions))) != NULL)
    gtk_box_remove (self->actions, child);

  gtk_widget_set_visible (GTK_WIDGET (self->actions), FALSE);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  cap_message_bar_hide (CAP_MESSAGE_BAR (widget));
}

static void
child_revealed_cb (CapMessageBar *self)
{
  gboolean shown = gtk_revealer_get_reveal_child (self->revealer);

  gtk_widget_set_visible (GTK_WIDGET (self), shown || gtk_revealer_get_child_revealed (self->revealer));
}

static void
cap_message_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_message_bar_parent_class)->dispose (object);
}

static void
cap_message_bar_class_init (CapMessageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_message_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-message-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CapMessageBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CapMessageBar, box);
  gtk_widget_class_bind_template_child (widget_class, CapMessageBar, icon);
  gtk_widget_class_bind_template_child (widget_class, CapMessageBar, label);
  gtk_widget_class_bind_template_child (widget_class, CapMessageBar, actions);
  gtk_widget_class_bind_template_child (widget_class, CapMessageBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, child_revealed_cb);

  gtk_widget_class_install_action (widget_class, "message.close", NULL, close_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "messagebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
cap_message_bar_init (CapMessageBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_message_bar_new:
 *
 * Returns: (transfer floating): a bar that says nothing yet
 */
GtkWidget *
cap_message_bar_new (void)
{
  return g_object_new (CAP_TYPE_MESSAGE_BAR, NULL);
}

/**
 * cap_message_bar_show:
 * @kind: how serious it is
 * @text: a whole sentence
 *
 * Replaces what the bar said, and its actions.
 */
void
cap_message_bar_show (CapMessageBar  *self,
                      CapMessageKind  kind,
                      const char     *text)
{
  gboolean error = kind == CAP_MESSAGE_ERROR;

  g_return_if_fail (CAP_IS_MESSAGE_BAR (self) && text != NULL);

  remove_actions (self);
  gtk_label_set_text (self->label, text);
  gtk_image_set_from_icon_name (self->icon,
                                error ? "dialog-warning-symbolic" : "dialog-information-symbolic");
  gtk_widget_set_visible (self->close_button, kind == CAP_MESSAGE_INFO);

  if (error)
    gtk_widget_add_css_class (self->box, "error-message");
  else
    gtk_widget_remove_css_class (self->box, "error-message");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * cap_message_bar_add_action:
 * @label: a verb first
 * @action_name: what the button does
 */
void
cap_message_bar_add_action (CapMessageBar *self,
                            const char    *label,
                            const char    *action_name)
{
  GtkWidget *button;

  g_return_if_fail (CAP_IS_MESSAGE_BAR (self) && label != NULL && action_name != NULL);

  button = gtk_button_new_with_label (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_box_append (self->actions, button);
  gtk_widget_set_visible (GTK_WIDGET (self->actions), TRUE);
}

void
cap_message_bar_hide (CapMessageBar *self)
{
  g_return_if_fail (CAP_IS_MESSAGE_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
