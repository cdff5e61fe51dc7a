/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"

/* A sheet for each action: all that the plan knows of it. */

#define HEAD_PAD     6.0
#define STATE_WIDTH  112.0
#define NUMBER_WIDTH 34.0
#define BOX_WIDTH    19.0
#define BOX_HEIGHT   14.0

static CapPdfText *
make_title (CapReport       *report,
            const CapAction *action)
{
  g_autofree char *title = cap_report_dup_typography (action->title);

  return cap_pdf_text_new (report->pdf, cap_report_style (CAP_REPORT_TYPE_SUBSECTION),
                           CAP_REPORT_WIDTH - NUMBER_WIDTH - STATE_WIDTH - 3 * HEAD_PAD, title);
}

/* The letters of the wheel: those that are behind are full, the present one too and edged; what was
 * abandoned is crossed out. */
static void
draw_wheel (CapReport      *report,
            double          x,
            double          y,
            CapActionState  state)
{
  const CapPdfPen line = { CAP_PDF_NO_COLOR, CAP_REPORT_INK, 0.9, 0 };
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_SMALL);
  gboolean abandoned = state == CAP_ACTION_ABANDONED;

  style.align = CAP_PDF_ALIGN_CENTER;
  for (guint i = 0; i <= CAP_ACTION_VERIFIED; i++)
    {
      gboolean full = !abandoned && i <= state;
      const CapPdfPen pen = { full ? CAP_REPORT_ACCENT : CAP_REPORT_WHITE, CAP_REPORT_ACCENT, 0.8, 0 };
      CapRect box = { x + i * (BOX_WIDTH + 3), y, BOX_WIDTH, BOX_HEIGHT };

      cap_pdf_draw_rect (report->pdf, &pen, &box, 2);
      style.face = i == state ? CAP_PDF_FACE_BLACK : CAP_PDF_FACE_REGULAR;
      style.color = full ? CAP_REPORT_WHITE : CAP_REPORT_GREY;
      cap_pdf_draw_text (report->pdf, &style, &(CapRect) { box.x, box.y + 1, BOX_WIDTH, 0 },
                         cap_action_state_get_phase (i));
    }
  if (abandoned)
    cap_pdf_draw_line (report->pdf, &line, (CapPoint) { x - 3, y + BOX_HEIGHT / 2 },
                       (CapPoint) { x + 4 * (BOX_WIDTH + 3), y + BOX_HEIGHT / 2 });
}

static void
draw_state (CapReport       *report,
            double           x,
            double           y,
            const CapAction *action)
{
  gboolean late = cap_action_is_late (action, report->input->date);
  const CapPdfSpan spans[] = {
    { cap_action_state_get_label (action->state), CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT },
    { late ? " · " : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { late ? _("late ▲") : "", CAP_PDF_FACE_BOLD, CAP_REPORT_INK },
  };
  g_autoptr(CapPdfText) text = cap_pdf_text_new_spans (report->pdf, cap_report_style (CAP_REPORT_TYPE_SMALL),
                                                       STATE_WIDTH, spans, G_N_ELEMENTS (spans));

  cap_pdf_begin_decoration (report->pdf);
  draw_wheel (report, x, y, action->state);
  cap_pdf_end_decoration (report->pdf);
  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_text_draw (text, x, y + BOX_HEIGHT + 3);
  cap_pdf_end_tag (report->pdf);
}

static void
draw_head (CapReport     *report,
           const CapRect *area,
           gconstpointer  data)
{
  const CapAction *action = data;
  const CapPdfPen ground = { CAP_REPORT_PALE, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen edge = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_SUBSECTION);
  g_autofree char *anchor = cap_report_dup_anchor (action);
  g_autofree char *number = g_strdup_printf ("%u", action->number);
  g_autofree char *title = g_strdup_printf ("%u\u2002%s", action->number, action->title);
  g_autoptr(CapPdfText) text = make_title (report, action);
  double x = area->x + HEAD_PAD;
  double y = area->y + HEAD_PAD;

  style.color = CAP_REPORT_ACCENT;
  cap_pdf_draw_rect (report->pdf, &ground, &(CapRect) { area->x, area->y, area->width, area->height - 3 }, 0);
  cap_pdf_draw_rect (report->pdf, &edge, &(CapRect) { area->x, area->y, area->width, 1.5 }, 0);
  cap_pdf_set_anchor (report->pdf, anchor, area->y);
  cap_pdf_add_bookmark (report->pdf, 1, title, area->y);
  cap_pdf_begin_tag (report->pdf, CAP_PDF_TAG_HEADING_2);
  cap_pdf_draw_text (report->pdf, &style, &(CapRect) { x, y, NUMBER_WIDTH, 0 }, number);
  cap_pdf_text_draw (text, x + NUMBER_WIDTH, y);
  cap_pdf_end_tag (report->pdf);
  draw_state (report, area->x + area->width - STATE_WIDTH, y + 1, action);
}

static void
add_head (CapReport       *report,
          CapReportSheet  *sheet,
          const CapAction *action)
{
  g_autoptr(CapPdfText) title = make_title (report, action);
  double height = MAX (cap_pdf_text_get_height (title), BOX_HEIGHT + 16);

  cap_report_sheet_add_piece (sheet, height + 2 * HEAD_PAD + 3, draw_head, action);
}

static void
add_day (CapReportSheet *sheet,
         const char     *label,
         const char     *date)
{
  g_autofree char *day = cap_report_dup_day (date);

  if (date != NULL)
    cap_report_sheet_add_fact (sheet, label, day);
}

static char *
dup_means (const CapAction *action)
{
  GString *text = g_string_new (NULL);

  if (action->days_hundredths != CAP_AMOUNT_UNSET)
    {
      g_autofree char *days = cap_number_format_thousandths ((gint64) action->days_hundredths * 10);

      /* Translators: a number of days of work, which may have decimals */
      g_string_append_printf (text, ngettext ("%s day", "%s days",
                                              cap_number_get_plural (action->days_hundredths)), days);
    }
  if (action->euros != CAP_AMOUNT_UNSET)
    {
      g_autofree char *euros = cap_number_format_thousandths ((gint64) action->euros * 1000);

      g_string_append_printf (text, "%s%s\u00A0€", text->len > 0 ? " · " : "", euros);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_worth (const CapReport *report,
           const CapAction *action)
{
  int impact = cap_action_get_impact (action, report->framework);
  int effort = cap_action_get_effort (action, report->framework);

  if (impact == 0 || effort == 0)
    return NULL;

  if (cap_report_is_quick (report, action))
    /* Translators: two marks out of 3 */
    return g_strdup_printf (_("impact %1$d/3, effort %2$d/3: quick win"), impact, effort);

  /* Translators: two marks out of 3 */
  return g_strdup_printf (_("impact %1$d/3, effort %2$d/3"), impact, effort);
}

static void
add_facts (CapReport       *report,
           CapReportSheet  *sheet,
           const CapAction *action)
{
  g_autofree char *contributors = g_strdelimit (g_strdup (action->contributors != NULL ? action->contributors
                                                                                       : ""), "\n", ',');
  g_auto(GStrv) functions = g_strsplit (contributors, ",", -1);
  g_autofree char *with = g_strjoinv (", ", functions);
  g_autofree char *means = dup_means (action);
  g_autofree char *worth = dup_worth (report, action);
  g_autofree char *start = cap_report_dup_day (action->start);
  g_autofree char *due = cap_report_dup_day (action->due);
  g_autofree char *levels = NULL;

  if (action->level != CAP_LEVEL_UNSET && action->target != CAP_LEVEL_UNSET)
    levels = g_strdup_printf ("%d → %d", action->level, action->target);

  cap_report_sheet_add_fact (sheet, _("Owner"), action->owner != NULL && action->owner[0] != '\0'
                             ? action->owner : _("to be found"));
  cap_report_sheet_add_fact (sheet, _("Kind"), cap_action_kind_get_label (action->kind));
  cap_report_sheet_add_fact (sheet, _("Start"), start);
  cap_report_sheet_add_fact (sheet, _("Due"), due);
  cap_report_sheet_add_fact (sheet, _("With"), with);
  cap_report_sheet_add_fact (sheet, _("Means"), means);
  cap_report_sheet_add_fact (sheet, _("Service called"), cap_report_get_service (report, action));
  cap_report_sheet_add_fact (sheet, _("Worth"), worth);
  cap_report_sheet_add_fact (sheet, _("Level, aimed at"), levels);
  add_day (sheet, _("In the plan since"), action->created);
  add_day (sheet, _("Last news"), action->news);
  add_day (sheet, _("Carried out"), action->done);
  add_day (sheet, action->state == CAP_ACTION_ABANDONED ? _("Abandoned on") : _("Closed on"), action->closed);
}

static void
add_origins (CapReport       *report,
             CapReportSheet  *sheet,
             const CapAction *action)
{
  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);
      const CapCriterion *criterion = origin->kind == CAP_ORIGIN_CRITERION
        ? cap_framework_find_criterion (report->framework, origin->code) : NULL;
      g_autofree char *text = NULL;

      if (criterion != NULL)
        text = g_strdup_printf ("%s %s – %s", cap_origin_kind_get_label (origin->kind), origin->code,
                                criterion->label);
      else
        text = g_strdup_printf ("%s %s", cap_origin_kind_get_label (origin->kind), origin->code);
      cap_report_sheet_add_row (sheet, i == 0 ? _("It comes from") : NULL, text);
    }
}

static void
add_steps (CapReportSheet  *sheet,
           const CapAction *action)
{
  for (guint i = 0; i < action->steps->len; i++)
    {
      const CapActionStep *step = g_ptr_array_index (action->steps, i);
      g_autofree char *text = g_strdup_printf ("%s %s", step->done ? "☑" : "☐", step->title);

      cap_report_sheet_add_row (sheet, i == 0 ? _("Steps") : NULL, text);
    }
}

static void
add_after (CapReport       *report,
           CapReportSheet  *sheet,
           const CapAction *action)
{
  gboolean first = TRUE;

  for (guint i = 0; action->after[i] != NULL; i++)
    {
      const CapAction *other = cap_dossier_find_action_by_id (report->input->dossier, action->after[i]);
      g_autofree char *anchor = NULL;
      g_autofree char *text = NULL;

      if (other == NULL)
        continue;

      anchor = cap_report_dup_anchor (other);
      text = g_strdup_printf ("%u – %s (%s)", other->number, other->title,
                              cap_action_state_get_label (other->state));
      cap_report_sheet_add_link (sheet, first ? _("After") : NULL, text, anchor);
      first = FALSE;
    }
}

static void
add_diary (CapReportSheet  *sheet,
           const CapAction *action)
{
  for (guint i = 0; i < action->notes->len; i++)
    {
      const CapActionNote *note = g_ptr_array_index (action->notes, i);
      g_autofree char *day = cap_report_dup_day (note->date);
      g_autofree char *text = g_strdup_printf ("%s – %s", day, note->text);

      cap_report_sheet_add_row (sheet, i == 0 ? _("Diary") : NULL, text);
    }
}

static void
add_sheet (CapReport       *report,
           const CapAction *action)
{
  g_autoptr(CapReportSheet) sheet = cap_report_sheet_new (report);
  const CapIndicator *indicator = cap_dossier_find_indicator (report->input->dossier, action->indicator);

  add_head (report, sheet, action);
  add_facts (report, sheet, action);
  cap_report_sheet_add_row (sheet, _("Description"), action->description);
  cap_report_sheet_add_row (sheet, _("Expected result"), action->expected);
  add_origins (report, sheet, action);
  add_after (report, sheet, action);
  add_steps (sheet, action);
  if (indicator != NULL)
    cap_report_sheet_add_indicator (sheet, indicator);
  add_diary (sheet, action);
  if (action->state == CAP_ACTION_ABANDONED)
    cap_report_sheet_add_row (sheet, _("Why abandoned"), action->reason);
  cap_report_sheet_add_check (sheet, action);
  cap_report_sheet_flow (sheet);
}

/* Adds the sheets, by number. */
void
cap_report_plan_add_sheets (CapReport *self)
{
  const GPtrArray *actions = self->input->dossier->actions;

  if (actions->len == 0)
    return;

  cap_report_add_title (self, _("The action sheets"));
  for (guint i = 0; i < actions->len; i++)
    add_sheet (self, g_ptr_array_index (actions, i));
}
