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
  char          *moment;      /* what is open is the dossier as it was then; or NULL */
  CapSaveState   save_state;
  guint          n_changes;   /* gestures since opening: tells a stale publication */
  guint          publish_id;  /* source of the next publication, or 0 */
  guint          n_running;   /* operations under way */
  GHashTable    *document_texts; /* what documents say, by their SHA-256, as far as they were read; or NULL */
  gsize          n_remembered; /* bytes of it */

  guint          read_only : 1;
  guint          recovered : 1;
  guint          encrypted : 1;
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
void cap_workspace_set_encrypted      (CapWorkspace    *self,
                                       gboolean         encrypted);
void cap_workspace_set_dossier        (CapWorkspace    *self,
                                       CapDossier      *dossier);
void cap_workspace_forget             (CapWorkspace    *self);

/* One operation of the workspace: what its callback needs. */
GTask           *cap_workspace_begin         (CapWorkspace        *self,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data,
                                              gpointer             tag);
GTask           *cap_workspace_begin_opening (CapWorkspace        *self,
                                              const char          *path,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data,
                                              gpointer             tag);
CapStoreOutcome *cap_workspace_finish        (GTask               *task,
                                              GObject             *source,
                                              GAsyncResult        *result);
/* The dossier after the work is the one that is shown, and the file follows. */
void             cap_workspace_take_outcome  (CapWorkspace        *self,
                                              CapStoreOutcome     *outcome);
/* Callbacks of the store, with a task of cap_workspace_begin_opening(), or cap_workspace_begin(). */
void             cap_workspace_opened_cb     (GObject             *source,
                                              GAsyncResult        *result,
                                              gpointer             user_data);
void             cap_workspace_ran_cb        (GObject             *source,
                                              GAsyncResult        *result,
                                              gpointer             user_data);

G_END_DECLS
