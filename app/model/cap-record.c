/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-record.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"

#define SEPARATOR ", "

/**
 * cap_record_new:
 * @id: (nullable): its UUID; a new one when %NULL
 *
 * Returns: (transfer full): a record that says nothing yet
 */
CapRecord *
cap_record_new (CapRegisterKind  kind,
                const char      *id)
{
  CapRecord *self = g_new0 (CapRecord, 1);

  self->kind = kind;
  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->values = g_new0 (char *, cap_register_get (kind)->n_fields);

  return self;
}

/* The same, of a register whose records belong to another record: @parent is its UUID. */
CapRecord *
cap_record_new_part (CapRegisterKind  kind,
                     const char      *id,
                     const char      *parent)
{
  CapRecord *self = cap_record_new (kind, id);

  self->parent = g_strdup (parent);

  return self;
}

CapRecord *
cap_record_copy (const CapRecord *self)
{
  CapRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = cap_record_new_part (self->kind, self->id, self->parent);
  for (guint i = 0; i < cap_register_get (self->kind)->n_fields; i++)
    copy->values[i] = g_strdup (self->values[i]);

  return copy;
}

void
cap_record_free (CapRecord *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < cap_register_get (self->kind)->n_fields; i++)
    g_free (self->values[i]);
  g_free (self->values);
  g_free (self->id);
  g_free (self->parent);
  g_free (self);
}

gboolean
cap_record_equal (const CapRecord *self,
                  const CapRecord *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->kind != other->kind || !g_str_equal (self->id, other->id) ||
      g_strcmp0 (self->parent, other->parent) != 0)
    return FALSE;

  for (guint i = 0; i < cap_register_get (self->kind)->n_fields; i++)
    {
      if (g_strcmp0 (self->values[i], other->values[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_field (const CapRecord *self,
           guint            field)
{
  return self != NULL && field < cap_register_get (self->kind)->n_fields;
}

/* Returns: (nullable): what is said */
const char *
cap_record_get (const CapRecord *self,
                guint            field)
{
  g_return_val_if_fail (has_field (self, field), NULL);

  return self->values[field];
}

/**
 * cap_record_set:
 * @value: (nullable): in the form of its kind; empty says nothing
 *
 * Returns: whether it is another one
 */
gboolean
cap_record_set (CapRecord  *self,
                guint       field,
                const char *value)
{
  g_return_val_if_fail (has_field (self, field), FALSE);

  return cap_set_string (&self->values[field], value != NULL && *value != '\0' ? value : NULL);
}

/* Whether a field says @choice. */
gboolean
cap_record_is (const CapRecord *self,
               guint            field,
               const char      *choice)
{
  return g_strcmp0 (cap_record_get (self, field), choice) == 0;
}

/* Returns: the number, or %CAP_NUMBER_UNSET */
int
cap_record_get_number (const CapRecord *self,
                       guint            field)
{
  const char *value = cap_record_get (self, field);

  return value != NULL ? (int) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, G_MAXINT) : CAP_NUMBER_UNSET;
}

gboolean
cap_record_set_number (CapRecord *self,
                       guint      field,
                       int        number)
{
  g_autofree char *value = number != CAP_NUMBER_UNSET ? g_strdup_printf ("%d", number) : NULL;

  return cap_record_set (self, field, value);
}

/* Returns: (transfer full): the codes, perhaps none */
GStrv
cap_record_dup_codes (const CapRecord *self,
                      guint            field)
{
  const char *value = cap_record_get (self, field);

  return value != NULL ? g_strsplit (value, SEPARATOR, -1) : g_new0 (char *, 1);
}

gboolean
cap_record_set_codes (CapRecord          *self,
                      guint               field,
                      const char * const *codes)
{
  g_autofree char *value = g_strjoinv (SEPARATOR, (char **) codes);

  return cap_record_set (self, field, value);
}

gboolean
cap_record_has_code (const CapRecord *self,
                     guint            field,
                     const char      *code)
{
  g_auto(GStrv) codes = cap_record_dup_codes (self, field);

  return g_strv_contains ((const char * const *) codes, code);
}

/* Returns: (nullable): the label of the choice, in the user’s language */
const char *
cap_record_get_choice (const CapRecord *self,
                       guint            field)
{
  const char *value = cap_record_get (self, field);
  const CapChoice *choice;

  if (value == NULL)
    return NULL;

  choice = cap_field_find_choice (&cap_register_get (self->kind)->fields[field], value);

  return choice != NULL ? gettext (choice->label) : NULL;
}

/* How people call it: never %NULL. */
const char *
cap_record_get_code (const CapRecord *self)
{
  const char *code;

  g_return_val_if_fail (self != NULL, "");

  code = cap_register_has_code (cap_register_get (self->kind)) ? self->values[0] : NULL;

  return code != NULL ? code : "";
}

/* What it is about, in a line: its first text after the code; never %NULL. */
const char *
cap_record_get_title (const CapRecord *self)
{
  const CapRegister *reg;

  g_return_val_if_fail (self != NULL, "");

  reg = cap_register_get (self->kind);
  for (guint i = cap_register_has_code (reg) ? 1 : 0; i < reg->n_fields; i++)
    {
      if ((reg->fields[i].kind == CAP_VALUE_LINE || reg->fields[i].kind == CAP_VALUE_TEXT) &&
          self->values[i] != NULL)
        return self->values[i];
    }

  return "";
}

/* The order of a register: by its first field, numbers in it as numbers (R-2 before R-10). */
int
cap_record_compare (const CapRecord *self,
                    const CapRecord *other)
{
  int order = cap_code_compare (self->values[0], other->values[0]);

  return order != 0 ? order : g_strcmp0 (self->id, other->id);
}
