/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-action-row.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-tag.h"

/**
 * CapActionRow:
 *
 * One action of the plan: in a line what matters, and unfolded every field to
 * change in place. The fields are made when the row is first unfolded.
 */
struct _CapActionRow
{
  AdwExpanderRow      parent_instance;

  /* Owned */
  CapAction          *action;     /* as it is in the dossier */
  CapFramework       *framework;

  GtkWidget          *tag;

  /* Fields, NULL until the row is unfolded */
  GtkWidget          *title_row;
  GtkWidget          *owner_row;
  GtkWidget          *start_row;
  GtkWidget          *due_row;
  GtkWidget          *state_row;
  GtkWidget          *service_row;

  guint               silent : 1;
};

G_DEFINE_FINAL_TYPE (CapActionRow, cap_action_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In words: late, when, who. */
static char *
dup_subtitle (const CapAction *action,
              const char      *today)
{
  g_autofree char *due = action->due != NULL ? cap_date_format_long (action->due) : NULL;
  g_autofree char *when = NULL;
  const char *owner = action->owner != NULL ? action->owner : _("nobody in charge yet");

  if (due == NULL)
    when = g_strdup (_("no due date yet"));
  else if (cap_action_is_late (action, today))
    /* Translators: a date */
    when = g_strdup_printf (_("late: was due on %s"), due);
  else
    /* Translators: a date */
    when = g_strdup_printf (_("due on %s"), due);

  return g_strdup_printf ("%s · %s", owner, when);
}

static void
show_summary (CapActionRow *self,
              const char   *today)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", self->action->number, self->action->title);
  g_autofree char *subtitle = dup_subtitle (self->action, today);
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);
  gboolean late = cap_action_is_late (self->action, today);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), safe_title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), safe_subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_label_set_text (GTK_LABEL (self->tag),
                      late ? _("Late") : cap_action_state_get_label (self->action->state));
  gtk_widget_remove_css_class (self->tag, "warning-tag");
  gtk_widget_remove_css_class (self->tag, "accent-tag");
  if (late)
    gtk_widget_add_css_class (self->tag, "warning-tag");
  else if (self->action->state == CAP_ACTION_DONE || self->action->state == CAP_ACTION_VERIFIED)
    gtk_widget_add_css_class (self->tag, "accent-tag");
}

static guint
find_service (CapActionRow *self,
              const char   *code)
{
  for (guint i = 0; code != NULL && i < self->framework->services->len; i++)
    if (g_str_equal (((CapService *) g_ptr_array_index (self->framework->services, i))->code, code))
      return i + 1;

  return 0;
}

static void
set_text (GtkWidget  *row,
          const char *before,
          const char *now)
{
  if (g_strcmp0 (before, now) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), now != NULL ? now : "");
}

/* A field whose value did not change keeps what is being typed in it. */
static void
show_fields (CapActionRow    *self,
             const CapAction *before)
{
  const CapAction *action = self->action;

  if (self->title_row == NULL)
    return;

  self->silent = TRUE;
  set_text (self->title_row, before != NULL ? before->title : NULL, action->title);
  set_text (self->owner_row, before != NULL ? before->owner : NULL, action->owner);
  cap_date_row_set_date (CAP_DATE_ROW (self->start_row), action->start);
  cap_date_row_set_date (CAP_DATE_ROW (self->due_row), action->due);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->state_row), (guint) action->state);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->service_row), find_service (self, action->service));
  self->silent = FALSE;
}

static void
finished_cb (CapActionRow *self)
{
  if (!self->silent)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked_cb (CapActionRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
add_field (CapActionRow *self,
           GtkWidget    *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static GtkWidget *
add_entry (CapActionRow *self,
           const char   *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  add_field (self, row);

  return row;
}

static GtkWidget *
add_date (CapActionRow *self,
          const char   *title)
{
  GtkWidget *row = cap_date_row_new (title);

  g_signal_connect_object (row, "chosen", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  add_field (self, row);

  return row;
}

static GtkWidget *
add_choice (CapActionRow *self,
            const char   *title,
            GtkStringList *labels)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  add_field (self, row);
  g_object_unref (labels);

  return row;
}

static GtkStringList *
list_states (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    gtk_string_list_append (labels, cap_action_state_get_label ((CapActionState) i));

  return labels;
}

static GtkStringList *
list_services (CapActionRow *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("None"));
  for (guint i = 0; i < self->framework->services->len; i++)
    gtk_string_list_append (labels, ((CapService *) g_ptr_array_index (self->framework->services, i))->label);

  return labels;
}

static void
add_origin (CapActionRow *self,
            GtkWidget    *row,
            const char   *code)
{
  const CapCriterion *criterion = cap_framework_find_criterion (self->framework, code);
  GtkWidget *button = gtk_button_new_with_label (code);
  g_autofree char *name = NULL;

  /* Translators: the code of a criterion */
  name = g_strdup_printf (_("Go to criterion %s"), code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-criterion");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, criterion != NULL ? criterion->label : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_last_row (CapActionRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Remove"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 self->action->origins->len > 0 ? _("Comes from") : _("Added by hand"));
  for (guint i = 0; i < self->action->origins->len; i++)
    add_origin (self, row, ((CapActionOrigin *) g_ptr_array_index (self->action->origins, i))->code);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove the action from the plan"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_field (self, row);
}

static void
expanded_cb (CapActionRow *self)
{
  if (self->title_row != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->silent = TRUE;
  self->title_row = add_entry (self, _("Action"));
  self->owner_row = add_entry (self, _("In charge (a function, not a name)"));
  self->start_row = add_date (self, _("Start"));
  self->due_row = add_date (self, _("Due"));
  self->state_row = add_choice (self, _("State"), list_states ());
  self->service_row = add_choice (self, _("Service of the network"), list_services (self));
  add_last_row (self);
  show_fields (self, NULL);
}

static void
cap_action_row_dispose (GObject *object)
{
  CapActionRow *self = CAP_ACTION_ROW (object);

  self->silent = TRUE;
  self->title_row = NULL;

  G_OBJECT_CLASS (cap_action_row_parent_class)->dispose (object);
}

static void
cap_action_row_finalize (GObject *object)
{
  CapActionRow *self = CAP_ACTION_ROW (object);

  g_clear_pointer (&self->action, cap_action_free);
  g_clear_pointer (&self->framework, cap_framework_unref);

  G_OBJECT_CLASS (cap_action_row_parent_class)->finalize (object);
}

static void
cap_action_row_class_init (CapActionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_action_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_action_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_ACTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", CAP_TYPE_ACTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cap_action_row_init (CapActionRow *self)
{
  self->tag = cap_tag_new ("", NULL);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->tag);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * cap_action_row_new:
 * @framework: for the names of services and criteria
 *
 * Returns: (transfer floating): a row without action yet
 */
GtkWidget *
cap_action_row_new (const CapFramework *framework)
{
  CapActionRow *self;

  g_return_val_if_fail (framework != NULL, NULL);

  self = g_object_new (CAP_TYPE_ACTION_ROW, NULL);
  self->framework = cap_framework_ref ((CapFramework *) framework);

  return GTK_WIDGET (self);
}

const CapAction *
cap_action_row_get_action (CapActionRow *self)
{
  g_return_val_if_fail (CAP_IS_ACTION_ROW (self), NULL);

  return self->action;
}

/**
 * cap_action_row_set_action:
 * @action: as it is in the dossier
 * @today: ISO 8601, to tell what is late
 */
void
cap_action_row_set_action (CapActionRow    *self,
                           const CapAction *action,
                           const char      *today)
{
  g_autoptr(CapAction) before = NULL;

  g_return_if_fail (CAP_IS_ACTION_ROW (self) && action != NULL && today != NULL);

  before = g_steal_pointer (&self->action);
  self->action = cap_action_copy (action);
  show_summary (self, today);
  show_fields (self, before);
}

static void
take_text (char      **field,
           GtkWidget  *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  cap_set_string (field, text[0] != '\0' ? text : NULL);
}

/**
 * cap_action_row_dup_action:
 *
 * Returns: (transfer full): the action with what the fields say; a title left
 *   empty is the former one
 */
CapAction *
cap_action_row_dup_action (CapActionRow *self)
{
  CapAction *action;
  guint service;

  g_return_val_if_fail (CAP_IS_ACTION_ROW (self) && self->action != NULL, NULL);

  action = cap_action_copy (self->action);

  if (self->title_row == NULL)
    return action;

  take_text (&action->title, self->title_row);
  if (action->title == NULL)
    action->title = g_strdup (self->action->title);
  take_text (&action->owner, self->owner_row);
  cap_set_string (&action->start, cap_date_row_get_date (CAP_DATE_ROW (self->start_row)));
  cap_set_string (&action->due, cap_date_row_get_date (CAP_DATE_ROW (self->due_row)));
  action->state = (CapActionState) adw_combo_row_get_selected (ADW_COMBO_ROW (self->state_row));

  service = adw_combo_row_get_selected (ADW_COMBO_ROW (self->service_row));
  cap_set_string (&action->service, service == 0 ? NULL :
                  ((CapService *) g_ptr_array_index (self->framework->services, service - 1))->code);

  return action;
}
