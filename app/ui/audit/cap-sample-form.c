/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-sample-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/records/cap-codes-row.h"

struct _CapSampleForm
{
  GtkWidget            parent_instance;

  /* Owned */
  CapWorkspace        *workspace;
  GPtrArray           *additions; /* (element-type CapSampleAddition) */
  GPtrArray           *rows;      /* (element-type GtkWidget): of them, borrowed */
  CapRecord           *draft;     /* that the row of the site is a field of */

  GtkWidget           *site_row;

  /* Template children */
  AdwComboRow         *audit_row;
  GtkWidget           *reduced_row;
  GtkSwitch           *reduced_switch;
  GtkSwitch           *category_switch;
  GtkEditable         *seed_row;
  AdwPreferencesGroup *added;
  AdwPreferencesGroup *adder;
  GtkEditable         *reason_row;
};

G_DEFINE_FINAL_TYPE (CapSampleForm, cap_sample_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell_change (CapSampleForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (CapSampleForm *self)
{
  gtk_widget_set_visible (self->reduced_row,
                          adw_combo_row_get_selected (self->audit_row) == CAP_SAMPLING_RECERTIFICATION);
  tell_change (self);
}

static void
show_additions (CapSampleForm *self);

/* The name of the button is the code of the site. */
static void
remove_cb (CapSampleForm *self,
           GtkWidget     *button)
{
  for (guint i = 0; i < self->additions->len; i++)
    {
      const CapSampleAddition *addition = g_ptr_array_index (self->additions, i);

      if (g_str_equal (addition->code, gtk_widget_get_name (button)))
        {
          g_ptr_array_remove_index (self->additions, i);
          break;
        }
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
  show_additions (self);
  tell_change (self);
}

static GtkWidget *
new_remove_button (CapSampleForm *self,
                   const char    *code)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = NULL;

  /* Translators: %s is the code of a site */
  name = g_strdup_printf (_("Do not add %s any more"), code);
  gtk_widget_set_name (button, code);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
show_additions (CapSampleForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->added, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->additions->len; i++)
    {
      const CapSampleAddition *addition = g_ptr_array_index (self->additions, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), addition->code);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), addition->reason);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (self, addition->code));
      adw_preferences_group_add (self->added, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->added), self->additions->len > 0);
}

static void
set_error (GtkWidget *row,
           gboolean   error)
{
  if (error)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
}

static gboolean
is_added (CapSampleForm *self,
          const char    *code)
{
  for (guint i = 0; i < self->additions->len; i++)
    {
      if (g_ascii_strcasecmp (((CapSampleAddition *) self->additions->pdata[i])->code, code) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Without a site or a reason, the row that lacks it says so. */
static void
add_cb (CapSampleForm *self)
{
  g_auto(GStrv) codes = cap_codes_row_dup_codes (CAP_CODES_ROW (self->site_row));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason_row)));
  const gboolean has_site = codes[0] != NULL && !is_added (self, codes[0]);
  g_auto(GStrv) none = g_new0 (char *, 1);

  set_error (self->site_row, !has_site);
  set_error (GTK_WIDGET (self->reason_row), *reason == '\0');
  if (!has_site || *reason == '\0')
    {
      gtk_widget_grab_focus (has_site ? GTK_WIDGET (self->reason_row) : self->site_row);
      return;
    }

  g_ptr_array_add (self->additions, cap_sample_addition_new (codes[0], reason));
  cap_codes_row_set_codes (CAP_CODES_ROW (self->site_row), self->draft, none);
  gtk_editable_set_text (self->reason_row, "");
  show_additions (self);
  tell_change (self);
}

static void
site_chosen_cb (CapSampleForm *self)
{
  set_error (self->site_row, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
}

static void
cap_sample_form_dispose (GObject *object)
{
  CapSampleForm *self = CAP_SAMPLE_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->additions, g_ptr_array_unref);
  g_clear_pointer (&self->draft, cap_record_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_sample_form_parent_class)->dispose (object);
}

static void
cap_sample_form_class_init (CapSampleFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_sample_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_SAMPLE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-sample-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CapSampleForm, audit_row);
  gtk_widget_class_bind_template_child (widget_class, CapSampleForm, reduced_row);
  gtk_widget_class_bind_template_child (widget_class, CapSampleForm, reduced_switch);
  gtk_widget_class_bind_template_child (widget_class, CapSampleForm, category_switch);
  gtk_widget_class_bind_template_child (widget_class, CapSampleForm, seed_row);
  gtk_widget_class_bind_template_child (widget_class, CapSampleForm, added);
  gtk_widget_class_bind_template_child (widget_class, CapSampleForm, adder);
  gtk_widget_class_bind_template_child (widget_class, CapSampleForm, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_sample_form_init (CapSampleForm *self)
{
  const CapChoice *audits = cap_register_get (CAP_REGISTER_SAMPLE)->fields[CAP_SAMPLE_AUDIT].choices;
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  self->additions = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_sample_addition_free);
  self->rows = g_ptr_array_new ();
  self->draft = cap_record_new (CAP_REGISTER_SAMPLE_SITE, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < CAP_N_SAMPLING_AUDITS; i++)
    gtk_string_list_append (labels, gettext (audits[i].label));
  adw_combo_row_set_model (self->audit_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->audit_row, CAP_SAMPLING_SURVEILLANCE);
}

/**
 * cap_sample_form_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): a form that asks for a surveillance, drawn with the day’s number
 */
GtkWidget *
cap_sample_form_new (CapWorkspace *workspace)
{
  const CapField *site = &cap_register_get (CAP_REGISTER_SAMPLE_SITE)->fields[CAP_SAMPLE_SITE_SITE];
  CapSampleForm *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_SAMPLE_FORM, NULL);
  self->workspace = g_object_ref (workspace);
  self->site_row = cap_codes_row_new (workspace, site);
  g_object_ref (self->reason_row);
  adw_preferences_group_remove (self->adder, GTK_WIDGET (self->reason_row));
  adw_preferences_group_add (self->adder, self->site_row);
  adw_preferences_group_add (self->adder, GTK_WIDGET (self->reason_row));
  g_object_unref (self->reason_row);
  g_signal_connect_object (self->site_row, "changed", G_CALLBACK (site_chosen_cb), self, G_CONNECT_SWAPPED);
  cap_sample_form_clear (self);

  return GTK_WIDGET (self);
}

gboolean
cap_sample_form_read (CapSampleForm   *self,
                      CapSampleDemand *demand)
{
  gboolean valid;

  g_return_val_if_fail (CAP_IS_SAMPLE_FORM (self) && demand != NULL, FALSE);

  demand->audit = (CapSamplingAudit) MIN (adw_combo_row_get_selected (self->audit_row),
                                          CAP_SAMPLING_RECERTIFICATION);
  demand->reduced = gtk_switch_get_active (self->reduced_switch);
  demand->by_category = gtk_switch_get_active (self->category_switch);
  demand->additions = self->additions;
  valid = g_ascii_string_to_unsigned (gtk_editable_get_text (self->seed_row), 10, 0, G_MAXINT64,
                                      &demand->seed, NULL);
  set_error (GTK_WIDGET (self->seed_row), !valid);

  return valid;
}

void
cap_sample_form_clear (CapSampleForm *self)
{
  g_autofree char *today = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *seed = NULL;

  g_return_if_fail (CAP_IS_SAMPLE_FORM (self));

  today = cap_workspace_dup_today (self->workspace);
  parts = g_strsplit (today, "-", -1);
  seed = g_strjoinv (NULL, parts);
  g_ptr_array_set_size (self->additions, 0);
  show_additions (self);
  gtk_switch_set_active (self->reduced_switch, FALSE);
  gtk_switch_set_active (self->category_switch, FALSE);
  gtk_editable_set_text (self->seed_row, seed);
}
