/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-vote-card.h"

#include <glib/gi18n.h>

struct _CapVoteCard
{
  GtkToggleButton  parent_instance;

  int              figure;
};

G_DEFINE_FINAL_TYPE (CapVoteCard, cap_vote_card, GTK_TYPE_TOGGLE_BUTTON)

/* What is chosen stays chosen when it is activated again: it is how one goes on with it. */
static void
cap_vote_card_clicked (GtkButton *button)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
active_changed_cb (CapVoteCard *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)), -1);
}

static void
cap_vote_card_class_init (CapVoteCardClass *klass)
{
  GTK_BUTTON_CLASS (klass)->clicked = cap_vote_card_clicked;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO);
}

static void
cap_vote_card_init (CapVoteCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "level-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "vote-card");
  g_signal_connect (self, "notify::active", G_CALLBACK (active_changed_cb), NULL);
}

static GtkWidget *
new_text (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * cap_vote_card_new:
 * @name: (nullable): what the answer is called
 * @wording: what it says
 */
GtkWidget *
cap_vote_card_new (int         figure,
                   const char *name,
                   const char *wording)
{
  CapVoteCard *self = g_object_new (CAP_TYPE_VOTE_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *digit = g_strdup_printf ("%d", figure);
  GtkWidget *number = gtk_label_new (digit);
  g_autofree char *spoken = NULL;

  self->figure = figure;
  gtk_widget_set_valign (number, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (number, "level-number");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  if (name != NULL)
    gtk_box_append (GTK_BOX (texts), new_text (name, "heading"));
  gtk_box_append (GTK_BOX (texts), new_text (wording, "vote-wording"));
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_button_set_child (GTK_BUTTON (self), box);

  /* Translators: an answer, for a screen reader: its key, what it says */
  spoken = g_strdup_printf (_("%1$d: %2$s"), figure, name != NULL ? name : wording);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name != NULL ? wording : "", -1);
  active_changed_cb (self);

  return GTK_WIDGET (self);
}

int
cap_vote_card_get_figure (CapVoteCard *self)
{
  g_return_val_if_fail (CAP_IS_VOTE_CARD (self), -1);

  return self->figure;
}
