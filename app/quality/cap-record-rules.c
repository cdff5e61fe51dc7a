/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-record-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-committee-rules.h"
#include "base/cap-date.h"
#include "base/cap-text.h"
#include "quality/cap-process-rules.h"
#include "quality/cap-record-origins.h"
#include "quality/cap-review-rules.h"

#define MIN_LETTERS 10 /* of a reason */

/* Pairs of dates that come in this order. */
static const struct
{
  CapRegisterKind  kind;
  guint            first;
  guint            second;
} orders[] = {
  { CAP_REGISTER_DOCUMENT, CAP_DOCUMENT_WRITTEN, CAP_DOCUMENT_APPROVED },
  { CAP_REGISTER_DOCUMENT, CAP_DOCUMENT_APPROVED, CAP_DOCUMENT_REVIEW },
  { CAP_REGISTER_COMMITMENT, CAP_COMMITMENT_SIGNED, CAP_COMMITMENT_REVIEW },
  { CAP_REGISTER_COMMITMENT, CAP_COMMITMENT_SIGNED, CAP_COMMITMENT_CLOSED },
  { CAP_REGISTER_COMPLAINT, CAP_COMPLAINT_RECEIVED, CAP_COMPLAINT_ANSWERED },
  { CAP_REGISTER_COMPLAINT, CAP_COMPLAINT_RECEIVED, CAP_COMPLAINT_CLOSED },
  { CAP_REGISTER_RISK, CAP_RISK_RATED, CAP_RISK_RATED_AFTER },
  { CAP_REGISTER_SKILL, CAP_SKILL_ASSESSED, CAP_SKILL_REVIEW },
  { CAP_REGISTER_SUPPLIER, CAP_SUPPLIER_ASSESSED, CAP_SUPPLIER_REVIEW },
  { CAP_REGISTER_SURVEY, CAP_SURVEY_DATE, CAP_SURVEY_TOLD },
  { CAP_REGISTER_MANAGEMENT_REVIEW, CAP_MANAGEMENT_REVIEW_SINCE, CAP_MANAGEMENT_REVIEW_DATE },
  { CAP_REGISTER_TARGET, CAP_TARGET_DATE, CAP_TARGET_LAST_DAY },
};

static void
free_fault (CapRecordFault *fault)
{
  g_free (fault->sentence);
  g_free (fault);
}

static void
add_fault (GPtrArray *faults,
           guint      field,
           char      *sentence)
{
  CapRecordFault *fault = g_new0 (CapRecordFault, 1);

  fault->field = field;
  fault->sentence = sentence;
  g_ptr_array_add (faults, fault);
}

static void
check_value (const CapRecord *record,
             guint            index,
             GPtrArray       *faults)
{
  const CapField *field = &cap_register_get (record->kind)->fields[index];
  const char *value = cap_record_get (record, index);
  const gboolean counts = value != NULL && field->kind == CAP_VALUE_NUMBER;
  const int number = counts ? cap_record_get_number (record, index) : 0;

  if (value == NULL)
    {
      if (field->required)
        /* Translators: %s is the label of a field */
        add_fault (faults, index, g_strdup_printf (_("“%s” is to be filled in"), gettext (field->label)));
    }
  else if (field->kind == CAP_VALUE_DATE && !cap_date_is_valid (value))
    {
      add_fault (faults, index, g_strdup_printf (_("“%s” is not a date"), value));
    }
  else if (field->kind == CAP_VALUE_CHOICE && cap_field_find_choice (field, value) == NULL)
    {
      add_fault (faults, index, g_strdup_printf (_("“%s” is not one of the choices"), value));
    }
  else if (counts && (strspn (value, "0123456789") != strlen (value) ||
                      number < field->minimum || number > field->maximum))
    {
      add_fault (faults, index, g_strdup_printf (_("A whole number from %d to %d is expected"),
                                                 field->minimum, field->maximum));
    }
}

static void
check_orders (const CapRecord *record,
              GPtrArray       *faults)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const CapRegister *reg = cap_register_get (orders[i].kind);
      const char *first;
      const char *second;

      if (orders[i].kind != record->kind)
        continue;

      first = cap_record_get (record, orders[i].first);
      second = cap_record_get (record, orders[i].second);
      if (first != NULL && second != NULL && strcmp (second, first) < 0)
        /* Translators: both are labels of dates: “Signed on”, “Ended on” */
        add_fault (faults, orders[i].second,
                   g_strdup_printf (_("“%s” comes before “%s”"),
                                    gettext (reg->fields[orders[i].second].label),
                                    gettext (reg->fields[orders[i].first].label)));
    }
}

static gboolean
is_taken (const CapRecord  *record,
          const CapDossier *dossier)
{
  const GPtrArray *records = dossier->registers[record->kind];

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *other = g_ptr_array_index (records, i);

      if (!g_str_equal (other->id, record->id) &&
          g_ascii_strcasecmp (cap_record_get_code (other), cap_record_get_code (record)) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
check_code (const CapRecord  *record,
            const CapDossier *dossier,
            GPtrArray        *faults)
{
  const char *code = cap_record_get_code (record);

  if (dossier != NULL && *code != '\0' && is_taken (record, dossier))
    add_fault (faults, 0, g_strdup_printf (_("“%s” is already used"), code));
  else if (strchr (code, ',') != NULL)
    add_fault (faults, 0, g_strdup (_("A code has no comma: write a dash")));
  else if (record->kind == CAP_REGISTER_COMMITMENT && cap_code_looks_like_a_name (code))
    add_fault (faults, 0, g_strdup (_("This looks like a name: write a code, such as 2026-014")));
}

static void
check_closing (const CapRecord *record,
               GPtrArray       *faults)
{
  if (record->kind == CAP_REGISTER_COMMITMENT && cap_record_get (record, CAP_COMMITMENT_OUTCOME) != NULL &&
      cap_record_get (record, CAP_COMMITMENT_CLOSED) == NULL)
    add_fault (faults, CAP_COMMITMENT_CLOSED, g_strdup (_("An outcome needs the day of the end")));
}

static void
check_feeds (const CapRecord  *record,
             const CapDossier *dossier,
             GPtrArray        *faults)
{
  char *sentence;

  if (record->kind != CAP_REGISTER_PROCESS || dossier == NULL)
    return;

  sentence = cap_process_dup_fault (dossier, record);
  if (sentence != NULL)
    add_fault (faults, CAP_PROCESS_FEEDS, sentence);
}

/**
 * cap_record_get_frozen:
 * @record: any record, as it is or as it would be
 *
 * Returns: (nullable): why it is no longer changed, when it is in a management review or in minutes that
 *   are closed
 */
const char *
cap_record_get_frozen (const CapRecord  *record,
                       const CapDossier *dossier)
{
  g_return_val_if_fail (record != NULL && dossier != NULL, NULL);

  if (cap_review_is_frozen (dossier, record))
    return _("The review is finalised: it is no longer changed");

  return cap_committee_is_frozen (dossier, record) ? _("The minutes are approved: they are no longer changed")
                                                   : NULL;
}

/* What belongs to a review that is finalised, or to minutes that are approved, stays as it is, every
 * field of it. */
static void
check_frozen (const CapRecord  *record,
              const CapDossier *dossier,
              GPtrArray        *faults)
{
  const CapRecord *before = NULL;
  const char *frozen = dossier != NULL ? cap_record_get_frozen (record, dossier) : NULL;

  if (frozen == NULL)
    return;

  before = cap_dossier_find_record (dossier, record->kind, record->id);
  if (before != NULL && cap_record_equal (before, record))
    return;

  for (guint i = 0; i < cap_register_get (record->kind)->n_fields; i++)
    add_fault (faults, i, g_strdup (frozen));
}

/* Those who answered a question, said or not. */
static int
count_answers (const CapRecord *question)
{
  int total = 0;

  for (guint i = CAP_SURVEY_QUESTION_VERY; i <= CAP_SURVEY_QUESTION_NOT_AT_ALL; i++)
    total += MAX (0, cap_record_get_number (question, i));

  return total;
}

static void
check_survey (const CapRecord  *survey,
              const CapDossier *dossier,
              GPtrArray        *faults)
{
  const int sent = cap_record_get_number (survey, CAP_SURVEY_SENT);
  const int returned = cap_record_get_number (survey, CAP_SURVEY_RETURNED);
  g_autoptr(GPtrArray) questions = NULL;

  if (sent != CAP_NUMBER_UNSET && returned > sent)
    add_fault (faults, CAP_SURVEY_RETURNED, g_strdup (_("More answers than questionnaires given")));

  if (dossier == NULL || returned == CAP_NUMBER_UNSET)
    return;

  questions = cap_dossier_list_parts (dossier, CAP_REGISTER_SURVEY_QUESTION, survey->id);
  for (guint i = 0; i < questions->len; i++)
    {
      if (count_answers (g_ptr_array_index (questions, i)) <= returned)
        continue;

      add_fault (faults, CAP_SURVEY_RETURNED,
                 g_strdup (_("One of the questions has more answers than this")));
      return;
    }
}

static void
check_survey_question (const CapRecord  *question,
                       const CapDossier *dossier,
                       GPtrArray        *faults)
{
  const CapRecord *survey = NULL;
  int returned = CAP_NUMBER_UNSET;

  if (dossier != NULL)
    survey = cap_dossier_find_record (dossier, CAP_REGISTER_SURVEY, question->parent);
  if (survey != NULL)
    returned = cap_record_get_number (survey, CAP_SURVEY_RETURNED);

  if (returned != CAP_NUMBER_UNSET && count_answers (question) > returned)
    /* Translators: %d is how many people answered the survey */
    add_fault (faults, CAP_SURVEY_QUESTION_NOT_AT_ALL,
               g_strdup_printf (ngettext ("More answers than people who answered: %d",
                                          "More answers than people who answered: %d", (gulong) returned),
                                returned));
}

/**
 * cap_record_check:
 * @record: what a record is to become
 * @dossier: (nullable): where it is to be; %NULL for what can be said of it alone: whoever reads many
 *   of them looks after their codes
 *
 * Returns: (transfer full) (element-type CapRecordFault): what keeps it from
 *   being put, by field; empty when nothing does
 */
GPtrArray *
cap_record_check (const CapRecord  *record,
                  const CapDossier *dossier)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fault);
  const CapRegister *reg;

  g_return_val_if_fail (record != NULL, faults);

  reg = cap_register_get (record->kind);
  check_frozen (record, dossier, faults);
  for (guint i = 0; i < reg->n_fields; i++)
    check_value (record, i, faults);
  if (cap_register_has_code (reg))
    check_code (record, dossier, faults);
  check_orders (record, faults);
  check_closing (record, faults);
  check_feeds (record, dossier, faults);
  if (record->kind == CAP_REGISTER_SURVEY)
    check_survey (record, dossier, faults);
  else if (record->kind == CAP_REGISTER_SURVEY_QUESTION)
    check_survey_question (record, dossier, faults);

  return faults;
}

/* Returns: (nullable): what is wrong with a field */
const char *
cap_record_faults_find (const GPtrArray *faults,
                        guint            field)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const CapRecordFault *fault = g_ptr_array_index (faults, i);

      if (fault->field == field)
        return fault->sentence;
    }

  return NULL;
}

/* Gives the fields that are at fault the value that they had, so that the others can be put. */
void
cap_record_take_back (CapRecord       *record,
                      const CapRecord *before,
                      const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const CapRecordFault *fault = g_ptr_array_index (faults, i);

      cap_record_set (record, fault->field, cap_record_get (before, fault->field));
    }
}

static guint
read_rank (const char *code,
           const char *start)
{
  return g_str_has_prefix (code, start) ? (guint) g_ascii_strtoull (code + strlen (start), NULL, 10) : 0;
}

/**
 * cap_record_dup_next_code:
 * @today: ISO 8601: commitments are numbered by year
 *
 * Returns: (transfer full) (nullable): the code of the next record: “R-04”,
 *   “2026-015”; %NULL where people give the codes
 */
char *
cap_record_dup_next_code (const CapDossier *dossier,
                          CapRegisterKind   kind,
                          const char       *today)
{
  const CapRegister *reg = cap_register_get (kind);
  g_autofree char *start = NULL;
  guint last = 0;

  if (kind == CAP_REGISTER_COMMITMENT)
    start = g_strdup_printf ("%.4s-", today);
  else if (reg->prefix != NULL)
    start = g_strdup_printf ("%s-", reg->prefix);
  else
    return NULL;

  for (guint i = 0; i < dossier->registers[kind]->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (dossier->registers[kind], i);

      last = MAX (last, read_rank (cap_record_get_code (record), start));
    }

  return kind == CAP_REGISTER_COMMITMENT ? g_strdup_printf ("%s%03u", start, last + 1)
                                         : g_strdup_printf ("%s%02u", start, last + 1);
}

static gboolean
rename_in_field (CapRecord  *record,
                 guint       field,
                 const char *old,
                 const char *new)
{
  g_auto(GStrv) codes = cap_record_dup_codes (record, field);
  gboolean found = FALSE;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (!g_str_equal (codes[i], old))
        continue;

      found = TRUE;
      g_free (codes[i]);
      codes[i] = g_strdup (new);
    }

  return found && cap_record_set_codes (record, field, (const char * const *) codes);
}

static void
rename_in_record (CapCommand      *command,
                  const CapRecord *record,
                  CapRegisterKind  kind,
                  const char      *old,
                  const char      *new)
{
  const CapRegister *reg = cap_register_get (record->kind);
  g_autoptr(CapRecord) changed = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < reg->n_fields; i++)
    {
      if (reg->fields[i].kind != CAP_VALUE_CODES || cap_refers_get_register (reg->fields[i].refers) != kind ||
          !cap_record_has_code (record, i, old))
        continue;

      if (changed == NULL)
        changed = cap_record_copy (record);
      found = rename_in_field (changed, i, old, new) || found;
    }

  if (found)
    cap_command_put_record (command, changed);
}

/**
 * cap_record_put_renamed:
 * @command: takes the record, and the records that refer to it
 * @record: what a record becomes; its code may be another one
 *
 * Puts a record, and lets those that refer to it by its code follow, actions included.
 */
void
cap_record_put_renamed (CapCommand       *command,
                        const CapDossier *dossier,
                        const CapRecord  *record)
{
  const CapRecord *before = cap_dossier_find_record (dossier, record->kind, record->id);
  const char *old = before != NULL ? cap_record_get_code (before) : "";
  const char *new = cap_record_get_code (record);

  cap_command_put_record (command, record);
  if (*old == '\0' || g_str_equal (old, new))
    return;

  cap_record_put_renamed_origins (command, dossier, record->kind, old, new);
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      for (guint i = 0; i < dossier->registers[kind]->len; i++)
        {
          const CapRecord *other = g_ptr_array_index (dossier->registers[kind], i);

          if (!g_str_equal (other->id, record->id))
            rename_in_record (command, other, record->kind, old, new);
        }
    }
}

/* A code has a digit; two words of letters, or one long word without digits, are a person. */
gboolean
cap_code_looks_like_a_name (const char *code)
{
  guint n_letters = 0;
  guint n_digits = 0;

  g_return_val_if_fail (code != NULL, FALSE);

  for (const char *p = code; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      n_letters += g_unichar_isalpha (c) ? 1 : 0;
      n_digits += g_unichar_isdigit (c) ? 1 : 0;
    }

  return n_letters > 3 ? n_letters > n_digits : n_digits == 0 && n_letters > 0;
}

/**
 * cap_reason_is_solid:
 * @reason: (nullable): why something is of no concern
 *
 * Returns: whether it has enough letters to convince
 */
gboolean
cap_reason_is_solid (const char *reason)
{
  guint n_letters = 0;

  for (const char *p = reason; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalpha (g_utf8_get_char (p)) ? 1 : 0;

  return n_letters >= MIN_LETTERS;
}
