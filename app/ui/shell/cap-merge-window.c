/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-merge-window.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "ui/shell/cap-merge-conflict-row.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-unlock-window.h"
#include "workspace/cap-workspace-vault.h"

#define N_SHOWN 100 /* of what was done in the other copy, the last ones */

/**
 * CapMergeWindow:
 *
 * Makes two copies of a dossier one again: people choose the other copy, see what was done in it and what
 * both changed, decide on that, and take it in with one gesture. Nothing changes before that.
 */
struct _CapMergeWindow
{
  AdwWindow             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;
  GCancellable         *cancellable; /* of what is being read */
  GtkFileChooserNative *chooser;     /* the one that is open, or NULL */
  char                 *path;        /* of the other copy, or NULL */
  CapVaultKey          *key;         /* that opened it, or NULL */
  CapMergeReport       *report;      /* of it, or NULL */
  gboolean              reads_again; /* because the copies are no longer what people saw */
  GPtrArray            *rows;        /* (element-type CapMergeConflictRow): borrowed */

  /* Template children */
  CapMessageBar        *message;
  GtkStack             *stack;
  GtkWidget            *choose_button;
  GtkWidget            *another_button;
  GtkLabel             *name_label;
  GtkLabel             *outcome;
  GtkWidget            *conflicts;
  GtkBox               *conflict_rows;
  GtkWidget            *mine_button;
  GtkBox               *done;
};

G_DEFINE_FINAL_TYPE (CapMergeWindow, cap_merge_window, ADW_TYPE_WINDOW)

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static GtkWidget *
new_gesture_row (const CapMergeGesture *gesture)
{
  g_autofree char *made = cap_date_format_made (gesture->made_at, gesture->author);
  g_autofree char *label = NULL;

  if (!gesture->taken_back)
    return new_row (gesture->label, made);

  /* Translators: what was done, and is no longer */
  label = g_strdup_printf (_("Undone: %s"), gesture->label);

  return new_row (label, made);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* What both changed is never decided for people. */
static gboolean
is_decided (CapMergeWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (cap_merge_conflict_row_get_choice (g_ptr_array_index (self->rows, i)) == CAP_MERGE_ASK)
        return FALSE;
    }

  return TRUE;
}

static void
update_ready (CapMergeWindow *self)
{
  const gboolean has_new = self->report != NULL && cap_merge_report_has_news (self->report);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.take",
                                 has_new && is_decided (self) &&
                                 !cap_workspace_get_read_only (self->workspace));
}

static CapMergeConflictRow *
find_row (CapMergeWindow *self,
          const char     *id)
{
  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    {
      CapMergeConflictRow *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (cap_merge_conflict_row_get_id (row), id) == 0)
        return row;
    }

  return NULL;
}

/* Returns: (transfer full): all that is told of one thing to be decided */
static char *
dup_told (const CapMergeReport *report,
          const char           *id)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < report->conflicts->len; i++)
    {
      const CapMergeConflict *conflict = g_ptr_array_index (report->conflicts, i);

      if (g_strcmp0 (conflict->id, id) == 0)
        g_string_append_printf (told, "%s\n%s\n%s\n", conflict->what, conflict->mine, conflict->theirs);
    }

  return g_string_free (told, FALSE);
}

/* Returns: (transfer full): what was decided, by id, of what is still the same */
static GHashTable *
list_decisions (CapMergeWindow       *self,
                const CapMergeReport *report)
{
  GHashTable *decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CapMergeConflictRow *row = g_ptr_array_index (self->rows, i);
      const char *id = cap_merge_conflict_row_get_id (row);
      g_autofree char *before = dup_told (self->report, id);
      g_autofree char *now = dup_told (report, id);

      if (id != NULL && g_str_equal (before, now))
        g_hash_table_insert (decisions, g_strdup (id),
                             GINT_TO_POINTER (cap_merge_conflict_row_get_choice (row)));
    }

  return decisions;
}

static void
restore_decisions (CapMergeWindow *self,
                   GHashTable     *decisions)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CapMergeConflictRow *row = g_ptr_array_index (self->rows, i);
      const char *id = cap_merge_conflict_row_get_id (row);
      gpointer choice;

      if (id != NULL && g_hash_table_lookup_extended (decisions, id, NULL, &choice))
        cap_merge_conflict_row_set_choice (row, (CapMergeChoice) GPOINTER_TO_INT (choice));
    }
}

static void
show_conflicts (CapMergeWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->report->conflicts->len; i++)
    {
      const CapMergeConflict *conflict = g_ptr_array_index (self->report->conflicts, i);
      CapMergeConflictRow *row = find_row (self, conflict->id);

      if (row != NULL)
        {
          cap_merge_conflict_row_add (row, conflict);
          continue;
        }
      row = CAP_MERGE_CONFLICT_ROW (cap_merge_conflict_row_new (conflict));
      g_signal_connect_object (row, "chosen", G_CALLBACK (update_ready), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
    }
  clear (self->conflict_rows);
  gtk_box_append (self->conflict_rows, group);
  gtk_widget_set_visible (self->conflicts, self->report->conflicts->len > 0);
}

/* The last ones first. */
static void
show_gestures (CapMergeWindow *self)
{
  const GPtrArray *gestures = self->report->gestures;
  const guint n_shown = MIN (gestures->len, N_SHOWN);
  GtkWidget *group;

  clear (self->done);
  if (n_shown == 0 || self->report->n_taken == 0)
    return;

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Done in the other copy"));
  for (guint i = 0; i < n_shown; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_gesture_row (g_ptr_array_index (gestures, gestures->len - 1 - i)));
  if (n_shown < gestures->len)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("and %u before", "and %u before",
                                                         gestures->len - n_shown), gestures->len - n_shown);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (rest, ""));
    }
  gtk_box_append (self->done, group);
}

static char *
dup_outcome (const CapMergeReport *report)
{
  g_autofree char *retained = cap_merge_report_dup_retained (report);
  g_autofree char *gestures = NULL;

  if (!cap_merge_report_has_news (report))
    return g_strdup (_("All that the other copy did is here already."));
  if (report->n_taken == 0)
    return g_steal_pointer (&retained);

  /* Translators: how many gestures, which decides on the form */
  gestures = g_strdup_printf (ngettext ("%u gesture was made there since the copies went separate ways.",
                                    "%u gestures were made there since the copies went separate ways.",
                                    report->gestures->len), report->gestures->len);

  return retained != NULL ? g_strdup_printf ("%s\n%s", gestures, retained) : g_steal_pointer (&gestures);
}

static void
show_report (CapMergeWindow *self,
             CapMergeReport *report)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *outcome = dup_outcome (report);
  g_autoptr(GHashTable) decisions = list_decisions (self, report);

  g_clear_pointer (&self->report, cap_merge_report_free);
  self->report = report;
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->outcome, outcome);
  show_conflicts (self);
  restore_decisions (self, decisions);
  show_gestures (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  update_ready (self);
}

static void read_copy (CapMergeWindow *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapMergeWindow) self = CAP_MERGE_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  CapMergeReport *report = cap_workspace_merge_finish (CAP_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (cap_workspace_error_is_encrypted (error))
    cap_unlock_window_hold (GTK_WINDOW (self), self->path, &self->key, (CapUnlockedFunc) read_copy);
  if (report == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  if (self->reads_again)
    cap_message_bar_show (self->message, CAP_MESSAGE_INFO,
                          _("One of the copies has changed meanwhile, so nothing was merged. Look again at"
                            " what would come in."));
  else
    cap_message_bar_hide (self->message);
  self->reads_again = FALSE;
  show_report (self, report);
  gtk_widget_grab_focus (report->conflicts->len > 0 ? self->mine_button : self->another_button);
}

static void
chosen_cb (CapMergeWindow *self,
           int             response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  if (g_file_peek_path (file) != NULL)
    cap_merge_window_read (self, g_file_peek_path (file));
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer. Copy the dossier first."));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapMergeWindow *self = CAP_MERGE_WINDOW (widget);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) folder = NULL;

  if (self->chooser != NULL || cap_workspace_get_path (self->workspace) == NULL)
    return;

  file = g_file_new_for_path (cap_workspace_get_path (self->workspace));
  folder = g_file_get_parent (file);

  gtk_file_filter_set_name (filter, _("Cap Cèdre dossiers"));
  gtk_file_filter_add_suffix (filter, "capcedre");
  self->chooser = gtk_file_chooser_native_new (gtk_window_get_title (GTK_WINDOW (self)), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("Choose"), _("Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* When the other copy is the file itself, which somebody replaced, all of it is in: the file follows. */
static void
settle_file (CapMergeWindow *self,
             CapWorkspace   *workspace)
{
  if (g_strcmp0 (self->path, cap_workspace_get_path (workspace)) == 0)
    cap_workspace_resolve_conflict_async (workspace, CAP_CONFLICT_REPLACE, NULL, NULL);
}

static void
tell_taken (CapMergeWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: name of a file */
  g_autofree char *text = g_strdup_printf (_("“%s” is merged into this dossier"), name);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-undo", "s", text);
}

/* Returns: (transfer full): what is taken from the other copy, all the same */
static char **
list_exceptions (CapMergeWindow *self)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      CapMergeConflictRow *row = g_ptr_array_index (self->rows, i);

      if (cap_merge_conflict_row_get_choice (row) == CAP_MERGE_THEIRS)
        g_strv_builder_add (ids, cap_merge_conflict_row_get_id (row));
    }

  return g_strv_builder_end (ids);
}

static void
read_copy (CapMergeWindow *self)
{
  if (self->workspace == NULL)
    return; /* the window was closed meanwhile */

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.take", FALSE);
  /* As if all of it came in: that tells the most. */
  cap_workspace_merge_async (self->workspace, self->path, CAP_MERGE_THEIRS, NULL, TRUE, NULL,
                             self->cancellable, read_cb, g_object_ref (self));
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapMergeWindow) self = CAP_MERGE_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapMergeReport) report = cap_workspace_merge_finish (CAP_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    {
      if (report != NULL)
        settle_file (self, CAP_WORKSPACE (source));
      return; /* the window was closed meanwhile */
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (report == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      update_ready (self);
      return;
    }

  if (report->is_outdated)
    {
      self->reads_again = TRUE;
      read_copy (self);
      return;
    }

  settle_file (self, self->workspace);
  if (report->n_taken == 0)
    {
      g_autofree char *retained = cap_merge_report_dup_retained (report);

      cap_message_bar_show (self->message, CAP_MESSAGE_INFO,
                            retained != NULL ? retained : _("Nothing was changed in this dossier."));
      return;
    }

  tell_taken (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
take_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapMergeWindow *self = CAP_MERGE_WINDOW (widget);
  g_auto(GStrv) exceptions = NULL;

  if (self->report == NULL || cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  gtk_widget_action_set_enabled (widget, "merge.take", FALSE);
  gtk_widget_set_sensitive (widget, FALSE);
  exceptions = list_exceptions (self);
  cap_workspace_merge_async (self->workspace, self->path, CAP_MERGE_MINE, (const char * const *) exceptions,
                             FALSE, self->report->states, NULL, taken_cb, g_object_ref (self));
}

/* One decision for all of them; each can still be decided otherwise. */
static void
choose_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapMergeWindow *self = CAP_MERGE_WINDOW (widget);
  const gboolean mine = g_str_equal (action_name, "merge.all-mine");
  const CapMergeChoice choice = mine ? CAP_MERGE_MINE : CAP_MERGE_THEIRS;

  for (guint i = 0; i < self->rows->len; i++)
    cap_merge_conflict_row_set_choice (g_ptr_array_index (self->rows, i), choice);
}

static void
cap_merge_window_dispose (GObject *object)
{
  CapMergeWindow *self = CAP_MERGE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_merge_window_parent_class)->dispose (object);
}

static void
cap_merge_window_finalize (GObject *object)
{
  CapMergeWindow *self = CAP_MERGE_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, cap_merge_report_free);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->key, cap_vault_key_unref);
  g_free (self->path);

  G_OBJECT_CLASS (cap_merge_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapMergeWindow, child)

static void
cap_merge_window_class_init (CapMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_merge_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_merge_window_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-merge-window.ui");
  BIND (message);
  BIND (stack);
  BIND (choose_button);
  BIND (another_button);
  BIND (name_label);
  BIND (outcome);
  BIND (conflicts);
  BIND (conflict_rows);
  BIND (mine_button);
  BIND (done);

  gtk_widget_class_install_action (widget_class, "merge.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "merge.take", NULL, take_cb);
  gtk_widget_class_install_action (widget_class, "merge.all-mine", NULL, choose_all_cb);
  gtk_widget_class_install_action (widget_class, "merge.all-theirs", NULL, choose_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "merge.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_merge_window_init (CapMergeWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.take", FALSE);
}

/**
 * cap_merge_window_new:
 * @parent: (nullable): the window of the dossier, which shows the toast
 * @workspace: with the dossier open
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_merge_window_new (GtkWindow    *parent,
                      CapWorkspace *workspace)
{
  CapMergeWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_window_set_focus (GTK_WINDOW (self), self->choose_button);

  return GTK_WIDGET (self);
}

/**
 * cap_merge_window_read:
 * @path: of another copy of the dossier
 *
 * Shows what would come in.
 */
void
cap_merge_window_read (CapMergeWindow *self,
                       const char     *path)
{
  g_return_if_fail (CAP_IS_MERGE_WINDOW (self) && path != NULL);

  if (cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  cap_set_string (&self->path, path);
  self->reads_again = FALSE;
  read_copy (self);
}
