/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/documents/cap-seal-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "ui/documents/cap-document-chooser.h"
#include "ui/documents/cap-seal-passphrase-window.h"
#include "ui/widgets/cap-passphrase-field.h"
#include "ui/widgets/cap-work-bar.h"
#include "workspace/cap-workspace-seal.h"

#define MAX_SHOWN 50 /* seals, the newest */

/**
 * CapSealWindow:
 *
 * Seals a document: says what that is, asks for the passphrase of the
 * structure’s key, or for one that is chosen the first time, then where to
 * write the PDF. What was sealed before is listed. A wrong passphrase is typed
 * again, and nothing else. From here the passphrase is changed, too.
 */
struct _CapSealWindow
{
  AdwWindow             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;   /* NULL once the window is closed */
  CapDocument          *document;
  CapSealBook          *book;        /* NULL until it is read */
  GCancellable         *cancellable; /* of reading it */
  GtkFileChooserNative *chooser;     /* the one that is open, or NULL */
  char                 *path;        /* where to write, once it was chosen */

  /* Template children */
  CapMessageBar        *message;
  GtkLabel             *what;
  GtkWidget            *form;
  GtkLabel             *key_label;
  GtkWidget            *passphrase_box;
  GtkWidget            *passphrase;
  CapPassphraseField   *chosen;
  GtkCheckButton       *lost;
  GtkWidget            *change_button;
  CapWorkBar           *work;
  GtkWidget            *done;
  GtkLabel             *done_label;
  GtkBox               *seals;
};

G_DEFINE_FINAL_TYPE (CapSealWindow, cap_seal_window, ADW_TYPE_WINDOW)

/* A key is made the first time, and when its passphrase is lost. */
static gboolean
makes_key (CapSealWindow *self)
{
  return self->book->public_key == NULL || gtk_check_button_get_active (self->lost);
}

static const char *
get_passphrase (CapSealWindow *self)
{
  return makes_key (self) ? cap_passphrase_field_get_text (self->chosen)
                          : gtk_editable_get_text (GTK_EDITABLE (self->passphrase));
}

static void
focus_passphrase (CapSealWindow *self)
{
  gtk_widget_grab_focus (makes_key (self) ? GTK_WIDGET (self->chosen) : self->passphrase);
}

static void
update_ready (CapSealWindow *self)
{
  const gboolean idle = self->book != NULL && gtk_widget_get_visible (self->form) &&
                        gtk_widget_get_sensitive (self->form);
  const gboolean typed = idle && (makes_key (self) ? cap_passphrase_field_is_filled (self->chosen)
                                                   : *get_passphrase (self) != '\0');

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "seal.seal", typed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "seal.change-passphrase", idle);
}

/* What is asked: a passphrase that is chosen, twice, or that of the key. */
static void
update_form (CapSealWindow *self)
{
  const gboolean chosen = makes_key (self);
  g_autofree char *fingerprint = NULL;
  g_autofree char *text = NULL;

  if (self->book->public_key == NULL)
    text = g_strdup (_("Your structure has no key yet. Choose its passphrase, of 12 characters at least: "
                       "four words that have nothing to do with each other, for instance. It cannot be "
                       "recovered: keep it where you keep what matters."));
  else if (chosen)
    text = g_strdup (_("A new key takes the place of the one before; what that one sealed can still be "
                       "verified. Choose a passphrase, of 12 characters at least: it cannot be recovered."));
  else
    {
      fingerprint = cap_seal_key_dup_fingerprint (self->book->public_key);
      /* Translators: the fingerprint of a key, as people compare it */
      text = g_strdup_printf (_("Key of the structure: %s"), fingerprint);
    }

  gtk_label_set_text (self->key_label, text);
  gtk_widget_set_visible (self->passphrase_box, !chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->lost), self->book->public_key != NULL);
  gtk_widget_set_visible (self->change_button, !chosen);
  update_ready (self);
}

static GtkWidget *
new_row (const CapSealBook *book,
         const CapSeal     *seal)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *code = cap_seal_dup_code (seal);
  g_autofree char *made = cap_date_format_made (seal->made_at, seal->author);
  g_autofree char *subtitle = NULL;

  if (!cap_seal_is_genuine (seal))
    subtitle = g_strdup_printf ("%s\n%s", made, _("This seal was altered."));
  else if (g_str_equal (seal->content, book->content))
    subtitle = g_strdup_printf ("%s\n%s", made, _("What the dossier holds now."));
  else
    subtitle = g_strdup (made);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), seal->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (code));

  return row;
}

static void
show_seals (CapSealWindow *self)
{
  const guint n_shown = MIN (self->book->seals->len, MAX_SHOWN);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->seals))) != NULL)
    gtk_box_remove (self->seals, child);
  gtk_widget_set_visible (GTK_WIDGET (self->seals), n_shown > 0);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Sealed so far"));
  for (guint i = 0; i < n_shown; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_row (self->book, g_ptr_array_index (self->book->seals, i)));
  gtk_box_append (self->seals, group);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapSealWindow) self = CAP_SEAL_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  CapSealBook *book = cap_workspace_read_seals_finish (CAP_WORKSPACE (source), result, &error);
  gboolean is_first;

  if (self->workspace == NULL)
    {
      g_clear_pointer (&book, cap_seal_book_free);
      return; /* the window was closed meanwhile */
    }

  if (book == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  is_first = self->book == NULL;
  g_clear_pointer (&self->book, cap_seal_book_free);
  self->book = book;
  if (is_first)
    gtk_widget_set_visible (self->form, TRUE);
  update_form (self);
  if (is_first)
    focus_passphrase (self);
  show_seals (self);
}

static void
read_seals (CapSealWindow *self)
{
  cap_workspace_read_seals_async (self->workspace, self->cancellable, read_cb, g_object_ref (self));
}

static void
set_busy (CapSealWindow *self,
          gboolean       busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL); /* an entry that cannot be typed in must not keep it */
  gtk_widget_set_sensitive (self->form, !busy);
  update_ready (self);
}

static char *
dup_done (CapSealWindow *self,
          const CapSeal *seal)
{
  g_autofree char *code = cap_seal_dup_code (seal);
  g_autofree char *fingerprint = cap_seal_key_dup_fingerprint (seal->public_key);
  g_autofree char *name = g_path_get_basename (self->path);

  /* Translators: the name of a file, the code of the content, the fingerprint of the key */
  return g_strdup_printf (_("“%1$s” is sealed.\nContent code %2$s, at the foot of its pages.\n"
                            "Key of the structure %3$s: give it to whoever will verify."),
                          name, code, fingerprint);
}

static void
show_done (CapSealWindow *self,
           const char    *text)
{
  gtk_label_set_text (self->done_label, text);
  gtk_widget_set_visible (self->form, FALSE);
  gtk_widget_set_visible (self->done, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  cap_passphrase_field_clear (self->chosen);
  gtk_widget_grab_focus (GTK_WIDGET (self->done_label)); /* so that it is spoken */
  gtk_label_select_region (self->done_label, 0, 0);
  update_ready (self);
}

/* After a wrong passphrase, where to write is known already. */
static void
sealed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapSealWindow) self = CAP_SEAL_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapSeal) seal = cap_workspace_seal_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *done = NULL;

  if (self->workspace == NULL)
    return; /* the window was destroyed meanwhile */

  done = seal != NULL ? dup_done (self, seal) : NULL;
  if (!cap_work_bar_end (self->work, done != NULL ? done : error->message))
    return;

  set_busy (self, FALSE);
  if (done != NULL)
    {
      cap_message_bar_hide (self->message);
      show_done (self, done);
      read_seals (self);
      return;
    }

  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
  if (error->domain != CAP_SECRET_ERROR)
    g_clear_pointer (&self->path, g_free);
  focus_passphrase (self);
}

static void
chosen_cb (CapSealWindow *self,
           int            response)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT
                          ? cap_document_chooser_dup_path (self->chooser, FALSE) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    cap_seal_window_seal_at (self, path);
}

static void
choose (CapSealWindow *self)
{
  const char *name = cap_document_get_file_name (self->document);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".pdf"));
  /* Translators: the name of a document, for its file */
  g_autofree char *sealed = g_strdup_printf (_("%s (sealed).pdf"), stem);

  self->chooser = cap_document_chooser_new (self->document, FALSE, cap_workspace_get_path (self->workspace),
                                            GTK_WINDOW (self));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), sealed);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
seal_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapSealWindow *self = CAP_SEAL_WINDOW (widget);

  if (self->chooser != NULL || cap_workspace_get_path (self->workspace) == NULL)
    return;

  if (makes_key (self) && !cap_passphrase_field_check (self->chosen, self->message))
    return;

  if (self->path != NULL)
    cap_seal_window_seal_at (self, self->path);
  else
    choose (self);
}

static void
activated_cb (CapSealWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "seal.seal", NULL);
}

/* The other window is closed: what is typed here from now on is the new one. */
static void
passphrase_changed_cb (CapSealWindow *self)
{
  if (self->workspace == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  cap_message_bar_show (self->message, CAP_MESSAGE_INFO, _("The passphrase of the seal is changed."));
  focus_passphrase (self);
}

static void
change_passphrase_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  GtkWidget *window = cap_seal_passphrase_window_new (GTK_WINDOW (widget),
                                                      CAP_SEAL_WINDOW (widget)->workspace);

  cap_message_bar_hide (CAP_SEAL_WINDOW (widget)->message);
  g_signal_connect_object (window, "changed", G_CALLBACK (passphrase_changed_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* A window that is closed is disposed of once no callback holds it any more, which is too late to give up. */
static void
let_go (CapSealWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);
}

static void
cap_seal_window_dispose (GObject *object)
{
  CapSealWindow *self = CAP_SEAL_WINDOW (object);

  let_go (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (cap_seal_window_parent_class)->dispose (object);
}

static void
cap_seal_window_finalize (GObject *object)
{
  CapSealWindow *self = CAP_SEAL_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->book, cap_seal_book_free);
  g_free (self->path);

  G_OBJECT_CLASS (cap_seal_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapSealWindow, child)

static void
cap_seal_window_class_init (CapSealWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_seal_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_seal_window_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_PASSPHRASE_FIELD);
  g_type_ensure (CAP_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-seal-window.ui");
  BIND (message);
  BIND (what);
  BIND (form);
  BIND (key_label);
  BIND (passphrase_box);
  BIND (passphrase);
  BIND (chosen);
  BIND (lost);
  BIND (change_button);
  BIND (work);
  BIND (done);
  BIND (done_label);
  BIND (seals);
  gtk_widget_class_bind_template_callback (widget_class, update_ready);
  gtk_widget_class_bind_template_callback (widget_class, update_form);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "seal.seal", NULL, seal_cb);
  gtk_widget_class_install_action (widget_class, "seal.change-passphrase", NULL, change_passphrase_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_seal_window_init (CapSealWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "unrealize", G_CALLBACK (let_go), NULL);
  update_ready (self);
}

/**
 * cap_seal_window_new:
 * @parent: (nullable): the window of the dossier
 * @workspace: with the dossier open
 * @document: what is sealed: it is made anew, with its code
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_seal_window_new (GtkWindow    *parent,
                     CapWorkspace *workspace,
                     CapDocument  *document)
{
  CapSealWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && CAP_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_SEAL_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  self->document = g_object_ref (document);
  gtk_label_set_text (self->what, cap_report_kind_get_label (cap_document_get_choice (document)->kind));
  cap_passphrase_field_set_structure (self->chosen, cap_workspace_get_dossier (workspace)->member->name);
  read_seals (self);

  return GTK_WIDGET (self);
}

/* Seals with what is typed, and writes the PDF there. */
void
cap_seal_window_seal_at (CapSealWindow *self,
                         const char    *path)
{
  g_autofree char *chosen = g_strdup (path);

  g_return_if_fail (CAP_IS_SEAL_WINDOW (self) && self->book != NULL && path != NULL);

  g_free (self->path);
  self->path = g_steal_pointer (&chosen);
  cap_message_bar_hide (self->message);
  cap_work_bar_start (self->work, _("The document is being sealed…"));
  set_busy (self, TRUE);
  cap_workspace_seal_async (self->workspace, cap_document_get_choice (self->document), self->path,
                            get_passphrase (self), makes_key (self), sealed_cb, g_object_ref (self));
}
