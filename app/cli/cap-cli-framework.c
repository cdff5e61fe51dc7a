/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-file.h"
#include "base/cap-locale.h"
#include "cli/cap-cli-framework-private.h"
#include "exchange/cap-framework-file.h"
#include "exchange/cap-framework-json.h"
#include "workspace/cap-library.h"

#define ID_WIDTH 8
#define VERSION_WIDTH 12

/* What follows “framework”. */
typedef struct
{
  GStrv       arguments; /* after the verb */
  const char *output;
  gboolean    as_json;
} Line;

typedef struct
{
  const char    *name;
  const char    *usage;
  guint          minimum;
  guint          maximum;
  gboolean       writes;
  CapCliStatus (*run) (const Line *line);
} Verb;

/* Tells every fault. */
static CapFramework *
read_file (const char   *path,
           CapCliStatus *status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) source = cap_cli_read_file (path, &error);
  g_autoptr(GPtrArray) faults = NULL;
  CapFramework *framework;

  *status = CAP_CLI_REFUSED;
  if (source == NULL)
    {
      *status = cap_cli_fail (path, error);
      return NULL;
    }

  faults = cap_framework_file_check (path, source, cap_locale_get_language (), &framework);
  for (guint i = 0; i < faults->len; i++)
    cap_cli_complain (path, g_ptr_array_index (faults, i));

  return framework;
}

static CapFramework *
find_installed (const char   *name,
                CapCliStatus *status)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();
  g_auto(GStrv) parts = g_strsplit (name, "@", 2);
  CapLibraryEntry *entry = cap_library_find (entries, parts[0], parts[1]);

  if (entry != NULL)
    return cap_framework_ref (entry->framework);

  cap_cli_complain (name, _("neither a file nor an installed framework; “framework list” shows those"));
  *status = CAP_CLI_REFUSED;

  return NULL;
}

/**
 * cap_cli_find_framework:
 * @name: a file, or an installed framework: ID for its newest version, ID@VERSION
 * @status: (out): what to leave with when there is none
 *
 * Returns: (transfer full) (nullable): the framework
 */
CapFramework *
cap_cli_find_framework (const char   *name,
                        CapCliStatus *status)
{
  if (cap_framework_file_is_known (name) || strchr (name, G_DIR_SEPARATOR) != NULL ||
      g_file_test (name, G_FILE_TEST_EXISTS))
    return read_file (name, status);

  return find_installed (name, status);
}

static CapCliStatus
check (const Line *line)
{
  CapCliStatus status;
  g_autoptr(CapFramework) framework = read_file (line->arguments[0], &status);
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
show (const Line *line)
{
  CapCliStatus status = CAP_CLI_REFUSED;
  g_autoptr(CapFramework) framework = line->arguments[0] != NULL
                                      ? cap_cli_find_framework (line->arguments[0], &status)
                                      : cap_framework_json_load_default ();

  if (framework == NULL)
    return status;

  cap_cli_print_framework (framework);

  return CAP_CLI_DONE;
}

static CapCliStatus
diff (const Line *line)
{
  CapCliStatus status = CAP_CLI_REFUSED;
  g_autoptr(CapFramework) before = cap_cli_find_framework (line->arguments[0], &status);
  g_autoptr(CapFramework) after = before != NULL
                                  ? cap_cli_find_framework (line->arguments[1], &status)
                                  : NULL;
  g_autoptr(CapFrameworkDiff) changes = NULL;

  if (after == NULL)
    return status;

  changes = cap_framework_diff_new (before, after);
  if (line->as_json)
    {
      g_autofree char *json = cap_framework_diff_json_write (changes);

      cap_cli_print_json (json);
    }
  else
    {
      cap_cli_print_diff (changes);
    }

  return CAP_CLI_DONE;
}

static CapCliStatus
list (const Line *line)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const CapLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->framework == NULL)
        {
          cap_cli_complain (entry->path, entry->fault);
          continue;
        }

      cap_cli_append_padded (text, entry->framework->id, ID_WIDTH);
      cap_cli_append_padded (text, entry->framework->version, VERSION_WIDTH);
      g_string_append_printf (text, "%s · %s\n", entry->framework->title,
                              entry->path != NULL ? _("installed") : _("comes with the program"));
    }
  cap_cli_print (text);

  return CAP_CLI_DONE;
}

static CapCliStatus
write_to (const char         *output,
          const CapFramework *framework)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = cap_framework_file_write (output, framework, &error);

  return content != NULL && cap_file_write (output, content, cap_framework_file_get_verify (output), &error)
         ? CAP_CLI_DONE : cap_cli_fail (output, error);
}

/* From whatever format to whatever format: importing gives JSON, exporting starts from it. */
static CapCliStatus
convert (const Line *line)
{
  CapCliStatus status = CAP_CLI_REFUSED;
  g_autoptr(CapFramework) framework = NULL;

  if (!cap_cli_is_output (line->output, line->arguments[0], &status))
    return status;

  framework = cap_cli_find_framework (line->arguments[0], &status);

  return framework != NULL ? write_to (line->output, framework) : status;
}

static CapCliStatus
install (const Line *line)
{
  CapCliStatus status;
  g_autoptr(CapFramework) framework = read_file (line->arguments[0], &status);
  g_autoptr(GError) error = NULL;

  if (framework == NULL)
    return status;

  return cap_library_install (framework, &error) ? CAP_CLI_DONE : cap_cli_fail (line->arguments[0], error);
}

static CapCliStatus
uninstall (const Line *line)
{
  const char *name = line->arguments[0];
  g_autoptr(GPtrArray) entries = cap_library_list ();
  g_auto(GStrv) parts = g_strsplit (name, "@", 2);
  CapLibraryEntry *entry = parts[0] != NULL ? cap_library_find (entries, parts[0], parts[1]) : NULL;
  g_autoptr(GError) error = NULL;

  if (entry == NULL)
    {
      cap_cli_complain (name, _("this framework is not installed"));
      return CAP_CLI_REFUSED;
    }

  return cap_library_remove (entry, &error) ? CAP_CLI_DONE : cap_cli_fail (name, error);
}

static const Verb verbs[] = {
  { "list", "list", 0, 0, FALSE, list },
  { "show", "show [FRAMEWORK]", 0, 1, FALSE, show },
  { "check", "check FILE", 1, 1, FALSE, check },
  { "diff", "diff OLD NEW [--json]", 2, 2, FALSE, diff },
  { "import", "import SOURCE -o OUT.json", 1, 1, TRUE, convert },
  { "export", "export FRAMEWORK -o OUT", 1, 1, TRUE, convert },
  { "install", "install FILE", 1, 1, FALSE, install },
  { "remove", "remove FRAMEWORK", 1, 1, FALSE, uninstall },
};

static CapCliStatus
refuse (const char *where)
{
  g_autoptr(GString) what = g_string_new (_("after “framework” comes one of these: "));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (what, "%s%s", i > 0 ? " · " : "", verbs[i].usage);
  cap_cli_complain (where, what->str);

  return CAP_CLI_USAGE;
}

static CapCliStatus
run_verb (const Verb *verb,
          const Line *line)
{
  guint count = g_strv_length (line->arguments);

  if (count < verb->minimum || count > verb->maximum)
    return refuse (verb->name);
  if (verb->writes && !cap_cli_has_output (line->output))
    return CAP_CLI_USAGE;

  return verb->run (line);
}

CapCliStatus
cap_cli_framework (const CapCliCommand *self,
                   GStrv                arguments)
{
  g_autofree char *output = NULL;
  Line line = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), N_("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &line.as_json, N_("As JSON, for other programs"), NULL },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 4, &arguments, &status))
    return status;

  line.output = output;
  line.arguments = arguments + 1;
  status = CAP_CLI_USAGE;
  for (guint i = 0; i <= G_N_ELEMENTS (verbs); i++)
    {
      if (i == G_N_ELEMENTS (verbs))
        status = refuse (arguments[0]);
      else if (g_str_equal (verbs[i].name, arguments[0]))
        {
          status = run_verb (&verbs[i], &line);
          break;
        }
    }
  g_strfreev (arguments);

  return status;
}
