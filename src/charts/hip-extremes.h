// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HipExtremes:
 *
 * Where the lowest and the highest of many values are, for any stretch of them, without looking at
 * each: what is asked for again and again while a chart is moved.
 */
typedef struct _HipExtremes HipExtremes;

HipExtremes *hip_extremes_new (const double *values, gsize n);
void hip_extremes_free (HipExtremes *self);
void hip_extremes_find (const HipExtremes *self,
                        gsize begin,
                        gsize end,
                        gssize *lowest,
                        gssize *highest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipExtremes, hip_extremes_free)

G_END_DECLS
