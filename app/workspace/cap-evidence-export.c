/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-evidence-export.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/cap-file.h"
#include "workspace/cap-workspace-vault.h"

#define MAX_NAME 120 /* bytes: long names fail on encrypted disks */

/* A file on its way out. */
typedef struct
{
  char       *name;
  const char *root;
  GBytes     *content;
} Export;

static void
free_export (Export *export)
{
  g_clear_pointer (&export->content, g_bytes_unref);
  g_free (export->name);
  g_free (export);
}

/* Of an encrypted dossier it does not go to the disk: what is there is in memory until the session ends. */
static const char *
get_root (CapWorkspace *workspace)
{
  return cap_workspace_is_encrypted (workspace) ? g_get_user_runtime_dir () : g_get_user_cache_dir ();
}

static char *
dup_folder (const char *root)
{
  return g_build_filename (root, GETTEXT_PACKAGE, "evidence", NULL);
}

/* The name comes from a dossier that anybody may have made. */
static char *
dup_safe_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *safe = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (safe->len + 6 > MAX_NAME && strchr (at, '.') == NULL)
        break;
      if (safe->len < MAX_NAME)
        g_string_append_unichar (safe, c == '/' || c == '\\' || !g_unichar_isprint (c) ? '_' : c);
    }
  while (safe->str[0] == '.')
    g_string_erase (safe, 0, 1);
  if (safe->len == 0)
    g_string_assign (safe, "document");

  return g_string_free (safe, FALSE);
}

static char *
write_file (const Export  *export,
            GError       **error)
{
  g_autofree char *parent = dup_folder (export->root);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *folder = g_build_filename (parent, id, NULL);
  g_autofree char *path = g_build_filename (folder, export->name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (export->content, &size);

  if (!cap_file_make_folder (folder, error) ||
      !g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return NULL;

  return g_steal_pointer (&path);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = write_file (data, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
content_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  export->content = cap_workspace_read_content_finish (CAP_WORKSPACE (source), result, &error);
  if (export->content != NULL)
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

/**
 * cap_workspace_export_evidence_async:
 * @self: with a dossier open
 * @file: a version of a piece of it
 *
 * Only this person can read what is written. It is a copy: the dossier keeps
 * its own, whatever becomes of this one.
 */
void
cap_workspace_export_evidence_async (CapWorkspace          *self,
                                     const CapEvidenceFile *file,
                                     GCancellable          *cancellable,
                                     GAsyncReadyCallback    callback,
                                     gpointer               user_data)
{
  GTask *task;
  Export *export;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && file != NULL);

  export = g_new0 (Export, 1);
  export->name = dup_safe_name (file->name);
  export->root = get_root (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_export_evidence_async);
  g_task_set_task_data (task, export, (GDestroyNotify) free_export);
  cap_workspace_read_content_async (self, file->sha256, cancellable, content_read_cb, task);
}

char *
cap_workspace_export_evidence_finish (CapWorkspace  *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Folders of the form of a UUID, and the files right in them: nothing else is ours. */
static void
remove_export (const char *folder)
{
  g_autoptr(GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
forget_exports_in (const char *root)
{
  g_autofree char *parent = dup_folder (root);
  g_autoptr(GDir) folders = g_dir_open (parent, 0, NULL);
  const char *name;

  while (folders != NULL && (name = g_dir_read_name (folders)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);

      if (g_uuid_string_is_valid (name))
        remove_export (folder);
    }
}

static gpointer
forget_in_thread (gpointer data)
{
  forget_exports_in (g_get_user_cache_dir ());
  forget_exports_in (g_get_user_runtime_dir ());

  return NULL;
}

void
cap_evidence_forget_exports (void)
{
  g_thread_unref (g_thread_new ("forget-exports", forget_in_thread, NULL));
}
