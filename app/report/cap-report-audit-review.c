/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-review-rules.h"

/* Part 11: what the direction decided. */

static void
add_item (CapAudit            *self,
          const CapReviewItem *item)
{
  const char *clause = item->input != CAP_REVIEW_INPUT_NONE ? cap_review_input_get_clause (item->input)
                                                            : NULL;
  const char *decision = item->record != NULL ? cap_record_get (item->record, CAP_REVIEW_INPUT_DECISION)
                                              : NULL;
  const char *irrelevant = item->record != NULL ? cap_record_get (item->record, CAP_REVIEW_INPUT_IRRELEVANT)
                                                : NULL;
  g_autofree char *reading = cap_review_item_dup_reading (item);
  g_autofree char *reason = irrelevant != NULL
                            /* Translators: why nothing is decided */
                            ? g_strdup_printf (_("Not applicable, because: %s"), irrelevant) : NULL;

  cap_doc_begin_row (self->doc, NULL);
  cap_audit_add_double_cell (self, cap_review_item_get_title (item), clause);
  cap_audit_add_typed_cell (self, reading);
  if (decision != NULL || reason != NULL)
    cap_audit_add_typed_cell (self, decision != NULL ? decision : reason);
  else
    {
      cap_doc_add_cell (self->doc, NULL);
      cap_doc_add_run (self->doc, _("▲ Nothing is decided yet"), CAP_DOC_STRONG, NULL);
    }
}

static void
add_inputs (CapAudit        *self,
            const CapRecord *review)
{
  g_autoptr(GPtrArray) items = cap_review_list_items (self->dossier, review, self->input->date);
  const CapDocColumn columns[] = {
    { _("Input"), 112, CAP_PDF_ALIGN_LEFT },
    { _("Reading"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Decision"), 158, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Inputs and decisions"));
  if (items->len == 0)
    {
      cap_audit_add_missing (self, _("No input is written in this review."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < items->len; i++)
    add_item (self, g_ptr_array_index (items, i));
}

static void
add_output (CapAudit        *self,
            const CapRecord *output)
{
  int number = cap_record_get_number (output, CAP_REVIEW_OUTPUT_ACTION);
  g_autofree char *code = number != CAP_NUMBER_UNSET ? g_strdup_printf ("%d", number) : NULL;
  g_autofree char *link = code != NULL ? g_strdup_printf ("action-%s", code) : NULL;

  cap_doc_begin_row (self->doc, NULL);
  cap_audit_add_value_cell (self, output, CAP_REVIEW_OUTPUT_TEXT);
  cap_audit_add_value_cell (self, output, CAP_REVIEW_OUTPUT_KIND);
  cap_audit_add_value_cell (self, output, CAP_REVIEW_OUTPUT_OWNER);
  cap_audit_add_value_cell (self, output, CAP_REVIEW_OUTPUT_DUE);
  cap_audit_add_code_cell (self, code != NULL ? code : "–", link);
}

static void
add_outputs (CapAudit        *self,
             const CapRecord *review)
{
  g_autoptr(GPtrArray) outputs = cap_dossier_list_parts (self->dossier, CAP_REGISTER_REVIEW_OUTPUT,
                                                         review->id);
  const CapDocColumn columns[] = {
    { _("Decision"), 0, CAP_PDF_ALIGN_LEFT },
    { _("Kind"), 96, CAP_PDF_ALIGN_LEFT },
    { _("Owner"), 90, CAP_PDF_ALIGN_LEFT },
    { _("Due"), 62, CAP_PDF_ALIGN_LEFT },
    { _("Action"), 44, CAP_PDF_ALIGN_LEFT },
  };

  cap_audit_add_section (self, _("Outputs"));
  if (outputs->len == 0)
    {
      cap_audit_add_missing (self, _("This review has no output: clause 9.3.3 asks for decisions."));
      return;
    }

  cap_doc_begin_table (self->doc, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < outputs->len; i++)
    add_output (self, g_ptr_array_index (outputs, i));
}

static char *
dup_long (const CapRecord *record,
          guint            field)
{
  const char *date = cap_record_get (record, field);

  return date != NULL ? cap_date_format_long (date) : NULL;
}

static void
add_facts (CapAudit        *self,
           const CapRecord *review)
{
  g_autofree char *date = dup_long (review, CAP_MANAGEMENT_REVIEW_DATE);
  g_autofree char *since = dup_long (review, CAP_MANAGEMENT_REVIEW_SINCE);
  g_autofree char *finalised = dup_long (review, CAP_MANAGEMENT_REVIEW_FINALISED);
  g_autofree char *anchor = cap_audit_dup_record_anchor (review);
  g_autofree char *title = g_strdup_printf ("%s – %s", cap_record_get_code (review),
                                            date != NULL ? date : "–");

  cap_doc_add_heading (self->doc, 2, title, anchor);
  cap_doc_add_fact (self->doc, _("Covers the period since"), since);
  cap_audit_add_typed_fact (self, _("Chaired by"), cap_record_get (review, CAP_MANAGEMENT_REVIEW_CHAIR));
  cap_audit_add_typed_fact (self, _("Who took part"),
                            cap_record_get (review, CAP_MANAGEMENT_REVIEW_ATTENDANTS));
  cap_audit_add_typed_fact (self, _("Conclusion"), cap_record_get (review, CAP_MANAGEMENT_REVIEW_CONCLUSION));
  cap_doc_add_fact (self->doc, _("Finalised on"), finalised != NULL ? finalised : _("Not finalised yet"));
}

/* The last one that is finalised; the one being prepared when there is none. */
static const CapRecord *
find_review (const CapAudit *self)
{
  const GPtrArray *reviews = cap_audit_get_register (self, CAP_REGISTER_MANAGEMENT_REVIEW);
  const CapRecord *found = NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      const CapRecord *review = g_ptr_array_index (reviews, i);

      if (cap_record_get (review, CAP_MANAGEMENT_REVIEW_FINALISED) == NULL)
        continue;

      if (found == NULL || g_strcmp0 (cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE),
                                      cap_record_get (found, CAP_MANAGEMENT_REVIEW_DATE)) > 0)
        found = review;
    }

  return found != NULL ? found : cap_review_find_last (self->dossier);
}

void
cap_audit_tell_review (CapAudit *self)
{
  const CapRecord *review = find_review (self);

  cap_audit_add_title (self, CAP_DOSSIER_REVIEW);
  if (review == NULL)
    {
      cap_audit_add_missing (self, _("No management review is in the dossier: clause 9.3 asks for one at "
                                     "planned intervals."));
      return;
    }

  add_facts (self, review);
  add_inputs (self, review);
  add_outputs (self, review);
}
