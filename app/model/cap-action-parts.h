/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapOriginKind:
 * @CAP_ORIGIN_CRITERION: a criterion of the framework: the code is its code
 * @CAP_ORIGIN_FINDING: a finding of an audit
 * @CAP_ORIGIN_COMPLAINT: a complaint
 * @CAP_ORIGIN_REVIEW: a decision of a management review
 * @CAP_ORIGIN_RISK: a risk or an opportunity
 * @CAP_ORIGIN_COMMITMENT: an *engagement réciproque*, by its code
 * @CAP_ORIGIN_REQUIREMENT: a clause, by its number
 * @CAP_ORIGIN_GOAL: an objective of the policy
 * @CAP_ORIGIN_OTHER: anything else, in a few words
 *
 * What an action comes from.
 */
typedef enum
{
  CAP_ORIGIN_CRITERION,
  CAP_ORIGIN_FINDING,
  CAP_ORIGIN_COMPLAINT,
  CAP_ORIGIN_REVIEW,
  CAP_ORIGIN_RISK,
  CAP_ORIGIN_COMMITMENT,
  CAP_ORIGIN_REQUIREMENT,
  CAP_ORIGIN_GOAL,
  CAP_ORIGIN_OTHER,
} CapOriginKind;

#define CAP_N_ORIGIN_KINDS (CAP_ORIGIN_OTHER + 1)

/**
 * CapActionOrigin:
 * @code: how the structure calls it: `A1.2`, `EC-2026-03`; never empty
 */
typedef struct
{
  CapOriginKind  kind;
  char          *code;
} CapActionOrigin;

/**
 * CapActionStep:
 * @id: UUID
 * @title: never empty
 */
typedef struct
{
  char     *id;
  char     *title;
  gboolean  done;
} CapActionStep;

/**
 * CapActionNote:
 * @id: UUID
 * @date: ISO 8601
 * @text: never empty
 *
 * What happened, as a line of the diary of an action.
 */
typedef struct
{
  char *id;
  char *date;
  char *text;
} CapActionNote;

CapActionOrigin *cap_action_origin_new      (CapOriginKind          kind,
                                             const char            *code) G_GNUC_WARN_UNUSED_RESULT;
void             cap_action_origin_free     (CapActionOrigin       *self);

CapActionStep   *cap_action_step_new        (const char            *id,
                                             const char            *title,
                                             gboolean               done) G_GNUC_WARN_UNUSED_RESULT;
void             cap_action_step_free       (CapActionStep         *self);

CapActionNote   *cap_action_note_new        (const char            *id,
                                             const char            *date,
                                             const char            *text) G_GNUC_WARN_UNUSED_RESULT;
void             cap_action_note_free       (CapActionNote         *self);

const char      *cap_origin_kind_to_name    (CapOriginKind          kind);
gboolean         cap_origin_kind_from_name  (const char            *name,
                                             CapOriginKind         *kind);
const char      *cap_origin_kind_get_label  (CapOriginKind          kind);

/* Arrays of them, for the action that owns them. */
GPtrArray       *cap_action_origins_copy    (const GPtrArray       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cap_action_origins_equal   (const GPtrArray       *self,
                                             const GPtrArray       *other);
GPtrArray       *cap_action_steps_copy      (const GPtrArray       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cap_action_steps_equal     (const GPtrArray       *self,
                                             const GPtrArray       *other);
GPtrArray       *cap_action_notes_copy      (const GPtrArray       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cap_action_notes_equal     (const GPtrArray       *self,
                                             const GPtrArray       *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapActionStep, cap_action_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapActionNote, cap_action_note_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapActionOrigin, cap_action_origin_free)

G_END_DECLS
