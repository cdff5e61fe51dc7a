/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-address.h"
#include "ui/records/cap-section.h"

G_BEGIN_DECLS

/**
 * CapSectionsPage:
 *
 * A step of the journey made of registers: its sections, one of them, one line. A button, Alt+Left and
 * Escape go back to where one came from. A view is made when it is first looked at.
 */
#define CAP_TYPE_SECTIONS_PAGE (cap_sections_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (CapSectionsPage, cap_sections_page, CAP, SECTIONS_PAGE, GtkWidget)

struct _CapSectionsPageClass
{
  GtkWidgetClass parent_class;
};

void       cap_sections_page_set_up       (CapSectionsPage       *self,
                                           CapWorkspace          *workspace,
                                           const CapSectionTable *table);
const CapSectionTable *
           cap_sections_page_get_table    (CapSectionsPage       *self);
gboolean   cap_sections_page_has          (CapSectionsPage       *self,
                                           CapAddressKind         kind,
                                           const char            *target);
void       cap_sections_page_open         (CapSectionsPage       *self,
                                           CapAddressKind         kind,
                                           const char            *target);
GtkWidget *cap_sections_page_open_section (CapSectionsPage       *self,
                                           const char            *name);

G_END_DECLS
