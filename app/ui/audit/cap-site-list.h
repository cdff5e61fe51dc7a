/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "audit/cap-group.h"

G_BEGIN_DECLS

/**
 * CapSiteStanding:
 * @CAP_SITE_IN_ANY: whatever it is
 * @CAP_SITE_UNSEEN_INSIDE: no internal audit saw it in this cycle
 * @CAP_SITE_UNSEEN_OUTSIDE: no outside audit did
 * @CAP_SITE_OPEN: a nonconformity is open
 * @CAP_SITE_BLOCKING: a major one is
 *
 * What is asked of the sites that are shown.
 */
typedef enum
{
  CAP_SITE_IN_ANY,
  CAP_SITE_UNSEEN_INSIDE,
  CAP_SITE_UNSEEN_OUTSIDE,
  CAP_SITE_OPEN,
  CAP_SITE_BLOCKING,
} CapSiteStanding;

#define CAP_N_SITE_STANDINGS (CAP_SITE_BLOCKING + 1)

#define CAP_TYPE_SITE_LIST (cap_site_list_get_type ())

G_DECLARE_FINAL_TYPE (CapSiteList, cap_site_list, CAP, SITE_LIST, GtkWidget)

/* @group stays with the caller, and is there until the next one is shown. */
void  cap_site_list_show        (CapSiteList     *self,
                                 const CapGroup  *group);
void  cap_site_list_filter      (CapSiteList     *self,
                                 const char      *role,
                                 CapSiteStanding  standing,
                                 const char      *text);
guint cap_site_list_get_n_shown (CapSiteList     *self);

G_END_DECLS
