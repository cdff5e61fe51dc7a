/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf.h"

G_BEGIN_DECLS

/* Documents seen by other programs than ours. A file of the test’s own folder, gone with it. */
CapPdf *test_pdf_new        (void) G_GNUC_WARN_UNUSED_RESULT;
GBytes *test_pdf_finish     (CapPdf     *pdf) G_GNUC_WARN_UNUSED_RESULT;
char   *test_pdf_store      (GBytes     *pdf,
                             const char *name) G_GNUC_WARN_UNUSED_RESULT;
char   *test_pdf_run        (const char *first,
                             ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char   *test_pdf_get_text   (GBytes     *pdf) G_GNUC_WARN_UNUSED_RESULT;
guint   test_pdf_count      (const char *text,
                             const char *part);
void    test_pdf_assert_has (const char *text,
                             const char *part);
void    test_pdf_check      (GBytes     *pdf);
void    test_pdf_check_archive (GBytes  *pdf);

G_END_DECLS
