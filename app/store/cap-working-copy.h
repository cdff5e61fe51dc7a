/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

/**
 * CapWorkingCopy:
 *
 * The private folder where one opening of a dossier is worked on: the database
 * and where it comes from. It belongs to a process as long as that process
 * lives; a folder without owner holds what a killed program left.
 */
typedef struct _CapWorkingCopy CapWorkingCopy;

/* Chooses among what killed programs left. */
typedef gboolean (*CapWorkingCopyFilter) (CapWorkingCopy *copy,
                                          gpointer        user_data);

CapWorkingCopy *cap_working_copy_new            (const char      *path,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *cap_working_copy_list_abandoned (CapWorkingCopyFilter   filter,
                                                 gpointer               user_data) G_GNUC_WARN_UNUSED_RESULT;
const char     *cap_working_copy_get_db_path    (CapWorkingCopy  *self);
const char     *cap_working_copy_get_path       (CapWorkingCopy  *self);
const char     *cap_working_copy_get_dossier_id (CapWorkingCopy  *self);
const char     *cap_working_copy_get_base       (CapWorkingCopy  *self);
gboolean        cap_working_copy_set_origin     (CapWorkingCopy  *self,
                                                 const char      *path,
                                                 const char      *dossier_id,
                                                 const char      *base,
                                                 GError         **error);
gboolean        cap_working_copy_set_settled    (CapWorkingCopy  *self,
                                                 GError         **error);
gboolean        cap_working_copy_is_settled     (CapWorkingCopy  *self);
void            cap_working_copy_discard        (CapWorkingCopy  *self);
void            cap_working_copy_wipe           (CapWorkingCopy  *self);
void            cap_working_copy_set_aside      (CapWorkingCopy  *self);
guint           cap_working_copy_count_set_aside (const char     *path);
gboolean        cap_working_copy_set_aside_locked (CapWorkingCopy *self,
                                                 GError         **error);
GPtrArray      *cap_working_copy_list_locked    (const char      *dossier_id) G_GNUC_WARN_UNUSED_RESULT;
CapWorkingCopy *cap_working_copy_claim_locked   (const char      *db_path,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gint64          cap_working_copy_get_time       (CapWorkingCopy  *self);
void            cap_working_copy_free           (CapWorkingCopy  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapWorkingCopy, cap_working_copy_free)

G_END_DECLS
