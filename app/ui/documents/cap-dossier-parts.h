/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapDossierParts:
 *
 * A button that opens the list of the parts of a dossier d’audit, to choose
 * those that are printed. “parts” has a bit for each of them; it is 0 when all
 * are chosen.
 */
#define CAP_TYPE_DOSSIER_PARTS (cap_dossier_parts_get_type ())

G_DECLARE_FINAL_TYPE (CapDossierParts, cap_dossier_parts, CAP, DOSSIER_PARTS, GtkWidget)

guint cap_dossier_parts_get_parts (CapDossierParts *self);

G_END_DECLS
