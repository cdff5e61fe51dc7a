/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-auditor-return-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-audit-scope.h"
#include "base/cap-text.h"
#include "exchange/cap-framework-json.h"
#include "quality/cap-record-rules.h"

/* What comes back from an auditor is merged field by field: what the auditor changed comes in, what the
 * structure wrote meanwhile elsewhere stays, and what is empty in the copy empties nothing. */

typedef struct
{
  const CapAuditorReturnInput *input;
  const CapRecord             *audit;   /* of the dossier */
  CapAuditorReturn            *result;
  GHashTable                  *taken;   /* UUID → CapRecord: what each record of the audit becomes */
  GHashTable                  *codes;   /* of the findings that enter, in small letters */
} Merge;

static void
free_item (CapReturnItem *item)
{
  g_free (item->code);
  g_free (item->title);
  g_free (item->detail);
  g_free (item);
}

/* A point of the checklist goes by its subject. */
static void
add_item (Merge           *merge,
          const CapRecord *record,
          gboolean         added,
          const GString   *detail)
{
  CapReturnItem *item = g_new0 (CapReturnItem, 1);
  const gboolean is_check = record->kind == CAP_REGISTER_AUDIT_CHECK;
  const char *subject = is_check ? cap_record_get (record, CAP_AUDIT_CHECK_SUBJECT) : NULL;
  const char *title = is_check ? cap_record_get (record, CAP_AUDIT_CHECK_QUESTION)
                               : cap_record_get_title (record);

  if (record->kind == CAP_REGISTER_FINDING)
    title = cap_record_get (record, CAP_FINDING_FACT);
  item->kind = record->kind;
  item->added = added;
  item->code = g_strdup (subject != NULL ? subject : cap_record_get_code (record));
  item->title = g_strdup (title != NULL ? title : "");
  item->detail = g_strdup (detail->str);
  g_ptr_array_add (merge->result->items, item);
}

static void
append_label (GString    *detail,
              const char *label)
{
  g_string_append_printf (detail, "%s%s", detail->len > 0 ? ", " : "", gettext (label));
}

/* What names a record in the dossier is for the dossier to say. */
static gboolean
is_name (CapRegisterKind kind,
         guint           field)
{
  return (kind == CAP_REGISTER_AUDIT && field == CAP_AUDIT_CODE) ||
         (kind == CAP_REGISTER_FINDING && (field == CAP_FINDING_CODE || field == CAP_FINDING_AUDIT));
}

/* Returns: (transfer full): what @mine becomes; @detail takes the labels of what changes */
static CapRecord *
merge_record (const CapRecord *mine,
              const CapRecord *theirs,
              const CapRecord *before,
              GString         *detail)
{
  const CapRegister *reg = cap_register_get (mine->kind);
  CapRecord *merged = cap_record_copy (mine);

  for (guint i = 0; i < reg->n_fields; i++)
    {
      const char *value = cap_record_get (theirs, i);

      if (value == NULL || is_name (mine->kind, i) ||
          (before != NULL && g_strcmp0 (value, cap_record_get (before, i)) == 0))
        continue;
      if (cap_record_set (merged, i, value))
        append_label (detail, reg->fields[i].label);
    }

  return merged;
}

static void
take (Merge     *merge,
      CapRecord *record)
{
  g_hash_table_insert (merge->taken, record->id, record);
}

/* Puts what becomes of one record. Returns: whether anything does */
static gboolean
merge_one (Merge           *merge,
           const CapRecord *theirs,
           GString         *detail,
           gboolean        *added)
{
  const CapRecord *mine = cap_dossier_find_record (merge->input->dossier, theirs->kind, theirs->id);
  const CapRecord *before = cap_dossier_find_record (merge->input->origin, theirs->kind, theirs->id);
  CapRecord *merged;

  *added = mine == NULL;
  if (mine == NULL && before != NULL)
    return FALSE; /* the structure took it out meanwhile */

  merged = mine != NULL ? merge_record (mine, theirs, before, detail) : cap_record_copy (theirs);
  take (merge, merged);
  if (mine != NULL && detail->len == 0)
    return FALSE;

  cap_command_put_record (merge->result->command, merged);

  return TRUE;
}

static void
merge_parts_of_audit (Merge           *merge,
                      CapRegisterKind  kind)
{
  g_autoptr(GPtrArray) parts = cap_dossier_list_parts (merge->input->copy, kind, merge->audit->id);

  for (guint i = 0; i < parts->len; i++)
    {
      const CapRecord *part = g_ptr_array_index (parts, i);
      g_autoptr(GString) detail = g_string_new (NULL);
      gboolean added;

      if (merge_one (merge, part, detail, &added))
        add_item (merge, part, added, detail);
    }
}

static void
merge_audit (Merge *merge)
{
  const CapDossier *copy = merge->input->copy;
  const CapRecord *theirs = cap_dossier_find_record (copy, CAP_REGISTER_AUDIT, merge->audit->id);
  g_autoptr(GString) detail = g_string_new (NULL);
  gboolean added;

  if (merge_one (merge, theirs, detail, &added))
    add_item (merge, merge->audit, FALSE, detail);

  merge_parts_of_audit (merge, CAP_REGISTER_AUDIT_MEMBER);
  merge_parts_of_audit (merge, CAP_REGISTER_AUDIT_SESSION);
  merge_parts_of_audit (merge, CAP_REGISTER_AUDIT_CHECK);
}

static gboolean
is_taken (const Merge *merge,
          const char  *code)
{
  g_autofree char *key = g_utf8_strdown (code, -1);

  return g_hash_table_contains (merge->codes, key) ||
         cap_dossier_find_record_by_code (merge->input->dossier, CAP_REGISTER_FINDING, code) != NULL;
}

/* Returns: (transfer full): after all those of both sides, so that no other finding is renamed for it */
static char *
dup_free_code (const Merge *merge)
{
  g_autofree char *ours = cap_record_dup_next_code (merge->input->dossier, CAP_REGISTER_FINDING, "");
  g_autofree char *theirs = cap_record_dup_next_code (merge->input->copy, CAP_REGISTER_FINDING, "");
  char *code = g_strdup (cap_code_compare (ours, theirs) >= 0 ? ours : theirs);

  while (is_taken (merge, code))
    {
      const char *rank = strrchr (code, '-') + 1;
      char *next = g_strdup_printf ("%.*s%02" G_GUINT64_FORMAT, (int) (rank - code), code,
                                    g_ascii_strtoull (rank, NULL, 10) + 1);

      g_free (code);
      code = next;
    }

  return code;
}

/* A new finding keeps the code that its auditor gave, unless the structure has given it meanwhile. */
static CapRecord *
enter_finding (Merge           *merge,
               const CapRecord *theirs)
{
  CapRecord *finding = cap_record_copy (theirs);
  g_autofree char *code = g_strdup (cap_record_get_code (theirs));

  if (is_taken (merge, code))
    {
      g_free (code);
      code = dup_free_code (merge);
    }

  g_hash_table_add (merge->codes, g_utf8_strdown (code, -1));
  cap_record_set (finding, CAP_FINDING_CODE, code);
  cap_record_set (finding, CAP_FINDING_AUDIT, cap_record_get_code (merge->audit));

  return finding;
}

/* Returns: whether any of them changes */
static gboolean
merge_parts_of_finding (Merge           *merge,
                        CapRegisterKind  kind,
                        const char      *finding)
{
  g_autoptr(GPtrArray) parts = cap_dossier_list_parts (merge->input->copy, kind, finding);
  gboolean changed = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr(GString) detail = g_string_new (NULL);
      gboolean added;

      changed |= merge_one (merge, g_ptr_array_index (parts, i), detail, &added);
    }

  return changed;
}

static void
merge_known_finding (Merge           *merge,
                     const CapRecord *theirs,
                     const CapRecord *mine)
{
  g_autoptr(GString) detail = g_string_new (NULL);
  gboolean added;

  if (!cap_audit_scope_has_record (merge->input->dossier, merge->audit->id, mine))
    return; /* the structure gave it to another audit */

  merge_one (merge, theirs, detail, &added);
  if (merge_parts_of_finding (merge, CAP_REGISTER_FINDING_CAUSE, mine->id))
    append_label (detail, cap_register_get (CAP_REGISTER_FINDING_CAUSE)->label);
  if (merge_parts_of_finding (merge, CAP_REGISTER_FINDING_STEP, mine->id))
    append_label (detail, cap_register_get (CAP_REGISTER_FINDING_STEP)->label);
  if (detail->len > 0)
    add_item (merge, mine, FALSE, detail);
}

static void
merge_new_finding (Merge           *merge,
                   const CapRecord *theirs)
{
  CapRecord *finding = enter_finding (merge, theirs);
  g_autoptr(GString) nothing = g_string_new (NULL);

  take (merge, finding);
  cap_command_put_record (merge->result->command, finding);
  merge_parts_of_finding (merge, CAP_REGISTER_FINDING_CAUSE, finding->id);
  merge_parts_of_finding (merge, CAP_REGISTER_FINDING_STEP, finding->id);
  add_item (merge, finding, TRUE, nothing);
}

static void
merge_findings (Merge *merge)
{
  const CapAuditorReturnInput *input = merge->input;
  const GPtrArray *findings = input->copy->registers[CAP_REGISTER_FINDING];

  for (guint i = 0; i < findings->len; i++)
    {
      const CapRecord *theirs = g_ptr_array_index (findings, i);
      const CapRecord *mine = cap_dossier_find_record (input->dossier, CAP_REGISTER_FINDING, theirs->id);

      if (!cap_audit_scope_has_record (input->copy, merge->audit->id, theirs))
        continue;
      if (mine != NULL)
        merge_known_finding (merge, theirs, mine);
      else if (cap_dossier_find_record (input->origin, CAP_REGISTER_FINDING, theirs->id) == NULL)
        merge_new_finding (merge, theirs);
    }
}

/* Adds to @piece the links to the audit that @theirs has, and @before did not have. */
static void
add_links (Merge             *merge,
           CapEvidence       *piece,
           const CapEvidence *theirs,
           const CapEvidence *before)
{
  for (guint i = 0; i < theirs->links->len; i++)
    {
      const CapEvidenceLink *link = g_ptr_array_index (theirs->links, i);

      if (link->place == CAP_PLACE_RECORD && g_hash_table_contains (merge->taken, link->target) &&
          (before == NULL || !cap_evidence_serves (before, link->place, link->target)))
        cap_evidence_add_link (piece, link->place, link->target);
    }
}

/* Returns: (transfer full): a piece that is new, or that came in before: as the auditor has it now, where
 * it serves here */
static CapEvidence *
merge_piece_of_auditor (Merge             *merge,
                        const CapEvidence *theirs,
                        const CapEvidence *mine)
{
  CapEvidence *piece = cap_evidence_copy (theirs);

  g_ptr_array_set_size (piece->links, 0);
  piece->number = mine != NULL ? mine->number : 0;
  if (mine != NULL)
    {
      for (guint i = 0; i < mine->links->len; i++)
        {
          const CapEvidenceLink *link = g_ptr_array_index (mine->links, i);

          cap_evidence_add_link (piece, link->place, link->target);
        }
      if (piece->reference == NULL)
        piece->reference = g_strdup (mine->reference);
      if (piece->date == NULL)
        piece->date = g_strdup (mine->date);
      if (piece->expires == NULL)
        piece->expires = g_strdup (mine->expires);
    }
  add_links (merge, piece, theirs, NULL);

  return piece;
}

static gboolean
put_contents (Merge              *merge,
              const CapEvidence  *piece,
              const CapEvidence  *mine,
              GError            **error)
{
  for (guint i = mine != NULL ? mine->files->len : 0; i < piece->files->len; i++)
    {
      const CapEvidenceFile *file = g_ptr_array_index (piece->files, i);
      g_autoptr(GBytes) content = merge->input->reader (file->sha256, merge->input->reader_data, error);

      if (content == NULL)
        return FALSE;
      cap_command_put_content (merge->result->command, file->sha256, content);
    }

  return TRUE;
}

static gboolean
put_piece (Merge              *merge,
           const CapEvidence  *piece,
           const CapEvidence  *mine,
           GError            **error)
{
  CapReturnItem *item;

  if (!put_contents (merge, piece, mine, error))
    return FALSE;

  cap_command_put_evidence (merge->result->command, piece);
  item = g_new0 (CapReturnItem, 1);
  item->kind = CAP_REGISTER_NONE;
  item->added = mine == NULL;
  item->code = mine != NULL ? cap_evidence_dup_code (mine) : g_strdup ("");
  item->title = g_strdup (piece->title);
  item->detail = g_strdup ("");
  g_ptr_array_add (merge->result->items, item);

  return TRUE;
}

/* A piece of the structure that the auditor quotes gets the links, and nothing else. */
static gboolean
merge_piece (Merge              *merge,
             const CapEvidence  *theirs,
             GError            **error)
{
  const CapEvidence *mine = cap_dossier_find_evidence (merge->input->dossier, theirs->id);
  const CapEvidence *before = cap_dossier_find_evidence (merge->input->origin, theirs->id);
  g_autoptr(CapEvidence) piece = NULL;

  if (mine == NULL && theirs->removed != NULL)
    return TRUE;
  if (before == NULL)
    piece = merge_piece_of_auditor (merge, theirs, mine);
  else if (mine != NULL)
    piece = cap_evidence_copy (mine);
  else
    return TRUE;

  if (before != NULL)
    add_links (merge, piece, theirs, before);

  if (mine != NULL ? cap_evidence_equal (piece, mine) : piece->links->len == 0)
    return TRUE;

  return put_piece (merge, piece, mine, error);
}

static gboolean
merge_evidence (Merge   *merge,
                GError **error)
{
  const GPtrArray *pieces = merge->input->copy->evidence;

  for (guint i = 0; i < pieces->len; i++)
    {
      if (!merge_piece (merge, g_ptr_array_index (pieces, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, sentence);

  return FALSE;
}

static gboolean
check (const CapAuditorReturnInput  *input,
       GError                      **error)
{
  const char *audited = input->copy->audited;

  if (audited == NULL)
    return refuse (_("This dossier is not an auditor’s copy"), error);
  if (!g_str_equal (input->copy->id, input->dossier->id))
    return refuse (_("This is the copy of another dossier"), error);
  if (cap_dossier_find_record (input->copy, CAP_REGISTER_AUDIT, audited) == NULL)
    return refuse (_("The audit of this copy is not in it any more"), error);
  if (cap_dossier_find_record (input->dossier, CAP_REGISTER_AUDIT, audited) == NULL)
    return refuse (_("The audit of this copy is not in your dossier any more"), error);

  return TRUE;
}

static gboolean
run (const CapAuditorReturnInput  *input,
     CapAuditorReturn             *result,
     GError                      **error)
{
  g_autoptr(GHashTable) taken = NULL;
  g_autoptr(GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Merge merge = { input, NULL, result, NULL, codes };

  taken = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cap_record_free);
  merge.taken = taken;
  merge.audit = cap_dossier_find_record (input->dossier, CAP_REGISTER_AUDIT, input->copy->audited);
  result->audit = g_strdup (cap_record_get_code (merge.audit));
  result->title = g_strdup (cap_record_get_title (merge.audit));
  merge_audit (&merge);
  merge_findings (&merge);
  if (!merge_evidence (&merge, error))
    return FALSE;

  if (result->items->len == 0)
    g_clear_pointer (&result->command, cap_command_free);
  cap_auditor_return_add_rest (result, input, taken);

  return TRUE;
}

/**
 * cap_auditor_return_new:
 * @error: return location for a [error@Cap.ExchangeError], or what the reader of contents says
 *
 * Looks at what an auditor hands back. Nothing of the copy but its audit comes
 * in; the same copy taken in again changes nothing.
 *
 * Returns: (transfer full) (nullable): what comes in and what stays
 */
CapAuditorReturn *
cap_auditor_return_new (const CapAuditorReturnInput  *input,
                        GError                      **error)
{
  g_autoptr(CapAuditorReturn) self = NULL;

  g_return_val_if_fail (input != NULL && input->dossier != NULL && input->copy != NULL, NULL);
  g_return_val_if_fail (input->origin != NULL && input->reader != NULL, NULL);

  if (!check (input, error))
    return NULL;

  self = g_new0 (CapAuditorReturn, 1);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  self->rest = g_ptr_array_new_with_free_func (g_free);
  self->command = cap_command_new (CAP_GESTURE_IMPORT, input->name);

  return run (input, self, error) ? g_steal_pointer (&self) : NULL;
}

void
cap_auditor_return_free (CapAuditorReturn *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->audit);
  g_free (self->title);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->rest);
  g_clear_pointer (&self->command, cap_command_free);
  g_free (self);
}

/* Of what comes in: @kind is %CAP_REGISTER_NONE for evidence. */
guint
cap_auditor_return_count (const CapAuditorReturn *self,
                          CapRegisterKind         kind,
                          gboolean                added)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->items->len; i++)
    {
      const CapReturnItem *item = g_ptr_array_index (self->items, i);

      count += item->kind == kind && item->added == added ? 1 : 0;
    }

  return count;
}
