/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-meeting-end.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "scoring/cap-votes-text.h"

struct _CapMeetingEnd
{
  GtkWidget  parent_instance;

  GtkWidget *scrolled;
  GtkBox    *box;
};

G_DEFINE_FINAL_TYPE (CapMeetingEnd, cap_meeting_end, GTK_TYPE_WIDGET)

/* The name of a row is the code of its criterion. */
static void
row_activated_cb (CapMeetingEnd *self,
                  GtkWidget     *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "meeting.show", "s", gtk_widget_get_name (row));
}

static AdwPreferencesGroup *
add_group (CapMeetingEnd *self,
           const char    *title,
           const char    *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->box, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (CapMeetingEnd       *self,
         AdwPreferencesGroup *group,
         const CapCriterion  *criterion,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("%s %s", criterion->code, criterion->label);

  gtk_widget_set_name (row, criterion->code);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
add_unanswered (CapMeetingEnd   *self,
                const GPtrArray *unanswered)
{
  g_autofree char *title = NULL;
  AdwPreferencesGroup *group;

  title = g_strdup_printf (ngettext ("%u criterion without a decision", "%u criteria without a decision",
                                     unanswered->len), unanswered->len);
  group = add_group (self, title, unanswered->len == 0 ? _("Everything is decided.") : NULL);
  for (guint i = 0; i < unanswered->len; i++)
    add_row (self, group, g_ptr_array_index (unanswered, i), NULL);
}

static void
add_against (CapMeetingEnd       *self,
             const CapEvaluation *evaluation,
             const GPtrArray     *against,
             const CapVotes      *votes)
{
  g_autofree char *title = NULL;
  AdwPreferencesGroup *group;

  title = g_strdup_printf (ngettext ("%u decision away from the median", "%u decisions away from the median",
                                     against->len), against->len);
  group = add_group (self, title, against->len == 0 ? _("Each decision is close to what most people voted.")
                                                    : _("The note of the facilitator says why."));
  for (guint i = 0; i < against->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (against, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);
      g_autofree char *median = cap_spread_dup_median (&cap_votes_get (votes, criterion->code)->whole);
      /* Translators: a level, then the middle of the votes */
      g_autofree char *subtitle = g_strdup_printf (_("Decided %1$d, median %2$s"), answer->level, median);

      add_row (self, group, criterion, subtitle);
    }
}

static void
cap_meeting_end_dispose (GObject *object)
{
  g_clear_pointer (&CAP_MEETING_END (object)->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_meeting_end_parent_class)->dispose (object);
}

static void
cap_meeting_end_class_init (CapMeetingEndClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_meeting_end_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_meeting_end_init (CapMeetingEnd *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 24);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * cap_meeting_end_show:
 * @criteria: (element-type CapCriterion): the agenda
 */
void
cap_meeting_end_show (CapMeetingEnd       *self,
                      const CapEvaluation *evaluation,
                      const GPtrArray     *criteria,
                      const CapVotes      *votes)
{
  g_auto(CapAgendaEnd) end = { NULL, NULL };
  GtkWidget *child;

  g_return_if_fail (CAP_IS_MEETING_END (self) && evaluation != NULL && criteria != NULL && votes != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  cap_agenda_sum_up (&end, evaluation, criteria, votes);
  add_unanswered (self, end.unanswered);
  add_against (self, evaluation, end.against, votes);
}
