/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapPieceList:
 *
 * Pieces of evidence in a list, as many as there may be: only those that are seen have widgets.
 *
 * Signal "chosen" (string id): a piece was chosen.
 */
#define CAP_TYPE_PIECE_LIST (cap_piece_list_get_type ())

G_DECLARE_FINAL_TYPE (CapPieceList, cap_piece_list, CAP, PIECE_LIST, GtkWidget)

GtkWidget *cap_piece_list_new    (void) G_GNUC_WARN_UNUSED_RESULT;

/* @pieces: (element-type CapEvidence): of @dossier */
void       cap_piece_list_show   (CapPieceList    *self,
                                  CapDossier      *dossier,
                                  const GPtrArray *pieces,
                                  const char      *today);

G_END_DECLS
