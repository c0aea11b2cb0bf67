// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-record.h"

G_BEGIN_DECLS

#define HIP_TYPE_SCORE_STRIP (hip_score_strip_get_type ())
G_DECLARE_FINAL_TYPE (HipScoreStrip, hip_score_strip, HIP, SCORE_STRIP, AdwBin)

HipSide hip_score_strip_get_side (HipScoreStrip *self);
GtkWidget *hip_score_strip_get_focus_button (HipScoreStrip *self);
void hip_score_strip_set_score (HipScoreStrip *self, int score);
/* CSS class of the zone a score is in: "zone-low", "zone-middle" or "zone-high". */
const char *hip_score_get_zone (int score);

G_END_DECLS
