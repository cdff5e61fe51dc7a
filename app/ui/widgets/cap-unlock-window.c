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
 */
struct _CapUnlockWindow
{
  AdwWindow      parent_instance;

  /* Owned */
  GTask         *task; /* what waits for the key; NULL once it was told */
  char          *path;

  /* Template children */
  CapMessageBar *message;
  GtkLabel      *what;
  GtkWidget     *form;
  GtkWidget     *passphrase;
  GtkWidget     *progress;
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
  g_autofree char *text = NULL;

  if (g_error_matches (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE))
    text = g_strdup_printf ("%s. %s", error->message,
                            _("Capitals, accents and spaces count: show what you typed, and look at the"
                              " language of the keyboard."));
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, text != NULL ? text : error->message);
  gtk_widget_grab_focus (self->passphrase);
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

  if (self->task == NULL)
    return; /* the window was closed meanwhile */

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
  BIND (form);
  BIND (passphrase);
  BIND (progress);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "unlock.unlock", NULL, unlock_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_unlock_window_init (CapUnlockWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_busy (self, FALSE);
}

/**
 * cap_unlock_window_ask_async:
 * @parent: (nullable): the window that the dossier is for
 * @path: a dossier that is encrypted
 *
 * Ends with %G_IO_ERROR_CANCELLED when the window is closed.
 */
void
cap_unlock_window_ask_async (GtkWindow           *parent,
                             const char          *path,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  CapUnlockWindow *self;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (path != NULL);

  self = g_object_new (CAP_TYPE_UNLOCK_WINDOW, "transient-for", parent, NULL);
  self->path = g_strdup (path);
  self->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, cap_unlock_window_ask_async);

  name = g_path_get_basename (path);
  /* Translators: the name of a file */
  text = g_strdup_printf (_("“%s” is encrypted"), name);
  gtk_label_set_text (self->what, text);
  gtk_window_set_focus (GTK_WINDOW (self), self->passphrase);
  gtk_window_present (GTK_WINDOW (self));
}

/* Returns: (transfer full) (nullable): the key: the dossier opens as long as it is held */
CapVaultKey *
cap_unlock_window_ask_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
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
  CapVaultKey *key = cap_unlock_window_ask_finish (result, NULL);

  if (key == NULL)
    return;

  if (!gtk_widget_get_realized (GTK_WIDGET (window)))
    {
      cap_vault_key_unref (key); /* the window was closed meanwhile */
      return;
    }

  g_clear_pointer (holder->key, cap_vault_key_unref);
  *holder->key = key;
  holder->func (window);
}

/**
 * cap_unlock_window_hold:
 * @window: that wants to read a dossier
 * @path: the dossier, which is encrypted
 * @key: a member of @window: holds the key from then on
 * @func: reads it again, unless @window is closed
 *
 * Asks for the passphrase of another dossier than the one that is open.
 */
void
cap_unlock_window_hold (GtkWindow        *window,
                        const char       *path,
                        CapVaultKey     **key,
                        CapUnlockedFunc   func)
{
  Holder *holder;

  g_return_if_fail (GTK_IS_WINDOW (window) && path != NULL && key != NULL && func != NULL);

  holder = g_new0 (Holder, 1);
  holder->window = g_object_ref (window);
  holder->key = key;
  holder->func = func;
  cap_unlock_window_ask_async (window, path, NULL, held_cb, holder);
}
