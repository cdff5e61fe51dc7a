/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-dossier.h"
#include "quality/cap-commitment-rules.h"

G_BEGIN_DECLS

/* Of any type, in any state. */
#define CAP_COMMITMENT_ANY -1

#define CAP_TYPE_COMMITMENT_LIST (cap_commitment_list_get_type ())

G_DECLARE_FINAL_TYPE (CapCommitmentList, cap_commitment_list, CAP, COMMITMENT_LIST, GtkWidget)

void  cap_commitment_list_show   (CapCommitmentList *self,
                                  CapDossier        *dossier,
                                  const char        *today);
void  cap_commitment_list_filter (CapCommitmentList *self,
                                  int                type,
                                  int                state,
                                  const char        *text);
guint cap_commitment_list_get_n_shown (CapCommitmentList *self);

G_END_DECLS
