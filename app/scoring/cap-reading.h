/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/**
 * CapReadingKind:
 * @CAP_READING_CSESS: by theme of the guide of the CSESS, 1 to 8
 * @CAP_READING_ISO_26000: by core subject of ISO 26000, 6.2 to 6.8
 *
 * What the results are read by, besides the themes of their framework.
 */
typedef enum
{
  CAP_READING_CSESS,
  CAP_READING_ISO_26000,
} CapReadingKind;

#define CAP_N_READING_KINDS (CAP_READING_ISO_26000 + 1)

/**
 * CapReadingLine:
 * @kind: of the reading
 * @code: the number of the theme or of the core subject
 * @objectives: (element-type CapObjectiveResult): those in scope that speak to
 *   it, in framework order
 * @score: mean of the scored ones, weighted by their weights; none when nothing
 *   is answered. The coverage counts the criteria of @objectives, and those out
 *   of scope of all the objectives that speak to it
 * @strongest: (nullable): the highest exact score, the first one on ties
 * @weakest: (nullable): the lowest exact score, the first one on ties
 */
typedef struct
{
  CapReadingKind            kind;
  const char               *code;
  GPtrArray                *objectives;
  CapScore                  score;
  const CapObjectiveResult *strongest;
  const CapObjectiveResult *weakest;
} CapReadingLine;

/**
 * CapReading:
 * @photograph: what it is a reading of, and points into; borrowed
 * @lines: (element-type CapReadingLine): all that the guide or the standard
 *   numbers, in order; none when the framework refers to none of them
 *
 * Another reading of the same results (*lecture*): an objective counts, as a
 * whole, in each line that the framework says it speaks to. Immutable.
 */
typedef struct
{
  CapReadingKind       kind;
  const CapPhotograph *photograph;
  GPtrArray           *lines;
} CapReading;

CapReading *cap_reading_new          (const CapPhotograph *photograph,
                                      CapReadingKind       kind) G_GNUC_WARN_UNUSED_RESULT;
void        cap_reading_free         (CapReading          *self);

/* Whether the framework refers to any of them. */
gboolean    cap_reading_is_there     (const CapFramework  *framework,
                                      CapReadingKind       kind);
/* “csess”, “iso26000”. */
const char *cap_reading_kind_to_name (CapReadingKind       kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapReading, cap_reading_free)

G_END_DECLS
