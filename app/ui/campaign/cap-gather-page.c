/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-gather-page.h"

#include "quality/cap-campaign.h"
#include "ui/campaign/cap-college-seats.h"
#include "ui/campaign/cap-vote-draft.h"

/**
 * CapGatherPage:
 *
 * How votes come in: three ways, and who has voted so far, by code. What somebody voted is not shown here.
 */
struct _CapGatherPage
{
  GtkWidget       parent_instance;

  /* Owned */
  CapWorkspace   *workspace;
  char           *state;   /* of those on display: rows are made again when it changes only */

  /* Template children */
  GtkWidget      *box;
  GtkLabel       *summary;
  GtkProgressBar *progress;
  GtkBox         *colleges;
};

G_DEFINE_FINAL_TYPE (CapGatherPage, cap_gather_page, GTK_TYPE_WIDGET)

static void
show_summary (CapGatherPage   *self,
              const GPtrArray *seats)
{
  const CapSeatCount count = cap_campaign_count_seats (seats, 0, seats->len);
  g_autofree char *text = cap_campaign_dup_received (&count);

  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), count.n_expected > 0);
  if (count.n_expected > 0)
    gtk_progress_bar_set_fraction (self->progress, (double) count.n_received / count.n_expected);
}

static char *
dup_seats_state (const GPtrArray *seats,
                 gboolean         editable)
{
  GString *state = g_string_new (editable ? "1" : "0");

  for (guint i = 0; i < seats->len; i++)
    {
      const CapSeat *seat = g_ptr_array_index (seats, i);

      g_string_append_printf (state, "\n%s %d", seat->code, seat->expected);
      if (seat->ballot != NULL)
        g_string_append_printf (state, " %u %d", cap_ballot_count (seat->ballot), seat->ballot->form);
    }

  return g_string_free (state, FALSE);
}

static void
fill (CapGatherPage *self,
      CapDossier    *dossier,
      GPtrArray     *seats)
{
  const gboolean editable = cap_vote_draft_is_allowed (self->workspace);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->colleges))) != NULL)
    gtk_box_remove (self->colleges, child);
  for (guint i = 0; i < seats->len; i += cap_campaign_count_college (seats, i))
    gtk_box_append (self->colleges, cap_college_seats_new (dossier, seats, i, editable));
}

/* Rows stay, with the focus on them, as long as what they say holds. */
static void
update (CapGatherPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(GPtrArray) seats = NULL;
  g_autofree char *state = NULL;

  if (dossier == NULL)
    return;

  seats = cap_campaign_list_seats (dossier, cap_dossier_get_current (dossier));
  state = dup_seats_state (seats, cap_vote_draft_is_allowed (self->workspace));
  if (g_strcmp0 (state, self->state) == 0)
    return;

  g_free (self->state);
  self->state = g_steal_pointer (&state);
  show_summary (self, seats);
  fill (self, dossier, seats);
}

static void
cap_gather_page_dispose (GObject *object)
{
  CapGatherPage *self = CAP_GATHER_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->state, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_gather_page_parent_class)->dispose (object);
}

static void
cap_gather_page_class_init (CapGatherPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_gather_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-gather-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapGatherPage, box);
  gtk_widget_class_bind_template_child (widget_class, CapGatherPage, summary);
  gtk_widget_class_bind_template_child (widget_class, CapGatherPage, progress);
  gtk_widget_class_bind_template_child (widget_class, CapGatherPage, colleges);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_gather_page_init (CapGatherPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @workspace: with a dossier open; once */
void
cap_gather_page_set_workspace (CapGatherPage *self,
                               CapWorkspace  *workspace)
{
  g_return_if_fail (CAP_IS_GATHER_PAGE (self) && CAP_IS_WORKSPACE (workspace) && self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
