/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-finding-steps.h"

#include <glib/gi18n.h>

#include "audit/cap-finding-text.h"
#include "ui/widgets/cap-reflow.h"

struct _CapFindingSteps
{
  GtkWidget        parent_instance;

  CapFindingState  state;
  CapFindingState  next;

  GtkWidget       *box;
  GtkWidget       *path;
  GtkWidget       *marks[CAP_N_FINDING_STATES];
  GtkWidget       *urgency;
  GtkWidget       *explanation;
  GtkWidget       *gaps;
  GtkWidget       *forward;
  GtkWidget       *back;
};

G_DEFINE_FINAL_TYPE (CapFindingSteps, cap_finding_steps, GTK_TYPE_WIDGET)

enum
{
  FORWARD,
  BACK,
  WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forward_cb (CapFindingSteps *self)
{
  g_signal_emit (self, signals[FORWARD], 0, (int) self->next);
}

static void
back_cb (CapFindingSteps *self)
{
  g_signal_emit (self, signals[BACK], 0, (int) cap_finding_state_get_back (self->state));
}

static void
gap_cb (CapFindingSteps *self,
        GtkWidget       *button)
{
  const guint gap = (guint) g_ascii_strtoull (gtk_widget_get_name (button), NULL, 10);

  g_signal_emit (self, signals[WANTED], 0, cap_finding_gap_get_field ((CapFindingGap) gap));
}

/* The name of the button is what is missing. */
static void
add_gap (CapFindingSteps *self,
         CapFindingGap    gap)
{
  GtkWidget *button = gtk_button_new_with_label (cap_finding_gap_get_text (gap));
  g_autofree char *name = g_strdup_printf ("%u", (guint) gap);

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "gap");
  g_signal_connect_object (button, "clicked", G_CALLBACK (gap_cb), self, G_CONNECT_SWAPPED);
  cap_reflow_append (CAP_REFLOW (self->gaps), button);
}

static void
show_path (CapFindingSteps *self)
{
  g_autofree char *reading = NULL;

  for (guint i = 0; i < CAP_N_FINDING_STATES; i++)
    {
      gtk_widget_remove_css_class (self->marks[i], "done");
      gtk_widget_remove_css_class (self->marks[i], "current");
      if (i <= (guint) self->state)
        gtk_widget_add_css_class (self->marks[i], i == (guint) self->state ? "current" : "done");
    }

  /* Translators: the number of a step, how many there are, and its name */
  reading = g_strdup_printf (_("Step %1$u of %2$u: %3$s"), (guint) self->state + 1, CAP_N_FINDING_STATES,
                             cap_finding_state_get_label (self->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->path), GTK_ACCESSIBLE_PROPERTY_LABEL, reading, -1);
}

static void
show_gaps (CapFindingSteps *self,
           guint            gaps)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->gaps)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < CAP_N_FINDING_GAPS; i++)
    {
      if ((gaps & 1u << i) != 0)
        add_gap (self, (CapFindingGap) i);
    }
  gtk_widget_set_visible (self->gaps, gaps != 0);
}

/**
 * cap_finding_steps_show:
 * @urgency: (nullable): what cannot wait
 */
void
cap_finding_steps_show (CapFindingSteps       *self,
                        CapFindingState        state,
                        const CapFindingFacts *facts,
                        const char            *urgency,
                        gboolean               can_change)
{
  const gboolean over = state == CAP_FINDING_SETTLED;
  g_autofree char *sentence = NULL;
  guint gaps = 0;

  g_return_if_fail (CAP_IS_FINDING_STEPS (self) && facts != NULL);

  self->state = state;
  self->next = over ? state : cap_finding_state_get_next (state, facts);
  if (!over)
    gaps = cap_finding_state_get_gaps (state, self->next, facts);
  if (gaps != 0)
    /* Translators: %s is a state of a finding; what is missing follows, each on a button */
    sentence = g_strdup_printf (_("To reach “%s”, this is missing:"),
                                cap_finding_state_get_label (self->next));

  show_path (self);
  show_gaps (self, can_change ? gaps : 0);
  gtk_label_set_text (GTK_LABEL (self->explanation), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->explanation, sentence != NULL && can_change);
  gtk_label_set_text (GTK_LABEL (self->urgency), urgency != NULL ? urgency : "");
  gtk_widget_set_visible (self->urgency, urgency != NULL);
  gtk_widget_set_visible (self->forward, can_change && !over && gaps == 0);
  if (!over)
    gtk_button_set_label (GTK_BUTTON (self->forward), cap_finding_state_get_verb (self->next));
  gtk_widget_set_visible (self->back, can_change && state != CAP_FINDING_OPENED);
  gtk_button_set_label (GTK_BUTTON (self->back), over ? _("Open again…") : _("Go back a step…"));
}

static void
cap_finding_steps_dispose (GObject *object)
{
  g_clear_pointer (&CAP_FINDING_STEPS (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_finding_steps_parent_class)->dispose (object);
}

static void
cap_finding_steps_class_init (CapFindingStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_finding_steps_dispose;

  signals[FORWARD] = g_signal_new ("forward", CAP_TYPE_FINDING_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
  signals[BACK] = g_signal_new ("back", CAP_TYPE_FINDING_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[WANTED] = g_signal_new ("wanted", CAP_TYPE_FINDING_STEPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_label (CapFindingSteps *self,
           const char      *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

static void
add_path (CapFindingSteps *self)
{
  self->path = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "spacing", 3,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_widget_add_css_class (self->path, "finding-path");
  for (guint i = 0; i < CAP_N_FINDING_STATES; i++)
    {
      self->marks[i] = gtk_label_new (cap_finding_state_get_label ((CapFindingState) i));
      gtk_label_set_ellipsize (GTK_LABEL (self->marks[i]), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->marks[i], "finding-mark");
      gtk_box_append (GTK_BOX (self->path), self->marks[i]);
    }
  gtk_box_append (GTK_BOX (self->box), self->path);
}

static void
add_buttons (CapFindingSteps *self)
{
  GtkWidget *buttons = cap_reflow_new (9);

  self->forward = gtk_button_new ();
  self->back = gtk_button_new ();
  gtk_widget_add_css_class (self->forward, "suggested-action");
  g_signal_connect_object (self->forward, "clicked", G_CALLBACK (forward_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  cap_reflow_append (CAP_REFLOW (buttons), self->forward);
  cap_reflow_append (CAP_REFLOW (buttons), self->back);
  gtk_widget_set_halign (buttons, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), buttons);
}

static void
cap_finding_steps_init (CapFindingSteps *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "finding-steps");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_path (self);
  self->urgency = add_label (self, "finding-urgency");
  self->explanation = add_label (self, NULL);
  self->gaps = cap_reflow_new (6);
  gtk_widget_set_halign (self->gaps, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), self->gaps);
  add_buttons (self);
}

GtkWidget *
cap_finding_steps_new (void)
{
  return g_object_new (CAP_TYPE_FINDING_STEPS, NULL);
}
