/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-sites-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "audit/cap-group-text.h"
#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "ui/audit/cap-site-list.h"
#include "ui/records/cap-import-register-window.h"
#include "ui/records/cap-record-desk.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapSitesView:
 *
 * The sites of a group: what keeps the certifier from coming, or the certificate from holding, is on top;
 * below, all of them. One is added with its name and its role; its page says the rest.
 */
struct _CapSitesView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapCatalogue  *catalogue;
  CapRecordDesk *desk;
  CapDossier    *shown;   /* the state of the dossier on display, or NULL */
  CapGroup      *group;   /* of it, or NULL */
  CapRecord     *added;   /* the one that is on its way, to be opened, or NULL */

  /* Template children */
  CapMessageBar *message;
  GtkWidget     *import_button;
  GtkMenuButton *add_button;
  GtkEditable   *name_row;
  AdwComboRow   *role_row;
  GtkStack      *stack;
  GtkWidget     *empty_import;
  GtkLabel      *count_label;
  GtkLabel      *summary;
  GtkWidget     *unseen_box;
  GtkLabel      *unseen_label;
  GtkWidget     *blocking_box;
  GtkLabel      *blocking_label;
  GtkWidget     *widespread_box;
  GtkLabel      *widespread_label;
  GtkWidget     *fine_label;
  GtkEditable   *search;
  GtkDropDown   *role_choice;
  GtkDropDown   *standing_choice;
  CapSiteList   *list;
  GtkWidget     *nothing_label;
};

G_DEFINE_FINAL_TYPE (CapSitesView, cap_sites_view, GTK_TYPE_WIDGET)

static const CapChoice *
get_roles (void)
{
  return cap_register_get (CAP_REGISTER_SITE)->fields[CAP_SITE_ROLE].choices;
}

static void
show_count (CapSitesView *self)
{
  const guint n_shown = cap_site_list_get_n_shown (self->list);
  const guint n_all = self->group != NULL ? self->group->sites->len : 0;
  g_autofree char *text = NULL;

  if (n_shown == n_all)
    /* Translators: number of sites */
    text = g_strdup_printf (ngettext ("%u site", "%u sites", n_all), n_all);
  else
    /* Translators: number of sites shown, and of all of them */
    text = g_strdup_printf (ngettext ("%1$u of %2$u site", "%1$u of %2$u sites", n_all), n_shown, n_all);
  gtk_label_set_text (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_shown > 0);
  gtk_widget_set_visible (self->nothing_label, n_shown == 0);
}

/* The first choice is any of them; none is selected while there are no choices yet. */
static guint
get_choice (GtkDropDown *choice)
{
  const guint selected = gtk_drop_down_get_selected (choice);

  return selected == GTK_INVALID_LIST_POSITION ? 0 : selected;
}

static void
filter_cb (CapSitesView *self)
{
  const guint role = get_choice (self->role_choice);

  cap_site_list_filter (self->list, role > 0 ? get_roles ()[role - 1].name : NULL,
                        (CapSiteStanding) get_choice (self->standing_choice),
                        gtk_editable_get_text (self->search));
  show_count (self);
}

static void
show_standing (CapSitesView    *self,
               CapSiteStanding  standing)
{
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->role_choice, 0);
  gtk_drop_down_set_selected (self->standing_choice, standing);
}

static void
show_unseen_cb (CapSitesView *self)
{
  show_standing (self, CAP_SITE_UNSEEN_INSIDE);
}

static void
show_blocking_cb (CapSitesView *self)
{
  show_standing (self, CAP_SITE_BLOCKING);
}

static void
show_findings_cb (CapSitesView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", "section/findings");
}

static void
show_summary (CapSitesView *self)
{
  const CapGroup *group = self->group;
  g_autofree char *since = cap_date_format_long (group->since);
  g_autofree char *sites = NULL;
  g_autofree char *cycle = NULL;
  g_autofree char *text = NULL;

  sites = g_strdup_printf (ngettext ("%u site besides the central function.",
                                     "%u sites besides the central function.", group->n_population),
                           group->n_population);
  /* Translators: %s is a day */
  cycle = g_strdup_printf (_("The cycle that is looked at begins on %s."), since);
  text = g_strjoin (" ", sites, cycle, NULL);
  gtk_label_set_text (self->summary, text);
}

static void
show_unseen (CapSitesView *self)
{
  g_autofree char *text = cap_group_dup_unseen (self->group);

  gtk_widget_set_visible (self->unseen_box, text != NULL);
  gtk_label_set_text (self->unseen_label, text != NULL ? text : "");
}

static void
show_blocking (CapSitesView *self)
{
  const GPtrArray *blocking = self->group->blocking;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->blocking_box, blocking->len > 0);
  if (blocking->len == 0)
    return;

  if (blocking->len == 1)
    text = cap_group_dup_blocking (g_ptr_array_index (blocking, 0));
  else
    text = g_strdup_printf (ngettext ("A major nonconformity is open at %u site: it blocks the certificate "
                                      "of the whole group.",
                                      "A major nonconformity is open at %u sites: it blocks the certificate "
                                      "of the whole group.", blocking->len), blocking->len);
  gtk_label_set_text (self->blocking_label, text);
}

static void
show_widespread (CapSitesView *self)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->group->clauses->len; i++)
    {
      const CapGroupClause *clause = g_ptr_array_index (self->group->clauses, i);

      if (clause->widespread)
        g_ptr_array_add (lines, cap_group_dup_widespread (self->group, clause));
    }
  gtk_widget_set_visible (self->widespread_box, lines->len > 0);
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  gtk_label_set_text (self->widespread_label, text);
}

/* The page of the one that was added, once it is there. */
static void
open_added (CapSitesView *self)
{
  g_autofree char *address = NULL;

  if (self->added == NULL ||
      cap_dossier_find_record (self->shown, CAP_REGISTER_SITE, self->added->id) == NULL)
    return;

  address = cap_address_new_for_record (self->added);
  g_clear_pointer (&self->added, cap_record_free);
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static void
show_dossier (CapSitesView *self,
              CapDossier   *dossier)
{
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapGroup *former = self->group;

  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);
  self->group = cap_group_new (dossier, self->catalogue, today);
  gtk_stack_set_visible_child_name (self->stack, self->group->sites->len > 0 ? "list" : "empty");
  show_summary (self);
  show_unseen (self);
  show_blocking (self);
  show_widespread (self);
  gtk_widget_set_visible (self->fine_label, !gtk_widget_get_visible (self->unseen_box) &&
                                            !gtk_widget_get_visible (self->blocking_box) &&
                                            !gtk_widget_get_visible (self->widespread_box));
  cap_site_list_show (self->list, self->group);
  g_clear_pointer (&former, cap_group_free);
  show_count (self);
  open_added (self);
}

static void
update (CapSitesView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const gboolean can_change = !cap_workspace_get_read_only (self->workspace);

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (self->import_button, can_change);
  gtk_widget_set_visible (self->empty_import, can_change);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), can_change);
  if (dossier != self->shown)
    show_dossier (self, dossier);
}

static void
failed_cb (CapSitesView *self,
           const char   *sentence)
{
  g_clear_pointer (&self->added, cap_record_free);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
add_cb (CapSitesView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  const guint role = adw_combo_row_get_selected (self->role_row);
  g_autoptr(CapRecord) draft = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (!cap_record_desk_can_change (self->desk))
    return;

  draft = cap_record_desk_draft (self->desk, CAP_REGISTER_SITE, NULL);
  cap_record_set (draft, CAP_SITE_NAME, name);
  cap_record_set (draft, CAP_SITE_ROLE, get_roles ()[role].name);
  g_clear_pointer (&self->added, cap_record_free);
  self->added = cap_record_copy (draft);
  faults = cap_record_desk_add (self->desk, draft);
  if (faults->len > 0)
    {
      failed_cb (self, ((CapRecordFault *) g_ptr_array_index (faults, 0))->sentence);
      return;
    }

  gtk_menu_button_popdown (self->add_button);
  gtk_editable_set_text (self->name_row, "");
  cap_message_bar_hide (self->message);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapSitesView *self = CAP_SITES_VIEW (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  if (cap_record_desk_can_change (self->desk))
    gtk_window_present (GTK_WINDOW (cap_import_register_window_new (parent, self->workspace,
                                                                    CAP_REGISTER_SITE)));
}

static void
cap_sites_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_sites_view_parent_class)->map (widget);

  update (CAP_SITES_VIEW (widget));
}

static void
cap_sites_view_dispose (GObject *object)
{
  CapSitesView *self = CAP_SITES_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->group, cap_group_free);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  g_clear_pointer (&self->added, cap_record_free);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_sites_view_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapSitesView, child)

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-sites-view.ui");
  BIND (message);
  BIND (import_button);
  BIND (add_button);
  BIND (name_row);
  BIND (role_row);
  BIND (stack);
  BIND (empty_import);
  BIND (count_label);
  BIND (summary);
  BIND (unseen_box);
  BIND (unseen_label);
  BIND (blocking_box);
  BIND (blocking_label);
  BIND (widespread_box);
  BIND (widespread_label);
  BIND (fine_label);
  BIND (search);
  BIND (role_choice);
  BIND (standing_choice);
  BIND (list);
  BIND (nothing_label);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_unseen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_blocking_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_findings_cb);
}

#undef BIND

static void
cap_sites_view_class_init (CapSitesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_sites_view_dispose;
  widget_class->map = cap_sites_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_SITE_LIST);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "sites.import", NULL, import_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* The button inside takes the focus: it is what is spoken. */
static void
fill_choice (GtkDropDown        *choice,
             const char         *name,
             const char * const *labels)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (labels);

  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (choice))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_choices (CapSitesView *self)
{
  const CapChoice *roles = get_roles ();
  const char * const standings[] = {
    [CAP_SITE_IN_ANY] = C_("sites", "In any standing"),
    [CAP_SITE_UNSEEN_INSIDE] = _("No internal audit in the cycle"),
    [CAP_SITE_UNSEEN_OUTSIDE] = _("No outside audit in the cycle"),
    [CAP_SITE_OPEN] = _("With an open nonconformity"),
    [CAP_SITE_BLOCKING] = _("With an open major nonconformity"),
    [CAP_N_SITE_STANDINGS] = NULL,
  };
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autoptr(GtkStringList) list = NULL;

  g_ptr_array_add (labels, (char *) C_("sites", "All roles"));
  for (guint i = 0; roles[i].name != NULL; i++)
    g_ptr_array_add (labels, (char *) gettext (roles[i].label));
  g_ptr_array_add (labels, NULL);

  fill_choice (self->role_choice, _("Role of the sites shown"), (const char * const *) labels->pdata);
  fill_choice (self->standing_choice, _("Standing of the sites shown"), standings);
  list = gtk_string_list_new ((const char * const *) labels->pdata + 1);
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->role_row, labels->len - 3); /* most sites are members */
}

static void
cap_sites_view_init (CapSitesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
}

/**
 * cap_sites_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the sites of its group
 */
GtkWidget *
cap_sites_view_new (CapWorkspace *workspace)
{
  CapSitesView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_SITES_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->catalogue = cap_workspace_load_catalogue ();
  self->desk = cap_record_desk_new (workspace);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
