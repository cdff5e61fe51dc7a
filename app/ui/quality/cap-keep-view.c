/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-keep-view.h"

#include <glib/gi18n.h>

#include "quality/cap-document-gaps.h"
#include "ui/quality/cap-standing-row.h"

#define N_GROUPS 3

/**
 * CapKeepView:
 *
 * What the standard asks to keep, clause by clause: what answers it, and what
 * is missing.
 */
struct _CapKeepView
{
  GtkWidget     parent_instance;

  CapWorkspace *workspace;
  CapCatalogue *catalogue;
  gboolean      stale;

  GtkLabel     *summary;
  GtkBox       *groups;
  GtkWidget    *nothing;
};

G_DEFINE_FINAL_TYPE (CapKeepView, cap_keep_view, GTK_TYPE_WIDGET)

static const struct
{
  const char *title;
  const char *description;
} groups[N_GROUPS] = {
  { N_("To be kept up to date"), N_("Documents: what the structure says that it does.") },
  { N_("To be kept as a proof"), N_("Records: what shows that it was done.") },
  { N_("Where it applies"), N_("Asked only of those who do it: they do not count as missing.") },
};

static guint
get_group (const CapDocumentGap *gap)
{
  if (gap->conditional)
    return 2;

  return gap->keep == CAP_KEEP_MAINTAIN ? 0 : 1;
}

static void
add_gap (GtkWidget            *group,
         const CapDocumentGap *gap)
{
  g_autofree char *title = g_strdup_printf ("%s %s", gap->row->requirement->number, gap->text);
  g_autofree char *sentence = cap_document_gap_dup_sentence (gap);
  g_autofree char *address = cap_document_gap_dup_address (gap);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             cap_standing_row_new (gap->standing, title, sentence, address));
}

static void
show_group (CapKeepView     *self,
            const GPtrArray *gaps,
            guint            which)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < gaps->len; i++)
    {
      const CapDocumentGap *gap = g_ptr_array_index (gaps, i);

      if (get_group (gap) != which)
        continue;

      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), gettext (groups[which].title));
          adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                                 gettext (groups[which].description));
          gtk_box_append (self->groups, group);
        }
      add_gap (group, gap);
    }
}

static void
show_summary (CapKeepView     *self,
              const GPtrArray *gaps)
{
  g_autofree char *text = NULL;
  guint n_there = 0;
  guint n_asked = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      const CapDocumentGap *gap = g_ptr_array_index (gaps, i);

      if (gap->conditional || gap->standing == CAP_STANDING_NOT_APPLICABLE)
        continue;

      n_asked++;
      n_there += gap->standing == CAP_STANDING_THERE;
    }

  /* Translators: two numbers of things that a standard asks to keep */
  text = g_strdup_printf (ngettext ("%1$u of %2$u asked is in place.", "%1$u of %2$u asked are in place.",
                                    n_there), n_there, n_asked);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), gaps->len > 0);
  gtk_widget_set_visible (self->nothing, gaps->len == 0);
}

static void
update (CapKeepView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(CapMatrix) matrix = NULL;
  g_autoptr(GPtrArray) gaps = NULL;
  g_autofree char *today = NULL;
  GtkWidget *child;

  self->stale = TRUE;
  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->stale = FALSE;
  today = cap_workspace_dup_today (self->workspace);
  matrix = cap_matrix_new (dossier, self->catalogue, cap_dossier_get_current (dossier), today);
  gaps = cap_document_gaps_new (matrix);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; i < N_GROUPS; i++)
    show_group (self, gaps, i);
  show_summary (self, gaps);
}

static void
cap_keep_view_map (GtkWidget *widget)
{
  CapKeepView *self = CAP_KEEP_VIEW (widget);

  GTK_WIDGET_CLASS (cap_keep_view_parent_class)->map (widget);
  if (self->stale)
    update (self);
}

static void
cap_keep_view_dispose (GObject *object)
{
  CapKeepView *self = CAP_KEEP_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_keep_view_parent_class)->dispose (object);
}

static void
cap_keep_view_class_init (CapKeepViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_keep_view_dispose;
  widget_class->map = cap_keep_view_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-keep-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapKeepView, summary);
  gtk_widget_class_bind_template_child (widget_class, CapKeepView, groups);
  gtk_widget_class_bind_template_child (widget_class, CapKeepView, nothing);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_keep_view_init (CapKeepView *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_keep_view_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_keep_view_new (CapWorkspace *workspace)
{
  CapKeepView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_KEEP_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->catalogue = cap_workspace_load_catalogue ();
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
