/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dossier d’audit with a thousand pieces of evidence and more than 400 pages, next to its engine alone,
 * which sets the same rows without a dossier behind them: no matrix, no contents, no abbreviations, no
 * links. Then half of it: what it costs grows as it does.
 */

#define _DEFAULT_SOURCE /* fork() */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/cap-locale.h"
#include "exchange/cap-catalogue-json.h"
#include "report/cap-pdf-flow.h"
#include "report/cap-pdf-preview.h"
#include "report/cap-pdf-table.h"
#include "tests/report/sample.h"

#define N_PIECES  1000
#define N_RISKS   800
#define N_ACTIONS 600
#define N_RUNS    5

#define MARGIN      62.0
#define WIDTH       (CAP_PDF_A4_WIDTH - 2 * MARGIN)
#define WIDE_MARGIN 44.0
#define WIDE_WIDTH  (CAP_PDF_A4_HEIGHT - 2 * WIDE_MARGIN)

static const char sentence[] =
  "L’équipe relit la procédure avec deux salariés en parcours, note ce qui manque et décide de la suite en "
  "réunion ; la direction en rend compte au conseil chaque trimestre.";

typedef struct
{
  double seconds;
  guint  n_pages;
  double megabytes;
} Measure;

static char *
make_digest (guint number)
{
  g_autofree char *seed = g_strdup_printf ("%u", number);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);
}

static void
add_pieces (CapDossier *dossier,
            guint       n_pieces)
{
  static const char * const clauses[] = { "4.1", "4.2", "5.2.1", "6.1.1", "7.2", "8.1", "9.1.2", "10.2.1" };

  g_ptr_array_set_size (dossier->evidence, 0);
  for (guint i = 1; i <= n_pieces; i++)
    {
      g_autofree char *id = g_strdup_printf ("piece-%u", i);
      g_autofree char *title = g_strdup_printf ("Pièce %u : compte rendu de la réunion d’équipe", i);
      g_autofree char *digest = make_digest (i);
      CapEvidence *piece = cap_evidence_new (id, title, "Classeur qualité, onglet 4", "2026-10-01");

      piece->number = i;
      cap_evidence_add_file (piece, digest, 120000, "compte-rendu.pdf", "application/pdf", "2026-10-01");
      cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, clauses[i % G_N_ELEMENTS (clauses)]);
      g_ptr_array_add (dossier->evidence, piece);
    }
}

static void
add_risks (CapDossier *dossier,
           guint       n_risks)
{
  g_ptr_array_set_size (dossier->registers[CAP_REGISTER_RISK], 0);
  for (guint i = 1; i <= n_risks; i++)
    {
      g_autofree char *id = g_strdup_printf ("risk-%u", i);
      g_autofree char *code = g_strdup_printf ("R-%04u", i);
      g_autofree char *title = g_strdup_printf ("Risque %u : personne ne remplace l’encadrant", i);
      CapRecord *risk = cap_record_new (CAP_REGISTER_RISK, id);

      cap_record_set (risk, CAP_RISK_CODE, code);
      cap_record_set (risk, CAP_RISK_TITLE, title);
      cap_record_set (risk, CAP_RISK_NATURE, "risk");
      cap_record_set (risk, CAP_RISK_CAUSE, sentence);
      cap_record_set (risk, CAP_RISK_CONSEQUENCE, sentence);
      cap_record_set (risk, CAP_RISK_MEASURE, sentence);
      cap_record_set (risk, CAP_RISK_TREATMENT, "reduce");
      cap_record_set_number (risk, CAP_RISK_LIKELIHOOD, 1 + (int) i % 4);
      cap_record_set_number (risk, CAP_RISK_SEVERITY, 1 + (int) (i / 4) % 4);
      g_ptr_array_add (dossier->registers[CAP_REGISTER_RISK], risk);
    }
}

static void
add_actions (CapDossier *dossier,
             guint       n_actions)
{
  g_ptr_array_set_size (dossier->actions, 0);
  for (guint i = 1; i <= n_actions; i++)
    {
      g_autofree char *id = g_strdup_printf ("action-%u", i);
      g_autofree char *code = g_strdup_printf ("R-%04u", i);
      g_autofree char *title = g_strdup_printf ("Action %u : former deux personnes à ce poste", i);
      CapAction *action = cap_action_new (id, title);

      action->number = i;
      action->expected = g_strdup (sentence);
      action->due = g_strdup ("2027-03-31");
      cap_action_add_origin (action, CAP_ORIGIN_RISK, code);
      g_ptr_array_add (dossier->actions, action);
    }
}

static Sample *
make_sample (guint part)
{
  CapDossier *dossier = sample_new_dossier_of_demo ();

  add_pieces (dossier, N_PIECES / part);
  add_risks (dossier, N_RISKS / part);
  add_actions (dossier, N_ACTIONS / part);

  return sample_new (dossier);
}

static GBytes *
render_dossier (const Sample *sample)
{
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  CapReportInput input = sample_get_input (sample);

  input.catalogue = catalogue;

  return cap_report_render (CAP_REPORT_AUDIT_DOSSIER, &input, NULL);
}

static CapPdfTable *
make_table (CapPdf       *pdf,
            const double *widths,
            guint         n_columns,
            double        width)
{
  const CapPdfTableLook look = {
    .head = { CAP_PDF_FACE_BOLD, 7.5, 10.5, 0.2, 0, CAP_PDF_ALIGN_LEFT, FALSE },
    .cell = { CAP_PDF_FACE_REGULAR, 8.5, 11.5, 0, 0, CAP_PDF_ALIGN_LEFT, TRUE },
    .pad_x = 5, .pad_y = 4, .rule = 0, .head_rule = 0, .band = G_MAXUINT32, .group_band = G_MAXUINT32,
  };
  g_autofree CapPdfColumn *columns = g_new0 (CapPdfColumn, n_columns);

  for (guint i = 0; i < n_columns; i++)
    columns[i] = (CapPdfColumn) { "Colonne", widths[i], CAP_PDF_ALIGN_LEFT };

  return cap_pdf_table_new (pdf, width, columns, n_columns, &look);
}

static void
add_cells (CapPdfTable *table,
           const char  *first,
           ...)
{
  va_list rest;

  va_start (rest, first);
  for (const char *text = first; text != NULL; text = va_arg (rest, const char *))
    cap_pdf_table_add_cell (table, text);
  va_end (rest);
  cap_pdf_table_end_row (table);
}

static void
flow_risks (CapPdfFlow *flow)
{
  static const double widths[] = { 38, 0, 62, 138, 48, 62 };
  g_autoptr(CapPdfTable) table = make_table (cap_pdf_flow_get_pdf (flow), widths, G_N_ELEMENTS (widths),
                                             WIDTH);

  for (guint i = 1; i <= N_RISKS; i++)
    {
      g_autofree char *code = g_strdup_printf ("R-%04u", i);
      g_autofree char *title = g_strdup_printf ("Risque %u : personne ne remplace l’encadrant\n%s → %s", i,
                                                sentence, sentence);
      g_autofree char *rating = g_strdup_printf ("%u × %u = %u", 1 + i % 4, 1 + i / 4 % 4,
                                                 (1 + i % 4) * (1 + i / 4 % 4));

      add_cells (table, code, title, rating, sentence, code, "–", NULL);
    }
  cap_pdf_flow_add_table (flow, table);
}

static void
flow_actions (CapPdfFlow *flow)
{
  static const double widths[] = { 30, 0, 78, 70, 92, 60, 74, 136, 60 };
  g_autoptr(CapPdfTable) table = make_table (cap_pdf_flow_get_pdf (flow), widths, G_N_ELEMENTS (widths),
                                             WIDE_WIDTH);

  for (guint i = 1; i <= N_ACTIONS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *code = g_strdup_printf ("R-%04u", i);
      g_autofree char *title = g_strdup_printf ("Action %u : former deux personnes à ce poste", i);

      add_cells (table, number, title, code, "Amélioration", "–", "31/03/2027", "P À faire", sentence, "–",
                 NULL);
    }
  cap_pdf_flow_add_table (flow, table);
}

static void
flow_pieces (CapPdfFlow *flow)
{
  static const double widths[] = { 42, 0, 84, 84, 44, 72, 168, 118 };
  g_autoptr(CapPdfTable) table = make_table (cap_pdf_flow_get_pdf (flow), widths, G_N_ELEMENTS (widths),
                                             WIDE_WIDTH);

  for (guint i = 1; i <= N_PIECES; i++)
    {
      g_autofree char *code = g_strdup_printf ("P-%03u", i);
      g_autofree char *title = g_strdup_printf ("Pièce %u : compte rendu de la réunion d’équipe", i);
      g_autofree char *digest = make_digest (i);
      g_autofree char *lines = g_strdup_printf ("%.32s\n%s", digest, digest + 32);

      add_cells (table, code, title, "4.1", "–", "1", "01/10/2026", lines,
                 "compte-rendu.pdf\nClasseur qualité, onglet 4", NULL);
    }
  cap_pdf_flow_add_table (flow, table);
}

/* The rows of its long parts alone: what is around them is the rest of the dossier’s. */
static GBytes *
render_bare (const Sample *sample)
{
  const CapPdfInfo info = { "Banc", NULL, NULL, "fr", "2026-11-20" };
  const CapRect frame = { MARGIN, 78, WIDTH, CAP_PDF_A4_HEIGHT - 150 };
  const CapRect wide = { WIDE_MARGIN, 78, WIDE_WIDTH, CAP_PDF_A4_WIDTH - 150 };
  g_autoptr(CapPdf) pdf = cap_pdf_new (&info, NULL);
  g_autoptr(CapPdfFlow) flow = cap_pdf_flow_new (pdf, &frame);

  flow_risks (flow);
  cap_pdf_flow_set_paper (flow, CAP_PDF_LANDSCAPE, &wide);
  flow_actions (flow);
  flow_pieces (flow);
  cap_pdf_flow_finish (flow, NULL, NULL);

  return cap_pdf_finish (pdf, NULL);
}

typedef GBytes *(*RenderFunc) (const Sample *sample);

/* Of this process: other ones may be busy, and neither of the two waits for anything. */
static double
get_processor_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

static Measure
measure_once (RenderFunc    render,
              const Sample *sample)
{
  Measure measure = { 0 };
  int ends[2];
  pid_t child;

  if (pipe (ends) != 0)
    g_error ("pipe: %s", g_strerror (errno));

  child = fork ();
  if (child == 0)
    {
      g_autoptr(GBytes) pdf = render (sample);
      g_autoptr(CapPdfPreview) preview = NULL;

      measure.seconds = get_processor_seconds ();
      measure.megabytes = (double) g_bytes_get_size (pdf) / 1e6;
      preview = cap_pdf_preview_new (pdf, NULL);
      measure.n_pages = cap_pdf_preview_get_n_pages (preview);
      _exit (write (ends[1], &measure, sizeof measure) == sizeof measure ? 0 : 1);
    }

  if (read (ends[0], &measure, sizeof measure) != sizeof measure)
    g_error ("The measure was lost");
  waitpid (child, NULL, 0);
  close (ends[0]);
  close (ends[1]);

  return measure;
}

static void
keep_best (Measure *best,
           Measure  measure)
{
  if (best->n_pages == 0 || measure.seconds < best->seconds)
    *best = measure;
}

static void
print_measure (const char    *name,
               const Measure *measure)
{
  printf ("%-8s %4u pages  %.3f s  %.2f ms a page  %.2f MB file\n", name, measure->n_pages, measure->seconds,
          1000 * measure->seconds / measure->n_pages, measure->megabytes);
}

/* They take turns, so that a busy machine is busy for all. */
int
main (void)
{
  g_autoptr(Sample) sample = NULL;
  g_autoptr(Sample) part = NULL;
  Measure whole = { 0 }, half = { 0 }, bare = { 0 };

  cap_locale_init ();
  sample = make_sample (1);
  part = make_sample (2);
  for (guint i = 0; i < N_RUNS; i++)
    {
      keep_best (&whole, measure_once (render_dossier, sample));
      keep_best (&half, measure_once (render_dossier, part));
      keep_best (&bare, measure_once (render_bare, sample));
    }

  print_measure ("dossier", &whole);
  print_measure ("half", &half);
  print_measure ("engine", &bare);
  printf ("ratio    %.2f times the engine alone (wanted: under 2)\n", whole.seconds / bare.seconds);

  return EXIT_SUCCESS;
}
