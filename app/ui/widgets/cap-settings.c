/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-settings.h"

#include "base/cap-place.h"

/* A missing schema aborts the program: look before. */
GSettings *
cap_settings_new (void)
{
  g_autofree char *folder = cap_place_dup_schema_dir ();
  g_autoptr(GSettingsSchemaSource) source = NULL;
  g_autoptr(GSettingsSchema) schema = NULL;

  source = g_settings_schema_source_new_from_directory (folder, g_settings_schema_source_get_default (),
                                                        FALSE, NULL);
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
