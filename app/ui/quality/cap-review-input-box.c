/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-review-input-box.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "ui/widgets/cap-text-row.h"

/* What is written of an input, in the order of the rows. */
static const guint written[] = {
  CAP_REVIEW_INPUT_DECISION, CAP_REVIEW_INPUT_IRRELEVANT, CAP_REVIEW_INPUT_READING,
};

#define N_ROWS G_N_ELEMENTS (written)

/**
 * CapReviewInputBox:
 *
 * One input of a management review: what the dossier says of it and where, what
 * the previous review decided, and what is decided now. A field is saved when it
 * is left; once the review is finalised, what was written is read.
 */
struct _CapReviewInputBox
{
  GtkBox          parent_instance;

  CapRecordDesk  *desk;
  char           *review;      /* UUID */
  CapReviewInput  input;

  GtkLabel       *title;
  GtkLabel       *clause;
  GtkLabel       *reading;
  GtkBox         *places;
  GStrv           addresses;   /* those that the buttons open */
  GtkLabel       *before;
  GtkWidget      *group;
  GtkWidget      *rows[N_ROWS];
  GtkLabel       *decided;
};

G_DEFINE_FINAL_TYPE (CapReviewInputBox, cap_review_input_box, GTK_TYPE_BOX)

static const CapRecord *
get_review (CapReviewInputBox *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (cap_record_desk_get_workspace (self->desk));

  return dossier != NULL ? cap_dossier_find_record (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, self->review)
                         : NULL;
}

/* What is typed is of the input that was shown: it is put before another one comes. */
static void
finished_cb (CapReviewInputBox *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (cap_record_desk_get_workspace (self->desk));
  const CapRecord *review = self->review != NULL ? get_review (self) : NULL;
  g_autoptr(CapRecord) part = NULL;
  g_autoptr(CapRecord) latest = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (review == NULL || self->input == CAP_REVIEW_INPUT_NONE)
    return;

  part = cap_review_dup_input (dossier, review, self->input);
  latest = cap_record_desk_dup (self->desk, part->kind, part->id);
  if (latest != NULL)
    {
      cap_record_free (part);
      part = cap_record_copy (latest);
    }
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = cap_text_row_dup_text (CAP_TEXT_ROW (self->rows[i]));

      cap_record_set (part, written[i], text);
    }
  faults = latest != NULL ? cap_record_desk_put (self->desk, part) : cap_record_desk_add (self->desk, part);
}

static char *
dup_place (CapReviewInputBox *self,
           const char        *address)
{
  CapDossier *dossier = cap_workspace_get_dossier (cap_record_desk_get_workspace (self->desk));
  g_autofree char *target = NULL;
  g_autofree char *id = NULL;
  CapAddressKind kind;
  CapRegisterKind reg;
  const CapRecord *record;

  if (!cap_address_parse (address, &kind, &target))
    return g_strdup (address);

  if (kind == CAP_ADDRESS_REGISTER && cap_register_find (target) != NULL)
    return g_strdup (gettext (cap_register_find (target)->label));

  if (kind == CAP_ADDRESS_RECORD && cap_address_parse_record (target, &reg, &id))
    {
      record = cap_dossier_find_record (dossier, reg, id);
      return g_strdup (record != NULL ? cap_record_get_code (record) : "–");
    }

  if (kind == CAP_ADDRESS_REQUIREMENT)
    /* Translators: the number of a clause */
    return g_strdup_printf (_("Clause %s"), target);

  if (g_str_equal (target, "plan"))
    return g_strdup (_("Progress plan"));

  return g_strdup (g_str_equal (target, "photograph") ? _("Results") : _("Structure"));
}

static void
show_places (CapReviewInputBox *self,
             const GStrv        addresses)
{
  GtkWidget *child;

  if (self->addresses != NULL &&
      g_strv_equal ((const char * const *) self->addresses, (const char * const *) addresses))
    return;

  g_strfreev (self->addresses);
  self->addresses = g_strdupv (addresses);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->places))) != NULL)
    gtk_box_remove (self->places, child);
  for (guint i = 0; addresses[i] != NULL; i++)
    {
      g_autofree char *label = dup_place (self, addresses[i]);
      /* Translators: a place of the dossier: “Issues” */
      g_autofree char *name = g_strdup_printf (_("Open: %s"), label);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (button, "place-button");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journey.open");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", addresses[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_box_append (self->places, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->places), addresses[0] != NULL);
}

static const char *
get_text (const CapReviewItem *item,
          guint                field)
{
  return item != NULL && item->record != NULL ? cap_record_get (item->record, field) : NULL;
}

/* (nullable): what was decided, or why nothing was to be. */
static char *
dup_decided (const CapReviewItem *item)
{
  const char *decision = get_text (item, CAP_REVIEW_INPUT_DECISION);
  const char *irrelevant = get_text (item, CAP_REVIEW_INPUT_IRRELEVANT);
  g_autofree char *reason = NULL;

  if (irrelevant != NULL)
    /* Translators: why an input is irrelevant */
    reason = g_strdup_printf (_("Not applicable, because: %s"), irrelevant);
  if (decision != NULL && reason != NULL)
    return g_strdup_printf ("%s\n%s", decision, reason);

  return decision != NULL ? g_strdup (decision) : g_steal_pointer (&reason);
}

static void
show_before (CapReviewInputBox   *self,
             const CapReviewItem *before)
{
  g_autofree char *decided = dup_decided (before);
  g_autofree char *text = NULL;

  if (decided != NULL)
    /* Translators: what a review decided */
    text = g_strdup_printf (_("Last time: %s"), decided);
  gtk_label_set_text (self->before, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->before), text != NULL);
}

static void
cap_review_input_box_dispose (GObject *object)
{
  CapReviewInputBox *self = CAP_REVIEW_INPUT_BOX (object);

  g_clear_pointer (&self->review, g_free);
  g_clear_pointer (&self->addresses, g_strfreev);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (cap_review_input_box_parent_class)->dispose (object);
}

static void
cap_review_input_box_class_init (CapReviewInputBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_review_input_box_dispose;
}

static GtkLabel *
add_label (CapReviewInputBox *self,
           const char        *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (label));

  return label;
}

static void
add_rows (CapReviewInputBox *self)
{
  const char * const titles[N_ROWS] = {
    _("Decision"), _("Not applicable, because"),
    _("What we make of this reading (if something is to be added)"),
  };

  self->group = adw_preferences_group_new ();
  for (guint i = 0; i < N_ROWS; i++)
    {
      self->rows[i] = cap_text_row_new (titles[i]);
      g_signal_connect_object (self->rows[i], "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->rows[i]);
    }
  gtk_box_append (GTK_BOX (self), self->group);
}

static void
cap_review_input_box_init (CapReviewInputBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->input = CAP_REVIEW_INPUT_NONE;
  self->title = add_label (self, "title-3");
  self->clause = add_label (self, "caption");
  self->reading = add_label (self, NULL);
  gtk_label_set_selectable (self->reading, TRUE);
  self->places = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->places));
  self->before = add_label (self, "notice");
  add_rows (self);
  self->decided = add_label (self, "review-decided");
}

GtkWidget *
cap_review_input_box_new (CapRecordDesk *desk)
{
  CapReviewInputBox *self;

  g_return_val_if_fail (CAP_IS_RECORD_DESK (desk), NULL);

  self = g_object_new (CAP_TYPE_REVIEW_INPUT_BOX, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

static void
show_written (CapReviewInputBox   *self,
              const CapReviewItem *item,
              gboolean             editable)
{
  g_autofree char *decided = dup_decided (item);

  for (guint i = 0; i < N_ROWS; i++)
    cap_text_row_set_text (CAP_TEXT_ROW (self->rows[i]), get_text (item, written[i]));
  gtk_widget_set_visible (self->group, editable);
  gtk_label_set_text (self->decided, decided != NULL ? decided : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decided), !editable && decided != NULL);
}

void
cap_review_input_box_show (CapReviewInputBox   *self,
                           const CapRecord     *review,
                           const CapReviewItem *item,
                           const CapReviewItem *before)
{
  CapDossier *dossier;
  const gboolean known = item->input != CAP_REVIEW_INPUT_NONE;

  g_return_if_fail (CAP_IS_REVIEW_INPUT_BOX (self) && review != NULL && item != NULL);

  dossier = cap_workspace_get_dossier (cap_record_desk_get_workspace (self->desk));
  cap_set_string (&self->review, review->id);
  self->input = item->input;
  gtk_label_set_text (self->title, cap_review_item_get_title (item));
  gtk_label_set_text (self->clause, known ? cap_review_input_get_clause (item->input) : "");
  gtk_label_set_text (self->reading, item->reading->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->reading), item->reading->sentence[0] != '\0');
  show_places (self, item->reading->addresses);
  show_before (self, before);
  show_written (self, item, known && cap_record_desk_can_change (self->desk) &&
                            !cap_review_is_frozen (dossier, review));
}

/* To the decision: that is what a person comes for. */
void
cap_review_input_box_focus (CapReviewInputBox *self)
{
  g_return_if_fail (CAP_IS_REVIEW_INPUT_BOX (self));

  gtk_widget_child_focus (gtk_widget_get_visible (self->group) ? self->rows[0] : GTK_WIDGET (self),
                          GTK_DIR_TAB_FORWARD);
}
