/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/cap-salvage-report.h"
#include "store/cap-dossier-file.h"

G_BEGIN_DECLS

/**
 * CapFrameworkFinder:
 *
 * Gives the text of a framework that is known elsewhere, by its SHA-256: the program has some. The store does
 * not know where; who saves a dossier gives the finder.
 */
typedef GBytes *(*CapFrameworkFinder) (const char *sha256);

gboolean cap_salvage_run (const char          *path,
                          const char          *new_path,
                          CapFrameworkReader   reader,
                          CapFrameworkFinder   finder,
                          GCancellable        *cancellable,
                          CapSalvageReport    *report,
                          GError             **error);

G_END_DECLS
