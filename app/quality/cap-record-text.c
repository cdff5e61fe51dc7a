/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-record-text.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

#define MAX_CHOICES 3

char *
cap_record_dup_text (const CapRecord *record,
                     guint            field)
{
  const CapField *description;
  const char *value = cap_record_get (record, field);
  const char *label;

  if (value == NULL)
    return NULL;

  description = &cap_register_get (record->kind)->fields[field];
  if (description->kind == CAP_VALUE_DATE && cap_date_is_valid (value))
    return cap_date_format_short (value);

  label = description->kind == CAP_VALUE_CHOICE ? cap_record_get_choice (record, field) : NULL;

  return g_strdup (label != NULL ? label : value);
}

static void
append (GString    *text,
        const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

char *
cap_record_dup_summary (const CapRecord *record)
{
  const CapRegister *reg;
  GString *text;
  guint n_choices = 0;
  gint last = -1;

  g_return_val_if_fail (record != NULL, NULL);

  reg = cap_register_get (record->kind);
  text = g_string_new (NULL);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      const char *choice = NULL;

      if (reg->fields[i].kind == CAP_VALUE_CHOICE && n_choices < MAX_CHOICES)
        choice = cap_record_get_choice (record, i);
      if (choice != NULL)
        {
          append (text, choice);
          n_choices++;
        }
      if (reg->fields[i].kind == CAP_VALUE_DATE && cap_record_get (record, i) != NULL)
        last = (gint) i;
    }

  if (last >= 0)
    {
      g_autofree char *date = cap_record_dup_text (record, (guint) last);
      g_autofree char *part = NULL;

      /* Translators: the label of a date, as “Signed on”, then the date */
      part = g_strdup_printf (C_("date of a line", "%1$s %2$s"), gettext (reg->fields[last].label), date);
      append (text, part);
    }

  return g_string_free (text, FALSE);
}
