/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-command.h"

#include <glib/gi18n.h>

/* The sentences of undo and of the journal. “%s” is the detail of the gesture. */
static const char * const labels[] = {
  [CAP_GESTURE_CREATE] = N_("Create the dossier"),
  /* Translators: %s is the code of a criterion, as “A1.1” */
  [CAP_GESTURE_ANSWER] = N_("Answer %s"),
  /* Translators: %s is the code of a criterion */
  [CAP_GESTURE_COMMENT] = N_("Comment on %s"),
  /* Translators: %s is the code of a criterion */
  [CAP_GESTURE_DISCUSS] = N_("Mark %s for discussion"),
  /* Translators: %s is the code of a criterion */
  [CAP_GESTURE_EVIDENCE] = N_("Evidence of %s"),
  /* Translators: %s is the code of a criterion */
  [CAP_GESTURE_CARRY] = N_("Carry over the answer to %s"),
  /* Translators: %s is the name of a file */
  [CAP_GESTURE_IMPORT] = N_("Import %s"),
  [CAP_GESTURE_MEMBER] = N_("Change the profile"),
  [CAP_GESTURE_MODE] = N_("Change the mode"),
  /* Translators: %s is the number of an evaluation */
  [CAP_GESTURE_EVALUATION] = N_("Start evaluation %s"),
  /* Translators: %s is the number of proposals */
  [CAP_GESTURE_ACCEPT] = N_("Accept proposals (%s)"),
  /* Translators: %s is the number of an action */
  [CAP_GESTURE_ACTION] = N_("Change action %s"),
  [CAP_GESTURE_ADD_ACTION] = N_("Add an action"),
  /* Translators: %s is the number of an action */
  [CAP_GESTURE_REMOVE_ACTION] = N_("Remove action %s"),
  /* Translators: %s is the number of an evaluation */
  [CAP_GESTURE_EXTEND] = N_("Extend evaluation %s to the full path"),
  [CAP_GESTURE_ADAPT] = N_("Adapt the framework"),
  /* Translators: %s is the code of a criterion */
  [CAP_GESTURE_REVIEW] = N_("Confirm the answer to %s"),
  /* Translators: %s is the number of actions */
  [CAP_GESTURE_ACTIONS] = N_("Change several actions (%s)"),
  /* Translators: %s is the code of an indicator */
  [CAP_GESTURE_INDICATOR] = N_("Change indicator %s"),
  /* Translators: %s is the code of an indicator */
  [CAP_GESTURE_REMOVE_INDICATOR] = N_("Remove indicator %s"),
  /* Translators: %s is the code of an indicator, or how many values there are */
  [CAP_GESTURE_VALUES] = N_("Values of indicators (%s)"),
  /* Translators: %s is the code of a criterion */
  [CAP_GESTURE_SET_ASIDE] = N_("Set aside the proposal for %s"),
  /* Translators: %s is the code of a criterion */
  [CAP_GESTURE_PROPOSE_AGAIN] = N_("Propose %s again"),
  [CAP_GESTURE_PLAN_REVIEW] = N_("Go through the plan"),
  /* Translators: %s are codes of criteria */
  [CAP_GESTURE_RATE_AGAIN] = N_("New levels: %s"),
  /* Translators: %s is the code or the title of a line of a register, as “R-03” */
  [CAP_GESTURE_RECORD] = N_("Change %s"),
  /* Translators: %s is the code or the title of a line of a register, as “R-03” */
  [CAP_GESTURE_REMOVE_RECORD] = N_("Remove %s"),
  /* Translators: %s is the title of a piece of evidence */
  [CAP_GESTURE_PIECE] = N_("Evidence “%s”"),
  /* Translators: %s is the title of a piece of evidence */
  [CAP_GESTURE_REMOVE_PIECE] = N_("Take out the evidence “%s”"),
  /* Translators: %s is the code of a management review */
  [CAP_GESTURE_FINALISE] = N_("Finalise %s"),
  /* Translators: %s is what a warning is about */
  [CAP_GESTURE_SILENCE] = N_("Set aside the warning about %s"),
  /* Translators: %s is what a warning is about */
  [CAP_GESTURE_SPEAK] = N_("Warn again about %s"),
  /* Translators: %s is the code of a finding */
  [CAP_GESTURE_FINDING] = N_("Step of finding %s"),
  /* Translators: %s is the code of an audit */
  [CAP_GESTURE_HAND_OVER] = N_("Copy for the auditor of %s"),
  [CAP_GESTURE_VOTES] = N_("Votes of %s"),
  [CAP_GESTURE_REMOVE_VOTES] = N_("Take out the votes of %s"),
  [CAP_GESTURE_MERGE] = N_("Merge of “%s”"),
  /* Translators: %s is a name that somebody gave */
  [CAP_GESTURE_MARK] = N_("Restore point “%s”"),
  /* Translators: %s is the name of a restore point, or what was done just after it */
  [CAP_GESTURE_RETURN] = N_("Return to “%s”"),
  /* Translators: %s is the title of a document */
  [CAP_GESTURE_SEAL] = N_("Seal “%s”"),
  [CAP_GESTURE_SEAL_KEY] = N_("Change the key of the seals"),
  /* Translators: %s is what, as “Answer A1.2” */
  [CAP_GESTURE_BRING_BACK] = N_("Bring back: %s"),
  /* Translators: %s is the name of a file */
  [CAP_GESTURE_SALVAGE] = N_("Save what could be saved of “%s”"),
  /* Translators: %s is the name of a file */
  [CAP_GESTURE_KNOW] = N_("All of “%s” is here"),
  /* Translators: %s is the number of places */
  [CAP_GESTURE_REDACT] = N_("Take personal data out (places: %s)"),
  /* Translators: %s is a date */
  [CAP_GESTURE_RETAIN] = N_("Keep the dossier until: %s"),
  [CAP_GESTURE_ENCRYPT] = N_("Encrypt the dossier"),
  [CAP_GESTURE_PASSPHRASE] = N_("Change the passphrase of the dossier"),
  [CAP_GESTURE_DECRYPT] = N_("Decrypt the dossier"),
};

static void
free_edit (CapEdit *edit)
{
  if (edit->free_value != NULL)
    edit->free_value (edit->value);
  g_free (edit->owner);
  g_free (edit);
}

CapCommand *
cap_command_new (CapGesture  gesture,
                 const char *detail)
{
  CapCommand *self = g_new0 (CapCommand, 1);

  self->gesture = gesture;
  self->detail = g_strdup (detail != NULL ? detail : "");
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) free_edit);

  return self;
}

void
cap_command_free (CapCommand *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->detail);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

static void
add_edit (CapCommand     *self,
          CapEditKind     kind,
          const char     *owner,
          gpointer        value,
          GDestroyNotify  free_value)
{
  CapEdit *edit = g_new0 (CapEdit, 1);

  edit->kind = kind;
  edit->owner = g_strdup (owner);
  edit->value = value;
  edit->free_value = free_value;
  g_ptr_array_add (self->edits, edit);
}

void
cap_command_put_member (CapCommand      *self,
                        const CapMember *member)
{
  g_return_if_fail (self != NULL && member != NULL);

  add_edit (self, CAP_EDIT_PUT_MEMBER, NULL, cap_member_copy (member), (GDestroyNotify) cap_member_free);
}

void
cap_command_put_evaluation (CapCommand          *self,
                            const CapEvaluation *evaluation)
{
  g_return_if_fail (self != NULL && evaluation != NULL);

  add_edit (self, CAP_EDIT_PUT_EVALUATION, NULL, cap_evaluation_copy (evaluation),
            (GDestroyNotify) cap_evaluation_free);
}

void
cap_command_put_answer (CapCommand      *self,
                        const char      *evaluation_id,
                        const CapAnswer *answer)
{
  g_return_if_fail (self != NULL && evaluation_id != NULL && answer != NULL);

  add_edit (self, CAP_EDIT_PUT_ANSWER, evaluation_id, cap_answer_copy (answer),
            (GDestroyNotify) cap_answer_free);
}

void
cap_command_put_action (CapCommand      *self,
                        const CapAction *action)
{
  g_return_if_fail (self != NULL && action != NULL);

  add_edit (self, CAP_EDIT_PUT_ACTION, NULL, cap_action_copy (action), (GDestroyNotify) cap_action_free);
}

void
cap_command_remove_action (CapCommand *self,
                           const char *action_id)
{
  g_return_if_fail (self != NULL && action_id != NULL);

  add_edit (self, CAP_EDIT_REMOVE_ACTION, action_id, NULL, NULL);
}

void
cap_command_put_indicator (CapCommand         *self,
                           const CapIndicator *indicator)
{
  g_return_if_fail (self != NULL && indicator != NULL);

  add_edit (self, CAP_EDIT_PUT_INDICATOR, NULL, cap_indicator_copy (indicator),
            (GDestroyNotify) cap_indicator_free);
}

void
cap_command_remove_indicator (CapCommand *self,
                              const char *indicator_id)
{
  g_return_if_fail (self != NULL && indicator_id != NULL);

  add_edit (self, CAP_EDIT_REMOVE_INDICATOR, indicator_id, NULL, NULL);
}

void
cap_command_put_set_aside (CapCommand        *self,
                           const CapSetAside *set_aside)
{
  g_return_if_fail (self != NULL && set_aside != NULL);

  add_edit (self, CAP_EDIT_PUT_SET_ASIDE, NULL, cap_set_aside_copy (set_aside),
            (GDestroyNotify) cap_set_aside_free);
}

void
cap_command_remove_set_aside (CapCommand        *self,
                              const CapSetAside *set_aside)
{
  g_return_if_fail (self != NULL && set_aside != NULL);

  add_edit (self, CAP_EDIT_REMOVE_SET_ASIDE, NULL, cap_set_aside_copy (set_aside),
            (GDestroyNotify) cap_set_aside_free);
}

void
cap_command_put_plan_review (CapCommand          *self,
                             const CapPlanReview *review)
{
  g_return_if_fail (self != NULL && review != NULL);

  add_edit (self, CAP_EDIT_PUT_PLAN_REVIEW, NULL, cap_plan_review_copy (review),
            (GDestroyNotify) cap_plan_review_free);
}

void
cap_command_put_record (CapCommand      *self,
                        const CapRecord *record)
{
  g_return_if_fail (self != NULL && record != NULL);

  add_edit (self, CAP_EDIT_PUT_RECORD, NULL, cap_record_copy (record), (GDestroyNotify) cap_record_free);
}

static void
remove_parts (CapCommand       *self,
              const CapDossier *dossier,
              CapRegisterKind   kind,
              const CapRecord  *record)
{
  g_autoptr(GPtrArray) parts = cap_dossier_list_parts (dossier, kind, record->id);

  for (guint i = 0; i < parts->len; i++)
    cap_command_remove_record (self, dossier, g_ptr_array_index (parts, i));
}

static void
remove_links (CapCommand       *self,
              const CapDossier *dossier,
              const CapRecord  *record)
{
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      const CapEvidence *evidence = g_ptr_array_index (dossier->evidence, i);
      g_autoptr(CapEvidence) changed = NULL;

      if (!cap_evidence_serves (evidence, CAP_PLACE_RECORD, record->id))
        continue;

      changed = cap_evidence_copy (evidence);
      cap_evidence_remove_link (changed, CAP_PLACE_RECORD, record->id);
      cap_command_put_evidence (self, changed);
    }
}

/**
 * cap_command_remove_record:
 * @dossier: where the record is
 *
 * Takes a record out with the records that belong to it. The evidence that
 * served it stays, and serves it no more.
 */
void
cap_command_remove_record (CapCommand       *self,
                           const CapDossier *dossier,
                           const CapRecord  *record)
{
  g_return_if_fail (self != NULL && dossier != NULL && record != NULL);

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      if (cap_register_get (kind)->parent == record->kind)
        remove_parts (self, dossier, kind, record);
    }
  remove_links (self, dossier, record);
  add_edit (self, CAP_EDIT_REMOVE_RECORD, NULL, cap_record_copy (record), (GDestroyNotify) cap_record_free);
}

void
cap_command_put_evidence (CapCommand        *self,
                          const CapEvidence *evidence)
{
  g_return_if_fail (self != NULL && evidence != NULL);

  add_edit (self, CAP_EDIT_PUT_EVIDENCE, NULL, cap_evidence_copy (evidence),
            (GDestroyNotify) cap_evidence_free);
}

/* @content of @sha256, to be put before the evidence that refers to it. */
void
cap_command_put_content (CapCommand *self,
                         const char *sha256,
                         GBytes     *content)
{
  g_return_if_fail (self != NULL && sha256 != NULL && content != NULL);

  add_edit (self, CAP_EDIT_PUT_CONTENT, sha256, g_bytes_ref (content), (GDestroyNotify) g_bytes_unref);
}

/* @ballot with all its votes: those it has no more are taken back. */
void
cap_command_put_ballot (CapCommand      *self,
                        const char      *evaluation_id,
                        const CapBallot *ballot)
{
  g_return_if_fail (self != NULL && evaluation_id != NULL && ballot != NULL);

  add_edit (self, CAP_EDIT_PUT_BALLOT, evaluation_id, cap_ballot_copy (ballot),
            (GDestroyNotify) cap_ballot_free);
}

void
cap_command_remove_ballot (CapCommand *self,
                           const char *ballot_id)
{
  g_return_if_fail (self != NULL && ballot_id != NULL);

  add_edit (self, CAP_EDIT_REMOVE_BALLOT, ballot_id, NULL, NULL);
}

/**
 * cap_gesture_dup_label:
 * @gesture: a gesture, perhaps of a newer program
 * @detail: its detail
 *
 * Returns: (transfer full): what was done, in the user’s language
 */
char *
cap_gesture_dup_label (CapGesture  gesture,
                       const char *detail)
{
  const char *label;
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (detail != NULL, NULL);

  if ((guint) gesture >= G_N_ELEMENTS (labels) || labels[gesture] == NULL)
    return g_strdup (_("A change"));

  label = gettext (labels[gesture]);
  parts = g_strsplit (label, "%s", 2);

  return g_strjoinv (detail, parts);
}
