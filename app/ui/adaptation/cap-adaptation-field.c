/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/adaptation/cap-adaptation-field.h"

/**
 * CapAdaptationField:
 *
 * A line of text about something that has a code. What is typed is finished
 * with Enter, with its button, or by leaving: nothing is lost on the way out.
 */
struct _CapAdaptationField
{
  AdwEntryRow  parent_instance;

  char        *code;
};

G_DEFINE_FINAL_TYPE (CapAdaptationField, cap_adaptation_field, ADW_TYPE_ENTRY_ROW)

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
finished_cb (CapAdaptationField *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
cap_adaptation_field_finalize (GObject *object)
{
  g_free (CAP_ADAPTATION_FIELD (object)->code);

  G_OBJECT_CLASS (cap_adaptation_field_parent_class)->finalize (object);
}

static void
cap_adaptation_field_class_init (CapAdaptationFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_adaptation_field_finalize;

  signals[FINISHED] = g_signal_new ("finished", CAP_TYPE_ADAPTATION_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
cap_adaptation_field_init (CapAdaptationField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect_swapped (self, "apply", G_CALLBACK (finished_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (finished_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
cap_adaptation_field_new (const char *code,
                          const char *title,
                          const char *text)
{
  CapAdaptationField *self = g_object_new (CAP_TYPE_ADAPTATION_FIELD, NULL);

  self->code = g_strdup (code);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

const char *
cap_adaptation_field_get_code (CapAdaptationField *self)
{
  g_return_val_if_fail (CAP_IS_ADAPTATION_FIELD (self), NULL);

  return self->code;
}

char *
cap_adaptation_field_dup_text (CapAdaptationField *self)
{
  g_return_val_if_fail (CAP_IS_ADAPTATION_FIELD (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
}
