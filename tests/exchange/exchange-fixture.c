/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/exchange-fixture.h"

#include "tests/model/memory-dossier.h"

/* The demonstration dossier in memory, as the store would make it. */
CapDossier *
exchange_fixture_new_dossier (void)
{
  return exchange_fixture_new_demo (CAP_DEMO_STRUCTURE);
}

CapDossier *
exchange_fixture_new_demo (CapDemo demo)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (demo);
  const CapCommand *create = g_ptr_array_index (commands, 0);
  const CapEdit *first = g_ptr_array_index (create->edits, 0);
  CapMember *member = cap_member_copy (first->value);
  CapDossier *dossier = cap_dossier_new ("00000000-0000-4000-8000-000000000001", member);

  for (guint i = 0; i < commands->len; i++)
    memory_dossier_apply (dossier, g_ptr_array_index (commands, i));

  return dossier;
}

JsonNode *
exchange_fixture_parse (const char *text)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

/* The node at a JSON pointer. */
JsonNode *
exchange_fixture_find (JsonNode   *node,
                       const char *path)
{
  g_auto(GStrv) steps = g_strsplit (path, "/", -1);

  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        node = json_array_get_element (json_node_get_array (node), (guint) atoi (steps[i]));
      else
        node = json_object_get_member (json_node_get_object (node), steps[i]);
      g_assert_nonnull (node);
    }

  return node;
}
