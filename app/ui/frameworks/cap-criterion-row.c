/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/frameworks/cap-criterion-row.h"

#include "scoring/cap-framework-diff-text.h"
#include "ui/frameworks/cap-part-row.h"

/**
 * CapCriterionRow:
 *
 * A criterion of a framework, or what became of it. Its full text is made when
 * it is unfolded.
 */
struct _CapCriterionRow
{
  AdwExpanderRow      parent_instance;

  CapFramework       *framework;        /* that of the criterion */
  CapFramework       *before_framework; /* NULL when nothing is compared */
  GPtrArray          *before;
  const CapCriterion *criterion;

  guint               filled : 1;
};

G_DEFINE_FINAL_TYPE (CapCriterionRow, cap_criterion_row, ADW_TYPE_EXPANDER_ROW)

static GPtrArray *
list_parts (CapCriterionRow *self)
{
  GPtrArray *parts;

  if (self->before != NULL)
    return cap_criterion_parts_compare (self->before, self->before_framework, self->criterion,
                                        self->framework);

  parts = cap_criterion_parts_list (self->criterion, self->framework);
  g_ptr_array_remove_index (parts, 0); /* the label is the title of the row */

  return parts;
}

static void
expanded_cb (CapCriterionRow *self)
{
  g_autoptr(GPtrArray) parts = NULL;

  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->filled = TRUE;
  parts = list_parts (self);
  for (guint i = 0; i < parts->len; i++)
    {
      const CapPart *part = g_ptr_array_index (parts, i);

      if (part->before != NULL || *part->text != '\0')
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self), cap_part_row_new (part));
    }
}

static void
show_summary (CapCriterionRow *self,
              const char      *subtitle)
{
  g_autofree char *title = g_markup_escape_text (self->criterion->label, -1);
  g_autofree char *safe = g_markup_escape_text (subtitle, -1);
  g_autofree char *name = g_strdup_printf ("%s, %s", self->criterion->label, subtitle);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), safe);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
cap_criterion_row_finalize (GObject *object)
{
  CapCriterionRow *self = CAP_CRITERION_ROW (object);

  g_clear_pointer (&self->framework, cap_framework_unref);
  g_clear_pointer (&self->before_framework, cap_framework_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);

  G_OBJECT_CLASS (cap_criterion_row_parent_class)->finalize (object);
}

static void
cap_criterion_row_class_init (CapCriterionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_criterion_row_finalize;
}

static void
cap_criterion_row_init (CapCriterionRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

static CapCriterionRow *
new_row (CapFramework       *framework,
         const CapCriterion *criterion)
{
  CapCriterionRow *self = g_object_new (CAP_TYPE_CRITERION_ROW, NULL);

  self->framework = cap_framework_ref (framework);
  self->criterion = criterion;

  return self;
}

/**
 * cap_criterion_row_new:
 * @criterion: of @framework
 *
 * Returns: (transfer floating): a row that unfolds to all that is said of it
 */
GtkWidget *
cap_criterion_row_new (CapFramework       *framework,
                       const CapCriterion *criterion)
{
  CapCriterionRow *self;
  g_autofree char *marks = NULL;

  g_return_val_if_fail (framework != NULL && criterion != NULL, NULL);

  self = new_row (framework, criterion);
  marks = cap_criterion_dup_marks (criterion);
  show_summary (self, marks);

  return GTK_WIDGET (self);
}

/**
 * cap_criterion_row_new_for_change:
 * @change: of @diff
 *
 * Returns: (transfer floating): a row that unfolds to what is worded otherwise,
 *   before and after; of a criterion that is new or gone, to all of it
 */
GtkWidget *
cap_criterion_row_new_for_change (const CapFrameworkDiff *diff,
                                  const CapChange        *change)
{
  CapCriterionRow *self;
  g_autofree char *codes = NULL;
  g_autofree char *what = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (diff != NULL && change != NULL, NULL);

  if (change->after == NULL)
    {
      self = new_row (diff->before, g_ptr_array_index (change->before, 0));
    }
  else
    {
      self = new_row (diff->after, change->after);
      if (change->before->len > 0)
        {
          self->before_framework = cap_framework_ref (diff->before);
          self->before = g_ptr_array_ref (change->before);
        }
    }

  codes = cap_change_dup_codes (change);
  what = cap_change_dup_text (change);
  subtitle = g_strdup_printf ("%s · %s", codes, what);
  show_summary (self, subtitle);

  return GTK_WIDGET (self);
}
