/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-personal-json.h"
#include "store/cap-dossier-personal.h"

#define MAX_PLACES 8 /* told of each person; the rest is in JSON */

/* Returns: (transfer full) (nullable): one name a line, as written; empty lines are nothing */
static GStrv
read_names (const char   *path,
            CapCliStatus *status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = cap_cli_read_file (path, &error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (bytes == NULL)
    {
      *status = cap_cli_fail (path, error);
      return NULL;
    }

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!g_utf8_validate (text, -1, NULL))
    {
      cap_cli_complain (path, _("it is not in UTF-8"));
      *status = CAP_CLI_REFUSED;
      return NULL;
    }

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_ptr_array_add (names, g_strdup (lines[i]));
    }
  g_ptr_array_add (names, NULL);

  return g_strdupv ((char **) names->pdata);
}

static void
append_group (GString                *text,
              const CapPersonalGroup *group)
{
  g_autofree char *spellings = NULL;

  g_ptr_array_add (group->spellings, NULL);
  spellings = g_strjoinv (" · ", (char **) group->spellings->pdata);
  g_ptr_array_set_size (group->spellings, (int) group->spellings->len - 1);

  /* Translators: a kind of thing, as “Phone number”, and how it is written */
  g_string_append_printf (text, _("%1$s: %2$s"), cap_personal_kind_get_label (group->kind), spellings);
  /* Translators: how many times it is in the dossier, and in what was done before */
  g_string_append_printf (text, _(" (now %1$u, in the past %2$u)"), group->n_now, group->n_past);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < group->places->len && i < MAX_PLACES; i++)
    {
      const CapPersonalPlace *place = g_ptr_array_index (group->places, i);

      g_string_append_printf (text, "    %s%s: %s\n", place->what, place->past ? _(" (in the past)") : "",
                              place->around);
    }
  if (group->places->len > MAX_PLACES)
    g_string_append_printf (text, "    …\n");
}

static void
append_list (GString         *text,
             const char      *heading,
             const GPtrArray *lines)
{
  if (lines->len == 0)
    return;

  g_string_append_printf (text, "\n%s\n", heading);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "    %s\n", (const char *) g_ptr_array_index (lines, i));
}

static void
print_report (const CapPersonalReport *report)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", _("Fields that say who (a function rather than a name):"));
  for (guint i = 0; i < report->columns->len; i++)
    {
      const CapPersonalColumn *column = g_ptr_array_index (report->columns, i);

      if (column->use == CAP_PERSONAL_USE_PEOPLE)
        g_string_append_printf (text, "  %4u  %s\n", column->n_values, column->label);
    }

  g_string_append_c (text, '\n');
  for (guint i = 0; i < report->groups->len; i++)
    append_group (text, g_ptr_array_index (report->groups, i));
  if (report->groups->len == 0)
    g_string_append_printf (text, "%s\n", _("No address, no number, no name of the list was found."));
  append_list (text, _("Files that hold no text, to be opened by somebody:"), report->unread);
  cap_cli_print (text);
}

static void
print_outcome (const CapRedactionOutcome *outcome)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *proof = cap_redaction_outcome_dup_proof (outcome);

  /* Translators: places of the dossier as it is, of what was done before, and how many files changed */
  g_string_append_printf (text, _("Taken out: %1$u now, %2$u in the past, in %3$u files."), outcome->n_now,
                          outcome->n_past, outcome->n_contents);
  g_string_append_printf (text, "\n%s\n", proof);
  if (outcome->n_kept > 0)
    g_string_append_printf (text, "%s\n", _("Backups were kept: --drop-backups deletes them."));
  append_list (text, _("Still there, and why:"), outcome->left);
  append_list (text, _("Files that hold no text, to be opened by somebody:"), outcome->unread);
  g_string_append_printf (text, "\n%s\n",
                          _("Copies that were given to others, or that are on another computer,"
                                            " are as they were."));
  cap_cli_print (text);
}

static CapCliStatus
list (const char         *path,
      const char * const *names,
      gboolean            as_json)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open_to_read (path, &dossier, &status);
  g_autoptr(CapPersonalReport) report = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;

  if (file == NULL)
    return status;

  report = cap_dossier_file_find_personal (file, names, &error);
  if (report == NULL)
    return cap_cli_fail (path, error);

  if (as_json)
    {
      json = cap_personal_json_write (report);
      cap_cli_print_json (json);
    }
  else
    {
      print_report (report);
    }

  return CAP_CLI_DONE;
}

static CapCliStatus
redact (const char       *path,
        CapPersonalSwaps *swaps,
        gboolean          drop_backups,
        gboolean          as_json)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open (path, &dossier, &status);
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;

  if (file == NULL)
    return status;

  outcome = cap_dossier_file_redact (file, swaps, drop_backups, &error);
  if (outcome == NULL || !cap_dossier_file_close (file, &error))
    {
      status = cap_cli_fail (path, error);
      return error->domain == CAP_PERSONAL_ERROR ? CAP_CLI_USAGE : status;
    }

  if (as_json)
    {
      json = cap_redaction_json_write (outcome);
      cap_cli_print_json (json);
    }
  else
    {
      print_outcome (outcome);
    }

  if (outcome->problem != NULL)
    cap_cli_complain (path, outcome->problem);

  return outcome->problem == NULL ? CAP_CLI_DONE : CAP_CLI_FAILED;
}

static CapCliStatus
retain (const char *path,
        const char *text)
{
  g_autofree char *date = cap_date_parse (text);
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(GError) error = NULL;

  if (date == NULL)
    {
      cap_cli_complain ("--keep-until", _("write a date, as 2031-12-31"));
      return CAP_CLI_USAGE;
    }

  file = cap_cli_open (path, &dossier, &status);
  if (file == NULL)
    return status;

  return cap_dossier_file_retain (file, date, &error) && cap_dossier_file_close (file, &error)
         ? CAP_CLI_DONE : cap_cli_fail (path, error);
}

static gboolean
add (CapPersonalSwaps *swaps,
     const char       *option,
     const char       *text,
     const char       *replacement)
{
  g_autoptr(GError) error = NULL;

  if (g_utf8_validate (text, -1, NULL) && cap_personal_swaps_add (swaps, text, replacement, &error))
    return TRUE;

  cap_cli_complain (option, error != NULL ? error->message : _("it is not in UTF-8"));

  return FALSE;
}

/* Returns: (transfer full) (nullable): what the line asks to take out; %NULL when it is wrong */
static CapPersonalSwaps *
parse_swaps (const GStrv removed,
             const GStrv replaced)
{
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();

  for (guint i = 0; removed != NULL && removed[i] != NULL; i++)
    {
      if (!add (swaps, "--remove", removed[i], NULL))
        return NULL;
    }
  for (guint i = 0; replaced != NULL && replaced[i] != NULL; i++)
    {
      char *sign = strrchr (replaced[i], '=');
      g_autofree char *text = sign != NULL ? g_strndup (replaced[i], (gsize) (sign - replaced[i])) : NULL;

      if (text == NULL)
        {
          cap_cli_complain ("--replace", _("write OLD=NEW"));
          return NULL;
        }
      if (!add (swaps, "--replace", text, sign + 1))
        return NULL;
    }

  return g_steal_pointer (&swaps);
}

CapCliStatus
cap_cli_personal (const CapCliCommand *self,
                  GStrv                arguments)
{
  g_autofree char *names_path = NULL;
  g_auto(GStrv) removed = NULL;
  g_auto(GStrv) replaced = NULL;
  g_autofree char *date = NULL;
  gboolean drop_backups = FALSE;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "names", 0, 0, G_OPTION_ARG_FILENAME, &names_path, N_("Names to look for, one a line"),
      N_("LIST.txt") },
    { "remove", 0, 0, G_OPTION_ARG_STRING_ARRAY, &removed,
      N_("Takes a name, an address or a number out, of the past too; it is not undone"), N_("TEXT") },
    { "replace", 0, 0, G_OPTION_ARG_STRING_ARRAY, &replaced, N_("The same, and puts something else there"),
      N_("OLD=NEW") },
    { "drop-backups", 0, 0, G_OPTION_ARG_NONE, &drop_backups, N_("Deletes the backups of the dossier too"),
      NULL },
    { "keep-until", 0, 0, G_OPTION_ARG_STRING, &date, N_("Says until when the dossier is kept"), N_("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("As JSON, for other programs"), NULL },
    { NULL },
  };
  CapCliStatus status = CAP_CLI_DONE;
  g_auto(GStrv) names = NULL;
  g_autoptr(CapPersonalSwaps) swaps = NULL;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  swaps = parse_swaps (removed, replaced);
  names = swaps != NULL && names_path != NULL ? read_names (names_path, &status) : NULL;
  if (swaps == NULL)
    status = CAP_CLI_USAGE;
  else if (date != NULL)
    status = retain (arguments[0], date);
  else if (status == CAP_CLI_DONE && cap_personal_swaps_get_n (swaps) > 0)
    status = redact (arguments[0], swaps, drop_backups, as_json);
  else if (status == CAP_CLI_DONE)
    status = list (arguments[0], (const char * const *) names, as_json);
  g_strfreev (arguments);

  return status;
}

static CapCliStatus
anonymise (const char         *path,
           const char         *output,
           const char * const *names)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open_to_read (path, &dossier, &status);
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return status;

  return cap_dossier_file_anonymise (file, output, names, &error) ? CAP_CLI_DONE
                                                                   : cap_cli_fail_to_create (output, error);
}

CapCliStatus
cap_cli_anonymise (const CapCliCommand *self,
                   GStrv                arguments)
{
  g_autofree char *names_path = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "names", 0, 0, G_OPTION_ARG_FILENAME, &names_path, N_("Names to look for, one a line"),
      N_("LIST.txt") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The dossier to write"), N_("NEW.capcedre") },
    { NULL },
  };
  CapCliStatus status = CAP_CLI_DONE;
  g_auto(GStrv) names = NULL;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  if (!cap_cli_has_output (output))
    status = CAP_CLI_USAGE;
  else
    names = names_path != NULL ? read_names (names_path, &status) : NULL;
  if (status == CAP_CLI_DONE)
    status = anonymise (arguments[0], output, (const char * const *) names);
  g_strfreev (arguments);

  return status;
}
