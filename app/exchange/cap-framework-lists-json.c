/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-framework-entries-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_STAFF 100000

/* The lists that themes, objectives and criteria refer to. */
static void
read_level (CapJsonReader *reader,
            JsonObject    *item,
            gpointer       user_data)
{
  CapFramework *framework = user_data;
  const GPtrArray *levels = framework->levels;
  const CapLevel *previous = levels->len > 0 ? g_ptr_array_index (levels, levels->len - 1) : NULL;
  int minimum = previous != NULL ? previous->number + 1 : 0;
  int maximum = previous != NULL ? MIN (previous->number + 1, CAP_LEVEL_LIMIT) : 1;
  CapLevel *level;

  if (minimum > CAP_LEVEL_LIMIT)
    {
      cap_json_reader_add_fault (reader, NULL, _("there are too many levels"));
      return;
    }

  level = cap_level_new (cap_json_reader_get_int (reader, item, "level", minimum, maximum));
  g_ptr_array_add (framework->levels, level);
  level->label = cap_json_reader_dup_text (reader, item, "label");
  level->step = cap_json_reader_dup_any_text (reader, item, "step");
  level->descriptor = cap_json_reader_dup_text (reader, item, "descriptor");
  level->evidence = cap_json_reader_dup_any_text (reader, item, "evidence");
  level->translations = cap_json_reader_dup_translations (reader, item);
}

/* Returns: one of the levels that were read; the lowest when @member is at fault */
static int
read_level_number (CapJsonReader      *reader,
                   JsonObject         *item,
                   const char         *member,
                   const CapFramework *framework)
{
  const GPtrArray *levels = framework->levels;
  int lowest = levels->len > 0 ? ((CapLevel *) g_ptr_array_index (levels, 0))->number : 0;
  int highest = levels->len > 0 ? lowest + (int) levels->len - 1 : CAP_LEVEL_LIMIT;

  return cap_json_reader_get_int (reader, item, member, lowest, highest);
}

static void
read_rules (CapJsonReader *reader,
            JsonObject    *root,
            CapFramework  *framework)
{
  JsonObject *rules = cap_json_reader_enter (reader, root, "rules");

  if (rules == NULL)
    return;

  framework->rules.core_minimum = read_level_number (reader, rules, "core_minimum", framework);
  framework->rules.target = read_level_number (reader, rules, "target", framework);
  framework->rules.express_target = read_level_number (reader, rules, "express_target", framework);
  framework->rules.evidence_from = read_level_number (reader, rules, "evidence_from", framework);
  cap_json_reader_leave (reader, "rules");
}

static void
read_plain_step (CapJsonReader *reader,
                 JsonObject    *item,
                 gpointer       user_data)
{
  CapFramework *framework = user_data;
  g_autofree char *label = cap_json_reader_dup_text (reader, item, "label");

  g_ptr_array_add (framework->plain_scale,
                   cap_plain_step_new (label, read_level_number (reader, item, "level", framework)));
}

static void
read_band (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  g_autofree char *label = cap_json_reader_dup_text (reader, item, "label");

  g_ptr_array_add (user_data, cap_band_new (cap_json_reader_get_int (reader, item, "from", 0, 100), label));
}

static void
read_kind (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  g_autofree char *code = cap_json_reader_dup_code (reader, item, "code");
  g_autofree char *label = cap_json_reader_dup_text (reader, item, "label");
  CapTerm *kind = cap_term_new (code, label);

  kind->translations = cap_json_reader_dup_translations (reader, item);
  g_ptr_array_add (user_data, kind);
}

static void
read_term (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  g_autofree char *code = cap_json_reader_dup_code (reader, item, "code");
  g_autofree char *label = cap_json_reader_dup_text (reader, item, "title");

  g_ptr_array_add (user_data, cap_term_new (code, label));
}

static gboolean
read_flag (CapJsonReader *reader,
           JsonObject    *item)
{
  g_autofree char *flag = NULL;

  if (!json_object_has_member (item, "flag"))
    return FALSE;

  flag = cap_json_reader_dup_any_text (reader, item, "flag");
  if (!g_str_equal (flag, "secondment"))
    cap_json_reader_add_fault (reader, "flag", _("the only flag there is: \"secondment\""));

  return TRUE;
}

static void
read_filter (CapJsonReader *reader,
             JsonObject    *item,
             gpointer       user_data)
{
  CapFilter *filter = cap_filter_new ();

  g_ptr_array_add (user_data, filter);
  filter->code = cap_json_reader_dup_code (reader, item, "code");
  filter->label = cap_json_reader_dup_text (reader, item, "label");
  if (json_object_has_member (item, "kinds"))
    filter->kinds = cap_json_reader_dup_texts (reader, item, "kinds", 1);
  if (json_object_has_member (item, "min_staff"))
    filter->min_staff = cap_json_reader_get_int (reader, item, "min_staff", 1, MAX_STAFF);
  filter->secondment = read_flag (reader, item);

  if (filter->kinds == NULL && filter->min_staff == 0 && !filter->secondment)
    cap_json_reader_add_fault (reader, NULL, _("this filter asks for nothing: kinds, min_staff or flag"));
}

static void
read_service (CapJsonReader *reader,
              JsonObject    *item,
              gpointer       user_data)
{
  CapService *service = cap_service_new ();

  g_ptr_array_add (user_data, service);
  service->code = cap_json_reader_dup_code (reader, item, "code");
  service->label = cap_json_reader_dup_text (reader, item, "label");
  service->summary = cap_json_reader_dup_text (reader, item, "summary");
  service->valid_from = cap_json_reader_dup_date (reader, item, "valid_from");
  service->valid_until = cap_json_reader_dup_date (reader, item, "valid_until");
  service->triggers = cap_json_reader_dup_texts (reader, item, "triggers", 1);
}

static void
read_glossary_entry (CapJsonReader *reader,
                     JsonObject    *item,
                     gpointer       user_data)
{
  CapGlossaryEntry *entry = cap_glossary_entry_new ();

  g_ptr_array_add (user_data, entry);
  entry->term = cap_json_reader_dup_text (reader, item, "term");
  entry->expansion = cap_json_reader_dup_nullable (reader, item, "long");
  entry->text = cap_json_reader_dup_text (reader, item, "text");
  entry->forms = cap_json_reader_dup_texts (reader, item, "forms", 0);
}

static CapTake
read_take (CapJsonReader *reader,
           JsonObject    *item)
{
  g_autofree char *name = cap_json_reader_dup_any_text (reader, item, "take");
  CapTake take = CAP_TAKE_REVIEW;

  if (!cap_take_from_name (name, &take))
    cap_json_reader_add_fault (reader, "take", _("one of these is expected: carry, review, lowest, highest"));

  return take;
}

static void
read_move (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  CapMove *move = cap_move_new ();

  g_ptr_array_add (user_data, move);
  move->from = cap_json_reader_dup_texts (reader, item, "from", 1);
  move->to = cap_json_reader_dup_nullable (reader, item, "to");
  move->take = read_take (reader, item);
}

static void
read_mapping (CapJsonReader *reader,
              JsonObject    *item,
              gpointer       user_data)
{
  CapMapping *mapping = cap_mapping_new ();

  g_ptr_array_add (user_data, mapping);
  mapping->version = cap_json_reader_dup_code (reader, item, "version");
  cap_json_reader_each (reader, item, "moves", 0, read_move, mapping->moves);
}

/* What older files could not say otherwise: five levels, the rules of CAP. */
static void
read_scale (CapJsonReader *reader,
            JsonObject    *root,
            CapFramework  *framework,
            int            format)
{
  framework->rules = (CapRules) { 2, 3, 2, 3 };
  cap_json_reader_each (reader, root, "levels", format == 1 ? 5 : 2, read_level, framework);
  if (format == 1)
    return;

  read_rules (reader, root, framework);
  if (json_object_has_member (root, "plain_scale"))
    cap_json_reader_each (reader, root, "plain_scale", 3, read_plain_step, framework);
  if (json_object_has_member (root, "glossary"))
    cap_json_reader_each (reader, root, "glossary", 0, read_glossary_entry, framework->glossary);
  if (json_object_has_member (root, "mappings"))
    cap_json_reader_each (reader, root, "mappings", 0, read_mapping, framework->mappings);
}

/**
 * cap_framework_read_lists:
 * @root: the framework file
 * @format: version of its format
 *
 * Reads everything that the themes refer to.
 */
void
cap_framework_read_lists (CapJsonReader *reader,
                          JsonObject    *root,
                          CapFramework  *framework,
                          int            format)
{
  read_scale (reader, root, framework, format);
  cap_json_reader_each (reader, root, "bands", 1, read_band, framework->bands);
  cap_json_reader_each (reader, root, "kinds", format == 1 ? 1 : 0, read_kind, framework->kinds);
  cap_json_reader_each (reader, root, "filters", 0, read_filter, framework->filters);
  cap_json_reader_each (reader, root, "clauses", 0, read_term, framework->clauses);
  cap_json_reader_each (reader, root, "subjects", 0, read_term, framework->subjects);
  cap_json_reader_each (reader, root, "csess", 0, read_term, framework->csess);
  cap_json_reader_each (reader, root, "services", 0, read_service, framework->services);
}
