/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-group.h"
#include "audit/cap-sampling.h"
#include "model/cap-command.h"

G_BEGIN_DECLS

#define CAP_SAMPLE_ERROR (cap_sample_error_quark ())

/**
 * CapSampleError:
 * @CAP_SAMPLE_ERROR_REASON: a site is added without a reason
 * @CAP_SAMPLE_ERROR_SITE: there is no site of that code besides the central function
 * @CAP_SAMPLE_ERROR_TWICE: a site is added twice
 *
 * What is wrong with the sites that are added; the message is in the user’s language.
 */
typedef enum
{
  CAP_SAMPLE_ERROR_REASON,
  CAP_SAMPLE_ERROR_SITE,
  CAP_SAMPLE_ERROR_TWICE,
} CapSampleError;

/**
 * CapSampleHow:
 * @CAP_SAMPLE_RANDOM: drawn
 * @CAP_SAMPLE_CHOSEN: so that what is seen over the cycle differs the most
 * @CAP_SAMPLE_ADDED: by somebody, who says why
 */
typedef enum
{
  CAP_SAMPLE_RANDOM,
  CAP_SAMPLE_CHOSEN,
  CAP_SAMPLE_ADDED,
} CapSampleHow;

/**
 * CapSampleAddition:
 * @code: of a site
 * @reason: why it is added
 */
typedef struct
{
  char *code;
  char *reason;
} CapSampleAddition;

/**
 * CapSampleDemand:
 * @reduced: the system proved effective over the cycle; counts at a recertification only
 * @by_category: each category is computed apart
 * @seed: makes the draw
 * @additions: (nullable) (element-type CapSampleAddition): besides what the formula asks for
 */
typedef struct
{
  CapSamplingAudit  audit;
  gboolean          reduced;
  gboolean          by_category;
  guint64           seed;
  const GPtrArray  *additions;
} CapSampleDemand;

/**
 * CapSampleSite:
 * @site: borrowed from the group
 * @reason: a sentence in the user’s language
 */
typedef struct
{
  const CapGroupSite *site;
  CapSampleHow        how;
  char               *reason;
} CapSampleSite;

/**
 * CapSampleChoice:
 * @n_sites: how many sites there are besides the central function
 * @minimum: how many of them the formula asks for
 * @without_sampling: how many would be seen if they could not stand for one another
 * @sites: (element-type CapSampleSite): those drawn, those chosen, those added
 *
 * An indicative sample: the certification body decides.
 */
typedef struct
{
  CapSamplingAudit  audit;
  gboolean          reduced;
  gboolean          by_category;
  guint64           seed;
  guint64           n_sites;
  guint64           minimum;
  guint64           without_sampling;
  GPtrArray        *sites;
} CapSampleChoice;

GQuark             cap_sample_error_quark        (void);

CapSampleAddition *cap_sample_addition_new       (const char              *code,
                                                  const char              *reason)
                                                  G_GNUC_WARN_UNUSED_RESULT;
void               cap_sample_addition_free      (CapSampleAddition       *self);

const char        *cap_sample_how_to_name        (CapSampleHow             self);

CapSampleChoice   *cap_sample_choice_new         (const CapGroup          *group,
                                                  const CapSamplingRules  *rules,
                                                  const CapSampleDemand   *demand,
                                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void               cap_sample_choice_free        (CapSampleChoice         *self);
CapRecord         *cap_sample_choice_new_record  (const CapSampleChoice   *self,
                                                  const char              *code,
                                                  const char              *today) G_GNUC_WARN_UNUSED_RESULT;
CapCommand        *cap_sample_choice_new_command (const CapSampleChoice   *self,
                                                  const CapRecord         *sample) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSampleChoice, cap_sample_choice_free)

G_END_DECLS
