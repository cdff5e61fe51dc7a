/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-actions-csv.h"
#include "exchange/cap-answers-csv.h"
#include "exchange/cap-indicators-csv.h"
#include "exchange/cap-register-csv.h"
#include "exchange/cap-votes-csv.h"

/* A list of its own form, or of one of the registers. */
typedef struct
{
  const char      *name;
  CapCommand    *(*read) (GBytes            *source,
                          const char        *name,
                          const CapDossier  *dossier,
                          GPtrArray        **faults);
  void           (*tell) (GString           *told,
                          const CapCommand  *command,
                          const CapDossier  *dossier);
  CapRegisterKind  reg;
} Kind;

static void
tell_answers (GString          *told,
              const CapCommand *command,
              const CapDossier *dossier)
{
  /* Translators: number of answers imported */
  g_string_append_printf (told, ngettext ("%u answer imported", "%u answers imported", command->edits->len),
                          command->edits->len);
}

static CapCommand *
read_actions (GBytes            *source,
              const char        *name,
              const CapDossier  *dossier,
              GPtrArray        **faults)
{
  g_autoptr(CapActionsCsv) csv = cap_actions_csv_new (source, name, faults);
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(CapActionsPreview) preview = NULL;

  if (csv == NULL)
    return NULL;

  preview = cap_actions_csv_preview (csv, NULL, dossier, today);
  g_ptr_array_unref (*faults);
  *faults = g_steal_pointer (&preview->faults);

  return g_steal_pointer (&preview->command);
}

static void
tell_actions (GString          *told,
              const CapCommand *command,
              const CapDossier *dossier)
{
  guint n_changed = 0;
  guint n_added;

  for (guint i = 0; i < command->edits->len; i++)
    {
      const CapAction *action = ((const CapEdit *) g_ptr_array_index (command->edits, i))->value;

      n_changed += cap_dossier_find_action_by_id (dossier, action->id) != NULL ? 1 : 0;
    }
  n_added = command->edits->len - n_changed;

  /* Translators: number of actions imported */
  g_string_append_printf (told, ngettext ("%u action added", "%u actions added", n_added), n_added);
  /* Translators: number of actions that changed; it follows the number of those that were added */
  g_string_append_printf (told, ngettext (", %u changed", ", %u changed", n_changed), n_changed);
}

static CapCommand *
read_indicators (GBytes            *source,
                 const char        *name,
                 const CapDossier  *dossier,
                 GPtrArray        **faults)
{
  g_autofree char *today = cap_date_dup_today ();

  return cap_indicators_csv_read (source, name, dossier, today, faults);
}

static void
tell_indicators (GString          *told,
                 const CapCommand *command,
                 const CapDossier *dossier)
{
  /* Translators: number of indicators imported */
  g_string_append_printf (told, ngettext ("%u indicator imported", "%u indicators imported",
                                          command->edits->len), command->edits->len);
}

static void
tell_votes (GString          *told,
            const CapCommand *command,
            const CapDossier *dossier)
{
  /* Translators: number of people whose votes are imported */
  g_string_append_printf (told, ngettext ("Votes of %u respondent imported",
                                          "Votes of %u respondents imported", command->edits->len),
                          command->edits->len);
}

static const Kind kinds[] = {
  { "answers", cap_answers_csv_read, tell_answers, CAP_REGISTER_NONE },
  { "votes", cap_votes_csv_read, tell_votes, CAP_REGISTER_NONE },
  { "actions", read_actions, tell_actions, CAP_REGISTER_NONE },
  { "indicators", read_indicators, tell_indicators, CAP_REGISTER_NONE },
  { "commitments", NULL, NULL, CAP_REGISTER_COMMITMENT },
  { "documents", NULL, NULL, CAP_REGISTER_DOCUMENT },
  { "findings", NULL, NULL, CAP_REGISTER_FINDING },
};

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].name, name))
        return &kinds[i];
    }

  cap_cli_complain (name, _("there is no such kind of import; there are: answers, votes, actions, "
                            "indicators, commitments, documents, findings"));

  return NULL;
}

static CapCommand *
read_register (GBytes            *source,
               const char        *name,
               CapRegisterKind    kind,
               const CapDossier  *dossier,
               GPtrArray        **faults,
               GString           *told)
{
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(CapRegisterPreview) preview = cap_register_csv_preview (source, name, kind, dossier, today);
  g_autofree char *summary = cap_register_preview_dup_summary (preview);

  g_string_append (told, summary);
  *faults = g_steal_pointer (&preview->faults);

  return g_steal_pointer (&preview->command);
}

/* What the file asks for, and the sentence that says so. */
static CapCommand *
read_source (const Kind        *kind,
             GBytes            *source,
             const char        *name,
             const CapDossier  *dossier,
             GPtrArray        **faults,
             GString           *told)
{
  CapCommand *command;

  if (kind->reg != CAP_REGISTER_NONE)
    return read_register (source, name, kind->reg, dossier, faults, told);

  command = kind->read (source, name, dossier, faults);
  if (command != NULL)
    kind->tell (told, command, dossier);

  return command;
}

static CapCliStatus
complain_of_faults (const char      *source,
                    const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    cap_cli_complain (source, g_ptr_array_index (faults, i));

  return CAP_CLI_REFUSED;
}

/* All the rows become one gesture, or none does. */
static CapCliStatus
import (const Kind *kind,
        const char *path,
        const char *source)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open (path, &dossier, &status);
  g_autofree char *name = g_path_get_basename (source);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return status;

  content = cap_cli_read_file (source, &error);
  if (content == NULL)
    return cap_cli_fail (source, error);

  command = read_source (kind, content, name, dossier, &faults, told);
  if (command == NULL)
    return complain_of_faults (source, faults);

  status = cap_cli_commit (file, path, command);
  if (status != CAP_CLI_DONE)
    return status;

  g_string_append_c (told, '\n');
  cap_cli_print (told);

  return CAP_CLI_DONE;
}

CapCliStatus
cap_cli_import (const CapCliCommand *self,
                GStrv                arguments)
{
  const GOptionEntry entries[] = { { NULL } };
  const Kind *kind;
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 3, 3, &arguments, &status))
    return status;

  kind = find_kind (arguments[0]);
  status = kind != NULL ? import (kind, arguments[1], arguments[2]) : CAP_CLI_USAGE;
  g_strfreev (arguments);

  return status;
}
