// SPDX-License-Identifier: GPL-3.0-or-later
/* What one edit costs after its commit: reading the log again and computing all that follows, for
 * 5 and for 50 years of running. Times are given against the reading, so that they can be compared
 * between machines. */
#include "config.h"

#include <locale.h>

#include "hip-rules.h"
#include "hip-series.h"
#include "hip-store.h"
#include "hip-test-log.h"
#include "hip-test-util.h"

#define REPEATS 5

static HipHistory *
make_years (int years)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("1976-01-05");
  static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };

  hip_test_log_shoe (log, "Bench", 0);
  for (int week = 0; week < years * 52; week++)
    {
      for (int day = 0; day < 7; day++)
        {
          hip_test_log_run (log, weekdays[day], 6000 + week * 37 % 9000)->duration_s = 3000;
          hip_test_log_pain (log, weekdays[day], HIP_SIDE_LEFT, (week + day) % 5);
        }
      hip_test_log_skip (log, 1);
    }
  return hip_test_log_history (log);
}

static HipStore *
store_years (const char *path,
             HipHistory *history)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipChange) change = hip_change_new ("Bench");
  g_autoptr (HipChange) applied = NULL;
  HipStore *store = hip_store_open (path, HIP_STORE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  hip_change_insert (change, hip_history_get_shoe (history, 0));
  for (guint i = 0; i < hip_history_get_n_runs (history); i++)
    hip_change_insert (change, hip_history_get_run (history, i));
  for (guint i = 0; i < hip_history_get_n_pain_days (history); i++)
    hip_change_insert (change, hip_history_get_pain_day (history, i));
  applied = hip_store_apply (store, change, hip_history_get_last_day (history), &error);
  g_assert_no_error (error);
  return store;
}

/* The best of some runs: the others measure the neighbours. */
#define BEST(result, statement)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    result = G_MAXINT64;                                                                           \
    for (int repeat = 0; repeat < REPEATS; repeat++)                                               \
      {                                                                                            \
        gint64 begin = g_get_monotonic_time ();                                                    \
        statement;                                                                                 \
        result = MIN (result, g_get_monotonic_time () - begin);                                    \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

static void
measure (int years)
{
  g_autoptr (HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_path (dir, "log.db");
  g_autoptr (HipHistory) history = make_years (years);
  g_autoptr (HipStore) store = store_years (path, history);
  HipDay first = hip_history_get_first_day (history);
  HipDay last = hip_history_get_last_day (history);
  HipLimits limits;
  gint64 load, evaluate, replay, series;

  hip_limits_init_default (&limits);
  BEST (load, g_autoptr (HipHistory) read = hip_store_load (store, NULL));
  BEST (evaluate, g_autoptr (GPtrArray) open = hip_rules_evaluate (history, &limits, last));
  BEST (replay, g_autoptr (GPtrArray) all = hip_rules_replay (history, &limits, first, last));
  BEST (series, g_autoptr (HipDaySeries) days = hip_day_series_new (history, first, last));

  g_print ("%2d years, %u runs, %u pain days: read %.1f ms; against it: today's warnings %.3f, "
           "every warning there was %.3f, daily series %.3f\n",
           years, hip_history_get_n_runs (history), hip_history_get_n_pain_days (history),
           load / 1000.0, (double) evaluate / load, (double) replay / load, (double) series / load);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  measure (5);
  measure (50);
  return 0;
}
