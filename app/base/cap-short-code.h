/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The beginning of a digest as people read it aloud: groups of four characters, “7KQ4-9M2C-XT1B”. */
char     *cap_short_code_new     (const guint8 *digest,
                                  gsize         size,
                                  guint         n_groups) G_GNUC_WARN_UNUSED_RESULT;
/* The same, of a digest in hexadecimal. */
char     *cap_short_code_of_hex  (const char   *digest,
                                  guint         n_groups) G_GNUC_WARN_UNUSED_RESULT;
/* Whether both are the same code, however they were typed: small letters, O for 0, no hyphens. */
gboolean  cap_short_code_equal   (const char   *one,
                                  const char   *other);

/* Bytes in hexadecimal, in small letters, and back: of exactly that many bytes, or %NULL. */
char     *cap_hex_dup            (const guint8 *bytes,
                                  gsize         size) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *cap_hex_parse          (const char   *text,
                                  gsize         size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
