/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name under which whoever sits here signs what they do: one for the whole program, like the name of
 * their account, which it is until another one is chosen. Any thread may ask. */
void  cap_signature_set (const char *name);
char *cap_signature_dup (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
