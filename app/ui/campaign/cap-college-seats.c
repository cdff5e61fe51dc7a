/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-college-seats.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "quality/cap-campaign.h"
#include "scoring/cap-votes.h"
#include "ui/widgets/cap-long-list.h"
#include "ui/widgets/cap-tag.h"

struct _CapCollegeSeats
{
  GtkWidget   parent_instance;

  CapDossier *dossier;  /* what the seats borrow from */
  GPtrArray  *seats;    /* (element-type CapSeat): of all colleges */
  guint       first;    /* of this one */
  GtkWidget  *box;

  guint       editable : 1;
};

G_DEFINE_FINAL_TYPE (CapCollegeSeats, cap_college_seats, GTK_TYPE_WIDGET)

static char *
dup_state (const CapSeat *seat)
{
  guint n_votes = seat->ballot != NULL ? cap_ballot_count (seat->ballot) : 0;

  if (seat->ballot == NULL)
    return g_strdup (_("Not received yet"));

  if (seat->ballot->form == CAP_BALLOT_PLAIN)
    /* Translators: number of criteria */
    return g_strdup_printf (ngettext ("Received: %u simple question", "Received: %u simple questions",
                                      n_votes), n_votes);

  /* Translators: number of criteria */
  return g_strdup_printf (ngettext ("Received: %u criterion", "Received: %u criteria", n_votes), n_votes);
}

/* The name of a row is its code. */
static void
row_activated_cb (CapCollegeSeats *self,
                  GtkWidget       *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "campaign.sheet", "s", gtk_widget_get_name (row));
}

/* Found at a glance; the subtitle says the same. */
static GtkWidget *
new_mark (void)
{
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (mark, "accent");

  return mark;
}

static GtkWidget *
create_row (guint    index,
            gpointer user_data)
{
  CapCollegeSeats *self = user_data;
  const CapSeat *seat = g_ptr_array_index (self->seats, self->first + index);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *state = dup_state (seat);

  gtk_widget_set_name (row, seat->code);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), seat->code);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  if (!seat->expected)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), cap_tag_new (_("Not Expected"), "warning-tag"));
  if (seat->ballot != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_mark ());
  if (self->editable)
    {
      gtk_widget_set_tooltip_text (row, seat->ballot != NULL ? _("Correct this questionnaire")
                                                             : _("Type this questionnaire in"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
    }

  return row;
}

static GtkWidget *
new_text (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* So few votes would tell who voted what. */
static char *
dup_text (CapCollegeSeats *self,
          guint            n_seats)
{
  const CapSeatCount count = cap_campaign_count_seats (self->seats, self->first, n_seats);
  const guint n_ballots = count.n_received + count.n_others;
  g_autofree char *text = cap_campaign_dup_received (&count);

  if (n_ballots == 0 || n_ballots >= CAP_VOTES_MIN_SHOWN)
    return g_steal_pointer (&text);

  return g_strjoin ("\n", text, _("Fewer than three: these votes are shown within the whole only."), NULL);
}

static void
cap_college_seats_dispose (GObject *object)
{
  CapCollegeSeats *self = CAP_COLLEGE_SEATS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->seats, g_ptr_array_unref);
  g_clear_pointer (&self->dossier, cap_dossier_unref);

  G_OBJECT_CLASS (cap_college_seats_parent_class)->dispose (object);
}

static void
cap_college_seats_class_init (CapCollegeSeatsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_college_seats_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_college_seats_init (CapCollegeSeats *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * cap_college_seats_new:
 * @dossier: what @seats borrow from
 * @seats: (element-type CapSeat): by college; shared, and changed no more
 * @first: the index of the first one of the college
 * @editable: whether its questionnaires can be opened
 */
GtkWidget *
cap_college_seats_new (CapDossier *dossier,
                       GPtrArray  *seats,
                       guint       first,
                       gboolean    editable)
{
  CapCollegeSeats *self;
  const CapSeat *seat;
  GtkWidget *list;
  g_autofree char *text = NULL;
  guint n_seats;

  g_return_val_if_fail (dossier != NULL && seats != NULL && first < seats->len, NULL);

  self = g_object_new (CAP_TYPE_COLLEGE_SEATS, NULL);
  self->dossier = cap_dossier_ref (dossier);
  self->seats = g_ptr_array_ref (seats);
  self->first = first;
  self->editable = editable;
  seat = g_ptr_array_index (seats, first);
  n_seats = cap_campaign_count_college (seats, first);
  text = dup_text (self, n_seats);
  list = g_object_new (CAP_TYPE_LONG_LIST, NULL);
  gtk_box_append (GTK_BOX (self->box), new_text (cap_college_get_label (seat->college), "heading"));
  gtk_box_append (GTK_BOX (self->box), new_text (text, "dim-label"));
  gtk_box_append (GTK_BOX (self->box), list);
  cap_long_list_fill (CAP_LONG_LIST (list), n_seats, create_row, self);

  return GTK_WIDGET (self);
}
