/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-audit-private.h"

#include <glib/gi18n.h>

#include "quality/cap-risk-figures.h"
#include "report/cap-report-process-map.h"
#include "report/cap-report-risk-grid.h"

/* The figures of a dossier d’audit that are not those of the photograph: the risks in their grid, the map of
 * the processes. The tables that follow them have their figures.
 */

static void
draw_risks_cb (CapPdfFlow    *flow,
               gconstpointer  data)
{
  const GPtrArray *figures = data;
  const CapRect *frame = cap_pdf_flow_get_frame (flow);
  double y = cap_pdf_flow_take (flow, cap_report_get_risk_grids_height (frame->width));

  cap_report_draw_risk_grids (cap_pdf_flow_get_pdf (flow), figures, (CapPoint) { frame->x, y }, frame->width);
}

/* It lies on the page as the others do, and is never higher than one. */
static void
draw_map_cb (CapPdfFlow    *flow,
             gconstpointer  data)
{
  const CapDossier *dossier = data;
  CapRect frame = *cap_pdf_flow_get_frame (flow);
  g_autoptr(CapReportProcessMap) map = cap_report_process_map_new (cap_pdf_flow_get_pdf (flow), dossier,
                                                                   frame.width, frame.height);
  double y = cap_pdf_flow_take (flow, cap_report_process_map_get_height (map));

  cap_report_process_map_draw (map, (CapPoint) { frame.x, y }, "process-");
}

void
cap_audit_add_risk_figure (CapAudit *self)
{
  GPtrArray *figures = cap_risk_figures_list (self->dossier, self->input->date);

  cap_doc_keep (self->doc, figures, (GDestroyNotify) g_ptr_array_unref);
  cap_doc_add_figure (self->doc, draw_risks_cb, figures,
                      _("Risks and opportunities by likelihood and severity, before and after treatment; the "
                        "table below has their ratings."), 0);
}

void
cap_audit_add_map_figure (CapAudit *self)
{
  cap_doc_add_figure (self->doc, draw_map_cb, self->dossier,
                      _("The map of the processes; the table below says what each one does and feeds."), 0);
}
