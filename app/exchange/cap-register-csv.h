/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/**
 * CapRegisterPreview:
 * @kind: the register
 * @faults: (element-type utf8): all of them, with their line, in the user’s language
 * @n_added: lines that would enter the register
 * @n_changed: lines of the register that would change
 * @n_same: lines of the register that are so already
 * @command: (nullable): the gesture; %NULL when there is a fault: all rows, or none
 *
 * What the import of a list into a register would do.
 */
typedef struct
{
  CapRegisterKind  kind;
  GPtrArray       *faults;
  guint            n_added;
  guint            n_changed;
  guint            n_same;
  CapCommand      *command;
} CapRegisterPreview;

CapRegisterPreview *cap_register_csv_preview  (GBytes             *source,
                                               const char         *name,
                                               CapRegisterKind     kind,
                                               const CapDossier   *dossier,
                                               const char         *today) G_GNUC_WARN_UNUSED_RESULT;
void                cap_register_preview_free (CapRegisterPreview *self);
char               *cap_register_preview_dup_summary (const CapRegisterPreview *self)
                                                      G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapRegisterPreview, cap_register_preview_free)

G_END_DECLS
