/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* What each target is made of: README.md. */
int         LLVMFuzzerInitialize        (int           *argc,
                                         char        ***argv);
int         LLVMFuzzerTestOneInput      (const guint8  *data,
                                         gsize          size);

/**
 * FuzzInput:
 *
 * What is left of an input. At its end it reads as zeros.
 */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
} FuzzInput;

guint       fuzz_input_byte   (FuzzInput   *input);
guint       fuzz_input_below  (FuzzInput   *input,
                               guint        limit);
GBytes     *fuzz_input_text   (FuzzInput   *input) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *fuzz_input_rest   (FuzzInput   *input) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *fuzz_input_spoil  (FuzzInput   *input,
                               GBytes      *sound) G_GNUC_WARN_UNUSED_RESULT;

void        fuzz_start        (void);
const char *fuzz_get_folder   (void);
GBytes     *fuzz_get_kept     (const char  *name) G_GNUC_WARN_UNUSED_RESULT;
void        fuzz_put_file     (const char  *path,
                               GBytes      *content);
void        fuzz_remove_tree  (const char  *folder);

G_END_DECLS
