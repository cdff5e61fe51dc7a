/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-evaluation.h"
#include "model/cap-member.h"

G_BEGIN_DECLS

#define CAP_BALLOT_ERROR (cap_ballot_error_quark ())

/**
 * CapBallotError:
 * @CAP_BALLOT_ERROR_RESPONDENT: not a code: missing, too long, or it may be a name
 * @CAP_BALLOT_ERROR_VOTE: no level: what does not concern is not voted on
 *
 * Messages are sentences for the user, in the user’s language; criteria and levels that are not there have
 * those of #CapAnswerError.
 */
typedef enum
{
  CAP_BALLOT_ERROR_RESPONDENT,
  CAP_BALLOT_ERROR_VOTE,
} CapBallotError;

GQuark   cap_ballot_error_quark      (void);

gboolean cap_ballot_check_respondent (const char           *respondent,
                                      GError              **error);
gboolean cap_ballot_parse_vote       (const CapEvaluation  *evaluation,
                                      const CapMember      *member,
                                      const char           *criterion,
                                      const char           *text,
                                      int                  *level,
                                      GError              **error);

/* What a ballot asks, and the figures it is filled with: levels, or the steps of the plain scale from 1. */
gboolean   cap_ballot_has_form     (const CapFramework   *framework,
                                    CapBallotForm         form);
GPtrArray *cap_ballot_list_asked   (const CapEvaluation  *evaluation,
                                    const CapMember      *member,
                                    CapBallotForm         form) G_GNUC_WARN_UNUSED_RESULT;
int        cap_ballot_figure_to_level   (const CapFramework   *framework,
                                         CapBallotForm         form,
                                         int                   figure);
int        cap_ballot_figure_from_level (const CapFramework   *framework,
                                         CapBallotForm         form,
                                         int                   level);

G_END_DECLS
