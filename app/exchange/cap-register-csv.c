/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-register-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-finding-rules.h"
#include "base/cap-date.h"
#include "base/cap-text.h"
#include "exchange/cap-catalogue-json.h"
#include "exchange/cap-csv-columns-private.h"
#include "exchange/cap-findings-csv-private.h"
#include "exchange/cap-register-words-private.h"
#include "quality/cap-document-versions.h"
#include "quality/cap-record-rules.h"

#define MAX_FIELDS 32 /* one bit each */

/* What is read of a row. */
typedef struct
{
  guint            line;
  CapRecord       *record;
  const CapRecord *before; /* NULL when it is new */
  guint32          failed; /* fields of which a fault was told already */
} Entry;

/* What the reading of the rows needs and fills. */
typedef struct
{
  const CapRegister *reg;
  const CapDossier  *dossier;
  CapCatalogue      *catalogue;
  const char        *today;
  guint              n_coded; /* findings that got a code of ours */
  GPtrArray         *faults;
  GHashTable        *known;   /* of the register: code, in small letters → CapRecord */
  GHashTable        *lines;   /* of the file: the same → line */
  GPtrArray         *entries; /* (element-type Entry) */
  GHashTable        *choices[MAX_FIELDS];
  int                indexes[MAX_FIELDS];
} Import;

static void
entry_free (Entry *self)
{
  cap_record_free (self->record);
  g_free (self);
}

static void
refuse (Import *import,
        guint   line,
        char   *sentence)
{
  cap_csv_columns_add_fault (import->faults, line, sentence);
  g_free (sentence);
}

/* Findings come from auditors, who give them no code: each gets the next one. */
static char *
dup_code (Import          *import,
          const CapCsvRow *row)
{
  char *code = cap_csv_columns_dup_cell (row, import->indexes[0]);
  g_autofree char *next = NULL;
  guint number;

  if (code != NULL || import->reg->kind != CAP_REGISTER_FINDING)
    return code;

  next = cap_record_dup_next_code (import->dossier, import->reg->kind, import->today);
  number = (guint) g_ascii_strtoull (strrchr (next, '-') + 1, NULL, 10);

  return g_strdup_printf ("%s-%02u", import->reg->prefix, number + import->n_coded++);
}

static Entry *
new_entry (Import          *import,
           const CapCsvRow *row,
           const char      *code,
           const char      *key)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->line = row->line;
  entry->before = g_hash_table_lookup (import->known, key);
  if (entry->before != NULL)
    entry->record = cap_record_copy (entry->before);
  else
    entry->record = cap_record_new (import->reg->kind, NULL);
  if (entry->before == NULL)
    cap_record_set (entry->record, 0, code);
  g_ptr_array_add (import->entries, entry);

  return entry;
}

/* Of a line of the register, or of a new one; NULL when the row does not say which. */
static Entry *
open_entry (Import          *import,
            const CapCsvRow *row)
{
  g_autofree char *code = dup_code (import, row);
  g_autofree char *key = code != NULL ? g_utf8_strdown (code, -1) : NULL;
  guint line = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (import->lines, key)) : 0;
  Entry *entry;

  if (code == NULL)
    refuse (import, row->line, g_strdup (_("the code is missing")));
  else if (line != 0)
    /* Translators: %1$s is a code, %2$u the number of a line */
    refuse (import, row->line, g_strdup_printf (_("%1$s is already on line %2$u"), code, line));
  if (code == NULL || line != 0)
    return NULL;

  entry = new_entry (import, row, code, key);
  g_hash_table_insert (import->lines, g_steal_pointer (&key), GUINT_TO_POINTER (row->line));

  return entry;
}

static char *
dup_choices (const CapField *field)
{
  GString *list = g_string_new (NULL);

  for (const CapChoice *choice = field->choices; choice->name != NULL; choice++)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", gettext (choice->label));

  return g_string_free (list, FALSE);
}

static char *
read_choice (Import     *import,
             Entry      *entry,
             guint       index,
             const char *text)
{
  const CapField *field = &import->reg->fields[index];
  g_autofree char *folded = cap_text_fold (text);
  const CapChoice *choice = g_hash_table_lookup (import->choices[index], folded);
  g_autofree char *list = NULL;

  if (choice != NULL)
    return g_strdup (choice->name);

  list = dup_choices (field);
  /* Translators: %1$s is what was written, %2$s the name of a column, %3$s what it may hold */
  refuse (import, entry->line, g_strdup_printf (_("“%1$s” is not a value of “%2$s”: %3$s"), text,
                                                gettext (field->label), list));

  return NULL;
}

static char *
read_date (Import     *import,
           Entry      *entry,
           const char *text)
{
  char *date = cap_date_parse (text);

  if (date == NULL)
    /* Translators: %s is what was written */
    refuse (import, entry->line,
            g_strdup_printf (_("“%s” is not a day of the calendar: write it as 2027-03-12 or "
                               "12/03/2027"), text));

  return date;
}

static char *
read_number (Import     *import,
             Entry      *entry,
             const char *text)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL))
    return g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  /* Translators: %s is what was written */
  refuse (import, entry->line, g_strdup_printf (_("“%s” is not a number"), text));

  return NULL;
}

/* “§ 7.2; 8.1” → “7.2, 8.1”: codes have no comma, and clauses no space. */
static char *
read_codes (const CapField *field,
            const char     *text)
{
  const gboolean clauses = field->refers == CAP_REFERS_REQUIREMENT;
  g_auto(GStrv) words = g_strsplit_set (text, clauses ? ",;|\n\t " : ",;|\n", -1);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      if (clauses && g_str_has_prefix (word, "§"))
        word += strlen ("§");
      if (*word != '\0')
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", word);
    }

  return g_string_free (codes, FALSE);
}

static char *
read_grade (Import     *import,
            Entry      *entry,
            const char *text)
{
  char *grade = cap_findings_csv_dup_grade (text, import->catalogue);

  if (grade == NULL)
    /* Translators: %s is what was written */
    refuse (import, entry->line, g_strdup_printf (_("“%s” is not a grade: write PF, PP, PS, PV, NC min. or"
                                                    " NC maj."), text));

  return grade;
}

static char *
read_value (Import     *import,
            Entry      *entry,
            guint       index,
            const char *text)
{
  const CapField *field = &import->reg->fields[index];

  switch (field->kind)
    {
    case CAP_VALUE_DATE:
      return read_date (import, entry, text);

    case CAP_VALUE_CHOICE:
      return read_choice (import, entry, index, text);

    case CAP_VALUE_NUMBER:
      return read_number (import, entry, text);

    case CAP_VALUE_CODES:
      return field->refers == CAP_REFERS_GRADE ? read_grade (import, entry, text) : read_codes (field, text);

    case CAP_VALUE_LINE:
      return g_strdelimit (g_strdup (text), "\r\n\t", ' ');

    case CAP_VALUE_TEXT:
    default:
      return g_strdup (text);
    }
}

/* What a new document does not say of itself. */
static void
complete_document (CapRecord *document)
{
  const char *code = cap_record_get_code (document);

  if (cap_record_get (document, CAP_DOCUMENT_KIND) == NULL)
    cap_record_set (document, CAP_DOCUMENT_KIND,
                    g_ascii_strncasecmp (code, "PR", 2) == 0 ? "procedure" : "other");
  if (cap_record_get (document, CAP_DOCUMENT_STATE) == NULL)
    cap_record_set (document, CAP_DOCUMENT_STATE,
                    cap_record_get (document, CAP_DOCUMENT_APPROVED) != NULL ? "in-force" : "draft");
}

/* A finding that the dossier has already is that one: it keeps what became of it. */
static void
complete_finding (Import *import,
                  Entry  *entry)
{
  const CapRecord *same = cap_findings_csv_find_same (entry->record, import->dossier);

  if (same != NULL)
    {
      cap_record_free (entry->record);
      entry->record = cap_record_copy (same);
      entry->before = same;
      return;
    }

  cap_findings_csv_complete (entry->record, import->dossier, import->catalogue, import->today);
}

/* What a cell says; an empty one leaves what was said. */
static void
read_row (Import          *import,
          const CapCsvRow *row)
{
  Entry *entry = open_entry (import, row);

  if (entry == NULL)
    return;

  for (guint i = 1; i < import->reg->n_fields; i++)
    {
      g_autofree char *text = cap_csv_columns_dup_cell (row, import->indexes[i]);
      g_autofree char *value = text != NULL ? read_value (import, entry, i, text) : NULL;

      if (value != NULL)
        cap_record_set (entry->record, i, value);
      else if (text != NULL)
        entry->failed |= 1u << i;
    }
  if (entry->before == NULL && import->reg->kind == CAP_REGISTER_DOCUMENT)
    complete_document (entry->record);
  if (entry->before == NULL && import->reg->kind == CAP_REGISTER_FINDING)
    complete_finding (import, entry);
}

/* The codes of the file were compared already: here is what else may be wrong. */
static void
check_entry (Import *import,
             Entry  *entry)
{
  g_autoptr(GPtrArray) faults = cap_record_check (entry->record, NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const CapRecordFault *fault = g_ptr_array_index (faults, i);

      if ((entry->failed & 1u << fault->field) == 0)
        cap_csv_columns_add_fault (import->faults, entry->line, fault->sentence);
    }
}

static gboolean
is_same (const Entry *entry)
{
  return entry->before != NULL && cap_record_equal (entry->before, entry->record);
}

static void
read_rows (Import          *import,
           const GPtrArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    {
      const guint n_entries = import->entries->len;

      read_row (import, g_ptr_array_index (rows, i));
      if (import->entries->len > n_entries)
        check_entry (import, g_ptr_array_index (import->entries, n_entries));
    }
}

/* A new version does not wipe out the one before. */
static void
keep_version (CapCommand       *command,
              const Entry      *entry,
              const CapDossier *dossier)
{
  g_autoptr(CapRecord) past = cap_document_dup_past_version (dossier, entry->before, entry->record);

  if (past != NULL)
    cap_command_put_record (command, past);
}

static void
fill_preview (CapRegisterPreview *preview,
              const Import       *import,
              const char         *name,
              const CapDossier   *dossier)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_IMPORT, name);

  for (guint i = 0; i < import->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (import->entries, i);

      if (is_same (entry))
        {
          preview->n_same++;
          continue;
        }

      preview->n_added += entry->before == NULL ? 1 : 0;
      preview->n_changed += entry->before != NULL ? 1 : 0;
      if (entry->before == NULL && import->reg->kind == CAP_REGISTER_FINDING)
        cap_finding_put_new (command, entry->record);
      else
        cap_command_put_record (command, entry->record);
      if (entry->before != NULL && import->reg->kind == CAP_REGISTER_DOCUMENT)
        keep_version (command, entry, dossier);
    }

  if (preview->faults->len == 0)
    preview->command = g_steal_pointer (&command);
}

static GPtrArray *
open_rows (Import *import,
           GBytes *source)
{
  CapCsvColumn columns[MAX_FIELDS];
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < import->reg->n_fields; i++)
    {
      g_ptr_array_add (words, cap_register_words_dup_headers (import->reg, i));
      columns[i] = (CapCsvColumn) { import->reg->fields[i].name, g_ptr_array_index (words, i),
                                     i == 0 && import->reg->kind != CAP_REGISTER_FINDING };
      if (import->reg->fields[i].kind == CAP_VALUE_CHOICE)
        import->choices[i] = cap_register_words_new_choices (import->reg, i);
    }

  return cap_csv_columns_read (source, columns, import->reg->n_fields, import->indexes, import->faults);
}

static void
list_known (Import          *import,
            const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      CapRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (import->known, g_utf8_strdown (cap_record_get_code (record), -1), record);
    }
}

/**
 * cap_register_csv_preview:
 * @source: a CSV file: a column for each field, by its name in files, by its label or as people call it
 * @name: its name, for the journal
 * @kind: a register whose records have a code
 * @dossier: what they go into
 * @today: ISO 8601
 *
 * A code that the register has is that line, a code that it has not is a new one. What a row says
 * nothing of stays.
 *
 * Returns: (transfer full): what it would do
 */
CapRegisterPreview *
cap_register_csv_preview (GBytes           *source,
                          const char       *name,
                          CapRegisterKind   kind,
                          const CapDossier *dossier,
                          const char       *today)
{
  CapRegisterPreview *preview = g_new0 (CapRegisterPreview, 1);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autoptr(GPtrArray) rows = NULL;
  Import import = { .known = known, .lines = lines, .entries = entries };

  g_return_val_if_fail (source != NULL && name != NULL && dossier != NULL && today != NULL, preview);

  preview->kind = kind;
  preview->faults = g_ptr_array_new_with_free_func (g_free);
  import.reg = cap_register_get (kind);
  import.dossier = dossier;
  import.catalogue = cap_catalogue_json_load_default ();
  import.today = today;
  import.faults = preview->faults;
  g_return_val_if_fail (cap_register_has_code (import.reg) && import.reg->n_fields <= MAX_FIELDS, preview);

  rows = open_rows (&import, source);
  list_known (&import, dossier->registers[kind]);
  if (rows->len > 0 && (import.indexes[0] >= 0 || kind == CAP_REGISTER_FINDING))
    read_rows (&import, rows);
  fill_preview (preview, &import, name, dossier);
  for (guint i = 0; i < MAX_FIELDS; i++)
    g_clear_pointer (&import.choices[i], g_hash_table_unref);
  cap_catalogue_unref (import.catalogue);

  return preview;
}

void
cap_register_preview_free (CapRegisterPreview *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->command, cap_command_free);
  g_free (self);
}

/* Returns: (transfer full): “12 lines added, 3 changed, 1 as it was” in the user’s language */
char *
cap_register_preview_dup_summary (const CapRegisterPreview *self)
{
  GString *summary = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: lines of a register */
  g_string_append_printf (summary, ngettext ("%u line added", "%u lines added", self->n_added),
                          self->n_added);
  /* Translators: it follows the number of lines that were added */
  g_string_append_printf (summary, ngettext (", %u line changed", ", %u lines changed", self->n_changed),
                          self->n_changed);
  if (self->n_same > 0)
    /* Translators: it follows the number of lines that were changed */
    g_string_append_printf (summary, ngettext (", %u as it was", ", %u as they were", self->n_same),
                            self->n_same);

  return g_string_free (summary, FALSE);
}
