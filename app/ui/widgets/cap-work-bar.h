/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapWorkBar:
 *
 * Says in a window that something is being done that cannot be stopped half-way. Whoever closes the window
 * meanwhile is not kept: the window goes away at once, and what became of the work is told in the window
 * that it was opened from.
 */
#define CAP_TYPE_WORK_BAR (cap_work_bar_get_type ())

G_DECLARE_FINAL_TYPE (CapWorkBar, cap_work_bar, CAP, WORK_BAR, GtkWidget)

/* @text: what is being done; seen unless it takes a moment only */
void     cap_work_bar_start         (CapWorkBar *self,
                                     const char *text);
/* What can be given up at any time: closing the window is nothing special. */
void     cap_work_bar_start_reading (CapWorkBar *self,
                                     const char *text);
/* @fraction: how much of it is done */
void     cap_work_bar_tell          (CapWorkBar *self,
                                     const char *text,
                                     double      fraction);
gboolean cap_work_bar_end           (CapWorkBar *self,
                                     const char *told);

/* Tells what became of something in the nearest window that @window was opened from and that can. */
void     cap_work_bar_tell_parent   (GtkWindow  *window,
                                     const char *text);

G_END_DECLS
