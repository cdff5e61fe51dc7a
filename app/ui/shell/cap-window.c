/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-window-private.h"

#include <glib/gi18n.h>

#include "ui/evaluation/cap-criterion-words.h"
#include "ui/shell/cap-glossary-window.h"
#include "ui/widgets/cap-toast.h"
#include "workspace/cap-workspace-past.h"
#include "workspace/cap-workspace-vault.h"

/**
 * CapWindow:
 *
 * One window, one dossier: the start page as long as none is open, then the
 * journey. Opens and closes the dossier, and answers for its file.
 */
G_DEFINE_FINAL_TYPE (CapWindow, cap_window, ADW_TYPE_APPLICATION_WINDOW)

static CapApplication *
get_application (CapWindow *self)
{
  return CAP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static gboolean
is_complete (CapWorkspace *workspace)
{
  const CapCoverage *coverage = &cap_workspace_get_photograph (workspace)->score.coverage;

  return coverage->answered > 0 && coverage->answered == coverage->applicable;
}

static void
show_journey (CapWindow *self)
{
  if (self->journey == NULL)
    {
      self->journey = CAP_JOURNEY (cap_journey_new (self->workspace));
      adw_bin_set_child (self->journey_bin, GTK_WIDGET (self->journey));
      if (!cap_window_show_audit (self))
        cap_journey_show_page (self->journey, is_complete (self->workspace) ? "photograph" : "evaluation");
    }

  gtk_stack_set_visible_child_name (self->stack, "journey");
}

static void
update_title (CapWindow *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  const char *moment = cap_workspace_get_moment (self->workspace);
  g_autofree char *title = NULL;

  if (dossier != NULL && moment != NULL)
    title = g_strdup_printf ("%s — %s", dossier->member->name, moment);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title
                                           : dossier != NULL ? dossier->member->name : _("Cap Cèdre"));
}

static void
update_actions (CapWindow *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  gboolean writable = dossier != NULL && !cap_workspace_get_read_only (self->workspace);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.undo", writable && dossier->undo_label != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", writable && dossier->redo_label != NULL);
  gtk_widget_action_set_enabled (widget, "win.save", writable);
  gtk_widget_action_set_enabled (widget, "win.page", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.nth-page", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-criterion", dossier != NULL);
  gtk_widget_action_set_enabled (widget, "win.toggle-sidebar", dossier != NULL);
  cap_window_update_evaluation_actions (self);
  cap_window_update_auditor_actions (self);
  cap_window_update_merge_actions (self);
  cap_window_update_past_actions (self);
  cap_window_update_personal_actions (self);
  cap_window_update_vault_actions (self);
}

static void
dossier_changed_cb (CapWindow *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  update_title (self);
  update_actions (self);

  if (dossier == NULL)
    return;

  if (self->file == NULL && cap_workspace_get_path (self->workspace) != NULL)
    self->file = g_file_new_for_path (cap_workspace_get_path (self->workspace));

  show_journey (self);
}

static void
save_state_changed_cb (CapWindow *self)
{
  if (cap_workspace_get_save_state (self->workspace) == CAP_SAVE_CLEAN)
    cap_window_note_recent (self);
}

static void
active_changed_cb (CapWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    cap_window_look_for_siblings (self);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapWindow) self = CAP_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *label = cap_workspace_undo_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  if (label == NULL)
    {
      cap_window_toast (self, error->message, NULL, NULL);
      return;
    }

  /* Translators: the name of a gesture */
  text = g_strdup_printf (_("Undone: %s"), label);
  cap_window_toast (self, text, _("Redo"), "win.redo");
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapWindow) self = CAP_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *label = cap_workspace_undo_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  /* Translators: the name of a gesture */
  text = label != NULL ? g_strdup_printf (_("Done again: %s"), label) : g_strdup (error->message);
  cap_window_toast (self, text, NULL, NULL);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_workspace_undo_async (self->workspace, undone_cb, g_object_ref (self));
}

static void
redo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_workspace_redo_async (self->workspace, redone_cb, g_object_ref (self));
}

/* What comes of it is in the save state, which the journey shows. The focus
 * comes back: saving is no reason to lose one’s place. */
static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  cap_journey_flush (self->journey);
  gtk_window_set_focus (GTK_WINDOW (self), focus);
  cap_workspace_publish_async (self->workspace, NULL, NULL);
}

static void
resolve_conflict_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gboolean replace = g_str_equal (action_name, "win.replace-file");

  cap_window_resolve_conflict (CAP_WINDOW (widget), replace ? CAP_CONFLICT_REPLACE : CAP_CONFLICT_COPY);
}

static void
page_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  cap_journey_show_page (CAP_WINDOW (widget)->journey, g_variant_get_string (parameter, NULL));
}

static void
nth_page_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  cap_journey_show_nth_page (CAP_WINDOW (widget)->journey, (guint) g_variant_get_int32 (parameter));
}

static void
show_criterion_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  cap_journey_show_criterion (CAP_WINDOW (widget)->journey, g_variant_get_string (parameter, NULL));
}

static void
toggle_sidebar_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  cap_journey_toggle_sidebar (CAP_WINDOW (widget)->journey);
}

/* The words of the framework in use; those of CAP before there is one. */
static void
glossary_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  const CapCriterion *criterion = self->journey != NULL ? cap_journey_get_criterion (self->journey) : NULL;
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GPtrArray) here = NULL;

  framework = evaluation != NULL ? cap_framework_ref (evaluation->framework)
                                 : cap_workspace_load_framework ();
  if (criterion != NULL)
    here = cap_criterion_words_list (criterion, framework);

  gtk_window_present (GTK_WINDOW (cap_glossary_window_new (GTK_WINDOW (self), framework, here)));
}

/* One sentence after a gesture of a page, with the way back. */
static void
toast_undo_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  cap_window_toast (CAP_WINDOW (widget), g_variant_get_string (parameter, NULL), _("Undo"), "win.undo");
}

static void
toast_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  cap_window_toast (CAP_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL, NULL);
}

static void
remember_size (CapWindow *self)
{
  GSettings *settings = cap_application_get_settings (get_application (self));
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width;
  int height;

  if (settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", maximized);

  if (!maximized)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
}

static gboolean
cap_window_close_request (GtkWindow *window)
{
  CapWindow *self = CAP_WINDOW (window);

  if (!cap_window_close_dossier (self))
    return GDK_EVENT_STOP;

  remember_size (self);

  return GTK_WINDOW_CLASS (cap_window_parent_class)->close_request (window);
}

static void
cap_window_dispose (GObject *object)
{
  CapWindow *self = CAP_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->campaign);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_window_parent_class)->dispose (object);
}

static void
cap_window_finalize (GObject *object)
{
  CapWindow *self = CAP_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_free (self->sibling);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_free (self->past_name);

  G_OBJECT_CLASS (cap_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "win.replace-file", NULL, resolve_conflict_cb);
  gtk_widget_class_install_action (widget_class, "win.keep-both", NULL, resolve_conflict_cb);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_cb);
  gtk_widget_class_install_action (widget_class, "win.nth-page", "i", nth_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-criterion", "s", show_criterion_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.glossary", NULL, glossary_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, "win.toast-undo", "s", toast_undo_cb);
  cap_window_install_evaluation_actions (widget_class);
  cap_window_install_auditor_actions (widget_class);
  cap_window_install_merge_actions (widget_class);
  cap_window_install_past_actions (widget_class);
  cap_window_install_personal_actions (widget_class);
  cap_window_install_vault_actions (widget_class);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  const GdkModifierType redo = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, redo, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.page", "s",
                                       "documents");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.toggle-sidebar", NULL);

  for (int i = 0; i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + (guint) i, GDK_ALT_MASK, "win.nth-page",
                                         "i", i);
}

static void
cap_window_class_init (CapWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cap_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CapWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CapWindow, welcome_bin);
  gtk_widget_class_bind_template_child (widget_class, CapWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, CapWindow, journey_bin);

  install_actions (widget_class);
  add_bindings (widget_class);
}

static void
cap_window_init (CapWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->workspace = cap_workspace_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->workspace, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  g_signal_connect_object (self->workspace, "notify::encrypted", G_CALLBACK (cap_window_note_recent), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::save-state", G_CALLBACK (save_state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

static void
restore_size (CapWindow *self,
              GSettings *settings)
{
  if (settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * cap_window_new:
 *
 * Returns: (transfer none): a window on the start page
 */
CapWindow *
cap_window_new (CapApplication *application)
{
  CapWindow *self;

  g_return_val_if_fail (CAP_IS_APPLICATION (application), NULL);

  self = g_object_new (CAP_TYPE_WINDOW, "application", application, NULL);
  restore_size (self, cap_application_get_settings (application));
  self->welcome = CAP_WELCOME_PAGE (cap_welcome_page_new (self->workspace,
                                                          cap_application_get_recent (application)));
  adw_bin_set_child (self->welcome_bin, GTK_WIDGET (self->welcome));

  return self;
}

/**
 * cap_window_start_new:
 *
 * Shows the page that asks what a new dossier needs, in a free window.
 */
void
cap_window_start_new (CapWindow *self)
{
  g_return_if_fail (cap_window_is_free (self));

  cap_welcome_page_start_new (self->welcome);
}

static void
gesture_toast_dismissed_cb (CapWindow *self)
{
  self->gesture_toast = NULL;
}

/* What a toast offers to undo or to do again is the last gesture: the one before goes at once. */
static void
replace_gesture_toast (CapWindow *self,
                       AdwToast  *toast)
{
  if (self->gesture_toast != NULL)
    adw_toast_dismiss (self->gesture_toast);

  self->gesture_toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (gesture_toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Says one sentence, with a button or none. */
void
cap_window_toast (CapWindow  *self,
                  const char *text,
                  const char *button,
                  const char *action_name)
{
  AdwToast *toast = cap_toast_show (self->toasts, text, button, action_name);

  if (button != NULL && (g_str_equal (action_name, "win.undo") || g_str_equal (action_name, "win.redo")))
    replace_gesture_toast (self, toast);
}

void
cap_window_note_recent (CapWindow *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  CapApplication *application = get_application (self);
  g_autofree char *today = NULL;

  if (dossier == NULL || application == NULL || cap_workspace_get_path (self->workspace) == NULL ||
      cap_workspace_get_moment (self->workspace) != NULL)
    return;

  today = cap_workspace_dup_today (self->workspace);
  if (cap_workspace_is_encrypted (self->workspace))
    cap_recent_note_encrypted (cap_application_get_recent (application),
                               cap_workspace_get_path (self->workspace), today);
  else
    cap_recent_note (cap_application_get_recent (application), cap_workspace_get_path (self->workspace),
                     dossier->member, cap_workspace_get_photograph (self->workspace), today);
}
