/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-journal.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

GPtrArray *cap_journal_read (CapDb                  *db,
                             const CapJournalQuery  *query,
                             GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
