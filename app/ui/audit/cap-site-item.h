/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "audit/cap-group.h"

G_BEGIN_DECLS

/**
 * CapSiteItem:
 *
 * One line of the list of sites. It has a copy of its own: a line that stays does not keep a state of the
 * dossier alive.
 */
#define CAP_TYPE_SITE_ITEM (cap_site_item_get_type ())

G_DECLARE_FINAL_TYPE (CapSiteItem, cap_site_item, CAP, SITE_ITEM, GObject)

CapSiteItem        *cap_site_item_new      (const CapGroupSite *site) G_GNUC_WARN_UNUSED_RESULT;
const CapGroupSite *cap_site_item_get_site (CapSiteItem        *self);
gboolean            cap_site_item_shows    (CapSiteItem        *self,
                                            const CapGroupSite *site);

G_END_DECLS
