/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-translation.h"

G_BEGIN_DECLS

#define CAP_LEVEL_UNSET -1
#define CAP_LEVEL_LIMIT 10

/**
 * CapLevel:
 * @number: what people write, 0 to %CAP_LEVEL_LIMIT
 * @label: its name (“Mis en œuvre”)
 * @step: the step of the PDCA wheel it stands for, may be empty
 * @descriptor: what can be observed at this level, whatever the criterion
 * @evidence: what is expected as proof, may be empty
 * @translations: (nullable) (element-type CapTranslation): “label”, “descriptor”
 *
 * One of the levels of a framework.
 */
typedef struct
{
  int        number;
  char      *label;
  char      *step;
  char      *descriptor;
  char      *evidence;
  GPtrArray *translations;
} CapLevel;

/**
 * CapRules:
 * @core_minimum: a core criterion below it comes first, whatever the average
 * @target: the level that a full evaluation aims at
 * @express_target: the level that an express evaluation aims at
 * @evidence_from: from this level on, an answer without evidence is pointed out
 *
 * The levels that decide something.
 */
typedef struct
{
  int core_minimum;
  int target;
  int express_target;
  int evidence_from;
} CapRules;

/**
 * CapPlainStep:
 * @label: its name (“Un peu”)
 * @level: the level that it stands for
 *
 * A step of the plain scale, for the people who answer in plain words (FALC).
 */
typedef struct
{
  char *label;
  int   level;
} CapPlainStep;

/**
 * CapTerm:
 * @code: how data refer to it (“5.2.1”, “AI”)
 * @label: how people call it
 * @translations: (nullable) (element-type CapTranslation): “label”
 *
 * An entry of one of the lists that criteria and members refer to: clauses of
 * ISO 9001, subjects of ISO 26000, themes of the CSESS guide, kinds of member.
 */
typedef struct
{
  char      *code;
  char      *label;
  GPtrArray *translations;
} CapTerm;

/**
 * CapBand:
 * @from: the lowest percentage of the band
 * @label: how the network calls it
 */
typedef struct
{
  int   from;
  char *label;
} CapBand;

/**
 * CapFilter:
 * @code: how criteria refer to it
 * @label: how the referential words it
 * @kinds: (array zero-terminated=1) (nullable): kinds of member it lets through
 * @min_staff: smallest permanent staff it lets through, 0 for any
 * @secondment: whether it asks for the flag “mise à disposition”
 *
 * Says to which members a criterion applies. All its conditions must hold.
 */
typedef struct
{
  char     *code;
  char     *label;
  GStrv     kinds;
  int       min_staff;
  gboolean  secondment;
} CapFilter;

/**
 * CapService:
 * @valid_from: first day, ISO 8601; %NULL when open
 * @valid_until: last day included, ISO 8601; %NULL when open
 *
 * A service of the network that can help on an objective.
 */
typedef struct
{
  char  *code;
  char  *label;
  char  *summary;
  char  *valid_from;
  char  *valid_until;
  GStrv  triggers;
} CapService;

/**
 * CapGlossaryEntry:
 * @term: the word or the abbreviation
 * @expansion: (nullable): what the abbreviation stands for
 * @text: what it means, in a sentence or two
 * @forms: its other spellings, such as plurals
 */
typedef struct
{
  char  *term;
  char  *expansion;
  char  *text;
  GStrv  forms;
} CapGlossaryEntry;

/**
 * CapTake:
 * @CAP_TAKE_CARRY: the answer holds as it is
 * @CAP_TAKE_REVIEW: the answer is taken over and marked *à revoir*
 * @CAP_TAKE_LOWEST: of several answers, the lowest level, marked *à revoir*
 * @CAP_TAKE_HIGHEST: of several answers, the highest level, marked *à revoir*
 */
typedef enum
{
  CAP_TAKE_CARRY,
  CAP_TAKE_REVIEW,
  CAP_TAKE_LOWEST,
  CAP_TAKE_HIGHEST,
} CapTake;

/**
 * CapMove:
 * @from: codes of criteria of the older version
 * @to: (nullable): code of the criterion that takes them over; %NULL when
 *   nothing does
 * @take: how their answers become one
 */
typedef struct
{
  GStrv    from;
  char    *to;
  CapTake  take;
} CapMove;

/**
 * CapMapping:
 * @version: the older version that it speaks of
 * @moves: (element-type CapMove): what became of its criteria, when it is more
 *   than a new wording
 */
typedef struct
{
  char      *version;
  GPtrArray *moves;
} CapMapping;

CapLevel         *cap_level_new           (int         number) G_GNUC_WARN_UNUSED_RESULT;
void              cap_level_free          (CapLevel   *self);
CapPlainStep     *cap_plain_step_new      (const char *label,
                                           int         level) G_GNUC_WARN_UNUSED_RESULT;
void              cap_plain_step_free     (CapPlainStep *self);
CapTerm          *cap_term_new            (const char *code,
                                           const char *label) G_GNUC_WARN_UNUSED_RESULT;
void              cap_term_free           (CapTerm    *self);
CapBand          *cap_band_new            (int         from,
                                           const char *label) G_GNUC_WARN_UNUSED_RESULT;
void              cap_band_free           (CapBand    *self);
CapFilter        *cap_filter_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void              cap_filter_free         (CapFilter  *self);
CapService       *cap_service_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              cap_service_free        (CapService *self);
gboolean          cap_service_is_valid    (const CapService *self,
                                           const char       *date);
CapGlossaryEntry *cap_glossary_entry_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void              cap_glossary_entry_free (CapGlossaryEntry *self);
const char       *cap_take_to_name        (CapTake     take);
gboolean          cap_take_from_name      (const char *name,
                                           CapTake    *take);
CapMove          *cap_move_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void              cap_move_free           (CapMove    *self);
CapMapping       *cap_mapping_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              cap_mapping_free        (CapMapping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapLevel, cap_level_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPlainStep, cap_plain_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapTerm, cap_term_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapBand, cap_band_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapFilter, cap_filter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapService, cap_service_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapGlossaryEntry, cap_glossary_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapMove, cap_move_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapMapping, cap_mapping_free)

G_END_DECLS
