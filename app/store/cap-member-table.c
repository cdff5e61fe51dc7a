/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-member-table.h"

#include "store/cap-store-error-private.h"

enum
{
  COL_NAME, COL_SIRET, COL_KINDS, COL_REGION, COL_DEPARTMENT, COL_STAFF, COL_PARTICIPANTS, COL_FTE_HUNDREDTHS,
  COL_SITES, COL_SECONDMENT,
};

/* Codes hold no comma; "" is no kind at all, not one empty kind. */
static GStrv
split_kinds (const char *text)
{
  return *text != '\0' ? g_strsplit (text, ",", -1) : g_new0 (char *, 1);
}

static CapMember *
member_from_row (CapStmt *stmt)
{
  g_autofree char *name = cap_stmt_dup_text (stmt, COL_NAME);
  g_autofree char *kinds = cap_stmt_dup_text (stmt, COL_KINDS);
  CapMember *member = cap_member_new (name);

  g_strfreev (member->kinds);
  member->kinds = split_kinds (kinds);
  member->siret = cap_stmt_dup_text (stmt, COL_SIRET);
  member->region = cap_stmt_dup_text (stmt, COL_REGION);
  member->department = cap_stmt_dup_text (stmt, COL_DEPARTMENT);
  member->staff = cap_stmt_get_natural (stmt, COL_STAFF);
  member->participants = cap_stmt_get_natural (stmt, COL_PARTICIPANTS);
  member->fte_hundredths = cap_stmt_get_natural (stmt, COL_FTE_HUNDREDTHS);
  member->sites = cap_stmt_get_natural (stmt, COL_SITES);
  member->secondment = cap_stmt_get_int (stmt, COL_SECONDMENT) != 0;

  return member;
}

/**
 * cap_member_table_get:
 *
 * Returns: (transfer full) (nullable): the member; its absence is an error
 */
CapMember *
cap_member_table_get (CapDb   *db,
                      GError **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "SELECT name, siret, kinds, region, department, staff, participants, fte_hundredths,"
                         " sites, secondment FROM member", error);
  if (stmt == NULL)
    return NULL;

  switch (cap_stmt_step (stmt, error))
    {
    case CAP_STEP_ROW:
      return member_from_row (stmt);

    case CAP_STEP_DONE:
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, "member");
      return NULL;

    case CAP_STEP_ERROR:
    default:
      return NULL;
    }
}

gboolean
cap_member_table_put (CapDb            *db,
                      const CapMember  *member,
                      GError          **error)
{
  g_autofree char *kinds = g_strjoinv (",", member->kinds);
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO member (id, name, siret, kinds, region, department, staff,"
                         " participants, fte_hundredths, sites, secondment)"
                         " VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
                         " ON CONFLICT (id) DO UPDATE SET name = ?1, siret = ?2, kinds = ?3, region = ?4,"
                         " department = ?5, staff = ?6, participants = ?7, fte_hundredths = ?8, sites = ?9,"
                         " secondment = ?10", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, member->name);
  cap_stmt_bind_text (stmt, 2, member->siret);
  cap_stmt_bind_text (stmt, 3, kinds);
  cap_stmt_bind_text (stmt, 4, member->region);
  cap_stmt_bind_text (stmt, 5, member->department);
  cap_stmt_bind_natural (stmt, 6, member->staff);
  cap_stmt_bind_natural (stmt, 7, member->participants);
  cap_stmt_bind_natural (stmt, 8, member->fte_hundredths);
  cap_stmt_bind_natural (stmt, 9, member->sites);
  cap_stmt_bind_int (stmt, 10, member->secondment ? 1 : 0);

  return cap_stmt_run (stmt, error);
}
