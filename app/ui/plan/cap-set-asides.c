/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-set-asides.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "plan/cap-proposal.h"

/**
 * CapSetAsides:
 *
 * What was proposed and set aside, with the reason, folded below the
 * proposals; each may be proposed again.
 */
struct _CapSetAsides
{
  GtkWidget      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  char          *signature;  /* of what is listed */

  /* Template children */
  GtkExpander   *expander;
  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (CapSetAsides, cap_set_asides, GTK_TYPE_WIDGET)

static void
proposed_again_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(CapSetAsides) self = CAP_SET_ASIDES (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Proposed again"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
propose_again_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapSetAsides *self = CAP_SET_ASIDES (widget);
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapSetAside *set_aside = NULL;
  const char *code;
  gint32 kind;
  CapCommand *command;

  g_variant_get (parameter, "(i&s)", &kind, &code);
  if (dossier != NULL)
    set_aside = cap_dossier_find_set_aside (dossier, (CapSetAsideKind) kind, code);
  if (set_aside == NULL || cap_workspace_get_read_only (self->workspace))
    return;

  command = cap_command_new (CAP_GESTURE_PROPOSE_AGAIN, code);
  cap_command_remove_set_aside (command, set_aside);
  gtk_widget_grab_focus (GTK_WIDGET (self->expander)); /* the button goes */
  cap_workspace_run_async (self->workspace, command, NULL, proposed_again_cb, g_object_ref (self));
}

/* What was to be done; of a new level, and of a criterion without a step, the criterion. */
static const char *
get_text (const CapSetAside  *set_aside,
          const CapCriterion *criterion)
{
  const CapNextStep *step = NULL;

  if (criterion == NULL)
    return "";

  if (set_aside->kind == CAP_SET_ASIDE_PROPOSAL)
    step = cap_criterion_get_next_step (criterion, set_aside->level);

  return step != NULL ? step->title : criterion->label;
}

static char *
dup_when (const CapSetAside *set_aside)
{
  g_autofree char *day = cap_date_format_long (set_aside->date);

  if (set_aside->kind == CAP_SET_ASIDE_RATING)
    /* Translators: a date, and the level that the criterion kept */
    return g_strdup_printf (_("New level set aside on %s, at level %d"), day, set_aside->level);

  /* Translators: a date, and the level of the criterion then */
  return g_strdup_printf (_("Set aside on %s, at level %d"), day, set_aside->level);
}

static void
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static GtkWidget *
new_button (CapSetAsides      *self,
            const CapSetAside *set_aside)
{
  GtkWidget *button = gtk_button_new_with_label (_("Propose Again"));
  g_autofree char *name = NULL;

  /* Translators: the code of a criterion */
  name = g_strdup_printf (_("Propose %s again"), set_aside->criterion);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "set-asides.propose-again");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(is)", (gint32) set_aside->kind,
                                    set_aside->criterion);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
add_row (CapSetAsides       *self,
         const CapSetAside  *set_aside,
         const CapFramework *framework)
{
  const CapCriterion *criterion = cap_framework_find_criterion (framework, set_aside->criterion);
  g_autofree char *title = NULL;
  g_autofree char *when = dup_when (set_aside);
  g_autofree char *name = NULL;
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();

  title = g_strdup_printf ("%s  %s", set_aside->criterion, get_text (set_aside, criterion));
  name = g_strdup_printf ("%s, %s, %s", title, set_aside->reason, when);
  add_label (GTK_BOX (texts), title, "heading");
  add_label (GTK_BOX (texts), set_aside->reason, NULL);
  add_label (GTK_BOX (texts), when, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (box, "plan-row");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), new_button (self, set_aside));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

/* What is proposed again by itself is among the proposals, not here. */
static gboolean
is_proposed (const GPtrArray   *proposals,
             const CapSetAside *set_aside)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->set_aside == set_aside)
        return TRUE;
    }

  return FALSE;
}

/* (element-type CapSetAside): borrowed from the dossier */
static GPtrArray *
list_standing (CapSetAsides    *self,
               const GPtrArray *proposals)
{
  const CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  GPtrArray *standing = g_ptr_array_new ();

  for (guint i = 0; dossier != NULL && i < dossier->set_asides->len; i++)
    {
      CapSetAside *set_aside = g_ptr_array_index (dossier->set_asides, i);

      if (!is_proposed (proposals, set_aside))
        g_ptr_array_add (standing, set_aside);
    }

  return standing;
}

static char *
dup_signature (const GPtrArray *standing)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < standing->len; i++)
    {
      const CapSetAside *set_aside = g_ptr_array_index (standing, i);

      g_string_append_printf (text, "%d:%s:%d:%s:%s;", (int) set_aside->kind, set_aside->criterion,
                              set_aside->level, set_aside->date, set_aside->reason);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_list (CapSetAsides    *self,
           const GPtrArray *standing)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  g_autofree char *label = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < standing->len; i++)
    add_row (self, g_ptr_array_index (standing, i), evaluation->framework);

  /* Translators: how many proposals were set aside */
  label = g_strdup_printf (_("Set aside (%u)"), standing->len);
  gtk_expander_set_label (self->expander, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
cap_set_asides_dispose (GObject *object)
{
  CapSetAsides *self = CAP_SET_ASIDES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_set_asides_parent_class)->dispose (object);
}

static void
cap_set_asides_finalize (GObject *object)
{
  g_free (CAP_SET_ASIDES (object)->signature);

  G_OBJECT_CLASS (cap_set_asides_parent_class)->finalize (object);
}

static void
cap_set_asides_class_init (CapSetAsidesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_set_asides_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_set_asides_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-set-asides.ui");
  gtk_widget_class_bind_template_child (widget_class, CapSetAsides, expander);
  gtk_widget_class_bind_template_child (widget_class, CapSetAsides, list);

  gtk_widget_class_install_action (widget_class, "set-asides.propose-again", "(is)", propose_again_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_set_asides_init (CapSetAsides *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cap_set_asides_set_workspace (CapSetAsides *self,
                              CapWorkspace *workspace)
{
  g_return_if_fail (CAP_IS_SET_ASIDES (self) && CAP_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
}

/**
 * cap_set_asides_update:
 * @proposals: (element-type CapProposal): what is proposed at this moment
 *
 * Lists what is set aside in the dossier of this moment.
 *
 * Returns: whether there is something; the widget hides itself otherwise
 */
gboolean
cap_set_asides_update (CapSetAsides    *self,
                       const GPtrArray *proposals)
{
  g_autoptr(GPtrArray) standing = NULL;
  g_autofree char *signature = NULL;

  g_return_val_if_fail (CAP_IS_SET_ASIDES (self) && self->workspace != NULL && proposals != NULL, FALSE);

  standing = list_standing (self, proposals);
  signature = dup_signature (standing);
  if (cap_set_string (&self->signature, signature))
    fill_list (self, standing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "set-asides.propose-again",
                                 !cap_workspace_get_read_only (self->workspace));
  gtk_widget_set_visible (GTK_WIDGET (self), standing->len > 0);

  return standing->len > 0;
}
