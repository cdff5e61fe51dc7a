/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-college.h"
#include "model/cap-framework.h"

G_BEGIN_DECLS

/* The longest code of a respondent, in letters. */
#define CAP_RESPONDENT_MAX 40

/**
 * CapBallotForm:
 * @CAP_BALLOT_FULL: a level of the framework for each criterion
 * @CAP_BALLOT_PLAIN: a step of the plain scale, kept as the level it stands for
 */
typedef enum
{
  CAP_BALLOT_FULL,
  CAP_BALLOT_PLAIN,
} CapBallotForm;

/**
 * CapBallot:
 * @id: UUID
 * @respondent: an anonymous code, once in an evaluation: never a name
 *
 * What one respondent says of the criteria of an evaluation. What the group decides is the answer, and
 * stays apart.
 */
typedef struct
{
  char          *id;
  char          *respondent;
  CapCollege     college;
  CapBallotForm  form;

  /*< private >*/
  GHashTable    *levels;
} CapBallot;

CapBallot  *cap_ballot_new            (const char      *id,
                                       const char      *respondent,
                                       CapCollege       college) G_GNUC_WARN_UNUSED_RESULT;
CapBallot  *cap_ballot_copy           (const CapBallot *self) G_GNUC_WARN_UNUSED_RESULT;
void        cap_ballot_free           (CapBallot       *self);
int         cap_ballot_compare        (const CapBallot *one,
                                       const CapBallot *other);
guint       cap_ballot_count          (const CapBallot *self);
int         cap_ballot_get_level      (const CapBallot *self,
                                       const char      *criterion);
void        cap_ballot_set_level      (CapBallot       *self,
                                       const char      *criterion,
                                       int              level);
GList      *cap_ballot_list_criteria  (const CapBallot *self) G_GNUC_WARN_UNUSED_RESULT;

const char *cap_ballot_form_to_name   (CapBallotForm    form);
gboolean    cap_ballot_form_from_name (const char      *name,
                                       CapBallotForm   *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapBallot, cap_ballot_free)

G_END_DECLS
