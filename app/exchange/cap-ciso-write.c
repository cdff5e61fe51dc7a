/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-ciso-write.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/cap-ciso-words-private.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-yaml-private.h"

#define PACKAGER "cap-cedre"
#define PROVIDER "Cap Cèdre"
#define MAX_VERSION 2000000000

/* @urns: (element-type utf8): those that are given already. */
typedef struct
{
  CapYamlWriter      *yaml;
  const CapFramework *framework;
  const CapCisoWords *words;
  GHashTable         *urns;
} Writing;

/* Where each text of the framework goes; the texts in other languages go to the same places. */
typedef struct
{
  const char *field;
  const char *name;
} Place;

static const Place library_places[] = { { "title", "name" }, { "notice", "description" }, { NULL, NULL } };
static const Place level_places[] = {
  { "label", "name" }, { "descriptor", "description" }, { "evidence", "description_doc" }, { NULL, NULL },
};
static const Place node_places[] = {
  { "label", "name" },
  { "summary", "description" }, { "advice", "description" }, { "question", "description" },
  { "why", "annotation" },
  { "evidence", "typical_evidence" },
  { NULL, NULL },
};

static void
write_translations (const Writing   *self,
                    const GPtrArray *translations,
                    const Place     *places)
{
  const char *language = NULL;

  if (translations == NULL || translations->len == 0)
    return;

  cap_yaml_writer_begin_map (self->yaml, "translations");
  for (guint i = 0; i < translations->len; i++)
    {
      const CapTranslation *translation = g_ptr_array_index (translations, i);

      if (g_strcmp0 (language, translation->language) != 0)
        {
          if (language != NULL)
            cap_yaml_writer_end_map (self->yaml);
          language = translation->language;
          cap_yaml_writer_begin_map (self->yaml, language);
        }
      for (const Place *place = places; place->field != NULL; place++)
        {
          if (g_str_equal (place->field, translation->field))
            cap_yaml_writer_add_some (self->yaml, place->name, translation->text);
        }
    }
  cap_yaml_writer_end_map (self->yaml);
  cap_yaml_writer_end_map (self->yaml);
}

/* Returns: (transfer full): “urn:cap-cedre:risk:req_node:cap:a1.1”, that nothing else has */
static char *
take_urn (const Writing *self,
          const char    *type,
          const char    *code)
{
  g_autofree char *ascii = g_str_to_ascii (code, "C");
  g_autofree char *lower = g_ascii_strdown (ascii, -1);
  g_autofree char *urn = NULL;

  g_strcanon (lower, G_CSET_a_2_z G_CSET_DIGITS "._-", '-');
  urn = *code != '\0' ? g_strdup_printf ("urn:" PACKAGER ":risk:%s:%s:%s", type, self->framework->id, lower)
                      : g_strdup_printf ("urn:" PACKAGER ":risk:%s:%s", type, self->framework->id);

  for (guint i = 2; g_hash_table_contains (self->urns, urn); i++)
    {
      g_free (urn);
      urn = g_strdup_printf ("urn:" PACKAGER ":risk:%s:%s:%s-%u", type, self->framework->id, lower, i);
    }
  g_hash_table_add (self->urns, g_strdup (urn));

  return g_steal_pointer (&urn);
}

/* Numbers must grow from version to version: 2026.1 is 202601. */
static int
number_version (const char *version)
{
  g_auto(GStrv) parts = g_strsplit (version, ".", -1);
  guint64 major = 0;
  guint64 minor = 0;
  gboolean numbers = g_ascii_string_to_unsigned (parts[0], 10, 0, MAX_VERSION, &major, NULL);

  if (!numbers || parts[1] == NULL)
    return numbers && major > 0 ? (int) major : 1;
  if (parts[2] != NULL || major > MAX_VERSION / 100 ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, 99, &minor, NULL))
    return 1;

  return (int) (100 * major + minor);
}

static void
write_heading (const Writing *self)
{
  const CapFramework *framework = self->framework;
  g_autofree char *urn = take_urn (self, "library", "");

  cap_yaml_writer_add_text (self->yaml, "urn", urn);
  cap_yaml_writer_add_text (self->yaml, "locale", framework->language);
  cap_yaml_writer_add_text (self->yaml, "ref_id", framework->id);
  cap_yaml_writer_add_text (self->yaml, "name", framework->title);
  cap_yaml_writer_add_text (self->yaml, "description", framework->notice);
  cap_yaml_writer_add_int (self->yaml, "version", number_version (framework->version));
  if (framework->valid_from != NULL)
    cap_yaml_writer_add_plain (self->yaml, "publication_date", framework->valid_from);
  cap_yaml_writer_add_text (self->yaml, "provider", PROVIDER);
  cap_yaml_writer_add_text (self->yaml, "packager", PACKAGER);
  write_translations (self, framework->translations, library_places);
}

static char *
take_step_urn (const Writing      *self,
               const CapCriterion *criterion,
               guint               index)
{
  g_autofree char *code = g_strdup_printf ("%s-%u", criterion->code, index + 1);

  return take_urn (self, "function", code);
}

static void
write_step (const Writing      *self,
            const CapCriterion *criterion,
            guint               index,
            const char         *urn)
{
  const CapNextStep *step = g_ptr_array_index (criterion->steps, index);
  g_autofree char *ref_id = g_strdup_printf ("%s-%u", criterion->code, index + 1);
  g_autofree char *from = g_strdup_printf ("%d", step->from);
  g_autofree char *to = g_strdup_printf ("%d", step->to);
  g_autofree char *description = cap_ciso_fill (self->words->step, from, to, NULL);

  cap_yaml_writer_begin_map (self->yaml, NULL);
  cap_yaml_writer_add_text (self->yaml, "urn", urn);
  cap_yaml_writer_add_text (self->yaml, "ref_id", ref_id);
  cap_yaml_writer_add_text (self->yaml, "name", step->title);
  cap_yaml_writer_add_text (self->yaml, "description", description);
  cap_yaml_writer_end_map (self->yaml);
}

/* Returns: (transfer full) (element-type utf8): the URN of every step, in the order of the criteria */
static GPtrArray *
write_steps (const Writing *self)
{
  const GPtrArray *criteria = self->framework->criteria;
  GPtrArray *urns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);

      for (guint j = 0; j < criterion->steps->len; j++)
        {
          char *urn = take_step_urn (self, criterion, j);

          if (urns->len == 0)
            cap_yaml_writer_begin_list (self->yaml, "reference_controls");
          g_ptr_array_add (urns, urn);
          write_step (self, criterion, j, urn);
        }
    }
  if (urns->len > 0)
    cap_yaml_writer_end_list (self->yaml);

  return urns;
}

static void
write_levels (const Writing *self)
{
  const GPtrArray *levels = self->framework->levels;

  cap_yaml_writer_add_int (self->yaml, "min_score", self->framework->min_level);
  cap_yaml_writer_add_int (self->yaml, "max_score", self->framework->max_level);
  cap_yaml_writer_begin_list (self->yaml, "scores_definition");
  for (guint i = 0; i < levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (levels, i);

      cap_yaml_writer_begin_map (self->yaml, NULL);
      cap_yaml_writer_add_int (self->yaml, "score", level->number);
      cap_yaml_writer_add_text (self->yaml, "name", level->label);
      cap_yaml_writer_add_text (self->yaml, "description", level->descriptor);
      cap_yaml_writer_add_some (self->yaml, "description_doc", level->evidence);
      write_translations (self, level->translations, level_places);
      cap_yaml_writer_end_map (self->yaml);
    }
  cap_yaml_writer_end_list (self->yaml);
}

static void
write_kinds (const Writing *self)
{
  const GPtrArray *kinds = self->framework->kinds;

  if (kinds->len == 0)
    return;

  cap_yaml_writer_begin_list (self->yaml, "implementation_groups_definition");
  for (guint i = 0; i < kinds->len; i++)
    {
      const CapTerm *kind = g_ptr_array_index (kinds, i);

      cap_yaml_writer_begin_map (self->yaml, NULL);
      cap_yaml_writer_add_text (self->yaml, "ref_id", kind->code);
      cap_yaml_writer_add_text (self->yaml, "name", kind->label);
      write_translations (self, kind->translations, node_places);
      cap_yaml_writer_end_map (self->yaml);
    }
  cap_yaml_writer_end_list (self->yaml);
}

/* What all nodes begin with. */
static void
begin_node (const Writing *self,
            const char    *urn,
            const char    *parent,
            int            depth,
            const char    *code,
            const char    *label)
{
  cap_yaml_writer_begin_map (self->yaml, NULL);
  cap_yaml_writer_add_text (self->yaml, "urn", urn);
  cap_yaml_writer_add_plain (self->yaml, "assessable", depth == 3 ? "true" : "false");
  cap_yaml_writer_add_int (self->yaml, "depth", depth);
  cap_yaml_writer_add_some (self->yaml, "parent_urn", parent);
  cap_yaml_writer_add_text (self->yaml, "ref_id", code);
  cap_yaml_writer_add_text (self->yaml, "name", label);
}

static void
write_weight (const Writing *self,
              int            weight)
{
  if (weight != 1)
    cap_yaml_writer_add_int (self->yaml, "weight", weight);
}

/* Why, whom for when that is no kind, its own levels. */
static char *
compose_annotation (const Writing      *self,
                    const CapCriterion *criterion)
{
  const CapFilter *filter = criterion->filter;
  g_autoptr(GString) text = g_string_new (criterion->why);

  if (filter != NULL && (filter->min_staff > 0 || filter->secondment))
    {
      g_autofree char *sentence = cap_ciso_fill (self->words->filter, filter->label, NULL);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }
  if (criterion->descriptors != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->words->levels);
  for (guint i = 0; criterion->descriptors != NULL && criterion->descriptors[i] != NULL; i++)
    g_string_append_printf (text, "\n%d – %s", self->framework->min_level + (int) i,
                            criterion->descriptors[i]);

  return g_strdup (text->str);
}

static void
write_groups (const Writing      *self,
              const CapCriterion *criterion)
{
  const GPtrArray *kinds = self->framework->kinds;
  const char * const *chosen =
    criterion->filter != NULL ? (const char * const *) criterion->filter->kinds : NULL;

  if (kinds->len == 0)
    return;

  cap_yaml_writer_begin_list (self->yaml, "implementation_groups");
  for (guint i = 0; i < kinds->len; i++)
    {
      const char *code = ((const CapTerm *) g_ptr_array_index (kinds, i))->code;

      if (chosen == NULL || g_strv_contains (chosen, code))
        cap_yaml_writer_add_text (self->yaml, NULL, code);
    }
  cap_yaml_writer_end_list (self->yaml);
}

/* @steps: (element-type utf8): the URN of every step, taken from @next on */
static void
write_criterion (const Writing      *self,
                 const CapCriterion *criterion,
                 const char         *parent,
                 const GPtrArray    *steps,
                 guint              *next)
{
  g_autofree char *urn = take_urn (self, "req_node", criterion->code);
  g_autofree char *annotation = compose_annotation (self, criterion);
  g_autofree char *evidence = criterion->evidence != NULL ? g_strjoinv ("\n", criterion->evidence) : NULL;

  begin_node (self, urn, parent, 3, criterion->code, criterion->label);
  cap_yaml_writer_add_some (self->yaml, "description", criterion->question);
  cap_yaml_writer_add_some (self->yaml, "annotation", annotation);
  cap_yaml_writer_add_some (self->yaml, "typical_evidence", evidence);
  if (criterion->core)
    cap_yaml_writer_add_text (self->yaml, "importance", "mandatory");
  write_weight (self, criterion->weight);
  write_groups (self, criterion);
  if (criterion->steps->len > 0)
    {
      cap_yaml_writer_begin_list (self->yaml, "reference_controls");
      for (guint i = 0; i < criterion->steps->len; i++)
        cap_yaml_writer_add_text (self->yaml, NULL, g_ptr_array_index (steps, (*next)++));
      cap_yaml_writer_end_list (self->yaml);
    }
  write_translations (self, criterion->translations, node_places);
  cap_yaml_writer_end_map (self->yaml);
}

static void
write_objective (const Writing      *self,
                 const CapObjective *objective,
                 const char         *parent,
                 const GPtrArray    *steps,
                 guint              *next)
{
  g_autofree char *urn = take_urn (self, "req_node", objective->code);

  begin_node (self, urn, parent, 2, objective->code, objective->label);
  cap_yaml_writer_add_some (self->yaml, "description", objective->advice);
  write_weight (self, objective->weight);
  write_translations (self, objective->translations, node_places);
  cap_yaml_writer_end_map (self->yaml);

  for (guint i = 0; i < objective->criteria->len; i++)
    write_criterion (self, g_ptr_array_index (objective->criteria, i), urn, steps, next);
}

static void
write_themes (const Writing   *self,
              const GPtrArray *steps)
{
  guint next = 0;

  cap_yaml_writer_begin_list (self->yaml, "requirement_nodes");
  for (guint i = 0; i < self->framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (self->framework->themes, i);
      g_autofree char *urn = take_urn (self, "req_node", theme->code);

      begin_node (self, urn, NULL, 1, theme->code, theme->label);
      cap_yaml_writer_add_some (self->yaml, "description", theme->summary);
      write_weight (self, theme->weight);
      write_translations (self, theme->translations, node_places);
      cap_yaml_writer_end_map (self->yaml);

      for (guint j = 0; j < theme->objectives->len; j++)
        write_objective (self, g_ptr_array_index (theme->objectives, j), urn, steps, &next);
    }
  cap_yaml_writer_end_list (self->yaml);
}

static void
write_objects (const Writing *self)
{
  g_autofree char *urn = take_urn (self, "framework", "");
  g_autoptr(GPtrArray) steps = NULL;

  cap_yaml_writer_begin_map (self->yaml, "objects");
  steps = write_steps (self);
  cap_yaml_writer_begin_map (self->yaml, "framework");
  cap_yaml_writer_add_text (self->yaml, "urn", urn);
  cap_yaml_writer_add_text (self->yaml, "ref_id", self->framework->id);
  cap_yaml_writer_add_text (self->yaml, "name", self->framework->title);
  cap_yaml_writer_add_text (self->yaml, "description", self->framework->notice);
  write_translations (self, self->framework->translations, library_places);
  write_levels (self);
  write_kinds (self);
  write_themes (self, steps);
  cap_yaml_writer_end_map (self->yaml);
  cap_yaml_writer_end_map (self->yaml);
}

/**
 * cap_framework_ciso_write:
 * @framework: a sealed framework
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Returns: (transfer full) (nullable): a library of CISO Assistant
 */
GBytes *
cap_framework_ciso_write (const CapFramework  *framework,
                          GError             **error)
{
  g_autoptr(CapYamlWriter) yaml = NULL;
  g_autoptr(GHashTable) urns = NULL;
  Writing writing;
  GBytes *text;

  g_return_val_if_fail (framework != NULL && framework->source != NULL, NULL);

  yaml = cap_yaml_writer_new ();
  urns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writing = (Writing) { yaml, framework, cap_ciso_words_get (framework->language), urns };

  write_heading (&writing);
  write_objects (&writing);
  text = cap_yaml_writer_end (yaml);
  if (text == NULL)
    g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
                         _("this framework holds a text that YAML cannot hold"));

  return text;
}
