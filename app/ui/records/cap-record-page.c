/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-record-page.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-record-rules.h"
#include "ui/records/cap-commitment-steps.h"
#include "ui/records/cap-record-actions.h"
#include "ui/records/cap-record-desk.h"
#include "ui/records/cap-record-fields.h"
#include "ui/records/cap-record-parts.h"
#include "ui/records/cap-record-view.h"
#include "ui/widgets/cap-evidence-box.h"
#include "ui/widgets/cap-history-button.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-reflow.h"

#define COLUMN_WIDTH 340

/**
 * CapRecordPage:
 *
 * One line of a register: its fields in two columns where there is room, the
 * lines that belong to it, the actions that come from it. Each field is saved
 * when it is left.
 */
struct _CapRecordPage
{
  GtkWidget          parent_instance;

  CapWorkspace      *workspace;
  CapRecordDesk     *desk;
  const CapRegister *reg;
  char              *id;
  CapRecord         *shown;
  CapRecordFields   *fields;
  GPtrArray         *parts;     /* (element-type GtkWidget): borrowed */
  gboolean           frozen;

  CapMessageBar     *message;
  GtkLabel          *title;
  GtkButton         *history;
  GtkScrolledWindow *scrolled;
  GtkWidget         *box;
  GtkWidget         *steps;     /* (nullable) */
  GtkWidget         *actions;   /* (nullable) */
  GtkWidget         *evidence;
  GtkWidget         *remove;
};

static void cap_record_page_view_init (CapRecordViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CapRecordPage, cap_record_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CAP_TYPE_RECORD_VIEW, cap_record_page_view_init))

static void
finished_cb (CapRecordPage *self)
{
  g_autoptr(CapRecord) record = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  record = self->id != NULL ? cap_record_desk_dup (self->desk, self->reg->kind, self->id) : NULL;
  if (record == NULL)
    return;

  cap_record_fields_fill (self->fields, record);
  faults = cap_record_desk_put (self->desk, record);
  cap_record_fields_show_faults (self->fields, faults);
}

static void
show_title (CapRecordPage   *self,
            const CapRecord *record)
{
  const char *code = cap_record_get_code (record);
  g_autofree char *title = NULL;

  title = *code != '\0' ? g_strdup_printf ("%s · %s", gettext (self->reg->one), code)
                        : g_strdup (gettext (self->reg->one));
  gtk_label_set_text (self->title, title);
}

/* The end of a commitment in course is a gesture of its own; once it is over, its fields can be mended. */
static void
show_steps (CapRecordPage   *self,
            const CapRecord *record)
{
  const gboolean over = cap_record_get (record, CAP_COMMITMENT_CLOSED) != NULL;

  cap_commitment_steps_show (CAP_COMMITMENT_STEPS (self->steps), record);
  gtk_widget_set_visible (cap_record_fields_get_row (self->fields, CAP_COMMITMENT_CLOSED), over);
  gtk_widget_set_visible (cap_record_fields_get_row (self->fields, CAP_COMMITMENT_OUTCOME), over);
}

/* What is closed is only read, and says why. */
static void
show_frozen (CapRecordPage    *self,
             const CapRecord  *record,
             const CapDossier *dossier)
{
  const char *frozen = cap_record_get_frozen (record, dossier);
  const gboolean editable = frozen == NULL && cap_record_desk_can_change (self->desk);

  gtk_widget_set_sensitive (self->box, editable);
  gtk_widget_set_visible (self->remove, editable);
  if (frozen != NULL)
    cap_message_bar_show (self->message, CAP_MESSAGE_INFO, frozen);
  else if (self->frozen)
    cap_message_bar_hide (self->message);
  self->frozen = frozen != NULL;
}

static void
update (CapRecordPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapRecord *record = NULL;

  if (dossier == NULL || self->id == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  record = cap_dossier_find_record (dossier, self->reg->kind, self->id);
  if (record == NULL)
    {
      g_clear_pointer (&self->id, g_free);
      cap_record_view_closed (CAP_RECORD_VIEW (self));
      return;
    }

  show_title (self, record);
  cap_history_button_set (self->history, record->id, gtk_label_get_text (self->title));
  cap_record_fields_show (self->fields, record, self->shown);
  for (guint i = 0; i < self->parts->len; i++)
    cap_record_parts_show (g_ptr_array_index (self->parts, i), record->id);
  if (self->steps != NULL)
    show_steps (self, record);
  if (self->actions != NULL)
    cap_record_actions_show (CAP_RECORD_ACTIONS (self->actions), record);
  cap_evidence_box_set_place (CAP_EVIDENCE_BOX (self->evidence), CAP_PLACE_RECORD, record->id);
  show_frozen (self, record, dossier);

  g_clear_pointer (&self->shown, cap_record_free);
  self->shown = cap_record_copy (record);
}

static void
failed_cb (CapRecordPage *self,
           const char    *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
remove_cb (CapRecordPage *self)
{
  if (self->id != NULL)
    cap_record_desk_remove (self->desk, self->reg->kind, self->id);
}

static void
cap_record_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_record_page_parent_class)->map (widget);
  update (CAP_RECORD_PAGE (widget));
}

static void
cap_record_page_show (CapRecordView *view,
                      const char    *id)
{
  CapRecordPage *self = CAP_RECORD_PAGE (view);

  if (cap_set_string (&self->id, id))
    {
      g_clear_pointer (&self->shown, cap_record_free);
      cap_record_fields_show_faults (self->fields, NULL);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
    }
  update (self);
}

static void
cap_record_page_view_init (CapRecordViewInterface *iface)
{
  iface->show = cap_record_page_show;
}

static void
cap_record_page_dispose (GObject *object)
{
  CapRecordPage *self = CAP_RECORD_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->shown, cap_record_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->fields);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_record_page_parent_class)->dispose (object);
}

static void
cap_record_page_class_init (CapRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_record_page_dispose;
  widget_class->map = cap_record_page_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapRecordPage, message);
  gtk_widget_class_bind_template_child (widget_class, CapRecordPage, title);
  gtk_widget_class_bind_template_child (widget_class, CapRecordPage, history);
  gtk_widget_class_bind_template_child (widget_class, CapRecordPage, remove);
  gtk_widget_class_bind_template_child (widget_class, CapRecordPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CapRecordPage, box);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_record_page_init (CapRecordPage *self)
{
  self->parts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is written goes on the left; what is chosen, on the right. */
static gboolean
is_written (const CapField *field)
{
  return field->kind == CAP_VALUE_LINE || field->kind == CAP_VALUE_TEXT;
}

/* A place on a map is given by moving it there; minutes are approved once nothing is missing. */
static gboolean
is_shown (CapRecordPage *self,
          guint          index,
          gboolean       written)
{
  return is_written (&self->reg->fields[index]) == written &&
         !(self->reg->kind == CAP_REGISTER_PROCESS && index == CAP_PROCESS_PLACE) &&
         !(self->reg->kind == CAP_REGISTER_COMMITTEE && index == CAP_COMMITTEE_FINALISED);
}

static void
add_column (CapRecordPage *self,
            CapReflow     *columns,
            gboolean       written)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      if (!is_shown (self, i, written))
        continue;

      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          gtk_widget_set_size_request (group, COLUMN_WIDTH, -1);
          gtk_widget_set_valign (group, GTK_ALIGN_START);
          cap_reflow_append (columns, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), cap_record_fields_get_row (self->fields, i));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 cap_record_fields_get_fault (self->fields, i));
    }
}

static void
add_parts (CapRecordPage *self)
{
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      GtkWidget *parts;

      if (cap_register_get (kind)->parent != self->reg->kind)
        continue;

      parts = cap_record_parts_new (self->desk, kind);
      gtk_box_append (GTK_BOX (self->box), parts);
      g_ptr_array_add (self->parts, parts);
    }
}

static void
add_evidence (CapRecordPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->evidence = cap_evidence_box_new (self->workspace);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Evidence"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->evidence);
  gtk_box_append (GTK_BOX (self->box), group);
}

static void
fill_box (CapRecordPage *self)
{
  GtkWidget *columns = cap_reflow_new (18);

  add_column (self, CAP_REFLOW (columns), TRUE);
  add_column (self, CAP_REFLOW (columns), FALSE);
  gtk_box_append (GTK_BOX (self->box), columns);
  if (self->reg->kind == CAP_REGISTER_COMMITMENT)
    {
      self->steps = cap_commitment_steps_new (self->workspace);
      gtk_box_append (GTK_BOX (self->box), self->steps);
    }
  add_parts (self);
  if (cap_record_actions_suit (self->reg->kind))
    {
      self->actions = cap_record_actions_new (self->workspace);
      gtk_box_append (GTK_BOX (self->box), self->actions);
    }
  add_evidence (self);
}

/**
 * cap_record_page_new:
 * @workspace: with a dossier open
 * @kind: a register that stands by itself
 */
GtkWidget *
cap_record_page_new (CapWorkspace    *workspace,
                     CapRegisterKind  kind)
{
  CapRecordPage *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_RECORD_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  self->reg = cap_register_get (kind);
  self->desk = cap_record_desk_new (workspace);
  self->fields = cap_record_fields_new (workspace, kind);
  fill_box (self);
  g_signal_connect_object (self->fields, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
