/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/vault/cap-vault-window.h"

#include <glib/gi18n.h>

#include "base/cap-secret.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-passphrase-field.h"
#include "workspace/cap-workspace-vault.h"

/**
 * CapVaultWindow:
 *
 * Encrypts the dossier with a passphrase that is chosen here, changes it, or
 * decrypts the dossier. Says what that protects, what it does not, and that
 * nobody helps who forgets the passphrase, before anything is done.
 */
struct _CapVaultWindow
{
  AdwWindow           parent_instance;

  /* Owned */
  CapWorkspace       *workspace; /* NULL once the window is closed */

  /* Template children */
  CapMessageBar      *message;
  GtkLabel           *state;
  GtkLabel           *explanation;
  GtkButton          *set_button;
  GtkWidget          *form;
  GtkWidget          *passphrase_box;
  GtkWidget          *passphrase;
  CapPassphraseField *chosen;
  GtkWidget          *kept;
  GtkWidget          *remove_box;
  GtkWidget          *progress;
};

G_DEFINE_FINAL_TYPE (CapVaultWindow, cap_vault_window, ADW_TYPE_WINDOW)

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static gboolean
is_encrypted (CapVaultWindow *self)
{
  return self->workspace != NULL && cap_workspace_is_encrypted (self->workspace);
}

static void
update_ready (CapVaultWindow *self)
{
  const gboolean known = !is_encrypted (self) || *get_text (self->passphrase) != '\0';
  const gboolean idle = gtk_widget_get_sensitive (self->form);

  if (self->workspace == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vault.set",
                                 idle && known && cap_passphrase_field_is_filled (self->chosen) &&
                                 gtk_check_button_get_active (GTK_CHECK_BUTTON (self->kept)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vault.remove", idle && is_encrypted (self) && known);
}

static void
update_state (CapVaultWindow *self)
{
  const gboolean encrypted = is_encrypted (self);

  gtk_label_set_text (self->state, encrypted ? _("This dossier is encrypted")
                                             : _("This dossier is not encrypted"));
  gtk_label_set_text (self->explanation, encrypted
    ? _("It opens with its passphrase alone, on any computer that has Cap Cèdre. So do its backups.")
    : _("Whoever can read the file can read what it holds. Encrypted, it will open with its passphrase alone,"
        " on any computer that has Cap Cèdre. Its backups follow."));
  cap_passphrase_field_set_title (self->chosen, encrypted ? _("New passphrase")
                                                          : _("Passphrase that you choose"));
  gtk_button_set_label (self->set_button, encrypted ? _("Change") : _("Encrypt"));
  gtk_widget_set_visible (self->passphrase_box, encrypted);
  gtk_widget_set_visible (self->remove_box, encrypted);
  update_ready (self);
}

static void
set_busy (CapVaultWindow *self,
          gboolean        busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL); /* an entry that cannot be typed in must not keep it */
  gtk_widget_set_visible (self->progress, busy);
  gtk_widget_set_sensitive (self->form, !busy);
  update_ready (self);
}

static void
reset (CapVaultWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  cap_passphrase_field_clear (self->chosen);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kept), FALSE);
}

static void
show_done (CapVaultWindow *self,
           gboolean        was,
           const char     *backups)
{
  const gboolean is = is_encrypted (self);
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s %s", is && was ? _("The passphrase is changed.")
                                   : is ? _("The dossier is encrypted.")
                                        : _("The dossier is no longer encrypted."), backups);
  reset (self);
  update_state (self);
  cap_message_bar_show (self->message, CAP_MESSAGE_INFO, text);
}

typedef struct
{
  CapVaultWindow *window;
  gboolean        was_encrypted;
} Change;

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autofree Change *change = user_data;
  g_autoptr(CapVaultWindow) self = change->window;
  g_autoptr(GError) error = NULL;
  g_autofree char *backups = cap_workspace_set_passphrase_finish (CAP_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return; /* the window was closed meanwhile */

  set_busy (self, FALSE);
  if (backups != NULL)
    {
      show_done (self, change->was_encrypted, backups);
      return;
    }

  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
  if (g_error_matches (error, CAP_SECRET_ERROR, CAP_SECRET_ERROR_PASSPHRASE))
    gtk_widget_grab_focus (self->passphrase);
}

static void
start (CapVaultWindow *self,
       const char     *chosen)
{
  Change *change = g_new0 (Change, 1);

  change->window = g_object_ref (self);
  change->was_encrypted = is_encrypted (self);
  cap_message_bar_hide (self->message);
  set_busy (self, TRUE);
  cap_workspace_set_passphrase_async (self->workspace,
                                      change->was_encrypted ? get_text (self->passphrase) : NULL, chosen,
                                      set_cb, change);
}

static void
set_passphrase_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  CapVaultWindow *self = CAP_VAULT_WINDOW (widget);

  if (cap_passphrase_field_check (self->chosen, self->message))
    start (self, cap_passphrase_field_get_text (self->chosen));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  start (CAP_VAULT_WINDOW (widget), NULL);
}

static void
activated_cb (CapVaultWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "vault.set", NULL);
}

static void
cap_vault_window_dispose (GObject *object)
{
  CapVaultWindow *self = CAP_VAULT_WINDOW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_vault_window_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapVaultWindow, child)

static void
cap_vault_window_class_init (CapVaultWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_vault_window_dispose;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_PASSPHRASE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-vault-window.ui");
  BIND (message);
  BIND (state);
  BIND (explanation);
  BIND (set_button);
  BIND (form);
  BIND (passphrase_box);
  BIND (passphrase);
  BIND (chosen);
  BIND (kept);
  BIND (remove_box);
  BIND (progress);
  gtk_widget_class_bind_template_callback (widget_class, update_ready);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "vault.set", NULL, set_passphrase_cb);
  gtk_widget_class_install_action (widget_class, "vault.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_vault_window_init (CapVaultWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_vault_window_new:
 * @parent: (nullable): the window of the dossier
 * @workspace: with a dossier open that may be written
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_vault_window_new (GtkWindow    *parent,
                      CapWorkspace *workspace)
{
  const CapDossier *dossier;
  CapVaultWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_VAULT_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  dossier = cap_workspace_get_dossier (workspace);
  cap_passphrase_field_set_structure (self->chosen, dossier != NULL ? dossier->member->name : NULL);
  update_state (self);
  gtk_widget_grab_focus (is_encrypted (self) ? self->passphrase : GTK_WIDGET (self->chosen));

  return GTK_WIDGET (self);
}
