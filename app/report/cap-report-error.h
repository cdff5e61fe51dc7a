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
 * @CAP_REPORT_ERROR_NO_SPACE: the disk is full
 * @CAP_REPORT_ERROR_WRITE: the target cannot be written
 * @CAP_REPORT_ERROR_DIFFERENT: what was read back is not what was written
 *
 * Messages are sentences for the user, in the user’s language.
 */
typedef enum
{
  CAP_REPORT_ERROR_FAILED,
  CAP_REPORT_ERROR_DATA,
  CAP_REPORT_ERROR_NO_SPACE,
  CAP_REPORT_ERROR_WRITE,
  CAP_REPORT_ERROR_DIFFERENT,
} CapReportError;

GQuark cap_report_error_quark (void);

G_END_DECLS
