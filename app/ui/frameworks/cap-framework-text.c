/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-framework-text.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

char *
cap_framework_text_dup_validity (const CapFramework *framework)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (framework != NULL, NULL);

  from = framework->valid_from != NULL ? cap_date_format_long (framework->valid_from) : NULL;
  until = framework->valid_until != NULL ? cap_date_format_long (framework->valid_until) : NULL;

  if (from != NULL && until != NULL)
    /* Translators: two dates */
    return g_strdup_printf (_("Valid from %s to %s"), from, until);
  if (from != NULL)
    /* Translators: a date */
    return g_strdup_printf (_("Valid from %s"), from);
  if (until != NULL)
    /* Translators: a date */
    return g_strdup_printf (_("Valid until %s"), until);

  return g_strdup (_("Valid at any date"));
}

static guint
count_objectives (const CapFramework *framework)
{
  guint count = 0;

  for (guint i = 0; i < framework->themes->len; i++)
    count += ((const CapTheme *) g_ptr_array_index (framework->themes, i))->objectives->len;

  return count;
}

char *
cap_framework_text_dup_counts (const CapFramework *framework)
{
  guint objectives;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_return_val_if_fail (framework != NULL, NULL);

  objectives = count_objectives (framework);
  first = g_strdup_printf (ngettext ("%u theme", "%u themes", framework->themes->len),
                           framework->themes->len);
  second = g_strdup_printf (ngettext ("%u objective", "%u objectives", objectives), objectives);
  third = g_strdup_printf (ngettext ("%u criterion", "%u criteria", framework->criteria->len),
                           framework->criteria->len);

  return g_strjoin (" · ", first, second, third, NULL);
}

/* The core criteria and the express path. */
char *
cap_framework_text_dup_special (const CapFramework *framework)
{
  guint n_core = 0;
  guint n_express = 0;
  g_autofree char *core = NULL;
  g_autofree char *express = NULL;

  g_return_val_if_fail (framework != NULL, NULL);

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      n_core += criterion->core ? 1 : 0;
      n_express += criterion->express ? 1 : 0;
    }

  core = g_strdup_printf (ngettext ("%u core criterion", "%u core criteria", n_core), n_core);
  express = framework->has_express
            ? g_strdup_printf (ngettext ("%u in the express path", "%u in the express path", n_express),
                               n_express)
            : g_strdup (_("no express path"));

  return g_strjoin (" · ", core, express, NULL);
}

const char *
cap_framework_text_get_origin (const CapLibraryEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);

  return entry->path != NULL ? _("installed") : _("comes with the program");
}

static char *
dup_carried (const CapEvaluationStart *start)
{
  const CapCarry *carry = start->carry;
  g_autofree char *kept = NULL;
  g_autofree char *review = NULL;
  g_autofree char *left = NULL;

  if (carry->answers->len == 0)
    return g_strdup (_("Nothing is answered yet: there is nothing to take over."));

  kept = g_strdup_printf (ngettext ("%u answer kept", "%u answers kept", carry->n_kept), carry->n_kept);
  review = g_strdup_printf (ngettext ("%u to look at again", "%u to look at again", carry->n_review),
                            carry->n_review);
  left = g_strdup_printf (ngettext ("%u left", "%u left", carry->n_left), carry->n_left);

  return g_strjoin (" · ", kept, review, left, NULL);
}

char *
cap_study_text_dup_summary (const CapDossierStudy *study)
{
  g_return_val_if_fail (study != NULL, NULL);

  switch (study->outcome)
    {
    case CAP_STUDY_CARRIED:
      return dup_carried (study->start);

    case CAP_STUDY_SAME:
      return g_strdup (_("Its evaluation is on this version already."));

    case CAP_STUDY_OTHER:
      return g_strdup (_("Its evaluation is on another framework: this version changes nothing for it."));

    case CAP_STUDY_MISSING:
      return g_strdup (_("This dossier is no longer where it was."));

    case CAP_STUDY_UNREADABLE:
      /* Translators: %s is a sentence that says why */
      return g_strdup_printf (_("This dossier cannot be read. %s"), study->fault);

    case CAP_STUDY_REFUSED:
      /* Translators: %s is a sentence that says why */
      return g_strdup_printf (_("What the structure added cannot stand in this version. %s"), study->fault);

    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
cap_framework_text_get_format (const char *extension)
{
  static const struct
  {
    const char *extension;
    const char *name;
  } formats[] = {
    { ".json", N_("JSON, for other programs") },
    { ".xlsx", N_("Spreadsheet (Excel, LibreOffice)") },
    { ".yaml", N_("YAML, for CISO Assistant") },
    { ".yml", N_("YAML, for CISO Assistant") },
  };

  g_return_val_if_fail (extension != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].extension, extension))
        return gettext (formats[i].name);
    }

  return extension;
}
