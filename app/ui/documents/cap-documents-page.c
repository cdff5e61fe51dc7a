/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/documents/cap-documents-page.h"

#include <glib/gi18n.h>

#include "ui/documents/cap-document-chooser.h"
#include "ui/documents/cap-document-choices.h"
#include "ui/documents/cap-document-print.h"
#include "ui/documents/cap-document-scope.h"
#include "ui/documents/cap-dossier-parts.h"
#include "ui/documents/cap-package-box.h"
#include "ui/documents/cap-seal-button.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reflow.h"
#include "workspace/cap-document.h"

#define POINTS     72.0
#define SCREEN_DPI 96.0
#define FRAME      48 /* around the page, in pixels */

/**
 * CapDocumentsPage:
 *
 * The documents to print: their pages as they will be on paper, then a file or
 * the printer.
 */
struct _CapDocumentsPage
{
  GtkWidget             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;
  CapDocument          *document;       /* what is shown, or NULL */
  CapDossier           *made_of;        /* the state of the dossier that it shows */
  GCancellable         *cancellable;    /* of the making and of the drawing */
  GtkFileChooserNative *chooser;

  /* Template children */
  CapMessageBar        *message;
  GtkDropDown          *kinds;          /* by CapReportKind */
  GtkBox               *layouts_box;    /* shown where there are several */
  CapDocumentScope     *scope;          /* shows itself where there is something to choose */
  CapDossierParts      *parts_button;   /* shown for the dossier d’audit */
  GtkWidget            *odt_button;     /* the same */
  CapSealButton        *seal_button;    /* shows itself where that can be done */
  CapPackageBox        *package_box;    /* the same */
  GtkStack             *stack;
  AdwStatusPage        *nothing;
  GtkScrolledWindow    *scrolled;
  GtkPicture           *picture;
  GtkLabel             *page_label;
  GtkLabel             *zoom_label;

  CapReportKind         kind;
  CapReportLayout         layout;
  guint                 page;
  guint                 zoom;           /* rank in zooms */
  guint                 saves_odt : 1;  /* what the chooser is for */
  guint                 fitted : 1;     /* the zoom was chosen for the width */
};

G_DEFINE_FINAL_TYPE (CapDocumentsPage, cap_documents_page, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LAYOUT = 1,
} CapDocumentsPageProperty;

static GParamSpec *properties[PROP_LAYOUT + 1];

static const int zooms[] = { 50, 65, 75, 100, 125, 150, 200 };

static guint
get_n_pages (CapDocumentsPage *self)
{
  return self->document != NULL ? cap_pdf_preview_get_n_pages (cap_document_get_preview (self->document)) : 0;
}

static void
update_actions (CapDocumentsPage *self)
{
  guint n_pages = get_n_pages (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "documents.previous", self->page > 0);
  gtk_widget_action_set_enabled (widget, "documents.next", self->page + 1 < n_pages);
  gtk_widget_action_set_enabled (widget, "documents.zoom-out", n_pages > 0 && self->zoom > 0);
  gtk_widget_action_set_enabled (widget, "documents.zoom-in",
                                 n_pages > 0 && self->zoom + 1 < G_N_ELEMENTS (zooms));
  gtk_widget_action_set_enabled (widget, "documents.save", n_pages > 0);
  gtk_widget_action_set_enabled (widget, "documents.save-odt", n_pages > 0);
  gtk_widget_action_set_enabled (widget, "documents.print", n_pages > 0);
  cap_seal_button_set_document (self->seal_button, self->workspace, self->document);
}

static void
update_labels (CapDocumentsPage *self)
{
  g_autofree char *page = NULL;
  g_autofree char *zoom = NULL;
  g_autofree char *name = NULL;

  /* Translators: number of the page, number of pages */
  page = g_strdup_printf (_("Page %u of %u"), self->page + 1, get_n_pages (self));
  /* Translators: a zoom */
  zoom = g_strdup_printf (_("%d %%"), zooms[self->zoom]);
  name = g_strdup_printf ("%s, %s", cap_report_kind_get_label (self->kind), page);

  gtk_label_set_text (self->page_label, page);
  gtk_label_set_text (self->zoom_label, zoom);
  gtk_picture_set_alternative_text (self->picture, name);
}

static void
fail (CapDocumentsPage *self,
      const GError     *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

/* Starts afresh: what is under way is about another page or document. */
static GCancellable *
renew_cancellable (CapDocumentsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  return self->cancellable;
}

static void
page_drawn_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CapDocumentsPage) self = CAP_DOCUMENTS_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapPdfImage) image = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  image = cap_pdf_preview_render_finish (CAP_PDF_PREVIEW (source), result, &error);
  if (image == NULL)
    {
      fail (self, error);
      return;
    }

  texture = gdk_memory_texture_new ((int) image->width, (int) image->height, GDK_MEMORY_DEFAULT,
                                    image->pixels, image->stride);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, "page");
}

static void
draw_page (CapDocumentsPage *self)
{
  CapPdfPreview *preview = cap_document_get_preview (self->document);
  double scale = zooms[self->zoom] / 100.0 * SCREEN_DPI / POINTS;
  double width;
  double height;

  cap_pdf_preview_get_page_size (preview, self->page, &width, &height);
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), (int) (width * scale), (int) (height * scale));
  update_labels (self);
  update_actions (self);

  cap_pdf_preview_render_async (preview, self->page,
                                scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                renew_cancellable (self), page_drawn_cb, g_object_ref (self));
}

/* The largest zoom at which the whole width is seen. */
static void
fit_width (CapDocumentsPage *self)
{
  double available = gtk_widget_get_width (GTK_WIDGET (self)) - FRAME;
  double width;
  double height;

  cap_pdf_preview_get_page_size (cap_document_get_preview (self->document), 0, &width, &height);
  self->zoom = 0;
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (zooms[i] <= 100 && width * zooms[i] / 100.0 * SCREEN_DPI / POINTS <= available)
      self->zoom = i;
  self->fitted = TRUE;
}

static void
document_made_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(CapDocumentsPage) self = CAP_DOCUMENTS_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  CapDocument *document = cap_document_new_finish (result, &error);

  if (g_error_matches (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING))
    {
      cap_message_bar_hide (self->message);
      adw_status_page_set_description (self->nothing, error->message);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }

  if (document == NULL)
    {
      fail (self, error);
      return;
    }

  g_clear_object (&self->document);
  self->document = document;
  self->page = MIN (self->page, MAX (get_n_pages (self), 1) - 1);
  cap_message_bar_hide (self->message);
  if (!self->fitted)
    fit_width (self);
  draw_page (self);
}

static void
make_document (CapDocumentsPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  CapDocumentChoice choice = {
    .kind = self->kind, .layout = self->layout, .parts = cap_dossier_parts_get_parts (self->parts_button),
  };
  g_autofree char *today = cap_workspace_dup_today (self->workspace);

  cap_document_scope_show (self->scope, self->kind, dossier, today);
  cap_document_scope_fill (self->scope, &choice);
  g_clear_pointer (&self->made_of, cap_dossier_unref);
  self->made_of = cap_dossier_ref (dossier);

  if (self->document == NULL)
    gtk_stack_set_visible_child_name (self->stack, "making");

  cap_document_new_async (&choice, self->workspace, renew_cancellable (self), document_made_cb,
                          g_object_ref (self));
}

/* Only what is looked at is made: the rest waits until it is shown. */
static void
update (CapDocumentsPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  if (dossier != NULL && dossier != self->made_of && gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_document (self);
}

/* Another document is shown, from its first page. */
static void
start_over (CapDocumentsPage *self)
{
  self->page = 0;
  g_clear_object (&self->document);
  g_clear_pointer (&self->made_of, cap_dossier_unref);
  update_actions (self);
  update (self);
}

static void
set_kind (CapDocumentsPage *self,
          const char       *name)
{
  CapReportKind kind;

  if (name == NULL || !cap_report_kind_from_name (name, &kind) || kind == self->kind)
    return;

  self->kind = kind;
  gtk_drop_down_set_selected (self->kinds, kind);
  self->layout = cap_report_kind_get_layout (kind, self->layout);
  cap_document_choices_fill_layouts (self->layouts_box, kind);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
  gtk_widget_set_visible (GTK_WIDGET (self->parts_button), kind == CAP_REPORT_AUDIT_DOSSIER);
  gtk_widget_set_visible (self->odt_button, cap_report_kind_has_odt (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->package_box), kind == CAP_REPORT_AUDIT_DOSSIER);
  start_over (self);
}

/* “documents.show”: a kind of document, and the code of the record that it is about, or "". */
static void
show_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapDocumentsPage *self = CAP_DOCUMENTS_PAGE (widget);
  const char *name;
  const char *code;

  g_variant_get (parameter, "(&s&s)", &name, &code);
  cap_document_scope_want (self->scope, *code != '\0' ? code : NULL);
  if (g_strcmp0 (name, cap_report_kind_to_name (self->kind)) == 0)
    start_over (self);
  else
    set_kind (self, name);
}

static void
kind_selected_cb (CapDocumentsPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->kinds);

  if (selected < CAP_N_REPORT_KINDS)
    set_kind (self, cap_report_kind_to_name (selected));
}

/* Pages that lie are as wide as others are high: the zoom is chosen anew. */
static void
set_layout (CapDocumentsPage *self,
            const char       *name)
{
  CapReportLayout layout;

  if (name == NULL || !cap_report_layout_from_name (name, &layout) || layout == self->layout)
    return;

  self->layout = layout;
  self->fitted = FALSE;
  start_over (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapDocumentsPage *self = CAP_DOCUMENTS_PAGE (widget);

  if (g_str_equal (action_name, "documents.next"))
    self->page++;
  else if (g_str_equal (action_name, "documents.previous"))
    self->page--;
  else if (g_str_equal (action_name, "documents.zoom-in"))
    self->zoom++;
  else
    self->zoom--;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  draw_page (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapDocumentsPage) self = CAP_DOCUMENTS_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_document_save_finish (CAP_DOCUMENT (source), result, &error))
    {
      fail (self, error);
      return;
    }

  cap_message_bar_hide (self->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              self->saves_odt ? _("The text is saved") : _("The PDF is saved"));
}

static void
chooser_responded_cb (CapDocumentsPage     *self,
                      int                   response,
                      GtkFileChooserNative *chooser)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT
                          ? cap_document_chooser_dup_path (chooser, self->saves_odt) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL && self->document != NULL)
    cap_document_save_async (self->document, path, NULL, saved_cb, g_object_ref (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapDocumentsPage *self = CAP_DOCUMENTS_PAGE (widget);

  if (self->chooser != NULL)
    return;

  self->saves_odt = g_str_equal (action_name, "documents.save-odt");
  self->chooser = cap_document_chooser_new (self->document, self->saves_odt,
                                            cap_workspace_get_path (self->workspace),
                                            GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_responded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapDocumentsPage) self = CAP_DOCUMENTS_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_document_print_finish (result, &error) && error != NULL)
    fail (self, error);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapDocumentsPage *self = CAP_DOCUMENTS_PAGE (widget);

  cap_document_print_async (self->document, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL,
                            GTK_WINDOW (gtk_widget_get_root (widget)), printed_cb, g_object_ref (self));
}

static void
cap_documents_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_documents_page_parent_class)->map (widget);

  update (CAP_DOCUMENTS_PAGE (widget));
}

static void
cap_documents_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((CapDocumentsPageProperty) prop_id)
    {
    case PROP_LAYOUT:
      g_value_set_string (value, cap_report_layout_to_name (CAP_DOCUMENTS_PAGE (object)->layout));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cap_documents_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((CapDocumentsPageProperty) prop_id)
    {
    case PROP_LAYOUT:
      set_layout (CAP_DOCUMENTS_PAGE (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cap_documents_page_dispose (GObject *object)
{
  CapDocumentsPage *self = CAP_DOCUMENTS_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->chooser);
  g_clear_object (&self->document);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->made_of, cap_dossier_unref);

  G_OBJECT_CLASS (cap_documents_page_parent_class)->dispose (object);
}

static void
cap_documents_page_finalize (GObject *object)
{
  g_object_unref (CAP_DOCUMENTS_PAGE (object)->cancellable);

  G_OBJECT_CLASS (cap_documents_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, message);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, layouts_box);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, scope);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, parts_button);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, odt_button);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, seal_button);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, package_box);
  gtk_widget_class_bind_template_callback (widget_class, start_over);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, picture);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, CapDocumentsPage, zoom_label);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char * const steps[] = {
    "documents.next", "documents.previous", "documents.zoom-in", "documents.zoom-out",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_install_action (widget_class, steps[i], NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "documents.show", "(ss)", show_cb);
  gtk_widget_class_install_property_action (widget_class, "documents.layout", "layout");
  gtk_widget_class_install_action (widget_class, "documents.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "documents.save-odt", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "documents.print", NULL, print_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "documents.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "documents.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "documents.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "documents.zoom-out",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "documents.print", NULL);
}

static void
cap_documents_page_class_init (CapDocumentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cap_documents_page_get_property;
  object_class->set_property = cap_documents_page_set_property;
  object_class->dispose = cap_documents_page_dispose;
  object_class->finalize = cap_documents_page_finalize;
  widget_class->map = cap_documents_page_map;

  properties[PROP_LAYOUT] = g_param_spec_string ("layout", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_REFLOW);
  g_type_ensure (CAP_TYPE_DOCUMENT_SCOPE);
  g_type_ensure (CAP_TYPE_DOSSIER_PARTS);
  g_type_ensure (CAP_TYPE_PACKAGE_BOX);
  g_type_ensure (CAP_TYPE_SEAL_BUTTON);
  bind_template (widget_class);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_documents_page_init (CapDocumentsPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->kind = CAP_REPORT_PHOTOGRAPH;
  self->layout = cap_report_kind_get_layout (self->kind, CAP_LAYOUT_SHEETS);
  gtk_widget_init_template (GTK_WIDGET (self));
  cap_document_choices_fill_kinds (self->kinds, self->kind);
  g_signal_connect_object (self->kinds, "notify::selected", G_CALLBACK (kind_selected_cb), self,
                           G_CONNECT_SWAPPED);
  cap_document_choices_fill_layouts (self->layouts_box, self->kind);
  cap_document_choices_wrap_labels (gtk_widget_get_parent (GTK_WIDGET (self->seal_button)));
  update_actions (self);
}

/**
 * cap_documents_page_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the page of its documents
 */
GtkWidget *
cap_documents_page_new (CapWorkspace *workspace)
{
  CapDocumentsPage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_DOCUMENTS_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  cap_package_box_set_workspace (self->package_box, workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
