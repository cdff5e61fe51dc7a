/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-ciso-private.h"

#include <glib/gi18n.h>

#define MAX_FILTER_CODE 40
#define MAX_KINDS 500

/* The groups of the library are the kinds of member; each set of them that some requirement has is a
 * filter. */

static char *
fold (const char *group)
{
  g_autofree char *folded = g_utf8_casefold (group, -1);

  return g_strdup (g_strstrip (folded));
}

static CapTerm *
add_kind (CapCiso       *self,
          const char    *group,
          const CapYaml *entry)
{
  g_autoptr(GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *name = cap_ciso_find_text (self, entry, "name", NULL);
  g_autofree char *label = cap_ciso_dup_line (name != NULL ? name : group);
  g_autofree char *code = NULL;
  CapTerm *kind;

  if (self->result->kinds->len == MAX_KINDS)
    {
      if (self->faults->len == 0)
        cap_ciso_add_fault (self, self->framework->line, _("there are too many groups"));
      return g_ptr_array_index (self->result->kinds, MAX_KINDS - 1);
    }

  for (guint i = 0; i < self->result->kinds->len; i++)
    g_hash_table_add (used, g_strdup (((const CapTerm *) g_ptr_array_index (self->result->kinds, i))->code));
  code = cap_ciso_take_code (used, group, NULL);
  kind = cap_term_new (code, label);
  cap_ciso_note_line (self, entry, "/kinds/%u", self->result->kinds->len);
  g_ptr_array_add (self->result->kinds, kind);
  g_hash_table_insert (self->groups, fold (group), kind);

  return kind;
}

static void
read_group (CapCiso       *self,
            const CapYaml *entry)
{
  const char *ref_id = cap_yaml_get_text (entry, "ref_id");
  g_autofree char *folded = ref_id != NULL ? fold (ref_id) : NULL;
  g_autoptr(GPtrArray) languages = NULL;
  CapTerm *kind;

  if (folded == NULL || g_hash_table_contains (self->groups, folded))
    return;

  kind = add_kind (self, ref_id, entry);
  languages = cap_ciso_list_languages (self, entry);
  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      const char *name = cap_ciso_find_text (self, entry, "name", language);
      g_autofree char *label = name != NULL ? cap_ciso_dup_line (name) : NULL;

      cap_ciso_translate (&kind->translations, language, "label", label, kind->label);
    }
}

/* A group that nobody defined is one all the same; “A; B” is two of them in a hurry. */
static void
find_kinds (CapCiso    *self,
            const char *groups,
            GHashTable *found)
{
  g_autofree char *folded = fold (groups);
  CapTerm *kind = g_hash_table_lookup (self->groups, folded);
  g_auto(GStrv) parts = NULL;

  if (kind != NULL)
    {
      g_hash_table_add (found, kind);
      return;
    }

  parts = g_strsplit_set (groups, ";,", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = fold (parts[i]);

      if (*part == '\0')
        continue;
      kind = g_hash_table_lookup (self->groups, part);
      if (kind == NULL)
        kind = add_kind (self, g_strstrip (parts[i]), NULL);
      g_hash_table_add (found, kind);
    }
}

/* Returns: (transfer full) (element-type CapTerm): borrowed kinds */
static GHashTable *
list_kinds (CapCiso       *self,
            const CapYaml *node)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);
  const CapYaml *groups = cap_yaml_get (node, "implementation_groups");
  const char *alone = cap_yaml_as_text (groups);

  if (alone != NULL)
    find_kinds (self, alone, found);
  for (guint i = 0; i < cap_yaml_get_length (groups); i++)
    {
      const char *group = cap_yaml_as_text (cap_yaml_get_item (groups, i));

      if (group != NULL)
        find_kinds (self, group, found);
    }

  return found;
}

static CapFilter *
add_filter (CapCiso    *self,
            GHashTable *kinds)
{
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr(GString) label = g_string_new (NULL);
  CapFilter *filter = cap_filter_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < self->result->kinds->len; i++)
    {
      const CapTerm *kind = g_ptr_array_index (self->result->kinds, i);

      if (!g_hash_table_contains (kinds, kind))
        continue;
      g_strv_builder_add (codes, kind->code);
      g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", kind->label);
    }
  filter->kinds = g_strv_builder_end (codes);
  filter->label = cap_ciso_dup_line (label->str);
  joined = g_strjoinv ("+", filter->kinds);
  if (g_utf8_strlen (joined, -1) <= MAX_FILTER_CODE &&
      cap_framework_find_filter (self->result, joined) == NULL)
    filter->code = g_steal_pointer (&joined);
  else
    filter->code = g_strdup_printf ("group-set-%u", self->result->filters->len + 1);
  g_ptr_array_add (self->result->filters, filter);

  return filter;
}

/* The kinds that the framework defines. */
void
cap_ciso_read_groups (CapCiso *self)
{
  const CapYaml *groups = cap_yaml_get (self->framework, "implementation_groups_definition");
  const CapYaml *nodes = cap_yaml_get (self->framework, "requirement_nodes");

  for (guint i = 0; i < cap_yaml_get_length (groups); i++)
    read_group (self, cap_yaml_get_item (groups, i));

  /* All kinds come before the first filter: a requirement of every group is for everybody. */
  for (guint i = 0; i < cap_yaml_get_length (nodes); i++)
    g_hash_table_unref (list_kinds (self, cap_yaml_get_item (nodes, i)));
}

/**
 * cap_ciso_find_filter:
 * @node: a requirement
 *
 * Returns: (nullable): whom it applies to; %NULL for everybody, when it has no
 *   group or all of them
 */
const CapFilter *
cap_ciso_find_filter (CapCiso       *self,
                      const CapYaml *node)
{
  g_autoptr(GHashTable) kinds = list_kinds (self, node);
  g_autoptr(GString) key = g_string_new (NULL);
  CapFilter *filter;
  guint n = g_hash_table_size (kinds);

  if (n == 0 || n == self->result->kinds->len)
    return NULL;

  for (guint i = 0; i < self->result->kinds->len; i++)
    {
      gboolean found = g_hash_table_contains (kinds, g_ptr_array_index (self->result->kinds, i));

      g_string_append_c (key, found ? '1' : '0');
    }
  filter = g_hash_table_lookup (self->group_sets, key->str);
  if (filter == NULL)
    {
      filter = add_filter (self, kinds);
      g_hash_table_insert (self->group_sets, g_strdup (key->str), filter);
    }

  return filter;
}
