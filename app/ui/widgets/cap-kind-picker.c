/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-kind-picker.h"

/**
 * CapKindPicker:
 *
 * The *conventionnements* as a set of toggles, that wrap as text does: a
 * structure may have several. Those that are on are spelled out below.
 */
struct _CapKindPicker
{
  GtkWidget  parent_instance;

  GtkWidget *flow;     /* the toggles */
  GtkWidget *label;    /* the choice in full */
  GPtrArray *codes;    /* (element-type utf8) */
  GPtrArray *toggles;  /* (element-type GtkToggleButton): borrowed, as many */
  guint      silent : 1;
};

G_DEFINE_FINAL_TYPE (CapKindPicker, cap_kind_picker, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
spell_choice (CapKindPicker *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->toggles->len; i++)
    {
      GtkToggleButton *toggle = g_ptr_array_index (self->toggles, i);

      if (gtk_toggle_button_get_active (toggle))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                                gtk_widget_get_tooltip_text (GTK_WIDGET (toggle)));
    }

  gtk_label_set_text (GTK_LABEL (self->label), text->str);
  gtk_widget_set_visible (self->label, text->len > 0);
}

static void
toggled_cb (CapKindPicker *self)
{
  spell_choice (self);

  if (!self->silent)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Generic, not presentation: that would hide the toggle too. */
static void
add_toggle (CapKindPicker *self,
            const CapTerm *term)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (term->code);
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                                   "focusable", FALSE,
                                   "child", toggle,
                                   NULL);

  gtk_widget_set_tooltip_text (toggle, term->label);
  gtk_widget_add_css_class (toggle, "kind-toggle");
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, term->label, -1);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), child);
  g_ptr_array_add (self->codes, g_strdup (term->code));
  g_ptr_array_add (self->toggles, toggle);
}

static void
cap_kind_picker_dispose (GObject *object)
{
  CapKindPicker *self = CAP_KIND_PICKER (object);

  g_ptr_array_set_size (self->toggles, 0);
  g_clear_pointer (&self->flow, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_kind_picker_parent_class)->dispose (object);
}

static void
cap_kind_picker_finalize (GObject *object)
{
  CapKindPicker *self = CAP_KIND_PICKER (object);

  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->toggles);

  G_OBJECT_CLASS (cap_kind_picker_parent_class)->finalize (object);
}

static void
cap_kind_picker_class_init (CapKindPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_kind_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_kind_picker_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_KIND_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "kindpicker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cap_kind_picker_init (CapKindPicker *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->toggles = g_ptr_array_new ();
  self->flow = g_object_new (GTK_TYPE_FLOW_BOX,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                             "selection-mode", GTK_SELECTION_NONE,
                             "max-children-per-line", 12,
                             "column-spacing", 3,
                             "row-spacing", 3,
                             NULL);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * cap_kind_picker_set_terms:
 * @terms: (element-type CapTerm): the kinds to choose from
 */
void
cap_kind_picker_set_terms (CapKindPicker   *self,
                           const GPtrArray *terms)
{
  g_return_if_fail (CAP_IS_KIND_PICKER (self) && terms != NULL);
  g_return_if_fail (self->toggles->len == 0);

  for (guint i = 0; i < terms->len; i++)
    add_toggle (self, g_ptr_array_index (terms, i));
}

GStrv
cap_kind_picker_dup_kinds (CapKindPicker *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (CAP_IS_KIND_PICKER (self), NULL);

  for (guint i = 0; i < self->toggles->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->toggles, i)))
      g_strv_builder_add (builder, g_ptr_array_index (self->codes, i));

  return g_strv_builder_end (builder);
}

/* Another framework may have named kinds that this one does not know: they stay, and may be taken off. */
static void
add_unknown (CapKindPicker      *self,
             const char * const *kinds)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      CapTerm term = { .code = (char *) kinds[i], .label = (char *) kinds[i] };

      if (!g_ptr_array_find_with_equal_func (self->codes, kinds[i], g_str_equal, NULL))
        add_toggle (self, &term);
    }
}

void
cap_kind_picker_set_kinds (CapKindPicker      *self,
                           const char * const *kinds)
{
  g_return_if_fail (CAP_IS_KIND_PICKER (self) && kinds != NULL);

  self->silent = TRUE;
  add_unknown (self, kinds);
  for (guint i = 0; i < self->toggles->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->toggles, i),
                                  g_strv_contains (kinds, g_ptr_array_index (self->codes, i)));
  self->silent = FALSE;
}
