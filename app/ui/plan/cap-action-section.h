/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/plan/cap-plan-model.h"

G_BEGIN_DECLS

/**
 * CapActionSection:
 * @show: makes the fields say what the action says; not a change
 * @apply: puts what the fields say into the action
 *
 * A part of the page of an action: a group of fields. Signal "changed": a field
 * was finished. Faults are said under the field they are about.
 */
#define CAP_TYPE_ACTION_SECTION (cap_action_section_get_type ())

G_DECLARE_DERIVABLE_TYPE (CapActionSection, cap_action_section, CAP, ACTION_SECTION, AdwPreferencesGroup)

struct _CapActionSectionClass
{
  AdwPreferencesGroupClass parent_class;

  void (*show)  (CapActionSection *self,
                 const CapAction  *action);
  void (*apply) (CapActionSection *self,
                 CapAction        *action);
};

void          cap_action_section_show         (CapActionSection *self,
                                               const CapAction  *action);
void          cap_action_section_apply        (CapActionSection *self,
                                               CapAction        *action);
/* @faults: (nullable) (element-type CapActionFault) */
void          cap_action_section_show_faults  (CapActionSection *self,
                                               const GPtrArray  *faults);
/* Goes to the first field at fault. Returns: whether there is one here */
gboolean      cap_action_section_focus_fault  (CapActionSection *self);

/* @sentence: (nullable): what is wrong with one field, or nothing any more. */
void          cap_action_section_say          (CapActionSection *self,
                                               CapActionField    field,
                                               const char       *sentence);

/* For the sections themselves. */
CapPlanModel *cap_action_section_get_model    (CapActionSection *self);
void          cap_action_section_set_model    (CapActionSection *self,
                                               CapPlanModel     *model);
gboolean      cap_action_section_is_showing   (CapActionSection *self);
void          cap_action_section_emit_changed (CapActionSection *self);

GtkWidget    *cap_action_section_add_entry    (CapActionSection *self,
                                               CapActionField    field,
                                               const char       *title);
GtkWidget    *cap_action_section_add_text     (CapActionSection *self,
                                               CapActionField    field,
                                               const char       *title);
GtkWidget    *cap_action_section_add_date     (CapActionSection *self,
                                               CapActionField    field,
                                               const char       *title);
GtkWidget    *cap_action_section_add_choice   (CapActionSection *self,
                                               CapActionField    field,
                                               const char       *title,
                                               GtkStringList    *labels);
void          cap_action_section_add_row      (CapActionSection *self,
                                               CapActionField    field,
                                               GtkWidget        *row);

/* What there can be several of goes before the row that adds one. */
void          cap_action_section_insert_item  (CapActionSection *self,
                                               GtkWidget        *row);
void          cap_action_section_clear_items  (CapActionSection *self);
/* An entry that adds an item when Enter or its button is pressed: @added is called with @section. */
GtkWidget    *cap_action_section_add_adder    (CapActionSection *self,
                                               CapActionField    field,
                                               const char       *title,
                                               GCallback         added);
GtkWidget    *cap_item_row_new                (const char       *title,
                                               const char       *remove_name,
                                               GCallback         removed,
                                               gpointer          section) G_GNUC_WARN_UNUSED_RESULT;

/* The rank of the item that a widget is in. */
guint         cap_item_row_get_rank           (GtkWidget        *inside);

/* What an entry says, without spaces around; NULL when it is empty. */
char         *cap_entry_dup_text              (GtkWidget        *row) G_GNUC_WARN_UNUSED_RESULT;
/* A field that has the focus keeps what is typed: it is saved when it is left. */
void          cap_entry_show_text             (GtkWidget        *row,
                                               const char       *text);

G_END_DECLS
