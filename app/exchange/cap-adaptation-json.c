/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-adaptation-json.h"

#include <string.h>

#include "exchange/cap-framework-entries-private.h"
#include "exchange/cap-framework-json.h"

/**
 * cap_adaptation_json_write:
 *
 * { "labels": { "A1": "…" }, "title": "…", "objectives": [ { "code", "label",
 *   "criteria": [ { "code", "label", "question" } ] } ] }
 */
char *
cap_adaptation_json_write (const CapAdaptation *adaptation)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) codes = NULL;

  g_return_val_if_fail (adaptation != NULL, NULL);

  if (cap_adaptation_is_empty (adaptation))
    return NULL;

  codes = cap_adaptation_list_codes (adaptation);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "labels");
  json_builder_begin_object (builder);
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);

      cap_json_add_text (builder, code, cap_adaptation_get_label (adaptation, code));
    }
  json_builder_end_object (builder);
  cap_json_add_text (builder, "title", adaptation->title);

  json_builder_set_member_name (builder, "objectives");
  json_builder_begin_array (builder);
  for (guint i = 0; i < adaptation->objectives->len; i++)
    {
      const CapLocalObjective *objective = g_ptr_array_index (adaptation->objectives, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "code", objective->code);
      cap_json_add_text (builder, "label", objective->label);
      json_builder_set_member_name (builder, "criteria");
      json_builder_begin_array (builder);
      for (guint j = 0; j < objective->criteria->len; j++)
        {
          const CapLocalCriterion *criterion = g_ptr_array_index (objective->criteria, j);

          json_builder_begin_object (builder);
          cap_json_add_text (builder, "code", criterion->code);
          cap_json_add_text (builder, "label", criterion->label);
          cap_json_add_text (builder, "question", criterion->question);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}

/* What the reading of objectives carries down. */
typedef struct
{
  CapAdaptation     *adaptation;
  CapLocalObjective *objective;
} Place;

static void
read_criterion (CapJsonReader *reader,
                JsonObject    *item,
                gpointer       user_data)
{
  const Place *place = user_data;
  g_autofree char *code = cap_json_reader_dup_code (reader, item, "code");
  g_autofree char *label = cap_json_reader_dup_text (reader, item, "label");
  g_autofree char *question = cap_json_reader_dup_any_text (reader, item, "question");

  cap_adaptation_add_criterion (place->adaptation, place->objective, code, label, question);
}

static void
read_objective (CapJsonReader *reader,
                JsonObject    *item,
                gpointer       user_data)
{
  CapAdaptation *adaptation = user_data;
  g_autofree char *code = cap_json_reader_dup_code (reader, item, "code");
  g_autofree char *label = cap_json_reader_dup_text (reader, item, "label");
  Place place = { adaptation, cap_adaptation_add_objective (adaptation, code, label) };

  cap_json_reader_each (reader, item, "criteria", 1, read_criterion, &place);
}

static void
read_labels (CapJsonReader *reader,
             JsonObject    *root,
             CapAdaptation *adaptation)
{
  JsonObject *labels = cap_json_reader_enter (reader, root, "labels");
  JsonObjectIter iter;
  const char *code;

  if (labels == NULL)
    return;

  json_object_iter_init_ordered (&iter, labels);
  while (json_object_iter_next_ordered (&iter, &code, NULL))
    {
      g_autofree char *label = cap_json_reader_dup_text (reader, labels, code);

      cap_adaptation_set_label (adaptation, code, label);
    }
  cap_json_reader_leave (reader, "labels");
}

/**
 * cap_adaptation_json_read:
 * @text: what cap_adaptation_json_write() wrote, perhaps changed by somebody
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Returns: (transfer full) (nullable): the adaptation
 */
CapAdaptation *
cap_adaptation_json_read (const char  *text,
                          GError     **error)
{
  g_auto(CapJsonReader) reader = { 0 };
  g_autoptr(CapAdaptation) adaptation = cap_adaptation_new ();
  g_autoptr(GBytes) source = NULL;
  g_autoptr(JsonNode) root = NULL;
  JsonObject *object;

  g_return_val_if_fail (text != NULL, NULL);

  source = g_bytes_new (text, strlen (text));
  cap_json_reader_init (&reader);
  root = cap_json_reader_parse (&reader, source);
  if (root != NULL)
    {
      object = json_node_get_object (root);
      read_labels (&reader, object, adaptation);
      adaptation->title = cap_json_reader_dup_nullable (&reader, object, "title");
      cap_json_reader_each (&reader, object, "objectives", 0, read_objective, adaptation);
    }

  if (reader.faults->len > 0)
    {
      g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
                           g_ptr_array_index (reader.faults, 0));
      return NULL;
    }

  return g_steal_pointer (&adaptation);
}

/**
 * cap_adapted_framework_read:
 * @source: the text of the network
 * @adaptation: (nullable): what cap_adaptation_json_write() wrote
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Returns: (transfer full) (nullable): the framework as the structure sees it;
 *   its source and its digest are those of the network
 */
CapFramework *
cap_adapted_framework_read (GBytes      *source,
                            const char  *adaptation,
                            GError     **error)
{
  g_autoptr(CapAdaptation) read = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  CapFramework *framework;

  if (adaptation == NULL)
    return cap_framework_json_read (source, error);

  read = cap_adaptation_json_read (adaptation, error);
  if (read == NULL)
    return NULL;

  faults = cap_framework_json_build (source, read, &framework);
  if (framework == NULL)
    g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, g_ptr_array_index (faults, 0));
  else
    framework->adaptation = g_strdup (adaptation);

  return framework;
}

/**
 * cap_adapted_framework_new:
 * @framework: a framework, adapted or not
 * @adaptation: what the structure wants instead
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Returns: (transfer full) (nullable): the same version, adapted so
 */
CapFramework *
cap_adapted_framework_new (const CapFramework   *framework,
                           const CapAdaptation  *adaptation,
                           GError              **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (framework != NULL && adaptation != NULL, NULL);

  text = cap_adaptation_json_write (adaptation);

  return cap_adapted_framework_read (framework->source, text, error);
}
