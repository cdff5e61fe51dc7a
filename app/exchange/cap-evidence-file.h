/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-evidence.h"

G_BEGIN_DECLS

/**
 * CapEvidenceContent:
 * @bytes: all of it
 * @sha256: of @bytes
 * @name: of the file, without folder, as people read it
 * @media_type: guessed from its name and its content: “application/pdf”
 * @is_private: whether it is a picture that says where it was taken, or by whom
 *
 * A file that is to become a piece of evidence, or a version of one.
 */
typedef struct
{
  GBytes   *bytes;
  char     *sha256;
  char     *name;
  char     *media_type;
  gboolean  is_private;
} CapEvidenceContent;

CapEvidenceContent *cap_evidence_content_read  (const char                *path,
                                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
void                cap_evidence_content_free  (CapEvidenceContent        *self);
/* The name without its extension, its underscores as spaces: what a person would call it. */
char               *cap_evidence_content_dup_title (const CapEvidenceContent *self) G_GNUC_WARN_UNUSED_RESULT;

/* Takes away where a picture was taken, by whom and with what. */
gboolean            cap_evidence_content_strip (CapEvidenceContent        *self,
                                                GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapEvidenceContent, cap_evidence_content_free)

G_END_DECLS
