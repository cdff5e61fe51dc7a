/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CAP_REPORT_ERROR (cap_report_error_quark ())

/**
 * CapReportError:
 * @CAP_REPORT_ERROR_FAILED: libharu refused something; the message has its code
 * @CAP_REPORT_ERROR_DATA: a font, the colour profile or the hyphenation
 *   dictionary is missing or unusable: the program is badly installed
 * @CAP_REPORT_ERROR_NOTHING: the dossier holds nothing that this document would say
 *
 * Messages are sentences for the user, in the user’s language.
 */
typedef enum
{
  CAP_REPORT_ERROR_FAILED,
  CAP_REPORT_ERROR_DATA,
  CAP_REPORT_ERROR_NOTHING,
} CapReportError;

GQuark cap_report_error_quark (void);

G_END_DECLS
