/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-rerating-window.h"

#include <glib/gi18n.h>

#include "plan/cap-rerating.h"
#include "ui/widgets/cap-reason-dialog.h"
#include "ui/plan/cap-rerating-row.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapReratingWindow:
 *
 * The criteria whose actions had their effect, to rate anew: what is ticked
 * shows below what it would change. Nothing changes before it is applied.
 */
struct _CapReratingWindow
{
  AdwWindow      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapDossier    *dossier;     /* what is listed points into it */
  CapPhotograph *photograph;

  /* Template children */
  CapMessageBar *message;
  GtkStack      *stack;
  GtkListBox    *list;
  GtkListBox    *differences;
  GtkWidget     *steady_label;
  GtkLabel      *whole_label;
};

G_DEFINE_FINAL_TYPE (CapReratingWindow, cap_rerating_window, ADW_TYPE_WINDOW)

static void
empty_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* (element-type CapRerating): borrowed from the rows. */
static GPtrArray *
list_accepted (CapReratingWindow *self)
{
  GPtrArray *accepted = g_ptr_array_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (cap_rerating_row_get_accepted (CAP_RERATING_ROW (row)))
        g_ptr_array_add (accepted, (gpointer) cap_rerating_row_get_rerating (CAP_RERATING_ROW (row)));
    }

  return accepted;
}

static GtkWidget *
new_difference_row (const CapDifference *difference)
{
  g_autofree char *name = cap_difference_dup_name (difference);
  g_autofree char *values = cap_difference_dup_values (difference);
  g_autofree char *text = g_strdup_printf ("%s, %s", name, values);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *values_label = gtk_label_new (values);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (name_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (values_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (values_label), 1);
  gtk_widget_add_css_class (values_label, "numeric");
  gtk_widget_add_css_class (values_label, "heading");
  gtk_widget_add_css_class (box, "difference-row");
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), values_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return row;
}

/* What becomes of the whole is in sight wherever people scroll. */
static void
show_whole (CapReratingWindow *self,
            const GPtrArray   *differences)
{
  const CapDifference *first = differences->len > 0 ? g_ptr_array_index (differences, 0) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *values = NULL;
  g_autofree char *text = NULL;

  if (first == NULL || first->kind != CAP_DIFFERENCE_WHOLE)
    {
      gtk_label_set_text (self->whole_label, "");
      return;
    }

  name = cap_difference_dup_name (first);
  values = cap_difference_dup_values (first);
  /* Translators: the overall score, and what it is before and after */
  text = g_strdup_printf (_("%s: %s"), name, values);
  gtk_label_set_text (self->whole_label, text);
}

/* Levels are told above, in the rows. */
static void
show_trial (CapReratingWindow *self)
{
  g_autoptr(GPtrArray) accepted = list_accepted (self);
  g_autoptr(CapReratingTrial) trial = cap_reratings_try (accepted, self->dossier, self->photograph);
  guint n = 0;

  show_whole (self, trial->differences);
  empty_list (self->differences);
  for (guint i = 0; i < trial->differences->len; i++)
    {
      const CapDifference *difference = g_ptr_array_index (trial->differences, i);

      if (difference->kind == CAP_DIFFERENCE_CRITERION)
        continue;

      gtk_list_box_append (self->differences, new_difference_row (difference));
      n++;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->differences), n > 0);
  gtk_widget_set_visible (self->steady_label, n == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rerating.apply",
                                 accepted->len > 0 && !cap_workspace_get_read_only (self->workspace));
}

static void
set_aside_done_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(CapReratingWindow) self = CAP_RERATING_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_hide (self->message);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
reason_given_cb (CapReratingWindow *self,
                 const char        *code,
                 const char        *reason)
{
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  const CapCriterionResult *result = cap_photograph_find_criterion (self->photograph, code);
  g_autoptr(CapSetAside) set_aside = NULL;
  CapCommand *command;

  if (result == NULL || result->level == CAP_LEVEL_UNSET)
    return;

  set_aside = cap_set_aside_new (CAP_SET_ASIDE_RATING, code, result->level, reason, today);
  command = cap_command_new (CAP_GESTURE_SET_ASIDE, code);
  cap_command_put_set_aside (command, set_aside);
  cap_workspace_run_async (self->workspace, command, NULL, set_aside_done_cb, g_object_ref (self));
}

static void
row_set_aside_cb (CapReratingWindow *self,
                  CapReratingRow    *row)
{
  const CapRerating *rerating = cap_rerating_row_get_rerating (row);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  /* Translators: a level */
  body = g_strdup_printf (_("The criterion stays at level %d. Your reason is remembered; the level is "
                            "proposed again when another action has its effect."), rerating->from);
  dialog = cap_reason_dialog_new (GTK_WINDOW (self), rerating->criterion->code, body);
  g_signal_connect_object (dialog, "given", G_CALLBACK (reason_given_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
row_activated_cb (CapReratingWindow *self,
                  CapReratingRow    *row)
{
  cap_rerating_row_toggle (row);
}

static GHashTable *
list_refused (CapReratingWindow *self)
{
  GHashTable *refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const CapRerating *rerating = cap_rerating_row_get_rerating (CAP_RERATING_ROW (row));

      if (!cap_rerating_row_get_accepted (CAP_RERATING_ROW (row)))
        g_hash_table_add (refused, g_strdup (rerating->criterion->code));
    }

  return refused;
}

/* What was unticked stays so. */
static void
fill_list (CapReratingWindow *self,
           const GPtrArray   *reratings)
{
  g_autoptr(GHashTable) refused = list_refused (self);

  empty_list (self->list);
  for (guint i = 0; i < reratings->len; i++)
    {
      const CapRerating *rerating = g_ptr_array_index (reratings, i);
      GtkWidget *row = cap_rerating_row_new (rerating, cap_dossier_get_current (self->dossier));

      cap_rerating_row_set_accepted (CAP_RERATING_ROW (row),
                                     !g_hash_table_contains (refused, rerating->criterion->code));
      g_signal_connect_object (row, "changed", G_CALLBACK (show_trial), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "set-aside", G_CALLBACK (row_set_aside_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
}

static void
dossier_changed_cb (CapReratingWindow *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(CapDossier) before = g_steal_pointer (&self->dossier);
  g_autoptr(CapPhotograph) photograph_before = g_steal_pointer (&self->photograph);
  g_autoptr(GPtrArray) reratings = NULL;

  if (dossier == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  self->dossier = cap_dossier_ref (dossier);
  self->photograph = cap_photograph_ref (cap_workspace_get_photograph (self->workspace));
  reratings = cap_workspace_list_reratings (self->workspace);
  fill_list (self, reratings);
  show_trial (self);
  gtk_stack_set_visible_child_name (self->stack, reratings->len > 0 ? "list" : "empty");
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapReratingWindow) self = CAP_RERATING_WINDOW (user_data);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-undo", "s", _("The new levels are in force"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
apply_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapReratingWindow *self = CAP_RERATING_WINDOW (widget);
  g_autoptr(GPtrArray) accepted = list_accepted (self);

  if (accepted->len == 0)
    return;

  cap_workspace_run_async (self->workspace,
                           cap_reratings_to_command (accepted, cap_dossier_get_current (self->dossier)),
                           NULL, applied_cb, g_object_ref (self));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.undo", NULL);
}

/* The rows point into the dossier: they go first. */
static void
cap_rerating_window_dispose (GObject *object)
{
  CapReratingWindow *self = CAP_RERATING_WINDOW (object);

  G_OBJECT_CLASS (cap_rerating_window_parent_class)->dispose (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->photograph, cap_photograph_unref);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
}

static void
cap_rerating_window_class_init (CapReratingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_rerating_window_dispose;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-rerating-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapReratingWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CapReratingWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CapReratingWindow, list);
  gtk_widget_class_bind_template_child (widget_class, CapReratingWindow, differences);
  gtk_widget_class_bind_template_child (widget_class, CapReratingWindow, steady_label);
  gtk_widget_class_bind_template_child (widget_class, CapReratingWindow, whole_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "rerating.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "rerating.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "rerating.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cap_rerating_window_init (CapReratingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_rerating_window_new:
 * @parent: the window of the dossier
 * @workspace: with a dossier open
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
cap_rerating_window_new (GtkWindow    *parent,
                         CapWorkspace *workspace)
{
  CapReratingWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_RERATING_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dossier_changed_cb (self);

  return GTK_WIDGET (self);
}
