/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-evaluation.h"
#include "model/cap-member.h"

G_BEGIN_DECLS

#define CAP_TYPE_MEMBER_FORM (cap_member_form_get_type ())

G_DECLARE_FINAL_TYPE (CapMemberForm, cap_member_form, CAP, MEMBER_FORM, GtkWidget)

/* Signals:
 *   "edited"   something is being typed: what depends on it may follow
 *   "changed"  a field is finished: the profile can be saved
 */
GtkWidget *cap_member_form_new             (const GPtrArray    *kinds) G_GNUC_WARN_UNUSED_RESULT;

void       cap_member_form_enter           (CapMemberForm      *self);

void       cap_member_form_set_member      (CapMemberForm      *self,
                                            const CapMember    *member);
CapMember *cap_member_form_dup_member      (CapMemberForm      *self) G_GNUC_WARN_UNUSED_RESULT;

CapMode    cap_member_form_get_mode        (CapMemberForm      *self);
void       cap_member_form_set_mode        (CapMemberForm      *self,
                                            CapMode             mode);

gboolean   cap_member_form_is_valid        (CapMemberForm      *self);
void       cap_member_form_show_scope      (CapMemberForm      *self,
                                            const char         *text);

G_END_DECLS
