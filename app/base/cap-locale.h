/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void        cap_locale_init         (void);

const char *cap_locale_get_language (void);

G_END_DECLS
