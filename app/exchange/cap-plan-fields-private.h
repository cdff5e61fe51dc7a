/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-field.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapFieldKind:
 * @CAP_FIELD_KIND_TEXT: words
 * @CAP_FIELD_KIND_CHOICE: one word of a list: cap_plan_fields_list_choices()
 * @CAP_FIELD_KIND_DATE: ISO 8601
 * @CAP_FIELD_KIND_NUMBER: cap_plan_fields_get_number()
 *
 * What a field holds, for the cells of a spreadsheet.
 */
typedef enum
{
  CAP_FIELD_KIND_TEXT,
  CAP_FIELD_KIND_CHOICE,
  CAP_FIELD_KIND_DATE,
  CAP_FIELD_KIND_NUMBER,
} CapFieldKind;

/**
 * CapPlanFields:
 *
 * The fields of the actions of a dossier as cells, in the user’s language.
 * What has several parts has one on each line:
 *
 *   origins        A1.2, B2.1                        criteria only
 *                  Constat : EC-03                   other kinds, each on its line
 *   steps          [x] Écrire la procédure
 *                  [ ] La faire relire
 *   diary          2026-11-20: Relancé le fournisseur
 *   contributors   a function on each line
 *   waits for      3, 5                              numbers of actions
 *
 * cap_actions_csv_preview() reads all of it again.
 */
typedef struct
{
  GHashTable *actions;    /* UUID → CapAction */
  GHashTable *indicators; /* UUID → CapIndicator */
} CapPlanFields;

void         cap_plan_fields_init         (CapPlanFields       *self,
                                           const CapDossier    *dossier);
void         cap_plan_fields_clear        (CapPlanFields       *self);
char        *cap_plan_fields_dup_text     (const CapPlanFields *self,
                                           const CapAction     *action,
                                           CapActionField       field) G_GNUC_WARN_UNUSED_RESULT;
gboolean     cap_plan_fields_get_number   (const CapAction     *action,
                                           CapActionField       field,
                                           double              *number);
CapFieldKind cap_plan_fields_get_kind     (CapActionField       field);
/* Returns: (array zero-terminated=1): the words of a choice; to be freed, they are not */
const char **cap_plan_fields_list_choices (CapActionField       field) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapPlanFields, cap_plan_fields_clear)

G_END_DECLS
