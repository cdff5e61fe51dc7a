/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-framework-json.h"
#include "workspace/cap-demo-dossier.h"

#define DEFAULT_ID "cap"
#define MAX_NAME 200

/* What was given, as text. */
typedef struct
{
  char *name;
  char *kinds;
  char *region;
  char *siret;
  char *staff;
  char *mode;
  char *path;
  char *framework;
} Given;

static void
given_clear (Given *self)
{
  g_free (self->name);
  g_free (self->kinds);
  g_free (self->region);
  g_free (self->siret);
  g_free (self->staff);
  g_free (self->mode);
  g_free (self->path);
  g_free (self->framework);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_clear)

static CapMember *
make_member (const char   *name,
             CapCliStatus *status)
{
  g_autofree char *bare = g_strstrip (g_strdup (name != NULL ? name : ""));

  *status = CAP_CLI_REFUSED;
  if (name == NULL)
    {
      cap_cli_complain ("--name", _("say how the structure is called, with --name NAME"));
      *status = CAP_CLI_USAGE;
    }
  else if (bare[0] == '\0')
    cap_cli_complain ("--name", _("a structure has a name"));
  else if (g_utf8_strlen (bare, -1) > MAX_NAME)
    cap_cli_complain ("--name", _("this name is longer than 200 characters"));
  else if (g_regex_match_simple ("[[:cntrl:]]", bare, 0, 0))
    cap_cli_complain ("--name", _("a name is one line of text"));
  else
    return cap_member_new (bare);

  return NULL;
}

static const char *
find_kind (const GPtrArray *kinds,
           const char      *text)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      const CapTerm *kind = g_ptr_array_index (kinds, i);

      if (g_ascii_strcasecmp (kind->code, text) == 0)
        return kind->code;
    }

  return NULL;
}

static void
complain_about_kind (const GPtrArray *kinds,
                     const char      *text)
{
  g_autoptr(GString) what = g_string_new (NULL);

  /* Translators: what was given as a kind of structure; a list of codes follows */
  g_string_append_printf (what, _("“%s” is not a kind of structure; there are: "), text);
  for (guint i = 0; i < kinds->len; i++)
    g_string_append_printf (what, "%s%s", i > 0 ? ", " : "",
                            ((const CapTerm *) g_ptr_array_index (kinds, i))->code);

  cap_cli_complain ("--kinds", what->str);
}

static gboolean
read_kinds (const char         *text,
            const CapFramework *framework,
            CapMember          *member,
            CapCliStatus       *status)
{
  g_auto(GStrv) items = g_strsplit (text != NULL ? text : "", ",", -1);
  g_autoptr(GPtrArray) known = cap_framework_json_load_kinds (framework);
  g_autoptr(GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; items[i] != NULL; i++)
    {
      const char *kind = find_kind (known, g_strstrip (items[i]));

      if (kind == NULL)
        {
          complain_about_kind (known, items[i]);
          *status = CAP_CLI_REFUSED;
          return FALSE;
        }

      if (!g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
        g_ptr_array_add (kinds, g_strdup (kind));
    }

  g_ptr_array_add (kinds, NULL);
  g_strfreev (member->kinds);
  member->kinds = (GStrv) g_ptr_array_steal (kinds, NULL);
  member->secondment = cap_kinds_imply_secondment ((const char * const *) member->kinds);

  return TRUE;
}

static gboolean
read_region (const char   *text,
             CapMember    *member,
             CapCliStatus *status)
{
  const char *region = text != NULL ? cap_region_find (text) : NULL;
  g_autoptr(GString) what = NULL;

  if (text == NULL || region != NULL)
    {
      member->region = g_strdup (region);
      return TRUE;
    }

  what = g_string_new (NULL);
  /* Translators: what was given as a region; a list of codes follows */
  g_string_append_printf (what, _("“%s” is not a delegation of the network; there are: "), text);
  for (guint i = 0; i < cap_region_get_count (); i++)
    g_string_append_printf (what, "%s%s", i > 0 ? ", " : "", cap_region_get_code (i));
  cap_cli_complain ("--region", what->str);
  *status = CAP_CLI_REFUSED;

  return FALSE;
}

static gboolean
read_siret (const char   *text,
            CapMember    *member,
            CapCliStatus *status)
{
  g_autofree char *siret = text != NULL ? cap_siret_normalize (text) : NULL;

  if (text != NULL && !cap_siret_is_valid (siret))
    {
      g_autofree char *what = NULL;

      /* Translators: %s is what was given as a SIRET */
      what = g_strdup_printf (_("“%s” is not a SIRET: 14 digits, the last of which checks the others"), text);
      cap_cli_complain ("--siret", what);
      *status = CAP_CLI_REFUSED;
      return FALSE;
    }

  member->siret = g_steal_pointer (&siret);

  return TRUE;
}

static CapCliStatus
create (const char  *path,
        const Given *given)
{
  CapCliStatus status = CAP_CLI_REFUSED;
  g_autoptr(CapMember) member = make_member (given->name, &status);
  g_autoptr(CapFramework) framework = member != NULL
                                      ? cap_cli_choose_framework (given->framework, DEFAULT_ID, &status)
                                      : NULL;
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_CREATE, NULL);
  g_autoptr(CapEvaluation) evaluation = NULL;
  g_autofree char *today = cap_date_dup_today ();
  CapMode mode = CAP_MODE_CAP;
  CapPath path_taken = CAP_PATH_FULL;

  if (framework == NULL || !cap_cli_parse_mode (given->mode, &mode, &status) ||
      !cap_cli_parse_path (given->path, framework, &path_taken, &status) ||
      !read_kinds (given->kinds, framework, member, &status) ||
      !read_region (given->region, member, &status) || !read_siret (given->siret, member, &status) ||
      (given->staff != NULL && !cap_cli_parse_number ("--staff", given->staff, 0, &member->staff, &status)))
    return status;

  evaluation = cap_evaluation_new (NULL, 1, today, mode, framework);
  evaluation->path = path_taken;
  cap_command_put_member (command, member);
  cap_command_put_evaluation (command, evaluation);

  return cap_cli_create (path, command);
}

static void
print_made (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: %s is the name of a file */
  g_string_append_printf (text, _("The dossier is in %s"), name);
  g_string_append_c (text, '\n');
  cap_cli_print (text);
}

CapCliStatus
cap_cli_new (const CapCliCommand *self,
             GStrv                arguments)
{
  g_auto(Given) given = { NULL };
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &given.name, N_("How the structure is called"), N_("NAME") },
    { "kinds", 0, 0, G_OPTION_ARG_STRING, &given.kinds, N_("Its kinds, such as AI,ACI"), N_("LIST") },
    { "region", 0, 0, G_OPTION_ARG_STRING, &given.region, N_("Its delegation, by code or by name"),
      N_("REGION") },
    { "siret", 0, 0, G_OPTION_ARG_STRING, &given.siret, N_("Its SIRET, 14 digits"), N_("NUMBER") },
    { "staff", 0, 0, G_OPTION_ARG_STRING, &given.staff, N_("How many permanent staff it has"), N_("NUMBER") },
    { "mode", 0, 0, G_OPTION_ARG_STRING, &given.mode, N_("“cap” (by default) or “certification”"),
      N_("MODE") },
    { "path", 0, 0, G_OPTION_ARG_STRING, &given.path, N_("“full” (by default) or “express”"), N_("PATH") },
    { "framework", 0, 0, G_OPTION_ARG_FILENAME, &given.framework,
      N_("A file, or an installed framework; by default the newest version of CAP"), N_("FRAMEWORK") },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = create (arguments[0], &given);
  if (status == CAP_CLI_DONE)
    print_made (arguments[0]);
  g_strfreev (arguments);

  return status;
}

CapCliStatus
cap_cli_demo (const CapCliCommand *self,
              GStrv                arguments)
{
  gboolean group = FALSE;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_NONE, &group,
      N_("That of a federation, with the sites of its group"), NULL },
    { NULL },
  };
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(GError) error = NULL;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  if (cap_demo_dossier_write (group ? CAP_DEMO_GROUP : CAP_DEMO_STRUCTURE, arguments[0], &error))
    print_made (arguments[0]);
  else
    status = cap_cli_fail_to_create (arguments[0], error);
  g_strfreev (arguments);

  return status;
}
