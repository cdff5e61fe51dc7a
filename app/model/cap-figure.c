/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-figure.h"

static void
cell_clear (CapFigureCell *self)
{
  g_free (self->text);
  g_free (self->brief);
}

static void
row_free (CapFigureRow *self)
{
  g_free (self->code);
  g_free (self->label);
  g_free (self->group);
  g_free (self->detail);
  g_free (self->name);
  g_array_unref (self->cells);
  g_free (self);
}

CapFigure *
cap_figure_new (CapFigureKind  kind,
                const char    *title,
                double         maximum)
{
  CapFigure *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (CapFigure, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->title = g_strdup (title);
  self->maximum = maximum;
  self->scale = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  return self;
}

CapFigure *
cap_figure_ref (CapFigure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
cap_figure_unref (CapFigure *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->reading);
  g_free (self->note);
  g_ptr_array_unref (self->scale);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gboolean
is_same_row (const CapFigureRow *row,
             const CapFigureRow *other)
{
  if (row->flags != other->flags || row->cells->len != other->cells->len ||
      g_strcmp0 (row->code, other->code) != 0 || g_strcmp0 (row->label, other->label) != 0 ||
      g_strcmp0 (row->group, other->group) != 0 || g_strcmp0 (row->detail, other->detail) != 0 ||
      g_strcmp0 (row->name, other->name) != 0)
    return FALSE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const CapFigureCell *one = &g_array_index (row->cells, CapFigureCell, i);
      const CapFigureCell *two = &g_array_index (other->cells, CapFigureCell, i);

      if (one->value < two->value || one->value > two->value || g_strcmp0 (one->text, two->text) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_list (const GPtrArray *list,
              const GPtrArray *other)
{
  if (list->len != other->len)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (list, i), g_ptr_array_index (other, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether both show and say the same. */
gboolean
cap_figure_equal (const CapFigure *self,
                  const CapFigure *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  if (self->kind != other->kind || self->rows->len != other->rows->len ||
      g_strcmp0 (self->title, other->title) != 0 || g_strcmp0 (self->reading, other->reading) != 0 ||
      g_strcmp0 (self->note, other->note) != 0 || !is_same_list (self->columns, other->columns) ||
      !is_same_list (self->scale, other->scale))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (!is_same_row (g_ptr_array_index (self->rows, i), g_ptr_array_index (other->rows, i)))
        return FALSE;
    }

  return TRUE;
}

static void
copy_row (CapFigure          *self,
          const CapFigureRow *row)
{
  CapFigureRow *copy = cap_figure_add_row (self, row->code, row->label);

  copy->group = g_strdup (row->group);
  copy->detail = g_strdup (row->detail);
  copy->name = g_strdup (row->name);
  copy->flags = row->flags;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const CapFigureCell *cell = &g_array_index (row->cells, CapFigureCell, i);

      cap_figure_row_add_brief (copy, cell->value, cell->text, cell->brief);
    }
}

/**
 * cap_figure_slice:
 * @first: the first of its rows
 * @n_rows: how many
 *
 * Returns: (transfer full): the same figure with some of its rows only, for a
 *   page that does not hold more
 */
CapFigure *
cap_figure_slice (const CapFigure *self,
                  guint            first,
                  guint            n_rows)
{
  CapFigure *slice;

  g_return_val_if_fail (self != NULL && first + n_rows <= self->rows->len, NULL);

  slice = cap_figure_new (self->kind, self->title, self->maximum);
  slice->reading = g_strdup (self->reading);
  slice->note = g_strdup (self->note);
  for (guint i = 0; i < self->scale->len; i++)
    cap_figure_add_step (slice, g_ptr_array_index (self->scale, i));
  for (guint i = 0; i < self->columns->len; i++)
    cap_figure_add_column (slice, g_ptr_array_index (self->columns, i));
  for (guint i = 0; i < n_rows; i++)
    copy_row (slice, g_ptr_array_index (self->rows, first + i));

  return slice;
}

void
cap_figure_add_column (CapFigure  *self,
                       const char *title)
{
  g_return_if_fail (self != NULL && title != NULL);

  g_ptr_array_add (self->columns, g_strdup (title));
}

/* Names the next value of the scale. */
void
cap_figure_add_step (CapFigure  *self,
                     const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  g_ptr_array_add (self->scale, g_strdup (name));
}

/**
 * cap_figure_add_row:
 * @code: (nullable): of what is measured
 *
 * Returns: (transfer none): a new row, under the others
 */
CapFigureRow *
cap_figure_add_row (CapFigure  *self,
                    const char *code,
                    const char *label)
{
  CapFigureRow *row;

  g_return_val_if_fail (self != NULL && label != NULL, NULL);

  row = g_new0 (CapFigureRow, 1);
  row->code = g_strdup (code);
  row->label = g_strdup (label);
  row->cells = g_array_new (FALSE, FALSE, sizeof (CapFigureCell));
  g_array_set_clear_func (row->cells, (GDestroyNotify) cell_clear);
  g_ptr_array_add (self->rows, row);

  return row;
}

/* Fills the next cell of @row. */
void
cap_figure_row_add (CapFigureRow *row,
                    double        value,
                    const char   *text)
{
  cap_figure_row_add_brief (row, value, text, NULL);
}

void
cap_figure_row_add_brief (CapFigureRow *row,
                          double        value,
                          const char   *text,
                          const char   *brief)
{
  CapFigureCell cell;

  g_return_if_fail (row != NULL && text != NULL);

  cell = (CapFigureCell) { g_strdup (text), g_strdup (brief), value };
  g_array_append_val (row->cells, cell);
}

const CapFigureRow *
cap_figure_get_row (const CapFigure *self,
                    guint            index)
{
  g_return_val_if_fail (self != NULL && index < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, index);
}

const char *
cap_figure_get_column (const CapFigure *self,
                       guint            index)
{
  g_return_val_if_fail (self != NULL && index < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, index);
}

const CapFigureCell *
cap_figure_row_get (const CapFigureRow *row,
                    guint               column)
{
  g_return_val_if_fail (row != NULL && column < row->cells->len, NULL);

  return &g_array_index (row->cells, CapFigureCell, column);
}

/* A cell of a spreadsheet holds no tab and no end of line. */
static void
append_field (GString    *text,
              const char *field)
{
  g_autofree char *copy = g_strdup (field);

  g_string_append (text, g_strdelimit (copy, "\t\r\n", ' '));
}

/**
 * cap_figure_dup_tsv:
 *
 * Returns: (transfer full): the numbers as a spreadsheet takes them when they
 *   are pasted: a line per row, a tab between two cells
 */
char *
cap_figure_dup_tsv (const CapFigure *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  append_field (text, self->title);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_string_append_c (text, '\t');
      append_field (text, cap_figure_get_column (self, i));
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (self, i);

      g_string_append_c (text, '\n');
      append_field (text, row->label);
      for (guint j = 0; j < row->cells->len; j++)
        {
          g_string_append_c (text, '\t');
          append_field (text, g_array_index (row->cells, CapFigureCell, j).text);
        }
    }
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

const char *
cap_figure_kind_to_name (CapFigureKind kind)
{
  static const char * const names[CAP_N_FIGURE_KINDS] = {
    [CAP_FIGURE_EMBLEM] = "emblem",
    [CAP_FIGURE_BARS] = "bars",
    [CAP_FIGURE_LEVELS] = "levels",
    [CAP_FIGURE_HEAT] = "heat",
    [CAP_FIGURE_VOICES] = "voices",
    [CAP_FIGURE_COURSE] = "course",
  };

  g_return_val_if_fail (kind < CAP_N_FIGURE_KINDS, NULL);

  return names[kind];
}
