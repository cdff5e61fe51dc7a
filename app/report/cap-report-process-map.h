/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"
#include "report/cap-pdf.h"

G_BEGIN_DECLS

/**
 * CapReportProcessMap:
 *
 * The map of the processes, laid out for a page and not drawn yet. It borrows from its document and
 * from the dossier. Its geometry is that of the screen.
 */
typedef struct _CapReportProcessMap CapReportProcessMap;

CapReportProcessMap *cap_report_process_map_new        (CapPdf                    *pdf,
                                                        const CapDossier          *dossier,
                                                        double                     width,
                                                        double                     max_height)
  G_GNUC_WARN_UNUSED_RESULT;
void                 cap_report_process_map_free       (CapReportProcessMap       *self);

double               cap_report_process_map_get_height (const CapReportProcessMap *self);
void                 cap_report_process_map_draw       (const CapReportProcessMap *self,
                                                        CapPoint                   corner,
                                                        const char                *anchor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapReportProcessMap, cap_report_process_map_free)

G_END_DECLS
