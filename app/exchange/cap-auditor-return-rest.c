/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-auditor-return-private.h"

#include <glib/gi18n.h>

/* What differs between the copy and the dossier once the audit is taken in: the dossier has the last word. */

static void
add_count (CapAuditorReturn *self,
           const char       *name,
           const char       *label,
           guint             count)
{
  CapReturnRest *rest;

  if (count == 0)
    return;

  rest = g_new0 (CapReturnRest, 1);
  rest->name = name;
  rest->label = label;
  rest->count = count;
  g_ptr_array_add (self->rest, rest);
}

/* The names that the dossier gives are no difference. */
static gboolean
says_the_same (const CapRecord *mine,
               const CapRecord *theirs)
{
  g_autoptr(CapRecord) named = cap_record_copy (theirs);

  if (mine->kind == CAP_REGISTER_AUDIT)
    cap_record_set (named, CAP_AUDIT_CODE, cap_record_get (mine, CAP_AUDIT_CODE));
  if (mine->kind == CAP_REGISTER_FINDING)
    {
      cap_record_set (named, CAP_FINDING_CODE, cap_record_get (mine, CAP_FINDING_CODE));
      cap_record_set (named, CAP_FINDING_AUDIT, cap_record_get (mine, CAP_FINDING_AUDIT));
    }

  return cap_record_equal (mine, named);
}

static guint
count_records (const CapAuditorReturnInput *input,
               CapRegisterKind              kind,
               GHashTable                  *taken)
{
  guint count = 0;

  for (guint i = 0; i < input->copy->registers[kind]->len; i++)
    {
      const CapRecord *theirs = g_ptr_array_index (input->copy->registers[kind], i);
      const CapRecord *mine = g_hash_table_lookup (taken, theirs->id);

      if (mine == NULL)
        mine = cap_dossier_find_record (input->dossier, kind, theirs->id);
      count += mine == NULL || !says_the_same (mine, theirs) ? 1 : 0;
    }

  for (guint i = 0; i < input->dossier->registers[kind]->len; i++)
    {
      const CapRecord *mine = g_ptr_array_index (input->dossier->registers[kind], i);

      count += cap_dossier_find_record (input->copy, kind, mine->id) == NULL ? 1 : 0;
    }

  return count;
}

static gboolean
answers_equal (const CapAnswer *mine,
               const CapAnswer *theirs)
{
  if (mine == NULL || theirs == NULL)
    return (mine == NULL || cap_answer_is_empty (mine)) && (theirs == NULL || cap_answer_is_empty (theirs));

  return mine->state == theirs->state && mine->level == theirs->level && mine->discuss == theirs->discuss &&
         g_str_equal (mine->comment, theirs->comment) && g_str_equal (mine->reason, theirs->reason);
}

static guint
count_answers (const CapAuditorReturnInput *input)
{
  guint count = 0;

  for (guint i = 0; i < input->copy->evaluations->len; i++)
    {
      const CapEvaluation *theirs = g_ptr_array_index (input->copy->evaluations, i);
      const CapEvaluation *mine = cap_dossier_find_evaluation (input->dossier, theirs->number);

      for (guint j = 0; mine != NULL && j < mine->framework->criteria->len; j++)
        {
          const CapCriterion *criterion = g_ptr_array_index (mine->framework->criteria, j);

          count += answers_equal (cap_evaluation_get_answer (mine, criterion->code),
                                  cap_evaluation_get_answer (theirs, criterion->code)) ? 0 : 1;
        }
    }

  return count;
}

static guint
count_actions (const CapAuditorReturnInput *input)
{
  guint count = 0;

  for (guint i = 0; i < input->copy->actions->len; i++)
    {
      const CapAction *theirs = g_ptr_array_index (input->copy->actions, i);
      const CapAction *mine = cap_dossier_find_action_by_id (input->dossier, theirs->id);

      count += mine == NULL || !cap_action_equal (mine, theirs) ? 1 : 0;
    }

  for (guint i = 0; i < input->dossier->actions->len; i++)
    {
      const CapAction *mine = g_ptr_array_index (input->dossier->actions, i);

      count += cap_dossier_find_action_by_id (input->copy, mine->id) == NULL ? 1 : 0;
    }

  return count;
}

static guint
count_indicators (const CapAuditorReturnInput *input)
{
  guint count = 0;

  for (guint i = 0; i < input->copy->indicators->len; i++)
    {
      const CapIndicator *theirs = g_ptr_array_index (input->copy->indicators, i);
      const CapIndicator *mine = cap_dossier_find_indicator (input->dossier, theirs->id);

      count += mine == NULL || !cap_indicator_equal (mine, theirs) ? 1 : 0;
    }

  for (guint i = 0; i < input->dossier->indicators->len; i++)
    {
      const CapIndicator *mine = g_ptr_array_index (input->dossier->indicators, i);

      count += cap_dossier_find_indicator (input->copy, mine->id) == NULL ? 1 : 0;
    }

  return count;
}

void
cap_auditor_return_add_rest (CapAuditorReturn            *self,
                             const CapAuditorReturnInput *input,
                             GHashTable                  *taken)
{
  const guint n_members = cap_member_equal (input->dossier->member, input->copy->member) ? 0 : 1;

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegister *reg = cap_register_get (kind);

      add_count (self, reg->name, gettext (reg->label), count_records (input, kind, taken));
    }

  add_count (self, "answer", _("Answers"), count_answers (input));
  add_count (self, "action", _("Actions"), count_actions (input));
  add_count (self, "indicator", _("Indicators"), count_indicators (input));
  add_count (self, "member", _("Profile"), n_members);
}
