/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-process-rules.h"

#include <glib/gi18n.h>

/* What a structure of insertion may begin with: it renames, removes and adds afterwards. What each
 * of them feeds goes by its place in the table, counted from 1. */
static const struct
{
  const char *name;
  const char *kind;
  const char *purpose;
  guint       feeds[6];
} first[] = {
  { N_("Steer the structure"), "management",
    N_("The project is shared, the policy is known and its objectives are followed"), { 3, 4, 5, 6, 7 } },
  { N_("Improve"), "management",
    N_("What goes wrong is told, understood, and does not happen again"), { 1 } },
  { N_("Welcome and integrate"), "realisation",
    N_("Each person knows their rights, their duties and their post"), { 4 } },
  { N_("Support the path"), "realisation",
    N_("Each person builds a path towards a lasting job or a training"), { 5, 2 } },
  { N_("Put into a work situation"), "realisation",
    N_("The work teaches, is safe, and fits each person"), { 6, 4 } },
  { N_("Serve the clients"), "realisation",
    N_("What was agreed is delivered, on time and well done"), { 7, 2 } },
  { N_("Develop the activity"), "realisation",
    N_("The territory knows the structure and gives it work"), { 3 } },
  { N_("Manage human resources"), "support",
    N_("The permanent team has the skills and the means that it needs"), { 3, 4, 5 } },
  { N_("Manage the means"), "support",
    N_("Premises, vehicles, tools and money are there when they are needed"), { 5, 6 } },
  { N_("Manage information"), "support",
    N_("Documents are up to date, found at once, and personal data is protected"), { 8, 9 } },
};

static CapRecord *
make_process (guint index)
{
  CapRecord *process = cap_record_new (CAP_REGISTER_PROCESS, NULL);
  g_autofree char *code = g_strdup_printf ("PR-%02u", index + 1);
  g_autoptr(GString) feeds = g_string_new (NULL);

  for (guint i = 0; first[index].feeds[i] != 0; i++)
    g_string_append_printf (feeds, "%sPR-%02u", i > 0 ? ", " : "", first[index].feeds[i]);

  cap_record_set (process, CAP_PROCESS_CODE, code);
  cap_record_set (process, CAP_PROCESS_NAME, gettext (first[index].name));
  cap_record_set (process, CAP_PROCESS_KIND, first[index].kind);
  cap_record_set (process, CAP_PROCESS_PURPOSE, gettext (first[index].purpose));
  cap_record_set (process, CAP_PROCESS_FEEDS, feeds->str);

  return process;
}

/* Returns: (transfer full) (nullable): the gesture that takes them in; %NULL when there are
 *   processes already */
CapCommand *
cap_process_propose (const CapDossier *dossier)
{
  CapCommand *command;

  g_return_val_if_fail (dossier != NULL, NULL);

  if (dossier->registers[CAP_REGISTER_PROCESS]->len > 0)
    return NULL;

  command = cap_command_new (CAP_GESTURE_RECORD, _("the process map"));
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr(CapRecord) process = make_process (i);

      cap_command_put_record (command, process);
    }

  return command;
}
