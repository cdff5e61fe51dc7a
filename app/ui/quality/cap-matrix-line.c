/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-matrix-line.h"

#include <glib/gi18n.h>

#include "ui/quality/cap-matrix-detail.h"
#include "ui/widgets/cap-evidence-box.h"
#include "ui/widgets/cap-tag.h"

#define MAX_TAGS 2

/**
 * CapMatrixLine:
 *
 * A line of the matrix: a clause, or a criterion. What is linked to it is made
 * when it is unfolded.
 */
struct _CapMatrixLine
{
  AdwExpanderRow   parent_instance;

  CapWorkspace    *workspace;
  char            *key;          /* number of the clause, or code of the criterion */
  gboolean         by_criterion;
  gboolean         can_change;
  const CapMatrix *matrix;       /* borrowed from the view, which shows each new one */
  gboolean         filled;
  GPtrArray       *rows;         /* (element-type GtkWidget): unfolded, borrowed */
  GtkWidget       *evidence;     /* (nullable): that of the clause; it stays, with what is asked from it */

  GtkWidget       *tags;
};

G_DEFINE_FINAL_TYPE (CapMatrixLine, cap_matrix_line, ADW_TYPE_EXPANDER_ROW)

/* What is told on the line, the worst first. */
static const CapMatrixFlags told[] = {
  CAP_MATRIX_WRONGLY_EXCLUDED, CAP_MATRIX_NO_EVIDENCE, CAP_MATRIX_NO_DOCUMENT, CAP_MATRIX_CORE_BELOW,
  CAP_MATRIX_OPEN_FINDING, CAP_MATRIX_EXPIRED, CAP_MATRIX_EXCLUDED,
};

static const CapMatrixCriterion *
find_criterion (CapMatrixLine *self)
{
  for (guint i = 0; i < self->matrix->criteria->len; i++)
    {
      const CapMatrixCriterion *criterion = g_ptr_array_index (self->matrix->criteria, i);

      if (g_str_equal (criterion->result->criterion->code, self->key))
        return criterion;
    }

  return NULL;
}

static void
add_count (GString *text,
           guint    count,
           char    *sentence)
{
  if (count > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", sentence);
  g_free (sentence);
}

static char *
dup_row_summary (const CapMatrixRow *row)
{
  GString *text = g_string_new (NULL);
  guint n = row->criteria->len;

  add_count (text, n, g_strdup_printf (ngettext ("%u criterion", "%u criteria", n), n));
  n = row->evidence->len;
  add_count (text, n, g_strdup_printf (ngettext ("%u piece", "%u pieces", n), n));
  n = row->documents->len;
  add_count (text, n, g_strdup_printf (ngettext ("%u document", "%u documents", n), n));
  n = row->processes->len;
  add_count (text, n, g_strdup_printf (ngettext ("%u process", "%u processes", n), n));
  n = row->records->len;
  add_count (text, n, g_strdup_printf (ngettext ("%u line of registers", "%u lines of registers", n), n));

  return g_string_free (text, FALSE);
}

static char *
dup_criterion_summary (CapMatrixLine            *self,
                       const CapMatrixCriterion *criterion)
{
  g_autofree char *level = cap_matrix_detail_dup_level (self->matrix, criterion->result);
  GString *text = g_string_new (level);
  guint n = criterion->rows->len;

  add_count (text, n, g_strdup_printf (ngettext ("%u clause", "%u clauses", n), n));
  n = criterion->evidence->len;
  add_count (text, n, g_strdup_printf (ngettext ("%u piece", "%u pieces", n), n));

  return g_string_free (text, FALSE);
}

/* Two tags at most: the others are in the words below the title. */
static void
show_state (CapMatrixLine  *self,
            const char     *text,
            const char     *summary,
            CapMatrixFlags  flags)
{
  g_autofree char *title = g_strdup_printf ("%s %s", self->key, text);
  g_autoptr(GString) subtitle = g_string_new (NULL);
  g_autoptr(GString) name = g_string_new (title);
  GtkWidget *child;
  guint n_tags = 0;

  while ((child = gtk_widget_get_first_child (self->tags)) != NULL)
    gtk_box_remove (GTK_BOX (self->tags), child);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const char *label;

      if ((flags & told[i]) == 0)
        continue;

      label = cap_matrix_flag_get_label (told[i]);
      g_string_append_printf (name, ", %s", label);
      if (n_tags++ < MAX_TAGS)
        gtk_box_append (GTK_BOX (self->tags),
                        cap_tag_new (label, told[i] == CAP_MATRIX_EXCLUDED ? NULL : "warning-tag"));
      else
        g_string_append_printf (subtitle, "%s · ", label);
    }

  g_string_append (subtitle, summary);
  g_string_append_printf (name, ", %s", summary);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
empty (CapMatrixLine *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  self->filled = FALSE;
}

/* A piece may be dropped on the clause itself. */
static void
add_evidence (CapMatrixLine *self)
{
  GtkWidget *row = gtk_list_box_row_new ();

  self->evidence = cap_evidence_box_new (self->workspace);
  cap_evidence_box_set_place (CAP_EVIDENCE_BOX (self->evidence), CAP_PLACE_REQUIREMENT, self->key);
  gtk_widget_add_css_class (self->evidence, "matrix-evidence");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->evidence);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
fill (CapMatrixLine *self)
{
  const CapMatrixRow *row = NULL;
  const CapMatrixCriterion *criterion = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (self->filled || self->matrix == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->filled = TRUE;
  if (self->by_criterion)
    criterion = find_criterion (self);
  else
    row = cap_matrix_find_row (self->matrix, self->key);

  if (row != NULL && self->evidence == NULL)
    add_evidence (self);
  if (row != NULL)
    rows = cap_matrix_detail_list_rows (self->matrix, row, self->can_change);
  else if (criterion != NULL)
    rows = cap_matrix_detail_list_criterion_rows (self->matrix, criterion);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), g_ptr_array_index (rows, i));
      g_ptr_array_add (self->rows, g_ptr_array_index (rows, i));
    }
}

static void
cap_matrix_line_finalize (GObject *object)
{
  CapMatrixLine *self = CAP_MATRIX_LINE (object);

  g_object_unref (self->workspace);
  g_free (self->key);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (cap_matrix_line_parent_class)->finalize (object);
}

static void
cap_matrix_line_class_init (CapMatrixLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_matrix_line_finalize;
}

static void
cap_matrix_line_init (CapMatrixLine *self)
{
  self->rows = g_ptr_array_new ();
  self->tags = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_valign (self->tags, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->tags);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (fill), NULL);
}

/**
 * cap_matrix_line_new:
 * @key: number of a clause, or code of a criterion
 *
 * Returns: (transfer floating): a line that shows nothing yet
 */
GtkWidget *
cap_matrix_line_new (CapWorkspace *workspace,
                     const char   *key,
                     gboolean      by_criterion)
{
  CapMatrixLine *self = g_object_new (CAP_TYPE_MATRIX_LINE, NULL);

  self->workspace = g_object_ref (workspace);
  self->key = g_strdup (key);
  self->by_criterion = by_criterion;

  return GTK_WIDGET (self);
}

const char *
cap_matrix_line_get_key (CapMatrixLine *self)
{
  g_return_val_if_fail (CAP_IS_MATRIX_LINE (self), NULL);

  return self->key;
}

/**
 * cap_matrix_line_show:
 * @matrix: that lives until another one is shown
 * @can_change: whether the dossier may be changed
 */
void
cap_matrix_line_show (CapMatrixLine   *self,
                      const CapMatrix *matrix,
                      gboolean         can_change)
{
  g_autofree char *summary = NULL;
  const CapMatrixCriterion *criterion = NULL;
  const CapMatrixRow *row = NULL;

  g_return_if_fail (CAP_IS_MATRIX_LINE (self) && matrix != NULL);

  self->matrix = matrix;
  self->can_change = can_change;
  empty (self);
  if (self->by_criterion)
    criterion = find_criterion (self);
  else
    row = cap_matrix_find_row (matrix, self->key);

  if (row != NULL)
    {
      summary = dup_row_summary (row);
      show_state (self, cap_requirement_get_title (row->requirement), summary, row->flags);
    }
  else if (criterion != NULL)
    {
      summary = dup_criterion_summary (self, criterion);
      show_state (self, criterion->result->criterion->label, summary,
                  cap_matrix_criterion_get_flags (criterion));
    }
  fill (self);
}
