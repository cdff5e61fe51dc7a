/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows a toast whose button to close has a name: libadwaita 1.2 gives it none. @text is plain. */
AdwToast *cap_toast_show (AdwToastOverlay *toasts,
                          const char      *text,
                          const char      *button,
                          const char      *action_name);

G_END_DECLS
