// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-test-warnings.h"

G_BEGIN_DECLS

/** HipTestDiaryFlags: what a random diary leaves out. */
typedef enum
{
  HIP_TEST_DIARY_FULL = 0,
  HIP_TEST_DIARY_ONE_RUN_A_DAY = 1 << 0, /* in the morning, with all that can be logged */
  HIP_TEST_DIARY_NO_MUTES = 1 << 1,
} HipTestDiaryFlags;

/* A runner nobody thought up, in whose time every rule may speak. (transfer full) */
HipTestLog *hip_test_diary_new (GRand *rand, HipDay first, guint n_days, HipTestDiaryFlags flags);

/* Whether a chance of one in @n comes up. */
gboolean hip_test_chance (GRand *rand, int n);

/* Copies of every record of a history; they may be changed. (transfer full) */
GPtrArray *hip_test_records (HipHistory *history);

G_END_DECLS
