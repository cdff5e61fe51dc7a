/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-adaptation.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): what a dossier keeps; NULL when nothing is adapted */
char          *cap_adaptation_json_write     (const CapAdaptation  *adaptation) G_GNUC_WARN_UNUSED_RESULT;
CapAdaptation *cap_adaptation_json_read      (const char           *text,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* A CapFrameworkReader: the framework as the structure adapted it. */
CapFramework  *cap_adapted_framework_read    (GBytes               *source,
                                              const char           *adaptation,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
CapFramework  *cap_adapted_framework_new     (const CapFramework   *framework,
                                              const CapAdaptation  *adaptation,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
