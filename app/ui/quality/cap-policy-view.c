/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-policy-view.h"

#include <glib/gi18n.h>

#include "plan/cap-indicator-rules.h"
#include "quality/cap-address.h"
#include "ui/records/cap-record-desk.h"
#include "ui/quality/cap-statement-card.h"
#include "ui/widgets/cap-message-bar.h"

/* The cards, in their order. */
enum
{
  CARD_POLICY, CARD_SCOPE, CARD_CLIMATE, CARD_PRESENTATION, N_CARDS,
};

static const struct
{
  const char *kind;
  const char *help;
} cards[N_CARDS] = {
  [CARD_POLICY] =
    { "policy", N_("What the structure commits itself to, in words that everyone reads.") },
  [CARD_SCOPE] =
    { "scope", N_("Which activities, which sites; what does not apply is said below.") },
  [CARD_CLIMATE] =
    { "climate", N_("Is it a relevant issue? Both answers hold, once they are examined and written.") },
  [CARD_PRESENTATION] =
    { "presentation", N_("Who the structure is, for whoever opens its dossier.") },
};

/**
 * CapPolicyView:
 *
 * What the structure says of itself, in four cards; the objectives go with the
 * policy, and what does not apply with the scope.
 */
struct _CapPolicyView
{
  GtkWidget            parent_instance;

  CapWorkspace        *workspace;
  CapRecordDesk       *desk;
  GPtrArray           *rows;         /* (element-type GtkWidget): of goals and exclusions, borrowed */
  GtkWidget           *cards[N_CARDS];
  AdwPreferencesGroup *goals;
  AdwPreferencesGroup *exclusions;

  CapMessageBar       *message;
  GtkBox              *box;
};

G_DEFINE_FINAL_TYPE (CapPolicyView, cap_policy_view, GTK_TYPE_WIDGET)

/* The name of a row is the address that it opens. */
static void
row_activated_cb (CapPolicyView *self,
                  GtkWidget     *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", gtk_widget_get_name (row));
}

static void
add_row (CapPolicyView       *self,
         AdwPreferencesGroup *group,
         const CapRecord     *record,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *address = cap_address_new_for_record (record);
  g_autofree char *title = g_strdup_printf ("%s · %s", cap_record_get_code (record),
                                            cap_record_get_title (record));

  gtk_widget_set_name (row, address);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
count_actions (const CapDossier *dossier,
               const CapRecord  *goal,
               guint            *total,
               guint            *open)
{
  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);

      for (guint j = 0; j < action->origins->len; j++)
        {
          const CapActionOrigin *origin = g_ptr_array_index (action->origins, j);

          if (origin->kind != CAP_ORIGIN_GOAL ||
              g_ascii_strcasecmp (origin->code, cap_record_get_code (goal)) != 0)
            continue;

          *total += 1;
          *open += cap_action_is_open (action);
        }
    }
}

static void
append_indicators (GString          *text,
                   const CapDossier *dossier,
                   const CapRecord  *goal)
{
  g_auto(GStrv) codes = cap_record_dup_codes (goal, CAP_GOAL_INDICATORS);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const CapIndicator *indicator = cap_dossier_find_indicator_by_code (dossier, codes[i]);

      if (indicator != NULL)
        g_string_append_printf (text, " · %s, %s", indicator->code,
                                cap_indicator_status_get_label (cap_indicator_get_status (indicator)));
    }
  if (codes[0] == NULL)
    g_string_append_printf (text, " · %s", _("no indicator"));
}

/* Its state, that of its indicators, its actions. */
static char *
dup_goal_summary (const CapDossier *dossier,
                  const CapRecord  *goal)
{
  const char *state = cap_record_get_choice (goal, CAP_GOAL_STATE);
  g_autoptr(GString) text = g_string_new (state != NULL ? state : "–");
  guint total = 0;
  guint open = 0;

  append_indicators (text, dossier, goal);
  count_actions (dossier, goal, &total, &open);
  if (total == 0)
    g_string_append_printf (text, " · %s", _("no action"));
  else
    {
      g_string_append (text, " · ");
      /* Translators: a number of actions, how many of them are open */
      g_string_append_printf (text, ngettext ("%1$u action (open: %2$u)", "%1$u actions (open: %2$u)", total),
                              total, open);
    }

  return g_strdup (text->str);
}

static void
show_lists (CapPolicyView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const GPtrArray *goals = dossier->registers[CAP_REGISTER_GOAL];
  const GPtrArray *exclusions = dossier->registers[CAP_REGISTER_EXCLUSION];

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < goals->len; i++)
    {
      g_autofree char *summary = dup_goal_summary (dossier, g_ptr_array_index (goals, i));

      add_row (self, self->goals, g_ptr_array_index (goals, i), summary);
    }
  for (guint i = 0; i < exclusions->len; i++)
    add_row (self, self->exclusions, g_ptr_array_index (exclusions, i), NULL);

  adw_preferences_group_set_description (self->goals, goals->len > 0 ? NULL
                                         : gettext (cap_register_get (CAP_REGISTER_GOAL)->empty));
  adw_preferences_group_set_description (self->exclusions, exclusions->len > 0 ? NULL
                                         : gettext (cap_register_get (CAP_REGISTER_EXCLUSION)->empty));
}

static void
update (CapPolicyView *self)
{
  if (cap_workspace_get_dossier (self->workspace) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < N_CARDS; i++)
    cap_statement_card_show (CAP_STATEMENT_CARD (self->cards[i]));
  show_lists (self);
}

static void
failed_cb (CapPolicyView *self,
           const char    *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
cap_policy_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_policy_view_parent_class)->map (widget);
  update (CAP_POLICY_VIEW (widget));
}

static void
cap_policy_view_dispose (GObject *object)
{
  CapPolicyView *self = CAP_POLICY_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_policy_view_parent_class)->dispose (object);
}

static void
cap_policy_view_class_init (CapPolicyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_policy_view_dispose;
  widget_class->map = cap_policy_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-policy-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPolicyView, message);
  gtk_widget_class_bind_template_child (widget_class, CapPolicyView, box);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_policy_view_init (CapPolicyView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A register of its own, with a button that opens it whole. */
static AdwPreferencesGroup *
add_list (CapPolicyView   *self,
          CapRegisterKind  kind)
{
  const CapRegister *reg = cap_register_get (kind);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *button = gtk_button_new_with_label (_("Open"));
  g_autofree char *address = cap_address_new (CAP_ADDRESS_REGISTER, reg->name);
  /* Translators: a place of the dossier: “Issues” */
  g_autofree char *name = g_strdup_printf (_("Open: %s"), gettext (reg->label));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journey.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_set_title (group, gettext (reg->label));
  adw_preferences_group_set_header_suffix (group, button);
  gtk_box_append (self->box, GTK_WIDGET (group));

  return group;
}

static void
add_card (CapPolicyView *self,
          guint          index)
{
  self->cards[index] = cap_statement_card_new (self->desk, cards[index].kind, gettext (cards[index].help));
  gtk_box_append (self->box, self->cards[index]);
}

/**
 * cap_policy_view_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_policy_view_new (CapWorkspace *workspace)
{
  CapPolicyView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_POLICY_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  add_card (self, CARD_POLICY);
  self->goals = add_list (self, CAP_REGISTER_GOAL);
  add_card (self, CARD_SCOPE);
  self->exclusions = add_list (self, CAP_REGISTER_EXCLUSION);
  add_card (self, CARD_CLIMATE);
  add_card (self, CARD_PRESENTATION);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
