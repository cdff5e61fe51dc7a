/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

/* Part 8: criterion ↔ clause ↔ ISO 26000 ↔ evidence ↔ document, read by clause then by criterion. */

#define CLAUSE_WIDTH 170.0

/* The pieces of evidence, each a link to its line of part 14. */
static void
add_evidence_cell (CapAudit        *self,
                   const GPtrArray *evidence)
{
  cap_doc_add_cell (self->doc, evidence->len == 0 ? "–" : NULL);
  for (guint i = 0; i < evidence->len; i++)
    {
      g_autofree char *code = cap_evidence_dup_code (g_ptr_array_index (evidence, i));
      g_autofree char *anchor = cap_audit_dup_anchor ("piece", code);

      cap_audit_add_link (self, code, anchor, i == 0);
    }
}

static void
add_records_cell (CapAudit        *self,
                  const GPtrArray *records)
{
  cap_doc_add_cell (self->doc, records->len == 0 ? "–" : NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);
      g_autofree char *anchor = cap_audit_dup_record_anchor (record);

      cap_audit_add_link (self, cap_record_get_code (record), anchor, i == 0);
    }
}

/* What is to be mended, in words; a sign so that it does not rest on bold alone. */
static void
add_flags_cell (CapAudit       *self,
                CapMatrixFlags  flags)
{
  gboolean started = FALSE;

  cap_doc_add_cell (self->doc, flags == 0 ? _("Nothing to point out") : NULL);
  for (guint i = 0; i < CAP_N_MATRIX_FLAGS; i++)
    {
      CapMatrixFlags flag = (CapMatrixFlags) (1u << i);

      if ((flags & flag) == 0)
        continue;

      if (started)
        cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      started = TRUE;
      if (flag != CAP_MATRIX_EXCLUDED)
        cap_doc_add_run (self->doc, "▲ ", CAP_DOC_PLAIN, NULL);
      cap_doc_add_run (self->doc, cap_matrix_flag_get_label (flag), CAP_DOC_PLAIN, NULL);
    }
}

static void
add_subjects_cell (CapAudit        *self,
                   const GPtrArray *subjects)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < subjects->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) g_ptr_array_index (subjects, i));
  cap_doc_add_cell (self->doc, text->len > 0 ? text->str : "–");
}

static void
add_findings (CapAudit        *self,
              const GPtrArray *findings)
{
  if (findings->len == 0)
    return;

  cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
  /* Translators: followed by codes of findings */
  cap_doc_add_run (self->doc, _("Findings: "), CAP_DOC_PLAIN, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (findings, i);
      g_autofree char *anchor = cap_audit_dup_record_anchor (finding);

      cap_audit_add_link (self, cap_record_get_code (finding), anchor, i == 0);
    }
}

static void
add_actions (CapAudit        *self,
             const GPtrArray *actions)
{
  if (actions->len == 0)
    return;

  cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
  /* Translators: followed by numbers of actions */
  cap_doc_add_run (self->doc, _("Actions: "), CAP_DOC_PLAIN, NULL);
  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);
      g_autofree char *number = g_strdup_printf ("%u", action->number);
      g_autofree char *anchor = cap_report_dup_anchor (action);

      cap_audit_add_link (self, number, anchor, i == 0);
    }
}

static void
add_row (CapAudit           *self,
         const CapMatrixRow *row)
{
  const CapRequirement *requirement = row->requirement;
  g_autofree char *anchor = cap_audit_dup_anchor ("clause", requirement->number);
  g_autofree char *title = g_strdup_printf ("\u2002%s", cap_requirement_get_title (requirement));

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, requirement->number, NULL);
  cap_doc_add_run (self->doc, title, CAP_DOC_PLAIN, NULL);
  cap_doc_add_cell (self->doc, row->criteria->len == 0 ? "–" : NULL);
  for (guint i = 0; i < row->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (row->criteria, i);

      cap_audit_add_link (self, result->criterion->code, result->criterion->code, i == 0);
    }
  add_subjects_cell (self, row->subjects);
  add_records_cell (self, row->processes);
  add_records_cell (self, row->documents);
  add_evidence_cell (self, row->evidence);
  add_flags_cell (self, row->flags);
  add_findings (self, row->findings);
  add_actions (self, row->actions);
}

static void
add_by_clause (CapAudit *self)
{
  const CapMatrix *matrix = self->matrix;
  const CapRequirement *chapter = NULL;
  const CapDocColumn columns[] = {
    { _("Clause"), CLAUSE_WIDTH, CAP_PDF_ALIGN_LEFT },
    { _("CAP criteria"), 104, CAP_PDF_ALIGN_LEFT },
    { _("ISO 26000"), 56, CAP_PDF_ALIGN_LEFT },
    { _("Processes"), 74, CAP_PDF_ALIGN_LEFT },
    { _("Documents"), 104, CAP_PDF_ALIGN_LEFT },
    { _("Evidence"), 0, CAP_PDF_ALIGN_LEFT },
    { _("State"), 112, CAP_PDF_ALIGN_LEFT },
  };

  /* Translators: the name of a standard, its edition */
  g_autofree char *title = g_strdup_printf (_("By clause: %1$s, %2$s"), matrix->standard->title,
                                            matrix->standard->edition);

  cap_audit_add_section (self, title);
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (matrix->rows, i);

      if (row->chapter != chapter)
        {
          g_autofree char *words = g_strdup_printf ("%s\u2002%s", row->chapter->number,
                                                    cap_requirement_get_title (row->chapter));

          cap_doc_add_group (self->doc, words, NULL, NULL);
          chapter = row->chapter;
        }
      add_row (self, row);
    }
}

static void
add_criterion (CapAudit                 *self,
               const CapMatrixCriterion *it)
{
  const CapCriterion *criterion = it->result->criterion;
  g_autofree char *mark = cap_report_dup_mark (it->result);
  g_autofree char *subjects = criterion->subjects != NULL ? g_strjoinv (", ", criterion->subjects) : NULL;

  cap_doc_begin_row (self->doc, NULL);
  cap_audit_add_code_cell (self, criterion->code, criterion->code);
  cap_doc_add_cell (self->doc, criterion->label);
  cap_doc_add_cell (self->doc, mark);
  cap_doc_add_cell (self->doc, it->rows->len == 0 ? "–" : NULL);
  for (guint i = 0; i < it->rows->len; i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (it->rows, i);
      g_autofree char *anchor = cap_audit_dup_anchor ("clause", row->requirement->number);

      cap_audit_add_link (self, row->requirement->number, anchor, i == 0);
    }
  cap_doc_add_cell (self->doc, subjects != NULL && subjects[0] != '\0' ? subjects : "–");
  add_evidence_cell (self, it->evidence);
  add_flags_cell (self, cap_matrix_criterion_get_flags (it));
}

static void
add_by_criterion (CapAudit *self)
{
  const CapDocColumn columns[] = {
    { _("Code"), 40, CAP_PDF_ALIGN_LEFT },
    { _("Criterion"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Level"), 38, CAP_PDF_ALIGN_LEFT },
    { _("Clauses"), 112, CAP_PDF_ALIGN_LEFT },
    { _("ISO 26000"), 60, CAP_PDF_ALIGN_LEFT },
    { _("Evidence"), 150, CAP_PDF_ALIGN_LEFT },
    { _("State"), 112, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("By criterion"));
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->matrix->criteria->len; i++)
    add_criterion (self, g_ptr_array_index (self->matrix->criteria, i));
}

static void
add_subjects (CapAudit *self)
{
  const GPtrArray *subjects = self->report->framework->subjects;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < subjects->len; i++)
    {
      const CapTerm *term = g_ptr_array_index (subjects, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? " · " : "", term->code, term->label);
    }
  if (text->len > 0)
    {
      /* Translators: followed by the subjects of ISO 26000 */
      g_string_prepend (text, _("Core subjects of ISO 26000: "));
      cap_doc_add_text (self->doc, CAP_DOC_NOTE, text->str);
    }
}

void
cap_audit_tell_matrix (CapAudit *self)
{
  if (self->matrix == NULL)
    {
      cap_audit_add_title (self, CAP_DOSSIER_MATRIX);
      cap_audit_add_missing (self, _("No standard is known: there is no matrix."));
      return;
    }

  cap_doc_add_paper (self->doc, CAP_PDF_LANDSCAPE);
  cap_audit_add_title (self, CAP_DOSSIER_MATRIX);
  cap_doc_add_text (self->doc, CAP_DOC_NOTE,
                    _("Each code leads to its line: criteria in part 7, processes in part 6, documents and "
                      "evidence in part 14. Clauses are named by number and short title."));
  add_subjects (self);
  if (self->matrix->standard != NULL)
    add_by_clause (self);
  else
    cap_audit_add_missing (self, _("This route looks at criteria only: no clause of a standard is "
                                   "expected."));
  add_by_criterion (self);
  cap_doc_add_paper (self->doc, CAP_PDF_PORTRAIT);
}
