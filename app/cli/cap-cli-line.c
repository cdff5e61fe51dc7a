/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/cap-cli-private.h"

#define OPTION_WIDTH 26

/* A negative number is a wrong value, to be told by who knows the values: it is
 * not an option. It goes behind “--”, unless it is the value of an option. */
static GStrv
shelter_negative_numbers (GStrv arguments)
{
  g_autoptr(GStrvBuilder) line = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) sheltered = g_strv_builder_new ();
  g_auto(GStrv) numbers = NULL;
  gboolean separated = FALSE;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      gboolean is_number = i > 0 && arguments[i][0] == '-' && g_ascii_isdigit (arguments[i][1]);

      separated |= g_str_equal (arguments[i], "--");
      if (is_number && !separated && arguments[i - 1][0] != '-')
        g_strv_builder_add (sheltered, arguments[i]);
      else
        g_strv_builder_add (line, arguments[i]);
    }

  numbers = g_strv_builder_end (sheltered);
  if (numbers[0] != NULL)
    g_strv_builder_add (line, "--");
  g_strv_builder_addv (line, (const char **) numbers);

  return g_strv_builder_end (line);
}

static void
complain_about_usage (const CapCliCommand *self,
                      const char          *what)
{
  g_autoptr(GString) text = g_string_new (what);

  g_string_append_printf (text, "%s %s ", _("; usage:"), GETTEXT_PACKAGE);
  cap_cli_append_usage (text, self);
  cap_cli_complain (self->name, text->str);
}

/* GLib's own messages are in the user's language only where its translations are installed. */
static void
complain_about_option (const CapCliCommand *self,
                       const GError        *error)
{
  const char *option = strrchr (error->message, ' ');
  g_autofree char *what = NULL;

  option = option != NULL ? option + 1 : error->message;

  if (error->domain == G_CONVERT_ERROR)
    {
      cap_cli_complain (self->name, _("this is not text in UTF-8"));
      return;
    }

  if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    /* Translators: %s is an option, such as “--name” */
    what = g_strdup_printf (_("there is no option %s"), option);
  else if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE))
    /* Translators: %s is an option, such as “--name” */
    what = g_strdup_printf (_("the option %s lacks its value"), option);
  else
    what = g_strdup (error->message);

  complain_about_usage (self, what);
}

static void
append_option (GString            *help,
               const GOptionEntry *entry)
{
  g_autofree char *name = NULL;

  if (entry->short_name != 0)
    name = g_strdup_printf ("-%c", entry->short_name);
  else
    name = g_strdup_printf ("--%s", entry->long_name);

  if (entry->arg_description != NULL)
    {
      g_autofree char *bare = g_steal_pointer (&name);

      name = g_strdup_printf ("%s %s", bare, gettext (entry->arg_description));
    }

  g_string_append (help, "  ");
  cap_cli_append_padded (help, name, OPTION_WIDTH);
  g_string_append_printf (help, "%s\n", gettext (entry->description));
}

static void
print_help (const CapCliCommand *self,
            const GOptionEntry  *entries)
{
  g_autoptr(GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n\n%s\n  %s ", gettext (self->summary), _("Usage:"), GETTEXT_PACKAGE);
  cap_cli_append_usage (help, self);
  g_string_append_c (help, '\n');

  if (entries[0].long_name != NULL)
    g_string_append_printf (help, "\n%s\n", _("Options:"));
  for (guint i = 0; entries[i].long_name != NULL; i++)
    append_option (help, &entries[i]);

  cap_cli_print (help);
}

/* Sets @status when the line is not to be run. */
static gboolean
check_count (const CapCliCommand *self,
             guint                count,
             guint                minimum,
             guint                maximum,
             CapCliStatus        *status)
{
  if (count >= minimum && count <= maximum)
    return TRUE;

  complain_about_usage (self, count < minimum ? _("an argument is missing")
                                              : _("there is an argument too many"));
  *status = CAP_CLI_USAGE;

  return FALSE;
}

/**
 * cap_cli_parse:
 * @entries: its options; none may have a digit as its letter
 * @minimum: of arguments that are not options
 * @maximum: of arguments that are not options
 * @arguments: (inout): the line, from the name of the command; on success, a
 *   new array of what is not an option
 * @status: (out): what to leave with when there is nothing to run
 *
 * Returns: whether to go on
 */
gboolean
cap_cli_parse (const CapCliCommand *self,
               const GOptionEntry  *entries,
               guint                minimum,
               guint                maximum,
               GStrv               *arguments,
               CapCliStatus        *status)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_auto(GStrv) line = shelter_negative_numbers (*arguments);
  g_auto(GStrv) rest = NULL;
  g_autoptr(GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);

  if (!g_option_context_parse_strv (context, &line, &error))
    {
      complain_about_option (self, error);
      *status = error->domain == G_CONVERT_ERROR ? CAP_CLI_REFUSED : CAP_CLI_USAGE;
      return FALSE;
    }

  if (help)
    {
      print_help (self, entries);
      *status = CAP_CLI_DONE;
      return FALSE;
    }

  if (!check_count (self, rest != NULL ? g_strv_length (rest) : 0, minimum, maximum, status))
    return FALSE;

  *arguments = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);

  return TRUE;
}

/**
 * cap_cli_parse_number:
 * @option: where it was given
 * @text: what was given
 * @minimum: the smallest one that makes sense
 * @number: (out): the number
 * @status: (out): what to leave with when it is not one
 *
 * Returns: whether @text is a number
 */
gboolean
cap_cli_parse_number (const char   *option,
                      const char   *text,
                      int           minimum,
                      int          *number,
                      CapCliStatus *status)
{
  const int maximum = 1000000;
  g_autofree char *what = NULL;
  gint64 value;

  if (g_ascii_string_to_signed (text, 10, minimum, maximum, &value, NULL))
    {
      *number = (int) value;
      return TRUE;
    }

  /* Translators: what was given, then the smallest and the greatest number that are accepted */
  what = g_strdup_printf (_("“%s” is not a whole number from %d to %d"), text, minimum, maximum);
  cap_cli_complain (option, what);
  *status = CAP_CLI_REFUSED;

  return FALSE;
}

/* Arguments are bytes: those that are words must be text. */
gboolean
cap_cli_is_text (const char   *argument,
                 CapCliStatus *status)
{
  if (g_utf8_validate (argument, -1, NULL))
    return TRUE;

  cap_cli_complain (argument, _("this is not text in UTF-8"));
  *status = CAP_CLI_REFUSED;

  return FALSE;
}
