/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_JOURNEY (cap_journey_get_type ())

G_DECLARE_FINAL_TYPE (CapJourney, cap_journey, CAP, JOURNEY, GtkWidget)

GtkWidget          *cap_journey_new            (CapWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (nullable) (transfer none): the criterion on display */
const CapCriterion *cap_journey_get_criterion  (CapJourney   *self);
void                cap_journey_show_page      (CapJourney   *self,
                                                const char   *name);
void                cap_journey_show_nth_page  (CapJourney   *self,
                                                guint         index);
void                cap_journey_show_criterion (CapJourney   *self,
                                                const char   *code);
void                cap_journey_toggle_sidebar (CapJourney   *self);
void                cap_journey_flush          (CapJourney   *self);

/* Tells of another copy of the dossier that is beside it. */
void                cap_journey_show_sibling   (CapJourney   *self,
                                                const char   *path);

G_END_DECLS
