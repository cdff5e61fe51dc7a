/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"
#include "store/cap-dossier-file.h"
#include "store/cap-lock.h"
#include "store/cap-publication.h"
#include "store/cap-working-copy.h"

G_BEGIN_DECLS

struct _CapDossierFile
{
  char               *path;       /* the real one: links are followed */
  CapFrameworkReader  reader;
  CapCommandGuard     guard;      /* NULL: nothing is written in an auditor’s copy */
  GHashTable         *frameworks; /* sha256 → CapFramework, read already */
  CapDb              *db;         /* the working copy; in memory when the file is only read */
  gboolean            recovered;

  GHashTable         *siblings;   /* path → CapSibling: copies beside that were looked into */

  /* Of a dossier to work in. */
  CapLock        *lock;
  CapWorkingCopy *copy;
  char           *head;      /* of the working copy; NULL when it could not be read back */
  char           *published; /* head of the file, as last read or written */
  gboolean        noted;     /* whether the working copy says so */
  CapFileStamp    stamp;     /* of the file, as last read or written */
  char           *backup_problem; /* why the last backup could not be made, a sentence; or NULL */
};

char    *cap_dossier_file_dup_real_path_of_new (const char      *path,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean cap_dossier_file_check_writable       (CapDossierFile  *self,
                                                GError         **error);
gboolean cap_dossier_file_check_unchanged      (CapDossierFile  *self,
                                                GError         **error);
gboolean cap_dossier_file_check_whole          (CapDossierFile  *self,
                                                GError         **error);
gboolean cap_dossier_file_read_head            (CapDossierFile  *self,
                                                GError         **error);
void     cap_dossier_file_note_done            (CapDossierFile  *self);
gboolean cap_dossier_file_note_origin          (CapDossierFile  *self,
                                                GError         **error);
gboolean cap_dossier_file_check_ready          (CapDossierFile  *self,
                                                GError         **error);
gboolean cap_dossier_file_follow_key           (CapDossierFile  *self,
                                                CapVaultKey     *key,
                                                GError         **error);
CapDb   *cap_dossier_file_copy_apart           (CapDossierFile  *self,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
