/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-record-view.h"

G_DEFINE_INTERFACE (CapRecordView, cap_record_view, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cap_record_view_default_init (CapRecordViewInterface *iface)
{
  signals[CLOSED] = g_signal_new ("closed", CAP_TYPE_RECORD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

/**
 * cap_record_view_show:
 * @id: UUID of a line of its register
 */
void
cap_record_view_show (CapRecordView *self,
                      const char    *id)
{
  g_return_if_fail (CAP_IS_RECORD_VIEW (self) && id != NULL);

  CAP_RECORD_VIEW_GET_IFACE (self)->show (self, id);
}

/* For the page itself: tells that its line is there no more. */
void
cap_record_view_closed (CapRecordView *self)
{
  g_return_if_fail (CAP_IS_RECORD_VIEW (self));

  g_signal_emit (self, signals[CLOSED], 0);
}
