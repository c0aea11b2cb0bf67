// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-csv-reader.h"
#include "hip-record.h"
#include "hip-units.h"

G_BEGIN_DECLS

typedef enum
{
  HIP_STRAVA_RUN,
  HIP_STRAVA_OTHER_SPORT,
  HIP_STRAVA_REJECTED,
} HipStravaResult;

/** HipStrava: the header of a Strava activities.csv, understood. */
typedef struct _HipStrava HipStrava;

/* NULL when the header is not Strava's. */
HipStrava *hip_strava_new (const HipCsvRow *header);
void hip_strava_free (HipStrava *self);
/* @run and @gear are set for HIP_STRAVA_RUN, @sport (as written) for HIP_STRAVA_OTHER_SPORT,
 * @error for HIP_STRAVA_REJECTED. @unit is that of the first distance column, used only where
 * the file has no metres; @zone is where the runner lives. */
HipStravaResult hip_strava_read (const HipStrava *self,
                                 const HipCsvRow *row,
                                 HipUnits unit,
                                 GTimeZone *zone,
                                 HipRun **run,
                                 char **gear,
                                 char **sport,
                                 GError **error);

/* A date as Strava writes it, in any of its languages. (transfer full), UTC, or NULL. */
GDateTime *hip_strava_parse_date (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipStrava, hip_strava_free)

G_END_DECLS
