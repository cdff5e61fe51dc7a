/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-commitment-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "quality/cap-commitment-figures.h"
#include "ui/records/cap-record-item.h"
#include "ui/widgets/cap-list-cells.h"
#include "ui/widgets/cap-list-leave.h"

#define CODE_WIDTH  104
#define DATE_WIDTH  92
#define STATE_WIDTH 150

/**
 * CapCommitmentList:
 *
 * The commitments by code, those that are asked for: a row opens its page. There can be thousands of
 * them: only the rows in sight are made, and only what changed is replaced.
 */
struct _CapCommitmentList
{
  GtkWidget   parent_instance;

  /* Owned */
  CapDossier *dossier; /* NULL until one is shown */
  char       *today;
  char       *text;    /* that is searched, in any case */
  GListStore *store;

  GtkWidget  *scrolled;

  int         type;
  int         state;
};

G_DEFINE_FINAL_TYPE (CapCommitmentList, cap_commitment_list, GTK_TYPE_WIDGET)

/* The cells of a row, in their order. */
enum { CELL_CODE, CELL_TYPE, CELL_SIGNED, CELL_REVIEW, CELL_STATE, N_CELLS };

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (row), cap_list_cell_new (CODE_WIDTH, "register-code"));
  gtk_box_append (GTK_BOX (row), cap_list_cell_new (0, NULL));
  gtk_box_append (GTK_BOX (row), cap_list_cell_new (DATE_WIDTH, "numeric"));
  gtk_box_append (GTK_BOX (row), cap_list_cell_new (DATE_WIDTH, "numeric"));
  gtk_box_append (GTK_BOX (row), cap_list_cell_new (STATE_WIDTH, "tag"));
  gtk_list_item_set_child (list_item, row);
}

static void
say_day (GtkWidget       *row,
         guint            cell,
         const CapRecord *commitment,
         guint            field)
{
  const char *iso = cap_record_get (commitment, field);
  g_autofree char *day = iso != NULL ? cap_date_format_short (iso) : NULL;

  cap_list_cells_say (row, cell, day);
}

static void
say_state (GtkWidget          *row,
           CapCommitmentState  state)
{
  GtkWidget *cell = cap_list_cells_get (row, CELL_STATE);

  gtk_label_set_text (GTK_LABEL (cell), cap_commitment_state_get_label (state));
  gtk_widget_remove_css_class (cell, "warning-tag");
  gtk_widget_remove_css_class (cell, "accent-tag");
  if (state == CAP_COMMITMENT_LATE)
    gtk_widget_add_css_class (cell, "warning-tag");
  else if (state == CAP_COMMITMENT_DUE)
    gtk_widget_add_css_class (cell, "accent-tag");
}

/* A screen reader speaks the name of the row that has the focus: the list item around. */
static void
name_row (GtkWidget          *row,
          const CapRecord    *commitment,
          CapCommitmentState  state)
{
  const char *type = cap_record_get_choice (commitment, CAP_COMMITMENT_TYPE);
  const char *due = cap_record_get (commitment, CAP_COMMITMENT_REVIEW);
  g_autofree char *day = due != NULL ? cap_date_format_long (due) : NULL;
  GString *name = g_string_new (cap_record_get_code (commitment));

  g_string_append_printf (name, ", %s, %s", type != NULL ? type : "–",
                          cap_commitment_state_get_label (state));
  if (day != NULL)
    /* Translators: %s is a day; it follows the code, the type and the state of a commitment */
    g_string_append_printf (name, _(", review planned on %s"), day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         CapCommitmentList        *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  const CapRecord *commitment = cap_record_item_get_record (gtk_list_item_get_item (list_item));
  const CapCommitmentState state = cap_commitment_get_state (commitment, self->today);

  cap_list_cells_say (row, CELL_CODE, cap_record_get_code (commitment));
  cap_list_cells_say (row, CELL_TYPE, cap_record_get_choice (commitment, CAP_COMMITMENT_TYPE));
  say_day (row, CELL_SIGNED, commitment, CAP_COMMITMENT_SIGNED);
  say_day (row, CELL_REVIEW, commitment,
           state == CAP_COMMITMENT_ENDED ? CAP_COMMITMENT_CLOSED : CAP_COMMITMENT_REVIEW);
  say_state (row, state);
  name_row (row, commitment, state);
}

static void
activated_cb (CapCommitmentList *self,
              guint              position)
{
  g_autoptr(CapRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  g_autofree char *address = cap_address_new_for_record (cap_record_item_get_record (item));

  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static gboolean
is_wanted (CapCommitmentList *self,
           const CapRecord   *commitment)
{
  g_autofree char *folded = NULL;

  if (self->type != CAP_COMMITMENT_ANY && cap_commitment_get_type (commitment) != self->type)
    return FALSE;
  if (self->state != CAP_COMMITMENT_ANY &&
      (int) cap_commitment_get_state (commitment, self->today) != self->state)
    return FALSE;
  if (self->text == NULL || *self->text == '\0')
    return TRUE;

  folded = g_utf8_casefold (cap_record_get_code (commitment), -1);

  return strstr (folded, self->text) != NULL;
}

/* The newest code first. */
static GPtrArray *
list_wanted (CapCommitmentList *self)
{
  const GPtrArray *commitments = self->dossier->registers[CAP_REGISTER_COMMITMENT];
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = commitments->len; i > 0; i--)
    {
      if (is_wanted (self, g_ptr_array_index (commitments, i - 1)))
        g_ptr_array_add (wanted, g_ptr_array_index (commitments, i - 1));
    }

  return wanted;
}

static void
update (CapCommitmentList *self)
{
  g_autoptr(GPtrArray) wanted = list_wanted (self);

  cap_record_items_update (self->store, wanted);
}

static void
cap_commitment_list_dispose (GObject *object)
{
  CapCommitmentList *self = CAP_COMMITMENT_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (cap_commitment_list_parent_class)->dispose (object);
}

static void
cap_commitment_list_class_init (CapCommitmentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_commitment_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_head (CapCommitmentList *self)
{
  const char * const titles[N_CELLS] = {
    [CELL_CODE] = _("Code"),
    [CELL_TYPE] = _("Type"),
    [CELL_SIGNED] = _("Signed on"),
    [CELL_REVIEW] = C_("commitments", "Review or end"),
    [CELL_STATE] = _("State"),
  };
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (head, "commitment-head");
  gtk_box_append (GTK_BOX (head), cap_list_cell_new (CODE_WIDTH, "caption-heading"));
  gtk_box_append (GTK_BOX (head), cap_list_cell_new (0, "caption-heading"));
  gtk_box_append (GTK_BOX (head), cap_list_cell_new (DATE_WIDTH, "caption-heading"));
  gtk_box_append (GTK_BOX (head), cap_list_cell_new (DATE_WIDTH, "caption-heading"));
  gtk_box_append (GTK_BOX (head), cap_list_cell_new (STATE_WIDTH, "caption-heading"));
  for (guint i = 0; i < N_CELLS; i++)
    cap_list_cells_say (head, i, titles[i]);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
}

static void
add_key (GtkEventController *keys,
         guint               key,
         GdkModifierType     modifiers,
         GtkDirectionType    direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (cap_list_leave, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
add_list (CapCommitmentList *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), NULL);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (list), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "commitment-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reciprocal commitments"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), list);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

static void
cap_commitment_list_init (CapCommitmentList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->type = CAP_COMMITMENT_ANY;
  self->state = CAP_COMMITMENT_ANY;
  self->store = g_list_store_new (CAP_TYPE_RECORD_ITEM);
  add_head (self);
  add_list (self);
}

void
cap_commitment_list_show (CapCommitmentList *self,
                          CapDossier        *dossier,
                          const char        *today)
{
  g_return_if_fail (CAP_IS_COMMITMENT_LIST (self) && dossier != NULL && today != NULL);

  cap_dossier_ref (dossier);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  self->dossier = dossier;
  cap_set_string (&self->today, today);
  update (self);
}

/**
 * cap_commitment_list_filter:
 * @type: the place of a type, or %CAP_COMMITMENT_ANY
 * @state: a #CapCommitmentState, or %CAP_COMMITMENT_ANY
 * @text: what the code must hold
 */
void
cap_commitment_list_filter (CapCommitmentList *self,
                            int                type,
                            int                state,
                            const char        *text)
{
  g_return_if_fail (CAP_IS_COMMITMENT_LIST (self) && text != NULL);

  self->type = type;
  self->state = state;
  g_free (self->text);
  self->text = g_utf8_casefold (text, -1);
  if (self->dossier != NULL)
    update (self);
}

guint
cap_commitment_list_get_n_shown (CapCommitmentList *self)
{
  g_return_val_if_fail (CAP_IS_COMMITMENT_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}
