/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-audit-scope.h"

#include "audit/cap-finding-grade.h"

/* What belongs to one audit: its record with its parts, its findings with theirs, and what serves them
 * as evidence. The rest of a dossier belongs to the structure. */

typedef struct
{
  const CapDossier *dossier;
  const CapRecord  *audit;
  GHashTable       *entered; /* UUIDs of the records that the command puts, of this audit */
} Scope;

static gboolean
finding_is_of_audit (const CapRecord  *finding,
                     const CapDossier *dossier,
                     const CapRecord  *audit)
{
  return finding != NULL && cap_finding_get_audit (finding, dossier) == audit;
}

static gboolean
is_of_audit (const CapRecord  *record,
             const CapDossier *dossier,
             const CapRecord  *audit)
{
  const CapRegisterKind parents = cap_register_get (record->kind)->parent;

  if (record->kind == CAP_REGISTER_AUDIT)
    return g_str_equal (record->id, audit->id);
  if (record->kind == CAP_REGISTER_FINDING)
    return finding_is_of_audit (record, dossier, audit);
  if (parents == CAP_REGISTER_FINDING)
    return finding_is_of_audit (cap_dossier_find_record (dossier, parents, record->parent), dossier, audit);

  return parents == CAP_REGISTER_AUDIT && g_strcmp0 (record->parent, audit->id) == 0;
}

/* Returns: whether @record, which may not be in the dossier yet, belongs to the audit */
gboolean
cap_audit_scope_has_record (const CapDossier *dossier,
                            const char       *audit_id,
                            const CapRecord  *record)
{
  const CapRecord *audit;

  g_return_val_if_fail (dossier != NULL && audit_id != NULL && record != NULL, FALSE);

  audit = cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, audit_id);

  return audit != NULL && is_of_audit (record, dossier, audit);
}

static gboolean
serves_audit (const CapDossier *dossier,
              const CapRecord  *audit,
              CapPlace          place,
              const char       *target)
{
  for (CapRegisterKind kind = 0; place == CAP_PLACE_RECORD && kind < CAP_N_REGISTERS; kind++)
    {
      const CapRecord *record = cap_dossier_find_record (dossier, kind, target);

      if (record != NULL)
        return is_of_audit (record, dossier, audit);
    }

  return FALSE;
}

/* Returns: whether a piece of evidence that has this link serves something of the audit by it */
gboolean
cap_audit_scope_has_link (const CapDossier *dossier,
                          const char       *audit_id,
                          CapPlace          place,
                          const char       *target)
{
  const CapRecord *audit;

  g_return_val_if_fail (dossier != NULL && audit_id != NULL && target != NULL, FALSE);

  audit = cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, audit_id);

  return audit != NULL && serves_audit (dossier, audit, place, target);
}

static gboolean
link_is_in (const Scope           *scope,
            const CapEvidenceLink *link)
{
  return serves_audit (scope->dossier, scope->audit, link->place, link->target) ||
         (link->place == CAP_PLACE_RECORD && g_hash_table_contains (scope->entered, link->target));
}

/* The code of the audit is what its findings name it by: it stays. */
static gboolean
may_put_record (const Scope     *scope,
                const CapRecord *record)
{
  const CapRecord *before = cap_dossier_find_record (scope->dossier, record->kind, record->id);
  gboolean is_in = is_of_audit (record, scope->dossier, scope->audit);

  if (!is_in && cap_register_get (record->kind)->parent == CAP_REGISTER_FINDING)
    is_in = record->parent != NULL && g_hash_table_contains (scope->entered, record->parent);

  if (record->kind == CAP_REGISTER_AUDIT)
    return is_in && g_strcmp0 (cap_record_get_code (record), cap_record_get_code (scope->audit)) == 0;

  return is_in && (before == NULL || is_of_audit (before, scope->dossier, scope->audit));
}

/* Without its audit, the copy would be nobody’s. */
static gboolean
may_remove_record (const Scope     *scope,
                   const CapRecord *record)
{
  const CapRecord *before = cap_dossier_find_record (scope->dossier, record->kind, record->id);

  return record->kind != CAP_REGISTER_AUDIT &&
         before != NULL && is_of_audit (before, scope->dossier, scope->audit);
}

static gboolean
serves_answer (const CapDossier *dossier,
               const char       *evidence_id)
{
  for (guint i = 0; i < dossier->evaluations->len; i++)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, i);
      GHashTableIter iter;
      const CapAnswer *answer;

      g_hash_table_iter_init (&iter, evaluation->answers);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &answer))
        {
          for (guint j = 0; j < answer->evidence->len; j++)
            {
              const CapEvidence *evidence = g_ptr_array_index (answer->evidence, j);

              if (g_str_equal (evidence->id, evidence_id))
                return TRUE;
            }
        }
    }

  return FALSE;
}

static guint
count_links_in (const Scope       *scope,
                const CapEvidence *evidence)
{
  guint n_in = 0;

  for (guint i = 0; i < evidence->links->len; i++)
    n_in += link_is_in (scope, g_ptr_array_index (evidence->links, i)) ? 1 : 0;

  return n_in;
}

/* A piece that serves this audit and nothing else. */
static gboolean
is_only_of_audit (const Scope       *scope,
                  const CapEvidence *evidence)
{
  return evidence->links->len > 0 && count_links_in (scope, evidence) == evidence->links->len &&
         !serves_answer (scope->dossier, evidence->id);
}

/* The piece as the rest of the dossier sees it. */
static CapEvidence *
copy_without_audit (const Scope       *scope,
                    const CapEvidence *evidence)
{
  CapEvidence *copy = cap_evidence_copy (evidence);

  for (guint i = 0; i < evidence->links->len; i++)
    {
      const CapEvidenceLink *link = g_ptr_array_index (evidence->links, i);

      if (link_is_in (scope, link))
        cap_evidence_remove_link (copy, link->place, link->target);
    }

  return copy;
}

/* A piece of the structure may be quoted, and no more: nothing of it changes but where it serves. */
static gboolean
may_put_evidence (const Scope       *scope,
                  const CapEvidence *evidence)
{
  const CapEvidence *before = cap_dossier_find_evidence (scope->dossier, evidence->id);
  g_autoptr(CapEvidence) old = NULL;
  g_autoptr(CapEvidence) new = NULL;

  if (before == NULL)
    return is_only_of_audit (scope, evidence);
  if (is_only_of_audit (scope, before))
    return count_links_in (scope, evidence) == evidence->links->len;

  old = copy_without_audit (scope, before);
  new = copy_without_audit (scope, evidence);
  if (new->number == 0)
    new->number = old->number; /* 0 keeps its own */

  return cap_evidence_equal (old, new);
}

static gboolean
may_do (const Scope   *scope,
        const CapEdit *edit)
{
  switch (edit->kind)
    {
    case CAP_EDIT_PUT_RECORD:
      return may_put_record (scope, edit->value);

    case CAP_EDIT_REMOVE_RECORD:
      return may_remove_record (scope, edit->value);

    case CAP_EDIT_PUT_EVIDENCE:
      return may_put_evidence (scope, edit->value);

    case CAP_EDIT_PUT_CONTENT:
      return TRUE;

    case CAP_EDIT_PUT_MEMBER:
    case CAP_EDIT_PUT_EVALUATION:
    case CAP_EDIT_PUT_ANSWER:
    case CAP_EDIT_PUT_ACTION:
    case CAP_EDIT_REMOVE_ACTION:
    case CAP_EDIT_PUT_INDICATOR:
    case CAP_EDIT_REMOVE_INDICATOR:
    case CAP_EDIT_PUT_SET_ASIDE:
    case CAP_EDIT_REMOVE_SET_ASIDE:
    case CAP_EDIT_PUT_PLAN_REVIEW:
    case CAP_EDIT_PUT_BALLOT:
    case CAP_EDIT_REMOVE_BALLOT:
    default:
      return FALSE;
    }
}

/* What comes next in the command may hang on it. */
static void
note_entered (const Scope   *scope,
              const CapEdit *edit)
{
  const CapRecord *record = edit->value;

  if (edit->kind == CAP_EDIT_PUT_RECORD)
    g_hash_table_add (scope->entered, record->id);
}

/**
 * cap_audit_scope_allows:
 * @audit_id: UUID of an audit
 *
 * Returns: whether every edit of the command is about that audit and about nothing else: what its auditor
 *   may do. An audit that is not there allows nothing
 */
gboolean
cap_audit_scope_allows (const CapDossier *dossier,
                        const char       *audit_id,
                        const CapCommand *command)
{
  g_autoptr(GHashTable) entered = g_hash_table_new (g_str_hash, g_str_equal);
  Scope scope = { dossier, NULL, entered };

  g_return_val_if_fail (dossier != NULL && audit_id != NULL && command != NULL, FALSE);

  scope.audit = cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, audit_id);

  for (guint i = 0; scope.audit != NULL && i < command->edits->len; i++)
    {
      const CapEdit *edit = g_ptr_array_index (command->edits, i);

      if (!may_do (&scope, edit))
        return FALSE;
      note_entered (&scope, edit);
    }

  return scope.audit != NULL;
}
