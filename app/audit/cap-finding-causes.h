/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapCauseBranch:
 * @label: translated
 * @text: all the causes that come from there, in the order in which they were written
 *
 * A branch of the diagram that Ishikawa draws of the causes of a finding.
 */
typedef struct
{
  const char *label;
  char       *text;
} CapCauseBranch;

GArray *cap_finding_list_branches (const CapDossier *dossier,
                                   const CapRecord  *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
