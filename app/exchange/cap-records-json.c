/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-records-json-private.h"

#include <glib/gi18n.h>

/* "registers": {"risk": [{"code": "R-01", "title": …}], "document": [{"code": …,
 * "document_version": [{…}]}]}: a member for each register that has a record,
 * and, in a record, one for each field that says something. What belongs to a
 * record is in it. Numbers are numbers, codes are lists, the rest are texts. */

typedef struct
{
  const CapRegister *reg;
  const CapRecord   *parent;
  CapRecordIdFunc    make_id;
  CapCommand        *command;
} Place;

static void
add_value (JsonBuilder     *builder,
           const CapField  *field,
           const CapRecord *record,
           guint            index)
{
  g_auto(GStrv) codes = NULL;

  if (field->kind == CAP_VALUE_NUMBER)
    {
      cap_json_add_int (builder, field->name, cap_record_get_number (record, index));
    }
  else if (field->kind == CAP_VALUE_CODES)
    {
      codes = cap_record_dup_codes (record, index);
      cap_json_add_texts (builder, field->name, codes);
    }
  else
    {
      cap_json_add_text (builder, field->name, cap_record_get (record, index));
    }
}

static void
add_records (JsonBuilder       *builder,
             const CapDossier  *dossier,
             const CapRegister *reg,
             const CapRecord   *parent);

static void
add_record (JsonBuilder      *builder,
            const CapDossier *dossier,
            const CapRecord  *record)
{
  const CapRegister *reg = cap_register_get (record->kind);

  json_builder_begin_object (builder);
  cap_json_add_text (builder, "id", record->id);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      if (cap_record_get (record, i) != NULL)
        add_value (builder, &reg->fields[i], record, i);
    }
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      if (cap_register_get (kind)->parent == reg->kind)
        add_records (builder, dossier, cap_register_get (kind), record);
    }
  json_builder_end_object (builder);
}

static void
add_records (JsonBuilder       *builder,
             const CapDossier  *dossier,
             const CapRegister *reg,
             const CapRecord   *parent)
{
  g_autoptr(GPtrArray) records = NULL;

  records = cap_dossier_list_parts (dossier, reg->kind, parent != NULL ? parent->id : NULL);
  if (records->len == 0)
    return;

  json_builder_set_member_name (builder, reg->name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    add_record (builder, dossier, g_ptr_array_index (records, i));
  json_builder_end_array (builder);
}

/* Adds the member "registers". */
void
cap_records_json_add (JsonBuilder      *builder,
                      const CapDossier *dossier)
{
  json_builder_set_member_name (builder, "registers");
  json_builder_begin_object (builder);
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      if (cap_register_get (kind)->parent == CAP_REGISTER_NONE)
        add_records (builder, dossier, cap_register_get (kind), NULL);
    }
  json_builder_end_object (builder);
}

static void
read_text (CapJsonReader  *reader,
           JsonObject     *item,
           const CapField *field,
           CapRecord      *record,
           guint           index)
{
  g_autofree char *value = field->kind == CAP_VALUE_DATE
    ? cap_json_reader_dup_date (reader, item, field->name)
    : cap_json_reader_dup_nullable (reader, item, field->name);

  if (field->kind == CAP_VALUE_CHOICE && value != NULL && cap_field_find_choice (field, value) == NULL)
    cap_json_reader_add_fault (reader, field->name, value);
  else
    cap_record_set (record, index, value);
}

static void
read_field (CapJsonReader  *reader,
            JsonObject     *item,
            const CapField *field,
            CapRecord      *record,
            guint           index)
{
  g_auto(GStrv) codes = NULL;

  if (!json_object_has_member (item, field->name))
    {
      if (field->required)
        cap_json_reader_add_fault (reader, field->name, _("this text is missing"));
    }
  else if (field->kind == CAP_VALUE_NUMBER)
    {
      cap_record_set_number (record, index, cap_json_reader_get_int (reader, item, field->name,
                                                                     field->minimum, field->maximum));
    }
  else if (field->kind == CAP_VALUE_CODES)
    {
      codes = cap_json_reader_dup_texts (reader, item, field->name, 0);
      cap_record_set_codes (record, index, (const char * const *) codes);
    }
  else
    {
      read_text (reader, item, field, record, index);
    }
}

/* A code is enough to tell a record from the others. What has none goes by its first two fields: two
 * decisions may be of the same kind. */
static char *
dup_name (const Place     *place,
          const CapRecord *record)
{
  const char *first = cap_record_get (record, 0);
  const char *second = cap_record_get (record, 1);

  if (cap_register_has_code (place->reg))
    return g_strdup (cap_record_get_code (record));

  return g_strjoin (" ", place->parent != NULL ? place->parent->id : "", first != NULL ? first : "", second,
                    NULL);
}

static void
read_record (CapJsonReader *reader,
             JsonObject    *item,
             gpointer       user_data)
{
  const Place *place = user_data;
  const CapRegister *reg = place->reg;
  g_autoptr(CapRecord) record = cap_record_new (reg->kind, "");
  g_autofree char *name = NULL;

  for (guint i = 0; i < reg->n_fields; i++)
    read_field (reader, item, &reg->fields[i], record, i);

  name = dup_name (place, record);
  g_free (record->id);
  record->id = place->make_id (reg->name, name);
  record->parent = place->parent != NULL ? g_strdup (place->parent->id) : NULL;
  cap_command_put_record (place->command, record);

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegister *part = cap_register_get (kind);
      Place below = { part, record, place->make_id, place->command };

      if (part->parent == reg->kind && json_object_has_member (item, part->name))
        cap_json_reader_each (reader, item, part->name, 0, read_record, &below);
    }
}

/**
 * cap_records_json_read:
 * @root: may have a member "registers"
 * @make_id: makes UUIDs from the register and what tells a record from the others
 * @command: takes the records, each before what belongs to it
 */
void
cap_records_json_read (CapJsonReader   *reader,
                       JsonObject      *root,
                       CapRecordIdFunc  make_id,
                       CapCommand      *command)
{
  JsonObject *registers = cap_json_reader_enter (reader, root, "registers");

  if (registers == NULL)
    return;

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegister *reg = cap_register_get (kind);
      Place place = { reg, NULL, make_id, command };

      if (reg->parent == CAP_REGISTER_NONE && json_object_has_member (registers, reg->name))
        cap_json_reader_each (reader, registers, reg->name, 0, read_record, &place);
    }
  cap_json_reader_leave (reader, "registers");
}
