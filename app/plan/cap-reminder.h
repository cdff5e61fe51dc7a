/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapReminder:
 * @title: how many actions are late, how many effects are to be checked
 * @body: whose they are, and the first of them
 *
 * What is said when a dossier is opened, in the user’s language.
 */
typedef struct
{
  char *title;
  char *body;
} CapReminder;

CapReminder *cap_reminder_new  (const CapDossier *dossier,
                                const char       *today) G_GNUC_WARN_UNUSED_RESULT;
void         cap_reminder_free (CapReminder      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapReminder, cap_reminder_free)

G_END_DECLS
