/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-redaction-outcome.h"
#include "model/cap-personal-swaps.h"
#include "store/cap-dossier-file.h"

G_BEGIN_DECLS

CapPersonalReport   *cap_dossier_file_find_personal (CapDossierFile       *self,
                                                     const char * const   *names,
                                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
CapRedactionOutcome *cap_dossier_file_redact        (CapDossierFile       *self,
                                                     CapPersonalSwaps     *swaps,
                                                     gboolean              drop_backups,
                                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean             cap_dossier_file_anonymise     (CapDossierFile       *self,
                                                     const char           *path,
                                                     const char * const   *names,
                                                     GError              **error);
gboolean             cap_dossier_file_retain        (CapDossierFile       *self,
                                                     const char           *date,
                                                     GError              **error);

G_END_DECLS
