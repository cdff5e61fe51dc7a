/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/frameworks/cap-frameworks-window.h"
#include "ui/frameworks/cap-import-page.h"
#include "ui/widgets/cap-message-bar.h"
#include "workspace/cap-library-async.h"

G_BEGIN_DECLS

struct _CapFrameworksWindow
{
  AdwWindow             parent_instance;

  /* Owned */
  GStrv                 dossiers;
  GPtrArray            *entries;
  CapFramework         *wanted;      /* what the list selects when it is there again */
  char                 *notice;      /* what is said then */
  CapFramework         *removed;     /* what can be put back */
  char                 *import_name; /* of the file that is looked at */
  GtkFileChooserNative *chooser;
  char                 *extension;   /* of the format that was chosen for it */
  GCancellable         *cancellable;

  /* Template children */
  AdwFlap              *flap;
  GtkListBox           *list;
  GtkWidget            *import_button;
  GtkWidget            *sidebar_button;
  AdwWindowTitle       *title;
  GtkMenuButton        *export_button;
  GtkWidget            *remove_button;
  CapMessageBar        *message;
  GtkStack             *stack;
  AdwBin               *page_bin;
  AdwStatusPage        *broken;
  AdwBin               *import_bin;

  /* Borrowed */
  CapLibraryEntry      *shown;       /* NULL while a file is looked at */
  CapImportPage        *import;      /* NULL when no file is */
};

void cap_frameworks_window_reload       (CapFrameworksWindow *self,
                                         CapFramework        *wanted,
                                         const char          *notice);
void cap_frameworks_window_close_import (CapFrameworksWindow *self);

/* What the window does with files. */
void cap_frameworks_window_install_file_actions (GtkWidgetClass      *widget_class);
void cap_frameworks_window_accept_files         (CapFrameworksWindow *self);
void cap_frameworks_window_fill_export_menu     (CapFrameworksWindow *self);

G_END_DECLS
