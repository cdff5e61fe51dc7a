/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-framework.h"

G_BEGIN_DECLS

#define CAP_EXCHANGE_ERROR (cap_exchange_error_quark ())

/**
 * CapExchangeError:
 * @CAP_EXCHANGE_ERROR_INPUT: what is read is at fault: the message says where
 */
typedef enum
{
  CAP_EXCHANGE_ERROR_INPUT,
} CapExchangeError;

GQuark        cap_exchange_error_quark    (void);

/* A CapFrameworkReader. Fails on the first fault. */
CapFramework *cap_framework_json_read     (GBytes       *source,
                                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* Every fault, as “/themes/0/…: sentence”; @framework is set when there is none. */
GPtrArray    *cap_framework_json_check    (GBytes       *source,
                                           CapFramework **framework) G_GNUC_WARN_UNUSED_RESULT;
/* The version of the format that is written. */
#define CAP_FRAMEWORK_FORMAT 2

GBytes       *cap_framework_json_write    (const CapFramework *framework) G_GNUC_WARN_UNUSED_RESULT;
/* Those that come with the program. Returns: (transfer full) (element-type CapFramework) */
GPtrArray    *cap_framework_json_load_shipped (void) G_GNUC_WARN_UNUSED_RESULT;
/* The newest version of CAP that comes with the program. */
CapFramework *cap_framework_json_load_default (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *cap_framework_json_load_kinds   (const CapFramework *framework) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
