/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-matrix-json.h"

#include <string.h>

#include "exchange/cap-json-private.h"
#include "quality/cap-document-gaps.h"

static void
begin_list (JsonBuilder *builder,
            const char  *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

/* An object when there is one, null otherwise. Returns: whether it was begun */
static gboolean
begin_object_if (JsonBuilder *builder,
                 const char  *member,
                 gboolean     present)
{
  json_builder_set_member_name (builder, member);
  if (present)
    json_builder_begin_object (builder);
  else
    json_builder_add_null_value (builder);

  return present;
}

static void
add_count (JsonBuilder *builder,
           const char  *member,
           guint        count)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, count);
}

static void
add_head (JsonBuilder     *builder,
          const CapMatrix *matrix)
{
  cap_json_add_text (builder, "date", matrix->today);
  cap_json_add_text (builder, "target", matrix->target != NULL ? cap_record_get_code (matrix->target) : NULL);
  if (begin_object_if (builder, "route", matrix->route != NULL))
    {
      cap_json_add_text (builder, "id", matrix->route->id);
      cap_json_add_text (builder, "label", matrix->route->label);
      json_builder_end_object (builder);
    }
  if (begin_object_if (builder, "standard", matrix->standard != NULL))
    {
      cap_json_add_text (builder, "id", matrix->standard->id);
      cap_json_add_text (builder, "title", matrix->standard->title);
      cap_json_add_text (builder, "edition", matrix->standard->edition);
      json_builder_end_object (builder);
    }

  begin_object_if (builder, "counts", TRUE);
  add_count (builder, "clauses", matrix->rows->len);
  for (guint i = 0; i < CAP_N_MATRIX_FLAGS; i++)
    {
      const CapMatrixFlags flag = (CapMatrixFlags) (1u << i);

      add_count (builder, cap_matrix_flag_to_name (flag), cap_matrix_count (matrix, flag));
    }
  json_builder_end_object (builder);
}

static void
add_flags (JsonBuilder    *builder,
           CapMatrixFlags  flags)
{
  begin_list (builder, "flags");
  for (guint i = 0; i < CAP_N_MATRIX_FLAGS; i++)
    {
      const CapMatrixFlags flag = (CapMatrixFlags) (1u << i);

      if (flags & flag)
        json_builder_add_string_value (builder, cap_matrix_flag_to_name (flag));
    }
  json_builder_end_array (builder);
}

static void
add_codes (JsonBuilder     *builder,
           const char      *member,
           const GPtrArray *records)
{
  begin_list (builder, member);
  for (guint i = 0; i < records->len; i++)
    json_builder_add_string_value (builder, cap_record_get_code (g_ptr_array_index (records, i)));
  json_builder_end_array (builder);
}

static void
add_evidence (JsonBuilder     *builder,
              const CapMatrix *matrix,
              const GPtrArray *evidence)
{
  begin_list (builder, "evidence");
  for (guint i = 0; i < evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (evidence, i);
      g_autofree char *code = cap_evidence_dup_code (piece);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "code", code);
      cap_json_add_text (builder, "title", piece->title);
      cap_json_add_boolean (builder, "expired",
                            piece->expires != NULL && strcmp (piece->expires, matrix->today) < 0);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder        *builder,
           const CapMatrix    *matrix,
           const CapMatrixRow *row)
{
  begin_list (builder, "criteria");
  for (guint i = 0; i < row->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (row->criteria, i);

      json_builder_add_string_value (builder, result->criterion->code);
    }
  json_builder_end_array (builder);

  begin_list (builder, "subjects");
  for (guint i = 0; i < row->subjects->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (row->subjects, i));
  json_builder_end_array (builder);

  add_evidence (builder, matrix, row->evidence);
  add_codes (builder, "documents", row->documents);
  add_codes (builder, "processes", row->processes);

  begin_list (builder, "records");
  for (guint i = 0; i < row->records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (row->records, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "register", cap_register_get (record->kind)->name);
      cap_json_add_text (builder, "code", cap_record_get_code (record));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  begin_list (builder, "findings");
  for (guint i = 0; i < row->findings->len; i++)
    json_builder_add_string_value (builder, cap_record_get_code (g_ptr_array_index (row->findings, i)));
  json_builder_end_array (builder);

  begin_list (builder, "actions");
  for (guint i = 0; i < row->actions->len; i++)
    json_builder_add_int_value (builder, ((CapAction *) g_ptr_array_index (row->actions, i))->number);
  json_builder_end_array (builder);
}

static void
add_keep (JsonBuilder        *builder,
          const CapMatrix    *matrix,
          const CapMatrixRow *row)
{
  begin_list (builder, "keep");
  for (CapKeep keep = 0; keep < CAP_N_KEEPS; keep++)
    {
      CapDocumentGap gap;

      if (!cap_document_gap_judge (row, keep, matrix->today, &gap))
        continue;

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "kind", keep == CAP_KEEP_MAINTAIN ? "maintain" : "retain");
      cap_json_add_text (builder, "text", gap.text);
      cap_json_add_boolean (builder, "conditional", gap.conditional);
      cap_json_add_text (builder, "state", cap_standing_to_name (gap.standing));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_clause (JsonBuilder        *builder,
            const CapMatrix    *matrix,
            const CapMatrixRow *row)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "number", row->requirement->number);
  cap_json_add_text (builder, "title", cap_requirement_get_title (row->requirement));
  cap_json_add_text (builder, "chapter", row->chapter->number);
  add_flags (builder, row->flags);
  add_links (builder, matrix, row);
  add_keep (builder, matrix, row);
  if (begin_object_if (builder, "exclusion", row->exclusion != NULL))
    {
      cap_json_add_text (builder, "code", cap_record_get_code (row->exclusion));
      cap_json_add_text (builder, "reason", cap_record_get (row->exclusion, CAP_EXCLUSION_REASON));
      cap_json_add_boolean (builder, "valid", (row->flags & CAP_MATRIX_EXCLUDED) != 0);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_criterion (JsonBuilder              *builder,
               const CapMatrixCriterion *criterion)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "code", criterion->result->criterion->code);
  json_builder_set_member_name (builder, "level");
  if (criterion->result->level != CAP_LEVEL_UNSET)
    json_builder_add_int_value (builder, criterion->result->level);
  else
    json_builder_add_null_value (builder);
  cap_json_add_boolean (builder, "core", criterion->result->core);
  add_flags (builder, cap_matrix_criterion_get_flags (criterion));

  begin_list (builder, "clauses");
  for (guint i = 0; i < criterion->rows->len; i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (criterion->rows, i);

      json_builder_add_string_value (builder, row->requirement->number);
    }
  json_builder_end_array (builder);

  begin_list (builder, "evidence");
  for (guint i = 0; i < criterion->evidence->len; i++)
    {
      g_autofree char *code = cap_evidence_dup_code (g_ptr_array_index (criterion->evidence, i));

      json_builder_add_string_value (builder, code);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Returns: (transfer full): the matrix as JSON */
char *
cap_matrix_json_write (const CapMatrix *matrix)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (matrix != NULL, NULL);

  json_builder_begin_object (builder);
  add_head (builder, matrix);
  begin_list (builder, "clauses");
  for (guint i = 0; i < matrix->rows->len; i++)
    add_clause (builder, matrix, g_ptr_array_index (matrix->rows, i));
  json_builder_end_array (builder);
  begin_list (builder, "criteria");
  for (guint i = 0; i < matrix->criteria->len; i++)
    add_criterion (builder, g_ptr_array_index (matrix->criteria, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
