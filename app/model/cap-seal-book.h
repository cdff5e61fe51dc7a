/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-seal.h"

G_BEGIN_DECLS

/**
 * CapSealBook:
 * @seals: (element-type CapSeal): the seals of a dossier, the newest first
 * @public_key: (nullable): of the structure; %NULL when none was made yet
 * @content: SHA-256 of what the dossier holds now
 *
 * What a dossier says of its seals.
 */
typedef struct
{
  GPtrArray *seals;
  GBytes    *public_key;
  char      *content;
} CapSealBook;

void           cap_seal_book_free        (CapSealBook       *self);

/* The newest genuine seal of what the dossier holds now, or NULL. */
const CapSeal *cap_seal_book_find_now    (const CapSealBook *self);
/* In one sentence: what it holds was sealed, or it went on since; NULL when it bears no genuine seal. */
char          *cap_seal_book_dup_verdict (const CapSealBook *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSealBook, cap_seal_book_free)

G_END_DECLS
