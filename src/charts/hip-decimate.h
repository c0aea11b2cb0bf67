// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-time-scale.h"

G_BEGIN_DECLS

/**
 * HipBucket:
 * @first: index of the first value in it
 * @last: index of the last value in it
 * @max_index: index of the greatest value that is not NAN, or -1
 */
typedef struct
{
  gsize  first;
  gsize  last;
  gssize max_index;
} HipBucket;

GArray *hip_decimate (HipTimeScale  scale,
                      const HipDay *days,
                      const double *values,
                      gsize         n,
                      guint         pixels);

G_END_DECLS
