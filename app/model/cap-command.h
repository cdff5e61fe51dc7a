/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapGesture:
 * @CAP_GESTURE_CREATE: the dossier is created
 * @CAP_GESTURE_ANSWER: one criterion is answered (detail: its code)
 * @CAP_GESTURE_COMMENT: one comment is written (detail: code of the criterion)
 * @CAP_GESTURE_DISCUSS: one criterion is marked to be discussed, or no more
 * @CAP_GESTURE_EVIDENCE: the evidence of one answer changes (detail: its code)
 * @CAP_GESTURE_CARRY: the previous answer is taken again (detail: code)
 * @CAP_GESTURE_IMPORT: a file is imported (detail: its name)
 * @CAP_GESTURE_MEMBER: the profile changes
 * @CAP_GESTURE_MODE: the evaluation changes mode
 * @CAP_GESTURE_EVALUATION: a new evaluation starts (detail: its number)
 * @CAP_GESTURE_ACCEPT: proposals enter the plan (detail: how many)
 * @CAP_GESTURE_ACTION: an action changes (detail: its number)
 * @CAP_GESTURE_ADD_ACTION: an action is added by hand
 * @CAP_GESTURE_REMOVE_ACTION: an action leaves the plan (detail: its number)
 * @CAP_GESTURE_EXTEND: an express evaluation becomes a full one (detail: its number)
 * @CAP_GESTURE_ADAPT: the structure changes the framework for itself
 * @CAP_GESTURE_REVIEW: an answer that was taken over is confirmed (detail: code)
 * @CAP_GESTURE_ACTIONS: several actions change at once (detail: how many)
 * @CAP_GESTURE_INDICATOR: an indicator changes, or enters (detail: its code)
 * @CAP_GESTURE_REMOVE_INDICATOR: an indicator goes (detail: its code)
 * @CAP_GESTURE_VALUES: values are entered (detail: code of the indicator, or how many)
 * @CAP_GESTURE_SET_ASIDE: a proposal is set aside (detail: code of its criterion)
 * @CAP_GESTURE_PROPOSE_AGAIN: it is proposed again (detail: code of its criterion)
 * @CAP_GESTURE_PLAN_REVIEW: the plan was gone through
 * @CAP_GESTURE_RATE_AGAIN: criteria get the level their actions brought (detail: codes)
 * @CAP_GESTURE_RECORD: a line of a register changes, or enters (detail: its code, or title)
 * @CAP_GESTURE_REMOVE_RECORD: a line of a register goes (detail: its code, or title)
 * @CAP_GESTURE_PIECE: a piece of evidence changes, or enters (detail: its title)
 * @CAP_GESTURE_REMOVE_PIECE: a piece of evidence is taken out (detail: its title)
 * @CAP_GESTURE_FINALISE: a management review is finalised (detail: its code)
 * @CAP_GESTURE_SILENCE: a warning is set aside (detail: what it is about)
 * @CAP_GESTURE_SPEAK: a warning that was set aside comes back (detail: what it is about)
 * @CAP_GESTURE_FINDING: a finding makes a step (detail: its code)
 * @CAP_GESTURE_HAND_OVER: the copy for an auditor is made (detail: code of the audit)
 * @CAP_GESTURE_VOTES: somebody votes (detail: code of the respondent)
 * @CAP_GESTURE_REMOVE_VOTES: the votes of somebody are taken out (detail: code of the respondent)
 * @CAP_GESTURE_MERGE: what another copy changed is taken in (detail: its name)
 * @CAP_GESTURE_MARK: a restore point is made (detail: its name); it changes nothing and is not undone
 * @CAP_GESTURE_RETURN: the dossier is again as it was (detail: name of the restore point, or day and time)
 * @CAP_GESTURE_SEAL: what the dossier is now is sealed (detail: what); it changes nothing, and is not undone
 * @CAP_GESTURE_SEAL_KEY: the key of the seals changes, or its passphrase; it is not undone
 * @CAP_GESTURE_BRING_BACK: one thing is again as it was (detail: what)
 * @CAP_GESTURE_SALVAGE: the dossier is saved from a damaged file (detail: its name); it is not undone
 * @CAP_GESTURE_KNOW: all of another copy is here (detail: its name); it changes nothing and is not undone
 * @CAP_GESTURE_REDACT: personal data was taken out, of the past too (detail: of how many places); it is not
 *   undone
 * @CAP_GESTURE_RETAIN: until when the dossier is kept is decided (detail: a date, or a dash); it changes
 *   nothing else, and is not undone
 * @CAP_GESTURE_ENCRYPT: the dossier was encrypted; it changes nothing of what it holds, and is not undone
 * @CAP_GESTURE_PASSPHRASE: the passphrase of the dossier was changed; the same
 * @CAP_GESTURE_DECRYPT: the dossier is no longer encrypted; the same
 *
 * What the user did, for undo and for the journal. The values are in files:
 * they never change.
 */
typedef enum
{
  CAP_GESTURE_CREATE = 1,
  CAP_GESTURE_ANSWER = 2,
  CAP_GESTURE_COMMENT = 3,
  CAP_GESTURE_DISCUSS = 4,
  CAP_GESTURE_EVIDENCE = 5,
  CAP_GESTURE_CARRY = 6,
  CAP_GESTURE_IMPORT = 7,
  CAP_GESTURE_MEMBER = 8,
  CAP_GESTURE_MODE = 9,
  CAP_GESTURE_EVALUATION = 10,
  CAP_GESTURE_ACCEPT = 11,
  CAP_GESTURE_ACTION = 12,
  CAP_GESTURE_ADD_ACTION = 13,
  CAP_GESTURE_REMOVE_ACTION = 14,
  CAP_GESTURE_EXTEND = 15,
  CAP_GESTURE_ADAPT = 16,
  CAP_GESTURE_REVIEW = 17,
  CAP_GESTURE_ACTIONS = 18,
  CAP_GESTURE_INDICATOR = 19,
  CAP_GESTURE_REMOVE_INDICATOR = 20,
  CAP_GESTURE_VALUES = 21,
  CAP_GESTURE_SET_ASIDE = 22,
  CAP_GESTURE_PROPOSE_AGAIN = 23,
  CAP_GESTURE_PLAN_REVIEW = 24,
  CAP_GESTURE_RATE_AGAIN = 25,
  CAP_GESTURE_RECORD = 26,
  CAP_GESTURE_REMOVE_RECORD = 27,
  CAP_GESTURE_PIECE = 28,
  CAP_GESTURE_REMOVE_PIECE = 29,
  CAP_GESTURE_FINALISE = 30,
  CAP_GESTURE_SILENCE = 31,
  CAP_GESTURE_SPEAK = 32,
  CAP_GESTURE_FINDING = 33,
  CAP_GESTURE_HAND_OVER = 34,
  CAP_GESTURE_VOTES = 35,
  CAP_GESTURE_REMOVE_VOTES = 36,
  CAP_GESTURE_MERGE = 37,
  CAP_GESTURE_MARK = 38,
  CAP_GESTURE_RETURN = 39,
  CAP_GESTURE_BRING_BACK = 40,
  CAP_GESTURE_SEAL = 41,
  CAP_GESTURE_SEAL_KEY = 42,
  CAP_GESTURE_SALVAGE = 43,
  CAP_GESTURE_KNOW = 44,
  CAP_GESTURE_REDACT = 45,
  CAP_GESTURE_RETAIN = 46,
  CAP_GESTURE_ENCRYPT = 47,
  CAP_GESTURE_PASSPHRASE = 48,
  CAP_GESTURE_DECRYPT = 49,
} CapGesture;

/* Stands for the number of an action that the same command puts: the store alone knows it. */
#define CAP_REVIEW_ACTION_NEXT 0

/**
 * CapEditKind:
 * @CAP_EDIT_PUT_MEMBER: @value is a CapMember
 * @CAP_EDIT_PUT_EVALUATION: @value is a CapEvaluation: its header is put, and
 *   the answers that it holds; the other answers stay
 * @CAP_EDIT_PUT_ANSWER: @value is a CapAnswer, of evaluation @owner
 * @CAP_EDIT_PUT_ACTION: @value is a CapAction; number 0 asks for the next one
 * @CAP_EDIT_REMOVE_ACTION: @owner is the UUID of an action
 * @CAP_EDIT_PUT_INDICATOR: @value is a CapIndicator, with its values
 * @CAP_EDIT_REMOVE_INDICATOR: @owner is the UUID of an indicator
 * @CAP_EDIT_PUT_SET_ASIDE: @value is a CapSetAside
 * @CAP_EDIT_REMOVE_SET_ASIDE: @value is a CapSetAside: its kind and criterion count
 * @CAP_EDIT_PUT_PLAN_REVIEW: @value is a CapPlanReview
 * @CAP_EDIT_PUT_RECORD: @value is a CapRecord; an output of a management review whose action is
 *   %CAP_REVIEW_ACTION_NEXT gets the number of the action that was put last
 * @CAP_EDIT_REMOVE_RECORD: @value is a CapRecord: its register and its UUID count
 * @CAP_EDIT_PUT_EVIDENCE: @value is a CapEvidence, with its files and its links; number 0 asks for
 *   the next one, or keeps its own
 * @CAP_EDIT_PUT_CONTENT: @value is a GBytes, the content of a file, and @owner its SHA-256: kept
 *   once, and not undone
 * @CAP_EDIT_PUT_BALLOT: @value is a CapBallot of evaluation @owner, with all its votes
 * @CAP_EDIT_REMOVE_BALLOT: @owner is the UUID of a ballot
 */
typedef enum
{
  CAP_EDIT_PUT_MEMBER,
  CAP_EDIT_PUT_EVALUATION,
  CAP_EDIT_PUT_ANSWER,
  CAP_EDIT_PUT_ACTION,
  CAP_EDIT_REMOVE_ACTION,
  CAP_EDIT_PUT_INDICATOR,
  CAP_EDIT_REMOVE_INDICATOR,
  CAP_EDIT_PUT_SET_ASIDE,
  CAP_EDIT_REMOVE_SET_ASIDE,
  CAP_EDIT_PUT_PLAN_REVIEW,
  CAP_EDIT_PUT_RECORD,
  CAP_EDIT_REMOVE_RECORD,
  CAP_EDIT_PUT_EVIDENCE,
  CAP_EDIT_PUT_CONTENT,
  CAP_EDIT_PUT_BALLOT,
  CAP_EDIT_REMOVE_BALLOT,
} CapEditKind;

typedef struct
{
  CapEditKind     kind;
  char           *owner;
  gpointer        value;
  GDestroyNotify  free_value;
} CapEdit;

/**
 * CapCommand:
 * @gesture: what the user did
 * @detail: on what; never %NULL, may be empty
 * @edits: (element-type CapEdit): in order
 *
 * A gesture as a value: the list of what it puts into the dossier or takes
 * out of it. Applied in one transaction, whole or not at all.
 */
typedef struct
{
  CapGesture  gesture;
  char       *detail;
  GPtrArray  *edits;
} CapCommand;

CapCommand *cap_command_new               (CapGesture           gesture,
                                           const char          *detail) G_GNUC_WARN_UNUSED_RESULT;
void        cap_command_free              (CapCommand          *self);

void        cap_command_put_member        (CapCommand          *self,
                                           const CapMember     *member);
void        cap_command_put_evaluation    (CapCommand          *self,
                                           const CapEvaluation *evaluation);
void        cap_command_put_answer        (CapCommand          *self,
                                           const char          *evaluation_id,
                                           const CapAnswer     *answer);
void        cap_command_put_action        (CapCommand          *self,
                                           const CapAction     *action);
void        cap_command_remove_action     (CapCommand          *self,
                                           const char          *action_id);
void        cap_command_put_indicator     (CapCommand          *self,
                                           const CapIndicator  *indicator);
void        cap_command_remove_indicator  (CapCommand          *self,
                                           const char          *indicator_id);
void        cap_command_put_set_aside     (CapCommand          *self,
                                           const CapSetAside   *set_aside);
void        cap_command_remove_set_aside  (CapCommand          *self,
                                           const CapSetAside   *set_aside);
void        cap_command_put_plan_review   (CapCommand          *self,
                                           const CapPlanReview *review);
void        cap_command_put_record        (CapCommand          *self,
                                           const CapRecord     *record);
void        cap_command_remove_record     (CapCommand          *self,
                                           const CapDossier    *dossier,
                                           const CapRecord     *record);
void        cap_command_put_evidence      (CapCommand          *self,
                                           const CapEvidence   *evidence);
void        cap_command_put_content       (CapCommand          *self,
                                           const char          *sha256,
                                           GBytes              *content);
void        cap_command_put_ballot        (CapCommand          *self,
                                           const char          *evaluation_id,
                                           const CapBallot     *ballot);
void        cap_command_remove_ballot     (CapCommand          *self,
                                           const char          *ballot_id);

char       *cap_gesture_dup_label         (CapGesture           gesture,
                                           const char          *detail) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapCommand, cap_command_free)

G_END_DECLS
