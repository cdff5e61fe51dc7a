/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-glossary-window.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/shell/cap-glossary-row.h"

/**
 * CapGlossaryWindow:
 *
 * All the words that a framework explains, those of the criterion on display
 * first, and a search among them. What the pointer reads over a word, the
 * keyboard and a screen reader find here.
 */
struct _CapGlossaryWindow
{
  AdwWindow          parent_instance;

  /* Template children */
  GtkSearchEntry    *search;
  GtkLabel          *count;
  GtkScrolledWindow *scroller;
  GtkWidget         *here_title;
  GtkListBox        *here;
  GtkWidget         *others_title;
  GtkListBox        *others;
  AdwStatusPage     *nothing;
};

G_DEFINE_FINAL_TYPE (CapGlossaryWindow, cap_glossary_window, ADW_TYPE_WINDOW)

static int
compare_rows (GtkListBoxRow *one,
              GtkListBoxRow *other,
              gpointer       user_data)
{
  return cap_glossary_row_compare (CAP_GLOSSARY_ROW (one), CAP_GLOSSARY_ROW (other));
}

static guint
search_list (GtkListBox         *list,
             const char * const *words)
{
  guint n_found = 0;

  /* A row that a filter leaves out is still there for a screen reader: these are hidden. */
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean found = cap_glossary_row_search (CAP_GLOSSARY_ROW (row), words);

      gtk_widget_set_visible (row, found);
      n_found += found;
    }

  gtk_list_box_invalidate_sort (list);
  gtk_widget_set_visible (GTK_WIDGET (list), n_found > 0);

  return n_found;
}

static void
show_count (CapGlossaryWindow *self,
            guint              n_found)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u word", "%u words", n_found), n_found);

  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_found > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), n_found > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n_found == 0);
}

static void
search_changed_cb (CapGlossaryWindow *self)
{
  g_autofree char *folded = cap_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  guint n_here = search_list (self->here, (const char * const *) words);
  guint n_others = search_list (self->others, (const char * const *) words);

  /* A title that stands for all the words says nothing. */
  gtk_widget_set_visible (self->here_title, n_here > 0);
  gtk_widget_set_visible (self->others_title,
                          n_others > 0 && gtk_widget_get_first_child (GTK_WIDGET (self->here)) != NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_count (self, n_here + n_others);
}

/* Enter goes from the search to what it found. */
static void
search_activated_cb (CapGlossaryWindow *self)
{
  search_changed_cb (self);
  gtk_widget_child_focus (GTK_WIDGET (self->scroller), GTK_DIR_TAB_FORWARD);
}

static void
fill (CapGlossaryWindow *self,
      const GPtrArray   *entries,
      const GPtrArray   *here)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const CapGlossaryEntry *entry = g_ptr_array_index (entries, i);
      gboolean is_here = here != NULL && g_ptr_array_find ((GPtrArray *) here, entry, NULL);

      gtk_list_box_append (is_here ? self->here : self->others, cap_glossary_row_new (entry, i));
    }
}

/* Nothing found, or nothing to find. */
static void
describe_nothing (CapGlossaryWindow *self,
                  gboolean           is_empty)
{
  adw_status_page_set_title (self->nothing, is_empty ? _("No word is explained here")
                                                     : _("No word like this one"));
  adw_status_page_set_description (self->nothing,
                                   is_empty ? _("The framework of this evaluation has no glossary.")
                                            : _("Try a shorter beginning: accents do not count."));
  gtk_widget_set_visible (GTK_WIDGET (self->search), !is_empty);
}

static void
cap_glossary_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAP_TYPE_GLOSSARY_WINDOW);

  G_OBJECT_CLASS (cap_glossary_window_parent_class)->dispose (object);
}

static void
cap_glossary_window_class_init (CapGlossaryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_glossary_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-glossary-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryWindow, count);
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryWindow, here_title);
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryWindow, here);
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryWindow, others_title);
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryWindow, others);
  gtk_widget_class_bind_template_child (widget_class, CapGlossaryWindow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cap_glossary_window_init (CapGlossaryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->here, compare_rows, NULL, NULL);
  gtk_list_box_set_sort_func (self->others, compare_rows, NULL, NULL);
}

/**
 * cap_glossary_window_new:
 * @parent: the window that it explains
 * @framework: whose glossary it shows; only read now
 * @here: (nullable) (element-type CapGlossaryEntry): the words to show first
 *
 * Returns: (transfer none): a window, for the caller to present
 */
GtkWidget *
cap_glossary_window_new (GtkWindow          *parent,
                         const CapFramework *framework,
                         const GPtrArray    *here)
{
  CapGlossaryWindow *self;
  const GPtrArray *entries;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && framework != NULL, NULL);

  self = g_object_new (CAP_TYPE_GLOSSARY_WINDOW, "transient-for", parent, NULL);
  entries = cap_glossary_get_entries (cap_framework_get_glossary (framework));
  fill (self, entries, here);
  describe_nothing (self, entries->len == 0);
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return GTK_WIDGET (self);
}
