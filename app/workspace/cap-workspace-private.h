/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-store.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

struct _CapWorkspace
{
  GObject        parent_instance;

  CapStore      *store;       /* NULL when no dossier is open */
  CapDossier    *dossier;
  CapPhotograph *photograph;
  char          *path;
  char          *save_error;
  CapSaveState   save_state;
  guint          n_changes;   /* gestures since opening: tells a stale publication */
  guint          publish_id;  /* source of the next publication, or 0 */
  guint          n_running;   /* operations under way */

  guint          read_only : 1;
  guint          recovered : 1;
};

/* Changes of state, each notified when it is one. */
void cap_workspace_set_busy           (CapWorkspace    *self,
                                       gboolean         busy);
void cap_workspace_set_save_state     (CapWorkspace    *self,
                                       CapSaveState     state,
                                       const char      *message);
void cap_workspace_set_path           (CapWorkspace    *self,
                                       const char      *path);
void cap_workspace_set_opened         (CapWorkspace    *self,
                                       CapStore        *store,
                                       const char      *path,
                                       gboolean         read_only,
                                       gboolean         recovered);
void cap_workspace_set_dossier        (CapWorkspace    *self,
                                       CapDossier      *dossier);
void cap_workspace_forget             (CapWorkspace    *self);

G_END_DECLS
