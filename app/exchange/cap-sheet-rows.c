/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-sheets-private.h"

#include <stdlib.h>

/* NULL when there is no such member, or null. */
JsonNode *
cap_sheet_find_value (JsonObject *entry,
                      const char *member)
{
  g_auto(GStrv) steps = g_strsplit (member, "/", -1);
  JsonNode *node = NULL;

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (node == NULL)
        node = json_object_get_member (entry, steps[i]);
      else if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), steps[i]);
      else
        node = json_array_get_element (json_node_get_array (node), (guint) atoi (steps[i]));
      if (node == NULL)
        return NULL;
    }

  return !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static JsonArray *
find_list (JsonObject *entry,
           const char *member)
{
  JsonNode *node = cap_sheet_find_value (entry, member);

  return node != NULL ? json_node_get_array (node) : NULL;
}

/* The text of a code or of a number; “” when there is none. */
char *
cap_sheet_dup_text (JsonObject *object,
                    const char *member)
{
  JsonNode *node = cap_sheet_find_value (object, member);

  if (node == NULL)
    return g_strdup ("");

  return json_node_get_value_type (node) == G_TYPE_INT64
         ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node))
         : json_node_dup_string (node);
}

static void
add_translation (GPtrArray  *rows,
                 CapSheetId  sheet,
                 JsonObject *entry,
                 const char *language,
                 const char *field,
                 const char *text)
{
  JsonObject *row = json_object_new ();
  g_autofree char *key = sheet != CAP_SHEET_FRAMEWORK ? cap_sheet_dup_text (entry, cap_sheet_get_key (sheet))
                                                      : g_strdup ("");

  json_object_set_string_member (row, "element", cap_sheet_get_element (sheet));
  json_object_set_string_member (row, "code", key);
  json_object_set_string_member (row, "language", language);
  json_object_set_string_member (row, "field", field);
  json_object_set_string_member (row, "text", text);
  g_ptr_array_add (rows, row);
}

static void
list_translations (GPtrArray  *rows,
                   CapSheetId  sheet,
                   JsonObject *entry)
{
  JsonNode *languages = cap_sheet_find_value (entry, "translations");
  JsonObjectIter iter;
  const char *language;
  JsonNode *texts;

  if (languages == NULL)
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (languages));
  while (json_object_iter_next_ordered (&iter, &language, &texts))
    {
      JsonObjectIter inner;
      const char *field;
      JsonNode *text;

      json_object_iter_init_ordered (&inner, json_node_get_object (texts));
      while (json_object_iter_next_ordered (&inner, &field, &text))
        add_translation (rows, sheet, entry, language, field, json_node_get_string (text));
    }
}

static void
list_moves (GPtrArray  *rows,
            JsonObject *mapping)
{
  JsonArray *moves = find_list (mapping, "moves");
  guint n_moves = json_array_get_length (moves);

  for (guint i = 0; i < MAX (n_moves, 1); i++)
    {
      JsonObject *row = i < n_moves ? json_object_ref (json_array_get_object_element (moves, i))
                                    : json_object_new ();

      json_object_set_string_member (row, "version", json_object_get_string_member (mapping, "version"));
      g_ptr_array_add (rows, row);
    }
}

static void
list_below (GPtrArray  *rows,
            CapSheetId  sheet,
            JsonObject *parent)
{
  const CapSheet *spec = &cap_sheets[sheet];
  JsonArray *entries = find_list (parent, spec->list);

  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);

      if (sheet == CAP_SHEET_MAPPINGS)
        {
          list_moves (rows, entry);
          continue;
        }

      if (spec->parent_column != NULL)
        {
          g_autofree char *key = cap_sheet_dup_text (parent, cap_sheet_get_key ((CapSheetId) spec->parent));

          json_object_set_string_member (entry, spec->parent_column, key);
        }
      g_ptr_array_add (rows, json_object_ref (entry));
    }
}

/**
 * cap_sheet_list_rows:
 * @root: a framework file; each entry of it is told to which other one it
 *   belongs, in the member that its sheet has for that
 * @rows: (array length=CAP_N_SHEETS) (out caller-allocates) (element-type JsonObject): the
 *   entries of each sheet, but of the first one, whose only entry is @root
 *
 * Makes tables of a tree.
 */
void
cap_sheet_list_rows (JsonObject  *root,
                     GPtrArray  **rows)
{
  GPtrArray *translations;

  for (guint sheet = 0; sheet < CAP_N_SHEETS; sheet++)
    {
      const GPtrArray *parents = NULL;

      rows[sheet] = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
      if (cap_sheets[sheet].parent != CAP_SHEET_NONE)
        parents = rows[cap_sheets[sheet].parent];
      else if (cap_sheets[sheet].list != NULL && sheet != CAP_SHEET_TRANSLATIONS)
        list_below (rows[sheet], (CapSheetId) sheet, root);
      for (guint i = 0; parents != NULL && i < parents->len; i++)
        list_below (rows[sheet], (CapSheetId) sheet, g_ptr_array_index (parents, i));
    }

  translations = rows[CAP_SHEET_TRANSLATIONS];
  list_translations (translations, CAP_SHEET_FRAMEWORK, root);
  for (guint sheet = 0; sheet < CAP_N_SHEETS; sheet++)
    {
      for (guint i = 0; cap_sheet_get_element ((CapSheetId) sheet) != NULL && i < rows[sheet]->len; i++)
        list_translations (translations, (CapSheetId) sheet, g_ptr_array_index (rows[sheet], i));
    }
}
