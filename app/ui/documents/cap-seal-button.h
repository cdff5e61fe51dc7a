/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-document.h"

G_BEGIN_DECLS

#define CAP_TYPE_SEAL_BUTTON (cap_seal_button_get_type ())

G_DECLARE_FINAL_TYPE (CapSealButton, cap_seal_button, CAP, SEAL_BUTTON, AdwBin)

void cap_seal_button_set_document (CapSealButton *self,
                                   CapWorkspace  *workspace,
                                   CapDocument   *document);

G_END_DECLS
