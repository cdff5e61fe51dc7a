/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-framework-json.h"

#include <string.h>

#include "exchange/cap-framework-entries-private.h"

/* The same names, in the same order, as the readers: see cap-framework-lists-json.c and
 * cap-framework-themes-json.c. What is optional and absent is left out. */

typedef void (*WriteFunc) (JsonBuilder   *builder,
                           gconstpointer  entry);

static void
add_each (JsonBuilder     *builder,
          const char      *member,
          const GPtrArray *entries,
          WriteFunc        write)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      json_builder_begin_object (builder);
      write (builder, g_ptr_array_index (entries, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_some (JsonBuilder     *builder,
          const char      *member,
          const GPtrArray *entries,
          WriteFunc        write)
{
  if (entries->len > 0)
    add_each (builder, member, entries, write);
}

static void
write_level (JsonBuilder   *builder,
             gconstpointer  entry)
{
  const CapLevel *level = entry;

  cap_json_add_int (builder, "level", level->number);
  cap_json_add_text (builder, "label", level->label);
  cap_json_add_text (builder, "step", level->step);
  cap_json_add_text (builder, "descriptor", level->descriptor);
  cap_json_add_text (builder, "evidence", level->evidence);
  cap_json_add_translations (builder, level->translations);
}

static void
write_rules (JsonBuilder    *builder,
             const CapRules *rules)
{
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_object (builder);
  cap_json_add_int (builder, "core_minimum", rules->core_minimum);
  cap_json_add_int (builder, "target", rules->target);
  cap_json_add_int (builder, "express_target", rules->express_target);
  cap_json_add_int (builder, "evidence_from", rules->evidence_from);
  json_builder_end_object (builder);
}

static void
write_plain_step (JsonBuilder   *builder,
                  gconstpointer  entry)
{
  const CapPlainStep *step = entry;

  cap_json_add_text (builder, "label", step->label);
  cap_json_add_int (builder, "level", step->level);
}

static void
write_band (JsonBuilder   *builder,
            gconstpointer  entry)
{
  const CapBand *band = entry;

  cap_json_add_int (builder, "from", band->from);
  cap_json_add_text (builder, "label", band->label);
}

static void
write_kind (JsonBuilder   *builder,
            gconstpointer  entry)
{
  const CapTerm *kind = entry;

  cap_json_add_text (builder, "code", kind->code);
  cap_json_add_text (builder, "label", kind->label);
  cap_json_add_translations (builder, kind->translations);
}

static void
write_term (JsonBuilder   *builder,
            gconstpointer  entry)
{
  const CapTerm *term = entry;

  cap_json_add_text (builder, "code", term->code);
  cap_json_add_text (builder, "title", term->label);
}

static void
write_filter (JsonBuilder   *builder,
              gconstpointer  entry)
{
  const CapFilter *filter = entry;

  cap_json_add_text (builder, "code", filter->code);
  cap_json_add_text (builder, "label", filter->label);
  if (filter->kinds != NULL)
    cap_json_add_texts (builder, "kinds", filter->kinds);
  if (filter->min_staff > 0)
    cap_json_add_int (builder, "min_staff", filter->min_staff);
  if (filter->secondment)
    cap_json_add_text (builder, "flag", "secondment");
}

static void
write_service (JsonBuilder   *builder,
               gconstpointer  entry)
{
  const CapService *service = entry;

  cap_json_add_text (builder, "code", service->code);
  cap_json_add_text (builder, "label", service->label);
  cap_json_add_text (builder, "summary", service->summary);
  cap_json_add_text (builder, "valid_from", service->valid_from);
  cap_json_add_text (builder, "valid_until", service->valid_until);
  cap_json_add_texts (builder, "triggers", service->triggers);
}

static void
write_glossary_entry (JsonBuilder   *builder,
                      gconstpointer  data)
{
  const CapGlossaryEntry *entry = data;

  cap_json_add_text (builder, "term", entry->term);
  cap_json_add_text (builder, "long", entry->expansion);
  cap_json_add_text (builder, "text", entry->text);
  cap_json_add_texts (builder, "forms", entry->forms);
}

static void
write_move (JsonBuilder   *builder,
            gconstpointer  entry)
{
  const CapMove *move = entry;

  cap_json_add_texts (builder, "from", move->from);
  cap_json_add_text (builder, "to", move->to);
  cap_json_add_text (builder, "take", cap_take_to_name (move->take));
}

static void
write_mapping (JsonBuilder   *builder,
               gconstpointer  entry)
{
  const CapMapping *mapping = entry;

  cap_json_add_text (builder, "version", mapping->version);
  add_each (builder, "moves", mapping->moves, write_move);
}

static void
write_step (JsonBuilder   *builder,
            gconstpointer  entry)
{
  const CapNextStep *step = entry;

  cap_json_add_int (builder, "from", step->from);
  cap_json_add_int (builder, "to", step->to);
  cap_json_add_text (builder, "title", step->title);
  cap_json_add_int (builder, "effort", step->effort);
  if (step->weeks > 0)
    cap_json_add_int (builder, "weeks", step->weeks);
}

static void
write_help (JsonBuilder        *builder,
            const CapCriterion *criterion)
{
  if (criterion->service == NULL)
    return;

  json_builder_set_member_name (builder, "help");
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "service", criterion->service);
  cap_json_add_text (builder, "when", criterion->service_when);
  json_builder_end_object (builder);
}

static void
write_plain (JsonBuilder        *builder,
             const CapCriterion *criterion)
{
  if (criterion->plain_question == NULL)
    return;

  json_builder_set_member_name (builder, "plain");
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "question", criterion->plain_question);
  cap_json_add_texts (builder, "answers", criterion->plain_answers);
  json_builder_end_object (builder);
}

/* The code and the label of a theme, an objective or a criterion, and what the network called it. */
static void
write_heading (JsonBuilder *builder,
               const char  *code,
               const char  *label,
               const char  *network_label)
{
  cap_json_add_text (builder, "code", code);
  cap_json_add_text (builder, "label", label);
  if (network_label != NULL)
    cap_json_add_text (builder, "network_label", network_label);
}

static void
write_criterion (JsonBuilder   *builder,
                 gconstpointer  entry)
{
  const CapCriterion *criterion = entry;

  write_heading (builder, criterion->code, criterion->label, criterion->network_label);
  cap_json_add_text (builder, "question", criterion->question);
  cap_json_add_text (builder, "why", criterion->why);
  cap_json_add_int (builder, "weight", criterion->weight);
  cap_json_add_int (builder, "impact", criterion->impact);
  cap_json_add_int (builder, "effort", criterion->effort);
  cap_json_add_boolean (builder, "core", criterion->core);
  cap_json_add_boolean (builder, "core_in_certification", criterion->core_in_certification);
  cap_json_add_boolean (builder, "certification_only", criterion->certification_only);
  cap_json_add_boolean (builder, "express", criterion->express);
  cap_json_add_text (builder, "filter", criterion->filter != NULL ? criterion->filter->code : NULL);
  cap_json_add_texts (builder, "clauses", criterion->clauses);
  cap_json_add_texts (builder, "subjects", criterion->subjects);
  cap_json_add_texts (builder, "csess", criterion->csess);
  cap_json_add_texts (builder, "evidence", criterion->evidence);
  if (criterion->descriptors != NULL)
    cap_json_add_texts (builder, "descriptors", criterion->descriptors);
  add_each (builder, "steps", criterion->steps, write_step);
  write_help (builder, criterion);
  write_plain (builder, criterion);
  cap_json_add_translations (builder, criterion->translations);
}

static void
write_objective (JsonBuilder   *builder,
                 gconstpointer  entry)
{
  const CapObjective *objective = entry;

  write_heading (builder, objective->code, objective->label, objective->network_label);
  cap_json_add_text (builder, "advice", objective->advice);
  cap_json_add_int (builder, "weight", objective->weight);
  cap_json_add_texts (builder, "services", objective->services);
  cap_json_add_translations (builder, objective->translations);
  add_each (builder, "criteria", objective->criteria, write_criterion);
}

static void
write_theme (JsonBuilder   *builder,
             gconstpointer  entry)
{
  const CapTheme *theme = entry;

  write_heading (builder, theme->code, theme->label, theme->network_label);
  cap_json_add_text (builder, "summary", theme->summary);
  cap_json_add_int (builder, "weight", theme->weight);
  if (theme->local)
    cap_json_add_boolean (builder, "local", TRUE);
  cap_json_add_translations (builder, theme->translations);
  add_each (builder, "objectives", theme->objectives, write_objective);
}

static void
write_framework (JsonBuilder        *builder,
                 const CapFramework *framework)
{
  cap_json_add_int (builder, "format", CAP_FRAMEWORK_FORMAT);
  cap_json_add_text (builder, "id", framework->id);
  cap_json_add_text (builder, "version", framework->version);
  cap_json_add_text (builder, "valid_from", framework->valid_from);
  cap_json_add_text (builder, "valid_until", framework->valid_until);
  cap_json_add_text (builder, "language", framework->language);
  cap_json_add_text (builder, "title", framework->title);
  cap_json_add_text (builder, "notice", framework->notice);
  cap_json_add_translations (builder, framework->translations);
  add_each (builder, "levels", framework->levels, write_level);
  write_rules (builder, &framework->rules);
  add_some (builder, "plain_scale", framework->plain_scale, write_plain_step);
  add_each (builder, "bands", framework->bands, write_band);
  add_each (builder, "kinds", framework->kinds, write_kind);
  add_each (builder, "filters", framework->filters, write_filter);
  add_each (builder, "clauses", framework->clauses, write_term);
  add_each (builder, "subjects", framework->subjects, write_term);
  add_each (builder, "csess", framework->csess, write_term);
  add_each (builder, "services", framework->services, write_service);
  add_some (builder, "glossary", framework->glossary, write_glossary_entry);
  add_some (builder, "mappings", framework->mappings, write_mapping);
  add_each (builder, "themes", framework->themes, write_theme);
}

/**
 * cap_framework_json_write:
 * @framework: a framework, sealed or still being built
 *
 * Writes the whole of it in the newest format. What another program added to
 * the text that it was read from is not in it.
 *
 * Returns: (transfer full): a framework file
 */
GBytes *
cap_framework_json_write (const CapFramework *framework)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  char *text;

  g_return_val_if_fail (framework != NULL, NULL);

  json_builder_begin_object (builder);
  write_framework (builder, framework);
  json_builder_end_object (builder);
  text = cap_json_to_text (builder);

  return g_bytes_new_take (text, strlen (text));
}
