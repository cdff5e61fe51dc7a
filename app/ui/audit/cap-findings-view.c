/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-findings-view.h"

#include <glib/gi18n.h>

#include "audit/cap-finding-rules.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "ui/audit/cap-finding-list.h"
#include "ui/records/cap-import-register-window.h"
#include "ui/records/cap-record-desk.h"
#include "ui/widgets/cap-adder-row.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapFindingsView:
 *
 * What audits found, with what cannot wait on top. A finding is added with its facts; its page says the
 * rest.
 */
struct _CapFindingsView
{
  GtkWidget            parent_instance;

  /* Owned */
  CapWorkspace        *workspace;
  CapCatalogue        *catalogue;
  CapRecordDesk       *desk;
  CapDossier          *shown;    /* the state of the dossier on display, or NULL */
  CapRecord           *draft;    /* the one that is being added, or NULL */

  /* Template children */
  CapMessageBar       *message;
  GtkWidget           *import_button;
  GtkLabel            *count_label;
  GtkWidget           *urgent_box;
  GtkLabel            *urgent_label;
  GtkEditable         *search;
  GtkDropDown         *filter_choice;
  GtkStack            *stack;
  CapFindingList      *list;
  AdwPreferencesGroup *adder;
  GtkWidget           *entry;
};

G_DEFINE_FINAL_TYPE (CapFindingsView, cap_findings_view, GTK_TYPE_WIDGET)

static void
show_count (CapFindingsView *self)
{
  const guint n_shown = cap_finding_list_get_n_shown (self->list);
  const guint n_all = self->shown != NULL ? self->shown->registers[CAP_REGISTER_FINDING]->len : 0;
  g_autofree char *text = NULL;

  if (n_shown == n_all)
    /* Translators: number of findings */
    text = g_strdup_printf (ngettext ("%u finding", "%u findings", n_all), n_all);
  else
    /* Translators: number of findings shown, and of all of them */
    text = g_strdup_printf (ngettext ("%1$u of %2$u finding", "%1$u of %2$u findings", n_all), n_shown,
                            n_all);
  gtk_label_set_text (self->count_label, text);
}

static void
filter_cb (CapFindingsView *self)
{
  const guint selected = gtk_drop_down_get_selected (self->filter_choice);

  cap_finding_list_filter (self->list, selected == GTK_INVALID_LIST_POSITION
                                       ? CAP_FINDINGS_ALL : (CapFindingFilter) selected,
                           gtk_editable_get_text (self->search));
  show_count (self);
}

static void
show_urgent_cb (CapFindingsView *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->filter_choice, CAP_FINDINGS_URGENT);
}

static void
show_urgent (CapFindingsView *self,
             const char      *today)
{
  const GPtrArray *findings = self->shown->registers[CAP_REGISTER_FINDING];
  g_autofree char *text = NULL;
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += cap_finding_get_urgency (g_ptr_array_index (findings, i), self->shown, self->catalogue,
                                      today) != CAP_URGENCY_NONE;

  gtk_widget_set_visible (self->urgent_box, count > 0);
  if (count == 0)
    return;

  text = g_strdup_printf (ngettext ("%u finding cannot wait: it is late, or the check of its effectiveness is"
                                    " due.",
                                    "%u findings cannot wait: late, or the check of their effectiveness is"
                                    " due.", count), count);
  gtk_label_set_text (self->urgent_label, text);
}

static void
open_new (CapFindingsView *self)
{
  g_autoptr(CapRecord) draft = NULL;
  g_autofree char *address = NULL;

  if (self->draft == NULL ||
      cap_dossier_find_record (self->shown, CAP_REGISTER_FINDING, self->draft->id) == NULL)
    return;

  draft = g_steal_pointer (&self->draft);
  address = cap_address_new_for_record (draft);
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static void
update (CapFindingsView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const gboolean can_change = cap_record_desk_can_change (self->desk);
  g_autofree char *today = NULL;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (self->import_button, can_change);
  gtk_widget_set_visible (GTK_WIDGET (self->adder), can_change);
  if (dossier == self->shown)
    return;

  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);
  today = cap_workspace_dup_today (self->workspace);
  gtk_stack_set_visible_child_name (self->stack, dossier->registers[CAP_REGISTER_FINDING]->len > 0 ? "list"
                                                                                                   : "empty");
  cap_finding_list_show (self->list, dossier, self->catalogue, today);
  show_urgent (self, today);
  show_count (self);
  open_new (self);
}

/* Raised today, a minor nonconformity until its page says otherwise; in the copy of an auditor, of their
 * audit: no other one can be written there. */
static CapRecord *
draft_finding (CapFindingsView *self,
               const char      *fact)
{
  const CapRecord *audit = cap_dossier_find_record (self->shown, CAP_REGISTER_AUDIT, self->shown->audited);
  CapRecord *finding = cap_record_desk_draft (self->desk, CAP_REGISTER_FINDING, NULL);
  g_autofree char *due = NULL;

  cap_record_set (finding, CAP_FINDING_FACT, fact);
  if (audit != NULL)
    cap_record_set (finding, CAP_FINDING_AUDIT, cap_record_get_code (audit));
  due = cap_finding_dup_due (finding, self->shown, self->catalogue);
  cap_record_set (finding, CAP_FINDING_DUE, due);

  return finding;
}

static void
add_cb (CapFindingsView *self)
{
  g_autofree char *fact = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr(GPtrArray) faults = NULL;

  if (*fact == '\0' || self->shown == NULL)
    return;

  g_clear_pointer (&self->draft, cap_record_free);
  self->draft = draft_finding (self, fact);
  faults = cap_record_desk_add (self->desk, self->draft);
  if (faults->len == 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      cap_message_bar_hide (self->message);
      return;
    }

  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                        ((const CapRecordFault *) g_ptr_array_index (faults, 0))->sentence);
  g_clear_pointer (&self->draft, cap_record_free);
}

static void
failed_cb (CapFindingsView *self,
           const char      *sentence)
{
  const char *fact = self->draft != NULL ? cap_record_get (self->draft, CAP_FINDING_FACT) : NULL;

  /* What was typed comes back, unless something else is being typed. */
  if (fact != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), fact);
  g_clear_pointer (&self->draft, cap_record_free);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapFindingsView *self = CAP_FINDINGS_VIEW (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  if (cap_record_desk_can_change (self->desk))
    gtk_window_present (GTK_WINDOW (cap_import_register_window_new (parent, self->workspace,
                                                                    CAP_REGISTER_FINDING)));
}

static void
cap_findings_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_findings_view_parent_class)->map (widget);
  update (CAP_FINDINGS_VIEW (widget));
}

static void
cap_findings_view_dispose (GObject *object)
{
  CapFindingsView *self = CAP_FINDINGS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  g_clear_pointer (&self->draft, cap_record_free);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_findings_view_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapFindingsView, child)

static void
cap_findings_view_class_init (CapFindingsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_findings_view_dispose;
  widget_class->map = cap_findings_view_map;

  g_type_ensure (CAP_TYPE_FINDING_LIST);
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-findings-view.ui");
  BIND (message);
  BIND (import_button);
  BIND (count_label);
  BIND (urgent_box);
  BIND (urgent_label);
  BIND (search);
  BIND (filter_choice);
  BIND (stack);
  BIND (list);
  BIND (adder);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_urgent_cb);
  gtk_widget_class_install_action (widget_class, "findings.import", NULL, import_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

#undef BIND

/* The button inside the list takes the focus: it is what is spoken. */
static void
cap_findings_view_init (CapFindingsView *self)
{
  const char * const labels[] = { _("All findings"), _("Not settled"), _("That cannot wait"),
                                  _("Settled ones"), NULL };
  g_autoptr(GtkStringList) choices = gtk_string_list_new (labels);
  GtkWidget *button;

  self->catalogue = cap_workspace_load_catalogue ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->filter_choice, G_LIST_MODEL (choices));
  button = gtk_widget_get_first_child (GTK_WIDGET (self->filter_choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings shown"),
                                  -1);
  self->entry = cap_adder_row_new (_("Add a finding: its facts"));
  adw_preferences_group_add (self->adder, self->entry);
  g_signal_connect_object (self->entry, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cap_findings_view_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_findings_view_new (CapWorkspace *workspace)
{
  CapFindingsView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_FINDINGS_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
