/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-journey.h"

#include <glib/gi18n.h>

#include "ui/audit/cap-audits-page.h"
#include "ui/documents/cap-documents-page.h"
#include "ui/evaluation/cap-evaluation-page.h"
#include "ui/member/cap-member-page.h"
#include "ui/photograph/cap-photograph-page.h"
#include "ui/plan/cap-plan-page.h"
#include "ui/quality/cap-quality-page.h"
#include "ui/shell/cap-file-message.h"
#include "ui/widgets/cap-message-bar.h"
#include "workspace/cap-workspace-vault.h"

#define AUDITS     "audits"
#define DOCUMENTS  "documents"
#define EVALUATION "evaluation"
#define PLAN       "plan"
#define QUALITY    "quality"

/**
 * CapJourney:
 *
 * The open dossier: the steps of the journey on the side, the step in course,
 * and what there is to say about the file. A page is made when it is first
 * shown.
 */
struct _CapJourney
{
  GtkWidget       parent_instance;

  CapWorkspace   *workspace;

  /* Template children */
  AdwFlap        *flap;
  AdwWindowTitle *side_title;
  GtkListBox     *list;
  AdwWindowTitle *title;
  GtkButton      *undo_button;
  GtkButton      *redo_button;
  GtkBox         *save_box;
  GtkImage       *save_icon;
  GtkLabel       *save_label;
  CapMessageBar  *save_message;
  CapMessageBar  *file_message;
  GtkStack       *stack;
};

G_DEFINE_FINAL_TYPE (CapJourney, cap_journey, GTK_TYPE_WIDGET)

#define STEP_AUDITS 5

/* The steps, in the order of the sidebar. */
static const struct
{
  const char  *name;
  const char  *title;
  const char  *icon;
  GtkWidget *(*create) (CapWorkspace *workspace);
} steps[] = {
  { "member", N_("Structure"), "avatar-default-symbolic", cap_member_page_new },
  { EVALUATION, N_("Evaluate"), "document-edit-symbolic", cap_evaluation_page_new },
  { "photograph", N_("Results"), "camera-photo-symbolic", cap_photograph_page_new },
  { PLAN, N_("Progress plan"), "view-list-bullet-symbolic", cap_plan_page_new },
  { QUALITY, N_("CEDRE"), "emblem-default-symbolic", cap_quality_page_new },
  [STEP_AUDITS] = { AUDITS, N_("Audits"), "edit-find-symbolic", cap_audits_page_new },
  { DOCUMENTS, N_("Print"), "document-print-symbolic", cap_documents_page_new },
};

static const char *
get_shown_name (CapJourney *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  return name != NULL ? name : "";
}

static GtkWidget *
new_row (guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", steps[index].icon,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);
  GtkWidget *label = gtk_label_new (gettext (steps[index].title));
  g_autofree char *tooltip = NULL;

  /* Translators: the keys that show a page */
  tooltip = g_strdup_printf (_("Alt+%u"), index + 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gettext (steps[index].title), -1);

  return row;
}

static void
fill_list (CapJourney *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_list_box_append (self->list, new_row (i));
}

/* Made when it is first asked for. */
static GtkWidget *
get_page (CapJourney *self,
          guint       index)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, steps[index].name);

  if (page == NULL)
    {
      page = steps[index].create (self->workspace);
      gtk_stack_add_named (self->stack, page, steps[index].name);
    }

  return page;
}

static void
show_step (CapJourney *self,
           guint       index)
{
  gtk_stack_set_visible_child (self->stack, get_page (self, index));
  adw_window_title_set_title (self->title, gettext (steps[index].title));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) index));
}

/* A page may have chosen by itself where to start. */
static void
enter_page (CapJourney *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* The name of the structure is in one of the two titles, whatever is shown. */
static void
update_titles (CapJourney *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  gboolean aside = adw_flap_get_reveal_flap (self->flap) && !adw_flap_get_folded (self->flap);

  if (dossier == NULL)
    return;

  adw_window_title_set_title (self->side_title, dossier->member->name);
  adw_window_title_set_subtitle (self->title, aside ? "" : dossier->member->name);
}

static void
update_undo (CapJourney *self,
             CapDossier *dossier)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  /* Translators: the name of a gesture */
  undo = dossier->undo_label != NULL ? g_strdup_printf (_("Undo: %s"),
                                                        dossier->undo_label) : g_strdup (_("Undo"));
  /* Translators: the name of a gesture */
  redo = dossier->redo_label != NULL ? g_strdup_printf (_("Redo: %s"),
                                                        dossier->redo_label) : g_strdup (_("Redo"));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button), undo);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->redo_button), redo);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, undo,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, redo,
                                  -1);
}

static void
update_dossier (CapJourney *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  if (dossier == NULL)
    return;

  update_undo (self, dossier);
  update_titles (self);
}

static void
update_save_message (CapJourney   *self,
                     CapSaveState  state)
{
  const char *why = cap_workspace_get_save_error (self->workspace);

  if (state == CAP_SAVE_FAILED)
    {
      cap_message_bar_show (self->save_message, CAP_MESSAGE_ERROR,
                            why != NULL ? why : _("The file cannot be written."));
      cap_message_bar_add_action (self->save_message, _("Try Again"), "win.save");
    }
  else if (state == CAP_SAVE_CONFLICT)
    {
      cap_message_bar_show (self->save_message, CAP_MESSAGE_ERROR,
                            _("The file was changed by someone else while you were working. "
                              "Your answers are safe: which version do you want to keep?"));
      cap_message_bar_add_action (self->save_message, _("Merge…"), "win.merge-file");
      cap_message_bar_add_action (self->save_message, _("Keep Both"), "win.keep-both");
      cap_message_bar_add_action (self->save_message, _("Replace with Mine"), "win.replace-file");
    }
  else
    cap_message_bar_hide (self->save_message);
}

static void
update_save_state (CapJourney *self)
{
  static const struct
  {
    const char *icon;
    const char *text;
  } states[] = {
    [CAP_SAVE_CLEAN] = { "object-select-symbolic", N_("Saved") },
    [CAP_SAVE_PENDING] = { "emblem-synchronizing-symbolic", N_("Saving…") },
    [CAP_SAVE_CONFLICT] = { "dialog-warning-symbolic", N_("To settle") },
    [CAP_SAVE_FAILED] = { "dialog-warning-symbolic", N_("Not saved") },
  };
  CapSaveState state = cap_workspace_get_save_state (self->workspace);
  gboolean read_only = cap_workspace_get_read_only (self->workspace);
  gboolean encrypted = cap_workspace_is_encrypted (self->workspace);
  const char *icon = encrypted && state == CAP_SAVE_CLEAN ? "channel-secure-symbolic" : states[state].icon;
  const char *text = encrypted && state == CAP_SAVE_CLEAN ? _("Saved, encrypted")
                                                          : gettext (states[state].text);

  gtk_image_set_from_icon_name (self->save_icon, read_only ? "changes-prevent-symbolic" : icon);
  gtk_label_set_text (self->save_label, read_only ? _("Read only") : text);
  update_save_message (self, state);
}

/**
 * cap_journey_show_sibling:
 * @path: (nullable): of another copy of the dossier beside it; %NULL when there is none any more
 */
void
cap_journey_show_sibling (CapJourney *self,
                          const char *path)
{
  g_return_if_fail (CAP_IS_JOURNEY (self));

  cap_file_message_show_sibling (self->file_message, path);
}

static void
row_selected_cb (CapJourney    *self,
                 GtkListBoxRow *row)
{
  guint index;

  if (row == NULL)
    return;

  index = (guint) gtk_list_box_row_get_index (row);
  if (!g_str_equal (get_shown_name (self), steps[index].name))
    show_step (self, index);
}

static void
row_activated_cb (CapJourney *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);

  enter_page (self);
}

/* Arrows go from step to step and show them; Tab leaves the list, or it would
 * change the page on its way through. */
static gboolean
list_key_cb (CapJourney *self,
             guint       keyval)
{
  GtkDirectionType direction = keyval == GDK_KEY_ISO_Left_Tab ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;

  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (adw_flap_get_content (self->flap), direction);
}

static void
open_action (CapJourney *self,
             const char *target)
{
  cap_journey_show_page (self, PLAN);
  gtk_widget_activate_action (gtk_stack_get_visible_child (self->stack), "plan.show-action", "u",
                              (guint) g_ascii_strtoull (target, NULL, 10));
}

/* The page of the audits is made to know what it has: it is cheap until its sections are looked at. */
static void
open_in_registers (CapJourney     *self,
                   CapAddressKind  kind,
                   const char     *target)
{
  GtkWidget *page = get_page (self, STEP_AUDITS);

  if (cap_sections_page_has (CAP_SECTIONS_PAGE (page), kind, target))
    {
      cap_journey_show_page (self, AUDITS);
      cap_sections_page_open (CAP_SECTIONS_PAGE (page), kind, target);
      return;
    }

  cap_journey_show_page (self, QUALITY);
  cap_quality_page_open (CAP_QUALITY_PAGE (gtk_stack_get_visible_child (self->stack)), kind, target);
}

/* A kind of document, and the code of the record that it is about, or "". */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapJourney *self = CAP_JOURNEY (widget);

  cap_journey_show_page (self, DOCUMENTS);
  gtk_widget_activate_action_variant (gtk_stack_get_visible_child (self->stack), "documents.show", parameter);
}

/* Opens an address: where something was found is where it is mended. */
static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapJourney *self = CAP_JOURNEY (widget);
  g_autofree char *target = NULL;
  CapAddressKind kind;

  if (!cap_address_parse (g_variant_get_string (parameter, NULL), &kind, &target))
    return;

  if (kind == CAP_ADDRESS_CRITERION)
    {
      cap_journey_show_criterion (self, target);
    }
  else if (kind == CAP_ADDRESS_ACTION)
    {
      open_action (self, target);
    }
  else if (kind == CAP_ADDRESS_INDICATOR)
    {
      cap_journey_show_page (self, PLAN);
      gtk_widget_activate_action (gtk_stack_get_visible_child (self->stack), "plan.show", "s", "indicators");
    }
  else if (kind == CAP_ADDRESS_PAGE)
    {
      cap_journey_show_page (self, target);
    }
  else
    {
      open_in_registers (self, kind, target);
    }
}

static void
cap_journey_dispose (GObject *object)
{
  CapJourney *self = CAP_JOURNEY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_journey_parent_class)->dispose (object);
}

static void
cap_journey_class_init (CapJourneyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_journey_dispose;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-journey.ui");
  gtk_widget_class_bind_template_child (widget_class, CapJourney, flap);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, side_title);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, list);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, title);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, redo_button);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, save_box);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, save_icon);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, save_label);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, save_message);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, file_message);
  gtk_widget_class_bind_template_child (widget_class, CapJourney, stack);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_titles);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "journey.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "journey.print", "(ss)", print_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_journey_init (CapJourney *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_list (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/**
 * cap_journey_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): a journey through that dossier
 */
GtkWidget *
cap_journey_new (CapWorkspace *workspace)
{
  CapJourney *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_JOURNEY, NULL);
  self->workspace = g_object_ref (workspace);

  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update_dossier), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::save-state", G_CALLBACK (update_save_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::save-error", G_CALLBACK (update_save_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::encrypted", G_CALLBACK (update_save_state), self,
                           G_CONNECT_SWAPPED);
  update_dossier (self);
  update_save_state (self);
  cap_file_message_show (self->file_message, self->workspace);

  return GTK_WIDGET (self);
}

const CapCriterion *
cap_journey_get_criterion (CapJourney *self)
{
  GtkWidget *page;

  g_return_val_if_fail (CAP_IS_JOURNEY (self), NULL);

  page = gtk_stack_get_visible_child (self->stack);
  if (!CAP_IS_EVALUATION_PAGE (page))
    return NULL;

  return cap_evaluation_page_get_criterion (CAP_EVALUATION_PAGE (page));
}

/**
 * cap_journey_show_page:
 * @name: of a step
 *
 * Shows a step of the journey and goes into it.
 */
void
cap_journey_show_page (CapJourney *self,
                       const char *name)
{
  g_return_if_fail (CAP_IS_JOURNEY (self) && name != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].name, name))
      cap_journey_show_nth_page (self, i);
}

void
cap_journey_show_nth_page (CapJourney *self,
                           guint       index)
{
  g_return_if_fail (CAP_IS_JOURNEY (self));

  if (index >= G_N_ELEMENTS (steps))
    return;

  show_step (self, index);
  enter_page (self);
}

/**
 * cap_journey_show_criterion:
 * @code: of a criterion
 *
 * Goes to the question about a criterion.
 */
void
cap_journey_show_criterion (CapJourney *self,
                            const char *code)
{
  g_return_if_fail (CAP_IS_JOURNEY (self) && code != NULL);

  cap_journey_show_page (self, EVALUATION);
  cap_evaluation_page_show_criterion (CAP_EVALUATION_PAGE (gtk_stack_get_child_by_name (self->stack,
                                                                                        EVALUATION)),
                                      code);
}

void
cap_journey_toggle_sidebar (CapJourney *self)
{
  g_return_if_fail (CAP_IS_JOURNEY (self));

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

/**
 * cap_journey_flush:
 *
 * Makes gestures of what is still being typed: before saving or closing.
 */
void
cap_journey_flush (CapJourney *self)
{
  GtkWidget *evaluation;

  g_return_if_fail (CAP_IS_JOURNEY (self));

  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);

  evaluation = gtk_stack_get_child_by_name (self->stack, EVALUATION);
  if (evaluation != NULL)
    cap_evaluation_page_flush (CAP_EVALUATION_PAGE (evaluation));
}
