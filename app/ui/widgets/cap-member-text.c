/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-member-text.h"

#include <glib/gi18n.h>

#include "base/cap-locale.h"
#include "base/cap-text.h"
#include "scoring/cap-scope.h"

#define COUNT_MAX    1000000
#define SIRET_LENGTH 14

/* Thousands may be set apart, by any kind of space. */
static char *
dup_without_spaces (const char *text)
{
  g_autoptr(GString) bare = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (bare, g_utf8_get_char (at));

  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/**
 * cap_member_text_parse_count:
 * @text: a whole number, with or without spaces
 * @count: (out): unchanged when it cannot be read
 *
 * Returns: whether it is a number, or nothing
 */
gboolean
cap_member_text_parse_count (const char *text,
                             int        *count)
{
  g_autofree char *digits = NULL;
  guint64 value;

  g_return_val_if_fail (text != NULL && count != NULL, FALSE);

  digits = dup_without_spaces (text);

  if (digits[0] == '\0')
    {
      *count = CAP_NUMBER_UNKNOWN;
      return TRUE;
    }

  if (!g_ascii_string_to_unsigned (digits, 10, 0, COUNT_MAX, &value, NULL))
    return FALSE;

  *count = (int) value;

  return TRUE;
}

char *
cap_member_text_format_count (int count)
{
  return count == CAP_NUMBER_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%d", count);
}

static gboolean
parse_decimals (const char *text,
                int        *hundredths)
{
  gsize length = strlen (text);

  if (length > 2 || strspn (text, "0123456789") != length)
    return FALSE;

  *hundredths = length > 0 ? g_ascii_digit_value (text[0]) * 10 : 0;
  *hundredths += length > 1 ? g_ascii_digit_value (text[1]) : 0;

  return TRUE;
}

/**
 * cap_member_text_parse_hundredths:
 * @text: a number with up to two decimals, after a comma or a point
 * @hundredths: (out): the number times 100; unchanged when it cannot be read
 *
 * Returns: whether it is a number, or nothing
 */
gboolean
cap_member_text_parse_hundredths (const char *text,
                                  int        *hundredths)
{
  g_autofree char *point = NULL;
  g_auto(GStrv) parts = NULL;
  int whole;
  int decimals = 0;

  g_return_val_if_fail (text != NULL && hundredths != NULL, FALSE);

  point = g_strdelimit (g_strdup (text), ",", '.');
  parts = g_strsplit (point, ".", 3);

  if (g_strv_length (parts) > 2 ||
      !cap_member_text_parse_count (parts[0] != NULL ? parts[0] : "", &whole) ||
      (parts[0] != NULL && parts[1] != NULL && !parse_decimals (parts[1], &decimals)))
    return FALSE;

  if (whole == CAP_NUMBER_UNKNOWN && parts[0] != NULL && parts[1] != NULL)
    return FALSE;

  *hundredths = whole == CAP_NUMBER_UNKNOWN ? CAP_NUMBER_UNKNOWN : whole * 100 + decimals;

  return TRUE;
}

char *
cap_member_text_format_hundredths (int hundredths)
{
  char point = g_str_equal (cap_locale_get_language (), "fr") ? ',' : '.';

  if (hundredths == CAP_NUMBER_UNKNOWN)
    return g_strdup ("");

  if (hundredths % 100 == 0)
    return g_strdup_printf ("%d", hundredths / 100);

  if (hundredths % 10 == 0)
    return g_strdup_printf ("%d%c%d", hundredths / 100, point, hundredths % 100 / 10);

  return g_strdup_printf ("%d%c%02d", hundredths / 100, point, hundredths % 100);
}

/**
 * cap_member_text_check_siret:
 * @text: a SIRET as people write it, or nothing
 *
 * Returns: (transfer full) (nullable): what is wrong with it; %NULL when
 *   nothing is
 */
char *
cap_member_text_check_siret (const char *text)
{
  g_autofree char *digits = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  digits = cap_siret_normalize (text);
  length = strlen (digits);

  if (length == 0 || cap_siret_is_valid (digits))
    return NULL;

  if (strspn (digits, "0123456789") != length)
    return g_strdup (_("A SIRET has only digits."));

  if (length < SIRET_LENGTH)
    /* Translators: number of digits typed */
    return g_strdup_printf (ngettext ("A SIRET has 14 digits: there is %u so far.",
                                      "A SIRET has 14 digits: there are %u so far.", (guint) length),
                            (guint) length);

  if (length > SIRET_LENGTH)
    return g_strdup (_("A SIRET has 14 digits: there are too many here."));

  return g_strdup (_("This is not a SIRET: one digit must be wrong."));
}

/**
 * cap_member_text_take_siret:
 * @text: a SIRET as people write it, or nothing
 * @siret: (inout): unchanged when @text is not valid
 *
 * Returns: whether @text is valid
 */
gboolean
cap_member_text_take_siret (const char  *text,
                            char       **siret)
{
  g_autofree char *digits = NULL;

  g_return_val_if_fail (text != NULL && siret != NULL, FALSE);

  digits = cap_siret_normalize (text);

  if (digits[0] != '\0' && !cap_siret_is_valid (digits))
    return FALSE;

  cap_set_string (siret, digits[0] != '\0' ? digits : NULL);

  return TRUE;
}

/* Why a criterion is left out, in the words of the framework. */
static const char *
get_reason (const CapCriterion *criterion,
            CapMode             mode)
{
  if (criterion->certification_only && mode != CAP_MODE_CERTIFICATION)
    return _("certification mode only");

  return criterion->filter != NULL ? criterion->filter->label : "";
}

static void
append_reason (GString    *text,
               GPtrArray  *codes,
               const char *reason)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (codes, NULL);
  list = g_strjoinv (", ", (char **) codes->pdata);
  g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? " ; " : "", list, reason);
}

/* The criteria left out, those of one reason together. */
static char *
dup_left_out (const CapEvaluation *evaluation,
              const CapMember     *member,
              guint               *n_left)
{
  const CapFramework *framework = evaluation->framework;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GHashTable) by_reason = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                           (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GPtrArray) reasons = g_ptr_array_new ();

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);
      const char *reason = get_reason (criterion, evaluation->mode);
      GPtrArray *codes;

      if (cap_scope_includes (criterion, evaluation, member))
        continue;

      codes = g_hash_table_lookup (by_reason, reason);
      if (codes == NULL)
        {
          codes = g_ptr_array_new ();
          g_hash_table_insert (by_reason, (gpointer) reason, codes);
          g_ptr_array_add (reasons, (gpointer) reason);
        }

      g_ptr_array_add (codes, criterion->code);
      (*n_left)++;
    }

  for (guint i = 0; i < reasons->len; i++)
    append_reason (text, g_hash_table_lookup (by_reason, g_ptr_array_index (reasons, i)),
                   g_ptr_array_index (reasons, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * cap_member_text_dup_scope:
 *
 * Returns: (transfer full): how many criteria concern a member, and which do
 *   not and why
 */
char *
cap_member_text_dup_scope (const CapEvaluation *evaluation,
                           const CapMember     *member)
{
  g_autofree char *left_out = NULL;
  guint n_left = 0;
  guint total;

  g_return_val_if_fail (evaluation != NULL && member != NULL, NULL);

  total = evaluation->framework->criteria->len;
  left_out = dup_left_out (evaluation, member, &n_left);

  if (n_left == 0)
    /* Translators: number of criteria */
    return g_strdup_printf (ngettext ("The %u criterion concerns you.", "All %u criteria concern you.",
                                      total),
                            total);

  /* Translators: number of criteria in scope, number of criteria, list of codes with reasons */
  return g_strdup_printf (ngettext ("%u criterion of %u concerns you. Left out: %s.",
                                    "%u criteria of %u concern you. Left out: %s.", total - n_left),
                          total - n_left, total, left_out);
}
