/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/widgets/cap-message-bar.h"

G_BEGIN_DECLS

/**
 * CapSheetIntake:
 *
 * How a window is given a CSV file: people choose it, or drop it on the window.
 * “taken” is sent with its path (in the encoding of file names); what cannot be
 * read from here is said in the message bar.
 */
#define CAP_TYPE_SHEET_INTAKE (cap_sheet_intake_get_type ())

G_DECLARE_FINAL_TYPE (CapSheetIntake, cap_sheet_intake, CAP, SHEET_INTAKE, GObject)

CapSheetIntake *cap_sheet_intake_new    (GtkWindow      *window,
                                         CapMessageBar  *message) G_GNUC_WARN_UNUSED_RESULT;
void            cap_sheet_intake_choose (CapSheetIntake *self);

G_END_DECLS
