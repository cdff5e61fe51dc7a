/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-register.h"

G_BEGIN_DECLS

/* Stands for a number that nobody gave. */
#define CAP_NUMBER_UNSET -1

/**
 * CapRecord:
 * @kind: the register that it is a line of
 * @id: UUID
 * @parent: (nullable): UUID of the record that it belongs to
 *
 * One line of a register. Fields go by their place in it: %CAP_RISK_TITLE. What
 * is not said is %NULL, never empty.
 */
typedef struct
{
  CapRegisterKind  kind;
  char            *id;
  char            *parent;

  /*< private >*/
  char           **values;
} CapRecord;

CapRecord  *cap_record_new        (CapRegisterKind   kind,
                                   const char       *id) G_GNUC_WARN_UNUSED_RESULT;
CapRecord  *cap_record_new_part   (CapRegisterKind   kind,
                                   const char       *id,
                                   const char       *parent) G_GNUC_WARN_UNUSED_RESULT;
CapRecord  *cap_record_copy       (const CapRecord  *self) G_GNUC_WARN_UNUSED_RESULT;
void        cap_record_free       (CapRecord        *self);
gboolean    cap_record_equal      (const CapRecord  *self,
                                   const CapRecord  *other);

const char *cap_record_get        (const CapRecord  *self,
                                   guint             field);
gboolean    cap_record_set        (CapRecord        *self,
                                   guint             field,
                                   const char       *value);
gboolean    cap_record_is         (const CapRecord  *self,
                                   guint             field,
                                   const char       *choice);
int         cap_record_get_number (const CapRecord  *self,
                                   guint             field);
gboolean    cap_record_set_number (CapRecord        *self,
                                   guint             field,
                                   int               number);
GStrv       cap_record_dup_codes  (const CapRecord  *self,
                                   guint             field) G_GNUC_WARN_UNUSED_RESULT;
gboolean    cap_record_set_codes  (CapRecord        *self,
                                   guint             field,
                                   const char * const *codes);
gboolean    cap_record_has_code   (const CapRecord  *self,
                                   guint             field,
                                   const char       *code);
const char *cap_record_get_choice (const CapRecord  *self,
                                   guint             field);
const char *cap_record_get_code   (const CapRecord  *self);
const char *cap_record_get_title  (const CapRecord  *self);
int         cap_record_compare    (const CapRecord  *self,
                                   const CapRecord  *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapRecord, cap_record_free)

G_END_DECLS
