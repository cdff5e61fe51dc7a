/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-evaluation.h"
#include "model/cap-member.h"

G_BEGIN_DECLS

#define CAP_ANSWER_ERROR (cap_answer_error_quark ())

/**
 * CapAnswerError:
 * @CAP_ANSWER_ERROR_UNKNOWN_CRITERION: the framework has no such criterion
 * @CAP_ANSWER_ERROR_OUT_OF_SCOPE: the profile, the mode or the path leaves it out
 * @CAP_ANSWER_ERROR_LEVEL: not a level
 * @CAP_ANSWER_ERROR_CORE: a core criterion concerns everybody
 * @CAP_ANSWER_ERROR_REASON: not applicable without a reason
 *
 * Messages are sentences for the user, in the user’s language.
 */
typedef enum
{
  CAP_ANSWER_ERROR_UNKNOWN_CRITERION,
  CAP_ANSWER_ERROR_OUT_OF_SCOPE,
  CAP_ANSWER_ERROR_LEVEL,
  CAP_ANSWER_ERROR_CORE,
  CAP_ANSWER_ERROR_REASON,
} CapAnswerError;

GQuark   cap_answer_error_quark (void);

gboolean cap_scope_passes       (const CapFilter     *filter,
                                 const CapFramework  *framework,
                                 const CapMember     *member);
gboolean cap_scope_includes     (const CapCriterion  *criterion,
                                 const CapEvaluation *evaluation,
                                 const CapMember     *member);
gboolean cap_scope_check_answer (const CapEvaluation *evaluation,
                                 const CapMember     *member,
                                 const CapAnswer     *answer,
                                 GError             **error);
CapAnswer *cap_scope_parse_answer (const CapFramework  *framework,
                                   const char          *criterion,
                                   const char          *level,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
