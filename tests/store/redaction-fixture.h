/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-redaction-outcome.h"
#include "store/store-fixture.h"

G_BEGIN_DECLS

/* What the tests that take something out of a dossier share. */

void        redaction_fixture_check         (const char      *path);
void        redaction_fixture_undo_and_redo (StoreFixture    *fixture);
void        redaction_fixture_run           (StoreFixture    *fixture,
                                             CapCommand      *command);
void        redaction_fixture_put_file      (StoreFixture    *fixture,
                                             const char      *name,
                                             const char      *content,
                                             gsize            size);
char       *redaction_fixture_read_file     (StoreFixture    *fixture,
                                             const char      *name,
                                             gsize           *size) G_GNUC_WARN_UNUSED_RESULT;
const char *redaction_fixture_get_unread    (const GPtrArray *documents);

CapRedactionOutcome *redaction_fixture_redact (StoreFixture *fixture,
                                               const char   *text,
                                               const char   *replacement,
                                               gboolean      drop_backups) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
