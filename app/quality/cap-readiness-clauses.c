/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-readiness-private.h"

#include <glib/gi18n.h>

#include "quality/cap-address.h"
#include "quality/cap-document-gaps.h"
#include "quality/cap-exclusion-rules.h"

/* The part of the dossier d’audit that holds the matrix, and the one that lists what is kept. */
#define PART_OF_MATRIX 8
#define PART_OF_LIST 14

/* Where what the standard asks to keep has its own part; and what takes longer than writing. */
static const struct
{
  const char *clause;
  guint       part;
  CapWork     work;
} places[] = {
  { "4.3", 4, CAP_WORK_DOCUMENT },
  { "4.4", 6, CAP_WORK_DOCUMENT },
  { "5.2", 6, CAP_WORK_CONTEXT },
  { "6.2", 6, CAP_WORK_CONTEXT },
  { "8.7", 10, CAP_WORK_DOCUMENT },
  { "9.2", 10, CAP_WORK_REVIEW },
  { "9.3", 11, CAP_WORK_REVIEW },
  { "10.2", 10, CAP_WORK_DOCUMENT },
};

/* The management review is looked at by its own check, which asks for its date. */
static gboolean
is_checked_apart (const CapMatrixRow *row)
{
  return cap_requirement_number_covers ("9.3", row->requirement->number);
}

static char *
dup_number_address (const CapMatrixRow *row)
{
  return cap_address_new (CAP_ADDRESS_REQUIREMENT, row->requirement->number);
}

/* The criteria that are not answered, or answered below the minimum, by their codes. */
static char *
dup_codes (const CapReadinessContext *context,
           const GPtrArray           *results,
           int                        minimum,
           gboolean                   unanswered,
           char                     **address)
{
  g_autoptr(GString) codes = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (results, i);
      const gboolean told = unanswered ? result->state == CAP_CRITERION_UNANSWERED
                                       : result->state == CAP_CRITERION_ANSWERED && result->level < minimum;

      if (!told)
        continue;

      if (codes->len == 0)
        *address = cap_readiness_dup_criterion (context, result->criterion);
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", result->criterion->code);
    }

  return codes->len > 0 ? g_string_free (g_steal_pointer (&codes), FALSE) : NULL;
}

/* Takes what holds back something that has evidence: sentence and address stay when nothing does. */
static gboolean
judge_levels (const CapReadinessContext *context,
              CapReadinessItem          *item,
              const GPtrArray           *results,
              int                        minimum)
{
  g_autofree char *address = NULL;
  g_autofree char *low = NULL;
  g_autofree char *open = dup_codes (context, results, minimum, TRUE, &address);

  if (open == NULL)
    low = dup_codes (context, results, minimum, FALSE, &address);
  if (open == NULL && low == NULL)
    return FALSE;

  item->standing = CAP_STANDING_WEAK;
  item->address = g_steal_pointer (&address);
  /* Translators: %s is a list of criteria: “A1.1, A1.2” */
  item->sentence = open != NULL ? g_strdup_printf (_("Still to be answered: %s."), open)
                                : g_strdup_printf (_("Not in place yet, says the evaluation: %s."), low);

  return TRUE;
}

/* Evidence first, then what the evaluation says. */
static void
judge_evidence (const CapReadinessContext *context,
                CapReadinessItem          *item,
                const GPtrArray           *results,
                guint                      n_pieces,
                guint                      n_expired)
{
  const int minimum = context->matrix->photograph->framework->rules.core_minimum;
  const guint n_good = n_pieces - n_expired;

  if (n_good > 0 && judge_levels (context, item, results, minimum))
    return;

  if (n_good > 0)
    {
      item->standing = CAP_STANDING_THERE;
      item->sentence = g_strdup_printf (ngettext ("%u piece of evidence holds.",
                                                  "%u pieces of evidence hold.", n_good), n_good);
    }
  else if (n_expired > 0)
    {
      item->standing = CAP_STANDING_OUTDATED;
      item->sentence = g_strdup (_("Its evidence will be out of date: renew it."));
    }
  else
    {
      item->standing = CAP_STANDING_MISSING;
      item->sentence = g_strdup (_("Nothing proves it yet: link a piece of evidence."));
    }
}

static void
add_clause (const CapReadinessContext *context,
            const CapMatrixRow        *row,
            GPtrArray                 *items)
{
  g_autofree char *name = g_strconcat ("clause/", row->requirement->number, NULL);
  CapReadinessItem *item = cap_readiness_item_new (name, PART_OF_MATRIX, CAP_WORK_EVIDENCE,
                                                   CAP_STANDING_NOT_APPLICABLE);

  item->requirement = row->requirement;
  item->title = g_strdup (cap_requirement_get_title (row->requirement));
  g_ptr_array_add (items, item);
  if (row->flags & CAP_MATRIX_EXCLUDED)
    {
      item->sentence = g_strdup (cap_record_get (row->exclusion, CAP_EXCLUSION_REASON));
      item->address = cap_address_new_for_record (row->exclusion);
      return;
    }

  judge_evidence (context, item, row->criteria, row->evidence->len, row->n_expired);
  if (row->flags & CAP_MATRIX_WRONGLY_EXCLUDED)
    {
      g_free (item->sentence);
      g_free (item->address);
      item->sentence = cap_exclusion_dup_fault (row->exclusion, context->matrix->standard);
      item->address = cap_address_new_for_record (row->exclusion);
    }
  if (item->address == NULL)
    item->address = dup_number_address (row);
}

static void
add_gap (const CapDocumentGap *gap,
         GPtrArray            *items)
{
  const char *number = gap->row->requirement->number;
  const char *keep = gap->keep == CAP_KEEP_MAINTAIN ? "maintain" : "retain";
  g_autofree char *name = g_strdup_printf ("%s/%s", keep, number);
  guint part = PART_OF_LIST;
  CapWork work = CAP_WORK_DOCUMENT;
  CapReadinessItem *item;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (!cap_requirement_number_covers (places[i].clause, number))
        continue;

      part = places[i].part;
      work = places[i].work;
    }

  item = cap_readiness_item_new (name, part, work, gap->standing);
  item->requirement = gap->row->requirement;
  item->title = g_strdup (gap->text);
  item->sentence = cap_document_gap_dup_sentence (gap);
  item->address = cap_document_gap_dup_address (gap);
  g_ptr_array_add (items, item);
}

static void
add_criterion (const CapReadinessContext *context,
               const CapMatrixCriterion  *line,
               GPtrArray                 *items)
{
  const CapCriterion *criterion = line->result->criterion;
  g_autofree char *name = g_strconcat ("criterion/", criterion->code, NULL);
  g_autoptr(GPtrArray) results = g_ptr_array_new ();
  CapReadinessItem *item = cap_readiness_item_new (name, PART_OF_MATRIX, CAP_WORK_EVIDENCE,
                                                   CAP_STANDING_NOT_APPLICABLE);

  item->title = g_strdup_printf ("%s %s", criterion->code, criterion->label);
  g_ptr_array_add (results, (gpointer) line->result);
  if (line->result->state == CAP_CRITERION_NOT_APPLICABLE)
    item->sentence = g_strdup (_("The evaluation says why it does not apply."));
  else if (judge_levels (context, item, results, context->matrix->photograph->framework->min_level))
    item->standing = CAP_STANDING_MISSING;
  else
    judge_evidence (context, item, results, line->evidence->len, line->n_expired);
  if (item->address == NULL)
    item->address = cap_address_new (CAP_ADDRESS_CRITERION, criterion->code);
  g_ptr_array_add (items, item);
}

/* A route that looks at criteria only expects evidence for each of the network’s. */
static void
add_criteria (const CapReadinessContext *context,
              GPtrArray                 *items)
{
  const GPtrArray *criteria = context->matrix->criteria;

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapMatrixCriterion *line = g_ptr_array_index (criteria, i);

      if (!cap_criterion_is_local (line->result->criterion))
        add_criterion (context, line, items);
    }
}

/* Adds what each clause expects: evidence, and what the standard asks to keep without condition. */
void
cap_readiness_add_clauses (const CapReadinessContext *context,
                           GPtrArray                 *items)
{
  g_autoptr(GPtrArray) gaps = cap_document_gaps_new (context->matrix);

  for (guint i = 0; i < context->matrix->rows->len; i++)
    add_clause (context, g_ptr_array_index (context->matrix->rows, i), items);
  for (guint i = 0; i < gaps->len; i++)
    {
      const CapDocumentGap *gap = g_ptr_array_index (gaps, i);

      if (!gap->conditional && !is_checked_apart (gap->row))
        add_gap (gap, items);
    }
  if (context->matrix->standard == NULL)
    add_criteria (context, items);
}
