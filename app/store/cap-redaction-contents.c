/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-redaction-contents.h"

#include <string.h>

#include "model/cap-evidence.h"
#include "store/cap-content-text.h"

typedef struct
{
  CapDb                  *db;
  const CapRedactionText *text;
  const CapPersonalSwaps *swaps;
  CapRedactionOutcome    *outcome;
  GHashTable             *digests; /* SHA-256 as it was → CapNewContent */
} Contents;

static void
free_new_content (CapNewContent *content)
{
  g_free (content->sha256);
  g_free (content);
}

static gboolean
put_content (Contents    *self,
             const char  *sha256,
             GBytes      *now,
             GError     **error)
{
  g_autoptr(CapStmt) put = cap_db_prepare (self->db, "INSERT INTO content (sha256, data) VALUES (?1, ?2)"
                                                          " ON CONFLICT DO NOTHING", error);
  g_autoptr(CapStmt) drop = cap_db_prepare (self->db, "DELETE FROM content WHERE sha256 = ?1",
                                            put != NULL ? error : NULL);
  CapNewContent *content = g_hash_table_lookup (self->digests, sha256);

  if (put == NULL || drop == NULL)
    return FALSE;

  g_free (content->sha256);
  content->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, now);
  content->size = (gint64) g_bytes_get_size (now);
  cap_stmt_bind_text (drop, 1, sha256);
  cap_stmt_bind_text (put, 1, content->sha256);
  cap_stmt_bind_blob (put, 2, now);

  return cap_stmt_run (drop, error) && cap_stmt_run (put, error);
}

/* The line of the piece stays, and so does its file by its name: what it held says that it is gone. */
static gboolean
remove_content (Contents    *self,
                const char  *sha256,
                GError     **error)
{
  g_autoptr(GBytes) now = g_bytes_new_static (CAP_EVIDENCE_REMOVED_TEXT, strlen (CAP_EVIDENCE_REMOVED_TEXT));

  self->outcome->n_now++;
  self->outcome->n_documents++;

  return put_content (self, sha256, now, error);
}

static gboolean
rewrite_content (Contents    *self,
                 const char  *sha256,
                 GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (self->db, "SELECT data FROM content WHERE sha256 = ?1",
                                            error);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) now = NULL;
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  CapNewContent *entry = g_new0 (CapNewContent, 1);
  CapContentText how;
  guint n = 0;

  entry->sha256 = g_strdup (sha256);
  g_hash_table_insert (self->digests, g_strdup (sha256), entry);
  if (stmt == NULL)
    return FALSE;

  if (cap_personal_swaps_has_document (self->swaps, sha256))
    return remove_content (self, sha256, error);

  cap_stmt_bind_text (stmt, 1, sha256);
  if (cap_stmt_step (stmt, error) != CAP_STEP_ROW)
    return FALSE;

  content = cap_stmt_dup_bytes (stmt, 0);
  g_clear_pointer (&stmt, cap_stmt_release);
  entry->size = (gint64) g_bytes_get_size (content);
  text = cap_content_text_read (content, &how);
  changed = text != NULL ? cap_redaction_text_apply (self->text, text, &n) : NULL;
  if (changed == NULL)
    return TRUE;

  self->outcome->n_now += n;
  self->outcome->n_contents++;
  now = cap_content_text_write (changed, how);

  return put_content (self, sha256, now, error);
}

/**
 * cap_redaction_contents_rewrite:
 * @text: what becomes of texts
 * @swaps: which files go as a whole
 * @outcome: its numbers are raised
 *
 * Writes the files again, not the rows that say which they are.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 CapNewContent): what each content is now, by its
 * SHA-256 as it was
 */
GHashTable *
cap_redaction_contents_rewrite (CapDb                   *db,
                                const CapRedactionText  *text,
                                const CapPersonalSwaps  *swaps,
                                CapRedactionOutcome     *outcome,
                                GError                 **error)
{
  g_autoptr(GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) free_new_content);
  g_autoptr(GPtrArray) list = cap_db_list_texts (db, "SELECT sha256 FROM content ORDER BY sha256", error);
  Contents self = { db, text, swaps, outcome, digests };

  if (list == NULL)
    return NULL;

  for (guint i = 0; i < list->len; i++)
    {
      if (!rewrite_content (&self, g_ptr_array_index (list, i), error))
        return NULL;
    }

  return g_steal_pointer (&digests);
}
