/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-catalogue-json.h"
#include "exchange/cap-radiography-json.h"

static void
append_head (GString              *text,
             const CapDossier     *dossier,
             const CapRadiography *radiography,
             const char           *today)
{
  g_autofree char *day = cap_date_format_long (today);

  g_string_append_printf (text, "%s\n", dossier->member->name);
  /* Translators: a date */
  g_string_append_printf (text, _("Radiography of %s"), day);
  g_string_append_c (text, '\n');

  if (radiography->alerts->len == 0)
    g_string_append_printf (text, "\n%s\n", _("Nothing to point out: the dossier is consistent."));
}

/* The heads of a severity and of a family, where they begin. */
static void
append_heads (GString        *text,
              const CapAlert *alert,
              const CapAlert *before,
              const guint    *counts)
{
  const gboolean new_severity = before == NULL || before->severity != alert->severity;

  if (new_severity)
    g_string_append_printf (text, "\n%s (%u)\n", cap_severity_get_label (alert->severity),
                            counts[alert->severity]);
  if (new_severity || before->check->family != alert->check->family)
    g_string_append_printf (text, "  %s\n", cap_check_family_get_label (alert->check->family));
}

static void
append_alerts (GString              *text,
               const CapRadiography *radiography)
{
  const CapAlert *before = NULL;

  for (guint i = 0; i < radiography->alerts->len; i++)
    {
      const CapAlert *alert = g_ptr_array_index (radiography->alerts, i);

      append_heads (text, alert, before, radiography->counts);
      g_string_append_printf (text, "    - %s\n", alert->sentence);
      before = alert;
    }
}

static void
append_aside (GString              *text,
              const CapRadiography *radiography)
{
  if (radiography->aside->len > 0)
    g_string_append_printf (text, "\n%s (%u)\n", _("Set aside"), radiography->aside->len);

  for (guint i = 0; i < radiography->aside->len; i++)
    {
      const CapAlert *alert = g_ptr_array_index (radiography->aside, i);

      g_string_append (text, "    - ");
      /* Translators: a warning, then why it was set aside */
      g_string_append_printf (text, _("%1$s Because: %2$s"), alert->sentence, alert->reason);
      g_string_append_c (text, '\n');
    }
}

static void
print_radiography (const CapDossier     *dossier,
                   const CapRadiography *radiography,
                   const char           *today)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_head (text, dossier, radiography, today);
  append_alerts (text, radiography);
  append_aside (text, radiography);
  cap_cli_print (text);
}

static CapCliStatus
tell (const char *path,
      gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  g_autoptr(CapCatalogue) catalogue = NULL;
  g_autoptr(CapRadiography) radiography = NULL;
  g_autofree char *today = cap_date_dup_today ();
  g_autofree char *json = NULL;

  if (dossier == NULL)
    return status;

  catalogue = cap_catalogue_json_load_default ();
  radiography = cap_radiography_new (dossier, catalogue, today);
  if (as_json)
    {
      json = cap_radiography_json_write (radiography, today);
      cap_cli_print_json (json);
    }
  else
    {
      print_radiography (dossier, radiography, today);
    }

  return CAP_CLI_DONE;
}

CapCliStatus
cap_cli_radiography (const CapCliCommand *self,
                     GStrv                arguments)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("As JSON, for other programs"), NULL },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = tell (arguments[0], as_json);
  g_strfreev (arguments);

  return status;
}
