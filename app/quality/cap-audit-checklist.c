/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-audit-checklist.h"

#include <glib/gi18n.h>

#include "audit/cap-finding-rules.h"

/* A checklist that is being made. */
typedef struct
{
  const CapMatrix  *matrix;
  const CapRecord  *audit;
  CapCommand       *command;
  GHashTable       *known;   /* (element-type utf8): subjects that it has already */
} Checklist;

/* The numbers of clauses that the audit looks at, its own and those of its processes. */
static GHashTable *
list_wanted (const CapDossier *dossier,
             const CapRecord  *audit)
{
  GHashTable *wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) clauses = cap_record_dup_codes (audit, CAP_AUDIT_REQUIREMENTS);
  g_auto(GStrv) processes = cap_record_dup_codes (audit, CAP_AUDIT_PROCESSES);

  for (guint i = 0; clauses[i] != NULL; i++)
    g_hash_table_add (wanted, g_strdup (clauses[i]));
  for (guint i = 0; clauses[0] == NULL && processes[i] != NULL; i++)
    {
      const CapRecord *process = cap_dossier_find_record_by_code (dossier, CAP_REGISTER_PROCESS,
                                                                  processes[i]);
      g_auto(GStrv) its_own = NULL;

      if (process != NULL)
        its_own = cap_record_dup_codes (process, CAP_PROCESS_REQUIREMENTS);
      for (guint j = 0; its_own != NULL && its_own[j] != NULL; j++)
        g_hash_table_add (wanted, g_strdup (its_own[j]));
    }

  return wanted;
}

/* An audit that names nothing looks at all that is not excluded. */
static gboolean
is_wanted (const CapMatrixRow *row,
           GHashTable         *wanted)
{
  GHashTableIter iter;
  gpointer number;

  if ((row->flags & CAP_MATRIX_EXCLUDED) != 0)
    return FALSE;
  if (g_hash_table_size (wanted) == 0)
    return TRUE;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    {
      if (cap_requirement_number_covers (number, row->requirement->number))
        return TRUE;
    }

  return FALSE;
}

static void
append_code (GString    *codes,
             const char *code)
{
  g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", code);
}

static char *
dup_question (const CapMatrixRow *row)
{
  const char *title = cap_requirement_get_title (row->requirement);
  g_autoptr(GString) codes = g_string_new (NULL);

  for (guint i = 0; i < row->documents->len; i++)
    append_code (codes, cap_record_get_code (g_ptr_array_index (row->documents, i)));
  for (guint i = 0; i < row->evidence->len; i++)
    {
      g_autofree char *code = cap_evidence_dup_code (g_ptr_array_index (row->evidence, i));

      append_code (codes, code);
    }

  if (codes->len == 0)
    /* Translators: %s is the title of a clause */
    return g_strdup_printf (_("%s. Nothing in the dossier answers it yet: how is it done?"), title);

  /* Translators: the title of a clause, codes of documents and of evidence */
  return g_strdup_printf (_("%1$s. How is it done? To be seen: %2$s."), title, codes->str);
}

static void
add_check (Checklist  *self,
           const char *kind,
           const char *subject,
           const char *question)
{
  g_autoptr(CapRecord) check = NULL;

  if (!g_hash_table_add (self->known, g_strdup (subject)))
    return;

  check = cap_record_new_part (CAP_REGISTER_AUDIT_CHECK, NULL, self->audit->id);
  cap_record_set (check, CAP_AUDIT_CHECK_KIND, kind);
  cap_record_set (check, CAP_AUDIT_CHECK_SUBJECT, subject);
  cap_record_set (check, CAP_AUDIT_CHECK_QUESTION, question);
  cap_command_put_record (self->command, check);
}

/* What audits found and is not settled, or was settled since: whether it is lifted, and holds. */
static void
add_findings (Checklist          *self,
              const CapMatrixRow *row)
{
  for (guint i = 0; i < row->findings->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (row->findings, i);
      g_autofree char *question = NULL;

      if (cap_record_has_code (finding, CAP_FINDING_AUDIT, cap_record_get_code (self->audit)))
        continue;

      /* Translators: the facts of an earlier finding */
      question = g_strdup_printf (_("%s Is it lifted, and does it hold?"),
                                  cap_record_get (finding, CAP_FINDING_FACT));
      add_check (self, "finding", cap_record_get_code (finding), question);
    }
}

static void
add_row (Checklist          *self,
         const CapMatrixRow *row)
{
  g_autofree char *question = dup_question (row);

  add_check (self, "requirement", row->requirement->number, question);
  for (guint i = 0; i < row->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (row->criteria, i);

      if (result->criterion->core)
        add_check (self, "criterion", result->criterion->code, result->criterion->label);
    }
  add_findings (self, row);
}

/**
 * cap_audit_checklist_propose:
 * @matrix: of the dossier
 * @audit: a line of its register
 *
 * What an auditor looks at: the clauses of the audit (of its processes when it names none, all of them
 * when it names nothing), the core criteria that speak to them, and the findings that are not settled.
 * What the checklist has already stays as it is.
 *
 * Returns: (transfer full) (nullable): the gesture that adds the points; %NULL when none is missing
 */
CapCommand *
cap_audit_checklist_propose (const CapMatrix  *matrix,
                             const CapDossier *dossier,
                             const CapRecord  *audit)
{
  g_autoptr(GHashTable) wanted = NULL;
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) checks = NULL;
  g_autoptr(CapCommand) command = NULL;
  Checklist self = { .matrix = matrix, .audit = audit, .known = known };

  g_return_val_if_fail (matrix != NULL && dossier != NULL && audit != NULL, NULL);

  wanted = list_wanted (dossier, audit);
  checks = cap_dossier_list_parts (dossier, CAP_REGISTER_AUDIT_CHECK, audit->id);
  self.command = command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (audit));
  for (guint i = 0; i < checks->len; i++)
    g_hash_table_add (known, g_strdup (cap_record_get (g_ptr_array_index (checks, i),
                                                       CAP_AUDIT_CHECK_SUBJECT)));
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      if (is_wanted (g_ptr_array_index (matrix->rows, i), wanted))
        add_row (&self, g_ptr_array_index (matrix->rows, i));
    }

  return command->edits->len > 0 ? g_steal_pointer (&command) : NULL;
}
