/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "audit/cap-sample-choice.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapSampleForm:
 *
 * What a sample is asked with: the audit, the number of the draw, the sites that somebody adds. Signal
 * "changed": something else is asked.
 */
#define CAP_TYPE_SAMPLE_FORM (cap_sample_form_get_type ())

G_DECLARE_FINAL_TYPE (CapSampleForm, cap_sample_form, CAP, SAMPLE_FORM, GtkWidget)

GtkWidget *cap_sample_form_new   (CapWorkspace     *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: whether it can be understood; @demand borrows from the form. */
gboolean   cap_sample_form_read  (CapSampleForm    *self,
                                  CapSampleDemand  *demand);
/* As it was before anything was asked, but the audit. */
void       cap_sample_form_clear (CapSampleForm    *self);

G_END_DECLS
