/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/evaluation/cap-answer-editor-private.h"

/* What supports an answer, one gesture for each change. */

static const char *
empty_to_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
find_piece (const CapAnswer *answer,
            const char      *id,
            guint           *index)
{
  for (guint i = 0; i < answer->evidence->len; i++)
    if (g_str_equal (((const CapEvidence *) g_ptr_array_index (answer->evidence, i))->id, id))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/* An answer holds a piece by what is said of it. Returns: whether it did not hold it yet */
static gboolean
hold (CapAnswer         *answer,
      const CapEvidence *piece)
{
  guint index;

  if (find_piece (answer, piece->id, &index))
    return FALSE;

  g_ptr_array_add (answer->evidence,
                   cap_evidence_new (piece->id, piece->title, piece->reference, piece->date));

  return TRUE;
}

static void
run (CapAnswerEditor *self,
     CapAnswer       *answer)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_EVIDENCE, answer->criterion);

  cap_answer_editor_take (self, answer, command);
}

/**
 * cap_answer_editor_add_evidence:
 * @title: what it is
 * @reference: (nullable): where it is kept
 * @date: (nullable): its date, ISO 8601
 */
void
cap_answer_editor_add_evidence (CapAnswerEditor *self,
                                const char      *title,
                                const char      *reference,
                                const char      *date)
{
  CapAnswer *answer;

  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self) && title != NULL);

  answer = cap_answer_editor_dup_draft (self, NULL);
  if (answer == NULL)
    return;

  g_ptr_array_add (answer->evidence,
                   cap_evidence_new (NULL, title, empty_to_null (reference), empty_to_null (date)));
  run (self, answer);
}

/**
 * cap_answer_editor_add_files:
 * @code: of the criterion that they were given for, answered or not
 * @contents: (element-type CapEvidenceContent): files that were read
 *
 * In one gesture, with their content. A file that the dossier has already is the piece that it is.
 */
void
cap_answer_editor_add_files (CapAnswerEditor *self,
                             const char      *code,
                             const GPtrArray *contents)
{
  CapWorkspace *workspace;
  CapDossier *dossier;
  g_autoptr(CapAnswer) answer = NULL;
  g_autoptr(GPtrArray) pieces = NULL;
  g_autofree char *today = NULL;
  CapCommand *command;
  guint n_added = 0;

  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self) && code != NULL && contents != NULL);

  answer = cap_answer_editor_dup_draft (self, code);
  if (answer == NULL)
    return;

  workspace = cap_answer_editor_get_workspace (self);
  dossier = cap_workspace_get_dossier (workspace);
  today = cap_workspace_dup_today (workspace);
  pieces = cap_evidence_list_new (dossier, contents, today);
  command = cap_command_new (CAP_GESTURE_EVIDENCE, code);
  cap_evidence_put_contents (command, contents);
  for (guint i = 0; i < pieces->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (pieces, i);

      n_added += hold (answer, piece) ? 1 : 0;
      if (cap_dossier_find_evidence (dossier, piece->id) == NULL)
        cap_command_put_evidence (command, piece);
    }

  if (n_added > 0)
    cap_answer_editor_take (self, g_steal_pointer (&answer), command);
  else
    cap_command_free (command);
}

/* @id: UUID of a piece that the dossier has */
void
cap_answer_editor_add_piece (CapAnswerEditor *self,
                             const char      *code,
                             const char      *id)
{
  g_autoptr(CapAnswer) answer = NULL;
  const CapEvidence *piece;

  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self) && code != NULL && id != NULL);

  answer = cap_answer_editor_dup_draft (self, code);
  if (answer == NULL)
    return;

  piece = cap_dossier_find_evidence (cap_workspace_get_dossier (cap_answer_editor_get_workspace (self)), id);
  if (piece != NULL && hold (answer, piece))
    run (self, g_steal_pointer (&answer));
}

void
cap_answer_editor_remove_evidence (CapAnswerEditor *self,
                                   const char      *id)
{
  g_autoptr(CapAnswer) answer = NULL;
  guint index;

  g_return_if_fail (CAP_IS_ANSWER_EDITOR (self) && id != NULL);

  answer = cap_answer_editor_dup_draft (self, NULL);
  if (answer == NULL || !find_piece (answer, id, &index))
    return;

  g_ptr_array_remove_index (answer->evidence, index);
  run (self, g_steal_pointer (&answer));
}
