/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapContentReader:
 * @sha256: of a file of a piece of evidence
 *
 * Returns: (transfer full) (nullable): its content
 */
typedef GBytes *(*CapContentReader) (const char  *sha256,
                                     gpointer     user_data,
                                     GError     **error);

/**
 * CapPackageInput:
 * @dossier: what is packed
 * @catalogue: (nullable): for the titles of clauses
 * @names: (element-type utf8): of the documents that go with it: “photographie.pdf”
 * @documents: (element-type GBytes): their content, in the same order
 * @reader: gives the content of evidence, one at a time
 * @today: ISO 8601
 * @now: in seconds since 1970: the time of every file of it
 *
 * What the auditor’s package is made of.
 */
typedef struct
{
  const CapDossier   *dossier;
  const CapCatalogue *catalogue;
  GPtrArray          *names;
  GPtrArray          *documents;
  CapContentReader    reader;
  gpointer            reader_data;
  const char         *today;
  gint64              now;
} CapPackageInput;

gboolean   cap_package_write         (const char             *path,
                                      const CapPackageInput  *input,
                                      GCancellable           *cancellable,
                                      GError                **error);
/* The name of its only folder: “dossier-audit_Les-Erables_2026-11-20”. */
char      *cap_package_dup_name      (const CapDossier       *dossier,
                                      const char             *today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * cap_package_verify:
 * @path: a package
 * @n_files: (out): how many files it has
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Reads a package (BagIt 1.0 in a zip) without unpacking it.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence for each file that was changed, is
 *   missing or is not listed; empty when it is intact; %NULL when it is no package, or one that is not safe
 */
GPtrArray *cap_package_verify        (const char             *path,
                                      guint                  *n_files,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
