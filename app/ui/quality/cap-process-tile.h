/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

#define CAP_TYPE_PROCESS_TILE (cap_process_tile_get_type ())

G_DECLARE_FINAL_TYPE (CapProcessTile, cap_process_tile, CAP, PROCESS_TILE, GtkButton)

GtkWidget  *cap_process_tile_new    (void) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_process_tile_get_id (CapProcessTile   *self);
void        cap_process_tile_show   (CapProcessTile   *self,
                                     const CapDossier *dossier,
                                     const CapRecord  *process,
                                     guint             rank,
                                     guint             n_in_band);
int         cap_process_tile_measure_words (CapProcessTile *self,
                                            int             width);

G_END_DECLS
