/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-proposal-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-tag.h"

/**
 * CapProposalRow:
 *
 * One proposal to tick: what to do, why, who can help, and what makes it
 * worth it.
 */
struct _CapProposalRow
{
  GtkListBoxRow   parent_instance;

  char           *code;

  /* Template children */
  GtkCheckButton *check;
  GtkLabel       *title;
  GtkLabel       *reason;
  GtkLabel       *service;
  GtkBox         *tags;
  GtkWidget      *aside_button;
};

G_DEFINE_FINAL_TYPE (CapProposalRow, cap_proposal_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  TOGGLED,
  SET_ASIDE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_tags (CapProposalRow    *self,
          const CapProposal *proposal)
{
  g_autofree char *priority = NULL;

  /* Translators: a number; the higher, the more urgent */
  priority = g_strdup_printf (_("Priority %d"), proposal->priority);

  gtk_box_append (self->tags, cap_tag_new (proposal->criterion->code, NULL));
  gtk_box_append (self->tags, cap_tag_new (priority, NULL));
  if (proposal->core)
    gtk_box_append (self->tags, cap_tag_new (_("Core criterion"), "warning-tag"));
  if (proposal->quick_win)
    gtk_box_append (self->tags, cap_tag_new (_("Quick win"), "accent-tag"));
}

static void
show_proposal (CapProposalRow     *self,
               const CapProposal  *proposal,
               const CapFramework *framework)
{
  g_autofree char *reason = cap_proposal_dup_reason (proposal, framework);
  const char *title = cap_proposal_get_title (proposal);
  g_autofree char *name = g_strdup_printf ("%s, %s", proposal->criterion->code, title);
  g_autofree char *aside = NULL;

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->reason, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Translators: the code of a criterion */
  aside = g_strdup_printf (_("Set aside %s…"), proposal->criterion->code);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->aside_button), GTK_ACCESSIBLE_PROPERTY_LABEL, aside,
                                  -1);
  add_tags (self, proposal);

  if (proposal->service != NULL)
    {
      g_autofree char *help = NULL;

      /* Translators: the name of a service of the network */
      help = g_strdup_printf (_("The network can help: %s"), proposal->service->label);
      gtk_label_set_text (self->service, help);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->service), proposal->service->summary);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->service), proposal->service != NULL);
}

static void
toggled_cb (CapProposalRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
set_aside_cb (CapProposalRow *self)
{
  g_signal_emit (self, signals[SET_ASIDE], 0);
}

static void
cap_proposal_row_finalize (GObject *object)
{
  g_free (CAP_PROPOSAL_ROW (object)->code);

  G_OBJECT_CLASS (cap_proposal_row_parent_class)->finalize (object);
}

static void
cap_proposal_row_class_init (CapProposalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_proposal_row_finalize;

  signals[TOGGLED] = g_signal_new ("toggled", CAP_TYPE_PROPOSAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SET_ASIDE] = g_signal_new ("set-aside", CAP_TYPE_PROPOSAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-proposal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CapProposalRow, check);
  gtk_widget_class_bind_template_child (widget_class, CapProposalRow, title);
  gtk_widget_class_bind_template_child (widget_class, CapProposalRow, reason);
  gtk_widget_class_bind_template_child (widget_class, CapProposalRow, service);
  gtk_widget_class_bind_template_child (widget_class, CapProposalRow, tags);
  gtk_widget_class_bind_template_child (widget_class, CapProposalRow, aside_button);
  gtk_widget_class_bind_template_callback (widget_class, set_aside_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
cap_proposal_row_init (CapProposalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cap_proposal_row_new (const CapProposal  *proposal,
                      const CapFramework *framework)
{
  CapProposalRow *self;

  g_return_val_if_fail (proposal != NULL && framework != NULL, NULL);

  self = g_object_new (CAP_TYPE_PROPOSAL_ROW, NULL);
  self->code = g_strdup (proposal->criterion->code);
  show_proposal (self, proposal, framework);

  return GTK_WIDGET (self);
}

const char *
cap_proposal_row_get_code (CapProposalRow *self)
{
  g_return_val_if_fail (CAP_IS_PROPOSAL_ROW (self), NULL);

  return self->code;
}

gboolean
cap_proposal_row_get_accepted (CapProposalRow *self)
{
  g_return_val_if_fail (CAP_IS_PROPOSAL_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

void
cap_proposal_row_set_accepted (CapProposalRow *self,
                               gboolean        accepted)
{
  g_return_if_fail (CAP_IS_PROPOSAL_ROW (self));

  gtk_check_button_set_active (self->check, accepted);
}

void
cap_proposal_row_toggle (CapProposalRow *self)
{
  g_return_if_fail (CAP_IS_PROPOSAL_ROW (self));

  gtk_check_button_set_active (self->check, !gtk_check_button_get_active (self->check));
}

/* Whether it may be set aside: not in a dossier that is only read. */
void
cap_proposal_row_set_editable (CapProposalRow *self,
                               gboolean        editable)
{
  g_return_if_fail (CAP_IS_PROPOSAL_ROW (self));

  gtk_widget_set_sensitive (self->aside_button, editable);
}
