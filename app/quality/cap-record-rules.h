/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/**
 * CapRecordFault:
 * @field: where it is to be said
 * @sentence: what is wrong and what to do, in the user’s language
 */
typedef struct
{
  guint  field;
  char  *sentence;
} CapRecordFault;

GPtrArray  *cap_record_check            (const CapRecord  *record,
                                         const CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_record_get_frozen       (const CapRecord  *record,
                                         const CapDossier *dossier);
const char *cap_record_faults_find      (const GPtrArray  *faults,
                                         guint             field);
void        cap_record_take_back        (CapRecord        *record,
                                         const CapRecord  *before,
                                         const GPtrArray  *faults);
char       *cap_record_dup_next_code    (const CapDossier *dossier,
                                         CapRegisterKind   kind,
                                         const char       *today) G_GNUC_WARN_UNUSED_RESULT;
void        cap_record_put_renamed      (CapCommand       *command,
                                         const CapDossier *dossier,
                                         const CapRecord  *record);
gboolean    cap_code_looks_like_a_name  (const char       *code);
gboolean    cap_reason_is_solid         (const char       *reason);

G_END_DECLS
