/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-framework-diff-json.h"

#include "exchange/cap-json-private.h"

/* In files: these never change. */
static const struct
{
  CapChangeFlags  flag;
  const char     *name;
} names[] = {
  { CAP_CHANGE_ADDED, "added" },
  { CAP_CHANGE_REMOVED, "removed" },
  { CAP_CHANGE_MOVED, "moved" },
  { CAP_CHANGE_REWORDED, "reworded" },
  { CAP_CHANGE_LEVELS, "levels" },
  { CAP_CHANGE_RULES, "rules" },
  { CAP_CHANGE_GUIDANCE, "guidance" },
};

GPtrArray *
cap_change_flags_list_names (CapChangeFlags flags)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if ((flags & names[i].flag) != 0)
        g_ptr_array_add (list, g_strdup (names[i].name));
    }

  return list;
}

static void
add_version (JsonBuilder        *builder,
             const char         *member,
             const CapFramework *framework)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "id", framework->id);
  cap_json_add_text (builder, "version", framework->version);
  json_builder_end_object (builder);
}

static void
add_change (JsonBuilder     *builder,
            const CapChange *change)
{
  g_autoptr(GPtrArray) flags = cap_change_flags_list_names (change->flags);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "before");
  json_builder_begin_array (builder);
  for (guint i = 0; i < change->before->len; i++)
    json_builder_add_string_value (builder, ((CapCriterion *) g_ptr_array_index (change->before, i))->code);
  json_builder_end_array (builder);
  cap_json_add_text (builder, "after", change->after != NULL ? change->after->code : NULL);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < flags->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (flags, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * cap_framework_diff_json_write:
 *
 * { "before": { "id", "version" }, "after": …, "same_scale", "same_rules",
 *   "unchanged": N, "criteria": [ { "before": ["A1.1"], "after": "A1.2",
 *   "changes": ["moved", "reworded"] } ] }: only those that changed
 */
char *
cap_framework_diff_json_write (const CapFrameworkDiff *diff)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (diff != NULL, NULL);

  json_builder_begin_object (builder);
  add_version (builder, "before", diff->before);
  add_version (builder, "after", diff->after);
  cap_json_add_boolean (builder, "same_scale", diff->same_scale);
  cap_json_add_boolean (builder, "same_rules", diff->same_rules);
  cap_json_add_int (builder, "unchanged", (int) (diff->changes->len - diff->n_changed));
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < diff->changes->len; i++)
    {
      const CapChange *change = g_ptr_array_index (diff->changes, i);

      if (change->flags != CAP_CHANGE_NONE)
        add_change (builder, change);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
