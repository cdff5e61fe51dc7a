/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/cap-cli-private.h"

/* “mine” or “theirs”; without it a conflict stops the merge. */
static gboolean
find_choice (const char     *name,
             CapMergeChoice *choice)
{
  *choice = CAP_MERGE_ASK;
  if (name == NULL)
    return TRUE;

  if (g_str_equal (name, "mine"))
    *choice = CAP_MERGE_MINE;
  else if (g_str_equal (name, "theirs"))
    *choice = CAP_MERGE_THEIRS;
  else
    cap_cli_complain ("--prefer", _("there are: mine, theirs"));

  return *choice != CAP_MERGE_ASK;
}

static char *
dup_line (const CapMergeConflict *conflict)
{
  /* Translators: what both copies changed, what it is here, what it is there */
  return g_strdup_printf (_("%1$s: here “%2$s”, there “%3$s”"), conflict->what, conflict->mine,
                          conflict->theirs);
}

/* One line for each of what both copies changed, and how to go on. */
static CapCliStatus
refuse (const char           *other,
        const CapMergeReport *report)
{
  for (guint i = 0; i < report->conflicts->len; i++)
    {
      g_autofree char *line = dup_line (g_ptr_array_index (report->conflicts, i));

      cap_cli_complain (other, line);
    }
  cap_cli_complain (other, _("nothing is changed: choose with --prefer mine or --prefer theirs"));

  return CAP_CLI_REFUSED;
}

static void
tell_outcome (const CapMergeReport *report,
              gboolean              dry_run)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *retained = cap_merge_report_dup_retained (report);

  for (guint i = 0; i < report->conflicts->len; i++)
    {
      g_autofree char *line = dup_line (g_ptr_array_index (report->conflicts, i));

      g_string_append_printf (text, "%s\n", line);
    }

  if (retained != NULL)
    g_string_append_printf (text, "%s\n", retained);
  if (!cap_merge_report_has_news (report))
    g_string_append (text, _("All that the other copy did is here already."));
  else if (report->n_taken > 0 && dry_run)
    /* Translators: how many lines of the dossier, which decides on the form */
    g_string_append_printf (text, ngettext ("%u line of the dossier would change.",
                                            "%u lines of the dossier would change.", report->n_taken),
                            report->n_taken);
  else if (report->n_taken > 0)
    /* Translators: how many lines of the dossier, which decides on the form */
    g_string_append_printf (text, ngettext ("%u line of the dossier is changed, in one gesture.",
                                            "%u lines of the dossier are changed, in one gesture.",
                                            report->n_taken), report->n_taken);
  if (!g_str_has_suffix (text->str, "\n"))
    g_string_append_c (text, '\n');
  cap_cli_print (text);
}

static CapCliStatus
keep (CapDossierFile *file,
      const char     *path)
{
  g_autoptr(GError) error = NULL;

  return cap_dossier_file_publish (file, &error) && cap_dossier_file_close (file, &error)
         ? CAP_CLI_DONE : cap_cli_fail (path, error);
}

static CapCliStatus
merge (const char     *path,
       const char     *other_path,
       CapMergeChoice  choice,
       gboolean        dry_run)
{
  g_autoptr(CapDossier) mine = NULL;
  g_autoptr(CapDossier) theirs = NULL;
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();
  g_autoptr(GError) error = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = dry_run ? cap_cli_open_to_read (path, &mine, &status)
                                           : cap_cli_open (path, &mine, &status);
  g_autoptr(CapDossierFile) other = file != NULL ? cap_cli_open_to_read (other_path, &theirs, &status) : NULL;

  if (other == NULL)
    return status;
  if (!cap_dossier_file_merge (file, other, choice, NULL, dry_run, NULL, report, &error))
    return cap_cli_fail (other_path, error);

  if (choice == CAP_MERGE_ASK && report->conflicts->len > 0)
    return refuse (other_path, report);

  status = dry_run ? CAP_CLI_DONE : keep (file, path);
  if (status == CAP_CLI_DONE)
    tell_outcome (report, dry_run);

  return status;
}

CapCliStatus
cap_cli_merge (const CapCliCommand *self,
               GStrv                arguments)
{
  g_autofree char *prefer = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "prefer", 0, 0, G_OPTION_ARG_STRING, &prefer,
      N_("What becomes of what both copies changed: “mine” or “theirs”"), N_("WHOSE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only says what would change"), NULL },
    { NULL },
  };
  CapMergeChoice choice;
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 2, 2, &arguments, &status))
    return status;

  status = find_choice (prefer, &choice) ? merge (arguments[0], arguments[1], choice, dry_run)
                                         : CAP_CLI_USAGE;
  g_strfreev (arguments);

  return status;
}
