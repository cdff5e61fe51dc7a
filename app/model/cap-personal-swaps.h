/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-personal-finder.h"

G_BEGIN_DECLS

/**
 * CapPersonalSwaps:
 *
 * What is to be taken out of texts, and what stands there instead. All of them are looked for at once: what
 * one puts is not looked at by another. And which files are to be taken out as a whole.
 */
typedef struct _CapPersonalSwaps CapPersonalSwaps;

#define CAP_PERSONAL_ERROR (cap_personal_error_quark ())

typedef enum
{
  CAP_PERSONAL_ERROR_TOO_SHORT,
  CAP_PERSONAL_ERROR_REPLACEMENT,
  CAP_PERSONAL_ERROR_NO_FILE,
} CapPersonalError;

GQuark cap_personal_error_quark (void);

CapPersonalSwaps *cap_personal_swaps_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void              cap_personal_swaps_free            (CapPersonalSwaps        *self);
gboolean          cap_personal_swaps_add             (CapPersonalSwaps        *self,
                                                      const char              *text,
                                                      const char              *replacement,
                                                      GError                 **error);
guint             cap_personal_swaps_get_n           (const CapPersonalSwaps  *self);
const char       *cap_personal_swaps_get_text        (const CapPersonalSwaps  *self,
                                                      guint                    rank);
void              cap_personal_swaps_add_document    (CapPersonalSwaps        *self,
                                                      const char              *sha256);
void              cap_personal_swaps_take_content    (CapPersonalSwaps        *self,
                                                      const char              *sha256,
                                                      GBytes                  *content);
void              cap_personal_swaps_spare_content   (CapPersonalSwaps        *self,
                                                      GBytes                  *content);
guint             cap_personal_swaps_settle_samples  (CapPersonalSwaps        *self);
GPtrArray        *cap_personal_swaps_list_documents  (const CapPersonalSwaps  *self)
                                                      G_GNUC_WARN_UNUSED_RESULT;
guint             cap_personal_swaps_get_n_documents (const CapPersonalSwaps  *self);
gboolean          cap_personal_swaps_has_document    (const CapPersonalSwaps  *self,
                                                      const char              *sha256);
gboolean          cap_personal_swaps_check           (CapPersonalSwaps        *self,
                                                      GError                 **error);
char             *cap_personal_swaps_apply           (const CapPersonalSwaps  *self,
                                                      const char              *text,
                                                      guint                   *n) G_GNUC_WARN_UNUSED_RESULT;
guint64           cap_personal_swaps_count_bytes     (const CapPersonalSwaps  *self,
                                                      const void              *data,
                                                      gsize                    size,
                                                      gsize                    n_starts,
                                                      guint64                 *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPersonalSwaps, cap_personal_swaps_free)

G_END_DECLS
