/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/cap-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "cap-resources.h"
#include "ui/shell/cap-application.h"

#define EXIT_ENVIRONMENT 3

/**
 * cap_ui_init:
 *
 * Makes the templates available. To call once before any widget is made: the
 * linker drops the constructor that GLib generates, since nothing refers to it
 * in a static library.
 */
void
cap_ui_init (void)
{
  g_resources_register (cap_get_resource ());
}

/**
 * cap_ui_run:
 * @argc: number of arguments
 * @argv: the program, then the dossiers to open
 *
 * Runs the desktop application until its last window is closed.
 *
 * Returns: the exit status of the program
 */
int
cap_ui_run (int   argc,
            char *argv[])
{
  g_autoptr(CapApplication) application = NULL;

  gtk_disable_setlocale (); /* cap_locale_init() has chosen: GTK would go back to the environment's */

  if (!gtk_init_check ())
    {
      g_printerr ("%s: DISPLAY: %s\n", GETTEXT_PACKAGE, _("there is no screen to open a window on"));
      return EXIT_ENVIRONMENT;
    }

  cap_ui_init ();
  application = cap_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
