/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for the rate of nothing. */
#define CAP_RATE_NONE (-1)

/**
 * CapShare:
 * @part: how many
 * @whole: of how many
 *
 * A rate that keeps its two numbers: of small ones, the percentage alone misleads.
 */
typedef struct
{
  guint part;
  guint whole;
} CapShare;

int   cap_share_get_percent  (CapShare self);
int   cap_share_get_permille (CapShare self);
char *cap_share_dup_percent  (CapShare self) G_GNUC_WARN_UNUSED_RESULT;
char *cap_share_dup_rate     (CapShare self) G_GNUC_WARN_UNUSED_RESULT;
char *cap_share_dup_text     (CapShare self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
