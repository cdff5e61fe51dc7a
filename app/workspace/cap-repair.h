/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/cap-salvage-report.h"

G_BEGIN_DECLS

/* What can be done of a dossier that is damaged. The damaged file itself is only read. */

/**
 * CapSpareKind:
 * @CAP_SPARE_BACKUP: a backup that the program made
 * @CAP_SPARE_BESIDE: a file in the folder of the dossier whose name begins as its own does
 */
typedef enum
{
  CAP_SPARE_BACKUP,
  CAP_SPARE_BESIDE,
} CapSpareKind;

/**
 * CapSpare:
 * @time: when it was made or last written, in seconds since 1970
 * @size: in bytes
 *
 * A sound dossier that may stand in for the damaged one.
 */
typedef struct
{
  CapSpareKind  kind;
  char         *path;
  gint64        time;
  gint64        size;
} CapSpare;

void              cap_spare_free             (CapSpare            *self);

/* Returns: whether @error is about a file that may be repaired */
gboolean          cap_repair_is_for          (const GError        *error);

/* Returns: (transfer full): a name beside @path that nobody has: “NAME (recovered).capcedre” */
char             *cap_repair_dup_new_path    (const char          *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean          cap_repair_salvage         (const char          *path,
                                              const char          *new_path,
                                              GCancellable        *cancellable,
                                              CapSalvageReport    *report,
                                              GError             **error);
void              cap_repair_salvage_async   (const char          *path,
                                              const char          *new_path,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
CapSalvageReport *cap_repair_salvage_finish  (GAsyncResult        *result,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Only dossiers that open are listed: backups, the newest first, then files beside. */
void              cap_repair_list_async      (const char          *path,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* Returns: (transfer full) (element-type CapSpare) */
GPtrArray        *cap_repair_list_finish     (GAsyncResult        *result,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Copies a backup beside the damaged file. */
void              cap_repair_copy_async      (const char          *path,
                                              const CapSpare      *spare,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* Returns: (transfer full) (nullable): the path of the copy */
char             *cap_repair_copy_finish     (GAsyncResult        *result,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSpare, cap_spare_free)

G_END_DECLS
