/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-locale.h"
#include "cli/cap-cli.h"
#include "ui/cap-ui.h"

int
main (int   argc,
      char *argv[])
{
  cap_locale_init ();

  return cap_cli_is_for_desktop (argc, argv) ? cap_ui_run (argc, argv) : cap_cli_run (argc, argv);
}
