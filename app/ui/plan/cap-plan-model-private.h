/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

void cap_plan_model_fail (CapPlanModel *self,
                          const char   *sentence);

G_END_DECLS
