/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/welcome/cap-new-page.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-member-form.h"
#include "ui/widgets/cap-member-text.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-start-form.h"

#define SUFFIX ".capcedre"

/**
 * CapNewPage:
 *
 * What a new dossier needs to know: the name, and as much of the profile as
 * the person has at hand. Then where to keep it.
 */
struct _CapNewPage
{
  GtkWidget             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;  /* while the place is being chosen */

  /* Template children */
  CapMessageBar        *message;
  AdwBin               *form_bin;
  CapStartForm         *start_form;
  GtkWidget            *create_button;

  /* Borrowed */
  CapMemberForm        *form;
};

G_DEFINE_FINAL_TYPE (CapNewPage, cap_new_page, GTK_TYPE_WIDGET)

static void
update (CapNewPage *self)
{
  g_autoptr(CapMember) member = cap_member_form_dup_member (self->form);
  CapMode mode = cap_member_form_get_mode (self->form);
  CapFramework *framework = cap_start_form_get_framework (self->start_form);
  g_autoptr(CapEvaluation) evaluation = NULL;
  g_autofree char *scope = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new.create",
                                 framework != NULL && cap_member_form_is_valid (self->form));
  if (framework == NULL)
    return;

  evaluation = cap_evaluation_new (NULL, 1, "", mode, framework);
  evaluation->path = cap_start_form_get_path (self->start_form);
  scope = cap_member_text_dup_scope (evaluation, member);
  cap_member_form_show_scope (self->form, scope);
}

static void
choices_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(CapNewPage) self = CAP_NEW_PAGE (user_data);
  g_autoptr(GPtrArray) choices = cap_workspace_list_choices_finish (CAP_WORKSPACE (source), result, NULL);

  if (choices != NULL && !g_cancellable_is_cancelled (self->cancellable))
    cap_start_form_set_choices (self->start_form, choices, NULL);
}

static char *
dup_file_name (const char *name)
{
  g_autofree char *safe = g_strdelimit (g_strdup (name), "/\\:*?\"<>|", '-');

  return g_strconcat (safe, SUFFIX, NULL);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapNewPage) self = CAP_NEW_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);

  if (!cap_workspace_create_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
chooser_responded_cb (CapNewPage           *self,
                      int                   response,
                      GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  g_clear_object (&self->chooser);

  if (file != NULL)
    cap_new_page_create (self, file);
}

static void
create_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapNewPage *self = CAP_NEW_PAGE (widget);
  g_autoptr(CapMember) member = cap_member_form_dup_member (self->form);
  g_autofree char *name = dup_file_name (member->name);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  if (self->chooser != NULL || !cap_member_form_is_valid (self->form))
    return;

  self->chooser = gtk_file_chooser_native_new (_("Where to Keep the Dossier"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("Create"), _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_responded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cap_new_page_dispose (GObject *object)
{
  CapNewPage *self = CAP_NEW_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->chooser);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_new_page_parent_class)->dispose (object);
}

static void
cap_new_page_class_init (CapNewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_new_page_dispose;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_START_FORM);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-new-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapNewPage, message);
  gtk_widget_class_bind_template_child (widget_class, CapNewPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, CapNewPage, start_form);
  gtk_widget_class_bind_template_child (widget_class, CapNewPage, create_button);

  gtk_widget_class_install_action (widget_class, "new.create", NULL, create_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_new_page_init (CapNewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_new_page_new:
 * @workspace: where the dossier will be open
 *
 * Returns: (transfer floating): an empty form for a new dossier
 */
GtkWidget *
cap_new_page_new (CapWorkspace *workspace)
{
  CapNewPage *self;
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GPtrArray) choices = NULL;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_NEW_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->cancellable = g_cancellable_new ();
  framework = cap_workspace_load_framework ();
  self->form = CAP_MEMBER_FORM (cap_member_form_new (framework->kinds));
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));

  g_signal_connect_object (self->form, "edited", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  choices = g_ptr_array_new ();
  g_ptr_array_add (choices, framework);
  cap_start_form_set_choices (self->start_form, choices, NULL); /* until the others are read */
  g_signal_connect_object (self->start_form, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  cap_workspace_list_choices_async (workspace, self->cancellable, choices_listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/**
 * cap_new_page_enter:
 *
 * Puts the focus in the first field.
 */
void
cap_new_page_enter (CapNewPage *self)
{
  g_return_if_fail (CAP_IS_NEW_PAGE (self));

  cap_member_form_enter (self->form);
}

/**
 * cap_new_page_create:
 * @file: where the dossier is to be
 *
 * Creates the dossier and opens it in the workspace. A failure is said in the
 * page, which keeps all that was typed.
 */
void
cap_new_page_create (CapNewPage *self,
                     GFile      *file)
{
  g_autoptr(CapMember) member = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (CAP_IS_NEW_PAGE (self) && G_IS_FILE (file));

  path = g_file_get_path (file);

  if (path == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                            _("This place is not a folder of this computer. Choose another one."));
      return;
    }

  if (!g_str_has_suffix (path, SUFFIX))
    {
      g_autofree char *bare = g_steal_pointer (&path);

      path = g_strconcat (bare, SUFFIX, NULL);
    }

  member = cap_member_form_dup_member (self->form);
  cap_message_bar_hide (self->message);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  cap_workspace_create_async (self->workspace, path, member, cap_start_form_get_framework (self->start_form),
                              cap_member_form_get_mode (self->form),
                              cap_start_form_get_path (self->start_form), NULL, created_cb,
                              g_object_ref (self));
}
