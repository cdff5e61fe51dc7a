/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cap_cli_is_for_desktop (int   argc,
                                 char *argv[]);
int      cap_cli_run            (int   argc,
                                 char *argv[]);

G_END_DECLS
