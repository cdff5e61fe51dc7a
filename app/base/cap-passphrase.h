/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapPassphraseStrength:
 * @CAP_PASSPHRASE_SHORT: not long enough to be taken
 * @CAP_PASSPHRASE_WEAK: a machine would find it: not taken either
 * @CAP_PASSPHRASE_FAIR: it would take somebody who wants to years
 * @CAP_PASSPHRASE_GOOD: it would take longer than anybody waits
 * @CAP_PASSPHRASE_STRONG: even for a state
 */
typedef enum
{
  CAP_PASSPHRASE_SHORT,
  CAP_PASSPHRASE_WEAK,
  CAP_PASSPHRASE_FAIR,
  CAP_PASSPHRASE_GOOD,
  CAP_PASSPHRASE_STRONG,
} CapPassphraseStrength;

CapPassphraseStrength cap_passphrase_rate      (const char            *passphrase,
                                                const char * const    *known);
/* A word, in the user’s language. */
const char           *cap_passphrase_get_label (CapPassphraseStrength  strength);
/* Whether a passphrase that is chosen is long enough, and not too easy. */
gboolean              cap_passphrase_check     (const char            *passphrase,
                                                GError               **error);
char                 *cap_passphrase_propose   (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
