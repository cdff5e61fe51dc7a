/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#define WORD_WIDTH    156.0
#define PADDING       3.0   /* there are many rows */
#define GLOSSARY_ROOM 220.0 /* it may start where this is left */

/* The agreements that the cover names. */
static void
list_kinds (const CapReport *self,
            GPtrArray       *texts)
{
  GStrv kinds = self->input->dossier->member->kinds;

  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    {
      const CapTerm *term = cap_framework_find_term (self->framework->kinds, kinds[i]);

      g_ptr_array_add (texts, kinds[i]);
      if (term != NULL)
        g_ptr_array_add (texts, term->label);
    }
}

static void
list_objective (const CapObjectiveResult *objective,
                gboolean                  questions,
                GPtrArray                *texts)
{
  g_ptr_array_add (texts, objective->objective->label);
  for (guint i = 0; i < objective->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (objective->criteria, i);

      if (!cap_report_is_in_scope (result))
        continue;

      g_ptr_array_add (texts, result->criterion->label);
      if (questions)
        g_ptr_array_add (texts, result->criterion->question);
    }
}

/**
 * cap_report_list_wording:
 * @self: a document about the criteria in scope
 * @questions: whether it prints their questions too
 * @texts: (element-type utf8): where to add what it prints of its framework;
 *   borrowed
 */
void
cap_report_list_wording (const CapReport *self,
                         gboolean         questions,
                         GPtrArray       *texts)
{
  const GPtrArray *themes = self->input->photograph->themes;

  for (guint i = 0; i < themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (themes, i);

      if (theme->score.coverage.applicable == 0)
        continue;

      g_ptr_array_add (texts, theme->theme->label);
      g_ptr_array_add (texts, theme->theme->summary);
      for (guint j = 0; j < theme->objectives->len; j++)
        if (cap_report_count_in_scope (g_ptr_array_index (theme->objectives, j)) > 0)
          list_objective (g_ptr_array_index (theme->objectives, j), questions, texts);
    }
}

static void
add_entry (CapPdfTable            *table,
           const CapGlossaryEntry *entry)
{
  g_autofree char *text = cap_report_dup_typography (entry->text);
  g_autofree char *expansion = cap_report_dup_typography (entry->expansion != NULL ? entry->expansion : "");
  const CapPdfSpan spans[] = {
    { entry->term, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT },
    { expansion[0] != '\0' ? "\n" : "", CAP_PDF_FACE_REGULAR, CAP_REPORT_INK },
    { expansion, CAP_PDF_FACE_REGULAR, CAP_REPORT_GREY },
  };

  cap_pdf_table_add_spans (table, spans, G_N_ELEMENTS (spans));
  cap_pdf_table_add_cell (table, text);
  cap_pdf_table_end_row (table);
}

/**
 * cap_report_add_glossary:
 * @self: a document
 * @texts: (element-type utf8): what it prints of its framework, some of which
 *   may be %NULL
 *
 * Ends a document with what its words mean: those that @texts use, and nothing
 * when they use none.
 */
void
cap_report_add_glossary (CapReport *self,
                         GPtrArray *texts)
{
  const CapPdfColumn columns[] = {
    { _("Word"), WORD_WIDTH, CAP_PDF_ALIGN_LEFT },
    { _("What it means"), 0, CAP_PDF_ALIGN_LEFT },
  };
  CapPdfTableLook look = *cap_report_table_look ();
  g_autoptr(GPtrArray) used = NULL;
  g_autoptr(CapPdfTable) table = NULL;

  list_kinds (self, texts);
  used = cap_glossary_list_used (cap_framework_get_glossary (self->framework),
                                 (const char * const *) texts->pdata, texts->len);
  if (used->len == 0)
    return;

  look.pad_y = PADDING;
  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, G_N_ELEMENTS (columns), &look);
  for (guint i = 0; i < used->len; i++)
    add_entry (table, g_ptr_array_index (used, i));

  cap_report_add_part (self, NULL, _("Words and abbreviations"), NULL, GLOSSARY_ROOM);
  cap_report_add_note (self, _("What the words of the framework mean, as this document uses them."));
  cap_pdf_flow_skip (self->flow, 10);
  cap_pdf_flow_add_table (self->flow, table);
}
