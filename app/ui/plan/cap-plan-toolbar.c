/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-plan-toolbar.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"

struct _CapPlanToolbar
{
  GtkWidget           parent_instance;

  /* Owned */
  CapPlanModel       *model;
  GSimpleActionGroup *actions;
  GMenu              *owners;
  char               *known_owners; /* what the menu was made of */

  /* Children */
  GtkWidget          *search_entry;
  GtkWidget          *filter_button;
  GtkWidget          *filter_label;
  GtkWidget          *group_button;
  GtkWidget          *group_label;
};

G_DEFINE_FINAL_TYPE (CapPlanToolbar, cap_plan_toolbar, GTK_TYPE_WIDGET)

#define EVERYBODY "*"

static void
set_button (GtkWidget  *button,
            GtkWidget  *label,
            const char *text,
            const char *name)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const char *
get_theme_label (CapPlanToolbar *self,
                 const char     *code)
{
  const CapFramework *framework = cap_plan_model_get_framework (self->model);

  for (guint i = 0; i < framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (framework->themes, i);

      if (g_str_equal (theme->code, code))
        return theme->label;
    }

  return code;
}

/* What is filtered, said in the button itself. */
static void
show_filter (CapPlanToolbar *self)
{
  const CapPlanQuery *query = cap_plan_model_get_query (self->model);
  GString *text = g_string_new (cap_plan_focus_get_label (query->focus));
  g_autofree char *name = NULL;
  g_autofree char *group_name = NULL;

  if (query->owner != NULL)
    g_string_append_printf (text, " · %s", query->owner);
  if (query->theme != NULL && cap_plan_model_get_dossier (self->model) != NULL)
    g_string_append_printf (text, " · %s", get_theme_label (self, query->theme));

  /* Translators: what the list of actions is reduced to */
  name = g_strdup_printf (_("Filter: %s"), text->str);
  set_button (self->filter_button, self->filter_label, text->str, name);
  g_string_free (text, TRUE);

  /* Translators: how the list of actions is grouped */
  group_name = g_strdup_printf (_("Groups: %s"), cap_plan_grouping_get_label (query->grouping));
  set_button (self->group_button, self->group_label, cap_plan_grouping_get_label (query->grouping),
              group_name);
}

static void
focus_changed_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       user_data)
{
  CapPlanToolbar *self = user_data;

  g_simple_action_set_state (action, value);
  cap_plan_model_set_focus (self->model, (CapPlanFocus) g_variant_get_int32 (value));
  show_filter (self);
}

static void
grouping_changed_cb (GSimpleAction *action,
                     GVariant      *value,
                     gpointer       user_data)
{
  CapPlanToolbar *self = user_data;

  g_simple_action_set_state (action, value);
  cap_plan_model_set_grouping (self->model, (CapPlanGrouping) g_variant_get_int32 (value));
  show_filter (self);
}

static void
owner_changed_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       user_data)
{
  CapPlanToolbar *self = user_data;
  const char *owner = g_variant_get_string (value, NULL);

  g_simple_action_set_state (action, value);
  cap_plan_model_set_owner (self->model, g_str_equal (owner, EVERYBODY) ? NULL : owner);
  show_filter (self);
}

static void
theme_changed_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       user_data)
{
  CapPlanToolbar *self = user_data;
  const char *theme = g_variant_get_string (value, NULL);

  g_simple_action_set_state (action, value);
  cap_plan_model_set_theme (self->model, g_str_equal (theme, EVERYBODY) ? NULL : theme);
  show_filter (self);
}

static void
add_actions (CapPlanToolbar *self)
{
  static const GActionEntry entries[] = {
    { "focus", NULL, "i", "0", focus_changed_cb, { 0 } },
    { "grouping", NULL, "i", "0", grouping_changed_cb, { 0 } },
    { "owner", NULL, "s", "'" EVERYBODY "'", owner_changed_cb, { 0 } },
    { "theme", NULL, "s", "'" EVERYBODY "'", theme_changed_cb, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
}

static void
append_number (GMenu      *menu,
               const char *label,
               const char *action,
               guint       value)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", (gint32) value);
  g_menu_append_item (menu, item);
}

static void
append_text (GMenu      *menu,
             const char *label,
             const char *action,
             const char *value)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_filter_menu (CapPlanToolbar *self)
{
  const CapDossier *dossier = cap_workspace_get_dossier (cap_plan_model_get_workspace (self->model));
  const GPtrArray *themes = cap_dossier_get_current (dossier)->framework->themes;
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) focuses = g_menu_new ();
  g_autoptr(GMenu) more = g_menu_new ();
  g_autoptr(GMenu) theme_menu = g_menu_new ();

  for (guint i = 0; i < CAP_N_PLAN_FOCUSES; i++)
    append_number (focuses, cap_plan_focus_get_label ((CapPlanFocus) i), "filter.focus", i);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (focuses));

  append_text (theme_menu, _("All themes"), "filter.theme", EVERYBODY);
  for (guint i = 0; i < themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (themes, i);

      append_text (theme_menu, theme->label, "filter.theme", theme->code);
    }
  g_menu_append_submenu (more, _("In charge"), G_MENU_MODEL (self->owners));
  g_menu_append_submenu (more, _("Theme"), G_MENU_MODEL (theme_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_group_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < CAP_N_PLAN_GROUPINGS; i++)
    append_number (menu, cap_plan_grouping_get_label ((CapPlanGrouping) i), "filter.grouping", i);

  return G_MENU_MODEL (menu);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_owners (const CapDossier *dossier)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *owners = g_ptr_array_new ();

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);

      if (action->owner != NULL && g_hash_table_add (seen, action->owner))
        g_ptr_array_add (owners, action->owner);
    }
  g_ptr_array_sort (owners, compare_names);

  return owners;
}

/* The menu is made again only when other functions are in charge. */
static void
show_owners (CapPlanToolbar *self)
{
  const CapDossier *dossier = cap_plan_model_get_dossier (self->model);
  g_autoptr(GPtrArray) owners = NULL;
  g_autofree char *known = NULL;

  if (dossier == NULL)
    return;

  owners = list_owners (dossier);
  g_ptr_array_add (owners, NULL);
  known = g_strjoinv ("\n", (char **) owners->pdata);
  if (!cap_set_string (&self->known_owners, known))
    return;

  g_menu_remove_all (self->owners);
  append_text (self->owners, _("Everybody"), "filter.owner", EVERYBODY);
  for (guint i = 0; i + 1 < owners->len; i++)
    append_text (self->owners, g_ptr_array_index (owners, i), "filter.owner", g_ptr_array_index (owners, i));
}

static void
changed_cb (CapPlanToolbar *self)
{
  show_owners (self);
  show_filter (self);
}

static void
searched_cb (CapPlanToolbar *self)
{
  cap_plan_model_set_search (self->model, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_stopped_cb (CapPlanToolbar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static GtkWidget *
create_menu_button (GMenuModel *menu,
                    GtkWidget  *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);

  return button;
}

static void
create_children (CapPlanToolbar *self)
{
  g_autoptr(GMenuModel) filter = create_filter_menu (self);
  g_autoptr(GMenuModel) group = create_group_menu ();

  self->search_entry = gtk_search_entry_new ();
  g_object_set (self->search_entry, "placeholder-text", _("Search"), "search-delay", 100, NULL);
  gtk_widget_set_hexpand (self->search_entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search in the actions"), -1);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (searched_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (search_stopped_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->search_entry, GTK_WIDGET (self));

  self->filter_label = gtk_label_new (NULL);
  self->filter_button = create_menu_button (filter, self->filter_label);
  gtk_widget_set_parent (self->filter_button, GTK_WIDGET (self));
  self->group_label = gtk_label_new (NULL);
  self->group_button = create_menu_button (group, self->group_label);
  gtk_widget_set_parent (self->group_button, GTK_WIDGET (self));
}

static void
cap_plan_toolbar_dispose (GObject *object)
{
  CapPlanToolbar *self = CAP_PLAN_TOOLBAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  g_clear_object (&self->actions);
  g_clear_object (&self->owners);

  G_OBJECT_CLASS (cap_plan_toolbar_parent_class)->dispose (object);
}

static void
cap_plan_toolbar_finalize (GObject *object)
{
  g_free (CAP_PLAN_TOOLBAR (object)->known_owners);

  G_OBJECT_CLASS (cap_plan_toolbar_parent_class)->finalize (object);
}

static void
cap_plan_toolbar_class_init (CapPlanToolbarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_plan_toolbar_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_plan_toolbar_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cap_plan_toolbar_init (CapPlanToolbar *self)
{
  self->owners = g_menu_new ();
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
}

/**
 * cap_plan_toolbar_new:
 * @model: of a workspace with a dossier open
 */
GtkWidget *
cap_plan_toolbar_new (CapPlanModel *model)
{
  CapPlanToolbar *self;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_PLAN_TOOLBAR, NULL);
  self->model = g_object_ref (model);
  add_actions (self);
  create_children (self);
  show_filter (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
cap_plan_toolbar_search (CapPlanToolbar *self)
{
  g_return_if_fail (CAP_IS_PLAN_TOOLBAR (self));

  gtk_widget_grab_focus (self->search_entry);
}

/* Takes every filter away, and what is searched. */
void
cap_plan_toolbar_show_all (CapPlanToolbar *self)
{
  GActionGroup *actions;

  g_return_if_fail (CAP_IS_PLAN_TOOLBAR (self));

  actions = G_ACTION_GROUP (self->actions);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  cap_plan_model_set_search (self->model, NULL);
  g_action_group_change_action_state (actions, "focus", g_variant_new_int32 (CAP_PLAN_ALL));
  g_action_group_change_action_state (actions, "owner", g_variant_new_string (EVERYBODY));
  g_action_group_change_action_state (actions, "theme", g_variant_new_string (EVERYBODY));
}

void
cap_plan_toolbar_offer_groups (CapPlanToolbar *self,
                               gboolean        offer)
{
  g_return_if_fail (CAP_IS_PLAN_TOOLBAR (self));

  gtk_widget_set_visible (self->group_button, offer);
}
