/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-plan-list.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-action-line.h"
#include "ui/plan/cap-plan-columns.h"
#include "ui/widgets/cap-list-leave.h"
#include "ui/widgets/cap-settings.h"

#define TITLE_WIDTH 220
#define SIDE_WIDTH  118 /* the box to choose with, margins, the menu of the columns */

struct _CapPlanList
{
  GtkWidget     parent_instance;

  /* Owned */
  CapPlanModel *model;
  GSettings    *settings; /* NULL when the schema is not installed */
  GPtrArray    *chosen;  /* CapPlanColumn: what people want to see */
  GPtrArray    *columns; /* what there is room for */

  /* Children */
  GtkWidget    *header;
  GtkWidget    *buttons;
  GtkWidget    *all_check;
  GtkWidget    *list_view;
  guint         resize_id;

  guint         silent : 1;
};

G_DEFINE_FINAL_TYPE (CapPlanList, cap_plan_list, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          CapPlanList              *self)
{
  gtk_list_item_set_child (list_item, cap_action_line_new (self->model, self->columns));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         CapPlanList              *self)
{
  CapPlanItem *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_activatable (list_item, cap_plan_item_get_action (item) != NULL);
  cap_action_line_set_item (CAP_ACTION_LINE (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           CapPlanList              *self)
{
  cap_action_line_set_item (CAP_ACTION_LINE (gtk_list_item_get_child (list_item)), NULL);
}

/* Rows of other columns are other rows. */
static void
renew_rows (CapPlanList *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list_view), factory);
}

static guint
get_rank (GtkWidget *widget)
{
  guint rank = 0;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    rank++;

  return rank;
}

/* There is a button over each column, in the same order. */
static CapActionField
get_field (CapPlanList *self,
           GtkWidget   *button)
{
  return ((const CapPlanColumn *) g_ptr_array_index (self->columns, get_rank (button)))->field;
}

static void
sort_clicked_cb (CapPlanList *self,
                 GtkButton   *button)
{
  const CapPlanQuery *query = cap_plan_model_get_query (self->model);
  CapActionField field = get_field (self, GTK_WIDGET (button));

  cap_plan_model_set_sort (self->model, field, query->sort == field && !query->descending);
}

static char *
dup_sort_name (CapActionField      field,
               const CapPlanQuery *query)
{
  const char *label = cap_action_field_get_label (field);

  if (query->sort != field)
    /* Translators: the name of a column */
    return g_strdup_printf (_("Sort by: %s"), label);

  /* Translators: the name of a column that the list is sorted by */
  return g_strdup_printf (query->descending ? _("Sorted by: %s, downwards") : _("Sorted by: %s, upwards"),
                          label);
}

static void
show_sorting (CapPlanList *self)
{
  const CapPlanQuery *query = cap_plan_model_get_query (self->model);

  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      CapActionField field = get_field (self, button);
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
      g_autofree char *name = dup_sort_name (field, query);
      g_autofree char *text = NULL;

      text = g_strdup_printf ("%s%s", cap_action_field_get_label (field),
                              query->sort != field ? "" : query->descending ? " ↓" : " ↑");
      gtk_label_set_text (GTK_LABEL (label), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
add_sort_button (CapPlanList         *self,
                 const CapPlanColumn *column)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->field == CAP_FIELD_NUMBER ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, column->width == 0);
  if (column->width != 0)
    gtk_widget_set_size_request (button, column->width, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (sort_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static gboolean
is_same (const GPtrArray *one,
         const GPtrArray *other)
{
  if (one == NULL || one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    {
      if (g_ptr_array_index (one, i) != g_ptr_array_index (other, i))
        return FALSE;
    }

  return TRUE;
}

static void
fit_columns (CapPlanList *self)
{
  g_autoptr(GPtrArray) columns = NULL;
  GtkWidget *button;

  columns = cap_plan_columns_fit (self->chosen, gtk_widget_get_width (GTK_WIDGET (self)) - SIDE_WIDTH,
                                  TITLE_WIDTH);
  if (is_same (self->columns, columns))
    return;

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = g_steal_pointer (&columns);

  while ((button = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), button);
  for (guint i = 0; i < self->columns->len; i++)
    add_sort_button (self, g_ptr_array_index (self->columns, i));

  renew_rows (self);
  show_sorting (self);
}

static GStrv
list_names (CapPlanList *self)
{
  if (self->settings == NULL)
    return g_strsplit ("origins owner due state steps", " ", -1);

  return g_settings_get_strv (self->settings, "plan-columns");
}

static void
read_columns (CapPlanList *self)
{
  g_auto(GStrv) names = list_names (self);

  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  self->chosen = cap_plan_columns_from_names ((const char * const *) names);
  fit_columns (self);
}

static gboolean
resized_cb (gpointer user_data)
{
  CapPlanList *self = user_data;

  self->resize_id = 0;
  fit_columns (self);

  return G_SOURCE_REMOVE;
}

/* Children cannot be changed while they are given their sizes. */
static void
cap_plan_list_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  CapPlanList *self = CAP_PLAN_LIST (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_allocate (child, width, height, baseline, NULL);
  if (self->resize_id == 0)
    self->resize_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resized_cb, self, NULL);
}

static void
cap_plan_list_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
show_chosen (CapPlanList *self)
{
  g_autoptr(GPtrArray) chosen = cap_plan_model_list_chosen (self->model);
  const guint n_shown = cap_plan_model_get_n_shown (self->model);

  self->silent = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all_check), n_shown > 0 && chosen->len == n_shown);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->all_check),
                                     chosen->len > 0 && chosen->len < n_shown);
  self->silent = FALSE;
}

static void
all_toggled_cb (CapPlanList *self)
{
  if (!self->silent)
    cap_plan_model_choose_all (self->model,
                               gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all_check)));
}

static void
activated_cb (CapPlanList *self,
              guint        position)
{
  g_autoptr(CapPlanItem) item = g_list_model_get_item (cap_plan_model_get_lines (self->model), position);
  const CapAction *action = cap_plan_item_get_action (item);

  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.show-action", "u", action->number);
}

/* (element-type CapPlanColumn): those that can be taken away. */
static GPtrArray *
list_optional (void)
{
  GPtrArray *optional = g_ptr_array_new ();
  guint n_columns;
  const CapPlanColumn *columns = cap_plan_columns_get_all (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].importance != CAP_PLAN_COLUMN_ALWAYS)
      g_ptr_array_add (optional, (gpointer) &columns[i]);

  return optional;
}

static void
column_toggled_cb (CapPlanList    *self,
                   GtkCheckButton *check)
{
  g_auto(GStrv) names = list_names (self);
  g_autoptr(GPtrArray) optional = list_optional ();
  const CapPlanColumn *column = g_ptr_array_index (optional, get_rank (GTK_WIDGET (check)));
  const char *name = cap_action_field_to_name (column->field);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) now = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], name))
      g_strv_builder_add (builder, names[i]);
  if (gtk_check_button_get_active (check))
    g_strv_builder_add (builder, name);

  now = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "plan-columns", (const char * const *) now);
}

/* Made when it is asked for, from what is shown then. */
static void
create_column_popup (GtkMenuButton *button,
                     gpointer       user_data)
{
  CapPlanList *self = user_data;
  g_auto(GStrv) names = list_names (self);
  g_autoptr(GPtrArray) optional = list_optional ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  for (guint i = 0; i < optional->len; i++)
    {
      const CapPlanColumn *column = g_ptr_array_index (optional, i);
      const char *name = cap_action_field_to_name (column->field);
      GtkWidget *check = gtk_check_button_new_with_label (cap_action_field_get_label (column->field));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_strv_contains ((const char * const *) names, name));
      g_signal_connect_object (check, "toggled", G_CALLBACK (column_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
create_header (CapPlanList *self)
{
  GtkWidget *columns = gtk_menu_button_new ();

  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->header, "plan-header");

  self->all_check = gtk_check_button_new ();
  gtk_widget_set_tooltip_text (self->all_check, _("Choose All"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all_check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose all actions shown"), -1);
  g_signal_connect_object (self->all_check, "toggled", G_CALLBACK (all_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->header), self->all_check);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_hexpand (self->buttons, TRUE);
  gtk_box_append (GTK_BOX (self->header), self->buttons);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (columns), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (columns), create_column_popup, self, NULL);
  gtk_widget_set_sensitive (columns, self->settings != NULL);
  gtk_widget_set_tooltip_text (columns, _("Columns"));
  gtk_widget_add_css_class (columns, "flat");
  gtk_widget_set_halign (columns, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (columns), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose the columns"), -1);
  gtk_box_append (GTK_BOX (self->header), columns);
}

static gboolean
space_pressed_cb (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *line = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (line == NULL || !CAP_IS_ACTION_LINE (line))
    return FALSE;

  cap_action_line_toggle (CAP_ACTION_LINE (line));

  return TRUE;
}

/* @direction: of Tab; 0 for the others. */
static void
add_key (GtkEventController *keys,
         guint               key,
         GdkModifierType     modifiers,
         GtkShortcutFunc     func,
         int                 direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* Before the rows: they keep Space for a selection that there is not. */
static void
add_keys (CapPlanList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_space, 0, space_pressed_cb, 0);
  add_key (keys, GDK_KEY_Tab, 0, cap_list_leave, GTK_DIR_TAB_FORWARD);
  add_key (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, cap_list_leave, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
cap_plan_list_dispose (GObject *object)
{
  CapPlanList *self = CAP_PLAN_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->resize_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cap_plan_list_parent_class)->dispose (object);
}

static void
cap_plan_list_finalize (GObject *object)
{
  CapPlanList *self = CAP_PLAN_LIST (object);

  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (cap_plan_list_parent_class)->finalize (object);
}

static void
cap_plan_list_class_init (CapPlanListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_plan_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_plan_list_finalize;
  widget_class->measure = cap_plan_list_measure;
  widget_class->size_allocate = cap_plan_list_size_allocate;
}

static void
cap_plan_list_init (CapPlanList *self)
{
  add_keys (self);
  self->settings = cap_settings_new ();
  self->chosen = g_ptr_array_new ();
}

GtkWidget *
cap_plan_list_new (CapPlanModel *model)
{
  CapPlanList *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkNoSelection *selection;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_PLAN_LIST, NULL);
  self->model = g_object_ref (model);
  selection = gtk_no_selection_new (g_object_ref (cap_plan_model_get_lines (model)));
  self->list_view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), NULL);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list_view), TRUE);
  gtk_widget_add_css_class (self->list_view, "action-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Actions of the plan"), -1);
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  create_header (self);
  gtk_box_append (GTK_BOX (box), self->header);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list_view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::plan-columns", G_CALLBACK (read_columns), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (show_sorting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "chosen-changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  read_columns (self);

  return GTK_WIDGET (self);
}
