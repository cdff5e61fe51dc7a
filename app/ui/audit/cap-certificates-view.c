/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-certificates-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "audit/cap-certificate-cycle.h"
#include "audit/cap-finding-grade.h"
#include "quality/cap-record-rules.h"
#include "ui/audit/cap-certificate-card.h"
#include "ui/audit/cap-day-dialog.h"
#include "ui/records/cap-record-desk.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapCertificatesView:
 *
 * The certificates that a certification body issued: where each is in its
 * cycle, and what comes next. Those that run come first.
 */
struct _CapCertificatesView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapRecordDesk *desk;
  CapCatalogue  *catalogue;

  /* Template children */
  CapMessageBar *message;
  GtkStack      *stack;
  AdwStatusPage *empty_page;
  GtkWidget     *first_button;
  GtkWidget     *add_button;
  GtkBox        *cards;
};

G_DEFINE_FINAL_TYPE (CapCertificatesView, cap_certificates_view, GTK_TYPE_WIDGET)

/* An event to come, until its day is said. */
typedef struct
{
  CapCertificatesView *view;
  char                *certificate;   /* (nullable): UUID; a new one when there is none */
  char                *event;
} Note;

static void
note_free (gpointer  data,
           GClosure *closure)
{
  Note *note = data;

  g_object_unref (note->view);
  g_free (note->certificate);
  g_free (note->event);
  g_free (note);
}

static void
add_record (CapCertificatesView *self,
            const CapRecord     *record)
{
  g_autoptr(GPtrArray) faults = cap_record_desk_add (self->desk, record);

  if (faults->len > 0)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          ((CapRecordFault *) g_ptr_array_index (faults, 0))->sentence);
  else
    cap_message_bar_hide (self->message);
}

static void
add_event (CapCertificatesView *self,
           const Note          *note,
           const char          *day)
{
  g_autoptr(CapRecord) event = cap_record_desk_draft (self->desk, CAP_REGISTER_CERTIFICATE_EVENT,
                                                      note->certificate);

  cap_record_set (event, CAP_CERTIFICATE_EVENT_KIND, note->event);
  cap_record_set (event, CAP_CERTIFICATE_EVENT_DATE, day);
  add_record (self, event);
}

/* Of the route that the structure follows, to be changed on its page. */
static void
add_certificate (CapCertificatesView *self,
                 const char          *day)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(CapRecord) certificate = cap_record_desk_draft (self->desk, CAP_REGISTER_CERTIFICATE, NULL);
  const CapRoute *route = cap_finding_find_route (NULL, dossier, self->catalogue);

  cap_record_set (certificate, CAP_CERTIFICATE_DECISION, day);
  if (route != NULL)
    {
      cap_record_set (certificate, CAP_CERTIFICATE_ROUTE, route->id);
      cap_record_set (certificate, CAP_CERTIFICATE_CERTIFIER, route->certifier);
    }
  add_record (self, certificate);
}

static void
given_cb (CapDayDialog *dialog,
          const char   *day,
          gpointer      user_data)
{
  const Note *note = user_data;

  if (!cap_record_desk_can_change (note->view->desk))
    return;

  if (note->certificate != NULL)
    add_event (note->view, note, day);
  else
    add_certificate (note->view, day);
}

static void
ask (CapCertificatesView *self,
     const char          *certificate,
     const char          *event,
     const char          *heading,
     const char          *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  const char *title = certificate != NULL ? _("Date") : _("Decision of the certification body");
  GtkWidget *dialog = cap_day_dialog_new (GTK_WINDOW (root), heading, body, title, _("Add"), today);
  Note *note = g_new0 (Note, 1);

  note->view = g_object_ref (self);
  note->certificate = g_strdup (certificate);
  note->event = g_strdup (event);
  g_signal_connect_data (dialog, "given", G_CALLBACK (given_cb), note, note_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
get_question (const char *event)
{
  if (g_str_equal (event, "surveillance"))
    return _("On which day was it held? The last one, if it took several.");

  return _("On which day did the certification body decide it? If it gave an expiry of its own, write it in"
           " the history, on the page of the certificate.");
}

static void
note_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  const char *certificate;
  const char *event;
  const char *label;

  g_variant_get (parameter, "(&s&s&s)", &certificate, &event, &label);
  ask (CAP_CERTIFICATES_VIEW (widget), certificate, event, label, get_question (event));
}

static void
add_cb (CapCertificatesView *self)
{
  if (cap_record_desk_can_change (self->desk))
    ask (self, NULL, NULL, _("A Certificate"),
         _("On which day did the certification body decide to issue it? The cycle follows from it; its number"
           " and the rest are written on its page."));
}

/* Those that run first, then the latest first. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  CapCertificatesView *self = user_data;
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(CapCertificateCycle) one_cycle = cap_certificate_cycle_find (dossier, one, self->catalogue->cycle,
                                                                         today);
  g_autoptr(CapCertificateCycle) other_cycle = cap_certificate_cycle_find (dossier, other,
                                                                           self->catalogue->cycle, today);
  int order = cap_certificate_cycle_runs (other_cycle) - cap_certificate_cycle_runs (one_cycle);

  if (order == 0)
    order = g_strcmp0 (other_cycle->start, one_cycle->start);

  return order != 0 ? order : cap_record_compare (one, other);
}

/* Returns: (transfer full) (nullable): the UUID of the certificate whose card has the focus */
static char *
dup_focused (CapCertificatesView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; focus != NULL; focus = gtk_widget_get_parent (focus))
    {
      if (gtk_widget_has_css_class (focus, "certificate-card"))
        return g_strdup (gtk_widget_get_name (focus));
    }

  return NULL;
}

static void
fill (CapCertificatesView *self,
      CapDossier          *dossier)
{
  g_autofree char *focused = dup_focused (self);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(GPtrArray) certificates = g_ptr_array_copy (dossier->registers[CAP_REGISTER_CERTIFICATE], NULL,
                                                        NULL);
  GtkWidget *child;

  g_ptr_array_set_free_func (certificates, NULL);
  g_ptr_array_sort_with_data (certificates, compare, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  for (guint i = 0; i < certificates->len; i++)
    {
      const CapRecord *certificate = g_ptr_array_index (certificates, i);
      GtkWidget *card = cap_certificate_card_new (dossier, certificate, self->catalogue, today,
                                                  cap_record_desk_can_change (self->desk));

      gtk_box_append (self->cards, card);
      if (g_strcmp0 (focused, certificate->id) == 0)
        gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
    }
}

/* The button of the empty page goes with the page: who pressed it goes on in the first card. */
static void
show_page (CapCertificatesView *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->cards));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const gboolean pressed = root != NULL && gtk_root_get_focus (root) == self->first_button;

  gtk_stack_set_visible_child_name (self->stack, first != NULL ? "list" : "empty");
  if (first != NULL && pressed)
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
}

static void
update (CapCertificatesView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  gboolean can_change;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  can_change = cap_record_desk_can_change (self->desk);
  fill (self, dossier);
  gtk_widget_set_visible (self->add_button, can_change);
  gtk_widget_set_visible (self->first_button, can_change);
  show_page (self);
}

static void
failed_cb (CapCertificatesView *self,
           const char          *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
cap_certificates_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_certificates_view_parent_class)->map (widget);

  update (CAP_CERTIFICATES_VIEW (widget));
}

static void
cap_certificates_view_dispose (GObject *object)
{
  CapCertificatesView *self = CAP_CERTIFICATES_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_certificates_view_parent_class)->dispose (object);
}

static void
cap_certificates_view_class_init (CapCertificatesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_certificates_view_dispose;
  widget_class->map = cap_certificates_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-certificates-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapCertificatesView, message);
  gtk_widget_class_bind_template_child (widget_class, CapCertificatesView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapCertificatesView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CapCertificatesView, first_button);
  gtk_widget_class_bind_template_child (widget_class, CapCertificatesView, add_button);
  gtk_widget_class_bind_template_child (widget_class, CapCertificatesView, cards);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "certificates.note", "(sss)", note_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_certificates_view_init (CapCertificatesView *self)
{
  self->catalogue = cap_workspace_load_catalogue ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_description (self->empty_page,
                                   gettext (cap_register_get (CAP_REGISTER_CERTIFICATE)->empty));
}

/**
 * cap_certificates_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its certificates
 */
GtkWidget *
cap_certificates_view_new (CapWorkspace *workspace)
{
  CapCertificatesView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_CERTIFICATES_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
