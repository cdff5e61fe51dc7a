/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-alert-group.h"

#include <glib/gi18n.h>

#include "ui/quality/cap-alert-row.h"

#define N_FIRST 8  /* what one reads at once */
#define N_NEXT  50 /* at each press */

/**
 * CapAlertGroup:
 *
 * What was found of one severity in one part of the dossier: the first ones,
 * and the others when they are asked for.
 */
struct _CapAlertGroup
{
  AdwPreferencesGroup  parent_instance;

  const GPtrArray     *alerts; /* outlives it */
  guint                next;     /* of those to be shown */
  guint                end;
  gboolean             editable;
  GtkWidget           *more;
};

G_DEFINE_FINAL_TYPE (CapAlertGroup, cap_alert_group, ADW_TYPE_PREFERENCES_GROUP)

/* Returns: (nullable): the first row that is added */
static GtkWidget *
add_rows (CapAlertGroup *self,
          guint          n_rows)
{
  const guint end = MIN (self->next + n_rows, self->end);
  GtkWidget *first = NULL;

  for (; self->next < end; self->next++)
    {
      GtkWidget *row = cap_alert_row_new (g_ptr_array_index (self->alerts, self->next), self->editable);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      first = first != NULL ? first : row;
    }

  return first;
}

static void
update_more (CapAlertGroup *self)
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
more_clicked_cb (CapAlertGroup *self)
{
  GtkWidget *first = add_rows (self, N_NEXT);

  if (first != NULL)
    gtk_widget_grab_focus (first);
  update_more (self);
}

static void
cap_alert_group_class_init (CapAlertGroupClass *klass)
{
}

static void
cap_alert_group_init (CapAlertGroup *self)
{
  self->more = gtk_button_new ();
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->more, 9);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cap_alert_group_new:
 * @alerts: (element-type CapAlert): outlives the group
 * @first: the index of its first one
 * @n_alerts: how many of them there are, all of one family
 * @editable: whether they may be set aside
 */
GtkWidget *
cap_alert_group_new (const GPtrArray *alerts,
                     guint            first,
                     guint            n_alerts,
                     gboolean         editable)
{
  CapAlertGroup *self;
  const CapAlert *alert;
  g_autofree char *title = NULL;

  g_return_val_if_fail (alerts != NULL && n_alerts > 0 && first + n_alerts <= alerts->len, NULL);

  self = g_object_new (CAP_TYPE_ALERT_GROUP, NULL);
  self->alerts = alerts;
  self->next = first;
  self->end = first + n_alerts;
  self->editable = editable;
  alert = g_ptr_array_index (alerts, first);
  title = g_strdup_printf ("%s · %u", cap_check_family_get_label (alert->check->family), n_alerts);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  add_rows (self, N_FIRST);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more);
  update_more (self);

  return GTK_WIDGET (self);
}
