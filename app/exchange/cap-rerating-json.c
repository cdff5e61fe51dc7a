/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-rerating-json.h"

#include "exchange/cap-json-private.h"

/* In what other programs read: these never change. */
static const char * const kind_names[] = {
  [CAP_DIFFERENCE_WHOLE] = "whole",
  [CAP_DIFFERENCE_THEME] = "theme",
  [CAP_DIFFERENCE_OBJECTIVE] = "objective",
  [CAP_DIFFERENCE_CRITERION] = "criterion",
};

static void
add_rerating (JsonBuilder         *builder,
              const CapRerating   *rerating,
              const CapEvaluation *evaluation)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "criterion", rerating->criterion->code);
  cap_json_add_int (builder, "from", rerating->from);
  cap_json_add_int (builder, "to", rerating->to);
  json_builder_set_member_name (builder, "actions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rerating->actions->len; i++)
    json_builder_add_int_value (builder, ((CapAction *) g_ptr_array_index (rerating->actions, i))->number);
  json_builder_end_array (builder);
  cap_json_add_boolean (builder, "evidence_missing", cap_rerating_lacks_evidence (rerating, evaluation));
  json_builder_end_object (builder);
}

/* Neither a score nor a level is ever negative: that stands for none. */
static void
add_known (JsonBuilder *builder,
           const char  *name,
           int          value)
{
  json_builder_set_member_name (builder, name);
  if (value < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, value);
}

static void
add_difference (JsonBuilder         *builder,
                const CapDifference *difference)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "kind", kind_names[difference->kind]);
  cap_json_add_text (builder, "code", difference->code);
  add_known (builder, "before", difference->before);
  add_known (builder, "after", difference->after);
  add_known (builder, "level_before", difference->level_before);
  add_known (builder, "level_after", difference->level_after);
  json_builder_end_object (builder);
}

/**
 * cap_rerating_json_write:
 * @reratings: (element-type CapRerating): what is proposed
 * @trial: what comes of it
 * @evaluation: the one in course
 *
 * Returns: (transfer full): both as JSON
 */
char *
cap_rerating_json_write (const GPtrArray        *reratings,
                         const CapReratingTrial *trial,
                         const CapEvaluation    *evaluation)
{
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (reratings != NULL && trial != NULL && evaluation != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "reratings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reratings->len; i++)
    add_rerating (builder, g_ptr_array_index (reratings, i), evaluation);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < trial->differences->len; i++)
    add_difference (builder, g_ptr_array_index (trial->differences, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
