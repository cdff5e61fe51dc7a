/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-personal-json.h"

#include "exchange/cap-json-private.h"

static void
add_texts (JsonBuilder     *builder,
           const char      *member,
           const GPtrArray *texts)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < texts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (texts, i));
  json_builder_end_array (builder);
}

static void
add_columns (JsonBuilder     *builder,
             const GPtrArray *columns)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < columns->len; i++)
    {
      const CapPersonalColumn *column = g_ptr_array_index (columns, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "table", column->table);
      cap_json_add_text (builder, "column", column->column);
      cap_json_add_text (builder, "label", column->label);
      cap_json_add_boolean (builder, "people", column->use == CAP_PERSONAL_USE_PEOPLE);
      cap_json_add_int (builder, "values", (int) column->n_values);
      cap_json_add_int (builder, "different", (int) column->n_different);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_group (JsonBuilder            *builder,
           const CapPersonalGroup *group)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "kind", cap_personal_kind_get_name (group->kind));
  cap_json_add_text (builder, "text", group->text);
  add_texts (builder, "spellings", group->spellings);
  cap_json_add_int (builder, "now", (int) group->n_now);
  cap_json_add_int (builder, "past", (int) group->n_past);
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < group->places->len; i++)
    {
      const CapPersonalPlace *place = g_ptr_array_index (group->places, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "where", place->what);
      cap_json_add_boolean (builder, "past", place->past);
      cap_json_add_int (builder, "count", (int) place->n);
      cap_json_add_text (builder, "around", place->around);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_documents (JsonBuilder     *builder,
               const GPtrArray *documents)
{
  static const char * const readings[] = {
    [CAP_PERSONAL_UNREAD] = "no", [CAP_PERSONAL_READ_PARTLY] = "partly", [CAP_PERSONAL_READ] = "yes",
  };

  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < documents->len; i++)
    {
      const CapPersonalDocument *document = g_ptr_array_index (documents, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "name", document->name);
      cap_json_add_text (builder, "sha256", document->sha256);
      cap_json_add_text (builder, "read", readings[document->reading]);
      cap_json_add_int (builder, "count", (int) document->n_found);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
cap_personal_json_write (const CapPersonalReport *report)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) unread = cap_personal_list_unread (report->documents);

  json_builder_begin_object (builder);
  add_columns (builder, report->columns);
  json_builder_set_member_name (builder, "found");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->groups->len; i++)
    add_group (builder, g_ptr_array_index (report->groups, i));
  json_builder_end_array (builder);
  add_texts (builder, "unread", unread);
  add_documents (builder, report->documents);
  cap_json_add_int (builder, "texts", (int) report->n_texts);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}

char *
cap_redaction_json_write (const CapRedactionOutcome *outcome)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) unread = cap_personal_list_unread (outcome->documents);

  json_builder_begin_object (builder);
  cap_json_add_int (builder, "now", (int) outcome->n_now);
  cap_json_add_int (builder, "past", (int) outcome->n_past);
  cap_json_add_int (builder, "contents", (int) outcome->n_contents);
  cap_json_add_int (builder, "documents", (int) outcome->n_documents);
  cap_json_add_int (builder, "backups_deleted", (int) outcome->n_backups);
  cap_json_add_int (builder, "backups_kept", (int) outcome->n_kept);
  json_builder_set_member_name (builder, "searched");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outcome->files->len; i++)
    {
      const CapSearchedFile *file = g_ptr_array_index (outcome->files, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "file", file->path);
      json_builder_set_member_name (builder, "bytes");
      json_builder_add_int_value (builder, file->size);
      json_builder_set_member_name (builder, "found");
      json_builder_add_int_value (builder, (gint64) file->n_found);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "found");
  json_builder_add_int_value (builder, (gint64) cap_redaction_outcome_get_found (outcome));
  add_texts (builder, "left", outcome->left);
  add_texts (builder, "unread", unread);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
