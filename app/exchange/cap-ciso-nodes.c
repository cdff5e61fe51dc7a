/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-ciso-private.h"

#include <glib/gi18n.h>

#define MAX_DEPTH 32
#define MAX_WEIGHT 100
#define DEFAULT_IMPACT 2
#define DEFAULT_EFFORT 2

/* @orphanage: what stands above the nodes that nothing stands above: named after the framework.
 * @themes, @objectives, @criteria: codes that are taken.
 * @all_mandatory: mandatory says nothing then. */
typedef struct
{
  CapCiso     *ciso;
  GPtrArray   *nodes;
  GHashTable  *by_urn;
  CapCisoNode *orphanage;
  GHashTable  *themes;
  GHashTable  *objectives;
  GHashTable  *criteria;
  gboolean     all_mandatory;
} Tree;

static CapCisoNode *
node_new (const CapYaml *yaml)
{
  CapCisoNode *self = g_new0 (CapCisoNode, 1);

  self->yaml = yaml;

  return self;
}

static void
node_free (CapCisoNode *self)
{
  g_clear_pointer (&self->asides, g_ptr_array_unref);
  g_free (self->theme_path);
  g_free (self->objective_path);
  g_free (self);
}

static gboolean
read_assessable (CapCiso       *ciso,
                 const CapYaml *node)
{
  const char *text = cap_yaml_get_text (node, "assessable");

  if (text == NULL || g_ascii_strcasecmp (text, "false") == 0)
    return FALSE;
  if (g_ascii_strcasecmp (text, "true") != 0)
    cap_ciso_add_fault (ciso, cap_yaml_get (node, "assessable")->line,
                        _("true or false is expected: “assessable”"));

  return TRUE;
}

static void
read_node (Tree          *tree,
           const CapYaml *yaml)
{
  CapCisoNode *node = node_new (yaml);
  const char *urn = cap_yaml_get_text (yaml, "urn");

  g_ptr_array_add (tree->nodes, node);
  if (urn == NULL)
    {
      cap_ciso_add_fault (tree->ciso, yaml->line, _("a requirement node has a name for programs: “urn”"));
      return;
    }

  node->assessable = read_assessable (tree->ciso, yaml);
  if (!g_hash_table_insert (tree->by_urn, g_ascii_strdown (urn, -1), node))
    {
      /* Translators: %s is the name of a requirement for programs */
      g_autofree char *sentence = g_strdup_printf (_("“%s” is there already"), urn);

      cap_ciso_add_fault (tree->ciso, yaml->line, sentence);
    }
}

static void
link_parent (Tree        *tree,
             CapCisoNode *node)
{
  const char *urn = cap_yaml_get_text (node->yaml, "parent_urn");
  g_autofree char *folded = urn != NULL ? g_ascii_strdown (urn, -1) : NULL;
  g_autofree char *sentence = NULL;

  if (folded == NULL)
    return;

  node->parent = g_hash_table_lookup (tree->by_urn, folded);
  if (node->parent != NULL)
    return;

  /* Translators: %s is the name of a requirement for programs */
  sentence = g_strdup_printf (_("nothing is called “%s”: “parent_urn”"), urn);
  cap_ciso_add_fault (tree->ciso, cap_yaml_get (node->yaml, "parent_urn")->line, sentence);
}

static void
check_ancestors (Tree              *tree,
                 const CapCisoNode *node)
{
  const CapCisoNode *above = node->parent;
  guint depth = 0;

  while (above != NULL && above != node && ++depth < MAX_DEPTH)
    above = above->parent;

  if (above == node)
    cap_ciso_add_fault (tree->ciso, cap_yaml_get (node->yaml, "parent_urn")->line,
                        _("this requirement node stands below itself: “parent_urn”"));
  else if (above != NULL)
    cap_ciso_add_fault (tree->ciso, node->yaml->line, _("too many requirement nodes inside one another"));
}

/* The nodes and who stands above whom: from here on there is no cycle, or a fault. */
static void
read_tree (Tree *tree)
{
  const CapYaml *list = cap_yaml_get (tree->ciso->framework, "requirement_nodes");

  for (guint i = 0; i < cap_yaml_get_length (list); i++)
    {
      const CapYaml *yaml = cap_yaml_get_item (list, i);

      if (yaml->kind == CAP_YAML_MAP)
        read_node (tree, yaml);
      else
        cap_ciso_add_fault (tree->ciso, yaml->line, _("a requirement node is expected: names and values"));
    }
  for (guint i = 0; i < tree->nodes->len; i++)
    link_parent (tree, g_ptr_array_index (tree->nodes, i));
  for (guint i = 0; i < tree->nodes->len; i++)
    check_ancestors (tree, g_ptr_array_index (tree->nodes, i));
}

static CapCisoNode *
find_nearest (const CapCisoNode *node,
              gboolean           assessable)
{
  CapCisoNode *above = node->parent;

  while (above != NULL && above->assessable != assessable)
    above = above->parent;

  return above;
}

/* A node of text goes with the criterion that it stands below, or nowhere. */
static void
place_text (Tree        *tree,
            CapCisoNode *node)
{
  CapCisoNode *criterion = find_nearest (node, TRUE);

  if (criterion == NULL)
    {
      tree->ciso->n_left_out++;
      return;
    }

  if (criterion->asides == NULL)
    criterion->asides = g_ptr_array_new ();
  g_ptr_array_add (criterion->asides, node);
}

static void
mark_ambiguous (Tree        *tree,
                GHashTable  *labels,
                CapCisoNode *node)
{
  g_auto(CapCisoTexts) texts = { 0 };
  CapCisoNode *other;

  cap_ciso_compose (tree->ciso, node, NULL, &texts);
  other = g_hash_table_lookup (labels, texts.label);
  node->ambiguous = other != NULL && other != node;
  if (node->ambiguous)
    other->ambiguous = TRUE;
  else
    g_hash_table_insert (labels, g_steal_pointer (&texts.label), node);
}

/* Which nodes carry criteria, and which of them would be called the same. */
static void
look_around (Tree *tree)
{
  g_autoptr(GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint shortened = tree->ciso->n_shortened;

  tree->all_mandatory = TRUE;
  for (guint i = 0; i < tree->nodes->len; i++)
    {
      const CapCisoNode *node = g_ptr_array_index (tree->nodes, i);
      CapCisoNode *nearest = find_nearest (node, FALSE);

      if (!node->assessable)
        continue;
      for (CapCisoNode *above = node->parent; above != NULL; above = above->parent)
        above->carries = TRUE;
      if (nearest != NULL)
        nearest->holds = TRUE;
      if (g_strcmp0 (cap_yaml_get_text (node->yaml, "importance"), "mandatory") != 0)
        tree->all_mandatory = FALSE;
    }

  for (guint i = 0; i < tree->nodes->len; i++)
    {
      CapCisoNode *node = g_ptr_array_index (tree->nodes, i);

      if (node->holds)
        mark_ambiguous (tree, labels, node);
      else if (!node->assessable && !node->carries)
        place_text (tree, node);
    }
  tree->ciso->n_shortened = shortened;
}

static int
read_weight (const CapYaml *node)
{
  const char *text = cap_yaml_get_text (node, "weight");
  double weight = text != NULL ? g_ascii_strtod (text, NULL) : 1;

  return weight >= 1 && weight < MAX_WEIGHT ? (int) (weight + 0.5) : weight >= MAX_WEIGHT ? MAX_WEIGHT : 1;
}

/* The texts of a node in every other language, under the names that @fields gives them. */
static GPtrArray *
translate (Tree               *tree,
           const CapCisoNode  *node,
           const CapCisoTexts *main_texts,
           const char * const  fields[4])
{
  g_autoptr(GPtrArray) languages = cap_ciso_list_languages (tree->ciso, node->yaml);
  GPtrArray *translations = NULL;

  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      g_auto(CapCisoTexts) texts = { 0 };
      const char *pairs[][2] = {
        { NULL, main_texts->label }, { NULL, main_texts->text },
        { NULL, main_texts->help }, { NULL, main_texts->evidence },
      };

      cap_ciso_compose (tree->ciso, node, language, &texts);
      pairs[0][0] = texts.label;
      pairs[1][0] = texts.text;
      pairs[2][0] = texts.help;
      pairs[3][0] = texts.evidence;
      for (guint j = 0; j < G_N_ELEMENTS (pairs); j++)
        {
          if (fields[j] != NULL)
            cap_ciso_translate (&translations, language, fields[j], pairs[j][0], pairs[j][1]);
        }
    }

  return translations;
}

/* A theme or an objective has one text: what it says, or the help on it. */
static char *
choose_text (const CapCisoTexts *texts)
{
  return g_strdup (*texts->text != '\0' ? texts->text : texts->help);
}

static const char * const theme_fields[4] = { "label", "summary" };
static const char * const objective_fields[4] = { "label", "advice" };
static const char * const criterion_fields[4] = { "label", "question", "why", "evidence" };

static void
add_theme (Tree        *tree,
           CapCisoNode *node)
{
  CapFramework *framework = tree->ciso->result;
  CapTheme *theme = cap_theme_new ();
  g_auto(CapCisoTexts) texts = { 0 };

  node->theme = theme;
  node->theme_path = g_strdup_printf ("/themes/%u", framework->themes->len);
  cap_ciso_note_line (tree->ciso, node->yaml, "%s", node->theme_path);
  g_ptr_array_add (framework->themes, theme);

  cap_ciso_compose (tree->ciso, node, NULL, &texts);
  theme->code = cap_ciso_take_code (tree->themes, cap_yaml_get_text (node->yaml, "ref_id"),
                                    cap_yaml_get_text (node->yaml, "urn"));
  theme->label = g_strdup (texts.label);
  theme->summary = node == tree->orphanage ? g_strdup ("") : choose_text (&texts);
  theme->weight = read_weight (node->yaml);
  theme->translations = translate (tree, node, &texts, theme_fields);
}

/* The criteria that stand right below a theme have an objective that is called as it is. */
static void
add_objective (Tree        *tree,
               CapCisoNode *node,
               CapCisoNode *top)
{
  CapObjective *objective = cap_objective_new ();
  g_auto(CapCisoTexts) texts = { 0 };

  node->objective = objective;
  node->objective_path = g_strdup_printf ("%s/objectives/%u", top->theme_path, top->theme->objectives->len);
  cap_ciso_note_line (tree->ciso, node->yaml, "%s", node->objective_path);
  g_ptr_array_add (top->theme->objectives, objective);

  cap_ciso_compose (tree->ciso, node, NULL, &texts);
  objective->code = cap_ciso_take_code (tree->objectives, cap_yaml_get_text (node->yaml, "ref_id"),
                                        cap_yaml_get_text (node->yaml, "urn"));
  objective->label = g_strdup (texts.label);
  objective->advice = node == top ? g_strdup ("") : choose_text (&texts);
  objective->weight = node == top ? 1 : read_weight (node->yaml);
  objective->translations = translate (tree, node, &texts, objective_fields);
}

static void
set_importance (const Tree    *tree,
                const CapYaml *node,
                CapCriterion  *criterion)
{
  const char *importance = cap_yaml_get_text (node, "importance");

  criterion->impact = DEFAULT_IMPACT;
  if (g_strcmp0 (importance, "nice_to_have") == 0)
    criterion->impact = 1;
  if (g_strcmp0 (importance, "mandatory") == 0 && !tree->all_mandatory)
    {
      criterion->core = TRUE;
      criterion->impact = 3;
    }
}

static void
add_steps (const Tree    *tree,
           const CapYaml *node,
           CapCriterion  *criterion)
{
  const CapFramework *framework = tree->ciso->result;
  g_auto(GStrv) controls = cap_ciso_dup_references (tree->ciso, node, "reference_controls", NULL);

  for (guint i = 0; controls[i] != NULL; i++)
    {
      CapNextStep *step = cap_next_step_new ();

      step->from = ((const CapLevel *) g_ptr_array_index (framework->levels, 0))->number;
      step->to = framework->rules.target;
      step->effort = DEFAULT_EFFORT;
      step->title = g_strdup (controls[i]);
      g_ptr_array_add (criterion->steps, step);
    }
}

static void
add_criterion (Tree              *tree,
               const CapCisoNode *node,
               const CapCisoNode *above)
{
  CapCriterion *criterion = cap_criterion_new ();
  g_auto(CapCisoTexts) texts = { 0 };

  cap_ciso_note_line (tree->ciso, node->yaml, "%s/criteria/%u", above->objective_path,
                      above->objective->criteria->len);
  g_ptr_array_add (above->objective->criteria, criterion);

  cap_ciso_compose (tree->ciso, node, NULL, &texts);
  criterion->code = cap_ciso_take_code (tree->criteria, cap_yaml_get_text (node->yaml, "ref_id"),
                                        cap_yaml_get_text (node->yaml, "urn"));
  criterion->label = g_strdup (texts.label);
  criterion->question = g_strdup (texts.text);
  criterion->why = g_strdup (texts.help);
  criterion->weight = read_weight (node->yaml);
  criterion->effort = DEFAULT_EFFORT;
  set_importance (tree, node->yaml, criterion);
  criterion->filter = cap_ciso_find_filter (tree->ciso, node->yaml);
  criterion->evidence = g_strsplit (texts.evidence, "\n", -1);
  criterion->descriptors = cap_ciso_dup_descriptors (tree->ciso, node->yaml);
  criterion->translations = translate (tree, node, &texts, criterion_fields);
  add_steps (tree, node->yaml, criterion);
}

/* Its theme is the highest node of text above it, its objective the nearest one. */
static void
place_criterion (Tree              *tree,
                 const CapCisoNode *node)
{
  CapCisoNode *nearest = find_nearest (node, FALSE);
  CapCisoNode *top = nearest;

  for (CapCisoNode *above = nearest; above != NULL; above = find_nearest (above, FALSE))
    top = above;
  if (nearest == NULL)
    nearest = top = tree->orphanage;

  if (top->theme == NULL)
    add_theme (tree, top);
  if (nearest->objective == NULL)
    add_objective (tree, nearest, top);
  add_criterion (tree, node, nearest);
}

static void
build (Tree *tree)
{
  guint n_criteria = 0;

  look_around (tree);
  for (guint i = 0; i < tree->nodes->len; i++)
    {
      const CapCisoNode *node = g_ptr_array_index (tree->nodes, i);

      if (!node->assessable)
        continue;
      n_criteria++;
      place_criterion (tree, node);
    }

  if (n_criteria == 0)
    cap_ciso_add_fault (tree->ciso, tree->ciso->framework->line,
                        _("none of its requirement nodes is assessable: there is nothing to evaluate"));
}

static GHashTable *
new_codes (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The themes, and all that is below. */
void
cap_ciso_read_nodes (CapCiso *self)
{
  g_autoptr(GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  g_autoptr(GHashTable) by_urn = new_codes ();
  g_autoptr(GHashTable) themes = new_codes ();
  g_autoptr(GHashTable) objectives = new_codes ();
  g_autoptr(GHashTable) criteria = new_codes ();
  Tree tree = { self, nodes, by_urn, node_new (self->framework), themes, objectives, criteria, FALSE };
  guint faults = self->faults->len;

  read_tree (&tree);
  if (self->faults->len == faults)
    build (&tree);
  node_free (tree.orphanage);
}
