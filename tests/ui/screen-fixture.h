/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * ScreenFixture:
 *
 * A new dossier in a folder of its own, and a window for one screen of it.
 */
typedef struct
{
  char         *folder;
  char         *path;
  CapWorkspace *workspace;
  GtkWidget    *window;
} ScreenFixture;

typedef gboolean (*ScreenCondition) (ScreenFixture *fixture,
                                     gpointer       data);

void             screen_fixture_init        (int             *argc,
                                             char          ***argv);
void             screen_fixture_set_up      (ScreenFixture   *fixture,
                                             gconstpointer    data);
void             screen_fixture_tear_down   (ScreenFixture   *fixture,
                                             gconstpointer    data);

void             screen_fixture_show        (ScreenFixture   *fixture,
                                             GtkWidget       *screen);
void             screen_fixture_run         (ScreenFixture   *fixture,
                                             CapCommand      *command);
void             screen_fixture_undo        (ScreenFixture   *fixture);
void             screen_fixture_answer      (ScreenFixture   *fixture,
                                             const CapAnswer *answer);
void             screen_fixture_evaluate    (ScreenFixture   *fixture,
                                             guint            number,
                                             const char      *date);
void             screen_fixture_press       (ScreenFixture   *fixture,
                                             guint            keyval);
const CapAnswer *screen_fixture_get_answer  (ScreenFixture   *fixture,
                                             const char      *code);

void             screen_fixture_wait        (ScreenFixture   *fixture,
                                             ScreenCondition  condition,
                                             gpointer         data);
void             screen_fixture_wait_level  (ScreenFixture   *fixture,
                                             const char      *code,
                                             int              level);
GtkWidget       *screen_fixture_find        (GtkWidget       *root,
                                             const char      *type,
                                             const char      *text);
void             screen_fixture_wait_label  (ScreenFixture   *fixture,
                                             const char      *text);

G_END_DECLS
