/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/shell/cap-journey.h"
#include "ui/shell/cap-window.h"
#include "ui/welcome/cap-welcome-page.h"

G_BEGIN_DECLS

struct _CapWindow
{
  AdwApplicationWindow  parent_instance;

  /* Owned */
  CapWorkspace         *workspace;
  GCancellable         *cancellable;
  GFile                *file;        /* the dossier that is open or being opened */
  char                 *sibling;     /* path of another copy of it beside, or NULL */
  GPtrArray            *keys;        /* CapVaultKey: held while what they are of is being opened; or NULL */
  CapOpenMode           mode;        /* that it is being opened in */
  char                 *past_name;   /* what the moment of it is called that is being opened; or NULL */
  gint64                past;        /* that moment: rank of a line of the journal */

  /* Template children */
  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  AdwBin               *welcome_bin;
  GtkLabel             *opening_label;
  AdwBin               *journey_bin;

  /* Borrowed */
  CapWelcomePage       *welcome;
  CapJourney           *journey;     /* NULL until a dossier is open */

  GtkWidget            *campaign;    /* the window of the CAP day, or NULL */
  AdwToast             *gesture_toast; /* that offers to undo the last gesture, or NULL */

  guint                 closing : 1; /* the dossier is being closed */
  guint                 closed : 1;  /* nothing is left to save: the window may go */
};

void     cap_window_toast       (CapWindow  *self,
                                 const char *text,
                                 const char *button,
                                 const char *action_name);
void     cap_window_note_recent (CapWindow  *self);

/* What the window does with the file of its dossier. */
void     cap_window_resolve_conflict (CapWindow         *self,
                                      CapConflictChoice  choice);
gboolean cap_window_close_dossier    (CapWindow         *self);

/* What the window does with the evaluation in course. */
void     cap_window_install_evaluation_actions (GtkWidgetClass *widget_class);
void     cap_window_update_evaluation_actions  (CapWindow      *self);

/* What the window does with the copy of an auditor. */
void     cap_window_install_auditor_actions (GtkWidgetClass *widget_class);
void     cap_window_update_auditor_actions  (CapWindow      *self);
gboolean cap_window_show_audit              (CapWindow      *self);

/* What the window does with what its dossier was. */
void     cap_window_install_past_actions    (GtkWidgetClass *widget_class);
void     cap_window_update_past_actions     (CapWindow      *self);
void     cap_window_install_personal_actions (GtkWidgetClass *widget_class);
void     cap_window_update_personal_actions (CapWindow      *self);
void     cap_window_install_vault_actions   (GtkWidgetClass *widget_class);
void     cap_window_update_vault_actions    (CapWindow      *self);
void     cap_window_open_past               (CapWindow      *self,
                                             const char     *path,
                                             gint64          sequence,
                                             const char     *name);

/* What the window does with another copy of its dossier. */
void     cap_window_install_merge_actions   (GtkWidgetClass *widget_class);
void     cap_window_update_merge_actions    (CapWindow      *self);
void     cap_window_look_for_siblings       (CapWindow      *self);

G_END_DECLS
