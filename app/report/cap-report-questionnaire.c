/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#define THEME_ROOM 400.0 /* a theme may start where this is left */

static const CapPdfPen line_pen = { CAP_PDF_NO_COLOR, CAP_REPORT_RULE, 0.6, 0 };
static const CapPdfPen accent_pen = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
static const CapPdfPen pale_pen = { CAP_REPORT_PALE, CAP_PDF_NO_COLOR, 0, 0 };

/* A line to write on, after its label. */
static double
draw_field (CapReport  *self,
            double      y,
            const char *label)
{
  double right = CAP_REPORT_LEFT + 330;

  cap_report_draw (self, CAP_REPORT_TYPE_NOTE, CAP_PDF_TAG_PARAGRAPH,
                   &(CapRect) { CAP_REPORT_LEFT, y, 110, 0 },
                   label);
  cap_pdf_draw_line (self->pdf, &line_pen, (CapPoint) { CAP_REPORT_LEFT + 112, y + 11 },
                     (CapPoint) { right, y + 11 });

  return y + 28;
}

static void
add_cover (CapReport *self)
{
  double y = 480;

  cap_report_add_cover (self, _("To fill by hand, together, before the answers are entered"));
  y = draw_field (self, y, _("Date of the meeting"));
  y = draw_field (self, y, _("Led by"));
  y = draw_field (self, y, _("Participants"));
  for (guint i = 0; i < 3; i++)
    y = draw_field (self, y, "");
}

/* One of the levels: its number in a square, its name, what can be seen, what proves it. */
static void
add_level (CapReport      *self,
           const CapLevel *level)
{
  CapPdfStyle digit = *cap_report_style (CAP_REPORT_TYPE_SECTION);
  g_autofree char *text = g_strdup_printf ("%d", level->number);
  double x = CAP_REPORT_LEFT + 46;
  double width = CAP_REPORT_WIDTH - 46;
  double y = cap_pdf_flow_take (self->flow, 58);

  digit.color = CAP_REPORT_WHITE;
  digit.align = CAP_PDF_ALIGN_CENTER;
  cap_pdf_draw_rect (self->pdf, &accent_pen, &(CapRect) { CAP_REPORT_LEFT, y, 30, 30 }, 0);
  cap_report_write (self, &digit, &(CapRect) { CAP_REPORT_LEFT, y + 6, 30, 0 }, text);
  y += cap_report_draw (self, CAP_REPORT_TYPE_STRONG, CAP_PDF_TAG_PARAGRAPH,
                        &(CapRect) { x, y - 1, width, 0 },
                        level->label);
  y += cap_report_draw (self, CAP_REPORT_TYPE_BODY, CAP_PDF_TAG_PARAGRAPH, &(CapRect) { x, y - 1, width, 0 },
                        level->descriptor);
  cap_report_draw (self, CAP_REPORT_TYPE_NOTE, CAP_PDF_TAG_PARAGRAPH, &(CapRect) { x, y, width, 0 },
                   level->evidence);
}

static void
add_instructions (CapReport *self)
{
  const CapPdfStyle *body = cap_report_style (CAP_REPORT_TYPE_BODY);
  const CapRules *levels = &self->framework->rules;
  /* Translators: a level */
  g_autofree char *grounds = g_strdup_printf (_("Write in a few words what you relied on: a document,"
                                                " a figure, a practice that everybody knows. From level %d"
                                                " on, name the evidence."), levels->evidence_from);
  /* Translators: a level */
  g_autofree char *core = g_strdup_printf (_("A core criterion is marked CORE. It concerns every structure;"
                                             " below level %d it is a priority, whatever the mean."),
                                           levels->core_minimum);
  const char *rules[] = {
    _("Choose the highest level at which everything that is described is true today. If you hesitate "
      "between two levels, take the lower one and write down what is missing for the next."),
    grounds,
    core,
    _("Tick “Not concerned” only if the criterion has no object in your structure, and say why."),
  };

  cap_report_add_title (self, _("How to answer"));
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_LEAD),
                              _("Read each question aloud, let everyone think, compare, then agree on one "
                                "level."));
  cap_pdf_flow_skip (self->flow, 22);
  for (guint i = 0; i < self->framework->levels->len; i++)
    add_level (self, g_ptr_array_index (self->framework->levels, i));
  cap_pdf_flow_skip (self->flow, 14);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      cap_pdf_flow_add_paragraph (self->flow, body, rules[i]);
      cap_pdf_flow_skip (self->flow, 7);
    }
}

static guint
count_criteria (const CapThemeResult *theme)
{
  return theme->score.coverage.applicable;
}

/* A theme opens with a band: its letter, its name, its objectives. */
static void
add_theme_band (CapReport            *self,
                const CapThemeResult *theme)
{
  CapPdfStyle letter = *cap_report_style (CAP_REPORT_TYPE_FIGURE);
  g_autofree char *count = g_strdup_printf (ngettext ("%u criterion", "%u criteria", count_criteria (theme)),
                                            count_criteria (theme));
  g_autofree char *title = g_strdup_printf ("%s – %s", theme->theme->code, theme->theme->label);
  double height = 128;
  double y;

  if (cap_pdf_flow_get_remaining (self->flow) < THEME_ROOM)
    cap_pdf_flow_break_page (self->flow);
  cap_pdf_flow_skip (self->flow, 50);
  y = cap_pdf_flow_take (self->flow, height);
  letter.face = CAP_PDF_FACE_BLACK;
  letter.size = 92;
  letter.leading = 92;
  letter.color = CAP_REPORT_WHITE;
  letter.align = CAP_PDF_ALIGN_CENTER;

  cap_pdf_draw_rect (self->pdf, &pale_pen, &(CapRect) { CAP_REPORT_LEFT, y, CAP_REPORT_WIDTH, height }, 0);
  cap_pdf_draw_rect (self->pdf, &accent_pen, &(CapRect) { CAP_REPORT_LEFT, y, 108, height }, 0);
  cap_pdf_begin_decoration (self->pdf);
  cap_pdf_draw_text (self->pdf, &letter, &(CapRect) { CAP_REPORT_LEFT, y + 17, 108, 0 }, theme->theme->code);
  cap_pdf_end_decoration (self->pdf);

  cap_pdf_add_bookmark (self->pdf, 0, title, y);
  y += 24;
  y += cap_report_draw (self, CAP_REPORT_TYPE_TITLE, CAP_PDF_TAG_HEADING_1,
                        &(CapRect) { CAP_REPORT_LEFT + 128, y, 330, 0 }, theme->theme->label);
  y += cap_report_draw (self, CAP_REPORT_TYPE_BODY, CAP_PDF_TAG_PARAGRAPH,
                        &(CapRect) { CAP_REPORT_LEFT + 128, y + 4, 320, 0 }, theme->theme->summary);
  cap_report_draw (self, CAP_REPORT_TYPE_NOTE, CAP_PDF_TAG_PARAGRAPH,
                   &(CapRect) { CAP_REPORT_LEFT + 128, y + 8, 320, 0 }, count);
}

static void
add_objective (CapReport                *self,
               const CapObjectiveResult *objective)
{
  g_autofree char *title = g_strdup_printf ("%s\u2002%s", objective->objective->code,
                                            objective->objective->label);

  cap_report_add_section (self, title, objective->objective->code);
  for (guint i = 0; i < objective->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (objective->criteria, i);

      if (cap_report_is_in_scope (result))
        cap_report_add_question (self, result);
    }
}

static void
add_glossary (CapReport *self)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < self->framework->levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (self->framework->levels, i);

      g_ptr_array_add (texts, level->label);
      g_ptr_array_add (texts, level->descriptor);
      g_ptr_array_add (texts, level->evidence);
    }
  cap_report_list_wording (self, TRUE, texts);
  cap_report_add_glossary (self, texts);
}

void
cap_report_questionnaire_fill (CapReport *self)
{
  const GPtrArray *themes = self->input->photograph->all_themes;

  add_cover (self);
  add_instructions (self);
  cap_pdf_flow_break_page (self->flow);
  for (guint i = 0; i < themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (themes, i);

      if (count_criteria (theme) == 0)
        continue;

      add_theme_band (self, theme);
      for (guint j = 0; j < theme->objectives->len; j++)
        if (cap_report_count_in_scope (g_ptr_array_index (theme->objectives, j)) > 0)
          add_objective (self, g_ptr_array_index (theme->objectives, j));
    }

  cap_pdf_flow_skip (self->flow, 30);
  cap_report_add_note (self, self->framework->notice);
  add_glossary (self);
}
