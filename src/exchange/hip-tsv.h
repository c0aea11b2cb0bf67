// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

#include "hip-day.h"
#include "hip-units.h"

G_BEGIN_DECLS

/**
 * HipTsv:
 *
 * A table as text for the clipboard: a line a row, tabs between the cells.
 */
typedef struct _HipTsv HipTsv;

HipTsv *hip_tsv_new (void);
void hip_tsv_free (HipTsv *self);

/* One cell each. */
void hip_tsv_add_title (HipTsv *self, const char *title, const char *unit); /* no unit with NULL */
void hip_tsv_add_text (HipTsv *self, const char *text);                     /* NULL is empty */
void hip_tsv_add_day (HipTsv *self, HipDay day);                         /* HIP_DAY_NONE is empty */
void hip_tsv_add_number (HipTsv *self, double value, int decimals);      /* NAN is empty */
void hip_tsv_add_distance (HipTsv *self, HipUnits units, double metres); /* NAN is empty */
void hip_tsv_add_duration (HipTsv *self, gint64 seconds);                /* below 0 is empty */
void hip_tsv_end_row (HipTsv *self);

const char *hip_tsv_get_text (HipTsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipTsv, hip_tsv_free)

G_END_DECLS
