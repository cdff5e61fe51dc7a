/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-evidence-intake.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Where the taking in stands. */
typedef struct
{
  CapWorkspace         *workspace;
  GtkWindow            *parent;   /* borrowed, or NULL once it is gone */
  GtkFileChooserNative *chooser;
  GStrv                 paths;
  GPtrArray            *contents;
} Intake;

static void
free_intake (Intake *intake)
{
  g_clear_weak_pointer (&intake->parent);
  g_clear_object (&intake->chooser);
  g_clear_object (&intake->workspace);
  g_clear_pointer (&intake->paths, g_strfreev);
  g_clear_pointer (&intake->contents, g_ptr_array_unref);
  g_free (intake);
}

static GTask *
begin (CapWorkspace        *workspace,
       GtkWindow           *parent,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Intake *intake = g_new0 (Intake, 1);

  intake->workspace = g_object_ref (workspace);
  g_set_weak_pointer (&intake->parent, parent);
  g_task_set_source_tag (task, cap_evidence_intake_finish);
  g_task_set_task_data (task, intake, (GDestroyNotify) free_intake);

  return task;
}

/* The person goes no further. */
static void
give_up (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "…");
}

static void
stripped_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *contents = cap_workspace_read_evidence_finish (CAP_WORKSPACE (source), result, &error);

  if (contents != NULL)
    g_task_return_pointer (task, contents, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
privacy_chosen_cb (GTask            *held,
                   const char       *response,
                   AdwMessageDialog *dialog)
{
  g_autoptr(GTask) task = held;
  Intake *intake = g_task_get_task_data (task);

  if (g_str_equal (response, "strip"))
    cap_workspace_read_evidence_async (intake->workspace, (const char * const *) intake->paths, TRUE, NULL,
                                       stripped_cb, g_object_ref (task));
  else if (g_str_equal (response, "keep"))
    g_task_return_pointer (task, g_steal_pointer (&intake->contents), (GDestroyNotify) g_ptr_array_unref);
  else
    give_up (task);
}

/* Takes @task. */
static void
ask_privacy (GTask *task)
{
  const Intake *intake = g_task_get_task_data (task);
  AdwMessageDialog *dialog;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (intake->parent,
                                                       _("This picture may say where it was taken"), NULL));
  adw_message_dialog_set_body (dialog,
                               _("Or by whom, or with what. An auditor does not need it, and it may be "
                                 "somebody’s home. It can be taken out of the copy that enters the dossier: "
                                 "your file stays as it is."));
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), "keep", _("Keep It"),
                                    "strip", _("Take It Out"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "strip", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "strip");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (privacy_chosen_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Intake *intake = g_task_get_task_data (task);
  GError *error = NULL;

  intake->contents = cap_workspace_read_evidence_finish (CAP_WORKSPACE (source), result, &error);
  if (intake->contents == NULL)
    g_task_return_error (task, error);
  else if (intake->parent != NULL && cap_evidence_contents_are_private (intake->contents))
    ask_privacy (g_steal_pointer (&task));
  else
    g_task_return_pointer (task, g_steal_pointer (&intake->contents), (GDestroyNotify) g_ptr_array_unref);
}

/* Takes @path. Returns: whether it is a file of this computer */
static gboolean
add_path (GPtrArray *paths,
          char      *path)
{
  if (path != NULL)
    g_ptr_array_add (paths, path);

  return path != NULL;
}

/* Takes @task and @paths, which end with NULL; @local is whether all of them are of this computer. */
static void
read_paths (GTask     *held,
            GPtrArray *paths,
            gboolean   local)
{
  g_autoptr(GTask) task = held;
  Intake *intake = g_task_get_task_data (task);
  const gboolean empty = paths->len == 0;

  g_ptr_array_add (paths, NULL);
  intake->paths = (GStrv) g_ptr_array_free (paths, FALSE);
  if (!local)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                             _("This file is not on this computer. Save it in a folder first."));
  else if (empty)
    give_up (task);
  else
    cap_workspace_read_evidence_async (intake->workspace, (const char * const *) intake->paths, FALSE, NULL,
                                       read_cb, g_object_ref (task));
}

static void
chosen_cb (GTask                *task,
           int                   response,
           GtkFileChooserNative *chooser)
{
  GPtrArray *paths = g_ptr_array_new ();
  g_autoptr(GListModel) files = NULL;
  gboolean local = TRUE;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      local = add_path (paths, g_file_get_path (file)) && local;
    }

  read_paths (task, paths, local);
}

void
cap_evidence_intake_choose_async (CapWorkspace        *workspace,
                                  GtkWindow           *parent,
                                  gboolean             several,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;
  Intake *intake;

  g_return_if_fail (CAP_IS_WORKSPACE (workspace) && GTK_IS_WINDOW (parent));

  task = begin (workspace, parent, callback, user_data);
  intake = g_task_get_task_data (task);
  intake->chooser = gtk_file_chooser_native_new (several ? _("Add Files") : _("Choose the New Version"),
                                                 parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("Add"), _("Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (intake->chooser), several);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (intake->chooser), TRUE);
  g_signal_connect_swapped (intake->chooser, "response", G_CALLBACK (chosen_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (intake->chooser));
}

void
cap_evidence_intake_take_async (CapWorkspace        *workspace,
                                GtkWindow           *parent,
                                GSList              *files,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GPtrArray *paths;
  gboolean local = TRUE;

  g_return_if_fail (CAP_IS_WORKSPACE (workspace));

  paths = g_ptr_array_new ();
  for (const GSList *at = files; at != NULL; at = at->next)
    local = add_path (paths, g_file_get_path (at->data)) && local;

  read_paths (begin (workspace, parent, callback, user_data), paths, local);
}

GPtrArray *
cap_evidence_intake_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
