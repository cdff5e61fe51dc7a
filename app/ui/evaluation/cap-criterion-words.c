/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/evaluation/cap-criterion-words.h"

static void
add_texts (GPtrArray *texts,
           GStrv      more)
{
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    g_ptr_array_add (texts, more[i]);
}

/**
 * cap_criterion_words_list:
 * @criterion: the criterion on display
 * @framework: the framework it comes from
 *
 * Returns: (transfer container) (element-type CapGlossaryEntry): the words that
 *   are explained among all that is said of the criterion
 */
GPtrArray *
cap_criterion_words_list (const CapCriterion *criterion,
                          const CapFramework *framework)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  g_return_val_if_fail (criterion != NULL && framework != NULL, NULL);

  g_ptr_array_add (texts, criterion->label);
  g_ptr_array_add (texts, criterion->question);
  g_ptr_array_add (texts, criterion->why);
  g_ptr_array_add (texts, criterion->service_when);
  g_ptr_array_add (texts, criterion->plain_question);
  add_texts (texts, criterion->plain_answers);
  add_texts (texts, criterion->evidence);
  for (int level = framework->min_level; level <= framework->max_level; level++)
    {
      g_ptr_array_add (texts, (gpointer) cap_criterion_get_descriptor (criterion, framework, level));
      g_ptr_array_add (texts, cap_framework_get_level (framework, level)->evidence);
    }

  return cap_glossary_list_used (cap_framework_get_glossary (framework),
                                 (const char * const *) texts->pdata, texts->len);
}
