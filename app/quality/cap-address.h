/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapAddressKind:
 * @CAP_ADDRESS_CRITERION: “criterion/A1.1”: the answer to it
 * @CAP_ADDRESS_ACTION: “action/12”: by its number
 * @CAP_ADDRESS_INDICATOR: “indicator/I-01”
 * @CAP_ADDRESS_REQUIREMENT: “requirement/7.2”: its line of the matrix
 * @CAP_ADDRESS_EVIDENCE: “evidence/UUID”
 * @CAP_ADDRESS_REGISTER: “register/risk”: the list
 * @CAP_ADDRESS_RECORD: “record/risk/UUID”: one line of it
 * @CAP_ADDRESS_SECTION: “section/readiness”: a section of the CEDRE page
 * @CAP_ADDRESS_PAGE: “page/member”: a page of the journey
 *
 * Where something is to be looked at or mended. A text, so that it goes through actions of GTK and
 * through JSON: whoever finds a fault says where it is, and the window opens it.
 */
typedef enum
{
  CAP_ADDRESS_CRITERION,
  CAP_ADDRESS_ACTION,
  CAP_ADDRESS_INDICATOR,
  CAP_ADDRESS_REQUIREMENT,
  CAP_ADDRESS_EVIDENCE,
  CAP_ADDRESS_REGISTER,
  CAP_ADDRESS_RECORD,
  CAP_ADDRESS_SECTION,
  CAP_ADDRESS_PAGE,
} CapAddressKind;

char     *cap_address_new            (CapAddressKind    kind,
                                      const char       *target) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_address_new_for_record (const CapRecord  *record) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_address_new_for_action (const CapAction  *action) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cap_address_parse          (const char       *address,
                                      CapAddressKind   *kind,
                                      char            **target);
gboolean  cap_address_parse_record   (const char       *target,
                                      CapRegisterKind  *kind,
                                      char            **id);

G_END_DECLS
