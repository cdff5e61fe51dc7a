/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-evidence-import.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"

/* What the thread reads. */
typedef struct
{
  GStrv    paths;
  gboolean strip;
} Job;

static void
free_job (Job *job)
{
  g_strfreev (job->paths);
  g_free (job);
}

static CapEvidenceContent *
read_one (const char  *path,
          gboolean     strip,
          GError     **error)
{
  g_autoptr(CapEvidenceContent) content = cap_evidence_content_read (path, error);
  g_autofree char *name = NULL;

  if (content != NULL && (!strip || cap_evidence_content_strip (content, error)))
    return g_steal_pointer (&content);

  name = g_filename_display_basename (path);
  /* Translators: the name of a file; what is wrong with it */
  g_prefix_error (error, _("%s: "), name);

  return NULL;
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_evidence_content_free);
  const Job *job = data;
  GError *error = NULL;

  for (guint i = 0; job->paths[i] != NULL; i++)
    {
      CapEvidenceContent *content = read_one (job->paths[i], job->strip, &error);

      if (content == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (contents, content);
    }

  g_task_return_pointer (task, g_steal_pointer (&contents), (GDestroyNotify) g_ptr_array_unref);
}

void
cap_workspace_read_evidence_async (CapWorkspace        *self,
                                   const char * const  *paths,
                                   gboolean             strip,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && paths != NULL);

  job = g_new0 (Job, 1);
  job->paths = g_strdupv ((GStrv) paths);
  job->strip = strip;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_read_evidence_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, read_in_thread);
}

GPtrArray *
cap_workspace_read_evidence_finish (CapWorkspace  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
cap_evidence_contents_are_private (const GPtrArray *contents)
{
  g_return_val_if_fail (contents != NULL, FALSE);

  for (guint i = 0; i < contents->len; i++)
    if (((CapEvidenceContent *) g_ptr_array_index (contents, i))->is_private)
      return TRUE;

  return FALSE;
}

/* The piece, not taken out, whose version that holds is this very content. */
static const CapEvidence *
find_same (const GPtrArray *pieces,
           const char      *sha256)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (pieces, i);
      const CapEvidenceFile *file = cap_evidence_get_file (piece);

      if (piece->removed == NULL && file != NULL && g_str_equal (file->sha256, sha256))
        return piece;
    }

  return NULL;
}

static void
add_version (CapEvidence              *piece,
             const CapEvidenceContent *content,
             const char               *today)
{
  cap_evidence_add_file (piece, content->sha256, (gint64) g_bytes_get_size (content->bytes), content->name,
                         content->media_type, today);
}

static CapEvidence *
new_piece (const CapEvidenceContent *content,
           const char               *today)
{
  g_autofree char *title = cap_evidence_content_dup_title (content);
  CapEvidence *piece = cap_evidence_new (NULL, title, NULL, NULL);

  add_version (piece, content, today);

  return piece;
}

/**
 * cap_evidence_list_new:
 * @contents: (element-type CapEvidenceContent): files that were read
 * @today: ISO 8601
 *
 * Returns: (transfer full) (element-type CapEvidence): a piece for each, as it
 *   is in @dossier when that has it already; the same file given twice is one piece
 */
GPtrArray *
cap_evidence_list_new (const CapDossier *dossier,
                       const GPtrArray  *contents,
                       const char       *today)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_evidence_free);

  g_return_val_if_fail (dossier != NULL && contents != NULL && today != NULL, pieces);

  for (guint i = 0; i < contents->len; i++)
    {
      const CapEvidenceContent *content = g_ptr_array_index (contents, i);
      const CapEvidence *same = find_same (dossier->evidence, content->sha256);

      if (find_same (pieces, content->sha256) != NULL)
        continue;

      g_ptr_array_add (pieces, same != NULL ? cap_evidence_copy (same) : new_piece (content, today));
    }

  return pieces;
}

void
cap_evidence_put_contents (CapCommand      *command,
                           const GPtrArray *contents)
{
  g_return_if_fail (command != NULL && contents != NULL);

  for (guint i = 0; i < contents->len; i++)
    {
      const CapEvidenceContent *content = g_ptr_array_index (contents, i);

      cap_command_put_content (command, content->sha256, content->bytes);
    }
}

/**
 * cap_evidence_add_command:
 * @contents: (element-type CapEvidenceContent): at least one
 * @today: ISO 8601
 * @target: (nullable): what is served: see CapPlace
 *
 * Returns: (transfer full): the gesture
 */
CapCommand *
cap_evidence_add_command (const CapDossier *dossier,
                          const GPtrArray  *contents,
                          const char       *today,
                          CapPlace          place,
                          const char       *target)
{
  g_autoptr(GPtrArray) pieces = cap_evidence_list_new (dossier, contents, today);
  const CapEvidence *first;
  CapCommand *command;

  g_return_val_if_fail (pieces->len > 0, NULL);

  first = g_ptr_array_index (pieces, 0);
  command = cap_command_new (CAP_GESTURE_PIECE, first->title);
  cap_evidence_put_contents (command, contents);
  for (guint i = 0; i < pieces->len; i++)
    {
      CapEvidence *piece = g_ptr_array_index (pieces, i);

      if (target != NULL)
        cap_evidence_add_link (piece, place, target);
      cap_command_put_evidence (command, piece);
    }

  return command;
}

/**
 * cap_evidence_renew_command:
 * @piece: a piece of the dossier
 * @content: its new version
 * @today: ISO 8601
 *
 * The date was that of the version before. The last day stays until somebody
 * writes another: better one that is over than one that nobody thinks of.
 *
 * Returns: (transfer full) (nullable): the gesture; %NULL when it is the same file
 */
CapCommand *
cap_evidence_renew_command (const CapEvidence  *piece,
                            CapEvidenceContent *content,
                            const char         *today)
{
  g_autoptr(CapEvidence) renewed = NULL;
  const CapEvidenceFile *file;
  CapCommand *command;

  g_return_val_if_fail (piece != NULL && content != NULL && today != NULL, NULL);

  file = cap_evidence_get_file (piece);
  if (file != NULL && g_str_equal (file->sha256, content->sha256))
    return NULL;

  renewed = cap_evidence_copy (piece);
  add_version (renewed, content, today);
  cap_set_string (&renewed->date, NULL);
  command = cap_command_new (CAP_GESTURE_PIECE, piece->title);
  cap_command_put_content (command, content->sha256, content->bytes);
  cap_command_put_evidence (command, renewed);

  return command;
}
