/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-framework-json.h"

#include "data/cap-data.h"
#include "exchange/cap-framework-check-private.h"
#include "exchange/cap-framework-entries-private.h"
#include "exchange/cap-json-private.h"

#define SHIPPED "/org/coorace/CapCedre/framework/"
#define DEFAULT "cap.json"

G_DEFINE_QUARK (cap-exchange-error-quark, cap_exchange_error)

/* The lists come before the themes, which refer to them. */
static void
read_framework (CapJsonReader *reader,
                JsonObject    *root,
                CapFramework  *self)
{
  int format = cap_json_reader_get_int (reader, root, "format", 1, CAP_FRAMEWORK_FORMAT);

  self->id = cap_json_reader_dup_code (reader, root, "id");
  self->version = cap_json_reader_dup_code (reader, root, "version");
  self->valid_from = cap_json_reader_dup_date (reader, root, "valid_from");
  self->valid_until = cap_json_reader_dup_date (reader, root, "valid_until");
  self->language = cap_json_reader_dup_code (reader, root, "language");
  self->title = cap_json_reader_dup_text (reader, root, "title");
  self->notice = cap_json_reader_dup_text (reader, root, "notice");
  self->translations = cap_json_reader_dup_translations (reader, root);
  cap_framework_read_lists (reader, root, self, format);
  cap_framework_read_themes (reader, root, self, format);
}

GPtrArray *
cap_framework_json_build (GBytes               *source,
                          const CapAdaptation  *adaptation,
                          CapFramework        **framework)
{
  g_auto(CapJsonReader) reader = { 0 };
  g_autoptr(CapFramework) read = cap_framework_new ();
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  cap_json_reader_init (&reader);
  root = cap_json_reader_parse (&reader, source);

  if (root != NULL)
    read_framework (&reader, json_node_get_object (root), read);
  if (root != NULL && !reader.incomplete && adaptation != NULL)
    cap_adaptation_apply (adaptation, read);
  if (root != NULL && !reader.incomplete)
    cap_framework_check (read, &reader);

  if (framework != NULL)
    *framework = NULL;
  if (framework != NULL && reader.faults->len == 0)
    {
      cap_framework_seal (read, source);
      *framework = g_steal_pointer (&read);
    }

  return g_steal_pointer (&reader.faults);
}

/**
 * cap_framework_json_check:
 * @source: what should be a framework file
 * @framework: (out) (optional) (nullable): the framework, when there is no fault
 *
 * Keys that the program does not know are left alone: they belong to whoever
 * wrote them.
 *
 * Returns: (transfer full) (element-type utf8): every fault, as
 *   “/themes/0/code: sentence”, in the user’s language
 */
GPtrArray *
cap_framework_json_check (GBytes        *source,
                          CapFramework **framework)
{
  return cap_framework_json_build (source, NULL, framework);
}

/**
 * cap_framework_json_read:
 * @source: a framework file
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Returns: (transfer full) (nullable): the framework; on failure, @error has
 *   the first fault
 */
CapFramework *
cap_framework_json_read (GBytes  *source,
                         GError **error)
{
  CapFramework *framework;
  g_autoptr(GPtrArray) faults = cap_framework_json_check (source, &framework);

  if (framework == NULL)
    g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, g_ptr_array_index (faults, 0));

  return framework;
}

/* What comes with the program is sound: a test says so. */
static CapFramework *
load_shipped (const char *name)
{
  g_autofree char *path = g_strconcat (SHIPPED, name, NULL);
  g_autoptr(GBytes) source = g_resource_lookup_data (cap_data_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  CapFramework *framework = cap_framework_json_read (source, &error);

  g_assert_no_error (error);

  return framework;
}

GPtrArray *
cap_framework_json_load_shipped (void)
{
  GPtrArray *frameworks = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_framework_unref);
  g_auto(GStrv) names = g_resource_enumerate_children (cap_data_get_resource (), SHIPPED,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (frameworks, load_shipped (names[i]));

  return frameworks;
}

/**
 * cap_framework_json_load_default:
 *
 * Returns: (transfer full): the newest version of CAP that comes with the
 *   program
 */
CapFramework *
cap_framework_json_load_default (void)
{
  return load_shipped (DEFAULT);
}

/**
 * cap_framework_json_load_kinds:
 *
 * Returns: (transfer container) (element-type CapTerm): the kinds of member to
 *   choose from: those of @framework, or CAP's for one that tells none apart
 */
GPtrArray *
cap_framework_json_load_kinds (const CapFramework *framework)
{
  g_autoptr(CapFramework) fallback = NULL;

  g_return_val_if_fail (framework != NULL, NULL);

  if (framework->kinds->len > 0)
    return g_ptr_array_ref (framework->kinds);

  fallback = cap_framework_json_load_default ();

  return g_ptr_array_ref (fallback->kinds);
}
