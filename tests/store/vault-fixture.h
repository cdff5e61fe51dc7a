/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-dossier-vault.h"
#include "store/store-fixture.h"

G_BEGIN_DECLS

#define PASSPHRASE "quatre mots sans lien"
#define CHOSEN     "une autre phrase, l’automne"
#define STRUCTURE  "Jardins" /* a word of the dossier */

/* Dossiers that are encrypted, and what of them can be read. */
CapVaultOutcome *vault_change (StoreFixture *fixture, const char *passphrase, const char *chosen);
void vault_encrypt (StoreFixture *fixture);
gboolean vault_holds (const char *path, const char *text);
guint vault_count_holding (const char *folder, const char *text, guint *n);
void vault_assert_nothing_in_clear (StoreFixture *fixture);
void vault_assert_locked (StoreFixture *fixture);
void vault_assert_refused (StoreFixture *fixture, const char *passphrase);
void vault_open (StoreFixture *fixture, CapFileAccess access, const char *passphrase);
void vault_assert_sound (StoreFixture *fixture);

G_END_DECLS
