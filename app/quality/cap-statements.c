/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-statements.h"

#include <string.h>

/* The newest first; one without a date is older than any. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;
  int order = g_strcmp0 (cap_record_get (other, CAP_STATEMENT_DATE),
                         cap_record_get (one, CAP_STATEMENT_DATE));

  return order != 0 ? order : cap_record_compare (other, one);
}

/**
 * cap_statements_list:
 * @kind: the name of a choice
 *
 * Returns: (transfer container) (element-type CapRecord): the texts of that kind, the one in force
 *   first, then those that it replaced
 */
GPtrArray *
cap_statements_list (const CapDossier *dossier,
                     const char       *kind)
{
  GPtrArray *list = g_ptr_array_new ();
  const GPtrArray *statements;

  g_return_val_if_fail (dossier != NULL && kind != NULL, list);

  statements = dossier->registers[CAP_REGISTER_STATEMENT];
  for (guint i = 0; i < statements->len; i++)
    {
      if (cap_record_is (g_ptr_array_index (statements, i), CAP_STATEMENT_KIND, kind))
        g_ptr_array_add (list, g_ptr_array_index (statements, i));
    }
  g_ptr_array_sort (list, compare);

  return list;
}

/**
 * cap_statements_find_in_force:
 * @date: ISO 8601
 *
 * Returns: (transfer none) (nullable): the text that was adopted last on that day
 */
const CapRecord *
cap_statements_find_in_force (const CapDossier *dossier,
                              const char       *kind,
                              const char       *date)
{
  g_autoptr(GPtrArray) list = cap_statements_list (dossier, kind);

  for (guint i = 0; i < list->len; i++)
    {
      const CapRecord *statement = g_ptr_array_index (list, i);
      const char *adopted = cap_record_get (statement, CAP_STATEMENT_DATE);

      if (adopted != NULL && strcmp (adopted, date) <= 0)
        return statement;
    }

  return NULL;
}
