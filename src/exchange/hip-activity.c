// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-activity.h"

#include <math.h>

#include <glib/gi18n.h>

#include "hip-cell.h"

/* No runner takes 60 steps a minute, and none 240: below this, one foot was counted. */
#define MAX_STRIDES_PER_MINUTE 120
/* Nobody runs so fast for long; who does is not on foot. Metres a second. */
#define FASTEST_RUN    6.5
#define MAX_OFFSET_MIN (18 * 60)
#define MAX_ASCENT_M   20000

/**
 * hip_activity_new:
 *
 * Returns: (transfer full): an activity of which nothing is known
 */
HipActivity *
hip_activity_new (void)
{
  HipActivity *self = g_new0 (HipActivity, 1);

  self->start = HIP_NO_START;
  self->utc_offset_min = HIP_UNSET;
  self->effort = HIP_UNSET;
  self->distance_m = self->timer_s = self->elapsed_s = NAN;
  self->cadence_spm = self->ascent_m = NAN;
  return self;
}

/**
 * hip_activity_free:
 * @self: (nullable): an activity
 *
 * Frees it.
 */
void
hip_activity_free (HipActivity *self)
{
  if (self == NULL)
    return;

  g_free (self->sport_name);
  g_free (self->title);
  g_free (self->note);
  g_free (self->source);
  g_free (self->source_id);
  g_free (self);
}

/* HIP_UNSET unless within the bounds. */
static gint32
round_within (double value, double min, double max)
{
  if (!isfinite (value) || value < min || value > max)
    return HIP_UNSET;
  return (gint32) lround (value);
}

/* Where the file does not know the place, the runner was at home. */
static GDateTime *
get_local_start (const HipActivity *self, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->start);
  g_autoptr (GTimeZone) own = NULL;

  if (utc == NULL)
    return NULL;
  if (self->utc_offset_min == HIP_UNSET || ABS (self->utc_offset_min) > MAX_OFFSET_MIN)
    return g_date_time_to_timezone (utc, zone);
  own = g_time_zone_new_offset (self->utc_offset_min * 60);
  return g_date_time_to_timezone (utc, own);
}

static gboolean
set_start (const HipActivity *self, GTimeZone *zone, HipRun *run, GError **error)
{
  g_autoptr (GDateTime) local = self->start != HIP_NO_START ? get_local_start (self, zone) : NULL;

  if (local == NULL)
    {
      g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                           _ ("The file does not say when this was run. Add the run by hand."));
      return FALSE;
    }
  run->date = hip_day_from_date_time (local);
  run->start_s = g_date_time_get_hour (local) * 3600 + g_date_time_get_minute (local) * 60
                 + g_date_time_get_second (local);
  run->utc_offset_min = (gint32) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE);
  return TRUE;
}

/**
 * hip_activity_to_run:
 * @self: an activity
 * @zone: where the runner lives, for files that do not tell
 * @error: return location for %HIP_RECORD_ERROR
 *
 * Makes a run of it, with the day and time of day of the place where it began. Its duration is the
 * time without pauses where that is known.
 *
 * Returns: (transfer full) (nullable): the run, not validated, or %NULL if its day is not known
 */
HipRun *
hip_activity_to_run (const HipActivity *self, GTimeZone *zone, GError **error)
{
  g_autoptr (HipRun) run = NULL;

  g_return_val_if_fail (self != NULL && zone != NULL, NULL);

  run = hip_run_new ();
  if (!set_start (self, zone, run, error))
    return NULL;
  run->distance_m = isfinite (self->distance_m) && fabs (self->distance_m) < 2e9
                        ? (gint32) lround (self->distance_m)
                        : 0;
  run->duration_s = round_within (self->timer_s, 0.5, HIP_RUN_MAX_DURATION_S);
  if (run->duration_s == HIP_UNSET)
    run->duration_s = round_within (self->elapsed_s, 0.5, HIP_RUN_MAX_DURATION_S);
  run->cadence_spm = round_within (self->cadence_spm, HIP_CADENCE_MIN, HIP_CADENCE_MAX);
  run->ascent_m = round_within (self->ascent_m, 0, MAX_ASCENT_M);
  run->effort = self->effort;
  run->surface = self->surface;
  run->title = hip_cell_dup_text (self->title != NULL ? self->title : "");
  run->note = hip_cell_dup_text (self->note != NULL ? self->note : "");
  run->source = g_strdup (self->source);
  run->source_id = g_strdup (self->source_id);
  return g_steal_pointer (&run);
}

/* Where nothing names the sport, the pace has to: a cyclist is not on foot. */
static gboolean
is_on_foot (const HipActivity *self)
{
  double seconds = isfinite (self->timer_s) ? self->timer_s : self->elapsed_s;

  if (!isfinite (seconds) || !isfinite (self->distance_m) || seconds <= 0)
    return TRUE;
  return self->distance_m / seconds <= FASTEST_RUN;
}

/**
 * hip_activity_is_run:
 * @self: an activity
 *
 * A file that does not name the sport is taken for a run unless it was too fast for one.
 *
 * Returns: whether it is a run
 */
gboolean
hip_activity_is_run (const HipActivity *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->sport == HIP_SPORT_RUN || (self->sport == HIP_SPORT_UNKNOWN && is_on_foot (self));
}

/**
 * hip_activity_get_sport_name:
 * @self: an activity
 *
 * Returns: (transfer none): what the file calls it
 */
const char *
hip_activity_get_sport_name (const HipActivity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sport_name != NULL ? self->sport_name : _ ("not named, faster than a run");
}

/**
 * hip_cadence_to_steps:
 * @cadence: of one foot or of both, or NAN
 *
 * Watches count the steps of one foot, some writers those of both.
 *
 * Returns: steps of both feet a minute
 */
double
hip_cadence_to_steps (double cadence)
{
  return cadence < MAX_STRIDES_PER_MINUTE ? 2 * cadence : cadence;
}

/**
 * hip_activities_check:
 * @activities: (element-type HipActivity): what was found in a file
 * @damage: (nullable): what is wrong with the file, a sentence
 * @remark: (out) (nullable): what to say of what was found
 * @error: return location for %HIP_RECORD_ERROR_SYNTAX, or %HIP_RECORD_ERROR_INVALID for a file
 *   that is as it should be and has no activity
 *
 * Words what a reader has to say of a file.
 *
 * Returns: whether anything was found
 */
gboolean
hip_activities_check (GPtrArray *activities, const char *damage, char **remark, GError **error)
{
  g_return_val_if_fail (activities != NULL && remark != NULL, FALSE);

  *remark = NULL;
  if (activities->len > 0 && damage != NULL)
    /* Translators: a sentence, “Its checksum is wrong.” */
    *remark = g_strdup_printf (_ ("The file is damaged: %s What could be read was kept."), damage);
  if (activities->len > 0)
    return TRUE;
  if (damage != NULL)
    g_set_error (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_SYNTAX,
                 /* Translators: a sentence, “It is cut off.” */
                 _ ("There is no activity in this file that could be read. %s"), damage);
  else
    g_set_error_literal (error, HIP_RECORD_ERROR, HIP_RECORD_ERROR_INVALID,
                         _ ("There is no activity in this file."));
  return FALSE;
}
