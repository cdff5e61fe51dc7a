/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-guidance-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * CapGuidanceBox:
 *
 * How to go on from the present level: the next steps of the framework, and
 * the service of the network that can help. Not shown when there is neither.
 */
struct _CapGuidanceBox
{
  GtkWidget   parent_instance;

  char       *shown;  /* code of the criterion on display */
  int         level;

  /* Template children */
  GtkWidget  *box;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CapGuidanceBox, cap_guidance_box, GTK_TYPE_WIDGET)

static const char *
get_effort (int effort)
{
  static const char * const efforts[] = { "", N_("light"), N_("a few months"), N_("a project") };

  return gettext (efforts[CLAMP (effort, 1, 3)]);
}

static char *
dup_step_facts (const CapNextStep *step)
{
  if (step->weeks == 0)
    /* Translators: from which level, to which level, the effort it takes (“light”) */
    return g_strdup_printf (_("From level %d to level %d · effort: %s"), step->from, step->to,
                            get_effort (step->effort));

  /* Translators: from which level, to which level, the effort it takes (“light”), in how many weeks */
  return g_strdup_printf (ngettext ("From level %d to level %d · effort: %s · about %d week",
                                    "From level %d to level %d · effort: %s · about %d weeks",
                                    (gulong) step->weeks),
                          step->from, step->to, get_effort (step->effort), step->weeks);
}

static void
append (CapGuidanceBox *self,
        const char     *icon,
        const char     *title,
        const char     *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", icon,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_append (self->list, row);
}

/* What leads up from @level: nothing that is behind. */
static void
append_steps (CapGuidanceBox     *self,
              const CapCriterion *criterion,
              int                 level)
{
  for (guint i = 0; i < criterion->steps->len; i++)
    {
      const CapNextStep *step = g_ptr_array_index (criterion->steps, i);
      g_autofree char *facts = dup_step_facts (step);

      if (step->to > level)
        append (self, "go-next-symbolic", step->title, facts);
    }
}

static void
append_help (CapGuidanceBox     *self,
             const CapCriterion *criterion,
             const CapFramework *framework)
{
  const CapService *service = criterion->service != NULL
                              ? cap_framework_find_service (framework, criterion->service)
                              : NULL;

  if (service != NULL)
    append (self, "help-browser-symbolic", service->label, criterion->service_when);
}

static void
cap_guidance_box_dispose (GObject *object)
{
  g_clear_pointer (&CAP_GUIDANCE_BOX (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_guidance_box_parent_class)->dispose (object);
}

static void
cap_guidance_box_finalize (GObject *object)
{
  g_free (CAP_GUIDANCE_BOX (object)->shown);

  G_OBJECT_CLASS (cap_guidance_box_parent_class)->finalize (object);
}

static void
cap_guidance_box_class_init (CapGuidanceBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_guidance_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_guidance_box_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-guidance-box.ui");
  gtk_widget_class_bind_template_child (widget_class, CapGuidanceBox, box);
  gtk_widget_class_bind_template_child (widget_class, CapGuidanceBox, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_guidance_box_init (CapGuidanceBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The rows are made again only for another criterion or another level. */
void
cap_guidance_box_show (CapGuidanceBox  *self,
                       CapAnswerEditor *editor)
{
  const CapCriterion *criterion;
  const CapFramework *framework;
  GtkWidget *row;
  int level;

  g_return_if_fail (CAP_IS_GUIDANCE_BOX (self) && CAP_IS_ANSWER_EDITOR (editor));

  criterion = cap_answer_editor_get_criterion (editor);
  framework = cap_answer_editor_get_framework (editor);
  level = cap_answer_editor_get_answer (editor)->level;
  if (level == CAP_LEVEL_UNSET)
    level = framework->min_level;
  if (g_strcmp0 (self->shown, criterion->code) == 0 && self->level == level)
    return;

  g_free (self->shown);
  self->shown = g_strdup (criterion->code);
  self->level = level;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  append_steps (self, criterion, level);
  append_help (self, criterion, framework);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL);
}
