/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-unlock-window.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-message-bar.h"
#include "workspace/cap-workspace-vault.h"

/**
 * CapUnlockWindow:
 *
 * Asks for the passphrase of a dossier that is encrypted, as long as a wrong
 * one is typed: what was typed stays, to be mended.
 *
 * Where it is not the dossier that needs one, but what a killed program left of
 * it under another one, that one may be lost: what is left can be set aside.
 */
struct _CapUnlockWindow
{
  AdwWindow      parent_instance;

  /* Owned */
  GTask         *task; /* what waits for the key; NULL once it was told */
  char          *path;
  char          *name;

  /* Template children */
  CapMessageBar *message;
  GtkLabel      *what;
  GtkLabel      *left;
  GtkWidget     *form;
  GtkWidget     *passphrase;
  GtkWidget     *progress;
  GtkWidget     *aside;
};

G_DEFINE_FINAL_TYPE (CapUnlockWindow, cap_unlock_window, ADW_TYPE_WINDOW)

static void
set_busy (CapUnlockWindow *self,
          gboolean         busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL); /* an entry that cannot be typed in must not keep it */
  gtk_widget_set_visible (self->progress, busy);
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unlock.unlock",
                                 !busy && *gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unlock.set-aside",
                                 !busy && gtk_widget_get_visible (self->aside));
}

static void
changed_cb (CapUnlockWindow *self)
{
  set_busy (self, FALSE);
}

static void
show_error (CapUnlockWindow *self,
            const GError    *error)
{
  const char *what = gtk_widget_get_visible (self->aside) ? _("This is not the passphrase of this work")
                                                          : error->message;
  g_autofree char *text = NULL;

  if (g_error_matches (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE))
    text = g_strdup_printf ("%s. %s", what,
                            _("Capitals, accents and spaces count: show what you typed, and look at the"
                              " language of the keyboard."));
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, text != NULL ? text : error->message);
  gtk_widget_grab_focus (self->passphrase);
}

/* Who holds it keeps it from being disposed of: then nobody was told yet. */
static gboolean
was_closed (CapUnlockWindow *self)
{
  return self->task == NULL || !gtk_widget_get_realized (GTK_WIDGET (self));
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapUnlockWindow) self = CAP_UNLOCK_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapVaultKey) key = cap_unlock_finish (result, &error);
  g_autoptr(GTask) task = NULL;

  if (was_closed (self))
    return;

  set_busy (self, FALSE);
  if (key == NULL)
    {
      show_error (self, error);
      return;
    }

  task = g_steal_pointer (&self->task);
  gtk_window_destroy (GTK_WINDOW (self));
  g_task_return_pointer (task, g_steal_pointer (&key), (GDestroyNotify) cap_vault_key_unref);
}

static void
unlock_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapUnlockWindow *self = CAP_UNLOCK_WINDOW (widget);

  cap_message_bar_hide (self->message);
  set_busy (self, TRUE);
  cap_unlock_async (self->path, gtk_editable_get_text (GTK_EDITABLE (self->passphrase)),
                    g_task_get_cancellable (self->task), unlocked_cb, g_object_ref (self));
}

static void
set_aside_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CapUnlockWindow) self = CAP_UNLOCK_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  const gboolean is_aside = cap_left_over_set_aside_finish (result, &error);
  g_autoptr(GTask) task = NULL;

  if (was_closed (self))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!is_aside)
    {
      show_error (self, error);
      return;
    }

  task = g_steal_pointer (&self->task);
  gtk_window_destroy (GTK_WINDOW (self));
  g_task_return_pointer (task, NULL, NULL);
}

static void
start_setting_aside_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  CapUnlockWindow *self = CAP_UNLOCK_WINDOW (widget);

  cap_message_bar_hide (self->message);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (widget, FALSE); /* a moment: a folder gets another name */
  cap_left_over_set_aside_async (self->path, set_aside_cb, g_object_ref (self));
}

static void
activated_cb (CapUnlockWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "unlock.unlock", NULL);
}

/* Whoever waits is told that nobody will. */
static void
give_up (CapUnlockWindow *self)
{
  g_autoptr(GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closed");
}

static void
cap_unlock_window_dispose (GObject *object)
{
  give_up (CAP_UNLOCK_WINDOW (object));

  G_OBJECT_CLASS (cap_unlock_window_parent_class)->dispose (object);
}

static void
cap_unlock_window_finalize (GObject *object)
{
  CapUnlockWindow *self = CAP_UNLOCK_WINDOW (object);

  g_free (self->path);
  g_free (self->name);

  G_OBJECT_CLASS (cap_unlock_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapUnlockWindow, child)

static void
cap_unlock_window_class_init (CapUnlockWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_unlock_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_unlock_window_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-unlock-window.ui");
  BIND (message);
  BIND (what);
  BIND (left);
  BIND (form);
  BIND (passphrase);
  BIND (progress);
  BIND (aside);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "unlock.unlock", NULL, unlock_cb);
  gtk_widget_class_install_action (widget_class, "unlock.set-aside", NULL, start_setting_aside_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_unlock_window_init (CapUnlockWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_busy (self, FALSE);
}

/* @time: when that was left */
static void
show_left_over (CapUnlockWindow *self,
                GDateTime       *time)
{
  /* Translators: day and time of a backup: “12 March 2027, 14:05” */
  g_autofree char *when = g_date_time_format (time, _("%-d %B %Y, %H:%M"));
  /* Translators: the name of a file */
  g_autofree char *what = g_strdup_printf (_("Unfinished work of “%s” is encrypted"), self->name);
  /* Translators: a day and a time: “12 March 2027, 14:05” */
  g_autofree char *text = g_strdup_printf (_("The program stopped on %s, before this work was in the file."
                                             " It is encrypted with the passphrase that the dossier had"
                                             " then."), when);

  gtk_label_set_text (self->what, what);
  gtk_label_set_text (self->left, text);
  gtk_widget_set_visible (GTK_WIDGET (self->left), TRUE);
  gtk_widget_set_visible (self->aside, TRUE);
  set_busy (self, FALSE);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree GWeakRef *weak = user_data;
  g_autoptr(CapUnlockWindow) self = g_weak_ref_get (weak);
  g_autoptr(GDateTime) left = cap_left_over_find_finish (result);

  g_weak_ref_clear (weak);
  if (self == NULL)
    return; /* it was destroyed before anybody saw it */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (self->task)))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (left != NULL)
    show_left_over (self, left);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * cap_unlock_window_ask_async:
 * @parent: (nullable): the window that the dossier is for
 * @path: a dossier that is encrypted, or of which a killed program left what is
 * @what: (nullable): what to call it; %NULL for the name of the file
 *
 * Ends with %G_IO_ERROR_CANCELLED when the window is closed.
 */
void
cap_unlock_window_ask_async (GtkWindow           *parent,
                             const char          *path,
                             const char          *what,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  CapUnlockWindow *self;
  GWeakRef *weak;
  g_autofree char *text = NULL;

  g_return_if_fail (path != NULL);

  self = g_object_new (CAP_TYPE_UNLOCK_WINDOW, "transient-for", parent, NULL);
  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);
  self->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, cap_unlock_window_ask_async);

  /* Translators: the name of a file */
  text = g_strdup_printf (_("“%s” is encrypted"), self->name);
  gtk_label_set_text (self->what, what != NULL ? what : text);
  gtk_window_set_focus (GTK_WINDOW (self), self->passphrase);
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  cap_left_over_find_async (path, cancellable, found_cb, weak);
}

/**
 * cap_unlock_window_ask_finish:
 * @key: (out) (transfer full) (nullable): the dossier opens as long as it is held; %NULL where what was
 *   locked is set aside
 *
 * Returns: whether it is worth to open the dossier again
 */
gboolean
cap_unlock_window_ask_finish (GAsyncResult  *result,
                              CapVaultKey  **key,
                              GError       **error)
{
  g_autoptr(GError) problem = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL) && key != NULL, FALSE);

  *key = g_task_propagate_pointer (G_TASK (result), &problem);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

typedef struct
{
  GtkWindow        *window;
  CapVaultKey     **key;
  CapUnlockedFunc   func;
} Holder;

static void
held_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Holder *holder = user_data;
  g_autoptr(GtkWindow) window = holder->window;
  g_autoptr(CapVaultKey) key = NULL;

  if (!cap_unlock_window_ask_finish (result, &key, NULL) || !gtk_widget_get_realized (GTK_WIDGET (window)))
    return; /* it was not given, or the window was closed meanwhile */

  if (key != NULL)
    {
      g_clear_pointer (holder->key, cap_vault_key_unref);
      *holder->key = g_steal_pointer (&key);
    }
  holder->func (window);
}

/**
 * cap_unlock_window_hold:
 * @window: that wants to read a dossier
 * @path: the dossier, which is encrypted
 * @key: a member of @window: holds the key from then on
 * @func: reads it again, unless @window is closed
 *
 * Asks for the passphrase of another dossier than the one that is open; not where @window is closed by now.
 */
void
cap_unlock_window_hold (GtkWindow        *window,
                        const char       *path,
                        CapVaultKey     **key,
                        CapUnlockedFunc   func)
{
  Holder *holder;

  g_return_if_fail (GTK_IS_WINDOW (window) && path != NULL && key != NULL && func != NULL);

  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    return;

  holder = g_new0 (Holder, 1);
  holder->window = g_object_ref (window);
  holder->key = key;
  holder->func = func;
  cap_unlock_window_ask_async (window, path, NULL, NULL, held_cb, holder);
}
