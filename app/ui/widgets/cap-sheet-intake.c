/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-sheet-intake.h"

#include <glib/gi18n.h>

struct _CapSheetIntake
{
  GObject               parent_instance;

  GtkWindow            *window;  /* borrowed: it owns this */
  CapMessageBar        *message; /* borrowed: of the window */
  GtkFileChooserNative *chooser; /* while a file is being chosen */
};

G_DEFINE_FINAL_TYPE (CapSheetIntake, cap_sheet_intake, G_TYPE_OBJECT)

enum
{
  TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
take (CapSheetIntake *self,
      GFile          *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    g_signal_emit (self, signals[TAKEN], 0, path);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer. Choose another one."));
}

static void
responded_cb (CapSheetIntake *self,
              int             response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    take (self, file);
}

static gboolean
dropped_cb (CapSheetIntake *self,
            const GValue   *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  take (self, files->data);

  return TRUE;
}

static void
cap_sheet_intake_dispose (GObject *object)
{
  g_clear_object (&CAP_SHEET_INTAKE (object)->chooser);

  G_OBJECT_CLASS (cap_sheet_intake_parent_class)->dispose (object);
}

static void
cap_sheet_intake_class_init (CapSheetIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_sheet_intake_dispose;

  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cap_sheet_intake_init (CapSheetIntake *self)
{
}

/**
 * cap_sheet_intake_new:
 * @window: which owns the intake, so that neither it nor @message goes away before
 * @message: where it is said what cannot be read
 */
CapSheetIntake *
cap_sheet_intake_new (GtkWindow     *window,
                      CapMessageBar *message)
{
  CapSheetIntake *self;
  GtkDropTarget *target;

  g_return_val_if_fail (GTK_IS_WINDOW (window) && CAP_IS_MESSAGE_BAR (message), NULL);

  self = g_object_new (CAP_TYPE_SHEET_INTAKE, NULL);
  self->window = window;
  self->message = message;
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));

  return self;
}

/* Opens the dialog, which has the title of the window; one at a time. */
void
cap_sheet_intake_choose (CapSheetIntake *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (CAP_IS_SHEET_INTAKE (self));

  if (self->chooser != NULL)
    return;

  gtk_file_filter_set_name (filter, _("CSV files"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_add_suffix (filter, "tsv");

  self->chooser = gtk_file_chooser_native_new (gtk_window_get_title (self->window), self->window,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (responded_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
