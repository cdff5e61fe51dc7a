/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-evidence-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/cap-number.h"
#include "exchange/cap-evidence-metadata-private.h"
#include "exchange/cap-framework-json.h"

static void
set_error (GError     **error,
           const char  *sentence)
{
  g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, sentence);
}

static void
set_too_big (GError **error,
             gint64   size)
{
  g_autofree char *is = cap_number_format_bytes (size);
  g_autofree char *may_be = cap_number_format_bytes (CAP_EVIDENCE_MAX_BYTES);

  g_set_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
               /* Translators: the size of the file, the largest size that is accepted */
               _("this file is %s; a dossier takes files up to %s: keep it where it is, and write down its "
                 "place as a reference"), is, may_be);
}

/* Looked at before opening: reading a pipe would wait for ever. */
static gboolean
check_file (const char  *path,
            GError     **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    set_error (error, errno == ENOENT || errno == ENOTDIR ? _("there is no such file")
                                                          : _("this file cannot be read"));
  else if (S_ISDIR (info.st_mode))
    set_error (error, _("this is a folder: give the files that it holds, one by one"));
  else if (!S_ISREG (info.st_mode))
    set_error (error, _("this is not a file"));
  else if (info.st_size == 0)
    set_error (error, _("this file is empty"));
  else if (info.st_size > CAP_EVIDENCE_MAX_BYTES)
    set_too_big (error, info.st_size);
  else
    return TRUE;

  return FALSE;
}

static GBytes *
read_bytes (const char  *path,
            GError     **error)
{
  char *data;
  gsize size;

  if (!check_file (path, error))
    return NULL;

  if (!g_file_get_contents (path, &data, &size, NULL))
    {
      set_error (error, _("this file cannot be read"));
      return NULL;
    }

  /* It may have changed since it was looked at. */
  if (size == 0 || size > CAP_EVIDENCE_MAX_BYTES)
    {
      g_free (data);
      if (size == 0)
        set_error (error, _("this file is empty"));
      else
        set_too_big (error, (gint64) size);
      return NULL;
    }

  return g_bytes_new_take (data, size);
}

static char *
guess_media_type (const char *name,
                  GBytes     *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *type = g_content_type_guess (name, data, size, NULL);
  char *media_type = g_content_type_get_mime_type (type);

  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

/**
 * cap_evidence_content_read:
 * @path: a file
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Reads a file that is to become evidence: not empty, and no larger than
 * %CAP_EVIDENCE_MAX_BYTES.
 *
 * Returns: (transfer full) (nullable): what it is
 */
CapEvidenceContent *
cap_evidence_content_read (const char  *path,
                           GError     **error)
{
  g_autofree char *base = NULL;
  CapEvidenceContent *self;
  GBytes *bytes;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = read_bytes (path, error);
  if (bytes == NULL)
    return NULL;

  base = g_path_get_basename (path);
  self = g_new0 (CapEvidenceContent, 1);
  self->bytes = bytes;
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->name = g_filename_display_name (base);
  self->media_type = guess_media_type (self->name, bytes);
  self->is_private = cap_evidence_metadata_is_private (self->media_type, bytes);

  return self;
}

void
cap_evidence_content_free (CapEvidenceContent *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->bytes);
  g_free (self->sha256);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self);
}

char *
cap_evidence_content_dup_title (const CapEvidenceContent *self)
{
  char *title;
  char *dot;

  g_return_val_if_fail (self != NULL, NULL);

  title = g_strdup (self->name);
  dot = strrchr (title, '.');
  if (dot != NULL && dot != title && strlen (dot) <= 6)
    *dot = '\0';
  g_strstrip (g_strdelimit (title, "_", ' '));
  if (*title != '\0')
    return title;

  g_free (title);

  return g_strdup (self->name);
}
