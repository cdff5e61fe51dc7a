/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/past/cap-points-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-work-bar.h"
#include "workspace/cap-workspace-past.h"

#define MAX_POINTS 200

/**
 * CapPointsView:
 *
 * The restore points of a dossier: those that people made under a name, and those that are there by
 * themselves before an import, a merge, a review that is finalised. Each can be looked at, and returned to.
 */
struct _CapPointsView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;   /* NULL once the window is closed */
  GCancellable  *cancellable; /* of the reading under way */

  /* Template children */
  CapMessageBar *message;
  GtkWidget     *making;
  GtkEditable   *name;
  GtkWidget     *nothing;
  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (CapPointsView, cap_points_view, GTK_TYPE_WIDGET)

static GtkWidget *
new_button (const char *icon,
            const char *label,
            const char *name,
            const char *action,
            gint64      sequence)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", label, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", sequence, name);

  return button;
}

static char *
dup_name (const CapJournalEntry *entry)
{
  g_autofree char *label = NULL;

  if (entry->kind == CAP_GESTURE_MARK)
    return g_strdup (entry->detail);

  label = cap_gesture_dup_label (entry->kind, entry->detail);

  /* Translators: the moment just before something was done; %s is what, as “Import actions.csv” */
  return g_strdup_printf (_("before: %s"), label);
}

static GtkWidget *
new_row (const CapJournalEntry *entry)
{
  const gint64 sequence = entry->kind == CAP_GESTURE_MARK ? entry->sequence : entry->sequence - 1;
  g_autofree char *made = cap_date_format_made (entry->made_at, entry->author);
  g_autofree char *name = dup_name (entry);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), made);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (
                               entry->kind == CAP_GESTURE_MARK ? "user-bookmarks-symbolic"
                                                               : "document-open-recent-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("view-reveal-symbolic", _("Look Inside"), name,
                                                               "past.look", sequence));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("edit-undo-symbolic", _("Return to It…"), name,
                                                               "past.return", sequence));

  return row;
}

static void
show_points (CapPointsView   *self,
             const GPtrArray *entries)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (entries, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->list), entries->len > 0);
  gtk_widget_set_visible (self->nothing, entries->len == 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapPointsView) self = CAP_POINTS_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = cap_workspace_read_journal_finish (CAP_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace == NULL)
    return;

  if (entries != NULL)
    show_points (self, entries);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
update (CapPointsView *self)
{
  const CapJournalQuery query = { .points = TRUE, .limit = MAX_POINTS };

  if (self->workspace == NULL || cap_workspace_get_dossier (self->workspace) == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (self->making, !cap_workspace_get_read_only (self->workspace));
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  cap_workspace_read_journal_async (self->workspace, &query, self->cancellable, read_cb, g_object_ref (self));
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapPointsView) self = CAP_POINTS_VIEW (user_data);
  g_autoptr(GtkWindow) window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr(GError) error = NULL;
  const gboolean marked = cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    {
      if (!marked)
        cap_work_bar_tell_parent (window, error->message);
      return; /* the window was closed meanwhile */
    }

  if (!marked)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  cap_message_bar_hide (self->message);
  gtk_editable_set_text (self->name, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  update (self);
}

static void
make_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapPointsView *self = CAP_POINTS_VIEW (widget);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  if (*name == '\0' || cap_workspace_get_read_only (self->workspace))
    return;

  g_object_ref (gtk_widget_get_root (widget)); /* it is told there, or where that was opened from */
  cap_workspace_mark_async (self->workspace, name, marked_cb, g_object_ref (self));
}

static void
name_changed_cb (CapPointsView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.make", *name != '\0');
}

static void
name_activated_cb (CapPointsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "points.make", NULL);
}

/* A view that is closed is disposed of once no callback holds it any more, which is too late to give up. */
static void
let_go (CapPointsView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
}

static void
cap_points_view_dispose (GObject *object)
{
  CapPointsView *self = CAP_POINTS_VIEW (object);
  GtkWidget *child;

  let_go (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_points_view_parent_class)->dispose (object);
}

static void
cap_points_view_finalize (GObject *object)
{
  g_clear_object (&CAP_POINTS_VIEW (object)->cancellable);

  G_OBJECT_CLASS (cap_points_view_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapPointsView, child)

static void
cap_points_view_class_init (CapPointsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_points_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_points_view_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-points-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  BIND (message);
  BIND (making);
  BIND (name);
  BIND (nothing);
  BIND (list);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_install_action (widget_class, "points.make", NULL, make_cb);
}

#undef BIND

static void
cap_points_view_init (CapPointsView *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "points.make", FALSE);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  g_signal_connect (self, "unrealize", G_CALLBACK (let_go), NULL);
}

/* @workspace: with the dossier open */
void
cap_points_view_set_workspace (CapPointsView *self,
                               CapWorkspace  *workspace)
{
  g_return_if_fail (CAP_IS_POINTS_VIEW (self) && self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
