/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-framework-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "data/cap-data.h"
#include "exchange/cap-framework-check-private.h"
#include "exchange/cap-json-private.h"

#define DEFAULT_FRAMEWORK "/org/coorace/CapCedre/framework/cap.json"
#define FORMAT 1
#define MAX_WEIGHT 100
#define MAX_STAFF 100000

G_DEFINE_QUARK (cap-exchange-error-quark, cap_exchange_error)

static void
read_level (CapJsonReader *reader,
            JsonObject    *item,
            gpointer       user_data)
{
  CapFramework *framework = user_data;
  const char *rank = strrchr (reader->path->str, '/') + 1;
  int expected = (int) g_ascii_strtoll (rank, NULL, 10);
  CapLevel *level;

  if (expected > CAP_LEVEL_MAX)
    {
      cap_json_reader_add_fault (reader, NULL, _("there are five levels, from 0 to 4"));
      return;
    }

  level = &framework->levels[expected];
  cap_json_reader_get_int (reader, item, "level", expected, expected);
  level->label = cap_json_reader_dup_text (reader, item, "label");
  level->step = cap_json_reader_dup_any_text (reader, item, "step");
  level->descriptor = cap_json_reader_dup_text (reader, item, "descriptor");
  level->evidence = cap_json_reader_dup_text (reader, item, "evidence");
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

  g_ptr_array_add (user_data, cap_term_new (code, label));
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
read_step (CapJsonReader *reader,
           JsonObject    *item,
           gpointer       user_data)
{
  CapNextStep *step = cap_next_step_new ();

  g_ptr_array_add (user_data, step);
  step->from = cap_json_reader_get_int (reader, item, "from", 0, CAP_LEVEL_MAX - 1);
  step->to = cap_json_reader_get_int (reader, item, "to", 1, CAP_LEVEL_MAX);
  step->title = cap_json_reader_dup_text (reader, item, "title");
  step->effort = cap_json_reader_get_int (reader, item, "effort", 1, 3);
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
read_descriptors (CapJsonReader *reader,
                  JsonObject    *item)
{
  g_auto(GStrv) descriptors = NULL;

  if (!json_object_has_member (item, "descriptors"))
    return NULL;

  descriptors = cap_json_reader_dup_texts (reader, item, "descriptors", CAP_N_LEVELS);
  if (g_strv_length (descriptors) > CAP_N_LEVELS)
    cap_json_reader_add_fault (reader, "descriptors", _("there are five levels, from 0 to 4"));

  return g_steal_pointer (&descriptors);
}

/* What the reading of the themes carries down. */
typedef struct
{
  const CapFramework *framework;
  GPtrArray          *items;
} Place;

static void
read_criterion (CapJsonReader *reader,
                JsonObject    *item,
                gpointer       user_data)
{
  Place *place = user_data;
  CapCriterion *criterion = cap_criterion_new ();

  g_ptr_array_add (place->items, criterion);
  criterion->code = cap_json_reader_dup_code (reader, item, "code");
  criterion->label = cap_json_reader_dup_text (reader, item, "label");
  criterion->question = cap_json_reader_dup_text (reader, item, "question");
  criterion->why = cap_json_reader_dup_text (reader, item, "why");
  criterion->weight = cap_json_reader_get_int (reader, item, "weight", 1, MAX_WEIGHT);
  criterion->impact = cap_json_reader_get_int (reader, item, "impact", 1, 3);
  criterion->effort = cap_json_reader_get_int (reader, item, "effort", 1, 3);
  criterion->core = cap_json_reader_get_boolean (reader, item, "core");
  criterion->core_in_certification = cap_json_reader_get_boolean (reader, item, "core_in_certification");
  criterion->certification_only = cap_json_reader_get_boolean (reader, item, "certification_only");
  criterion->filter = read_filter_name (reader, item, place->framework);
  criterion->clauses = cap_json_reader_dup_texts (reader, item, "clauses", 0);
  criterion->evidence = cap_json_reader_dup_texts (reader, item, "evidence", 1);
  criterion->descriptors = read_descriptors (reader, item);
  cap_json_reader_each (reader, item, "steps", 1, read_step, criterion->steps);
}

static void
read_objective (CapJsonReader *reader,
                JsonObject    *item,
                gpointer       user_data)
{
  Place *place = user_data;
  CapObjective *objective = cap_objective_new ();
  Place below = { place->framework, objective->criteria };

  g_ptr_array_add (place->items, objective);
  objective->code = cap_json_reader_dup_code (reader, item, "code");
  objective->label = cap_json_reader_dup_text (reader, item, "label");
  objective->advice = cap_json_reader_dup_text (reader, item, "advice");
  objective->weight = cap_json_reader_get_int (reader, item, "weight", 1, MAX_WEIGHT);
  objective->subjects = cap_json_reader_dup_texts (reader, item, "subjects", 1);
  objective->csess = cap_json_reader_dup_texts (reader, item, "csess", 0);
  objective->services = cap_json_reader_dup_texts (reader, item, "services", 1);
  cap_json_reader_each (reader, item, "criteria", 1, read_criterion, &below);
}

static void
read_theme (CapJsonReader *reader,
            JsonObject    *item,
            gpointer       user_data)
{
  Place *place = user_data;
  CapTheme *theme = cap_theme_new ();
  Place below = { place->framework, theme->objectives };

  g_ptr_array_add (place->items, theme);
  theme->code = cap_json_reader_dup_code (reader, item, "code");
  theme->label = cap_json_reader_dup_text (reader, item, "label");
  theme->summary = cap_json_reader_dup_text (reader, item, "summary");
  theme->weight = cap_json_reader_get_int (reader, item, "weight", 1, MAX_WEIGHT);
  cap_json_reader_each (reader, item, "objectives", 1, read_objective, &below);
}

/* The lists come before the themes, which refer to them. */
static void
read_framework (CapJsonReader *reader,
                JsonObject    *root,
                CapFramework  *self)
{
  Place place = { self, self->themes };

  cap_json_reader_get_int (reader, root, "format", FORMAT, FORMAT);
  self->id = cap_json_reader_dup_code (reader, root, "id");
  self->version = cap_json_reader_dup_code (reader, root, "version");
  self->valid_from = cap_json_reader_dup_date (reader, root, "valid_from");
  self->valid_until = cap_json_reader_dup_date (reader, root, "valid_until");
  self->language = cap_json_reader_dup_code (reader, root, "language");
  self->title = cap_json_reader_dup_text (reader, root, "title");
  self->notice = cap_json_reader_dup_text (reader, root, "notice");
  cap_json_reader_each (reader, root, "levels", CAP_N_LEVELS, read_level, self);
  cap_json_reader_each (reader, root, "bands", 1, read_band, self->bands);
  cap_json_reader_each (reader, root, "kinds", 1, read_kind, self->kinds);
  cap_json_reader_each (reader, root, "filters", 0, read_filter, self->filters);
  cap_json_reader_each (reader, root, "clauses", 0, read_term, self->clauses);
  cap_json_reader_each (reader, root, "subjects", 0, read_term, self->subjects);
  cap_json_reader_each (reader, root, "csess", 0, read_term, self->csess);
  cap_json_reader_each (reader, root, "services", 0, read_service, self->services);
  cap_json_reader_each (reader, root, "themes", 1, read_theme, &place);
}

/**
 * cap_framework_json_check:
 * @source: what should be a framework file
 * @framework: (out) (optional) (nullable): the framework, when there is no fault
 *
 * Keys that the program does not know are left alone: they belong to whoever
 * wrote them.
 *
 * Returns: (transfer full) (element-type utf8): every fault, as
 *   “/themes/0/code: sentence”, in the user’s language
 */
GPtrArray *
cap_framework_json_check (GBytes        *source,
                          CapFramework **framework)
{
  g_auto(CapJsonReader) reader = { 0 };
  g_autoptr(CapFramework) read = cap_framework_new ();
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  cap_json_reader_init (&reader);
  root = cap_json_reader_parse (&reader, source);

  if (root != NULL)
    read_framework (&reader, json_node_get_object (root), read);
  if (root != NULL && !reader.incomplete)
    cap_framework_check (read, &reader);

  if (framework != NULL)
    *framework = NULL;
  if (framework != NULL && reader.faults->len == 0)
    {
      cap_framework_seal (read, source);
      *framework = g_steal_pointer (&read);
    }

  return g_steal_pointer (&reader.faults);
}

/**
 * cap_framework_json_read:
 * @source: a framework file
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Returns: (transfer full) (nullable): the framework; on failure, @error has
 *   the first fault
 */
CapFramework *
cap_framework_json_read (GBytes  *source,
                         GError **error)
{
  CapFramework *framework;
  g_autoptr(GPtrArray) faults = cap_framework_json_check (source, &framework);

  if (framework == NULL)
    g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, g_ptr_array_index (faults, 0));

  return framework;
}

/**
 * cap_framework_json_load_default:
 *
 * Returns: (transfer full): the newest framework that comes with the program
 */
CapFramework *
cap_framework_json_load_default (void)
{
  g_autoptr(GBytes) source = g_resource_lookup_data (cap_data_get_resource (), DEFAULT_FRAMEWORK,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  CapFramework *framework = cap_framework_json_read (source, &error);

  g_assert_no_error (error);

  return framework;
}
