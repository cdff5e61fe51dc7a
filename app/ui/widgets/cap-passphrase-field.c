/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-passphrase-field.h"

#include <glib/gi18n.h>

#include "base/cap-passphrase.h"
#include "base/cap-secret.h"

struct _CapPassphraseField
{
  GtkWidget    parent_instance;

  /* Owned */
  char        *structure;

  /* Template children */
  GtkWidget   *box;
  GtkLabel    *title;
  GtkWidget   *chosen;
  GtkLevelBar *strength;
  GtkLabel    *strength_label;
  GtkWidget   *proposal_box;
  GtkLabel    *proposal;
  GtkWidget   *again;
};

G_DEFINE_FINAL_TYPE (CapPassphraseField, cap_passphrase_field, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
clear_text (GtkWidget *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static CapPassphraseStrength
rate (CapPassphraseField *self)
{
  const char * const known[] = { self->structure != NULL ? self->structure : "", NULL };

  return cap_passphrase_rate (get_text (self->chosen), known);
}

static void
changed_cb (CapPassphraseField *self)
{
  const gboolean empty = *get_text (self->chosen) == '\0';
  const CapPassphraseStrength strength = rate (self);
  const char *label = empty ? "" : cap_passphrase_get_label (strength);

  gtk_level_bar_set_value (self->strength, empty ? 0 : strength == CAP_PASSPHRASE_SHORT ? 0.4 : strength);
  gtk_label_set_text (self->strength_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strength), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, label,
                                  -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activated_cb (CapPassphraseField *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* It is shown, to be written down. */
static void
propose_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapPassphraseField *self = CAP_PASSPHRASE_FIELD (widget);
  char *proposal = cap_passphrase_propose ();

  gtk_label_set_text (self->proposal, proposal);
  gtk_widget_set_visible (self->proposal_box, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->chosen), proposal);
  clear_text (self->again);
  gtk_widget_grab_focus (self->again);
  cap_secret_free (proposal);
}

static gboolean
cap_passphrase_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CAP_PASSPHRASE_FIELD (widget)->chosen);
}

static void
cap_passphrase_field_dispose (GObject *object)
{
  g_clear_pointer (&CAP_PASSPHRASE_FIELD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_passphrase_field_parent_class)->dispose (object);
}

static void
cap_passphrase_field_finalize (GObject *object)
{
  g_free (CAP_PASSPHRASE_FIELD (object)->structure);

  G_OBJECT_CLASS (cap_passphrase_field_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapPassphraseField, child)

static void
cap_passphrase_field_class_init (CapPassphraseFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_passphrase_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_passphrase_field_finalize;
  widget_class->grab_focus = cap_passphrase_field_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_PASSPHRASE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", CAP_TYPE_PASSPHRASE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-passphrase-field.ui");
  BIND (box);
  BIND (title);
  BIND (chosen);
  BIND (strength);
  BIND (strength_label);
  BIND (proposal_box);
  BIND (proposal);
  BIND (again);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);

  gtk_widget_class_install_action (widget_class, "passphrase.propose", NULL, propose_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

#undef BIND

static void
cap_passphrase_field_init (CapPassphraseField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cap_passphrase_field_set_title (CapPassphraseField *self,
                                const char         *title)
{
  g_return_if_fail (CAP_IS_PASSPHRASE_FIELD (self) && title != NULL);

  gtk_label_set_text (self->title, title);
}

void
cap_passphrase_field_set_structure (CapPassphraseField *self,
                                    const char         *structure)
{
  g_return_if_fail (CAP_IS_PASSPHRASE_FIELD (self));

  g_free (self->structure);
  self->structure = g_strdup (structure);
}

const char *
cap_passphrase_field_get_text (CapPassphraseField *self)
{
  g_return_val_if_fail (CAP_IS_PASSPHRASE_FIELD (self), NULL);

  return get_text (self->chosen);
}

gboolean
cap_passphrase_field_is_filled (CapPassphraseField *self)
{
  g_return_val_if_fail (CAP_IS_PASSPHRASE_FIELD (self), FALSE);

  return rate (self) > CAP_PASSPHRASE_WEAK && *get_text (self->again) != '\0';
}

gboolean
cap_passphrase_field_check (CapPassphraseField *self,
                            CapMessageBar      *message)
{
  g_return_val_if_fail (CAP_IS_PASSPHRASE_FIELD (self) && CAP_IS_MESSAGE_BAR (message), FALSE);

  if (g_str_equal (get_text (self->chosen), get_text (self->again)))
    return TRUE;

  cap_message_bar_show (message, CAP_MESSAGE_ERROR,
                        _("The two passphrases are not the same: type them again."));
  gtk_widget_grab_focus (self->again);

  return FALSE;
}

void
cap_passphrase_field_clear (CapPassphraseField *self)
{
  g_return_if_fail (CAP_IS_PASSPHRASE_FIELD (self));

  clear_text (self->chosen);
  clear_text (self->again);
  gtk_label_set_text (self->proposal, "");
  gtk_widget_set_visible (self->proposal_box, FALSE);
}
