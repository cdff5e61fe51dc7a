/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework-lists.h"

G_BEGIN_DECLS

/**
 * CapGlossaryMatch:
 * @start: where the word starts, in bytes
 * @end: where it ends, in bytes
 * @entry: what explains it
 *
 * A word of a text that the glossary explains.
 */
typedef struct
{
  gsize                   start;
  gsize                   end;
  const CapGlossaryEntry *entry;
} CapGlossaryMatch;

/**
 * CapGlossary:
 *
 * Finds the words of a glossary in a text: its terms, what abbreviations stand
 * for, and the other forms; whole words, the longest first. Spaces, apostrophes
 * and hyphens count the same however they are typed, and so do capitals, except
 * in an abbreviation: “AI” is not « ai ». It never changes, so that threads
 * share it.
 */
typedef struct _CapGlossary CapGlossary;

/* @entries: (element-type CapGlossaryEntry): borrowed, and left as they are */
CapGlossary *cap_glossary_new  (const GPtrArray *entries) G_GNUC_WARN_UNUSED_RESULT;
void         cap_glossary_free (CapGlossary     *self);

/* Returns: (transfer none) (element-type CapGlossaryEntry): all of them, as a reader looks for them */
const GPtrArray *cap_glossary_get_entries  (const CapGlossary  *self);
/* Returns: (transfer full) (element-type CapGlossaryMatch): in order, each entry once */
GArray          *cap_glossary_find_matches (const CapGlossary  *self,
                                            const char         *text) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer container) (element-type CapGlossaryEntry): those that @texts use, in the same order */
GPtrArray       *cap_glossary_list_used    (const CapGlossary  *self,
                                            const char * const *texts,
                                            gsize               n_texts) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapGlossary, cap_glossary_free)

G_END_DECLS
