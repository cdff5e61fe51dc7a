/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/documents/cap-dossier-parts.h"

#include <glib/gi18n.h>

#include "workspace/cap-document.h"

#define LIST_HEIGHT 420

struct _CapDossierParts
{
  GtkWidget       parent_instance;

  GtkMenuButton  *button;
  GtkCheckButton *checks[CAP_N_DOSSIER_PARTS + 1]; /* by CapDossierPart */

  guint           parts; /* a bit for each */
};

G_DEFINE_FINAL_TYPE (CapDossierParts, cap_dossier_parts, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PARTS = 1,
} CapDossierPartsProperty;

static GParamSpec *properties[PROP_PARTS + 1];

static void
update_label (CapDossierParts *self)
{
  guint n_parts = 0;
  g_autofree char *label = NULL;

  for (guint part = 1; part <= CAP_N_DOSSIER_PARTS; part++)
    n_parts += (self->parts & (1u << part)) != 0;

  if (n_parts == CAP_N_DOSSIER_PARTS)
    label = g_strdup (_("All the parts"));
  else
    /* Translators: how many parts of the audit dossier are chosen, how many there are */
    label = g_strdup_printf (ngettext ("%u part of %u", "%u parts of %u", n_parts), n_parts,
                             CAP_N_DOSSIER_PARTS);
  gtk_menu_button_set_label (self->button, label);
}

/* A document has one part at least: the last one stays. */
static void
toggled_cb (CapDossierParts *self,
            GtkCheckButton  *check)
{
  guint parts = 0;

  for (guint part = 1; part <= CAP_N_DOSSIER_PARTS; part++)
    if (gtk_check_button_get_active (self->checks[part]))
      parts |= 1u << part;

  if (parts == 0)
    gtk_check_button_set_active (check, TRUE);
  if (parts == 0 || parts == self->parts)
    return;

  self->parts = parts;
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARTS]);
}

static GtkWidget *
make_list (CapDossierParts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint part = 1; part <= CAP_N_DOSSIER_PARTS; part++)
    {
      g_autofree char *label = g_strdup_printf ("%u. %s", part, cap_dossier_part_get_label (part));
      GtkWidget *check = gtk_check_button_new_with_label (label);

      self->checks[part] = GTK_CHECK_BUTTON (check);
      gtk_check_button_set_active (self->checks[part], TRUE);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);

  return scrolled;
}

static void
cap_dossier_parts_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((CapDossierPartsProperty) prop_id)
    {
    case PROP_PARTS:
      g_value_set_uint (value, cap_dossier_parts_get_parts (CAP_DOSSIER_PARTS (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cap_dossier_parts_dispose (GObject *object)
{
  CapDossierParts *self = CAP_DOSSIER_PARTS (object);

  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_dossier_parts_parent_class)->dispose (object);
}

static void
cap_dossier_parts_class_init (CapDossierPartsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cap_dossier_parts_get_property;
  object_class->dispose = cap_dossier_parts_dispose;

  properties[PROP_PARTS] = g_param_spec_uint ("parts", NULL, NULL, 0, CAP_ALL_DOSSIER_PARTS, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_dossier_parts_init (CapDossierParts *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->parts = CAP_ALL_DOSSIER_PARTS;
  self->button = GTK_MENU_BUTTON (button);
  gtk_popover_set_child (GTK_POPOVER (popover), make_list (self));
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_tooltip_text (button, _("The parts that are printed"));
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  update_label (self);
}

guint
cap_dossier_parts_get_parts (CapDossierParts *self)
{
  g_return_val_if_fail (CAP_IS_DOSSIER_PARTS (self), 0);

  return self->parts == CAP_ALL_DOSSIER_PARTS ? 0 : self->parts;
}
