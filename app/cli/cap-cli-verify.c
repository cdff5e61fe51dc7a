/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/cap-short-code.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-adaptation-json.h"
#include "exchange/cap-package.h"
#include "report/cap-pdf-preview.h"
#include "report/cap-pdf-seal.h"
#include "store/cap-dossier-seal.h"

/* What is asked of a file beyond being intact. */
typedef struct
{
  gboolean  sealed;
  char     *key;    /* the fingerprint of whoever must have sealed it, or NULL */
} Demand;

static void
demand_clear (Demand *self)
{
  g_free (self->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demand, demand_clear)

/* One line for each fault, on standard error. */
static CapCliStatus
tell_faults (const char      *path,
             const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    cap_cli_complain (path, g_ptr_array_index (faults, i));

  return faults->len == 0 ? CAP_CLI_DONE : CAP_CLI_REFUSED;
}

static CapCliStatus
tell_sound (const char *what)
{
  g_autoptr(GString) text = g_string_new (what);

  g_string_append_c (text, '\n');
  cap_cli_print (text);

  return CAP_CLI_DONE;
}

static CapCliStatus
tell_unsealed (const char   *path,
               const Demand *demand,
               const char   *what)
{
  if (!demand->sealed && demand->key == NULL)
    return tell_sound (what);

  cap_cli_complain (path, _("it bears no seal"));

  return CAP_CLI_REFUSED;
}

/* A genuine seal, and what was found of what it seals. */
static CapCliStatus
tell_sealed (const char     *path,
             const Demand   *demand,
             const CapSeal  *seal,
             CapSealVerdict  verdict)
{
  g_autofree char *fingerprint = cap_seal_key_dup_fingerprint (seal->public_key);
  g_autofree char *what = NULL;

  if (demand->key == NULL || cap_short_code_equal (demand->key, fingerprint))
    {
      what = cap_seal_dup_verdict (seal, verdict);
      return tell_sound (what);
    }

  /* Translators: the fingerprint of a key */
  what = g_strdup_printf (_("it was sealed with another key: %s"), fingerprint);
  cap_cli_complain (path, what);

  return CAP_CLI_REFUSED;
}

static CapCliStatus
verify_package (const char   *path,
                const Demand *demand)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *what = NULL;
  guint n_files = 0;

  faults = cap_package_verify (path, &n_files, &error);
  if (faults == NULL)
    return cap_cli_fail (path, error);

  if (faults->len > 0)
    return tell_faults (path, faults);

  /* Translators: how many files a package has */
  what = g_strdup_printf (ngettext ("This package is intact: its %u file is as it was written. "
                                    "It bears no seal.",
                                    "This package is intact: its %u files are as they were "
                                    "written. It bears no seal.", n_files), n_files);

  return tell_unsealed (path, demand, what);
}

static CapCliStatus
tell_broken (const char    *path,
             const CapSeal *seal)
{
  g_autofree char *date = seal != NULL ? cap_seal_dup_date (seal) : NULL;
  g_autofree char *what = NULL;

  if (seal != NULL)
    /* Translators: the name of a structure, a date */
    what = g_strdup_printf (_("this document was changed since “%1$s” sealed it on %2$s"),
                            seal->structure, date);
  cap_cli_complain (path, what != NULL ? what : _("this document was changed since it was sealed"));

  return CAP_CLI_REFUSED;
}

static CapCliStatus
tell_readable (const char   *path,
               const Demand *demand,
               GBytes       *content)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapPdfPreview) preview = cap_pdf_preview_new (content, &error);
  g_autofree char *what = NULL;
  guint n_pages;

  if (preview == NULL)
    return cap_cli_fail (path, error);

  n_pages = cap_pdf_preview_get_n_pages (preview);

  /* Translators: how many pages a document has */
  what = g_strdup_printf (ngettext ("This document can be read: %u page. It bears no seal: "
                                    "nothing says whether it was changed.",
                                    "This document can be read: %u pages. It bears no seal: "
                                    "nothing says whether it was changed.", n_pages), n_pages);

  return tell_unsealed (path, demand, what);
}

static CapCliStatus
verify_pdf (const char   *path,
            const Demand *demand)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = cap_cli_read_file (path, &error);
  g_autoptr(CapSeal) seal = NULL;

  if (content == NULL)
    return cap_cli_fail (path, error);

  switch (cap_pdf_seal_read (content, &seal))
    {
    case CAP_PDF_SEAL_INTACT:
      return tell_sealed (path, demand, seal, CAP_SEAL_DOCUMENT_INTACT);

    case CAP_PDF_SEAL_BROKEN:
      return tell_broken (path, seal);

    case CAP_PDF_SEAL_NONE:
    default:
      return tell_readable (path, demand, content);
    }
}

/* The seals are all genuine: the check says so. */
static CapCliStatus
tell_dossier (const char   *path,
              const Demand *demand)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = cap_cli_open_to_read (path, &dossier, &status);
  g_autoptr(CapSealBook) book = NULL;
  g_autoptr(GError) error = NULL;
  const CapSeal *now;

  if (file == NULL)
    return status;

  book = cap_dossier_file_read_seals (file, &error);
  if (book == NULL)
    return cap_cli_fail (path, error);
  if (book->seals->len == 0)
    return tell_unsealed (path, demand, _("This dossier is intact. It bears no seal."));

  now = cap_seal_book_find_now (book);

  return tell_sealed (path, demand, now != NULL ? now : g_ptr_array_index (book->seals, 0),
                      now != NULL ? CAP_SEAL_DOSSIER_SAME : CAP_SEAL_DOSSIER_WENT_ON);
}

static CapCliStatus
verify_dossier (const char   *path,
                const Demand *demand)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  CapCliStatus status;

  if (!cap_cli_unlock (path, NULL, &status))
    return status;

  faults = cap_dossier_file_check (path, cap_adapted_framework_read, &error);
  if (faults == NULL)
    return cap_cli_fail (path, error);

  return faults->len > 0 ? tell_faults (path, faults) : tell_dossier (path, demand);
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

/* The first byte may be the one that was changed: then its name says what it should be. */
static gboolean
is_pdf (const char *path,
        const char  start[8])
{
  return memcmp (start, "%PDF-", 5) == 0 ||
         (g_str_has_suffix (path, ".pdf") && memcmp (start, "SQLite", 6) != 0);
}

static CapCliStatus
verify (const char   *path,
        const Demand *demand)
{
  char start[8];

  read_start (path, start);
  if (memcmp (start, "PK\x03\x04", 4) == 0 || memcmp (start, "PK\x05\x06", 4) == 0)
    return verify_package (path, demand);

  return is_pdf (path, start) ? verify_pdf (path, demand) : verify_dossier (path, demand);
}

CapCliStatus
cap_cli_verify (const CapCliCommand *self,
                GStrv                arguments)
{
  g_auto(Demand) demand = { FALSE, NULL };
  const GOptionEntry entries[] = {
    { "sealed", 0, 0, G_OPTION_ARG_NONE, &demand.sealed,
      N_("Refuses what bears no seal, which is told and no fault otherwise"), NULL },
    { "key", 0, 0, G_OPTION_ARG_STRING, &demand.key,
      N_("Refuses what was not sealed with the key of this fingerprint"), N_("CODE") },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = verify (arguments[0], &demand);
  g_strfreev (arguments);

  return status;
}
