/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>

#include "base/cap-locale.h"
#include "cli/cap-cli.h"
#include "ui/cap-ui.h"

int
main (int   argc,
      char *argv[])
{
  cap_locale_init ();

  /* A file that is larger than it may be is an error as any other, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);

  return cap_cli_is_for_desktop (argc, argv) ? cap_ui_run (argc, argv) : cap_cli_run (argc, argv);
}
