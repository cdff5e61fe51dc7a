/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

/* What the documents about the plan share of an action. */

#define GAUGE_HEIGHT 10.0

const CapCriterion *
cap_report_find_origin (const CapReport *self,
                        const CapAction *action)
{
  const char *code = cap_action_get_criterion (action);

  return code != NULL ? cap_framework_find_criterion (self->framework, code) : NULL;
}

/* Little effort for some impact, as for proposals. */
gboolean
cap_report_is_quick (const CapReport *self,
                     const CapAction *action)
{
  return cap_action_get_effort (action, self->framework) == 1 &&
         cap_action_get_impact (action, self->framework) >= 2;
}

/* The name of the sheet of an action, for links. */
char *
cap_report_dup_anchor (const CapAction *action)
{
  return g_strdup_printf ("action-%u", action->number);
}

/* (nullable): the name of the service that helps, its code when the framework has none. */
const char *
cap_report_get_service (const CapReport *self,
                        const CapAction *action)
{
  const CapService *service = action->service != NULL
    ? cap_framework_find_service (self->framework, action->service) : NULL;

  if (service != NULL)
    return service->label;

  return action->service != NULL && action->service[0] != '\0' ? action->service : NULL;
}

/* The four steps of the wheel, those that are reached on the colour. */
void
cap_report_draw_state (CapPdf        *pdf,
                       const CapRect *area,
                       int            state)
{
  const CapPdfPen empty = { CAP_REPORT_TINT, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen full = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };

  for (int i = 0; i <= CAP_ACTION_VERIFIED; i++)
    cap_pdf_draw_rect (pdf, i <= state && state != CAP_ACTION_ABANDONED ? &full : &empty,
                       &(CapRect) { area->x + i * 13, area->y + 3, 11.5, 4 }, 0);
}

void
cap_report_add_state_cell (CapPdfTable     *table,
                           const CapAction *action)
{
  const CapPdfSpan spans[] = {
    { cap_action_state_get_phase (action->state), CAP_PDF_FACE_BLACK, CAP_REPORT_ACCENT },
    { "\u2002", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { cap_action_state_get_label (action->state), CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
  };

  cap_pdf_table_add_drawing (table, GAUGE_HEIGHT, cap_report_draw_state, (int) action->state, spans,
                             G_N_ELEMENTS (spans));
}

void
cap_report_add_dates_cell (CapReport       *self,
                           CapPdfTable     *table,
                           const CapAction *action)
{
  g_autofree char *start = cap_report_dup_day (action->start);
  g_autofree char *due = cap_report_dup_day (action->due);
  gboolean late = cap_action_is_late (action, self->input->date);
  const CapPdfSpan spans[] = {
    { start, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
    { "\n", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { due, CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
    { late ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    /* Translators: an action whose date is over */
    { late ? _("late ▲") : "", CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
  };

  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
}
