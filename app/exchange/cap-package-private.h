/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-package.h"

G_BEGIN_DECLS

#define CAP_BAG_DECLARATION "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

/* Letters, digits, “.” and “-” only, at most @max bytes. */
char       *cap_package_dup_slug  (const char             *text,
                                   gsize                   max) G_GNUC_WARN_UNUSED_RESULT;
/* Where the file of a piece goes: by what it serves first. Returns: (nullable): NULL when it has none to
 * pack */
char       *cap_package_dup_path  (const CapEvidence      *piece,
                                   const CapDossier       *dossier) G_GNUC_WARN_UNUSED_RESULT;

/* The files that say what is where. */
GBytes     *cap_package_index_criteria     (const CapPackageInput *input) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *cap_package_index_requirements (const CapPackageInput *input) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *cap_package_index_text         (const CapPackageInput *input) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *cap_package_missing            (const CapPackageInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
