/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "audit/cap-audit-scope.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-adaptation-json.h"
#include "exchange/cap-framework-json.h"

#define MAX_SOURCE (64 * 1024 * 1024)

/**
 * cap_cli_read_file:
 * @path: a file that is given to be read
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Reads a whole file, unless it is so big that it cannot be what it should be.
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *
cap_cli_read_file (const char  *path,
                   GError     **error)
{
  g_autoptr(GError) failure = NULL;
  char *content;
  gsize length;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && S_ISDIR (info.st_mode))
    {
      g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, _("this is a folder"));
      return NULL;
    }

  if (g_stat (path, &info) == 0 && info.st_size > MAX_SOURCE)
    {
      g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, _("this file is too big"));
      return NULL;
    }

  if (g_file_get_contents (path, &content, &length, &failure))
    return g_bytes_new_take (content, length);

  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, _("there is no such file"));
  else
    g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, _("this file cannot be read"));

  return NULL;
}

static gboolean
check_name (const char   *path,
            CapCliStatus *status)
{
  if (path[0] != '\0')
    return TRUE;

  cap_cli_complain (_("FILE"), _("the name of the file is empty"));
  *status = CAP_CLI_REFUSED;

  return FALSE;
}

static CapDossierFile *
open_file (const char     *path,
           CapFileAccess   access,
           CapDossier    **dossier,
           CapCliStatus   *status)
{
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(GError) error = NULL;

  if (!check_name (path, status) || !cap_cli_unlock (path, NULL, status))
    return NULL;

  file = cap_dossier_file_open (path, access, cap_adapted_framework_read, &error);
  if (file != NULL)
    cap_dossier_file_set_guard (file, cap_audit_scope_allows);
  *dossier = file != NULL ? cap_dossier_file_load (file, &error) : NULL;
  if (*dossier != NULL)
    return g_steal_pointer (&file);

  *status = cap_cli_fail (path, error);

  return NULL;
}

/**
 * cap_cli_load:
 * @path: a dossier, only read
 * @status: (out): what to leave with when it cannot be
 *
 * Returns: (transfer full) (nullable): what it holds
 */
CapDossier *
cap_cli_load (const char   *path,
              CapCliStatus *status)
{
  CapDossier *dossier = NULL;
  g_autoptr(CapDossierFile) file = open_file (path, CAP_FILE_READ, &dossier, status);

  return file != NULL ? dossier : NULL;
}

/* As cap_cli_open (), only read: for the content of its files. */
CapDossierFile *
cap_cli_open_to_read (const char    *path,
                      CapDossier   **dossier,
                      CapCliStatus  *status)
{
  return open_file (path, CAP_FILE_READ, dossier, status);
}

/**
 * cap_cli_open:
 * @path: a dossier, to change it with cap_cli_commit()
 * @dossier: (out): what it holds
 * @status: (out): what to leave with when it cannot be opened
 *
 * Returns: (transfer full) (nullable): the open file
 */
CapDossierFile *
cap_cli_open (const char    *path,
              CapDossier   **dossier,
              CapCliStatus  *status)
{
  return open_file (path, CAP_FILE_WRITE, dossier, status);
}

/* One gesture, which the file holds when this returns. */
CapCliStatus
cap_cli_commit (CapDossierFile   *file,
                const char       *path,
                const CapCommand *command)
{
  g_autoptr(GError) error = NULL;

  if (cap_dossier_file_run (file, command, &error) && cap_dossier_file_publish (file, &error) &&
      cap_dossier_file_close (file, &error))
    return CAP_CLI_DONE;

  return cap_cli_fail (path, error);
}

/* What is not there is the folder to write in: nothing is wrong with an input. */
CapCliStatus
cap_cli_fail_to_create (const char   *path,
                        const GError *error)
{
  CapCliStatus status = cap_cli_fail (path, error);

  return g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND) ? CAP_CLI_FAILED : status;
}

CapCliStatus
cap_cli_create (const char       *path,
                const CapCommand *command)
{
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(GError) error = NULL;
  CapCliStatus status;

  if (!check_name (path, &status))
    return status;

  file = cap_dossier_file_create (path, command, cap_adapted_framework_read, &error);
  if (file != NULL && cap_dossier_file_publish (file, &error) && cap_dossier_file_close (file, &error))
    return CAP_CLI_DONE;

  return cap_cli_fail_to_create (path, error);
}

static gboolean
is_same_file (const char *path,
              const char *other)
{
  GStatBuf left;
  GStatBuf right;

  return g_stat (path, &left) == 0 && g_stat (other, &right) == 0 &&
         left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

/* Without -o there is nothing to do. */
gboolean
cap_cli_has_output (const char *output)
{
  if (output != NULL && output[0] != '\0')
    return TRUE;

  cap_cli_complain ("-o", output == NULL ? _("say where to write, with -o FILE")
                                         : _("the name of the file is empty"));

  return FALSE;
}

/**
 * cap_cli_is_output:
 * @output: the file to write
 * @dossier: the dossier that it is written from
 * @status: (out): what to leave with when it cannot be
 *
 * Returns: whether @output can be written without harm
 */
gboolean
cap_cli_is_output (const char   *output,
                   const char   *dossier,
                   CapCliStatus *status)
{
  if (!is_same_file (output, dossier))
    return TRUE;

  cap_cli_complain (output, _("this is the dossier itself: give another name after -o"));
  *status = CAP_CLI_REFUSED;

  return FALSE;
}

/* Returns: (nullable): the evaluation of that number, the one in course for %NULL; @status says what is wrong
 * otherwise */
const CapEvaluation *
cap_cli_find_evaluation (const CapDossier *dossier,
                         const char       *text,
                         CapCliStatus     *status)
{
  const CapEvaluation *evaluation;
  g_autofree char *what = NULL;
  int number;

  if (text == NULL)
    return cap_dossier_get_current (dossier);

  if (!cap_cli_parse_number ("--evaluation", text, 1, &number, status))
    return NULL;

  evaluation = cap_dossier_find_evaluation (dossier, (guint) number);
  if (evaluation == NULL)
    {
      what = g_strdup_printf (ngettext ("there is no evaluation %d; this dossier has %u",
                                        "there is no evaluation %d; this dossier has %u",
                                        dossier->evaluations->len),
                              number, dossier->evaluations->len);
      cap_cli_complain ("--evaluation", what);
      *status = CAP_CLI_REFUSED;
    }

  return evaluation;
}
