/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/plan/cap-plan-item.h"

G_BEGIN_DECLS

/**
 * CapCalendarEntry:
 * @check: whether its effect is to be checked that day; it is due that day otherwise
 */
typedef struct
{
  CapPlanItem *item;
  gboolean     check;
} CapCalendarEntry;

/**
 * CapCalendarDay:
 *
 * A day of a calendar, with the first of the actions that are due or to be
 * checked that day; its name says how many there are.
 *
 * Signals:
 *   "picked" (CapPlanItem, or NULL)  it was clicked on an action, or beside
 *   "dropped" (CapPlanItem)          an action was dropped on it
 */
#define CAP_TYPE_CALENDAR_DAY (cap_calendar_day_get_type ())

G_DECLARE_FINAL_TYPE (CapCalendarDay, cap_calendar_day, CAP, CALENDAR_DAY, GtkWidget)

GtkWidget              *cap_calendar_day_new          (void) G_GNUC_WARN_UNUSED_RESULT;

int                     cap_calendar_day_get_day      (CapCalendarDay  *self);
/* @entries: (nullable) (element-type CapCalendarEntry); @inside: whether it is of the month shown. */
void                    cap_calendar_day_show         (CapCalendarDay  *self,
                                                       int              day,
                                                       gboolean         inside,
                                                       const GArray    *entries,
                                                       const char      *today);
void                    cap_calendar_day_set_selected (CapCalendarDay  *self,
                                                       gboolean         selected);
/* (nullable): the entry that a widget inside shows, or the only one there is. */
const CapCalendarEntry *cap_calendar_day_find_entry   (CapCalendarDay  *self,
                                                       GtkWidget       *inside);

G_END_DECLS
