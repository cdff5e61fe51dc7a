/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-process-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "quality/cap-process-rules.h"
#include "ui/quality/cap-process-chart-draw-private.h"
#include "ui/quality/cap-process-tile.h"

#define THRESHOLD 8 /* from where on a press is a drag */

/**
 * CapProcessChart:
 *
 * The map of the processes. It draws bands, arrows and outlines; each process
 * is a child [class@Cap.ProcessTile]. Tab stops once, the arrow keys go from
 * one to the other, Alt with them moves it, and so does the pointer.
 */
struct _CapProcessChart
{
  GtkWidget      parent_instance;

  /* Owned */
  CapDossier    *dossier;
  GPtrArray     *processes;  /* (element-type CapRecord): of the dossier, in the order of the boxes */
  GPtrArray     *tiles;      /* (element-type CapProcessTile): in the same order, borrowed */
  CapProcessMap *map;
  char          *last;       /* UUID of the process that had the focus last */

  /* Children */
  GtkWidget     *titles[CAP_N_PROCESS_BANDS];
  GtkWidget     *needs;
  GtkWidget     *answers;

  gboolean       can_move;
  int            hovered;
  int            taken;      /* where the pointer was pressed, or -1 */
  gboolean       drags;
  CapPoint       start;
  CapPoint       shift;
  guint          rank;
};

G_DEFINE_FINAL_TYPE (CapProcessChart, cap_process_chart, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  MOVED,
  SHIFTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static CapProcessTile *
get_tile (CapProcessChart *self,
          guint            index)
{
  return g_ptr_array_index (self->tiles, index);
}

static int
find_tile (CapProcessChart *self,
           const char      *id)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (g_strcmp0 (cap_process_tile_get_id (get_tile (self, i)), id) == 0)
      return (int) i;

  return -1;
}

static int
find_focused (CapProcessChart *self)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (gtk_widget_has_focus (GTK_WIDGET (get_tile (self, i))))
      return (int) i;

  return -1;
}

static double
measure_words (const CapRecord *process,
               double           width,
               gpointer         user_data)
{
  CapProcessChart *self = user_data;
  int needs;
  int answers;

  if (process != NULL)
    return cap_process_tile_measure_words (get_tile (self, (guint) find_tile (self, process->id)),
                                           (int) width);

  gtk_widget_measure (self->needs, GTK_ORIENTATION_VERTICAL, (int) width, &needs, NULL, NULL, NULL);
  gtk_widget_measure (self->answers, GTK_ORIENTATION_VERTICAL, (int) width, &answers, NULL, NULL, NULL);

  return MAX (needs, answers);
}

static void
make_map (CapProcessChart *self,
          int              width)
{
  const CapProcessMapStyle style = cap_process_drawing_get_style (GTK_WIDGET (self), self->processes);

  cap_process_map_free (self->map);
  self->map = cap_process_map_new (self->processes, width, &style, measure_words, self);
}

static int
get_minimum_width (CapProcessChart *self)
{
  const CapProcessMapStyle style = cap_process_drawing_get_style (GTK_WIDGET (self), self->processes);

  return (int) (2 * style.side_width + 2 * style.gap + style.min_width);
}

static GtkSizeRequestMode
cap_process_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cap_process_chart_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  CapProcessChart *self = CAP_PROCESS_CHART (widget);
  const int least = get_minimum_width (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = 3 * least;
      return;
    }

  make_map (self, for_size < 0 ? 2 * least : MAX (for_size, least));
  *minimum = *natural = (int) ceil (self->map->height);
}

static void
cap_process_chart_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  CapProcessChart *self = CAP_PROCESS_CHART (widget);

  make_map (self, width);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      CapRect rect = cap_process_map_get_box (self->map, i)->rect;

      if (self->drags && (int) i == self->taken)
        {
          rect.x += self->shift.x;
          rect.y += self->shift.y;
        }
      cap_process_drawing_allocate (GTK_WIDGET (get_tile (self, i)), rect);
    }
  for (guint band = 0; band < CAP_N_PROCESS_BANDS; band++)
    cap_process_drawing_allocate (self->titles[band], self->map->titles[band]);
  cap_process_drawing_allocate (self->needs, cap_process_drawing_inset (&self->map->needs));
  cap_process_drawing_allocate (self->answers, cap_process_drawing_inset (&self->map->answers));
}

static void
snapshot_drawing (CapProcessChart         *self,
                  GtkSnapshot             *snapshot,
                  const CapProcessDrawing *drawing,
                  gboolean                 dragged)
{
  GtkWidget *widget = GTK_WIDGET (self);
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                       (float) gtk_widget_get_height (widget)));
  if (dragged)
    cap_process_drawing_draw_dragged (drawing, self->map, cr);
  else
    cap_process_drawing_draw (drawing, self->map, cr);
  cairo_destroy (cr);
}

static void
cap_process_chart_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  CapProcessChart *self = CAP_PROCESS_CHART (widget);
  const int focused = find_focused (self);
  GtkWidget *dragged = self->drags ? GTK_WIDGET (get_tile (self, (guint) self->taken)) : NULL;
  CapProcessDrawing drawing = {
    .lit = focused >= 0 && self->hovered < 0 ? focused : self->hovered,
    .dragged = self->drags ? self->taken : -1, .shift = self->shift, .rank = self->rank,
  };

  if (self->map == NULL)
    return;

  cap_process_drawing_take_colors (&drawing, widget);
  snapshot_drawing (self, snapshot, &drawing, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != dragged)
      gtk_widget_snapshot_child (widget, child, snapshot);
  if (dragged == NULL)
    return;

  snapshot_drawing (self, snapshot, &drawing, TRUE);
  gtk_widget_snapshot_child (widget, dragged, snapshot);
}

/* Tab goes in and out; the arrows stay inside. */
static gboolean
cap_process_chart_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  CapProcessChart *self = CAP_PROCESS_CHART (widget);
  const int focused = find_focused (self);
  const int dx = (direction == GTK_DIR_RIGHT) - (direction == GTK_DIR_LEFT);
  const int dy = (direction == GTK_DIR_DOWN) - (direction == GTK_DIR_UP);
  int next;

  if (focused < 0)
    next = MAX (find_tile (self, self->last), self->tiles->len > 0 ? 0 : -1);
  else if (dx == 0 && dy == 0)
    return FALSE;
  else
    next = cap_process_map_find_beside (self->map, (guint) focused, dx, dy);

  if (next >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_tile (self, (guint) next)));

  return focused >= 0 || next >= 0;
}

static gboolean
shift_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  CapProcessChart *self = CAP_PROCESS_CHART (widget);
  const int focused = find_focused (self);
  int dx;
  int dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  if (focused < 0 || !self->can_move)
    return FALSE;

  g_signal_emit (self, signals[SHIFTED], 0, cap_process_tile_get_id (get_tile (self, (guint) focused)), dx,
                 dy);

  return TRUE;
}

static void
clicked_cb (CapProcessTile  *tile,
            CapProcessChart *self)
{
  g_signal_emit (self, signals[OPENED], 0, cap_process_tile_get_id (tile));
}

/* Whose arrows stand out follows the pointer, and the focus when there is none. */
static void
state_changed_cb (CapProcessChart *self,
                  GtkStateFlags    before,
                  GtkWidget       *tile)
{
  const int index = find_tile (self, cap_process_tile_get_id (CAP_PROCESS_TILE (tile)));
  const GtkStateFlags flags = gtk_widget_get_state_flags (tile);

  if ((flags & GTK_STATE_FLAG_PRELIGHT) != 0)
    self->hovered = index;
  else if (self->hovered == index)
    self->hovered = -1;
  if (gtk_widget_has_focus (tile))
    {
      g_free (self->last);
      self->last = g_strdup (cap_process_tile_get_id (CAP_PROCESS_TILE (tile)));
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_dragging (CapProcessChart *self)
{
  const gboolean dragged = self->drags;

  self->taken = -1;
  self->drags = FALSE;
  self->shift = (CapPoint) { 0, 0 };
  if (dragged)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
drag_begin_cb (CapProcessChart *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *tile = picked != NULL ? gtk_widget_get_ancestor (picked, CAP_TYPE_PROCESS_TILE) : NULL;

  self->taken = tile != NULL && self->can_move
                ? find_tile (self, cap_process_tile_get_id (CAP_PROCESS_TILE (tile))) : -1;
  self->start = (CapPoint) { x, y };
  if (self->taken < 0)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (CapProcessChart *self,
                double           x,
                double           y,
                GtkGesture      *gesture)
{
  if (self->taken < 0 || (!self->drags && hypot (x, y) < THRESHOLD))
    return;

  if (!self->drags)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->drags = TRUE;
  self->shift = (CapPoint) { x, y };
  self->rank = cap_process_map_find_rank (self->map, (guint) self->taken,
                                          (CapPoint) { self->start.x + x, self->start.y + y });
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (CapProcessChart *self)
{
  g_autofree char *id = NULL;

  if (self->drags && self->taken >= 0)
    id = g_strdup (cap_process_tile_get_id (get_tile (self, (guint) self->taken)));
  stop_dragging (self);
  if (id != NULL)
    g_signal_emit (self, signals[MOVED], 0, id, self->rank);
}

static void
cap_process_chart_dispose (GObject *object)
{
  CapProcessChart *self = CAP_PROCESS_CHART (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->tiles, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->processes, 0);
  g_clear_pointer (&self->map, cap_process_map_free);
  g_clear_pointer (&self->dossier, cap_dossier_unref);

  G_OBJECT_CLASS (cap_process_chart_parent_class)->dispose (object);
}

static void
cap_process_chart_finalize (GObject *object)
{
  CapProcessChart *self = CAP_PROCESS_CHART (object);

  g_ptr_array_unref (self->processes);
  g_ptr_array_unref (self->tiles);
  g_free (self->last);

  G_OBJECT_CLASS (cap_process_chart_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   dx;
    int   dy;
  } keys[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
    { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 }, { GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, GDK_ALT_MASK, shift_cb, "(ii)", keys[i].dx,
                                  keys[i].dy);
}

static void
cap_process_chart_class_init (CapProcessChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_process_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_process_chart_finalize;
  widget_class->get_request_mode = cap_process_chart_get_request_mode;
  widget_class->measure = cap_process_chart_measure;
  widget_class->size_allocate = cap_process_chart_size_allocate;
  widget_class->snapshot = cap_process_chart_snapshot;
  widget_class->focus = cap_process_chart_focus;

  signals[OPENED] = g_signal_new ("opened", CAP_TYPE_PROCESS_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", CAP_TYPE_PROCESS_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[SHIFTED] = g_signal_new ("shifted", CAP_TYPE_PROCESS_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);

  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "processchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (CapProcessChart *self,
           const char      *text,
           const char      *css_class,
           float            xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", xalign, NULL);

  if (xalign > 0)
    gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
add_gesture (CapProcessChart *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (stop_dragging), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
cap_process_chart_init (CapProcessChart *self)
{
  const CapChoice *choices = cap_register_get (CAP_REGISTER_PROCESS)->fields[CAP_PROCESS_KIND].choices;

  self->processes = g_ptr_array_new ();
  self->tiles = g_ptr_array_new ();
  self->hovered = self->taken = -1;
  for (guint band = 0; band < CAP_N_PROCESS_BANDS; band++)
    self->titles[band] = add_label (self, gettext (choices[band].label), "process-band", 0);
  self->needs = add_label (self, _("Needs of people, of clients and of the territory"), "process-end", 0.5f);
  self->answers = add_label (self, _("Answers, satisfaction"), "process-end", 0.5f);
  add_gesture (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Process map"), -1);
}

GtkWidget *
cap_process_chart_new (void)
{
  return g_object_new (CAP_TYPE_PROCESS_CHART, NULL);
}

static GtkWidget *
add_tile (CapProcessChart *self)
{
  GtkWidget *tile = cap_process_tile_new ();

  gtk_widget_set_parent (tile, GTK_WIDGET (self));
  g_signal_connect_object (tile, "clicked", G_CALLBACK (clicked_cb), self, 0);
  g_signal_connect_object (tile, "state-flags-changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return tile;
}

static guint
count_band (CapProcessChart *self,
            CapProcessBand   band)
{
  guint count = 0;

  for (guint i = 0; i < self->processes->len; i++)
    count += cap_process_get_band (g_ptr_array_index (self->processes, i)) == band ? 1 : 0;

  return count;
}

/* Tiles live on with their process, so that the focus stays where it is. */
static void
show_tiles (CapProcessChart *self,
            GPtrArray       *before)
{
  guint rank = 0;

  for (guint i = 0; i < self->processes->len; i++)
    {
      const CapRecord *process = g_ptr_array_index (self->processes, i);
      const CapProcessBand band = cap_process_get_band (process);
      const CapRecord *left = i > 0 ? g_ptr_array_index (self->processes, i - 1) : NULL;
      GtkWidget *tile = NULL;

      for (guint j = 0; tile == NULL && j < before->len; j++)
        if (g_str_equal (cap_process_tile_get_id (g_ptr_array_index (before, j)), process->id))
          tile = g_ptr_array_remove_index (before, j);
      if (tile == NULL)
        tile = add_tile (self);

      rank = left != NULL && cap_process_get_band (left) == band ? rank + 1 : 0;
      cap_process_tile_show (CAP_PROCESS_TILE (tile), self->dossier, process, rank, count_band (self, band));
      gtk_widget_insert_before (tile, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->tiles, tile);
    }
}

/**
 * cap_process_chart_show:
 * @can_move: whether processes may be moved
 */
void
cap_process_chart_show (CapProcessChart *self,
                        CapDossier      *dossier,
                        gboolean         can_move)
{
  g_autoptr(GPtrArray) before = NULL;
  CapDossier *old;

  g_return_if_fail (CAP_IS_PROCESS_CHART (self) && dossier != NULL);

  stop_dragging (self);
  self->hovered = -1;
  self->can_move = can_move;
  before = g_steal_pointer (&self->tiles);
  self->tiles = g_ptr_array_new ();
  old = self->dossier;
  self->dossier = cap_dossier_ref (dossier);
  g_ptr_array_unref (self->processes);
  self->processes = cap_process_list (dossier);
  show_tiles (self, before);
  for (guint i = 0; i < before->len; i++)
    gtk_widget_unparent (g_ptr_array_index (before, i));
  g_clear_pointer (&self->map, cap_process_map_free);
  g_clear_pointer (&old, cap_dossier_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Returns: the rank that a process gets by one step; -1 when there is nothing there */
int
cap_process_chart_find_shifted (CapProcessChart *self,
                                const char      *id,
                                int              dx,
                                int              dy)
{
  const CapProcessBox *box;
  int index;
  int beside;

  g_return_val_if_fail (CAP_IS_PROCESS_CHART (self) && id != NULL, -1);

  index = find_tile (self, id);
  if (index < 0)
    return -1;

  if (self->map == NULL)
    make_map (self, MAX (gtk_widget_get_width (GTK_WIDGET (self)), get_minimum_width (self)));
  box = cap_process_map_get_box (self->map, (guint) index);
  if (dy == 0)
    return (int) box->rank + dx;

  beside = cap_process_map_find_beside (self->map, (guint) index, 0, dy);
  if (beside < 0 || cap_process_map_get_box (self->map, (guint) beside)->band != box->band)
    return -1;

  return (int) cap_process_map_get_box (self->map, (guint) beside)->rank;
}
