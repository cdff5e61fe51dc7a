/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/widgets/cap-message-bar.h"

G_BEGIN_DECLS

/**
 * CapPassphraseField:
 *
 * Where people choose a passphrase: they type one, whose strength is said as they do, or have one proposed;
 * then they type it again. Signal "changed": something else is typed. Signal "activate": Enter was pressed.
 */
#define CAP_TYPE_PASSPHRASE_FIELD (cap_passphrase_field_get_type ())

G_DECLARE_FINAL_TYPE (CapPassphraseField, cap_passphrase_field, CAP, PASSPHRASE_FIELD, GtkWidget)

void        cap_passphrase_field_set_title     (CapPassphraseField *self,
                                                const char         *title);
/* @structure: (nullable): its name, which anybody would try first */
void        cap_passphrase_field_set_structure (CapPassphraseField *self,
                                                const char         *structure);

const char *cap_passphrase_field_get_text      (CapPassphraseField *self);
/* Whether it is strong enough, and something is typed again. */
gboolean    cap_passphrase_field_is_filled     (CapPassphraseField *self);
/* Whether the same is typed twice; says so in @message when it is not. */
gboolean    cap_passphrase_field_check         (CapPassphraseField *self,
                                                CapMessageBar      *message);
void        cap_passphrase_field_clear         (CapPassphraseField *self);

G_END_DECLS
