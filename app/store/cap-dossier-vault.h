/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-progress.h"
#include "base/cap-vault-key.h"
#include "store/cap-dossier-file.h"

G_BEGIN_DECLS

/* The encryption of a dossier: its file, its working copy and its backups. */

/**
 * CapVaultChange:
 * @passphrase: (nullable): the one of now; %NULL when the dossier is not encrypted
 * @chosen: (nullable): the one from now on; %NULL for none: the dossier is decrypted
 * @progress: (nullable): counts its backups, once the dossier itself is done
 */
typedef struct
{
  const char  *passphrase;
  const char  *chosen;
  CapProgress *progress;
} CapVaultChange;

/**
 * CapVaultOutcome:
 * @n_backups: how many backups follow the dossier
 * @n_left: how many could not: they are as they were
 * @problem: (nullable): why the first of these could not
 * @second_away: whether the second folder is not there now: what it holds is as it was
 * @n_readable: how many backups under other names, and working copies that were set aside, stay in clear
 */
typedef struct
{
  guint  n_backups;
  guint  n_left;
  char  *problem;
  gboolean second_away;
  guint  n_readable;
} CapVaultOutcome;

/* Whether it needs a passphrase that nobody gave yet: it, or what a killed program left of it. */
gboolean         cap_dossier_is_locked            (const char           *path);
CapVaultKey     *cap_dossier_unlock               (const char           *path,
                                                   const char           *passphrase,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean         cap_dossier_needs_left_over      (const char           *path,
                                                   gint64               *time);
gboolean         cap_dossier_set_left_over_aside  (const char           *path,
                                                   GError              **error);

gboolean         cap_dossier_file_is_encrypted    (CapDossierFile       *self);
CapVaultOutcome *cap_dossier_file_set_passphrase  (CapDossierFile       *self,
                                                   const CapVaultChange *change,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* In sentences, for people: may be empty. */
char            *cap_vault_outcome_dup_done       (const CapVaultOutcome *self) G_GNUC_WARN_UNUSED_RESULT;
/* What is wrong, without its full stop; NULL when nothing is. */
char            *cap_vault_outcome_dup_left       (const CapVaultOutcome *self) G_GNUC_WARN_UNUSED_RESULT;
void             cap_vault_outcome_free           (CapVaultOutcome      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapVaultOutcome, cap_vault_outcome_free)

G_END_DECLS
