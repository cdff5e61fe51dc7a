/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-evidence-import.h"

G_BEGIN_DECLS

#define CAP_TYPE_ANSWER_EDITOR (cap_answer_editor_get_type ())

G_DECLARE_FINAL_TYPE (CapAnswerEditor, cap_answer_editor, CAP, ANSWER_EDITOR, GObject)

CapAnswerEditor    *cap_answer_editor_new                (CapWorkspace    *workspace)
                                                          G_GNUC_WARN_UNUSED_RESULT;

CapWorkspace       *cap_answer_editor_get_workspace      (CapAnswerEditor *self);
const CapFramework *cap_answer_editor_get_framework      (CapAnswerEditor *self);
const CapCriterion *cap_answer_editor_get_criterion      (CapAnswerEditor *self);
gboolean            cap_answer_editor_set_criterion      (CapAnswerEditor *self,
                                                          const char      *code);
const CapAnswer    *cap_answer_editor_get_answer         (CapAnswerEditor *self);
const CapAnswer    *cap_answer_editor_get_previous       (CapAnswerEditor *self,
                                                          const char     **date);
const GPtrArray    *cap_answer_editor_list_before        (CapAnswerEditor *self);
const char         *cap_answer_editor_get_error          (CapAnswerEditor *self);
gboolean            cap_answer_editor_get_read_only      (CapAnswerEditor *self);
gboolean            cap_answer_editor_is_core            (CapAnswerEditor *self);
gboolean            cap_answer_editor_lacks_evidence     (CapAnswerEditor *self);

void                cap_answer_editor_rate               (CapAnswerEditor *self,
                                                          int              level);
void                cap_answer_editor_clear              (CapAnswerEditor *self);
gboolean            cap_answer_editor_allows_not_applicable (CapAnswerEditor *self,
                                                             GError         **error);
gboolean            cap_answer_editor_set_not_applicable (CapAnswerEditor *self,
                                                          const char      *reason);
void                cap_answer_editor_set_comment        (CapAnswerEditor *self,
                                                          const char      *comment);
void                cap_answer_editor_set_discuss        (CapAnswerEditor *self,
                                                          gboolean         discuss);
void                cap_answer_editor_add_evidence       (CapAnswerEditor *self,
                                                          const char      *title,
                                                          const char      *reference,
                                                          const char      *date);
void                cap_answer_editor_add_files          (CapAnswerEditor *self,
                                                          const char      *code,
                                                          const GPtrArray *contents);
void                cap_answer_editor_add_piece          (CapAnswerEditor *self,
                                                          const char      *code,
                                                          const char      *id);
void                cap_answer_editor_remove_evidence    (CapAnswerEditor *self,
                                                          const char      *id);
void                cap_answer_editor_confirm            (CapAnswerEditor *self);
void                cap_answer_editor_carry_over         (CapAnswerEditor *self);

G_END_DECLS
