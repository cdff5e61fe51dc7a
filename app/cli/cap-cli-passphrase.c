/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/cap-secret.h"
#include "cli/cap-cli-private.h"
#include "store/cap-dossier-vault.h"

/* A passphrase is never an argument, which others on the machine may see: it is typed on the terminal without
 * being shown, or read from the standard input, a line each. */

#define MAX_LENGTH 1000
#define MAX_TRIALS 3
#define INTERRUPT  '\003'

/* One line, byte by byte: nothing of it stays in the buffer of a stream.
 * Returns: (nullable): NULL at the end, when it is too long, or when it was interrupted */
static char *
read_line (int fd)
{
  char *line = g_malloc0 (MAX_LENGTH + 1);
  gsize length = 0;
  gboolean interrupted = FALSE;
  gssize n;
  char c = 0;

  while ((n = read (fd, &c, 1)) == 1 || (n < 0 && errno == EINTR))
    {
      if (n < 0)
        continue;
      if (c == '\n' || length == MAX_LENGTH)
        break;
      interrupted = interrupted || c == INTERRUPT;
      line[length++] = c;
    }
  if (length > 0 && line[length - 1] == '\r')
    line[--length] = '\0';

  if (length > 0 && !interrupted && (c == '\n' || n == 0))
    return line;

  cap_secret_free (line);

  return NULL;
}

/* Neither is it shown, nor does an interruption leave a terminal that shows nothing. */
static char *
ask (int         terminal,
     const char *prompt)
{
  struct termios kept;
  struct termios hidden;
  char *line;

  if (tcgetattr (terminal, &kept) != 0)
    return NULL;

  hidden = kept;
  hidden.c_lflag &= (tcflag_t) ~(ECHO | ISIG);
  tcsetattr (terminal, TCSAFLUSH, &hidden); /* before the question: what answers it is not thrown away */
  (void) !write (terminal, prompt, strlen (prompt));
  line = read_line (terminal);
  tcsetattr (terminal, TCSADRAIN, &kept);
  (void) !write (terminal, "\n", 1);

  return line;
}

static char *
read_anywhere (const char *prompt)
{
  int terminal = isatty (STDIN_FILENO) ? g_open ("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC, 0) : -1;
  char *line = terminal >= 0 ? ask (terminal, prompt) : read_line (STDIN_FILENO);

  if (terminal >= 0)
    close (terminal);

  return line;
}

/**
 * cap_cli_read_passphrase:
 * @prompt: what is asked on the terminal
 * @status: (out): what to leave with when nothing is given
 *
 * Returns: (transfer full) (nullable): to be freed with cap_secret_free()
 */
char *
cap_cli_read_passphrase (const char   *prompt,
                         CapCliStatus *status)
{
  char *line = read_anywhere (prompt);

  if (line != NULL)
    return line;

  cap_cli_complain (_("passphrase"), _("none was given: it is read from the terminal, or from a line of the"
                                       " standard input"));
  *status = CAP_CLI_REFUSED;

  return NULL;
}

/* One that is chosen: asked twice where nobody sees what is typed. */
char *
cap_cli_choose_passphrase (const char   *prompt,
                           CapCliStatus *status)
{
  char *chosen = cap_cli_read_passphrase (prompt, status);
  char *again;

  if (chosen == NULL || !isatty (STDIN_FILENO))
    return chosen;

  again = cap_cli_read_passphrase (_("The same again: "), status);
  if (again != NULL && !g_str_equal (again, chosen))
    {
      cap_cli_complain (_("passphrase"), _("the two are not the same"));
      *status = CAP_CLI_REFUSED;
      cap_secret_free (again);
      again = NULL;
    }
  cap_secret_free (chosen);

  return again;
}

/* Held to the end of the program: what a command opens several times is asked once. */
static void
hold (CapVaultKey *key)
{
  static GPtrArray *held;

  if (held == NULL)
    held = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_vault_key_unref);
  g_ptr_array_add (held, key);
}

static char *
ask_for (const char   *path,
         CapCliStatus *status)
{
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: the name of a file; the cursor follows */
  g_autofree char *prompt = g_strdup_printf (_("Passphrase of “%s”: "), name);

  return cap_cli_read_passphrase (prompt, status);
}

/* The passphrase of the file opens nothing of it, and who does not have the other one is told what to do. */
static gboolean
unlock_left_over (const char   *path,
                  CapCliStatus *status)
{
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: the name of a file; the cursor follows */
  g_autofree char *prompt = g_strdup_printf (_("Passphrase of the unfinished work of “%s”: "), name);

  for (guint trial = 1;; trial++)
    {
      g_autoptr(GError) error = NULL;
      char *passphrase = read_anywhere (prompt);
      CapVaultKey *key = passphrase != NULL ? cap_dossier_unlock (path, passphrase, &error) : NULL;
      const gboolean is_last = passphrase == NULL || trial == MAX_TRIALS || !isatty (STDIN_FILENO);

      cap_secret_free (passphrase);
      if (key != NULL)
        {
          hold (key);
          return TRUE;
        }

      if (is_last && (error == NULL || error->domain == CAP_SECRET_ERROR))
        {
          cap_cli_complain (path, _("unfinished work of this dossier is encrypted with another passphrase; if"
                                    " you do not have it, open the dossier in the window, which can put that"
                                    " work aside"));
          *status = CAP_CLI_REFUSED;
        }
      else if (error != NULL)
        {
          *status = cap_cli_fail (path, error);
        }
      if (is_last)
        return FALSE;
    }
}

/* Asks as long as a wrong one is given, on a terminal: each takes its time.
 * Returns: (nullable): the right one; NULL with @status when there is none */
static char *
unlock_once (const char   *path,
             CapCliStatus *status)
{
  for (guint trial = 1;; trial++)
    {
      g_autoptr(GError) error = NULL;
      char *passphrase = ask_for (path, status);
      CapVaultKey *key = passphrase != NULL ? cap_dossier_unlock (path, passphrase, &error) : NULL;

      if (key != NULL)
        {
          hold (key);
          return passphrase;
        }

      cap_secret_free (passphrase);
      if (error != NULL)
        *status = cap_cli_fail (path, error);
      if (error == NULL || trial == MAX_TRIALS || !isatty (STDIN_FILENO))
        return NULL;
    }
}

/**
 * cap_cli_unlock:
 * @path: a file that will be opened as a dossier
 * @passphrase: (out) (optional) (nullable): the one that was typed; for cap_secret_free()
 * @status: (out): what to leave with when it stays locked
 *
 * Asks for the passphrase of a dossier that is encrypted, and for that of what a killed program left of it,
 * which may be another one; for nothing where there is nothing to unlock.
 *
 * Returns: whether it can be opened, as far as that goes
 */
gboolean
cap_cli_unlock (const char    *path,
                char         **passphrase,
                CapCliStatus  *status)
{
  char *typed = NULL;

  while (cap_dossier_is_locked (path))
    {
      if (cap_dossier_needs_left_over (path, NULL))
        {
          if (unlock_left_over (path, status))
            continue;
          cap_secret_free (typed);
          return FALSE;
        }

      cap_secret_free (typed);
      typed = unlock_once (path, status);
      if (typed == NULL)
        return FALSE;
    }

  if (passphrase != NULL)
    *passphrase = typed;
  else
    cap_secret_free (typed);

  return TRUE;
}
