/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-action-words-private.h"

#include <string.h>

#include "base/cap-text.h"

#define MIN_PREFIX 4 /* letters: a shorter word begins too many others */

/* All of them as cap_text_fold() writes them, separated by `|`. */
static const char * const headers[CAP_N_ACTION_FIELDS] = {
  [CAP_FIELD_NUMBER] = "number|no|n|num|numero|n action|n d action|numero d action|ref|reference|id",
  [CAP_FIELD_TITLE] = "title|action|actions|titre|intitule|libelle|action a mener|actions a mener|quoi|"
                      "tache|action a realiser|action d amelioration|intitule de l action|objet",
  [CAP_FIELD_DESCRIPTION] = "description|descriptif|detail|details|precisions|modalites|comment|how",
  [CAP_FIELD_EXPECTED] = "expected|expected result|resultat attendu|resultats attendus|objectif|objectifs|"
                         "livrable|livrables|but|pourquoi",
  [CAP_FIELD_KIND] = "kind|type|nature|categorie|type d action|nature de l action",
  [CAP_FIELD_ORIGINS] = "origins|origin|criterion|criteria|critere|criteres|code du critere|code critere|"
                        "origine|origines|source|exigence",
  [CAP_FIELD_OWNER] = "owner|in charge|pilote|pilotes|responsable|responsables|qui|porteur|referent|"
                      "en charge",
  [CAP_FIELD_CONTRIBUTORS] = "contributors|contributor|with|avec|avec qui|contributeurs|contributeur|"
                             "participants|associes|acteurs|personnes associees",
  [CAP_FIELD_SERVICE] = "service|service of the network|service du reseau|appui du reseau",
  [CAP_FIELD_DAYS] = "days|jours|nombre de jours|nb jours|nb de jours|charge|charge en jours|"
                     "temps en jours",
  [CAP_FIELD_EUROS] = "euros|cout|couts|budget|montant|cost",
  [CAP_FIELD_START] = "start|start date|debut|date de debut|date debut|lancement|date de lancement|"
                      "demarrage|a partir du|debut prevu",
  [CAP_FIELD_DUE] = "due|due date|deadline|echeance|echeances|date d echeance|delai|delais|quand|pour le|"
                    "date limite|date butoir|fin|date de fin|date fin|fin prevue|date prevue|avant le",
  [CAP_FIELD_STATE] = "state|status|etat|statut|avancement|etat d avancement|realisation|progression",
  [CAP_FIELD_IMPACT] = "impact",
  [CAP_FIELD_EFFORT] = "effort",
  [CAP_FIELD_LEVEL] = "level|niveau|niveau actuel",
  [CAP_FIELD_TARGET] = "target|level aimed at|niveau vise|niveau cible|cible",
  [CAP_FIELD_STEPS] = "steps|etapes|sous actions|sous taches|jalons",
  [CAP_FIELD_NOTES] = "notes|note|diary|journal|comments|commentaire|commentaires|observation|"
                      "observations|remarque|remarques|suivi",
  [CAP_FIELD_AFTER] = "after|waits for|attend|apres|depend de|prerequis|predecesseurs",
  [CAP_FIELD_INDICATOR] = "indicator|indicateur|code de l indicateur",
  [CAP_FIELD_CREATED] = "created|in the plan since|au plan depuis|date de creation|creee le|cree le|"
                        "ajoutee le",
  [CAP_FIELD_NEWS] = "news|last news|dernieres nouvelles",
  [CAP_FIELD_DONE] = "done|done on|faite le|fait le|date de realisation|realisee le|realise le|terminee le",
  [CAP_FIELD_CLOSED] = "closed|closed on|close le|cloturee le|date de cloture|soldee le",
  [CAP_FIELD_REASON] = "reason|why it was abandoned|motif de l abandon|motif d abandon|motif",
  [CAP_FIELD_CHECK_DUE] = "check due|verification prevue|verification prevue le|date de verification|"
                          "controle prevu",
  [CAP_FIELD_CHECK_BY] = "check by|checked by|verifiee par|verifie par|verificateur|controle par",
  [CAP_FIELD_CHECK_EVIDENCE] = "check evidence|what the check stands on|ce qui fonde la verification|"
                               "preuve|preuves",
  [CAP_FIELD_CHECKED] = "checked|checked on|verifiee le|verifie le",
  [CAP_FIELD_VERDICT] = "verdict|efficacite|resultat de la verification",
};

static const char * const states[CAP_N_ACTION_STATES] = {
  [CAP_ACTION_TODO] = "todo|to do|p|a faire|a lancer|a demarrer|a venir|a planifier|non commence|"
                      "non commencee|non demarre|non demarree|pas commence|pas commencee|planifie|"
                      "planifiee|prevu|prevue|ouvert|ouverte|open|not started|planned|0",
  [CAP_ACTION_STARTED] = "started|in progress|ongoing|d|en cours|encours|demarre|demarree|commence|"
                         "commencee|lance|lancee|engage|engagee",
  [CAP_ACTION_DONE] = "done|completed|complete|finished|c|fait|faite|termine|terminee|realise|realisee|"
                      "acheve|achevee|fini|finie|effectue|effectuee|ok|100",
  [CAP_ACTION_VERIFIED] = "verified|closed|a|verifie|verifiee|cloture|cloturee|clos|close|solde|soldee|"
                          "efficace",
  [CAP_ACTION_ABANDONED] = "abandoned|cancelled|canceled|abandonne|abandonnee|annule|annulee|supprime|"
                           "supprimee|sans suite",
};

static const char * const kinds[CAP_N_ACTION_KINDS] = {
  [CAP_ACTION_IMPROVEMENT] = "improvement|amelioration|action d amelioration|progres|action de progres|"
                             "preventive|action preventive|opportunite",
  [CAP_ACTION_CORRECTION] = "correction|curative|action curative|action immediate|correction immediate",
  [CAP_ACTION_CORRECTIVE] = "corrective|corrective action|action corrective|actions correctives",
};

static const char * const verdicts[CAP_N_VERDICTS] = {
  [CAP_VERDICT_NONE] = "none|not checked yet|pas encore verifiee|non verifie|non verifiee|a verifier",
  [CAP_VERDICT_EFFECTIVE] = "effective|efficace|oui|yes|ok",
  [CAP_VERDICT_INEFFECTIVE] = "ineffective|not effective|inefficace|non efficace|pas efficace|sans effet|"
                              "non|no",
};

static const char * const origins[CAP_N_ORIGIN_KINDS] = {
  [CAP_ORIGIN_CRITERION] = "criterion|critere",
  [CAP_ORIGIN_FINDING] = "finding|constat|ecart|audit|non conformite",
  [CAP_ORIGIN_COMPLAINT] = "complaint|reclamation|plainte",
  [CAP_ORIGIN_REVIEW] = "review|decision of a review|decision de revue|decision d une revue|revue|"
                        "revue de direction",
  [CAP_ORIGIN_RISK] = "risk|risk or opportunity|risque|risque ou opportunite|opportunite",
  [CAP_ORIGIN_COMMITMENT] = "commitment|reciprocal commitment|engagement|engagement reciproque",
  [CAP_ORIGIN_REQUIREMENT] = "requirement|clause|exigence",
  [CAP_ORIGIN_GOAL] = "goal|objective|objectif",
  [CAP_ORIGIN_OTHER] = "other|autre",
};

static const char * const sizes[] = {
  "0|not said|non dit", "1|low|faible", "2|medium|moyen|moyenne", "3|high|fort|forte|eleve|elevee",
};

/* Whether @folded is one of the words of a list: 2, or begins with one: 1. */
static guint
match (const char *list,
       const char *folded)
{
  guint best = 0;

  for (const char *at = list; *at != '\0';)
    {
      gsize length = strcspn (at, "|");

      if (strncmp (folded, at, length) == 0)
        {
          if (folded[length] == '\0')
            return 2;
          if (folded[length] == ' ' && length >= MIN_PREFIX)
            best = 1;
        }
      at += length;
      at += *at == '|';
    }

  return best;
}

static gboolean
is_label (const char *label,
          const char *folded)
{
  g_autofree char *own = cap_text_fold (label);

  return g_str_equal (own, folded);
}

guint
cap_action_words_match_field (CapActionField  field,
                              const char     *folded)
{
  g_return_val_if_fail (field < CAP_N_ACTION_FIELDS && folded != NULL, 0);

  return is_label (cap_action_field_get_label (field), folded) ? 2 : match (headers[field], folded);
}

typedef const char *(*GetLabel) (guint index);

static const char *
get_state_label (guint index)
{
  return cap_action_state_get_label ((CapActionState) index);
}

static const char *
get_kind_label (guint index)
{
  return cap_action_kind_get_label ((CapActionKind) index);
}

static const char *
get_verdict_label (guint index)
{
  return cap_verdict_get_label ((CapVerdict) index);
}

static const char *
get_origin_label (guint index)
{
  return cap_origin_kind_get_label ((CapOriginKind) index);
}

static gboolean
find (const char * const *lists,
      guint               n_lists,
      GetLabel            get_label,
      const char         *text,
      guint              *index)
{
  g_autofree char *folded = cap_text_fold (text);

  for (*index = 0; *index < n_lists; (*index)++)
    {
      if (match (lists[*index], folded) == 2 ||
          (get_label != NULL && is_label (get_label (*index), folded)))
        return TRUE;
    }

  return FALSE;
}

/* “50 %” says how far it is. */
static gboolean
find_progress (const char     *text,
               CapActionState *state)
{
  g_autofree char *folded = cap_text_fold (text);
  guint64 percent;

  if (!g_ascii_string_to_unsigned (folded, 10, 1, 99, &percent, NULL))
    return FALSE;

  *state = CAP_ACTION_STARTED;

  return TRUE;
}

gboolean
cap_action_words_find_state (const char     *text,
                             CapActionState *state)
{
  guint index;

  g_return_val_if_fail (text != NULL && state != NULL, FALSE);

  if (!find (states, CAP_N_ACTION_STATES, get_state_label, text, &index))
    return find_progress (text, state);

  *state = (CapActionState) index;

  return TRUE;
}

gboolean
cap_action_words_find_kind (const char    *text,
                            CapActionKind *kind)
{
  guint index;

  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  if (!find (kinds, CAP_N_ACTION_KINDS, get_kind_label, text, &index))
    return FALSE;

  *kind = (CapActionKind) index;

  return TRUE;
}

gboolean
cap_action_words_find_verdict (const char *text,
                               CapVerdict *verdict)
{
  guint index;

  g_return_val_if_fail (text != NULL && verdict != NULL, FALSE);

  if (!find (verdicts, CAP_N_VERDICTS, get_verdict_label, text, &index))
    return FALSE;

  *verdict = (CapVerdict) index;

  return TRUE;
}

gboolean
cap_action_words_find_origin (const char    *text,
                              CapOriginKind *kind)
{
  guint index;

  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  if (!find (origins, CAP_N_ORIGIN_KINDS, get_origin_label, text, &index))
    return FALSE;

  *kind = (CapOriginKind) index;

  return TRUE;
}

gboolean
cap_action_words_find_size (const char *text,
                            int        *size)
{
  guint index;

  g_return_val_if_fail (text != NULL && size != NULL, FALSE);

  if (!find (sizes, G_N_ELEMENTS (sizes), NULL, text, &index))
    return FALSE;

  *size = (int) index;

  return TRUE;
}
