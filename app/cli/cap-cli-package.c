/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-adaptation-json.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-package.h"
#include "report/cap-pdf-preview.h"
#include "workspace/cap-package-file.h"

static CapCliStatus
pack (const char *path,
      const char *output)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = cap_cli_open_to_read (path, &dossier, &status);
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(GError) error = NULL;

  if (file == NULL || !cap_cli_is_output (output, path, &status))
    return status;

  return cap_package_file_write (output, file, dossier, today, NULL, &error) ? CAP_CLI_DONE
                                                                             : cap_cli_fail (output, error);
}

CapCliStatus
cap_cli_package (const CapCliCommand *self,
                 GStrv                arguments)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The zip to write"), N_("FILE") },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = cap_cli_has_output (output) ? pack (arguments[0], output) : CAP_CLI_USAGE;
  g_strfreev (arguments);

  return status;
}

/* One line for each fault, on standard error. */
static CapCliStatus
tell_faults (const char      *path,
             const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    cap_cli_complain (path, g_ptr_array_index (faults, i));

  return faults->len == 0 ? CAP_CLI_DONE : CAP_CLI_REFUSED;
}

/* Takes @what. */
static CapCliStatus
tell_sound (char *what)
{
  g_autoptr(GString) text = g_string_new (what);

  g_string_append_c (text, '\n');
  cap_cli_print (text);
  g_free (what);

  return CAP_CLI_DONE;
}

static CapCliStatus
verify_package (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  guint n_files = 0;

  faults = cap_package_verify (path, &n_files, &error);
  if (faults == NULL)
    return cap_cli_fail (path, error);

  if (faults->len > 0)
    return tell_faults (path, faults);

  /* Translators: how many files a package has */
  return tell_sound (g_strdup_printf (ngettext ("This package is intact: its %u file is as it was written. "
                                                "It bears no seal.",
                                                "This package is intact: its %u files are as they were "
                                                "written. It bears no seal.", n_files), n_files));
}

static CapCliStatus
verify_pdf (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = cap_cli_read_file (path, &error);
  g_autoptr(CapPdfPreview) preview = content != NULL ? cap_pdf_preview_new (content, &error) : NULL;
  guint n_pages;

  if (preview == NULL)
    return cap_cli_fail (path, error);

  n_pages = cap_pdf_preview_get_n_pages (preview);

  /* Translators: how many pages a document has */
  return tell_sound (g_strdup_printf (ngettext ("This document can be read: %u page. It bears no seal: "
                                                "nothing says whether it was changed.",
                                                "This document can be read: %u pages. It bears no seal: "
                                                "nothing says whether it was changed.", n_pages), n_pages));
}

static CapCliStatus
verify_dossier (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = cap_dossier_file_check (path, cap_adapted_framework_read, &error);

  if (faults == NULL)
    return cap_cli_fail (path, error);

  return faults->len > 0 ? tell_faults (path, faults)
                         : tell_sound (g_strdup (_("This dossier is intact. It bears no seal.")));
}

/* How the file begins; nothing when it cannot be read. */
static void
read_start (const char *path,
            char        start[8])
{
  FILE *file = fopen (path, "rb");

  memset (start, 0, 8);
  if (file == NULL)
    return;

  (void) !fread (start, 1, 8, file);
  fclose (file);
}

static CapCliStatus
verify (const char *path)
{
  char start[8];

  read_start (path, start);
  if (memcmp (start, "PK\x03\x04", 4) == 0 || memcmp (start, "PK\x05\x06", 4) == 0)
    return verify_package (path);
  if (memcmp (start, "%PDF-", 5) == 0)
    return verify_pdf (path);

  return verify_dossier (path);
}

CapCliStatus
cap_cli_verify (const CapCliCommand *self,
                GStrv                arguments)
{
  const GOptionEntry entries[] = { { NULL } };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = verify (arguments[0]);
  g_strfreev (arguments);

  return status;
}
