/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-reviews-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "quality/cap-review-rules.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapReviewsView:
 *
 * The management reviews, the one that is being prepared first, and a day to
 * prepare the next one.
 */
struct _CapReviewsView
{
  GtkWidget            parent_instance;

  CapWorkspace        *workspace;
  char                *started;   /* UUID of the one that is being made, to be opened */
  GPtrArray           *rows;      /* (element-type GtkWidget): of the list, borrowed */
  GtkWidget           *date;

  CapMessageBar       *message;
  GtkWidget           *empty;
  AdwPreferencesGroup *list;
  AdwPreferencesGroup *starter;
};

G_DEFINE_FINAL_TYPE (CapReviewsView, cap_reviews_view, GTK_TYPE_WIDGET)

static void
open_review (CapReviewsView *self,
             const char     *id)
{
  const CapRecord *review = cap_dossier_find_record (cap_workspace_get_dossier (self->workspace),
                                                     CAP_REGISTER_MANAGEMENT_REVIEW, id);
  g_autofree char *address = review != NULL ? cap_address_new_for_record (review) : NULL;

  if (address != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "journey.open", "s", address);
}

/* The name of a row is the UUID of its review. */
static void
row_activated_cb (CapReviewsView *self,
                  GtkWidget      *row)
{
  open_review (self, gtk_widget_get_name (row));
}

static char *
dup_state (const CapDossier *dossier,
           const CapRecord  *review)
{
  const char *finalised = cap_record_get (review, CAP_MANAGEMENT_REVIEW_FINALISED);
  g_autofree char *day = finalised != NULL ? cap_date_format_long (finalised) : NULL;

  if (day != NULL)
    /* Translators: a day */
    return g_strdup_printf (_("finalised on %s"), day);

  return g_strdup_printf (_("draft: %1$u inputs out of %2$u are decided"),
                          cap_review_count_decided (dossier, review), (guint) CAP_N_REVIEW_INPUTS);
}

static void
add_row (CapReviewsView  *self,
         const CapRecord *review)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = cap_date_format_long (cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE));
  /* Translators: the code of a management review, a day */
  g_autofree char *title = g_strdup_printf (_("%1$s, on %2$s"), cap_record_get_code (review), day);
  g_autofree char *state = dup_state (cap_workspace_get_dossier (self->workspace), review);

  gtk_widget_set_name (row, review->id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

/* The latest first. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;
  int order = g_strcmp0 (cap_record_get (other, CAP_MANAGEMENT_REVIEW_DATE),
                         cap_record_get (one, CAP_MANAGEMENT_REVIEW_DATE));

  return order != 0 ? order : cap_record_compare (other, one);
}

static void
update (CapReviewsView *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  g_autoptr(GPtrArray) reviews = NULL;

  if (dossier == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  reviews = g_ptr_array_copy (dossier->registers[CAP_REGISTER_MANAGEMENT_REVIEW], NULL, NULL);
  g_ptr_array_set_free_func (reviews, NULL);
  g_ptr_array_sort (reviews, compare);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < reviews->len; i++)
    add_row (self, g_ptr_array_index (reviews, i));

  gtk_widget_set_visible (GTK_WIDGET (self->list), reviews->len > 0);
  gtk_widget_set_visible (self->empty, reviews->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->starter), !cap_workspace_get_read_only (self->workspace));
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapReviewsView) self = CAP_REVIEWS_VIEW (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
  else
    open_review (self, self->started);
}

static void
start_cb (CapReviewsView *self)
{
  const char *date = cap_date_row_get_date (CAP_DATE_ROW (self->date));
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  CapCommand *command;

  if (dossier == NULL || cap_workspace_get_read_only (self->workspace))
    return;

  cap_message_bar_hide (self->message);
  g_clear_pointer (&self->started, g_free);
  command = cap_review_start (dossier, date != NULL ? date : today, &self->started);
  cap_workspace_run_async (self->workspace, command, NULL, started_cb, g_object_ref (self));
}

static void
cap_reviews_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_reviews_view_parent_class)->map (widget);
  update (CAP_REVIEWS_VIEW (widget));
}

static void
cap_reviews_view_dispose (GObject *object)
{
  CapReviewsView *self = CAP_REVIEWS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->started, g_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_reviews_view_parent_class)->dispose (object);
}

static void
cap_reviews_view_class_init (CapReviewsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_reviews_view_dispose;
  widget_class->map = cap_reviews_view_map;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-reviews-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapReviewsView, message);
  gtk_widget_class_bind_template_child (widget_class, CapReviewsView, empty);
  gtk_widget_class_bind_template_child (widget_class, CapReviewsView, list);
  gtk_widget_class_bind_template_child (widget_class, CapReviewsView, starter);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_reviews_view_init (CapReviewsView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->date = cap_date_row_new (_("To be held on"));
  adw_preferences_group_add (self->starter, self->date);
}

/**
 * cap_reviews_view_new:
 * @workspace: with a dossier open
 */
GtkWidget *
cap_reviews_view_new (CapWorkspace *workspace)
{
  CapReviewsView *self;
  g_autofree char *today = NULL;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_REVIEWS_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  today = cap_workspace_dup_today (workspace);
  cap_date_row_set_date (CAP_DATE_ROW (self->date), today);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
