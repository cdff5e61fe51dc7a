/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-content-table.h"

#include <glib/gi18n.h>

#include "store/cap-store-error-private.h"

enum { COL_SHA256, COL_DATA };

/**
 * cap_content_table_put:
 * @sha256: of @content
 *
 * Keeps the content of a file, once however often it comes.
 *
 * Returns: whether it is there; to be called inside a transaction
 */
gboolean
cap_content_table_put (CapDb       *db,
                       const char  *sha256,
                       GBytes      *content,
                       GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO content (sha256, data) VALUES (?1, ?2) ON CONFLICT DO NOTHING", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, sha256);
  cap_stmt_bind_blob (stmt, 2, content);

  return cap_stmt_run (stmt, error);
}

/* Returns: (transfer full) (nullable): the content; not having it is an error */
GBytes *
cap_content_table_get (CapDb       *db,
                       const char  *sha256,
                       GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT sha256, data FROM content WHERE sha256 = ?1", error);
  g_autoptr(GBytes) content = NULL;
  g_autofree char *found = NULL;

  if (stmt == NULL)
    return NULL;

  cap_stmt_bind_text (stmt, 1, sha256);
  switch (cap_stmt_step (stmt, error))
    {
    case CAP_STEP_ROW:
      content = cap_stmt_dup_bytes (stmt, COL_DATA);
      found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      if (g_str_equal (found, sha256))
        return g_steal_pointer (&content);
      G_GNUC_FALLTHROUGH;

    case CAP_STEP_DONE:
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, "content");
      return NULL;

    case CAP_STEP_ERROR:
    default:
      return NULL;
    }
}

static gboolean
check_digests (CapDb      *db,
               GPtrArray  *faults,
               GError    **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT sha256, data FROM content ORDER BY sha256", error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autoptr(GBytes) content = cap_stmt_dup_bytes (stmt, COL_DATA);
      g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

      if (g_strcmp0 (found, cap_stmt_get_text (stmt, COL_SHA256)) != 0)
        g_ptr_array_add (faults, g_strdup_printf (_("The file of SHA-256 %.12s… was altered"),
                                                  cap_stmt_get_text (stmt, COL_SHA256)));
    }

  return step == CAP_STEP_DONE;
}

static gboolean
check_presence (CapDb      *db,
                GPtrArray  *faults,
                GError    **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT name FROM evidence_file AS file WHERE NOT EXISTS"
                         " (SELECT 1 FROM content WHERE content.sha256 = file.sha256) ORDER BY name", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (faults, g_strdup_printf (_("The content of “%s” is not there"),
                                              cap_stmt_get_text (stmt, 0)));

  return step == CAP_STEP_DONE;
}

/* Adds to @faults a sentence for each file that was altered or is missing. */
gboolean
cap_content_table_check (CapDb      *db,
                         GPtrArray  *faults,
                         GError    **error)
{
  return check_digests (db, faults, error) && check_presence (db, faults, error);
}
