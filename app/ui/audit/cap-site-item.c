/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/audit/cap-site-item.h"

struct _CapSiteItem
{
  GObject       parent_instance;

  CapGroupSite  site;      /* its texts are those below */
  CapRecord    *record;
  char         *internal;
  char         *external;
};

G_DEFINE_FINAL_TYPE (CapSiteItem, cap_site_item, G_TYPE_OBJECT)

static void
cap_site_item_finalize (GObject *object)
{
  CapSiteItem *self = CAP_SITE_ITEM (object);

  g_clear_pointer (&self->record, cap_record_free);
  g_clear_pointer (&self->internal, g_free);
  g_clear_pointer (&self->external, g_free);

  G_OBJECT_CLASS (cap_site_item_parent_class)->finalize (object);
}

static void
cap_site_item_class_init (CapSiteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_site_item_finalize;
}

static void
cap_site_item_init (CapSiteItem *self)
{
}

CapSiteItem *
cap_site_item_new (const CapGroupSite *site)
{
  CapSiteItem *self = g_object_new (CAP_TYPE_SITE_ITEM, NULL);

  self->record = cap_record_copy (site->record);
  self->internal = g_strdup (site->internal);
  self->external = g_strdup (site->external);
  self->site = *site;
  self->site.record = self->record;
  self->site.category = cap_record_get (self->record, CAP_SITE_CATEGORY);
  self->site.internal = self->internal;
  self->site.external = self->external;

  return self;
}

const CapGroupSite *
cap_site_item_get_site (CapSiteItem *self)
{
  g_return_val_if_fail (CAP_IS_SITE_ITEM (self), NULL);

  return &self->site;
}

/* Whether its line would say the same of @site. */
gboolean
cap_site_item_shows (CapSiteItem        *self,
                     const CapGroupSite *site)
{
  g_return_val_if_fail (CAP_IS_SITE_ITEM (self), FALSE);

  return cap_record_equal (self->record, site->record) &&
         g_strcmp0 (self->internal, site->internal) == 0 &&
         g_strcmp0 (self->external, site->external) == 0 &&
         self->site.inside == site->inside &&
         self->site.n_external == site->n_external &&
         self->site.n_open == site->n_open &&
         self->site.major == site->major;
}
