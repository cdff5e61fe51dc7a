/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapPlanMail:
 * @subject: one line
 * @body: plain text, a few words and a line per action
 *
 * « Cette semaine » as an e-mail, for whoever follows the plan.
 */
typedef struct
{
  char *subject;
  char *body;
} CapPlanMail;

CapPlanMail *cap_plan_mail_new      (const CapDossier  *dossier,
                                     const char        *today) G_GNUC_WARN_UNUSED_RESULT;
void         cap_plan_mail_free     (CapPlanMail       *self);
char        *cap_plan_mail_dup_text (const CapPlanMail *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPlanMail, cap_plan_mail_free)

G_END_DECLS
