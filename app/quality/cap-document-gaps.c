/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-document-gaps.h"

#include <glib/gi18n.h>
#include <string.h>

#include "quality/cap-address.h"

static void
judge_records (CapDocumentGap  *gap,
               const GPtrArray *records,
               const char      *today)
{
  for (guint i = 0; i < records->len && gap->standing < CAP_STANDING_THERE; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);
      CapStanding standing;

      if (!cap_clause_record_judge (record, gap->keep, today, &standing) ||
          (standing <= gap->standing && gap->record != NULL))
        continue;

      gap->standing = standing;
      gap->record = record;
    }
}

static void
judge_evidence (CapDocumentGap  *gap,
                const GPtrArray *evidence,
                const char      *today)
{
  for (guint i = 0; i < evidence->len && gap->standing < CAP_STANDING_THERE; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (evidence, i);
      const gboolean holds = piece->expires == NULL || strcmp (piece->expires, today) >= 0;
      const CapStanding standing = holds ? CAP_STANDING_THERE : CAP_STANDING_OUTDATED;

      if (standing <= gap->standing)
        continue;

      gap->standing = standing;
      gap->record = NULL;
      gap->evidence = piece;
    }
}

/**
 * cap_document_gap_judge:
 * @row: a clause with what is linked to it
 * @today: ISO 8601
 * @gap: (out): what is asked and where it stands
 *
 * A document in force answers to what is to be kept up to date; a record, a
 * line of the register that is about the clause, or a piece of evidence to what
 * is to be kept as a proof. The best of them counts.
 *
 * Returns: whether the clause asks for it
 */
gboolean
cap_document_gap_judge (const CapMatrixRow *row,
                        CapKeep             keep,
                        const char         *today,
                        CapDocumentGap     *gap)
{
  const char *text;

  g_return_val_if_fail (row != NULL && today != NULL && gap != NULL, FALSE);

  text = keep == CAP_KEEP_MAINTAIN ? cap_requirement_get_maintain (row->requirement)
                                   : cap_requirement_get_retain (row->requirement);
  if (text == NULL)
    return FALSE;

  *gap = (CapDocumentGap) { .row = row, .keep = keep, .text = text,
                            .conditional = row->requirement->conditional };
  if (row->flags & CAP_MATRIX_EXCLUDED)
    {
      gap->standing = CAP_STANDING_NOT_APPLICABLE;
      return TRUE;
    }

  judge_records (gap, row->documents, today);
  judge_records (gap, row->records, today);
  if (keep == CAP_KEEP_RETAIN)
    judge_evidence (gap, row->evidence, today);

  return TRUE;
}

/**
 * cap_document_gaps_new:
 *
 * Returns: (transfer full) (element-type CapDocumentGap): all that the standard
 *   asks to keep, there or not, in the order of its clauses; to be freed before
 *   the matrix
 */
GPtrArray *
cap_document_gaps_new (const CapMatrix *matrix)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (matrix != NULL, gaps);

  for (guint i = 0; i < matrix->rows->len; i++)
    {
      for (CapKeep keep = 0; keep < CAP_N_KEEPS; keep++)
        {
          CapDocumentGap gap;

          if (cap_document_gap_judge (g_ptr_array_index (matrix->rows, i), keep, matrix->today, &gap))
            g_ptr_array_add (gaps, g_memdup2 (&gap, sizeof gap));
        }
    }

  return gaps;
}

/* Returns: (transfer full): what answers, or what to do */
char *
cap_document_gap_dup_sentence (const CapDocumentGap *gap)
{
  const char *title = gap->record != NULL ? cap_record_get_title (gap->record)
                                          : gap->evidence != NULL ? gap->evidence->title : "";
  const char *number = gap->row->requirement->number;

  switch (gap->standing)
    {
    case CAP_STANDING_MISSING:
      if (gap->record != NULL)
        /* Translators: %s is the title of a document or a record */
        return g_strdup_printf (_("“%s” says nothing yet of what is asked: fill it in."), title);
      return gap->keep == CAP_KEEP_MAINTAIN
             /* Translators: %s is the number of a clause */
             ? g_strdup_printf (_("No document is in force for %s: write it, or say which one it is."),
                                number)
             : g_strdup_printf (_("No record is kept for %s: link a piece of evidence or a record."), number);

    case CAP_STANDING_OUTDATED:
      /* Translators: %s is the title of a document, a record or a piece of evidence */
      return g_strdup_printf (_("“%s” will be past its date: look at it again."), title);

    case CAP_STANDING_WEAK:
      return g_strdup_printf (_("“%s” is not finished, or not in force."), title);

    case CAP_STANDING_NOT_APPLICABLE:
      return g_strdup (cap_record_get (gap->row->exclusion, CAP_EXCLUSION_REASON));

    case CAP_STANDING_THERE:
    default:
      return g_strdup (title);
    }
}

/* Returns: (transfer full): where it is to be looked at: see CapAddressKind */
char *
cap_document_gap_dup_address (const CapDocumentGap *gap)
{
  if (gap->standing == CAP_STANDING_NOT_APPLICABLE)
    return cap_address_new_for_record (gap->row->exclusion);
  if (gap->record != NULL)
    return cap_address_new_for_record (gap->record);
  if (gap->evidence != NULL)
    return cap_address_new (CAP_ADDRESS_EVIDENCE, gap->evidence->id);

  return cap_address_new (CAP_ADDRESS_REQUIREMENT, gap->row->requirement->number);
}
