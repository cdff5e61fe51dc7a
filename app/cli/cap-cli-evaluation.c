/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "workspace/cap-evaluation-start.h"
#include "workspace/cap-library.h"

#define CODES_WIDTH 14

/* What was given, as text. */
typedef struct
{
  char     *framework;
  char     *mode;
  char     *path;
  gboolean  carry;
  gboolean  dry_run;
} Given;

static void
given_clear (Given *self)
{
  g_free (self->framework);
  g_free (self->mode);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_clear)

/**
 * cap_cli_choose_framework:
 * @name: (nullable): what was given: a file or an installed framework
 * @id: the framework to take the newest valid version of, without @name
 * @status: (out): what to leave with when there is none
 *
 * Returns: (transfer full) (nullable): the version for a new evaluation
 */
CapFramework *
cap_cli_choose_framework (const char   *name,
                          const char   *id,
                          CapCliStatus *status)
{
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *today = NULL;
  g_autoptr(GError) error = NULL;
  CapFramework *framework;

  if (name != NULL)
    return cap_cli_find_framework (name, status);

  entries = cap_library_list ();
  today = cap_date_dup_today ();
  framework = cap_library_find_newest (entries, id, today, &error);
  if (framework == NULL)
    *status = cap_cli_fail ("--framework", error);

  return framework != NULL ? cap_framework_ref (framework) : NULL;
}

gboolean
cap_cli_parse_mode (const char   *text,
                    CapMode      *mode,
                    CapCliStatus *status)
{
  g_autofree char *what = NULL;

  if (text == NULL || cap_mode_from_name (text, mode))
    return TRUE;

  /* Translators: %s is what was given as a mode; the two words are typed as they are */
  what = g_strdup_printf (_("“%s” is not a mode: cap or certification"), text);
  cap_cli_complain ("--mode", what);
  *status = CAP_CLI_REFUSED;

  return FALSE;
}

gboolean
cap_cli_parse_path (const char         *text,
                    const CapFramework *framework,
                    CapPath            *path,
                    CapCliStatus       *status)
{
  g_autofree char *what = NULL;

  if (text != NULL && !cap_path_from_name (text, path))
    /* Translators: %s is what was given as a path; the two words are typed as they are */
    what = g_strdup_printf (_("“%s” is not a path: full or express"), text);
  else if (*path == CAP_PATH_EXPRESS && !framework->has_express)
    what = g_strdup (_("this framework has no express path"));

  if (what == NULL)
    return TRUE;

  cap_cli_complain ("--path", what);
  *status = CAP_CLI_REFUSED;

  return FALSE;
}

static void
append_carried (GString                *text,
                const CapCarriedAnswer *carried)
{
  g_autoptr(GString) codes = g_string_new (NULL);

  for (guint i = 0; i < carried->before->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " + " : "",
                            ((const CapCriterion *) g_ptr_array_index (carried->before, i))->code);
  if (carried->after != NULL && !g_str_equal (codes->str, carried->after->code))
    g_string_append_printf (codes, " → %s", carried->after->code);

  g_string_append (text, "  ");
  cap_cli_append_padded (text, codes->str, CODES_WIDTH);
  g_string_append_printf (text, "%s\n", cap_carry_fate_to_text (carried->fate));
}

/* What is carried as it is goes without saying; all the rest is said. */
static void
print_start (const CapEvaluationStart *start)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const CapCarry *carry = start->carry;

  g_string_append_printf (text, "%s, %s\n", start->framework->title, start->framework->version);
  if (carry != NULL)
    {
      /* Translators: how many answers are carried over, carried to be looked at again, left */
      g_string_append_printf (text, _("Answers carried over: %u · to be looked at again: %u · left: %u"),
                              carry->n_kept, carry->n_review, carry->n_left);
      g_string_append_c (text, '\n');
    }

  for (guint i = 0; carry != NULL && i < carry->answers->len; i++)
    {
      const CapCarriedAnswer *carried = g_ptr_array_index (carry->answers, i);

      if (carried->fate != CAP_CARRY_KEPT)
        append_carried (text, carried);
    }

  for (guint i = 0; i < start->dropped->len; i++)
    {
      /* Translators: %s is a code of the framework */
      g_string_append_printf (text, _("Your own label of %s has no place in this version."),
                              (char *) g_ptr_array_index (start->dropped, i));
      g_string_append_c (text, '\n');
    }

  cap_cli_print (text);
}

static CapEvaluationStart *
prepare (const char       *file,
         const CapDossier *dossier,
         const Given      *given,
         CapCliStatus     *status)
{
  const CapEvaluation *current = cap_dossier_get_current (dossier);
  CapMode mode = current->mode;
  CapPath path = CAP_PATH_FULL;
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GError) error = NULL;
  CapEvaluationStart *start;

  if (!cap_evaluation_check_closing (dossier, &error))
    {
      *status = cap_cli_fail (file, error);
      return NULL;
    }

  if (!cap_cli_parse_mode (given->mode, &mode, status))
    return NULL;

  framework = cap_cli_choose_framework (given->framework, current->framework->id, status);
  if (framework == NULL || !cap_cli_parse_path (given->path, framework, &path, status))
    return NULL;

  start = cap_evaluation_start_new (dossier, framework, mode, path, &error);
  if (start == NULL)
    *status = cap_cli_fail ("--framework", error);

  return start;
}

static CapCliStatus
start_evaluation (const char  *name,
                  const Given *given)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(CapEvaluationStart) start = NULL;
  g_autoptr(CapCommand) command = NULL;
  g_autofree char *today = cap_date_dup_today ();
  const CapEvaluation *current;

  if (given->dry_run)
    dossier = cap_cli_load (name, &status);
  else
    file = cap_cli_open (name, &dossier, &status);
  if (dossier == NULL)
    return status;

  current = cap_dossier_get_current (dossier);
  start = prepare (name, dossier, given, &status);
  if (start == NULL)
    return status;

  if (!given->dry_run)
    {
      command = cap_evaluation_start_command (start, current->number + 1, today, given->carry);
      status = cap_cli_commit (file, name, command);
    }
  if (given->dry_run || (status == CAP_CLI_DONE && given->carry))
    print_start (start);

  return status;
}

static CapCliStatus
extend_evaluation (const char *name)
{
  CapCliStatus status;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = cap_cli_open (name, &dossier, &status);
  g_autoptr(CapCommand) command = NULL;

  if (file == NULL)
    return status;

  if (cap_dossier_get_current (dossier)->path == CAP_PATH_FULL)
    {
      cap_cli_complain (name, _("this evaluation goes through the full path already"));
      return CAP_CLI_REFUSED;
    }

  command = cap_evaluation_extend_command (cap_dossier_get_current (dossier));

  return cap_cli_commit (file, name, command);
}

CapCliStatus
cap_cli_evaluation (const CapCliCommand *self,
                    GStrv                arguments)
{
  g_auto(Given) given = { NULL };
  const GOptionEntry entries[] = {
    { "framework", 0, 0, G_OPTION_ARG_FILENAME, &given.framework,
      N_("A file, or an installed framework; by default the newest version of the same one"),
      N_("FRAMEWORK") },
    { "mode", 0, 0, G_OPTION_ARG_STRING, &given.mode, N_("“cap” or “certification”; by default the same"),
      N_("MODE") },
    { "path", 0, 0, G_OPTION_ARG_STRING, &given.path, N_("“full” (by default) or “express”"), N_("PATH") },
    { "carry", 0, 0, G_OPTION_ARG_NONE, &given.carry, N_("Carries the answers over"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &given.dry_run, N_("Only says what would be carried over"), NULL },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 2, 2, &arguments, &status))
    return status;

  if (g_str_equal (arguments[0], "start"))
    status = start_evaluation (arguments[1], &given);
  else if (g_str_equal (arguments[0], "extend"))
    status = extend_evaluation (arguments[1]);
  else
    {
      cap_cli_complain (arguments[0], _("after “evaluation” comes “start FILE” or “extend FILE”"));
      status = CAP_CLI_USAGE;
    }
  g_strfreev (arguments);

  return status;
}
