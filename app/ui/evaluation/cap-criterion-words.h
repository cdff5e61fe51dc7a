/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework.h"

G_BEGIN_DECLS

GPtrArray *cap_criterion_words_list (const CapCriterion *criterion,
                                     const CapFramework *framework) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
