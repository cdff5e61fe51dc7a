/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "audit/cap-draw.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-catalogue-json.h"
#include "exchange/cap-sample-json.h"

/* A longer list of sites is of no use to anybody. */
#define MAX_DRAWN 100000

/* What was typed, as it was. */
typedef struct
{
  char     *sites;
  char     *audit;
  gboolean  reduced;
  char     *extra;
  char     *reason;
  char     *seed;
  gboolean  as_json;
} Given;

static gboolean
complain (const char   *option,
          const char   *what,
          CapCliStatus  status,
          CapCliStatus *result)
{
  cap_cli_complain (option, what);
  *result = status;

  return FALSE;
}

static gboolean
parse_large (const char   *option,
             const char   *text,
             guint64       minimum,
             guint64       maximum,
             guint64      *number,
             CapCliStatus *status)
{
  g_autofree char *first = g_strdup_printf ("%" G_GUINT64_FORMAT, minimum);
  g_autofree char *last = g_strdup_printf ("%" G_GUINT64_FORMAT, maximum);
  g_autofree char *what = NULL;

  if (g_ascii_string_to_unsigned (text, 10, minimum, maximum, number, NULL))
    return TRUE;

  /* Translators: what was given, then the smallest and the greatest number that are accepted */
  what = g_strdup_printf (_("“%s” is not a whole number from %s to %s"), text, first, last);

  return complain (option, what, CAP_CLI_REFUSED, status);
}

static gboolean
parse_audit (const char       *text,
             CapSamplingAudit *audit,
             CapCliStatus     *status)
{
  g_autofree char *what = NULL;

  if (cap_sampling_audit_from_name (text, audit))
    return TRUE;

  /* Translators: %s is what was given; the three words are typed as they are */
  what = g_strdup_printf (_("“%s” is not an audit: initial, surveillance or recertification"), text);

  return complain ("--audit", what, CAP_CLI_REFUSED, status);
}

/* What cannot be understood without something else on the line. */
static gboolean
check_line (const Given  *given,
            CapCliStatus *status)
{
  if (given->sites == NULL)
    return complain ("--sites", _("say how many sites there are, the central function apart"),
                     CAP_CLI_USAGE, status);

  if (given->audit == NULL)
    return complain ("--audit", _("say which audit: initial, surveillance or recertification"),
                     CAP_CLI_USAGE, status);

  if (given->extra != NULL && (given->reason == NULL || *given->reason == '\0'))
    return complain ("--extra", _("say why sites are added, with --reason"), CAP_CLI_USAGE, status);

  return given->reason == NULL || cap_cli_is_text (given->reason, status);
}

static gboolean
read_size (const Given            *given,
           const CapSamplingRules *rules,
           CapSampleSize          *size,
           guint64                *seed,
           CapCliStatus           *status)
{
  if (!check_line (given, status) ||
      !parse_large ("--sites", given->sites, 1, G_MAXUINT64, &size->sites, status) ||
      !parse_audit (given->audit, &size->audit, status))
    return FALSE;

  if (given->reduced && size->audit != CAP_SAMPLING_RECERTIFICATION)
    return complain ("--reduced", _("only the sample of a recertification is reduced"),
                     CAP_CLI_USAGE, status);

  size->reduced = given->reduced;
  size->minimum = cap_sampling_get_minimum (rules, size->audit, size->reduced, size->sites);
  size->random = cap_sampling_get_random (rules, size->minimum);
  size->reason = given->reason;
  if (given->extra != NULL &&
      !parse_large ("--extra", given->extra, 0, size->sites - size->minimum, &size->extra, status))
    return FALSE;

  if (given->seed == NULL)
    return TRUE;

  size->seed = seed;
  if (size->random > MAX_DRAWN)
    return complain ("--seed", _("so many sites cannot be drawn one by one"), CAP_CLI_REFUSED, status);

  return parse_large ("--seed", given->seed, 0, G_MAXINT64, seed, status);
}

static void
append_drawn (GString             *text,
              const CapSampleSize *size)
{
  g_autoptr(GString) numbers = g_string_new (NULL);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, *size->seed);

  for (guint i = 0; i < size->drawn->len; i++)
    g_string_append_printf (numbers, "%s%" G_GUINT64_FORMAT, i > 0 ? ", " : "",
                            g_array_index (size->drawn, guint64, i) + 1);

  /* Translators: the number that the draw was made with, then the numbers of the sites in the list */
  g_string_append_printf (text, _("Drawn with the seed %1$s: sites %2$s"), seed, numbers->str);
  g_string_append_c (text, '\n');
}

static void
append_line (GString    *text,
             const char *label,
             guint64     count)
{
  cap_cli_append_padded (text, label, 34);
  g_string_append_printf (text, "%" G_GUINT64_FORMAT "\n", count);
}

static void
print_size (const CapSampleSize    *size,
            const CapSamplingRules *rules)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_line (text, _("Sites, the central function apart"), size->sites);
  append_line (text, _("Sites to be audited, at least"), size->minimum);
  append_line (text, _("Of them, drawn at random"), size->random);
  if (size->extra > 0)
    {
      append_line (text, _("Sites added"), size->extra);
      /* Translators: %s is why sites are added */
      g_string_append_printf (text, _("Because: %s"), size->reason);
      g_string_append_c (text, '\n');
    }
  if (size->drawn != NULL)
    append_drawn (text, size);
  g_string_append_printf (text, "%s\n", _("The central function is audited besides."));
  /* Translators: %s is a document and its edition */
  g_string_append_printf (text, _("As an indication, from %s: the certification body decides the sample."),
                          rules->source);
  g_string_append_c (text, '\n');
  cap_cli_print (text);
}

static CapCliStatus
tell (const Given *given)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(GArray) drawn = NULL;
  g_autofree char *json = NULL;
  CapSampleSize size = { 0 };
  CapCliStatus status = CAP_CLI_DONE;
  guint64 seed = 0;

  if (!read_size (given, catalogue->sampling, &size, &seed, &status))
    return status;

  if (size.seed != NULL)
    size.drawn = drawn = cap_draw (seed, size.sites, size.random);
  if (given->as_json)
    {
      json = cap_sample_json_write (&size, catalogue->sampling);
      cap_cli_print_json (json);
    }
  else
    {
      print_size (&size, catalogue->sampling);
    }

  return CAP_CLI_DONE;
}

CapCliStatus
cap_cli_sample (const CapCliCommand *self,
                GStrv                arguments)
{
  Given given = { 0 };
  const GOptionEntry entries[] = {
    { "sites", 0, 0, G_OPTION_ARG_STRING, &given.sites, N_("How many sites, the central function apart"),
      "N" },
    { "audit", 0, 0, G_OPTION_ARG_STRING, &given.audit, N_("Initial, surveillance or recertification"),
      N_("KIND") },
    { "reduced", 0, 0, G_OPTION_ARG_NONE, &given.reduced,
      N_("The system proved effective over the cycle (recertification only)"), NULL },
    { "extra", 0, 0, G_OPTION_ARG_STRING, &given.extra, N_("How many sites are added by hand"), "N" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &given.reason, N_("Why they are added"), N_("TEXT") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &given.seed, N_("Draws the sites with this number"), "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &given.as_json, N_("As JSON, for other programs"), NULL },
    { NULL },
  };
  CapCliStatus status;

  if (cap_cli_parse (self, entries, 0, 0, &arguments, &status))
    {
      status = tell (&given);
      g_strfreev (arguments);
    }
  g_free (given.sites);
  g_free (given.audit);
  g_free (given.extra);
  g_free (given.reason);
  g_free (given.seed);

  return status;
}
