/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-window-private.h"

#include "quality/cap-address.h"
#include "ui/audit/cap-auditor-copy-window.h"
#include "ui/audit/cap-auditor-return-window.h"

/* What a window does with the copy of an auditor: hands it over, takes it back, or shows it. */

static void
hand_over_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_journey_flush (self->journey);
  gtk_window_present (GTK_WINDOW (cap_auditor_copy_window_new (GTK_WINDOW (self), self->workspace)));
}

static void
take_back_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_journey_flush (self->journey);
  gtk_window_present (GTK_WINDOW (cap_auditor_return_window_new (GTK_WINDOW (self), self->workspace)));
}

void
cap_window_install_auditor_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.hand-over", NULL, hand_over_cb);
  gtk_widget_class_install_action (widget_class, "win.take-back", NULL, take_back_cb);
}

/* They are the structure’s: an auditor’s copy has neither. */
void
cap_window_update_auditor_actions (CapWindow *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const gboolean has_audits = dossier != NULL && dossier->audited == NULL &&
                              dossier->registers[CAP_REGISTER_AUDIT]->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.hand-over", has_audits);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.take-back",
                                 has_audits && !cap_workspace_get_read_only (self->workspace));
}

/* The journey of an auditor begins with the audit. Returns: whether there is one */
gboolean
cap_window_show_audit (CapWindow *self)
{
  const CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapRecord *audit = cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, dossier->audited);
  g_autofree char *address = NULL;

  if (audit == NULL)
    return FALSE;

  address = cap_address_new_for_record (audit);
  gtk_widget_activate_action (GTK_WIDGET (self->journey), "journey.open", "s", address);

  return TRUE;
}
