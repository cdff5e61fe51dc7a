/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/welcome/cap-recent-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-reflow.h"
#include "ui/widgets/cap-score-bar.h"

/**
 * CapRecentRow:
 *
 * A dossier on the start page: whose it is, where it is, how far it went, and
 * its scores by theme.
 */
struct _CapRecentRow
{
  GtkListBoxRow  parent_instance;

  char          *path;

  /* Template children */
  GtkLabel      *title;
  GtkLabel      *subtitle;
  CapReflow     *scores;
  GtkButton     *forget_button;
};

G_DEFINE_FINAL_TYPE (CapRecentRow, cap_recent_row, GTK_TYPE_LIST_BOX_ROW)

/* The home folder is what nobody needs to read. */
static char *
dup_shown_path (const char *path)
{
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home) && path[strlen (home)] == G_DIR_SEPARATOR)
    return g_strconcat ("~", path + strlen (home), NULL);

  return g_strdup (path);
}

static char *
dup_subtitle (const CapRecentEntry *entry)
{
  g_autofree char *path = dup_shown_path (entry->path);

  if (entry->encrypted)
    /* Translators: where the dossier is */
    return g_strdup_printf (_("%s · encrypted"), path);
  if (entry->applicable == 0)
    return g_steal_pointer (&path);

  /* Translators: where the dossier is, number of criteria answered, number of criteria */
  return g_strdup_printf (ngettext ("%s · %d criterion of %d answered", "%s · %d criteria of %d answered",
                                    (gulong) MAX (entry->answered, 0)),
                          path, entry->answered, entry->applicable);
}

static void
show_entry (CapRecentRow         *self,
            const CapRecentEntry *entry)
{
  g_autofree char *subtitle = dup_subtitle (entry);
  g_autofree char *name = g_strdup_printf ("%s, %s", entry->title, subtitle);
  g_autofree char *forget = NULL;

  /* Translators: the name of a structure */
  forget = g_strdup_printf (_("Remove %s from the list"), entry->title);

  gtk_label_set_text (self->title, entry->title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->forget_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  forget, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->forget_button), "s", entry->path);
  gtk_widget_set_visible (GTK_WIDGET (self->scores), entry->answered > 0 && entry->scores->len > 0);

  for (guint i = 0; i < entry->scores->len; i++)
    {
      const CapRecentScore *score = g_ptr_array_index (entry->scores, i);

      cap_reflow_append (self->scores, cap_score_bar_new (score->title, score->percent));
    }
}

static void
cap_recent_row_finalize (GObject *object)
{
  g_free (CAP_RECENT_ROW (object)->path);

  G_OBJECT_CLASS (cap_recent_row_parent_class)->finalize (object);
}

static void
cap_recent_row_class_init (CapRecentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_recent_row_finalize;

  g_type_ensure (CAP_TYPE_REFLOW);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-recent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CapRecentRow, title);
  gtk_widget_class_bind_template_child (widget_class, CapRecentRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CapRecentRow, scores);
  gtk_widget_class_bind_template_child (widget_class, CapRecentRow, forget_button);
}

static void
cap_recent_row_init (CapRecentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cap_recent_row_new (const CapRecentEntry *entry)
{
  CapRecentRow *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (CAP_TYPE_RECENT_ROW, NULL);
  self->path = g_strdup (entry->path);
  show_entry (self, entry);

  return GTK_WIDGET (self);
}

const char *
cap_recent_row_get_path (CapRecentRow *self)
{
  g_return_val_if_fail (CAP_IS_RECENT_ROW (self), NULL);

  return self->path;
}
