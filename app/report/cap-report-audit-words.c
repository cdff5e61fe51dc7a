/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

/* What the parts of a dossier d’audit share: titles, cells, tables of records. */

/* A part has its number whatever parts are chosen: people speak of “part 8”. */
void
cap_audit_add_title (CapAudit *self,
                     guint     part)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", part, cap_dossier_part_get_label (part));
  g_autofree char *anchor = g_strdup_printf ("part-%u", part);

  cap_doc_add_heading (self->doc, 1, title, anchor);
}

void
cap_audit_add_section (CapAudit   *self,
                       const char *title)
{
  cap_doc_add_heading (self->doc, 2, title, NULL);
}

/* Nothing is left blank: what is missing is said, and who reads knows that it was looked for. */
void
cap_audit_add_missing (CapAudit   *self,
                       const char *sentence)
{
  cap_doc_add_text (self->doc, CAP_DOC_PARAGRAPH, NULL);
  cap_doc_add_run (self->doc, sentence, CAP_DOC_EMPHASIS, NULL);
}

/* What a person typed: a paragraph for each of its lines. */
void
cap_audit_add_typed (CapAudit        *self,
                     CapDocBlockKind  kind,
                     const char      *text)
{
  g_autofree char *printed = cap_report_dup_typography (text);
  g_auto(GStrv) lines = g_strsplit (printed, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      cap_doc_add_text (self->doc, kind, lines[i]);
}

void
cap_audit_add_typed_fact (CapAudit   *self,
                          const char *label,
                          const char *text)
{
  g_autofree char *printed = text != NULL ? cap_report_dup_typography (text) : NULL;

  cap_doc_add_fact (self->doc, label, printed);
}

void
cap_audit_add_typed_cell (CapAudit   *self,
                          const char *text)
{
  g_autofree char *printed = text != NULL ? cap_report_dup_typography (text) : NULL;

  cap_doc_add_cell (self->doc, printed != NULL && printed[0] != '\0' ? printed : "–");
}

void
cap_audit_add_code_cell (CapAudit   *self,
                         const char *code,
                         const char *link)
{
  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, code, CAP_DOC_CODE, link);
}

void
cap_audit_add_day_cell (CapAudit   *self,
                        const char *iso)
{
  g_autofree char *day = cap_report_dup_day (iso);

  cap_doc_add_cell (self->doc, day);
}

void
cap_audit_add_count_cell (CapAudit *self,
                          guint     count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  cap_doc_add_cell (self->doc, text);
}

/* A code in a list of codes, which leads where it is explained. */
void
cap_audit_add_link (CapAudit   *self,
                    const char *code,
                    const char *anchor,
                    gboolean    first)
{
  if (!first)
    cap_doc_add_run (self->doc, ", ", CAP_DOC_PLAIN, NULL);
  cap_doc_add_run (self->doc, code, CAP_DOC_PLAIN, anchor);
}

/* Places are named by what they are and their code: “clause-7.2”, “process-P-01”. */
char *
cap_audit_dup_anchor (const char *kind,
                      const char *code)
{
  return g_strdup_printf ("%s-%s", kind, code);
}

char *
cap_audit_dup_record_anchor (const CapRecord *record)
{
  return cap_audit_dup_anchor (cap_register_get (record->kind)->name, cap_record_get_code (record));
}

static const char *
get_place (CapRefers refers)
{
  switch (refers)
    {
    case CAP_REFERS_PROCESS:
      return "process";

    case CAP_REFERS_DOCUMENT:
      return "document";

    case CAP_REFERS_INDICATOR:
      return "indicator";

    case CAP_REFERS_REQUIREMENT:
      return "clause";

    case CAP_REFERS_AUDIT:
      return "audit";

    case CAP_REFERS_FINDING:
      return "finding";

    case CAP_REFERS_NOTHING:
    case CAP_REFERS_ROUTE:
    case CAP_REFERS_GRADE:
    case CAP_REFERS_CRITERION:
    case CAP_REFERS_SITE:
    default:
      return NULL;
    }
}

static void
add_codes (CapAudit        *self,
           const CapRecord *record,
           guint            field,
           CapRefers        refers)
{
  g_auto(GStrv) codes = cap_record_dup_codes (record, field);
  const char *place = get_place (refers);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_autofree char *anchor = place != NULL ? cap_audit_dup_anchor (place, codes[i]) : NULL;

      cap_audit_add_link (self, codes[i], anchor, i == 0);
    }
}

/* A value as people read it; codes lead where they are explained. */
void
cap_audit_add_value_cell (CapAudit        *self,
                          const CapRecord *record,
                          guint            field)
{
  const CapField *it = &cap_register_get (record->kind)->fields[field];
  const char *value = cap_record_get (record, field);

  if (value == NULL)
    cap_doc_add_cell (self->doc, "–");
  else if (it->kind == CAP_VALUE_DATE)
    cap_audit_add_day_cell (self, value);
  else if (it->kind == CAP_VALUE_CHOICE)
    cap_doc_add_cell (self->doc, cap_record_get_choice (record, field));
  else if (it->kind == CAP_VALUE_CODES)
    {
      cap_doc_add_cell (self->doc, NULL);
      add_codes (self, record, field, it->refers);
    }
  else
    cap_audit_add_typed_cell (self, value);
}

void
cap_audit_begin_records (CapAudit             *self,
                         CapRegisterKind       kind,
                         const CapAuditColumn *columns,
                         guint                 n_columns)
{
  const CapRegister *it = cap_register_get (kind);
  g_autofree CapDocColumn *heads = g_new0 (CapDocColumn, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *title = columns[i].title != NULL ? columns[i].title : it->fields[columns[i].field].label;

      heads[i] = (CapDocColumn) { gettext (title), columns[i].width, CAP_PDF_ALIGN_LEFT };
    }
  cap_doc_begin_table (self->doc, heads, n_columns);
}

/* A line of the table; a code names it for links. */
void
cap_audit_add_record (CapAudit             *self,
                      const CapRecord      *record,
                      const CapAuditColumn *columns,
                      guint                 n_columns)
{
  gboolean coded = cap_register_has_code (cap_register_get (record->kind));
  g_autofree char *anchor = coded ? cap_audit_dup_record_anchor (record) : NULL;

  cap_doc_begin_row (self->doc, anchor);
  for (guint i = 0; i < n_columns; i++)
    {
      if (coded && columns[i].field == 0)
        cap_audit_add_code_cell (self, cap_record_get_code (record), NULL);
      else
        cap_audit_add_value_cell (self, record, columns[i].field);
    }
}

/* All of a register in one table; %FALSE and nothing when it is empty. */
gboolean
cap_audit_add_register (CapAudit             *self,
                        CapRegisterKind       kind,
                        const CapAuditColumn *columns,
                        guint                 n_columns)
{
  const GPtrArray *records = cap_audit_get_register (self, kind);

  if (records->len == 0)
    return FALSE;

  cap_audit_begin_records (self, kind, columns, n_columns);
  for (guint i = 0; i < records->len; i++)
    cap_audit_add_record (self, g_ptr_array_index (records, i), columns, n_columns);

  return TRUE;
}

const GPtrArray *
cap_audit_get_register (const CapAudit  *self,
                        CapRegisterKind  kind)
{
  return self->dossier->registers[kind];
}

static char *
make_key (CapOriginKind  kind,
          const char    *code)
{
  return g_strdup_printf ("%d/%s", (int) kind, code);
}

/* Which actions come from what, found once for the whole document. */
static void
index_actions (CapAudit *self)
{
  self->actions_by_origin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                   (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->dossier->actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (self->dossier->actions, i);

      for (guint j = 0; j < action->origins->len; j++)
        {
          const CapActionOrigin *origin = g_ptr_array_index (action->origins, j);
          g_autofree char *key = make_key (origin->kind, origin->code);
          GPtrArray *actions = g_hash_table_lookup (self->actions_by_origin, key);

          if (actions == NULL)
            {
              actions = g_ptr_array_new ();
              g_hash_table_insert (self->actions_by_origin, g_steal_pointer (&key), actions);
            }
          g_ptr_array_add (actions, action);
        }
    }
}

/* Adds links to the actions that treat something, and says how many there are. */
guint
cap_audit_add_actions_of (CapAudit      *self,
                          CapOriginKind  kind,
                          const char    *code)
{
  g_autofree char *key = make_key (kind, code);
  const GPtrArray *actions;

  if (self->actions_by_origin == NULL)
    index_actions (self);

  actions = g_hash_table_lookup (self->actions_by_origin, key);
  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);
      g_autofree char *number = g_strdup_printf ("%u", action->number);
      g_autofree char *anchor = cap_report_dup_anchor (action);

      cap_audit_add_link (self, number, anchor, i == 0);
    }

  return actions != NULL ? actions->len : 0;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const CapRecord *first = *(const CapRecord * const *) a;
  const CapRecord *second = *(const CapRecord * const *) b;

  return -g_strcmp0 (cap_record_get (first, CAP_STATEMENT_DATE), cap_record_get (second, CAP_STATEMENT_DATE));
}

/* (transfer container): what the structure says about @kind, the last adopted first. */
GPtrArray *
cap_audit_list_statements (const CapAudit *self,
                           const char     *kind)
{
  const GPtrArray *all = cap_audit_get_register (self, CAP_REGISTER_STATEMENT);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (cap_record_is (g_ptr_array_index (all, i), CAP_STATEMENT_KIND, kind))
      g_ptr_array_add (found, g_ptr_array_index (all, i));
  g_ptr_array_sort (found, compare_dates);

  return found;
}

/* What something is, in bold, and below what more there is to say. */
void
cap_audit_add_double_cell (CapAudit   *self,
                           const char *text,
                           const char *below)
{
  g_autofree char *first = text != NULL ? cap_report_dup_typography (text) : NULL;
  g_autofree char *second = below != NULL ? cap_report_dup_typography (below) : NULL;

  cap_doc_add_cell (self->doc, NULL);
  cap_doc_add_run (self->doc, first, CAP_DOC_STRONG, NULL);
  if (first != NULL && second != NULL && second[0] != '\0')
    cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
  cap_doc_add_run (self->doc, second, CAP_DOC_PLAIN, NULL);
  if (first == NULL && second == NULL)
    cap_doc_add_run (self->doc, "–", CAP_DOC_PLAIN, NULL);
}

/* A text with the last day it was true below it. */
void
cap_audit_add_dated_cell (CapAudit   *self,
                          const char *text,
                          const char *iso)
{
  g_autofree char *day = iso != NULL ? cap_report_dup_day (iso) : NULL;

  cap_audit_add_typed_cell (self, text);
  if (day == NULL)
    return;

  cap_doc_add_run (self->doc, "\n", CAP_DOC_PLAIN, NULL);
  cap_doc_add_run (self->doc, day, CAP_DOC_MUTED, NULL);
}

/* The line of a register with this UUID; they are indexed at the first call. */
const CapRecord *
cap_audit_find_record (CapAudit   *self,
                       const char *id)
{
  if (self->records_by_id == NULL)
    {
      self->records_by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
        {
          const GPtrArray *records = cap_audit_get_register (self, kind);

          for (guint i = 0; i < records->len; i++)
            {
              CapRecord *record = g_ptr_array_index (records, i);

              g_hash_table_insert (self->records_by_id, record->id, record);
            }
        }
    }

  return g_hash_table_lookup (self->records_by_id, id);
}
