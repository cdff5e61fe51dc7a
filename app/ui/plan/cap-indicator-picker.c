/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-indicator-picker.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "plan/cap-indicator-text.h"
#include "ui/plan/cap-indicator-desk.h"
#include "ui/widgets/cap-sparkline.h"

/**
 * CapIndicatorPicker:
 *
 * Which indicator shows the effect of an action: one of the register, none, or
 * a new one that is named on the spot. Follows the register by itself.
 */
struct _CapIndicatorPicker
{
  AdwComboRow       parent_instance;

  /* Owned */
  CapWorkspace     *workspace;
  CapIndicatorDesk *desk;
  GPtrArray        *ids;         /* (element-type utf8): as in the choice; “” for none */
  char             *id;          /* NULL for none */

  GtkWidget        *sparkline;
  GtkWidget        *button;
  GtkWidget        *popover;
  GtkWidget        *entry;

  guint             silent : 1;
};

G_DEFINE_FINAL_TYPE (CapIndicatorPicker, cap_indicator_picker, ADW_TYPE_COMBO_ROW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const CapIndicator *
find_chosen (CapIndicatorPicker *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  return dossier != NULL && self->id != NULL ? cap_dossier_find_indicator (dossier, self->id) : NULL;
}

/* The last value of the one that is chosen, and that one is missing. */
static void
show_chosen (CapIndicatorPicker *self)
{
  const CapIndicator *indicator = find_chosen (self);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autofree char *last = NULL;
  g_autofree char *late = NULL;
  g_autofree char *text = NULL;
  g_autofree char *safe = NULL;

  cap_sparkline_set_indicator (CAP_SPARKLINE (self->sparkline), indicator);
  gtk_widget_set_visible (self->sparkline, indicator != NULL && indicator->values->len > 0);

  if (indicator != NULL)
    {
      last = cap_indicator_format_last (indicator);
      late = cap_indicator_format_late (indicator, today);
      text = g_strjoin (" · ", last, cap_indicator_status_get_label (cap_indicator_get_status (indicator)),
                        late, NULL);
      safe = g_markup_escape_text (text, -1);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), safe != NULL ? safe : "");
}

static guint
find_index (CapIndicatorPicker *self)
{
  guint index;

  return self->id != NULL &&
         g_ptr_array_find_with_equal_func (self->ids, self->id, g_str_equal, &index) ? index : 0;
}

static gboolean
is_same_list (GListModel *model,
              GPtrArray  *labels)
{
  if (model == NULL || g_list_model_get_n_items (model) != labels->len)
    return FALSE;

  for (guint i = 0; i < labels->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), g_ptr_array_index (labels, i)))
      return FALSE;

  return TRUE;
}

/* The list is made anew only when it says something else: an open one stays open. */
static void
show_register (CapIndicatorPicker *self,
               CapDossier         *dossier)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (self->ids, g_strdup (""));
  g_ptr_array_add (labels, g_strdup (_("None")));

  for (guint i = 0; i < dossier->indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (dossier->indicators, i);

      g_ptr_array_add (self->ids, g_strdup (indicator->id));
      g_ptr_array_add (labels, g_strdup_printf ("%s · %s", indicator->code, indicator->label));
    }

  if (!is_same_list (adw_combo_row_get_model (ADW_COMBO_ROW (self)), labels))
    {
      g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);

      for (guint i = 0; i < labels->len; i++)
        gtk_string_list_append (model, g_ptr_array_index (labels, i));
      adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
    }

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_index (self));
}

static void
update (CapIndicatorPicker *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->silent = TRUE;
  show_register (self, dossier);
  show_chosen (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !cap_workspace_get_read_only (self->workspace));
  self->silent = FALSE;
}

static void
choose (CapIndicatorPicker *self,
        const char         *id)
{
  if (!cap_set_string (&self->id, id))
    return;

  show_chosen (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
selected_cb (CapIndicatorPicker *self)
{
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autofree char *id = NULL;

  if (self->silent || self->ids == NULL || index >= self->ids->len)
    return;

  id = index > 0 ? g_strdup (g_ptr_array_index (self->ids, index)) : NULL;
  choose (self, id);
}

/* The command that makes it runs before the one that the choice leads to. */
static void
create_cb (CapIndicatorPicker *self)
{
  g_autofree char *id = cap_indicator_desk_add (self->desk,
                                                gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (id == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  choose (self, id);
}

/* The form is made when it is first asked for: there are many actions. */
static void
create_popup (GtkMenuButton *button,
              gpointer       user_data)
{
  CapIndicatorPicker *self = CAP_INDICATOR_PICKER (user_data);
  GtkWidget *box;
  GtkWidget *add;

  if (self->popover != NULL)
    return;

  self->popover = gtk_popover_new ();
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("What is measured"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 30);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is measured"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);

  add = gtk_button_new_with_label (_("Add the Indicator"));
  gtk_widget_add_css_class (add, "suggested-action");
  g_signal_connect_object (add, "clicked", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), add);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_menu_button_set_popover (button, self->popover);
}

static void
cap_indicator_picker_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_indicator_picker_parent_class)->map (widget);

  update (CAP_INDICATOR_PICKER (widget));
}

static void
cap_indicator_picker_dispose (GObject *object)
{
  CapIndicatorPicker *self = CAP_INDICATOR_PICKER (object);

  self->silent = TRUE;
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cap_indicator_picker_parent_class)->dispose (object);
}

static void
cap_indicator_picker_finalize (GObject *object)
{
  CapIndicatorPicker *self = CAP_INDICATOR_PICKER (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_free (self->id);

  G_OBJECT_CLASS (cap_indicator_picker_parent_class)->finalize (object);
}

static void
cap_indicator_picker_class_init (CapIndicatorPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_indicator_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_indicator_picker_finalize;
  GTK_WIDGET_CLASS (klass)->map = cap_indicator_picker_map;

  signals[CHOSEN] = g_signal_new ("chosen", CAP_TYPE_INDICATOR_PICKER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cap_indicator_picker_init (CapIndicatorPicker *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->sparkline = cap_sparkline_new ();
  gtk_widget_set_visible (self->sparkline, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->sparkline);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup, self, NULL);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("Add an Indicator"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add an Indicator"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Indicator"));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * cap_indicator_picker_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): a row where none is chosen
 */
GtkWidget *
cap_indicator_picker_new (CapWorkspace *workspace)
{
  CapIndicatorPicker *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_INDICATOR_PICKER, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_indicator_desk_new (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * cap_indicator_picker_get_id:
 *
 * Returns: (nullable): the UUID of the one that is chosen
 */
const char *
cap_indicator_picker_get_id (CapIndicatorPicker *self)
{
  g_return_val_if_fail (CAP_IS_INDICATOR_PICKER (self), NULL);

  return self->id;
}

/**
 * cap_indicator_picker_set_id:
 * @id: (nullable): a UUID, which does not emit “chosen”
 */
void
cap_indicator_picker_set_id (CapIndicatorPicker *self,
                             const char         *id)
{
  g_return_if_fail (CAP_IS_INDICATOR_PICKER (self));

  if (cap_set_string (&self->id, id))
    update (self);
}
