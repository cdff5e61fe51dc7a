/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-dossier.h"

#include "model/cap-code-index-private.h"

G_DEFINE_BOXED_TYPE (CapDossier, cap_dossier, cap_dossier_ref, cap_dossier_unref)

/**
 * cap_dossier_new:
 * @member: (transfer full): whose dossier it is
 *
 * Returns: (transfer full): a dossier to fill before anybody else sees it
 */
CapDossier *
cap_dossier_new (const char *id,
                 CapMember  *member)
{
  CapDossier *self = g_new0 (CapDossier, 1);

  g_return_val_if_fail (id != NULL && member != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->member = member;
  self->evaluations = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_evaluation_free);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_free);
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_indicator_free);
  self->set_asides = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_set_aside_free);
  self->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_plan_review_free);
  for (guint i = 0; i < CAP_N_REGISTERS; i++)
    self->registers[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_record_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_evidence_free);

  return self;
}

CapDossier *
cap_dossier_ref (CapDossier *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
cap_dossier_unref (CapDossier *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->audited);
  g_free (self->retained);
  g_free (self->undo_label);
  g_free (self->redo_label);
  cap_member_free (self->member);
  g_ptr_array_unref (self->evaluations);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->set_asides);
  g_ptr_array_unref (self->reviews);
  for (guint i = 0; i < CAP_N_REGISTERS; i++)
    {
      cap_code_index_clear (&self->by_code[i]);
      g_ptr_array_unref (self->registers[i]);
    }
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

/**
 * cap_dossier_get_current:
 *
 * Returns: the evaluation in course: the last one
 */
const CapEvaluation *
cap_dossier_get_current (const CapDossier *self)
{
  g_return_val_if_fail (self != NULL && self->evaluations->len > 0, NULL);

  return g_ptr_array_index (self->evaluations, self->evaluations->len - 1);
}

/**
 * cap_dossier_get_previous:
 *
 * Returns: (nullable): the evaluation before the one in course that is about
 *   the same framework, in whatever version
 */
const CapEvaluation *
cap_dossier_get_previous (const CapDossier *self)
{
  const CapEvaluation *current = cap_dossier_get_current (self);

  for (guint i = self->evaluations->len - 1; i-- > 0;)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (self->evaluations, i);

      if (g_strcmp0 (evaluation->framework->id, current->framework->id) == 0)
        return evaluation;
    }

  return NULL;
}

/**
 * cap_dossier_find_latest:
 * @framework: the id of a framework
 *
 * Returns: (nullable): the last evaluation about it, in whatever version
 */
const CapEvaluation *
cap_dossier_find_latest (const CapDossier *self,
                         const char       *framework)
{
  g_return_val_if_fail (self != NULL && framework != NULL, NULL);

  for (guint i = self->evaluations->len; i-- > 0;)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (self->evaluations, i);

      if (g_strcmp0 (evaluation->framework->id, framework) == 0)
        return evaluation;
    }

  return NULL;
}

const CapEvaluation *
cap_dossier_find_evaluation (const CapDossier *self,
                             guint             number)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->evaluations->len; i++)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (self->evaluations, i);

      if (evaluation->number == number)
        return evaluation;
    }

  return NULL;
}

const CapAction *
cap_dossier_find_action (const CapDossier *self,
                         guint             number)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->actions, i);

      if (action->number == number)
        return action;
    }

  return NULL;
}

/**
 * cap_dossier_find_action_by_id:
 * @id: (nullable): UUID of an action
 *
 * Returns: (nullable): the action
 */
const CapAction *
cap_dossier_find_action_by_id (const CapDossier *self,
                               const char       *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; id != NULL && i < self->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->actions, i);

      if (g_str_equal (action->id, id))
        return action;
    }

  return NULL;
}

/**
 * cap_dossier_find_indicator:
 * @id: (nullable): UUID of an indicator
 *
 * Returns: (nullable): the indicator
 */
const CapIndicator *
cap_dossier_find_indicator (const CapDossier *self,
                            const char       *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; id != NULL && i < self->indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (self->indicators, i);

      if (g_str_equal (indicator->id, id))
        return indicator;
    }

  return NULL;
}

/* The same by its code, in any case. */
const CapIndicator *
cap_dossier_find_indicator_by_code (const CapDossier *self,
                                    const char       *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (self->indicators, i);

      if (g_ascii_strcasecmp (indicator->code, code) == 0)
        return indicator;
    }

  return NULL;
}

/**
 * cap_dossier_find_set_aside:
 * @criterion: code of a criterion
 *
 * Returns: (nullable): the decision not to follow what is proposed for it
 */
const CapSetAside *
cap_dossier_find_set_aside (const CapDossier *self,
                            CapSetAsideKind   kind,
                            const char       *criterion)
{
  g_return_val_if_fail (self != NULL && criterion != NULL, NULL);

  for (guint i = 0; i < self->set_asides->len; i++)
    {
      const CapSetAside *set_aside = g_ptr_array_index (self->set_asides, i);

      if (set_aside->kind == kind && g_str_equal (set_aside->criterion, criterion))
        return set_aside;
    }

  return NULL;
}

/**
 * cap_dossier_find_record:
 * @id: (nullable): UUID of a record
 *
 * Returns: (nullable): the record
 */
const CapRecord *
cap_dossier_find_record (const CapDossier *self,
                         CapRegisterKind   kind,
                         const char       *id)
{
  g_return_val_if_fail (self != NULL && (guint) kind < CAP_N_REGISTERS, NULL);

  for (guint i = 0; id != NULL && i < self->registers[kind]->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (self->registers[kind], i);

      if (g_str_equal (record->id, id))
        return record;
    }

  return NULL;
}

/* The same by its code, in any case. */
const CapRecord *
cap_dossier_find_record_by_code (const CapDossier *self,
                                 CapRegisterKind   kind,
                                 const char       *code)
{
  g_return_val_if_fail (self != NULL && (guint) kind < CAP_N_REGISTERS, NULL);

  if (code == NULL)
    return NULL;

  return cap_code_index_find (&((CapDossier *) self)->by_code[kind], self->registers[kind], code);
}

/**
 * cap_dossier_list_parts:
 * @kind: a register whose records belong to another record
 * @parent: UUID of that record
 *
 * Returns: (transfer container) (element-type CapRecord): its parts, in order
 */
GPtrArray *
cap_dossier_list_parts (const CapDossier *self,
                        CapRegisterKind   kind,
                        const char       *parent)
{
  GPtrArray *parts = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && (guint) kind < CAP_N_REGISTERS, parts);

  for (guint i = 0; i < self->registers[kind]->len; i++)
    {
      CapRecord *record = g_ptr_array_index (self->registers[kind], i);

      if (g_strcmp0 (record->parent, parent) == 0)
        g_ptr_array_add (parts, record);
    }

  return parts;
}

/**
 * cap_dossier_find_evidence:
 * @id: (nullable): UUID of a piece of evidence
 *
 * Returns: (nullable): the piece, with all that is known of it
 */
const CapEvidence *
cap_dossier_find_evidence (const CapDossier *self,
                           const char       *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; id != NULL && i < self->evidence->len; i++)
    {
      const CapEvidence *evidence = g_ptr_array_index (self->evidence, i);

      if (g_str_equal (evidence->id, id))
        return evidence;
    }

  return NULL;
}
