/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cap_place_dup_data       (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *cap_place_dup_locale_dir (void) G_GNUC_WARN_UNUSED_RESULT;
char *cap_place_dup_schema_dir (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
