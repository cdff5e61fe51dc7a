/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-readings-csv.h"

#include <glib/gi18n.h>

#include "base/cap-csv.h"
#include "scoring/cap-reading-text.h"

static void
append_header (GString *csv)
{
  cap_csv_append_row (csv, (const char *[]) {
    /* Translators: the head of a column that says by what the results are read */
    C_("column", "Reading"),
    /* Translators: the head of a column with the number of a theme or of a core subject */
    C_("column", "Number"),
    C_("column", "Title"),
    C_("column", "Score in percent"),
    C_("column", "Exact score"),
    C_("column", "Criteria answered"),
    C_("column", "Criteria asked"),
    C_("column", "Provisional"),
    C_("column", "Objectives"),
    /* Translators: the head of a column with sentences that tell the figures */
    C_("column", "What there is to read"),
    NULL,
  });
}

static char *
dup_objectives (const CapReadingLine *line)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < line->objectives->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "",
                            ((const CapObjectiveResult *) g_ptr_array_index (line->objectives, i))
                            ->objective->code);

  return g_string_free (codes, FALSE);
}

static void
append_line (GString              *csv,
             const CapReadingLine *line,
             const CapFramework   *framework)
{
  const CapScore *score = &line->score;
  g_autofree char *percent = score->exact != NULL ? g_strdup_printf ("%d", score->percent) : g_strdup ("");
  g_autofree char *exact = score->exact != NULL ? cap_fraction_to_string (score->exact) : g_strdup ("");
  g_autofree char *answered = g_strdup_printf ("%u", score->coverage.answered);
  g_autofree char *asked = g_strdup_printf ("%u", score->coverage.applicable);
  g_autofree char *objectives = dup_objectives (line);
  g_autofree char *text = cap_reading_line_dup_text (line);

  cap_csv_append_row (csv, (const char *[]) {
    cap_reading_kind_to_name (line->kind),
    line->code,
    cap_reading_line_get_title (line, framework),
    percent,
    exact,
    answered,
    asked,
    score->provisional ? _("Yes") : _("No"),
    objectives,
    text,
    NULL,
  });
}

/**
 * cap_readings_csv_write:
 * @photograph: the results of an evaluation
 *
 * Returns: (transfer full): the readings; only the heads of the columns when
 *   the framework refers to none of them
 */
char *
cap_readings_csv_write (const CapPhotograph *photograph)
{
  GString *csv;

  g_return_val_if_fail (photograph != NULL, NULL);

  csv = cap_csv_new ();
  append_header (csv);
  for (guint kind = 0; kind < CAP_N_READING_KINDS; kind++)
    {
      g_autoptr(CapReading) reading = cap_reading_new (photograph, (CapReadingKind) kind);

      for (guint i = 0; i < reading->lines->len; i++)
        append_line (csv, g_ptr_array_index (reading->lines, i), photograph->framework);
    }

  return g_string_free (csv, FALSE);
}
