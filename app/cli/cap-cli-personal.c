/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-document-text.h"
#include "exchange/cap-personal-json.h"
#include "store/cap-dossier-personal.h"

#define MAX_PLACES 8 /* told of each person; the rest is in JSON */

typedef struct
{
  CapPersonalReport       *report;
  const CapPersonalFinder *finder;
} Search;

typedef struct
{
  CapRedactionOutcome    *outcome;
  const CapPersonalSwaps *swaps;
} Redaction;

/* @text: what a document says; @whole: whether that is all that it says */
typedef void (*DocumentTaken) (CapPersonalDocument *document,
                               const char          *text,
                               gboolean             whole,
                               gpointer             user_data);

/* Returns: (transfer full) (nullable): one name a line, as written; empty lines are nothing */
static GStrv
read_names (const char   *path,
            CapCliStatus *status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = cap_cli_read_file (path, &error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (bytes == NULL)
    {
      *status = cap_cli_fail (path, error);
      return NULL;
    }

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!g_utf8_validate (text, -1, NULL))
    {
      cap_cli_complain (path, _("it is not in UTF-8"));
      *status = CAP_CLI_REFUSED;
      return NULL;
    }

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_ptr_array_add (names, g_strdup (lines[i]));
    }
  g_ptr_array_add (names, NULL);

  return g_strdupv ((char **) names->pdata);
}

static void
append_group (GString                *text,
              const CapPersonalGroup *group)
{
  g_autofree char *spellings = NULL;

  g_ptr_array_add (group->spellings, NULL);
  spellings = g_strjoinv (" · ", (char **) group->spellings->pdata);
  g_ptr_array_set_size (group->spellings, (int) group->spellings->len - 1);

  /* Translators: a kind of thing, as “Phone number”, and how it is written */
  g_string_append_printf (text, _("%1$s: %2$s"), cap_personal_kind_get_label (group->kind), spellings);
  /* Translators: how many times it is in the dossier, and in what was done before */
  g_string_append_printf (text, _(" (now %1$u, in the past %2$u)"), group->n_now, group->n_past);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < group->places->len && i < MAX_PLACES; i++)
    {
      const CapPersonalPlace *place = g_ptr_array_index (group->places, i);

      g_string_append_printf (text, "    %s%s: %s\n", place->what, place->past ? _(" (in the past)") : "",
                              place->around);
    }
  if (group->places->len > MAX_PLACES)
    g_string_append_printf (text, "    …\n");
}

static void
append_list (GString         *text,
             const char      *heading,
             const GPtrArray *lines)
{
  if (lines->len == 0)
    return;

  g_string_append_printf (text, "\n%s\n", heading);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "    %s\n", (const char *) g_ptr_array_index (lines, i));
}

/* What no plain text says. */
static void
read_documents (CapDossierFile *file,
                GPtrArray      *documents,
                DocumentTaken   taken,
                gpointer        user_data)
{
  for (guint i = 0; i < documents->len; i++)
    {
      CapPersonalDocument *document = g_ptr_array_index (documents, i);
      g_autoptr(GBytes) content = document->reading == CAP_PERSONAL_UNREAD
                                  ? cap_dossier_file_read_content (file, document->sha256, NULL) : NULL;
      gboolean whole = TRUE;
      g_autofree char *text = content != NULL ? cap_document_text_read (content, &whole, NULL) : NULL;

      if (text != NULL)
        taken (document, text, whole, user_data);
    }
}

static void
document_found (CapPersonalDocument *document,
                const char          *text,
                gboolean             whole,
                gpointer             user_data)
{
  const Search *search = user_data;

  cap_personal_report_take_text (search->report, document, search->finder, text, whole);
}

static void
document_left (CapPersonalDocument *document,
               const char          *text,
               gboolean             whole,
               gpointer             user_data)
{
  const Redaction *redaction = user_data;

  cap_redaction_outcome_take_text (redaction->outcome, document, redaction->swaps, text, whole);
}

static void
print_report (const CapPersonalReport *report)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) unread = cap_personal_list_unread (report->documents);

  g_string_append_printf (text, "%s\n", _("Fields that say who (a function rather than a name):"));
  for (guint i = 0; i < report->columns->len; i++)
    {
      const CapPersonalColumn *column = g_ptr_array_index (report->columns, i);

      if (column->use == CAP_PERSONAL_USE_PEOPLE)
        g_string_append_printf (text, "  %4u  %s\n", column->n_values, column->label);
    }

  g_string_append_c (text, '\n');
  for (guint i = 0; i < report->groups->len; i++)
    append_group (text, g_ptr_array_index (report->groups, i));
  if (report->groups->len == 0)
    g_string_append_printf (text, "%s\n", _("No address, no number, no name of the list was found."));
  append_list (text, _("Files that no search reads whole, to be opened by somebody:"), unread);
  cap_cli_print (text);
}

static void
print_outcome (const CapRedactionOutcome *outcome)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *proof = cap_redaction_outcome_dup_proof (outcome);
  const guint n_words = outcome->n_now + outcome->n_past - outcome->n_documents;
  g_autoptr(GPtrArray) unread = cap_personal_list_unread (outcome->documents);

  if (outcome->n_documents > 0)
    g_string_append_printf (text, ngettext ("%u file is taken out as a whole.\n",
                                            "%u files are taken out as a whole.\n", outcome->n_documents),
                            outcome->n_documents);
  if (n_words > 0 || outcome->n_documents == 0)
    {
      /* Translators: places of the dossier as it is, of what was done before, and how many files changed */
      g_string_append_printf (text, _("Taken out: %1$u now, %2$u in the past, in %3$u files."),
                              outcome->n_now - outcome->n_documents, outcome->n_past, outcome->n_contents);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "%s\n", proof);
  if (outcome->n_kept > 0)
    g_string_append_printf (text, "%s\n", _("Backups were kept: --drop-backups deletes them."));
  append_list (text, _("Still there, and why:"), outcome->left);
  append_list (text, _("Files that no search reads whole, to be opened by somebody:"), unread);
  g_string_append_printf (text, "\n%s\n",
                          _("Copies that were given to others, or that are on another computer,"
                                            " are as they were."));
  cap_cli_print (text);
}

static CapCliStatus
list (const char         *path,
      const char * const *names,
      gboolean            as_json)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open_to_read (path, &dossier, &status);
  g_autoptr(CapPersonalFinder) finder = cap_personal_finder_new (names);
  g_autoptr(CapPersonalReport) report = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;

  if (file == NULL)
    return status;

  report = cap_dossier_file_find_personal (file, names, &error);
  if (report == NULL)
    return cap_cli_fail (path, error);

  read_documents (file, report->documents, document_found, &(Search) { report, finder });
  cap_personal_report_sort (report);

  if (as_json)
    {
      json = cap_personal_json_write (report);
      cap_cli_print_json (json);
    }
  else
    {
      print_report (report);
    }

  return CAP_CLI_DONE;
}

static gboolean
is_digest (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

/* Returns: (transfer container) (element-type utf8): the SHA-256 of files of that name, each once */
static GPtrArray *
list_contents (const CapDossier *dossier,
               const char       *name)
{
  GPtrArray *digests = g_ptr_array_new ();

  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      const CapEvidence *evidence = g_ptr_array_index (dossier->evidence, i);

      for (guint j = 0; j < evidence->files->len; j++)
        {
          const CapEvidenceFile *version = g_ptr_array_index (evidence->files, j);

          if (g_str_equal (version->name, name) && !cap_evidence_is_content_removed (version->sha256) &&
              !g_ptr_array_find_with_equal_func (digests, version->sha256, g_str_equal, NULL))
            g_ptr_array_add (digests, version->sha256);
        }
    }

  return digests;
}

/* @files: (nullable): names of files of the dossier, or SHA-256 */
static gboolean
add_documents (CapPersonalSwaps   *swaps,
               const CapDossier   *dossier,
               const char * const *files)
{
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) digests = list_contents (dossier, files[i]);
      g_autofree char *all = NULL;
      g_autofree char *problem = NULL;

      if (is_digest (files[i]))
        cap_personal_swaps_add_document (swaps, files[i]);
      else if (digests->len == 1)
        cap_personal_swaps_add_document (swaps, g_ptr_array_index (digests, 0));
      else if (digests->len == 0)
        problem = g_strdup (_("the dossier has no file of this name"));
      else
        {
          g_ptr_array_add (digests, NULL);
          all = g_strjoinv (" ", (char **) digests->pdata);
          /* Translators: %s is a list of SHA-256 */
          problem = g_strdup_printf (_("several files have this name, give the SHA-256 of one: %s"), all);
        }
      if (problem != NULL)
        {
          cap_cli_complain (files[i], problem);
          return FALSE;
        }
    }

  return TRUE;
}

static CapCliStatus
redact (const char         *path,
        CapPersonalSwaps   *swaps,
        const char * const *files,
        gboolean            drop_backups,
        gboolean            as_json)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open (path, &dossier, &status);
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;

  if (file == NULL)
    return status;

  if (!add_documents (swaps, dossier, files))
    return CAP_CLI_REFUSED;

  outcome = cap_dossier_file_redact (file, swaps, drop_backups, &error);
  if (outcome != NULL)
    read_documents (file, outcome->documents, document_left, &(Redaction) { outcome, swaps });
  if (outcome == NULL || !cap_dossier_file_close (file, &error))
    {
      status = cap_cli_fail (path, error);
      return error->domain == CAP_PERSONAL_ERROR ? CAP_CLI_USAGE : status;
    }

  if (as_json)
    {
      json = cap_redaction_json_write (outcome);
      cap_cli_print_json (json);
    }
  else
    {
      print_outcome (outcome);
    }

  if (outcome->problem != NULL)
    cap_cli_complain (path, outcome->problem);

  return outcome->problem == NULL ? CAP_CLI_DONE : CAP_CLI_FAILED;
}

static CapCliStatus
retain (const char *path,
        const char *text)
{
  g_autofree char *date = cap_date_parse (text);
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(GError) error = NULL;

  if (date == NULL)
    {
      cap_cli_complain ("--keep-until", _("write a date, as 2031-12-31"));
      return CAP_CLI_USAGE;
    }

  file = cap_cli_open (path, &dossier, &status);
  if (file == NULL)
    return status;

  return cap_dossier_file_retain (file, date, &error) && cap_dossier_file_close (file, &error)
         ? CAP_CLI_DONE : cap_cli_fail (path, error);
}

static gboolean
add (CapPersonalSwaps *swaps,
     const char       *option,
     const char       *text,
     const char       *replacement)
{
  g_autoptr(GError) error = NULL;

  if (g_utf8_validate (text, -1, NULL) && cap_personal_swaps_add (swaps, text, replacement, &error))
    return TRUE;

  cap_cli_complain (option, error != NULL ? error->message : _("it is not in UTF-8"));

  return FALSE;
}

/* Returns: (transfer full) (nullable): what the line asks to take out; %NULL when it is wrong */
static CapPersonalSwaps *
parse_swaps (const GStrv removed,
             const GStrv replaced)
{
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();

  for (guint i = 0; removed != NULL && removed[i] != NULL; i++)
    {
      if (!add (swaps, "--remove", removed[i], NULL))
        return NULL;
    }
  for (guint i = 0; replaced != NULL && replaced[i] != NULL; i++)
    {
      char *sign = strrchr (replaced[i], '=');
      g_autofree char *text = sign != NULL ? g_strndup (replaced[i], (gsize) (sign - replaced[i])) : NULL;

      if (text == NULL)
        {
          cap_cli_complain ("--replace", _("write OLD=NEW"));
          return NULL;
        }
      if (!add (swaps, "--replace", text, sign + 1))
        return NULL;
    }

  return g_steal_pointer (&swaps);
}

static CapCliStatus
refuse_both (void)
{
  cap_cli_complain ("--keep-until", _("take out first, then say until when the dossier is kept"));

  return CAP_CLI_USAGE;
}

CapCliStatus
cap_cli_personal (const CapCliCommand *self,
                  GStrv                arguments)
{
  g_autofree char *names_path = NULL;
  g_auto(GStrv) removed = NULL;
  g_auto(GStrv) replaced = NULL;
  g_auto(GStrv) files = NULL;
  g_autofree char *date = NULL;
  gboolean drop_backups = FALSE;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "names", 0, 0, G_OPTION_ARG_FILENAME, &names_path, N_("Names to look for, one a line"),
      N_("LIST.txt") },
    { "remove", 0, 0, G_OPTION_ARG_STRING_ARRAY, &removed,
      N_("Takes a name, an address or a number out, of the past too; it is not undone"), N_("TEXT") },
    { "replace", 0, 0, G_OPTION_ARG_STRING_ARRAY, &replaced, N_("The same, and puts something else there"),
      N_("OLD=NEW") },
    { "remove-file", 0, 0, G_OPTION_ARG_STRING_ARRAY, &files,
      N_("Takes out what a file of the dossier holds, of the past too; it is not undone"),
      N_("NAME|SHA-256") },
    { "drop-backups", 0, 0, G_OPTION_ARG_NONE, &drop_backups, N_("Deletes the backups of the dossier too"),
      NULL },
    { "keep-until", 0, 0, G_OPTION_ARG_STRING, &date, N_("Says until when the dossier is kept"), N_("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("As JSON, for other programs"), NULL },
    { NULL },
  };
  CapCliStatus status = CAP_CLI_DONE;
  g_auto(GStrv) names = NULL;
  g_autoptr(CapPersonalSwaps) swaps = NULL;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  swaps = parse_swaps (removed, replaced);
  names = swaps != NULL && names_path != NULL ? read_names (names_path, &status) : NULL;
  if (swaps == NULL)
    status = CAP_CLI_USAGE;
  else if (date != NULL && (files != NULL || cap_personal_swaps_get_n (swaps) > 0))
    status = refuse_both ();
  else if (date != NULL)
    status = retain (arguments[0], date);
  else if (status == CAP_CLI_DONE && (cap_personal_swaps_get_n (swaps) > 0 || files != NULL))
    status = redact (arguments[0], swaps, (const char * const *) files, drop_backups, as_json);
  else if (status == CAP_CLI_DONE)
    status = list (arguments[0], (const char * const *) names, as_json);
  g_strfreev (arguments);

  return status;
}

static CapCliStatus
anonymise (const char         *path,
           const char         *output,
           const char * const *names)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open_to_read (path, &dossier, &status);
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return status;

  return cap_dossier_file_anonymise (file, output, names, &error) ? CAP_CLI_DONE
                                                                   : cap_cli_fail_to_create (output, error);
}

CapCliStatus
cap_cli_anonymise (const CapCliCommand *self,
                   GStrv                arguments)
{
  g_autofree char *names_path = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "names", 0, 0, G_OPTION_ARG_FILENAME, &names_path, N_("Names to look for, one a line"),
      N_("LIST.txt") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The dossier to write"), N_("NEW.capcedre") },
    { NULL },
  };
  CapCliStatus status = CAP_CLI_DONE;
  g_auto(GStrv) names = NULL;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  if (!cap_cli_has_output (output))
    status = CAP_CLI_USAGE;
  else
    names = names_path != NULL ? read_names (names_path, &status) : NULL;
  if (status == CAP_CLI_DONE)
    status = anonymise (arguments[0], output, (const char * const *) names);
  g_strfreev (arguments);

  return status;
}
