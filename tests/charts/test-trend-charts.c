// SPDX-License-Identifier: GPL-3.0-or-later
/* The charts over time: what they are made of, say, and can be asked for. */
#include "config.h"

#include "hip-calendar-chart.h"
#include "hip-chart-private.h"
#include "hip-distance-chart.h"
#include "hip-lag-chart.h"
#include "hip-link-chart.h"
#include "hip-ratio-chart.h"
#include "hip-runs-chart.h"
#include "hip-shoes-chart.h"
#include "hip-test-log.h"
#include "hip-warning.h"

#include <math.h>

#define NBSP "\302\240"

/* Four weeks of 8 km on three days, then 12 km on a Wednesday. */
static HipTestLog *
create_log (void)
{
  HipTestLog *log = hip_test_log_new ("2026-03-02");

  hip_test_log_shoe (log, "Pegasus", 400000);
  hip_test_log_weeks (log, 4, "Mon Wed Fri", 8000);
  hip_test_log_run (log, "Wed", 12000);
  hip_test_log_pain (log, "Wed", HIP_SIDE_LEFT, 2);
  hip_test_log_pain (log, "Thu", HIP_SIDE_LEFT, 7)->flags = HIP_FLAG_FEVER;
  hip_test_log_pain (log, "Thu", HIP_SIDE_RIGHT, 1);
  hip_test_log_care (log, "Thu", HIP_CARE_ICE, 10);

  return log;
}

static HipTrends *
create_trends (HipTestLog *log, const char *today)
{
  g_autoptr (HipHistory) history = hip_test_log_history (log);
  HipLimits limits;
  HipDay day;

  g_assert_true (hip_day_parse (today, &day));
  hip_limits_init_default (&limits);

  return hip_trends_new (history, &limits, day);
}

static HipTrends *
create_usual_trends (void)
{
  g_autoptr (HipTestLog) log = create_log ();

  return create_trends (log, "2026-04-03"); /* a Friday */
}

static HipDay
day_of (const char *iso)
{
  HipDay day;

  g_assert_true (hip_day_parse (iso, &day));

  return day;
}

#define assert_text(text, wanted)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = (text);                                                               \
                                                                                                   \
    g_assert_cmpstr (text_, ==, wanted);                                                           \
  }                                                                                                \
  G_STMT_END

#define assert_matches(text, pattern)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = (text);                                                               \
                                                                                                   \
    if (!g_pattern_match_simple (pattern, text_))                                                  \
      g_error ("“%s” is not like “%s”", text_, pattern);                                           \
  }                                                                                                \
  G_STMT_END

static void
test_trends (void)
{
  g_autoptr (HipTrends) trends = create_usual_trends ();

  g_assert_cmpint (trends->first, ==, day_of ("2026-03-02"));
  g_assert_cmpint (trends->last, ==, day_of ("2026-04-05"));
  g_assert_cmpuint (trends->weeks->n, ==, 5);
  g_assert_cmpuint (trends->days->n, ==, 33);
  g_assert_cmpuint (trends->n_runs, ==, 13);
  /* Three runs are not yet a measure, four are. */
  g_assert_true (
      isnan (hip_trends_get_day_value (trends, trends->longest_m, day_of ("2026-03-09"))));
  g_assert_cmpfloat (hip_trends_get_day_value (trends, trends->longest_m, day_of ("2026-03-10")),
                     ==, 8000);
  g_assert_true (isnan (hip_trends_get_day_value (trends, trends->longest_m, trends->first - 1)));
  g_assert_true (isnan (hip_trends_get_day_value (trends, trends->longest_m, trends->today + 1)));
}

/* What comes after today is not looked at. */
static void
test_trends_of_the_future (void)
{
  g_autoptr (HipTestLog) log = create_log ();
  g_autoptr (HipTrends) trends = create_trends (log, "2026-03-06");
  g_autoptr (HipTrends) before = create_trends (log, "2026-02-20");

  g_assert_cmpuint (trends->n_runs, ==, 3);
  g_assert_cmpuint (before->n_runs, ==, 0);
  g_assert_cmpuint (before->days->n, ==, 5);
}

/* What a spreadsheet gets, in metres; NAN for none. */
static void
assert_figure (HipChart *chart, guint slot, guint column, HipChartFigureKind kind, double value)
{
  g_auto (HipChartFigure) figure = hip_chart_get_figure (chart, slot, column);

  g_assert_cmpint (figure.kind, ==, kind);
  if (isnan (value))
    g_assert_true (isnan (figure.value));
  else
    g_assert_cmpfloat (figure.value, ==, value);
}

static void
test_distance (void)
{
  g_autoptr (HipTrends) trends = create_usual_trends ();
  g_autoptr (HipChart) chart = hip_distance_chart_new (trends);
  HipChartTarget week = hip_chart_find_target (chart, 4);
  HipChartTarget warning;

  g_assert_cmpuint (trends->warnings->len, >, 0);
  g_assert_cmpuint (hip_chart_get_n_rows (chart), ==, 5);
  g_assert_cmpuint (hip_chart_get_n_slots (chart), ==, 5 + trends->warnings->len);
  g_assert_cmpint (week.kind, ==, HIP_CHART_TARGET_WEEK);
  g_assert_cmpint (week.id, ==, day_of ("2026-03-30"));
  warning = hip_chart_find_target (chart, 5);
  g_assert_cmpint (warning.kind, ==, HIP_CHART_TARGET_WARNING);
  g_assert_cmpint (warning.id, ==, 0);

  assert_matches (hip_chart_dup_description (chart, trends->first, trends->last),
                  "Weekly distance over 5 weeks, from Monday, 2 March*24.0*Pain was scored on 2 "
                  "days*warning*");
  assert_matches (hip_chart_dup_description (chart, trends->first, trends->first + 6),
                  "Weekly distance over 1 week,*No pain score was logged.");
  assert_text (hip_chart_dup_cell (chart, 0, 0), "Mon 2 Mar");
  assert_text (hip_chart_dup_cell (chart, 0, 1), "24.0" NBSP "km");
  assert_text (hip_chart_dup_cell (chart, 0, 2), "–");
  assert_text (hip_chart_dup_cell (chart, 4, 4), "4.5");
  assert_figure (chart, 0, 1, HIP_CHART_FIGURE_METRES, 24000);
  assert_figure (chart, 0, 2, HIP_CHART_FIGURE_METRES, NAN);
  assert_figure (chart, 4, 4, HIP_CHART_FIGURE_NUMBER, 4.5);
  g_assert_cmpstr (hip_chart_get_column_title (chart, 4), ==, "Mean pain");
  g_assert_null (hip_chart_get_column_title (chart, 5));
}

/* A week that is half in sight counts when its middle is. */
static void
test_distance_in_part (void)
{
  g_autoptr (HipTrends) trends = create_usual_trends ();
  g_autoptr (HipChart) chart = hip_distance_chart_new (trends);

  assert_matches (hip_chart_dup_description (chart, trends->first + 3, trends->first + 9),
                  "Weekly distance over 1 week,*");
  assert_matches (hip_chart_dup_description (chart, trends->first + 3, trends->first + 10),
                  "Weekly distance over 2 weeks,*");
  assert_matches (hip_chart_dup_description (chart, trends->first + 4, trends->first + 10),
                  "Weekly distance over 1 week,*");
}

static void
test_runs (void)
{
  g_autoptr (HipTrends) trends = create_usual_trends ();
  g_autoptr (HipChart) chart = hip_runs_chart_new (trends);
  HipChartTarget target = hip_chart_find_target (chart, 12);

  g_assert_cmpuint (hip_chart_get_n_slots (chart), ==, 13);
  g_assert_cmpint (target.kind, ==, HIP_CHART_TARGET_RUN);
  g_assert_cmpint (target.id, ==, hip_trends_get_run (trends, 12)->rec.id);
  assert_text (hip_chart_dup_description (chart, trends->first, trends->last),
               "13 runs. 1 went more than 10" NBSP
               "% beyond the longest of the 30 days before it. The farthest beyond: 12.0" NBSP
               "km on Wednesday, 1 April, when 8.0" NBSP "km was the longest.");
  assert_matches (hip_chart_dup_description (chart, trends->first, trends->first + 6),
                  "3 runs. None went more*");
  assert_text (hip_chart_dup_description (chart, trends->today, trends->today),
               "No run was logged.");
  assert_matches (hip_chart_dup_detail (chart, 12),
                  "Wed 1 Apr*12.0*\nLongest of 30 days: 8.0*+50*");
  assert_text (hip_chart_dup_cell (chart, 0, 3), "–");
  assert_figure (chart, 0, 3, HIP_CHART_FIGURE_PERCENT, NAN);
  assert_figure (chart, 12, 3, HIP_CHART_FIGURE_PERCENT, 50);
}

/* 10 % more is none, a metre more is one: as the rule has it. */
static void
test_runs_at_the_edge (void)
{
  static const gint32 metres[] = { 8800, 8801 };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
      g_autoptr (HipTrends) trends = NULL;
      g_autoptr (HipChart) chart = NULL;

      hip_test_log_weeks (log, 2, "Mon Wed Fri", 8000);
      hip_test_log_run (log, "Mon", metres[i]);
      trends = create_trends (log, "2026-03-20");
      chart = hip_runs_chart_new (trends);
      g_assert_cmpuint (hip_chart_get_n_keys (chart), ==, 3 + i);
    }
}

static void
test_ratio (void)
{
  g_autoptr (HipTrends) trends = create_usual_trends ();
  g_autoptr (HipChart) chart = hip_ratio_chart_new (trends);

  g_assert_cmpuint (hip_chart_get_n_slots (chart), ==, 33);
  g_assert_cmpint (hip_chart_find_target (chart, 32).id, ==, trends->today);
  assert_matches (hip_chart_dup_description (chart, trends->first, trends->last),
                  "On Friday, 3 April: acute load *Their ratio: *. This is a description, not a "
                  "risk score.");
  assert_matches (hip_chart_dup_description (chart, trends->first, trends->first + 13),
                  "*A ratio is drawn from the 28th day*not a risk score.");
  assert_text (hip_chart_dup_cell (chart, 0, 3), "–");
  assert_matches (hip_chart_dup_detail (chart, 32), "*Acute: *\nChronic: *\nRatio: *");
}

static void
test_calendar (void)
{
  g_autoptr (HipTrends) trends = create_usual_trends ();
  g_autoptr (HipChart) chart = hip_calendar_chart_new (trends);
  const guint thursday = (guint) (day_of ("2026-04-02") - trends->first);

  g_assert_cmpuint (hip_chart_get_n_slots (chart), ==, 33);
  assert_text (
      hip_chart_dup_description (chart, trends->first, trends->last),
      "2 days were scored: 1 at 0–\u20602, 0 at 3–\u20605, 1 at 6–\u206010. Red flags on 1 day. "
      "Care on 1 day.");
  assert_matches (hip_chart_dup_detail (chart, thursday),
                  "Thu 2 Apr\nPain: left 7, right 1\nCare: *\nRed flags: *ever*");
  assert_text (hip_chart_dup_detail (chart, 1), "Tue 3 Mar\nPain not scored");
  assert_text (hip_chart_dup_cell (chart, thursday, 1), "7");
  assert_text (hip_chart_dup_cell (chart, 1, 1), "–");
  assert_text (hip_chart_dup_cell (chart, 1, 3), "");
}

/* Left and right are weeks, up and down days; nowhere beyond the log. */
static void
test_calendar_moves (void)
{
  g_autoptr (HipTrends) trends = create_usual_trends ();
  g_autoptr (HipChart) chart = hip_calendar_chart_new (trends);

  g_assert_cmpint (hip_chart_move_slot (chart, -1, -1, 0), ==, 32);
  g_assert_cmpint (hip_chart_move_slot (chart, 10, 1, 0), ==, 17);
  g_assert_cmpint (hip_chart_move_slot (chart, 10, -1, 0), ==, 3);
  g_assert_cmpint (hip_chart_move_slot (chart, 10, 0, 1), ==, 9);
  g_assert_cmpint (hip_chart_move_slot (chart, 10, 0, -1), ==, 11);
  g_assert_cmpint (hip_chart_move_slot (chart, 3, -1, 0), ==, -1);
  g_assert_cmpint (hip_chart_move_slot (chart, 30, 1, 0), ==, -1);
  g_assert_cmpint (hip_chart_move_slot (chart, 0, 0, 1), ==, -1);
}

static void
test_shoes (void)
{
  g_autoptr (HipTestLog) log = create_log ();
  g_autoptr (HipTrends) trends = NULL;
  g_autoptr (HipChart) chart = NULL;

  hip_test_log_shoe (log, "Ghost", 0);
  hip_test_log_run (log, "Fri", 5000);
  trends = create_trends (log, "2026-04-03");
  chart = hip_shoes_chart_new (trends);

  g_assert_cmpuint (hip_chart_get_n_slots (chart), ==, 14);
  g_assert_cmpuint (hip_chart_get_n_rows (chart), ==, 14);
  g_assert_cmpint (hip_chart_find_target (chart, 0).kind, ==, HIP_CHART_TARGET_SHOE);
  g_assert_cmpint (hip_chart_find_target (chart, 12).id, ==, 1);
  g_assert_cmpint (hip_chart_find_target (chart, 13).id, ==, 2);
  assert_text (hip_chart_dup_cell (chart, 0, 2), "408.0" NBSP "km");
  assert_text (hip_chart_dup_cell (chart, 12, 2), "508.0" NBSP "km");
  assert_text (hip_chart_dup_description (chart, trends->first, trends->last),
               "Pegasus: 508.0" NBSP "km, time to check them. Ghost: 5.0" NBSP
               "km, another 475.0" NBSP "km before a check.");
  assert_matches (hip_chart_dup_detail (chart, 13),
                  "Ghost\nFri 3 Apr\n5.0*\nCheck at 480.0*800.0*");
  /* From one pair to the other, at about the same time. */
  g_assert_cmpint (hip_chart_move_slot (chart, 11, 0, -1), ==, 13);
  g_assert_cmpint (hip_chart_move_slot (chart, 13, 0, 1), ==, 12);
  g_assert_cmpint (hip_chart_move_slot (chart, 12, 1, 0), ==, -1);
}

static void
test_no_shoes (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-03-02");
  g_autoptr (HipTrends) trends = NULL;
  g_autoptr (HipChart) chart = NULL;

  hip_test_log_weeks (log, 1, "Mon", 8000);
  trends = create_trends (log, "2026-03-06");
  chart = hip_shoes_chart_new (trends);
  g_assert_cmpuint (hip_chart_get_n_slots (chart), ==, 0);
  assert_text (hip_chart_dup_description (chart, trends->first, trends->last),
               "No run was logged in a pair of shoes.");
}

/* A hundred days that hurt more the more was run up to the day before. */
static HipTrends *
create_linked_trends (void)
{
  g_autoptr (HipTestLog) log = hip_test_log_new ("2026-01-05");
  double felt = 0;

  for (int i = 0; i < 105; i++)
    {
      g_autofree char *day = hip_day_to_iso (day_of ("2026-01-05") + i);
      gint32 metres = i / 9 % 2 == 0 ? 4000 : 14000;

      hip_test_log_pain (log, day, HIP_SIDE_LEFT, (gint32) (felt / 1200));
      if (i % 2 == 0)
        hip_test_log_run (log, day, metres);
      felt = 0.75 * felt + (i % 2 == 0 ? 0.25 * metres : 0);
    }

  return create_trends (log, "2026-04-19");
}

static void
test_link (void)
{
  g_autoptr (HipTrends) trends = create_linked_trends ();
  g_autoptr (HipChart) chart = hip_link_chart_new (trends);
  g_autoptr (HipChart) lags = hip_lag_chart_new (trends);
  const HipChartRow *row = chart->rows->pdata[0];

  g_assert_false (hip_chart_has_time (chart));
  g_assert_cmpuint (hip_chart_get_n_slots (chart), ==, trends->link->n);
  g_assert_cmpuint (trends->link->n, >=, 100);
  for (gsize i = 1; i < row->series.n; i++)
    g_assert_cmpfloat (row->series.xs[i - 1], <=, row->series.xs[i]);
  assert_matches (hip_chart_dup_description (chart, trends->first, trends->last),
                  "A possible link*");
  assert_matches (hip_chart_dup_detail (chart, 0), "*Pain *\nUp to the day before: *");
  g_assert_cmpint (hip_chart_find_target (chart, 0).kind, ==, HIP_CHART_TARGET_DAY);

  g_assert_cmpuint (hip_chart_get_n_slots (lags), ==, 4);
  assert_matches (hip_chart_dup_description (lags, 0, 0), "The largest of the four is *");
  assert_matches (hip_chart_dup_detail (lags, 1), "1 day between\nRank correlation 0.*");
}

static void
test_no_link (void)
{
  g_autoptr (HipTrends) trends = create_usual_trends ();
  g_autoptr (HipChart) chart = hip_link_chart_new (trends);
  g_autoptr (HipChart) lags = hip_lag_chart_new (trends);

  assert_matches (hip_chart_dup_description (chart, trends->first, trends->last), "*too young*");
  g_assert_cmpuint (hip_chart_get_n_slots (lags), ==, 0);
  assert_matches (hip_chart_dup_description (lags, 0, 0), "*from 90 days on.");
}

/* One entry, no run, huge ones: nothing falls over, and there is always something to say. */
static void
assert_all_speak (HipTestLog *log, const char *today)
{
  static HipChart *(*const makers[]) (HipTrends *) = {
    hip_distance_chart_new, hip_runs_chart_new, hip_ratio_chart_new, hip_calendar_chart_new,
    hip_shoes_chart_new,    hip_link_chart_new, hip_lag_chart_new,
  };
  g_autoptr (HipTrends) trends = create_trends (log, today);

  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (HipChart) chart = makers[i](trends);
      g_autofree char *text = hip_chart_dup_description (chart, trends->first, trends->last);

      g_assert_cmpstr (text, !=, "");
      g_assert_nonnull (hip_chart_get_label (chart));
      for (guint slot = 0; slot < hip_chart_get_n_slots (chart); slot++)
        {
          g_autofree char *detail = hip_chart_dup_detail (chart, slot);

          g_assert_cmpstr (detail, !=, "");
        }
      for (guint slot = 0; slot < hip_chart_get_n_rows (chart); slot++)
        for (guint column = 0; hip_chart_get_column_title (chart, column) != NULL; column++)
          {
            g_autofree char *cell = hip_chart_dup_cell (chart, slot, column);

            g_assert_nonnull (cell);
          }
    }
}

static void
test_odd_logs (void)
{
  g_autoptr (HipTestLog) one = hip_test_log_new ("2026-03-02");
  g_autoptr (HipTestLog) pain = hip_test_log_new ("2026-03-02");
  g_autoptr (HipTestLog) huge = hip_test_log_new ("2026-03-02");
  g_autoptr (HipTestLog) zero = hip_test_log_new ("2026-03-02");

  hip_test_log_run (one, "Mon", 5000);
  assert_all_speak (one, "2026-03-02");
  hip_test_log_pain (pain, "Mon", HIP_SIDE_LEFT, 10);
  assert_all_speak (pain, "2026-03-30");
  hip_test_log_shoe (huge, "Seven-league boots", HIP_SHOE_MAX_M);
  hip_test_log_weeks (huge, 10, "Mon Tue Wed Thu Fri Sat Sun", HIP_RUN_MAX_DISTANCE_M);
  assert_all_speak (huge, "2026-05-10");
  for (int i = 0; i < 70; i++)
    {
      g_autofree char *day = hip_day_to_iso (day_of ("2026-03-02") + i);

      hip_test_log_pain (zero, day, HIP_SIDE_RIGHT, 0);
    }
  assert_all_speak (zero, "2026-05-10");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/trends", test_trends);
  g_test_add_func ("/charts/trends/of-the-future", test_trends_of_the_future);
  g_test_add_func ("/charts/distance", test_distance);
  g_test_add_func ("/charts/distance/in-part", test_distance_in_part);
  g_test_add_func ("/charts/runs", test_runs);
  g_test_add_func ("/charts/runs/at-the-edge", test_runs_at_the_edge);
  g_test_add_func ("/charts/ratio", test_ratio);
  g_test_add_func ("/charts/calendar", test_calendar);
  g_test_add_func ("/charts/calendar/moves", test_calendar_moves);
  g_test_add_func ("/charts/shoes", test_shoes);
  g_test_add_func ("/charts/shoes/none", test_no_shoes);
  g_test_add_func ("/charts/link", test_link);
  g_test_add_func ("/charts/link/none", test_no_link);
  g_test_add_func ("/charts/odd-logs", test_odd_logs);

  return g_test_run ();
}
