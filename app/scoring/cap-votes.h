/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-evaluation.h"

G_BEGIN_DECLS

/* A college is told apart from so many votes on: fewer would tell who voted what. */
#define CAP_VOTES_MIN_SHOWN 3

/* Votes that lie so many levels apart are to be discussed. */
#define CAP_VOTES_APART 2

/* Levels go from 0 to 10, whatever the framework. */
#define CAP_VOTES_LEVELS 11

/**
 * CapSpreadGroup:
 * @n_votes: how many voted
 * @counts: how many voted each level
 * @lowest: the lowest level that was voted, or %CAP_LEVEL_UNSET
 * @highest: the highest one, or %CAP_LEVEL_UNSET
 * @median_halves: twice the median, since it may lie between two levels; -1 without a vote
 */
typedef struct
{
  guint n_votes;
  guint counts[CAP_VOTES_LEVELS];
  int   lowest;
  int   highest;
  int   median_halves;
} CapSpreadGroup;

/**
 * CapSpread:
 * @whole: all of the votes
 * @colleges: those of each college
 * @hidden: which colleges are told within the whole only: those of too few votes, and the smallest of the
 *   others as long as what is hidden would follow from the rest
 * @discuss: whether some lie far apart (*à discuter*)
 *
 * The votes on one criterion.
 */
typedef struct
{
  CapSpreadGroup whole;
  CapSpreadGroup colleges[CAP_N_COLLEGES];
  gboolean       hidden[CAP_N_COLLEGES];
  gboolean       discuss;
} CapSpread;

/**
 * CapVotes:
 *
 * All the votes of an evaluation, by criterion.
 */
typedef struct _CapVotes CapVotes;

CapVotes        *cap_votes_new               (const CapEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;
void             cap_votes_free              (CapVotes            *self);
const CapSpread *cap_votes_get               (const CapVotes      *self,
                                              const char          *criterion);
guint            cap_votes_count_respondents (const CapVotes      *self,
                                              CapCollege           college);

int              cap_spread_compare          (const CapSpread     *one,
                                              const CapSpread     *other);
int              cap_spread_get_distance     (const CapSpread     *self,
                                              int                  level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapVotes, cap_votes_free)

G_END_DECLS
