// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-column-mapping.h"
#include "hip-record.h"

G_BEGIN_DECLS

/** HipMappedRowKind: what a row of a mapped table turned out to be. */
typedef enum
{
  HIP_MAPPED_ROW_RUN,
  HIP_MAPPED_ROW_OTHER_SPORT,
  HIP_MAPPED_ROW_NO_RUN, /* neither distance nor time: a day without running */
  HIP_MAPPED_ROW_BAD,
} HipMappedRowKind;

/**
 * HipMappedRow:
 * @run: (nullable): of a run, not validated
 * @shoe: (nullable): the name of its pair
 * @sport: (nullable): what another sport is called
 * @odd: bits of the fields whose cells could not be understood and were left out
 */
typedef struct
{
  HipRun *run;
  char *shoe;
  char *sport;
  guint odd;
} HipMappedRow;

/* Always fills @result, to be cleared. BAD with @error. */
HipMappedRowKind hip_mapped_row_read (const HipColumnMapping *mapping,
                                      const HipCsvRow *row,
                                      GTimeZone *zone,
                                      HipMappedRow *result,
                                      GError **error);
void hip_mapped_row_clear (HipMappedRow *self);
/* Seconds of a cell written in that way. */
gboolean hip_mapped_row_parse_duration (const char *cell,
                                        HipDurationStyle style,
                                        char decimal_mark,
                                        double *seconds);
/* Metres of a cell in that unit, or its own. */
gboolean hip_mapped_row_parse_distance (const char *cell,
                                        HipDistanceUnit unit,
                                        char decimal_mark,
                                        double *metres);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HipMappedRow, hip_mapped_row_clear)

G_END_DECLS
