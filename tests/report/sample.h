/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-report.h"

G_BEGIN_DECLS

/* Dossiers in memory, as the store would give them, with all that a document asks for. */
typedef struct
{
  CapDossier    *dossier;
  CapPhotograph *photograph;
  CapComparison *comparison; /* or NULL */
  GPtrArray     *proposals;
} Sample;

Sample         *sample_new_demo   (void) G_GNUC_WARN_UNUSED_RESULT;
Sample         *sample_new_empty  (const char   *name) G_GNUC_WARN_UNUSED_RESULT;
CapDossier     *sample_new_dossier_of_demo (void) G_GNUC_WARN_UNUSED_RESULT;
CapDossier     *sample_new_dossier_of_plan (guint n_actions) G_GNUC_WARN_UNUSED_RESULT;
Sample         *sample_new        (CapDossier   *dossier) G_GNUC_WARN_UNUSED_RESULT;
void            sample_free       (Sample       *self);
CapReportInput  sample_get_input  (const Sample *self);
GBytes         *sample_render     (const Sample *self,
                                   CapReportKind kind) G_GNUC_WARN_UNUSED_RESULT;
GBytes         *sample_render_plan (const Sample *self,
                                   CapReportLayout layout) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

G_END_DECLS
