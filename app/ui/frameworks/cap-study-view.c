/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-study-view.h"

#include <glib/gi18n.h>

#include "scoring/cap-framework-diff-text.h"
#include "ui/frameworks/cap-framework-text.h"
#include "ui/widgets/cap-message-bar.h"

#define MAX_LINES 200 /* that one dossier unfolds to */

/**
 * CapStudyView:
 *
 * What a version means for the dossiers that were opened on this computer:
 * each is read when that is asked for, and says what it would take over.
 */
struct _CapStudyView
{
  GtkWidget       parent_instance;

  /* Owned */
  CapFramework   *framework;
  GStrv           dossiers;
  GPtrArray      *studies;     /* what is shown, or NULL */
  GCancellable   *cancellable; /* of the study under way, or NULL */

  /* Template children */
  CapMessageBar  *message;
  GtkStack       *stack;
  GtkProgressBar *progress;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (CapStudyView, cap_study_view, GTK_TYPE_WIDGET)

static GtkWidget *
new_line (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);

  return row;
}

static GtkWidget *
new_answer_line (const CapCarriedAnswer *carried)
{
  const CapCriterion *before = g_ptr_array_index (carried->before, 0);
  const CapCriterion *criterion = carried->after != NULL ? carried->after : before;
  const CapChange change = { CAP_CHANGE_NONE, carried->before, carried->after, NULL };
  g_autofree char *codes = cap_change_dup_codes (&change);
  g_autofree char *title = g_strdup_printf ("%s %s", codes, criterion->label);

  return new_line (title, cap_carry_fate_to_text (carried->fate));
}

static guint
count_lines (const CapDossierStudy *study)
{
  return study->start == NULL || study->start->carry == NULL
         ? 0 : study->start->carry->n_review + study->start->carry->n_left + study->start->dropped->len;
}

/* What deserves a look: all but the answers that are kept as they are. */
static GPtrArray *
list_lines (const CapEvaluationStart *start)
{
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < start->carry->answers->len && lines->len < MAX_LINES; i++)
    {
      const CapCarriedAnswer *carried = g_ptr_array_index (start->carry->answers, i);

      if (carried->fate != CAP_CARRY_KEPT)
        g_ptr_array_add (lines, new_answer_line (carried));
    }

  for (guint i = 0; i < start->dropped->len && lines->len < MAX_LINES; i++)
    g_ptr_array_add (lines, new_line (g_ptr_array_index (start->dropped, i),
                                      _("left: the structure had its own wording of it")));

  return lines;
}

static void
expanded_cb (AdwExpanderRow        *row,
             GParamSpec            *pspec,
             const CapDossierStudy *study)
{
  g_autoptr(GPtrArray) lines = NULL;
  guint count = count_lines (study);

  if (!adw_expander_row_get_expanded (row))
    return;

  g_signal_handlers_disconnect_by_func (row, expanded_cb, (gpointer) study);
  lines = list_lines (study->start);
  for (guint i = 0; i < lines->len; i++)
    adw_expander_row_add_row (row, g_ptr_array_index (lines, i));

  if (count > lines->len)
    {
      g_autofree char *more = NULL;

      more = g_strdup_printf (ngettext ("and %u more", "and %u more", count - lines->len),
                              count - lines->len);
      adw_expander_row_add_row (row, new_line (more, ""));
    }
}

static GtkWidget *
new_row (const CapDossierStudy *study)
{
  g_autofree char *summary = cap_study_text_dup_summary (study);
  g_autofree char *safe_title = NULL;
  g_autofree char *safe_summary = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;

  if (count_lines (study) == 0)
    {
      row = new_line (study->title, summary);
      gtk_widget_set_tooltip_text (row, study->path);
      return row;
    }

  row = adw_expander_row_new ();
  safe_title = g_markup_escape_text (study->title, -1);
  safe_summary = g_markup_escape_text (summary, -1);
  name = g_strdup_printf ("%s, %s", study->title, summary);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), safe_summary);
  gtk_widget_set_tooltip_text (row, study->path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), (gpointer) study);

  return row;
}

static void
show_studies (CapStudyView *self,
              GPtrArray    *studies)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  g_clear_pointer (&self->studies, g_ptr_array_unref);
  self->studies = studies;
  for (guint i = 0; i < studies->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (studies, i)));

  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
progressed_cb (guint    done,
               guint    total,
               gpointer user_data)
{
  CapStudyView *self = user_data;
  g_autofree char *text = NULL;

  /* Translators: the rank of a dossier, how many there are */
  text = g_strdup_printf (_("Reading dossier %u of %u"), done + 1, total);
  gtk_progress_bar_set_text (self->progress, text);
  gtk_progress_bar_set_fraction (self->progress, (double) done / total);
}

static void
studied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapStudyView) self = CAP_STUDY_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) studies = cap_library_study_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return; /* stopped */

  g_clear_object (&self->cancellable);
  if (studies != NULL)
    {
      show_studies (self, g_steal_pointer (&studies));
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "idle");
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
start_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  cap_study_view_start (CAP_STUDY_VIEW (widget));
}

static void
stop (CapStudyView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
stop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapStudyView *self = CAP_STUDY_VIEW (widget);

  stop (self);
  gtk_stack_set_visible_child_name (self->stack, "idle");
}

static void
cap_study_view_dispose (GObject *object)
{
  CapStudyView *self = CAP_STUDY_VIEW (object);
  GtkWidget *child;

  stop (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->framework, cap_framework_unref);
  g_clear_pointer (&self->dossiers, g_strfreev);
  g_clear_pointer (&self->studies, g_ptr_array_unref);

  G_OBJECT_CLASS (cap_study_view_parent_class)->dispose (object);
}

static void
cap_study_view_class_init (CapStudyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_study_view_dispose;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-study-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapStudyView, message);
  gtk_widget_class_bind_template_child (widget_class, CapStudyView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapStudyView, progress);
  gtk_widget_class_bind_template_child (widget_class, CapStudyView, list);

  gtk_widget_class_install_action (widget_class, "study.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "study.stop", NULL, stop_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_study_view_init (CapStudyView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_study_view_new:
 * @framework: a version, installed or not
 * @dossiers: (array zero-terminated=1): paths
 *
 * Returns: (transfer floating): a view that waits to be asked
 */
GtkWidget *
cap_study_view_new (CapFramework       *framework,
                    const char * const *dossiers)
{
  CapStudyView *self;

  g_return_val_if_fail (framework != NULL && dossiers != NULL, NULL);

  self = g_object_new (CAP_TYPE_STUDY_VIEW, NULL);
  self->framework = cap_framework_ref (framework);
  self->dossiers = g_strdupv ((GStrv) dossiers);
  gtk_stack_set_visible_child_name (self->stack, dossiers[0] != NULL ? "idle" : "none");

  return GTK_WIDGET (self);
}

/**
 * cap_study_view_start:
 *
 * Reads the dossiers, unless there is none.
 */
void
cap_study_view_start (CapStudyView *self)
{
  g_return_if_fail (CAP_IS_STUDY_VIEW (self));

  if (self->dossiers[0] == NULL || self->cancellable != NULL)
    return;

  cap_message_bar_hide (self->message);
  gtk_stack_set_visible_child_name (self->stack, "running");
  self->cancellable = g_cancellable_new ();
  cap_library_study_async (self->framework, (const char * const *) self->dossiers, self->cancellable,
                           progressed_cb, self, studied_cb, g_object_ref (self));
}
