/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-register-words-private.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"

/* What people write besides the names and the labels, as cap_text_fold() writes it, separated by `|`. */

static const struct
{
  CapRegisterKind  kind; /* or none: any register */
  const char      *field;
  const char      *words;
} headers[] = {
  { CAP_REGISTER_NONE, "code", "n|no|num|numero|ref|reference|id|identifiant" },
  { CAP_REGISTER_NONE, "title", "titre|intitule|libelle|nom|designation" },

  { CAP_REGISTER_COMMITMENT, "code", "engagement|code de l engagement|n d engagement|dossier" },
  { CAP_REGISTER_COMMITMENT, "type", "type d engagement|type de l engagement|nature" },
  { CAP_REGISTER_COMMITMENT, "signed", "signature|signe le|date de signature|date signature|debut|"
                                       "date de debut|signed on" },
  { CAP_REGISTER_COMMITMENT, "review", "bilan|prochain bilan|bilan prevu|bilan prevu le|date du bilan|"
                                       "date de bilan|echeance|bilan intermediaire|revue" },
  { CAP_REGISTER_COMMITMENT, "closed", "fin|cloture|date de fin|date de cloture|date de sortie|sorti le|"
                                       "termine le|clos le|end" },
  { CAP_REGISTER_COMMITMENT, "outcome", "sortie|type de sortie|motif de sortie|resultat|issue|sortie vers" },

  { CAP_REGISTER_FINDING, "audit", "code de l audit|n d audit|audit n" },
  { CAP_REGISTER_FINDING, "grade", "cotation|type|nature|gravite|niveau|classement|categorie" },
  { CAP_REGISTER_FINDING, "raised", "date|releve le|date du constat|constate le" },
  { CAP_REGISTER_FINDING, "fact", "constat|fait|faits|ecart|libelle|description|intitule|titre|title" },
  { CAP_REGISTER_FINDING, "consequence", "consequence|risque|impact|effet" },
  { CAP_REGISTER_FINDING, "expected", "attendu|ce qui est demande|rappel de l exigence" },
  { CAP_REGISTER_FINDING, "requirements", "requirement|clause|exigence|exigences|chapitre|article|articles|"
                                          "paragraphe" },
  { CAP_REGISTER_FINDING, "criteria", "criterion|critere|criteres" },
  { CAP_REGISTER_FINDING, "seen", "evidence|preuve|preuves|preuve vue|elements vus|echantillon" },
  { CAP_REGISTER_FINDING, "due", "echeance|delai|a lever le|a lever avant|date limite" },

  { CAP_REGISTER_DOCUMENT, "title", "document|nom du document|titre du document" },
  { CAP_REGISTER_DOCUMENT, "kind", "type|type de document|nature" },
  { CAP_REGISTER_DOCUMENT, "requirements", "requirement|clause|exigence|exigences|chapitre|article|articles|"
                                           "paragraphe" },
  { CAP_REGISTER_DOCUMENT, "version", "indice|revision|rev|ind|edition" },
  { CAP_REGISTER_DOCUMENT, "state", "statut|status" },
  { CAP_REGISTER_DOCUMENT, "author", "auteur|redacteur|redige par|ecrit par" },
  { CAP_REGISTER_DOCUMENT, "approver", "approbateur|valide par|approuve par|verificateur" },
  { CAP_REGISTER_DOCUMENT, "written", "redige le|date de redaction|date de creation|cree le" },
  { CAP_REGISTER_DOCUMENT, "approved", "approuve|approbation|date d approbation|date approbation|valide le|"
                                       "date de validation|date d application" },
  { CAP_REGISTER_DOCUMENT, "review", "revue|date de revue|prochaine revue|revision prevue|a revoir le|"
                                     "a reviser le|echeance" },
  { CAP_REGISTER_DOCUMENT, "location", "lieu|emplacement|classement|ou|lien|chemin" },
};

static const struct
{
  CapRegisterKind  kind;
  const char      *field;
  const char      *choice;
  const char      *words;
} choices[] = {
  { CAP_REGISTER_COMMITMENT, "type", "validation", "validation professionnelle|validation du projet|vp" },
  { CAP_REGISTER_COMMITMENT, "type", "decouverte", "decouverte des metiers|d" },
  { CAP_REGISTER_COMMITMENT, "type", "coup-de-pouce", "coup pouce|cdp" },
  { CAP_REGISTER_COMMITMENT, "type", "soutien-actif", "soutien|sa" },
  { CAP_REGISTER_COMMITMENT, "type", "mobilisation", "mobilisation et preparation|mp" },
  { CAP_REGISTER_COMMITMENT, "outcome", "durable", "emploi durable|sortie durable|sd|cdi" },
  { CAP_REGISTER_COMMITMENT, "outcome", "transition", "emploi de transition|sortie de transition|st" },
  { CAP_REGISTER_COMMITMENT, "outcome", "positive", "positif|sortie positive|sp|formation" },
  { CAP_REGISTER_COMMITMENT, "outcome", "other", "autre|autres|autre sortie|sans emploi|abandon" },

  { CAP_REGISTER_DOCUMENT, "kind", "policy", "politique|charte" },
  { CAP_REGISTER_DOCUMENT, "kind", "procedure", "procedures|processus|proc" },
  { CAP_REGISTER_DOCUMENT, "kind", "instruction", "mode operatoire|consigne|consignes|notice" },
  { CAP_REGISTER_DOCUMENT, "kind", "form", "formulaire|modele|imprime|trame" },
  { CAP_REGISTER_DOCUMENT, "kind", "record", "enregistrement|preuve|compte rendu" },
  { CAP_REGISTER_DOCUMENT, "kind", "external", "externe|document externe|texte externe" },
  { CAP_REGISTER_DOCUMENT, "kind", "other", "autre|divers" },
  { CAP_REGISTER_DOCUMENT, "state", "draft", "brouillon|projet|en cours|en redaction|a valider" },
  { CAP_REGISTER_DOCUMENT, "state", "in-force", "en vigueur|applicable|valide|approuve|actif|active" },
  { CAP_REGISTER_DOCUMENT, "state", "withdrawn", "retire|perime|obsolete|archive|annule" },
};

static void
append_folded (GString    *words,
               const char *text)
{
  g_autofree char *folded = cap_text_fold (text);

  g_string_append_printf (words, "|%s", folded);
}

/* Returns: (transfer full): all that a column of a field may be called, folded, separated by `|` */
char *
cap_register_words_dup_headers (const CapRegister *reg,
                                guint              field)
{
  const CapField *self = &reg->fields[field];
  GString *words = g_string_new (NULL);

  append_folded (words, self->name);
  append_folded (words, self->label);
  append_folded (words, gettext (self->label));
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      if ((headers[i].kind == CAP_REGISTER_NONE || headers[i].kind == reg->kind) &&
          g_str_equal (headers[i].field, self->name))
        g_string_append_printf (words, "|%s", headers[i].words);
    }

  return g_string_free (g_string_erase (words, 0, 1), FALSE);
}

static void
add_word (GHashTable      *words,
          const char      *text,
          const CapChoice *choice)
{
  g_hash_table_insert (words, cap_text_fold (text), (gpointer) choice);
}

/* Returns: (transfer full): what people write, folded → CapChoice; the names and the labels win */
GHashTable *
cap_register_words_new_choices (const CapRegister *reg,
                                guint              field)
{
  const CapField *self = &reg->fields[field];
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_auto(GStrv) others = NULL;

      if (choices[i].kind != reg->kind || !g_str_equal (choices[i].field, self->name))
        continue;

      others = g_strsplit (choices[i].words, "|", -1);
      for (guint j = 0; others[j] != NULL; j++)
        add_word (words, others[j], cap_field_find_choice (self, choices[i].choice));
    }
  for (const CapChoice *choice = self->choices; choice->name != NULL; choice++)
    {
      add_word (words, choice->label, choice);
      add_word (words, gettext (choice->label), choice);
      add_word (words, choice->name, choice);
    }

  return words;
}
