/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-review-json.h"
#include "quality/cap-review-rules.h"

static void
append_head (GString          *text,
             const CapDossier *dossier,
             const CapRecord  *review)
{
  g_autofree char *day = NULL;

  if (review == NULL)
    {
      g_string_append_printf (text, "%s\n",
                              _("No management review yet: here is what one of today would read."));
      return;
    }

  day = cap_date_format_long (cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE));
  /* Translators: the code of a review, a day, two numbers of inputs */
  g_string_append_printf (text, _("Management review %1$s of %2$s: %3$u inputs out of %4$u are decided"),
                          cap_record_get_code (review), day, cap_review_count_decided (dossier, review),
                          (guint) CAP_N_REVIEW_INPUTS);
  g_string_append_printf (text, "%s\n", cap_review_is_frozen (dossier, review) ? _(" (finalised)") : "");
}

static void
append_item (GString             *text,
             const CapReviewItem *item)
{
  const CapRecord *record = item->record;
  const char *decision = record != NULL ? cap_record_get (record, CAP_REVIEW_INPUT_DECISION) : NULL;
  const char *reason = record != NULL ? cap_record_get (record, CAP_REVIEW_INPUT_IRRELEVANT) : NULL;
  const gboolean known = item->input != CAP_REVIEW_INPUT_NONE;
  g_autofree char *reading = cap_review_item_dup_reading (item);

  g_string_append_printf (text, "\n%s (%s)\n  %s\n", cap_review_item_get_title (item),
                          known ? cap_review_input_get_clause (item->input) : "–", reading);
  if (decision != NULL)
    g_string_append_printf (text, "  → %s\n", decision);
  if (reason != NULL)
    /* Translators: why an input is irrelevant */
    g_string_append_printf (text, _("  → irrelevant, because: %s\n"), reason);
}

static void
append_outputs (GString          *text,
                const CapDossier *dossier,
                const CapRecord  *review)
{
  g_autoptr(GPtrArray) outputs = cap_dossier_list_parts (dossier, CAP_REGISTER_REVIEW_OUTPUT, review->id);

  for (guint i = 0; i < outputs->len; i++)
    {
      const CapRecord *output = g_ptr_array_index (outputs, i);
      const int number = cap_record_get_number (output, CAP_REVIEW_OUTPUT_ACTION);

      g_string_append_printf (text, "%s%s – %s", i == 0 ? "\n" : "",
                              cap_record_get_choice (output, CAP_REVIEW_OUTPUT_KIND),
                              cap_record_get_title (output));
      if (number > 0)
        /* Translators: the number of an action */
        g_string_append_printf (text, _(" (action %d)"), number);
      g_string_append_c (text, '\n');
    }
}

static void
tell (const CapDossier *dossier,
      const CapRecord  *review,
      const char       *today)
{
  g_autoptr(CapRecord) imagined = cap_record_new (CAP_REGISTER_MANAGEMENT_REVIEW, NULL);
  const CapRecord *read = review != NULL ? review : imagined;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  cap_record_set (imagined, CAP_MANAGEMENT_REVIEW_DATE, today);
  items = cap_review_list_items (dossier, read, today);
  append_head (text, dossier, review);
  for (guint i = 0; i < items->len; i++)
    append_item (text, g_ptr_array_index (items, i));
  append_outputs (text, dossier, read);
  cap_cli_print (text);
}

static CapCliStatus
tell_review (const char *path,
             const char *code,
             gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  g_autofree char *today = cap_date_dup_today ();
  g_autofree char *json = NULL;
  const CapRecord *review;

  if (dossier == NULL)
    return status;

  review = code != NULL ? cap_dossier_find_record_by_code (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, code)
                        : cap_review_find_last (dossier);
  if (review == NULL && code != NULL)
    {
      cap_cli_complain (code, _("there is no such management review in this dossier"));
      return CAP_CLI_REFUSED;
    }

  if (as_json)
    {
      json = cap_review_json_write (dossier, review, today);
      cap_cli_print_json (json);
    }
  else
    {
      tell (dossier, review, today);
    }

  return CAP_CLI_DONE;
}

/* What the management review reads in the dossier, and what was decided of it. */
CapCliStatus
cap_cli_review (const CapCliCommand *self,
                GStrv                arguments)
{
  gboolean as_json = FALSE;
  g_autofree char *code = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("As JSON, for other programs"), NULL },
    { "review", 0, 0, G_OPTION_ARG_STRING, &code, N_("Which one; the last one when it is not said"),
      N_("CODE") },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = tell_review (arguments[0], code, as_json);
  g_strfreev (arguments);

  return status;
}
