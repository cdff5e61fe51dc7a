/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapMessageKind:
 * @CAP_MESSAGE_INFO: good to know; can be closed
 * @CAP_MESSAGE_STATE: what holds as long as the dossier is open: it stays
 * @CAP_MESSAGE_ERROR: something did not work; says what to do
 */
typedef enum
{
  CAP_MESSAGE_INFO,
  CAP_MESSAGE_STATE,
  CAP_MESSAGE_ERROR,
} CapMessageKind;

#define CAP_TYPE_MESSAGE_BAR (cap_message_bar_get_type ())

G_DECLARE_FINAL_TYPE (CapMessageBar, cap_message_bar, CAP, MESSAGE_BAR, GtkWidget)

GtkWidget *cap_message_bar_new        (void) G_GNUC_WARN_UNUSED_RESULT;

void       cap_message_bar_show       (CapMessageBar  *self,
                                       CapMessageKind  kind,
                                       const char     *text);
void       cap_message_bar_add_action (CapMessageBar  *self,
                                       const char     *label,
                                       const char     *action_name);
void       cap_message_bar_hide       (CapMessageBar  *self);

G_END_DECLS
