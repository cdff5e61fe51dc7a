/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-ciso-private.h"

#include <string.h>

#include "base/cap-text.h"

#define MAX_ENTRIES 200 /* of questions, answers and conditions: a text has no room for more */

/* Questions are a map by URN, older files have a list. */

static guint
count (const CapYaml *entries)
{
  return MIN (cap_yaml_get_length (entries), MAX_ENTRIES);
}

/* Questions and choices may be translated on the spot. */
static const char *
find_text (const CapCiso *self,
           const CapYaml *entry,
           const char    *name,
           const char    *language)
{
  const char *text = cap_ciso_find_text (self, entry, name, language);

  return text != NULL ? text : cap_yaml_get_text (entry, name);
}

const char *
cap_ciso_first_question (const CapCiso *self,
                         const CapYaml *node,
                         const char    *language)
{
  return find_text (self, cap_yaml_get_item (cap_yaml_get (node, "questions"), 0), "text", language);
}

static const char *
find_type (const CapYaml      *question,
           const CapCisoWords *words)
{
  const char *type = cap_yaml_get_text (question, "type");

  if (g_strcmp0 (type, "multiple_choice") == 0)
    return words->several;
  if (g_strcmp0 (type, "text") == 0)
    return words->text;
  if (g_strcmp0 (type, "date") == 0)
    return words->day;
  if (g_strcmp0 (type, "number") == 0)
    return words->number;
  if (g_strcmp0 (type, "boolean") == 0)
    return words->yes_or_no;

  return NULL;
}

static const char *
find_result (const CapYaml      *choice,
             const CapCisoWords *words)
{
  const char *result = cap_yaml_get_text (choice, "compute_result");

  if (result == NULL)
    return NULL;
  if (g_str_equal (result, "compliant") || g_ascii_strcasecmp (result, "true") == 0)
    return words->compliant;
  if (g_str_equal (result, "partially_compliant"))
    return words->partially_compliant;
  if (g_str_equal (result, "non_compliant") || g_ascii_strcasecmp (result, "false") == 0)
    return words->non_compliant;
  if (g_str_equal (result, "not_applicable"))
    return words->not_applicable;

  return result;
}

/* The value of the choice that has this URN; the end of the URN when nothing has it. */
static const char *
name_choice (const CapCiso *self,
             const CapYaml *question,
             const char    *urn,
             const char    *language)
{
  const CapYaml *choices = cap_yaml_get (question, "choices");

  for (guint i = 0; i < count (choices); i++)
    {
      const CapYaml *choice = cap_yaml_get_item (choices, i);
      const char *value = find_text (self, choice, "value", language);

      if (value != NULL && g_strcmp0 (cap_yaml_get_text (choice, "urn"), urn) == 0)
        return value;
    }

  return cap_ciso_urn_end (urn);
}

/* “ (if the answer to “…” is “…” or “…”)” */
static void
append_condition (const CapCiso *self,
                  const CapYaml *questions,
                  const CapYaml *condition,
                  const char    *language,
                  GString       *text)
{
  const CapCisoWords *words = language != NULL ? cap_ciso_words_get (language) : self->words;
  const char *urn = cap_yaml_get_text (condition, "question");
  const CapYaml *answers = cap_yaml_get (condition, "answers");
  gboolean all = g_strcmp0 (cap_yaml_get_text (condition, "condition"), "all") == 0;
  const CapYaml *question = urn != NULL ? cap_yaml_get (questions, urn) : NULL;
  const char *called = question != NULL ? find_text (self, question, "text", language) : NULL;
  const char *separator = all ? words->and_separator : words->or_separator;
  g_autoptr(GString) list = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  if (urn == NULL)
    return;

  for (guint i = 0; i < count (answers); i++)
    {
      const char *answer = cap_yaml_as_text (cap_yaml_get_item (answers, i));

      if (answer != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? separator : "",
                                name_choice (self, question, answer, language));
    }
  sentence = cap_ciso_fill (words->condition, called != NULL ? called : cap_ciso_urn_end (urn), list->str,
                            NULL);
  g_string_append_printf (text, " (%s)", sentence);
}

static void
append_choice (const CapCiso *self,
               const CapYaml *choice,
               const char    *language,
               GString       *text)
{
  const CapCisoWords *words = language != NULL ? cap_ciso_words_get (language) : self->words;
  const char *value = find_text (self, choice, "value", language);
  const char *more = find_text (self, choice, "description", language);
  const char *result = find_result (choice, words);
  const char *score = cap_yaml_get_text (choice, "add_score");

  if (value == NULL)
    return;

  g_string_append_printf (text, "\n– %s", value);
  if (more != NULL)
    g_string_append_printf (text, " (%s)", more);
  if (result != NULL)
    g_string_append_printf (text, " → %s", result);
  if (score != NULL)
    g_string_append_printf (text, " [%s%s]", *score == '-' || *score == '+' ? "" : "+", score);
}

/**
 * cap_ciso_append_questions:
 * @label: the label of the node: a lone question that says the same is not said twice
 * @text: where the questions go, each on its lines, below what there is
 */
void
cap_ciso_append_questions (CapCiso       *self,
                           const CapYaml *node,
                           const char    *language,
                           const char    *label,
                           GString       *text)
{
  const CapYaml *questions = cap_yaml_get (node, "questions");
  const CapCisoWords *words = language != NULL ? cap_ciso_words_get (language) : self->words;
  guint n = count (questions);
  g_auto(GStrv) descriptors = cap_ciso_dup_descriptors (self, node);

  for (guint i = 0; i < n; i++)
    {
      const CapYaml *question = cap_yaml_get_item (questions, i);
      const CapYaml *choices = cap_yaml_get (question, "choices");
      const char *says = find_text (self, question, "text", language);
      const char *type = find_type (question, words);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (n > 1)
        g_string_append_printf (text, "%u. ", i + 1);
      if (says != NULL && (n > 1 || !cap_text_reads_same (says, label)))
        g_string_append (text, says);
      if (type != NULL)
        g_string_append_printf (text, " (%s)", type);
      append_condition (self, questions, cap_yaml_get (question, "depends_on"), language, text);
      for (guint j = 0; descriptors == NULL && j < count (choices); j++)
        append_choice (self, cap_yaml_get_item (choices, j), language, text);
    }
}

/**
 * cap_ciso_dup_descriptors:
 *
 * A lone question whose answers each add the score of one level words the
 * levels of its criterion.
 *
 * Returns: (transfer full) (nullable): one text for each level
 */
GStrv
cap_ciso_dup_descriptors (CapCiso       *self,
                          const CapYaml *node)
{
  const CapYaml *questions = cap_yaml_get (node, "questions");
  const CapYaml *choices = cap_yaml_get (cap_yaml_get_item (questions, 0), "choices");
  guint n = self->result->levels->len;
  g_auto(GStrv) descriptors = NULL;
  guint found = 0;

  if (cap_yaml_get_length (questions) != 1 || cap_yaml_get_length (choices) != n || self->scaled ||
      find_type (cap_yaml_get_item (questions, 0), self->words) != NULL)
    return NULL;

  descriptors = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const CapYaml *choice = cap_yaml_get_item (choices, i);
      const char *score = cap_yaml_get_text (choice, "add_score");
      const char *value = find_text (self, choice, "value", NULL);
      gint64 level = score != NULL ? g_ascii_strtoll (score, NULL, 10) - self->score_min : -1;

      if (value == NULL || level < 0 || level >= n || descriptors[level] != NULL)
        break;
      descriptors[level] = cap_ciso_dup_text (self, value);
      found++;
    }

  if (found < n)
    {
      for (guint i = 0; i < n; i++)
        g_clear_pointer (&descriptors[i], g_free);
      return NULL;
    }

  return g_steal_pointer (&descriptors);
}
