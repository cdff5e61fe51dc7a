/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cap_xml_text_append (GString    *text,
                              const char *xml,
                              gsize       size);

G_END_DECLS
