/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "report/cap-pdf-hyphen.h"
#include "report/cap-pdf-text.h"
#include "tests/report/pdf-tools.h"

static const CapPdfStyle ragged = { CAP_PDF_FACE_REGULAR, 10, 14, 0, 0, CAP_PDF_ALIGN_LEFT, TRUE };

/* The lines of a text, joined by "|", with "-" where a word is cut. */
static char *
break_text (const char *text,
            double      width,
            gboolean    hyphenate)
{
  g_autoptr(CapPdf) pdf = test_pdf_new ();
  CapPdfStyle style = ragged;
  g_autoptr(CapPdfText) paragraph = NULL;
  g_autoptr(GString) lines = g_string_new (NULL);

  style.hyphenate = hyphenate;
  paragraph = cap_pdf_text_new (pdf, &style, width, text);
  for (guint i = 0; i < cap_pdf_text_get_n_lines (paragraph); i++)
    {
      g_autofree char *line = cap_pdf_text_dup_line (paragraph, i);

      g_string_append_printf (lines, "%s%s", i > 0 ? "|" : "", line);
    }
  g_string_replace (lines, "\u00AD", "-", 0);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
test_hyphenation (void)
{
  static const struct
  {
    const char *word;
    const char *cut;
  } cases[] = {
    { "établissement", "éta-blis-se-ment" },
    { "bénéficiaires,", "béné-fi-ciaires," },
    { "l’organisme", "l’orga-nisme" },
    { "COORACE", "COORACE" },
    { "DUERP", "DUERP" },
    { "œuvre", "œuvre" },
    { "été", "été" },
    { "", "" },
    { "123456789", "123456789" },
  };
  g_autoptr(CapPdfHyphen) hyphen = cap_pdf_hyphen_new ("fr", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *word = cases[i].word;
      const guint8 *cuts = cap_pdf_hyphen_find (hyphen, word, strlen (word));
      g_autoptr(GString) cut = g_string_new (NULL);

      for (gsize j = 0; j < strlen (word); j++)
        {
          if (cuts[j])
            g_string_append_c (cut, '-');
          g_string_append_c (cut, word[j]);
        }
      g_assert_cmpstr (cut->str, ==, cases[i].cut);
    }
}

static void
test_other_language (void)
{
  g_autoptr(CapPdfHyphen) hyphen = cap_pdf_hyphen_new ("en", NULL);
  const guint8 *cuts = cap_pdf_hyphen_find (hyphen, "establishment", 13);

  for (guint i = 0; i < 13; i++)
    g_assert_cmpuint (cuts[i], ==, 0);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    double      width;
    gboolean    hyphenate;
    const char *lines;
  } cases[] = {
    { "", 100, FALSE, "" },
    { "   ", 100, FALSE, "" },
    { "un deux", 500, FALSE, "un deux" },
    { "un\ndeux", 500, FALSE, "un|deux" },
    { "un\n\ndeux", 500, FALSE, "un|deux" },
    { "prêt\u202F: « oui »", 30, FALSE, "prêt\u202F: «|oui »" },
    { "prêt\u202F: «\u00A0oui\u00A0»", 42, FALSE, "prêt\u202F:|«\u00A0oui\u00A0»" },
    { "porte-monnaie", 40, FALSE, "porte-|monnaie" },
    { "2024-2026", 30, FALSE, "2024-|2026" },
    { "établissement", 40, TRUE, "établis-|sement" },
    { "a\u00ADnimal", 25, TRUE, "a-|nimal" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = break_text (cases[i].text, cases[i].width, cases[i].hyphenate);

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

/* No line is wider than the column, whatever is written; and nothing is lost. */
static void
test_very_long_word (void)
{
  g_autoptr(CapPdf) pdf = test_pdf_new ();
  g_autofree char *word = g_strnfill (2000, 'm');
  g_autoptr(CapPdfText) paragraph = cap_pdf_text_new (pdf, &ragged, 80, word);
  gsize length = 0;

  g_assert_cmpfloat (cap_pdf_text_get_width (paragraph), <=, 80.01);
  for (guint i = 0; i < cap_pdf_text_get_n_lines (paragraph); i++)
    {
      g_autofree char *line = cap_pdf_text_dup_line (paragraph, i);

      length += strlen (line);
    }
  g_assert_cmpuint (length, ==, 2000);
}

static void
test_too_narrow (void)
{
  g_autofree char *lines = break_text ("abc", 1, TRUE);

  g_assert_cmpstr (lines, ==, "a|b|c");
}

/* Whatever the width, the words come back in order and no line is too wide. */
static void
test_any_width (void)
{
  const char text[] = "L’établissement accompagne les salariés en parcours vers l’emploi durable, avec "
                      "une équipe de permanents qui connaît le territoire\u202F; les décisions "
                      "sont suivies jusqu’à leur fin.";

  for (double width = 20; width < 600; width += 7)
    {
      g_autoptr(CapPdf) pdf = test_pdf_new ();
      CapPdfStyle style = ragged;
      g_autoptr(CapPdfText) paragraph = NULL;
      g_autoptr(GString) read = g_string_new (NULL);

      style.align = (int) width % 2 == 0 ? CAP_PDF_ALIGN_JUSTIFY : CAP_PDF_ALIGN_LEFT;
      paragraph = cap_pdf_text_new (pdf, &style, width, text);
      g_assert_cmpfloat (cap_pdf_text_get_width (paragraph), <=, width + 0.02);
      for (guint i = 0; i < cap_pdf_text_get_n_lines (paragraph); i++)
        {
          g_autofree char *line = cap_pdf_text_dup_line (paragraph, i);

          g_string_append_printf (read, "%s ", line);
        }
      g_string_replace (read, "\u00AD ", "", 0);
      g_string_replace (read, " ", "", 0);
      {
        g_autoptr(GString) written = g_string_new (text);

        g_string_replace (written, " ", "", 0);
        g_assert_cmpstr (read->str, ==, written->str);
      }
    }
}

static void
test_spans (void)
{
  const CapPdfSpan spans[] = {
    { "Score", CAP_PDF_FACE_BOLD, 0 },
    { "s : ", CAP_PDF_FACE_REGULAR, 0 },
    { "61 %", CAP_PDF_FACE_ITALIC, 0 },
  };
  g_autoptr(CapPdf) pdf = test_pdf_new ();
  g_autoptr(CapPdfText) wide = cap_pdf_text_new_spans (pdf, &ragged, 200, spans, G_N_ELEMENTS (spans));
  g_autoptr(CapPdfText) narrow = cap_pdf_text_new_spans (pdf, &ragged, 35, spans, G_N_ELEMENTS (spans));
  g_autofree char *line = cap_pdf_text_dup_line (wide, 0);
  g_autofree char *first = cap_pdf_text_dup_line (narrow, 0);

  g_assert_cmpstr (line, ==, "Scores : 61 %");
  g_assert_cmpstr (first, ==, "Scores :");
}

static void
test_invalid (void)
{
  g_autofree char *lines = break_text ("a\xFF\xFE b \x01\xE2\x80\x8B.", 300, TRUE);

  g_assert_cmpstr (lines, ==, "a\uFFFD\uFFFD b .");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/text/hyphenation", test_hyphenation);
  g_test_add_func ("/report/text/other-language", test_other_language);
  g_test_add_func ("/report/text/lines", test_lines);
  g_test_add_func ("/report/text/very-long-word", test_very_long_word);
  g_test_add_func ("/report/text/too-narrow", test_too_narrow);
  g_test_add_func ("/report/text/any-width", test_any_width);
  g_test_add_func ("/report/text/spans", test_spans);
  g_test_add_func ("/report/text/invalid", test_invalid);

  return g_test_run ();
}
