/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-sheets-private.h"

#include "model/cap-framework-lists.h"

/* How a framework is laid out in a workbook. These names are content of the file, as its texts are:
 * they stay in French, whatever the language of the program. */

#define NONE NULL, CAP_SHEET_NONE, NULL
#define FROM(sheet) NULL, sheet, NULL
#define WORDS(words) words, CAP_SHEET_NONE, NULL

static const CapSheetWord yes_no[] = { { "true", "oui" }, { "false", "non" }, { NULL, NULL } };
static const CapSheetWord one_to_three[] = { { "1", "1" }, { "2", "2" }, { "3", "3" }, { NULL, NULL } };
static const CapSheetWord flags[] = { { "secondment", "oui" }, { "", "non" }, { NULL, NULL } };

static const CapSheetWord takes[] = {
  { "carry", "garder" },
  { "review", "revoir" },
  { "lowest", "plus bas" },
  { "highest", "plus haut" },
  { NULL, NULL },
};

static const CapSheetWord elements[] = {
  { "framework", "référentiel" },
  { "level", "niveau" },
  { "kind", "type" },
  { "theme", "thème" },
  { "objective", "objectif" },
  { "criterion", "critère" },
  { NULL, NULL },
};

static const CapSheetWord fields[] = {
  { "title", "titre" },
  { "notice", "avertissement" },
  { "label", "libellé" },
  { "question", "question" },
  { "why", "pourquoi" },
  { "advice", "conseil" },
  { "summary", "résumé" },
  { "descriptor", "descripteur" },
  { NULL, NULL },
};

static const CapSheetColumn framework_rows[] = {
  { "Identifiant", "id", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 0, NONE },
  { "Version", "version", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 0, NONE },
  { "Valable à partir du", "valid_from", CAP_SHEET_DATE, CAP_SHEET_NULL, 0, NONE },
  { "Valable jusqu’au", "valid_until", CAP_SHEET_DATE, CAP_SHEET_NULL, 0, NONE },
  { "Langue", "language", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 0, NONE },
  { "Titre", "title", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 0, NONE },
  { "Avertissement", "notice", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 0, NONE },
  { "Niveau minimal d’un socle", "rules/core_minimum", CAP_SHEET_INT, CAP_SHEET_NEEDED, 0,
    FROM (CAP_SHEET_LEVELS) },
  { "Niveau visé", "rules/target", CAP_SHEET_INT, CAP_SHEET_NEEDED, 0, FROM (CAP_SHEET_LEVELS) },
  { "Niveau visé en parcours express", "rules/express_target", CAP_SHEET_INT, CAP_SHEET_NEEDED, 0,
    FROM (CAP_SHEET_LEVELS) },
  { "Preuve attendue à partir du niveau", "rules/evidence_from", CAP_SHEET_INT, CAP_SHEET_NEEDED, 0,
    FROM (CAP_SHEET_LEVELS) },
};

static const CapSheetColumn level_columns[] = {
  { "Niveau", "level", CAP_SHEET_INT, CAP_SHEET_NEEDED, 9, NONE },
  { "Libellé", "label", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 26, NONE },
  { "Étape", "step", CAP_SHEET_TEXT, CAP_SHEET_FREE, 14, NONE },
  { "Descripteur", "descriptor", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 70, NONE },
  { "Preuve attendue", "evidence", CAP_SHEET_TEXT, CAP_SHEET_FREE, 45, NONE },
};

static const CapSheetColumn plain_scale_columns[] = {
  { "Libellé", "label", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 40, NONE },
  { "Niveau", "level", CAP_SHEET_INT, CAP_SHEET_NEEDED, 9, FROM (CAP_SHEET_LEVELS) },
};

static const CapSheetColumn band_columns[] = {
  { "À partir de (%)", "from", CAP_SHEET_INT, CAP_SHEET_NEEDED, 16, NONE },
  { "Libellé", "label", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 40, NONE },
};

static const CapSheetColumn kind_columns[] = {
  { "Code", "code", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 14, NONE },
  { "Libellé", "label", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 70, NONE },
};

static const CapSheetColumn filter_columns[] = {
  { "Code", "code", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 16, NONE },
  { "Libellé", "label", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 40, NONE },
  { "Types", "kinds", CAP_SHEET_CODES, CAP_SHEET_ABSENT, 36, NONE },
  { "Effectif minimal", "min_staff", CAP_SHEET_INT, CAP_SHEET_ABSENT, 14, NONE },
  { "Mise à disposition", "flag", CAP_SHEET_WORD, CAP_SHEET_ABSENT, 16, WORDS (flags) },
};

static const CapSheetColumn term_columns[] = {
  { "Code", "code", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 12, NONE },
  { "Titre", "title", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 80, NONE },
};

static const CapSheetColumn service_columns[] = {
  { "Code", "code", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 16, NONE },
  { "Libellé", "label", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 45, NONE },
  { "Résumé", "summary", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 60, NONE },
  { "Valable à partir du", "valid_from", CAP_SHEET_DATE, CAP_SHEET_NULL, 14, NONE },
  { "Valable jusqu’au", "valid_until", CAP_SHEET_DATE, CAP_SHEET_NULL, 14, NONE },
  { "Objectifs concernés", "triggers", CAP_SHEET_CODES, CAP_SHEET_NEEDED, 30, NONE },
};

static const CapSheetColumn glossary_columns[] = {
  { "Terme", "term", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 22, NONE },
  { "Forme longue", "long", CAP_SHEET_TEXT, CAP_SHEET_NULL, 40, NONE },
  { "Définition", "text", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 80, NONE },
  { "Autres formes", "forms", CAP_SHEET_LINES, CAP_SHEET_FREE, 26, NONE },
};

static const CapSheetColumn mapping_columns[] = {
  { "Version d’origine", "version", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 16, NONE },
  { "Anciens critères", "from", CAP_SHEET_CODES, CAP_SHEET_NEEDED, 30, NONE },
  { "Nouveau critère", "to", CAP_SHEET_CODE, CAP_SHEET_NULL, 16, FROM (CAP_SHEET_CRITERIA) },
  { "Reprise", "take", CAP_SHEET_WORD, CAP_SHEET_NEEDED, 14, WORDS (takes) },
};

static const CapSheetColumn theme_columns[] = {
  { "Code", "code", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 10, NONE },
  { "Libellé", "label", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 40, NONE },
  { "Libellé du réseau", "network_label", CAP_SHEET_TEXT, CAP_SHEET_ABSENT, 30, NONE },
  { "Résumé", "summary", CAP_SHEET_TEXT, CAP_SHEET_FREE, 70, NONE },
  { "Poids", "weight", CAP_SHEET_INT, CAP_SHEET_NEEDED, 8, NONE },
  { "Thème propre", "local", CAP_SHEET_YES, CAP_SHEET_ABSENT, 10, WORDS (yes_no) },
};

static const CapSheetColumn objective_columns[] = {
  { "Thème", "theme", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 10, FROM (CAP_SHEET_THEMES) },
  { "Code", "code", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 10, NONE },
  { "Libellé", "label", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 45, NONE },
  { "Libellé du réseau", "network_label", CAP_SHEET_TEXT, CAP_SHEET_ABSENT, 30, NONE },
  { "Conseil", "advice", CAP_SHEET_TEXT, CAP_SHEET_FREE, 60, NONE },
  { "Poids", "weight", CAP_SHEET_INT, CAP_SHEET_NEEDED, 8, NONE },
  { "Services", "services", CAP_SHEET_CODES, CAP_SHEET_FREE, 24, NONE },
};

static const CapSheetColumn criterion_columns[] = {
  { "Objectif", "objective", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 10, FROM (CAP_SHEET_OBJECTIVES) },
  { "Code", "code", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 10, NONE },
  { "Libellé", "label", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 40, NONE },
  { "Libellé du réseau", "network_label", CAP_SHEET_TEXT, CAP_SHEET_ABSENT, 24, NONE },
  { "Question", "question", CAP_SHEET_TEXT, CAP_SHEET_FREE, 50, NONE },
  { "Pourquoi", "why", CAP_SHEET_TEXT, CAP_SHEET_FREE, 50, NONE },
  { "Poids", "weight", CAP_SHEET_INT, CAP_SHEET_NEEDED, 8, NONE },
  { "Impact", "impact", CAP_SHEET_INT, CAP_SHEET_NEEDED, 8, WORDS (one_to_three) },
  { "Effort", "effort", CAP_SHEET_INT, CAP_SHEET_NEEDED, 8, WORDS (one_to_three) },
  { "Socle", "core", CAP_SHEET_YES, CAP_SHEET_NEEDED, 9, WORDS (yes_no) },
  { "Socle en certification", "core_in_certification", CAP_SHEET_YES, CAP_SHEET_NEEDED, 15, WORDS (yes_no) },
  { "Certification seulement", "certification_only", CAP_SHEET_YES, CAP_SHEET_NEEDED, 15, WORDS (yes_no) },
  { "Parcours express", "express", CAP_SHEET_YES, CAP_SHEET_NEEDED, 11, WORDS (yes_no) },
  { "Filtre", "filter", CAP_SHEET_CODE, CAP_SHEET_NULL, 14, FROM (CAP_SHEET_FILTERS) },
  { "Exigences", "clauses", CAP_SHEET_CODES, CAP_SHEET_FREE, 20, NONE },
  { "ISO 26000", "subjects", CAP_SHEET_CODES, CAP_SHEET_FREE, 14, NONE },
  { "CSESS", "csess", CAP_SHEET_CODES, CAP_SHEET_FREE, 12, NONE },
  { "Preuves", "evidence", CAP_SHEET_LINES, CAP_SHEET_FREE, 50, NONE },
  { "Niveau", "descriptors", CAP_SHEET_EACH_LEVEL, CAP_SHEET_ABSENT, 45, NONE },
  { "Service", "help/service", CAP_SHEET_CODE, CAP_SHEET_ABSENT, 14, FROM (CAP_SHEET_SERVICES) },
  { "Quand l’appeler", "help/when", CAP_SHEET_TEXT, CAP_SHEET_ABSENT, 40, NONE },
  { "Question FALC", "plain/question", CAP_SHEET_TEXT, CAP_SHEET_ABSENT, 45, NONE },
  { "Réponse FALC", "plain/answers", CAP_SHEET_EACH_ANSWER, CAP_SHEET_ABSENT, 35, NONE },
};

static const CapSheetColumn step_columns[] = {
  { "Critère", "criterion", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 10, FROM (CAP_SHEET_CRITERIA) },
  { "De", "from", CAP_SHEET_INT, CAP_SHEET_NEEDED, 7, FROM (CAP_SHEET_LEVELS) },
  { "À", "to", CAP_SHEET_INT, CAP_SHEET_NEEDED, 7, FROM (CAP_SHEET_LEVELS) },
  { "Action", "title", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 90, NONE },
  { "Effort", "effort", CAP_SHEET_INT, CAP_SHEET_NEEDED, 8, WORDS (one_to_three) },
  { "Semaines", "weeks", CAP_SHEET_INT, CAP_SHEET_ABSENT, 10, NONE },
};

static const CapSheetColumn translation_columns[] = {
  { "Élément", "element", CAP_SHEET_WORD, CAP_SHEET_NEEDED, 14, WORDS (elements) },
  { "Code", "code", CAP_SHEET_CODE, CAP_SHEET_NEEDED, 10, NONE },
  { "Langue", "language", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 10, NONE },
  { "Champ", "field", CAP_SHEET_OPEN_WORD, CAP_SHEET_NEEDED, 16, WORDS (fields) },
  { "Texte", "text", CAP_SHEET_TEXT, CAP_SHEET_NEEDED, 90, NONE },
};

#define COLUMNS(columns) columns, G_N_ELEMENTS (columns)

const CapSheet cap_sheets[CAP_N_SHEETS] = {
  [CAP_SHEET_FRAMEWORK] = { "Référentiel", CAP_SHEET_NONE, NULL, NULL, COLUMNS (framework_rows), TRUE, 1 },
  [CAP_SHEET_LEVELS] = { "Niveaux", CAP_SHEET_NONE, NULL, "levels", COLUMNS (level_columns), TRUE, 2 },
  [CAP_SHEET_PLAIN_SCALE] = { "Échelle simple", CAP_SHEET_NONE, NULL, "plain_scale",
                              COLUMNS (plain_scale_columns), FALSE, 0 },
  [CAP_SHEET_BANDS] = { "Tranches", CAP_SHEET_NONE, NULL, "bands", COLUMNS (band_columns), TRUE, 0 },
  [CAP_SHEET_KINDS] = { "Types", CAP_SHEET_NONE, NULL, "kinds", COLUMNS (kind_columns), FALSE, 1 },
  [CAP_SHEET_FILTERS] = { "Filtres", CAP_SHEET_NONE, NULL, "filters", COLUMNS (filter_columns), FALSE, 1 },
  [CAP_SHEET_CLAUSES] = { "Exigences", CAP_SHEET_NONE, NULL, "clauses", COLUMNS (term_columns), FALSE, 1 },
  [CAP_SHEET_SUBJECTS] = { "ISO 26000", CAP_SHEET_NONE, NULL, "subjects", COLUMNS (term_columns), FALSE, 1 },
  [CAP_SHEET_CSESS] = { "CSESS", CAP_SHEET_NONE, NULL, "csess", COLUMNS (term_columns), FALSE, 1 },
  [CAP_SHEET_SERVICES] = { "Services", CAP_SHEET_NONE, NULL, "services", COLUMNS (service_columns),
                           FALSE, 1 },
  [CAP_SHEET_GLOSSARY] = { "Glossaire", CAP_SHEET_NONE, NULL, "glossary", COLUMNS (glossary_columns),
                           FALSE, 1 },
  [CAP_SHEET_MAPPINGS] = { "Correspondances", CAP_SHEET_NONE, NULL, "mappings", COLUMNS (mapping_columns),
                           FALSE, 0 },
  [CAP_SHEET_THEMES] = { "Thèmes", CAP_SHEET_NONE, NULL, "themes", COLUMNS (theme_columns), TRUE, 1 },
  [CAP_SHEET_OBJECTIVES] = { "Objectifs", CAP_SHEET_THEMES, "theme", "objectives",
                             COLUMNS (objective_columns), TRUE, 2 },
  [CAP_SHEET_CRITERIA] = { "Critères", CAP_SHEET_OBJECTIVES, "objective", "criteria",
                           COLUMNS (criterion_columns), TRUE, 3 },
  [CAP_SHEET_STEPS] = { "Actions", CAP_SHEET_CRITERIA, "criterion", "steps", COLUMNS (step_columns),
                        FALSE, 1 },
  [CAP_SHEET_TRANSLATIONS] = { "Traductions", CAP_SHEET_NONE, NULL, "translations",
                               COLUMNS (translation_columns), FALSE, 0 },
};

/* The member by which other sheets refer to an entry. */
const char *
cap_sheet_get_key (CapSheetId sheet)
{
  return sheet == CAP_SHEET_LEVELS ? "level" : "code";
}

/* NULL when its entries have no translations. */
const char *
cap_sheet_get_element (CapSheetId sheet)
{
  static const char * const names[CAP_N_SHEETS] = {
    [CAP_SHEET_FRAMEWORK] = "framework",
    [CAP_SHEET_LEVELS] = "level",
    [CAP_SHEET_KINDS] = "kind",
    [CAP_SHEET_THEMES] = "theme",
    [CAP_SHEET_OBJECTIVES] = "objective",
    [CAP_SHEET_CRITERIA] = "criterion",
  };

  return names[sheet];
}

static void
column_free (CapSheetColumn *column)
{
  g_free ((char *) column->title);
  g_free ((char *) column->member);
  g_free ((char *) column->label);
  g_free (column);
}

static void
add_column (GPtrArray            *columns,
            const CapSheetColumn *model,
            const char           *title,
            const char           *member,
            const char           *label)
{
  CapSheetColumn *column = g_memdup2 (model, sizeof *model);

  column->title = g_strdup (title);
  column->member = g_strdup (member);
  column->label = g_strdup (label);
  g_ptr_array_add (columns, column);
}

/* Levels follow one another: one that is misnumbered does not take its column away from the others. */
static guint
find_first_number (JsonArray *levels)
{
  JsonObject *first = json_array_get_length (levels) > 0 ? json_array_get_object_element (levels, 0) : NULL;
  JsonNode *node = first != NULL ? json_object_get_member (first, "level") : NULL;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;

  return (guint) CLAMP (json_node_get_int (node), 0, CAP_LEVEL_LIMIT);
}

static void
add_each (GPtrArray            *columns,
          const CapSheetColumn *model,
          JsonObject           *root)
{
  gboolean is_level = model->kind == CAP_SHEET_EACH_LEVEL;
  const char *list = is_level ? "levels" : "plain_scale";
  JsonArray *entries = json_object_has_member (root, list) ? json_object_get_array_member (root, list) : NULL;

  guint first = is_level && entries != NULL ? find_first_number (entries) : 1;

  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      g_autofree char *title = g_strdup_printf ("%s %u", model->title, first + i);
      g_autofree char *member = g_strdup_printf ("%s/%u", model->member, i);
      const char *label = json_object_get_string_member_with_default (entry, "label", "");
      CapSheetColumn column = *model;

      column.kind = CAP_SHEET_TEXT;
      add_column (columns, &column, title, member, label);
    }
}

/**
 * cap_sheet_list_columns:
 * @root: the framework file: its levels and its plain scale
 *
 * Returns: (transfer full) (element-type CapSheetColumn): the columns of a
 *   sheet, with one for each level and one for each answer in plain words
 */
GPtrArray *
cap_sheet_list_columns (CapSheetId  sheet,
                        JsonObject *root)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);

  for (guint i = 0; i < cap_sheets[sheet].n_columns; i++)
    {
      const CapSheetColumn *column = &cap_sheets[sheet].columns[i];

      if (column->kind == CAP_SHEET_EACH_LEVEL || column->kind == CAP_SHEET_EACH_ANSWER)
        add_each (columns, column, root);
      else
        add_column (columns, column, column->title, column->member, column->label);
    }

  return columns;
}
