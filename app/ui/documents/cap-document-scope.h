/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-document.h"

G_BEGIN_DECLS

/**
 * CapDocumentScope:
 *
 * A list to choose which one is printed: the year of the commitments, the
 * management review, the college of the questionnaire and how many people it
 * is for. It hides where there is nothing to choose. “changed” is
 * sent when the person chooses another one.
 */
#define CAP_TYPE_DOCUMENT_SCOPE (cap_document_scope_get_type ())

G_DECLARE_FINAL_TYPE (CapDocumentScope, cap_document_scope, CAP, DOCUMENT_SCOPE, GtkWidget)

void cap_document_scope_show (CapDocumentScope  *self,
                              CapReportKind      kind,
                              const CapDossier  *dossier,
                              const char        *today);
void cap_document_scope_want (CapDocumentScope  *self,
                              const char        *code);
void cap_document_scope_fill (CapDocumentScope  *self,
                              CapDocumentChoice *choice);

G_END_DECLS
