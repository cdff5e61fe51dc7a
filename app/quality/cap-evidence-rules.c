/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-evidence-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "quality/cap-address.h"

static void
free_place (CapServedPlace *place)
{
  g_free (place->address);
  g_free (place->label);
  g_free (place);
}

/* Takes both. */
static void
add_place (GPtrArray *places,
           char      *address,
           char      *label)
{
  CapServedPlace *place = g_new0 (CapServedPlace, 1);

  place->address = address;
  place->label = label;
  g_ptr_array_add (places, place);
}

static char *
join (const char *code,
      const char *title)
{
  return title != NULL && *title != '\0' ? g_strdup_printf ("%s – %s", code, title) : g_strdup (code);
}

CapExpiry
cap_evidence_get_expiry (const CapEvidence *self,
                         const char        *today)
{
  int last;
  int day;

  g_return_val_if_fail (self != NULL && today != NULL, CAP_EXPIRY_NONE);

  if (self->expires == NULL || !cap_date_to_days (self->expires, &last) || !cap_date_to_days (today, &day))
    return CAP_EXPIRY_NONE;

  if (last < day)
    return CAP_EXPIRY_PAST;

  return last - day <= CAP_EVIDENCE_SOON_DAYS ? CAP_EXPIRY_SOON : CAP_EXPIRY_HOLDS;
}

/**
 * cap_evidence_dup_expiry:
 *
 * Returns: (transfer full) (nullable): until when it holds, in words; %NULL when nothing limits it
 */
char *
cap_evidence_dup_expiry (const CapEvidence *self,
                         const char        *today)
{
  const CapExpiry expiry = cap_evidence_get_expiry (self, today);
  g_autofree char *date = NULL;

  if (expiry == CAP_EXPIRY_NONE)
    return NULL;

  date = cap_date_format_short (self->expires);
  if (expiry == CAP_EXPIRY_PAST)
    /* Translators: a date: the last day that a piece of evidence held */
    return g_strdup_printf (_("Out of date since %s"), date);
  if (expiry == CAP_EXPIRY_SOON)
    /* Translators: a date: the last day that a piece of evidence holds */
    return g_strdup_printf (_("To renew before %s"), date);

  /* Translators: a date: the last day that a piece of evidence holds */
  return g_strdup_printf (_("Holds until %s"), date);
}

static void
list_criteria (const CapEvidence *self,
               const CapDossier  *dossier,
               GPtrArray         *places)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  const CapFramework *framework = evaluation->framework;

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      if (cap_answer_holds_evidence (cap_evaluation_get_answer (evaluation, criterion->code), self->id))
        add_place (places, cap_address_new (CAP_ADDRESS_CRITERION, criterion->code),
                   join (criterion->code, criterion->label));
    }
}

static const CapRequirement *
find_requirement (const CapCatalogue *catalogue,
                  const char         *number)
{
  const CapRequirement *requirement = NULL;

  for (guint i = 0; catalogue != NULL && requirement == NULL && i < catalogue->standards->len; i++)
    requirement = cap_standard_find_requirement (g_ptr_array_index (catalogue->standards, i), number);

  return requirement;
}

static void
list_requirement (const char         *number,
                  const CapCatalogue *catalogue,
                  GPtrArray          *places)
{
  const CapRequirement *requirement = find_requirement (catalogue, number);

  add_place (places, cap_address_new (CAP_ADDRESS_REQUIREMENT, number),
             join (number, requirement != NULL ? cap_requirement_get_title (requirement) : NULL));
}

static void
list_action (const char       *id,
             const CapDossier *dossier,
             GPtrArray        *places)
{
  const CapAction *action = cap_dossier_find_action_by_id (dossier, id);
  g_autofree char *number = NULL;

  if (action == NULL)
    return;

  /* Translators: the number of an action */
  number = g_strdup_printf (_("Action %u"), action->number);
  add_place (places, cap_address_new_for_action (action), join (number, action->title));
}

static void
list_record (const char       *id,
             const CapDossier *dossier,
             GPtrArray        *places)
{
  const CapRecord *record = NULL;
  const char *code;

  for (guint i = 0; record == NULL && i < CAP_N_REGISTERS; i++)
    record = cap_dossier_find_record (dossier, (CapRegisterKind) i, id);
  if (record == NULL)
    return;

  code = cap_record_get_code (record);
  add_place (places, cap_address_new_for_record (record),
             join (code != NULL ? code : gettext (cap_register_get (record->kind)->one),
                   cap_record_get_title (record)));
}

/**
 * cap_evidence_list_places:
 * @dossier: the evaluation in course counts; what is not there any more does not
 * @catalogue: (nullable): for the titles of clauses
 *
 * Returns: (transfer full) (element-type CapServedPlace): where it serves:
 *   criteria, then clauses, actions and records as they were chosen
 */
GPtrArray *
cap_evidence_list_places (const CapEvidence  *self,
                          const CapDossier   *dossier,
                          const CapCatalogue *catalogue)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) free_place);

  g_return_val_if_fail (self != NULL && dossier != NULL, places);

  list_criteria (self, dossier, places);
  for (guint i = 0; i < self->links->len; i++)
    {
      const CapEvidenceLink *link = g_ptr_array_index (self->links, i);

      switch (link->place)
        {
        case CAP_PLACE_REQUIREMENT:
          list_requirement (link->target, catalogue, places);
          break;

        case CAP_PLACE_ACTION:
          list_action (link->target, dossier, places);
          break;

        case CAP_PLACE_RECORD:
        default:
          list_record (link->target, dossier, places);
          break;
        }
    }

  return places;
}

gboolean
cap_evidence_matches (const CapEvidence *self,
                      const char        *words)
{
  const CapEvidenceFile *file;
  g_autofree char *code = NULL;
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  g_auto(GStrv) list = NULL;

  g_return_val_if_fail (self != NULL && words != NULL, FALSE);

  if (*words == '\0')
    return TRUE;

  file = cap_evidence_get_file (self);
  code = cap_evidence_dup_code (self);
  all = g_strjoin (" ", code, self->title, self->reference != NULL ? self->reference : "",
                   file != NULL ? file->name : "", NULL);
  text = cap_text_fold (all);
  folded = cap_text_fold (words);
  list = g_strsplit (folded, " ", -1);
  for (guint i = 0; list[i] != NULL; i++)
    if (strstr (text, list[i]) == NULL)
      return FALSE;

  return TRUE;
}

gboolean
cap_evidence_is_link (const CapEvidence *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->reference != NULL && strchr (self->reference, ' ') == NULL &&
         (g_str_has_prefix (self->reference, "https://") || g_str_has_prefix (self->reference, "http://"));
}

static gboolean
is_there (const CapEvidenceLink *link,
          const CapDossier      *dossier)
{
  if (link->place == CAP_PLACE_REQUIREMENT)
    return TRUE;
  if (link->place == CAP_PLACE_ACTION)
    return cap_dossier_find_action_by_id (dossier, link->target) != NULL;

  for (guint i = 0; i < CAP_N_REGISTERS; i++)
    if (cap_dossier_find_record (dossier, (CapRegisterKind) i, link->target) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether it serves somewhere: cap_evidence_list_places () would not be empty. */
gboolean
cap_evidence_is_in_use (const CapEvidence *self,
                        const CapDossier  *dossier)
{
  const CapEvaluation *evaluation;

  g_return_val_if_fail (self != NULL && dossier != NULL, FALSE);

  for (guint i = 0; i < self->links->len; i++)
    if (is_there (g_ptr_array_index (self->links, i), dossier))
      return TRUE;

  evaluation = cap_dossier_get_current (dossier);
  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);

      if (cap_answer_holds_evidence (cap_evaluation_get_answer (evaluation, criterion->code), self->id))
        return TRUE;
    }

  return FALSE;
}

gboolean
cap_answer_holds_evidence (const CapAnswer *answer,
                           const char      *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  for (guint i = 0; answer != NULL && i < answer->evidence->len; i++)
    if (g_str_equal (((const CapEvidence *) g_ptr_array_index (answer->evidence, i))->id, id))
      return TRUE;

  return FALSE;
}

gboolean
cap_answer_has_evidence (const CapAnswer  *answer,
                         const CapDossier *dossier)
{
  g_return_val_if_fail (dossier != NULL, FALSE);

  for (guint i = 0; answer != NULL && i < answer->evidence->len; i++)
    {
      const CapEvidence *held = g_ptr_array_index (answer->evidence, i);
      const CapEvidence *piece = cap_dossier_find_evidence (dossier, held->id);

      if (piece == NULL || piece->removed == NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * cap_evidence_list_missing:
 * @photograph: of the evaluation in course of @dossier
 *
 * Returns: (transfer full) (element-type CapCriterionResult): those in scope whose
 *   level asks for evidence that is not there, in framework order; borrowed from @photograph
 */
GPtrArray *
cap_evidence_list_missing (const CapPhotograph *photograph,
                           const CapDossier    *dossier)
{
  GPtrArray *missing = g_ptr_array_new ();
  const CapEvaluation *evaluation;
  const CapFramework *framework;

  g_return_val_if_fail (photograph != NULL && dossier != NULL, missing);

  evaluation = cap_dossier_get_current (dossier);
  framework = photograph->framework;
  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (photograph, criterion->code);

      if (result->state == CAP_CRITERION_ANSWERED && result->level >= framework->rules.evidence_from &&
          !cap_answer_has_evidence (cap_evaluation_get_answer (evaluation, criterion->code), dossier))
        g_ptr_array_add (missing, (gpointer) result);
    }

  return missing;
}

/**
 * cap_evidence_allows_closing:
 *
 * In certification mode, a level that asks for evidence keeps the evaluation
 * from being closed until there is some. In CAP mode it is pointed out, no more.
 *
 * Returns: whether the evaluation in course may be closed
 */
gboolean
cap_evidence_allows_closing (const CapPhotograph *photograph,
                             const CapDossier    *dossier)
{
  g_autoptr(GPtrArray) missing = NULL;

  g_return_val_if_fail (photograph != NULL && dossier != NULL, FALSE);

  if (cap_dossier_get_current (dossier)->mode != CAP_MODE_CERTIFICATION)
    return TRUE;

  missing = cap_evidence_list_missing (photograph, dossier);

  return missing->len == 0;
}

static void
put_without (CapCommand          *command,
             const CapEvaluation *evaluation,
             const char          *code,
             const char          *id)
{
  g_autoptr(CapAnswer) answer = NULL;

  if (!cap_answer_holds_evidence (cap_evaluation_get_answer (evaluation, code), id))
    return;

  answer = cap_evaluation_dup_answer (evaluation, code);
  for (guint i = answer->evidence->len; i > 0; i--)
    if (g_str_equal (((const CapEvidence *) g_ptr_array_index (answer->evidence, i - 1))->id, id))
      g_ptr_array_remove_index (answer->evidence, i - 1);
  cap_command_put_answer (command, evaluation->id, answer);
}

/**
 * cap_evidence_take_out:
 * @today: ISO 8601
 * @reason: why, not empty
 *
 * Takes a piece out: it serves no answer of the evaluation in course any more.
 * Its line stays, with its files, what it served and the reason; so do the
 * evaluations before.
 *
 * Returns: (transfer full): the gesture
 */
CapCommand *
cap_evidence_take_out (const CapEvidence *self,
                       const CapDossier  *dossier,
                       const char        *today,
                       const char        *reason)
{
  g_autoptr(CapEvidence) piece = NULL;
  const CapEvaluation *evaluation;
  CapCommand *command;

  g_return_val_if_fail (self != NULL && dossier != NULL && today != NULL, NULL);
  g_return_val_if_fail (reason != NULL && *reason != '\0', NULL);

  piece = cap_evidence_copy (self);
  piece->removed = g_strdup (today);
  piece->reason = g_strdup (reason);
  command = cap_command_new (CAP_GESTURE_REMOVE_PIECE, self->title);
  cap_command_put_evidence (command, piece);

  evaluation = cap_dossier_get_current (dossier);
  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);

      put_without (command, evaluation, criterion->code, self->id);
    }

  return command;
}

/* Returns: (transfer full): the gesture that takes a piece in again */
CapCommand *
cap_evidence_put_back (const CapEvidence *self)
{
  g_autoptr(CapEvidence) piece = NULL;
  CapCommand *command;

  g_return_val_if_fail (self != NULL, NULL);

  piece = cap_evidence_copy (self);
  g_clear_pointer (&piece->removed, g_free);
  g_clear_pointer (&piece->reason, g_free);
  command = cap_command_new (CAP_GESTURE_PIECE, self->title);
  cap_command_put_evidence (command, piece);

  return command;
}
