/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapNamePattern:
 *
 * Words to look for in texts as people type them: small letters or capitals, accents or none, the last name
 * before the first one or after it, and whatever stands between the words (“DUPONT, Jean”, “jean-dupont”).
 */
typedef struct _CapNamePattern CapNamePattern;

/* How far a match may go: words that stand alone, or any run of bytes, where words may even touch. */
typedef enum
{
  CAP_NAME_MATCH_WORDS,
  CAP_NAME_MATCH_BYTES,
} CapNameMatch;

CapNamePattern *cap_name_pattern_new       (const char           *name) G_GNUC_WARN_UNUSED_RESULT;
void            cap_name_pattern_free      (CapNamePattern       *self);
gsize           cap_name_pattern_match     (const CapNamePattern *self,
                                            const char           *at,
                                            const char           *end,
                                            CapNameMatch          how);
void            cap_name_pattern_mark_starts (const CapNamePattern *self,
                                              gboolean              starts[256]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapNamePattern, cap_name_pattern_free)

G_END_DECLS
