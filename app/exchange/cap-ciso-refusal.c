/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-ciso-private.h"

#include <glib/gi18n.h>

/* Libraries give one object, or a list of them, under the singular or the plural. */
static gboolean
is_called (const char *name,
           const char *singular)
{
  g_autofree char *plural = g_str_has_suffix (singular, "x") || g_str_has_suffix (singular, "s")
                            ? NULL : g_strconcat (singular, "s", NULL);

  return g_str_equal (name, singular) || g_strcmp0 (name, plural) == 0;
}

static char *
describe_matrices (const CapYaml *matrices,
                   guint          n)
{
  const CapYaml *matrix = matrices->kind == CAP_YAML_LIST ? cap_yaml_get_item (matrices, 0) : matrices;
  const CapYaml *grid = cap_yaml_get (matrix, "grid");
  guint n_rows = cap_yaml_get_length (grid);
  guint n_columns = cap_yaml_get_length (cap_yaml_get_item (grid, 0));

  if (n > 1)
    return g_strdup_printf (ngettext ("%u risk matrix", "%u risk matrices", n), n);

  /* Translators: how many rows, how many columns */
  return n_rows > 0 && n_columns > 0 ? g_strdup_printf (_("a risk matrix (%1$u × %2$u)"), n_rows, n_columns)
                                     : g_strdup (_("a risk matrix"));
}

static char *
describe (const char    *name,
          const CapYaml *entry)
{
  guint n = entry->kind == CAP_YAML_LIST ? cap_yaml_get_length (entry) : 1;

  if (g_str_equal (name, "risk_matrix") || g_str_equal (name, "risk_matrices"))
    return describe_matrices (entry, n);
  if (is_called (name, "threat"))
    return g_strdup_printf (ngettext ("%u threat", "%u threats", n), n);
  if (is_called (name, "reference_control"))
    return g_strdup_printf (ngettext ("%u reference control", "%u reference controls", n), n);
  if (is_called (name, "requirement_mapping_set"))
    return g_strdup_printf (ngettext ("%u mapping between two frameworks",
                                      "%u mappings between two frameworks", n), n);
  if (is_called (name, "preset"))
    return g_strdup_printf (ngettext ("%u preset of CISO Assistant", "%u presets of CISO Assistant", n), n);
  if (is_called (name, "metric_definition"))
    return g_strdup_printf (ngettext ("%u indicator", "%u indicators", n), n);
  if (is_called (name, "tactic"))
    return g_strdup_printf (ngettext ("%u attack tactic", "%u attack tactics", n), n);
  if (is_called (name, "technique"))
    return g_strdup_printf (ngettext ("%u attack technique", "%u attack techniques", n), n);
  if (is_called (name, "ttp_catalog"))
    return g_strdup_printf (ngettext ("%u catalogue of attacks", "%u catalogues of attacks", n), n);

  /* Translators: %s is a name in a file */
  return g_strdup_printf (_("“%s”"), name);
}

/**
 * cap_ciso_dup_refusal:
 * @objects: what the library holds, no framework
 *
 * Returns: (transfer full): a sentence that says so
 */
char *
cap_ciso_dup_refusal (const CapYaml *objects)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < cap_yaml_get_length (objects); i++)
    {
      const char *name = cap_yaml_get_name (objects, i);
      g_autofree char *item = name != NULL ? describe (name, cap_yaml_get_item (objects, i)) : NULL;

      if (item != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", item);
    }

  if (list->len == 0)
    return g_strdup (_("this library holds nothing, so there is nothing to evaluate"));

  /* Translators: %s is a list, as “12 threats, 3 reference controls” */
  return g_strdup_printf (_("this library holds %s, no framework: there is nothing to evaluate"), list->str);
}
