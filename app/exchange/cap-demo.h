/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/**
 * CapDemo:
 * @CAP_DEMO_STRUCTURE: a structure, its photographs, its plan, its registers and its evidence
 * @CAP_DEMO_GROUP: a federation and the sites of its group certificate
 *
 * The demonstration dossiers.
 */
typedef enum
{
  CAP_DEMO_STRUCTURE,
  CAP_DEMO_GROUP,
} CapDemo;

/* The gestures that make one of them: the first one creates it. */
GPtrArray *cap_demo_list_commands (CapDemo demo) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
