/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-finding-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-finding-text.h"
#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "ui/records/cap-record-item.h"
#include "ui/widgets/cap-list-cells.h"
#include "ui/widgets/cap-list-leave.h"

#define CODE_WIDTH  72
#define GRADE_WIDTH 72
#define STATE_WIDTH 130

/**
 * CapFindingList:
 *
 * The findings that are asked for: a row opens its page. There can be thousands of them: only the rows in
 * sight are made, and only what changed is replaced.
 */
struct _CapFindingList
{
  GtkWidget         parent_instance;

  /* Owned */
  CapDossier       *dossier;   /* NULL until one is shown */
  CapCatalogue     *catalogue;
  char             *today;
  char             *text;      /* that is searched, folded */
  GListStore       *store;

  GtkWidget        *scrolled;
  CapFindingFilter  filter;
};

G_DEFINE_FINAL_TYPE (CapFindingList, cap_finding_list, GTK_TYPE_WIDGET)

/* The cells of a row, in their order. */
enum { CELL_CODE, CELL_GRADE, CELL_FACT, CELL_STATE };

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (row), cap_list_cell_new (CODE_WIDTH, "register-code"));
  gtk_box_append (GTK_BOX (row), cap_list_cell_new (GRADE_WIDTH, "tag"));
  gtk_box_append (GTK_BOX (row), cap_list_cell_new (0, NULL));
  gtk_box_append (GTK_BOX (row), cap_list_cell_new (STATE_WIDTH, "tag"));
  gtk_list_item_set_child (list_item, row);
}

/* In words: the state, or what cannot wait. */
static const char *
get_standing (CapFindingState   state,
              CapFindingUrgency urgency)
{
  if (urgency == CAP_URGENCY_CHECK_DUE)
    return _("Check due");
  if (urgency >= CAP_URGENCY_LATE)
    return _("Late");

  return cap_finding_state_get_label (state);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         CapFindingList           *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  const CapRecord *finding = cap_record_item_get_record (gtk_list_item_get_item (list_item));
  const CapFindingState state = cap_finding_get_state (finding);
  const CapFindingUrgency urgency = cap_finding_get_urgency (finding, self->dossier, self->catalogue,
                                                             self->today);
  const CapGrade *grade = cap_finding_find_grade (finding, self->dossier, self->catalogue);
  const char *sigla = grade != NULL ? cap_grade_get_code (grade) : "–";
  const char *fact = cap_record_get (finding, CAP_FINDING_FACT);
  GtkWidget *standing = cap_list_cells_get (row, CELL_STATE);
  g_autofree char *name = NULL;

  cap_list_cells_say (row, CELL_CODE, cap_record_get_code (finding));
  cap_list_cells_say (row, CELL_GRADE, sigla);
  cap_list_cells_say (row, CELL_FACT, fact);
  gtk_label_set_text (GTK_LABEL (standing), get_standing (state, urgency));
  gtk_widget_remove_css_class (standing, "warning-tag");
  gtk_widget_remove_css_class (standing, "accent-tag");
  if (urgency != CAP_URGENCY_NONE)
    gtk_widget_add_css_class (standing, "warning-tag");
  else if (state == CAP_FINDING_SETTLED)
    gtk_widget_add_css_class (standing, "accent-tag");

  /* A screen reader speaks the name of the row that has the focus: the list item around. */
  name = g_strdup_printf ("%s, %s, %s, %s", cap_record_get_code (finding),
                          grade != NULL ? cap_grade_get_label (grade) : "–", get_standing (state, urgency),
                          fact != NULL ? fact : "–");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
activated_cb (CapFindingList *self,
              guint           position)
{
  g_autoptr(CapRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  g_autofree char *address = cap_address_new_for_record (cap_record_item_get_record (item));

  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

static gboolean
passes (CapFindingList  *self,
        const CapRecord *finding)
{
  switch (self->filter)
    {
    case CAP_FINDINGS_OPEN:
      return cap_finding_get_state (finding) != CAP_FINDING_SETTLED;

    case CAP_FINDINGS_SETTLED:
      return cap_finding_get_state (finding) == CAP_FINDING_SETTLED;

    case CAP_FINDINGS_URGENT:
      return cap_finding_get_urgency (finding, self->dossier, self->catalogue, self->today) !=
             CAP_URGENCY_NONE;

    case CAP_FINDINGS_ALL:
    default:
      return TRUE;
    }
}

static gboolean
matches (CapFindingList  *self,
         const CapRecord *finding)
{
  const char *requirements = cap_record_get (finding, CAP_FINDING_REQUIREMENTS);
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (self->text == NULL || *self->text == '\0')
    return TRUE;

  text = g_strdup_printf ("%s %s %s", cap_record_get_code (finding),
                          cap_record_get (finding, CAP_FINDING_FACT),
                          requirements != NULL ? requirements : "");
  folded = cap_text_fold (text);

  return strstr (folded, self->text) != NULL;
}

/* The last one first. */
static void
update (CapFindingList *self)
{
  const GPtrArray *findings = self->dossier->registers[CAP_REGISTER_FINDING];
  g_autoptr(GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = findings->len; i > 0; i--)
    {
      CapRecord *finding = g_ptr_array_index (findings, i - 1);

      if (matches (self, finding) && passes (self, finding))
        g_ptr_array_add (wanted, finding);
    }
  cap_record_items_update (self->store, wanted);
}

static void
cap_finding_list_dispose (GObject *object)
{
  CapFindingList *self = CAP_FINDING_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (cap_finding_list_parent_class)->dispose (object);
}

static void
cap_finding_list_class_init (CapFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_finding_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
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
cap_finding_list_init (CapFindingList *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkNoSelection *selection;
  GtkWidget *list;

  self->store = g_list_store_new (CAP_TYPE_RECORD_ITEM);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (list), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "commitment-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings"), -1);
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

void
cap_finding_list_show (CapFindingList *self,
                       CapDossier     *dossier,
                       CapCatalogue   *catalogue,
                       const char     *today)
{
  g_return_if_fail (CAP_IS_FINDING_LIST (self) && dossier != NULL && catalogue != NULL && today != NULL);

  cap_dossier_ref (dossier);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  self->dossier = dossier;
  cap_catalogue_ref (catalogue);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  self->catalogue = catalogue;
  cap_set_string (&self->today, today);
  update (self);
}

/**
 * cap_finding_list_filter:
 * @text: what the code, the facts or the clauses must hold
 */
void
cap_finding_list_filter (CapFindingList   *self,
                         CapFindingFilter  filter,
                         const char       *text)
{
  g_return_if_fail (CAP_IS_FINDING_LIST (self) && text != NULL);

  self->filter = filter;
  g_free (self->text);
  self->text = cap_text_fold (text);
  if (self->dossier != NULL)
    update (self);
}

guint
cap_finding_list_get_n_shown (CapFindingList *self)
{
  g_return_val_if_fail (CAP_IS_FINDING_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}
