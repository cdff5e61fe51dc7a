/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/cap-finding-causes.h"

#include <glib/gi18n.h>

/* A chain of whys is no branch: it has an order of its own. */
#define WHY "why"

static void
clear_branch (CapCauseBranch *branch)
{
  g_free (branch->text);
}

/* Returns: (nullable): what stands on one branch */
static char *
dup_text (const GPtrArray *causes,
          const char      *name)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      const CapRecord *cause = g_ptr_array_index (causes, i);
      const char *said = cap_record_get (cause, CAP_FINDING_CAUSE_TEXT);

      if (said == NULL || !cap_record_is (cause, CAP_FINDING_CAUSE_BRANCH, name))
        continue;

      /* Translators: between two causes, in a sentence */
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_("causes", "; ") : "", said);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * cap_finding_list_branches:
 * @finding: a record of the register of findings
 *
 * The whys are left out: they are a chain.
 *
 * Returns: (transfer full) (element-type CapCauseBranch): those that have causes, in the order of the choices
 */
GArray *
cap_finding_list_branches (const CapDossier *dossier,
                           const CapRecord  *finding)
{
  const CapField *field = &cap_register_get (CAP_REGISTER_FINDING_CAUSE)->fields[CAP_FINDING_CAUSE_BRANCH];
  GArray *branches = g_array_new (FALSE, FALSE, sizeof (CapCauseBranch));
  g_autoptr(GPtrArray) causes = NULL;

  g_array_set_clear_func (branches, (GDestroyNotify) clear_branch);
  g_return_val_if_fail (dossier != NULL && finding != NULL, branches);

  causes = cap_dossier_list_parts (dossier, CAP_REGISTER_FINDING_CAUSE, finding->id);
  for (const CapChoice *choice = field->choices; choice->name != NULL; choice++)
    {
      CapCauseBranch branch = { gettext (choice->label), NULL };

      if (g_str_equal (choice->name, WHY))
        continue;

      branch.text = dup_text (causes, choice->name);
      if (branch.text != NULL)
        g_array_append_val (branches, branch);
    }

  return branches;
}
