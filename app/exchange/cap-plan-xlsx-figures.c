/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "exchange/cap-plan-xlsx-private.h"
#include "plan/cap-plan-figures.h"

enum { COL_NAME, COL_FIRST, COL_SECOND, COL_THIRD, COL_DEFINITION };

/* What comes next on the sheet. */
typedef struct
{
  const CapPlanBook *book;
  lxw_worksheet     *sheet;
  lxw_row_t          row;
} Spot;

static void
write_header (Spot       *spot,
              const char *name,
              const char *first,
              const char *second,
              const char *third,
              const char *definition)
{
  const char *titles[] = { name, first, second, third, definition };

  spot->row++;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    cap_plan_book_write_text (spot->sheet, spot->row, (lxw_col_t) i, titles[i], spot->book->header);
  spot->row++;
}

static void
write_name (Spot       *spot,
            const char *name)
{
  cap_plan_book_write_text (spot->sheet, spot->row, COL_NAME, name, spot->book->text);
}

/* @number: negative when there is nothing to count. */
static void
write_figure (Spot          *spot,
              CapPlanFigure  figure,
              const char    *unit,
              int            number)
{
  g_autofree char *name = g_strconcat (cap_plan_figure_get_label (figure), unit, NULL);

  write_name (spot, name);
  if (number >= 0)
    worksheet_write_number (spot->sheet, spot->row, COL_FIRST, number, spot->book->number);
  cap_plan_book_write_text (spot->sheet, spot->row, COL_DEFINITION, cap_plan_figure_get_definition (figure),
                            spot->book->text);
  spot->row++;
}

static void
write_numbers (Spot        *spot,
               const guint *numbers,
               guint        n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    worksheet_write_number (spot->sheet, spot->row, (lxw_col_t) (COL_FIRST + i), numbers[i],
                            spot->book->number);
  spot->row++;
}

static void
write_counts (Spot                 *spot,
              const CapPlanFigures *figures)
{
  write_header (spot, C_("spreadsheet", "Figure"), C_("spreadsheet", "Value"), NULL, NULL,
                C_("spreadsheet", "How it is counted"));
  write_figure (spot, CAP_FIGURE_OPEN, "", (int) figures->open);
  write_figure (spot, CAP_FIGURE_LATE, "", (int) figures->late);
  write_figure (spot, CAP_FIGURE_ON_TIME, C_("spreadsheet", " (%)"), figures->on_time_percent);
  write_figure (spot, CAP_FIGURE_DELAY, C_("spreadsheet", " (days)"), figures->delay);

  write_header (spot, cap_plan_figure_get_label (CAP_FIGURE_STATES), C_("spreadsheet", "Value"), NULL, NULL,
                cap_plan_figure_get_definition (CAP_FIGURE_STATES));
  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    {
      write_name (spot, cap_action_state_get_label ((CapActionState) i));
      write_numbers (spot, &figures->by_state[i], 1);
    }
}

static void
write_themes (Spot                 *spot,
              const CapPlanFigures *figures)
{
  write_header (spot, cap_plan_figure_get_label (CAP_FIGURE_THEMES), C_("spreadsheet", "Open"),
                C_("spreadsheet", "Late"), C_("spreadsheet", "Closed"),
                cap_plan_figure_get_definition (CAP_FIGURE_THEMES));
  for (guint i = 0; i < figures->themes->len; i++)
    {
      const CapPlanTheme *theme = g_ptr_array_index (figures->themes, i);

      write_name (spot, cap_plan_theme_get_label (theme));
      write_numbers (spot, (guint[]) { theme->open, theme->late, theme->closed }, 3);
    }
}

static void
write_loads (Spot                 *spot,
             const CapPlanFigures *figures)
{
  write_header (spot, cap_plan_figure_get_label (CAP_FIGURE_OWNERS), C_("spreadsheet", "Open"),
                C_("spreadsheet", "Late"), C_("spreadsheet", "Days"),
                cap_plan_figure_get_definition (CAP_FIGURE_OWNERS));
  for (guint i = 0; i < figures->loads->len; i++)
    {
      const CapPlanLoad *load = g_ptr_array_index (figures->loads, i);

      write_name (spot, cap_plan_load_get_label (load));
      worksheet_write_number (spot->sheet, spot->row, COL_THIRD, (double) load->days_hundredths / 100,
                              spot->book->number);
      write_numbers (spot, (guint[]) { load->open, load->late }, 2);
    }
}

static void
write_quarters (Spot                 *spot,
                const CapPlanFigures *figures)
{
  write_header (spot, cap_plan_figure_get_label (CAP_FIGURE_QUARTERS), C_("spreadsheet", "Verified"),
                C_("spreadsheet", "Effective"), C_("spreadsheet", "Abandoned"),
                cap_plan_figure_get_definition (CAP_FIGURE_QUARTERS));
  for (guint i = 0; i < CAP_N_PLAN_QUARTERS; i++)
    {
      const CapPlanQuarter *quarter = &figures->quarters[i];
      g_autofree char *label = cap_plan_quarter_dup_label (quarter);

      write_name (spot, label);
      write_numbers (spot, (guint[]) { quarter->verified, quarter->effective, quarter->abandoned }, 3);
    }
}

static void
write_title (Spot *spot)
{
  g_autofree char *day = cap_date_format_long (spot->book->today);
  g_autofree char *text = NULL;

  /* Translators: %s is a date */
  text = g_strdup_printf (_("The plan on %s"), day);
  worksheet_set_column (spot->sheet, COL_NAME, COL_NAME, 44, spot->book->text);
  worksheet_set_column (spot->sheet, COL_FIRST, COL_THIRD, 12, spot->book->number);
  worksheet_set_column (spot->sheet, COL_DEFINITION, COL_DEFINITION, 70, spot->book->text);
  cap_plan_book_write_text (spot->sheet, spot->row++, COL_NAME, text, spot->book->title);
}

/* The figures that the screen and the documents show, with their definitions. */
void
cap_plan_book_write_figures (const CapPlanBook *self)
{
  const CapFramework *framework = cap_dossier_get_current (self->dossier)->framework;
  g_autoptr(CapPlanFigures) figures = cap_plan_figures_new (self->dossier->actions, framework, self->today);
  Spot spot = { self, cap_plan_book_add_sheet (self, C_("spreadsheet", "Figures")), 0 };

  write_title (&spot);
  write_counts (&spot, figures);
  write_themes (&spot, figures);
  write_loads (&spot, figures);
  write_quarters (&spot, figures);
}
