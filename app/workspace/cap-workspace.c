/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-private.h"

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "exchange/cap-catalogue-json.h"
#include "exchange/cap-framework-json.h"
#include "plan/cap-proposal.h"
#include "plan/cap-rerating.h"

/**
 * CapWorkspace:
 *
 * The open dossier, as the interface sees it: the last snapshot, the figures
 * drawn from it, and the gestures that make the next one. The only door
 * between the desktop and the rest. Lives in the main thread; the work is done
 * by the thread of its [class@Cap.Store].
 */
G_DEFINE_FINAL_TYPE (CapWorkspace, cap_workspace, G_TYPE_OBJECT)

typedef enum
{
  PROP_DOSSIER = 1,
  PROP_PHOTOGRAPH,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_RECOVERED,
  PROP_ENCRYPTED,
  PROP_BUSY,
  PROP_SAVE_STATE,
  PROP_SAVE_ERROR,
} CapWorkspaceProperty;

static GParamSpec *properties[PROP_SAVE_ERROR + 1];

void
cap_workspace_set_busy (CapWorkspace *self,
                        gboolean      busy)
{
  guint before = self->n_running;

  self->n_running += busy ? 1 : (guint) -1;
  if ((before == 0) != (self->n_running == 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
cap_workspace_set_save_state (CapWorkspace *self,
                              CapSaveState  state,
                              const char   *message)
{
  if (cap_set_string (&self->save_error, message))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_ERROR]);

  if (self->save_state == state)
    return;

  self->save_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
}

static void
set_flags (CapWorkspace *self,
           gboolean      read_only,
           gboolean      recovered)
{
  if (self->read_only != read_only)
    {
      self->read_only = read_only;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
    }

  if (self->recovered != recovered)
    {
      self->recovered = recovered;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECOVERED]);
    }
}

void
cap_workspace_set_encrypted (CapWorkspace *self,
                             gboolean      encrypted)
{
  if (self->encrypted == encrypted)
    return;

  self->encrypted = encrypted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENCRYPTED]);
}

/* The figures come with the dossier that they are drawn from: who is told of
 * the one finds the other. */
void
cap_workspace_set_dossier (CapWorkspace *self,
                           CapDossier   *dossier)
{
  g_clear_pointer (&self->photograph, cap_photograph_unref);
  g_clear_pointer (&self->dossier, cap_dossier_unref);

  if (dossier != NULL)
    {
      self->dossier = cap_dossier_ref (dossier);
      self->photograph = cap_photograph_new (cap_dossier_get_current (dossier), dossier->member);
    }

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHOTOGRAPH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOSSIER]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
cap_workspace_set_path (CapWorkspace *self,
                        const char   *path)
{
  if (cap_set_string (&self->path, path))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
}

void
cap_workspace_set_opened (CapWorkspace *self,
                          CapStore     *store,
                          const char   *path,
                          gboolean      read_only,
                          gboolean      recovered)
{
  g_set_object (&self->store, store);
  cap_workspace_set_path (self, path);
  set_flags (self, read_only, recovered);
}

/* Back to the state of a workspace that has no dossier open. */
void
cap_workspace_forget (CapWorkspace *self)
{
  g_clear_handle_id (&self->publish_id, g_source_remove);
  g_clear_pointer (&self->document_texts, g_hash_table_unref);
  self->n_remembered = 0;
  cap_workspace_set_opened (self, NULL, NULL, FALSE, FALSE);
  cap_workspace_set_encrypted (self, FALSE);
  cap_workspace_set_dossier (self, NULL);
  cap_workspace_set_save_state (self, CAP_SAVE_CLEAN, NULL);
}

static void
cap_workspace_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CapWorkspace *self = CAP_WORKSPACE (object);

  switch ((CapWorkspaceProperty) prop_id)
    {
    case PROP_DOSSIER:
      g_value_set_boxed (value, self->dossier);
      break;

    case PROP_PHOTOGRAPH:
      g_value_set_boxed (value, self->photograph);
      break;

    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;

    case PROP_RECOVERED:
      g_value_set_boolean (value, self->recovered);
      break;

    case PROP_ENCRYPTED:
      g_value_set_boolean (value, self->encrypted);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, self->n_running > 0);
      break;

    case PROP_SAVE_STATE:
      g_value_set_int (value, (int) self->save_state);
      break;

    case PROP_SAVE_ERROR:
      g_value_set_string (value, self->save_error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cap_workspace_dispose (GObject *object)
{
  CapWorkspace *self = CAP_WORKSPACE (object);

  g_clear_handle_id (&self->publish_id, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cap_workspace_parent_class)->dispose (object);
}

static void
cap_workspace_finalize (GObject *object)
{
  CapWorkspace *self = CAP_WORKSPACE (object);

  g_clear_pointer (&self->photograph, cap_photograph_unref);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  g_clear_pointer (&self->document_texts, g_hash_table_unref);
  g_free (self->path);
  g_free (self->save_error);
  g_free (self->moment);

  G_OBJECT_CLASS (cap_workspace_parent_class)->finalize (object);
}

static void
cap_workspace_class_init (CapWorkspaceClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cap_workspace_get_property;
  object_class->dispose = cap_workspace_dispose;
  object_class->finalize = cap_workspace_finalize;

  properties[PROP_DOSSIER] = g_param_spec_boxed ("dossier", NULL, NULL, CAP_TYPE_DOSSIER, flags);
  properties[PROP_PHOTOGRAPH] = g_param_spec_boxed ("photograph", NULL, NULL, CAP_TYPE_PHOTOGRAPH, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_RECOVERED] = g_param_spec_boolean ("recovered", NULL, NULL, FALSE, flags);
  properties[PROP_ENCRYPTED] = g_param_spec_boolean ("encrypted", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_SAVE_STATE] = g_param_spec_int ("save-state", NULL, NULL, CAP_SAVE_CLEAN, CAP_SAVE_FAILED,
                                                  CAP_SAVE_CLEAN, flags);
  properties[PROP_SAVE_ERROR] = g_param_spec_string ("save-error", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cap_workspace_init (CapWorkspace *self)
{
}

/**
 * cap_workspace_new:
 *
 * Returns: (transfer full): a workspace with no dossier open
 */
CapWorkspace *
cap_workspace_new (void)
{
  return g_object_new (CAP_TYPE_WORKSPACE, NULL);
}

CapDossier *
cap_workspace_get_dossier (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  return self->dossier;
}

CapPhotograph *
cap_workspace_get_photograph (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  return self->photograph;
}

/**
 * cap_workspace_get_evaluation:
 *
 * Returns: (nullable): the evaluation in course
 */
const CapEvaluation *
cap_workspace_get_evaluation (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  return self->dossier != NULL ? cap_dossier_get_current (self->dossier) : NULL;
}

const char *
cap_workspace_get_path (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  return self->path;
}

gboolean
cap_workspace_get_read_only (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), FALSE);

  return self->read_only;
}

/**
 * cap_workspace_get_audited:
 *
 * It goes with the dossier: “notify::dossier” tells of it.
 *
 * Returns: (nullable): UUID of the audit whose auditor this copy is for
 */
const char *
cap_workspace_get_audited (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  return self->dossier != NULL ? self->dossier->audited : NULL;
}

gboolean
cap_workspace_get_recovered (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), FALSE);

  return self->recovered;
}

CapSaveState
cap_workspace_get_save_state (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), CAP_SAVE_CLEAN);

  return self->save_state;
}

const char *
cap_workspace_get_save_error (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  return self->save_error;
}

/**
 * cap_workspace_dup_today:
 *
 * Returns: (transfer full): the date, ISO 8601
 */
char *
cap_workspace_dup_today (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  return cap_date_dup_today ();
}

/**
 * cap_workspace_list_proposals:
 *
 * Returns: (transfer full) (nullable) (element-type CapProposal): what could
 *   enter the plan, best first; points into the photograph of this moment
 */
GPtrArray *
cap_workspace_list_proposals (CapWorkspace *self)
{
  g_autofree char *today = cap_date_dup_today ();

  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  if (self->dossier == NULL)
    return NULL;

  return cap_proposals_list (self->photograph, self->dossier->actions, self->dossier->set_asides, today);
}

/**
 * cap_workspace_list_reratings:
 *
 * Returns: (transfer full) (nullable) (element-type CapRerating): the levels to
 *   propose anew; points into the dossier and the photograph of this moment
 */
GPtrArray *
cap_workspace_list_reratings (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  return self->dossier != NULL ? cap_reratings_list (self->dossier, self->photograph) : NULL;
}

/* How many levels there are to look at again. */
guint
cap_workspace_count_reratings (CapWorkspace *self)
{
  g_autoptr(GPtrArray) reratings = cap_workspace_list_reratings (self);

  return reratings != NULL ? reratings->len : 0;
}

/**
 * cap_workspace_load_framework:
 *
 * Returns: (transfer full): the newest framework that comes with the program
 */
CapFramework *
cap_workspace_load_framework (void)
{
  return cap_framework_json_load_default ();
}

CapCatalogue *
cap_workspace_load_catalogue (void)
{
  return cap_catalogue_json_load_default ();
}

/**
 * cap_workspace_load_kinds:
 * @self: with a dossier open
 *
 * Returns: (transfer container) (element-type CapTerm): the kinds of member
 *   that a structure chooses from, whatever it evaluates itself with
 */
GPtrArray *
cap_workspace_load_kinds (CapWorkspace *self)
{
  const CapEvaluation *evaluation;

  g_return_val_if_fail (CAP_IS_WORKSPACE (self), NULL);

  evaluation = cap_workspace_get_evaluation (self);
  g_return_val_if_fail (evaluation != NULL, NULL);

  return cap_framework_json_load_kinds (evaluation->framework);
}
