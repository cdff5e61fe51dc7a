/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/documents/cap-seal-passphrase-window.h"

#include <glib/gi18n.h>

#include "base/cap-secret.h"
#include "ui/widgets/cap-passphrase-field.h"
#include "ui/widgets/cap-work-bar.h"
#include "workspace/cap-workspace-seal.h"

struct _CapSealPassphraseWindow
{
  AdwWindow           parent_instance;

  /* Owned */
  CapWorkspace       *workspace; /* NULL once the window is closed */

  /* Template children */
  CapMessageBar      *message;
  GtkWidget          *form;
  GtkWidget          *passphrase;
  CapPassphraseField *chosen;
  CapWorkBar         *work;
};

G_DEFINE_FINAL_TYPE (CapSealPassphraseWindow, cap_seal_passphrase_window, ADW_TYPE_WINDOW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_ready (CapSealPassphraseWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "seal.set-passphrase",
                                 gtk_widget_get_sensitive (self->form) &&
                                 *gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) != '\0' &&
                                 cap_passphrase_field_is_filled (self->chosen));
}

static void
set_busy (CapSealPassphraseWindow *self,
          gboolean                 busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL); /* an entry that cannot be typed in must not keep it */
  gtk_widget_set_sensitive (self->form, !busy);
  update_ready (self);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapSealPassphraseWindow) self = CAP_SEAL_PASSPHRASE_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  const gboolean changed = cap_workspace_change_seal_passphrase_finish (CAP_WORKSPACE (source), result,
                                                                        &error);

  if (self->workspace == NULL)
    return; /* the window was destroyed meanwhile */

  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
  /* The window that seals, which shows it too, may be closed by now. */
  if (!cap_work_bar_end (self->work, changed ? _("The passphrase of the seal is changed.") : error->message))
    return;

  if (changed)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  set_busy (self, FALSE);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
  gtk_widget_grab_focus (g_error_matches (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE)
                         ? self->passphrase : GTK_WIDGET (self->chosen));
}

static void
set_passphrase_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  CapSealPassphraseWindow *self = CAP_SEAL_PASSPHRASE_WINDOW (widget);

  if (!cap_passphrase_field_check (self->chosen, self->message))
    return;

  cap_message_bar_hide (self->message);
  cap_work_bar_start (self->work, _("The passphrase is being changed…"));
  set_busy (self, TRUE);
  cap_workspace_change_seal_passphrase_async (self->workspace,
                                              gtk_editable_get_text (GTK_EDITABLE (self->passphrase)),
                                              cap_passphrase_field_get_text (self->chosen), changed_cb,
                                              g_object_ref (self));
}

static void
activated_cb (CapSealPassphraseWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "seal.set-passphrase", NULL);
}

/* A window that is destroyed is disposed of once no callback holds it any more, which is too late. */
static void
let_go (CapSealPassphraseWindow *self)
{
  g_clear_object (&self->workspace);
}

static void
cap_seal_passphrase_window_dispose (GObject *object)
{
  let_go (CAP_SEAL_PASSPHRASE_WINDOW (object));

  G_OBJECT_CLASS (cap_seal_passphrase_window_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapSealPassphraseWindow, child)

static void
cap_seal_passphrase_window_class_init (CapSealPassphraseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_seal_passphrase_window_dispose;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_SEAL_PASSPHRASE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_PASSPHRASE_FIELD);
  g_type_ensure (CAP_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-seal-passphrase-window.ui");
  BIND (message);
  BIND (form);
  BIND (passphrase);
  BIND (chosen);
  BIND (work);
  gtk_widget_class_bind_template_callback (widget_class, update_ready);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "seal.set-passphrase", NULL, set_passphrase_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_seal_passphrase_window_init (CapSealPassphraseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "unrealize", G_CALLBACK (let_go), NULL);
  update_ready (self);
}

/**
 * cap_seal_passphrase_window_new:
 * @parent: (nullable): the window that seals
 * @workspace: with a dossier open that has a key
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_seal_passphrase_window_new (GtkWindow    *parent,
                                CapWorkspace *workspace)
{
  CapSealPassphraseWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_SEAL_PASSPHRASE_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  cap_passphrase_field_set_title (self->chosen, _("New passphrase"));
  cap_passphrase_field_set_structure (self->chosen, cap_workspace_get_dossier (workspace)->member->name);
  gtk_widget_grab_focus (self->passphrase);

  return GTK_WIDGET (self);
}
