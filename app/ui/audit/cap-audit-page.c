/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-audit-page.h"

#include <glib/gi18n.h>

#include "audit/cap-audit-time.h"
#include "base/cap-text.h"
#include "quality/cap-audit-checklist.h"
#include "ui/records/cap-record-page.h"
#include "ui/records/cap-record-view.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapAuditPage:
 *
 * An audit: all that is said of it, as of any line of a register, and above what the program does for it:
 * the points to look at, drawn from the matrix and from what is not settled.
 */
struct _CapAuditPage
{
  GtkWidget      parent_instance;

  CapWorkspace  *workspace;
  CapCatalogue  *catalogue;
  char          *id;

  GtkWidget     *box;
  CapMessageBar *message;
  GtkWidget     *bar;
  GtkWidget     *checklist;
  GtkWidget     *time_label;
  GtkWidget     *page;
};

static void cap_audit_page_view_init (CapRecordViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CapAuditPage, cap_audit_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CAP_TYPE_RECORD_VIEW, cap_audit_page_view_init))

typedef struct
{
  CapAuditPage *page;
  guint         n_points;
} Job;

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Job *job = user_data;
  g_autoptr(CapAuditPage) self = job->page;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  cap_message_bar_hide (self->message);
  told = g_strdup_printf (ngettext ("%u point added to the checklist", "%u points added to the checklist",
                                    job->n_points), job->n_points);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", told);
}

static const CapRecord *
find_audit (CapAuditPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  return dossier != NULL && self->id != NULL ? cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, self->id)
                                             : NULL;
}

static void
checklist_cb (CapAuditPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapRecord *audit = find_audit (self);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(CapMatrix) matrix = NULL;
  CapCommand *command;
  Job *job;

  if (audit == NULL || cap_workspace_get_read_only (self->workspace))
    return;

  matrix = cap_matrix_new (dossier, self->catalogue, cap_dossier_get_current (dossier), today);
  command = cap_audit_checklist_propose (matrix, dossier, audit);
  if (command == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _("The checklist has all these points already"));
      return;
    }

  job = g_new0 (Job, 1);
  job->page = g_object_ref (self);
  job->n_points = command->edits->len;
  cap_workspace_run_async (self->workspace, command, NULL, proposed_cb, job);
}

/* Until the audit has begun one prints its plan, then its report; the page offers the other. */
static void
print_cb (CapAuditPage *self)
{
  const CapRecord *audit = find_audit (self);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  const char *date;

  if (audit == NULL)
    return;

  date = cap_record_get (audit, CAP_AUDIT_DATE);
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.print", "(ss)",
                              date != NULL && g_strcmp0 (date, today) <= 0 ? "audit-report" : "audit-plan",
                              cap_record_get_code (audit));
}

static void
closed_cb (CapAuditPage *self)
{
  g_clear_pointer (&self->id, g_free);
  cap_record_view_closed (CAP_RECORD_VIEW (self));
}

static void
show_time (CapAuditPage *self)
{
  const CapRecord *audit = find_audit (self);
  g_autofree char *text = NULL;
  CapAuditTime time;

  if (audit != NULL && cap_audit_time_of_audit (&time, self->catalogue->audit_time, audit,
                                                cap_workspace_get_dossier (self->workspace)))
    text = cap_audit_time_dup_text (&time, self->catalogue->audit_time);
  gtk_widget_set_visible (self->time_label, text != NULL);
  gtk_label_set_text (GTK_LABEL (self->time_label), text != NULL ? text : "");
}

static void
update (CapAuditPage *self)
{
  gtk_widget_set_visible (self->checklist, !cap_workspace_get_read_only (self->workspace));
  show_time (self);
}

static void
cap_audit_page_show (CapRecordView *view,
                     const char    *id)
{
  CapAuditPage *self = CAP_AUDIT_PAGE (view);

  cap_set_string (&self->id, id);
  update (self);
  cap_record_view_show (CAP_RECORD_VIEW (self->page), id);
}

static void
cap_audit_page_view_init (CapRecordViewInterface *iface)
{
  iface->show = cap_audit_page_show;
}

static void
cap_audit_page_dispose (GObject *object)
{
  CapAuditPage *self = CAP_AUDIT_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_audit_page_parent_class)->dispose (object);
}

static void
cap_audit_page_class_init (CapAuditPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_audit_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_button (CapAuditPage *self,
            const char   *label,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), button);

  return button;
}

static void
cap_audit_page_init (CapAuditPage *self)
{
  self->catalogue = cap_workspace_load_catalogue ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->message = g_object_new (CAP_TYPE_MESSAGE_BAR, NULL);
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_add_css_class (self->bar, "plan-toolbar");
  gtk_widget_set_halign (self->bar, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (self->box), self->bar);
  self->checklist = add_button (self, _("Propose the Checklist"), G_CALLBACK (checklist_cb));
  add_button (self, _("Print the Plan or the Report…"), G_CALLBACK (print_cb));
  self->time_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->time_label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->time_label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->time_label, "dim-label");
  gtk_widget_add_css_class (self->time_label, "caption");
  gtk_widget_set_margin_start (self->time_label, 12);
  gtk_widget_set_margin_end (self->time_label, 12);
  gtk_box_append (GTK_BOX (self->box), self->time_label);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * cap_audit_page_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_audit_page_new (CapWorkspace *workspace)
{
  CapAuditPage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_AUDIT_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->page = cap_record_page_new (workspace, CAP_REGISTER_AUDIT);
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->page);
  g_signal_connect_object (self->page, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
