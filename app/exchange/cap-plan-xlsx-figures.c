/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "exchange/cap-plan-xlsx-private.h"

enum { COL_NAME, COL_FIRST, COL_SECOND, COL_THIRD, COL_DEFINITION };

/* Of a theme, or of somebody. */
typedef struct
{
  const char *name;
  guint       open;
  guint       late;
  guint       closed;
} Group;

/* What the sheet counts. */
typedef struct
{
  guint by_state[CAP_N_ACTION_STATES];
  guint late;
  guint with_due; /* carried out, that had a due date */
  guint on_time;
  guint delayed;
  guint days;     /* of delay, in all */
} Counts;

/* What comes next on the sheet. */
typedef struct
{
  const CapPlanBook *book;
  lxw_worksheet     *sheet;
  lxw_row_t          row;
} Spot;

static void
count_action (Counts          *counts,
              const CapAction *action,
              const char      *today)
{
  gboolean is_late = cap_action_is_late (action, today);
  int due;
  int end;

  counts->by_state[action->state]++;
  counts->late += is_late ? 1 : 0;
  if (!cap_date_to_days (action->due, &due) || !cap_date_to_days (is_late ? today : action->done, &end))
    return;

  counts->with_due += is_late ? 0 : 1;
  counts->on_time += !is_late && end <= due ? 1 : 0;
  if (end > due)
    {
      counts->delayed++;
      counts->days += (guint) (end - due);
    }
}

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
write_figure (Spot       *spot,
              const char *name,
              gboolean    is_known,
              double      number,
              const char *definition)
{
  cap_plan_book_write_text (spot->sheet, spot->row, COL_NAME, name, spot->book->text);
  if (is_known)
    worksheet_write_number (spot->sheet, spot->row, COL_FIRST, number, spot->book->number);
  cap_plan_book_write_text (spot->sheet, spot->row, COL_DEFINITION, definition, spot->book->text);
  spot->row++;
}

static void
write_counts (Spot         *spot,
              const Counts *counts)
{
  write_header (spot, C_("spreadsheet", "Figure"), C_("spreadsheet", "Value"), NULL, NULL,
                C_("spreadsheet", "How it is counted"));
  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    write_figure (spot, cap_action_state_get_label ((CapActionState) i), TRUE, counts->by_state[i], "");
  write_figure (spot, C_("spreadsheet", "Late"), TRUE, counts->late,
                _("Still to be carried out, and the due date is over."));
  write_figure (spot, C_("spreadsheet", "On time (%)"), counts->with_due > 0,
                counts->with_due > 0 ? 100.0 * counts->on_time / counts->with_due : 0,
                _("Of the actions carried out that had a due date, those done on that day at the latest."));
  write_figure (spot, C_("spreadsheet", "Mean delay (days)"), counts->delayed > 0,
                counts->delayed > 0 ? (double) counts->days / counts->delayed : 0,
                _("From the due date to the day it was done, or to today, for the actions done late and "
                  "those that are late."));
}

static void
add_to_group (GPtrArray       *groups,
              const char      *name,
              const CapAction *action,
              const char      *today)
{
  Group *group = NULL;

  for (guint i = 0; i < groups->len && group == NULL; i++)
    {
      Group *at = g_ptr_array_index (groups, i);

      group = g_strcmp0 (at->name, name) == 0 ? at : NULL;
    }
  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->name = name;
      g_ptr_array_add (groups, group);
    }

  group->open += cap_action_is_open (action) ? 1 : 0;
  group->late += cap_action_is_late (action, today) ? 1 : 0;
  group->closed += cap_action_is_open (action) ? 0 : 1;
}

static gboolean
has_criterion (const CapTheme *theme,
               const char     *code)
{
  for (guint i = 0; i < theme->objectives->len; i++)
    {
      const CapObjective *objective = g_ptr_array_index (theme->objectives, i);

      for (guint j = 0; j < objective->criteria->len; j++)
        {
          if (g_str_equal (((const CapCriterion *) g_ptr_array_index (objective->criteria, j))->code, code))
            return TRUE;
        }
    }

  return FALSE;
}

/* Of its first criterion. */
static const char *
find_theme (const CapAction    *action,
            const CapFramework *framework)
{
  const char *code = cap_action_get_criterion (action);

  for (guint i = 0; code != NULL && i < framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (framework->themes, i);

      if (has_criterion (theme, code))
        return theme->label;
    }

  return NULL;
}

static void
write_groups (Spot            *spot,
              const GPtrArray *groups,
              const char      *title,
              const char      *nameless)
{
  write_header (spot, title, C_("spreadsheet", "Open"), C_("spreadsheet", "Late"),
                C_("spreadsheet", "Closed"), NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);
      const guint figures[] = { group->open, group->late, group->closed };

      cap_plan_book_write_text (spot->sheet, spot->row, COL_NAME,
                                group->name != NULL ? group->name : nameless, spot->book->text);
      for (guint j = 0; j < G_N_ELEMENTS (figures); j++)
        worksheet_write_number (spot->sheet, spot->row, (lxw_col_t) (COL_FIRST + j), figures[j],
                                spot->book->number);
      spot->row++;
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

/* The figures of the plan, counted here and nowhere else in the workbook. */
void
cap_plan_book_write_figures (const CapPlanBook *self)
{
  const CapFramework *framework = cap_dossier_get_current (self->dossier)->framework;
  const GPtrArray *actions = self->dossier->actions;
  g_autoptr(GPtrArray) themes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) owners = g_ptr_array_new_with_free_func (g_free);
  Spot spot = { self, cap_plan_book_add_sheet (self, C_("spreadsheet", "Figures")), 0 };
  Counts counts = { { 0 } };

  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      count_action (&counts, action, self->today);
      add_to_group (themes, find_theme (action, framework), action, self->today);
      add_to_group (owners, action->owner, action, self->today);
    }

  write_title (&spot);
  write_counts (&spot, &counts);
  write_groups (&spot, themes, C_("spreadsheet", "By theme"), C_("spreadsheet", "No criterion"));
  write_groups (&spot, owners, C_("spreadsheet", "By owner"), C_("spreadsheet", "Nobody yet"));
}
