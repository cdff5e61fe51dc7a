/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/evaluation/cap-evaluation-keys.h"

#include "ui/evaluation/cap-criteria-map.h"
#include "ui/widgets/cap-digit-key.h"

/* Single keys answer and move; they are taken at the window, so that they work
 * as soon as the page is in sight, and left to whatever text has the focus. */

/**
 * KeyScope:
 * @KEY_EVERYWHERE: wherever the focus is, but in a text
 * @KEY_IN_TEXT: even in a text
 * @KEY_IN_PAGE: where the arrows have no other meaning
 * @KEY_ENTER: where nothing else is to be activated
 * @KEY_ESCAPE: in what one comes back from: the comment, the map
 */
typedef enum
{
  KEY_EVERYWHERE,
  KEY_IN_TEXT,
  KEY_IN_PAGE,
  KEY_ENTER,
  KEY_ESCAPE,
} KeyScope;

typedef struct
{
  guint       keyval;
  const char *action;
  int         level;
  KeyScope    scope;
} Key;

static const Key keys[] = {
  { GDK_KEY_0, "evaluation.rate", 0 },
  { GDK_KEY_1, "evaluation.rate", 1 },
  { GDK_KEY_2, "evaluation.rate", 2 },
  { GDK_KEY_3, "evaluation.rate", 3 },
  { GDK_KEY_4, "evaluation.rate", 4 },
  { GDK_KEY_5, "evaluation.rate", 5 },
  { GDK_KEY_6, "evaluation.rate", 6 },
  { GDK_KEY_7, "evaluation.rate", 7 },
  { GDK_KEY_8, "evaluation.rate", 8 },
  { GDK_KEY_9, "evaluation.rate", 9 },
  { GDK_KEY_KP_0, "evaluation.rate", 0 },
  { GDK_KEY_KP_1, "evaluation.rate", 1 },
  { GDK_KEY_KP_2, "evaluation.rate", 2 },
  { GDK_KEY_KP_3, "evaluation.rate", 3 },
  { GDK_KEY_KP_4, "evaluation.rate", 4 },
  { GDK_KEY_KP_5, "evaluation.rate", 5 },
  { GDK_KEY_KP_6, "evaluation.rate", 6 },
  { GDK_KEY_KP_7, "evaluation.rate", 7 },
  { GDK_KEY_KP_8, "evaluation.rate", 8 },
  { GDK_KEY_KP_9, "evaluation.rate", 9 },
  { GDK_KEY_n, "evaluation.not-applicable", -1 },
  { GDK_KEY_d, "evaluation.discuss", -1 },
  { GDK_KEY_r, "evaluation.carry-over", -1 },
  { GDK_KEY_c, "evaluation.comment", -1 },
  { GDK_KEY_e, "evaluation.evidence", -1 },
  { GDK_KEY_m, "evaluation.map", -1 },
  { GDK_KEY_f, "evaluation.plain", -1 },
  { GDK_KEY_v, "evaluation.confirm", -1 },
  { GDK_KEY_Delete, "evaluation.clear", -1, KEY_IN_PAGE },
  { GDK_KEY_KP_Delete, "evaluation.clear", -1, KEY_IN_PAGE },
  { GDK_KEY_Page_Up, "evaluation.previous", -1 },
  { GDK_KEY_KP_Page_Up, "evaluation.previous", -1 },
  { GDK_KEY_Page_Down, "evaluation.next", -1 },
  { GDK_KEY_KP_Page_Down, "evaluation.next", -1 },
  { GDK_KEY_Left, "evaluation.previous", -1, KEY_IN_PAGE },
  { GDK_KEY_KP_Left, "evaluation.previous", -1, KEY_IN_PAGE },
  { GDK_KEY_Right, "evaluation.next", -1, KEY_IN_PAGE },
  { GDK_KEY_KP_Right, "evaluation.next", -1, KEY_IN_PAGE },
  { GDK_KEY_Return, "evaluation.next", -1, KEY_ENTER },
  { GDK_KEY_KP_Enter, "evaluation.next", -1, KEY_ENTER },
  { GDK_KEY_Escape, "evaluation.read", -1, KEY_ESCAPE },
};

static const Key control_keys[] = {
  { GDK_KEY_g, "evaluation.map", -1, KEY_IN_TEXT },
  { GDK_KEY_Return, "evaluation.next", -1, KEY_IN_TEXT },
  { GDK_KEY_KP_Enter, "evaluation.next", -1, KEY_IN_TEXT },
};

static const Key *
find_keyval (const Key *list,
             guint      n_keys,
             guint      keyval)
{
  for (guint i = 0; i < n_keys; i++)
    {
      if (list[i].keyval == keyval)
        return &list[i];
    }

  return NULL;
}

static const Key *
find_key (GtkEventController *controller,
          guint               keyval,
          guint               keycode,
          GdkModifierType     state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  guint lower = gdk_keyval_to_lower (keyval);
  const Key *key;

  if (modifiers == GDK_CONTROL_MASK)
    return find_keyval (control_keys, G_N_ELEMENTS (control_keys), lower);
  if (modifiers != 0)
    return NULL;

  key = find_keyval (keys, G_N_ELEMENTS (keys), lower);

  return key != NULL ? key
                     : find_keyval (keys, G_N_ELEMENTS (keys), cap_digit_key_find (controller, keycode));
}

/* Whether what is typed goes into a text. */
static gboolean
is_typing (GtkWidget *focus)
{
  if (focus == NULL)
    return FALSE;

  return GTK_IS_TEXT_VIEW (focus) ||
         (GTK_IS_EDITABLE (focus) && gtk_editable_get_editable (GTK_EDITABLE (focus)));
}

/* A level has nothing to do with Enter: the space bar chooses it. */
static gboolean
takes_enter (GtkWidget *focus)
{
  return focus != NULL &&
         ((GTK_IS_BUTTON (focus) && !GTK_IS_TOGGLE_BUTTON (focus)) || GTK_IS_LIST_BOX_ROW (focus));
}

static gboolean
is_in_scope (const Key *key,
             GtkWidget *page,
             GtkWidget *focus)
{
  gboolean inside = focus == NULL || gtk_widget_is_ancestor (focus, page);
  gboolean in_map = focus != NULL && gtk_widget_get_ancestor (focus, CAP_TYPE_CRITERIA_MAP) != NULL;

  switch (key->scope)
    {
    case KEY_IN_TEXT:
      return TRUE;

    case KEY_IN_PAGE:
      return inside && !in_map && !is_typing (focus);

    case KEY_ENTER:
      return inside && !takes_enter (focus) && !is_typing (focus);

    case KEY_ESCAPE:
      return in_map || (inside && focus != NULL && GTK_IS_TEXT_VIEW (focus));

    case KEY_EVERYWHERE:
    default:
      return !is_typing (focus);
    }
}

static gboolean
key_pressed_cb (GtkWidget          *page,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *controller)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  const Key *key;

  if (root == NULL || !gtk_widget_get_mapped (page) ||
      (focus != NULL && gtk_widget_get_native (focus) != GTK_NATIVE (root)))
    return GDK_EVENT_PROPAGATE;

  key = find_key (controller, keyval, keycode, state);
  if (key == NULL || !is_in_scope (key, page, focus))
    return GDK_EVENT_PROPAGATE;

  if (key->level >= 0)
    gtk_widget_activate_action (page, key->action, "i", key->level);
  else
    gtk_widget_activate_action (page, key->action, NULL);

  return GDK_EVENT_STOP;
}

/**
 * cap_evaluation_keys_new:
 * @page: the widget that has the `evaluation` actions
 *
 * Returns: (transfer full): a controller for the window of @page
 */
GtkEventController *
cap_evaluation_keys_new (GtkWidget *page)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), page, G_CONNECT_SWAPPED);

  return controller;
}
