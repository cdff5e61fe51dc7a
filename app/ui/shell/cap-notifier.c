/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-notifier.h"

#define SERVICE "org.freedesktop.Notifications"
#define SANDBOX "/.flatpak-info"

typedef struct
{
  GApplication  *application;
  char          *id;
  GNotification *notification;
  guint          watch;
} Sending;

static void
free_sending (Sending *self)
{
  g_object_unref (self->application);
  g_object_unref (self->notification);
  g_free (self->id);
  g_free (self);
}

static void
service_appeared_cb (GDBusConnection *connection,
                     const char      *name,
                     const char      *owner,
                     gpointer         user_data)
{
  Sending *self = user_data;

  g_application_send_notification (self->application, self->id, self->notification);
  g_bus_unwatch_name (self->watch);
}

static void
service_vanished_cb (GDBusConnection *connection,
                     const char      *name,
                     gpointer         user_data)
{
  Sending *self = user_data;

  g_bus_unwatch_name (self->watch);
}

/**
 * cap_notifier_send:
 * @id: names the notification: the next one with this name takes its place
 *
 * Sends a notification to the desktop, if there is something that shows them:
 * GLib would write a warning where there is nothing.
 */
void
cap_notifier_send (GApplication  *application,
                   const char    *id,
                   GNotification *notification)
{
  GDBusConnection *bus;
  Sending *self;

  g_return_if_fail (G_IS_APPLICATION (application) && id != NULL && G_IS_NOTIFICATION (notification));

  bus = g_application_get_dbus_connection (application);
  if (bus == NULL)
    return;

  /* There the portal takes it, and the service is out of sight. */
  if (g_file_test (SANDBOX, G_FILE_TEST_EXISTS))
    {
      g_application_send_notification (application, id, notification);
      return;
    }

  self = g_new0 (Sending, 1);
  self->application = g_object_ref (application);
  self->id = g_strdup (id);
  self->notification = g_object_ref (notification);
  self->watch = g_bus_watch_name_on_connection (bus, SERVICE, G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                                service_appeared_cb, service_vanished_cb, self,
                                                (GDestroyNotify) free_sending);
}
