/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-secret.h"
#include "cli/cap-cli-private.h"
#include "store/cap-dossier-vault.h"

/* What is wanted of a dossier. */
typedef enum
{
  ENCRYPT,
  CHANGE,
  REMOVE,
} Wish;

/* What is asked for must fit what the dossier is. */
static gboolean
check_state (CapDossierFile *file,
             const char     *path,
             Wish            wish,
             CapCliStatus   *status)
{
  const gboolean encrypted = cap_dossier_file_is_encrypted (file);

  if (encrypted == (wish != ENCRYPT))
    return TRUE;

  cap_cli_complain (path, encrypted ? _("This dossier is encrypted already: --change gives it another"
                                        " passphrase, --remove decrypts it")
                                    : _("This dossier is not encrypted"));
  *status = CAP_CLI_REFUSED;

  return FALSE;
}

static void
tell (Wish                   wish,
      const CapVaultOutcome *outcome)
{
  g_autoptr(GString) text = g_string_new (NULL);
  static const char * const sentences[] = {
    [ENCRYPT] = N_("The dossier is encrypted. Without its passphrase nobody will read it again."),
    [CHANGE] = N_("The passphrase of the dossier is changed. The one before opens it no more."),
    [REMOVE] = N_("The dossier is no longer encrypted."),
  };

  g_autofree char *done = cap_vault_outcome_dup_done (outcome);

  g_string_append_printf (text, "%s\n", gettext (sentences[wish]));
  if (*done != '\0')
    g_string_append_printf (text, "%s\n", done);
  cap_cli_print (text);
}

/* The dossier is done: backups that could not be are told, and the status says so. */
static CapCliStatus
tell_left (const char            *path,
           const CapVaultOutcome *outcome)
{
  g_autofree char *what = cap_vault_outcome_dup_left (outcome);

  if (what == NULL)
    return CAP_CLI_DONE;

  cap_cli_complain (path, what);

  return CAP_CLI_FAILED;
}

static CapCliStatus
do_change (CapDossierFile       *file,
           const char           *path,
           Wish                  wish,
           const CapVaultChange *change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapVaultOutcome) outcome = cap_dossier_file_set_passphrase (file, change, &error);

  if (outcome == NULL || !cap_dossier_file_publish (file, &error) || !cap_dossier_file_close (file, &error))
    return cap_cli_fail (path, error);

  tell (wish, outcome);

  return tell_left (path, outcome);
}

/* @passphrase: (nullable): what opened the dossier */
static CapCliStatus
encrypt_open (CapDossierFile *file,
              const char     *path,
              Wish            wish,
              const char     *passphrase)
{
  CapCliStatus status = CAP_CLI_DONE;
  char *chosen = NULL;

  if (!check_state (file, path, wish, &status))
    return status;

  if (wish != REMOVE)
    chosen = cap_cli_choose_passphrase (_("New passphrase of the dossier (it cannot be recovered): "),
                                        &status);
  if (wish == REMOVE || chosen != NULL)
    status = do_change (file, path, wish, &(CapVaultChange) { passphrase, chosen, NULL });
  cap_secret_free (chosen);

  return status;
}

static CapCliStatus
encrypt (const char *path,
         Wish        wish)
{
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  char *passphrase = NULL;

  if (!cap_cli_unlock (path, &passphrase, &status))
    return status;

  file = cap_cli_open (path, &dossier, &status);
  if (file != NULL)
    status = encrypt_open (file, path, wish, passphrase);
  cap_secret_free (passphrase);

  return status;
}

CapCliStatus
cap_cli_encrypt (const CapCliCommand *self,
                 GStrv                arguments)
{
  gboolean change = FALSE;
  gboolean remove = FALSE;
  const GOptionEntry entries[] = {
    { "change", 0, 0, G_OPTION_ARG_NONE, &change, N_("Gives it another passphrase"), NULL },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &remove, N_("Decrypts it"), NULL },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  if (change && remove)
    {
      cap_cli_complain ("--change", _("this cannot be asked for together with --remove"));
      status = CAP_CLI_USAGE;
    }
  else
    {
      status = encrypt (arguments[0], change ? CHANGE : remove ? REMOVE : ENCRYPT);
    }
  g_strfreev (arguments);

  return status;
}
