/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action.h"
#include "model/cap-evaluation.h"
#include "model/cap-indicator.h"
#include "model/cap-member.h"
#include "model/cap-plan-notes.h"
#include "model/cap-record.h"

G_BEGIN_DECLS

/**
 * CapDossier:
 * @id: UUID of the dossier; copies of the file share it
 * @retained: (nullable): until when it is kept, ISO 8601
 * @audited: (nullable): UUID of an audit, when the file is the copy that its auditor works in
 * @revision: how many times it changed, undoing included: it never goes back
 * @evaluations: (element-type CapEvaluation): by number; at least one
 * @actions: (element-type CapAction): by number
 * @indicators: (element-type CapIndicator): by code
 * @set_asides: (element-type CapSetAside): proposals that were not followed
 * @reviews: (element-type CapPlanReview): of the plan, by date
 * @registers: (element-type CapRecord): each in its order
 * @evidence: (element-type CapEvidence): by number, those that were taken out included
 * @undo_label: (nullable): what Ctrl+Z would undo, in the user’s language
 * @redo_label: (nullable): what Ctrl+Shift+Z would do again
 *
 * All that a dossier holds at one moment. A snapshot: made by the store after
 * each gesture, never changed afterwards, so that threads and screens share it.
 */
typedef struct
{
  char      *id;
  char      *audited;
  char      *retained;
  guint      revision;
  CapMember *member;
  GPtrArray *evaluations;
  GPtrArray *actions;
  GPtrArray *indicators;
  GPtrArray *set_asides;
  GPtrArray *reviews;
  GPtrArray *registers[CAP_N_REGISTERS];
  GPtrArray *evidence;
  char      *undo_label;
  char      *redo_label;

  /*< private >*/
  gatomicrefcount       ref_count;
  struct _CapCodeIndex *by_code[CAP_N_REGISTERS];
} CapDossier;

#define CAP_TYPE_DOSSIER (cap_dossier_get_type ())

GType                cap_dossier_get_type     (void);

CapDossier          *cap_dossier_new          (const char       *id,
                                               CapMember        *member) G_GNUC_WARN_UNUSED_RESULT;
CapDossier          *cap_dossier_ref          (CapDossier       *self);
void                 cap_dossier_unref        (CapDossier       *self);

const CapEvaluation *cap_dossier_get_current  (const CapDossier *self);
const CapEvaluation *cap_dossier_get_previous (const CapDossier *self);
const CapEvaluation *cap_dossier_find_latest  (const CapDossier *self,
                                               const char       *framework);
const CapEvaluation *cap_dossier_find_evaluation (const CapDossier *self,
                                                  guint             number);
const CapAction     *cap_dossier_find_action  (const CapDossier *self,
                                               guint             number);
const CapAction     *cap_dossier_find_action_by_id (const CapDossier *self,
                                                    const char       *id);
const CapIndicator  *cap_dossier_find_indicator (const CapDossier *self,
                                                 const char       *id);
const CapIndicator  *cap_dossier_find_indicator_by_code (const CapDossier *self,
                                                         const char       *code);
const CapSetAside   *cap_dossier_find_set_aside (const CapDossier *self,
                                                 CapSetAsideKind   kind,
                                                 const char       *criterion);
const CapRecord     *cap_dossier_find_record  (const CapDossier *self,
                                               CapRegisterKind   kind,
                                               const char       *id);
const CapRecord     *cap_dossier_find_record_by_code (const CapDossier *self,
                                                      CapRegisterKind   kind,
                                                      const char       *code);
GPtrArray           *cap_dossier_list_parts   (const CapDossier *self,
                                               CapRegisterKind   kind,
                                               const char       *parent) G_GNUC_WARN_UNUSED_RESULT;
const CapEvidence   *cap_dossier_find_evidence (const CapDossier *self,
                                                const char       *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapDossier, cap_dossier_unref)

G_END_DECLS
