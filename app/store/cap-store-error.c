/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-store-error-private.h"

#include <errno.h>
#include <glib/gi18n.h>

G_DEFINE_QUARK (cap-store-error-quark, cap_store_error)

static const char * const sentences[] = {
  [CAP_STORE_ERROR_FAILED] = N_("The dossier cannot be read or written"),
  [CAP_STORE_ERROR_BUSY] = N_("Another program is using the file"),
  [CAP_STORE_ERROR_CONSTRAINT] = N_("A value is not allowed in a dossier"),
  [CAP_STORE_ERROR_CORRUPT] = N_("The file is damaged"),
  [CAP_STORE_ERROR_CHANGED] = N_("Someone else has changed the file since it was opened"),
  [CAP_STORE_ERROR_ENCRYPTED] = N_("This dossier is encrypted: its passphrase is needed"),
  [CAP_STORE_ERROR_EXISTS] = N_("There is already a file with this name"),
  [CAP_STORE_ERROR_INTERRUPTED] = N_("The work was interrupted"),
  [CAP_STORE_ERROR_LOCKED] = N_("Someone else has this dossier open"),
  [CAP_STORE_ERROR_NOT_FOUND] = N_("The file or its folder does not exist"),
  [CAP_STORE_ERROR_NO_SPACE] = N_("The disk is full"),
  [CAP_STORE_ERROR_NOT_OURS] = N_("This file is not a Cap Cèdre dossier"),
  [CAP_STORE_ERROR_OUT_OF_SCOPE] = N_("An auditor’s copy does not take this"),
  [CAP_STORE_ERROR_READ_ONLY] = N_("This place cannot be written to"),
  [CAP_STORE_ERROR_TOO_NEW] = N_("This dossier was made by a newer version of Cap Cèdre"),
};

/**
 * cap_store_error_set:
 * @error: return location
 * @code: what went wrong
 * @detail: (nullable): what a technician wants to know
 *
 * Sets an error whose message is the sentence of its code, the detail after;
 * a full disk needs no technician, nor does a passphrase.
 */
void
cap_store_error_set (GError        **error,
                     CapStoreError   code,
                     const char     *detail)
{
  const char *sentence = gettext (sentences[code]);

  if (detail == NULL || code == CAP_STORE_ERROR_NO_SPACE || code == CAP_STORE_ERROR_ENCRYPTED)
    g_set_error_literal (error, CAP_STORE_ERROR, (int) code, sentence);
  else
    g_set_error (error, CAP_STORE_ERROR, (int) code, "%s (%s)", sentence, detail);
}

/* Some functions of the C library and SQLite tell a full disk in several ways. */
CapStoreError
cap_store_error_from_errno (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return CAP_STORE_ERROR_NO_SPACE;

    case EACCES:
    case EPERM:
    case EROFS:
      return CAP_STORE_ERROR_READ_ONLY;

    case EEXIST:
      return CAP_STORE_ERROR_EXISTS;

    case ENOENT:
    case ENOTDIR:
      return CAP_STORE_ERROR_NOT_FOUND;

    default:
      return CAP_STORE_ERROR_FAILED;
    }
}

/**
 * cap_store_error_set_errno:
 * @error: return location
 * @number: a value of errno, read before anything else could change it
 *
 * Returns: always %FALSE, for the caller to return
 */
gboolean
cap_store_error_set_errno (GError **error,
                           int      number)
{
  CapStoreError code = cap_store_error_from_errno (number);

  /* The system only adds something where our sentence is vague. */
  cap_store_error_set (error, code, code == CAP_STORE_ERROR_FAILED ? g_strerror (number) : NULL);

  return FALSE;
}
