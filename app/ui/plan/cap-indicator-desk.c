/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-indicator-desk.h"

#include <glib/gi18n.h>

#include "plan/cap-indicator-rules.h"

/**
 * CapIndicatorDesk:
 *
 * Makes gestures of what is done to indicators, in the register, in the grid
 * and on the page of an action. A gesture puts a whole indicator: one that is
 * on its way is what the next one starts from, however fast a person types.
 */
struct _CapIndicatorDesk
{
  GObject       parent_instance;

  CapWorkspace *workspace;
  GHashTable   *on_the_way;   /* UUID → CapIndicator */
  guint         n_running;
};

G_DEFINE_FINAL_TYPE (CapIndicatorDesk, cap_indicator_desk, G_TYPE_OBJECT)

enum
{
  SAVED,
  REMOVED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  CapIndicatorDesk *desk;
  char             *removed;   /* what to say when something went, or NULL */
} Job;

static void
free_job (Job *job)
{
  g_object_unref (job->desk);
  g_free (job->removed);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, free_job)

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(Job) job = user_data;
  CapIndicatorDesk *self = job->desk;
  g_autoptr(GError) error = NULL;
  gboolean kept = cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error);

  if (--self->n_running == 0)
    g_hash_table_remove_all (self->on_the_way);

  if (!kept)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  g_signal_emit (self, signals[SAVED], 0);
  if (job->removed != NULL)
    g_signal_emit (self, signals[REMOVED], 0, job->removed);
}

static void
run (CapIndicatorDesk *self,
     CapCommand       *command,
     const char       *removed)
{
  Job *job = g_new0 (Job, 1);

  job->desk = g_object_ref (self);
  job->removed = g_strdup (removed);
  self->n_running++;
  cap_workspace_run_async (self->workspace, command, NULL, ran_cb, job);
}

static void
run_put (CapIndicatorDesk   *self,
         CapGesture          gesture,
         const CapIndicator *indicator,
         const char         *removed)
{
  CapCommand *command = cap_command_new (gesture, indicator->code);

  cap_command_put_indicator (command, indicator);
  g_hash_table_insert (self->on_the_way, g_strdup (indicator->id), cap_indicator_copy (indicator));
  run (self, command, removed);
}

static gboolean
can_change (CapIndicatorDesk *self)
{
  return cap_workspace_get_dossier (self->workspace) != NULL &&
         !cap_workspace_get_read_only (self->workspace);
}

static void
cap_indicator_desk_finalize (GObject *object)
{
  CapIndicatorDesk *self = CAP_INDICATOR_DESK (object);

  g_hash_table_unref (self->on_the_way);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_indicator_desk_parent_class)->finalize (object);
}

static void
cap_indicator_desk_class_init (CapIndicatorDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_indicator_desk_finalize;

  signals[SAVED] = g_signal_new ("saved", CAP_TYPE_INDICATOR_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", CAP_TYPE_INDICATOR_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", CAP_TYPE_INDICATOR_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cap_indicator_desk_init (CapIndicatorDesk *self)
{
  self->on_the_way = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) cap_indicator_free);
}

/**
 * cap_indicator_desk_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer full): what changes its indicators
 */
CapIndicatorDesk *
cap_indicator_desk_new (CapWorkspace *workspace)
{
  CapIndicatorDesk *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_INDICATOR_DESK, NULL);
  self->workspace = g_object_ref (workspace);

  return self;
}

/**
 * cap_indicator_desk_dup:
 *
 * Returns: (transfer full) (nullable): the indicator with what was last done
 *   to it; %NULL when it is not in the register any more
 */
CapIndicator *
cap_indicator_desk_dup (CapIndicatorDesk *self,
                        const char       *id)
{
  CapDossier *dossier;
  const CapIndicator *known;

  g_return_val_if_fail (CAP_IS_INDICATOR_DESK (self) && id != NULL, NULL);

  dossier = cap_workspace_get_dossier (self->workspace);
  known = dossier != NULL ? cap_dossier_find_indicator (dossier, id) : NULL;
  if (known != NULL && g_hash_table_contains (self->on_the_way, id))
    known = g_hash_table_lookup (self->on_the_way, id);

  return known != NULL ? cap_indicator_copy (known) : NULL;
}

/**
 * cap_indicator_desk_put:
 * @indicator: as the person would have it
 *
 * Keeps what is sound of it as one gesture; what is at fault stays as it was.
 *
 * Returns: (transfer full) (element-type CapIndicatorFault): what is at fault
 */
GPtrArray *
cap_indicator_desk_put (CapIndicatorDesk   *self,
                        const CapIndicator *indicator)
{
  g_autoptr(CapIndicator) before = NULL;
  g_autoptr(CapIndicator) sound = NULL;
  g_autofree char *today = NULL;
  GPtrArray *faults;

  g_return_val_if_fail (CAP_IS_INDICATOR_DESK (self) && indicator != NULL, NULL);

  before = cap_indicator_desk_dup (self, indicator->id);
  if (before == NULL || !can_change (self))
    return g_ptr_array_new ();

  today = cap_workspace_dup_today (self->workspace);
  faults = cap_indicator_check (indicator, cap_workspace_get_dossier (self->workspace)->indicators, today);
  sound = cap_indicator_copy (indicator);
  cap_indicator_take_back (sound, before, faults);
  if (!cap_indicator_equal (sound, before))
    run_put (self, CAP_GESTURE_INDICATOR, sound, NULL);

  return faults;
}

/**
 * cap_indicator_desk_enter_value:
 * @thousandths: %CAP_QUANTITY_UNSET takes the value of this day out
 * @comment: (nullable): %NULL keeps the one that the value of this day has
 */
void
cap_indicator_desk_enter_value (CapIndicatorDesk *self,
                                const char       *id,
                                const char       *date,
                                gint64            thousandths,
                                const char       *comment)
{
  g_autoptr(CapIndicator) indicator = NULL;
  g_autofree char *kept = NULL;

  g_return_if_fail (CAP_IS_INDICATOR_DESK (self) && id != NULL && date != NULL);

  if (thousandths == CAP_QUANTITY_UNSET)
    {
      cap_indicator_desk_remove_value (self, id, date);
      return;
    }

  indicator = cap_indicator_desk_dup (self, id);
  if (indicator == NULL || !can_change (self))
    return;

  kept = g_strdup (comment);
  for (guint i = 0; comment == NULL && i < indicator->values->len; i++)
    {
      const CapIndicatorValue *value = g_ptr_array_index (indicator->values, i);

      if (g_str_equal (value->date, date))
        kept = g_strdup (value->comment);
    }

  cap_indicator_set_value (indicator, date, thousandths, kept);
  run_put (self, CAP_GESTURE_VALUES, indicator, NULL);
}

void
cap_indicator_desk_remove_value (CapIndicatorDesk *self,
                                 const char       *id,
                                 const char       *date)
{
  g_autoptr(CapIndicator) indicator = NULL;

  g_return_if_fail (CAP_IS_INDICATOR_DESK (self) && id != NULL && date != NULL);

  indicator = cap_indicator_desk_dup (self, id);
  if (indicator != NULL && can_change (self) && cap_indicator_remove_value (indicator, date))
    run_put (self, CAP_GESTURE_VALUES, indicator, _("Value removed"));
}

/* Beside those of the dossier, those that are on their way to it. */
static char *
dup_next_code (CapIndicatorDesk *self)
{
  g_autoptr(GPtrArray) indicators = g_ptr_array_copy (cap_workspace_get_dossier (self->workspace)->indicators,
                                                      NULL, NULL);
  GHashTableIter iter;
  gpointer indicator;

  /* Borrowed, all of them. */
  g_ptr_array_set_free_func (indicators, NULL);
  g_hash_table_iter_init (&iter, self->on_the_way);
  while (g_hash_table_iter_next (&iter, NULL, &indicator))
    g_ptr_array_add (indicators, indicator);

  return cap_indicator_dup_next_code (indicators);
}

/**
 * cap_indicator_desk_add:
 * @label: what is measured
 *
 * A new indicator has the next free code, and is measured every quarter until
 * somebody says otherwise.
 *
 * Returns: (transfer full) (nullable): its UUID
 */
char *
cap_indicator_desk_add (CapIndicatorDesk *self,
                        const char       *label)
{
  g_autoptr(CapIndicator) indicator = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *code = NULL;

  g_return_val_if_fail (CAP_IS_INDICATOR_DESK (self) && label != NULL, NULL);

  bare = g_strstrip (g_strdup (label));
  if (bare[0] == '\0' || !can_change (self))
    return NULL;

  code = dup_next_code (self);
  indicator = cap_indicator_new (NULL, code, bare);
  indicator->frequency = CAP_FREQUENCY_QUARTERLY;
  indicator->created = cap_workspace_dup_today (self->workspace);
  run_put (self, CAP_GESTURE_INDICATOR, indicator, NULL);

  return g_strdup (indicator->id);
}

void
cap_indicator_desk_remove (CapIndicatorDesk *self,
                           const char       *id)
{
  g_autoptr(CapIndicator) indicator = NULL;
  CapCommand *command;

  g_return_if_fail (CAP_IS_INDICATOR_DESK (self) && id != NULL);

  indicator = cap_indicator_desk_dup (self, id);
  if (indicator == NULL || !can_change (self))
    return;

  command = cap_command_new (CAP_GESTURE_REMOVE_INDICATOR, indicator->code);
  cap_command_remove_indicator (command, id);
  run (self, command, _("Indicator removed"));
}
