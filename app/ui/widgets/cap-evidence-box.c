/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-evidence-box.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/widgets/cap-evidence-desk.h"
#include "ui/widgets/cap-evidence-row.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reflow.h"

struct _CapEvidenceBox
{
  GtkWidget        parent_instance;

  CapWorkspace    *workspace;
  CapEvidenceDesk *desk;
  CapPlace         place;
  char            *target;    /* NULL when there is no place */

  GtkWidget       *box;
  GtkWidget       *message;
  GtkWidget       *empty;
  GtkWidget       *list;
  GtkWidget       *buttons;
};

G_DEFINE_FINAL_TYPE (CapEvidenceBox, cap_evidence_box, GTK_TYPE_WIDGET)

static gboolean
may_change (CapEvidenceBox *self)
{
  return self->target != NULL && cap_workspace_get_dossier (self->workspace) != NULL &&
         !cap_workspace_get_read_only (self->workspace);
}

static void
fill (CapEvidenceBox *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapEvidenceOffer offers = CAP_EVIDENCE_OFFER_OPEN;
  GtkWidget *row;

  if (may_change (self))
    offers |= CAP_EVIDENCE_OFFER_CHANGE | CAP_EVIDENCE_OFFER_UNLINK;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);

  for (guint i = 0; dossier != NULL && self->target != NULL && i < dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (dossier->evidence, i);

      if (piece->removed == NULL && cap_evidence_serves (piece, self->place, self->target))
        gtk_list_box_append (GTK_LIST_BOX (self->list), cap_evidence_row_new (piece, today, offers));
    }
}

static void
update (CapEvidenceBox *self)
{
  gboolean empty;
  const gboolean had_focus = (gtk_widget_get_state_flags (self->list) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (self->workspace == NULL)
    return;

  fill (self);
  empty = gtk_widget_get_first_child (self->list) == NULL;
  gtk_widget_set_visible (self->list, !empty);
  gtk_widget_set_visible (self->empty, empty);
  gtk_widget_set_visible (self->buttons, may_change (self));

  /* Rows are made anew: the focus stays about here. */
  if (had_focus)
    gtk_widget_child_focus (empty ? self->buttons : self->list, GTK_DIR_TAB_FORWARD);
}

static void
saved_cb (CapEvidenceBox *self)
{
  cap_message_bar_hide (CAP_MESSAGE_BAR (self->message));
}

static void
removed_cb (CapEvidenceBox *self,
            const char     *sentence)
{
  cap_message_bar_hide (CAP_MESSAGE_BAR (self->message));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", sentence);
}

static void
failed_cb (CapEvidenceBox *self,
           const char     *sentence)
{
  cap_message_bar_show (CAP_MESSAGE_BAR (self->message), CAP_MESSAGE_ERROR, sentence);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  CapEvidenceBox *self = CAP_EVIDENCE_BOX (widget);

  if (!may_change (self))
    return;

  if (g_str_equal (action_name, "pieces.add-file"))
    cap_evidence_desk_choose_files (self->desk, self->place, self->target);
  else if (g_str_equal (action_name, "pieces.add-reference"))
    cap_evidence_desk_add_reference (self->desk, self->place, self->target);
  else
    cap_evidence_desk_choose_piece (self->desk, self->place, self->target);
}

static void
piece_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapEvidenceBox *self = CAP_EVIDENCE_BOX (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (g_str_equal (action_name, "piece.open"))
    cap_evidence_desk_open (self->desk, id, -1);
  else if (g_str_equal (action_name, "piece.renew"))
    cap_evidence_desk_renew (self->desk, id);
  else if (g_str_equal (action_name, "piece.edit"))
    cap_evidence_desk_edit (self->desk, id);
  else if (g_str_equal (action_name, "piece.take-out"))
    cap_evidence_desk_take_out (self->desk, id);
  else if (self->target != NULL)
    cap_evidence_desk_unlink (self->desk, id, self->place, self->target);
}

static gboolean
dropped_cb (CapEvidenceBox *self,
            const GValue   *value)
{
  GSList *files;

  if (!may_change (self) || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  files = gdk_file_list_get_files (g_value_get_boxed (value));
  cap_evidence_desk_take_files (self->desk, files, self->place, self->target);
  g_slist_free (files);

  return TRUE;
}

static void
cap_evidence_box_dispose (GObject *object)
{
  CapEvidenceBox *self = CAP_EVIDENCE_BOX (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_evidence_box_parent_class)->dispose (object);
}

static void
cap_evidence_box_finalize (GObject *object)
{
  g_free (CAP_EVIDENCE_BOX (object)->target);

  G_OBJECT_CLASS (cap_evidence_box_parent_class)->finalize (object);
}

static void
cap_evidence_box_class_init (CapEvidenceBoxClass *klass)
{
  static const char * const adding[] = { "pieces.add-file", "pieces.add-reference", "pieces.add-existing" };
  static const char * const changing[] = { "piece.open", "piece.renew", "piece.edit", "piece.unlink",
                                           "piece.take-out" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_evidence_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_evidence_box_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (adding); i++)
    gtk_widget_class_install_action (widget_class, adding[i], NULL, add_cb);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_class_install_action (widget_class, changing[i], "s", piece_cb);
  gtk_widget_class_set_css_name (widget_class, "evidencebox");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_button (CapEvidenceBox *self,
            const char     *label,
            const char     *name,
            const char     *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  cap_reflow_append (CAP_REFLOW (self->buttons), button);
}

static void
cap_evidence_box_init (CapEvidenceBox *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->message = cap_message_bar_new ();
  self->empty = gtk_label_new (_("Nothing proves it yet: drop a file here, or note where the document is."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "dim-label");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Evidence"), -1);
  self->buttons = cap_reflow_new (6);
  add_button (self, _("Add a File…"), _("Add a file, or drop it here"), "pieces.add-file");
  add_button (self, _("Reference…"), _("Note where the document is"), "pieces.add-reference");
  add_button (self, _("Existing Piece…"), _("Choose a piece that the dossier has already"),
              "pieces.add-existing");

  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->buttons);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
cap_evidence_box_new (CapWorkspace *workspace)
{
  CapEvidenceBox *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_EVIDENCE_BOX, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_evidence_desk_new (workspace, GTK_WIDGET (self));
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

void
cap_evidence_box_set_place (CapEvidenceBox *self,
                            CapPlace        place,
                            const char     *target)
{
  g_return_if_fail (CAP_IS_EVIDENCE_BOX (self));

  self->place = place;
  cap_set_string (&self->target, target);
  cap_message_bar_hide (CAP_MESSAGE_BAR (self->message));
  update (self);
}
