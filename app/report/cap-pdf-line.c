/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-line.h"

/* Costs are compared with the square of the part of the line that stays empty. */
#define SECOND_HYPHEN_COST  0.15
#define LINE_COST           0.01
#define SHORT_LAST_COST     0.10
#define OVERFULL_COST       1000.0
#define TOLERANCE           0.01

/* A gap in a justified line is spread between its words, where it is seen more than on the right: a
 * hyphen is the lesser evil there.
 */
typedef struct
{
  double width;
  double slack;  /* cost of an empty line */
  double hyphen; /* cost of a hyphen */
} Measure;

/* The best way to arrive at the end of a piece. */
typedef struct
{
  double cost;
  double width;
  guint  from; /* first piece of the line that ends here */
  guint  n_gaps;
} Arrival;

static gboolean
may_end (const CapPdfPiece *piece,
         gboolean           is_last)
{
  return is_last || piece->end != CAP_PDF_END_NONE;
}

/* How much a line displeases. The last line of a paragraph may be short, but not too short. */
static double
rate_line (const CapPdfPiece *pieces,
           guint              first,
           guint              last,
           double             line,
           const Measure     *measure,
           gboolean           ends_paragraph)
{
  const CapPdfPiece *piece = &pieces[last];
  double slack = (measure->width - line) / measure->width;
  double cost = LINE_COST;

  if (slack < -TOLERANCE / measure->width)
    return OVERFULL_COST - slack;

  if (ends_paragraph)
    return cost + (line < measure->width / 6 ? SHORT_LAST_COST : 0);

  cost += slack * slack * measure->slack;
  if (piece->end == CAP_PDF_END_HYPHEN)
    {
      cost += measure->hyphen;
      if (first > 0 && pieces[first - 1].end == CAP_PDF_END_HYPHEN)
        cost += SECOND_HYPHEN_COST;
    }

  return cost;
}

/* Tries every line that ends at @last, from the shortest to the longest that fits. */
static Arrival
find_arrival (const CapPdfPiece *pieces,
              const Arrival     *arrivals,
              guint              last,
              guint              n_pieces,
              const Measure     *measure)
{
  Arrival best = { .cost = G_MAXDOUBLE };
  gboolean ends_paragraph = last + 1 == n_pieces || pieces[last].end == CAP_PDF_END_FORCED;
  double line = pieces[last].width;
  guint n_gaps = 0;

  if (!ends_paragraph && pieces[last].end == CAP_PDF_END_HYPHEN)
    line += pieces[last].hyphen;

  for (guint first = last;; first--)
    {
      if (first == 0 || may_end (&pieces[first - 1], FALSE))
        {
          double before = first > 0 ? arrivals[first - 1].cost : 0;
          double cost = before + rate_line (pieces, first, last, line, measure, ends_paragraph);

          if (cost < best.cost)
            best = (Arrival) { cost, line, first, n_gaps };
        }
      if (first == 0 || pieces[first - 1].end == CAP_PDF_END_FORCED)
        break;

      line += pieces[first - 1].width + pieces[first - 1].gap;
      n_gaps += pieces[first - 1].gap > 0;
      if (line > measure->width + TOLERANCE && best.cost < G_MAXDOUBLE)
        break;
    }

  return best;
}

/**
 * cap_pdf_lines_break:
 * @pieces: (array length=n_pieces): a paragraph
 * @n_pieces: how many
 * @width: of the lines
 * @justify: whether the lines will be stretched to @width
 *
 * Chooses the breaks for the whole paragraph at once, as Knuth and Plass do:
 * the lines of the least total cost. A piece wider than @width has its own line.
 *
 * Returns: (transfer full) (element-type CapPdfLine): at least one line,
 *   unless there is no piece
 */
GArray *
cap_pdf_lines_break (const CapPdfPiece *pieces,
                     guint              n_pieces,
                     double             width,
                     gboolean           justify)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (CapPdfLine));
  g_autofree Arrival *arrivals = g_new (Arrival, n_pieces);
  Measure measure = { MAX (width, 1.0), justify ? 4.0 : 1.0, justify ? 0.08 : 0.2 };

  for (guint i = 0; i < n_pieces; i++)
    arrivals[i] = may_end (&pieces[i], i + 1 == n_pieces)
      ? find_arrival (pieces, arrivals, i, n_pieces, &measure)
      : (Arrival) { .cost = G_MAXDOUBLE / 4 };

  for (guint end = n_pieces; end > 0;)
    {
      const Arrival *arrival = &arrivals[end - 1];
      CapPdfLine line = { arrival->from, end - 1, arrival->width, arrival->n_gaps };

      g_array_prepend_val (lines, line);
      end = arrival->from;
    }

  return lines;
}
