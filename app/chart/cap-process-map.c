/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-process-map-private.h"

#include <math.h>

static const char * const band_names[CAP_N_PROCESS_BANDS] = { "management", "realisation", "support" };

static void
free_way (CapProcessWay *way)
{
  g_array_unref (way->points);
  g_free (way);
}

static CapProcessBox *
get_box (const CapProcessMap *self,
         guint                box)
{
  return &g_array_index (self->boxes, CapProcessBox, box);
}

static void
clear_channel (CapProcessChannel *channel)
{
  g_array_unref (channel->stubs);
  g_array_unref (channel->tracks);
}

static guint
list_boxes (CapProcessMap   *self,
            const GPtrArray *processes,
            CapProcessBand   band)
{
  guint rank = 0;

  for (guint i = 0; i < processes->len; i++)
    {
      CapProcessBox box = { .process = g_ptr_array_index (processes, i), .band = band };

      if (cap_process_get_band (box.process) != band)
        continue;

      box.rank = rank++;
      g_array_append_val (self->boxes, box);
    }

  return rank;
}

/* Rows as even as can be: five boxes where four would fit are three and two. */
static void
add_rows (CapProcessGrid *grid,
          CapProcessBand  band,
          guint           first,
          guint           n_boxes,
          guint           n_columns)
{
  const guint n_rows = MAX ((n_boxes + n_columns - 1) / n_columns, 1);
  guint done = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      CapProcessRow row = { .band = band, .first = first + done };

      row.n_boxes = (n_boxes - done + n_rows - i - 1) / (n_rows - i);
      done += row.n_boxes;
      g_array_append_val (grid->rows, row);
    }
}

static void
lay_rows_out (CapProcessMap  *self,
              CapProcessGrid *grid)
{
  const CapProcessMapStyle *style = &self->style;
  const double room = MAX (self->width - 2 * style->side_width - 2 * style->gap, style->min_width);
  double width = style->max_width;

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const guint n = MAX (g_array_index (grid->rows, CapProcessRow, i).n_boxes, 1);

      width = MIN (width, (room - (n - 1) * style->gap) / n);
    }

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const CapProcessRow *row = &g_array_index (grid->rows, CapProcessRow, i);
      const double left = (self->width - row->n_boxes * (width + style->gap) + style->gap) / 2;

      for (guint j = 0; j < row->n_boxes; j++)
        {
          CapProcessBox *box = get_box (self, row->first + j);

          box->row = i;
          box->column = j;
          box->rect.x = left + j * (width + style->gap);
          box->rect.width = width;
        }
    }
}

static CapProcessGrid
make_grid (CapProcessMap   *self,
           const GPtrArray *processes)
{
  const CapProcessMapStyle *style = &self->style;
  const double room = self->width - 2 * style->side_width - 2 * style->gap;
  const guint n_columns = (guint) MAX (floor ((room + style->gap) / (style->min_width + style->gap)), 1);
  CapProcessGrid grid = {
    g_array_new (FALSE, TRUE, sizeof (CapProcessRow)),
    g_array_new (FALSE, TRUE, sizeof (CapProcessChannel)),
    style->min_height,
  };

  g_array_set_clear_func (grid.channels, (GDestroyNotify) clear_channel);
  for (CapProcessBand band = 0; band < CAP_N_PROCESS_BANDS; band++)
    {
      const guint first = self->boxes->len;
      const guint n_boxes = list_boxes (self, processes, band);

      add_rows (&grid, band, first, n_boxes, n_columns);
    }
  lay_rows_out (self, &grid);

  return grid;
}

/* All the boxes are as high as the highest of them needs. */
static void
measure_boxes (CapProcessMap     *self,
               CapProcessGrid    *grid,
               CapProcessMeasure  measure,
               gpointer           user_data)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const CapRect words = cap_process_map_get_words (self, i);
      const double height = measure (get_box (self, i)->process, words.width, user_data);

      grid->height = MAX (grid->height, ceil (height) + 2 * self->style.inset);
    }
}

/* Places the lanes of some groups one under the other, and says where they end. */
static double
stack_lanes (const CapProcessMapStyle *style,
             CapProcessChannel        *channel,
             guint                     first,
             guint                     last,
             double                    y)
{
  for (guint group = first; group <= last; group++)
    {
      channel->lanes_y[group] = y + style->lane / 2;
      y += channel->n_lanes[group] * style->lane;
    }

  return y;
}

/* Goes from the row above to the row below through the channel between them; the border of a band,
 * if there is one, goes between the lanes. The first row of the realisation stands low enough for the
 * needs, which are under the name of the band. Returns where the row below is. */
static double
cross_channel (CapProcessMap        *self,
               const CapProcessGrid *grid,
               guint                 index,
               double                spare,
               double                y)
{
  const CapProcessMapStyle *style = &self->style;
  CapProcessChannel *channel = &g_array_index (grid->channels, CapProcessChannel, index);
  const CapProcessRow *above =
    index > 0 ? &g_array_index (grid->rows, CapProcessRow, index - 1) : NULL;
  const CapProcessRow *below =
    index < grid->rows->len ? &g_array_index (grid->rows, CapProcessRow, index) : NULL;
  double end;

  if (above != NULL && below != NULL && above->band == below->band)
    {
      end = stack_lanes (style, channel, 0, 2, y + style->lane);
      return MAX (end + style->lane, y + style->gap);
    }

  if (above != NULL)
    {
      end = stack_lanes (style, channel, 0, below != NULL ? 0 : 2, y + style->padding);
      y = end > y + style->padding ? end + style->lane / 2 : end;
      y += above->band == CAP_PROCESS_BAND_REALISATION ? spare / 2 : 0;
      self->bands[above->band].height = y - self->bands[above->band].y;
    }
  if (above != NULL && below != NULL)
    {
      end = stack_lanes (style, channel, 1, 1, y + style->lane / 2) + style->lane / 2;
      y = MAX (end, y + style->padding);
    }
  if (below != NULL)
    {
      self->bands[below->band] = (CapRect) { 0, y, self->width, 0 };
      y += below->band == CAP_PROCESS_BAND_REALISATION ? spare / 2 : 0;
      end = stack_lanes (style, channel, above != NULL ? 2 : 0, 2, y + style->lane / 2);
      y = end > y + style->lane / 2 ? end + style->padding : y + style->padding;
      if (below->band == CAP_PROCESS_BAND_REALISATION)
        y = MAX (y, self->bands[below->band].y + 3 * style->padding + style->title_height - grid->height / 2);
    }

  return y;
}

static void
stack_rows (CapProcessMap  *self,
            CapProcessGrid *grid,
            double          spare)
{
  double y = 0;

  for (guint i = 0; i < grid->rows->len; i++)
    {
      CapProcessRow *row = &g_array_index (grid->rows, CapProcessRow, i);

      row->y = cross_channel (self, grid, i, spare, y);
      for (guint j = row->first; j < row->first + row->n_boxes; j++)
        {
          get_box (self, j)->rect.y = row->y;
          get_box (self, j)->rect.height = grid->height;
        }
      y = row->y + (row->n_boxes > 0 ? grid->height : self->style.min_height);
    }

  self->height = cross_channel (self, grid, grid->rows->len, spare, y);
}

/* The names of the bands on the left; the needs under the one of the realisation, and the answers
 * across. */
static void
place_sides (CapProcessMap *self)
{
  const CapProcessMapStyle *style = &self->style;
  const double width = style->side_width - 2 * style->padding;
  const CapRect *middle = &self->bands[CAP_PROCESS_BAND_REALISATION];
  const double top = middle->y + 2 * style->padding + style->title_height;

  for (CapProcessBand band = 0; band < CAP_N_PROCESS_BANDS; band++)
    self->titles[band] =
      (CapRect) { style->padding, self->bands[band].y + style->padding, width, style->title_height };
  self->needs = (CapRect) { style->padding, top, width, middle->y + middle->height - style->padding - top };
  self->answers = self->needs;
  self->answers.x = self->width - style->padding - width;
}

static double
get_spare (const CapProcessMap *self,
           CapProcessMeasure    measure,
           gpointer             user_data)
{
  const CapProcessMapStyle *style = &self->style;
  const double words =
    measure (NULL, style->side_width - 2 * style->padding - 2 * style->inset, user_data);
  const double needed = ceil (words) + 2 * style->inset + style->title_height + 3 * style->padding;

  return MAX (needed - self->bands[CAP_PROCESS_BAND_REALISATION].height, 0);
}

/* Which band a process belongs to; the realisation, when it does not say. */
CapProcessBand
cap_process_get_band (const CapRecord *process)
{
  g_return_val_if_fail (process != NULL, CAP_PROCESS_BAND_REALISATION);

  for (CapProcessBand band = 0; band < CAP_N_PROCESS_BANDS; band++)
    if (cap_record_is (process, CAP_PROCESS_KIND, band_names[band]))
      return band;

  return CAP_PROCESS_BAND_REALISATION;
}

/**
 * cap_process_map_new:
 * @processes: (element-type CapRecord): in the order of the user inside each band; they must
 *   outlive the map
 * @width: of the map
 * @measure: how high words are
 *
 * Boxes stand in rows, and arrows in the channels between rows, so that none of them crosses a
 * box. The map is as high as it needs. The same processes always give the same map.
 */
CapProcessMap *
cap_process_map_new (const GPtrArray          *processes,
                     double                    width,
                     const CapProcessMapStyle *style,
                     CapProcessMeasure         measure,
                     gpointer                  user_data)
{
  CapProcessMap *self;
  CapProcessGrid grid;

  g_return_val_if_fail (processes != NULL && style != NULL && measure != NULL, NULL);

  self = g_new0 (CapProcessMap, 1);
  self->style = *style;
  self->width = width;
  self->boxes = g_array_new (FALSE, TRUE, sizeof (CapProcessBox));
  self->ways = g_ptr_array_new_with_free_func ((GDestroyNotify) free_way);

  grid = make_grid (self, processes);
  measure_boxes (self, &grid, measure, user_data);
  cap_process_ways_plan (self, &grid);
  stack_rows (self, &grid, 0);
  stack_rows (self, &grid, get_spare (self, measure, user_data));
  place_sides (self);
  cap_process_ways_place (self, &grid);

  g_array_unref (grid.rows);
  g_array_unref (grid.channels);

  return self;
}

void
cap_process_map_free (CapProcessMap *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->boxes);
  g_ptr_array_unref (self->ways);
  g_free (self);
}

const CapProcessBox *
cap_process_map_get_box (const CapProcessMap *self,
                         guint                box)
{
  g_return_val_if_fail (self != NULL && box < self->boxes->len, NULL);

  return get_box (self, box);
}

/**
 * cap_process_map_get_outline:
 * @points: (out): a rectangle, or in the realisation a chevron that points to the right
 *
 * Returns: how many points it has
 */
guint
cap_process_map_get_outline (const CapProcessMap *self,
                             guint                box,
                             CapPoint             points[CAP_PROCESS_MAX_OUTLINE])
{
  const CapRect *rect;
  double depth;
  double right;
  double bottom;

  g_return_val_if_fail (self != NULL && box < self->boxes->len && points != NULL, 0);

  rect = &get_box (self, box)->rect;
  depth = get_box (self, box)->band == CAP_PROCESS_BAND_REALISATION ? self->style.chevron : 0;
  right = rect->x + rect->width;
  bottom = rect->y + rect->height;

  points[0] = (CapPoint) { rect->x, rect->y };
  points[1] = (CapPoint) { right - depth, rect->y };
  if (depth <= 0)
    {
      points[2] = (CapPoint) { right, bottom };
      points[3] = (CapPoint) { rect->x, bottom };
      return 4;
    }

  points[2] = (CapPoint) { right, rect->y + rect->height / 2 };
  points[3] = (CapPoint) { right - depth, bottom };
  points[4] = (CapPoint) { rect->x, bottom };
  points[5] = (CapPoint) { rect->x + depth, rect->y + rect->height / 2 };

  return 6;
}

/* Where the words of a box go. */
CapRect
cap_process_map_get_words (const CapProcessMap *self,
                           guint                box)
{
  const double inset = self->style.inset;
  CapRect rect;
  double depth;

  g_return_val_if_fail (self != NULL && box < self->boxes->len, ((CapRect) { 0 }));

  rect = get_box (self, box)->rect;
  depth = get_box (self, box)->band == CAP_PROCESS_BAND_REALISATION ? self->style.chevron : 0;

  return (CapRect) {
    rect.x + depth + inset, rect.y + inset,
    MAX (rect.width - 2 * depth - 2 * inset, 1), MAX (rect.height - 2 * inset, 0),
  };
}

static int
find_end (const CapProcessMap *self,
          gboolean             last)
{
  int found = -1;

  for (guint i = 0; i < self->boxes->len; i++)
    if (get_box (self, i)->band == CAP_PROCESS_BAND_REALISATION && (last || found < 0))
      found = (int) i;

  return found;
}

/* From the needs to the first process of the realisation; %FALSE when there is none. */
gboolean
cap_process_map_get_entry (const CapProcessMap *self,
                           CapPoint             points[2])
{
  const int first = find_end (self, FALSE);
  double y;

  if (first < 0)
    return FALSE;

  y = get_box (self, (guint) first)->rect.y + get_box (self, (guint) first)->rect.height / 2;
  points[0] = (CapPoint) { self->needs.x + self->needs.width, y };
  points[1] = (CapPoint) { get_box (self, (guint) first)->rect.x + self->style.chevron, y };

  return TRUE;
}

/* From the last process of the realisation to the answers; %FALSE when there is none. */
gboolean
cap_process_map_get_exit (const CapProcessMap *self,
                          CapPoint             points[2])
{
  const int last = find_end (self, TRUE);
  const CapRect *rect;

  if (last < 0)
    return FALSE;

  rect = &get_box (self, (guint) last)->rect;
  points[0] = (CapPoint) { rect->x + rect->width, rect->y + rect->height / 2 };
  points[1] = (CapPoint) { self->answers.x, points[0].y };

  return TRUE;
}

/**
 * cap_process_map_find_beside:
 * @dx: 1 for the next box, -1 for the one before, in the order of reading
 * @dy: 1 for the nearest box of the row below, -1 for the one of the row above
 *
 * Returns: a box, or -1 when there is none there
 */
int
cap_process_map_find_beside (const CapProcessMap *self,
                             guint                box,
                             int                  dx,
                             int                  dy)
{
  const CapProcessBox *from;
  int nearest = -1;

  g_return_val_if_fail (self != NULL && box < self->boxes->len, -1);

  if (dy == 0)
    return (int) box + dx < (int) self->boxes->len ? (int) box + dx : -1;

  from = get_box (self, box);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const CapProcessBox *it = get_box (self, i);
      const CapProcessBox *best = nearest >= 0 ? get_box (self, (guint) nearest) : NULL;
      const int rows = ((int) it->row - (int) from->row) * dy;
      const int best_rows = best != NULL ? ((int) best->row - (int) from->row) * dy : 0;

      if (rows > 0 && (best == NULL || rows < best_rows ||
                       (rows == best_rows &&
                        fabs (it->rect.x - from->rect.x) < fabs (best->rect.x - from->rect.x))))
        nearest = (int) i;
    }

  return nearest;
}

/* Which rank in its band a box gets when it is dropped at @point. */
guint
cap_process_map_find_rank (const CapProcessMap *self,
                           guint                box,
                           CapPoint             point)
{
  guint rank = 0;

  g_return_val_if_fail (self != NULL && box < self->boxes->len, 0);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const CapProcessBox *it = get_box (self, i);
      const double margin = self->style.gap / 2;

      if (i == box || it->band != get_box (self, box)->band || point.y < it->rect.y - margin)
        continue;

      if (point.y > it->rect.y + it->rect.height + margin || point.x > it->rect.x + it->rect.width / 2)
        rank++;
    }

  return rank;
}
