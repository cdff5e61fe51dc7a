/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/cap-cli-private.h"
#include "workspace/cap-auditor-copy.h"

/* The copy that an auditor works in, and what comes back of it. */

static const CapRecord *
find_audit (const CapDossier *dossier,
            const char       *code)
{
  const CapRecord *audit;

  if (code == NULL)
    {
      cap_cli_complain ("--audit", _("say which audit, with --audit CODE"));
      return NULL;
    }

  audit = cap_dossier_find_record_by_code (dossier, CAP_REGISTER_AUDIT, code);
  if (audit == NULL)
    cap_cli_complain (code, _("there is no such audit in this dossier"));

  return audit;
}

static CapCliStatus
copy (const char *path,
      const char *code,
      const char *output)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = NULL;
  const CapRecord *audit;
  g_autoptr(GError) error = NULL;

  if (!cap_cli_has_output (output))
    return CAP_CLI_USAGE;

  file = cap_cli_open_to_read (path, &dossier, &status);
  if (file == NULL)
    return status;

  audit = find_audit (dossier, code);
  if (audit == NULL)
    return code != NULL ? CAP_CLI_REFUSED : CAP_CLI_USAGE;

  if (cap_dossier_file_hand_over (file, audit->id, output, &error))
    return CAP_CLI_DONE;

  return cap_cli_fail_to_create (output, error);
}

static void
append_item (GString             *text,
             const CapReturnItem *item)
{
  const gboolean is_evidence = item->kind == CAP_REGISTER_NONE;
  const char *kind = is_evidence ? N_("Evidence") : cap_register_get (item->kind)->one;

  g_string_append_printf (text, "  %s", gettext (kind));
  if (*item->code != '\0')
    g_string_append_printf (text, " %s", item->code);
  if (*item->title != '\0')
    g_string_append_printf (text, " – %s", item->title);
  if (*item->detail != '\0')
    g_string_append_printf (text, " (%s)", item->detail);
  g_string_append_c (text, '\n');
}

static void
tell (const CapAuditorReturn *found)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *summary = cap_auditor_return_dup_summary (found);

  g_string_append_printf (text, "%s – %s\n%s\n", found->audit, found->title, summary);
  for (guint i = 0; i < found->items->len; i++)
    append_item (text, g_ptr_array_index (found->items, i));

  if (found->rest->len > 0)
    g_string_append_printf (text, "%s\n", _("Stays as it is in the dossier:"));
  for (guint i = 0; i < found->rest->len; i++)
    {
      const CapReturnRest *rest = g_ptr_array_index (found->rest, i);

      g_string_append_printf (text, "  %s (%u)\n", rest->label, rest->count);
    }

  cap_cli_print (text);
}

static CapCliStatus
take_back (const char *path,
           const char *source,
           gboolean    dry_run,
           gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = dry_run ? cap_cli_open_to_read (path, &dossier, &status)
                                           : cap_cli_open (path, &dossier, &status);
  g_autoptr(CapAuditorReturn) found = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;

  if (file == NULL || !cap_cli_unlock (source, NULL, &status))
    return status;

  found = cap_auditor_copy_read (source, dossier, &error);
  if (found == NULL)
    return cap_cli_fail (source, error);

  if (!dry_run && found->command != NULL)
    status = cap_cli_commit (file, path, found->command);
  if (status != CAP_CLI_DONE)
    return status;

  json = as_json ? cap_auditor_return_to_json (found) : NULL;
  if (json != NULL)
    cap_cli_print_json (json);
  else
    tell (found);

  return CAP_CLI_DONE;
}

static gboolean
check_verb (const char *verb,
            GStrv       arguments)
{
  if (!g_str_equal (verb, "copy") && !g_str_equal (verb, "return"))
    {
      cap_cli_complain (verb, _("there is no such thing to do with an audit; there are: copy, return"));
      return FALSE;
    }

  if (g_strv_length (arguments) == (g_str_equal (verb, "copy") ? 2 : 3))
    return TRUE;

  cap_cli_complain (verb, arguments[2] != NULL ? _("there is an argument too many")
                                               : _("an argument is missing"));

  return FALSE;
}

/* Hands the copy of an auditor over, and takes it back. */
CapCliStatus
cap_cli_audit (const CapCliCommand *self,
               GStrv                arguments)
{
  g_autofree char *code = NULL;
  g_autofree char *output = NULL;
  gboolean dry_run = FALSE;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "audit", 0, 0, G_OPTION_ARG_STRING, &code, N_("“copy”: the audit whose auditor it is for"),
      N_("CODE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("“copy”: the dossier to write"), N_("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("“return”: says what would come in, and no more"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("“return”: as JSON, for other programs"), NULL },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 2, 3, &arguments, &status))
    return status;

  if (!check_verb (arguments[0], arguments))
    status = CAP_CLI_USAGE;
  else if (g_str_equal (arguments[0], "copy"))
    status = copy (arguments[1], code, output);
  else
    status = take_back (arguments[1], arguments[2], dry_run, as_json);
  g_strfreev (arguments);

  return status;
}
