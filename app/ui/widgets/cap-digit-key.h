/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint cap_digit_key_find (GtkEventController *controller,
                          guint               keycode);

G_END_DECLS
