/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-piece-list.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-evidence-row.h"
#include "ui/widgets/cap-list-leave.h"

struct _CapPieceList
{
  GtkWidget      parent_instance;

  GtkWidget     *scrolled;
  GtkStringList *ids;
  CapDossier    *dossier;   /* what is shown is of it */
  char          *today;
};

G_DEFINE_FINAL_TYPE (CapPieceList, cap_piece_list, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "caption");
    }

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          CapPieceList             *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (texts), new_label (NULL));
  gtk_box_append (GTK_BOX (texts), new_label ("dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_list_item_set_child (list_item, line);
}

/* GTK names no row after what it shows. */
static void
name_row (GtkWidget         *line,
          const CapEvidence *piece,
          const char        *today)
{
  GtkWidget *row = gtk_widget_get_parent (line);
  g_autofree char *name = cap_evidence_dup_name (piece);
  g_autofree char *summary = cap_evidence_dup_summary (piece);
  g_autofree char *expiry = cap_evidence_dup_expiry (piece, today);
  g_autofree char *text = NULL;

  text = g_strjoin (", ", name, *summary != '\0' ? summary : expiry, *summary != '\0' ? expiry : NULL, NULL);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         CapPieceList             *self)
{
  const char *id = gtk_string_object_get_string (gtk_list_item_get_item (list_item));
  const CapEvidence *piece = self->dossier != NULL ? cap_dossier_find_evidence (self->dossier, id) : NULL;
  GtkWidget *line = gtk_list_item_get_child (list_item);
  GtkWidget *texts = gtk_widget_get_first_child (line);
  g_autofree char *name = NULL;
  g_autofree char *summary = NULL;
  GtkWidget *tag;

  if (piece == NULL)
    return;

  name = cap_evidence_dup_name (piece);
  summary = cap_evidence_dup_summary (piece);
  tag = cap_evidence_new_tag (piece, self->today);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), summary);
  gtk_widget_set_visible (gtk_widget_get_last_child (texts), *summary != '\0');
  name_row (line, piece, self->today);
  if (tag != NULL)
    gtk_box_append (GTK_BOX (line), tag);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           CapPieceList             *self)
{
  GtkWidget *line = gtk_list_item_get_child (list_item);
  GtkWidget *last = gtk_widget_get_last_child (line);

  if (last != gtk_widget_get_first_child (line))
    gtk_box_remove (GTK_BOX (line), last);
}

static void
activated_cb (CapPieceList *self,
              guint         position)
{
  g_autofree char *id = g_strdup (gtk_string_list_get_string (self->ids, position));

  if (id != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
cap_piece_list_dispose (GObject *object)
{
  CapPieceList *self = CAP_PIECE_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->ids);
  g_clear_pointer (&self->dossier, cap_dossier_unref);

  G_OBJECT_CLASS (cap_piece_list_parent_class)->dispose (object);
}

static void
cap_piece_list_finalize (GObject *object)
{
  g_free (CAP_PIECE_LIST (object)->today);

  G_OBJECT_CLASS (cap_piece_list_parent_class)->finalize (object);
}

static void
cap_piece_list_class_init (CapPieceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_piece_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_piece_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", CAP_TYPE_PIECE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_key (GtkEventController *keys,
         guint               keyval,
         GdkModifierType     modifiers,
         GtkDirectionType    direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                                            gtk_callback_action_new (cap_list_leave, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 ((gint32) direction));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* Tab leaves the list instead of going through its rows. */
static void
add_keys (CapPieceList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
cap_piece_list_init (CapPieceList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;
  GtkWidget *list;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->ids = gtk_string_list_new (NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->ids)));
  list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "action-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pieces of evidence"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  add_keys (self);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), list);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
cap_piece_list_new (void)
{
  return g_object_new (CAP_TYPE_PIECE_LIST, "vexpand", TRUE, NULL);
}

void
cap_piece_list_show (CapPieceList    *self,
                     CapDossier      *dossier,
                     const GPtrArray *pieces,
                     const char      *today)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  g_return_if_fail (CAP_IS_PIECE_LIST (self) && dossier != NULL && pieces != NULL && today != NULL);

  g_clear_pointer (&self->dossier, cap_dossier_unref);
  self->dossier = cap_dossier_ref (dossier);
  g_free (self->today);
  self->today = g_strdup (today);

  for (guint i = 0; i < pieces->len; i++)
    g_ptr_array_add (ids, ((const CapEvidence *) g_ptr_array_index (pieces, i))->id);
  g_ptr_array_add (ids, NULL);
  gtk_string_list_splice (self->ids, 0, g_list_model_get_n_items (G_LIST_MODEL (self->ids)),
                          (const char * const *) ids->pdata);
}
