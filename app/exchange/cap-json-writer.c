/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-json-private.h"

/* NULL is null. */
void
cap_json_add_text (JsonBuilder *builder,
                   const char  *member,
                   const char  *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* What is unset or unknown is -1 in the model, and null in files. */
void
cap_json_add_int (JsonBuilder *builder,
                  const char  *member,
                  int          value)
{
  json_builder_set_member_name (builder, member);
  if (value >= 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
cap_json_add_boolean (JsonBuilder *builder,
                      const char  *member,
                      gboolean     value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

void
cap_json_add_texts (JsonBuilder *builder,
                    const char  *member,
                    const GStrv  texts)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

/* Those of one language stand together, as they were read. */
void
cap_json_add_translations (JsonBuilder     *builder,
                           const GPtrArray *translations)
{
  const char *language = NULL;

  if (translations == NULL || translations->len == 0)
    return;

  json_builder_set_member_name (builder, "translations");
  json_builder_begin_object (builder);
  for (guint i = 0; i < translations->len; i++)
    {
      const CapTranslation *translation = g_ptr_array_index (translations, i);

      if (g_strcmp0 (language, translation->language) != 0)
        {
          if (language != NULL)
            json_builder_end_object (builder);
          language = translation->language;
          json_builder_set_member_name (builder, language);
          json_builder_begin_object (builder);
        }
      cap_json_add_text (builder, translation->field, translation->text);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* A decimal as a text: exact in every language that reads JSON. */
static void
add_hundredths (JsonBuilder *builder,
                const char  *member,
                int          value)
{
  g_autofree char *text = NULL;

  if (value != CAP_NUMBER_UNKNOWN && value % 100 == 0)
    text = g_strdup_printf ("%d", value / 100);
  else if (value != CAP_NUMBER_UNKNOWN && value % 10 == 0)
    text = g_strdup_printf ("%d.%d", value / 100, value / 10 % 10);
  else if (value != CAP_NUMBER_UNKNOWN)
    text = g_strdup_printf ("%d.%02d", value / 100, value % 100);

  cap_json_add_text (builder, member, text);
}

/* The profile, under the name “member”. */
void
cap_json_add_member (JsonBuilder     *builder,
                     const CapMember *member)
{
  json_builder_set_member_name (builder, "member");
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "name", member->name);
  cap_json_add_text (builder, "siret", member->siret);
  cap_json_add_texts (builder, "kinds", member->kinds);
  cap_json_add_text (builder, "region", member->region);
  cap_json_add_text (builder, "department", member->department);
  cap_json_add_int (builder, "staff", member->staff);
  cap_json_add_int (builder, "participants", member->participants);
  add_hundredths (builder, "fte", member->fte_hundredths);
  cap_json_add_int (builder, "sites", member->sites);
  cap_json_add_boolean (builder, "secondment", member->secondment);
  json_builder_end_object (builder);
}

/**
 * cap_json_node_to_text:
 * @root: a value
 *
 * Returns: (transfer full): the text, indented, with a newline at its end
 */
char *
cap_json_node_to_text (JsonNode *root)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  g_return_val_if_fail (root != NULL, NULL);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}

/* The same of what was built. */
char *
cap_json_to_text (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);

  return cap_json_node_to_text (root);
}
