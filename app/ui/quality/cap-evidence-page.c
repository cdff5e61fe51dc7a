/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-evidence-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "base/cap-text.h"
#include "quality/cap-evidence-rules.h"
#include "ui/widgets/cap-evidence-fields.h"
#include "ui/widgets/cap-evidence-preview.h"
#include "ui/widgets/cap-evidence-row.h"
#include "ui/widgets/cap-history-button.h"

#define SHORT_SHA 12

struct _CapEvidencePage
{
  GtkWidget        parent_instance;

  /* Owned */
  CapWorkspace    *workspace;
  CapEvidenceDesk *desk;
  CapCatalogue    *catalogue;
  char            *id;

  /* Template children */
  GtkWidget       *back_button;
  GtkLabel        *name_label;
  GtkButton       *history;
  GtkBox          *tag_box;
  GtkWidget       *removed_box;
  GtkLabel        *removed_label;
  GtkWidget       *back_in_button;
  GtkBox          *fields_box;
  GtkBox          *preview_box;
  GtkWidget       *files_section;
  GtkListBox      *files;
  GtkWidget       *no_place;
  GtkListBox      *places;
  GtkWidget       *change_box;

  /* Children */
  GtkWidget       *fields;
  GtkWidget       *preview;
};

G_DEFINE_FINAL_TYPE (CapEvidencePage, cap_evidence_page, GTK_TYPE_WIDGET)

enum
{
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
left_cb (CapEvidencePage *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  left_cb (CAP_EVIDENCE_PAGE (widget));
}

static void
renew_cb (CapEvidencePage *self)
{
  cap_evidence_desk_renew (self->desk, self->id);
}

static void
take_out_cb (CapEvidencePage *self)
{
  cap_evidence_desk_take_out (self->desk, self->id);
}

static void
put_back_cb (CapEvidencePage *self)
{
  gtk_widget_grab_focus (self->back_button); /* the button goes */
  cap_evidence_desk_put_back (self->desk, self->id);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapEvidencePage *self = CAP_EVIDENCE_PAGE (widget);

  cap_evidence_desk_open (self->desk, self->id, g_variant_get_int32 (parameter));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
  gtk_widget_activate_action (widget, "win.toast", "s", _("The SHA-256 is copied"));
}

/* Takes @name. */
static GtkWidget *
add_button (GtkWidget  *row,
            const char *icon,
            char       *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_free (name);

  return button;
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static char *
dup_version_line (const CapEvidenceFile *file)
{
  g_autofree char *size = cap_number_format_bytes (file->size);
  g_autofree char *date = cap_date_format_long (file->added);
  g_autofree char *sha = g_strndup (file->sha256, SHORT_SHA);

  if (cap_evidence_is_content_removed (file->sha256))
    /* Translators: the name of a file, the date it came in */
    return g_strdup_printf (_("%s · added on %s · content taken out, with its personal data"), file->name,
                            date);

  /* Translators: the name of a file, its size, the date it came in, the beginning of its SHA-256 */
  return g_strdup_printf (_("%s · %s · added on %s · SHA-256 %s…"), file->name, size, date, sha);
}

static GtkWidget *
new_version_row (const CapEvidenceFile *file,
                 guint                  version,
                 gboolean               holds)
{
  g_autofree char *title = NULL;
  g_autofree char *line = dup_version_line (file);
  GtkWidget *row;
  GtkWidget *button;

  /* Translators: the rank of the version of a file */
  title = g_strdup_printf (holds ? _("Version %u, the one that holds") : _("Version %u"), version + 1);
  row = new_row (title, line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* Translators: the rank of the version of a file */
  button = add_button (row, "edit-copy-symbolic",
                       g_strdup_printf (_("Copy the SHA-256 of version %u"), version + 1));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "piece.copy-sha256");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", file->sha256);
  /* Translators: the rank of the version of a file */
  button = add_button (row, "document-open-symbolic", g_strdup_printf (_("Open version %u"), version + 1));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "piece.open-version");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (gint32) version);

  return row;
}

static GtkWidget *
new_place_row (const CapServedPlace *place)
{
  GtkWidget *row = new_row (place->label, "");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "journey.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", place->address);

  return row;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* The newest first. */
static void
show_files (CapEvidencePage   *self,
            const CapEvidence *piece)
{
  clear (self->files);
  for (guint i = piece->files->len; i > 0; i--)
    gtk_list_box_append (self->files, new_version_row (g_ptr_array_index (piece->files, i - 1), i - 1,
                                                       i == piece->files->len));
  gtk_widget_set_visible (self->files_section, piece->files->len > 0);
  cap_evidence_preview_set_file (CAP_EVIDENCE_PREVIEW (self->preview), cap_evidence_get_file (piece));
}

static void
show_places (CapEvidencePage   *self,
             CapDossier        *dossier,
             const CapEvidence *piece)
{
  g_autoptr(GPtrArray) places = cap_evidence_list_places (piece, dossier, self->catalogue);

  clear (self->places);
  for (guint i = 0; i < places->len; i++)
    gtk_list_box_append (self->places, new_place_row (g_ptr_array_index (places, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->places), places->len > 0);
  gtk_widget_set_visible (self->no_place, places->len == 0);
}

static void
show_removal (CapEvidencePage   *self,
              const CapEvidence *piece,
              gboolean           read_only)
{
  g_autofree char *date = piece->removed != NULL ? cap_date_format_long (piece->removed) : NULL;
  g_autofree char *text = NULL;

  if (date != NULL)
    /* Translators: a date, and the reason that was given */
    text = g_strdup_printf (_("Taken out on %s: %s"), date, piece->reason != NULL ? piece->reason : "");
  gtk_label_set_text (self->removed_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->removed_box, piece->removed != NULL);
  gtk_widget_set_visible (self->back_in_button, !read_only);
  gtk_widget_set_visible (self->change_box, piece->removed == NULL && !read_only);
}

static void
show_heading (CapEvidencePage   *self,
              const CapEvidence *piece)
{
  g_autofree char *name = cap_evidence_dup_name (piece);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  GtkWidget *tag = gtk_widget_get_first_child (GTK_WIDGET (self->tag_box));

  gtk_label_set_text (self->name_label, name);
  cap_history_button_set (self->history, piece->id, name);
  if (tag != NULL)
    gtk_box_remove (self->tag_box, tag);
  tag = cap_evidence_new_tag (piece, today);
  if (tag != NULL)
    gtk_box_append (self->tag_box, tag);
}

static void
update (CapEvidencePage *self)
{
  CapDossier *dossier = self->workspace != NULL ? cap_workspace_get_dossier (self->workspace) : NULL;
  const CapEvidence *piece;

  if (dossier == NULL || self->id == NULL)
    return;

  piece = cap_dossier_find_evidence (dossier, self->id);
  if (piece == NULL)
    {
      left_cb (self);
      return;
    }

  show_heading (self, piece);
  show_removal (self, piece, cap_workspace_get_read_only (self->workspace));
  show_files (self, piece);
  show_places (self, dossier, piece);
}

static void
cap_evidence_page_dispose (GObject *object)
{
  CapEvidencePage *self = CAP_EVIDENCE_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_evidence_page_parent_class)->dispose (object);
}

static void
cap_evidence_page_finalize (GObject *object)
{
  g_free (CAP_EVIDENCE_PAGE (object)->id);

  G_OBJECT_CLASS (cap_evidence_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, name_label);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, history);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, tag_box);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, removed_box);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, removed_label);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, back_in_button);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, fields_box);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, preview_box);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, files_section);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, files);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, no_place);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, places);
  gtk_widget_class_bind_template_child (widget_class, CapEvidencePage, change_box);
  gtk_widget_class_bind_template_callback (widget_class, renew_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, put_back_cb);
}

static void
cap_evidence_page_class_init (CapEvidencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_evidence_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_evidence_page_finalize;
  signals[LEFT] = g_signal_new ("left", CAP_TYPE_EVIDENCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-evidence-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "piece.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "piece.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "piece.close", NULL);
  gtk_widget_class_install_action (widget_class, "piece.open-version", "i", open_cb);
  gtk_widget_class_install_action (widget_class, "piece.copy-sha256", "s", copy_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_evidence_page_init (CapEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cap_evidence_page_new (CapWorkspace    *workspace,
                       CapEvidenceDesk *desk)
{
  CapEvidencePage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && CAP_IS_EVIDENCE_DESK (desk), NULL);

  self = g_object_new (CAP_TYPE_EVIDENCE_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = g_object_ref (desk);
  self->catalogue = cap_workspace_load_catalogue ();
  self->fields = cap_evidence_fields_new (workspace, desk);
  gtk_widget_set_hexpand (self->fields, TRUE);
  gtk_box_append (self->fields_box, self->fields);
  self->preview = cap_evidence_preview_new (workspace);
  gtk_box_append (self->preview_box, self->preview);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
cap_evidence_page_set_piece (CapEvidencePage *self,
                             const char      *id)
{
  g_return_if_fail (CAP_IS_EVIDENCE_PAGE (self));

  cap_set_string (&self->id, id);
  cap_evidence_fields_set_piece (CAP_EVIDENCE_FIELDS (self->fields), id);
  update (self);
  if (id != NULL)
    gtk_widget_grab_focus (self->back_button);
}

const char *
cap_evidence_page_get_piece (CapEvidencePage *self)
{
  g_return_val_if_fail (CAP_IS_EVIDENCE_PAGE (self), NULL);

  return self->id;
}
