/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-readings-json.h"

#include "exchange/cap-json-private.h"
#include "exchange/cap-score-json-private.h"
#include "scoring/cap-reading-text.h"

static void
add_code (JsonBuilder              *builder,
          const char               *member,
          const CapObjectiveResult *result)
{
  cap_json_add_text (builder, member, result != NULL ? result->objective->code : NULL);
}

static void
add_line (JsonBuilder          *builder,
          const CapReadingLine *line,
          const CapFramework   *framework)
{
  g_autofree char *text = cap_reading_line_dup_text (line);

  json_builder_begin_object (builder);
  cap_json_add_text (builder, "code", line->code);
  cap_json_add_text (builder, "title", cap_reading_line_get_title (line, framework));
  cap_score_json_add_score (builder, &line->score);
  cap_score_json_add_coverage (builder, &line->score.coverage);
  json_builder_set_member_name (builder, "objectives");
  json_builder_begin_array (builder);
  for (guint i = 0; i < line->objectives->len; i++)
    json_builder_add_string_value (builder, ((const CapObjectiveResult *)
                                             g_ptr_array_index (line->objectives, i))->objective->code);
  json_builder_end_array (builder);
  add_code (builder, "strongest", line->strongest);
  add_code (builder, "weakest", line->weakest);
  cap_json_add_text (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_reading (JsonBuilder      *builder,
             const CapReading *reading)
{
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "kind", cap_reading_kind_to_name (reading->kind));
  cap_json_add_text (builder, "label", cap_reading_kind_get_label (reading->kind));
  cap_json_add_text (builder, "notice", cap_reading_kind_get_notice (reading->kind));
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reading->lines->len; i++)
    add_line (builder, g_ptr_array_index (reading->lines, i), reading->photograph->framework);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Returns: (transfer full): the readings as JSON */
char *
cap_readings_json_write (const CapEvaluation *evaluation,
                         const CapPhotograph *photograph)
{
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (evaluation != NULL && photograph != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_score_json_add_evaluation (builder, evaluation);
  json_builder_set_member_name (builder, "readings");
  json_builder_begin_array (builder);
  for (guint kind = 0; kind < CAP_N_READING_KINDS; kind++)
    {
      g_autoptr(CapReading) reading = cap_reading_new (photograph, (CapReadingKind) kind);

      add_reading (builder, reading);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
