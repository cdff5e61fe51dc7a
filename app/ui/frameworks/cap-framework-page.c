/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-framework-page.h"

#include <glib/gi18n.h>

#include "ui/frameworks/cap-changes-view.h"
#include "ui/frameworks/cap-framework-browser.h"
#include "ui/frameworks/cap-framework-overview.h"

/**
 * CapFrameworkPage:
 *
 * A version of a framework: what it is, its content, and what differs from
 * other versions. The content is made when it is first looked at.
 */
struct _CapFrameworkPage
{
  GtkWidget             parent_instance;

  /* Owned */
  CapFramework         *framework;

  /* Template children */
  GtkStack             *stack;
  AdwBin               *overview_bin;
  AdwBin               *content_bin;
  AdwBin               *changes_bin;

  /* Borrowed */
  CapFrameworkOverview *overview;
};

G_DEFINE_FINAL_TYPE (CapFrameworkPage, cap_framework_page, GTK_TYPE_WIDGET)

static GPtrArray *
list_others (CapFramework    *framework,
             const GPtrArray *entries)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const CapLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->framework != NULL && g_str_equal (entry->framework->id, framework->id) &&
          !g_str_equal (entry->framework->sha256, framework->sha256))
        g_ptr_array_add (others, entry->framework);
    }

  return others;
}

/* The one just before; of the oldest one, that just after. */
static guint
find_first (CapFramework    *framework,
            const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const CapFramework *other = g_ptr_array_index (others, i);

      if (cap_framework_compare_versions (other->version, framework->version) <= 0)
        return i;
    }

  return others->len > 0 ? others->len - 1 : 0;
}

static void
compared_cb (CapFrameworkPage *self,
             CapChangesView   *changes)
{
  g_autofree char *summary = cap_changes_view_dup_summary (changes);

  cap_framework_overview_show_changes (self->overview, summary);
}

static void
shown_cb (CapFrameworkPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "content") == 0 && adw_bin_get_child (self->content_bin) == NULL)
    adw_bin_set_child (self->content_bin, cap_framework_browser_new (self->framework));
}

static void
show_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (CAP_FRAMEWORK_PAGE (widget)->stack,
                                    g_variant_get_string (parameter, NULL));
}

static void
cap_framework_page_dispose (GObject *object)
{
  CapFrameworkPage *self = CAP_FRAMEWORK_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->framework, cap_framework_unref);

  G_OBJECT_CLASS (cap_framework_page_parent_class)->dispose (object);
}

static void
cap_framework_page_class_init (CapFrameworkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_framework_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-framework-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkPage, overview_bin);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkPage, content_bin);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkPage, changes_bin);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);

  gtk_widget_class_install_action (widget_class, "framework.show", "s", show_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_framework_page_init (CapFrameworkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_framework_page_new:
 * @framework: a version, installed or not
 * @entries: (element-type CapLibraryEntry): what is installed, to compare with
 * @dossiers: (array zero-terminated=1): paths of those that it may mean something for
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
cap_framework_page_new (CapFramework       *framework,
                        const GPtrArray    *entries,
                        const char * const *dossiers)
{
  CapFrameworkPage *self;
  g_autoptr(GPtrArray) others = NULL;
  GtkWidget *changes;

  g_return_val_if_fail (framework != NULL && entries != NULL && dossiers != NULL, NULL);

  self = g_object_new (CAP_TYPE_FRAMEWORK_PAGE, NULL);
  self->framework = cap_framework_ref (framework);
  self->overview = CAP_FRAMEWORK_OVERVIEW (cap_framework_overview_new (framework, dossiers));
  adw_bin_set_child (self->overview_bin, GTK_WIDGET (self->overview));

  others = list_others (framework, entries);
  changes = cap_changes_view_new (framework, others, find_first (framework, others));
  adw_bin_set_child (self->changes_bin, changes);
  g_signal_connect_object (changes, "compared", G_CALLBACK (compared_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

CapFramework *
cap_framework_page_get_framework (CapFrameworkPage *self)
{
  g_return_val_if_fail (CAP_IS_FRAMEWORK_PAGE (self), NULL);

  return self->framework;
}

/* Says at once what the version means for the dossiers. */
void
cap_framework_page_study (CapFrameworkPage *self)
{
  g_return_if_fail (CAP_IS_FRAMEWORK_PAGE (self));

  cap_framework_overview_study (self->overview);
}
