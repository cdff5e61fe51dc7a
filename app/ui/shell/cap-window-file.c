/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-window-private.h"

#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/cap-text.h"
#include "ui/widgets/cap-unlock-window.h"
#include "workspace/cap-repair.h"
#include "workspace/cap-workspace-past.h"
#include "workspace/cap-workspace-vault.h"

/* What a window does with the file of its dossier: opening it, settling a
 * conflict, closing it. Failures are told where the user is looking. */

static void start_opening (CapWindow   *self,
                           CapOpenMode  mode);
static void start_opening_past (CapWindow *self);

static void
back_to_start (CapWindow  *self,
               const char *message)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->past_name, g_free);
  gtk_stack_set_visible_child_name (self->stack, "start");

  if (message != NULL)
    cap_welcome_page_show_error (self->welcome, message);
}

static void
locked_responded_cb (CapWindow  *self,
                     const char *response)
{
  if (g_str_equal (response, "read"))
    start_opening (self, CAP_OPEN_READ_ONLY);
  else if (g_str_equal (response, "take-over"))
    start_opening (self, CAP_OPEN_TAKE_OVER);
  else
    back_to_start (self, NULL);
}

static void
ask_about_lock (CapWindow  *self,
                const char *who)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("This dossier is already open"), who);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("Cancel"),
                                    "take-over", _("Take Over"),
                                    "read", _("Read Only"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take-over",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "read");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (locked_responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapWindow) self = CAP_WINDOW (user_data);
  CapVaultKey *key = NULL;

  if (!cap_unlock_window_ask_finish (result, &key, NULL))
    {
      if (gtk_widget_get_realized (GTK_WIDGET (self)) && self->file != NULL)
        back_to_start (self, NULL); /* unless this window was closed meanwhile */
      return;
    }

  if (self->keys == NULL)
    self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_vault_key_unref);
  if (key != NULL)
    g_ptr_array_add (self->keys, key);
  if (self->file != NULL && self->past_name != NULL)
    start_opening_past (self);
  else if (self->file != NULL)
    start_opening (self, self->mode);
}

static void
ask_for_passphrase (CapWindow *self)
{
  cap_unlock_window_ask_async (GTK_WINDOW (self), g_file_peek_path (self->file), NULL, self->cancellable,
                               unlocked_cb, g_object_ref (self));
}

/* What can be saved of it is read with the same key. */
static void
show_damaged (CapWindow  *self,
              const char *reason)
{
  g_autofree char *path = g_file_get_path (self->file);

  g_clear_object (&self->file);
  gtk_stack_set_visible_child_name (self->stack, "start");
  cap_welcome_page_show_damaged (self->welcome, path, reason);
}

static void
take_opening_error (CapWindow    *self,
                    const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (cap_workspace_error_is_encrypted (error) && self->file != NULL)
    {
      ask_for_passphrase (self);
      return;
    }

  if (cap_workspace_error_is_locked (error))
    ask_about_lock (self, error->message);
  else if (cap_repair_is_for (error) && self->file != NULL &&
           cap_workspace_get_moment (self->workspace) == NULL)
    show_damaged (self, error->message);
  else
    back_to_start (self, error->message);
}

/* Reading a framework and building the first screens takes twice the memory that they keep: once they are
 * shown, the rest goes back to the system. */
static void
give_memory_back_cb (gpointer user_data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

/* Not in a dossier that somebody else is working in: that one is reminded. Nor in an auditor’s copy. */
static void
remind (CapWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *today = NULL;

  /* Nor of one that is encrypted: what is told there, the desktop keeps. */
  if (application == NULL || cap_workspace_get_read_only (self->workspace) ||
      cap_workspace_is_encrypted (self->workspace) ||
      cap_workspace_get_audited (self->workspace) != NULL)
    return;

  today = cap_workspace_dup_today (self->workspace);
  cap_application_remind (CAP_APPLICATION (application), cap_workspace_get_dossier (self->workspace),
                          cap_workspace_get_path (self->workspace), today);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapWindow) self = CAP_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_open_finish (CAP_WORKSPACE (source), result, &error))
    {
      take_opening_error (self, error);
      return;
    }

  g_clear_pointer (&self->keys, g_ptr_array_unref); /* the open dossier holds what it needs */
  cap_window_note_recent (self);
  cap_window_look_for_siblings (self);
  remind (self);
  g_timeout_add_once (1000, give_memory_back_cb, NULL);
}

static void
show_opening (CapWindow *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *text = NULL;

  /* Translators: name of a file */
  text = g_strdup_printf (_("Opening “%s”…"), name);
  gtk_label_set_text (self->opening_label, text);
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

static void
start_opening (CapWindow   *self,
               CapOpenMode  mode)
{
  self->mode = mode;
  g_clear_pointer (&self->past_name, g_free);
  show_opening (self);
  cap_workspace_open_async (self->workspace, g_file_peek_path (self->file), mode, self->cancellable,
                            opened_cb, g_object_ref (self));
}

static void
demo_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(CapWindow) self = CAP_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_open_demo_finish (CAP_WORKSPACE (source), result, &error))
    cap_window_note_recent (self);
  else
    take_opening_error (self, error);
}

static void
conflict_resolved_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(CapWindow) self = CAP_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = cap_workspace_resolve_conflict_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (path == NULL || path[0] == '\0')
    return; /* said by the save state */

  name = g_path_get_basename (path);
  /* Translators: name of a file */
  text = g_strdup_printf (_("Both are kept: yours is now “%s”"), name);
  cap_window_toast (self, text, NULL, NULL);
  g_clear_object (&self->file);
  self->file = g_file_new_for_path (cap_workspace_get_path (self->workspace));
}

void
cap_window_resolve_conflict (CapWindow         *self,
                             CapConflictChoice  choice)
{
  cap_workspace_resolve_conflict_async (self->workspace, choice, conflict_resolved_cb, g_object_ref (self));
}

/* Closing */

static void
close_now (CapWindow *self)
{
  self->closed = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
unsaved_responded_cb (CapWindow  *self,
                      const char *response)
{
  if (g_str_equal (response, "close"))
    close_now (self);
}

static void
ask_about_unsaved (CapWindow  *self,
                   const char *why)
{
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  /* Translators: a sentence that says why the file cannot be written */
  body = g_strdup_printf (_("%s\n\nNothing is lost: your answers are kept on this computer, "
                            "and come back when you open the dossier again."), why);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The file is not up to date"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "stay", _("Stay"),
                                    "close", _("Close Anyway"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (unsaved_responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapWindow) self = CAP_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  self->closing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);

  if (cap_workspace_close_finish (CAP_WORKSPACE (source), result, &error))
    close_now (self);
  else
    ask_about_unsaved (self, error->message);
}

/**
 * cap_window_close_dossier:
 *
 * Saves and closes the dossier, if one is open, then closes the window.
 *
 * Returns: whether the window may go now
 */
gboolean
cap_window_close_dossier (CapWindow *self)
{
  if (self->closed || cap_workspace_get_dossier (self->workspace) == NULL)
    return TRUE;

  if (self->closing)
    return FALSE;

  self->closing = TRUE;
  cap_journey_flush (self->journey);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  cap_workspace_close_async (self->workspace, closed_cb, g_object_ref (self));

  return FALSE;
}

/**
 * cap_window_is_free:
 *
 * Returns: whether a dossier can be opened in this window
 */
gboolean
cap_window_is_free (CapWindow *self)
{
  g_return_val_if_fail (CAP_IS_WINDOW (self), FALSE);

  return self->file == NULL && cap_workspace_get_dossier (self->workspace) == NULL;
}

gboolean
cap_window_has_file (CapWindow *self,
                     GFile     *file)
{
  g_return_val_if_fail (CAP_IS_WINDOW (self) && G_IS_FILE (file), FALSE);

  return self->file != NULL && cap_workspace_get_moment (self->workspace) == NULL &&
         g_file_equal (self->file, file);
}

/**
 * cap_window_open:
 * @file: a dossier on this computer
 *
 * Opens a dossier in a free window. A failure is said on the start page.
 */
void
cap_window_open (CapWindow *self,
                 GFile     *file)
{
  g_return_if_fail (cap_window_is_free (self));
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    {
      back_to_start (self, _("This place is not a folder of this computer. Copy the dossier first."));
      return;
    }

  self->file = g_object_ref (file);
  start_opening (self, CAP_OPEN_NORMAL);
}

static void
start_opening_past (CapWindow *self)
{
  show_opening (self);
  cap_workspace_open_past_async (self->workspace, g_file_peek_path (self->file), self->past, self->past_name,
                                 self->cancellable, opened_cb, g_object_ref (self));
}

/**
 * cap_window_open_past:
 * @path: a dossier
 * @sequence: rank of a line of its journal; 0 for the file as it is: a backup
 * @name: what that moment is called
 *
 * Opens a moment in a free window, to be read.
 */
void
cap_window_open_past (CapWindow  *self,
                      const char *path,
                      gint64      sequence,
                      const char *name)
{
  g_return_if_fail (cap_window_is_free (self));

  self->file = g_file_new_for_path (path);
  self->past = sequence;
  cap_set_string (&self->past_name, name);
  start_opening_past (self);
}

/**
 * cap_window_open_demo:
 * @file: where nothing is yet
 *
 * Writes the demonstration dossier and opens it in a free window.
 */
void
cap_window_open_demo (CapWindow *self,
                      GFile     *file)
{
  g_return_if_fail (cap_window_is_free (self));
  g_return_if_fail (G_IS_FILE (file));

  self->file = g_object_ref (file);
  show_opening (self);
  cap_workspace_open_demo_async (self->workspace, g_file_peek_path (file), self->cancellable,
                                 demo_opened_cb, g_object_ref (self));
}
