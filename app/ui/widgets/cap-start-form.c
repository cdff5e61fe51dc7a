/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-start-form.h"

#include <glib/gi18n.h>

/**
 * CapStartForm:
 *
 * What an evaluation goes through: which framework, and how much of it. For a
 * new dossier and for the next evaluation.
 */
struct _CapStartForm
{
  GtkWidget            parent_instance;

  /* Owned */
  GPtrArray           *frameworks;

  /* Template children */
  AdwPreferencesGroup *group;
  AdwComboRow         *framework_row;
  GtkStringList       *titles;
  AdwActionRow        *full_row;
  AdwActionRow        *express_row;
  GtkCheckButton      *full_check;
  GtkCheckButton      *express_check;

  gboolean             has_paths; /* there is something to choose */
  gboolean             silent;    /* the program is filling the fields */
};

G_DEFINE_FINAL_TYPE (CapStartForm, cap_start_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In CAP mode, whatever the structure is. */
static guint
count_criteria (const CapFramework *framework,
                CapPath             path)
{
  guint count = 0;

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      count += !criterion->certification_only && (path == CAP_PATH_FULL || criterion->express);
    }

  return count;
}

static void
show_framework (CapStartForm *self)
{
  const CapFramework *framework = cap_start_form_get_framework (self);
  g_autofree char *version = NULL;
  g_autofree char *full = NULL;
  g_autofree char *express = NULL;
  guint n_full;
  guint n_express;

  if (framework == NULL)
    return;

  n_full = count_criteria (framework, CAP_PATH_FULL);
  n_express = count_criteria (framework, CAP_PATH_EXPRESS);
  /* Translators: %s is the version of a framework */
  version = g_strdup_printf (_("Version %s"), framework->version);
  full = g_strdup_printf (ngettext ("%u criterion: the whole picture", "%u criteria: the whole picture",
                                    n_full), n_full);
  express = g_strdup_printf (ngettext ("%u criterion, for a first hour; it can be extended later,"
                                       " with all its answers",
                                       "%u criteria, for a first hour; it can be extended later,"
                                       " with all its answers",
                                       n_express), n_express);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->framework_row), version);
  adw_action_row_set_subtitle (self->full_row, full);
  adw_action_row_set_subtitle (self->express_row, express);
  self->has_paths = framework->has_express && n_express < n_full;
  gtk_widget_set_visible (GTK_WIDGET (self->full_row), self->has_paths);
  gtk_widget_set_visible (GTK_WIDGET (self->express_row), self->has_paths);
}

static void
chosen_cb (CapStartForm *self)
{
  if (self->silent)
    return;

  show_framework (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
cap_start_form_dispose (GObject *object)
{
  CapStartForm *self = CAP_START_FORM (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);

  G_OBJECT_CLASS (cap_start_form_parent_class)->dispose (object);
}

static void
cap_start_form_class_init (CapStartFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_start_form_dispose;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_START_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-start-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CapStartForm, group);
  gtk_widget_class_bind_template_child (widget_class, CapStartForm, framework_row);
  gtk_widget_class_bind_template_child (widget_class, CapStartForm, titles);
  gtk_widget_class_bind_template_child (widget_class, CapStartForm, full_row);
  gtk_widget_class_bind_template_child (widget_class, CapStartForm, express_row);
  gtk_widget_class_bind_template_child (widget_class, CapStartForm, full_check);
  gtk_widget_class_bind_template_child (widget_class, CapStartForm, express_check);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_start_form_init (CapStartForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cap_start_form_new (void)
{
  return g_object_new (CAP_TYPE_START_FORM, NULL);
}

/**
 * cap_start_form_set_choices:
 * @frameworks: (element-type CapFramework): those that an evaluation may start with
 * @id: (nullable): the one to choose first
 */
void
cap_start_form_set_choices (CapStartForm    *self,
                            const GPtrArray *frameworks,
                            const char      *id)
{
  guint chosen = 0;

  g_return_if_fail (CAP_IS_START_FORM (self) && frameworks != NULL);

  self->silent = TRUE;
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);
  self->frameworks = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_framework_unref);
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)), NULL);

  for (guint i = 0; i < frameworks->len; i++)
    {
      CapFramework *framework = g_ptr_array_index (frameworks, i);

      g_ptr_array_add (self->frameworks, cap_framework_ref (framework));
      gtk_string_list_append (self->titles, framework->title);
      if (g_strcmp0 (framework->id, id) == 0)
        chosen = i;
    }

  adw_combo_row_set_selected (self->framework_row, chosen);
  self->silent = FALSE;
  chosen_cb (self);
}

/**
 * cap_start_form_get_framework:
 *
 * Returns: (nullable) (transfer none): the choice; %NULL before there are any
 */
CapFramework *
cap_start_form_get_framework (CapStartForm *self)
{
  guint chosen;

  g_return_val_if_fail (CAP_IS_START_FORM (self), NULL);

  chosen = adw_combo_row_get_selected (self->framework_row);

  return self->frameworks != NULL && chosen < self->frameworks->len
         ? g_ptr_array_index (self->frameworks, chosen) : NULL;
}

CapPath
cap_start_form_get_path (CapStartForm *self)
{
  g_return_val_if_fail (CAP_IS_START_FORM (self), CAP_PATH_FULL);

  return self->has_paths && gtk_check_button_get_active (self->express_check) ? CAP_PATH_EXPRESS
                                                                              : CAP_PATH_FULL;
}
