/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#define LEVEL_WIDTH  92.0
#define GAUGE_HEIGHT 10.0
#define THEME_ROOM   330.0 /* a theme may start where this is left */

/* The steps, when there is a level: how many there are and how many of them are full, in one number. */
static void
draw_level_cb (CapPdf        *pdf,
               const CapRect *area,
               int            steps)
{
  cap_report_draw_gauge (pdf, (CapPoint) { area->x, area->y + 3 }, MIN (area->width, 58),
                         steps % (CAP_LEVEL_LIMIT + 1), steps / (CAP_LEVEL_LIMIT + 1));
}

static void
add_level_cell (CapReport                *self,
                CapPdfTable              *table,
                const CapCriterionResult *result)
{
  g_autofree char *mark = cap_report_dup_mark (result);
  g_autofree char *level = cap_report_dup_level (self->framework, result);
  gboolean answered = result->state == CAP_CRITERION_ANSWERED;
  int steps = (self->framework->max_level - self->framework->min_level) * (CAP_LEVEL_LIMIT + 1) +
              result->level - self->framework->min_level;
  const CapPdfSpan spans[] = {
    { answered ? mark : "", CAP_PDF_FACE_BLACK, CAP_REPORT_ACCENT },
    { answered ? "\u2002" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { level, CAP_PDF_FACE_REGULAR, answered ? CAP_REPORT_INK : CAP_REPORT_GREY },
  };

  cap_pdf_table_add_drawing (table, answered ? GAUGE_HEIGHT : 0, answered ? draw_level_cb : NULL,
                             answered ? steps : 0,
                             spans, G_N_ELEMENTS (spans));
}

static void
add_criterion_cell (CapPdfTable              *table,
                    const CapCriterionResult *result)
{
  const CapPdfSpan spans[] = {
    { result->criterion->label, CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { result->core ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    /* Translators: a core criterion (socle), as a small mark */
    { result->core ? _("core") : "", CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT },
  };

  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
}

static void
append_evidence (GString           *text,
                 const CapEvidence *evidence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", evidence->title);
  if (evidence->reference != NULL && evidence->reference[0] != '\0')
    g_string_append_printf (text, " (%s)", evidence->reference);
}

/* The comment, or the reason, in roman; the evidence below in italics. */
static void
add_grounds_cell (CapReport                *self,
                  CapPdfTable              *table,
                  const CapCriterionResult *result)
{
  const CapAnswer *answer = cap_evaluation_get_answer (self->input->evaluation, result->criterion->code);
  g_autoptr(GString) evidence = g_string_new (NULL);
  g_autofree char *words = NULL;
  g_autofree char *proofs = NULL;

  if (answer == NULL)
    {
      cap_pdf_table_add_cell (table, "");
      return;
    }

  for (guint i = 0; answer->evidence != NULL && i < answer->evidence->len; i++)
    append_evidence (evidence, g_ptr_array_index (answer->evidence, i));
  words = cap_report_dup_typography (answer->state == CAP_ANSWER_NOT_APPLICABLE
                                     ? answer->reason : answer->comment);
  proofs = cap_report_dup_typography (evidence->str);
  cap_pdf_table_add_spans (table, (CapPdfSpan[]) {
    { words, CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { words[0] != '\0' && proofs[0] != '\0' ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { proofs, CAP_PDF_FACE_ITALIC, CAP_REPORT_GREY },
  }, 3);
}

static void
add_criterion_row (CapReport                *self,
                   CapPdfTable              *table,
                   const CapCriterionResult *result)
{
  const CapPdfSpan code = { result->criterion->code, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT };

  cap_pdf_table_set_anchor (table, result->criterion->code);
  cap_pdf_table_add_spans (table, &code, 1);
  add_criterion_cell (table, result);
  add_level_cell (self, table, result);
  add_grounds_cell (self, table, result);
  cap_pdf_table_end_row (table);
}

static void
add_objective_rows (CapReport                *self,
                    CapPdfTable              *table,
                    const CapObjectiveResult *objective)
{
  g_autofree char *label = g_strdup_printf ("%s\u2002%s", objective->objective->code,
                                            objective->objective->label);
  g_autofree char *percent = cap_report_dup_percent (&objective->score);
  g_autofree char *detail = NULL;

  if (objective->acquired_level != CAP_LEVEL_UNSET)
    /* Translators: the score of an objective, then the lowest level of its core criteria */
    detail = g_strdup_printf (_("%s · core at level %d"), percent, objective->acquired_level);
  else
    detail = g_strdup (percent);

  cap_pdf_table_add_group (table, label, detail, objective->objective->code);
  for (guint i = 0; i < objective->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (objective->criteria, i);

      if (cap_report_is_in_scope (result))
        add_criterion_row (self, table, result);
    }
}

static CapPdfTable *
new_table (CapReport *self)
{
  const CapPdfColumn columns[] = {
    { _("Code"), 36, CAP_PDF_ALIGN_LEFT },
    { _("Criterion"), 156, CAP_PDF_ALIGN_LEFT },
    { _("Level"), LEVEL_WIDTH, CAP_PDF_ALIGN_LEFT },
    { _("Comment and evidence"), 0, CAP_PDF_ALIGN_LEFT },
  };

  return cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns),
                            cap_report_table_look ());
}

/* One part per theme: every criterion in scope with its level and its grounds. */
static void
add_theme (CapReport            *self,
           const CapThemeResult *theme)
{
  g_autoptr(CapPdfTable) table = new_table (self);
  g_autofree char *percent = cap_report_dup_percent (&theme->score);
  g_autofree char *coverage = cap_report_dup_coverage (&theme->score);
  g_autofree char *lead = g_strdup_printf ("%s – %s. %s", percent, coverage, theme->theme->summary);
  /* Translators: %s is the letter of a theme */
  g_autofree char *kicker = g_strdup_printf (_("THEME %s"), theme->theme->code);

  if (theme->score.coverage.applicable == 0)
    return;

  for (guint i = 0; i < theme->objectives->len; i++)
    {
      const CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, i);

      if (cap_report_count_in_scope (objective) > 0)
        add_objective_rows (self, table, objective);
    }

  cap_report_add_part (self, kicker, theme->theme->label, theme->theme->code, THEME_ROOM);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY), lead);
  cap_pdf_flow_skip (self->flow, 14);
  cap_pdf_flow_add_table (self->flow, table);
}

/* What the structure added for itself, after all that is the network's. */
static void
add_own (CapReport            *self,
         const CapThemeResult *own)
{
  add_theme (self, own);
  if (own->score.coverage.applicable > 0)
    cap_report_add_note (self, _("These criteria are the structure’s own: they are counted apart, in none of"
                                 " the scores of the network."));
}

/* What is to be looked at together, the most urgent first. */
typedef enum
{
  RANK_CORE_BELOW, /* then one for each level, from the lowest one */
  RANK_LEVELS,
} Rank;

static guint
get_rank (const CapFramework       *framework,
          const CapCriterionResult *result)
{
  const guint n_levels = framework->levels->len;

  switch (result->state)
    {
    case CAP_CRITERION_ANSWERED:
      return result->core && result->level < framework->rules.core_minimum
             ? RANK_CORE_BELOW : RANK_LEVELS + (guint) (result->level - framework->min_level);

    case CAP_CRITERION_UNANSWERED:
      return RANK_LEVELS + n_levels;

    case CAP_CRITERION_NOT_APPLICABLE:
      return RANK_LEVELS + n_levels + 1;

    case CAP_CRITERION_OUT_OF_SCOPE:
    default:
      return RANK_LEVELS + n_levels + 2;
    }
}

static char *
dup_rank_label (const CapFramework *framework,
                guint               rank)
{
  const guint n_levels = framework->levels->len;

  if (rank == RANK_CORE_BELOW)
    /* Translators: a level */
    return g_strdup_printf (_("Core criteria below level %d"), framework->rules.core_minimum);
  if (rank < RANK_LEVELS + n_levels)
    {
      const CapLevel *level = g_ptr_array_index (framework->levels, rank - RANK_LEVELS);

      /* Translators: a level, its name */
      return g_strdup_printf (_("Level %d: %s"), level->number, level->label);
    }

  return g_strdup (rank == RANK_LEVELS + n_levels ? _("Not answered") : _("Not concerned"));
}

static void
add_rank (CapReport   *self,
          CapPdfTable *table,
          guint        rank)
{
  g_autofree char *label = dup_rank_label (self->framework, rank);
  gboolean named = FALSE;

  for (guint i = 0; i < self->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->framework->criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (self->input->photograph,
                                                                        criterion->code);

      if (cap_criterion_is_local (criterion) || get_rank (self->framework, result) != rank)
        continue;
      if (!named)
        cap_pdf_table_add_group (table, label, NULL, NULL);
      named = TRUE;
      add_criterion_row (self, table, result);
    }
}

/* All the criteria, from what is to be mended first to what is the strongest. */
static void
add_by_priority (CapReport *self)
{
  g_autoptr(CapPdfTable) table = new_table (self);
  const guint n_ranks = RANK_LEVELS + self->framework->levels->len + 2;

  for (guint rank = 0; rank < n_ranks; rank++)
    add_rank (self, table, rank);
  cap_report_add_title (self, _("The criteria, from what to mend first"));
  cap_pdf_flow_add_table (self->flow, table);
}

/**
 * cap_report_add_criteria:
 *
 * Adds every criterion in scope with its level, its comment and its evidence,
 * in the order that the layout asks for.
 */
void
cap_report_add_criteria (CapReport *self)
{
  const GPtrArray *themes = self->input->photograph->themes;

  if (self->input->layout == CAP_LAYOUT_PRIORITY)
    add_by_priority (self);
  for (guint i = 0; i < themes->len && self->input->layout != CAP_LAYOUT_PRIORITY; i++)
    add_theme (self, g_ptr_array_index (themes, i));
  if (self->input->photograph->local != NULL)
    add_own (self, self->input->photograph->local);
}
