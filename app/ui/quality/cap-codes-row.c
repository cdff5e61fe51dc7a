/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-codes-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"

#define MIN_TO_SEARCH 10

/**
 * CapCodesRow:
 *
 * A row for codes of other things: which ones are chosen, by code and name, and
 * a button that opens the list to choose from.
 */
struct _CapCodesRow
{
  AdwActionRow  parent_instance;

  CapWorkspace *workspace;
  CapCatalogue *catalogue;
  CapRefers     refers;
  GStrv         codes;

  GtkWidget    *button;
  GtkWidget    *popover;
  GtkWidget    *search;
  GtkWidget    *list;
};

G_DEFINE_FINAL_TYPE (CapCodesRow, cap_codes_row, ADW_TYPE_ACTION_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef void (*EachFunc) (CapCodesRow *self,
                          const char  *code,
                          const char  *name,
                          gpointer     user_data);

static void
each_record (CapCodesRow *self,
             EachFunc     func,
             gpointer     user_data)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const GPtrArray *records = dossier->registers[cap_refers_get_register (self->refers)];

  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);

      func (self, cap_record_get_code (record), cap_record_get_title (record), user_data);
    }
}

static void
each_indicator (CapCodesRow *self,
                EachFunc     func,
                gpointer     user_data)
{
  const GPtrArray *indicators = cap_workspace_get_dossier (self->workspace)->indicators;

  for (guint i = 0; i < indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (indicators, i);

      func (self, indicator->code, indicator->label, user_data);
    }
}

static void
each_requirement (CapCodesRow *self,
                  EachFunc     func,
                  gpointer     user_data)
{
  const CapStandard *standard = g_ptr_array_index (self->catalogue->standards, 0);

  for (guint i = 0; i < standard->requirements->len; i++)
    {
      const CapRequirement *requirement = g_ptr_array_index (standard->requirements, i);

      func (self, requirement->number, cap_requirement_get_title (requirement), user_data);
    }
}

static void
each_route (CapCodesRow *self,
            EachFunc     func,
            gpointer     user_data)
{
  for (guint i = 0; i < self->catalogue->routes->len; i++)
    {
      const CapRoute *route = g_ptr_array_index (self->catalogue->routes, i);

      func (self, route->id, route->label, user_data);
    }
}

/* All that can be chosen, in its order. */
static void
each_candidate (CapCodesRow *self,
                EachFunc     func,
                gpointer     user_data)
{
  if (cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  switch (self->refers)
    {
    case CAP_REFERS_PROCESS:
    case CAP_REFERS_DOCUMENT:
      each_record (self, func, user_data);
      break;

    case CAP_REFERS_INDICATOR:
      each_indicator (self, func, user_data);
      break;

    case CAP_REFERS_REQUIREMENT:
      each_requirement (self, func, user_data);
      break;

    case CAP_REFERS_ROUTE:
      each_route (self, func, user_data);
      break;

    case CAP_REFERS_NOTHING:
    default:
      break;
    }
}

/* A route is called by its name alone. */
static char *
dup_label (CapCodesRow *self,
           const char  *code,
           const char  *name)
{
  return self->refers == CAP_REFERS_ROUTE ? g_strdup (name) : g_strdup_printf ("%s %s", code, name);
}

typedef struct
{
  GPtrArray  *labels;
  GHashTable *found;
} Chosen;

static void
add_chosen (CapCodesRow *self,
            const char  *code,
            const char  *name,
            gpointer     user_data)
{
  Chosen *chosen = user_data;

  if (!g_strv_contains ((const char * const *) self->codes, code))
    return;

  g_hash_table_add (chosen->found, g_strdup (code));
  g_ptr_array_add (chosen->labels, dup_label (self, code, name));
}

/* Codes that nothing has any more are shown as they are: only a person takes them out. */
static void
show_chosen (CapCodesRow *self)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  Chosen chosen = { labels, found };

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
  const gboolean single = self->refers == CAP_REFERS_ROUTE;

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

/* The name of the widget is the code. */
static void
add_candidate (CapCodesRow *self,
               const char  *code,
               const char  *name,
               gpointer     user_data)
{
  GtkWidget **group = user_data;
  g_autofree char *label = dup_label (self, code, name);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_widget_set_name (check, code);
  if (self->refers == CAP_REFERS_ROUTE)
    {
      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), (GtkCheckButton *) *group);
      *group = check;
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_strv_contains ((const char * const *) self->codes, code));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), check);
}

static void
search_cb (CapCodesRow *self)
{
  g_autofree char *wanted = cap_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkWidget *check;

  for (check = gtk_widget_get_first_child (self->list); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    {
      g_autofree char *label = cap_text_fold (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)));

      gtk_widget_set_visible (check, strstr (label, wanted) != NULL);
    }
}

/* The list is made when it is asked for: what can be chosen changes all the time. */
static void
fill_popover_cb (CapCodesRow *self)
{
  GtkWidget *child;
  GtkWidget *group = NULL;
  guint n_candidates = 0;

  if (!gtk_widget_get_visible (self->popover))
    return;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  each_candidate (self, add_candidate, &group);

  for (child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_candidates++;
  gtk_widget_set_visible (self->search, n_candidates >= MIN_TO_SEARCH);
  if (n_candidates == 0)
    gtk_box_append (GTK_BOX (self->list), gtk_label_new (_("There is nothing to choose from yet.")));
}

static void
cap_codes_row_finalize (GObject *object)
{
  CapCodesRow *self = CAP_CODES_ROW (object);

  g_strfreev (self->codes);
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
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scrolled);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_object (self->popover, "notify::visible", G_CALLBACK (fill_popover_cb), self,
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
 * @title: of the field
 * @refers: what the codes are of
 */
GtkWidget *
cap_codes_row_new (CapWorkspace *workspace,
                   const char   *title,
                   CapRefers     refers)
{
  CapCodesRow *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && title != NULL, NULL);

  self = g_object_new (CAP_TYPE_CODES_ROW, "title", title, "use-markup", FALSE, NULL);
  self->workspace = g_object_ref (workspace);
  self->refers = refers;
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

/* Follows the dossier. */
void
cap_codes_row_set_codes (CapCodesRow *self,
                         GStrv        codes)
{
  g_return_if_fail (CAP_IS_CODES_ROW (self) && codes != NULL);

  g_strfreev (self->codes);
  self->codes = g_strdupv (codes);
  show_chosen (self);
}
