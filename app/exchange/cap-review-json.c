/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-review-json.h"

#include "exchange/cap-json-private.h"
#include "quality/cap-review-rules.h"

/* Its fields but those that are given as numbers, by their names. */
static void
add_texts (JsonBuilder     *builder,
           const CapRecord *record,
           CapRegisterKind  kind,
           guint            first)
{
  const CapRegister *reg = cap_register_get (kind);

  for (guint i = first; i < reg->n_fields; i++)
    {
      if (record != NULL && reg->fields[i].kind == CAP_VALUE_NUMBER)
        cap_json_add_int (builder, reg->fields[i].name, cap_record_get_number (record, i));
      else
        cap_json_add_text (builder, reg->fields[i].name, record != NULL ? cap_record_get (record, i) : NULL);
    }
}

static void
add_item (JsonBuilder         *builder,
          const CapReviewItem *item)
{
  const gboolean known = item->input != CAP_REVIEW_INPUT_NONE;
  g_autofree char *reading = cap_review_item_dup_reading (item);

  json_builder_begin_object (builder);
  cap_json_add_text (builder, "input", known ? cap_review_input_get_key (item->input)
                                             : cap_record_get (item->record, CAP_REVIEW_INPUT_INPUT));
  cap_json_add_text (builder, "title", cap_review_item_get_title (item));
  cap_json_add_text (builder, "clause", known ? cap_review_input_get_clause (item->input) : NULL);
  cap_json_add_text (builder, "reading", reading);
  cap_json_add_boolean (builder, "silent", item->reading->silent);
  cap_json_add_texts (builder, "addresses", item->reading->addresses);
  add_texts (builder, item->record, CAP_REGISTER_REVIEW_INPUT, CAP_REVIEW_INPUT_DECISION);
  cap_json_add_boolean (builder, "decided", cap_review_is_decided (item->record));
  json_builder_end_object (builder);
}

static void
add_review (JsonBuilder     *builder,
            const CapRecord *review)
{
  json_builder_set_member_name (builder, "review");
  if (review == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  add_texts (builder, review, CAP_REGISTER_MANAGEMENT_REVIEW, CAP_MANAGEMENT_REVIEW_CODE);
  json_builder_end_object (builder);
}

static void
add_outputs (JsonBuilder      *builder,
             const CapDossier *dossier,
             const CapRecord  *review)
{
  g_autoptr(GPtrArray) outputs = cap_dossier_list_parts (dossier, CAP_REGISTER_REVIEW_OUTPUT, review->id);

  json_builder_set_member_name (builder, "outputs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outputs->len; i++)
    {
      json_builder_begin_object (builder);
      add_texts (builder, g_ptr_array_index (outputs, i), CAP_REGISTER_REVIEW_OUTPUT, CAP_REVIEW_OUTPUT_KIND);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
cap_review_json_write (const CapDossier *dossier,
                       const CapRecord  *review,
                       const char       *today)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(CapRecord) imagined = cap_record_new (CAP_REGISTER_MANAGEMENT_REVIEW, NULL);
  const CapRecord *read = review != NULL ? review : imagined;
  g_autoptr(GPtrArray) items = NULL;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  cap_record_set (imagined, CAP_MANAGEMENT_REVIEW_DATE, today);
  items = cap_review_list_items (dossier, read, today);

  json_builder_begin_object (builder);
  add_review (builder, review);
  cap_json_add_int (builder, "decided", (int) cap_review_count_decided (dossier, read));
  cap_json_add_int (builder, "total", CAP_N_REVIEW_INPUTS);
  json_builder_set_member_name (builder, "inputs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    add_item (builder, g_ptr_array_index (items, i));
  json_builder_end_array (builder);
  add_outputs (builder, dossier, read);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
