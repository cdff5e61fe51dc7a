/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-finding-group.h"

#include <glib/gi18n.h>

#include "ui/quality/cap-finding-row.h"

#define N_FIRST 8  /* what one reads at once */
#define N_NEXT  50 /* at each press */

/**
 * CapFindingGroup:
 *
 * What was found of one severity in one part of the dossier: the first ones,
 * and the others when they are asked for.
 */
struct _CapFindingGroup
{
  AdwPreferencesGroup  parent_instance;

  const GPtrArray     *findings; /* outlives it */
  guint                next;     /* of those to be shown */
  guint                end;
  gboolean             editable;
  GtkWidget           *more;
};

G_DEFINE_FINAL_TYPE (CapFindingGroup, cap_finding_group, ADW_TYPE_PREFERENCES_GROUP)

/* Returns: (nullable): the first row that is added */
static GtkWidget *
add_rows (CapFindingGroup *self,
          guint            n_rows)
{
  const guint end = MIN (self->next + n_rows, self->end);
  GtkWidget *first = NULL;

  for (; self->next < end; self->next++)
    {
      GtkWidget *row = cap_finding_row_new (g_ptr_array_index (self->findings, self->next), self->editable);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      first = first != NULL ? first : row;
    }

  return first;
}

static void
update_more (CapFindingGroup *self)
{
  const guint rest = self->end - self->next;
  g_autofree char *label = NULL;

  /* Translators: a number of warnings */
  label = g_strdup_printf (ngettext ("Show %u Other", "Show %u Others", rest), rest);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, rest > 0);
}

/* Who pressed goes on with the first one that appears. */
static void
more_clicked_cb (CapFindingGroup *self)
{
  GtkWidget *first = add_rows (self, N_NEXT);

  if (first != NULL)
    gtk_widget_grab_focus (first);
  update_more (self);
}

static void
cap_finding_group_class_init (CapFindingGroupClass *klass)
{
}

static void
cap_finding_group_init (CapFindingGroup *self)
{
  self->more = gtk_button_new ();
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->more, 9);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cap_finding_group_new:
 * @findings: (element-type CapFinding): outlives the group
 * @first: the index of its first one
 * @n_findings: how many of them there are, all of one family
 * @editable: whether they may be set aside
 */
GtkWidget *
cap_finding_group_new (const GPtrArray *findings,
                       guint            first,
                       guint            n_findings,
                       gboolean         editable)
{
  CapFindingGroup *self;
  const CapFinding *finding;
  g_autofree char *title = NULL;

  g_return_val_if_fail (findings != NULL && n_findings > 0 && first + n_findings <= findings->len, NULL);

  self = g_object_new (CAP_TYPE_FINDING_GROUP, NULL);
  self->findings = findings;
  self->next = first;
  self->end = first + n_findings;
  self->editable = editable;
  finding = g_ptr_array_index (findings, first);
  title = g_strdup_printf ("%s · %u", cap_check_family_get_label (finding->check->family), n_findings);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  add_rows (self, N_FIRST);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more);
  update_more (self);

  return GTK_WIDGET (self);
}
