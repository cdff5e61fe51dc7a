/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-process-map.h"

G_BEGIN_DECLS

/**
 * CapProcessRow:
 * @first: its first box
 * @n_boxes: none in a band that is empty
 */
typedef struct
{
  CapProcessBand band;
  guint          first;
  guint          n_boxes;
  double         y;
} CapProcessRow;

/* The lanes of a channel, from the top down: those that only serve the row above, those that go
 * from one row to the other, those that only serve the row below. */
#define CAP_N_LANE_GROUPS 3

/* The upright part of an arrow, in a channel. */
typedef struct
{
  double x;
  guint  net;
} CapProcessStub;

/* The level part of a net, in a channel: from @low to @high. */
typedef struct
{
  guint  net;
  guint  group;
  guint  lane;
  double low;
  double high;
} CapProcessTrack;

/**
 * CapProcessChannel:
 * @stubs: (element-type CapProcessStub): the upright parts of arrows that reach it
 * @tracks: (element-type CapProcessTrack): the level parts of arrows that lie in it
 * @n_lanes: how many lanes each group needs
 * @lanes_y: where the first lane of each group is
 *
 * What lies above a row, or under the last one: arrows turn there.
 */
typedef struct
{
  GArray *stubs;
  GArray *tracks;
  guint   n_lanes[CAP_N_LANE_GROUPS];
  double  lanes_y[CAP_N_LANE_GROUPS];
} CapProcessChannel;

/**
 * CapProcessGrid:
 * @rows: (element-type CapProcessRow): from the top down
 * @channels: (element-type CapProcessChannel): channel n lies above row n
 * @height: of all the boxes
 */
typedef struct
{
  GArray *rows;
  GArray *channels;
  double  height;
} CapProcessGrid;

void     cap_process_ways_plan  (CapProcessMap        *map,
                                 CapProcessGrid       *grid);
void     cap_process_ways_place (CapProcessMap        *map,
                                 const CapProcessGrid *grid);
gboolean cap_process_is_next    (const CapProcessBox  *from,
                                 const CapProcessBox  *to);
gboolean cap_process_goes_down  (const CapProcessBox  *from,
                                 const CapProcessBox  *to);

G_END_DECLS
