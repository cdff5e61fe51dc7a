/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/report/sample.h"

#include "exchange/cap-demo.h"
#include "exchange/cap-framework-json.h"

#define TODAY "2026-11-20"

static CapEvaluation *
find_evaluation (CapDossier *dossier,
                 const char *id)
{
  for (guint i = 0; i < dossier->evaluations->len; i++)
    {
      CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, i);

      if (g_strcmp0 (evaluation->id, id) == 0)
        return evaluation;
    }

  return NULL;
}

static void
apply (CapDossier    *dossier,
       const CapEdit *edit)
{
  switch (edit->kind)
    {
    case CAP_EDIT_PUT_EVALUATION:
      g_ptr_array_add (dossier->evaluations, cap_evaluation_copy (edit->value));
      break;
    case CAP_EDIT_PUT_ANSWER:
      cap_evaluation_take_answer (find_evaluation (dossier, edit->owner), cap_answer_copy (edit->value));
      break;
    case CAP_EDIT_PUT_ACTION:
      g_ptr_array_add (dossier->actions, cap_action_copy (edit->value));
      break;
    case CAP_EDIT_PUT_INDICATOR:
      g_ptr_array_add (dossier->indicators, cap_indicator_copy (edit->value));
      break;
    case CAP_EDIT_PUT_SET_ASIDE:
      g_ptr_array_add (dossier->set_asides, cap_set_aside_copy (edit->value));
      break;
    case CAP_EDIT_PUT_PLAN_REVIEW:
      g_ptr_array_add (dossier->reviews, cap_plan_review_copy (edit->value));
      break;
    case CAP_EDIT_PUT_MEMBER:
    case CAP_EDIT_REMOVE_ACTION:
    case CAP_EDIT_REMOVE_INDICATOR:
    case CAP_EDIT_REMOVE_SET_ASIDE:
    default:
      break;
    }
}

static CapMember *
find_member (const CapCommand *command)
{
  for (guint i = 0; i < command->edits->len; i++)
    {
      const CapEdit *edit = g_ptr_array_index (command->edits, i);

      if (edit->kind == CAP_EDIT_PUT_MEMBER)
        return cap_member_copy (edit->value);
    }

  g_assert_not_reached ();
}

CapDossier *
sample_new_dossier_of_demo (void)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands ();
  CapDossier *dossier = cap_dossier_new ("demo", find_member (g_ptr_array_index (commands, 0)));

  for (guint i = 0; i < commands->len; i++)
    {
      const CapCommand *command = g_ptr_array_index (commands, i);

      for (guint j = 0; j < command->edits->len; j++)
        apply (dossier, g_ptr_array_index (command->edits, j));
    }

  /* The store numbers them. */
  for (guint i = 0; i < dossier->actions->len; i++)
    ((CapAction *) g_ptr_array_index (dossier->actions, i))->number = i + 1;

  return dossier;
}

Sample *
sample_new_demo (void)
{
  return sample_new (sample_new_dossier_of_demo ());
}

Sample *
sample_new_empty (const char *name)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  CapDossier *dossier = cap_dossier_new ("empty", cap_member_new (name));

  g_ptr_array_add (dossier->evaluations, cap_evaluation_new ("one", 1, TODAY, CAP_MODE_CAP, framework));

  return sample_new (dossier);
}

/* Takes @dossier. */
Sample *
sample_new (CapDossier *dossier)
{
  Sample *self = g_new0 (Sample, 1);
  const CapEvaluation *previous = cap_dossier_get_previous (dossier);

  self->dossier = dossier;
  self->photograph = cap_photograph_new (cap_dossier_get_current (dossier), dossier->member);
  if (previous != NULL)
    self->previous = cap_photograph_new (previous, dossier->member);
  self->proposals = cap_proposals_list (self->photograph, dossier->actions, NULL, TODAY);

  return self;
}

void
sample_free (Sample *self)
{
  g_ptr_array_unref (self->proposals);
  g_clear_pointer (&self->previous, cap_photograph_unref);
  cap_photograph_unref (self->photograph);
  cap_dossier_unref (self->dossier);
  g_free (self);
}

CapReportInput
sample_get_input (const Sample *self)
{
  return (CapReportInput) {
    .dossier = self->dossier,
    .evaluation = cap_dossier_get_current (self->dossier),
    .photograph = self->photograph,
    .previous_evaluation = cap_dossier_get_previous (self->dossier),
    .previous = self->previous,
    .proposals = self->proposals,
    .date = TODAY,
  };
}

GBytes *
sample_render (const Sample  *self,
               CapReportKind  kind)
{
  CapReportInput input = sample_get_input (self);
  g_autoptr(GError) error = NULL;
  GBytes *pdf = cap_report_render (kind, &input, &error);

  g_assert_no_error (error);

  return pdf;
}
