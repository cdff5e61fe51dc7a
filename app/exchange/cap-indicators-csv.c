/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-indicators-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "base/cap-text.h"
#include "exchange/cap-csv-columns-private.h"

enum {
  COL_CODE, COL_LABEL, COL_UNIT, COL_TARGET, COL_DATE, COL_VALUE, COL_COMMENT, COL_DEFINITION, COL_SOURCE,
  COL_OWNER, N_COLS
};

static const CapCsvColumn columns[N_COLS] = {
  [COL_CODE] = { "code", "n|no|numero|reference", TRUE },
  [COL_LABEL] = { "label", "libelle|intitule|indicateur|indicator|nom|titre", FALSE },
  [COL_UNIT] = { "unit", "unite", FALSE },
  [COL_TARGET] = { "target", "cible|objectif|valeur cible", FALSE },
  [COL_DATE] = { "date", "date de mesure|mesure le|periode", FALSE },
  [COL_VALUE] = { "value", "valeur|resultat|mesure", FALSE },
  [COL_COMMENT] = { "comment", "commentaire|commentaires|observation|observations", FALSE },
  [COL_DEFINITION] = { "definition", "mode de calcul|calcul", FALSE },
  [COL_SOURCE] = { "source", "origine des donnees", FALSE },
  [COL_OWNER] = { "owner", "saisi par|entered by|pilote|responsable", FALSE },
};

/* What the reading of the rows needs and fills. */
typedef struct
{
  const CapDossier *dossier;
  const char       *today;
  GPtrArray        *faults;
  GPtrArray        *indicators; /* (element-type CapIndicator): those of the file, as they would be */
  GHashTable       *lines;      /* code and date → line of the value */
  int               indexes[N_COLS];
} Import;

static CapIndicator *
find (const GPtrArray *indicators,
      const char      *code)
{
  for (guint i = 0; i < indicators->len; i++)
    {
      CapIndicator *indicator = g_ptr_array_index (indicators, i);

      if (g_ascii_strcasecmp (indicator->code, code) == 0)
        return indicator;
    }

  return NULL;
}

static void
refuse (Import          *import,
        const CapCsvRow *row,
        char            *sentence)
{
  cap_csv_columns_add_fault (import->faults, row->line, sentence);
  g_free (sentence);
}

/* The indicator of a row: met above in the file, of the dossier, or new. */
static CapIndicator *
open_indicator (Import          *import,
                const CapCsvRow *row)
{
  g_autofree char *code = cap_csv_columns_dup_cell (row, import->indexes[COL_CODE]);
  g_autofree char *label = cap_csv_columns_dup_cell (row, import->indexes[COL_LABEL]);
  CapIndicator *indicator = code != NULL ? find (import->indicators, code) : NULL;
  const CapIndicator *known = code != NULL ? find (import->dossier->indicators, code) : NULL;

  if (indicator != NULL)
    return indicator;

  if (code == NULL)
    refuse (import, row, g_strdup (_("the code of the indicator is missing")));
  else if (known != NULL)
    indicator = cap_indicator_copy (known);
  else if (label != NULL)
    indicator = cap_indicator_new (NULL, code, label);
  else
    /* Translators: %s is the code of an indicator */
    refuse (import, row, g_strdup_printf (_("there is no indicator “%s” yet: give its label"), code));

  if (indicator == NULL)
    return NULL;

  if (known == NULL)
    indicator->created = g_strdup (import->today);
  g_ptr_array_add (import->indicators, indicator);

  return indicator;
}

/* What a cell says; an empty one leaves what was said. */
static void
read_text (const Import     *import,
           const CapCsvRow  *row,
           guint             column,
           char            **field)
{
  g_autofree char *text = cap_csv_columns_dup_cell (row, import->indexes[column]);

  if (text != NULL)
    cap_set_string (field, text);
}

static gboolean
read_quantity (Import          *import,
               const CapCsvRow *row,
               guint            column,
               gint64          *thousandths)
{
  g_autofree char *text = cap_csv_columns_dup_cell (row, import->indexes[column]);
  g_autofree char *bare = NULL;
  char *percent;

  if (text == NULL)
    return FALSE;

  bare = g_strdup (text);
  percent = strchr (bare, '%');
  if (percent != NULL && percent[1] == '\0')
    *percent = '\0';

  if (cap_number_parse_thousandths (bare, thousandths))
    return TRUE;

  /* Translators: %s is what was written */
  refuse (import, row, g_strdup_printf (_("“%s” is not a number"), text));

  return FALSE;
}

/* One value a day: a second one on the same day would hide the first. */
static gboolean
check_first (Import             *import,
             const CapCsvRow    *row,
             const CapIndicator *indicator,
             const char         *date)
{
  g_autofree char *key = g_strconcat (date, " ", indicator->code, NULL);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (import->lines, key));
  g_autofree char *day = cap_date_format_short (date);

  if (before == 0)
    {
      g_hash_table_insert (import->lines, g_steal_pointer (&key), GUINT_TO_POINTER (row->line));
      return TRUE;
    }

  /* Translators: %1$s is the code of an indicator, %2$s a date, %3$u the number of a line */
  refuse (import, row, g_strdup_printf (_("%1$s already has a value on %2$s, on line %3$u"),
                                        indicator->code, day, before));

  return FALSE;
}

static void
read_value (Import          *import,
            const CapCsvRow *row,
            CapIndicator    *indicator)
{
  g_autofree char *written = cap_csv_columns_dup_cell (row, import->indexes[COL_DATE]);
  g_autofree char *value = cap_csv_columns_dup_cell (row, import->indexes[COL_VALUE]);
  g_autofree char *comment = cap_csv_columns_dup_cell (row, import->indexes[COL_COMMENT]);
  g_autofree char *date = written != NULL ? cap_date_parse (written) : NULL;
  gint64 thousandths;

  if (written == NULL && value == NULL)
    return;

  if (written == NULL)
    refuse (import, row, g_strdup (_("this value has no date")));
  else if (date == NULL)
    /* Translators: %s is what was written */
    refuse (import, row, g_strdup_printf (_("“%s” is not a day of the calendar: write it as 2027-03-12 or "
                                            "12/03/2027"), written));
  else if (value == NULL)
    refuse (import, row, g_strdup (_("this date has no value")));
  else if (read_quantity (import, row, COL_VALUE, &thousandths) &&
           check_first (import, row, indicator, date))
    cap_indicator_set_value (indicator, date, thousandths, comment);
}

static void
read_row (Import          *import,
          const CapCsvRow *row)
{
  CapIndicator *indicator = open_indicator (import, row);
  gint64 target;

  if (indicator == NULL)
    return;

  read_text (import, row, COL_LABEL, &indicator->label);
  read_text (import, row, COL_UNIT, &indicator->unit);
  read_text (import, row, COL_DEFINITION, &indicator->definition);
  read_text (import, row, COL_SOURCE, &indicator->source);
  read_text (import, row, COL_OWNER, &indicator->owner);
  if (read_quantity (import, row, COL_TARGET, &target))
    indicator->target = target;
  read_value (import, row, indicator);
}

static CapCommand *
make_command (const Import *import,
              const char   *name)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, name);

  for (guint i = 0; i < import->indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (import->indicators, i);
      const CapIndicator *before = cap_dossier_find_indicator (import->dossier, indicator->id);

      if (before == NULL || !cap_indicator_equal (before, indicator))
        cap_command_put_indicator (command, indicator);
    }

  return command;
}

/**
 * cap_indicators_csv_read:
 * @source: a CSV file: code, label, unit, target, date, value; a row for each value
 * @name: its name, for the journal
 * @dossier: what they go into
 * @today: ISO 8601: from when values of new indicators are expected
 * @faults: (out) (transfer full) (element-type utf8): every fault, with its line,
 *   in the user’s language
 *
 * A code that the dossier has is that indicator, a code that it has not is a new
 * one. A day that had a value gets the one of the file; the others stay, and so
 * does what a row says nothing of.
 *
 * Returns: (transfer full) (nullable): the gesture; %NULL when there is a fault:
 *   all rows, or none
 */
CapCommand *
cap_indicators_csv_read (GBytes            *source,
                         const char        *name,
                         const CapDossier  *dossier,
                         const char        *today,
                         GPtrArray        **faults)
{
  g_autoptr(GPtrArray) indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_indicator_free);
  g_autoptr(GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) rows = NULL;
  Import import = { dossier, today, NULL, indicators, lines, { 0 } };

  g_return_val_if_fail (source != NULL && name != NULL && dossier != NULL && faults != NULL, NULL);

  *faults = g_ptr_array_new_with_free_func (g_free);
  import.faults = *faults;
  rows = cap_csv_columns_read (source, columns, N_COLS, import.indexes, *faults);
  for (guint i = 1; i < rows->len && import.indexes[COL_CODE] >= 0; i++)
    read_row (&import, g_ptr_array_index (rows, i));

  return (*faults)->len == 0 ? make_command (&import, name) : NULL;
}
