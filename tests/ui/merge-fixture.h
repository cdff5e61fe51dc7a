/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "screen-fixture.h"

G_BEGIN_DECLS

/* Two copies of the dossier of a ScreenFixture, in which different things are done. */

char       *merge_fixture_copy    (ScreenFixture *fixture) G_GNUC_WARN_UNUSED_RESULT;
CapCommand *merge_fixture_rate    (CapWorkspace  *workspace,
                                   const char    *code,
                                   int            level) G_GNUC_WARN_UNUSED_RESULT;
void        merge_fixture_work_on (const char    *path,
                                   const char    *code,
                                   int            level);
void        merge_fixture_replace (const char    *path,
                                   const char    *other_path);
void        merge_fixture_encrypt (const char    *path,
                                   const char    *passphrase);

G_END_DECLS
