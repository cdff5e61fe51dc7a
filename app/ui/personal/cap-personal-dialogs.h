/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-redaction-outcome.h"

G_BEGIN_DECLS

/* Asks before it is done: "remove" is the answer that says yes. */
GtkWidget *cap_personal_question_new (GtkWindow                 *parent,
                                      const CapPersonalSwaps    *swaps) G_GNUC_WARN_UNUSED_RESULT;
/* Tells what was done, and where it was searched afterwards. */
GtkWidget *cap_personal_proof_new    (GtkWindow                 *parent,
                                      const CapRedactionOutcome *outcome) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
