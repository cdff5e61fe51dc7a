/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-evidence-fields.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-evidence-row.h"

struct _CapEvidenceFields
{
  GtkWidget        parent_instance;

  CapWorkspace    *workspace;
  CapEvidenceDesk *desk;
  char            *id;

  GtkWidget       *list;
  GtkWidget       *title_row;
  GtkWidget       *reference_row;
  GtkWidget       *date_row;
  GtkWidget       *expires_row;

  guint            silent : 1;
};

G_DEFINE_FINAL_TYPE (CapEvidenceFields, cap_evidence_fields, GTK_TYPE_WIDGET)

static const CapEvidence *
get_piece (CapEvidenceFields *self)
{
  CapDossier *dossier = self->workspace != NULL ? cap_workspace_get_dossier (self->workspace) : NULL;

  return dossier != NULL && self->id != NULL ? cap_dossier_find_evidence (dossier, self->id) : NULL;
}

static void
set_text (GtkWidget  *row,
          const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text != NULL ? text : ""))
    gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* A field that has the focus keeps what is typed. */
static void
show_text (GtkWidget  *row,
           const char *text)
{
  if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    set_text (row, text);
}

static void
update (CapEvidenceFields *self)
{
  const CapEvidence *piece = get_piece (self);

  if (piece == NULL)
    return;

  self->silent = TRUE;
  show_text (self->title_row, piece->title);
  show_text (self->reference_row, piece->reference);
  cap_date_row_set_date (CAP_DATE_ROW (self->date_row), piece->date);
  cap_date_row_set_date (CAP_DATE_ROW (self->expires_row), piece->expires);
  gtk_widget_set_sensitive (self->list, piece->removed == NULL &&
                                        !cap_workspace_get_read_only (self->workspace));
  self->silent = FALSE;
}

/* Returns: (transfer full) (nullable): what is typed; NULL when nothing is */
static char *
dup_text (GtkWidget *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

/* A piece has a title: one that is emptied comes back. */
static void
changed_cb (CapEvidenceFields *self)
{
  const CapEvidence *piece = get_piece (self);
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *reference = dup_text (self->reference_row);
  g_autoptr(CapEvidence) changed = NULL;

  if (self->silent || piece == NULL || piece->removed != NULL)
    return;

  changed = cap_evidence_copy (piece);
  if (title != NULL)
    cap_set_string (&changed->title, title);
  cap_set_string (&changed->reference, reference);
  cap_set_string (&changed->date, cap_date_row_get_date (CAP_DATE_ROW (self->date_row)));
  cap_set_string (&changed->expires, cap_date_row_get_date (CAP_DATE_ROW (self->expires_row)));
  if (title == NULL)
    set_text (self->title_row, piece->title);
  if (!cap_evidence_equal (changed, piece))
    cap_evidence_desk_put (self->desk, changed);
}

static void
cap_evidence_fields_dispose (GObject *object)
{
  CapEvidenceFields *self = CAP_EVIDENCE_FIELDS (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_evidence_fields_parent_class)->dispose (object);
}

static void
cap_evidence_fields_finalize (GObject *object)
{
  g_free (CAP_EVIDENCE_FIELDS (object)->id);

  G_OBJECT_CLASS (cap_evidence_fields_parent_class)->finalize (object);
}

static void
cap_evidence_fields_class_init (CapEvidenceFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_evidence_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_evidence_fields_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_entry (CapEvidenceFields *self,
           const char        *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);

  return row;
}

static GtkWidget *
add_date (CapEvidenceFields *self,
          const char        *title)
{
  GtkWidget *row = cap_date_row_new (title);

  g_signal_connect_object (row, "chosen", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);

  return row;
}

static void
cap_evidence_fields_init (CapEvidenceFields *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is written of the piece"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  self->title_row = add_entry (self, _("What is it?"));
  self->reference_row = add_entry (self, _("Where is it kept? (binder, folder, link)"));
  self->date_row = add_date (self, _("Its date, if it has one"));
  self->expires_row = add_date (self, _("Last day that it holds, if there is one"));
}

GtkWidget *
cap_evidence_fields_new (CapWorkspace    *workspace,
                         CapEvidenceDesk *desk)
{
  CapEvidenceFields *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && CAP_IS_EVIDENCE_DESK (desk), NULL);

  self = g_object_new (CAP_TYPE_EVIDENCE_FIELDS, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
cap_evidence_fields_set_piece (CapEvidenceFields *self,
                               const char        *id)
{
  g_return_if_fail (CAP_IS_EVIDENCE_FIELDS (self));

  if (!cap_set_string (&self->id, id))
    return;

  self->silent = TRUE;
  set_text (self->title_row, NULL);
  set_text (self->reference_row, NULL);
  self->silent = FALSE;
  update (self);
}

static gboolean
escape_pressed_cb (GtkWidget *window,
                   guint      keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_window_close (GTK_WINDOW (window));

  return GDK_EVENT_STOP;
}

GtkWidget *
cap_evidence_fields_new_window (CapWorkspace    *workspace,
                                CapEvidenceDesk *desk,
                                const char      *id,
                                GtkWindow       *parent)
{
  GtkWidget *window;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *fields = cap_evidence_fields_new (workspace, desk);
  GtkEventController *keys = gtk_event_controller_key_new ();
  const CapEvidence *piece;
  g_autofree char *name = NULL;

  piece = cap_dossier_find_evidence (cap_workspace_get_dossier (workspace), id);
  g_return_val_if_fail (piece != NULL, NULL);

  name = cap_evidence_dup_name (piece);
  cap_evidence_fields_set_piece (CAP_EVIDENCE_FIELDS (fields), id);
  gtk_widget_set_margin_start (fields, 18);
  gtk_widget_set_margin_end (fields, 18);
  gtk_widget_set_margin_bottom (fields, 24);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), fields);

  window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "title", name,
                         "default-width", 520, "content", box, NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (escape_pressed_cb), window);
  gtk_widget_add_controller (window, keys);

  return window;
}
