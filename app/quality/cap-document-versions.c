/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-document-versions.h"

static gboolean
is_kept (const CapDossier *dossier,
         const CapRecord  *document)
{
  g_autoptr(GPtrArray) versions = cap_dossier_list_parts (dossier, CAP_REGISTER_DOCUMENT_VERSION,
                                                          document->id);

  for (guint i = 0; i < versions->len; i++)
    {
      if (g_strcmp0 (cap_record_get (g_ptr_array_index (versions, i), CAP_DOCUMENT_VERSION_VERSION),
                     cap_record_get (document, CAP_DOCUMENT_VERSION)) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * cap_document_dup_past_version:
 * @dossier: where the document and the history of its versions are
 * @before: a document
 * @after: what it becomes
 *
 * Returns: (transfer full) (nullable): the version that @after takes the place
 *   of, for the history; %NULL when the version stays, or is in the history
 */
CapRecord *
cap_document_dup_past_version (const CapDossier *dossier,
                               const CapRecord  *before,
                               const CapRecord  *after)
{
  const char *version;
  const char *approved;
  CapRecord *past;

  g_return_val_if_fail (dossier != NULL && before != NULL && after != NULL, NULL);
  g_return_val_if_fail (before->kind == CAP_REGISTER_DOCUMENT && after->kind == before->kind, NULL);

  version = cap_record_get (before, CAP_DOCUMENT_VERSION);
  if (version == NULL || g_strcmp0 (version, cap_record_get (after, CAP_DOCUMENT_VERSION)) == 0 ||
      is_kept (dossier, before))
    return NULL;

  approved = cap_record_get (before, CAP_DOCUMENT_APPROVED);
  past = cap_record_new_part (CAP_REGISTER_DOCUMENT_VERSION, NULL, before->id);
  cap_record_set (past, CAP_DOCUMENT_VERSION_VERSION, version);
  cap_record_set (past, CAP_DOCUMENT_VERSION_DATE,
                  approved != NULL ? approved : cap_record_get (before, CAP_DOCUMENT_WRITTEN));
  cap_record_set (past, CAP_DOCUMENT_VERSION_AUTHOR, cap_record_get (before, CAP_DOCUMENT_AUTHOR));
  cap_record_set (past, CAP_DOCUMENT_VERSION_APPROVER, cap_record_get (before, CAP_DOCUMENT_APPROVER));

  return past;
}
