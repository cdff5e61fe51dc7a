/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CapTranslation:
 * @language: of @text, as “en”
 * @field: which text of the entry it translates, as in the framework file:
 *   “label”, “question”…
 *
 * A text of a framework in another language than its own. Kept as it came, so
 * that it leaves again with the framework.
 */
typedef struct
{
  char *language;
  char *field;
  char *text;
} CapTranslation;

CapTranslation *cap_translation_new  (const char      *language,
                                      const char      *field,
                                      const char      *text) G_GNUC_WARN_UNUSED_RESULT;
void            cap_translation_free (CapTranslation  *self);

/* A list of them that is made with its first one: @list may point to %NULL. Those of one language
 * stand together. */
void            cap_translations_add (GPtrArray      **list,
                                      const char      *language,
                                      const char      *field,
                                      const char      *text);
/* Returns: (nullable): the translation of @field; @list may be %NULL */
const char     *cap_translations_get (const GPtrArray *list,
                                      const char      *language,
                                      const char      *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapTranslation, cap_translation_free)

G_END_DECLS
