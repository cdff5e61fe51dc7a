/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-salvage-private.h"

#include <glib/gi18n.h>

#include "store/cap-changeset.h"
#include "store/cap-history.h"
#include "store/cap-member-table.h"
#include "store/cap-snapshot.h"
#include "store/cap-store-error-private.h"

/* The last step: the dossier opens, and its check has nothing to say. What that takes is one gesture. */

enum { COL_SHA256, COL_DATA };

/* Contents that their hash does not prove; no gesture records contents. */
static gboolean
drop_altered_contents (CapSalvage  *self,
                       GError     **error)
{
  g_autoptr(GPtrArray) altered = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CapStmt) stmt = cap_db_prepare (self->db, "SELECT sha256, data FROM content", error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autoptr(GBytes) content = cap_stmt_dup_bytes (stmt, COL_DATA);
      g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

      if (g_strcmp0 (found, cap_stmt_get_text (stmt, COL_SHA256)) != 0)
        g_ptr_array_add (altered, cap_stmt_dup_text (stmt, COL_SHA256));
    }

  for (guint i = 0; i < altered->len; i++)
    {
      g_autoptr(CapStmt) drop = cap_db_prepare (self->db, "DELETE FROM content WHERE sha256 = ?1", error);

      if (drop == NULL)
        return FALSE;
      cap_stmt_bind_text (drop, 1, g_ptr_array_index (altered, i));
      if (!cap_stmt_run (drop, error))
        return FALSE;
    }
  if (altered->len > 0)
    cap_salvage_note_dropped (self, "content", altered->len);

  return step == CAP_STEP_DONE;
}

#define WITHOUT_CONTENT " FROM evidence_file WHERE sha256 NOT IN (SELECT sha256 FROM content)"

/* A version whose content is lost is told by its name. */
static gboolean
drop_empty_files (CapSalvage  *self,
                  GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (self->db, "SELECT name" WITHOUT_CONTENT " ORDER BY name", error);
  guint n = 0;
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      /* Translators: %s is the name of a file */
      g_autofree char *name = g_strdup_printf (_("File “%s”"), cap_stmt_get_text (stmt, 0));

      cap_salvage_report_add_missing (self->report, name);
      n++;
    }
  if (n > 0)
    cap_salvage_note_dropped (self, "evidence_file", n);

  return step == CAP_STEP_DONE && cap_db_exec (self->db, "DELETE" WITHOUT_CONTENT, error);
}

static gboolean
put_member (CapSalvage  *self,
            GError     **error)
{
  g_autoptr(CapMember) member = NULL;
  gint64 n = 0;

  if (!cap_db_get_int (self->db, "SELECT count (*) FROM member", &n, error))
    return FALSE;
  if (n > 0)
    return TRUE;

  cap_salvage_note (self, g_strdup (_("The name and the profile of the structure are lost: please enter them"
                                      " again")));
  member = cap_member_new (_("Structure found again"));

  return cap_member_table_put (self->db, member, error);
}

#define OF_ANSWER " evaluation_id = ?1 AND criterion = ?2"

/* An answer to a criterion that its framework does not have was misread; one that is empty may be older. */
static gboolean
drop_strange_answers (CapSalvage           *self,
                      const CapEvaluation  *evaluation,
                      GError              **error)
{
  GHashTableIter iter;
  const char *criterion;
  const CapAnswer *answer;

  g_hash_table_iter_init (&iter, evaluation->answers);
  while (g_hash_table_iter_next (&iter, (gpointer *) &criterion, (gpointer *) &answer))
    {
      g_autoptr(CapStmt) links = NULL;
      g_autoptr(CapStmt) stmt = NULL;

      if (cap_answer_is_empty (answer) ||
          cap_framework_find_criterion (evaluation->framework, criterion) != NULL)
        continue;

      links = cap_db_prepare (self->db, "DELETE FROM answer_evidence WHERE" OF_ANSWER, error);
      stmt = cap_db_prepare (self->db, "DELETE FROM answer WHERE" OF_ANSWER, error);
      if (links == NULL || stmt == NULL)
        return FALSE;

      cap_stmt_bind_text (links, 1, evaluation->id);
      cap_stmt_bind_text (links, 2, criterion);
      cap_stmt_bind_text (stmt, 1, evaluation->id);
      cap_stmt_bind_text (stmt, 2, criterion);
      if (!cap_stmt_run (links, error) || !cap_stmt_run (stmt, error))
        return FALSE;
      cap_salvage_note_dropped (self, "answer", 1);
    }

  return TRUE;
}

static CapDossier *
read_dossier (CapSalvage  *self,
              GError     **error)
{
  g_autoptr(GHashTable) frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify) cap_framework_unref);

  return cap_snapshot_read (self->db, frameworks, self->reader, error);
}

/* What a structure changed of its framework may be what does not read any more. */
static gboolean
drop_adaptations (CapSalvage  *self,
                  GError     **error)
{
  cap_salvage_note (self, g_strdup (_("What the structure had changed of the framework for itself is lost")));

  return cap_db_exec (self->db, "UPDATE evaluation SET adaptation = NULL", error);
}

static gboolean
make_readable (CapSalvage  *self,
               GError     **error)
{
  g_autoptr(CapDossier) dossier = read_dossier (self, NULL);

  if (dossier == NULL && !drop_adaptations (self, error))
    return FALSE;
  if (dossier == NULL)
    dossier = read_dossier (self, error);

  for (guint i = 0; dossier != NULL && i < dossier->evaluations->len; i++)
    {
      if (!drop_strange_answers (self, g_ptr_array_index (dossier->evaluations, i), error))
        return FALSE;
    }

  return dossier != NULL;
}

static gboolean
note_gesture (CapSalvage  *self,
              GBytes      *changeset,
              GError     **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_SALVAGE, shown);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);

  /* In a new journal it is the first line: there is nothing before it. */
  if (!self->report->journal_kept)
    return cap_history_note (self->db, command, nothing, NULL, error);

  return g_bytes_get_size (changeset) == 0 ||
         cap_history_note (self->db, command, changeset, NULL, error);
}

/**
 * cap_salvage_mend_whole:
 *
 * Takes out or fills in what would keep the dossier from being opened or found sound, and writes the line of
 * the journal that says where it comes from.
 */
gboolean
cap_salvage_mend_whole (CapSalvage  *self,
                        GError     **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (self->db, error);
  g_autoptr(CapRecording) recording = NULL;
  g_autoptr(GBytes) changeset = NULL;

  recording = transaction != NULL ? cap_recording_start (self->db, error) : NULL;
  if (recording == NULL ||
      !drop_altered_contents (self, error) || !drop_empty_files (self, error) ||
      !put_member (self, error) || !make_readable (self, error))
    return FALSE;

  changeset = cap_recording_finish (recording, error);

  return changeset != NULL && note_gesture (self, changeset, error) &&
         cap_transaction_commit (transaction, error);
}
