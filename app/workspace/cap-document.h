/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf-preview.h"
#include "report/cap-report.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapDocument:
 *
 * A document made from a dossier, ready to be looked at, saved and printed:
 * what is shown is what the file will hold. It does not follow the dossier; a
 * new one is made when that changes.
 */
#define CAP_TYPE_DOCUMENT (cap_document_get_type ())

G_DECLARE_FINAL_TYPE (CapDocument, cap_document, CAP, DOCUMENT, GObject)

/* Of flat OpenDocument texts. */
#define CAP_DOCUMENT_ODT_SUFFIX ".fodt"

/**
 * CapDocumentChoice:
 * @layout: of the plan; the other documents have one
 * @parts: of the *dossier d’audit*, see CapReportInput; 0 for all of them
 * @copies: of the questionnaire, see CapReportInput: 0 for the one of a meeting
 * @college: who fills it, where @copies is not 0
 * @record: (nullable): the code of the management review, the audit or the finding; when %NULL, the one
 *   that people want most: see cap_document_find_record()
 * @code: (nullable): of a sealed version, see CapReportInput
 * @from: (nullable): of the commitments: the first day of their period, ISO 8601; their last year when %NULL
 * @to: (nullable): its last day
 *
 * Which document.
 */
typedef struct
{
  CapReportKind kind;
  CapReportLayout layout;
  guint         parts;
  guint         copies;
  CapCollege    college;
  const char   *record;
  const char   *code;
  const char   *from;
  const char   *to;
} CapDocumentChoice;

/* The line of a register that a document is about; of those that there are, the one that is wanted. */
const CapRecord *cap_document_find_record (CapReportKind         kind,
                                           const CapDossier     *dossier,
                                           const char           *code,
                                           const char           *today);

/* Makes the document, in the calling thread: the command line. */
CapDocument   *cap_document_new           (const CapDocumentChoice *choice,
                                           const CapDossier     *dossier,
                                           const char           *today,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes it of the open dossier, in a thread of its own: the desktop. */
void           cap_document_new_async     (const CapDocumentChoice *choice,
                                           CapWorkspace         *workspace,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
CapDocument   *cap_document_new_finish    (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* A name for its file: “Les Érables – Photographie 2026-11-20.pdf”. */
const char    *cap_document_get_file_name (CapDocument          *self);
/* Which document it is; its texts are borrowed. */
const CapDocumentChoice *
               cap_document_get_choice    (CapDocument          *self);
/* What its file holds. */
GBytes        *cap_document_get_pdf       (CapDocument          *self);
/* Its pages. */
CapPdfPreview *cap_document_get_preview   (CapDocument          *self);

/* Writes the file beside and renames it, then opens it again and compares; as OpenDocument when its
 * suffix says so. */
gboolean       cap_document_save          (CapDocument          *self,
                                           const char           *path,
                                           GError              **error);
void           cap_document_save_async    (CapDocument          *self,
                                           const char           *path,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean       cap_document_save_finish   (CapDocument          *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* The same document as flat OpenDocument, where cap_report_kind_has_odt(), without making the PDF. */
gboolean       cap_document_write_odt     (const CapDocumentChoice *choice,
                                           const CapDossier     *dossier,
                                           const char           *today,
                                           const char           *path,
                                           GError              **error);
char          *cap_document_dup_odt_name  (CapDocument          *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
