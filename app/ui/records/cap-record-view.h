/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapRecordView:
 *
 * The page of one line of a register. Signal "closed": the line is there no more.
 */
#define CAP_TYPE_RECORD_VIEW (cap_record_view_get_type ())

G_DECLARE_INTERFACE (CapRecordView, cap_record_view, CAP, RECORD_VIEW, GtkWidget)

struct _CapRecordViewInterface
{
  GTypeInterface parent_interface;

  void (*show) (CapRecordView *self,
                const char    *id);
};

void cap_record_view_show   (CapRecordView *self,
                             const char    *id);
void cap_record_view_closed (CapRecordView *self);

G_END_DECLS
