/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-ballot.h"
#include "model/cap-evidence.h"
#include "model/cap-framework.h"

G_BEGIN_DECLS

/**
 * CapAnswerState:
 * @CAP_ANSWER_UNANSWERED: no level yet; there may be a comment already
 * @CAP_ANSWER_RATED: a level was chosen
 * @CAP_ANSWER_NOT_APPLICABLE: *non concerné*, with its reason
 */
typedef enum
{
  CAP_ANSWER_UNANSWERED,
  CAP_ANSWER_RATED,
  CAP_ANSWER_NOT_APPLICABLE,
} CapAnswerState;

/**
 * CapPath:
 * @CAP_PATH_FULL: every criterion
 * @CAP_PATH_EXPRESS: those that the framework chose for a first hour
 */
typedef enum
{
  CAP_PATH_FULL,
  CAP_PATH_EXPRESS,
} CapPath;

/**
 * CapReview:
 * @CAP_REVIEW_NONE: nothing to look at again
 * @CAP_REVIEW_REWORDED: the criterion is worded otherwise than when it was
 *   answered
 * @CAP_REVIEW_MOVED: it was answered to another criterion, which this one
 *   replaces
 * @CAP_REVIEW_MERGED: it was answered to several criteria, now one
 *
 * Why an answer that was taken over is to be looked at again (*à revoir*).
 */
typedef enum
{
  CAP_REVIEW_NONE,
  CAP_REVIEW_REWORDED,
  CAP_REVIEW_MOVED,
  CAP_REVIEW_MERGED,
} CapReview;

/**
 * CapAnswer:
 * @criterion: code of the criterion
 * @level: a level of the framework when rated, %CAP_LEVEL_UNSET otherwise
 * @comment: never %NULL, may be empty
 * @reason: why it is not applicable; never %NULL, empty otherwise
 * @discuss: marked *à discuter*
 * @review: why it is marked *à revoir*
 * @evidence: (element-type CapEvidence): what supports it, by title; see CapEvidence
 *
 * What was answered to one criterion.
 */
typedef struct
{
  char           *criterion;
  CapAnswerState  state;
  int             level;
  char           *comment;
  char           *reason;
  gboolean        discuss;
  CapReview       review;
  GPtrArray      *evidence;
} CapAnswer;

/**
 * CapEvaluation:
 * @id: UUID
 * @number: 1 for the first one of the dossier
 * @date: the day it was started, ISO 8601
 * @path: how much of the framework it goes through
 * @framework: the version it is bound to
 * @ballots: (element-type CapBallot): what each respondent voted, by college and by code; a copy has none
 *
 * One self-evaluation: a campaign of answers on one version of the framework.
 */
typedef struct
{
  char         *id;
  guint         number;
  char         *date;
  CapMode       mode;
  CapPath       path;
  CapFramework *framework;
  GPtrArray    *ballots;

  /*< private >*/
  GHashTable   *answers;
} CapEvaluation;

CapAnswer       *cap_answer_new             (const char          *criterion) G_GNUC_WARN_UNUSED_RESULT;
CapAnswer       *cap_answer_new_rated       (const char          *criterion,
                                             int                  level) G_GNUC_WARN_UNUSED_RESULT;
CapAnswer       *cap_answer_copy            (const CapAnswer     *self) G_GNUC_WARN_UNUSED_RESULT;
void             cap_answer_free            (CapAnswer           *self);
gboolean         cap_answer_is_empty        (const CapAnswer     *self);
void             cap_answer_rate            (CapAnswer           *self,
                                             int                  level);
void             cap_answer_set_not_applicable (CapAnswer        *self,
                                                const char       *reason);
void             cap_answer_clear           (CapAnswer           *self);
void             cap_answer_set_comment     (CapAnswer           *self,
                                             const char          *comment);

CapEvaluation   *cap_evaluation_new         (const char          *id,
                                             guint                number,
                                             const char          *date,
                                             CapMode              mode,
                                             CapFramework        *framework) G_GNUC_WARN_UNUSED_RESULT;
CapEvaluation   *cap_evaluation_copy        (const CapEvaluation *self) G_GNUC_WARN_UNUSED_RESULT;
CapEvaluation   *cap_evaluation_copy_header (const CapEvaluation *self) G_GNUC_WARN_UNUSED_RESULT;
void             cap_evaluation_set_framework (CapEvaluation     *self,
                                             CapFramework        *framework);
void             cap_evaluation_free        (CapEvaluation       *self);
void             cap_evaluation_take_answer (CapEvaluation       *self,
                                             CapAnswer           *answer);
const CapAnswer *cap_evaluation_get_answer  (const CapEvaluation *self,
                                             const char          *criterion);
CapAnswer       *cap_evaluation_dup_answer  (const CapEvaluation *self,
                                             const char          *criterion) G_GNUC_WARN_UNUSED_RESULT;
const CapBallot *cap_evaluation_find_ballot (const CapEvaluation *self,
                                             const char          *respondent);

const char      *cap_mode_to_name           (CapMode              mode);
gboolean         cap_mode_from_name         (const char          *name,
                                             CapMode             *mode);
const char      *cap_path_to_name           (CapPath              path);
gboolean         cap_path_from_name         (const char          *name,
                                             CapPath             *path);
const char      *cap_review_to_name         (CapReview            review);
gboolean         cap_review_from_name       (const char          *name,
                                             CapReview           *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapAnswer, cap_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapEvaluation, cap_evaluation_free)

G_END_DECLS
