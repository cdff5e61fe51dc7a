/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-evidence-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "quality/cap-evidence-rules.h"
#include "ui/quality/cap-evidence-page.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-piece-list.h"

struct _CapEvidenceView
{
  GtkWidget        parent_instance;

  /* Owned */
  CapWorkspace    *workspace;
  CapEvidenceDesk *desk;

  /* Template children */
  CapMessageBar   *message;
  GtkStack        *stack;
  GtkWidget       *list_box;
  GtkWidget       *search;
  GtkWidget       *filter;
  GtkWidget       *file_button;
  GtkWidget       *reference_button;
  GtkWidget       *empty_buttons;
  GtkLabel        *summary;
  GtkWidget       *list;
  GtkWidget       *none_found;

  GtkWidget       *page;
};

G_DEFINE_FINAL_TYPE (CapEvidenceView, cap_evidence_view, GTK_TYPE_WIDGET)

/* In the order of the filter. */
typedef enum
{
  SHOW_ALL,
  SHOW_TO_RENEW,
  SHOW_UNUSED,
  SHOW_TAKEN_OUT,
} Show;

static gboolean
is_shown (const CapEvidence *piece,
          CapDossier        *dossier,
          Show               show,
          const char        *today)
{
  const CapExpiry expiry = cap_evidence_get_expiry (piece, today);

  if (show == SHOW_TAKEN_OUT || piece->removed != NULL)
    return show == SHOW_TAKEN_OUT && piece->removed != NULL;
  if (show == SHOW_TO_RENEW)
    return expiry == CAP_EXPIRY_PAST || expiry == CAP_EXPIRY_SOON;

  return show != SHOW_UNUSED || !cap_evidence_is_in_use (piece, dossier);
}

static void
show_summary (CapEvidenceView *self,
              guint            n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u piece", "%u pieces", n), n);

  gtk_label_set_text (self->summary, text);
}

static void
show_list (CapEvidenceView *self,
           CapDossier      *dossier)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const Show show = (Show) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter));
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      CapEvidence *piece = g_ptr_array_index (dossier->evidence, i);

      if (cap_evidence_matches (piece, words) && is_shown (piece, dossier, show, today))
        g_ptr_array_add (found, piece);
    }

  cap_piece_list_show (CAP_PIECE_LIST (self->list), dossier, found, today);
  gtk_widget_set_visible (self->list, found->len > 0);
  gtk_widget_set_visible (self->none_found, found->len == 0);
  show_summary (self, found->len);
}

static void
update (CapEvidenceView *self)
{
  CapDossier *dossier = self->workspace != NULL ? cap_workspace_get_dossier (self->workspace) : NULL;
  gboolean can_change;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  can_change = !cap_workspace_get_read_only (self->workspace);
  gtk_widget_set_visible (self->file_button, can_change);
  gtk_widget_set_visible (self->reference_button, can_change);
  gtk_widget_set_visible (self->empty_buttons, can_change);
  if (cap_evidence_page_get_piece (CAP_EVIDENCE_PAGE (self->page)) != NULL)
    gtk_stack_set_visible_child_name (self->stack, "piece");
  else
    gtk_stack_set_visible_child_name (self->stack, dossier->evidence->len > 0 ? "list" : "empty");
  show_list (self, dossier);
}

static void
chosen_cb (CapEvidenceView *self,
           const char      *id)
{
  cap_evidence_view_show (self, id);
}

static void
left_cb (CapEvidenceView *self)
{
  cap_evidence_view_show (self, NULL);
  gtk_widget_grab_focus (self->search);
}

static void
add_files_cb (CapEvidenceView *self)
{
  cap_evidence_desk_choose_files (self->desk, CAP_PLACE_REQUIREMENT, NULL);
}

static void
add_reference_cb (CapEvidenceView *self)
{
  cap_evidence_desk_add_reference (self->desk, CAP_PLACE_REQUIREMENT, NULL);
}

static gboolean
dropped_cb (CapEvidenceView *self,
            const GValue    *value)
{
  GSList *files;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) || cap_workspace_get_read_only (self->workspace))
    return FALSE;

  files = gdk_file_list_get_files (g_value_get_boxed (value));
  cap_evidence_desk_take_files (self->desk, files, CAP_PLACE_REQUIREMENT, NULL);
  g_slist_free (files);

  return TRUE;
}

static void
saved_cb (CapEvidenceView *self)
{
  cap_message_bar_hide (self->message);
}

static void
removed_cb (CapEvidenceView *self,
            const char      *sentence)
{
  cap_message_bar_hide (self->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", sentence);
}

static void
failed_cb (CapEvidenceView *self,
           const char      *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
cap_evidence_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_evidence_view_parent_class)->map (widget);

  update (CAP_EVIDENCE_VIEW (widget));
}

static void
cap_evidence_view_dispose (GObject *object)
{
  CapEvidenceView *self = CAP_EVIDENCE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_evidence_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, message);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, list_box);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, search);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, filter);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, file_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, reference_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, empty_buttons);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, summary);
  gtk_widget_class_bind_template_child (widget_class, CapEvidenceView, none_found);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, add_files_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_reference_cb);
}

static void
cap_evidence_view_class_init (CapEvidenceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_evidence_view_dispose;
  widget_class->map = cap_evidence_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-evidence-view.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_evidence_view_init (CapEvidenceView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* A drop-down is a box around a button: GTK 4.8 names the box alone. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->filter))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which pieces"), -1);
  self->list = cap_piece_list_new ();
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list_box), self->list);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * cap_evidence_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its pieces of evidence
 */
GtkWidget *
cap_evidence_view_new (CapWorkspace *workspace)
{
  CapEvidenceView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_EVIDENCE_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_evidence_desk_new (workspace, GTK_WIDGET (self));
  self->page = cap_evidence_page_new (workspace, self->desk);
  gtk_stack_add_named (self->stack, self->page, "piece");
  g_signal_connect_object (self->page, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
cap_evidence_view_show (CapEvidenceView *self,
                        const char      *id)
{
  g_return_if_fail (CAP_IS_EVIDENCE_VIEW (self));

  cap_message_bar_hide (self->message);
  cap_evidence_page_set_piece (CAP_EVIDENCE_PAGE (self->page), id);
  update (self);
}
