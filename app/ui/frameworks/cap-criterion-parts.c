/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-criterion-parts.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"

typedef char *(*PartFunc) (const CapCriterion *criterion,
                           const CapFramework *framework);

static void
free_part (gpointer data)
{
  CapPart *part = data;

  g_free (part->key);
  g_free (part->title);
  g_free (part->before);
  g_free (part->text);
  g_free (part);
}

static void
add (GPtrArray  *parts,
     const char *key,
     const char *title,
     char       *text)
{
  CapPart *part = g_new0 (CapPart, 1);

  part->key = g_strdup (key);
  part->title = g_strdup (title);
  part->text = text != NULL ? text : g_strdup ("");
  g_ptr_array_add (parts, part);
}

static const char *
get_label (const CapCriterion *criterion)
{
  return criterion->network_label != NULL ? criterion->network_label : criterion->label;
}

static char *
dup_label (const CapCriterion *criterion,
           const CapFramework *framework)
{
  return g_strdup (get_label (criterion));
}

static char *
dup_question (const CapCriterion *criterion,
              const CapFramework *framework)
{
  return g_strdup (criterion->question);
}

static char *
dup_why (const CapCriterion *criterion,
         const CapFramework *framework)
{
  return g_strdup (criterion->why);
}

static char *
dup_lines (GStrv lines)
{
  return lines != NULL ? g_strjoinv ("\n", lines) : NULL;
}

static char *
dup_evidence (const CapCriterion *criterion,
              const CapFramework *framework)
{
  return dup_lines (criterion->evidence);
}

static char *
dup_steps (const CapCriterion *criterion,
           const CapFramework *framework)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < criterion->steps->len; i++)
    {
      const CapNextStep *step = g_ptr_array_index (criterion->steps, i);

      /* Translators: a next step: the levels that it leads from and to, what it is */
      g_string_append_printf (text, _("%d → %d: %s"), step->from, step->to, step->title);
      if (step->weeks > 0)
        g_string_append_printf (text, ngettext (" (%d week)", " (%d weeks)", (gulong) step->weeks),
                                step->weeks);
      if (i + 1 < criterion->steps->len)
        g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_service (const CapCriterion *criterion,
             const CapFramework *framework)
{
  const CapService *service;

  if (criterion->service == NULL)
    return NULL;

  service = cap_framework_find_service (framework, criterion->service);

  return g_strjoin ("\n", service != NULL ? service->label : criterion->service, criterion->service_when,
                    NULL);
}

static char *
dup_plain (const CapCriterion *criterion,
           const CapFramework *framework)
{
  g_autofree char *answers = dup_lines (criterion->plain_answers);

  return criterion->plain_question != NULL ? g_strjoin ("\n", criterion->plain_question, answers, NULL)
                                           : NULL;
}

static void
append_word (GString    *text,
             const char *word)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", word);
}

static void
append_marks (GString            *text,
              const CapCriterion *criterion)
{
  if (criterion->core)
    append_word (text, _("core"));
  if (criterion->express)
    append_word (text, _("express"));
  if (criterion->core_in_certification)
    append_word (text, _("core in certification"));
  if (criterion->certification_only)
    append_word (text, _("certification only"));
  if (criterion->filter != NULL)
    append_word (text, criterion->filter->label);
}

static char *
dup_rules (const CapCriterion *criterion,
           const CapFramework *framework)
{
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: what a criterion weighs in its objective, and its impact, from 1 to 3 */
  g_string_append_printf (text, _("weight %d · impact %d"), criterion->weight, criterion->impact);
  append_marks (text, criterion);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_terms (GString         *text,
              const GPtrArray *terms,
              GStrv            codes)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const CapTerm *term = cap_framework_find_term (terms, codes[i]);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", codes[i]);
      if (term != NULL)
        g_string_append_printf (text, " %s", term->label);
    }
}

static char *
dup_clauses (const CapCriterion *criterion,
             const CapFramework *framework)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_terms (text, framework->clauses, criterion->clauses);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_subjects (const CapCriterion *criterion,
              const CapFramework *framework)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_terms (text, framework->subjects, criterion->subjects);
  append_terms (text, framework->csess, criterion->csess);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_levels (GPtrArray          *parts,
            const CapCriterion *criterion,
            const CapFramework *framework)
{
  for (guint i = 0; i < framework->levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (framework->levels, i);
      g_autofree char *key = g_strdup_printf ("level:%d", level->number);
      g_autofree char *title = NULL;

      /* Translators: the number of a level, its name */
      title = g_strdup_printf (_("Level %d: %s"), level->number, level->label);
      add (parts, key, title, g_strdup (cap_criterion_get_descriptor (criterion, framework, level->number)));
    }
}

GPtrArray *
cap_criterion_parts_list (const CapCriterion *criterion,
                          const CapFramework *framework)
{
  static const struct
  {
    const char *key;
    const char *title;
    PartFunc    dup_text;
  } table[] = {
    { "label", N_("Wording"), dup_label },
    { "question", N_("Question"), dup_question },
    { "why", N_("Why it matters"), dup_why },
    { "levels", NULL, NULL },
    { "rules", N_("Weight and scope"), dup_rules },
    { "evidence", N_("Expected evidence"), dup_evidence },
    { "steps", N_("Next steps"), dup_steps },
    { "service", N_("Service that can help"), dup_service },
    { "plain", N_("In plain words"), dup_plain },
    { "clauses", N_("ISO 9001"), dup_clauses },
    { "subjects", N_("ISO 26000 and CSESS"), dup_subjects },
  };
  GPtrArray *parts;

  g_return_val_if_fail (criterion != NULL && framework != NULL, NULL);

  parts = g_ptr_array_new_with_free_func (free_part);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (table[i].dup_text != NULL)
        add (parts, table[i].key, gettext (table[i].title), table[i].dup_text (criterion, framework));
      else
        add_levels (parts, criterion, framework);
    }

  return parts;
}

static CapPart *
find_part (const GPtrArray *parts,
           const char      *key)
{
  for (guint i = 0; i < parts->len; i++)
    {
      CapPart *part = g_ptr_array_index (parts, i);

      if (g_str_equal (part->key, key))
        return part;
    }

  return NULL;
}

/* Several criteria that were merged are read one under the other. */
static GPtrArray *
list_before (const GPtrArray    *criteria,
             const CapFramework *framework)
{
  GPtrArray *parts = cap_criterion_parts_list (g_ptr_array_index (criteria, 0), framework);

  for (guint i = 1; i < criteria->len; i++)
    {
      g_autoptr(GPtrArray) more = cap_criterion_parts_list (g_ptr_array_index (criteria, i), framework);

      for (guint j = 0; j < more->len; j++)
        {
          const CapPart *part = g_ptr_array_index (more, j);
          CapPart *first = g_ptr_array_index (parts, j); /* the same parts, in the same order */
          g_autofree char *text = g_steal_pointer (&first->text);

          first->text = g_strjoin (*text != '\0' && *part->text != '\0' ? "\n\n" : "", text, part->text,
                                   NULL);
        }
    }

  return parts;
}

/**
 * cap_criterion_parts_compare:
 * @before: (element-type CapCriterion): what the criterion was, one or several
 *
 * Returns: (transfer full) (element-type CapPart): what reads otherwise now
 */
GPtrArray *
cap_criterion_parts_compare (const GPtrArray    *before,
                             const CapFramework *before_framework,
                             const CapCriterion *after,
                             const CapFramework *after_framework)
{
  g_autoptr(GPtrArray) old = NULL;
  GPtrArray *parts;

  g_return_val_if_fail (before != NULL && before->len > 0 && after != NULL, NULL);

  old = list_before (before, before_framework);
  parts = cap_criterion_parts_list (after, after_framework);

  for (guint i = 0; i < old->len; i++)
    {
      CapPart *was = g_ptr_array_index (old, i);
      CapPart *is = find_part (parts, was->key);

      if (is == NULL)
        {
          add (parts, was->key, was->title, NULL);
          is = g_ptr_array_index (parts, parts->len - 1);
        }
      is->before = g_strdup (was->text);
    }

  for (guint i = parts->len; i > 0; i--)
    {
      CapPart *part = g_ptr_array_index (parts, i - 1);

      if (part->before == NULL)
        part->before = g_strdup ("");
      if (cap_text_reads_same (part->before, part->text))
        g_ptr_array_remove_index (parts, i - 1);
    }

  return parts;
}

char *
cap_criterion_dup_marks (const CapCriterion *criterion)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (criterion != NULL, NULL);

  text = g_string_new (criterion->code);
  append_marks (text, criterion);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
