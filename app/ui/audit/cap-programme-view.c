/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-programme-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "audit/cap-programme-text.h"
#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "quality/cap-target.h"
#include "ui/audit/cap-programme-grid.h"
#include "ui/audit/cap-programme-row.h"
#include "ui/records/cap-record-desk.h"
#include "ui/widgets/cap-long-list.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapProgrammeView:
 *
 * The audits from inside over three years: what stands out, which processes
 * are looked at when, what is left out, and the lines themselves.
 */
struct _CapProgrammeView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapRecordDesk *desk;
  CapCatalogue  *catalogue;
  CapDossier    *dossier;     /* that the programme is of, or NULL */
  CapProgramme  *programme;
  char          *added;       /* UUID of what is on its way, to be opened, or NULL */
  gboolean       silent;

  /* Template children */
  CapMessageBar *message;
  GtkStack      *stack;
  AdwStatusPage *empty_page;
  GtkWidget     *first_button;
  GtkWidget     *add_button;
  GtkLabel      *years;
  GtkBox        *sentences;
  GtkLabel      *cover;
  GtkWidget     *unseen;
  GtkBox        *unseen_box;
  GtkDropDown   *sites;
  AdwBin        *grid;
  AdwBin        *legend;
  CapLongList   *list;
};

G_DEFINE_FINAL_TYPE (CapProgrammeView, cap_programme_view, GTK_TYPE_WIDGET)

static void
open_record (CapProgrammeView *self,
             const CapRecord  *record)
{
  g_autofree char *address = cap_address_new_for_record (record);

  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

/* What was just made opens once it is there. */
static void
open_added (CapProgrammeView *self)
{
  static const CapRegisterKind kinds[] = { CAP_REGISTER_PROGRAMME, CAP_REGISTER_AUDIT };
  const CapRecord *record = NULL;

  for (guint i = 0; self->added != NULL && record == NULL && i < G_N_ELEMENTS (kinds); i++)
    record = cap_dossier_find_record (self->dossier, kinds[i], self->added);
  if (record == NULL)
    return;

  g_clear_pointer (&self->added, g_free);
  open_record (self, record);
}

static GtkWidget *
new_text (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static gboolean
is_sound (const CapProgramme *programme)
{
  return cap_programme_count (programme, CAP_PROGRAMME_LATE) + programme->conflicts->len +
         programme->processes.unseen->len + programme->sites.unseen->len +
         programme->requirements.unseen->len == 0;
}

static void
fill_sentences (CapProgrammeView *self)
{
  g_auto(GStrv) sentences = cap_programme_dup_sentences (self->programme);
  const char *icon = is_sound (self->programme) ? "object-select-symbolic" : "dialog-warning-symbolic";

  clear (self->sentences);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), new_text (sentences[i], NULL));
      gtk_box_append (self->sentences, box);
    }
}

static void
add_unseen (CapProgrammeView *self,
            const char       *title,
            const char       *text)
{
  if (*text == '\0')
    return;

  gtk_box_append (self->unseen_box, new_text (title, "heading"));
  gtk_box_append (self->unseen_box, new_text (text, NULL));
}

static void
fill_cover (CapProgrammeView *self)
{
  g_autofree char *cover = cap_programme_dup_cover (self->programme);
  g_autofree char *processes = cap_programme_dup_unseen (&self->programme->processes);
  g_autofree char *sites = cap_programme_dup_unseen (&self->programme->sites);
  g_autofree char *clauses = cap_programme_dup_unseen_clauses (self->programme);
  /* Translators: “8 of 10 processes, 1 of 2 sites” */
  g_autofree char *text = g_strdup_printf (_("Planned or audited: %s"), cover);

  gtk_label_set_text (self->cover, text);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), *cover != '\0');
  clear (self->unseen_box);
  add_unseen (self, _("Processes"), processes);
  add_unseen (self, _("Sites"), sites);
  add_unseen (self, _("Clauses"), clauses);
  gtk_widget_set_visible (self->unseen, gtk_widget_get_first_child (GTK_WIDGET (self->unseen_box)) != NULL);
}

/* Returns: (nullable): the code of the site that is chosen; %NULL for all of them */
static const char *
get_site (CapProgrammeView *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->sites);
  const GPtrArray *sites = self->programme->sites.expected;

  return chosen > 0 && chosen <= sites->len ? cap_record_get_code (g_ptr_array_index (sites, chosen - 1))
                                            : NULL;
}

static void
show_grid (CapProgrammeView *self)
{
  adw_bin_set_child (self->grid, cap_programme_grid_new (self->programme, get_site (self)));
}

/* The site that is chosen stays, as long as there are as many. */
static void
fill_sites (CapProgrammeView *self)
{
  const GPtrArray *sites = self->programme->sites.expected;
  const guint chosen = gtk_drop_down_get_selected (self->sites);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All sites"));
  for (guint i = 0; i < sites->len; i++)
    {
      const CapRecord *site = g_ptr_array_index (sites, i);
      g_autofree char *name = g_strdup_printf ("%s %s", cap_record_get_code (site),
                                               cap_record_get_title (site));

      gtk_string_list_append (names, name);
    }
  self->silent = TRUE;
  gtk_drop_down_set_model (self->sites, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sites, chosen <= sites->len ? chosen : 0);
  self->silent = FALSE;
  /* The button inside takes the focus: it is what is spoken. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->sites))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Site shown in the grid"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->sites), sites->len > 1);
}

static GtkWidget *
create_row (guint    index,
            gpointer user_data)
{
  CapProgrammeView *self = user_data;

  return cap_programme_row_new (self->programme, g_ptr_array_index (self->programme->entries, index),
                                cap_record_desk_can_change (self->desk));
}

static void
read_programme (CapProgrammeView *self,
                CapDossier       *dossier)
{
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  const CapRoute *route = cap_target_find_route (cap_target_find (dossier, today), self->catalogue);

  g_clear_pointer (&self->programme, cap_programme_free);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  self->dossier = cap_dossier_ref (dossier);
  self->programme = cap_programme_new (dossier, route != NULL ? route->standard : NULL, today);
}

static void
update (CapProgrammeView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const gboolean can_change = cap_record_desk_can_change (self->desk);
  g_autofree char *years = NULL;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  read_programme (self, dossier);
  years = cap_programme_dup_years (self->programme);
  gtk_label_set_text (self->years, years);
  fill_sentences (self);
  fill_cover (self);
  fill_sites (self);
  show_grid (self);
  cap_long_list_fill (self->list, self->programme->entries->len, create_row, self);
  gtk_widget_set_visible (self->add_button, can_change);
  gtk_widget_set_visible (self->first_button, can_change);
  gtk_stack_set_visible_child_name (self->stack, self->programme->entries->len > 0 ? "list" : "empty");
  open_added (self);
}

static void
site_chosen_cb (CapProgrammeView *self)
{
  if (!self->silent && self->programme != NULL)
    show_grid (self);
}

static gboolean
show_fault (CapProgrammeView *self,
            const GPtrArray  *faults)
{
  if (faults->len == 0)
    return FALSE;

  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                        ((CapRecordFault *) g_ptr_array_index (faults, 0))->sentence);

  return TRUE;
}

/* It enters with the day of today, to be changed at once on its own page. */
static void
add_cb (CapProgrammeView *self)
{
  g_autoptr(CapRecord) line = cap_record_desk_draft (self->desk, CAP_REGISTER_PROGRAMME, NULL);
  g_autoptr(GPtrArray) faults = NULL;

  cap_set_string (&self->added, line->id);
  faults = cap_record_desk_add (self->desk, line);
  if (!show_fault (self, faults))
    cap_message_bar_hide (self->message);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapProgrammeView) self = CAP_PROGRAMME_VIEW (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

/* The audit and the line that says which one it is, in one gesture; the page of the audit opens. */
static void
prepare_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapProgrammeView *self = CAP_PROGRAMME_VIEW (widget);
  const CapRecord *line = cap_dossier_find_record (self->dossier, CAP_REGISTER_PROGRAMME,
                                                   g_variant_get_string (parameter, NULL));
  g_autoptr(CapRecord) audit = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *title = NULL;

  if (line == NULL || cap_record_get (line, CAP_PROGRAMME_PLANNED) == NULL ||
      !cap_record_desk_can_change (self->desk))
    return;

  title = cap_programme_dup_audit_title (line);
  audit = cap_record_desk_draft (self->desk, CAP_REGISTER_AUDIT, NULL);
  cap_record_set (audit, CAP_AUDIT_TITLE, title);
  faults = cap_record_check (audit, self->dossier);
  if (show_fault (self, faults))
    return;

  cap_message_bar_hide (self->message);
  cap_set_string (&self->added, audit->id);
  cap_workspace_run_async (self->workspace, cap_programme_prepare (line, audit), NULL, prepared_cb,
                           g_object_ref (self));
}

static void
failed_cb (CapProgrammeView *self,
           const char       *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
cap_programme_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_programme_view_parent_class)->map (widget);

  update (CAP_PROGRAMME_VIEW (widget));
}

static void
cap_programme_view_dispose (GObject *object)
{
  CapProgrammeView *self = CAP_PROGRAMME_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->programme, cap_programme_free);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_pointer (&self->added, g_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_programme_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, message);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, first_button);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, add_button);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, years);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, sentences);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, cover);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, unseen);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, unseen_box);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, sites);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, grid);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, legend);
  gtk_widget_class_bind_template_child (widget_class, CapProgrammeView, list);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, site_chosen_cb);
}

static void
cap_programme_view_class_init (CapProgrammeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_programme_view_dispose;
  widget_class->map = cap_programme_view_map;

  g_type_ensure (CAP_TYPE_LONG_LIST);
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-programme-view.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "programme.prepare", "s", prepare_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_programme_view_init (CapProgrammeView *self)
{
  self->catalogue = cap_workspace_load_catalogue ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->legend, cap_programme_legend_new ());
  adw_status_page_set_description (self->empty_page,
                                   gettext (cap_register_get (CAP_REGISTER_PROGRAMME)->empty));
}

/**
 * cap_programme_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its audit programme
 */
GtkWidget *
cap_programme_view_new (CapWorkspace *workspace)
{
  CapProgrammeView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_PROGRAMME_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
