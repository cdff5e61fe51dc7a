/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-evidence-picker.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-evidence-rules.h"
#include "ui/widgets/cap-piece-list.h"

struct _CapEvidencePicker
{
  AdwWindow   parent_instance;

  CapDossier *dossier;
  GPtrArray  *pieces;   /* CapEvidence: those that may be chosen; borrowed from the dossier */
  GtkWidget  *search;
  GtkWidget  *list;
  GtkWidget  *stack;
};

G_DEFINE_FINAL_TYPE (CapEvidencePicker, cap_evidence_picker, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_found (CapEvidencePicker *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autofree char *today = cap_date_dup_today ();

  for (guint i = 0; i < self->pieces->len; i++)
    if (cap_evidence_matches (g_ptr_array_index (self->pieces, i), words))
      g_ptr_array_add (found, g_ptr_array_index (self->pieces, i));

  cap_piece_list_show (CAP_PIECE_LIST (self->list), self->dossier, found, today);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), found->len > 0 ? "list" : "empty");
}

static void
chosen_cb (CapEvidencePicker *self,
           const char        *id)
{
  g_signal_emit (self, signals[CHOSEN], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
cap_evidence_picker_dispose (GObject *object)
{
  CapEvidencePicker *self = CAP_EVIDENCE_PICKER (object);

  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->dossier, cap_dossier_unref);

  G_OBJECT_CLASS (cap_evidence_picker_parent_class)->dispose (object);
}

static void
cap_evidence_picker_class_init (CapEvidencePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_evidence_picker_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", CAP_TYPE_EVIDENCE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "picker.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "picker.close", NULL);
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *label = gtk_label_new (_("No piece to choose: add a file or note a reference first, or look for "
                                      "something else."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_start (label, 24);
  gtk_widget_set_margin_end (label, 24);

  return label;
}

static void
cap_evidence_picker_init (CapEvidencePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->pieces = g_ptr_array_new ();
  self->search = gtk_search_entry_new ();
  gtk_widget_set_margin_start (self->search, 18);
  gtk_widget_set_margin_end (self->search, 18);
  gtk_widget_set_margin_bottom (self->search, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search the pieces"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  self->list = cap_piece_list_new ();
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->list, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (), "empty");

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Choose a Piece"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 480);
}

GtkWidget *
cap_evidence_picker_new (GtkWindow         *parent,
                         CapDossier        *dossier,
                         CapEvidenceFilter  filter,
                         gpointer           user_data)
{
  CapEvidencePicker *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && dossier != NULL && filter != NULL, NULL);

  self = g_object_new (CAP_TYPE_EVIDENCE_PICKER, "transient-for", parent, "modal", TRUE, NULL);
  self->dossier = cap_dossier_ref (dossier);
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      CapEvidence *piece = g_ptr_array_index (dossier->evidence, i);

      if (piece->removed == NULL && filter (piece, user_data))
        g_ptr_array_add (self->pieces, piece);
    }
  show_found (self);
  gtk_widget_grab_focus (self->search);

  return GTK_WIDGET (self);
}
