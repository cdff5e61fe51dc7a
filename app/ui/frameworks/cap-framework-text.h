/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-library-async.h"

G_BEGIN_DECLS

/* What the screen says of a version, in the user’s language. */
char       *cap_framework_text_dup_validity (const CapFramework    *framework) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_framework_text_dup_counts   (const CapFramework    *framework) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_framework_text_dup_special  (const CapFramework    *framework) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_framework_text_get_origin   (const CapLibraryEntry *entry);

/* What it means for a dossier, in a line. */
char       *cap_study_text_dup_summary      (const CapDossierStudy *study) G_GNUC_WARN_UNUSED_RESULT;

/* The name of a format, told by an extension such as “.json”. */
const char *cap_framework_text_get_format   (const char            *extension);

G_END_DECLS
