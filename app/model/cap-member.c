/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-member.h"

#include <string.h>

#define SIRET_LENGTH 14
#define SIREN_LENGTH 9
#define SIREN_LA_POSTE "356000000"

/* The delegations of the network. Codes stay: they are in dossiers. */
static const struct
{
  const char *code;
  const char *label;
} regions[] = {
  { "ARA", "Auvergne-Rhône-Alpes" },
  { "BFC", "Bourgogne-Franche-Comté" },
  { "BRE", "Bretagne" },
  { "CVL", "Centre-Val de Loire" },
  { "GES", "Grand Est" },
  { "HDF", "Hauts-de-France" },
  { "IDF", "Île-de-France" },
  { "NOR", "Normandie" },
  { "NAQ", "Nouvelle-Aquitaine" },
  { "OCC", "Occitanie" },
  { "OI", "Océan Indien" },
  { "PDL", "Pays de la Loire" },
  { "PACA", "Provence-Alpes-Côte d’Azur" },
  { "OM", "Antilles-Guyane" },
};

/**
 * cap_member_new:
 * @name: how the structure calls itself
 *
 * Returns: (transfer full): a member of which nothing else is known, so that
 *   every criterion concerns it
 */
CapMember *
cap_member_new (const char *name)
{
  CapMember *self = g_new0 (CapMember, 1);

  g_return_val_if_fail (name != NULL, NULL);

  self->name = g_strdup (name);
  self->kinds = g_new0 (char *, 1);
  self->staff = CAP_NUMBER_UNKNOWN;
  self->participants = CAP_NUMBER_UNKNOWN;
  self->fte_hundredths = CAP_NUMBER_UNKNOWN;
  self->sites = CAP_NUMBER_UNKNOWN;
  self->secondment = cap_kinds_imply_secondment ((const char * const *) self->kinds);

  return self;
}

CapMember *
cap_member_copy (const CapMember *self)
{
  CapMember *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  copy->siret = g_strdup (self->siret);
  copy->kinds = g_strdupv (self->kinds);
  copy->region = g_strdup (self->region);
  copy->department = g_strdup (self->department);

  return copy;
}

void
cap_member_free (CapMember *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->siret);
  g_strfreev (self->kinds);
  g_free (self->region);
  g_free (self->department);
  g_free (self);
}

gboolean
cap_member_has_kind (const CapMember *self,
                     const char      *kind)
{
  g_return_val_if_fail (self != NULL && kind != NULL, FALSE);

  return g_strv_contains ((const char * const *) self->kinds, kind);
}

gboolean
cap_member_equal (const CapMember *self,
                  const CapMember *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_strcmp0 (self->name, other->name) == 0 &&
         g_strcmp0 (self->siret, other->siret) == 0 &&
         g_strv_equal ((const char * const *) self->kinds, (const char * const *) other->kinds) &&
         g_strcmp0 (self->region, other->region) == 0 &&
         g_strcmp0 (self->department, other->department) == 0 &&
         self->staff == other->staff &&
         self->participants == other->participants &&
         self->fte_hundredths == other->fte_hundredths &&
         self->sites == other->sites &&
         self->secondment == other->secondment;
}

/**
 * cap_kinds_imply_secondment:
 * @kinds: (array zero-terminated=1): codes of *conventionnements*
 *
 * Returns: what to presume of *mise à disposition* for a new member: true for
 *   the kinds whose trade it is, and as long as no kind is known, so that no
 *   criterion is hidden by ignorance
 */
gboolean
cap_kinds_imply_secondment (const char * const *kinds)
{
  static const char * const placing[] = { "AI", "ETTI", "ETT-ESS", "GES", NULL };

  g_return_val_if_fail (kinds != NULL, TRUE);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (g_strv_contains (placing, kinds[i]))
        return TRUE;
    }

  return kinds[0] == NULL;
}

/* The Luhn sum of the digits, the last one with weight 1. */
static guint
sum_luhn (const char *digits,
          gsize       length)
{
  guint sum = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint) g_ascii_digit_value (digits[length - 1 - i]) * (i % 2 == 0 ? 1 : 2);

      sum += digit > 9 ? digit - 9 : digit;
    }

  return sum;
}

static guint
sum_digits (const char *digits)
{
  guint sum = 0;

  for (; *digits != '\0'; digits++)
    sum += (guint) g_ascii_digit_value (*digits);

  return sum;
}

/**
 * cap_siret_is_valid:
 * @siret: (nullable): what should be 14 digits, without spaces
 *
 * Checks length, digits and Luhn’s key. The establishments of La Poste (SIREN
 * 356 000 000) do not follow Luhn: the sum of their digits is a multiple of 5.
 *
 * Returns: whether it can be a SIRET
 */
gboolean
cap_siret_is_valid (const char *siret)
{
  if (siret == NULL || strlen (siret) != SIRET_LENGTH ||
      strspn (siret, "0123456789") != SIRET_LENGTH)
    return FALSE;

  if (sum_luhn (siret, SIREN_LENGTH) % 10 == 0 && sum_luhn (siret, SIRET_LENGTH) % 10 == 0 &&
      sum_digits (siret) > 0)
    return TRUE;

  return g_str_has_prefix (siret, SIREN_LA_POSTE) && sum_digits (siret) % 5 == 0;
}

/**
 * cap_siret_normalize:
 * @text: a SIRET as people write it
 *
 * Returns: (transfer full): @text without any kind of space, points or dashes
 */
char *
cap_siret_normalize (const char *text)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && c != '.' && c != '-')
        g_string_append_unichar (digits, c);
    }

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/**
 * cap_siret_format:
 * @siret: 14 digits
 *
 * Returns: (transfer full): the SIRET in groups, “123 456 789 00012”, with
 *   narrow no-break spaces
 */
char *
cap_siret_format (const char *siret)
{
  g_return_val_if_fail (siret != NULL, NULL);

  if (strlen (siret) != SIRET_LENGTH)
    return g_strdup (siret);

  return g_strdup_printf ("%.3s\u202f%.3s\u202f%.3s\u202f%.5s", siret, siret + 3, siret + 6, siret + 9);
}

guint
cap_region_get_count (void)
{
  return G_N_ELEMENTS (regions);
}

const char *
cap_region_get_code (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (regions), NULL);

  return regions[index].code;
}

/**
 * cap_region_get_label:
 * @code: (nullable): the code of a delegation
 *
 * Returns: (nullable): its name
 */
const char *
cap_region_get_label (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (regions); i++)
    {
      if (g_str_equal (regions[i].code, code))
        return regions[i].label;
    }

  return NULL;
}

/**
 * cap_region_find:
 * @text: a code or a name; case and accents do not matter
 *
 * Returns: (nullable): the code of the delegation
 */
const char *
cap_region_find (const char *text)
{
  g_autofree char *wanted = NULL;
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_str_to_ascii (text, "C");
  wanted = g_ascii_strdown (plain, -1);

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autofree char *ascii = g_str_to_ascii (regions[i].label, "C");
      g_autofree char *label = g_ascii_strdown (ascii, -1);

      if (g_ascii_strcasecmp (regions[i].code, text) == 0 || g_str_equal (label, wanted))
        return regions[i].code;
    }

  return NULL;
}
