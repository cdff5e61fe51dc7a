/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "cli/cap-cli-private.h"
#include "exchange/cap-framework-json.h"

#define CODE_WIDTH 6

static void
append_criterion (GString            *text,
                  const CapCriterion *criterion)
{
  g_string_append (text, "    ");
  cap_cli_append_padded (text, criterion->code, CODE_WIDTH);
  g_string_append (text, criterion->label);
  if (criterion->core)
    g_string_append_printf (text, " · %s", _("core"));
  if (criterion->core_in_certification)
    g_string_append_printf (text, " · %s", _("core in certification"));
  if (criterion->certification_only)
    g_string_append_printf (text, " · %s", _("certification only"));
  if (criterion->filter != NULL)
    g_string_append_printf (text, " · %s", criterion->filter->label);
  g_string_append_c (text, '\n');
}

static void
append_theme (GString        *text,
              const CapTheme *theme)
{
  g_string_append_printf (text, "\n%s  %s\n", theme->code, theme->label);
  for (guint i = 0; i < theme->objectives->len; i++)
    {
      const CapObjective *objective = g_ptr_array_index (theme->objectives, i);

      g_string_append_printf (text, "\n  %s  %s\n", objective->code, objective->label);
      for (guint j = 0; j < objective->criteria->len; j++)
        append_criterion (text, g_ptr_array_index (objective->criteria, j));
    }
}

static void
print_framework (const CapFramework *framework)
{
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: title of a framework, its version, how many criteria it has */
  g_string_append_printf (text, ngettext ("%s, version %s: %u criterion", "%s, version %s: %u criteria",
                                          framework->criteria->len),
                          framework->title, framework->version, framework->criteria->len);
  g_string_append_printf (text, "\n%s\n", framework->notice);
  for (guint i = 0; i < framework->themes->len; i++)
    append_theme (text, g_ptr_array_index (framework->themes, i));

  cap_cli_print (text);
}

/* Tells every fault. */
static CapFramework *
read_framework (const char   *path,
                CapCliStatus *status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) source = cap_cli_read_file (path, &error);
  g_autoptr(GPtrArray) faults = NULL;
  CapFramework *framework;

  if (source == NULL)
    {
      *status = cap_cli_fail (path, error);
      return NULL;
    }

  faults = cap_framework_json_check (source, &framework);
  for (guint i = 0; i < faults->len; i++)
    cap_cli_complain (path, g_ptr_array_index (faults, i));
  if (framework == NULL)
    *status = CAP_CLI_REFUSED;

  return framework;
}

static CapCliStatus
check (const char *path)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapFramework) framework = read_framework (path, &status);
  g_autoptr(GString) text = g_string_new (NULL);

  if (framework == NULL)
    return status;

  /* Translators: title of a framework, its version */
  g_string_append_printf (text, _("%s, version %s: this framework is sound."), framework->title,
                          framework->version);
  g_string_append_c (text, '\n');
  cap_cli_print (text);

  return CAP_CLI_DONE;
}

static CapCliStatus
show (const char *path)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapFramework) framework = path != NULL ? read_framework (path, &status)
                                                   : cap_framework_json_load_default ();

  if (framework != NULL)
    print_framework (framework);

  return status;
}

static CapCliStatus
refuse (const char *verb)
{
  static const char * const later[] = { "diff", "export", "import", NULL };

  cap_cli_complain (verb,
                    g_strv_contains (later, verb)
                    ? _("this version cannot do this yet: only “check FILE.json” and “show [FILE.json]”")
                    : _("after “framework” comes “check FILE.json” or “show [FILE.json]”"));

  return CAP_CLI_USAGE;
}

CapCliStatus
cap_cli_framework (const CapCliCommand *self,
                   GStrv                arguments)
{
  const GOptionEntry entries[] = { { NULL } };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 4, &arguments, &status))
    return status;

  if (g_str_equal (arguments[0], "show") && g_strv_length (arguments) <= 2)
    status = show (arguments[1]);
  else if (g_str_equal (arguments[0], "check") && g_strv_length (arguments) == 2)
    status = check (arguments[1]);
  else
    status = refuse (arguments[0]);
  g_strfreev (arguments);

  return status;
}
