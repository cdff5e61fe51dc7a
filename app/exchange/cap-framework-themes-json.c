/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-framework-entries-private.h"

#include <glib/gi18n.h>

#define MAX_WEIGHT 100
#define MAX_CRITERIA 8000
#define MAX_WEEKS 260

/* What the reading of the themes carries down. */
typedef struct
{
  const CapFramework *framework;
  int                 format;
  guint              *n_criteria;
  GPtrArray          *items;
} Place;

static void
read_step (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  const Place *place = user_data;
  const GPtrArray *levels = place->framework->levels;
  int lowest = levels->len > 0 ? ((CapLevel *) g_ptr_array_index (levels, 0))->number : 0;
  int highest = lowest + (int) levels->len - 1;
  CapNextStep *step = cap_next_step_new ();

  g_ptr_array_add (place->items, step);
  step->from = cap_json_reader_get_int (reader, item, "from", lowest, highest - 1);
  step->to = cap_json_reader_get_int (reader, item, "to", lowest + 1, highest);
  step->title = cap_json_reader_dup_text (reader, item, "title");
  step->effort = cap_json_reader_get_int (reader, item, "effort", 1, 3);
  if (json_object_has_member (item, "weeks"))
    step->weeks = cap_json_reader_get_int (reader, item, "weeks", 1, MAX_WEEKS);
}

static const CapFilter *
read_filter_name (CapJsonReader      *reader,
                  JsonObject         *item,
                  const CapFramework *framework)
{
  guint faults = reader->faults->len;
  g_autofree char *code = cap_json_reader_dup_nullable (reader, item, "filter");
  const CapFilter *filter;

  if (code == NULL || reader->faults->len > faults)
    return NULL;

  filter = cap_framework_find_filter (framework, code);
  if (filter == NULL)
    {
      /* Translators: %s is a code */
      g_autofree char *sentence = g_strdup_printf (_("nothing is called “%s” in that list"), code);

      cap_json_reader_add_fault (reader, "filter", sentence);
    }

  return filter;
}

static GStrv
read_descriptors (CapJsonReader      *reader,
                  JsonObject         *item,
                  const CapFramework *framework)
{
  guint n_levels = framework->levels->len;
  g_auto(GStrv) descriptors = NULL;

  if (!json_object_has_member (item, "descriptors"))
    return NULL;

  descriptors = cap_json_reader_dup_texts (reader, item, "descriptors", n_levels);
  if (g_strv_length (descriptors) > n_levels)
    cap_json_reader_add_fault (reader, "descriptors", _("there are more descriptors than levels"));

  return g_steal_pointer (&descriptors);
}

static void
read_help (CapJsonReader *reader,
           JsonObject    *item,
           CapCriterion  *criterion)
{
  JsonObject *help;

  if (!json_object_has_member (item, "help"))
    return;

  help = cap_json_reader_enter (reader, item, "help");
  if (help == NULL)
    return;

  criterion->service = cap_json_reader_dup_code (reader, help, "service");
  criterion->service_when = cap_json_reader_dup_text (reader, help, "when");
  cap_json_reader_leave (reader, "help");
}

static void
read_plain (CapJsonReader      *reader,
            JsonObject         *item,
            const CapFramework *framework,
            CapCriterion       *criterion)
{
  JsonObject *plain;

  if (!json_object_has_member (item, "plain"))
    return;

  plain = cap_json_reader_enter (reader, item, "plain");
  if (plain == NULL)
    return;

  criterion->plain_question = cap_json_reader_dup_text (reader, plain, "question");
  criterion->plain_answers = cap_json_reader_dup_texts (reader, plain, "answers", 1);
  if (g_strv_length (criterion->plain_answers) != framework->plain_scale->len)
    cap_json_reader_add_fault (reader, "answers", _("there is one answer for each step of the plain scale"));
  cap_json_reader_leave (reader, "plain");
}

/* What came with the second format. */
static void
read_recent (CapJsonReader      *reader,
             JsonObject         *item,
             const CapFramework *framework,
             CapCriterion       *criterion)
{
  criterion->express = cap_json_reader_get_boolean (reader, item, "express");
  criterion->subjects = cap_json_reader_dup_texts (reader, item, "subjects", 0);
  criterion->csess = cap_json_reader_dup_texts (reader, item, "csess", 0);
  read_help (reader, item, criterion);
  read_plain (reader, item, framework, criterion);
  criterion->translations = cap_json_reader_dup_translations (reader, item);
}

static char *
read_sentence (CapJsonReader *reader,
               JsonObject    *item,
               const char    *member,
               int            format)
{
  return format == 1 ? cap_json_reader_dup_text (reader, item, member)
                     : cap_json_reader_dup_any_text (reader, item, member);
}

/* The label, and the one of the network when the structure chose its own. */
static char *
read_label (CapJsonReader  *reader,
            JsonObject     *item,
            char          **network_label)
{
  if (json_object_has_member (item, "network_label"))
    *network_label = cap_json_reader_dup_text (reader, item, "network_label");

  return cap_json_reader_dup_text (reader, item, "label");
}

static void
read_criterion (CapJsonReader *reader,
                JsonObject    *item,
                gpointer       user_data)
{
  Place *place = user_data;
  CapCriterion *criterion = cap_criterion_new ();
  Place below = { place->framework, place->format, NULL, criterion->steps };
  guint fewest = place->format == 1 ? 1 : 0;

  g_ptr_array_add (place->items, criterion);
  if (++*place->n_criteria == MAX_CRITERIA + 1)
    cap_json_reader_stop (reader, _("there are too many criteria"));

  criterion->code = cap_json_reader_dup_code (reader, item, "code");
  criterion->label = read_label (reader, item, &criterion->network_label);
  criterion->question = read_sentence (reader, item, "question", place->format);
  criterion->why = read_sentence (reader, item, "why", place->format);
  criterion->weight = cap_json_reader_get_int (reader, item, "weight", 1, MAX_WEIGHT);
  criterion->impact = cap_json_reader_get_int (reader, item, "impact", 1, 3);
  criterion->effort = cap_json_reader_get_int (reader, item, "effort", 1, 3);
  criterion->core = cap_json_reader_get_boolean (reader, item, "core");
  criterion->core_in_certification = cap_json_reader_get_boolean (reader, item, "core_in_certification");
  criterion->certification_only = cap_json_reader_get_boolean (reader, item, "certification_only");
  criterion->filter = read_filter_name (reader, item, place->framework);
  criterion->clauses = cap_json_reader_dup_texts (reader, item, "clauses", 0);
  criterion->evidence = cap_json_reader_dup_texts (reader, item, "evidence", fewest);
  criterion->descriptors = read_descriptors (reader, item, place->framework);
  cap_json_reader_each (reader, item, "steps", fewest, read_step, &below);
  if (place->format > 1)
    read_recent (reader, item, place->framework, criterion);
}

static void
read_objective (CapJsonReader *reader,
                JsonObject    *item,
                gpointer       user_data)
{
  Place *place = user_data;
  CapObjective *objective = cap_objective_new ();
  Place below = { place->framework, place->format, place->n_criteria, objective->criteria };

  g_ptr_array_add (place->items, objective);
  objective->code = cap_json_reader_dup_code (reader, item, "code");
  objective->label = read_label (reader, item, &objective->network_label);
  objective->advice = read_sentence (reader, item, "advice", place->format);
  objective->weight = cap_json_reader_get_int (reader, item, "weight", 1, MAX_WEIGHT);
  objective->services = cap_json_reader_dup_texts (reader, item, "services", place->format == 1 ? 1 : 0);
  if (place->format == 1)
    {
      objective->subjects = cap_json_reader_dup_texts (reader, item, "subjects", 1);
      objective->csess = cap_json_reader_dup_texts (reader, item, "csess", 0);
    }
  objective->translations = cap_json_reader_dup_translations (reader, item);
  cap_json_reader_each (reader, item, "criteria", 1, read_criterion, &below);
}

static void
read_theme (CapJsonReader *reader,
            JsonObject    *item,
            gpointer       user_data)
{
  Place *place = user_data;
  CapTheme *theme = cap_theme_new ();
  Place below = { place->framework, place->format, place->n_criteria, theme->objectives };

  g_ptr_array_add (place->items, theme);
  theme->code = cap_json_reader_dup_code (reader, item, "code");
  theme->label = read_label (reader, item, &theme->network_label);
  theme->local = json_object_has_member (item, "local") &&
                 cap_json_reader_get_boolean (reader, item, "local");
  theme->summary = read_sentence (reader, item, "summary", place->format);
  theme->weight = cap_json_reader_get_int (reader, item, "weight", 1, MAX_WEIGHT);
  theme->translations = cap_json_reader_dup_translations (reader, item);
  cap_json_reader_each (reader, item, "objectives", 1, read_objective, &below);
}

/**
 * cap_framework_read_themes:
 * @root: the framework file
 * @format: version of its format
 *
 * Reads what people answer; the lists are there already.
 */
void
cap_framework_read_themes (CapJsonReader *reader,
                           JsonObject    *root,
                           CapFramework  *framework,
                           int            format)
{
  guint n_criteria = 0;
  Place place = { framework, format, &n_criteria, framework->themes };

  cap_json_reader_each (reader, root, "themes", 1, read_theme, &place);
}
