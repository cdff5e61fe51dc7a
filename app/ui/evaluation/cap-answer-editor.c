/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-answer-editor-private.h"

#include <glib/gi18n.h>

#include "quality/cap-evidence-rules.h"
#include "scoring/cap-scope.h"
#include "ui/evaluation/cap-answer-drafts.h"
#include "ui/evaluation/cap-carry-finder.h"

/**
 * CapAnswerEditor:
 *
 * The answer to one criterion while it is being given. Each change is one
 * gesture of the workspace; what it shows is what the user has just done, without
 * waiting, and falls back on the dossier when the gesture fails.
 *
 * Emits “changed” whenever anything that it says may be different.
 */
struct _CapAnswerEditor
{
  GObject         parent_instance;

  CapWorkspace   *workspace;
  char           *code;
  CapAnswer      *answer;
  char           *error;
  CapCarryFinder  finder;  /* of the previous answers */
  GHashTable     *drafts;  /* the answers whose gestures are under way */
};

G_DEFINE_FINAL_TYPE (CapAnswerEditor, cap_answer_editor, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One gesture under way. */
typedef struct
{
  CapAnswerEditor *self;
  char            *code;
} Gesture;

static void
free_gesture (Gesture *gesture)
{
  g_object_unref (gesture->self);
  g_free (gesture->code);
  g_free (gesture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gesture, free_gesture)

static void
emit_changed (CapAnswerEditor *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load_answer (CapAnswerEditor *self)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  const CapAnswer *draft;

  g_clear_pointer (&self->answer, cap_answer_free);

  if (self->code == NULL || evaluation == NULL)
    return;

  draft = cap_answer_drafts_find (self->drafts, self->code);
  self->answer = draft != NULL ? cap_answer_copy (draft)
                               : cap_evaluation_dup_answer (evaluation, self->code);
}

static void
set_error (CapAnswerEditor *self,
           const char      *code,
           const GError    *error)
{
  g_free (self->error);
  /* Translators: the code of a criterion; why its answer could not be saved */
  self->error = error == NULL ? NULL : g_strdup_printf (_("%s was not saved: %s"), code, error->message);
}

static void
gesture_run_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Gesture) gesture = user_data;
  CapAnswerEditor *self = gesture->self;
  g_autoptr(GError) error = NULL;

  cap_answer_drafts_finish (self->drafts, gesture->code);
  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_error (self, gesture->code, error);

  load_answer (self);
  emit_changed (self);
}

/* Whether something can be written about a criterion now. */
static gboolean
is_open (CapAnswerEditor *self)
{
  return self->answer != NULL && !cap_answer_editor_get_read_only (self);
}

/* Takes @command, which does what goes with @answer already. */
static void
run_command (CapAnswerEditor *self,
             const CapAnswer *answer,
             CapCommand      *command)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  Gesture *gesture = g_new0 (Gesture, 1);

  cap_command_put_answer (command, evaluation->id, answer);
  gesture->self = g_object_ref (self);
  gesture->code = g_strdup (answer->criterion);

  set_error (self, NULL, NULL);
  cap_answer_drafts_begin (self->drafts, answer);
  cap_workspace_run_async (self->workspace, command, NULL, gesture_run_cb, gesture);
  emit_changed (self);
}

/* Takes what was done to the answer to the dossier, and shows it at once. */
static void
run (CapAnswerEditor *self,
     CapGesture       kind)
{
  run_command (self, self->answer, cap_command_new (kind, self->code));
}

/* Another gesture, an undo, another dossier. */
static void
dossier_changed_cb (CapAnswerEditor *self)
{
  load_answer (self);
  emit_changed (self);
}

static void
cap_answer_editor_dispose (GObject *object)
{
  CapAnswerEditor *self = CAP_ANSWER_EDITOR (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_answer_editor_parent_class)->dispose (object);
}

static void
cap_answer_editor_finalize (GObject *object)
{
  CapAnswerEditor *self = CAP_ANSWER_EDITOR (object);

  g_clear_pointer (&self->answer, cap_answer_free);
  cap_carry_finder_clear (&self->finder);
  g_hash_table_unref (self->drafts);
  g_free (self->code);
  g_free (self->error);

  G_OBJECT_CLASS (cap_answer_editor_parent_class)->finalize (object);
}

static void
cap_answer_editor_class_init (CapAnswerEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cap_answer_editor_dispose;
  object_class->finalize = cap_answer_editor_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_ANSWER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cap_answer_editor_init (CapAnswerEditor *self)
{
  self->drafts = cap_answer_drafts_new ();
}

CapAnswerEditor *
cap_answer_editor_new (CapWorkspace *workspace)
{
  CapAnswerEditor *self = g_object_new (CAP_TYPE_ANSWER_EDITOR, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::read-only", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

CapWorkspace *
cap_answer_editor_get_workspace (CapAnswerEditor *self)
{
  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self), NULL);

  return self->workspace;
}

/**
 * cap_answer_editor_get_framework:
 *
 * Returns: (nullable): the framework of the evaluation in course
 */
const CapFramework *
cap_answer_editor_get_framework (CapAnswerEditor *self)
{
  const CapEvaluation *evaluation;

  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self), NULL);

  evaluation = cap_workspace_get_evaluation (self->workspace);

  return evaluation == NULL ? NULL : evaluation->framework;
}

/**
 * cap_answer_editor_get_criterion:
 *
 * Returns: (nullable): the criterion being answered, as the present framework words it
 */
const CapCriterion *
cap_answer_editor_get_criterion (CapAnswerEditor *self)
{
  const CapFramework *framework = cap_answer_editor_get_framework (self);

  return framework == NULL || self->code == NULL ? NULL
                                                 : cap_framework_find_criterion (framework, self->code);
}

/**
 * cap_answer_editor_set_criterion:
 * @code: (nullable): code of the criterion to answer
 *
 * Returns: whether the framework has it; nothing changes otherwise
 */
gboolean
cap_answer_editor_set_criterion (CapAnswerEditor *self,
                                 const char      *code)
{
  const CapEvaluation *evaluation;
  char *copy;

  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self), FALSE);

  evaluation = cap_workspace_get_evaluation (self->workspace);
  if (code != NULL &&
      (evaluation == NULL || cap_framework_find_criterion (evaluation->framework, code) == NULL))
    return FALSE;

  copy = g_strdup (code);
  g_free (self->code);
  self->code = copy;
  load_answer (self);
  emit_changed (self);

  return TRUE;
}

const CapAnswer *
cap_answer_editor_get_answer (CapAnswerEditor *self)
{
  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self), NULL);

  return self->answer;
}

static const CapCarriedAnswer *
find_carried (CapAnswerEditor *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  return dossier != NULL && self->code != NULL ? cap_carry_finder_find (&self->finder, dossier, self->code)
                                               : NULL;
}

/**
 * cap_answer_editor_get_previous:
 * @date: (out) (optional): the date of the previous evaluation
 *
 * Returns: (nullable): what was answered the time before, to this criterion or
 *   to those that it replaces
 */
const CapAnswer *
cap_answer_editor_get_previous (CapAnswerEditor  *self,
                                const char      **date)
{
  const CapCarriedAnswer *carried;

  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self), NULL);

  carried = find_carried (self);
  if (carried == NULL || carried->answer == NULL || carried->answer->state == CAP_ANSWER_UNANSWERED)
    return NULL;

  if (date != NULL)
    *date = cap_dossier_get_previous (cap_workspace_get_dossier (self->workspace))->date;

  return carried->answer;
}

/**
 * cap_answer_editor_list_before:
 *
 * Returns: (nullable) (element-type CapCriterion): the criteria of the previous
 *   evaluation that were answered, as they were worded
 */
const GPtrArray *
cap_answer_editor_list_before (CapAnswerEditor *self)
{
  const CapCarriedAnswer *carried;

  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self), NULL);

  carried = find_carried (self);

  return carried != NULL ? carried->before : NULL;
}

/**
 * cap_answer_editor_get_error:
 *
 * Returns: (nullable): why the last gesture was not saved, a sentence
 */
const char *
cap_answer_editor_get_error (CapAnswerEditor *self)
{
  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self), NULL);

  return self->error;
}

/* An auditor reads the answers in their copy. */
gboolean
cap_answer_editor_get_read_only (CapAnswerEditor *self)
{
  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self), TRUE);

  return cap_workspace_get_dossier (self->workspace) == NULL ||
         cap_workspace_get_read_only (self->workspace) || cap_workspace_get_audited (self->workspace) != NULL;
}

gboolean
cap_answer_editor_is_core (CapAnswerEditor *self)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  const CapCriterion *criterion = cap_answer_editor_get_criterion (self);

  return criterion != NULL && cap_criterion_is_core (criterion, evaluation->mode);
}

/**
 * cap_answer_editor_lacks_evidence:
 *
 * Returns: whether the level asks for evidence that is not there yet
 */
gboolean
cap_answer_editor_lacks_evidence (CapAnswerEditor *self)
{
  const CapAnswer *answer = cap_answer_editor_get_answer (self);

  return answer != NULL && answer->level >= cap_answer_editor_get_framework (self)->rules.evidence_from &&
         !cap_answer_has_evidence (answer, cap_workspace_get_dossier (self->workspace));
}

void
cap_answer_editor_rate (CapAnswerEditor *self,
                        int              level)
{
  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self));

  if (!is_open (self) || self->answer->level == level ||
      !cap_framework_has_level (cap_answer_editor_get_framework (self), level))
    return;

  cap_answer_rate (self->answer, level);
  run (self, CAP_GESTURE_ANSWER);
}

void
cap_answer_editor_clear (CapAnswerEditor *self)
{
  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self));

  if (!is_open (self) || self->answer->state == CAP_ANSWER_UNANSWERED)
    return;

  cap_answer_clear (self->answer);
  run (self, CAP_GESTURE_ANSWER);
}

static gboolean
check (CapAnswerEditor  *self,
       const CapAnswer  *candidate,
       GError          **error)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  return cap_scope_check_answer (cap_dossier_get_current (dossier), dossier->member, candidate, error);
}

/* Puts @candidate in place of the answer, or says why it may not be. */
static gboolean
take_answer (CapAnswerEditor *self,
             CapAnswer       *candidate,
             CapGesture       gesture)
{
  g_autoptr(CapAnswer) answer = candidate;
  g_autoptr(GError) error = NULL;

  if (!check (self, answer, &error))
    {
      set_error (self, self->code, error);
      emit_changed (self);
      return FALSE;
    }

  cap_answer_free (self->answer);
  self->answer = g_steal_pointer (&answer);
  run (self, gesture);

  return TRUE;
}

/**
 * cap_answer_editor_allows_not_applicable:
 * @error: says why not, in a sentence for the user
 *
 * Returns: whether the criterion may be *non concerné*, for some reason
 */
gboolean
cap_answer_editor_allows_not_applicable (CapAnswerEditor  *self,
                                         GError          **error)
{
  g_autoptr(CapAnswer) candidate = NULL;

  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self) && self->answer != NULL, FALSE);

  candidate = cap_answer_copy (self->answer);
  cap_answer_set_not_applicable (candidate, "…");

  return check (self, candidate, error);
}

/**
 * cap_answer_editor_set_not_applicable:
 * @reason: why
 *
 * Returns: whether that was accepted; the error says why not
 */
gboolean
cap_answer_editor_set_not_applicable (CapAnswerEditor *self,
                                      const char      *reason)
{
  g_autofree char *text = g_strstrip (g_strdup (reason));
  CapAnswer *candidate;

  g_return_val_if_fail (CAP_IS_ANSWER_EDITOR (self), FALSE);

  if (!is_open (self))
    return FALSE;

  candidate = cap_answer_copy (self->answer);
  cap_answer_set_not_applicable (candidate, text);

  return take_answer (self, candidate, CAP_GESTURE_ANSWER);
}

void
cap_answer_editor_set_comment (CapAnswerEditor *self,
                               const char      *comment)
{
  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self) && comment != NULL);

  if (!is_open (self) || g_str_equal (self->answer->comment, comment))
    return;

  cap_answer_set_comment (self->answer, comment);
  run (self, CAP_GESTURE_COMMENT);
}

void
cap_answer_editor_set_discuss (CapAnswerEditor *self,
                               gboolean         discuss)
{
  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self));

  if (!is_open (self) || self->answer->discuss == discuss)
    return;

  self->answer->discuss = discuss;
  run (self, CAP_GESTURE_DISCUSS);
}

CapAnswer *
cap_answer_editor_dup_draft (CapAnswerEditor *self,
                             const char      *code)
{
  const CapAnswer *draft;

  if (!is_open (self))
    return NULL;

  if (code == NULL || g_str_equal (code, self->code))
    return cap_answer_copy (self->answer);

  draft = cap_answer_drafts_find (self->drafts, code);

  return draft != NULL ? cap_answer_copy (draft)
                       : cap_evaluation_dup_answer (cap_workspace_get_evaluation (self->workspace), code);
}

void
cap_answer_editor_take (CapAnswerEditor *self,
                        CapAnswer       *answer,
                        CapCommand      *command)
{
  g_autoptr(CapAnswer) shown = self->answer;

  if (g_str_equal (answer->criterion, self->code))
    self->answer = cap_answer_copy (answer);
  else
    g_steal_pointer (&shown);

  run_command (self, answer, command);
  cap_answer_free (answer);
}

/* The answer holds: there is nothing to look at again. */
void
cap_answer_editor_confirm (CapAnswerEditor *self)
{
  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self));

  if (!is_open (self) || self->answer->review == CAP_REVIEW_NONE)
    return;

  self->answer->review = CAP_REVIEW_NONE;
  run (self, CAP_GESTURE_REVIEW);
}

/**
 * cap_answer_editor_carry_over:
 *
 * Takes the level, the comment and the evidence of the previous evaluation
 * again, in one gesture. The evidence stays the same piece, shared by both.
 */
void
cap_answer_editor_carry_over (CapAnswerEditor *self)
{
  const CapAnswer *previous;
  CapAnswer *candidate;

  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self));

  previous = cap_answer_editor_get_previous (self, NULL);
  if (!is_open (self) || previous == NULL)
    return;

  candidate = cap_answer_copy (previous);
  candidate->discuss = FALSE;
  candidate->review = CAP_REVIEW_NONE; /* it was chosen in front of the present wording */
  take_answer (self, candidate, CAP_GESTURE_CARRY);
}
