/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-import-votes-window.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/widgets/cap-import-faults.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-sheet-intake.h"
#include "workspace/cap-votes-import.h"

/**
 * CapImportVotesWindow:
 *
 * Takes votes that were gathered in a spreadsheet: people choose the file and see how many would come of it.
 * Nothing is imported before that is asked for, nor while there is a fault.
 */
struct _CapImportVotesWindow
{
  AdwWindow             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;
  GCancellable         *cancellable; /* of what is being read */
  CapSheetIntake       *intake;      /* of the file */
  CapVotesPreview      *preview;     /* of the file on display, or NULL */
  char                 *path;        /* of that file */
  char                 *summary;     /* of it */

  /* Template children */
  CapMessageBar        *message;
  GtkStack             *stack;
  GtkWidget            *choose_button;
  GtkWidget            *another_button;
  GtkLabel             *file_label;
  GtkLabel             *outcome;
  CapImportFaults      *faults;
};

G_DEFINE_FINAL_TYPE (CapImportVotesWindow, cap_import_votes_window, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_summary (const CapVotesPreview *preview)
{
  /* Translators: a number of people, then of votes */
  return g_strdup_printf (ngettext ("Votes of %1$u person, %2$u votes altogether",
                                    "Votes of %1$u people, %2$u votes altogether", preview->n_respondents),
                          preview->n_respondents, preview->n_votes);
}

static void
show_outcome (CapImportVotesWindow *self)
{
  g_autofree char *known = NULL;
  g_autofree char *outcome = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->outcome), self->preview->faults->len == 0);
  if (self->preview->n_known > 0)
    known = g_strdup_printf (ngettext ("%u of them has voted already: her votes are completed.",
                                       "%u of them have voted already: their votes are completed.",
                                       self->preview->n_known), self->preview->n_known);
  outcome = g_strjoin ("\n", self->summary, known, NULL);
  gtk_label_set_text (self->outcome, outcome);
}

static void
set_importable (CapImportVotesWindow *self,
                gboolean              importable)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.import", importable);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CapImportVotesWindow) self = CAP_IMPORT_VOTES_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  CapVotesPreview *preview;

  preview = cap_workspace_preview_votes_finish (CAP_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (preview == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  g_clear_pointer (&self->preview, cap_votes_preview_free);
  g_free (self->path);
  g_free (self->summary);
  self->preview = preview;
  self->summary = dup_summary (preview);
  cap_message_bar_hide (self->message);
  show_outcome (self);
  cap_import_faults_show (self->faults, preview->faults);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  set_importable (self, preview->command != NULL && preview->command->edits->len > 0);
  gtk_widget_grab_focus (self->another_button);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  cap_sheet_intake_choose (CAP_IMPORT_VOTES_WINDOW (widget)->intake);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapImportVotesWindow) self = CAP_IMPORT_VOTES_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      if (self->path != NULL)
        {
          g_autofree char *path = g_strdup (self->path);

          cap_import_votes_window_read (self, path); /* what was read is spent: it can be tried again */
        }
      return;
    }

  g_signal_emit (self, signals[IMPORTED], 0, self->summary);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapImportVotesWindow *self = CAP_IMPORT_VOTES_WINDOW (widget);

  if (self->preview == NULL || self->preview->command == NULL ||
      cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  set_importable (self, FALSE);
  gtk_widget_set_sensitive (widget, FALSE);
  cap_workspace_run_async (self->workspace, g_steal_pointer (&self->preview->command), NULL, imported_cb,
                           g_object_ref (self));
}

static void
cap_import_votes_window_dispose (GObject *object)
{
  CapImportVotesWindow *self = CAP_IMPORT_VOTES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->intake);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_import_votes_window_parent_class)->dispose (object);
}

static void
cap_import_votes_window_finalize (GObject *object)
{
  CapImportVotesWindow *self = CAP_IMPORT_VOTES_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->preview, cap_votes_preview_free);
  g_free (self->summary);

  G_OBJECT_CLASS (cap_import_votes_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapImportVotesWindow, child)

static void
cap_import_votes_window_class_init (CapImportVotesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_import_votes_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_import_votes_window_finalize;

  signals[IMPORTED] = g_signal_new ("imported", CAP_TYPE_IMPORT_VOTES_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CAP_TYPE_IMPORT_FAULTS);
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-import-votes-window.ui");
  BIND (message);
  BIND (stack);
  BIND (choose_button);
  BIND (another_button);
  BIND (file_label);
  BIND (outcome);
  BIND (faults);

  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "import.import", NULL, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_import_votes_window_init (CapImportVotesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_importable (self, FALSE);
  self->intake = cap_sheet_intake_new (GTK_WINDOW (self), self->message);
  g_signal_connect_object (self->intake, "taken", G_CALLBACK (cap_import_votes_window_read), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cap_import_votes_window_new:
 * @parent: the window that it belongs to
 * @workspace: with a dossier open to be changed
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_import_votes_window_new (GtkWindow    *parent,
                             CapWorkspace *workspace)
{
  CapImportVotesWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_IMPORT_VOTES_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_window_set_focus (GTK_WINDOW (self), self->choose_button);

  return GTK_WIDGET (self);
}

void
cap_import_votes_window_read (CapImportVotesWindow *self,
                              const char           *path)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CAP_IS_IMPORT_VOTES_WINDOW (self) && path != NULL);

  if (cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_importable (self, FALSE);
  cap_set_string (&self->path, path);
  name = g_path_get_basename (path);
  gtk_label_set_text (self->file_label, name);
  cap_workspace_preview_votes_async (self->workspace, path, self->cancellable, previewed_cb,
                                     g_object_ref (self));
}
