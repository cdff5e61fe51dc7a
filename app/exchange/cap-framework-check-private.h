/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-json-private.h"
#include "model/cap-framework.h"

G_BEGIN_DECLS

void cap_framework_check (const CapFramework *framework,
                          CapJsonReader      *reader);

G_END_DECLS
