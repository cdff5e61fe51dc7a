/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-samples-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "audit/cap-audit-time.h"
#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "ui/audit/cap-sample-form.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-tag.h"

#define MAX_ROWS 200

/**
 * CapSamplesView:
 *
 * The samples that were kept, and a form to make one: which sites, and why each, follow what is asked.
 */
struct _CapSamplesView
{
  GtkWidget            parent_instance;

  /* Owned */
  CapWorkspace        *workspace;
  CapCatalogue        *catalogue;
  CapDossier          *shown;    /* the state of the dossier on display, or NULL */
  CapGroup            *group;    /* of it, or NULL */
  CapSampleChoice     *choice;   /* what is proposed, or NULL */
  CapRecord           *kept;     /* the one that is on its way, or NULL */
  GPtrArray           *kept_rows;    /* (element-type GtkWidget): of the list, borrowed */
  GPtrArray           *preview_rows; /* (element-type GtkWidget): of the preview, borrowed */

  GtkWidget           *form;

  /* Template children */
  CapMessageBar       *message;
  GtkWidget           *empty;
  GtkWidget           *maker;
  AdwPreferencesGroup *list;
  GtkBox              *form_box;
  AdwPreferencesGroup *preview;
  GtkWidget           *keep_button;
  GtkLabel            *time_label;
};

G_DEFINE_FINAL_TYPE (CapSamplesView, cap_samples_view, GTK_TYPE_WIDGET)

static void
clear_rows (AdwPreferencesGroup *list,
            GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (list, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static GtkWidget *
add_row (AdwPreferencesGroup *list,
         GPtrArray           *rows,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (list, row);
  g_ptr_array_add (rows, row);

  return row;
}

static void
open_record (CapSamplesView  *self,
             const CapRecord *sample)
{
  g_autofree char *address = sample != NULL ? cap_address_new_for_record (sample) : NULL;

  if (address != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

/* The name of a row is the UUID of its sample. */
static void
row_activated_cb (CapSamplesView *self,
                  GtkWidget      *row)
{
  open_record (self, cap_dossier_find_record (self->shown, CAP_REGISTER_SAMPLE, gtk_widget_get_name (row)));
}

static void
add_sample (CapSamplesView  *self,
            const CapRecord *sample)
{
  g_autoptr(GPtrArray) sites = cap_dossier_list_parts (self->shown, CAP_REGISTER_SAMPLE_SITE, sample->id);
  const char *audit = cap_record_get_choice (sample, CAP_SAMPLE_AUDIT);
  g_autofree char *day = cap_date_format_long (cap_record_get (sample, CAP_SAMPLE_DATE));
  /* Translators: the code of a sample, a day */
  g_autofree char *title = g_strdup_printf (_("%1$s, on %2$s"), cap_record_get_code (sample), day);
  g_autofree char *count = g_strdup_printf (ngettext ("%u site", "%u sites", sites->len), sites->len);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", audit, count);
  GtkWidget *row = add_row (self->list, self->kept_rows, title, subtitle);

  gtk_widget_set_name (row, sample->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

/* The latest first. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;
  int order = g_strcmp0 (cap_record_get (other, CAP_SAMPLE_DATE), cap_record_get (one, CAP_SAMPLE_DATE));

  return order != 0 ? order : cap_record_compare (other, one);
}

static void
show_samples (CapSamplesView *self)
{
  const GPtrArray *known = self->shown->registers[CAP_REGISTER_SAMPLE];
  g_autoptr(GPtrArray) samples = g_ptr_array_new ();

  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (samples, g_ptr_array_index (known, i));
  g_ptr_array_sort (samples, compare);

  clear_rows (self->list, self->kept_rows);
  for (guint i = 0; i < samples->len; i++)
    add_sample (self, g_ptr_array_index (samples, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), samples->len > 0);
}

static guint
count_added (const CapSampleChoice *choice)
{
  guint count = 0;

  for (guint i = 0; i < choice->sites->len; i++)
    count += ((CapSampleSite *) g_ptr_array_index (choice->sites, i))->how == CAP_SAMPLE_ADDED ? 1 : 0;

  return count;
}

static char *
dup_summary (const CapSampleChoice *choice)
{
  const guint n_added = count_added (choice);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%1$u site by the formula, out of %2$u; the central function is "
                                          "audited besides.",
                                          "%1$u sites by the formula, out of %2$u; the central function is "
                                          "audited besides.", (gulong) choice->minimum),
                          (guint) choice->minimum, (guint) choice->n_sites);
  if (n_added > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u is added by hand.", "%u are added by hand.", n_added),
                              n_added);
    }
  g_string_append_c (text, ' ');
  g_string_append_printf (text, ngettext ("Without sampling, %u site would be audited.",
                                          "Without sampling, %u sites would be audited.",
                                          (gulong) choice->without_sampling),
                          (guint) choice->without_sampling);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_site (CapSamplesView      *self,
          const CapSampleSite *it)
{
  const CapField *how = &cap_register_get (CAP_REGISTER_SAMPLE_SITE)->fields[CAP_SAMPLE_SITE_HOW];
  const CapChoice *choice = cap_field_find_choice (how, cap_sample_how_to_name (it->how));
  g_autofree char *title = g_strdup_printf ("%s %s", cap_record_get_code (it->site->record),
                                            cap_record_get (it->site->record, CAP_SITE_NAME));
  GtkWidget *row = add_row (self->preview, self->preview_rows, title, it->reason);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             cap_tag_new (gettext (choice->label),
                                          it->how == CAP_SAMPLE_RANDOM ? "accent-tag" : NULL));
}

static void
show_time (CapSamplesView *self)
{
  g_autofree char *text = NULL;

  if (self->choice != NULL)
    {
      CapAuditTime time;

      cap_audit_time_of_sample (&time, self->catalogue->audit_time, self->choice, self->group);
      text = cap_audit_time_dup_text (&time, self->catalogue->audit_time);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->time_label), text != NULL);
  gtk_label_set_text (self->time_label, text != NULL ? text : "");
}

static void
show_choice (CapSamplesView *self)
{
  g_autofree char *summary = NULL;
  const guint n_shown = self->choice != NULL ? MIN (self->choice->sites->len, MAX_ROWS) : 0;

  clear_rows (self->preview, self->preview_rows);
  show_time (self);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), self->choice != NULL);
  if (self->choice == NULL)
    return;

  summary = dup_summary (self->choice);
  adw_preferences_group_set_description (self->preview, summary);
  for (guint i = 0; i < n_shown; i++)
    add_site (self, g_ptr_array_index (self->choice->sites, i));
  if (n_shown < self->choice->sites->len)
    {
      const guint n_more = self->choice->sites->len - n_shown;
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", n_more), n_more);

      add_row (self->preview, self->preview_rows, more, NULL);
    }
}

static void
propose_cb (CapSamplesView *self)
{
  g_autoptr(GError) error = NULL;
  CapSampleDemand demand = { 0 };

  if (self->group == NULL)
    return;

  g_clear_pointer (&self->choice, cap_sample_choice_free);
  cap_message_bar_hide (self->message);
  if (!cap_sample_form_read (CAP_SAMPLE_FORM (self->form), &demand))
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("The number of the draw is written in digits only, such as 20261126."));
  else if ((self->choice = cap_sample_choice_new (self->group, self->catalogue->sampling, &demand,
                                                  &error)) == NULL)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
  show_choice (self);
}

static void
update (CapSamplesView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = NULL;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (self->keep_button, !cap_workspace_get_read_only (self->workspace));
  if (dossier == self->shown)
    return;

  today = cap_workspace_dup_today (self->workspace);
  g_clear_pointer (&self->choice, cap_sample_choice_free);
  g_clear_pointer (&self->group, cap_group_free);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);
  self->group = cap_group_new (dossier, self->catalogue, today);
  show_samples (self);
  gtk_widget_set_visible (self->empty, self->group->n_population == 0);
  gtk_widget_set_visible (self->maker, self->group->n_population > 0);
  propose_cb (self);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapSamplesView) self = CAP_SAMPLES_VIEW (user_data);
  g_autoptr(CapRecord) kept = g_steal_pointer (&self->kept);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  cap_sample_form_clear (CAP_SAMPLE_FORM (self->form));
  open_record (self, kept);
}

static void
keep_cb (CapSamplesView *self)
{
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autofree char *code = NULL;

  if (self->choice == NULL || self->kept != NULL || cap_workspace_get_read_only (self->workspace))
    return;

  code = cap_record_dup_next_code (self->shown, CAP_REGISTER_SAMPLE, today);
  self->kept = cap_sample_choice_new_record (self->choice, code, today);
  cap_workspace_run_async (self->workspace, cap_sample_choice_new_command (self->choice, self->kept), NULL,
                           kept_cb, g_object_ref (self));
}

static void
open_sites_cb (CapSamplesView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", "section/sites");
}

static void
cap_samples_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_samples_view_parent_class)->map (widget);

  update (CAP_SAMPLES_VIEW (widget));
}

static void
cap_samples_view_dispose (GObject *object)
{
  CapSamplesView *self = CAP_SAMPLES_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->kept_rows, g_ptr_array_unref);
  g_clear_pointer (&self->preview_rows, g_ptr_array_unref);
  g_clear_pointer (&self->choice, cap_sample_choice_free);
  g_clear_pointer (&self->group, cap_group_free);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  g_clear_pointer (&self->kept, cap_record_free);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_samples_view_parent_class)->dispose (object);
}

static void
cap_samples_view_class_init (CapSamplesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_samples_view_dispose;
  widget_class->map = cap_samples_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-samples-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapSamplesView, message);
  gtk_widget_class_bind_template_child (widget_class, CapSamplesView, empty);
  gtk_widget_class_bind_template_child (widget_class, CapSamplesView, maker);
  gtk_widget_class_bind_template_child (widget_class, CapSamplesView, list);
  gtk_widget_class_bind_template_child (widget_class, CapSamplesView, form_box);
  gtk_widget_class_bind_template_child (widget_class, CapSamplesView, preview);
  gtk_widget_class_bind_template_child (widget_class, CapSamplesView, keep_button);
  gtk_widget_class_bind_template_child (widget_class, CapSamplesView, time_label);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_sites_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_samples_view_init (CapSamplesView *self)
{
  self->kept_rows = g_ptr_array_new ();
  self->preview_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_samples_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the samples of its sites
 */
GtkWidget *
cap_samples_view_new (CapWorkspace *workspace)
{
  CapSamplesView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_SAMPLES_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->catalogue = cap_workspace_load_catalogue ();
  self->form = cap_sample_form_new (workspace);
  gtk_box_append (self->form_box, self->form);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (propose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
