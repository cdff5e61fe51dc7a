/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/cap-cli-private.h"
#include "exchange/cap-framework-diff-json.h"

G_BEGIN_DECLS

void cap_cli_print_framework (const CapFramework     *framework);
void cap_cli_print_diff      (const CapFrameworkDiff *diff);

G_END_DECLS
