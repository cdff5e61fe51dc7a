/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-register.h"

G_BEGIN_DECLS

char       *cap_register_words_dup_headers (const CapRegister *reg,
                                            guint              field) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *cap_register_words_new_choices (const CapRegister *reg,
                                            guint              field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
