/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/photograph/cap-presentation-window.h"

#include <glib/gi18n.h>

#include "scoring/cap-slides.h"
#include "ui/widgets/cap-drawing-view.h"

/**
 * CapPresentationWindow:
 *
 * The photograph for the team, slide by slide, to be projected. The arrows, the
 * space bar and Page Up and Down turn the slides; Escape leaves. It shows what
 * the dossier was when it opened: nothing moves while people look at it.
 */
struct _CapPresentationWindow
{
  AdwWindow       parent_instance;

  GPtrArray      *slides; /* (element-type CapSlide) */
  guint           index;

  /* Template children */
  GtkWidget      *page;
  GtkLabel       *title;
  GtkLabel       *number;
  GtkLabel       *text;
  CapDrawingView *drawing;
  GtkLabel       *counter;
};

G_DEFINE_FINAL_TYPE (CapPresentationWindow, cap_presentation_window, ADW_TYPE_WINDOW)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_slide (CapPresentationWindow *self)
{
  const CapSlide *slide = g_ptr_array_index (self->slides, self->index);
  g_autofree char *counter = g_strdup_printf ("%u/%u", self->index + 1, self->slides->len);
  /* Translators: the number of a slide, how many there are (“3/15”), its title */
  g_autofree char *name = g_strdup_printf (_("%1$s: %2$s"), counter, slide->title);
  g_autofree char *spoken = g_strconcat (slide->title, ". ", slide->number != NULL ? slide->number : "", " ",
                                         slide->text != NULL ? slide->text : "", NULL);

  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_label_set_text (self->title, slide->title);
  show_text (self->number, slide->number);
  show_text (self->text, slide->text);
  gtk_label_set_text (self->counter, counter);
  gtk_widget_set_visible (GTK_WIDGET (self->drawing), slide->figure != NULL);
  gtk_widget_set_valign (self->page, slide->figure != NULL ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  if (slide->figure != NULL)
    gtk_widget_remove_css_class (self->page, "slide-words");
  else
    gtk_widget_add_css_class (self->page, "slide-words");
  if (slide->figure != NULL)
    cap_drawing_view_show (self->drawing, slide->figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presentation.previous", self->index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presentation.next", self->index + 1 < self->slides->len);
}

static void
go_to (CapPresentationWindow *self,
       int                    index)
{
  self->index = (guint) CLAMP (index, 0, (int) self->slides->len - 1);
  show_slide (self);
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapPresentationWindow *self = CAP_PRESENTATION_WINDOW (widget);

  go_to (self, (int) self->index + (g_str_equal (action_name, "presentation.next") ? 1 : -1));
}

static void
end_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  CapPresentationWindow *self = CAP_PRESENTATION_WINDOW (widget);

  go_to (self, g_str_equal (action_name, "presentation.last") ? (int) self->slides->len - 1 : 0);
}

static void
fullscreen_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* A slide is turned by a click anywhere on it that nothing else takes. */
static void
released_cb (CapPresentationWindow *self)
{
  go_to (self, (int) self->index + 1);
}

static void
cap_presentation_window_dispose (GObject *object)
{
  g_clear_pointer (&CAP_PRESENTATION_WINDOW (object)->slides, g_ptr_array_unref);

  G_OBJECT_CLASS (cap_presentation_window_parent_class)->dispose (object);
}

/* The keys of a remote control are among them. They come before the focus, which would take the arrows. */
static const struct
{
  guint       key;
  const char *action;
} keys[] = {
  { GDK_KEY_Right, "presentation.next" },
  { GDK_KEY_Down, "presentation.next" },
  { GDK_KEY_Page_Down, "presentation.next" },
  { GDK_KEY_space, "presentation.next" },
  { GDK_KEY_Left, "presentation.previous" },
  { GDK_KEY_Up, "presentation.previous" },
  { GDK_KEY_Page_Up, "presentation.previous" },
  { GDK_KEY_BackSpace, "presentation.previous" },
  { GDK_KEY_Home, "presentation.first" },
  { GDK_KEY_End, "presentation.last" },
  { GDK_KEY_F11, "presentation.fullscreen" },
  { GDK_KEY_Escape, "window.close" },
};

static gboolean
key_pressed_cb (CapPresentationWindow *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_space && GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (self))))
    return GDK_EVENT_PROPAGATE; /* it presses the button */

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].key == keyval)
        {
          gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
          return GDK_EVENT_STOP;
        }
    }

  return GDK_EVENT_PROPAGATE;
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "presentation.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "presentation.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "presentation.first", NULL, end_cb);
  gtk_widget_class_install_action (widget_class, "presentation.last", NULL, end_cb);
  gtk_widget_class_install_action (widget_class, "presentation.fullscreen", NULL, fullscreen_cb);
}

static void
cap_presentation_window_class_init (CapPresentationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_presentation_window_dispose;
  install_actions (widget_class);

  g_type_ensure (CAP_TYPE_DRAWING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-presentation-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPresentationWindow, page);
  gtk_widget_class_bind_template_child (widget_class, CapPresentationWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CapPresentationWindow, number);
  gtk_widget_class_bind_template_child (widget_class, CapPresentationWindow, text);
  gtk_widget_class_bind_template_child (widget_class, CapPresentationWindow, drawing);
  gtk_widget_class_bind_template_child (widget_class, CapPresentationWindow, counter);
}

static void
cap_presentation_window_init (CapPresentationWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  GtkGesture *click;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  cap_drawing_view_set_fit (self->drawing, TRUE);
  click = gtk_gesture_click_new ();
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->page, GTK_EVENT_CONTROLLER (click));
}

/**
 * cap_presentation_window_new:
 * @workspace: with an evaluation in course
 * @parent: what it was opened from
 *
 * Returns: (transfer none): the slides of the evaluation in course
 */
GtkWidget *
cap_presentation_window_new (CapWorkspace *workspace,
                             GtkWindow    *parent)
{
  CapPresentationWindow *self;
  g_autoptr(CapComparison) comparison = NULL;
  const CapEvaluation *previous;
  CapDossier *dossier;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_photograph (workspace) != NULL, NULL);

  dossier = cap_workspace_get_dossier (workspace);
  previous = cap_dossier_get_previous (dossier);
  if (previous != NULL)
    comparison = cap_comparison_new (cap_workspace_get_evaluation (workspace), previous, dossier->member);

  self = g_object_new (CAP_TYPE_PRESENTATION_WINDOW,
                       "transient-for", parent,
                       "modal", parent != NULL,
                       "destroy-with-parent", TRUE,
                       NULL);
  self->slides = cap_slides_list (dossier, cap_workspace_get_evaluation (workspace),
                                  cap_workspace_get_photograph (workspace), comparison);
  show_slide (self);
  /* What is spoken is the slide. Not before there is a window: GTK 4.8 would tell another role of it. */
  g_signal_connect_object (self, "map", G_CALLBACK (gtk_widget_grab_focus), self->page,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return GTK_WIDGET (self);
}
