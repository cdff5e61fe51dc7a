/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-auditor-return-window.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-unlock-window.h"
#include "ui/widgets/cap-work-bar.h"
#include "workspace/cap-auditor-copy.h"
#include "workspace/cap-workspace-vault.h"

/**
 * CapAuditorReturnWindow:
 *
 * Takes the copy of an auditor back: people choose the file, see what comes in and what stays as it is,
 * and take it in with one gesture. Nothing changes before that.
 */
struct _CapAuditorReturnWindow
{
  AdwWindow             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;
  GCancellable         *cancellable; /* of what is being read */
  GtkFileChooserNative *chooser;     /* the one that is open, or NULL */
  char                 *path;        /* of the file that was chosen last, or NULL */
  CapVaultKey          *key;         /* that opened it, or NULL */
  CapAuditorReturn     *found;       /* of the file on display, or NULL */
  char                 *told;        /* once it is in */

  /* Template children */
  CapMessageBar        *message;
  GtkStack             *stack;
  GtkWidget            *choose_button;
  GtkWidget            *another_button;
  GtkLabel             *audit_label;
  GtkLabel             *outcome;
  GtkBox               *groups;
};

G_DEFINE_FINAL_TYPE (CapAuditorReturnWindow, cap_auditor_return_window, ADW_TYPE_WINDOW)

/* The parts of the preview, in their order. */
typedef enum
{
  GROUP_FINDINGS,
  GROUP_CHECKS,
  GROUP_EVIDENCE,
  GROUP_AUDIT,
} Group;

#define N_GROUPS (GROUP_AUDIT + 1)

static const char * const group_titles[] = {
  [GROUP_FINDINGS] = N_("Findings"),
  [GROUP_CHECKS] = N_("Checklist"),
  [GROUP_EVIDENCE] = N_("Evidence"),
  [GROUP_AUDIT] = N_("Plan and report"),
};

static Group
get_group (const CapReturnItem *item)
{
  if (item->kind == CAP_REGISTER_FINDING)
    return GROUP_FINDINGS;
  if (item->kind == CAP_REGISTER_AUDIT_CHECK)
    return GROUP_CHECKS;

  return item->kind == CAP_REGISTER_NONE ? GROUP_EVIDENCE : GROUP_AUDIT;
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);

  return row;
}

static GtkWidget *
new_item_row (const CapReturnItem *item)
{
  const gboolean has_both = *item->code != '\0' && *item->title != '\0';
  g_autofree char *title = g_strconcat (item->code, has_both ? " – " : "", item->title, NULL);
  const char *subtitle = item->added ? _("Not in the dossier yet") : item->detail;

  if (*title == '\0')
    return new_row (gettext (cap_register_get (item->kind)->one), subtitle);

  return new_row (title, *subtitle != '\0' ? subtitle : _("Serves this audit too"));
}

static void
show_group (CapAuditorReturnWindow *self,
            Group                   group)
{
  GtkWidget *box = NULL;

  for (guint i = 0; i < self->found->items->len; i++)
    {
      const CapReturnItem *item = g_ptr_array_index (self->found->items, i);

      if (get_group (item) != group)
        continue;
      if (box == NULL)
        {
          box = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (box), gettext (group_titles[group]));
          gtk_box_append (self->groups, box);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (box), new_item_row (item));
    }
}

static void
show_rest (CapAuditorReturnWindow *self)
{
  GtkWidget *box = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (box), _("What stays as it is here"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (box),
                                         _("The copy says these otherwise: your dossier has the last word."));
  for (guint i = 0; i < self->found->rest->len; i++)
    {
      const CapReturnRest *rest = g_ptr_array_index (self->found->rest, i);
      g_autofree char *count = NULL;

      count = g_strdup_printf (ngettext ("%u difference", "%u differences", rest->count), rest->count);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (box), new_row (rest->label, count));
    }
  gtk_box_append (self->groups, box);
}

static void
show_found (CapAuditorReturnWindow *self)
{
  g_autofree char *audit = g_strdup_printf ("%s – %s", self->found->audit, self->found->title);
  g_autofree char *summary = cap_auditor_return_dup_summary (self->found);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);

  gtk_label_set_text (self->audit_label, audit);
  gtk_label_set_text (self->outcome, summary);
  for (guint i = 0; i < N_GROUPS; i++)
    show_group (self, i);
  if (self->found->rest->len > 0)
    show_rest (self);
}

static void read_again (CapAuditorReturnWindow *self);

static void
set_ready (CapAuditorReturnWindow *self,
           gboolean                ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "return.take", ready);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapAuditorReturnWindow) self = CAP_AUDITOR_RETURN_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  CapAuditorReturn *found = cap_workspace_read_auditor_copy_finish (CAP_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace == NULL)
    {
      g_clear_pointer (&found, cap_auditor_return_free);
      return;
    }

  if (cap_workspace_error_is_encrypted (error))
    cap_unlock_window_hold (GTK_WINDOW (self), self->path, &self->key, (CapUnlockedFunc) read_again);
  if (found == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  g_clear_pointer (&self->found, cap_auditor_return_free);
  self->found = found;
  cap_message_bar_hide (self->message);
  show_found (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  set_ready (self, found->command != NULL && !cap_workspace_get_read_only (self->workspace));
  gtk_widget_grab_focus (self->another_button);
}

static void
chosen_cb (CapAuditorReturnWindow *self,
           int                     response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  if (g_file_peek_path (file) != NULL)
    cap_auditor_return_window_read (self, g_file_peek_path (file));
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer. Copy the dossier first."));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapAuditorReturnWindow *self = CAP_AUDITOR_RETURN_WINDOW (widget);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  gtk_file_filter_set_name (filter, _("Cap Cèdre dossiers"));
  gtk_file_filter_add_suffix (filter, "capcedre");
  self->chooser = gtk_file_chooser_native_new (gtk_window_get_title (GTK_WINDOW (self)), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("Choose"), _("Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapAuditorReturnWindow) self = CAP_AUDITOR_RETURN_WINDOW (user_data);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      if (self->workspace != NULL)
        cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      else
        cap_work_bar_tell_parent (GTK_WINDOW (self), error->message); /* the window was closed meanwhile */
      return;
    }

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-undo", "s", self->told);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
take_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapAuditorReturnWindow *self = CAP_AUDITOR_RETURN_WINDOW (widget);
  g_autofree char *summary = NULL;

  if (self->found == NULL || self->found->command == NULL ||
      cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  summary = cap_auditor_return_dup_summary (self->found);
  g_free (self->told);
  /* Translators: the code of an audit, then what came in */
  self->told = g_strdup_printf (_("%1$s taken in: %2$s"), self->found->audit, summary);
  set_ready (self, FALSE);
  gtk_widget_set_sensitive (widget, FALSE);
  cap_workspace_run_async (self->workspace, g_steal_pointer (&self->found->command), NULL, taken_cb,
                           g_object_ref (self));
}

/* A window that is closed is disposed of once no callback holds it any more, which is too late to give up. */
static void
let_go (CapAuditorReturnWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);
}

static void
cap_auditor_return_window_dispose (GObject *object)
{
  let_go (CAP_AUDITOR_RETURN_WINDOW (object));

  G_OBJECT_CLASS (cap_auditor_return_window_parent_class)->dispose (object);
}

static void
cap_auditor_return_window_finalize (GObject *object)
{
  CapAuditorReturnWindow *self = CAP_AUDITOR_RETURN_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->found, cap_auditor_return_free);
  g_clear_pointer (&self->key, cap_vault_key_unref);
  g_free (self->path);
  g_free (self->told);

  G_OBJECT_CLASS (cap_auditor_return_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapAuditorReturnWindow, child)

static void
cap_auditor_return_window_class_init (CapAuditorReturnWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_auditor_return_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_auditor_return_window_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-auditor-return-window.ui");
  BIND (message);
  BIND (stack);
  BIND (choose_button);
  BIND (another_button);
  BIND (audit_label);
  BIND (outcome);
  BIND (groups);

  gtk_widget_class_install_action (widget_class, "return.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "return.take", NULL, take_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "return.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_auditor_return_window_init (CapAuditorReturnWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "unrealize", G_CALLBACK (let_go), NULL);
  set_ready (self, FALSE);
}

/**
 * cap_auditor_return_window_new:
 * @parent: (nullable): the window of the dossier, which shows the toast
 * @workspace: with the dossier of the structure open
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_auditor_return_window_new (GtkWindow    *parent,
                               CapWorkspace *workspace)
{
  CapAuditorReturnWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_AUDITOR_RETURN_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_window_set_focus (GTK_WINDOW (self), self->choose_button);

  return GTK_WIDGET (self);
}

static void
read_again (CapAuditorReturnWindow *self)
{
  if (self->workspace == NULL || cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_ready (self, FALSE);
  cap_workspace_read_auditor_copy_async (self->workspace, self->path, self->cancellable, read_cb,
                                         g_object_ref (self));
}

/* Shows what would come in of the copy at @path. */
void
cap_auditor_return_window_read (CapAuditorReturnWindow *self,
                                const char             *path)
{
  g_return_if_fail (CAP_IS_AUDITOR_RETURN_WINDOW (self) && path != NULL);

  cap_set_string (&self->path, path);
  read_again (self);
}
