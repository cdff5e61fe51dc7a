/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/cap-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/cap-cli-private.h"

#define EXAMPLE_WIDTH 20

#define DOSSIER N_("The dossier")
#define EVALUATION N_("The evaluation")
#define PLAN N_("The plan")
#define QUALITY N_("The quality process")
#define AUDITS N_("The audits")
#define DOCUMENTS N_("The documents")
#define FRAMEWORK N_("The framework")

/* Those of one family stand together. */
static const CapCliCommand commands[] = {
  { DOSSIER, "new", N_("FILE --name NAME [OPTION…]"), N_("Creates a dossier with a first evaluation"),
    cap_cli_new },
  { DOSSIER, "demo", N_("FILE"), N_("Writes the demonstration dossier"), cap_cli_demo },
  { DOSSIER, "show", N_("FILE [--json]"), N_("Says in brief what a dossier holds"), cap_cli_show },
  { DOSSIER, "check", N_("FILE"), N_("Verifies a dossier: one line per fault"), cap_cli_check },
  { DOSSIER, "merge", N_("FILE OTHER [--prefer mine|theirs] [--dry-run]"),
    N_("Takes in what another copy of the dossier changed since both had the same"), cap_cli_merge },
  { DOSSIER, "repair", N_("FILE -o NEW.capcedre"),
    N_("Saves what can be saved of a damaged dossier into a new file, and lists what is missing"),
    cap_cli_repair },
  { DOSSIER, "personal", N_("FILE [--names LIST.txt] [--remove TEXT…] [--replace OLD=NEW…] [OPTION…]"),
    N_("Finds what names people in a dossier, and takes it out of all that was ever done in it"),
    cap_cli_personal },
  { DOSSIER, "anonymise", N_("FILE -o NEW.capcedre [--names LIST.txt]"),
    N_("Writes a copy for a consultant, in which nobody is named"), cap_cli_anonymise },
  { EVALUATION, "answer", N_("FILE CRITERION LEVEL [OPTION…]"),
    N_("Answers a criterion; LEVEL is a level of the framework (0 to 4 in CAP), “na” (not concerned)"
       " or “none”"), cap_cli_answer },
  { EVALUATION, "evaluation", N_("start FILE [OPTION…] | extend FILE"),
    N_("Starts the next evaluation, or takes an express one on to the full path"), cap_cli_evaluation },
  { EVALUATION, "import", N_("KIND FILE SOURCE"),
    N_("Takes rows in from a CSV file, all of them or none; KIND is “answers”, “votes”,"
       " “actions”, “indicators”, “commitments”, “documents” or “findings”"), cap_cli_import },
  { EVALUATION, "score", N_("FILE [--evaluation N] [--json]"), N_("The photograph in figures"),
    cap_cli_score },
  { EVALUATION, "votes", N_("FILE [--evaluation N] [--json]"),
    N_("How the votes of the respondents spread, criterion by criterion"), cap_cli_votes },
  { PLAN, "plan", N_("FILE [propose | accept ID… | rerate | week | figures] [OPTION…]"),
    N_("The plan, what is proposed for it and accepted, the new levels it brought, its week and its figures"),
    cap_cli_plan },
  { QUALITY, "matrix", N_("FILE [--json]"),
    N_("What the standard expects, clause by clause, and what answers it"), cap_cli_matrix },
  { QUALITY, "readiness", N_("FILE [--json]"),
    N_("How ready the dossier is for its audit: what is missing, and by when"), cap_cli_readiness },
  { QUALITY, "radiography", N_("FILE [--json]"),
    N_("What is missing, late or inconsistent in a dossier, by severity, and where it is mended"),
    cap_cli_radiography },
  { QUALITY, "review", N_("FILE [--review CODE] [--json]"),
    N_("What the management review reads in the dossier, and what was decided of it"), cap_cli_review },
  { AUDITS, "audit", N_("copy FILE --audit CODE -o COPY.capcedre | return FILE COPY [--dry-run] [--json]"),
    N_("Writes the copy of the dossier that an auditor works in, or takes the audit back from it"),
    cap_cli_audit },
  { AUDITS, "sample", N_("--sites N --audit KIND [OPTION…]"),
    N_("How many sites of a group a certifier looks at, as an indication; KIND is “initial”,"
       " “surveillance” or “recertification”"), cap_cli_sample },
  { DOCUMENTS, "report", N_("KIND FILE -o OUT.pdf"),
    N_("Prints a document; KIND is “questionnaire”, “photograph”, “plan”, “week”, “commitments”,"
       " “management-review”, “audit-plan”, “audit-report”, “finding” or “audit-dossier”"),
    cap_cli_report },
  { DOCUMENTS, "export", N_("KIND FILE -o OUT"),
    N_("Writes the dossier for other programs; KIND is “json”, “plan.csv”, “plan.xlsx”, “plan.ics” or"
       " “csess” (CSV, or JSON by its extension)"),
    cap_cli_export },
  { DOCUMENTS, "package", N_("FILE -o OUT.zip"),
    N_("Packs the documents, the evidence and their index for the auditor"), cap_cli_package },
  { DOCUMENTS, "seal", N_("KIND FILE -o OUT.pdf [--new-key] | dossier FILE [--new-key] | list FILE |"
                          " passphrase FILE"),
    N_("Seals this version: a document (a KIND of “report”), or the dossier alone; lists its seals; changes"
       " the passphrase, which is read from the terminal or the standard input"), cap_cli_seal },
  { DOCUMENTS, "encrypt", N_("FILE [--change | --remove]"),
    N_("Encrypts a dossier and its backups, changes its passphrase or decrypts it; passphrases are read from"
       " the terminal or the standard input, a line each"), cap_cli_encrypt },
  { DOCUMENTS, "verify", N_("FILE [--sealed] [--key CODE]"),
    N_("Says whether a package, a PDF or a dossier is intact, and who sealed it"),
    cap_cli_verify },
  { FRAMEWORK, "framework", N_("list | show | check | diff | import | export | install | remove"),
    N_("Shows, checks, compares, converts and installs frameworks"),
    cap_cli_framework },
};

static const CapCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, name))
        return &commands[i];
    }

  return NULL;
}

static void
append_example (GString    *help,
                const char *line,
                const char *effect)
{
  g_string_append_printf (help, "  %s ", GETTEXT_PACKAGE);
  cap_cli_append_padded (help, line, EXAMPLE_WIDTH);
  g_string_append_printf (help, "%s\n", effect);
}

static CapCliStatus
print_help (void)
{
  g_autoptr(GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n\n%s\n",
                          _("Cap Cèdre: the self-evaluation of a structure and its plan."), _("Usage:"));
  append_example (help, _("[FILE]"), _("opens the window"));
  append_example (help, _("COMMAND …"), _("works without a window"));
  append_example (help, _("COMMAND --help"), _("says more about a command"));
  append_example (help, "--version", _("says which version this is"));

  g_string_append_printf (help, "\n%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (i == 0 || !g_str_equal (commands[i].family, commands[i - 1].family))
        g_string_append_printf (help, "\n %s\n", gettext (commands[i].family));
      g_string_append (help, "  ");
      cap_cli_append_usage (help, &commands[i]);
      g_string_append_printf (help, "\n      %s\n", gettext (commands[i].summary));
    }

  g_string_append_printf (help, "\n%s\n  %s\n", _("Exit status:"),
                          _("0 done · 1 the input is at fault · 2 wrong usage · 3 the environment failed"));
  cap_cli_print (help);

  return CAP_CLI_DONE;
}

static CapCliStatus
print_version (void)
{
  g_autoptr(GString) version = g_string_new (NULL);

  g_string_append_printf (version, "Cap Cèdre %s\n", PACKAGE_VERSION);
  cap_cli_print (version);

  return CAP_CLI_DONE;
}

static CapCliStatus
refuse (const char *name)
{
  g_autoptr(GString) list = g_string_new (NULL);
  g_autofree char *what = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", commands[i].name);

  if (name[0] == '-')
    /* Translators: a list of commands follows */
    what = g_strdup_printf (_("there is no such option; the commands are: %s"), list->str);
  else
    /* Translators: a list of commands follows */
    what = g_strdup_printf (_("neither a file nor a command; the commands are: %s"), list->str);

  cap_cli_complain (name, what);

  return CAP_CLI_USAGE;
}

static CapCliStatus
run_command (char *argv[])
{
  const CapCliCommand *command = find_command (argv[1]);

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    return print_help ();

  if (g_str_equal (argv[1], "--version"))
    return print_version ();

  return command != NULL ? command->run (command, argv + 1) : refuse (argv[1]);
}

/**
 * cap_cli_is_for_desktop:
 * @argv: the arguments of the program
 *
 * Returns: whether the window is wanted: nothing is asked, or a file is given.
 *   A command wins over a file of the same name: `./score` names the file.
 */
gboolean
cap_cli_is_for_desktop (int   argc,
                        char *argv[])
{
  if (argc < 2)
    return TRUE;

  if (argv[1][0] == '-')
    return g_str_equal (argv[1], "--") || g_str_equal (argv[1], "--gapplication-service");

  return find_command (argv[1]) == NULL && argv[1][0] != '\0' &&
         (strchr (argv[1], G_DIR_SEPARATOR) != NULL || strchr (argv[1], '.') != NULL ||
          g_file_test (argv[1], G_FILE_TEST_EXISTS));
}

/**
 * cap_cli_run:
 * @argv: the program, a command and its arguments
 *
 * Returns: the exit status of the program
 */
int
cap_cli_run (int   argc,
             char *argv[])
{
  CapCliStatus status;

  g_return_val_if_fail (argc >= 2, CAP_CLI_USAGE);

  status = run_command (argv);

  return (int) (cap_cli_end_output () ? status : CAP_CLI_FAILED);
}
