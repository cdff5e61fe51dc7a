/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

#include "chart/cap-fishbone.h"

/* The causes of a finding as Ishikawa draws them; the list that follows has them in words. */

#define LINE 10.0

/* A branch that has causes. */
typedef struct
{
  const char *label;
  GPtrArray  *causes; /* (element-type utf8): borrowed */
} Branch;

typedef struct
{
  const char *effect;
  GArray     *branches; /* (element-type Branch) */
} Causes;

static void
clear_branch (Branch *branch)
{
  g_ptr_array_unref (branch->causes);
}

static void
causes_free (Causes *self)
{
  g_array_unref (self->branches);
  g_free (self);
}

/* By where they come from; the whys are a chain, not a branch. */
static Causes *
causes_new (const CapDossier *dossier,
            const CapRecord  *finding)
{
  const CapField *field = &cap_register_get (CAP_REGISTER_FINDING_CAUSE)->fields[CAP_FINDING_CAUSE_BRANCH];
  g_autoptr(GPtrArray) records = NULL;
  Causes *self = g_new0 (Causes, 1);

  records = cap_dossier_list_parts (dossier, CAP_REGISTER_FINDING_CAUSE, finding->id);
  self->effect = cap_record_get (finding, CAP_FINDING_FACT);
  self->branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  g_array_set_clear_func (self->branches, (GDestroyNotify) clear_branch);
  for (const CapChoice *choice = field->choices; choice->name != NULL; choice++)
    {
      Branch branch = { gettext (choice->label), g_ptr_array_new () };

      for (guint i = 0; !g_str_equal (choice->name, "why") && i < records->len; i++)
        {
          const CapRecord *cause = g_ptr_array_index (records, i);

          if (cap_record_is (cause, CAP_FINDING_CAUSE_BRANCH, choice->name))
            g_ptr_array_add (branch.causes, (char *) cap_record_get (cause, CAP_FINDING_CAUSE_TEXT));
        }
      if (branch.causes->len > 0)
        g_array_append_val (self->branches, branch);
      else
        clear_branch (&branch);
    }

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

/* All the causes of a branch as one text: how many lines it takes at that width. */
static char *
dup_text (const Branch *branch)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < branch->causes->len; i++)
    {
      g_autofree char *cause = cap_report_dup_typography (g_ptr_array_index (branch->causes, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " ; " : "", cause);
    }

  return g_string_free (text, FALSE);
}

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
      g_autofree char *text = dup_text (&g_array_index (causes->branches, Branch, i));
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
           const Branch          *branch,
           CapPoint               corner)
{
  const CapPdfPen pen = { CAP_PDF_NO_COLOR, CAP_REPORT_ACCENT, 0.9, 0 };
  CapPdfStyle plain = get_style (CAP_PDF_FACE_REGULAR);
  CapPdfStyle strong = get_style (CAP_PDF_FACE_BOLD);
  const CapRect label = move (&bone->label, corner);
  const CapRect area = move (&bone->text, corner);
  g_autofree char *text = dup_text (branch);

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
  g_autofree char *effect = cap_report_dup_typography (causes->effect != NULL ? causes->effect : "–");
  const CapPoint corner = { frame->x, cap_pdf_flow_take (flow, height + LINE) };
  const CapRect area = move (&fishbone->effect, corner);

  cap_pdf_begin_figure (pdf, _("The causes and their effect; the list that follows has them."));
  cap_pdf_draw_line (pdf, &spine, shift (fishbone->tail, corner), shift (fishbone->head, corner));
  cap_pdf_draw_rect (pdf, &box, &area, 3);
  cap_pdf_draw_text (pdf, &style, &(CapRect) { area.x + 6, area.y + 5, area.width - 12, 0 }, effect);
  for (guint i = 0; i < causes->branches->len; i++)
    draw_bone (pdf, &g_array_index (fishbone->bones, CapFishboneBone, i),
               &g_array_index (causes->branches, Branch, i), corner);
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
