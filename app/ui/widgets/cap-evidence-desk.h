/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapEvidenceDesk:
 *
 * What people do with pieces of evidence: one gesture each. @owner is the widget
 * that it is done from: its window is the parent of dialogs.
 *
 * Signals:
 *   "saved"                     a gesture was kept
 *   "removed" (string sentence) something went; it can be undone
 *   "failed" (string sentence)  nothing was kept, and why
 */
#define CAP_TYPE_EVIDENCE_DESK (cap_evidence_desk_get_type ())

G_DECLARE_FINAL_TYPE (CapEvidenceDesk, cap_evidence_desk, CAP, EVIDENCE_DESK, GObject)

CapEvidenceDesk *cap_evidence_desk_new           (CapWorkspace      *workspace,
                                                  GtkWidget         *owner) G_GNUC_WARN_UNUSED_RESULT;

/* @target: (nullable): what is served: see CapPlace; %NULL for nothing yet */
void             cap_evidence_desk_choose_files  (CapEvidenceDesk   *self,
                                                  CapPlace           place,
                                                  const char        *target);
void             cap_evidence_desk_take_files    (CapEvidenceDesk   *self,
                                                  GSList            *files,
                                                  CapPlace           place,
                                                  const char        *target);
void             cap_evidence_desk_add_reference (CapEvidenceDesk   *self,
                                                  CapPlace           place,
                                                  const char        *target);
void             cap_evidence_desk_choose_piece  (CapEvidenceDesk   *self,
                                                  CapPlace           place,
                                                  const char        *target);
void             cap_evidence_desk_unlink        (CapEvidenceDesk   *self,
                                                  const char        *id,
                                                  CapPlace           place,
                                                  const char        *target);

void             cap_evidence_desk_put           (CapEvidenceDesk   *self,
                                                  const CapEvidence *piece);
void             cap_evidence_desk_edit          (CapEvidenceDesk   *self,
                                                  const char        *id);
void             cap_evidence_desk_renew         (CapEvidenceDesk   *self,
                                                  const char        *id);
void             cap_evidence_desk_take_out      (CapEvidenceDesk   *self,
                                                  const char        *id);
void             cap_evidence_desk_put_back      (CapEvidenceDesk   *self,
                                                  const char        *id);
/* Opens a version in its own application, from 0 for the oldest; -1 for the one that holds, or the
 * link that a reference is. */
void             cap_evidence_desk_open          (CapEvidenceDesk   *self,
                                                  const char        *id,
                                                  int                version);

G_END_DECLS
