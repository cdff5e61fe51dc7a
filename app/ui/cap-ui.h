/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void cap_ui_init (void);
int  cap_ui_run  (int   argc,
                  char *argv[]);
