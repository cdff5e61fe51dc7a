/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages per second of our engine next to bare libharu, drawing the same text and the same tables in
 * the same run: libharu without kerning, hyphenation, tags nor PDF/A. Each runs several times in a
 * process of its own, so that the peak of memory is its own; the best time counts.
 */

#define _DEFAULT_SOURCE /* fork() */

#include <errno.h>
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "report/cap-pdf-flow.h"

#define N_PAGES  500
#define N_RUNS   5
#define N_ROWS   8
#define N_CELLS  4
#define MARGIN   60.0
#define WIDTH    (CAP_PDF_A4_WIDTH - 2 * MARGIN)
#define SIZE     10.0
#define LEADING  14.0

static const char paragraph[] =
  "L’établissement accompagne les salariés en parcours vers l’emploi durable, avec une équipe de permanents "
  "qui connaît le territoire, ses entreprises et ses besoins. Les propositions des personnes reçoivent une "
  "réponse tracée dans un registre que la direction relit chaque trimestre ; les décisions sont suivies "
  "jusqu’à leur fin. La satisfaction des clients est mesurée une fois par an, puis utilisée pour améliorer "
  "l’organisation, la sécurité au poste de travail et la qualité des prestations.";

typedef struct
{
  double seconds;
  double megabytes;
  gsize  bytes;
} Measure;

static char *
make_paragraph (guint page,
                guint index)
{
  return g_strdup_printf ("%u.%u %s", page, index, paragraph);
}

static char *
make_cell (guint page,
           guint row,
           guint column)
{
  return g_strdup_printf ("Critère %c%u.%u", (int) ('A' + column), page % 10, row);
}

static void
draw_libharu_text (HPDF_Page   page,
                   const char *text,
                   double     *y)
{
  const char *p = text;
  const char *end = text + strlen (text);

  while (p < end)
    {
      HPDF_UINT length = HPDF_Page_MeasureText (page, p, WIDTH, HPDF_TRUE, NULL);
      g_autofree char *line = g_strndup (p, length);

      HPDF_Page_BeginText (page);
      HPDF_Page_TextOut (page, MARGIN, (float) *y, line);
      HPDF_Page_EndText (page);
      p += length;
      *y -= LEADING;
    }
}

static void
draw_libharu_table (HPDF_Page page,
                    guint     index,
                    double    y)
{
  for (guint row = 0; row < N_ROWS; row++, y -= 2 * LEADING)
    {
      for (guint column = 0; column < N_CELLS; column++)
        {
          g_autofree char *text = make_cell (index, row, column);

          HPDF_Page_BeginText (page);
          HPDF_Page_TextOut (page, (float) (MARGIN + 4 + column * WIDTH / N_CELLS), (float) y, text);
          HPDF_Page_EndText (page);
        }
      HPDF_Page_MoveTo (page, MARGIN, (float) (y - 6));
      HPDF_Page_LineTo (page, MARGIN + WIDTH, (float) (y - 6));
      HPDF_Page_Stroke (page);
    }
}

static gsize
run_libharu (void)
{
  HPDF_Doc doc = HPDF_New (NULL, NULL);
  g_autofree char *path = g_build_filename (BENCH_FONTS, "Lato-Regular.ttf", NULL);
  g_autofree HPDF_BYTE *data = NULL;
  HPDF_Font font;
  HPDF_UINT32 size;

  HPDF_UseUTFEncodings (doc);
  HPDF_SetCompressionMode (doc, HPDF_COMP_ALL);
  font = HPDF_GetFont (doc, HPDF_LoadTTFontFromFile (doc, path, HPDF_TRUE), "UTF-8");
  for (guint i = 0; i < N_PAGES; i++)
    {
      HPDF_Page page = HPDF_AddPage (doc);
      double y = CAP_PDF_A4_HEIGHT - MARGIN;

      HPDF_Page_SetFontAndSize (page, font, SIZE);
      for (guint j = 0; j < 4; j++)
        {
          g_autofree char *text = make_paragraph (i, j);

          draw_libharu_text (page, text, &y);
        }
      draw_libharu_table (page, i, y - LEADING);
    }

  HPDF_SaveToStream (doc);
  size = HPDF_GetStreamSize (doc);
  data = g_malloc (size);
  HPDF_ReadFromStream (doc, data, &size);
  HPDF_Free (doc);

  return size;
}

static CapPdfTable *
make_table (CapPdf *pdf,
            guint   index)
{
  const CapPdfColumn columns[N_CELLS] = { 0 };
  CapPdfTableLook look = {
    .cell = { CAP_PDF_FACE_REGULAR, SIZE, LEADING, 0, 0, CAP_PDF_ALIGN_LEFT, TRUE },
    .pad_x = 4, .pad_y = LEADING / 2, .rule = 0, .head_rule = 0,
    .band = G_MAXUINT32, .group_band = G_MAXUINT32,
  };
  CapPdfTable *table = cap_pdf_table_new (pdf, WIDTH, columns, N_CELLS, &look);

  for (guint row = 0; row < N_ROWS; row++)
    {
      for (guint column = 0; column < N_CELLS; column++)
        {
          g_autofree char *text = make_cell (index, row, column);

          cap_pdf_table_add_cell (table, text);
        }
      cap_pdf_table_end_row (table);
    }

  return table;
}

static gsize
run_engine (void)
{
  const CapPdfInfo info = { "Banc", NULL, NULL, "fr", "2026-11-20" };
  const CapPdfStyle style = {
    CAP_PDF_FACE_REGULAR, SIZE, LEADING, 0, 0, CAP_PDF_ALIGN_JUSTIFY, TRUE,
  };
  const CapRect frame = { MARGIN, MARGIN, WIDTH, CAP_PDF_A4_HEIGHT - 2 * MARGIN };
  g_autoptr(CapPdf) pdf = cap_pdf_new (&info, NULL);
  g_autoptr(CapPdfFlow) flow = cap_pdf_flow_new (pdf, &frame);
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autoptr(CapPdfTable) table = make_table (pdf, i);

      cap_pdf_flow_break_page (flow);
      for (guint j = 0; j < 4; j++)
        {
          g_autofree char *text = make_paragraph (i, j);

          cap_pdf_flow_add_paragraph (flow, &style, text);
        }
      cap_pdf_flow_skip (flow, LEADING);
      cap_pdf_flow_add_table (flow, table);
    }
  cap_pdf_flow_finish (flow, NULL, NULL);
  bytes = cap_pdf_finish (pdf, NULL);
  g_assert_cmpuint (cap_pdf_get_n_pages (pdf), ==, N_PAGES);

  return g_bytes_get_size (bytes);
}

static Measure
measure_once (gsize (*run) (void))
{
  Measure measure = { 0 };
  int ends[2];
  pid_t child;

  if (pipe (ends) != 0)
    g_error ("pipe: %s", g_strerror (errno));

  child = fork ();
  if (child == 0)
    {
      gint64 start = g_get_monotonic_time ();
      struct rusage usage;

      measure.bytes = run ();
      measure.seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
      getrusage (RUSAGE_SELF, &usage);
      measure.megabytes = (double) usage.ru_maxrss / 1024;
      _exit (write (ends[1], &measure, sizeof measure) == sizeof measure ? 0 : 1);
    }

  if (read (ends[0], &measure, sizeof measure) != sizeof measure)
    g_error ("The measure was lost");
  waitpid (child, NULL, 0);
  close (ends[0]);
  close (ends[1]);

  return measure;
}

/* The two take turns, so that a busy machine is busy for both. */
static void
measure_both (Measure *libharu,
              Measure *engine)
{
  libharu->seconds = engine->seconds = G_MAXDOUBLE;
  for (guint i = 0; i < N_RUNS; i++)
    {
      Measure a = measure_once (run_libharu);
      Measure b = measure_once (run_engine);

      if (a.seconds < libharu->seconds)
        *libharu = a;
      if (b.seconds < engine->seconds)
        *engine = b;
    }
}

static void
print_measure (const char    *name,
               const Measure *measure)
{
  printf ("%-8s %4d pages  %.3f s  %5.0f pages/s  %5.1f MB  %.2f MB file\n", name, N_PAGES, measure->seconds,
          N_PAGES / measure->seconds, measure->megabytes, (double) measure->bytes / 1e6);
}

int
main (void)
{
  Measure libharu, engine;

  measure_both (&libharu, &engine);
  print_measure ("libharu", &libharu);
  print_measure ("engine", &engine);
  printf ("ratio    %.0f %% of the pages per second of bare libharu (wanted: 60 %%)\n",
          100 * libharu.seconds / engine.seconds);

  return EXIT_SUCCESS;
}
