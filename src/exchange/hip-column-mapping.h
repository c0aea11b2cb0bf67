// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib-object.h>

#include "hip-csv-reader.h"
#include "hip-date-cell.h"

G_BEGIN_DECLS

/** HipMappedField: what of a run a column may feed, in the order in which runs are typed. */
typedef enum
{
  HIP_MAPPED_DATE, /* with or without the time of day */
  HIP_MAPPED_DISTANCE,
  HIP_MAPPED_DURATION,
  HIP_MAPPED_SHOE,
  HIP_MAPPED_EFFORT,
  HIP_MAPPED_ASCENT,
  HIP_MAPPED_START,
  HIP_MAPPED_CADENCE,
  HIP_MAPPED_TITLE,
  HIP_MAPPED_NOTE,
  HIP_MAPPED_SPORT, /* rows of other sports are left out */
} HipMappedField;
#define HIP_N_MAPPED_FIELDS 11
#define HIP_NO_COLUMN       (-1)

/** HipDistanceUnit: of distances; a unit that stands in the cell itself comes first. */
typedef enum
{
  HIP_DISTANCE_UNIT_KM,
  HIP_DISTANCE_UNIT_MI,
  HIP_DISTANCE_UNIT_M,
} HipDistanceUnit;
#define HIP_N_DISTANCE_UNITS 3

/** HipDurationStyle: how a duration is written; words like "1 h 5 min" are always understood. */
typedef enum
{
  HIP_DURATION_STYLE_CLOCK,           /* 1:02:30, 52:10 */
  HIP_DURATION_STYLE_HOURS_MINUTES,   /* 0:52 */
  HIP_DURATION_STYLE_MINUTES_SECONDS, /* 52:10:00, what spreadsheets make of 52:10 */
  HIP_DURATION_STYLE_MINUTES,         /* 52.2 */
  HIP_DURATION_STYLE_SECONDS,         /* 3130 */
  HIP_DURATION_STYLE_HOURS,           /* 0.87 */
} HipDurationStyle;
#define HIP_N_DURATION_STYLES 6

/** HipAscentUnit: of what is climbed. */
typedef enum
{
  HIP_ASCENT_UNIT_LIKE_DISTANCE, /* feet where distances are in miles */
  HIP_ASCENT_UNIT_M,
  HIP_ASCENT_UNIT_FT,
} HipAscentUnit;
#define HIP_N_ASCENT_UNITS 3

/* A table with more columns is nothing that a person fills in or maps. */
#define HIP_MAPPING_MAX_COLUMNS 256

/**
 * HipColumnMapping:
 * @header: (owned) (array zero-terminated=1): the names of the table's columns
 * @columns: for each field the index of the column that feeds it, or %HIP_NO_COLUMN
 * @decimal_mark: ',' or '.' where the table shows it, else 0
 *
 * How runs are read from a table that no program is known to write.
 */
typedef struct
{
  char **header;
  int columns[HIP_N_MAPPED_FIELDS];
  HipDistanceUnit distance_unit;
  HipDurationStyle duration_style;
  HipAscentUnit ascent_unit;
  HipDateOrder date_order;
  char decimal_mark;
} HipColumnMapping;

#define HIP_TYPE_COLUMN_MAPPING (hip_column_mapping_get_type ())
GType hip_column_mapping_get_type (void);

/* One that maps nothing, for tables with that header. */
HipColumnMapping *hip_column_mapping_new (const HipCsvRow *header);
HipColumnMapping *hip_column_mapping_copy (const HipColumnMapping *self);
void hip_column_mapping_free (HipColumnMapping *self);
gboolean hip_column_mapping_equal (const HipColumnMapping *a, const HipColumnMapping *b);
/* Whether it is for tables with that header. */
gboolean hip_column_mapping_fits (const HipColumnMapping *self, const HipCsvRow *header);
/* FALSE with @error: a date and a distance are needed, and no column feeds two fields. */
gboolean hip_column_mapping_validate (const HipColumnMapping *self, GError **error);
/* To be kept in settings; NULL with @error where the text is no valid mapping. */
char *hip_column_mapping_to_string (const HipColumnMapping *self);
HipColumnMapping *hip_column_mapping_from_string (const char *text, GError **error);
/* Translated: “Distance”. */
const char *hip_mapped_field_get_label (HipMappedField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipColumnMapping, hip_column_mapping_free)

G_END_DECLS
