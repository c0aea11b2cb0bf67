// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "hip-run-list.h"

G_BEGIN_DECLS

#define HIP_TYPE_WEEK_HEADER (hip_week_header_get_type ())
G_DECLARE_FINAL_TYPE (HipWeekHeader, hip_week_header, HIP, WEEK_HEADER, GtkBox)

GtkWidget *hip_week_header_new (HipRunList *list);

/* @day: any day of the week, HIP_DAY_NONE for none. */
void hip_week_header_set_day (HipWeekHeader *self, HipDay day);
void hip_week_header_set_today (HipWeekHeader *self, HipDay today);

char *hip_week_header_format_range (HipDay start, HipDay today);
char *hip_week_header_format_change (const HipWeek *week, HipDay today);

G_END_DECLS
