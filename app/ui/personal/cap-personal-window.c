/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/personal/cap-personal-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "ui/personal/cap-personal-dialogs.h"
#include "ui/personal/cap-personal-lists.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-work-bar.h"
#include "workspace/cap-workspace-personal.h"
#include "workspace/cap-workspace-vault.h"

#define LOOK_MS          100
#define RETENTION_MONTHS 60

/**
 * CapPersonalWindow:
 *
 * What a dossier says of people: what names of a list, addresses and numbers are in it, now and in its
 * past, how to take them out for good with the proof of it, and which fields may name somebody.
 */
struct _CapPersonalWindow
{
  AdwWindow      parent_instance;

  /* Owned */
  CapWorkspace  *workspace; /* NULL once the window is closed */
  GCancellable  *cancellable;
  GtkFileChooserNative *chooser;
  CapProgress    progress;  /* of the files that are read: its callback holds the window */
  guint          look_id;   /* source that looks at it, or 0 */
  gboolean       busy;      /* with what is not given up */

  /* Template children */
  CapMessageBar *message;
  CapWorkBar    *work;
  GtkWidget     *content;
  GtkWidget     *encrypted;
  GtkTextBuffer *names;
  GtkListBox    *found;
  GtkLabel      *found_rest;
  GtkWidget     *nothing;
  GtkWidget     *removal;
  GtkSwitch     *drop_backups;
  GtkListBox    *fields;
  GtkWidget     *documents_box;
  GtkListBox    *documents;
  GtkLabel      *documents_rest;
  CapDateRow    *retained;
  GtkLabel      *retention_advice;
};

G_DEFINE_FINAL_TYPE (CapPersonalWindow, cap_personal_window, ADW_TYPE_WINDOW)

static void search (CapPersonalWindow *self);

/* What is under way is read for nobody. */
static void
stop_reading (CapPersonalWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->look_id, g_source_remove);
}

static void
update_actions (CapPersonalWindow *self)
{
  const gboolean chosen = cap_personal_lists_count_chosen (self->found, self->documents) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "personal.remove",
                                 chosen && !self->busy && !cap_workspace_get_read_only (self->workspace) &&
                                 cap_workspace_get_audited (self->workspace) == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "personal.search", !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "personal.copy", !self->busy);
}

static void
set_busy (CapPersonalWindow *self,
          gboolean           busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (self->content, !busy);
  update_actions (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapPersonalWindow) self = CAP_PERSONAL_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapPersonalReport) report = cap_workspace_find_personal_finish (CAP_WORKSPACE (source), result,
                                                                            &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace == NULL)
    return;

  g_clear_handle_id (&self->look_id, g_source_remove);
  cap_work_bar_end (self->work, NULL);
  if (report == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  cap_personal_lists_show_groups (self->found, self->found_rest, report->groups, G_CALLBACK (update_actions),
                                  self);
  cap_personal_lists_show_columns (self->fields, report->columns);
  cap_personal_lists_show_documents (self->documents, self->documents_rest, report->documents,
                                     G_CALLBACK (update_actions), self);
  gtk_widget_set_visible (self->documents_box, report->documents->len > 0);
  gtk_widget_set_visible (self->nothing, report->groups->len == 0);
  gtk_widget_set_visible (self->removal, report->groups->len + report->documents->len > 0);
  update_actions (self);
}

/* One name a line; empty lines are nothing. */
static GStrv
dup_names (CapPersonalWindow *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  gtk_text_buffer_get_bounds (self->names, &start, &end);
  text = gtk_text_buffer_get_text (self->names, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_ptr_array_add (names, g_strdup (lines[i]));
    }
  g_ptr_array_add (names, NULL);

  return g_strdupv ((char **) names->pdata);
}

/* Documents are many, and each takes a moment. */
static gboolean
look_cb (gpointer user_data)
{
  CapPersonalWindow *self = CAP_PERSONAL_WINDOW (user_data);
  guint n_done;
  const guint n_documents = cap_progress_read (&self->progress, &n_done);
  g_autofree char *text = NULL;

  if (n_documents == 0)
    return G_SOURCE_CONTINUE;

  /* Translators: the rank of the file that is being read, and how many there are, which decides */
  text = g_strdup_printf (ngettext ("The files are being read: %1$u of %2$u…",
                                    "The files are being read: %1$u of %2$u…", n_documents),
                          MIN (n_done + 1, n_documents), n_documents);
  cap_work_bar_tell (self->work, text, (double) n_done / n_documents);

  return G_SOURCE_CONTINUE;
}

static void
look (CapPersonalWindow *self)
{
  cap_progress_begin (&self->progress, 0);
  self->look_id = g_timeout_add (LOOK_MS, look_cb, self);
}

static void
search (CapPersonalWindow *self)
{
  g_auto(GStrv) names = dup_names (self);

  stop_reading (self);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  cap_work_bar_start_reading (self->work, _("The dossier is being searched, and its past…"));
  look (self);
  cap_workspace_find_personal_async (self->workspace, (const char * const *) names, &self->progress,
                                     self->cancellable, found_cb, g_object_ref (self));
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapPersonalWindow *self = CAP_PERSONAL_WINDOW (widget);

  cap_message_bar_hide (self->message);
  search (self);
}

static void
start_work (CapPersonalWindow *self,
            const char        *text)
{
  stop_reading (self);
  cap_work_bar_start (self->work, text);
  gtk_window_set_focus (GTK_WINDOW (self), NULL); /* a field that cannot be typed in must not keep it */
  set_busy (self, TRUE);
}

static void
redacted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapPersonalWindow) self = CAP_PERSONAL_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapRedactionOutcome) outcome = cap_workspace_redact_finish (CAP_WORKSPACE (source), result,
                                                                        &error);
  g_autofree char *proof = NULL;

  if (self->workspace == NULL)
    return; /* the window was destroyed meanwhile */

  g_clear_handle_id (&self->look_id, g_source_remove);
  proof = outcome != NULL ? cap_redaction_outcome_dup_proof (outcome) : NULL;
  if (!cap_work_bar_end (self->work, proof != NULL ? proof : error->message))
    return;

  set_busy (self, FALSE);
  if (outcome == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  gtk_window_present (GTK_WINDOW (cap_personal_proof_new (GTK_WINDOW (self), outcome)));
  if (outcome->problem != NULL)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, outcome->problem);
  search (self);
}

/* Returns: (transfer full) (nullable): what is chosen; %NULL when it cannot be, which is told */
static CapPersonalSwaps *
new_swaps (CapPersonalWindow *self)
{
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(GError) error = NULL;

  if (cap_personal_lists_add_chosen (self->found, self->documents, swaps, &error))
    return g_steal_pointer (&swaps);

  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);

  return NULL;
}

static void
responded_cb (CapPersonalWindow *self,
              const char        *response)
{
  CapPersonalSwaps *swaps;

  if (self->workspace == NULL || !g_str_equal (response, "remove"))
    return;

  swaps = new_swaps (self);
  if (swaps == NULL)
    return;

  cap_message_bar_hide (self->message);
  start_work (self, _("It is being taken out, of the past too…"));
  look (self);
  cap_workspace_redact_async (self->workspace, swaps, gtk_switch_get_active (self->drop_backups),
                              &self->progress, redacted_cb, g_object_ref (self));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapPersonalWindow *self = CAP_PERSONAL_WINDOW (widget);
  CapPersonalSwaps *swaps = new_swaps (self);
  GtkWidget *dialog;

  if (swaps == NULL)
    return;

  dialog = cap_personal_question_new (GTK_WINDOW (self), swaps);
  cap_personal_swaps_free (swaps);
  g_signal_connect_object (dialog, "response", G_CALLBACK (responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Five years after the last evaluation: long enough for two certificates, as a suggestion. */
static void
show_retention (CapPersonalWindow *self)
{
  const CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapEvaluation *last = cap_workspace_get_evaluation (self->workspace);
  g_autofree char *today = cap_date_dup_today ();
  g_autofree char *suggested = last != NULL ? cap_date_add_months (last->date, RETENTION_MONTHS) : NULL;
  g_autofree char *told = NULL;
  g_autofree char *advice = NULL;

  cap_date_row_set_date (self->retained, dossier->retained);
  gtk_widget_set_sensitive (GTK_WIDGET (self->retained), !cap_workspace_get_read_only (self->workspace));
  if (dossier->retained != NULL && strcmp (dossier->retained, today) < 0)
    {
      told = cap_date_format_long (dossier->retained);
      /* Translators: %s is a date */
      advice = g_strdup_printf (_("This dossier was to be kept until %s: delete its file and its backups, or"
                                  " give another date."), told);
    }
  else if (suggested != NULL)
    {
      told = cap_date_format_long (suggested);
      /* Translators: %s is a date */
      advice = g_strdup_printf (_("Five years after the last evaluation is %s. The journal keeps who"
                                  " decided."), told);
    }
  gtk_label_set_label (self->retention_advice, advice != NULL ? advice : "");
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapPersonalWindow) self = CAP_PERSONAL_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  const gboolean kept = cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    {
      if (!kept)
        cap_work_bar_tell_parent (GTK_WINDOW (self), error->message);
      return; /* the window was closed meanwhile */
    }

  if (!kept)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
  if (cap_workspace_get_dossier (self->workspace) != NULL)
    show_retention (self);
}

static void
retained_cb (CapPersonalWindow *self)
{
  const char *date = cap_date_row_get_date (self->retained);

  if (self->workspace != NULL &&
      g_strcmp0 (date, cap_workspace_get_dossier (self->workspace)->retained) != 0)
    cap_workspace_retain_async (self->workspace, date, kept_cb, g_object_ref (self));
}

static void
anonymised_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CapPersonalWindow) self = CAP_PERSONAL_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  const gboolean done = cap_workspace_anonymise_finish (CAP_WORKSPACE (source), result, &error);
  const char *told = done ? _("The anonymised copy is ready. Read it through before you give it.")
                          : error->message;

  if (self->workspace == NULL || !cap_work_bar_end (self->work, told))
    return;

  set_busy (self, FALSE);
  cap_message_bar_show (self->message, done ? CAP_MESSAGE_INFO : CAP_MESSAGE_ERROR, told);
}

static void
chosen_cb (CapPersonalWindow *self,
           int                response)
{
  g_autoptr(GFile) file = NULL;
  g_auto(GStrv) names = dup_names (self);

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  if (g_file_peek_path (file) == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                            _("The copy is written in a folder of this computer: choose one."));
      return;
    }

  start_work (self, _("The copy is being made…"));
  cap_workspace_anonymise_async (self->workspace, g_file_peek_path (file), (const char * const *) names,
                                 anonymised_cb, g_object_ref (self));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapPersonalWindow *self = CAP_PERSONAL_WINDOW (widget);
  g_autofree char *folder_path = NULL;
  g_autoptr(GFile) folder = NULL;

  if (self->chooser != NULL || cap_workspace_get_path (self->workspace) == NULL)
    return;

  folder_path = g_path_get_dirname (cap_workspace_get_path (self->workspace));
  folder = g_file_new_for_path (folder_path);
  cap_message_bar_hide (self->message);
  self->chooser = gtk_file_chooser_native_new (_("Anonymised Copy"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("Save"), _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  /* Translators: the name of a file, its extension as it is */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("Anonymised dossier.capcedre"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* A window that is closed is disposed of once no callback holds it any more, which is too late to give up. */
static void
let_go (CapPersonalWindow *self)
{
  stop_reading (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);
}

static void
cap_personal_window_dispose (GObject *object)
{
  let_go (CAP_PERSONAL_WINDOW (object));

  G_OBJECT_CLASS (cap_personal_window_parent_class)->dispose (object);
}

static void
cap_personal_window_finalize (GObject *object)
{
  g_clear_object (&CAP_PERSONAL_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (cap_personal_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapPersonalWindow, child)

static void
cap_personal_window_class_init (CapPersonalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_personal_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_personal_window_finalize;

  g_type_ensure (CAP_TYPE_DATE_ROW);
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-personal-window.ui");
  BIND (message);
  BIND (work);
  BIND (content);
  BIND (names);
  BIND (found);
  BIND (found_rest);
  BIND (nothing);
  BIND (removal);
  BIND (drop_backups);
  BIND (fields);
  BIND (documents_box);
  BIND (documents);
  BIND (documents_rest);
  BIND (encrypted);
  BIND (retained);
  BIND (retention_advice);

  gtk_widget_class_bind_template_callback (widget_class, retained_cb);

  gtk_widget_class_install_action (widget_class, "personal.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "personal.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "personal.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "personal.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

#undef BIND

static void
cap_personal_window_init (CapPersonalWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "unrealize", G_CALLBACK (let_go), NULL);
}

/**
 * cap_personal_window_new:
 * @parent: (nullable): the window of the dossier
 * @workspace: with the dossier open
 *
 * Returns: (transfer none): a window of its own, not shown yet, that is searching already
 */
GtkWidget *
cap_personal_window_new (GtkWindow    *parent,
                         CapWorkspace *workspace)
{
  CapPersonalWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_PERSONAL_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_widget_set_visible (self->encrypted, cap_workspace_is_encrypted (workspace));
  update_actions (self);
  show_retention (self);
  search (self);

  return GTK_WIDGET (self);
}
