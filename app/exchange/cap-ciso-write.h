/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework.h"

G_BEGIN_DECLS

/*
 * A framework as a library of CISO Assistant, YAML, the same bytes for the same framework. Themes,
 * objectives and criteria are nodes of depth 1, 2 and 3; the question is their description, why and
 * the descriptors their annotation; next steps are reference controls that the library defines; kinds
 * are implementation groups, and a criterion for everybody is in all of them, as the community shows
 * those in no group to nobody. 2026.1 is version 202601, as numbers must grow.
 *
 * What that format has no place for stays behind: bands, rules, services, references to standards,
 * glossary, plain wording, mappings of versions, impact, effort.
 */
GBytes *cap_framework_ciso_write (const CapFramework  *framework,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
