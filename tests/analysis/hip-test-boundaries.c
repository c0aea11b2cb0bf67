// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-test-boundaries.h"

#include "hip-question.h"

guint
hip_test_boundaries_get_n (void)
{
  return hip_test_n_load_boundaries + hip_test_n_pain_boundaries + hip_test_n_shoe_boundaries
         + hip_test_n_habit_boundaries;
}

const HipTestBoundary *
hip_test_boundaries_get (guint i)
{
  const struct
  {
    const HipTestBoundary *rows;
    guint n;
  } families[] = {
    { hip_test_load_boundaries, hip_test_n_load_boundaries },
    { hip_test_pain_boundaries, hip_test_n_pain_boundaries },
    { hip_test_shoe_boundaries, hip_test_n_shoe_boundaries },
    { hip_test_habit_boundaries, hip_test_n_habit_boundaries },
  };

  for (guint family = 0; family < G_N_ELEMENTS (families); family++)
    {
      if (i < families[family].n)
        return &families[family].rows[i];
      i -= families[family].n;
    }
  g_assert_not_reached ();
}

HipHistory *
hip_test_boundary_tell (const HipTestBoundary *self, const HipTestSide *side, HipLimits *limits)
{
  g_autoptr(HipTestLog) log = hip_test_log_new ("2026-01-01");

  hip_limits_init_default (limits);
  limits->units = self->units;
  if (self->limit != 0)
    limits->week_limit_percent = self->limit;
  self->tell (log, side->x);
  return hip_test_log_history (log);
}

HipDay
hip_test_day_ago (int days_ago)
{
  return hip_test_day (HIP_TEST_TODAY) - days_ago;
}

HipRun *
hip_test_run_ago (HipTestLog *log, int days_ago, gint32 metres)
{
  g_autofree char *iso = hip_day_to_iso (hip_test_day_ago (days_ago));

  return hip_test_log_run (log, iso, metres);
}

void
hip_test_night_run (HipTestLog *log, gint32 metres, int cadence_spm)
{
  HipRun *before = hip_test_run_ago (log, 1, metres), *after;

  before->start_s = 23 * 3600;
  before->duration_s = 3000;
  before->cadence_spm = cadence_spm;
  after = hip_test_run_ago (log, 0, metres);
  after->start_s = 600;
  after->cadence_spm = cadence_spm;
  hip_test_run_ago (log, 0, metres);
}

HipPainDay *
hip_test_pain_ago (HipTestLog *log, int days_ago, HipSide side, gint32 score)
{
  g_autofree char *iso = hip_day_to_iso (hip_test_day_ago (days_ago));

  return hip_test_log_pain (log, iso, side, score);
}

HipCareEntry *
hip_test_care_ago (HipTestLog *log, int days_ago, HipCareKind kind)
{
  g_autofree char *iso = hip_day_to_iso (hip_test_day_ago (days_ago));

  return hip_test_log_care (log, iso, kind, HIP_UNSET);
}

HipScreening *
hip_test_answers_ago (HipTestLog *log, int days_ago, HipFlags yes)
{
  g_autofree char *iso = hip_day_to_iso (hip_test_day_ago (days_ago));

  return hip_test_log_screening (log, iso, hip_question_get_all_flags (), yes);
}
