/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

#include "audit/cap-finding-causes.h"
#include "chart/cap-fishbone.h"

/* The causes of a finding as Ishikawa draws them; the list that follows has them in words. */

#define LINE 10.0

typedef struct
{
  char   *effect;
  GArray *branches; /* (element-type CapCauseBranch) */
} Causes;

static void
causes_free (Causes *self)
{
  g_array_unref (self->branches);
  g_free (self->effect);
  g_free (self);
}

static Causes *
causes_new (const CapDossier *dossier,
            const CapRecord  *finding)
{
  const char *fact = cap_record_get (finding, CAP_FINDING_FACT);
  Causes *self = g_new0 (Causes, 1);

  self->effect = fact != NULL ? cap_report_dup_typography (fact) : g_strdup ("–");
  self->branches = cap_finding_list_branches (dossier, finding);

  return self;
}

static CapPdfStyle
get_style (CapPdfFace face)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_NOTE);

  style.face = face;
  style.leading = LINE;
  style.color = CAP_REPORT_INK;

  return style;
}

/* How many lines the longest branch takes at that width. */
static guint
count_lines (CapPdf       *pdf,
             const Causes *causes,
             double        width)
{
  const CapPdfStyle style = get_style (CAP_PDF_FACE_REGULAR);
  g_autoptr(CapFishbone) fishbone = cap_fishbone_new (causes->branches->len, width, 100, LINE);
  guint most = 0;

  for (guint i = 0; i < causes->branches->len; i++)
    {
      const CapFishboneBone *bone = &g_array_index (fishbone->bones, CapFishboneBone, i);
      const CapCauseBranch *branch = &g_array_index (causes->branches, CapCauseBranch, i);
      g_autofree char *text = cap_report_dup_typography (branch->text);
      g_autoptr(CapPdfText) lines = cap_pdf_text_new (pdf, &style, bone->text.width, text);

      most = MAX (most, cap_pdf_text_get_n_lines (lines));
    }

  return most;
}

static CapRect
move (const CapRect *rect,
      CapPoint       corner)
{
  return (CapRect) { rect->x + corner.x, rect->y + corner.y, rect->width, rect->height };
}

static CapPoint
shift (CapPoint point,
       CapPoint corner)
{
  return (CapPoint) { point.x + corner.x, point.y + corner.y };
}

static void
draw_bone (CapPdf                *pdf,
           const CapFishboneBone *bone,
           const CapCauseBranch  *branch,
           CapPoint               corner)
{
  const CapPdfPen pen = { CAP_PDF_NO_COLOR, CAP_REPORT_ACCENT, 0.9, 0 };
  CapPdfStyle plain = get_style (CAP_PDF_FACE_REGULAR);
  CapPdfStyle strong = get_style (CAP_PDF_FACE_BOLD);
  const CapRect label = move (&bone->label, corner);
  const CapRect area = move (&bone->text, corner);
  g_autofree char *text = cap_report_dup_typography (branch->text);

  plain.align = CAP_PDF_ALIGN_RIGHT;
  strong.align = CAP_PDF_ALIGN_RIGHT;
  cap_pdf_draw_line (pdf, &pen, shift (bone->end, corner), shift (bone->joint, corner));
  cap_pdf_draw_text (pdf, &strong, &label, branch->label);
  cap_pdf_draw_text (pdf, &plain, &area, text);
}

static void
draw_cb (CapPdfFlow    *flow,
         gconstpointer  data)
{
  const Causes *causes = data;
  const CapPdfPen spine = { CAP_PDF_NO_COLOR, CAP_REPORT_ACCENT, 1.6, 0 };
  const CapPdfPen box = { CAP_REPORT_PALE, CAP_REPORT_ACCENT, 0.8, 0 };
  CapPdf *pdf = cap_pdf_flow_get_pdf (flow);
  const CapRect *frame = cap_pdf_flow_get_frame (flow);
  const CapPdfStyle style = get_style (CAP_PDF_FACE_REGULAR);
  const double height = cap_fishbone_get_height (count_lines (pdf, causes, frame->width), LINE);
  g_autoptr(CapFishbone) fishbone = cap_fishbone_new (causes->branches->len, frame->width, height, LINE);
  const CapPoint corner = { frame->x, cap_pdf_flow_take (flow, height + LINE) };
  const CapRect area = move (&fishbone->effect, corner);

  cap_pdf_begin_figure (pdf, _("The causes and their effect; the list that follows has them."));
  cap_pdf_draw_line (pdf, &spine, shift (fishbone->tail, corner), shift (fishbone->head, corner));
  cap_pdf_draw_rect (pdf, &box, &area, 3);
  cap_pdf_draw_text (pdf, &style, &(CapRect) { area.x + 6, area.y + 5, area.width - 12, 0 }, causes->effect);
  for (guint i = 0; i < causes->branches->len; i++)
    draw_bone (pdf, &g_array_index (fishbone->bones, CapFishboneBone, i),
               &g_array_index (causes->branches, CapCauseBranch, i), corner);
  cap_pdf_end_tag (pdf);
}

/* Draws the causes of a finding where some come from somewhere: the whys alone are a list. */
void
cap_audit_add_causes_figure (CapAudit        *self,
                             const CapRecord *finding)
{
  Causes *causes = causes_new (self->dossier, finding);

  cap_doc_keep (self->doc, causes, (GDestroyNotify) causes_free);
  if (causes->branches->len > 0)
    cap_doc_add_figure (self->doc, draw_cb, causes,
                        _("The causes and their effect; the list that follows has them."), 0);
}
