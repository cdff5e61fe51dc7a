/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapFindingFilter:
 *
 * Which findings are shown.
 */
typedef enum
{
  CAP_FINDINGS_ALL,
  CAP_FINDINGS_OPEN,
  CAP_FINDINGS_URGENT,
  CAP_FINDINGS_SETTLED,
} CapFindingFilter;

#define CAP_TYPE_FINDING_LIST (cap_finding_list_get_type ())

G_DECLARE_FINAL_TYPE (CapFindingList, cap_finding_list, CAP, FINDING_LIST, GtkWidget)

void  cap_finding_list_show        (CapFindingList   *self,
                                    CapDossier       *dossier,
                                    CapCatalogue     *catalogue,
                                    const char       *today);
void  cap_finding_list_filter      (CapFindingList   *self,
                                    CapFindingFilter  filter,
                                    const char       *text);
guint cap_finding_list_get_n_shown (CapFindingList   *self);

G_END_DECLS
