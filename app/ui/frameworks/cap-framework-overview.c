/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-framework-overview.h"

#include <glib/gi18n.h>

#include "ui/frameworks/cap-framework-text.h"
#include "ui/frameworks/cap-study-view.h"

/**
 * CapFrameworkOverview:
 *
 * What a version is, in a page: its title, its validity, what it holds, its
 * levels, what changed in it, and what it means for the dossiers.
 */
struct _CapFrameworkOverview
{
  GtkWidget     parent_instance;

  /* Template children */
  GtkLabel     *title;
  GtkLabel     *version;
  GtkLabel     *notice;
  GtkLabel     *counts;
  GtkLabel     *special;
  GtkLabel     *changes;
  GtkWidget    *changes_button;
  GtkListBox   *levels;
  AdwBin       *study_bin;

  /* Borrowed */
  CapStudyView *study;
};

G_DEFINE_FINAL_TYPE (CapFrameworkOverview, cap_framework_overview, GTK_TYPE_WIDGET)

static GtkWidget *
new_level_row (const CapLevel *level)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;

  /* Translators: the number of a level, its name */
  title = g_strdup_printf (_("Level %d: %s"), level->number, level->label);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), level->descriptor);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  level->descriptor, -1);

  return row;
}

static void
show_framework (CapFrameworkOverview *self,
                const CapFramework   *framework)
{
  g_autofree char *validity = cap_framework_text_dup_validity (framework);
  g_autofree char *counts = cap_framework_text_dup_counts (framework);
  g_autofree char *special = cap_framework_text_dup_special (framework);
  g_autofree char *version = NULL;

  /* Translators: the number of a version, then when it is valid */
  version = g_strdup_printf (_("Version %s · %s"), framework->version, validity);
  gtk_label_set_text (self->title, framework->title);
  gtk_label_set_text (self->version, version);
  gtk_label_set_text (self->notice, framework->notice);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), framework->notice != NULL && *framework->notice != '\0');
  gtk_label_set_text (self->counts, counts);
  gtk_label_set_text (self->special, special);

  for (guint i = 0; i < framework->levels->len; i++)
    gtk_list_box_append (self->levels, new_level_row (g_ptr_array_index (framework->levels, i)));
}

static void
cap_framework_overview_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_framework_overview_parent_class)->dispose (object);
}

static void
cap_framework_overview_class_init (CapFrameworkOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_framework_overview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-framework-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkOverview, title);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkOverview, version);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkOverview, notice);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkOverview, counts);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkOverview, special);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkOverview, changes);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkOverview, changes_button);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkOverview, levels);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkOverview, study_bin);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_framework_overview_init (CapFrameworkOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_framework_overview_new:
 * @dossiers: (array zero-terminated=1): paths of those that it may mean something for
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
cap_framework_overview_new (CapFramework       *framework,
                            const char * const *dossiers)
{
  CapFrameworkOverview *self;

  g_return_val_if_fail (framework != NULL && dossiers != NULL, NULL);

  self = g_object_new (CAP_TYPE_FRAMEWORK_OVERVIEW, NULL);
  self->study = CAP_STUDY_VIEW (cap_study_view_new (framework, dossiers));
  adw_bin_set_child (self->study_bin, GTK_WIDGET (self->study));
  show_framework (self, framework);
  cap_framework_overview_show_changes (self, NULL);

  return GTK_WIDGET (self);
}

/**
 * cap_framework_overview_show_changes:
 * @summary: (nullable): what changed; %NULL when there is nothing to compare
 */
void
cap_framework_overview_show_changes (CapFrameworkOverview *self,
                                     const char           *summary)
{
  g_return_if_fail (CAP_IS_FRAMEWORK_OVERVIEW (self));

  gtk_label_set_text (self->changes, summary != NULL
                                     ? summary : _("There is no other version of it on this computer."));
  gtk_widget_set_visible (self->changes_button, summary != NULL);
}

/* Reads the dossiers without waiting to be asked. */
void
cap_framework_overview_study (CapFrameworkOverview *self)
{
  g_return_if_fail (CAP_IS_FRAMEWORK_OVERVIEW (self));

  cap_study_view_start (self->study);
}
