/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-translation.h"

CapTranslation *
cap_translation_new (const char *language,
                     const char *field,
                     const char *text)
{
  CapTranslation *self;

  g_return_val_if_fail (language != NULL && field != NULL && text != NULL, NULL);

  self = g_new0 (CapTranslation, 1);
  self->language = g_strdup (language);
  self->field = g_strdup (field);
  self->text = g_strdup (text);

  return self;
}

void
cap_translation_free (CapTranslation *self)
{
  g_free (self->language);
  g_free (self->field);
  g_free (self->text);
  g_free (self);
}

void
cap_translations_add (GPtrArray  **list,
                      const char  *language,
                      const char  *field,
                      const char  *text)
{
  guint place;

  g_return_if_fail (list != NULL && language != NULL);

  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_translation_free);

  place = (*list)->len;
  for (guint i = 0; i < (*list)->len; i++)
    {
      if (g_str_equal (((const CapTranslation *) g_ptr_array_index (*list, i))->language, language))
        place = i + 1;
    }
  g_ptr_array_insert (*list, (int) place, cap_translation_new (language, field, text));
}

const char *
cap_translations_get (const GPtrArray *list,
                      const char      *language,
                      const char      *field)
{
  g_return_val_if_fail (language != NULL && field != NULL, NULL);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const CapTranslation *translation = g_ptr_array_index (list, i);

      if (g_str_equal (translation->language, language) && g_str_equal (translation->field, field))
        return translation->text;
    }

  return NULL;
}
