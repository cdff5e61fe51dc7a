/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-actions-view.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-action-row.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapActionsView:
 *
 * The actions of the plan, to follow and to change in place. Each field left
 * is one gesture.
 */
struct _CapActionsView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  GHashTable    *rows;       /* UUID → CapActionRow, borrowed */

  /* Template children */
  CapMessageBar *message;
  GtkLabel      *summary;
  GtkWidget     *empty_box;
  GtkListBox    *list;
  GtkWidget     *add_group;
  AdwEntryRow   *add_row;
};

G_DEFINE_FINAL_TYPE (CapActionsView, cap_actions_view, GTK_TYPE_WIDGET)

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(CapActionsView) self = CAP_ACTIONS_VIEW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_hide (self->message);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

/* A row that goes away loses the focus: what it says then is not a gesture. */
static gboolean
is_in_plan (CapActionsView  *self,
            const CapAction *action)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapAction *known = dossier != NULL ? cap_dossier_find_action (dossier, action->number) : NULL;

  return known != NULL && g_str_equal (known->id, action->id);
}

static void
row_changed_cb (CapActionsView *self,
                CapActionRow   *row)
{
  g_autoptr(CapAction) action = cap_action_row_dup_action (row);
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  CapCommand *command;

  if (cap_action_equal (action, cap_action_row_get_action (row)) ||
      !is_in_plan (self, action) || cap_workspace_get_read_only (self->workspace))
    return;

  command = cap_command_new (CAP_GESTURE_ACTION, number);
  cap_command_put_action (command, action);
  cap_workspace_run_async (self->workspace, command, NULL, ran_cb, g_object_ref (self));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapActionsView) self = CAP_ACTIONS_VIEW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Action removed"));
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
row_removed_cb (CapActionsView *self,
                CapActionRow   *row)
{
  const CapAction *action = cap_action_row_get_action (row);
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  CapCommand *command = cap_command_new (CAP_GESTURE_REMOVE_ACTION, number);

  cap_command_remove_action (command, action->id);
  cap_workspace_run_async (self->workspace, command, NULL, removed_cb, g_object_ref (self));
}

/* Enter in the last field adds the action; it is refined in its row. */
static void
add_cb (CapActionsView *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));
  g_autoptr(CapAction) action = NULL;
  CapCommand *command;

  if (title[0] == '\0')
    return;

  action = cap_action_new (NULL, title);
  command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);
  cap_command_put_action (command, action);
  gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
  cap_workspace_run_async (self->workspace, command, NULL, ran_cb, g_object_ref (self));
}

static CapActionRow *
add_row (CapActionsView  *self,
         const CapAction *action)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  GtkWidget *row = cap_action_row_new (evaluation->framework);

  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_hash_table_insert (self->rows, g_strdup (action->id), row);

  return CAP_ACTION_ROW (row);
}

static void
drop_removed (CapActionsView *self,
              CapDossier     *dossier)
{
  g_autoptr(GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;
  gpointer row;

  for (guint i = 0; i < dossier->actions->len; i++)
    g_hash_table_add (present, ((CapAction *) g_ptr_array_index (dossier->actions, i))->id);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (!g_hash_table_contains (present, id))
      {
        gtk_list_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
}

/* Rows live on, so that the unfolded one stays unfolded and keeps the focus. */
static void
show_actions (CapActionsView *self,
              CapDossier     *dossier,
              const char     *today)
{
  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);
      CapActionRow *row = g_hash_table_lookup (self->rows, action->id);

      if (row == NULL)
        row = add_row (self, action);

      if (cap_action_row_get_action (row) == NULL ||
          !cap_action_equal (action, cap_action_row_get_action (row)))
        cap_action_row_set_action (row, action, today);
    }
}

static int
compare_numbers (GtkListBoxRow *a,
                 GtkListBoxRow *b,
                 gpointer       user_data)
{
  const CapAction *first = cap_action_row_get_action (CAP_ACTION_ROW (a));
  const CapAction *second = cap_action_row_get_action (CAP_ACTION_ROW (b));

  if (first == NULL || second == NULL)
    return first == NULL ? 1 : -1;

  return (first->number > second->number) - (first->number < second->number);
}

static void
show_summary (CapActionsView *self,
              CapDossier     *dossier,
              const char     *today)
{
  g_autofree char *actions = NULL;
  g_autofree char *late = NULL;
  g_autofree char *text = NULL;
  guint n_open = 0;
  guint n_late = 0;

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);

      n_open += cap_action_is_open (action) ? 1 : 0;
      n_late += cap_action_is_late (action, today) ? 1 : 0;
    }

  /* Translators: number of actions that are not closed */
  actions = g_strdup_printf (ngettext ("%u open action", "%u open actions", n_open), n_open);
  /* Translators: number of actions past their date */
  late = n_late == 0 ? g_strdup (_("none is late")) :
                       g_strdup_printf (ngettext ("%u is late", "%u are late", n_late), n_late);
  text = g_strdup_printf ("%s · %s", actions, late);
  gtk_label_set_text (self->summary, text);
}

static void
update (CapActionsView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = NULL;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  today = cap_workspace_dup_today (self->workspace);
  drop_removed (self, dossier);
  show_actions (self, dossier, today);
  gtk_list_box_invalidate_sort (self->list);
  show_summary (self, dossier, today);

  gtk_widget_set_visible (self->empty_box, dossier->actions->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), dossier->actions->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), dossier->actions->len > 0);
  gtk_widget_set_sensitive (self->add_group, !cap_workspace_get_read_only (self->workspace));
}

static void
cap_actions_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_actions_view_parent_class)->map (widget);

  update (CAP_ACTIONS_VIEW (widget));
}

static void
cap_actions_view_dispose (GObject *object)
{
  CapActionsView *self = CAP_ACTIONS_VIEW (object);
  GtkWidget *child;

  g_clear_pointer (&self->rows, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_actions_view_parent_class)->dispose (object);
}

static void
cap_actions_view_class_init (CapActionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_actions_view_dispose;
  widget_class->map = cap_actions_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-actions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, message);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, summary);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, empty_box);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, list);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, add_group);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, add_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_actions_view_init (CapActionsView *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_numbers, NULL, NULL);
}

/**
 * cap_actions_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its actions
 */
GtkWidget *
cap_actions_view_new (CapWorkspace *workspace)
{
  CapActionsView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_ACTIONS_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
