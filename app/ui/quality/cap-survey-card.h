/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "quality/cap-survey-figures.h"

G_BEGIN_DECLS

/* A survey in a card: who answered, what they said question by question, whether they were told. */
GtkWidget *cap_survey_card_new (const CapSurveyFigures *figures) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
