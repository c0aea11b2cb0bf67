// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-test-report.h"

#define LONG_NOTE                                                                                  \
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: "             \
  "Oberschenkelhalsermüdungsbruchverdacht.\nDas ließe sich noch lange fortsetzen, und noch "       \
  "länger, und hört auch in der dritten Zeile nicht auf, wie man sieht, wenn man sie liest."

static HipDay
parse_day (const char *iso)
{
  HipDay day;

  g_assert_true (hip_day_parse (iso, &day));

  return day;
}

static void
score (HipTestLog *log, const char *first, HipSide side, guint n, gint32 value)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *iso = hip_day_to_iso (parse_day (first) + (HipDay) i);

      hip_test_log_pain (log, iso, side, value);
    }
}

HipTestLog *
hip_test_report_plain_log (void)
{
  HipTestLog *log = hip_test_log_new ("2026-01-05");

  hip_test_log_weeks (log, 4, "Mon Wed Fri", 10000);
  hip_test_log_weeks (log, 4, "Mon Wed Fri", 12000);
  score (log, "2026-01-20", HIP_SIDE_LEFT, 8, 2);
  score (log, "2026-02-10", HIP_SIDE_LEFT, 8, 3);
  score (log, "2026-02-20", HIP_SIDE_LEFT, 2, 5);
  score (log, "2026-02-20", HIP_SIDE_RIGHT, 1, 0);

  return log;
}

static void
add_full_day (HipTestLog *log, HipDay day)
{
  g_autofree char *iso = hip_day_to_iso (day);

  hip_test_log_run (log, iso, HIP_RUN_MAX_DISTANCE_M)->note = g_strdup (LONG_NOTE);
  for (HipSide side = HIP_SIDE_LEFT; side <= HIP_SIDE_RIGHT; side++)
    {
      HipPainDay *pain = hip_test_log_pain (log, iso, side, HIP_PAIN_MAX);

      pain->areas = (1u << hip_vocabulary_get_n (hip_vocabulary_areas ())) - 1;
      pain->qualities = (1u << hip_vocabulary_get_n (hip_vocabulary_qualities ())) - 1;
      pain->timings = (1u << hip_vocabulary_get_n (hip_vocabulary_timings ())) - 1;
      pain->flags = (1u << hip_vocabulary_get_n (hip_vocabulary_flags ())) - 1;
      pain->onset = HIP_ONSET_GRADUAL + (guint) day % 4;
      pain->note = g_strdup (LONG_NOTE);
    }
  for (guint kind = 1; kind <= hip_vocabulary_get_n (hip_vocabulary_care_kinds ()); kind++)
    hip_test_log_care (log, iso, kind, 1440)->note = g_strdup (LONG_NOTE);
  hip_test_log_screening (log, iso, (1u << hip_vocabulary_get_n (hip_vocabulary_flags ())) - 1,
                          HIP_FLAG_FEVER | HIP_FLAG_FALL);
}

HipTestLog *
hip_test_report_full_log (void)
{
  HipTestLog *log = hip_test_log_new ("2026-01-05");
  HipDay first = parse_day ("2026-01-05");

  for (HipDay day = first; day < first + 56; day++)
    {
      g_autofree char *name =
          g_strdup_printf ("Superdämpfungsschuh Donaudampfschifffahrt %d", day - first);

      hip_test_log_shoe (log, name, HIP_SHOE_MAX_M);
      add_full_day (log, day);
    }

  return log;
}

HipReport *
hip_test_report_new (HipTestLog *log, const char *from, const char *name)
{
  g_autoptr (HipHistory) history = hip_test_log_history (log);
  HipLimits limits;

  hip_limits_init_default (&limits);

  return hip_report_new (history, &limits, from != NULL ? parse_day (from) : HIP_DAY_NONE,
                         HIP_DAY_NONE, parse_day ("2026-03-01"), name);
}
