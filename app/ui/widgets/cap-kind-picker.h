/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-framework.h"

G_BEGIN_DECLS

#define CAP_TYPE_KIND_PICKER (cap_kind_picker_get_type ())

G_DECLARE_FINAL_TYPE (CapKindPicker, cap_kind_picker, CAP, KIND_PICKER, GtkWidget)

/* Signal "changed": the person chose another set. */
void   cap_kind_picker_set_terms (CapKindPicker      *self,
                                  const GPtrArray    *terms);

GStrv  cap_kind_picker_dup_kinds (CapKindPicker      *self) G_GNUC_WARN_UNUSED_RESULT;
void   cap_kind_picker_set_kinds (CapKindPicker      *self,
                                  const char * const *kinds);

G_END_DECLS
