/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/cap-csv.h"
#include "base/cap-number.h"
#include "base/cap-seal-key.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-framework-json.h"
#include "report/cap-report-error.h"
#include "scoring/cap-scope.h"
#include "workspace/cap-library.h"

#define BAR_WIDTH 20

/* Why the standard output lost something; 0 as long as it did not. */
static int output_failure = 0;

static void
write_out (const char *text)
{
  if (fputs (text, stdout) == EOF && output_failure == 0)
    output_failure = errno;
}

/* What a dossier holds was typed by others: it may not command the terminal. */
static char *
disarm (const char *text,
        gunichar    kept)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) plain = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (plain, g_unichar_iscntrl (c) && c != kept ? ' ' : c);
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/**
 * cap_cli_print:
 * @text: what a person reads, whole lines
 *
 * Prints it in UTF-8, whatever the locale's own set of characters: g_print()
 * would write a question mark where that set lacks one. A failure is told by
 * cap_cli_end_output().
 */
void
cap_cli_print (const GString *text)
{
  g_autofree char *plain = disarm (text->str, '\n');

  write_out (plain);
}

/* JSON is UTF-8 and has its own way with control characters. */
void
cap_cli_print_json (const char *json)
{
  write_out (json);
}

/**
 * cap_cli_end_output:
 *
 * Tells, once, that the standard output could not take all that was printed.
 *
 * Returns: whether it did
 */
gboolean
cap_cli_end_output (void)
{
  if (fflush (stdout) != 0 && output_failure == 0)
    output_failure = errno;

  if (output_failure != 0)
    cap_cli_complain (_("standard output"), g_strerror (output_failure));

  return output_failure == 0;
}

/**
 * cap_cli_complain:
 * @where: the file, the option or the word that is at fault
 * @what: a sentence without its full stop
 *
 * Prints `cap-cedre: WHERE: WHAT` on the standard error.
 */
void
cap_cli_complain (const char *where,
                  const char *what)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *plain = NULL;

  /* Translators: an error: the program, what is at fault, what the fault is */
  g_string_append_printf (line, _("%s: %s: %s"), GETTEXT_PACKAGE, where[0] != '\0' ? where : _("“”"), what);
  plain = disarm (line->str, 0);

  fprintf (stderr, "%s\n", plain);
}

static CapCliStatus
status_of_store_error (int code)
{
  switch ((CapStoreError) code)
    {
    case CAP_STORE_ERROR_CONSTRAINT:
    case CAP_STORE_ERROR_CORRUPT:
    case CAP_STORE_ERROR_ENCRYPTED:
    case CAP_STORE_ERROR_EXISTS:
    case CAP_STORE_ERROR_NOT_FOUND:
    case CAP_STORE_ERROR_NOT_OURS:
    case CAP_STORE_ERROR_OUT_OF_SCOPE:
    case CAP_STORE_ERROR_TOO_NEW:
      return CAP_CLI_REFUSED;

    case CAP_STORE_ERROR_FAILED:
    case CAP_STORE_ERROR_BUSY:
    case CAP_STORE_ERROR_CHANGED:
    case CAP_STORE_ERROR_INTERRUPTED:
    case CAP_STORE_ERROR_LOCKED:
    case CAP_STORE_ERROR_NO_SPACE:
    case CAP_STORE_ERROR_READ_ONLY:
    default:
      return CAP_CLI_FAILED;
    }
}

/**
 * cap_cli_fail:
 * @where: the file that is at fault
 * @error: the failure
 *
 * Tells a failure, the full stop of its sentence left out.
 *
 * Returns: the status to leave with
 */
CapCliStatus
cap_cli_fail (const char   *where,
              const GError *error)
{
  g_autofree char *what = g_strdup (error->message);

  if (g_str_has_suffix (what, "."))
    what[strlen (what) - 1] = '\0';
  cap_cli_complain (where, what);

  if (error->domain == CAP_STORE_ERROR)
    return status_of_store_error (error->code);

  if (error->domain == CAP_SECRET_ERROR)
    return error->code == CAP_SECRET_ERROR_FAILED ? CAP_CLI_FAILED : CAP_CLI_REFUSED;

  return error->domain == CAP_ANSWER_ERROR || error->domain == CAP_CSV_ERROR ||
         error->domain == CAP_LIBRARY_ERROR ||
         g_error_matches (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT) ||
         g_error_matches (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING)
         ? CAP_CLI_REFUSED : CAP_CLI_FAILED;
}

void
cap_cli_append_usage (GString             *text,
                      const CapCliCommand *command)
{
  g_string_append_printf (text, "%s %s", command->name, gettext (command->usage));
}

void
cap_cli_append_padded (GString    *text,
                       const char *word,
                       glong       width)
{
  glong length = g_utf8_strlen (word, -1);

  g_string_append (text, word);
  g_string_append_printf (text, "%*s", (int) MAX (width - length, 1), "");
}

/* “ 61 %  ████████████░░░░░░░░”; a dash and an empty bar when nothing is answered. */
void
cap_cli_append_bar (GString        *text,
                    const CapScore *score)
{
  g_autofree char *percent = score->percent < 0 ? g_strdup ("–") : cap_number_format_percent (score->percent);
  int filled = (MAX (score->percent, 0) * BAR_WIDTH + 50) / 100;
  glong width = g_utf8_strlen (percent, -1);

  g_string_append_printf (text, "%*s%s  ", (int) MAX (5 - width, 0), "", percent);
  for (int i = 0; i < BAR_WIDTH; i++)
    g_string_append (text, i < filled ? "█" : "░");
  g_string_append (text, "  ");
}

/**
 * cap_cli_dup_coverage:
 *
 * Returns: (transfer full): a score never goes without what it rests on
 */
char *
cap_cli_dup_coverage (const CapScore *score)
{
  const CapCoverage *coverage = &score->coverage;

  if (score->provisional)
    /* Translators: how many criteria are answered, then how many there are */
    return g_strdup_printf (ngettext ("provisional, %u criterion of %u", "provisional, %u criteria of %u",
                                      coverage->answered),
                            coverage->answered, coverage->applicable);

  /* Translators: how many criteria are answered, then how many there are */
  return g_strdup_printf (ngettext ("%u criterion of %u", "%u criteria of %u", coverage->answered),
                          coverage->answered, coverage->applicable);
}
