/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-vault-key.h"
#include "model/cap-salvage-report.h"
#include "store/store-fixture.h"

G_BEGIN_DECLS

#define SALVAGE_N_DAMAGES 6 /* kinds */

/* A dossier, and what is in it: table → set of rows, as text. */
typedef struct
{
  StoreFixture *fixture;
  CapVaultKey  *key;     /* NULL when it is not encrypted */
  guint8       *bytes;
  gsize         size;
  gsize         page;    /* bytes of one, as it is on the disk */
  GHashTable   *tables;
  guint         n_rows;
  char         *damaged;
  char         *saved;
} Patient;

/* Work in a dossier that is closed again; its file is what is damaged. */
void        patient_admit     (Patient          *self,
                               StoreFixture     *fixture,
                               CapVaultKey      *key);
void        patient_discharge (Patient          *self);
/* Returns: how many rows were saved; @report: (nullable): tells more */
guint       patient_treat     (Patient          *self,
                               const guint8     *bytes,
                               gsize             size,
                               guint             n_altered,
                               CapSalvageReport *report);
/* Returns: how many bytes are left; @n_altered: (out): rows that may have changed and still look right */
gsize       patient_damage    (const Patient    *self,
                               guint             kind,
                               guint8           *bytes,
                               guint            *n_altered);
guint       patient_find_root (const Patient    *self,
                               const char       *name);
guint       patient_count_pages (const Patient  *self);
/* Where a page begins in the file. */
gsize       patient_get_place (const Patient    *self,
                               guint             page);
GHashTable *patient_read_tables (const char     *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
