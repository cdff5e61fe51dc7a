/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-action-cells-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "base/cap-text.h"
#include "exchange/cap-action-words-private.h"
#include "exchange/cap-plan-fields-private.h"

/* “Due: “soon” is not a day of the calendar”: the field, then what is wrong. */
void
cap_action_cells_add_fault (const CapActionCells *self,
                            CapActionField        field,
                            const char           *sentence)
{
  g_autofree char *told = NULL;
  CapActionCellFault *fault;

  g_return_if_fail (self != NULL && sentence != NULL);

  /* Translators: %1$s is the name of something, %2$s what it is */
  told = g_strdup_printf (C_("label and value", "%1$s: %2$s"), cap_action_field_get_label (field), sentence);
  fault = g_new0 (CapActionCellFault, 1);
  fault->line = self->line;
  fault->sentence = g_steal_pointer (&told);
  g_ptr_array_add (self->faults, fault);
}

void
cap_action_cell_fault_free (CapActionCellFault *self)
{
  g_free (self->sentence);
  g_free (self);
}

static void
refuse (const CapActionCells *self,
        CapActionField        field,
        char                 *sentence)
{
  cap_action_cells_add_fault (self, field, sentence);
  g_free (sentence);
}

static char **
find_text (CapAction      *action,
           CapActionField  field)
{
  switch ((guint) field)
    {
    case CAP_FIELD_TITLE:
      return &action->title;
    case CAP_FIELD_DESCRIPTION:
      return &action->description;
    case CAP_FIELD_EXPECTED:
      return &action->expected;
    case CAP_FIELD_OWNER:
      return &action->owner;
    case CAP_FIELD_REASON:
      return &action->reason;
    case CAP_FIELD_CHECK_BY:
      return &action->check_by;
    case CAP_FIELD_CHECK_EVIDENCE:
      return &action->check_evidence;
    case CAP_FIELD_START:
      return &action->start;
    case CAP_FIELD_DUE:
      return &action->due;
    case CAP_FIELD_CREATED:
      return &action->created;
    case CAP_FIELD_DONE:
      return &action->done;
    case CAP_FIELD_CLOSED:
      return &action->closed;
    case CAP_FIELD_CHECK_DUE:
      return &action->check_due;
    case CAP_FIELD_CHECKED:
      return &action->checked;
    default:
      return NULL;
    }
}

static void
read_text (CapAction      *action,
           CapActionField  field,
           const char     *text)
{
  cap_set_string (find_text (action, field), field == CAP_FIELD_TITLE && text == NULL ? "" : text);
}

static void
read_date (const CapActionCells *self,
           CapAction            *action,
           CapActionField        field,
           const char           *text)
{
  g_autofree char *iso = text != NULL ? cap_date_parse (text) : NULL;

  if (text != NULL && iso == NULL)
    /* Translators: %s is what was written */
    refuse (self, field, g_strdup_printf (_("“%s” is not a day of the calendar: write it as 2027-03-12 or "
                                            "12/03/2027"), text));
  else
    cap_set_string (find_text (action, field), iso);
}

/* What people write after a number: “3 days”, “1 200 €”. */
static char *
strip_unit (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && !g_ascii_isdigit (text[length - 1]))
    length--;

  return g_strndup (text, length);
}

static void
read_amount (const CapActionCells *self,
             CapAction            *action,
             CapActionField        field,
             const char           *text)
{
  int *place = field == CAP_FIELD_DAYS ? &action->days_hundredths : &action->euros;
  g_autofree char *number = text != NULL ? strip_unit (text) : NULL;
  int hundredths;

  if (number == NULL)
    *place = CAP_AMOUNT_UNSET;
  else if (!cap_number_parse_hundredths (number, &hundredths))
    /* Translators: %s is what was written */
    refuse (self, field, g_strdup_printf (_("“%s” is not a number"), text));
  else
    *place = field == CAP_FIELD_DAYS ? hundredths : (hundredths + 50) / 100;
}

static void
read_size (const CapActionCells *self,
           CapAction            *action,
           CapActionField        field,
           const char           *text)
{
  int *place = field == CAP_FIELD_IMPACT ? &action->impact : &action->effort;

  if (text == NULL)
    *place = 0;
  else if (!cap_action_words_find_size (text, place))
    /* Translators: %s is what was written */
    refuse (self, field, g_strdup_printf (_("“%s” is not one of 1, 2 and 3"), text));
}

static void
read_level (const CapActionCells *self,
            CapAction            *action,
            CapActionField        field,
            const char           *text)
{
  const CapFramework *framework = cap_dossier_get_current (self->dossier)->framework;
  int *place = field == CAP_FIELD_LEVEL ? &action->level : &action->target;
  guint64 level;

  if (text == NULL)
    *place = CAP_LEVEL_UNSET;
  else if (g_ascii_string_to_unsigned (text, 10, 0, 100, &level, NULL) &&
           cap_framework_has_level (framework, (int) level))
    *place = (int) level;
  else
    /* Translators: %s is what was written */
    refuse (self, field, g_strdup_printf (_("“%s” is not a level of this framework"), text));
}

static void
read_choice (const CapActionCells *self,
             CapAction            *action,
             CapActionField        field,
             const char           *text)
{
  gboolean found;

  if (text == NULL)
    {
      action->verdict = field == CAP_FIELD_VERDICT ? CAP_VERDICT_NONE : action->verdict;
      return;
    }

  if (field == CAP_FIELD_STATE)
    found = cap_action_words_find_state (text, &action->state);
  else if (field == CAP_FIELD_KIND)
    found = cap_action_words_find_kind (text, &action->kind);
  else
    found = cap_action_words_find_verdict (text, &action->verdict);

  if (!found)
    /* Translators: %s is what was written */
    refuse (self, field, g_strdup_printf (_("“%s” is not a word of this list"), text));
}

/* In any case: “a1.1” is A1.1. Criteria of an older evaluation count too. */
static const char *
find_criterion (const CapDossier *dossier,
                const char       *code)
{
  for (guint i = dossier->evaluations->len; i > 0; i--)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (dossier->evaluations, i - 1);
      const GPtrArray *criteria = evaluation->framework->criteria;

      for (guint j = 0; j < criteria->len; j++)
        {
          const CapCriterion *criterion = g_ptr_array_index (criteria, j);

          if (g_ascii_strcasecmp (criterion->code, code) == 0)
            return criterion->code;
        }
    }

  return NULL;
}

static void
read_criteria (const CapActionCells *self,
               CapAction            *action,
               const char           *line)
{
  g_auto(GStrv) words = g_strsplit_set (line, " \t,;/|+&", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *code;

      if (words[i][0] == '\0' || g_ascii_strcasecmp (words[i], "et") == 0 ||
          g_ascii_strcasecmp (words[i], "and") == 0)
        continue;

      code = find_criterion (self->dossier, words[i]);
      if (code == NULL)
        /* Translators: %s is what was given as the code of a criterion */
        refuse (self, CAP_FIELD_ORIGINS, g_strdup_printf (_("“%s” is not a criterion of this framework"),
                                                          words[i]));
      else if (!cap_action_has_origin (action, code))
        cap_action_add_origin (action, CAP_ORIGIN_CRITERION, code);
    }
}

/* “Constat : EC-03”, one on each line; a line without such a word holds codes of criteria. */
static void
read_origins (const CapActionCells *self,
              CapAction            *action,
              const char           *text)
{
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  g_ptr_array_set_size (action->origins, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *colon = strchr (lines[i], ':');
      g_autofree char *word = colon != NULL ? g_strndup (lines[i], (gsize) (colon - lines[i])) : NULL;
      CapOriginKind kind = CAP_ORIGIN_CRITERION;
      gboolean is_told = word != NULL && cap_action_words_find_origin (word, &kind);

      if (is_told && kind != CAP_ORIGIN_CRITERION)
        {
          g_autofree char *code = g_strstrip (g_strdup (colon + 1));

          if (code[0] != '\0')
            cap_action_add_origin (action, kind, code);
        }
      else
        {
          read_criteria (self, action, is_told ? colon + 1 : lines[i]);
        }
    }
}

/* Functions, a line each: people separate them as they like. */
static void
read_contributors (CapAction  *action,
                   const char *text)
{
  const char *told = text != NULL ? text : "";
  g_auto(GStrv) parts = g_strsplit_set (told, strchr (told, '\n') != NULL ? "\n" : ",;", -1);
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (parts[i][0] != '\0')
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", parts[i]);
    }
  cap_set_string (&action->contributors, lines->len > 0 ? lines->str : NULL);
}

static void
read_service (const CapActionCells *self,
              CapAction            *action,
              const char           *text)
{
  const GPtrArray *services = cap_dossier_get_current (self->dossier)->framework->services;

  if (text == NULL)
    cap_set_string (&action->service, NULL);

  for (guint i = 0; text != NULL && i < services->len; i++)
    {
      const CapService *service = g_ptr_array_index (services, i);

      if (g_ascii_strcasecmp (service->code, text) == 0 || cap_text_reads_same (service->label, text))
        {
          cap_set_string (&action->service, service->code);
          return;
        }
    }

  if (text != NULL)
    /* Translators: %s is what was given as the code of a service of the network */
    refuse (self, CAP_FIELD_SERVICE, g_strdup_printf (_("“%s” is not a service of this framework"), text));
}

static void
read_indicator (const CapActionCells *self,
                CapAction            *action,
                const char           *text)
{
  const GPtrArray *indicators = self->dossier->indicators;

  if (text == NULL)
    cap_set_string (&action->indicator, NULL);

  for (guint i = 0; text != NULL && i < indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (indicators, i);

      if (g_ascii_strcasecmp (indicator->code, text) == 0 || cap_text_reads_same (indicator->label, text))
        {
          cap_set_string (&action->indicator, indicator->id);
          return;
        }
    }

  if (text != NULL)
    /* Translators: %s is what was given as the code of an indicator */
    refuse (self, CAP_FIELD_INDICATOR, g_strdup_printf (_("there is no indicator “%s”"), text));
}

/* After a bullet, if there is one. */
static const char *
skip_mark (const char *line,
           gboolean   *done)
{
  static const char * const bullets[] = { "[x]", "[X]", "[ ]", "[]", "- ", "* ", "• " };

  *done = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (!g_str_has_prefix (line, bullets[i]))
        continue;

      *done = i < 2;
      return line + strlen (bullets[i]) + strspn (line + strlen (bullets[i]), " ");
    }

  return line;
}

/* A step that keeps its title is the same step. */
static const char *
find_step (const GPtrArray *steps,
           const char      *title)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const CapActionStep *step = g_ptr_array_index (steps, i);

      if (g_str_equal (step->title, title))
        return step->id;
    }

  return NULL;
}

static void
read_steps (CapAction  *action,
            const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr(GPtrArray) former = action->steps;

  action->steps = cap_action_steps_copy (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean done;
      const char *title = skip_mark (g_strstrip (lines[i]), &done);
      const char *id = find_step (former, title);

      if (id != NULL && find_step (action->steps, title) != NULL)
        id = NULL;
      if (title[0] != '\0')
        g_ptr_array_add (action->steps, cap_action_step_new (id, title, done));
    }
}

/* (nullable): the day that a line of a diary begins with; @rest follows it. */
static char *
take_date (const char  *line,
           const char **rest)
{
  gsize length = strspn (line, "0123456789-/.");
  g_autofree char *word = g_strndup (line, length);
  char *date = cap_date_parse (word);

  if (date == NULL)
    return NULL;

  *rest = line + length;
  while (**rest != '\0' && !g_unichar_isalnum (g_utf8_get_char (*rest)))
    *rest = g_utf8_next_char (*rest);

  return date;
}

static void
add_note (const CapActionCells *self,
          CapAction            *action,
          const char           *date,
          const GString        *text)
{
  g_autofree char *told = g_strstrip (g_strdup (text->str));

  for (guint i = 0; i < action->notes->len; i++)
    {
      const CapActionNote *note = g_ptr_array_index (action->notes, i);

      if (g_str_equal (note->text, told) && (date == NULL || g_str_equal (note->date, date)))
        return;
    }

  if (told[0] != '\0')
    g_ptr_array_add (action->notes, cap_action_note_new (NULL, date != NULL ? date : self->today, told));
}

/* A line that begins with a day begins a note; without one, it is of today. What the diary has stays. */
static void
read_notes (const CapActionCells *self,
            CapAction            *action,
            const char           *text)
{
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr(GString) note = g_string_new (NULL);
  g_autofree char *date = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *rest = lines[i];
      char *next = take_date (lines[i], &rest);

      if (next != NULL)
        {
          add_note (self, action, date, note);
          g_string_truncate (note, 0);
          g_free (date);
          date = next;
        }
      g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "", rest);
    }
  add_note (self, action, date, note);
}

static void
read_parts (const CapActionCells *self,
            CapAction            *action,
            CapActionField        field,
            const char           *text)
{
  if (field == CAP_FIELD_ORIGINS)
    read_origins (self, action, text);
  else if (field == CAP_FIELD_CONTRIBUTORS)
    read_contributors (action, text);
  else if (field == CAP_FIELD_SERVICE)
    read_service (self, action, text);
  else if (field == CAP_FIELD_INDICATOR)
    read_indicator (self, action, text);
  else if (field == CAP_FIELD_STEPS)
    read_steps (action, text);
  else if (field == CAP_FIELD_NOTES)
    read_notes (self, action, text);
}

/**
 * cap_action_cells_read:
 * @text: (nullable): what the cell says, without spaces around
 *
 * Puts what a cell says into @action. An empty cell empties the field, save the
 * state and the kind, which stay, and the diary, which only grows. When the
 * cell cannot be read there is a fault, and the field stays as it was. Neither
 * the number nor what it waits for is read here.
 */
void
cap_action_cells_read (const CapActionCells *self,
                       CapAction            *action,
                       CapActionField        field,
                       const char           *text)
{
  g_return_if_fail (self != NULL && action != NULL);

  switch (cap_plan_fields_get_kind (field))
    {
    case CAP_FIELD_KIND_DATE:
      read_date (self, action, field, text);
      break;

    case CAP_FIELD_KIND_CHOICE:
      read_choice (self, action, field, text);
      break;

    case CAP_FIELD_KIND_NUMBER:
      if (field == CAP_FIELD_DAYS || field == CAP_FIELD_EUROS)
        read_amount (self, action, field, text);
      else if (field == CAP_FIELD_IMPACT || field == CAP_FIELD_EFFORT)
        read_size (self, action, field, text);
      else
        read_level (self, action, field, text);
      break;

    case CAP_FIELD_KIND_TEXT:
    default:
      if (find_text (action, field) != NULL)
        read_text (action, field, text);
      else
        read_parts (self, action, field, text);
      break;
    }
}
