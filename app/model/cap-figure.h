/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The value of a cell that has none. */
#define CAP_FIGURE_NONE (-1.0)

/**
 * CapFigureKind:
 * @CAP_FIGURE_EMBLEM: the score of each theme, 0 to 100; the time before in the second column
 * @CAP_FIGURE_BARS: the score of each objective, 0 to 100; the time before in the second column
 * @CAP_FIGURE_LEVELS: how many criteria are at each level: one column per level, then those without one
 * @CAP_FIGURE_HEAT: the level of each criterion, grouped by objective
 * @CAP_FIGURE_VOICES: the mean of the votes of each college, a column for each
 * @CAP_FIGURE_COURSE: the score of each theme, 0 to 100, a column per evaluation
 *
 * What is shown of results. Rows and columns mean what is said of each kind.
 */
typedef enum
{
  CAP_FIGURE_EMBLEM,
  CAP_FIGURE_BARS,
  CAP_FIGURE_LEVELS,
  CAP_FIGURE_HEAT,
  CAP_FIGURE_VOICES,
  CAP_FIGURE_COURSE,
} CapFigureKind;

#define CAP_N_FIGURE_KINDS (CAP_FIGURE_COURSE + 1)

/**
 * CapFigureFlags:
 * @CAP_FIGURE_PROVISIONAL: something below is still to answer
 * @CAP_FIGURE_CORE: of a core criterion
 * @CAP_FIGURE_WHOLE: the row of the whole, above its parts
 */
typedef enum
{
  CAP_FIGURE_PLAIN = 0,
  CAP_FIGURE_PROVISIONAL = 1 << 0,
  CAP_FIGURE_CORE = 1 << 1,
  CAP_FIGURE_WHOLE = 1 << 2,
} CapFigureFlags;

/**
 * CapFigureCell:
 * @text: the value as it is read
 * @brief: (nullable): the same where there is little room
 * @value: or %CAP_FIGURE_NONE
 */
typedef struct
{
  char   *text;
  char   *brief;
  double  value;
} CapFigureCell;

/**
 * CapFigureRow:
 * @code: (nullable): of what is measured: where a click leads
 * @group: (nullable): what it belongs to, such as “A1 – Faire vivre…”
 * @detail: (nullable): what comes under the label
 * @name: the row in one sentence, for whoever does not see the drawing
 * @cells: (element-type CapFigureCell): one per column
 */
typedef struct
{
  char           *code;
  char           *label;
  char           *group;
  char           *detail;
  char           *name;
  CapFigureFlags  flags;
  GArray         *cells;
} CapFigureRow;

/**
 * CapFigure:
 * @title: of the figure
 * @reading: what there is to read in it, in two sentences
 * @note: (nullable): how to look at the drawing
 * @maximum: the highest value that a cell may have; the lowest is 0
 * @scale: (element-type utf8): what the values are called, from 0 up, where they are steps
 * @columns: (element-type utf8)
 * @rows: (element-type CapFigureRow)
 *
 * A figure (*planche*): numbers, with a title and words. What is drawn, printed, read aloud and copied
 * is this table: a drawing never knows anything else. Whoever made it fills it; then it does not change.
 */
typedef struct
{
  CapFigureKind  kind;
  char          *title;
  char          *reading;
  char          *note;
  double         maximum;
  GPtrArray     *scale;
  GPtrArray     *columns;
  GPtrArray     *rows;

  /*< private >*/
  gatomicrefcount ref_count;
} CapFigure;

CapFigure           *cap_figure_new        (CapFigureKind        kind,
                                            const char          *title,
                                            double               maximum) G_GNUC_WARN_UNUSED_RESULT;
CapFigure           *cap_figure_ref        (CapFigure           *self);
void                 cap_figure_unref      (CapFigure           *self);
gboolean             cap_figure_equal      (const CapFigure     *self,
                                            const CapFigure     *other);
CapFigure           *cap_figure_slice      (const CapFigure     *self,
                                            guint                first,
                                            guint                n_rows) G_GNUC_WARN_UNUSED_RESULT;
void                 cap_figure_add_column (CapFigure           *self,
                                            const char          *title);
void                 cap_figure_add_step   (CapFigure           *self,
                                            const char          *name);
CapFigureRow        *cap_figure_add_row    (CapFigure           *self,
                                            const char          *code,
                                            const char          *label);
void                 cap_figure_row_add    (CapFigureRow        *row,
                                            double               value,
                                            const char          *text);
void                 cap_figure_row_add_brief (CapFigureRow     *row,
                                            double               value,
                                            const char          *text,
                                            const char          *brief);
const CapFigureRow  *cap_figure_get_row    (const CapFigure     *self,
                                            guint                index);
const char          *cap_figure_get_column (const CapFigure     *self,
                                            guint                index);
const CapFigureCell *cap_figure_row_get    (const CapFigureRow  *row,
                                            guint                column);
char                *cap_figure_dup_tsv    (const CapFigure     *self) G_GNUC_WARN_UNUSED_RESULT;
const char          *cap_figure_kind_to_name (CapFigureKind      kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapFigure, cap_figure_unref)

G_END_DECLS
