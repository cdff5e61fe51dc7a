/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-ciso-private.h"

#include <string.h>

#include "base/cap-text.h"

#define MAX_LABEL 300 /* characters */
#define MAX_ABOVE 80  /* of what stands above it */

void
cap_ciso_texts_clear (CapCisoTexts *self)
{
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->help, g_free);
  g_clear_pointer (&self->evidence, g_free);
}

/* The main language always has a label, another one only where it says what the main one says. */
static char *
compose_label (CapCiso           *self,
               const CapCisoNode *node,
               const char        *language)
{
  const CapYaml *entry = node->yaml;
  const char *name = cap_ciso_find_text (self, entry, "name", language);
  const char *description = cap_ciso_find_text (self, entry, "description", language);
  const char *question;
  const char *ref_id = cap_yaml_get_text (entry, "ref_id");

  if (name != NULL)
    return cap_ciso_dup_line (name);
  if (language != NULL && cap_ciso_find_text (self, entry, "name", NULL) != NULL)
    return g_strdup ("");
  if (description != NULL)
    return cap_ciso_dup_sentence (description);
  if (language != NULL)
    return g_strdup ("");

  question = cap_ciso_first_question (self, entry, NULL);
  if (question == NULL)
    question = ref_id != NULL ? ref_id : cap_ciso_urn_end (cap_yaml_get_text (entry, "urn"));

  return cap_ciso_dup_line (question != NULL ? question : "?");
}

/* The names of the objectives above, so that two of them do not read the same. */
static char *
compose_path (CapCiso           *self,
              const CapCisoNode *node,
              const char        *language,
              const char        *label)
{
  g_autoptr(GString) path = g_string_new (label);

  if (!node->ambiguous || *label == '\0')
    return g_strdup (label);

  for (const CapCisoNode *above = node->parent; above != NULL; above = above->parent)
    {
      g_autofree char *full = above->assessable ? g_strdup ("") : compose_label (self, above, language);
      g_autofree char *name = cap_ciso_dup_start (full, MAX_ABOVE);

      if (*name == '\0' || g_str_equal (name, label) ||
          (above->parent == NULL && node->parent != above))
        continue;
      g_string_prepend (path, " › ");
      g_string_prepend (path, name);
    }

  return cap_ciso_dup_line (path->str);
}

/* A line of text that stands below a criterion: “– (a) …” */
static void
append_aside (CapCiso           *self,
              const CapCisoNode *node,
              const char        *language,
              GString           *text)
{
  const char *parts[] = {
    cap_yaml_get_text (node->yaml, "ref_id"),
    cap_ciso_find_text (self, node->yaml, "name", language),
    cap_ciso_find_text (self, node->yaml, "description", language),
    cap_ciso_find_text (self, node->yaml, "annotation", language),
  };
  gsize mark = text->len;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL)
        g_string_append_printf (text, "%s%s", text->len == mark ? "\n– " : i == 1 ? " " : "\n", parts[i]);
    }
}

static char *
compose_text (CapCiso           *self,
              const CapCisoNode *node,
              const char        *language,
              const char        *label)
{
  const char *name = cap_ciso_find_text (self, node->yaml, "name", language);
  const char *description = cap_ciso_find_text (self, node->yaml, "description", language);
  g_autofree char *says = description != NULL ? g_strstrip (g_strdup (description)) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (name != NULL && !cap_text_reads_same (name, label) && g_utf8_strlen (name, -1) > MAX_LABEL)
    g_string_append (text, name);
  if (says != NULL && !cap_text_reads_same (says, label))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", says);
  if (language == NULL || text->len > 0)
    cap_ciso_append_questions (self, node->yaml, language, label, text);
  for (guint i = 0; node->asides != NULL && i < node->asides->len; i++)
    append_aside (self, g_ptr_array_index (node->asides, i), language, text);

  return cap_ciso_dup_text (self, text->str);
}

static void
append_paragraph (GString    *text,
                  const char *paragraph)
{
  if (paragraph != NULL && *paragraph != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", paragraph);
}

/* “Scale of this requirement: 0 No · 1 Yes” */
static char *
compose_own_scale (CapCiso       *self,
                   const CapYaml *node)
{
  const char *alternative = cap_yaml_get_text (node, "scores_definition_ref");
  const CapYaml *scores = alternative != NULL ? cap_ciso_list_scores (self->framework, alternative)
                                              : cap_ciso_list_scores (node, NULL);
  const char *least = cap_yaml_get_text (node, "min_score");
  const char *greatest = cap_yaml_get_text (node, "max_score");
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < cap_yaml_get_length (scores); i++)
    {
      const CapYaml *entry = cap_yaml_get_item (scores, i);
      const char *score = cap_yaml_get_text (entry, "score");
      const char *name = cap_ciso_find_text (self, entry, "name", NULL);

      if (score != NULL)
        g_string_append_printf (list, "%s%s %s", list->len > 0 ? " · " : "", score, name != NULL ? name : "");
    }
  if (list->len == 0 && (least != NULL || greatest != NULL))
    g_string_printf (list, "%s – %s", least != NULL ? least : "…", greatest != NULL ? greatest : "…");

  return list->len > 0 ? cap_ciso_fill (self->words->own_scale, list->str, NULL) : NULL;
}

/* A library often gives controls and threats by the URN that another library defines. */
static char *
name_reference (const CapCiso *self,
                const char    *urn,
                const char    *language)
{
  g_autofree char *folded = g_ascii_strdown (urn, -1);
  const CapYaml *entry = g_hash_table_lookup (self->references, folded);
  const char *name = cap_ciso_find_text (self, entry, "name", language);

  if (name == NULL)
    name = cap_ciso_find_text (self, entry, "name", NULL);
  if (name == NULL)
    name = cap_yaml_get_text (entry, "ref_id");
  if (name != NULL)
    return cap_ciso_dup_line (name);

  return g_strdelimit (cap_ciso_dup_line (cap_ciso_urn_end (urn)), "_-", ' ');
}

/**
 * cap_ciso_dup_references:
 * @list: “reference_controls” or “threats”
 *
 * Returns: (transfer full): the names of those that the node refers to
 */
GStrv
cap_ciso_dup_references (const CapCiso *self,
                         const CapYaml *node,
                         const char    *list,
                         const char    *language)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const CapYaml *references = cap_yaml_get (node, list);

  for (guint i = 0; i < cap_yaml_get_length (references); i++)
    {
      const char *urn = cap_yaml_as_text (cap_yaml_get_item (references, i));
      g_autofree char *name = urn != NULL ? name_reference (self, urn, language) : NULL;

      if (name != NULL && *name != '\0')
        g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

static char *
compose_help (CapCiso           *self,
              const CapCisoNode *node,
              const char        *language)
{
  g_autoptr(GString) help = g_string_new (cap_ciso_find_text (self, node->yaml, "annotation", language));
  g_auto(GStrv) threats = NULL;
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *scale = NULL;

  if (language != NULL)
    return cap_ciso_dup_text (self, help->str);

  if (help->len > 0)
    g_string_truncate (help, strlen (g_strchomp (help->str)));
  threats = cap_ciso_dup_references (self, node->yaml, "threats", language);
  names = g_strjoinv (", ", threats);
  if (*names != '\0')
    sentence = cap_ciso_fill (self->words->threats, names, NULL);
  append_paragraph (help, sentence);
  scale = compose_own_scale (self, node->yaml);
  append_paragraph (help, scale);

  return cap_ciso_dup_text (self, help->str);
}

/**
 * cap_ciso_compose:
 * @language: (nullable): %NULL for the main one, where what is not translated
 *   is in the language of the file
 * @texts: (out): what @node says in @language
 */
void
cap_ciso_compose (CapCiso           *self,
                  const CapCisoNode *node,
                  const char        *language,
                  CapCisoTexts      *texts)
{
  const char *evidence = cap_ciso_find_text (self, node->yaml, "typical_evidence", language);
  g_autofree char *label = compose_label (self, node, language);
  g_autofree char *lines = cap_ciso_dup_lines (evidence != NULL ? evidence : "");

  texts->label = compose_path (self, node, language, label);
  texts->text = compose_text (self, node, language, label);
  texts->help = compose_help (self, node, language);
  texts->evidence = cap_ciso_dup_text (self, lines);
}
