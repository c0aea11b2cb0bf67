// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-day.h"

G_BEGIN_DECLS

/** HipDateOrder: what the first number of a date like 3/4/2024 is. */
typedef enum
{
  HIP_DATE_ORDER_UNKNOWN, /* then a date that does not tell is none */
  HIP_DATE_ORDER_DAY_FIRST,
  HIP_DATE_ORDER_MONTH_FIRST,
} HipDateOrder;
#define HIP_N_DATE_ORDERS 3

/**
 * HipDateCell:
 * @day: the runner's local day
 * @start_s: seconds after midnight, or %HIP_UNSET where the cell has no time of day
 * @utc_offset_min: minutes east of UTC, or %HIP_UNSET where the cell does not tell
 */
typedef struct
{
  HipDay day;
  gint32 start_s;
  gint32 utc_offset_min;
} HipDateCell;

/* A date with or without time of day, as people and programs write it. @zone: where the runner
 * lives, for times in UTC. */
gboolean
hip_date_cell_parse (const char *cell, HipDateOrder order, GTimeZone *zone, HipDateCell *date);

G_END_DECLS
