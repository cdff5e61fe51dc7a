/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-record-desk.h"

#include <glib/gi18n.h>

#include "audit/cap-finding-rules.h"
#include "quality/cap-exclusion-rules.h"
#include "quality/cap-record-rules.h"
#include "quality/cap-target.h"

/**
 * CapRecordDesk:
 *
 * Makes gestures of what is done to the lines of registers. A gesture puts a
 * whole line: one that is on its way is what the next one starts from, however
 * fast a person types.
 */
struct _CapRecordDesk
{
  GObject       parent_instance;

  CapWorkspace *workspace;
  CapCatalogue *catalogue;
  GHashTable   *on_the_way;   /* UUID → CapRecord */
  guint         n_running;
};

G_DEFINE_FINAL_TYPE (CapRecordDesk, cap_record_desk, G_TYPE_OBJECT)

enum
{
  REMOVED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  CapRecordDesk *desk;
  gboolean       removes;
} Job;

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autofree Job *job = user_data;
  g_autoptr(CapRecordDesk) self = job->desk;
  g_autoptr(GError) error = NULL;
  const gboolean kept = cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error);

  if (--self->n_running == 0)
    g_hash_table_remove_all (self->on_the_way);

  if (!kept)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  else if (job->removes)
    g_signal_emit (self, signals[REMOVED], 0, _("Removed"));
}

static void
run (CapRecordDesk *self,
     CapCommand    *command,
     gboolean       removes)
{
  Job *job = g_new0 (Job, 1);

  job->desk = g_object_ref (self);
  job->removes = removes;
  self->n_running++;
  cap_workspace_run_async (self->workspace, command, NULL, ran_cb, job);
}

/* How undo and the journal name a line: by its code, or by the record that it belongs to. */
static const char *
get_name (CapRecordDesk   *self,
          const CapRecord *record)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapRegister *reg = cap_register_get (record->kind);
  const CapRecord *parent = reg->parent != CAP_REGISTER_NONE
    ? cap_dossier_find_record (dossier, reg->parent, record->parent) : NULL;
  const char *code = cap_record_get_code (parent != NULL ? parent : record);

  return *code != '\0' ? code : cap_record_get_title (record);
}

static void
run_put (CapRecordDesk   *self,
         const CapRecord *record)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, get_name (self, record));

  if (record->kind == CAP_REGISTER_FINDING &&
      cap_dossier_find_record (dossier, record->kind, record->id) == NULL)
    cap_finding_put_new (command, record);
  else
    cap_record_put_renamed (command, dossier, record);
  g_hash_table_insert (self->on_the_way, g_strdup (record->id), cap_record_copy (record));
  run (self, command, FALSE);
}

/* What the register asks, and for what is left out what the standard allows. */
static GPtrArray *
check (CapRecordDesk   *self,
       const CapRecord *record)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  GPtrArray *faults = cap_record_check (record, dossier);

  if (record->kind == CAP_REGISTER_EXCLUSION)
    {
      g_autofree char *today = cap_workspace_dup_today (self->workspace);
      const CapRoute *route = cap_target_find_route (cap_target_find (dossier, today), self->catalogue);

      cap_exclusion_check (record, route != NULL ? route->standard : NULL, faults);
    }

  return faults;
}

static void
cap_record_desk_finalize (GObject *object)
{
  CapRecordDesk *self = CAP_RECORD_DESK (object);

  g_hash_table_unref (self->on_the_way);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_record_desk_parent_class)->finalize (object);
}

static void
cap_record_desk_class_init (CapRecordDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_record_desk_finalize;

  signals[REMOVED] = g_signal_new ("removed", CAP_TYPE_RECORD_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", CAP_TYPE_RECORD_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cap_record_desk_init (CapRecordDesk *self)
{
  self->catalogue = cap_workspace_load_catalogue ();
  self->on_the_way = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) cap_record_free);
}

/**
 * cap_record_desk_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer full): what changes its registers
 */
CapRecordDesk *
cap_record_desk_new (CapWorkspace *workspace)
{
  CapRecordDesk *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_RECORD_DESK, NULL);
  self->workspace = g_object_ref (workspace);

  return self;
}

CapWorkspace *
cap_record_desk_get_workspace (CapRecordDesk *self)
{
  g_return_val_if_fail (CAP_IS_RECORD_DESK (self), NULL);

  return self->workspace;
}

gboolean
cap_record_desk_can_change (CapRecordDesk *self)
{
  g_return_val_if_fail (CAP_IS_RECORD_DESK (self), FALSE);

  return cap_workspace_get_dossier (self->workspace) != NULL &&
         !cap_workspace_get_read_only (self->workspace);
}

/**
 * cap_record_desk_dup:
 *
 * Returns: (transfer full) (nullable): the line with what was last done to it;
 *   %NULL when it is not in the register any more
 */
CapRecord *
cap_record_desk_dup (CapRecordDesk   *self,
                     CapRegisterKind  kind,
                     const char      *id)
{
  CapDossier *dossier;
  const CapRecord *known;

  g_return_val_if_fail (CAP_IS_RECORD_DESK (self) && id != NULL, NULL);

  dossier = cap_workspace_get_dossier (self->workspace);
  known = g_hash_table_lookup (self->on_the_way, id);
  if (known == NULL && dossier != NULL)
    known = cap_dossier_find_record (dossier, kind, id);

  return known != NULL ? cap_record_copy (known) : NULL;
}

/**
 * cap_record_desk_put:
 * @record: as the person would have it
 *
 * Keeps what is sound of it as one gesture; what is at fault stays as it was.
 */
GPtrArray *
cap_record_desk_put (CapRecordDesk   *self,
                     const CapRecord *record)
{
  g_autoptr(CapRecord) before = NULL;
  g_autoptr(CapRecord) sound = NULL;
  GPtrArray *faults;

  g_return_val_if_fail (CAP_IS_RECORD_DESK (self) && record != NULL, NULL);

  before = cap_record_desk_dup (self, record->kind, record->id);
  if (before == NULL || !cap_record_desk_can_change (self))
    return g_ptr_array_new ();

  faults = check (self, record);
  sound = cap_record_copy (record);
  cap_record_take_back (sound, before, faults);
  if (!cap_record_equal (sound, before))
    run_put (self, sound);

  return faults;
}

static const char *
get_mildest_nonconformity (const CapRoute *route)
{
  for (guint i = 0; i < route->grades->len; i++)
    {
      const CapGrade *grade = g_ptr_array_index (route->grades, i);

      if (grade->nonconformity)
        return grade->code;
    }

  return NULL;
}

static void
fill_default (CapRecordDesk *self,
              CapRecord     *record,
              guint          index,
              const char    *today)
{
  const CapField *field = &cap_register_get (record->kind)->fields[index];
  const CapRoute *route = self->catalogue->routes->pdata[0];

  if (!field->required || cap_record_get (record, index) != NULL)
    return;

  if (field->kind == CAP_VALUE_CHOICE)
    cap_record_set (record, index, field->choices[0].name);
  else if (field->kind == CAP_VALUE_DATE)
    cap_record_set (record, index, today);
  else if (field->refers == CAP_REFERS_ROUTE)
    cap_record_set (record, index, route->id);
  else if (field->refers == CAP_REFERS_GRADE)
    cap_record_set (record, index, get_mildest_nonconformity (route));
}

/**
 * cap_record_desk_draft:
 * @parent: (nullable): UUID of the record that it would belong to
 *
 * Returns: (transfer full): a line to come: its code, and the first choice where
 *   one is needed
 */
CapRecord *
cap_record_desk_draft (CapRecordDesk   *self,
                       CapRegisterKind  kind,
                       const char      *parent)
{
  g_autofree char *today = NULL;
  g_autofree char *code = NULL;
  CapDossier *dossier;
  CapRecord *record;

  g_return_val_if_fail (CAP_IS_RECORD_DESK (self), NULL);

  dossier = cap_workspace_get_dossier (self->workspace);
  today = cap_workspace_dup_today (self->workspace);
  record = cap_record_new_part (kind, NULL, parent);
  code = dossier != NULL ? cap_record_dup_next_code (dossier, kind, today) : NULL;
  if (code != NULL)
    cap_record_set (record, 0, code);
  for (guint i = 0; i < cap_register_get (kind)->n_fields; i++)
    fill_default (self, record, i, today);

  return record;
}

/**
 * cap_record_desk_add:
 * @record: a new line
 *
 * Returns: (transfer full) (element-type CapRecordFault): what keeps it from
 *   entering; empty when it enters
 */
GPtrArray *
cap_record_desk_add (CapRecordDesk   *self,
                     const CapRecord *record)
{
  GPtrArray *faults;

  g_return_val_if_fail (CAP_IS_RECORD_DESK (self) && record != NULL, NULL);

  if (!cap_record_desk_can_change (self))
    return g_ptr_array_new ();

  faults = check (self, record);
  if (faults->len == 0)
    run_put (self, record);

  return faults;
}

/* Takes a line out, with the lines that belong to it; what is closed stays. */
void
cap_record_desk_remove (CapRecordDesk   *self,
                        CapRegisterKind  kind,
                        const char      *id)
{
  g_autoptr(CapRecord) record = NULL;
  const char *frozen;
  CapCommand *command;

  g_return_if_fail (CAP_IS_RECORD_DESK (self) && id != NULL);

  record = cap_record_desk_dup (self, kind, id);
  if (record == NULL || !cap_record_desk_can_change (self))
    return;

  frozen = cap_record_get_frozen (record, cap_workspace_get_dossier (self->workspace));
  if (frozen != NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, frozen);
      return;
    }

  command = cap_command_new (CAP_GESTURE_REMOVE_RECORD, get_name (self, record));
  cap_command_remove_record (command, cap_workspace_get_dossier (self->workspace), record);
  run (self, command, TRUE);
}
