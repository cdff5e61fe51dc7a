/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-register-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "quality/cap-record-rules.h"
#include "quality/cap-record-text.h"
#include "ui/records/cap-import-register-window.h"
#include "ui/records/cap-record-desk.h"
#include "ui/widgets/cap-fault-row.h"
#include "ui/widgets/cap-adder-row.h"
#include "ui/widgets/cap-long-list.h"
#include "ui/widgets/cap-message-bar.h"

#define MIN_TO_SEARCH 8

/**
 * CapRegisterView:
 *
 * A register as a list: a line opens its page. Below, what a new line cannot do
 * without is written, and it enters.
 */
struct _CapRegisterView
{
  GtkWidget            parent_instance;

  CapWorkspace        *workspace;
  CapRecordDesk       *desk;
  const CapRegister   *reg;
  CapRecord           *draft;    /* the line to come */
  gboolean             stale;    /* something changed while it was not looked at */
  gboolean             opens;    /* the draft is on its way: its page opens once it is there */
  CapDossier          *shown;    /* the state that the list tells, or NULL */
  GPtrArray           *found;    /* (element-type CapRecord): of it, those that are searched for */
  GPtrArray           *entries;  /* (element-type GtkWidget): of the draft, by field, or %NULL */

  CapMessageBar       *message;
  GtkLabel            *title;
  GtkWidget           *import_button;
  GtkLabel            *explanation;
  GtkSearchEntry      *search;
  CapLongList         *list;
  AdwPreferencesGroup *adder;
};

G_DEFINE_FINAL_TYPE (CapRegisterView, cap_register_view, GTK_TYPE_WIDGET)

static void
open_record (CapRegisterView *self,
             const CapRecord *record)
{
  g_autofree char *address = cap_address_new_for_record (record);

  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

/* The name of a row is the UUID of its line. */
static void
row_activated_cb (CapRegisterView *self,
                  GtkWidget       *row)
{
  g_autoptr(CapRecord) record = NULL;

  record = cap_record_desk_dup (self->desk, self->reg->kind, gtk_widget_get_name (row));
  if (record != NULL)
    open_record (self, record);
}

static GtkWidget *
new_code_label (const CapRecord *record)
{
  GtkWidget *label = gtk_label_new (cap_record_get_code (record));

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "register-code");
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static GtkWidget *
create_row (guint    index,
            gpointer user_data)
{
  CapRegisterView *self = user_data;
  const CapRecord *record = g_ptr_array_index (self->found, index);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *summary = cap_record_dup_summary (record);

  gtk_widget_set_name (row, record->id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cap_record_get_title (record));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
  if (cap_register_has_code (self->reg))
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_code_label (record));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static gboolean
matches (const CapRecord *record,
         const char      *wanted)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  text = g_strdup_printf ("%s %s", cap_record_get_code (record), cap_record_get_title (record));
  folded = cap_text_fold (text);

  return strstr (folded, wanted) != NULL;
}

/* A management review is not a line of a spreadsheet: what it froze must stay. */
static gboolean
can_import (CapRegisterView *self)
{
  return cap_record_desk_can_change (self->desk) && cap_register_has_code (self->reg) &&
         self->reg->kind != CAP_REGISTER_MANAGEMENT_REVIEW;
}

static void
fill_list (CapRegisterView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  GPtrArray *records = dossier->registers[self->reg->kind];
  g_autofree char *wanted = cap_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  cap_dossier_ref (dossier);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  self->shown = dossier;
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < records->len; i++)
    {
      if (matches (g_ptr_array_index (records, i), wanted))
        g_ptr_array_add (self->found, g_ptr_array_index (records, i));
    }
  cap_long_list_fill (self->list, self->found->len, create_row, self);
  gtk_widget_set_visible (GTK_WIDGET (self->search), records->len >= MIN_TO_SEARCH);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->found->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->adder), cap_record_desk_can_change (self->desk));
  gtk_widget_set_visible (self->import_button, can_import (self));
}

static void
open_new (CapRegisterView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  if (!self->opens || cap_dossier_find_record (dossier, self->reg->kind, self->draft->id) == NULL)
    return;

  self->opens = FALSE;
  open_record (self, self->draft);
}

static void
update (CapRegisterView *self)
{
  self->stale = TRUE;
  if (cap_workspace_get_dossier (self->workspace) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->stale = FALSE;
  fill_list (self);
  open_new (self);
}

static void
search_cb (CapRegisterView *self)
{
  if (cap_workspace_get_dossier (self->workspace) != NULL)
    fill_list (self);
}

/* The first fault of the draft is said where it is written, or on top. */
static void
show_faults (CapRegisterView *self,
             const GPtrArray *faults)
{
  const CapRecordFault *first = faults->len > 0 ? g_ptr_array_index (faults, 0) : NULL;

  if (first != NULL)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, first->sentence);
  else
    cap_message_bar_hide (self->message);
}

static void
add_cb (CapRegisterView *self)
{
  g_autoptr(GPtrArray) faults = NULL;

  g_clear_pointer (&self->draft, cap_record_free);
  self->draft = cap_record_desk_draft (self->desk, self->reg->kind, NULL);
  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *text = NULL;

      if (entry == NULL)
        continue;

      text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
      cap_record_set (self->draft, i, text);
    }

  faults = cap_record_desk_add (self->desk, self->draft);
  show_faults (self, faults);
  if (faults->len > 0)
    return;

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (g_ptr_array_index (self->entries, i) != NULL)
        gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (self->entries, i)), "");
    }
  self->opens = TRUE;
}

static void
failed_cb (CapRegisterView *self,
           const char      *sentence)
{
  self->opens = FALSE;
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapRegisterView *self = CAP_REGISTER_VIEW (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  if (can_import (self))
    gtk_window_present (GTK_WINDOW (cap_import_register_window_new (parent, self->workspace,
                                                                    self->reg->kind)));
}

static void
cap_register_view_map (GtkWidget *widget)
{
  CapRegisterView *self = CAP_REGISTER_VIEW (widget);

  GTK_WIDGET_CLASS (cap_register_view_parent_class)->map (widget);
  if (self->stale)
    update (self);
}

static void
cap_register_view_dispose (GObject *object)
{
  CapRegisterView *self = CAP_REGISTER_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->shown, cap_dossier_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->draft, cap_record_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_register_view_parent_class)->dispose (object);
}

static void
cap_register_view_class_init (CapRegisterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_register_view_dispose;
  widget_class->map = cap_register_view_map;

  g_type_ensure (CAP_TYPE_LONG_LIST);
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-register-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapRegisterView, message);
  gtk_widget_class_bind_template_child (widget_class, CapRegisterView, title);
  gtk_widget_class_bind_template_child (widget_class, CapRegisterView, import_button);
  gtk_widget_class_bind_template_child (widget_class, CapRegisterView, explanation);
  gtk_widget_class_bind_template_child (widget_class, CapRegisterView, search);
  gtk_widget_class_bind_template_child (widget_class, CapRegisterView, list);
  gtk_widget_class_bind_template_child (widget_class, CapRegisterView, adder);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);

  gtk_widget_class_install_action (widget_class, "register.import", NULL, import_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_register_view_init (CapRegisterView *self)
{
  self->stale = TRUE;
  self->found = g_ptr_array_new ();
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is written for a new line: the texts it needs, but a code that the program gives. */
static gboolean
is_asked (CapRegisterView *self,
          guint            index)
{
  const CapField *field = &self->reg->fields[index];

  return field->required && (field->kind == CAP_VALUE_LINE || field->kind == CAP_VALUE_TEXT) &&
         (index > 0 || self->draft == NULL || cap_record_get (self->draft, 0) == NULL);
}

/* A line that needs no text begins with what the program can say of it: the rest is on its page. */
static void
add_button (CapRegisterView *self,
            const char      *name)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->adder, row);
}

static void
add_entries (CapRegisterView *self)
{
  g_autofree char *thing = cap_text_dup_lower_first (gettext (self->reg->one));
  g_autofree char *name = NULL;
  GtkWidget *last = NULL;
  guint n_entries = 0;

  g_clear_pointer (&self->draft, cap_record_free);
  self->draft = cap_record_desk_draft (self->desk, self->reg->kind, NULL);
  /* Translators: %s is what is added: “issue”, “supplier” */
  name = g_strdup_printf (_("Add: %s"), thing);
  for (guint i = 0; i < self->reg->n_fields; i++)
    {
      GtkWidget *entry = is_asked (self, i) ? cap_adder_row_new (gettext (self->reg->fields[i].label)) : NULL;

      g_ptr_array_add (self->entries, entry);
      if (entry == NULL)
        continue;

      g_signal_connect_object (entry, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->adder, entry);
      last = entry;
      n_entries++;
    }

  if (n_entries == 0)
    add_button (self, name);
  else if (n_entries == 1)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (last), name);
  else
    adw_preferences_group_set_title (self->adder, name);
}

/**
 * cap_register_view_new:
 * @workspace: with a dossier open
 * @kind: a register that stands by itself
 */
GtkWidget *
cap_register_view_new (CapWorkspace    *workspace,
                       CapRegisterKind  kind)
{
  CapRegisterView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_REGISTER_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->reg = cap_register_get (kind);
  self->desk = cap_record_desk_new (workspace);
  gtk_label_set_text (self->title, gettext (self->reg->label));
  gtk_label_set_text (self->explanation, gettext (self->reg->empty));
  add_entries (self);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
