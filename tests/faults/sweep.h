/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "faults/scenario.h"

G_BEGIN_DECLS

/**
 * Fault:
 * @name: what is printed
 * @arm: the n-th operation from now on fails
 * @is_reached: whether it failed
 * @disarm: no more of it
 * @data: for @arm
 * @code: of the errors that follow
 * @also: another one that they may have
 */
typedef struct
{
  const char     *name;
  void          (*arm)        (gconstpointer data,
                               guint         nth);
  gboolean      (*is_reached) (void);
  void          (*disarm)     (void);
  gconstpointer   data;
  CapStoreError   code;
  CapStoreError   also;
} Fault;

/* What a sweep saw. The last five must be nothing. */
typedef struct
{
  guint n_points;  /* where the fault was made to happen */
  guint n_told;    /* of them, those that the program could not do without */
  guint n_lost;    /* gestures that were acknowledged, and are not there */
  guint n_damaged; /* files that are not sound, or neither the old nor the new one */
  guint n_stuck;   /* dossiers that do not go on once the fault is gone */
  guint n_mistold; /* errors of another kind, or none */
  guint n_clear;   /* encrypted dossiers of which something is in clear */
} Sweep;

/* An encrypted dossier is stored by the same code: of the faults that the one in clear goes through, some are
 * enough in a run of all the tests. Under the sanitizers there are few. */
#define SWEEP_STRIDE(kind, stride) \
  ((kind) == SCENARIO_CLEAR || sweep_is_thorough () || FAULT_STRIDE > 1 ? (stride) : 3 * (stride))

/* Whether all is tried: too long for a run of all the tests. */
#define sweep_is_thorough() g_test_slow ()

void sweep_run         (Scenario    *scenario,
                        const Fault *fault,
                        guint        stride,
                        Sweep       *sweep);
void sweep_assert_well (const char  *what,
                        const Sweep *sweep);

G_END_DECLS
