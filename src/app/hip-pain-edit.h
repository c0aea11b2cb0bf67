// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"

G_BEGIN_DECLS

/* Changes to a day's pain, shared by Today, the pain view and the dialog. (transfer full) */
HipChange *hip_pain_edit_score (HipHistory *history, HipDay day, HipSide side, int score);
/* Copies the scores alone of @from to @to; NULL when @from has none or @to has one. */
HipChange *hip_pain_edit_copy_scores (HipHistory *history, HipDay from, HipDay to);

G_END_DECLS
