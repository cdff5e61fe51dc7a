/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-package-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-csv.h"
#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "quality/cap-evidence-rules.h"

#define MAX_TITLE     48
#define MAX_CODE      20
#define MAX_EXTENSION 5

char *
cap_package_dup_slug (const char *text,
                      gsize       max)
{
  g_autofree char *ascii = g_str_to_ascii (text, "fr");
  GString *slug = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0' && slug->len < max; at++)
    {
      const gboolean inside = at > ascii && g_ascii_isalnum (at[-1]) && g_ascii_isalnum (at[1]);
      const gboolean kept = g_ascii_isalnum (*at) || (*at == '.' && inside);

      if (kept)
        g_string_append_c (slug, *at);
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  while (slug->len > 0 && !g_ascii_isalnum (slug->str[slug->len - 1]))
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "sans-nom");

  return g_string_free (slug, FALSE);
}

char *
cap_package_dup_name (const CapDossier *dossier,
                      const char       *today)
{
  g_autofree char *member = NULL;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  member = cap_package_dup_slug (dossier->member->name, MAX_TITLE);

  return g_strdup_printf ("dossier-audit_%s_%s", member, today);
}

/* “.pdf” from “Register.PDF”; empty when it has none that is one. */
static char *
dup_extension (const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize n = dot != NULL ? strlen (dot + 1) : 0;

  if (dot == NULL || dot == name || n == 0 || n > MAX_EXTENSION)
    return g_strdup ("");

  for (gsize i = 1; i <= n; i++)
    if (!g_ascii_isalnum (dot[i]))
      return g_strdup ("");

  return g_ascii_strdown (dot, -1);
}

/* The folder, and the code that the name begins with. */
static void
find_first_place (const CapEvidence  *piece,
                  const CapDossier   *dossier,
                  const char        **folder,
                  char              **code)
{
  static const char * const folders[] = {
    [CAP_ADDRESS_CRITERION] = "criteres", [CAP_ADDRESS_ACTION] = "actions",
    [CAP_ADDRESS_REQUIREMENT] = "exigences", [CAP_ADDRESS_RECORD] = "registres",
  };
  g_autoptr(GPtrArray) places = cap_evidence_list_places (piece, dossier, NULL);
  const CapServedPlace *first = places->len > 0 ? g_ptr_array_index (places, 0) : NULL;
  g_autofree char *target = NULL;
  g_auto(GStrv) words = NULL;
  CapAddressKind kind;

  *folder = "autres";
  *code = NULL;
  if (first == NULL || !cap_address_parse (first->address, &kind, &target))
    return;

  *folder = folders[kind];
  words = g_strsplit (first->label, " – ", 2);
  *code = cap_package_dup_slug (words[0], MAX_CODE);
}

char *
cap_package_dup_path (const CapEvidence *piece,
                      const CapDossier  *dossier)
{
  const CapEvidenceFile *file = cap_evidence_get_file (piece);
  g_autofree char *code = NULL;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  g_autofree char *extension = NULL;
  const char *folder;

  if (file == NULL || piece->removed != NULL || cap_evidence_is_emptied (piece))
    return NULL;

  find_first_place (piece, dossier, &folder, &code);
  number = cap_evidence_dup_code (piece);
  title = cap_package_dup_slug (piece->title, MAX_TITLE);
  extension = dup_extension (file->name);

  return g_strdup_printf ("data/preuves/%s/%s%s%s_%s%s", folder, code != NULL ? code : "",
                          code != NULL ? "_" : "", number, title, extension);
}

/* The columns that say what a piece is. */
static void
append_piece (GString               *csv,
              const CapPackageInput *input,
              const char            *code,
              const char            *title,
              const CapEvidence     *piece)
{
  const CapEvidenceFile *file = piece != NULL ? cap_evidence_get_file (piece) : NULL;
  g_autofree char *number = piece != NULL ? cap_evidence_dup_code (piece) : NULL;
  g_autofree char *path = piece != NULL ? cap_package_dup_path (piece, input->dossier) : NULL;
  const char *fields[] = {
    code, title, number, piece != NULL ? piece->title : NULL, piece != NULL ? piece->date : NULL,
    piece != NULL ? piece->expires : NULL, path, piece != NULL ? piece->reference : NULL,
    path != NULL ? file->sha256 : NULL, NULL,
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (fields); i++)
    if (fields[i] == NULL)
      fields[i] = "";
  cap_csv_append_row (csv, fields);
}

static GString *
new_index (const char *first)
{
  const char *header[] = {
    first, _("Title"), _("Piece"), _("What it is"), _("Date"), _("Last day"), _("File"), _("Reference"),
    "SHA-256", NULL,
  };
  GString *csv = cap_csv_new ();

  cap_csv_append_row (csv, header);

  return csv;
}

GBytes *
cap_package_index_criteria (const CapPackageInput *input)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (input->dossier);
  const GPtrArray *criteria = evaluation->framework->criteria;
  GString *csv = new_index (_("Criterion"));

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);
      const guint n = answer != NULL ? answer->evidence->len : 0;

      for (guint j = 0; j < n; j++)
        {
          const CapEvidence *held = g_ptr_array_index (answer->evidence, j);
          const CapEvidence *piece = cap_dossier_find_evidence (input->dossier, held->id);

          append_piece (csv, input, criterion->code, criterion->label, piece != NULL ? piece : held);
        }
      if (n == 0)
        append_piece (csv, input, criterion->code, criterion->label, NULL);
    }

  return g_string_free_to_bytes (csv);
}

static gboolean
has_clause (const CapCriterion *criterion,
            const char         *number)
{
  return criterion->clauses != NULL && g_strv_contains ((const char * const *) criterion->clauses, number);
}

/* A piece is evidence of a clause when it was said so, or when it proves a criterion that speaks to it. */
static gboolean
proves (const CapEvidence *piece,
        const CapDossier  *dossier,
        const char        *number)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);

  if (piece->removed != NULL)
    return FALSE;
  if (cap_evidence_serves (piece, CAP_PLACE_REQUIREMENT, number))
    return TRUE;

  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);

      if (has_clause (criterion, number) &&
          cap_answer_holds_evidence (cap_evaluation_get_answer (evaluation, criterion->code), piece->id))
        return TRUE;
    }

  return FALSE;
}

/* A clause that has parts has a line when something was given for the whole of it. */
static void
append_requirement (GString               *csv,
                    const CapPackageInput *input,
                    const CapRequirement  *requirement)
{
  const char *title = cap_requirement_get_title (requirement);
  guint n = 0;

  for (guint i = 0; i < input->dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (input->dossier->evidence, i);

      if (proves (piece, input->dossier, requirement->number))
        {
          append_piece (csv, input, requirement->number, title, piece);
          n++;
        }
    }
  if (n == 0 && requirement->parts == 0)
    append_piece (csv, input, requirement->number, title, NULL);
}

GBytes *
cap_package_index_requirements (const CapPackageInput *input)
{
  GString *csv = new_index (_("Clause"));
  const GPtrArray *standards = input->catalogue != NULL ? input->catalogue->standards : NULL;

  for (guint i = 0; standards != NULL && i < standards->len; i++)
    {
      const CapStandard *standard = g_ptr_array_index (standards, i);

      for (guint j = 0; j < standard->requirements->len; j++)
        append_requirement (csv, input, g_ptr_array_index (standard->requirements, j));
    }

  return g_string_free_to_bytes (csv);
}

static void
append_line (GString           *text,
             const CapEvidence *piece,
             const char        *path)
{
  g_autofree char *number = cap_evidence_dup_code (piece);

  g_string_append_printf (text, "%s – %s\r\n", number, piece->title);
  if (path != NULL)
    g_string_append_printf (text, "    %s\r\n", path);
  if (piece->reference != NULL)
    g_string_append_printf (text, "    %s\r\n", piece->reference);
}

/* For people: what is in the package, and how to check it. */
GBytes *
cap_package_index_text (const CapPackageInput *input)
{
  g_autofree char *date = cap_date_format_long (input->today);
  GString *text = g_string_new (NULL);

  /* Translators: the name of a structure; a date */
  g_string_append_printf (text, _("Audit dossier of %s, %s"), input->dossier->member->name, date);
  g_string_append_printf (text, "\r\n\r\n%s\r\n\r\n",
                          _("The files of the folder “data” are those that were given to be audited. To "
                            "check that none was changed: cap-cedre verify, or sha256sum -c "
                            "manifest-sha256.txt."));
  g_string_append_printf (text, "%s\r\n", _("Documents"));
  for (guint i = 0; i < input->names->len; i++)
    g_string_append_printf (text, "    data/%s\r\n", (const char *) g_ptr_array_index (input->names, i));

  g_string_append_printf (text, "\r\n%s\r\n", _("Pieces of evidence"));
  for (guint i = 0; i < input->dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (input->dossier->evidence, i);
      g_autofree char *path = cap_package_dup_path (piece, input->dossier);

      if (piece->removed == NULL)
        append_line (text, piece, path);
    }

  return g_string_free_to_bytes (text);
}

static void
append_missing_evidence (GString               *text,
                         const CapPackageInput *input)
{
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(GPtrArray) missing = NULL;

  photograph = cap_photograph_new (cap_dossier_get_current (input->dossier), input->dossier->member);
  missing = cap_evidence_list_missing (photograph, input->dossier);
  g_string_append_printf (text, "%s\r\n", _("Criteria whose level asks for evidence that is not there"));
  for (guint i = 0; i < missing->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (missing, i);

      g_string_append_printf (text, "    %s – %s\r\n", result->criterion->code, result->criterion->label);
    }
  if (missing->len == 0)
    g_string_append_printf (text, "    %s\r\n", _("nothing"));
}

typedef gboolean (*Concerns) (const CapEvidence     *piece,
                              const CapPackageInput *input);

static gboolean
is_out_of_date (const CapEvidence     *piece,
                const CapPackageInput *input)
{
  return cap_evidence_get_expiry (piece, input->today) == CAP_EXPIRY_PAST;
}

static gboolean
is_emptied (const CapEvidence     *piece,
            const CapPackageInput *input)
{
  return cap_evidence_is_emptied (piece);
}

static gboolean
is_elsewhere (const CapEvidence     *piece,
              const CapPackageInput *input)
{
  return piece->files->len == 0;
}

static void
append_pieces (GString               *text,
               const CapPackageInput *input,
               const char            *heading,
               Concerns               concerns)
{
  guint n = 0;

  g_string_append_printf (text, "\r\n%s\r\n", heading);
  for (guint i = 0; i < input->dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (input->dossier->evidence, i);
      g_autofree char *name = NULL;

      if (piece->removed != NULL || !concerns (piece, input))
        continue;

      name = cap_evidence_dup_code (piece);
      g_string_append_printf (text, "    %s – %s%s%s\r\n", name, piece->title,
                              piece->reference != NULL ? " · " : "",
                              piece->reference != NULL ? piece->reference : "");
      n++;
    }
  if (n == 0)
    g_string_append_printf (text, "    %s\r\n", _("nothing"));
}

/* What an auditor will ask for. */
GBytes *
cap_package_missing (const CapPackageInput *input)
{
  GString *text = g_string_new (NULL);

  append_missing_evidence (text, input);
  append_pieces (text, input, _("Pieces that are out of date"), is_out_of_date);
  append_pieces (text, input, _("Pieces whose content was taken out, to be replaced"), is_emptied);
  append_pieces (text, input, _("Pieces that are not in this package: where they are"), is_elsewhere);

  return g_string_free_to_bytes (text);
}
