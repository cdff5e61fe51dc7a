/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Part 14: the pieces, with what proves that a file is the one; then the documents of the system. */

#define SHA256_LENGTH 64

/* Where each piece serves: lists of what leads to it, by its UUID. */
typedef struct
{
  GHashTable *rows;     /* (element-type utf8 GPtrArray): of CapMatrixRow */
  GHashTable *criteria; /* (element-type utf8 GPtrArray): of CapMatrixCriterion */
  GHashTable *before;   /* (element-type utf8 CapEvaluation): the last of the earlier ones that had it */
} Uses;

static void
add_use (GHashTable      *uses,
         const GPtrArray *evidence,
         gpointer         user)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (evidence, i);
      GPtrArray *users = g_hash_table_lookup (uses, piece->id);

      if (users == NULL)
        {
          users = g_ptr_array_new ();
          g_hash_table_insert (uses, piece->id, users);
        }
      g_ptr_array_add (users, user);
    }
}

static void
add_uses_before (GHashTable    *uses,
                 CapEvaluation *evaluation)
{
  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);

      for (guint j = 0; answer != NULL && j < answer->evidence->len; j++)
        g_hash_table_insert (uses, ((CapEvidence *) g_ptr_array_index (answer->evidence, j))->id, evaluation);
    }
}

static void
uses_clear (Uses *uses)
{
  g_hash_table_unref (uses->rows);
  g_hash_table_unref (uses->criteria);
  g_hash_table_unref (uses->before);
}

/* The matrix says it from the other end. */
static Uses
find_uses (const CapAudit *self)
{
  Uses uses = {
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref),
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref),
    g_hash_table_new (g_str_hash, g_str_equal),
  };

  for (guint i = 0; i < self->dossier->evaluations->len; i++)
    if (g_ptr_array_index (self->dossier->evaluations, i) != self->input->evaluation)
      add_uses_before (uses.before, g_ptr_array_index (self->dossier->evaluations, i));

  for (guint i = 0; self->matrix != NULL && i < self->matrix->rows->len; i++)
    {
      CapMatrixRow *row = g_ptr_array_index (self->matrix->rows, i);

      add_use (uses.rows, row->evidence, row);
    }
  for (guint i = 0; self->matrix != NULL && i < self->matrix->criteria->len; i++)
    {
      CapMatrixCriterion *criterion = g_ptr_array_index (self->matrix->criteria, i);

      add_use (uses.criteria, criterion->evidence, criterion);
    }

  return uses;
}

static void
add_clauses_cell (CapAudit          *self,
                  const CapEvidence *piece,
                  const Uses        *uses)
{
  const GPtrArray *rows = g_hash_table_lookup (uses->rows, piece->id);

  cap_doc_add_cell (self->doc, rows == NULL ? "–" : NULL);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (rows, i);
      g_autofree char *anchor = cap_audit_dup_anchor ("clause", row->requirement->number);

      cap_audit_add_link (self, row->requirement->number, anchor, i == 0);
    }
}

static gboolean
add_place (CapAudit              *self,
           const CapEvidenceLink *link,
           gboolean               first)
{
  g_autofree char *code = NULL;
  g_autofree char *anchor = NULL;

  if (link->place == CAP_PLACE_ACTION)
    {
      const CapAction *action = cap_dossier_find_action_by_id (self->dossier, link->target);

      if (action == NULL)
        return FALSE;
      /* Translators: the number of an action */
      code = g_strdup_printf (_("action %u"), action->number);
      anchor = cap_report_dup_anchor (action);
    }
  else if (link->place == CAP_PLACE_RECORD)
    {
      const CapRecord *record = cap_audit_find_record (self, link->target);

      if (record == NULL)
        return FALSE;
      code = g_strdup (cap_record_get_code (record));
      anchor = cap_audit_dup_record_anchor (record);
    }
  else
    {
      return FALSE;
    }
  cap_audit_add_link (self, code, anchor, first);

  return TRUE;
}

/* A piece that only an earlier evaluation relied on. */
static void
add_use_before (CapAudit            *self,
                const CapEvaluation *evaluation)
{
  g_autofree char *day = evaluation != NULL ? cap_report_dup_day (evaluation->date) : NULL;
  /* Translators: a day */
  g_autofree char *words = day != NULL ? g_strdup_printf (_("evaluation of %s"), day) : g_strdup ("–");

  cap_doc_add_run (self->doc, words, CAP_DOC_MUTED, NULL);
}

/* Criteria, actions and lines of registers, each leading back there. */
static void
add_serves_cell (CapAudit          *self,
                 const CapEvidence *piece,
                 const Uses        *uses)
{
  const GPtrArray *criteria = g_hash_table_lookup (uses->criteria, piece->id);
  gboolean first = TRUE;

  cap_doc_add_cell (self->doc, NULL);
  for (guint i = 0; criteria != NULL && i < criteria->len; i++)
    {
      const CapMatrixCriterion *it = g_ptr_array_index (criteria, i);

      cap_audit_add_link (self, it->result->criterion->code, it->result->criterion->code, first);
      first = FALSE;
    }
  for (guint i = 0; i < piece->links->len; i++)
    if (add_place (self, g_ptr_array_index (piece->links, i), first))
      first = FALSE;
  if (first)
    add_use_before (self, g_hash_table_lookup (uses->before, piece->id));
}

/* Two lines that a person can compare. */
static void
add_digest_cell (CapAudit              *self,
                 const CapEvidenceFile *file)
{
  g_autofree char *text = NULL;

  if (file == NULL)
    {
      cap_doc_add_cell (self->doc, "–");
      return;
    }

  if (strlen (file->sha256) == SHA256_LENGTH)
    text = g_strdup_printf ("%.32s\n%s", file->sha256, file->sha256 + SHA256_LENGTH / 2);
  cap_doc_add_cell (self->doc, text != NULL ? text : file->sha256);
}

static void
add_title_cell (CapAudit          *self,
                const CapEvidence *piece)
{
  g_autofree char *title = cap_report_dup_typography (piece->title);
  g_autofree char *day = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *words = NULL;

  cap_doc_add_cell (self->doc, title);
  if (piece->removed == NULL)
    return;

  day = cap_report_dup_day (piece->removed);
  reason = cap_report_dup_typography (piece->reason != NULL ? piece->reason : "–");
  /* Translators: a day, a reason */
  words = g_strdup_printf (_("\nTaken out on %1$s: %2$s"), day, reason);
  cap_doc_add_run (self->doc, words, CAP_DOC_EMPHASIS, NULL);
}

static void
add_dates_cell (CapAudit          *self,
                const CapEvidence *piece)
{
  g_autofree char *expires = NULL;
  g_autofree char *words = NULL;

  cap_audit_add_day_cell (self, piece->date);
  if (piece->expires == NULL)
    return;

  expires = cap_report_dup_day (piece->expires);
  if (strcmp (piece->expires, self->input->date) < 0)
    /* Translators: a day */
    words = g_strdup_printf (_("\nout of date since %s ▲"), expires);
  else
    /* Translators: a day */
    words = g_strdup_printf (_("\nholds until %s"), expires);
  cap_doc_add_run (self->doc, words, CAP_DOC_MUTED, NULL);
}

static void
add_location_cell (CapAudit              *self,
                   const CapEvidence     *piece,
                   const CapEvidenceFile *file)
{
  g_autofree char *reference = piece->reference != NULL ? cap_report_dup_typography (piece->reference) : NULL;

  cap_doc_add_cell (self->doc, file != NULL ? file->name : reference);
  if (file != NULL && reference != NULL)
    {
      cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
      cap_doc_add_run (self->doc, reference, CAP_DOC_MUTED, NULL);
    }
  if (file == NULL && reference == NULL)
    cap_doc_add_run (self->doc, "–", CAP_DOC_PLAIN, NULL);
}

static void
add_piece (CapAudit          *self,
           const CapEvidence *piece,
           const Uses        *uses)
{
  const CapEvidenceFile *file = cap_evidence_get_file (piece);
  g_autofree char *code = cap_evidence_dup_code (piece);
  g_autofree char *anchor = cap_audit_dup_anchor ("piece", code);
  g_autofree char *version = piece->files->len > 0 ? g_strdup_printf ("%u", piece->files->len)
                                                   : g_strdup ("–");

  cap_doc_begin_row (self->doc, anchor);
  cap_audit_add_code_cell (self, code, NULL);
  add_title_cell (self, piece);
  add_clauses_cell (self, piece, uses);
  add_serves_cell (self, piece, uses);
  cap_doc_add_cell (self->doc, version);
  add_dates_cell (self, piece);
  add_digest_cell (self, file);
  add_location_cell (self, piece, file);
}

static void
add_pieces (CapAudit *self)
{
  const GPtrArray *evidence = self->dossier->evidence;
  const CapDocColumn columns[] = {
    { _("No."), 42, CAP_PDF_ALIGN_LEFT },
    { _("Title"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Clauses"), 84, CAP_PDF_ALIGN_LEFT },
    { _("Serves"), 84, CAP_PDF_ALIGN_LEFT },
    { _("Version"), 44, CAP_PDF_ALIGN_LEFT },
    { _("Date"), 72, CAP_PDF_ALIGN_LEFT },
    { _("SHA-256"), 168, CAP_PDF_ALIGN_LEFT },
    { _("Where it is"), 118, CAP_PDF_ALIGN_LEFT },
  };
  Uses uses;

  cap_audit_add_section (self, _("Evidence"));
  if (evidence->len == 0)
    {
      cap_audit_add_missing (self, _("No piece of evidence is in the dossier yet."));
      return;
    }

  uses = find_uses (self);
  cap_doc_add_text (self->doc, CAP_DOC_NOTE,
                    _("The SHA-256 of a file changes as soon as one of its bits does: it shows that the file "
                      "handed over is the one that was recorded."));
  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < evidence->len; i++)
    add_piece (self, g_ptr_array_index (evidence, i), &uses);
  uses_clear (&uses);
}

static void
add_documents (CapAudit *self)
{
  static const CapAuditColumn columns[] = {
    { CAP_DOCUMENT_CODE, NULL, 58 },
    { CAP_DOCUMENT_TITLE, NULL, 0 },
    { CAP_DOCUMENT_KIND, NULL, 74 },
    { CAP_DOCUMENT_REQUIREMENTS, NULL, 74 },
    { CAP_DOCUMENT_VERSION, NULL, 44 },
    { CAP_DOCUMENT_STATE, NULL, 60 },
    { CAP_DOCUMENT_APPROVER, N_("Approved by"), 92 },
    { CAP_DOCUMENT_APPROVED, NULL, 66 },
    { CAP_DOCUMENT_REVIEW, NULL, 66 },
    { CAP_DOCUMENT_LOCATION, NULL, 106 },
  };

  cap_audit_add_section (self, _("Documents of the system"));
  if (!cap_audit_add_register (self, CAP_REGISTER_DOCUMENT, columns, G_N_ELEMENTS (columns)))
    cap_audit_add_missing (self, _("No document is recorded: clause 7.5 asks which ones are kept up to "
                                   "date."));
}

void
cap_audit_tell_evidence (CapAudit *self)
{
  cap_doc_add_paper (self->doc, CAP_PDF_LANDSCAPE);
  cap_audit_add_title (self, CAP_DOSSIER_EVIDENCE);
  add_pieces (self);
  add_documents (self);
  cap_doc_add_paper (self->doc, CAP_PDF_PORTRAIT);
}
