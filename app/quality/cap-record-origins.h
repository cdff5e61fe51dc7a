/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/* Actions come from lines of registers, which they name by their code. */
gboolean cap_register_is_origin      (CapRegisterKind   kind,
                                      CapOriginKind    *origin);
gboolean cap_action_comes_from       (const CapAction  *action,
                                      CapOriginKind     origin,
                                      const char       *code);
void     cap_record_put_renamed_origins (CapCommand       *command,
                                         const CapDossier *dossier,
                                         CapRegisterKind   kind,
                                         const char       *old,
                                         const char       *new);

G_END_DECLS
