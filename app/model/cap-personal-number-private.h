/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each says how many bytes of the text at @at are such a thing, 0 when none is, and its only form in @key:
 * what follows is no part of it. That nothing goes before it is the caller’s to know. */
gsize cap_personal_match_mail  (const char  *at,
                                char       **key);
gsize cap_personal_match_phone (const char  *at,
                                char       **key);
gsize cap_personal_match_nir   (const char  *at,
                                char       **key);

G_END_DECLS
