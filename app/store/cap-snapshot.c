/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-snapshot.h"

#include "store/cap-action-table.h"
#include "store/cap-evaluation-table.h"
#include "store/cap-evidence-table.h"
#include "store/cap-framework-table.h"
#include "store/cap-gesture-table.h"
#include "store/cap-indicator-table.h"
#include "store/cap-member-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-retention.h"
#include "store/cap-plan-notes-table.h"
#include "store/cap-record-table.h"
#include "store/cap-store-error-private.h"

typedef struct
{
  CapDb              *db;
  GHashTable         *frameworks;
  CapFrameworkReader  reader;
} Source;

/* Each text is read once for each opening of a dossier. */
static CapFramework *
find_framework (const char  *sha256,
                const char  *adaptation,
                gpointer     user_data,
                GError     **error)
{
  Source *source = user_data;
  g_autofree char *key = g_strconcat (sha256, adaptation, NULL);
  CapFramework *framework = g_hash_table_lookup (source->frameworks, key);
  g_autoptr(CapFramework) read = NULL;
  g_autoptr(GBytes) text = NULL;

  if (framework != NULL)
    return framework;

  text = cap_framework_table_get_source (source->db, sha256, error);
  if (text == NULL)
    return NULL;

  read = source->reader (text, adaptation, error);
  if (read == NULL)
    return NULL;

  if (!g_str_equal (read->sha256, sha256))
    {
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, "framework");
      return NULL;
    }

  framework = read;
  g_hash_table_insert (source->frameworks, g_steal_pointer (&key), g_steal_pointer (&read));

  return framework;
}

static gboolean
load_meta (CapDb       *db,
           CapDossier  *dossier,
           GError     **error)
{
  g_autofree char *revision = cap_meta_table_get (db, CAP_META_REVISION, error);

  if (revision == NULL || !cap_meta_table_find (db, CAP_META_AUDITED, &dossier->audited, error) ||
      !cap_retention_find (db, &dossier->retained, error))
    return FALSE;

  dossier->revision = (guint) CLAMP (g_ascii_strtoll (revision, NULL, 10), 0, G_MAXINT);

  return TRUE;
}

static gboolean
load_registers (CapDb       *db,
                CapDossier  *dossier,
                GError     **error)
{
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      if (!cap_record_table_load (db, kind, dossier->registers[kind], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_labels (CapDb       *db,
             CapDossier  *dossier,
             GError     **error)
{
  g_auto(CapGestureRow) undoable = { 0 };
  g_auto(CapGestureRow) redoable = { 0 };

  if (!cap_gesture_table_find_undoable (db, &undoable, error) ||
      !cap_gesture_table_find_redoable (db, &redoable, error))
    return FALSE;

  dossier->undo_label = cap_gesture_row_dup_label (&undoable);
  dossier->redo_label = cap_gesture_row_dup_label (&redoable);

  return TRUE;
}

/**
 * cap_snapshot_read:
 * @db: a dossier at the latest version
 * @frameworks: sha256 and adaptation → CapFramework, those that were read already; grows
 * @reader: reads the others
 *
 * Returns: (transfer full) (nullable): all that the dossier holds now
 */
CapDossier *
cap_snapshot_read (CapDb               *db,
                   GHashTable          *frameworks,
                   CapFrameworkReader   reader,
                   GError             **error)
{
  Source source = { db, frameworks, reader };
  g_autofree char *id = cap_meta_table_get (db, CAP_META_ID, error);
  g_autoptr(CapDossier) dossier = NULL;
  CapMember *member;

  if (id == NULL)
    return NULL;

  member = cap_member_table_get (db, error);
  if (member == NULL)
    return NULL;

  dossier = cap_dossier_new (id, member);
  if (!cap_evaluation_table_load (db, dossier->evaluations, find_framework, &source, error) ||
      !cap_action_table_load (db, dossier->actions, error) ||
      !cap_indicator_table_load (db, dossier->indicators, error) ||
      !cap_plan_notes_table_load (db, dossier, error) ||
      !load_registers (db, dossier, error) ||
      !cap_evidence_table_load (db, dossier->evidence, error) ||
      !load_meta (db, dossier, error) ||
      !load_labels (db, dossier, error))
    return NULL;

  if (dossier->evaluations->len == 0)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, "evaluation");
      return NULL;
    }

  return g_steal_pointer (&dossier);
}
