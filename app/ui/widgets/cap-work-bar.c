/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-work-bar.h"

#define PATIENCE_MS 300

struct _CapWorkBar
{
  GtkWidget       parent_instance;

  GtkWindow      *window;      /* borrowed: the one that works; NULL when it may be closed */
  gulong          close_id;    /* the handler of its closing */
  guint           patience_id; /* source that shows the bar, or 0 */
  gboolean        left;        /* people closed the window */

  /* Template children */
  GtkWidget      *box;
  GtkLabel       *label;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (CapWorkBar, cap_work_bar, GTK_TYPE_WIDGET)

static void
patience_cb (gpointer user_data)
{
  CapWorkBar *self = CAP_WORK_BAR (user_data);

  self->patience_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* It stays behind the scenes, until there is something to tell. The window that it was opened from may be
 * closed before: the first one of all, which is there as long as the dossier, is told then. */
static gboolean
close_requested_cb (GtkWindow  *window,
                    CapWorkBar *self)
{
  GtkWindow *first = gtk_window_get_transient_for (window);

  while (first != NULL && gtk_window_get_transient_for (first) != NULL)
    first = gtk_window_get_transient_for (first);

  self->left = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  gtk_window_set_transient_for (window, first);

  return TRUE;
}

static void
stop (CapWorkBar *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (self->window != NULL)
    g_clear_signal_handler (&self->close_id, self->window);
  self->window = NULL;
}

static void
cap_work_bar_unroot (GtkWidget *widget)
{
  stop (CAP_WORK_BAR (widget));

  GTK_WIDGET_CLASS (cap_work_bar_parent_class)->unroot (widget);
}

static void
cap_work_bar_dispose (GObject *object)
{
  CapWorkBar *self = CAP_WORK_BAR (object);

  stop (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cap_work_bar_parent_class)->dispose (object);
}

static void
cap_work_bar_class_init (CapWorkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_work_bar_dispose;
  widget_class->unroot = cap_work_bar_unroot;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CapWorkBar, box);
  gtk_widget_class_bind_template_child (widget_class, CapWorkBar, label);
  gtk_widget_class_bind_template_child (widget_class, CapWorkBar, progress);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_work_bar_init (CapWorkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cap_work_bar_start_reading (CapWorkBar *self,
                            const char *text)
{
  g_return_if_fail (CAP_IS_WORK_BAR (self) && text != NULL && self->window == NULL);

  stop (self);
  self->patience_id = g_timeout_add_once (PATIENCE_MS, patience_cb, self);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
}

void
cap_work_bar_start (CapWorkBar *self,
                    const char *text)
{
  g_return_if_fail (CAP_IS_WORK_BAR (self) && GTK_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));

  cap_work_bar_start_reading (self, text);
  self->window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  self->close_id = g_signal_connect (self->window, "close-request", G_CALLBACK (close_requested_cb), self);
}

void
cap_work_bar_tell (CapWorkBar *self,
                   const char *text,
                   double      fraction)
{
  g_return_if_fail (CAP_IS_WORK_BAR (self) && text != NULL);

  gtk_label_set_text (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
}

/**
 * cap_work_bar_end:
 * @told: (nullable): what became of the work, for whoever closed the window
 *
 * Returns: whether the window is still there; when it was closed it is destroyed by now
 */
gboolean
cap_work_bar_end (CapWorkBar *self,
                  const char *told)
{
  GtkWindow *window;

  g_return_val_if_fail (CAP_IS_WORK_BAR (self), FALSE);

  window = self->window;
  stop (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (!self->left)
    return TRUE;

  if (told != NULL)
    cap_work_bar_tell_parent (window, told);
  gtk_window_destroy (window);

  return FALSE;
}

void
cap_work_bar_tell_parent (GtkWindow  *window,
                          const char *text)
{
  GtkWindow *parent;

  g_return_if_fail (GTK_IS_WINDOW (window) && text != NULL);

  parent = gtk_window_get_transient_for (window);
  while (parent != NULL && !gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", text))
    parent = gtk_window_get_transient_for (parent);
}
