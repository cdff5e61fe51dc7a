/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "workspace/cap-document.h"

#define COPIES_UNSET G_MININT

/* An option that names a line of a register. */
typedef struct
{
  const char      *option;
  char            *code;  /* (nullable): what was given */
  CapRegisterKind  reg;
} Named;

#define N_NAMED 3

/* What was given, or %NULL. */
typedef struct
{
  char  *output;
  char  *layout;
  char  *parts;
  char  *from;
  char  *to;
  char  *college;
  int    copies;
  gboolean new_key; /* of a seal */
  Named  named[N_NAMED];
} Options;

static void
options_clear (Options *self)
{
  g_free (self->output);
  g_free (self->layout);
  g_free (self->parts);
  g_free (self->from);
  g_free (self->to);
  g_free (self->college);
  for (guint i = 0; i < N_NAMED; i++)
    g_free (self->named[i].code);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static char *
list_kinds (void)
{
  GString *names = g_string_new (NULL);

  for (CapReportKind kind = 0; kind < CAP_N_REPORT_KINDS; kind++)
    g_string_append_printf (names, "%s%s", kind > 0 ? ", " : "", cap_report_kind_to_name (kind));

  return g_string_free (names, FALSE);
}

static gboolean
find_kind (const char    *name,
           CapReportKind *kind)
{
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;

  if (cap_report_kind_from_name (name, kind))
    return TRUE;

  names = list_kinds ();
  /* Translators: it is followed by names of documents, as “plan, week” */
  sentence = g_strdup_printf (_("there is no such document; there are: %s"), names);
  cap_cli_complain (name, sentence);

  return FALSE;
}

static char *
list_layouts (CapReportKind kind)
{
  GString *names = g_string_new (NULL);

  for (CapReportLayout layout = 0; layout < CAP_N_REPORT_LAYOUTS; layout++)
    {
      if (cap_report_kind_has_layout (kind, layout))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                cap_report_layout_to_name (layout));
    }

  return g_string_free (names, FALSE);
}

/* To ask for a layout where there is one only is a mistake. */
static gboolean
find_layout (const char      *name,
             CapReportKind    kind,
             CapReportLayout *layout)
{
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;

  *layout = cap_report_kind_get_layout (kind, CAP_LAYOUT_SHEETS);
  if (name == NULL ||
      (cap_report_layout_from_name (name, layout) && cap_report_kind_has_layout (kind, *layout)))
    return TRUE;

  names = list_layouts (kind);
  /* Translators: it is followed by names of layouts, as “sheets, table” */
  sentence = *names != '\0' ? g_strdup_printf (_("there is no such layout; there are: %s"), names)
                            : g_strdup (_("--layout goes with “plan” and “photograph” only"));
  cap_cli_complain (name, sentence);

  return FALSE;
}

/* The audit dossier alone has parts. */
static gboolean
find_parts (const char    *text,
            CapReportKind  kind,
            guint         *parts)
{
  *parts = 0;
  if (text == NULL)
    return TRUE;

  if (kind == CAP_REPORT_AUDIT_DOSSIER && cap_dossier_parts_parse (text, parts))
    return TRUE;

  cap_cli_complain (text, kind == CAP_REPORT_AUDIT_DOSSIER
                    ? _("there are no such parts; say their numbers, from 1 to 15: “1,3,8-11”")
                    : _("--parts goes with “audit-dossier” only"));

  return FALSE;
}

/* One review, audit or finding of many may be asked for; of the other documents there is one. */
static gboolean
find_record (const Named       *named,
             CapDocumentChoice *choice)
{
  for (guint i = 0; i < N_NAMED; i++)
    {
      g_autofree char *sentence = NULL;

      if (named[i].code == NULL)
        continue;

      choice->record = named[i].code;
      if (cap_report_kind_get_register (choice->kind) == named[i].reg)
        continue;

      /* Translators: the name of an option, the name of a document */
      sentence = g_strdup_printf (_("%1$s does not go with “%2$s”"), named[i].option,
                                  cap_report_kind_to_name (choice->kind));
      cap_cli_complain (named[i].code, sentence);
      return FALSE;
    }

  return TRUE;
}

/* The commitments alone are of a period: both of its days, in order. */
static gboolean
check_period (const char    *from,
              const char    *to,
              CapReportKind  kind)
{
  if (from == NULL && to == NULL)
    return TRUE;

  if (kind != CAP_REPORT_COMMITMENTS)
    cap_cli_complain (from != NULL ? from : to, _("--from and --to go with “commitments” only"));
  else if (!cap_date_is_valid (from) || !cap_date_is_valid (to) || strcmp (from, to) > 0)
    cap_cli_complain (from != NULL ? from : to, _("say both days of the period, in order: --from 2026-01-01 "
                                                  "--to 2026-12-31"));
  else
    return TRUE;

  return FALSE;
}

static char *
list_colleges (void)
{
  GString *names = g_string_new (NULL);

  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    g_string_append_printf (names, "%s%s", college > 0 ? ", " : "", cap_college_to_name (college));

  return g_string_free (names, FALSE);
}

/* The questionnaire alone is for a college, and then for so many people. */
static gboolean
find_college (const Options     *options,
              CapDocumentChoice *choice)
{
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;

  if (options->college == NULL && options->copies == COPIES_UNSET)
    return TRUE;

  choice->copies = options->copies == COPIES_UNSET ? 1 : (guint) CLAMP (options->copies, 0, G_MAXINT);
  if (choice->kind != CAP_REPORT_QUESTIONNAIRE)
    sentence = g_strdup (_("--college and --copies go with “questionnaire” only"));
  else if (options->college == NULL)
    sentence = g_strdup (_("--copies goes with --college"));
  else if (!cap_college_from_name (options->college, &choice->college))
    {
      names = list_colleges ();
      /* Translators: it is followed by names of colleges, as “direction, permanents” */
      sentence = g_strdup_printf (_("there is no such college; there are: %s"), names);
    }
  else if (choice->copies == 0 || choice->copies > CAP_REPORT_MAX_COPIES)
    sentence = g_strdup_printf (_("--copies is a number from 1 to %d"), CAP_REPORT_MAX_COPIES);
  else
    return TRUE;

  cap_cli_complain (options->college != NULL ? options->college : "--copies", sentence);

  return FALSE;
}

/* A file for word processors is flat OpenDocument: one that is named otherwise would not open. */
static gboolean
check_format (const char    *output,
              CapReportKind  kind)
{
  if (g_str_has_suffix (output, ".odt"))
    {
      cap_cli_complain (output, _("the text for word processors is flat OpenDocument: name it with .fodt"));
      return FALSE;
    }

  if (!g_str_has_suffix (output, CAP_DOCUMENT_ODT_SUFFIX) || cap_report_kind_has_odt (kind))
    return TRUE;

  cap_cli_complain (output, _("this document is not written for word processors: name a PDF"));

  return FALSE;
}

static gboolean
write_document (const CapDocumentChoice  *choice,
                const CapDossier         *dossier,
                const char               *output,
                GError                  **error)
{
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(CapDocument) document = NULL;

  if (g_str_has_suffix (output, CAP_DOCUMENT_ODT_SUFFIX))
    return cap_document_write_odt (choice, dossier, today, output, error);

  document = cap_document_new (choice, dossier, today, error);

  return document != NULL && cap_document_save (document, output, error);
}

static CapCliStatus
report (const CapDocumentChoice *choice,
        const char              *path,
        const char              *output)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  g_autoptr(GError) error = NULL;

  if (dossier == NULL || !cap_cli_is_output (output, path, &status))
    return status;

  if (write_document (choice, dossier, output, &error))
    return CAP_CLI_DONE;

  /* What is missing is missing in the dossier, not where it would be written. */
  return cap_cli_fail (g_error_matches (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING) ? path : output,
                       error);
}

/* What a sealed version may be of. */
static gboolean
check_seal (CapReportKind  kind,
            const char    *output)
{
  if (!cap_report_kind_has_seal (kind))
    cap_cli_complain (cap_report_kind_to_name (kind),
                      _("it is the same for everyone: there is nothing to seal"));
  else if (g_str_has_suffix (output, CAP_DOCUMENT_ODT_SUFFIX))
    cap_cli_complain (output, _("a text that changes is not sealed: name a PDF"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
find_choice (const Options     *options,
             const char        *kind,
             CapDocumentChoice *choice)
{
  choice->from = options->from;
  choice->to = options->to;

  return find_kind (kind, &choice->kind) && find_layout (options->layout, choice->kind, &choice->layout) &&
         find_parts (options->parts, choice->kind, &choice->parts) && find_record (options->named, choice) &&
         check_period (options->from, options->to, choice->kind) && find_college (options, choice) &&
         cap_cli_has_output (options->output) && check_format (options->output, choice->kind);
}

static CapCliStatus
seal (const Options           *options,
      const CapDocumentChoice *choice,
      const char              *path)
{
  return check_seal (choice->kind, options->output)
         ? cap_cli_seal_document (choice, path, options->output, options->new_key) : CAP_CLI_USAGE;
}

/* Both print the same documents from the same options. */
static CapCliStatus
run (const CapCliCommand *self,
     GStrv                arguments,
     gboolean             seals)
{
  g_auto(Options) options = {
    .copies = COPIES_UNSET,
    .named = {
      { "--review", NULL, CAP_REGISTER_MANAGEMENT_REVIEW },
      { "--audit", NULL, CAP_REGISTER_AUDIT },
      { "--finding", NULL, CAP_REGISTER_FINDING },
    },
  };
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_STRING, &options.layout,
      N_("Of the plan: “sheets” or “table”; of the photograph: “themes”, “priority”, “board” or “slides”"),
      N_("LAYOUT") },
    { "review", 0, 0, G_OPTION_ARG_STRING, &options.named[0].code,
      N_("The management review to print, by its code; the last one when it is not said"), N_("CODE") },
    { "audit", 0, 0, G_OPTION_ARG_STRING, &options.named[1].code,
      N_("The audit of the plan or of the report; the next one, or the last one"), N_("CODE") },
    { "finding", 0, 0, G_OPTION_ARG_STRING, &options.named[2].code,
      N_("The finding to print; the first one that is not settled"), N_("CODE") },
    { "parts", 0, 0, G_OPTION_ARG_STRING, &options.parts,
      N_("Of the audit dossier: “1,3,8-11”; all of them otherwise"), N_("PARTS") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from,
      N_("The first day of the commitments; their last year when it is not said"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("Their last day"), N_("DATE") },
    { "college", 0, 0, G_OPTION_ARG_STRING, &options.college,
      N_("Of the questionnaire: for each person of a college, with a code; in plain words for “parcours”"),
      N_("COLLEGE") },
    { "copies", 0, 0, G_OPTION_ARG_INT, &options.copies,
      N_("For how many people of the college, 1 to 500; 1 when it is not said"), N_("COPIES") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("The PDF to write (.fodt: see the audit dossier)"), N_("FILE") },
    { seals ? "new-key" : NULL, 0, 0, G_OPTION_ARG_NONE, &options.new_key,
      N_("Makes a key first: the first one, or one in place of that whose passphrase is lost"), NULL },
    { NULL },
  };
  CapCliStatus status;
  CapDocumentChoice choice = { 0 };

  if (!cap_cli_parse (self, entries, 2, 2, &arguments, &status))
    return status;

  if (seals && cap_cli_seal_has_deed (arguments[0]))
    status = cap_cli_seal_do (arguments[0], arguments[1], options.new_key);
  else if (!find_choice (&options, arguments[0], &choice))
    status = CAP_CLI_USAGE;
  else if (seals)
    status = seal (&options, &choice, arguments[1]);
  else
    status = report (&choice, arguments[1], options.output);
  g_strfreev (arguments);

  return status;
}

CapCliStatus
cap_cli_report (const CapCliCommand *self,
                GStrv                arguments)
{
  return run (self, arguments, FALSE);
}

CapCliStatus
cap_cli_seal (const CapCliCommand *self,
              GStrv                arguments)
{
  return run (self, arguments, TRUE);
}
