/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-sections-home.h"

#include <glib/gi18n.h>

#include "quality/cap-address.h"
#include "ui/widgets/cap-reflow.h"

#define COLUMN_WIDTH 320

/**
 * CapSectionsHome:
 *
 * The sections of a page, by group, each with what it holds.
 */
struct _CapSectionsHome
{
  AdwBin                 parent_instance;

  CapWorkspace          *workspace;
  CapCatalogue          *catalogue;
  CapDossier            *shown;  /* the state of the dossier that the rows tell, or NULL */
  const CapSectionTable *table;
  GPtrArray             *rows;   /* (element-type GtkWidget): by section, borrowed */
};

G_DEFINE_FINAL_TYPE (CapSectionsHome, cap_sections_home, ADW_TYPE_BIN)

static void
row_activated_cb (CapSectionsHome *self,
                  GtkWidget       *row)
{
  g_autofree char *address = cap_address_new (CAP_ADDRESS_SECTION, gtk_widget_get_name (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static char *
describe (CapSectionsHome  *self,
          const CapSection *section,
          const char       *today)
{
  const CapDossier *dossier = self->shown;
  char *state = section->dup_state != NULL ? section->dup_state (self->shown, self->catalogue, today) : NULL;
  guint n_lines = 0;

  if (state != NULL)
    return state;

  if (section->summary != NULL)
    return g_strdup (gettext (section->summary));

  for (guint i = 0; i < section->n_registers; i++)
    n_lines += dossier->registers[section->registers[i]]->len;

  return n_lines > 0 ? g_strdup_printf (ngettext ("%u line", "%u lines", n_lines), n_lines)
                     : g_strdup (_("Nothing yet"));
}

static void
update (CapSectionsHome *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autofree char *today = NULL;

  if (dossier == NULL || dossier == self->shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);
  today = cap_workspace_dup_today (self->workspace);
  for (guint i = 0; i < self->table->n_sections; i++)
    {
      g_autofree char *text = describe (self, &self->table->sections[i], today);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (g_ptr_array_index (self->rows, i)), text);
    }
}

/* The name of a row is that of its section. */
static void
add_row (CapSectionsHome     *self,
         AdwPreferencesGroup *group,
         const CapSection    *section)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_name (row, section->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gettext (section->title));
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), section->icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_sections (CapSectionsHome *self,
              CapReflow       *columns)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < self->table->n_sections; i++)
    {
      const CapSection *section = &self->table->sections[i];

      if (section->group != NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), gettext (section->group));
          gtk_widget_set_size_request (group, COLUMN_WIDTH, -1);
          gtk_widget_set_valign (group, GTK_ALIGN_START);
          cap_reflow_append (columns, group);
        }
      add_row (self, ADW_PREFERENCES_GROUP (group), section);
    }
}

static void
cap_sections_home_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_sections_home_parent_class)->map (widget);

  update (CAP_SECTIONS_HOME (widget));
}

static void
cap_sections_home_dispose (GObject *object)
{
  CapSectionsHome *self = CAP_SECTIONS_HOME (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_sections_home_parent_class)->dispose (object);
}

static void
cap_sections_home_class_init (CapSectionsHomeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_sections_home_dispose;
  GTK_WIDGET_CLASS (klass)->map = cap_sections_home_map;
}

static void
cap_sections_home_init (CapSectionsHome *self)
{
  self->rows = g_ptr_array_new ();
}

static void
fill (CapSectionsHome *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *columns = cap_reflow_new (24);

  add_sections (self, CAP_REFLOW (columns));
  gtk_widget_add_css_class (columns, "quality-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1100);
  adw_clamp_set_child (ADW_CLAMP (clamp), columns);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * cap_sections_home_new:
 * @workspace: with a dossier open
 * @table: static
 */
GtkWidget *
cap_sections_home_new (CapWorkspace          *workspace,
                       const CapSectionTable *table)
{
  CapSectionsHome *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && table != NULL, NULL);

  self = g_object_new (CAP_TYPE_SECTIONS_HOME, NULL);
  self->workspace = g_object_ref (workspace);
  self->catalogue = cap_workspace_load_catalogue ();
  self->table = table;
  fill (self);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
