/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "cli/cap-cli-private.h"
#include "scoring/cap-scope.h"

/* What people type for a code: as it is, or in small letters. */
static const char *
find_code (const CapFramework *framework,
           const char         *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  const CapCriterion *criterion = cap_framework_find_criterion (framework, text);

  if (criterion == NULL)
    criterion = cap_framework_find_criterion (framework, upper);

  return criterion != NULL ? criterion->code : text;
}

/* The answer that there was, with what changes; its evidence stays. */
static CapAnswer *
make_answer (const CapEvaluation *evaluation,
             const CapAnswer     *given,
             const char          *comment,
             const char          *reason)
{
  CapAnswer *answer = cap_evaluation_dup_answer (evaluation, given->criterion);

  if (given->state == CAP_ANSWER_RATED)
    cap_answer_rate (answer, given->level);
  else if (given->state == CAP_ANSWER_NOT_APPLICABLE)
    cap_answer_set_not_applicable (answer, reason != NULL ? reason : "");
  else
    cap_answer_clear (answer);

  if (comment != NULL)
    cap_answer_set_comment (answer, comment);

  return answer;
}

static void
print_answer (const CapFramework *framework,
              const CapAnswer    *answer)
{
  const CapCriterion *criterion = cap_framework_find_criterion (framework, answer->criterion);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s  %s\n      ", criterion->code, criterion->label);
  if (answer->state == CAP_ANSWER_RATED)
    /* Translators: a level, 0 to 4, and its name */
    g_string_append_printf (text, _("level %d: %s"), answer->level,
                            cap_framework_get_level (framework, answer->level)->label);
  else if (answer->state == CAP_ANSWER_NOT_APPLICABLE)
    /* Translators: why a criterion does not concern the structure */
    g_string_append_printf (text, _("not concerned: %s"), answer->reason);
  else
    g_string_append (text, _("no answer"));
  g_string_append_c (text, '\n');

  cap_cli_print (text);
}

static CapCliStatus
write_answer (const char *path,
              const char *criterion,
              const char *level,
              const char *comment,
              const char *reason)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open (path, &dossier, &status);
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(CapAnswer) given = NULL;
  g_autoptr(CapAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;
  const CapEvaluation *evaluation;

  if (file == NULL)
    return status;

  evaluation = cap_dossier_get_current (dossier);
  given = cap_scope_parse_answer (evaluation->framework, find_code (evaluation->framework, criterion), level,
                                  &error);
  if (given == NULL)
    return cap_cli_fail (criterion, error);

  answer = make_answer (evaluation, given, comment, reason);
  if (!cap_scope_check_answer (evaluation, dossier->member, answer, &error))
    return cap_cli_fail (path, error);

  command = cap_command_new (CAP_GESTURE_ANSWER, answer->criterion);
  cap_command_put_answer (command, evaluation->id, answer);
  status = cap_cli_commit (file, path, command);
  if (status == CAP_CLI_DONE)
    print_answer (evaluation->framework, answer);

  return status;
}

CapCliStatus
cap_cli_answer (const CapCliCommand *self,
                GStrv                arguments)
{
  g_autofree char *comment = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "comment", 0, 0, G_OPTION_ARG_STRING, &comment, N_("A comment; “” takes it off"), N_("TEXT") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why the criterion does not concern the structure"),
      N_("TEXT") },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 3, 3, &arguments, &status))
    return status;

  if (reason != NULL && g_ascii_strcasecmp (arguments[2], "na") != 0)
    {
      cap_cli_complain ("--reason", _("a reason goes with the level “na” only"));
      status = CAP_CLI_USAGE;
    }
  else if (cap_cli_is_text (arguments[1], &status) && cap_cli_is_text (arguments[2], &status))
    status = write_answer (arguments[0], arguments[1], arguments[2], comment, reason);
  g_strfreev (arguments);

  return status;
}
