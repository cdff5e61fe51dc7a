/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-digit-key.h"

/**
 * cap_digit_key_find:
 * @controller: a GtkEventControllerKey that a key reaches
 * @keycode: of this key
 *
 * On a French keyboard the digits of the top row ask for Shift. Nobody should
 * have to hold it 96 times: the key counts as the digit that is engraved on it.
 *
 * Returns: the key value of the digit; 0 for another key
 */
guint
cap_digit_key_find (GtkEventController *controller,
                    guint               keycode)
{
  GdkDisplay *display = gtk_widget_get_display (gtk_event_controller_get_widget (controller));
  int group = (int) gtk_event_controller_key_get_group (GTK_EVENT_CONTROLLER_KEY (controller));
  g_autofree GdkKeymapKey *places = NULL;
  g_autofree guint *keyvals = NULL;
  int n_places;

  if (!gdk_display_map_keycode (display, keycode, &places, &keyvals, &n_places))
    return 0;

  for (int i = 0; i < n_places; i++)
    {
      if (places[i].group == group && places[i].level <= 1 &&
          keyvals[i] >= GDK_KEY_0 && keyvals[i] <= GDK_KEY_9)
        return keyvals[i];
    }

  return 0;
}
