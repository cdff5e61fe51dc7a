/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/welcome/cap-welcome-page.h"

#include <glib/gi18n.h>

#include "ui/welcome/cap-new-page.h"
#include "ui/welcome/cap-recent-row.h"
#include "ui/welcome/cap-repair-page.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reflow.h"

/**
 * CapWelcomePage:
 *
 * What a person meets when no dossier is open: how to begin, and the dossiers
 * of the last days.
 */
struct _CapWelcomePage
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapRecent     *recent;

  /* Template children */
  GtkStack      *stack;
  GtkButton     *back_button;
  CapMessageBar *message;
  GtkWidget     *new_button;
  GtkListBox    *list;
  GtkWidget     *empty_label;
  AdwBin        *new_bin;
  AdwBin        *repair_bin;
};

G_DEFINE_FINAL_TYPE (CapWelcomePage, cap_welcome_page, GTK_TYPE_WIDGET)

static void
fill_list (CapWelcomePage *self)
{
  g_autoptr(GPtrArray) entries = cap_recent_list (self->recent);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, cap_recent_row_new (g_ptr_array_index (entries, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->list), entries->len > 0);
  gtk_widget_set_visible (self->empty_label, entries->len == 0);
}

static void
show_start (CapWelcomePage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "start");
  adw_bin_set_child (self->repair_bin, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), FALSE);
  gtk_widget_grab_focus (self->new_button);
}

static void
row_activated_cb (CapWelcomePage *self,
                  CapRecentRow   *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-path", "s", cap_recent_row_get_path (row));
}

static void
forget_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  cap_recent_forget (CAP_WELCOME_PAGE (widget)->recent, g_variant_get_string (parameter, NULL));
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  show_start (CAP_WELCOME_PAGE (widget));
}

static void
cap_welcome_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_welcome_page_parent_class)->map (widget);

  if (gtk_root_get_focus (gtk_widget_get_root (widget)) == NULL)
    gtk_widget_grab_focus (CAP_WELCOME_PAGE (widget)->new_button);
}

static void
cap_welcome_page_dispose (GObject *object)
{
  CapWelcomePage *self = CAP_WELCOME_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  g_clear_object (&self->recent);

  G_OBJECT_CLASS (cap_welcome_page_parent_class)->dispose (object);
}

static void
cap_welcome_page_class_init (CapWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_welcome_page_dispose;

  widget_class->map = cap_welcome_page_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_REFLOW);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapWelcomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapWelcomePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, CapWelcomePage, message);
  gtk_widget_class_bind_template_child (widget_class, CapWelcomePage, new_button);
  gtk_widget_class_bind_template_child (widget_class, CapWelcomePage, list);
  gtk_widget_class_bind_template_child (widget_class, CapWelcomePage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, CapWelcomePage, new_bin);
  gtk_widget_class_bind_template_child (widget_class, CapWelcomePage, repair_bin);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "welcome.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "welcome.forget", "s", forget_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "welcome.back", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_welcome_page_init (CapWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_welcome_page_new:
 * @workspace: with no dossier open: a new one is made in it
 * @recent: the dossiers to offer
 *
 * Returns: (transfer floating): a start page
 */
GtkWidget *
cap_welcome_page_new (CapWorkspace *workspace,
                      CapRecent    *recent)
{
  CapWelcomePage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && CAP_IS_RECENT (recent), NULL);

  self = g_object_new (CAP_TYPE_WELCOME_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->recent = g_object_ref (recent);

  g_signal_connect_object (recent, "changed", G_CALLBACK (fill_list), self, G_CONNECT_SWAPPED);
  fill_list (self);

  return GTK_WIDGET (self);
}

/**
 * cap_welcome_page_start_new:
 *
 * Asks what a new dossier needs. What was typed before is still there.
 */
void
cap_welcome_page_start_new (CapWelcomePage *self)
{
  g_return_if_fail (CAP_IS_WELCOME_PAGE (self));

  if (adw_bin_get_child (self->new_bin) == NULL)
    adw_bin_set_child (self->new_bin, cap_new_page_new (self->workspace));

  cap_message_bar_hide (self->message);
  gtk_stack_set_visible_child_name (self->stack, "new");
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), TRUE);
  cap_new_page_enter (CAP_NEW_PAGE (adw_bin_get_child (self->new_bin)));
}

/**
 * cap_welcome_page_show_error:
 * @message: a sentence that says what happened and what to do
 */
void
cap_welcome_page_show_error (CapWelcomePage *self,
                             const char     *message)
{
  g_return_if_fail (CAP_IS_WELCOME_PAGE (self) && message != NULL);

  show_start (self);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, message);
}

/**
 * cap_welcome_page_show_damaged:
 * @path: a dossier that cannot be opened
 * @reason: why, a sentence
 *
 * Shows what can be done of it.
 */
void
cap_welcome_page_show_damaged (CapWelcomePage *self,
                               const char     *path,
                               const char     *reason)
{
  g_return_if_fail (CAP_IS_WELCOME_PAGE (self) && path != NULL && reason != NULL);

  cap_message_bar_hide (self->message);
  adw_bin_set_child (self->repair_bin, cap_repair_page_new (path, reason));
  gtk_stack_set_visible_child_name (self->stack, "repair");
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), TRUE);
  gtk_widget_grab_focus (adw_bin_get_child (self->repair_bin));
}
