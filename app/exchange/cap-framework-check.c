/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-framework-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What no single entry of the file shows: codes used twice, references to nothing, wrong orders.
 * An entry that could not be read is empty here: its fault is told already.
 */
static void
add_code_fault (CapJsonReader *reader,
                const char    *member,
                const char    *format,
                const char    *code)
{
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *sentence = g_strjoinv (code, parts);

  cap_json_reader_add_fault (reader, member, sentence);
}

/* Enters “/LIST/INDEX”; the caller truncates the path to what is returned. */
static gsize
enter (CapJsonReader *reader,
       const char    *list,
       guint          index)
{
  gsize mark = reader->path->len;

  g_string_append_printf (reader->path, "/%s/%u", list, index);

  return mark;
}

static void
check_unique (CapJsonReader *reader,
              GHashTable    *known,
              const char    *code)
{
  if (*code != '\0' && !g_hash_table_add (known, (gpointer) code))
    /* Translators: %s is a code */
    add_code_fault (reader, "code", _("the code “%s” is used twice"), code);
}

static void
check_references (CapJsonReader *reader,
                  GHashTable    *known,
                  const char    *member,
                  GStrv          codes)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_autofree char *item = g_strdup_printf ("%s/%u", member, i);

      if (*codes[i] == '\0')
        continue;

      if (!g_hash_table_contains (known, codes[i]))
        /* Translators: %s is a code */
        add_code_fault (reader, item, _("nothing is called “%s” in that list"), codes[i]);
      else if (!g_hash_table_add (seen, codes[i]))
        add_code_fault (reader, item, _("the code “%s” is used twice"), codes[i]);
    }
}

static void
check_dates (CapJsonReader *reader,
             const char    *from,
             const char    *until)
{
  if (from != NULL && until != NULL && strcmp (from, until) > 0)
    cap_json_reader_add_fault (reader, "valid_until", _("the last day comes before the first one"));
}

static void
check_bands (CapJsonReader   *reader,
             const GPtrArray *bands)
{
  for (guint i = 0; i < bands->len; i++)
    {
      const CapBand *band = g_ptr_array_index (bands, i);
      const CapBand *previous = i > 0 ? g_ptr_array_index (bands, i - 1) : NULL;
      gsize mark = enter (reader, "bands", i);

      if (previous == NULL && band->from != 0)
        cap_json_reader_add_fault (reader, "from", _("the first band starts at 0"));
      if (previous != NULL && band->from <= previous->from)
        cap_json_reader_add_fault (reader, "from", _("a band starts above the one before it"));
      g_string_truncate (reader->path, mark);
    }
}

/* Returns: (transfer full): the codes of one list of terms, for references to them */
static GHashTable *
check_terms (CapJsonReader   *reader,
             const char      *list,
             const GPtrArray *terms)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < terms->len; i++)
    {
      const CapTerm *term = g_ptr_array_index (terms, i);
      gsize mark = enter (reader, list, i);

      check_unique (reader, known, term->code);
      g_string_truncate (reader->path, mark);
    }

  return known;
}

static void
check_filters (CapJsonReader   *reader,
               const GPtrArray *filters,
               GHashTable      *kinds)
{
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < filters->len; i++)
    {
      const CapFilter *filter = g_ptr_array_index (filters, i);
      gsize mark = enter (reader, "filters", i);

      check_unique (reader, known, filter->code);
      if (filter->kinds != NULL)
        check_references (reader, kinds, "kinds", filter->kinds);
      g_string_truncate (reader->path, mark);
    }
}

static GHashTable *
check_services (CapJsonReader   *reader,
                const GPtrArray *services,
                GHashTable      *objectives)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < services->len; i++)
    {
      const CapService *service = g_ptr_array_index (services, i);
      gsize mark = enter (reader, "services", i);

      check_unique (reader, known, service->code);
      check_dates (reader, service->valid_from, service->valid_until);
      check_references (reader, objectives, "triggers", service->triggers);
      g_string_truncate (reader->path, mark);
    }

  return known;
}

static void
check_steps (CapJsonReader   *reader,
             const GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const CapNextStep *step = g_ptr_array_index (steps, i);
      const CapNextStep *previous = i > 0 ? g_ptr_array_index (steps, i - 1) : NULL;
      gsize mark = enter (reader, "steps", i);

      if (step->to <= step->from)
        cap_json_reader_add_fault (reader, "to", _("a step leads to a higher level"));
      if (previous != NULL && (step->from < previous->from || step->to < previous->to))
        cap_json_reader_add_fault (reader, NULL, _("steps go from the lowest level up"));
      g_string_truncate (reader->path, mark);
    }
}

/* The codes that the themes and what is below them refer to, and those that they give. */
typedef struct
{
  GHashTable *clauses;
  GHashTable *subjects;
  GHashTable *csess;
  GHashTable *services;
  GHashTable *themes;
  GHashTable *objectives;
  GHashTable *criteria;
} Codes;

static void
check_service (CapJsonReader *reader,
               GHashTable    *services,
               const char    *code)
{
  if (code != NULL && *code != '\0' && !g_hash_table_contains (services, code))
    /* Translators: %s is a code */
    add_code_fault (reader, "help/service", _("nothing is called “%s” in that list"), code);
}

static void
check_objective (CapJsonReader      *reader,
                 const CapObjective *objective,
                 const Codes        *codes)
{
  check_unique (reader, codes->objectives, objective->code);
  check_references (reader, codes->subjects, "subjects", objective->subjects);
  check_references (reader, codes->csess, "csess", objective->csess);
  check_references (reader, codes->services, "services", objective->services);

  for (guint i = 0; i < objective->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (objective->criteria, i);
      gsize mark = enter (reader, "criteria", i);

      check_unique (reader, codes->criteria, criterion->code);
      check_references (reader, codes->clauses, "clauses", criterion->clauses);
      check_references (reader, codes->subjects, "subjects", criterion->subjects);
      check_references (reader, codes->csess, "csess", criterion->csess);
      check_service (reader, codes->services, criterion->service);
      check_steps (reader, criterion->steps);
      g_string_truncate (reader->path, mark);
    }
}

static void
check_themes (CapJsonReader   *reader,
              const GPtrArray *themes,
              const Codes     *codes)
{
  for (guint i = 0; i < themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (themes, i);
      gsize mark = enter (reader, "themes", i);

      check_unique (reader, codes->themes, theme->code);
      for (guint j = 0; j < theme->objectives->len; j++)
        {
          gsize inner = enter (reader, "objectives", j);

          check_objective (reader, g_ptr_array_index (theme->objectives, j), codes);
          g_string_truncate (reader->path, inner);
        }
      g_string_truncate (reader->path, mark);
    }
}

static GHashTable *
list_objectives (const GPtrArray *themes)
{
  GHashTable *codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        g_hash_table_add (codes, ((CapObjective *) g_ptr_array_index (theme->objectives, j))->code);
    }

  return codes;
}

/* What the structure added stands at the end, in one theme. */
static void
check_local (CapJsonReader   *reader,
             const GPtrArray *themes)
{
  for (guint i = 0; i + 1 < themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (themes, i);
      gsize mark = enter (reader, "themes", i);

      if (theme->local)
        cap_json_reader_add_fault (reader, "local",
                                   _("the structure’s own theme comes last, and is the only one"));
      g_string_truncate (reader->path, mark);
    }

  if (themes->len == 1 && ((const CapTheme *) g_ptr_array_index (themes, 0))->local)
    cap_json_reader_add_fault (reader, "themes/0/local", _("a framework has a theme of the network"));
}

static void
check_move (CapJsonReader *reader,
            const CapMove *move,
            GHashTable    *criteria,
            GHashTable    *left,
            GHashTable    *reached)
{
  for (guint i = 0; move->from[i] != NULL; i++)
    {
      g_autofree char *item = g_strdup_printf ("from/%u", i);

      if (*move->from[i] != '\0' && !g_hash_table_add (left, move->from[i]))
        add_code_fault (reader, item, _("the code “%s” is used twice"), move->from[i]);
    }

  if (move->to == NULL || *move->to == '\0')
    return;

  if (!g_hash_table_contains (criteria, move->to))
    add_code_fault (reader, "to", _("nothing is called “%s” in that list"), move->to);
  else if (!g_hash_table_add (reached, move->to))
    add_code_fault (reader, "to", _("the code “%s” is used twice"), move->to);
}

/* Each criterion of the older version goes one way, each of this one comes from one move. */
static void
check_mappings (CapJsonReader   *reader,
                const GPtrArray *mappings,
                GHashTable      *criteria)
{
  for (guint i = 0; i < mappings->len; i++)
    {
      const CapMapping *mapping = g_ptr_array_index (mappings, i);
      g_autoptr(GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr(GHashTable) reached = g_hash_table_new (g_str_hash, g_str_equal);
      gsize mark = enter (reader, "mappings", i);

      for (guint j = 0; j < mapping->moves->len; j++)
        {
          gsize inner = enter (reader, "moves", j);

          check_move (reader, g_ptr_array_index (mapping->moves, j), criteria, left, reached);
          g_string_truncate (reader->path, inner);
        }
      g_string_truncate (reader->path, mark);
    }
}

/**
 * cap_framework_check:
 * @framework: what was read, with empty texts where the file was at fault
 * @reader: where faults go; its path is at the root
 */
void
cap_framework_check (const CapFramework *framework,
                     CapJsonReader      *reader)
{
  g_autoptr(GHashTable) kinds = check_terms (reader, "kinds", framework->kinds);
  g_autoptr(GHashTable) clauses = check_terms (reader, "clauses", framework->clauses);
  g_autoptr(GHashTable) subjects = check_terms (reader, "subjects", framework->subjects);
  g_autoptr(GHashTable) csess = check_terms (reader, "csess", framework->csess);
  g_autoptr(GHashTable) called = list_objectives (framework->themes);
  g_autoptr(GHashTable) services = check_services (reader, framework->services, called);
  g_autoptr(GHashTable) themes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) objectives = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) criteria = g_hash_table_new (g_str_hash, g_str_equal);
  Codes codes = { clauses, subjects, csess, services, themes, objectives, criteria };

  check_dates (reader, framework->valid_from, framework->valid_until);
  check_bands (reader, framework->bands);
  check_filters (reader, framework->filters, kinds);
  check_themes (reader, framework->themes, &codes);
  check_local (reader, framework->themes);
  check_mappings (reader, framework->mappings, criteria);
}
