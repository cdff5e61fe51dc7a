/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-auditor-return.h"

#include <glib/gi18n.h>

#include "exchange/cap-json-private.h"

static void
append_count (GString    *text,
              const char *format,
              guint       count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_auto(GStrv) parts = g_strsplit (format, "%u", 2);
  g_autofree char *counted = g_strjoinv (number, parts);

  if (count > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", counted);
}

/**
 * cap_auditor_return_dup_summary:
 *
 * Returns: (transfer full): what comes in, in a line of the user’s language
 */
char *
cap_auditor_return_dup_summary (const CapAuditorReturn *self)
{
  const guint n_checks = cap_auditor_return_count (self, CAP_REGISTER_AUDIT_CHECK, FALSE) +
                         cap_auditor_return_count (self, CAP_REGISTER_AUDIT_CHECK, TRUE);
  const guint n_new = cap_auditor_return_count (self, CAP_REGISTER_FINDING, TRUE);
  const guint n_changed = cap_auditor_return_count (self, CAP_REGISTER_FINDING, FALSE);
  const guint n_pieces = cap_auditor_return_count (self, CAP_REGISTER_NONE, TRUE) +
                         cap_auditor_return_count (self, CAP_REGISTER_NONE, FALSE);
  const guint n_others = self->items->len - n_checks - n_new - n_changed - n_pieces;
  GString *text = g_string_new (NULL);

  append_count (text, ngettext ("%u point of the checklist", "%u points of the checklist", n_checks),
                n_checks);
  append_count (text, ngettext ("%u new finding", "%u new findings", n_new), n_new);
  append_count (text, ngettext ("%u finding changed", "%u findings changed", n_changed), n_changed);
  append_count (text, ngettext ("%u piece of evidence", "%u pieces of evidence", n_pieces), n_pieces);
  append_count (text, ngettext ("%u part of the plan or of the report",
                                "%u parts of the plan or of the report", n_others), n_others);
  if (text->len == 0)
    g_string_append (text, _("Nothing new in this copy"));

  return g_string_free (text, FALSE);
}

static void
add_items (JsonBuilder            *builder,
           const CapAuditorReturn *self)
{
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->items->len; i++)
    {
      const CapReturnItem *item = g_ptr_array_index (self->items, i);
      const gboolean is_evidence = item->kind == CAP_REGISTER_NONE;

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "kind", is_evidence ? "evidence" : cap_register_get (item->kind)->name);
      cap_json_add_boolean (builder, "new", item->added);
      cap_json_add_text (builder, "code", *item->code != '\0' ? item->code : NULL);
      cap_json_add_text (builder, "title", item->title);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_rest (JsonBuilder            *builder,
          const CapAuditorReturn *self)
{
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->rest->len; i++)
    {
      const CapReturnRest *rest = g_ptr_array_index (self->rest, i);

      json_builder_set_member_name (builder, rest->name);
      json_builder_add_int_value (builder, rest->count);
    }
  json_builder_end_object (builder);
}

char *
cap_auditor_return_to_json (const CapAuditorReturn *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  cap_json_add_text (builder, "audit", self->audit);
  add_items (builder, self);
  add_rest (builder, self);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
