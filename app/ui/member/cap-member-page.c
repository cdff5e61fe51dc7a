/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/member/cap-member-page.h"

#include "ui/widgets/cap-member-form.h"
#include "ui/widgets/cap-member-text.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapMemberPage:
 *
 * The profile of the structure, saved field by field: leaving one is the
 * gesture. Says at once which criteria it leaves out.
 */
struct _CapMemberPage
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;

  /* Template children */
  CapMessageBar *message;
  AdwBin        *form_bin;

  /* Borrowed */
  CapMemberForm *form;
};

G_DEFINE_FINAL_TYPE (CapMemberPage, cap_member_page, GTK_TYPE_WIDGET)

static void
show_scope (CapMemberPage *self)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  g_autoptr(CapMember) member = cap_member_form_dup_member (self->form);
  g_autoptr(CapEvaluation) changed = NULL;
  g_autofree char *text = NULL;

  if (evaluation == NULL)
    return;

  changed = cap_evaluation_copy_header (evaluation);
  changed->mode = cap_member_form_get_mode (self->form);
  text = cap_member_text_dup_scope (changed, member);
  cap_member_form_show_scope (self->form, text);
}

static void
show_dossier (CapMemberPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  if (dossier == NULL)
    return;

  cap_member_form_set_member (self->form, dossier->member);
  cap_member_form_set_mode (self->form, cap_workspace_get_evaluation (self->workspace)->mode);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !cap_workspace_get_read_only (self->workspace));
  show_scope (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapMemberPage) self = CAP_MEMBER_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_hide (self->message);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
save_member (CapMemberPage   *self,
             const CapMember *before)
{
  g_autoptr(CapMember) member = cap_member_form_dup_member (self->form);
  CapCommand *command;

  if (cap_member_equal (member, before))
    return;

  command = cap_command_new (CAP_GESTURE_MEMBER, NULL);
  cap_command_put_member (command, member);
  cap_workspace_run_async (self->workspace, command, NULL, saved_cb, g_object_ref (self));
}

/* The header of the evaluation alone: its answers stay. */
static void
save_mode (CapMemberPage       *self,
           const CapEvaluation *before)
{
  CapMode mode = cap_member_form_get_mode (self->form);
  g_autoptr(CapEvaluation) evaluation = NULL;
  CapCommand *command;

  if (mode == before->mode)
    return;

  evaluation = cap_evaluation_copy_header (before);
  evaluation->mode = mode;
  command = cap_command_new (CAP_GESTURE_MODE, NULL);
  cap_command_put_evaluation (command, evaluation);
  cap_workspace_run_async (self->workspace, command, NULL, saved_cb, g_object_ref (self));
}

static void
form_changed_cb (CapMemberPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  if (dossier == NULL || cap_workspace_get_read_only (self->workspace))
    return;

  save_member (self, dossier->member);
  save_mode (self, cap_dossier_get_current (dossier));
}

static void
cap_member_page_dispose (GObject *object)
{
  CapMemberPage *self = CAP_MEMBER_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_member_page_parent_class)->dispose (object);
}

static void
cap_member_page_class_init (CapMemberPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_member_page_dispose;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-member-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapMemberPage, message);
  gtk_widget_class_bind_template_child (widget_class, CapMemberPage, form_bin);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_member_page_init (CapMemberPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_member_page_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the page of its profile
 */
GtkWidget *
cap_member_page_new (CapWorkspace *workspace)
{
  CapMemberPage *self;
  g_autoptr(GPtrArray) kinds = NULL;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_evaluation (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_MEMBER_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  kinds = cap_workspace_load_kinds (workspace);
  self->form = CAP_MEMBER_FORM (cap_member_form_new (kinds));
  adw_bin_set_child (self->form_bin, GTK_WIDGET (self->form));

  show_dossier (self);
  g_signal_connect_object (self->form, "edited", G_CALLBACK (show_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (show_dossier), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
