/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-framework-file.h"

#include <glib/gi18n.h>

#include "exchange/cap-ciso-read.h"
#include "exchange/cap-ciso-write.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-framework-xlsx.h"

/* The formats that frameworks come and go in. */
typedef struct
{
  const char        *extension;
  GPtrArray       *(*check) (GBytes              *source,
                             const char          *language,
                             CapFramework       **framework);
  GBytes          *(*write) (const CapFramework  *framework,
                             GError             **error);
  CapFileVerifyFunc  verify;
} Format;

static gboolean
succeed (GPtrArray  *faults,
         GError    **error)
{
  g_autoptr(GPtrArray) owned = faults;

  if (owned->len == 0)
    return TRUE;

  g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, g_ptr_array_index (owned, 0));

  return FALSE;
}

static GPtrArray *
check_json (GBytes        *source,
            const char    *language,
            CapFramework **framework)
{
  return cap_framework_json_check (source, framework);
}

static GBytes *
write_json (const CapFramework  *framework,
            GError             **error)
{
  return cap_framework_json_write (framework);
}

static gboolean
verify_json (GBytes  *written,
             GError **error)
{
  return succeed (cap_framework_json_check (written, NULL), error);
}

static GPtrArray *
check_xlsx (GBytes        *source,
            const char    *language,
            CapFramework **framework)
{
  return cap_framework_xlsx_read (source, framework);
}

static gboolean
verify_xlsx (GBytes  *written,
             GError **error)
{
  g_autoptr(CapFramework) framework = NULL;

  return succeed (cap_framework_xlsx_read (written, &framework), error);
}

static gboolean
verify_ciso (GBytes  *written,
             GError **error)
{
  g_autoptr(CapFramework) framework = NULL;

  return succeed (cap_framework_ciso_read (written, "", &framework), error);
}

static const Format formats[] = {
  { ".json", check_json, write_json, verify_json },
  { ".xlsx", check_xlsx, cap_framework_xlsx_write, verify_xlsx },
  { ".yaml", cap_framework_ciso_read, cap_framework_ciso_write, verify_ciso },
  { ".yml", cap_framework_ciso_read, cap_framework_ciso_write, verify_ciso },
};

static const Format *
find_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_has_suffix (lower, formats[i].extension))
        return &formats[i];
    }

  return NULL;
}

const char * const *
cap_framework_file_get_extensions (void)
{
  static const char *extensions[G_N_ELEMENTS (formats) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    extensions[i] = formats[i].extension;

  return extensions;
}

gboolean
cap_framework_file_is_known (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return find_format (path) != NULL;
}

static char *
dup_refusal (void)
{
  g_autofree char *list = g_strjoinv (", ", (GStrv) cap_framework_file_get_extensions ());

  /* Translators: a list of extensions of files, as “.json, .xlsx” */
  return g_strdup_printf (_("the name of a framework file ends with one of these: %s"), list);
}

GPtrArray *
cap_framework_file_check (const char    *path,
                          GBytes        *source,
                          const char    *language,
                          CapFramework **framework)
{
  const Format *format;
  GPtrArray *faults;

  g_return_val_if_fail (path != NULL && source != NULL && framework != NULL, NULL);

  *framework = NULL;
  format = find_format (path);
  if (format != NULL)
    return format->check (source, language, framework);

  faults = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (faults, dup_refusal ());

  return faults;
}

GBytes *
cap_framework_file_write (const char          *path,
                          const CapFramework  *framework,
                          GError             **error)
{
  const Format *format;
  g_autofree char *refusal = NULL;

  g_return_val_if_fail (path != NULL && framework != NULL, NULL);

  format = find_format (path);
  if (format != NULL)
    return format->write (framework, error);

  refusal = dup_refusal ();
  g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, refusal);

  return NULL;
}

/* Reads back what cap_framework_file_write() wrote to a file of that name. */
CapFileVerifyFunc
cap_framework_file_get_verify (const char *path)
{
  const Format *format = find_format (path);

  g_return_val_if_fail (format != NULL, NULL);

  return format->verify;
}
