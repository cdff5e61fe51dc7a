/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-committee-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "audit/cap-committee-rules.h"
#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "ui/audit/cap-committee-card.h"
#include "ui/records/cap-record-desk.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapCommitteeView:
 *
 * The meetings of the committee, the latest first: what each decided, and
 * what keeps its minutes from being approved.
 */
struct _CapCommitteeView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapRecordDesk *desk;
  char          *added;    /* UUID of the meeting that is on its way, to be opened, or NULL */

  /* Template children */
  CapMessageBar *message;
  GtkStack      *stack;
  AdwStatusPage *empty_page;
  GtkWidget     *first_button;
  GtkWidget     *add_button;
  GtkBox        *cards;
};

G_DEFINE_FINAL_TYPE (CapCommitteeView, cap_committee_view, GTK_TYPE_WIDGET)

/* The latest first. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;
  int order = g_strcmp0 (cap_record_get (other, CAP_COMMITTEE_DATE),
                         cap_record_get (one, CAP_COMMITTEE_DATE));

  return order != 0 ? order : cap_record_compare (other, one);
}

static void
open_added (CapCommitteeView *self,
            const CapDossier *dossier)
{
  const CapRecord *meeting = self->added != NULL
    ? cap_dossier_find_record (dossier, CAP_REGISTER_COMMITTEE, self->added) : NULL;
  g_autofree char *address = NULL;

  if (meeting == NULL)
    return;

  address = cap_address_new_for_record (meeting);
  g_clear_pointer (&self->added, g_free);
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

/* Returns: (transfer full) (nullable): the UUID of the meeting whose card has the focus */
static char *
dup_focused (CapCommitteeView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; focus != NULL; focus = gtk_widget_get_parent (focus))
    {
      if (gtk_widget_get_parent (focus) == GTK_WIDGET (self->cards))
        return g_strdup (gtk_widget_get_name (focus));
    }

  return NULL;
}

static void
fill (CapCommitteeView *self,
      const CapDossier *dossier)
{
  g_autofree char *focused = dup_focused (self);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(GPtrArray) meetings = g_ptr_array_copy (dossier->registers[CAP_REGISTER_COMMITTEE], NULL, NULL);
  GtkWidget *child;

  g_ptr_array_set_free_func (meetings, NULL);
  g_ptr_array_sort (meetings, compare);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  for (guint i = 0; i < meetings->len; i++)
    {
      const CapRecord *meeting = g_ptr_array_index (meetings, i);
      GtkWidget *card = cap_committee_card_new (dossier, meeting, today,
                                                cap_record_desk_can_change (self->desk));

      gtk_box_append (self->cards, card);
      if (g_strcmp0 (focused, meeting->id) == 0)
        gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
    }
}

static void
update (CapCommitteeView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const gboolean can_change = cap_record_desk_can_change (self->desk);

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  fill (self, dossier);
  gtk_widget_set_visible (self->add_button, can_change);
  gtk_widget_set_visible (self->first_button, can_change);
  gtk_stack_set_visible_child_name (self->stack,
                                    dossier->registers[CAP_REGISTER_COMMITTEE]->len > 0 ? "list" : "empty");
  open_added (self, dossier);
}

/* It enters with the day of today, to be changed at once on its own page. */
static void
add_cb (CapCommitteeView *self)
{
  g_autoptr(CapRecord) meeting = cap_record_desk_draft (self->desk, CAP_REGISTER_COMMITTEE, NULL);
  g_autoptr(GPtrArray) faults = NULL;

  cap_set_string (&self->added, meeting->id);
  faults = cap_record_desk_add (self->desk, meeting);
  if (faults->len > 0)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          ((CapRecordFault *) g_ptr_array_index (faults, 0))->sentence);
  else
    cap_message_bar_hide (self->message);
}

static void
approved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapCommitteeView) self = CAP_COMMITTEE_VIEW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("The minutes are approved"));
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
approve_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapCommitteeView *self = CAP_COMMITTEE_VIEW (widget);
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapRecord *meeting = cap_dossier_find_record (dossier, CAP_REGISTER_COMMITTEE,
                                                      g_variant_get_string (parameter, NULL));
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapCommand *command = meeting != NULL && cap_record_desk_can_change (self->desk)
    ? cap_committee_approve (dossier, meeting, today) : NULL;

  if (command != NULL)
    cap_workspace_run_async (self->workspace, command, NULL, approved_cb, g_object_ref (self));
}

static void
failed_cb (CapCommitteeView *self,
           const char       *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
cap_committee_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_committee_view_parent_class)->map (widget);

  update (CAP_COMMITTEE_VIEW (widget));
}

static void
cap_committee_view_dispose (GObject *object)
{
  CapCommitteeView *self = CAP_COMMITTEE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->added, g_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_committee_view_parent_class)->dispose (object);
}

static void
cap_committee_view_class_init (CapCommitteeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_committee_view_dispose;
  widget_class->map = cap_committee_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-committee-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapCommitteeView, message);
  gtk_widget_class_bind_template_child (widget_class, CapCommitteeView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapCommitteeView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CapCommitteeView, first_button);
  gtk_widget_class_bind_template_child (widget_class, CapCommitteeView, add_button);
  gtk_widget_class_bind_template_child (widget_class, CapCommitteeView, cards);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "committee.approve", "s", approve_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_committee_view_init (CapCommitteeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_description (self->empty_page,
                                   gettext (cap_register_get (CAP_REGISTER_COMMITTEE)->empty));
}

/**
 * cap_committee_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the meetings of its committee
 */
GtkWidget *
cap_committee_view_new (CapWorkspace *workspace)
{
  CapCommitteeView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_COMMITTEE_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
