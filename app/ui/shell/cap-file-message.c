/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-file-message.h"

#include <glib/gi18n.h>

#include "workspace/cap-workspace-past.h"

static void
show_whose_copy (CapMessageBar   *bar,
                 const CapRecord *audit)
{
  g_autofree char *text = NULL;

  /* Translators: the code of an audit, then its title */
  text = g_strdup_printf (_("Auditor’s view: only audit %1$s, “%2$s”, is written in this copy; "
                            "all the rest is there to be read."),
                          cap_record_get_code (audit), cap_record_get_title (audit));
  cap_message_bar_show (bar, CAP_MESSAGE_STATE, text);
}

static void
show_moment (CapMessageBar *bar,
             const char    *moment)
{
  /* Translators: %s is the name of a moment of the dossier */
  g_autofree char *text = g_strdup_printf (_("You are looking at the dossier as it was: %s. Nothing can be "
                                             "changed in it."), moment);

  cap_message_bar_show (bar, CAP_MESSAGE_STATE, text);
}

/**
 * cap_file_message_show:
 * @workspace: with a dossier that was just opened
 *
 * Tells what happened to the file at its opening, or what it is, where there is something to tell.
 */
void
cap_file_message_show (CapMessageBar *bar,
                       CapWorkspace  *workspace)
{
  const CapDossier *dossier = cap_workspace_get_dossier (workspace);
  const CapRecord *audit = cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, dossier->audited);

  if (cap_workspace_get_moment (workspace) != NULL)
    show_moment (bar, cap_workspace_get_moment (workspace));
  else if (cap_workspace_get_read_only (workspace))
    cap_message_bar_show (bar, CAP_MESSAGE_STATE,
                          _("This dossier is open to be read: nothing can be changed in it."));
  else if (audit != NULL)
    show_whose_copy (bar, audit);
  else if (cap_workspace_get_recovered (workspace))
    cap_message_bar_show (bar, CAP_MESSAGE_INFO,
                          _("The program was interrupted last time. Your last answers were found again."));
}

/**
 * cap_file_message_show_sibling:
 * @path: (nullable): of another copy of the dossier beside it; %NULL when there is none any more
 *
 * Tells of a copy in which something was done that is not here, and offers to merge it.
 */
void
cap_file_message_show_sibling (CapMessageBar *bar,
                               const char    *path)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (path == NULL)
    {
      cap_message_bar_hide (bar);
      return;
    }

  name = g_path_get_basename (path);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Another copy of this dossier is beside it, with changes that are not here: "
                            "“%s”."), name);
  cap_message_bar_show (bar, CAP_MESSAGE_INFO, text);
  cap_message_bar_add_action (bar, _("Merge…"), "win.merge-sibling");
}
