/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-plan-json.h"
#include "plan/cap-proposal.h"

#define STATE_WIDTH 12
#define DATE_WIDTH 20

/* What is asked for: one of the three, for “accept” only. */
typedef struct
{
  char     *first;
  gboolean  all;
  gboolean  apply; /* for “rerate” only */
  gboolean  as_json;
} Wanted;

static GPtrArray *
list_proposals (const CapDossier    *dossier,
                const CapPhotograph *photograph)
{
  g_autofree char *today = cap_date_dup_today ();

  return cap_proposals_list (photograph, dossier->actions, dossier->set_asides, today);
}

static glong
find_owner_width (const GPtrArray *actions)
{
  glong width = 1;

  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      width = MAX (width, action->owner != NULL ? g_utf8_strlen (action->owner, -1) : 1);
    }

  return width + 2;
}

static void
append_action (GString         *text,
               const CapAction *action,
               glong            owner_width)
{
  g_autofree char *due = action->due != NULL ? cap_date_format_long (action->due) : g_strdup ("–");
  g_autofree char *origins = cap_action_dup_origins (action);

  g_string_append_printf (text, "%3u  ", action->number);
  cap_cli_append_padded (text, cap_action_state_get_label (action->state), STATE_WIDTH);
  cap_cli_append_padded (text, due, DATE_WIDTH);
  cap_cli_append_padded (text, action->owner != NULL ? action->owner : "–", owner_width);
  g_string_append_printf (text, "%s\n     %s\n", origins, action->title);
}

static void
print_plan (const CapDossier *dossier)
{
  g_autoptr(GString) text = g_string_new (NULL);
  glong owner_width = find_owner_width (dossier->actions);

  if (dossier->actions->len == 0)
    g_string_append_printf (text, "%s\n",
                            _("The plan is empty. “cap-cedre plan FILE propose” says what could enter it."));
  for (guint i = 0; i < dossier->actions->len; i++)
    append_action (text, g_ptr_array_index (dossier->actions, i), owner_width);

  cap_cli_print (text);
}

static CapCliStatus
tell_plan (const char *path,
           gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);

  if (dossier == NULL)
    return status;

  if (as_json)
    {
      g_autofree char *json = cap_plan_json_write (dossier);

      cap_cli_print_json (json);
    }
  else
    {
      print_plan (dossier);
    }

  return CAP_CLI_DONE;
}

static void
append_proposal (GString            *text,
                 const CapProposal  *proposal,
                 const CapFramework *framework,
                 guint               rank)
{
  g_autofree char *reason = cap_proposal_dup_reason (proposal, framework);

  g_string_append_printf (text, "%3u  ", rank);
  cap_cli_append_padded (text, proposal->criterion->code, 6);
  g_string_append_printf (text, "%s\n     %s\n", cap_proposal_get_title (proposal), reason);
  if (proposal->service != NULL)
    {
      g_string_append (text, "     ");
      /* Translators: the name of a service of the network */
      g_string_append_printf (text, _("The network can help: %s"), proposal->service->label);
      g_string_append_c (text, '\n');
    }
}

static void
print_proposals (const GPtrArray    *proposals,
                 const CapFramework *framework)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (proposals->len == 0)
    g_string_append_printf (text, "%s\n", _("There is nothing to propose."));
  for (guint i = 0; i < proposals->len; i++)
    append_proposal (text, g_ptr_array_index (proposals, i), framework, i + 1);

  cap_cli_print (text);
}

static CapCliStatus
tell_proposals (const char *path,
                gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(GPtrArray) proposals = NULL;

  if (dossier == NULL)
    return status;

  photograph = cap_photograph_new (cap_dossier_get_current (dossier), dossier->member);
  proposals = list_proposals (dossier, photograph);
  if (as_json)
    {
      g_autofree char *json = cap_plan_json_write_proposals (proposals, photograph->framework);

      cap_cli_print_json (json);
    }
  else
    {
      print_proposals (proposals, photograph->framework);
    }

  return CAP_CLI_DONE;
}

static const CapProposal *
find_proposal (const GPtrArray *proposals,
               const char      *criterion)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);

      if (g_ascii_strcasecmp (proposal->criterion->code, criterion) == 0)
        return proposal;
    }

  return NULL;
}

static gboolean
choose_by_id (const GPtrArray *proposals,
              GStrv            ids,
              GPtrArray       *chosen,
              CapCliStatus    *status)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CapProposal *proposal = find_proposal (proposals, ids[i]);

      if (proposal == NULL)
        {
          cap_cli_complain (ids[i], _("this is not proposed: see “plan FILE propose”"));
          *status = CAP_CLI_REFUSED;
          return FALSE;
        }

      if (!g_ptr_array_find (chosen, proposal, NULL))
        g_ptr_array_add (chosen, (gpointer) proposal);
    }

  return TRUE;
}

static gboolean
choose (const GPtrArray *proposals,
        const Wanted    *wanted,
        GStrv            ids,
        GPtrArray       *chosen,
        CapCliStatus    *status)
{
  int count = (int) proposals->len;

  if (!wanted->all && wanted->first == NULL)
    return choose_by_id (proposals, ids, chosen, status);

  if (wanted->first != NULL && !cap_cli_parse_number ("--first", wanted->first, 1, &count, status))
    return FALSE;

  for (guint i = 0; i < proposals->len && i < (guint) count; i++)
    g_ptr_array_add (chosen, g_ptr_array_index (proposals, i));

  return TRUE;
}

static void
print_accepted (const GPtrArray *chosen)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (chosen->len == 0)
    g_string_append (text, _("There is nothing to propose."));
  else
    g_string_append_printf (text, ngettext ("%u action enters the plan:", "%u actions enter the plan:",
                                            chosen->len),
                            chosen->len);
  g_string_append_c (text, '\n');

  for (guint i = 0; i < chosen->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (chosen, i);

      g_string_append (text, "  ");
      cap_cli_append_padded (text, proposal->criterion->code, 6);
      g_string_append_printf (text, "%s\n", cap_proposal_get_title (proposal));
    }

  cap_cli_print (text);
}

static CapCliStatus
put_in_plan (CapDossierFile  *file,
             const char      *path,
             const GPtrArray *chosen)
{
  g_autofree char *today = cap_date_dup_today ();
  g_autofree char *count = g_strdup_printf ("%u", chosen->len);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_ACCEPT, count);

  for (guint i = 0; i < chosen->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (chosen, i);
      g_autoptr(CapAction) action = cap_proposal_to_action (proposal, today);

      cap_command_put_action (command, action);
      if (proposal->set_aside != NULL)
        cap_command_remove_set_aside (command, proposal->set_aside);
    }

  return cap_cli_commit (file, path, command);
}

static CapCliStatus
accept_proposals (const char   *path,
                  const Wanted *wanted,
                  GStrv         ids)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open (path, &dossier, &status);
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();

  if (file == NULL)
    return status;

  photograph = cap_photograph_new (cap_dossier_get_current (dossier), dossier->member);
  proposals = list_proposals (dossier, photograph);
  if (!choose (proposals, wanted, ids, chosen, &status))
    return status;

  if (chosen->len > 0)
    status = put_in_plan (file, path, chosen);
  if (status == CAP_CLI_DONE)
    print_accepted (chosen);

  return status;
}

static CapCliStatus
refuse_usage (const char *word,
              const char *what)
{
  cap_cli_complain (word, what);

  return CAP_CLI_USAGE;
}

static CapCliStatus
tell (const char *path,
      const char *what,
      gboolean    as_json)
{
  if (g_str_equal (what, "propose"))
    return tell_proposals (path, as_json);
  if (g_str_equal (what, "week"))
    return cap_cli_tell_week (path, as_json);
  if (g_str_equal (what, "figures"))
    return cap_cli_tell_figures (path, as_json);

  return refuse_usage (what, _("after the file comes “propose”, “accept”, “rerate”, “week” or “figures”"));
}

static CapCliStatus
run_plan (GStrv         arguments,
          const Wanted *wanted)
{
  const char *verb = arguments[1];
  guint ways = (wanted->all ? 1 : 0) + (wanted->first != NULL ? 1 : 0) +
               (verb != NULL && arguments[2] != NULL ? 1 : 0);

  if (verb != NULL && g_str_equal (verb, "accept"))
    {
      if (ways != 1 || wanted->apply)
        return refuse_usage ("accept", _("say what to accept: codes of criteria, or --first N, or --all"));

      return accept_proposals (arguments[0], wanted, arguments + 2);
    }

  if (verb != NULL && g_str_equal (verb, "rerate") && ways == 0)
    return cap_cli_rerate (arguments[0], wanted->apply, wanted->as_json);

  if (wanted->apply)
    return refuse_usage ("--apply", _("goes with “rerate” only"));

  if (ways > 0)
    return refuse_usage ("plan", _("codes, --first and --all go with “accept” only"));

  if (verb == NULL)
    return tell_plan (arguments[0], wanted->as_json);

  return tell (arguments[0], verb, wanted->as_json);
}

CapCliStatus
cap_cli_plan (const CapCliCommand *self,
              GStrv                arguments)
{
  Wanted wanted = { NULL };
  const GOptionEntry entries[] = {
    { "first", 0, 0, G_OPTION_ARG_STRING, &wanted.first, N_("accept: the first N that are proposed"),
      N_("N") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &wanted.all, N_("accept: all that is proposed"), NULL },
    { "apply", 0, 0, G_OPTION_ARG_NONE, &wanted.apply, N_("rerate: give the criteria their new levels"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wanted.as_json, N_("As JSON, for other programs"), NULL },
    { NULL },
  };
  CapCliStatus status;

  if (cap_cli_parse (self, entries, 1, G_MAXUINT, &arguments, &status))
    {
      status = run_plan (arguments, &wanted);
      g_strfreev (arguments);
    }
  g_free (wanted.first);

  return status;
}
