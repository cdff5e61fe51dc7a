/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-framework-xlsx.h"

#include <string.h>

#include "exchange/cap-framework-json.h"
#include "exchange/xlsx-fixture.h"

/* Everything that is optional, and texts that a spreadsheet would spoil. */
static const char * const full =
  "{ 'format': 2, 'id': 'own', 'version': '2027.10', 'valid_from': null, 'valid_until': '2030-12-31',"
  "  'language': 'fr', 'title': '=HYPERLINK(1)', 'notice': ' Deux\\nlignes\\r\\n et une tabulation\\t. ',"
  "  'translations': { 'en': { 'title': '+Own', 'notice': 'Two' }, 'de': { 'title': 'Eigen' } },"
  "  'levels': ["
  "    { 'level': 1, 'label': 'Un', 'step': '', 'descriptor': '1', 'evidence': '',"
  "      'translations': { 'en': { 'label': 'One', 'descriptor': 'x', 'autre chose': 'y' } } },"
  "    { 'level': 2, 'label': 'Deux – « et »', 'step': '001', 'descriptor': '2', 'evidence': '  ' },"
  "    { 'level': 3, 'label': 'Trois', 'step': '', 'descriptor': '1e5', 'evidence': 'TRUE' },"
  "    { 'level': 4, 'label': 'Quatre', 'step': '', 'descriptor': '_x0041_ \\u0001 \\uffff',"
  "      'evidence': '' } ],"
  "  'rules': { 'core_minimum': 2, 'target': 4, 'express_target': 3, 'evidence_from': 1 },"
  "  'plain_scale': [ { 'label': 'Non', 'level': 1 }, { 'label': 'Un peu', 'level': 2 },"
  "    { 'label': 'Oui', 'level': 4 } ],"
  "  'bands': [ { 'from': 0, 'label': 'Bas' }, { 'from': 60, 'label': 'Haut' } ],"
  "  'kinds': [ { 'code': 'AI', 'label': 'A', 'translations': { 'en': { 'label': 'B' } } },"
  "    { 'code': '007', 'label': '7' } ],"
  "  'filters': [ { 'code': 'f', 'label': 'F', 'kinds': [ 'AI', '007' ], 'min_staff': 3,"
  "    'flag': 'secondment' },"
  "    { 'code': 'g', 'label': 'G', 'min_staff': 11 }, { 'code': 'h', 'label': 'H', 'flag': 'secondment' } ],"
  "  'clauses': [ { 'code': '4.1', 'title': 'a' }, { 'code': '4.10', 'title': 'b' } ],"
  "  'subjects': [ { 'code': '6.2', 'title': 'c' } ], 'csess': [ { 'code': '1', 'title': 'd' } ],"
  "  'services': [ { 'code': 'S', 'label': 'e', 'summary': 'f', 'valid_from': '2020-02-29',"
  "    'valid_until': null, 'triggers': [ 'A1', 'L1' ] } ],"
  "  'glossary': [ { 'term': 'PDCA', 'long': 'Plan', 'text': 'g', 'forms': [ 'PDCAs', 'roue ; cycle' ] },"
  "    { 'term': 'mot', 'long': null, 'text': 'h', 'forms': [] } ],"
  "  'mappings': [ { 'version': '2026.1', 'moves': ["
  "    { 'from': [ 'X1', 'X2' ], 'to': 'A1.1', 'take': 'lowest' },"
  "    { 'from': [ 'X3' ], 'to': null, 'take': 'carry' } ] },"
  "    { 'version': '2025.1', 'moves': [] },"
  "    { 'version': '2024.1', 'moves': [ { 'from': [ 'Y' ], 'to': 'A1.1', 'take': 'review' } ] } ],"
  "  'themes': [ { 'code': 'A', 'label': 'Tab\\tici', 'network_label': 'Réseau', 'summary': '',"
  "      'weight': 100, 'translations': { 'en': { 'label': 'i', 'summary': 'j' } }, 'objectives': ["
  "    { 'code': 'A1', 'label': 'k', 'advice': '', 'weight': 1, 'services': [],"
  "      'translations': { 'en': { 'advice': 'z' } }, 'criteria': ["
  "      { 'code': 'A1.1', 'label': '<r>l</r>', 'network_label': 'm', 'question': '', 'why': '', 'weight': 3,"
  "        'impact': 3, 'effort': 1, 'core': true, 'core_in_certification': false,"
  "        'certification_only': false, 'express': true, 'filter': 'f',"
  "        'clauses': [ '4.10', '4.1' ], 'subjects': [ '6.2' ], 'csess': [ '1' ],"
  "        'evidence': [ 'n ; o', ' p' ], 'descriptors': [ 'q', 'r', 's', '-t' ],"
  "        'steps': [ { 'from': 1, 'to': 2, 'title': '@u', 'effort': 1, 'weeks': 6 },"
  "          { 'from': 2, 'to': 4, 'title': 'v', 'effort': 3 } ],"
  "        'help': { 'service': 'S', 'when': 'w' },"
  "        'plain': { 'question': 'x', 'answers': [ 'y', 'z', '\\ud83d\\ude42' ] },"
  "        'translations': { 'en': { 'label': 'a', 'question': 'b', 'why': 'c' } } },"
  "      { 'code': 'A1.2', 'label': 'd', 'question': 'e', 'why': 'f', 'weight': 1, 'impact': 1, 'effort': 3,"
  "        'core': false, 'core_in_certification': true, 'certification_only': true, 'express': false,"
  "        'filter': null, 'clauses': [], 'subjects': [], 'csess': [], 'evidence': [], 'steps': [] } ] } ] },"
  "    { 'code': 'L', 'label': 'Local', 'summary': 'g', 'weight': 1, 'local': true, 'objectives': ["
  "    { 'code': 'L1', 'label': 'h', 'advice': 'i', 'weight': 1, 'services': [ 'S' ], 'criteria': ["
  "      { 'code': 'L1.1', 'label': 'j', 'question': '', 'why': '', 'weight': 1, 'impact': 1, 'effort': 1,"
  "        'core': false, 'core_in_certification': false, 'certification_only': false, 'express': false,"
  "        'filter': null, 'clauses': [], 'subjects': [], 'csess': [], 'evidence': [],"
  "        'steps': [] } ] } ] } ] }";

static CapFramework *
load_full (void)
{
  g_autofree char *text = g_strdelimit (g_strdup (full), "'", '"');
  g_autoptr(GBytes) source = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  CapFramework *framework = cap_framework_json_read (source, &error);

  g_assert_no_error (error);

  return framework;
}

static GBytes *
write_framework (const CapFramework *framework)
{
  g_autoptr(GError) error = NULL;
  GBytes *source = cap_framework_xlsx_write (framework, &error);

  g_assert_no_error (error);

  return source;
}

static void
assert_same (GBytes             *source,
             const CapFramework *framework)
{
  g_autoptr(CapFramework) read = NULL;
  g_autoptr(GPtrArray) faults = cap_framework_xlsx_read (source, &read);
  g_autoptr(GBytes) one = cap_framework_json_write (framework);
  g_autoptr(GBytes) other = NULL;

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_nonnull (read);
  other = cap_framework_json_write (read);
  g_assert_cmpstr (g_bytes_get_data (one, NULL), ==, g_bytes_get_data (other, NULL));
  g_assert_true (g_bytes_equal (one, other));

  /* It is sealed with the text that its own file would have. */
  g_assert_true (g_bytes_equal (read->source, other));
}

/* As we write it, and as the several programs would. */
static void
check_round_trip (const CapFramework *framework)
{
  g_autoptr(GBytes) source = write_framework (framework);
  g_autoptr(GBytes) again = write_framework (framework);
  g_autoptr(GPtrArray) book = xlsx_fixture_load (source);
  g_autoptr(GBytes) inline_texts = xlsx_fixture_write (book, XLSX_INLINE);
  g_autoptr(GBytes) shared_texts = xlsx_fixture_write (book, XLSX_SHARED);

  g_assert_true (g_bytes_equal (source, again));
  assert_same (source, framework);
  assert_same (inline_texts, framework);
  assert_same (shared_texts, framework);
}

static void
test_default (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();

  check_round_trip (framework);
}

static void
test_full (void)
{
  g_autoptr(CapFramework) framework = load_full ();

  check_round_trip (framework);
}

static GPtrArray *
load_book (void)
{
  g_autoptr(CapFramework) framework = load_full ();
  g_autoptr(GBytes) source = write_framework (framework);

  return xlsx_fixture_load (source);
}

static GPtrArray *
check_book (GPtrArray *book)
{
  g_autoptr(GBytes) source = xlsx_fixture_write (book, XLSX_SHARED);
  CapFramework *framework;
  GPtrArray *faults = cap_framework_xlsx_read (source, &framework);

  g_assert_true ((framework == NULL) == (faults->len > 0));
  g_clear_pointer (&framework, cap_framework_unref);

  return faults;
}

static void
assert_fault (GPtrArray  *faults,
              const char *start)
{
  for (guint i = 0; i < faults->len; i++)
    {
      if (g_str_has_prefix (g_ptr_array_index (faults, i), start))
        return;
    }

  g_error ("no fault “%s”; the first of %u: %s", start, faults->len,
           faults->len > 0 ? (char *) g_ptr_array_index (faults, 0) : "-");
}

/* What a cell becomes, and the one fault that is told. */
static const struct
{
  const char *place;
  const char *text;
  const char *fault;
} mutants[] = {
  { "Référentiel!B2", "two words", "Référentiel!B2: a code has no space in it" },
  { "Référentiel!B2", NULL, "Référentiel!B2: this text is empty" },
  { "Référentiel!B4", "hier", "Référentiel!B4: a day of the calendar is expected, as 2026-11-20, "
                              "or nothing" },
  { "Référentiel!B4", "2031-01-01", "Référentiel!B5: the last day comes before the first one" },
  { "Référentiel!B8", NULL, "Référentiel!B8: this text is empty" },
  { "Référentiel!B9", "beaucoup", "Référentiel!B9: a whole number from 1 to 4 is expected" },
  { "Référentiel!B10", NULL, "Référentiel!B10: a whole number from 1 to 4 is expected" },
  { "Référentiel!A8", "Advertissement", "Référentiel!A8: this row has no name that the program knows" },
  { "Référentiel!A3", "Titre", "Référentiel!A7: two rows have the same name" },
  { "Niveaux!A3", "5", "Niveaux!A3: a whole number from 2 to 2 is expected" },
  { "Niveaux!B4", "  ", "Niveaux!B4: this text is empty" },
  { "Échelle simple!B3", "0", "Échelle simple!B3: a whole number from 1 to 4 is expected" },
  { "Tranches!A2", "5", "Tranches!A2: the first band starts at 0" },
  { "Tranches!A3", "61.5", "Tranches!A3: a whole number from 0 to 100 is expected" },
  { "Types!A3", "AI", "Types!A3: the code “AI” is used twice" },
  { "Filtres!C2", "AI ; XX", "Filtres!C2: nothing is called “XX” in that list" },
  { "Filtres!D3", NULL, "Filtres!A3: this filter asks for nothing: kinds, min_staff or flag" },
  { "Filtres!E4", "peut-être", "Filtres!E4: one of these is expected: oui, non" },
  { "Exigences!A3", "4.1", "Exigences!A3: the code “4.1” is used twice" },
  { "Services!F2", "A1 ; Z9", "Services!F2: nothing is called “Z9” in that list" },
  { "Services!F2", NULL, "Services!F2: there are too few entries in this list" },
  { "Glossaire!C3", NULL, "Glossaire!C3: this text is empty" },
  { "Correspondances!A2", NULL, "Correspondances!A2: this text is empty" },
  { "Correspondances!B2", "X1 ; X3", "Correspondances!B3: the code “X3” is used twice" },
  { "Correspondances!C2", "B1", "Correspondances!C2: nothing is called “B1” in that list" },
  { "Correspondances!D3", "jeter", "Correspondances!D3: one of these is expected: "
                                   "garder, revoir, plus bas, plus haut" },
  { "Thèmes!E2", "0", "Thèmes!E2: a whole number from 1 to 100 is expected" },
  { "Thèmes!F2", "oui", "Thèmes!F2: the structure’s own theme comes last, and is the only one" },
  { "Thèmes!F3", "bof", "Thèmes!F3: “oui” or “non” is expected" },
  { "Objectifs!A3", "M", "Objectifs!A3: nothing is called “M” in the sheet “Thèmes”" },
  { "Objectifs!A3", "A", "Thèmes!A3: no row of the sheet “Objectifs” belongs to this one" },
  { "Objectifs!G3", "S ; S", "Objectifs!G3: the code “S” is used twice" },
  { "Critères!A3", "A9", "Critères!A3: nothing is called “A9” in the sheet “Objectifs”" },
  { "Critères!A4", "A1", "Objectifs!A3: no row of the sheet “Critères” belongs to this one" },
  { "Critères!A3", NULL, "Critères!A3: this text is empty" },
  { "Critères!B3", "A1.1", "Critères!B3: the code “A1.1” is used twice" },
  { "Critères!G2", "1,5", "Critères!G2: a whole number from 1 to 100 is expected" },
  { "Critères!I4", "4", "Critères!I4: a whole number from 1 to 3 is expected" },
  { "Critères!J4", "souvent", "Critères!J4: “oui” or “non” is expected" },
  { "Critères!N3", "z", "Critères!N3: nothing is called “z” in that list" },
  { "Critères!O2", "4.1 ; 4.2", "Critères!O2: nothing is called “4.2” in that list" },
  { "Critères!T2", NULL, "Critères!T2: this text is empty" },
  { "Critères!U3", "un seul", "Critères!S3: this text is empty" },
  { "Critères!W2", "T", "Critères!W2: nothing is called “T” in that list" },
  { "Critères!W2", NULL, "Critères!W2: this text is empty" },
  { "Critères!Y2", NULL, "Critères!Y2: this text is empty" },
  { "Critères!AB2", NULL, "Critères!AB2: this text is empty" },
  { "Actions!A2", "A1.9", "Actions!A2: nothing is called “A1.9” in the sheet “Critères”" },
  { "Actions!C3", "2", "Actions!C3: a step leads to a higher level" },
  { "Actions!F2", "vite", "Actions!F2: a whole number from 1 to 260 is expected" },
  { "Traductions!A2", "phrase", "Traductions!A2: one of these is expected: référentiel, niveau, type, "
                                "thème, objectif, critère" },
  { "Traductions!B5", "9", "Traductions!B5: nothing is called “9” in the sheet “Niveaux”" },
  { "Traductions!C3", NULL, "Traductions!C3: this text is empty" },
  { "Traductions!D3", "titre", "Traductions!D3: this text is already translated in a row above" },
  { "Niveaux!F1", "Couleur", "Niveaux!F1: this sheet has no column of the name “Couleur”: remove it, or "
                             "correct its name" },
  { "Niveaux!B1", NULL, "Niveaux!B1: this column has no name" },
  { "Niveaux!C1", "Libellé", "Niveaux!C1: two columns have the same name" },
  { "Critères!T1", "Niveau 12", "Critères!A1: there is no column “Niveau 2”" },
  { "Critères!X1", NULL, "Critères!A1: there is no column “Quand l’appeler”" },
  { "Critères!G1", NULL, "Critères!A1: there is no column “Poids”" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mutants); i++)
    {
      g_autoptr(GPtrArray) book = load_book ();
      g_autoptr(GPtrArray) faults = NULL;

      if (g_test_verbose ())
        g_test_message ("%s", mutants[i].fault);
      xlsx_fixture_set (book, mutants[i].place, mutants[i].text);
      if (g_str_has_prefix (mutants[i].fault, "Référentiel!B5"))
        xlsx_fixture_set (book, "Référentiel!B5", "2030-12-31");
      faults = check_book (book);
      assert_fault (faults, mutants[i].fault);
    }
}

static void
check_spoiled (GPtrArray  *book,
               const char *place,
               const char *text)
{
  g_autofree char *kept = g_strdup (xlsx_fixture_get (book, place));
  g_autoptr(GPtrArray) faults = NULL;

  xlsx_fixture_set (book, place, text);
  faults = check_book (book);
  xlsx_fixture_set (book, place, kept);
  for (guint i = 0; i < faults->len; i++)
    {
      const char *fault = g_ptr_array_index (faults, i);
      const char *mark = strchr (fault, '!');

      g_assert_true (mark != NULL && g_ascii_isupper (mark[1]) && strstr (mark, ": ") != NULL);
    }
}

/* Whatever a cell becomes, the workbook is read, or its faults have their cells. */
static void
test_every_cell (void)
{
  g_autoptr(GPtrArray) book = load_book ();

  for (guint i = 1; i < book->len; i++)
    {
      const XlsxSheet *sheet = g_ptr_array_index (book, i);

      for (guint j = 0; j < MIN (sheet->rows->len, 3); j++)
        {
          const GPtrArray *row = g_ptr_array_index (sheet->rows, j);

          for (guint k = 0; k < row->len; k++)
            {
              g_autofree char *cell = cap_xlsx_name_cell (j + 1, k);
              g_autofree char *place = g_strconcat (sheet->name, "!", cell, NULL);

              check_spoiled (book, place, NULL);
              check_spoiled (book, place, "9 : / ; – n’importe quoi");
            }
        }
    }
}

/* All of them, in the order of the workbook. */
static void
test_every_fault (void)
{
  g_autoptr(GPtrArray) book = load_book ();
  g_autoptr(GPtrArray) faults = NULL;
  static const char * const expected[] = {
    "Référentiel!B8: this text is empty",
    "Exigences!A3: the code “4.1” is used twice",
    "Critères!O2: nothing is called “4.10” in that list",
    "Critères!A3: nothing is called “A9” in the sheet “Objectifs”",
    "Critères!G3: a whole number from 1 to 100 is expected",
    "Critères!N3: nothing is called “z” in that list",
    "Actions!E2: a whole number from 1 to 3 is expected",
  };

  xlsx_fixture_set (book, "Actions!E2", "quatre");
  xlsx_fixture_set (book, "Critères!A3", "A9");
  xlsx_fixture_set (book, "Critères!G3", "lourd");
  xlsx_fixture_set (book, "Critères!N3", "z");
  xlsx_fixture_set (book, "Référentiel!B8", NULL);
  xlsx_fixture_set (book, "Exigences!A3", "4.1");
  faults = check_book (book);

  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (g_ptr_array_index (faults, i), ==, expected[i]);
}

/* What people change without a fault. */
static void
test_tolerance (void)
{
  g_autoptr(CapFramework) framework = load_full ();
  g_autoptr(GPtrArray) book = load_book ();
  g_autoptr(GBytes) source = NULL;

  g_free (xlsx_fixture_find (book, "Thèmes")->name);
  ((XlsxSheet *) g_ptr_array_index (book, 13))->name = g_strdup (" THEMES");
  xlsx_fixture_set (book, "Mode d’emploi!F30", "Mes notes");
  xlsx_fixture_add (book, "Feuil1");
  xlsx_fixture_set (book, "Référentiel!A4", "VALABLE A PARTIR DU ");
  xlsx_fixture_set (book, "Référentiel!B5", "31/12/2030");
  xlsx_fixture_set (book, "Services!D2", "43890");
  xlsx_fixture_set (book, "Niveaux!B1", "libelle");
  xlsx_fixture_set (book, "Critères!T1", "Niveau 2 : autre");
  xlsx_fixture_set (book, "Critères!J2", "X");
  xlsx_fixture_set (book, "Critères!J3", NULL);
  xlsx_fixture_set (book, "Critères!O2", "4.10;4.1 ; ");
  xlsx_fixture_set (book, "Correspondances!D2", "lowest");
  xlsx_fixture_set (book, "Critères!B9", " ");
  xlsx_fixture_set (book, "Traductions!A40", "critère");
  source = xlsx_fixture_write (book, XLSX_INLINE);

  assert_same (source, framework);
}

static void
test_order (void)
{
  g_autoptr(GPtrArray) book = load_book ();
  GPtrArray *rows = xlsx_fixture_find (book, "Critères")->rows;
  g_autoptr(GBytes) source = NULL;
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  gpointer first = rows->pdata[1];

  rows->pdata[1] = rows->pdata[2];
  rows->pdata[2] = first;
  source = xlsx_fixture_write (book, XLSX_INLINE);
  faults = cap_framework_xlsx_read (source, &framework);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpstr (((CapCriterion *) framework->criteria->pdata[0])->code, ==, "A1.2");
  g_assert_cmpuint (cap_framework_find_criterion (framework, "A1.1")->steps->len, ==, 2);
}

static void
test_sheets (void)
{
  g_autoptr(GPtrArray) book = load_book ();
  g_autoptr(GPtrArray) missing = NULL;
  g_autoptr(GPtrArray) unknown = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) other = xlsx_fixture_new ();

  xlsx_fixture_add (book, "Couleurs");
  xlsx_fixture_set (book, "Couleurs!B2", "vert");
  unknown = check_book (book);
  g_assert_cmpuint (unknown->len, ==, 1);
  assert_fault (unknown, "Couleurs!A1: a framework has no sheet of this name");

  g_ptr_array_remove (book, xlsx_fixture_find (book, "Couleurs"));
  g_ptr_array_remove (book, xlsx_fixture_find (book, "Critères"));
  missing = check_book (book);
  assert_fault (missing, "Critères!A1: this sheet is missing");

  xlsx_fixture_add (other, "Feuil1");
  xlsx_fixture_set (other, "Feuil1!A1", "Bonjour");
  none = check_book (other);
  assert_fault (none, "Feuil1!A1: a framework has no sheet of this name");
  assert_fault (none, "Référentiel!A1: this sheet is missing");
}

static void
test_strangers (void)
{
  g_autoptr(GBytes) source = g_bytes_new_static ("{}", 2);
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GPtrArray) faults = cap_framework_xlsx_read (source, &framework);

  g_assert_null (framework);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, "this is not a spreadsheet in the .xlsx format");
}

/* A formula without a value is no text. */
static void
test_formula (void)
{
  g_autoptr(GPtrArray) book = load_book ();
  XlsxSheet *sheet = xlsx_fixture_find (book, "Tranches");
  g_autoptr(GPtrArray) faults = NULL;

  sheet->formula = "B3";
  faults = check_book (book);
  assert_fault (faults, "Tranches!B3: the formula of this cell has no value");
}

static GPtrArray *
grow_book (guint n_criteria)
{
  GPtrArray *book = load_book ();

  for (guint i = 0; i < n_criteria; i++)
    {
      static const char * const columns[] = { "A", "G", "H", "I", "J", "K", "L", "M" };
      g_autofree char *code = g_strdup_printf ("Critères!B%u", 5 + i);
      g_autofree char *label = g_strdup_printf ("Critères!C%u", 5 + i);
      g_autofree char *name = g_strdup_printf ("L1.%u", 2 + i);

      xlsx_fixture_set (book, code, name);
      xlsx_fixture_set (book, label, "Un critère de plus, avec un libellé de longueur ordinaire");
      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          g_autofree char *place = g_strdup_printf ("Critères!%s%u", columns[j], 5 + i);

          xlsx_fixture_set (book, place, j == 0 ? "L1" : j < 4 ? "1" : "non");
        }
    }

  return book;
}

static void
test_many (void)
{
  g_autoptr(GPtrArray) book = grow_book (10000);
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GPtrArray) faults = check_book (book);

  assert_fault (faults, "Critères!A8002: there are too many criteria");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
}

/* A thousand faults are enough to know. */
static void
test_many_faults (void)
{
  g_autoptr(GPtrArray) book = grow_book (3000);
  g_autoptr(GPtrArray) faults = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *place = g_strdup_printf ("Critères!A%u", 5 + i);

      xlsx_fixture_set (book, place, "nowhere");
    }
  faults = check_book (book);

  g_assert_cmpuint (faults->len, ==, 1000);
  assert_fault (faults, "Critères!A1004: nothing is called “nowhere” in the sheet “Objectifs”");
}

/* What no cell can hold is refused: nothing is lost in silence. */
static const struct
{
  const char *from;
  const char *to;
} unwritable[] = {
  { "'n ; o'", "'n\\no'" },
  { "'roue ; cycle'", "'roue\\rcycle'" },
  { "'autre chose'", "'Libellé'" },
  { "'X1'", "'X1;X2'" },
};

static void
test_unwritable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unwritable); i++)
    {
      g_auto(GStrv) parts = g_strsplit (full, unwritable[i].from, 2);
      g_autofree char *spoiled = g_strjoinv (unwritable[i].to, parts);
      g_autofree char *text = g_strdelimit (g_strdup (spoiled), "'", '"');
      g_autoptr(GBytes) source = g_bytes_new (text, strlen (text));
      g_autoptr(GError) error = NULL;
      g_autoptr(CapFramework) framework = cap_framework_json_read (source, &error);
      g_autoptr(GBytes) written = NULL;

      g_assert_no_error (error);
      written = cap_framework_xlsx_write (framework, &error);
      g_assert_null (written);
      g_assert_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/framework-xlsx/default", test_default);
  g_test_add_func ("/exchange/framework-xlsx/full", test_full);
  g_test_add_func ("/exchange/framework-xlsx/faults", test_faults);
  g_test_add_func ("/exchange/framework-xlsx/every-cell", test_every_cell);
  g_test_add_func ("/exchange/framework-xlsx/every-fault", test_every_fault);
  g_test_add_func ("/exchange/framework-xlsx/tolerance", test_tolerance);
  g_test_add_func ("/exchange/framework-xlsx/order", test_order);
  g_test_add_func ("/exchange/framework-xlsx/sheets", test_sheets);
  g_test_add_func ("/exchange/framework-xlsx/strangers", test_strangers);
  g_test_add_func ("/exchange/framework-xlsx/formula", test_formula);
  g_test_add_func ("/exchange/framework-xlsx/many", test_many);
  g_test_add_func ("/exchange/framework-xlsx/many-faults", test_many_faults);
  g_test_add_func ("/exchange/framework-xlsx/unwritable", test_unwritable);

  return g_test_run ();
}
