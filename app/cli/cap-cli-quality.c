/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-catalogue-json.h"
#include "exchange/cap-matrix-json.h"
#include "exchange/cap-readiness-json.h"
#include "quality/cap-target.h"

#define NUMBER_WIDTH 7
#define COUNT_WIDTH 38
#define STATE_WIDTH 14

typedef CapCliStatus (*TellFunc) (CapDossier *dossier,
                                  gboolean    as_json);

static void
append_flags (GString        *text,
              CapMatrixFlags  flags)
{
  const char *separator = " [";

  for (guint i = 0; i < CAP_N_MATRIX_FLAGS; i++)
    {
      const CapMatrixFlags flag = (CapMatrixFlags) (1u << i);

      if ((flags & flag) == 0)
        continue;

      g_string_append_printf (text, "%s%s", separator, cap_matrix_flag_get_label (flag));
      separator = ", ";
    }
  if (flags != 0)
    g_string_append_c (text, ']');
}

/* “  7.2    3 criteria · 4 pieces · 1 document     Compétences [Without evidence]” */
static void
append_row (GString            *text,
            const CapMatrixRow *row)
{
  g_autofree char *criteria = NULL;
  g_autofree char *pieces = NULL;
  g_autofree char *documents = NULL;
  g_autofree char *counts = NULL;

  criteria = g_strdup_printf (ngettext ("%u criterion", "%u criteria", row->criteria->len),
                              row->criteria->len);
  pieces = g_strdup_printf (ngettext ("%u piece", "%u pieces", row->evidence->len), row->evidence->len);
  documents = g_strdup_printf (ngettext ("%u document", "%u documents", row->documents->len),
                               row->documents->len);
  counts = g_strjoin (" · ", criteria, pieces, documents, NULL);

  g_string_append (text, "  ");
  cap_cli_append_padded (text, row->requirement->number, NUMBER_WIDTH);
  cap_cli_append_padded (text, counts, COUNT_WIDTH);
  g_string_append (text, cap_requirement_get_title (row->requirement));
  append_flags (text, row->flags);
  g_string_append_c (text, '\n');
}

static void
append_criterion (GString                  *text,
                  const CapMatrixCriterion *criterion)
{
  const guint n = criterion->evidence->len;
  g_autofree char *pieces = g_strdup_printf (ngettext ("%u piece", "%u pieces", n), n);

  g_string_append (text, "  ");
  cap_cli_append_padded (text, criterion->result->criterion->code, NUMBER_WIDTH);
  cap_cli_append_padded (text, pieces, COUNT_WIDTH);
  g_string_append (text, criterion->result->criterion->label);
  append_flags (text, cap_matrix_criterion_get_flags (criterion));
  g_string_append_c (text, '\n');
}

static void
print_matrix (const CapMatrix *matrix)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const CapRequirement *chapter = NULL;

  g_string_append (text, matrix->route != NULL ? matrix->route->label : "");
  if (matrix->standard != NULL)
    g_string_append_printf (text, " · %s (%s)", matrix->standard->title, matrix->standard->edition);
  g_string_append_c (text, '\n');

  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (matrix->rows, i);

      if (row->chapter != chapter)
        g_string_append_printf (text, "\n%s. %s\n", row->chapter->number,
                                cap_requirement_get_title (row->chapter));
      chapter = row->chapter;
      append_row (text, row);
    }
  for (guint i = 0; matrix->standard == NULL && i < matrix->criteria->len; i++)
    append_criterion (text, g_ptr_array_index (matrix->criteria, i));

  cap_cli_print (text);
}

static CapCliStatus
tell_matrix (CapDossier *dossier,
             gboolean    as_json)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(CapMatrix) matrix = NULL;
  g_autofree char *json = NULL;

  matrix = cap_matrix_new (dossier, catalogue, cap_dossier_get_current (dossier), today);
  if (as_json)
    {
      json = cap_matrix_json_write (matrix);
      cap_cli_print_json (json);
    }
  else
    {
      print_matrix (matrix);
    }

  return CAP_CLI_DONE;
}

static void
append_figures (GString            *text,
                const CapReadiness *readiness)
{
  g_autofree char *percent = readiness->percent >= 0 ? cap_number_format_percent (readiness->percent) : NULL;
  g_autofree char *summary = cap_readiness_dup_summary (readiness);
  g_autofree char *delay = cap_readiness_dup_delay (readiness);
  g_autofree char *evaluation = cap_readiness_dup_evaluation (readiness);

  if (percent != NULL)
    g_string_append_printf (text, "%s · ", percent);
  g_string_append_printf (text, "%s\n%s\n", summary, delay);
  if (evaluation != NULL)
    g_string_append_printf (text, "%s\n", evaluation);
}

static void
append_item (GString                *text,
             const CapReadinessItem *item)
{
  g_string_append (text, "  ");
  cap_cli_append_padded (text, cap_standing_get_label (item->standing), STATE_WIDTH);
  if (item->requirement != NULL)
    g_string_append_printf (text, "%s ", item->requirement->number);
  g_string_append_printf (text, "%s\n", item->title);
  cap_cli_append_padded (text, "", STATE_WIDTH + 2);
  g_string_append_printf (text, "%s\n", item->sentence);
}

/* What is in place is counted, not listed. */
static void
print_readiness (const CapReadiness *readiness)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *due = "";

  append_figures (text, readiness);
  for (guint i = 0; i < readiness->items->len; i++)
    {
      const CapReadinessItem *item = g_ptr_array_index (readiness->items, i);
      g_autofree char *day = NULL;

      if (cap_readiness_item_is_done (item))
        continue;

      if (g_strcmp0 (item->due, due) != 0)
        {
          day = item->due != NULL ? cap_date_format_long (item->due) : NULL;
          g_string_append_c (text, '\n');
          if (day != NULL)
            /* Translators: %s is a date */
            g_string_append_printf (text, _("By %s"), day);
          else
            g_string_append (text, _("No date yet"));
          g_string_append_c (text, '\n');
          due = item->due;
        }
      append_item (text, item);
    }

  cap_cli_print (text);
}

static CapCliStatus
tell_readiness (CapDossier *dossier,
                gboolean    as_json)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(CapReadiness) readiness = cap_readiness_new (dossier, catalogue, today);
  g_autofree char *json = NULL;

  if (as_json)
    {
      json = cap_readiness_json_write (readiness);
      cap_cli_print_json (json);
    }
  else
    {
      print_readiness (readiness);
    }

  return CAP_CLI_DONE;
}

static CapCliStatus
run (const CapCliCommand *self,
     GStrv                arguments,
     TellFunc             tell)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("As JSON, for other programs"), NULL },
    { NULL },
  };
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  dossier = cap_cli_load (arguments[0], &status);
  if (dossier != NULL)
    status = tell (dossier, as_json);
  g_strfreev (arguments);

  return status;
}

CapCliStatus
cap_cli_matrix (const CapCliCommand *self,
                GStrv                arguments)
{
  return run (self, arguments, tell_matrix);
}

CapCliStatus
cap_cli_readiness (const CapCliCommand *self,
                   GStrv                arguments)
{
  return run (self, arguments, tell_readiness);
}

/* Tells in two lines how ready the dossier is, when it aims at an audit. */
void
cap_cli_append_readiness (GString    *text,
                          CapDossier *dossier)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(CapReadiness) readiness = NULL;

  if (cap_target_find (dossier, today) == NULL)
    return;

  readiness = cap_readiness_new (dossier, catalogue, today);
  g_string_append_printf (text, "\n%s\n", _("Ready for the audit?"));
  append_figures (text, readiness);
}
