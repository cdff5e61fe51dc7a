/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-json-private.h"

G_BEGIN_DECLS

#define CAP_SHEET_NONE -1
#define CAP_SHEET_VALUE_PLACE 1 /* the second column of the first sheet */
#define CAP_SHEET_HELP "Mode d’emploi"
#define CAP_SHEET_FIELD "Rubrique"
#define CAP_SHEET_VALUE "Valeur"

/* In the order of the tabs: a sheet comes after those that it refers to. */
typedef enum
{
  CAP_SHEET_FRAMEWORK,
  CAP_SHEET_LEVELS,
  CAP_SHEET_PLAIN_SCALE,
  CAP_SHEET_BANDS,
  CAP_SHEET_KINDS,
  CAP_SHEET_FILTERS,
  CAP_SHEET_CLAUSES,
  CAP_SHEET_SUBJECTS,
  CAP_SHEET_CSESS,
  CAP_SHEET_SERVICES,
  CAP_SHEET_GLOSSARY,
  CAP_SHEET_MAPPINGS,
  CAP_SHEET_THEMES,
  CAP_SHEET_OBJECTIVES,
  CAP_SHEET_CRITERIA,
  CAP_SHEET_STEPS,
  CAP_SHEET_TRANSLATIONS,
} CapSheetId;

#define CAP_N_SHEETS (CAP_SHEET_TRANSLATIONS + 1)

/**
 * CapSheetKind:
 * @CAP_SHEET_TEXT: a text, taken as it is
 * @CAP_SHEET_CODE: one word
 * @CAP_SHEET_DATE: a day, as a text in ISO 8601
 * @CAP_SHEET_INT: a whole number
 * @CAP_SHEET_YES: “oui” or “non”
 * @CAP_SHEET_WORD: one of the words of the column
 * @CAP_SHEET_OPEN_WORD: the same, or any other word
 * @CAP_SHEET_CODES: a list of codes, with semicolons
 * @CAP_SHEET_LINES: a list of texts, one on each line
 * @CAP_SHEET_EACH_LEVEL: stands for one column of texts for each level
 * @CAP_SHEET_EACH_ANSWER: stands for one column of texts for each step of the
 *   plain scale
 */
typedef enum
{
  CAP_SHEET_TEXT,
  CAP_SHEET_CODE,
  CAP_SHEET_DATE,
  CAP_SHEET_INT,
  CAP_SHEET_YES,
  CAP_SHEET_WORD,
  CAP_SHEET_OPEN_WORD,
  CAP_SHEET_CODES,
  CAP_SHEET_LINES,
  CAP_SHEET_EACH_LEVEL,
  CAP_SHEET_EACH_ANSWER,
} CapSheetKind;

/**
 * CapSheetUse:
 * @CAP_SHEET_NEEDED: a sheet without the column is at fault
 * @CAP_SHEET_FREE: without it, or blank, an empty text or an empty list
 * @CAP_SHEET_NULL: without it, or blank, null
 * @CAP_SHEET_ABSENT: without it, or blank, nothing in the file; the members of
 *   one object or list are there together, or not at all
 */
typedef enum
{
  CAP_SHEET_NEEDED,
  CAP_SHEET_FREE,
  CAP_SHEET_NULL,
  CAP_SHEET_ABSENT,
} CapSheetUse;

/* A value in the file, and the word that people read for it. Ends with { NULL, NULL }. */
typedef struct
{
  const char *value;
  const char *word;
} CapSheetWord;

/**
 * CapSheetColumn:
 * @title: its header, in French
 * @member: where it goes in the entry: “weight”, “help/service”, “descriptors/2”
 * @width: in characters
 * @words: (nullable): those to choose from
 * @source: the sheet whose codes it takes, or %CAP_SHEET_NONE
 * @label: (nullable): what follows the title in the header, for the eye only
 */
typedef struct
{
  const char         *title;
  const char         *member;
  CapSheetKind        kind;
  CapSheetUse         use;
  guint               width;
  const CapSheetWord *words;
  int                 source;
  const char         *label;
} CapSheetColumn;

/**
 * CapSheet:
 * @title: its name, in French
 * @parent: the sheet that its entries belong to, or %CAP_SHEET_NONE for the root
 * @parent_column: the member that says which entry they belong to: gone in the
 *   file
 * @list: where they go in their parent
 * @needed: whether a workbook without it is at fault
 * @frozen: how many columns stay in sight
 */
typedef struct
{
  const char           *title;
  int                   parent;
  const char           *parent_column;
  const char           *list;
  const CapSheetColumn *columns;
  guint                 n_columns;
  gboolean              needed;
  guint                 frozen;
} CapSheet;

extern const CapSheet cap_sheets[CAP_N_SHEETS];

const char *cap_sheet_get_key      (CapSheetId            sheet);
/* The entry that a row of translations speaks of: “theme”, “criterion”… is in one of the sheets. */
const char *cap_sheet_get_element  (CapSheetId            sheet);
GPtrArray  *cap_sheet_list_columns (CapSheetId            sheet,
                                    JsonObject           *root) G_GNUC_WARN_UNUSED_RESULT;

/* cap-sheet-rows.c: the entries of a framework file as rows. */
JsonNode   *cap_sheet_find_value   (JsonObject           *entry,
                                    const char           *member);
char       *cap_sheet_dup_text     (JsonObject           *object,
                                    const char           *member) G_GNUC_WARN_UNUSED_RESULT;
void        cap_sheet_list_rows    (JsonObject           *root,
                                    GPtrArray           **rows);

G_END_DECLS
