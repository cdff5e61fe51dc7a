/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-geometry.h"
#include "model/cap-record.h"

G_BEGIN_DECLS

/**
 * CapProcessBand:
 *
 * The kinds of processes, from the top of the map down.
 */
typedef enum
{
  CAP_PROCESS_BAND_MANAGEMENT,
  CAP_PROCESS_BAND_REALISATION,
  CAP_PROCESS_BAND_SUPPORT,
} CapProcessBand;

#define CAP_N_PROCESS_BANDS (CAP_PROCESS_BAND_SUPPORT + 1)

/**
 * CapProcessMeasure:
 * @process: (nullable): a process; %NULL for what stands at the ends of the realisation
 * @width: how wide its words may be
 *
 * Returns: how high the words are, in the unit of the map
 */
typedef double (*CapProcessMeasure) (const CapRecord *process,
                                     double           width,
                                     gpointer         user_data);

/**
 * CapProcessMapStyle:
 * @side_width: the columns left and right of the boxes: the names of the bands, the needs that
 *   come in, the answers that go out
 * @title_height: of the name of a band
 * @min_width: of a box
 * @max_width: of a box
 * @min_height: of a box
 * @inset: from the border of a box to its words
 * @gap: between two boxes
 * @padding: from the border of a band to what it holds
 * @lane: between two arrows that go side by side
 * @chevron: how far the boxes of the realisation point to the right
 */
typedef struct
{
  double side_width;
  double title_height;
  double min_width;
  double max_width;
  double min_height;
  double inset;
  double gap;
  double padding;
  double lane;
  double chevron;
} CapProcessMapStyle;

/**
 * CapProcessBox:
 * @process: whose box it is
 * @row: among those of the whole map, from the top
 * @column: its place in the row
 * @rank: its place in the band
 */
typedef struct
{
  const CapRecord *process;
  CapProcessBand   band;
  guint            row;
  guint            column;
  guint            rank;
  CapRect          rect;
} CapProcessBox;

/**
 * CapProcessWay:
 * @from: the box that feeds
 * @to: the box that is fed
 * @points: (element-type CapPoint): from the border of one to the border of the other, level or
 *   upright between two of them
 */
typedef struct
{
  guint   from;
  guint   to;
  GArray *points;
} CapProcessWay;

/**
 * CapProcessMap:
 * @boxes: (element-type CapProcessBox): band by band, in the order of the user
 * @ways: (element-type CapProcessWay): one for each process that feeds another
 * @bands: what each band fills
 * @titles: where its name goes
 * @needs: where the needs come in, at the left end of the realisation
 * @answers: where the answers go out, at its right end
 *
 * The map of the processes of a structure. The same geometry is drawn on the screen and on paper.
 * It borrows the processes.
 */
typedef struct
{
  CapProcessMapStyle style;
  double             width;
  double             height;
  GArray            *boxes;
  GPtrArray         *ways;
  CapRect            bands[CAP_N_PROCESS_BANDS];
  CapRect            titles[CAP_N_PROCESS_BANDS];
  CapRect            needs;
  CapRect            answers;
} CapProcessMap;

/* How many points the outline of a box can have. */
#define CAP_PROCESS_MAX_OUTLINE 6

CapProcessBand       cap_process_get_band         (const CapRecord          *process);

CapProcessMap       *cap_process_map_new          (const GPtrArray          *processes,
                                                   double                    width,
                                                   const CapProcessMapStyle *style,
                                                   CapProcessMeasure         measure,
                                                   gpointer                  user_data)
  G_GNUC_WARN_UNUSED_RESULT;
void                 cap_process_map_free         (CapProcessMap            *self);

const CapProcessBox *cap_process_map_get_box      (const CapProcessMap      *self,
                                                   guint                     box);
guint                cap_process_map_get_outline  (const CapProcessMap      *self,
                                                   guint                     box,
                                                   CapPoint                  points[CAP_PROCESS_MAX_OUTLINE]);
CapRect              cap_process_map_get_words    (const CapProcessMap      *self,
                                                   guint                     box);
gboolean             cap_process_map_get_entry    (const CapProcessMap      *self,
                                                   CapPoint                  points[2]);
gboolean             cap_process_map_get_exit     (const CapProcessMap      *self,
                                                   CapPoint                  points[2]);
int                  cap_process_map_find_beside  (const CapProcessMap      *self,
                                                   guint                     box,
                                                   int                       dx,
                                                   int                       dy);
guint                cap_process_map_find_rank    (const CapProcessMap      *self,
                                                   guint                     box,
                                                   CapPoint                  point);

GArray              *cap_process_way_dup_round    (const CapPoint           *points,
                                                   guint                     n_points,
                                                   double                    radius)
  G_GNUC_WARN_UNUSED_RESULT;
void                 cap_process_way_get_head     (const CapPoint           *points,
                                                   guint                     n_points,
                                                   double                    size,
                                                   CapPoint                  head[3]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapProcessMap, cap_process_map_free)

G_END_DECLS
