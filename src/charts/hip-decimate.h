// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-extremes.h"
#include "hip-time-scale.h"

G_BEGIN_DECLS

/**
 * HipBucket:
 * @first: index of the first value in it
 * @last: index of the last value in it
 * @top: index of its greatest value, or -1 if all are NAN
 * @bottom: index of its smallest value, or -1 if all are NAN
 *
 * Neighbouring values that would be drawn on the same pixel.
 */
typedef struct
{
  gsize first;
  gsize last;
  gssize top;
  gssize bottom;
} HipBucket;

GArray *hip_decimate (HipTimeScale scale,
                      const HipDay *days,
                      const HipExtremes *extremes,
                      gsize n,
                      guint width,
                      guint pixels);
void hip_decimate_find_visible (HipTimeScale scale,
                                const HipDay *days,
                                gsize n,
                                guint width,
                                gsize *begin,
                                gsize *end);

G_END_DECLS
