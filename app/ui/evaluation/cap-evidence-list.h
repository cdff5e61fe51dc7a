/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/evaluation/cap-answer-editor.h"

G_BEGIN_DECLS

#define CAP_TYPE_EVIDENCE_LIST (cap_evidence_list_get_type ())

G_DECLARE_FINAL_TYPE (CapEvidenceList, cap_evidence_list, CAP, EVIDENCE_LIST, GtkWidget)

void cap_evidence_list_set_editor (CapEvidenceList *self,
                                   CapAnswerEditor *editor);
void cap_evidence_list_reload     (CapEvidenceList *self);
void cap_evidence_list_flush      (CapEvidenceList *self);

G_END_DECLS
