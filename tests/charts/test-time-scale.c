// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-time-scale.h"

#include <math.h>

static HipDay
day (const char *iso)
{
  HipDay result;

  g_assert_true (hip_day_parse (iso, &result));

  return result;
}

static void
test_normalize (void)
{
  HipTimeScale scale = hip_time_scale_new (100, 109, G_DATE_MONDAY);

  g_assert_cmpuint (hip_time_scale_get_days (scale), ==, 10);
  g_assert_cmpfloat (hip_time_scale_normalize (scale, 100), ==, 0);
  g_assert_cmpfloat (hip_time_scale_normalize (scale, 105), ==, 0.5);
  g_assert_cmpfloat (hip_time_scale_normalize (scale, 110), ==, 1);
  g_assert_cmpint (hip_time_scale_invert (scale, 0), ==, 100);
  g_assert_cmpint (hip_time_scale_invert (scale, 0.099), ==, 100);
  g_assert_cmpint (hip_time_scale_invert (scale, 0.1), ==, 101);
  g_assert_cmpint (hip_time_scale_invert (scale, 1), ==, 109);
  g_assert_cmpint (hip_time_scale_invert (scale, -3), ==, 100);
}

static void
test_no_range (void)
{
  HipTimeScale scale = hip_time_scale_new (10, 9, G_DATE_MONDAY);
  g_autoptr (HipTimeTicks) ticks = hip_time_ticks_new (scale, 10);

  g_assert_false (hip_time_scale_has_range (scale));
  g_assert_false (hip_time_scale_has_range (hip_time_scale_new (HIP_DAY_NONE, 9, G_DATE_MONDAY)));
  g_assert_cmpuint (hip_time_scale_get_days (scale), ==, 0);
  g_assert_true (isnan (hip_time_scale_normalize (scale, 10)));
  g_assert_cmpint (hip_time_scale_invert (scale, 0.5), ==, HIP_DAY_NONE);
  g_assert_cmpuint (ticks->days->len, ==, 0);
}

typedef struct
{
  const char *from;
  const char *to;
  guint max_ticks;
  HipTickUnit unit;
  guint step;
  const char *labels; /* joined by | */
} TickCase;

static const TickCase tick_cases[] = {
  { "2026-03-02", "2026-03-08", 7, HIP_TICK_DAY, 1, "Mon|Tue|Wed|Thu|Fri|Sat|Sun" },
  { "2026-03-02", "2026-03-08", 4, HIP_TICK_DAY, 2, "Mon|Wed|Fri|Sun" },
  { "2026-03-03", "2026-03-09", 4, HIP_TICK_DAY, 2, "Tue|Thu|Sat|Mon" },
  { "2026-03-02", "2026-03-02", 1, HIP_TICK_DAY, 1, "Mon" },
  { "2026-03-02", "2026-03-11", 10, HIP_TICK_DAY, 1,
    "2 Mar|3 Mar|4 Mar|5 Mar|6 Mar|7 Mar|8 Mar|9 Mar|10 Mar|11 Mar" },
  { "2026-03-02", "2026-03-29", 4, HIP_TICK_WEEK, 1, "2 Mar|9 Mar|16 Mar|23 Mar" },
  { "2026-03-03", "2026-03-29", 4, HIP_TICK_WEEK, 1, "9 Mar|16 Mar|23 Mar" },
  { "2025-11-15", "2026-03-14", 5, HIP_TICK_MONTH, 1, "Dec|2026|Feb|Mar" },
  { "2025-01-01", "2025-12-31", 4, HIP_TICK_QUARTER, 1, "2025|Apr|Jul|Oct" },
  { "2025-01-01", "2025-12-31", 11, HIP_TICK_MONTH, 2, "2025|Mar|May|Jul|Sep|Nov" },
  { "2020-06-01", "2026-05-31", 6, HIP_TICK_YEAR, 1, "2021|2022|2023|2024|2025|2026" },
  { "1976-01-01", "2025-12-31", 5, HIP_TICK_YEAR, 10, "1980|1990|2000|2010|2020" },
};

static void
test_ticks (gconstpointer data)
{
  const TickCase *c = data;
  HipTimeScale scale = hip_time_scale_new (day (c->from), day (c->to), G_DATE_MONDAY);
  g_autoptr (HipTimeTicks) ticks = hip_time_ticks_new (scale, c->max_ticks);
  g_autoptr (GString) labels = g_string_new (NULL);

  for (guint i = 0; i < ticks->days->len; i++)
    {
      g_autofree char *label = hip_time_ticks_get_label (ticks, i);

      g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", label);
    }

  g_assert_cmpint (ticks->unit, ==, c->unit);
  g_assert_cmpuint (ticks->step, ==, c->step);
  g_assert_cmpstr (labels->str, ==, c->labels);
}

/* Whatever the span and the room, ticks rise, lie on the scale and have room. */
static void
test_ticks_fit (void)
{
  for (int span = 0; span < 40000; span = span * 2 + 1)
    for (guint room = 1; room <= 20; room++)
      {
        HipTimeScale scale = hip_time_scale_new (-500, -500 + span, G_DATE_SUNDAY);
        g_autoptr (HipTimeTicks) ticks = hip_time_ticks_new (scale, room);

        g_assert_cmpuint (ticks->days->len, <=, room + 1);
        for (guint i = 0; i < ticks->days->len; i++)
          {
            HipDay tick = g_array_index (ticks->days, HipDay, i);

            g_assert_cmpint (tick, >=, scale.from);
            g_assert_cmpint (tick, <=, scale.to);
            if (i > 0)
              g_assert_cmpint (tick, >, g_array_index (ticks->days, HipDay, i - 1));
          }
      }
}

static void
test_weeks_begin_where_told (void)
{
  HipTimeScale scale = hip_time_scale_new (day ("2026-03-02"), day ("2026-03-29"), G_DATE_SUNDAY);
  g_autoptr (HipTimeTicks) ticks = hip_time_ticks_new (scale, 4);

  g_assert_cmpint (ticks->unit, ==, HIP_TICK_WEEK);
  g_assert_cmpint (g_array_index (ticks->days, HipDay, 0), ==, day ("2026-03-08"));
  g_assert_false (hip_time_ticks_is_centred (ticks));
}

/* A scale that is being moved begins and ends within days. */
static void
test_exact (void)
{
  HipTimeScale scale = hip_time_scale_new_exact (10.5, 20.25, G_DATE_MONDAY);

  g_assert_true (hip_time_scale_has_range (scale));
  g_assert_cmpint (scale.from, ==, 10);
  g_assert_cmpint (scale.to, ==, 20);
  g_assert_cmpfloat (hip_time_scale_get_length (scale), ==, 9.75);
  g_assert_cmpfloat (hip_time_scale_normalize (scale, 10.5), ==, 0);
  g_assert_cmpfloat (hip_time_scale_normalize (scale, 20.25), ==, 1);
  g_assert_cmpint (hip_time_scale_invert (scale, 0), ==, 10);
  g_assert_cmpint (hip_time_scale_invert (scale, 0.06), ==, 11);
  g_assert_cmpint (hip_time_scale_invert (scale, 1), ==, 20);

  scale = hip_time_scale_new_exact (10, 20, G_DATE_MONDAY);
  g_assert_cmpint (scale.to, ==, 19);
}

static void
test_exact_without_range (void)
{
  const double odd[][2] = { { 1, 1 },   { 2, 1 },         { NAN, 1 },
                            { 0, NAN }, { -INFINITY, 0 }, { 0, 1e18 } };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      HipTimeScale scale = hip_time_scale_new_exact (odd[i][0], odd[i][1], G_DATE_MONDAY);

      g_assert_false (hip_time_scale_has_range (scale));
      g_assert_cmpfloat (hip_time_scale_get_length (scale), ==, 0);
      g_assert_true (isnan (hip_time_scale_normalize (scale, 3)));
      g_assert_cmpint (hip_time_scale_invert (scale, 0.5), ==, HIP_DAY_NONE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/time-scale/normalize", test_normalize);
  g_test_add_func ("/charts/time-scale/no-range", test_no_range);
  g_test_add_func ("/charts/time-scale/exact", test_exact);
  g_test_add_func ("/charts/time-scale/exact-without-range", test_exact_without_range);
  for (gsize i = 0; i < G_N_ELEMENTS (tick_cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/charts/time-scale/ticks/%s..%s/%u", tick_cases[i].from,
                           tick_cases[i].to, tick_cases[i].max_ticks);

      g_test_add_data_func (path, &tick_cases[i], test_ticks);
    }
  g_test_add_func ("/charts/time-scale/ticks-fit", test_ticks_fit);
  g_test_add_func ("/charts/time-scale/weeks-begin-where-told", test_weeks_begin_where_told);

  return g_test_run ();
}
