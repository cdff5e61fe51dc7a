/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/vault/cap-vault-window.h"

#include <glib/gi18n.h>

#include "base/cap-secret.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-passphrase-field.h"
#include "ui/widgets/cap-work-bar.h"
#include "workspace/cap-workspace-vault.h"

#define LOOK_MS 200

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
  CapProgress         progress;  /* of the work under way */
  guint               look_id;   /* source that looks at it, or 0 */

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
  CapWorkBar         *work;
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

/* Backups are many, and as large as the dossier. */
static gboolean
look_cb (gpointer user_data)
{
  CapVaultWindow *self = CAP_VAULT_WINDOW (user_data);
  guint n_done;
  const guint n_backups = cap_progress_read (&self->progress, &n_done);
  g_autofree char *text = NULL;

  if (n_backups == 0)
    return G_SOURCE_CONTINUE;

  /* Translators: the rank of the backup that is being written, and how many there are, which decides */
  text = g_strdup_printf (ngettext ("The dossier is done. Its backups follow: %1$u of %2$u…",
                                    "The dossier is done. Its backups follow: %1$u of %2$u…", n_backups),
                          MIN (n_done + 1, n_backups), n_backups);
  cap_work_bar_tell (self->work, text, (double) n_done / n_backups);

  return G_SOURCE_CONTINUE;
}

static char *
dup_done (CapVaultWindow *self,
          gboolean        was,
          const char     *backups)
{
  const gboolean is = is_encrypted (self);

  return g_strdup_printf ("%s %s", is && was ? _("The passphrase is changed.")
                                   : is ? _("The dossier is encrypted.")
                                        : _("The dossier is no longer encrypted."), backups);
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
  g_autofree char *done = NULL;

  if (self->workspace == NULL)
    return; /* the window was destroyed meanwhile */

  g_clear_handle_id (&self->look_id, g_source_remove);
  done = backups != NULL ? dup_done (self, change->was_encrypted, backups) : NULL;
  if (!cap_work_bar_end (self->work, done != NULL ? done : error->message))
    return;

  set_busy (self, FALSE);
  if (done != NULL)
    {
      reset (self);
      update_state (self);
      cap_message_bar_show (self->message, CAP_MESSAGE_INFO, done);
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
  cap_work_bar_start (self->work, _("The dossier and its backups are being written again…"));
  cap_progress_begin (&self->progress, 0);
  self->look_id = g_timeout_add (LOOK_MS, look_cb, self);
  set_busy (self, TRUE);
  cap_workspace_set_passphrase_async (self->workspace,
                                      change->was_encrypted ? get_text (self->passphrase) : NULL, chosen,
                                      &self->progress, set_cb, change);
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

/* A window that is destroyed is disposed of once no callback holds it any more, which is too late. */
static void
let_go (CapVaultWindow *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->workspace);
}

static void
cap_vault_window_dispose (GObject *object)
{
  let_go (CAP_VAULT_WINDOW (object));

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
  g_type_ensure (CAP_TYPE_WORK_BAR);
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
  BIND (work);
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
  g_signal_connect (self, "unrealize", G_CALLBACK (let_go), NULL);
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
