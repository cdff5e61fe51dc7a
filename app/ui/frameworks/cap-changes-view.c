/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-changes-view.h"

#include <glib/gi18n.h>

#include "scoring/cap-framework-diff-text.h"
#include "ui/frameworks/cap-criterion-row.h"
#include "ui/frameworks/cap-row-filler.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapChangesView:
 *
 * What differs between a version and another one that is chosen in a list:
 * the older one is always “before”.
 */
struct _CapChangesView
{
  GtkWidget         parent_instance;

  /* Owned */
  CapFramework     *framework;
  GPtrArray        *others;      /* CapFramework: with which it can be compared */
  CapFrameworkDiff *diff;        /* NULL until the comparison is made */
  CapRowFiller     *filler;
  GCancellable     *cancellable;

  /* Template children */
  CapMessageBar    *message;
  GtkStack         *stack;
  AdwComboRow      *other_row;
  AdwComboRow      *kind_row;
  GtkLabel         *summary;
  GtkLabel         *scale;
  GtkLabel         *empty;
  GtkListBox       *list;
};

G_DEFINE_FINAL_TYPE (CapChangesView, cap_changes_view, GTK_TYPE_WIDGET)

enum
{
  COMPARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The kinds of change, as the list filters them. */
static const struct
{
  CapChangeFlags  flags;
  const char     *format;
} kinds[] = {
  { ~CAP_CHANGE_NONE, N_("All changes (%u)") },
  { CAP_CHANGE_ADDED, N_("Added (%u)") },
  { CAP_CHANGE_REMOVED, N_("Removed (%u)") },
  { CAP_CHANGE_MOVED, N_("Moved (%u)") },
  { CAP_CHANGE_REWORDED, N_("Reworded (%u)") },
  { CAP_CHANGE_LEVELS, N_("Levels described otherwise (%u)") },
  { CAP_CHANGE_RULES, N_("Other weight or scope (%u)") },
  { CAP_CHANGE_GUIDANCE, N_("Guidance (%u)") },
};

static GtkWidget *
new_change_row (gpointer item,
                gpointer user_data)
{
  return cap_criterion_row_new_for_change (CAP_CHANGES_VIEW (user_data)->diff, item);
}

static void
fill_list (CapChangesView *self)
{
  guint kind = adw_combo_row_get_selected (self->kind_row);
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();

  if (self->diff == NULL || kind >= G_N_ELEMENTS (kinds))
    return;

  for (guint i = 0; i < self->diff->changes->len; i++)
    {
      CapChange *change = g_ptr_array_index (self->diff->changes, i);

      if ((change->flags & kinds[kind].flags) != 0)
        g_ptr_array_add (shown, change);
    }

  gtk_label_set_text (self->empty, self->diff->n_changed == 0
                                   ? _("The two versions say the same of every criterion.")
                                   : _("No criterion changed in this way."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), shown->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), shown->len > 0);
  cap_row_filler_fill (self->filler, shown);
}

static void
show_kinds (CapChangesView *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", cap_framework_diff_count (self->diff, kinds[i].flags));
      g_auto(GStrv) parts = g_strsplit (gettext (kinds[i].format), "%u", 2);

      gtk_string_list_take (names, g_strjoinv (count, parts));
    }

  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
}

static void
show_scale (CapChangesView *self)
{
  const char *text = "";

  if (!self->diff->same_scale)
    text = _("The levels are not the same: no level can be carried over.");
  else if (!self->diff->same_rules)
    text = _("The levels have other names, or decide otherwise.");

  gtk_label_set_text (self->scale, text);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), *text != '\0');
}

static void
show_diff (CapChangesView *self)
{
  g_autofree char *summary = cap_changes_view_dup_summary (self);

  gtk_label_set_text (self->summary, summary);
  show_scale (self);
  show_kinds (self);
  fill_list (self);
  gtk_stack_set_visible_child_name (self->stack, "changes");
  g_signal_emit (self, signals[COMPARED], 0);
}

static void
clear (CapChangesView *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  cap_row_filler_fill (self->filler, none);
  g_clear_pointer (&self->diff, cap_framework_diff_free);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapChangesView) self = CAP_CHANGES_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapFrameworkDiff) diff = cap_library_compare_finish (result, &error);

  if (diff != NULL)
    {
      clear (self);
      self->diff = g_steal_pointer (&diff);
      show_diff (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
compare (CapChangesView *self)
{
  guint rank = adw_combo_row_get_selected (self->other_row);
  CapFramework *other;
  gboolean older;

  if (rank >= self->others->len)
    return;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  other = g_ptr_array_index (self->others, rank);
  older = cap_framework_compare_versions (other->version, self->framework->version) <= 0;
  cap_library_compare_async (older ? other : self->framework, older ? self->framework : other,
                             self->cancellable, compared_cb, g_object_ref (self));
}

static void
show_others (CapChangesView *self,
             guint           first)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->others->len; i++)
    {
      const CapFramework *other = g_ptr_array_index (self->others, i);

      /* Translators: the number of a version */
      gtk_string_list_take (names, g_strdup_printf (_("Version %s"), other->version));
    }

  adw_combo_row_set_model (self->other_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->other_row, first);
}

static void
cap_changes_view_dispose (GObject *object)
{
  CapChangesView *self = CAP_CHANGES_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->filler, cap_row_filler_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->diff, cap_framework_diff_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->framework, cap_framework_unref);

  G_OBJECT_CLASS (cap_changes_view_parent_class)->dispose (object);
}

static void
cap_changes_view_finalize (GObject *object)
{
  g_object_unref (CAP_CHANGES_VIEW (object)->cancellable);

  G_OBJECT_CLASS (cap_changes_view_parent_class)->finalize (object);
}

static void
cap_changes_view_class_init (CapChangesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_changes_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_changes_view_finalize;

  signals[COMPARED] = g_signal_new ("compared", CAP_TYPE_CHANGES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-changes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapChangesView, message);
  gtk_widget_class_bind_template_child (widget_class, CapChangesView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapChangesView, other_row);
  gtk_widget_class_bind_template_child (widget_class, CapChangesView, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CapChangesView, summary);
  gtk_widget_class_bind_template_child (widget_class, CapChangesView, scale);
  gtk_widget_class_bind_template_child (widget_class, CapChangesView, empty);
  gtk_widget_class_bind_template_child (widget_class, CapChangesView, list);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_bind_template_callback (widget_class, fill_list);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_changes_view_init (CapChangesView *self)
{
  self->cancellable = g_cancellable_new ();
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_framework_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = cap_row_filler_new (self->list, new_change_row, self);
}

/**
 * cap_changes_view_new:
 * @others: (element-type CapFramework): other versions of @framework
 * @first: the rank of the one to compare with at first
 *
 * Returns: (transfer floating): a view that compares at once
 */
GtkWidget *
cap_changes_view_new (CapFramework    *framework,
                      const GPtrArray *others,
                      guint            first)
{
  CapChangesView *self;

  g_return_val_if_fail (framework != NULL && others != NULL, NULL);

  self = g_object_new (CAP_TYPE_CHANGES_VIEW, NULL);
  self->framework = cap_framework_ref (framework);
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (self->others, cap_framework_ref (g_ptr_array_index (others, i)));

  gtk_stack_set_visible_child_name (self->stack, others->len > 0 ? "comparing" : "alone");
  show_others (self, first);

  return GTK_WIDGET (self);
}

/**
 * cap_changes_view_dup_summary:
 *
 * Returns: (transfer full) (nullable): which versions are compared, and how
 *   many criteria changed; %NULL until the comparison is made
 */
char *
cap_changes_view_dup_summary (CapChangesView *self)
{
  g_autofree char *counts = NULL;

  g_return_val_if_fail (CAP_IS_CHANGES_VIEW (self), NULL);

  if (self->diff == NULL)
    return NULL;

  counts = cap_framework_diff_dup_summary (self->diff);

  /* Translators: the numbers of two versions, then how many criteria changed, and how */
  return g_strdup_printf (_("From version %s to version %s: %s"), self->diff->before->version,
                          self->diff->after->version, counts);
}
