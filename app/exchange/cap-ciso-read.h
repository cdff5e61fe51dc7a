/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework.h"

G_BEGIN_DECLS

/*
 * A library of CISO Assistant, YAML, becomes a framework as follows. What people read comes first in
 * the language that is asked for, when at least half of the requirements have it; all other languages
 * are kept as translations.
 *
 * themes       the highest node above a requirement that is not assessable itself; requirements with
 *              no such node have one theme and one objective, named after the framework
 * objectives   the nearest such node, with the names above it when several would be called the same;
 *              requirements right below a theme have an objective that is called as the theme
 * criteria     every assessable node, also above or below another one
 * codes        the reference, as one word, when nothing else has it; else the end of the URN; else the
 *              start of it and a number that follows from the whole of it
 * label        the name, else the first sentence of the description, else the first question
 * question     the description when it says more than the label, the questions with their answers and
 *              conditions, then the nodes of text that stand below the requirement
 * why          the annotation, the threats, the scale of this requirement when it has its own
 * summary, advice  the description of the node, else its annotation
 * evidence     the lines of the typical evidence
 * steps        the reference controls, from the lowest level to the target
 * descriptors  the answers of a lone question when each adds the score of one level
 * kinds        the implementation groups; filters are the sets of them that requirements have. No
 *              group, or all of them: everybody. The groups that an answer selects are not followed
 * core         “mandatory”, unless everything is; impact 3 then, 1 for “nice_to_have”, 2 otherwise
 * levels       one for each score up to eleven; for a longer scale one for each score that has a name,
 *              failing that five. Numbers start at 0, or at 1 if the scale does. No scale: three
 *              levels of compliance
 * rules        the target is the level below the highest one (the highest one without scale), the
 *              minimum the second one; evidence is asked for at the highest one
 * version      year of publication and number, as “2024.3”
 * notice       description, provider and copyright, where it comes from, and what was not taken over
 */

/* Every fault, as “line 12: sentence”, or one sentence when the library holds no framework;
 * @framework is set when there is none. */
GPtrArray *cap_framework_ciso_read (GBytes        *source,
                                    const char    *language,
                                    CapFramework **framework) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
