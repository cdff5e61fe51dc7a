/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapProgress:
 *
 * How far a work of several steps is, for a thread that looks at it while another one does it. It belongs to
 * the one that looks, and must live until the work is finished. Zeros: it has not begun. All but reading it
 * may be done with %NULL: nobody looks.
 */
typedef struct
{
  int n_done;
  int n_steps;
} CapProgress;

static inline void
cap_progress_begin (CapProgress *self,
                    guint        n_steps)
{
  if (self == NULL)
    return;

  g_atomic_int_set (&self->n_done, 0);
  g_atomic_int_set (&self->n_steps, (int) n_steps);
}

static inline void
cap_progress_step (CapProgress *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->n_done);
}

/* Returns: how many steps there are; 0 as long as that is not known */
static inline guint
cap_progress_read (CapProgress *self,
                   guint       *n_done)
{
  *n_done = (guint) g_atomic_int_get (&self->n_done);

  return (guint) g_atomic_int_get (&self->n_steps);
}

G_END_DECLS
