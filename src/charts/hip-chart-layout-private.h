// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-chart-frame.h"
#include "hip-chart-layout.h"
#include "hip-chart-picture.h"
#include "hip-chart-private.h"

G_BEGIN_DECLS

struct _HipChartLayout
{
  HipChart *chart;          /* (owned) */
  HipChartPicture *picture; /* (owned) */
  HipChartFrame plot;       /* all panels together: only x means something */
  GArray *frames;           /* (owned) (element-type HipChartFrame): one for each panel */
  double width;
  double label_height;
  double gutter;
  gboolean no_legend;
  guint64 hidden;
  HipTimeTicks *ticks; /* (owned) (nullable) */
};

G_END_DECLS
