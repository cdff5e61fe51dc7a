/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-framework-browser.h"

#include <glib/gi18n.h>

#include "ui/frameworks/cap-criterion-row.h"
#include "ui/frameworks/cap-row-filler.h"

/**
 * CapFrameworkBrowser:
 *
 * The content of a framework: its objectives on one side, the criteria of the
 * one that is chosen on the other. Only what is looked at is made, so that
 * thousands of criteria open as fast as a hundred.
 */
struct _CapFrameworkBrowser
{
  GtkWidget       parent_instance;

  /* Owned */
  CapFramework   *framework;
  CapRowFiller   *objectives_filler;
  CapRowFiller   *criteria_filler;
  GPtrArray      *found;              /* CapObjective: those that the search lets through */

  /* Template children */
  GtkSearchEntry *search;
  GtkListBox     *objectives;
  GtkLabel       *none;
  GtkScrolledWindow *criteria_scrolled;
  GtkWidget      *criteria_box;
  GtkLabel       *theme;
  GtkLabel       *title;
  GtkLabel       *advice;
  GtkListBox     *criteria;
};

G_DEFINE_FINAL_TYPE (CapFrameworkBrowser, cap_framework_browser, GTK_TYPE_WIDGET)

static gboolean
matches (const char *words,
         const char *text)
{
  return *words == '\0' || g_str_match_string (words, text, TRUE);
}

static gboolean
has_words (const char         *words,
           const CapCriterion *criterion)
{
  return g_str_equal (words, criterion->code) || matches (words, criterion->label) ||
         matches (words, criterion->question);
}

static gboolean
is_named (const char         *words,
          const CapObjective *objective)
{
  return g_str_equal (words, objective->code) || matches (words, objective->label);
}

/* The objective itself, or one of its criteria. */
static gboolean
is_found (const char         *words,
          const CapObjective *objective)
{
  if (is_named (words, objective))
    return TRUE;

  for (guint i = 0; i < objective->criteria->len; i++)
    {
      if (has_words (words, g_ptr_array_index (objective->criteria, i)))
        return TRUE;
    }

  return FALSE;
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_objective_row (gpointer item,
                   gpointer user_data)
{
  const CapObjective *objective = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = g_strdup_printf ("%s %s", objective->code, objective->label);
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  count = g_strdup_printf (ngettext ("%u criterion", "%u criteria", objective->criteria->len),
                           objective->criteria->len);
  name = g_strdup_printf ("%s, %s", title, count);
  gtk_box_append (GTK_BOX (box), new_label (title, NULL));
  gtk_box_append (GTK_BOX (box), new_label (count, "row-detail"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static const CapObjective *
get_objective (CapFrameworkBrowser *self,
               GtkListBoxRow       *row)
{
  return row != NULL ? g_ptr_array_index (self->found, gtk_list_box_row_get_index (row)) : NULL;
}

/* The theme, above its first objective. */
static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  CapFrameworkBrowser *self = user_data;
  const CapObjective *objective = get_objective (self, row);
  const CapObjective *previous = get_objective (self, before);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (previous != NULL && previous->theme == objective->theme)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  text = g_strdup_printf ("%s %s", objective->theme->code, objective->theme->label);
  label = new_label (text, "heading");
  gtk_widget_add_css_class (label, "list-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
new_criterion_row (gpointer item,
                   gpointer user_data)
{
  return cap_criterion_row_new (CAP_FRAMEWORK_BROWSER (user_data)->framework, item);
}

static void
fill_criteria (CapFrameworkBrowser *self,
               const CapObjective  *objective)
{
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean all = objective != NULL && is_named (words, objective);

  for (guint i = 0; objective != NULL && i < objective->criteria->len; i++)
    {
      CapCriterion *criterion = g_ptr_array_index (objective->criteria, i);

      if (all || has_words (words, criterion))
        g_ptr_array_add (shown, criterion);
    }

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->criteria_scrolled), 0);
  cap_row_filler_fill (self->criteria_filler, shown);
}

static void
show_objective (CapFrameworkBrowser *self,
                const CapObjective  *objective)
{
  g_autofree char *theme = NULL;
  g_autofree char *title = NULL;

  fill_criteria (self, objective);
  gtk_widget_set_visible (self->criteria_box, objective != NULL);
  if (objective == NULL)
    return;

  theme = g_strdup_printf ("%s %s", objective->theme->code, objective->theme->label);
  title = g_strdup_printf ("%s %s", objective->code, objective->label);
  gtk_label_set_text (self->theme, theme);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->advice, objective->advice);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), *objective->advice != '\0');
}

static void
find_objectives (CapFrameworkBrowser *self,
                 const char          *words)
{
  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < self->framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (self->framework->themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        {
          CapObjective *objective = g_ptr_array_index (theme->objectives, j);

          if (is_found (words, objective))
            g_ptr_array_add (self->found, objective);
        }
    }
}

static void
search_changed_cb (CapFrameworkBrowser *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  if (self->framework == NULL)
    return;

  cap_row_filler_fill (self->objectives_filler, none); /* rows are found by their rank */
  find_objectives (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  cap_row_filler_fill (self->objectives_filler, self->found);
  gtk_widget_set_visible (GTK_WIDGET (self->none), self->found->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->objectives), self->found->len > 0);

  if (self->found->len > 0)
    gtk_list_box_select_row (self->objectives, gtk_list_box_get_row_at_index (self->objectives, 0));
  else
    show_objective (self, NULL);
}

static void
row_selected_cb (CapFrameworkBrowser *self,
                 GtkListBoxRow       *row)
{
  if (row != NULL)
    show_objective (self, get_objective (self, row));
}

/* Enter goes on to the criteria. */
static void
row_activated_cb (CapFrameworkBrowser *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->criteria), GTK_DIR_TAB_FORWARD);
}

/* Tab would choose hundreds of objectives, one after the other. */
static gboolean
key_pressed_cb (CapFrameworkBrowser *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0))
    return gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return keyval == GDK_KEY_Tab && gtk_widget_child_focus (GTK_WIDGET (self->criteria), GTK_DIR_TAB_FORWARD);
}

static void
cap_framework_browser_dispose (GObject *object)
{
  CapFrameworkBrowser *self = CAP_FRAMEWORK_BROWSER (object);
  GtkWidget *child;

  g_clear_pointer (&self->objectives_filler, cap_row_filler_free);
  g_clear_pointer (&self->criteria_filler, cap_row_filler_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_framework_browser_parent_class)->dispose (object);
}

static void
cap_framework_browser_finalize (GObject *object)
{
  CapFrameworkBrowser *self = CAP_FRAMEWORK_BROWSER (object);

  g_ptr_array_unref (self->found);
  g_clear_pointer (&self->framework, cap_framework_unref);

  G_OBJECT_CLASS (cap_framework_browser_parent_class)->finalize (object);
}

static void
cap_framework_browser_class_init (CapFrameworkBrowserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_framework_browser_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_framework_browser_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-framework-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkBrowser, search);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkBrowser, objectives);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkBrowser, none);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkBrowser, criteria_scrolled);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkBrowser, criteria_box);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkBrowser, theme);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkBrowser, title);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkBrowser, advice);
  gtk_widget_class_bind_template_child (widget_class, CapFrameworkBrowser, criteria);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_framework_browser_init (CapFrameworkBrowser *self)
{
  self->found = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->objectives, update_header_cb, self, NULL);
  self->objectives_filler = cap_row_filler_new (self->objectives, new_objective_row, self);
  self->criteria_filler = cap_row_filler_new (self->criteria, new_criterion_row, self);
}

/**
 * cap_framework_browser_new:
 *
 * Returns: (transfer floating): a browser on the first objective
 */
GtkWidget *
cap_framework_browser_new (CapFramework *framework)
{
  CapFrameworkBrowser *self;

  g_return_val_if_fail (framework != NULL, NULL);

  self = g_object_new (CAP_TYPE_FRAMEWORK_BROWSER, NULL);
  self->framework = cap_framework_ref (framework);
  search_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * cap_framework_browser_search:
 * @words: beginnings of words; a code; empty for all
 *
 * Shows at once what a person who types @words is shown.
 */
void
cap_framework_browser_search (CapFrameworkBrowser *self,
                              const char          *words)
{
  g_return_if_fail (CAP_IS_FRAMEWORK_BROWSER (self) && words != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search), words);
  search_changed_cb (self);
}
