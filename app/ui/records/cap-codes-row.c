/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/records/cap-codes-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "quality/cap-codes.h"

#define MIN_TO_SEARCH 10
#define MAX_SHOWN     100

/**
 * CapCodesRow:
 *
 * A row for codes of other things: which ones are chosen, by code and name, and
 * a button that opens the list to choose from.
 */
struct _CapCodesRow
{
  AdwActionRow    parent_instance;

  CapWorkspace   *workspace;
  CapCatalogue   *catalogue;
  const CapField *field;
  CapRecord      *record;   /* (nullable): whose field it is */
  GStrv           codes;

  GtkWidget      *button;
  GtkWidget      *popover;
  GtkWidget      *search;
  GtkWidget      *list;
};

G_DEFINE_FINAL_TYPE (CapCodesRow, cap_codes_row, ADW_TYPE_ACTION_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
each_candidate (CapCodesRow *self,
                CapCodeFunc  func,
                gpointer     user_data)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  if (dossier != NULL)
    cap_codes_each (dossier, self->catalogue, self->field->refers, self->record, func, user_data);
}

/* A route is called by its name alone. */
static char *
dup_label (const CapField *field,
           const char     *code,
           const char     *name)
{
  return field->refers == CAP_REFERS_ROUTE ? g_strdup (name) : g_strdup_printf ("%s %s", code, name);
}

typedef struct
{
  CapCodesRow *row;
  GPtrArray   *labels;
  GHashTable  *found;
} Chosen;

static void
add_chosen (const char *code,
            const char *name,
            gpointer    user_data)
{
  Chosen *chosen = user_data;

  if (!g_strv_contains ((const char * const *) chosen->row->codes, code))
    return;

  g_hash_table_add (chosen->found, g_strdup (code));
  g_ptr_array_add (chosen->labels, dup_label (chosen->row->field, code, name));
}

/* Codes that nothing has any more are shown as they are: only a person takes them out. */
static void
show_chosen (CapCodesRow *self)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  Chosen chosen = { self, labels, found };

  if (self->codes[0] != NULL)
    each_candidate (self, add_chosen, &chosen);
  for (guint i = 0; self->codes[i] != NULL; i++)
    {
      if (!g_hash_table_contains (found, self->codes[i]))
        g_ptr_array_add (labels, g_strdup (self->codes[i]));
    }
  g_ptr_array_add (labels, NULL);
  text = g_strjoinv (" · ", (char **) labels->pdata);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), *text != '\0' ? text : _("None"));
}

static void
take_codes (CapCodesRow *self,
            GPtrArray   *codes)
{
  GStrv former = self->codes;

  g_ptr_array_add (codes, NULL);
  self->codes = g_strdupv ((char **) codes->pdata);
  g_strfreev (former);
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (CapCodesRow    *self,
            GtkCheckButton *check)
{
  const char *code = gtk_widget_get_name (GTK_WIDGET (check));
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();
  const gboolean single = self->field->single;

  if (single && !gtk_check_button_get_active (check))
    return;

  for (guint i = 0; !single && self->codes[i] != NULL; i++)
    {
      if (!g_str_equal (self->codes[i], code))
        g_ptr_array_add (codes, self->codes[i]);
    }
  if (gtk_check_button_get_active (check))
    g_ptr_array_add (codes, (char *) code);
  take_codes (self, codes);
  if (single)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* A list that is being filled. */
typedef struct
{
  CapCodesRow *row;
  const char  *wanted;  /* what is searched, folded */
  GtkWidget   *group;
  guint        n_shown;
  guint        n_more;
} Filling;

static GtkWidget *
new_check (CapCodesRow *self,
           const char  *code,
           const char  *label,
           GtkWidget  **group)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_widget_set_name (check, code);
  if (self->field->single)
    {
      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), (GtkCheckButton *) *group);
      *group = check;
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_strv_contains ((const char * const *) self->codes, code));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return check;
}

/* The name of the widget is the code. */
static void
add_candidate (const char *code,
               const char *name,
               gpointer    user_data)
{
  Filling *filling = user_data;
  g_autofree char *label = dup_label (filling->row->field, code, name);
  g_autofree char *folded = cap_text_fold (label);

  if (strstr (folded, filling->wanted) == NULL)
    return;

  if (filling->n_shown == MAX_SHOWN)
    {
      filling->n_more++;
      return;
    }

  filling->n_shown++;
  gtk_box_append (GTK_BOX (filling->row->list), new_check (filling->row, code, label, &filling->group));
}

static void
add_remark (CapCodesRow *self,
            const char  *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->list), label);
}

/* Only the first ones are made: a group has thousands of sites. */
static void
fill_list_cb (CapCodesRow *self)
{
  g_autofree char *wanted = cap_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  Filling filling = { self, wanted, NULL, 0, 0 };
  g_autofree char *more = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  each_candidate (self, add_candidate, &filling);
  if (filling.n_more > 0)
    {
      more = g_strdup_printf (ngettext ("%u more: search for it.", "%u more: search for them.",
                                        filling.n_more), filling.n_more);
      add_remark (self, more);
    }
  else if (filling.n_shown == 0)
    {
      add_remark (self, *wanted == '\0' ? _("There is nothing to choose from yet.")
                                                : _("Nothing of that name."));
    }
  if (*wanted == '\0')
    gtk_widget_set_visible (self->search, filling.n_shown >= MIN_TO_SEARCH);
}

/* The list is made when it is asked for: what can be chosen changes all the time. */
static void
opened_cb (CapCodesRow *self)
{
  if (!gtk_widget_get_visible (self->popover))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_list_cb (self);
}

static void
cap_codes_row_finalize (GObject *object)
{
  CapCodesRow *self = CAP_CODES_ROW (object);

  g_strfreev (self->codes);
  g_clear_pointer (&self->record, cap_record_free);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_codes_row_parent_class)->finalize (object);
}

static void
cap_codes_row_class_init (CapCodesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_codes_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_CODES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
add_popover (CapCodesRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search in the list"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill_list_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_object (self->popover, "notify::visible", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
}

static void
cap_codes_row_init (CapCodesRow *self)
{
  self->catalogue = cap_workspace_load_catalogue ();
  self->codes = g_new0 (char *, 1);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _("Choose…"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  add_popover (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->button);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
}

/**
 * cap_codes_row_new:
 * @workspace: with a dossier open
 * @field: of codes; static
 */
GtkWidget *
cap_codes_row_new (CapWorkspace   *workspace,
                   const CapField *field)
{
  CapCodesRow *self;
  const char *title;
  g_autofree char *name = NULL;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && field != NULL, NULL);

  title = gettext (field->label);

  self = g_object_new (CAP_TYPE_CODES_ROW, "title", title, "use-markup", FALSE, NULL);
  self->workspace = g_object_ref (workspace);
  self->field = field;
  /* Translators: %s is the label of a field */
  name = g_strdup_printf (_("Choose: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_chosen (self);

  return GTK_WIDGET (self);
}

GStrv
cap_codes_row_dup_codes (CapCodesRow *self)
{
  g_return_val_if_fail (CAP_IS_CODES_ROW (self), NULL);

  return g_strdupv (self->codes);
}

/* Follows the dossier: what the field of @record holds. */
void
cap_codes_row_set_codes (CapCodesRow     *self,
                         const CapRecord *record,
                         GStrv            codes)
{
  g_return_if_fail (CAP_IS_CODES_ROW (self) && record != NULL && codes != NULL);

  g_clear_pointer (&self->record, cap_record_free);
  self->record = cap_record_copy (record);
  g_strfreev (self->codes);
  self->codes = g_strdupv (codes);
  show_chosen (self);
}
