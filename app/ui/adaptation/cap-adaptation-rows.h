/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-adaptation.h"

G_BEGIN_DECLS

/**
 * CapAdaptationHandlers:
 * @label: words for a label of the network
 * @own_label: the label of a criterion of the structure
 * @own_question: its question
 * @own_objective: the label of an objective of the structure
 *
 * What follows when a field is finished, called with the object that asked for
 * the rows, then the CapAdaptationField.
 */
typedef struct
{
  GCallback label;
  GCallback own_label;
  GCallback own_question;
  GCallback own_objective;
} CapAdaptationHandlers;

void        cap_adaptation_rows_fill_labels   (GtkListBox                  *list,
                                               const CapFramework          *framework,
                                               const char                  *objective,
                                               const CapAdaptationHandlers *handlers,
                                               gpointer                     owner);
GtkWidget  *cap_adaptation_rows_new_objective (const CapLocalObjective     *objective,
                                               const CapAdaptationHandlers *handlers,
                                               gpointer                     owner) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
