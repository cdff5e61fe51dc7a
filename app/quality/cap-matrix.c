/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-matrix.h"

#include <string.h>

#include "audit/cap-finding-rules.h"
#include "base/cap-text.h"
#include "quality/cap-clause-record.h"
#include "quality/cap-document-gaps.h"
#include "quality/cap-exclusion-rules.h"
#include "quality/cap-target.h"

/* What is put into rows comes one thing at a time: the last of an array tells whether it is in. */
static gboolean
add_once (GPtrArray  *array,
          const void *item)
{
  if (array->len > 0 && g_ptr_array_index (array, array->len - 1) == item)
    return FALSE;

  g_ptr_array_add (array, (gpointer) item);

  return TRUE;
}

static CapMatrixRow *
create_row (const CapRequirement *requirement,
            const CapRequirement *chapter)
{
  CapMatrixRow *row = g_new0 (CapMatrixRow, 1);

  row->requirement = requirement;
  row->chapter = chapter;
  row->criteria = g_ptr_array_new ();
  row->subjects = g_ptr_array_new ();
  row->evidence = g_ptr_array_new ();
  row->documents = g_ptr_array_new ();
  row->processes = g_ptr_array_new ();
  row->records = g_ptr_array_new ();
  row->findings = g_ptr_array_new ();
  row->actions = g_ptr_array_new ();

  return row;
}

static void
free_row (CapMatrixRow *row)
{
  g_ptr_array_unref (row->criteria);
  g_ptr_array_unref (row->subjects);
  g_ptr_array_unref (row->evidence);
  g_ptr_array_unref (row->documents);
  g_ptr_array_unref (row->processes);
  g_ptr_array_unref (row->records);
  g_ptr_array_unref (row->findings);
  g_ptr_array_unref (row->actions);
  g_free (row);
}

static void
free_criterion (CapMatrixCriterion *criterion)
{
  g_ptr_array_unref (criterion->rows);
  g_ptr_array_unref (criterion->evidence);
  g_free (criterion);
}

static void
create_rows (CapMatrix *self)
{
  const CapRequirement *chapter = NULL;

  for (guint i = 0; self->standard != NULL && i < self->standard->requirements->len; i++)
    {
      const CapRequirement *requirement = g_ptr_array_index (self->standard->requirements, i);

      if (strchr (requirement->number, '.') == NULL)
        chapter = requirement;
      if (requirement->parts == 0)
        g_ptr_array_add (self->rows, create_row (requirement, chapter));
    }
}

static void
exclude_rows (CapMatrix *self)
{
  for (guint i = 0; self->standard != NULL && i < self->rows->len; i++)
    {
      CapMatrixRow *row = g_ptr_array_index (self->rows, i);

      row->exclusion = cap_exclusion_find (self->dossier, row->requirement->number);
      if (row->exclusion == NULL)
        continue;

      row->flags |= cap_exclusion_is_valid (row->exclusion, self->standard) ? CAP_MATRIX_EXCLUDED
                                                                            : CAP_MATRIX_WRONGLY_EXCLUDED;
    }
}

static void
add_subjects (CapMatrixRow       *row,
              const CapCriterion *criterion)
{
  const GStrv subjects = criterion->subjects != NULL && criterion->subjects[0] != NULL
                         ? criterion->subjects : criterion->objective->subjects;

  for (guint i = 0; subjects != NULL && subjects[i] != NULL; i++)
    {
      if (!g_ptr_array_find_with_equal_func (row->subjects, subjects[i], g_str_equal, NULL))
        g_ptr_array_add (row->subjects, subjects[i]);
    }
}

static void
link_criterion (CapMatrix          *self,
                CapMatrixCriterion *criterion)
{
  const CapCriterionResult *result = criterion->result;
  const GStrv clauses = result->criterion->clauses;

  criterion->below = g_ptr_array_find (self->photograph->core_below, result, NULL);
  for (guint i = 0; clauses != NULL && clauses[i] != NULL; i++)
    {
      const GPtrArray *rows = cap_matrix_get_rows_about (self, clauses[i]);

      for (guint j = 0; j < rows->len; j++)
        {
          CapMatrixRow *row = g_ptr_array_index (rows, j);

          if (!add_once (row->criteria, result))
            continue;

          g_ptr_array_add (criterion->rows, row);
          add_subjects (row, result->criterion);
          row->flags |= criterion->below ? CAP_MATRIX_CORE_BELOW : 0;
        }
    }
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return cap_code_compare (*(const char * const *) a, *(const char * const *) b);
}

/* Every criterion in scope has its line, even when no clause is about it. */
static void
create_criteria (CapMatrix *self)
{
  const GPtrArray *all = self->photograph->framework->criteria;

  for (guint i = 0; i < all->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (all, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (self->photograph, criterion->code);
      CapMatrixCriterion *line;

      if (result == NULL || result->state == CAP_CRITERION_OUT_OF_SCOPE)
        continue;

      line = g_new0 (CapMatrixCriterion, 1);
      line->result = result;
      line->rows = g_ptr_array_new ();
      line->evidence = g_ptr_array_new ();
      g_ptr_array_add (self->criteria, line);
      link_criterion (self, line);
    }

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_sort (((CapMatrixRow *) g_ptr_array_index (self->rows, i))->subjects, compare_codes);
}

static GPtrArray *
get_list (GHashTable *lists,
          const char *key)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, (gpointer) key, list);
    }

  return list;
}

static void
add_record (CapMatrix       *self,
            const CapRecord *record,
            const GStrv      clauses,
            gsize            offset,
            GHashTable      *rows_by_record)
{
  for (guint i = 0; clauses[i] != NULL; i++)
    {
      const GPtrArray *rows = cap_matrix_get_rows_about (self, clauses[i]);

      for (guint j = 0; j < rows->len; j++)
        {
          CapMatrixRow *row = g_ptr_array_index (rows, j);

          if (add_once (G_STRUCT_MEMBER (GPtrArray *, row, offset), record))
            g_ptr_array_add (get_list (rows_by_record, record->id), row);
        }
    }
}

static void
add_record_by_field (CapMatrix       *self,
                     const CapRecord *record,
                     guint            field,
                     gsize            offset,
                     GHashTable      *rows_by_record)
{
  g_auto(GStrv) clauses = cap_record_dup_codes (record, field);

  add_record (self, record, clauses, offset, rows_by_record);
}

/* Returns: the rows that each record is about, by its id */
static GHashTable *
add_records (CapMatrix *self)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) g_ptr_array_unref);

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      for (guint i = 0; i < self->dossier->registers[kind]->len; i++)
        {
          const CapRecord *record = g_ptr_array_index (self->dossier->registers[kind], i);
          g_auto(GStrv) clauses = cap_clause_record_dup_clauses (record);

          add_record (self, record, clauses, G_STRUCT_OFFSET (CapMatrixRow, records), rows);
          if (kind == CAP_REGISTER_DOCUMENT && !cap_record_is (record, CAP_DOCUMENT_STATE, "withdrawn"))
            add_record_by_field (self, record, CAP_DOCUMENT_REQUIREMENTS,
                                 G_STRUCT_OFFSET (CapMatrixRow, documents), rows);
          else if (kind == CAP_REGISTER_PROCESS)
            add_record_by_field (self, record, CAP_PROCESS_REQUIREMENTS,
                                 G_STRUCT_OFFSET (CapMatrixRow, processes), rows);
        }
    }

  return rows;
}

/* Returns: the criteria whose answer each piece supports, by its id */
static GHashTable *
list_answers (CapMatrix           *self,
              const CapEvaluation *evaluation)
{
  GHashTable *criteria = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->criteria->len; i++)
    {
      CapMatrixCriterion *criterion = g_ptr_array_index (self->criteria, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->result->criterion->code);

      for (guint j = 0; answer != NULL && j < answer->evidence->len; j++)
        {
          const CapEvidence *evidence = g_ptr_array_index (answer->evidence, j);

          g_ptr_array_add (get_list (criteria, evidence->id), criterion);
        }
    }

  return criteria;
}

static void
add_to_rows (const GPtrArray   *rows,
             const CapEvidence *evidence,
             gboolean           expired)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      CapMatrixRow *row = g_ptr_array_index (rows, i);

      if (add_once (row->evidence, evidence))
        row->n_expired += expired;
    }
}

static void
add_piece (CapMatrix         *self,
           const CapEvidence *evidence,
           GHashTable        *rows_by_record,
           GHashTable        *criteria_by_evidence)
{
  const gboolean expired = evidence->expires != NULL && strcmp (evidence->expires, self->today) < 0;
  const GPtrArray *criteria = g_hash_table_lookup (criteria_by_evidence, evidence->id);

  for (guint i = 0; i < evidence->links->len; i++)
    {
      const CapEvidenceLink *link = g_ptr_array_index (evidence->links, i);

      if (link->place == CAP_PLACE_REQUIREMENT)
        add_to_rows (cap_matrix_get_rows_about (self, link->target), evidence, expired);
      else if (link->place == CAP_PLACE_RECORD)
        add_to_rows (g_hash_table_lookup (rows_by_record, link->target), evidence, expired);
    }

  for (guint i = 0; criteria != NULL && i < criteria->len; i++)
    {
      CapMatrixCriterion *criterion = g_ptr_array_index (criteria, i);

      if (add_once (criterion->evidence, evidence))
        criterion->n_expired += expired;
      add_to_rows (criterion->rows, evidence, expired);
    }
}

static void
add_evidence (CapMatrix           *self,
              const CapEvaluation *evaluation)
{
  g_autoptr(GHashTable) rows_by_record = add_records (self);
  g_autoptr(GHashTable) criteria_by_evidence = list_answers (self, evaluation);

  for (guint i = 0; i < self->dossier->evidence->len; i++)
    {
      const CapEvidence *evidence = g_ptr_array_index (self->dossier->evidence, i);

      if (evidence->removed == NULL)
        add_piece (self, evidence, rows_by_record, criteria_by_evidence);
    }
}

static void
add_finding_to (const GPtrArray *rows,
                const CapRecord *finding)
{
  for (guint i = 0; i < rows->len; i++)
    {
      CapMatrixRow *row = g_ptr_array_index (rows, i);

      if (add_once (row->findings, finding))
        row->flags |= CAP_MATRIX_OPEN_FINDING;
    }
}

/* About the clauses that it names, or those that its criteria speak to when it names none. */
static void
add_finding (CapMatrix       *self,
             const CapRecord *finding)
{
  const gboolean by_criteria = cap_record_get (finding, CAP_FINDING_REQUIREMENTS) == NULL;
  g_auto(GStrv) codes = cap_record_dup_codes (finding, by_criteria ? CAP_FINDING_CRITERIA
                                                                   : CAP_FINDING_REQUIREMENTS);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const CapCriterion *criterion = NULL;

      if (by_criteria)
        criterion = cap_framework_find_criterion (self->photograph->framework, codes[i]);
      else
        add_finding_to (cap_matrix_get_rows_about (self, codes[i]), finding);
      for (guint j = 0; criterion != NULL && criterion->clauses != NULL && criterion->clauses[j] != NULL; j++)
        add_finding_to (cap_matrix_get_rows_about (self, criterion->clauses[j]), finding);
    }
}

static void
add_findings (CapMatrix *self)
{
  const GPtrArray *findings = self->dossier->registers[CAP_REGISTER_FINDING];

  for (guint i = 0; i < findings->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (findings, i);
      const CapGrade *grade;

      if (cap_finding_get_state (finding) == CAP_FINDING_SETTLED)
        continue;

      grade = cap_finding_find_grade (finding, self->dossier, self->catalogue);
      if (grade == NULL || !grade->strength)
        add_finding (self, finding);
    }
}

static void
add_action_to (const GPtrArray *rows,
               const CapAction *action)
{
  for (guint i = 0; i < rows->len; i++)
    add_once (((CapMatrixRow *) g_ptr_array_index (rows, i))->actions, action);
}

/* By the code of the finding: where it stands. */
static GHashTable *
list_rows_by_finding (CapMatrix *self)
{
  GHashTable *rows_by_finding = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CapMatrixRow *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->findings->len; j++)
        {
          const CapRecord *finding = g_ptr_array_index (row->findings, j);
          g_autofree char *code = g_ascii_strdown (cap_record_get_code (finding), -1);
          GPtrArray *rows = g_hash_table_lookup (rows_by_finding, code);

          if (rows == NULL)
            {
              rows = g_ptr_array_new ();
              g_hash_table_insert (rows_by_finding, g_strdup (code), rows);
            }
          g_ptr_array_add (rows, row);
        }
    }

  return rows_by_finding;
}

static void
add_action (CapMatrix       *self,
            GHashTable      *rows_by_finding,
            const CapAction *action)
{
  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);
      g_autofree char *code = g_ascii_strdown (origin->code, -1);
      const GPtrArray *rows = NULL;

      if (origin->kind == CAP_ORIGIN_REQUIREMENT)
        rows = cap_matrix_get_rows_about (self, origin->code);
      else if (origin->kind == CAP_ORIGIN_FINDING)
        rows = g_hash_table_lookup (rows_by_finding, code);
      if (rows != NULL)
        add_action_to (rows, action);
    }
}

static void
add_actions (CapMatrix *self)
{
  g_autoptr(GHashTable) rows_by_finding = list_rows_by_finding (self);

  for (guint i = 0; i < self->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->dossier->actions, i);

      if (cap_action_is_open (action))
        add_action (self, rows_by_finding, action);
    }
}

static void
judge_row (CapMatrixRow *row,
           const char   *today)
{
  row->flags |= row->n_expired > 0 ? CAP_MATRIX_EXPIRED : 0;
  if (row->flags & CAP_MATRIX_EXCLUDED)
    return;

  row->flags |= row->evidence->len == row->n_expired ? CAP_MATRIX_NO_EVIDENCE : 0;
  for (CapKeep keep = 0; keep < CAP_N_KEEPS; keep++)
    {
      CapDocumentGap gap;

      if (cap_document_gap_judge (row, keep, today, &gap) && !gap.conditional &&
          gap.standing == CAP_STANDING_MISSING)
        row->flags |= CAP_MATRIX_NO_DOCUMENT;
    }
}

/**
 * cap_matrix_new:
 * @dossier: what there is
 * @catalogue: the routes and their standards
 * @evaluation: whose answers and scope are looked at; not kept
 * @today: ISO 8601: what is out of date
 *
 * Draws the matrix. It costs as much as there are links: each thing is looked
 * at once.
 *
 * Returns: (transfer full): the matrix
 */
CapMatrix *
cap_matrix_new (CapDossier          *dossier,
                CapCatalogue        *catalogue,
                const CapEvaluation *evaluation,
                const char          *today)
{
  CapMatrix *self;

  g_return_val_if_fail (dossier != NULL && catalogue != NULL && evaluation != NULL && today != NULL, NULL);

  self = g_new0 (CapMatrix, 1);
  self->dossier = cap_dossier_ref (dossier);
  self->catalogue = cap_catalogue_ref (catalogue);
  self->today = g_strdup (today);
  self->photograph = cap_photograph_new (evaluation, dossier->member);
  self->target = cap_target_find (dossier, today);
  self->route = cap_target_find_route (self->target, catalogue);
  self->standard = self->route != NULL ? self->route->standard : NULL;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) free_criterion);
  self->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->rows_by_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) g_ptr_array_unref);

  create_rows (self);
  exclude_rows (self);
  create_criteria (self);
  add_evidence (self, evaluation);
  add_findings (self);
  add_actions (self);
  for (guint i = 0; i < self->rows->len; i++)
    judge_row (g_ptr_array_index (self->rows, i), today);

  return self;
}

void
cap_matrix_free (CapMatrix *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->rows_by_number);
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->rows);
  cap_photograph_unref (self->photograph);
  cap_catalogue_unref (self->catalogue);
  cap_dossier_unref (self->dossier);
  g_free (self->today);
  g_free (self);
}

/* Returns: (nullable): the row of that very sub-clause */
const CapMatrixRow *
cap_matrix_find_row (const CapMatrix *self,
                     const char      *number)
{
  g_return_val_if_fail (self != NULL && number != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->requirement->number, number))
        return row;
    }

  return NULL;
}

/**
 * cap_matrix_get_rows_about:
 * @number: of a clause: “9.1” is about its parts, “8.2.3.2” about 8.2.3
 *
 * Returns: (element-type CapMatrixRow): the rows that it is about, in order
 */
const GPtrArray *
cap_matrix_get_rows_about (const CapMatrix *self,
                           const char      *number)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL && number != NULL, NULL);

  rows = g_hash_table_lookup (self->rows_by_number, number);
  if (rows != NULL)
    return rows;

  rows = g_ptr_array_new ();
  for (guint i = 0; *number != '\0' && i < self->rows->len; i++)
    {
      CapMatrixRow *row = g_ptr_array_index (self->rows, i);

      if (cap_requirement_number_covers (number, row->requirement->number) ||
          cap_requirement_number_covers (row->requirement->number, number))
        g_ptr_array_add (rows, row);
    }
  g_hash_table_insert (self->rows_by_number, g_strdup (number), rows);

  return rows;
}
