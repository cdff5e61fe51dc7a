/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

GPtrArray  *cap_process_list         (const CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
guint       cap_process_get_rank     (const CapDossier *dossier,
                                      const CapRecord  *process);
CapCommand *cap_process_move         (const CapDossier *dossier,
                                      const CapRecord  *process,
                                      guint             rank) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_process_dup_fault    (const CapDossier *dossier,
                                      const CapRecord  *process) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_process_dup_sentence (const CapDossier *dossier,
                                      const CapRecord  *process) G_GNUC_WARN_UNUSED_RESULT;
CapCommand *cap_process_propose      (const CapDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
