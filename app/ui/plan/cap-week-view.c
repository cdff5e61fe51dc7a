/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-week-view.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "plan/cap-indicator-rules.h"
#include "plan/cap-indicator-text.h"
#include "plan/cap-plan-mail.h"
#include "plan/cap-plan-progress.h"
#include "plan/cap-plan-week.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-tag.h"

#define N_SHOWN 8 /* of each list: the rest is one key away */

struct _CapWeekView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapDossier    *shown;      /* the state that is told, or NULL */

  /* Template children */
  CapMessageBar *message;
  GtkLabel      *day;
  GtkLabel      *progress;
  GtkWidget     *quiet;
  GtkBox        *lists;
};

G_DEFINE_FINAL_TYPE (CapWeekView, cap_week_view, GTK_TYPE_WIDGET)

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
add_list (CapWeekView *self,
          const char  *title,
          const char  *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->lists, group);

  return group;
}

static GtkWidget *
create_row (const char *title,
            const char *subtitle,
            const char *remark)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);
  g_autofree char *name = g_strjoin (", ", title, subtitle, remark, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
add_action (GtkWidget         *group,
            const CapPlanWeek *week,
            CapWeekList        list,
            const CapAction   *action)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", action->number, action->title);
  g_autofree char *remark = cap_plan_week_dup_remark (week, list, action);
  const char *owner = action->owner != NULL ? action->owner : _("nobody in charge yet");
  GtkWidget *row = create_row (title, owner, remark);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", action->number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "plan.show-action");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             cap_tag_new (remark, list == CAP_WEEK_LATE ? "warning-tag" : NULL));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_rest (CapWeekView *self,
          GtkWidget   *group,
          CapWeekList  list,
          guint        count)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *label = NULL;

  label = g_strdup_printf (ngettext ("Show the %u Action", "Show the %u Actions", count), count);
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 9);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) list);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "week.ask");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
}

static void
show_list (CapWeekView       *self,
           const CapPlanWeek *week,
           CapWeekList        list)
{
  const GPtrArray *actions = week->lists[list];
  g_autofree char *title = NULL;
  GtkWidget *group;

  if (actions->len == 0)
    return;

  title = g_strdup_printf ("%s · %u", cap_week_list_get_label (list), actions->len);
  group = add_list (self, title, cap_week_list_get_definition (list));
  for (guint i = 0; i < MIN (actions->len, N_SHOWN); i++)
    add_action (group, week, list, g_ptr_array_index (actions, i));
  if (actions->len > N_SHOWN)
    add_rest (self, group, list, actions->len);
}

/* Values that should have been entered by now. Returns: how many */
static guint
show_indicators (CapWeekView     *self,
                 const GPtrArray *indicators,
                 const char      *today)
{
  GtkWidget *group = NULL;
  guint n_late = 0;

  for (guint i = 0; i < indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char *title = g_strdup_printf ("%s. %s", indicator->code, indicator->label);
      g_autofree char *late = NULL;
      GtkWidget *row;

      if (!cap_indicator_is_late (indicator, today))
        continue;

      n_late++;
      if (group == NULL)
        group = add_list (self, _("Values awaited"),
                          _("Indicators whose value should have been entered by now."));
      late = cap_indicator_format_late (indicator, today);
      row = create_row (title, late != NULL ? late : "", NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "indicators");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "plan.show");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  return n_late;
}

static void
show_progress (CapWeekView      *self,
               const CapDossier *dossier,
               const char       *today)
{
  const CapPlanReview *review = cap_plan_progress_find_review (dossier->reviews, today);
  g_autofree char *day = cap_date_format_long (today);
  g_autofree char *sentence = NULL;

  gtk_label_set_text (self->day, day);
  if (review != NULL)
    {
      CapPlanProgress progress = cap_plan_progress_since (dossier->actions, review->date, today);

      sentence = cap_plan_progress_dup_sentence (&progress, review->date);
    }
  gtk_label_set_text (self->progress, sentence != NULL ? sentence :
                      _("When you have gone through the plan with the team, say so: the progress made since "
                        "then is told here."));
}

static void
update (CapWeekView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(CapPlanWeek) week = NULL;
  g_autofree char *today = NULL;
  GtkWidget *child;
  guint n_late;

  if (dossier == NULL || dossier == self->shown || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = cap_dossier_ref (dossier);
  today = cap_workspace_dup_today (self->workspace);
  week = cap_plan_week_new (dossier->actions, today);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lists))) != NULL)
    gtk_box_remove (self->lists, child);
  show_progress (self, dossier, today);
  for (guint i = 0; i < CAP_N_WEEK_LISTS; i++)
    show_list (self, week, (CapWeekList) i);
  n_late = show_indicators (self, dossier->indicators, today);

  gtk_widget_set_visible (self->quiet, cap_plan_week_is_quiet (week) && n_late == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.review",
                                 !cap_workspace_get_read_only (self->workspace));
}

static void
copy_mail_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CapWeekView *self = CAP_WEEK_VIEW (widget);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(CapPlanMail) mail = cap_plan_mail_new (cap_workspace_get_dossier (self->workspace), today);
  g_autofree char *text = cap_plan_mail_dup_text (mail);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  cap_message_bar_show (self->message, CAP_MESSAGE_INFO,
                        _("The message is copied: paste it where you write your e-mails."));
}

static void
reviewed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapWeekView) self = CAP_WEEK_VIEW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Review of the plan noted"));
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
review_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapWeekView *self = CAP_WEEK_VIEW (widget);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  g_autoptr(CapPlanReview) review = cap_plan_review_new (NULL, today, NULL);
  CapCommand *command = cap_command_new (CAP_GESTURE_PLAN_REVIEW, NULL);

  cap_command_put_plan_review (command, review);
  cap_workspace_run_async (self->workspace, command, NULL, reviewed_cb, g_object_ref (self));
}

static void
ask_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  g_signal_emit (widget, signals[ASKED], 0, g_variant_get_uint32 (parameter));
}

static void
cap_week_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_week_view_parent_class)->map (widget);

  update (CAP_WEEK_VIEW (widget));
}

static void
cap_week_view_dispose (GObject *object)
{
  CapWeekView *self = CAP_WEEK_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->shown, cap_dossier_unref);

  G_OBJECT_CLASS (cap_week_view_parent_class)->dispose (object);
}

static void
cap_week_view_class_init (CapWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_week_view_dispose;
  widget_class->map = cap_week_view_map;

  signals[ASKED] = g_signal_new ("asked", CAP_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-week-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapWeekView, message);
  gtk_widget_class_bind_template_child (widget_class, CapWeekView, day);
  gtk_widget_class_bind_template_child (widget_class, CapWeekView, progress);
  gtk_widget_class_bind_template_child (widget_class, CapWeekView, quiet);
  gtk_widget_class_bind_template_child (widget_class, CapWeekView, lists);

  gtk_widget_class_install_action (widget_class, "week.copy-mail", NULL, copy_mail_cb);
  gtk_widget_class_install_action (widget_class, "week.review", NULL, review_cb);
  gtk_widget_class_install_action (widget_class, "week.ask", "u", ask_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_week_view_init (CapWeekView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_week_view_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_week_view_new (CapWorkspace *workspace)
{
  CapWeekView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_WEEK_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
