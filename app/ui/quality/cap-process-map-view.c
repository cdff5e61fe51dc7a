/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-process-map-view.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "quality/cap-address.h"
#include "quality/cap-process-rules.h"
#include "quality/cap-record-rules.h"
#include "ui/quality/cap-process-chart.h"
#include "ui/records/cap-record-desk.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapProcessMapView:
 *
 * The processes of the structure, as a map that the user arranges. Moves wait
 * for the one before to be kept, so that a key that is held down loses none.
 */
struct _CapProcessMapView
{
  GtkWidget        parent_instance;

  /* Owned */
  CapWorkspace    *workspace;
  CapRecordDesk   *desk;
  GQueue          *moves;   /* (element-type Move): not made yet */
  gboolean         busy;
  char            *added;   /* UUID of the process that is on its way, to be opened, or NULL */

  /* Template children */
  CapMessageBar   *message;
  GtkStack        *stack;
  GtkWidget       *propose_button;
  GtkWidget       *first_button;
  GtkWidget       *add_button;
  GtkWidget       *hint;
  CapProcessChart *chart;
};

G_DEFINE_FINAL_TYPE (CapProcessMapView, cap_process_map_view, GTK_TYPE_WIDGET)

/* One step further, or to a place. */
typedef struct
{
  char     *id;
  gboolean  step;
  int       dx;
  int       dy;
  guint     rank;
} Move;

static void run_next_move (CapProcessMapView *self);

static void
free_move (Move *move)
{
  g_free (move->id);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, free_move)

static void
show_error (CapProcessMapView *self,
            const char        *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

/* Returns: whether the process is there, and opened */
static gboolean
open_process (CapProcessMapView *self,
              const char        *id)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapRecord *process = id != NULL ? cap_dossier_find_record (dossier, CAP_REGISTER_PROCESS, id) : NULL;
  g_autofree char *address = NULL;

  if (process == NULL)
    return FALSE;

  address = cap_address_new_for_record (process);
  gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);

  return TRUE;
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapProcessMapView) self = user_data;
  g_autoptr(GError) error = NULL;

  self->busy = FALSE;
  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_hide (self->message);
  else
    show_error (self, error->message);
  run_next_move (self);
}

/* Returns: (nullable): the gesture, as the map is now */
static CapCommand *
make_command (CapProcessMapView *self,
              const Move        *move)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const CapRecord *process = NULL;
  int rank = (int) move->rank;

  if (dossier != NULL && cap_record_desk_can_change (self->desk))
    process = cap_dossier_find_record (dossier, CAP_REGISTER_PROCESS, move->id);
  if (process == NULL)
    return NULL;

  if (move->step)
    rank = cap_process_chart_find_shifted (self->chart, move->id, move->dx, move->dy);

  return rank >= 0 ? cap_process_move (dossier, process, (guint) rank) : NULL;
}

static void
run_next_move (CapProcessMapView *self)
{
  while (!self->busy && !g_queue_is_empty (self->moves))
    {
      g_autoptr(Move) move = g_queue_pop_head (self->moves);
      CapCommand *command = make_command (self, move);

      if (command == NULL)
        continue;

      self->busy = TRUE;
      cap_workspace_run_async (self->workspace, command, NULL, moved_cb, g_object_ref (self));
    }
}

static void
take_move (CapProcessMapView *self,
           Move              *move)
{
  g_queue_push_tail (self->moves, move);
  run_next_move (self);
}

static void
chart_moved_cb (CapProcessMapView *self,
                const char        *id,
                guint              rank)
{
  Move *move = g_new0 (Move, 1);

  move->id = g_strdup (id);
  move->rank = rank;
  take_move (self, move);
}

static void
chart_shifted_cb (CapProcessMapView *self,
                  const char        *id,
                  int                dx,
                  int                dy)
{
  Move *move = g_new0 (Move, 1);

  move->id = g_strdup (id);
  move->step = TRUE;
  move->dx = dx;
  move->dy = dy;
  take_move (self, move);
}

static void
chart_opened_cb (CapProcessMapView *self,
                 const char        *id)
{
  open_process (self, id);
}

/* It enters with a name to be changed at once, on its own page: that opens once it is there. */
static void
add_cb (CapProcessMapView *self)
{
  g_autoptr(CapRecord) process = cap_record_desk_draft (self->desk, CAP_REGISTER_PROCESS, NULL);
  g_autoptr(GPtrArray) faults = NULL;

  cap_record_set (process, CAP_PROCESS_NAME, _("New process"));
  cap_record_set (process, CAP_PROCESS_KIND, "realisation");
  cap_set_string (&self->added, process->id);
  faults = cap_record_desk_add (self->desk, process);
  if (faults->len > 0)
    show_error (self, ((CapRecordFault *) g_ptr_array_index (faults, 0))->sentence);
}

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapProcessMapView) self = user_data;
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Ten processes to begin with"));
      gtk_widget_child_focus (GTK_WIDGET (self->chart), GTK_DIR_TAB_FORWARD);
    }
  else
    {
      show_error (self, error->message);
    }
}

static void
propose_cb (CapProcessMapView *self)
{
  CapCommand *command = cap_process_propose (cap_workspace_get_dossier (self->workspace));

  if (command != NULL)
    cap_workspace_run_async (self->workspace, command, NULL, proposed_cb, g_object_ref (self));
}

static void
failed_cb (CapProcessMapView *self,
           const char        *sentence)
{
  show_error (self, sentence);
}

static void
update (CapProcessMapView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  gboolean can_change;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  can_change = cap_record_desk_can_change (self->desk);
  cap_process_chart_show (self->chart, dossier, can_change);
  gtk_widget_set_visible (self->add_button, can_change);
  gtk_widget_set_visible (self->hint, can_change);
  gtk_widget_set_visible (self->first_button, can_change);
  gtk_widget_set_visible (self->propose_button, can_change);
  gtk_stack_set_visible_child_name (self->stack,
                                    dossier->registers[CAP_REGISTER_PROCESS]->len > 0 ? "map" : "empty");
  if (open_process (self, self->added))
    g_clear_pointer (&self->added, g_free);
}

static void
cap_process_map_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_process_map_view_parent_class)->map (widget);

  update (CAP_PROCESS_MAP_VIEW (widget));
}

static void
cap_process_map_view_dispose (GObject *object)
{
  CapProcessMapView *self = CAP_PROCESS_MAP_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_process_map_view_parent_class)->dispose (object);
}

static void
cap_process_map_view_finalize (GObject *object)
{
  CapProcessMapView *self = CAP_PROCESS_MAP_VIEW (object);

  g_queue_free_full (self->moves, (GDestroyNotify) free_move);
  g_free (self->added);

  G_OBJECT_CLASS (cap_process_map_view_parent_class)->finalize (object);
}

static void
cap_process_map_view_class_init (CapProcessMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_process_map_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_process_map_view_finalize;
  widget_class->map = cap_process_map_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_PROCESS_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-process-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapProcessMapView, message);
  gtk_widget_class_bind_template_child (widget_class, CapProcessMapView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapProcessMapView, propose_button);
  gtk_widget_class_bind_template_child (widget_class, CapProcessMapView, first_button);
  gtk_widget_class_bind_template_child (widget_class, CapProcessMapView, add_button);
  gtk_widget_class_bind_template_child (widget_class, CapProcessMapView, hint);
  gtk_widget_class_bind_template_child (widget_class, CapProcessMapView, chart);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, propose_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_shifted_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_process_map_view_init (CapProcessMapView *self)
{
  self->moves = g_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_process_map_view_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): the map of its processes
 */
GtkWidget *
cap_process_map_view_new (CapWorkspace *workspace)
{
  CapProcessMapView *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_PROCESS_MAP_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->desk = cap_record_desk_new (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
