/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-certification-json-private.h"

#define MAX_TERM   1000
#define MAX_YEARS  10
#define MAX_MONTHS 120
#define MAX_STAFF  1000000

static CapRatio
read_ratio (CapJsonReader *reader,
            JsonObject    *rules,
            const char    *member)
{
  JsonObject *ratio = cap_json_reader_enter (reader, rules, member);
  CapRatio value = { 0, 1 };

  if (ratio == NULL)
    return value;

  value.denominator = (guint) cap_json_reader_get_int (reader, ratio, "denominator", 1, MAX_TERM);
  value.numerator = (guint) cap_json_reader_get_int (reader, ratio, "numerator", 1, (int) value.denominator);
  cap_json_reader_leave (reader, member);

  return value;
}

/* Returns: (transfer full): what “sampling” of @root says; @reader has its faults */
CapSamplingRules *
cap_certification_json_read_sampling (CapJsonReader *reader,
                                      JsonObject    *root)
{
  CapSamplingRules *self = g_new0 (CapSamplingRules, 1);
  JsonObject *rules = cap_json_reader_enter (reader, root, "sampling");

  if (rules == NULL)
    return self;

  self->source = cap_json_reader_dup_text (reader, rules, "source");
  self->initial = read_ratio (reader, rules, "initial");
  self->surveillance = read_ratio (reader, rules, "surveillance");
  self->recertification = read_ratio (reader, rules, "recertification");
  self->recertification_reduced = read_ratio (reader, rules, "recertification_reduced");
  self->random = read_ratio (reader, rules, "random");
  self->without_sampling = read_ratio (reader, rules, "without_sampling");
  self->widespread = read_ratio (reader, rules, "widespread");
  cap_json_reader_leave (reader, "sampling");

  return self;
}

static void
read_alert (CapJsonReader *reader,
            JsonObject    *item,
            gpointer       user_data)
{
  const guint months = (guint) cap_json_reader_get_int (reader, item, "months", 1, MAX_MONTHS);

  g_array_append_val ((GArray *) user_data, months);
}

static guint
read_months (CapJsonReader *reader,
             JsonObject    *rules,
             const char    *member)
{
  return (guint) cap_json_reader_get_int (reader, rules, member, 0, MAX_MONTHS);
}

/* Returns: (transfer full): what “cycle” of @root says; @reader has its faults */
CapCycleRules *
cap_certification_json_read_cycle (CapJsonReader *reader,
                                   JsonObject    *root)
{
  CapCycleRules *self = g_new0 (CapCycleRules, 1);
  JsonObject *rules = cap_json_reader_enter (reader, root, "cycle");
  GArray *alerts = g_array_new (TRUE, FALSE, sizeof (guint));

  if (rules != NULL)
    {
      self->source = cap_json_reader_dup_text (reader, rules, "source");
      self->years = (guint) cap_json_reader_get_int (reader, rules, "years", 1, MAX_YEARS);
      self->first_surveillance = read_months (reader, rules, "first_surveillance");
      self->surveillances = (guint) cap_json_reader_get_int (reader, rules, "surveillances", 0, MAX_YEARS);
      self->renewal_from = read_months (reader, rules, "renewal_from");
      self->renewal_to = read_months (reader, rules, "renewal_to");
      self->restoration = read_months (reader, rules, "restoration");
      self->major = read_months (reader, rules, "major");
      cap_json_reader_each (reader, rules, "alerts", 1, read_alert, alerts);
      cap_json_reader_leave (reader, "cycle");
    }
  self->alerts = (guint *) (gpointer) g_array_free (alerts, FALSE);

  return self;
}

static void
read_point (CapJsonReader *reader,
            JsonObject    *item,
            gpointer       user_data)
{
  CapAuditTimePoint point = { 0 };

  point.staff = (guint) cap_json_reader_get_int (reader, item, "staff", 1, MAX_STAFF);
  point.half_days = (guint) cap_json_reader_get_int (reader, item, "half_days", 1, MAX_TERM);
  g_array_append_val ((GArray *) user_data, point);
}

/* Returns: (transfer full): what “audit_time” of @root says; @reader has its faults */
CapAuditTimeRules *
cap_certification_json_read_audit_time (CapJsonReader *reader,
                                        JsonObject    *root)
{
  CapAuditTimeRules *self = g_new0 (CapAuditTimeRules, 1);
  JsonObject *rules = cap_json_reader_enter (reader, root, "audit_time");

  self->points = g_array_new (FALSE, FALSE, sizeof (CapAuditTimePoint));
  if (rules == NULL)
    return self;

  self->source = cap_json_reader_dup_text (reader, rules, "source");
  cap_json_reader_each (reader, rules, "points", 1, read_point, self->points);
  self->surveillance = read_ratio (reader, rules, "surveillance");
  self->recertification = read_ratio (reader, rules, "recertification");
  self->sampled_site = read_ratio (reader, rules, "sampled_site");
  cap_json_reader_leave (reader, "audit_time");

  return self;
}
