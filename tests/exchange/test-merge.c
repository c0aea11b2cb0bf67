// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "exchange-fixture.h"
#include "fit-builder.h"
#include "hip-import-plan-private.h"
#include "hip-import-sink.h"
#include "hip-run-merge.h"

/* One run as several files tell of it: 21:32 UTC on 2024-03-15. */

#define TCX                                                                                        \
  "<TrainingCenterDatabase><Activities><Activity Sport='Running'><Lap "                            \
  "StartTime='2024-03-15T21:32:05Z'><TotalTimeSeconds>3010</TotalTimeSeconds>"                     \
  "<DistanceMeters>10510</DistanceMeters></Lap><Notes>From the watch</Notes></Activity>"           \
  "</Activities></TrainingCenterDatabase>"
#define GPX                                                                                        \
  "<gpx><trk><name>Dusk</name><type>trail running</type><trkseg><trkpt lat='0' lon='0'>"           \
  "<time>2024-03-15T21:32:10Z</time></trkpt><trkpt lat='0' lon='0.09'>"                            \
  "<time>2024-03-15T22:22:00Z</time></trkpt></trkseg></trk></gpx>"
#define GARMIN                                                                                     \
  "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg Run Cadence\n"                     \
  "Running,2024-03-15 21:32:00,false,Evening,10.45,500,00:50:20,158\n"
#define OWN                                                                                        \
  "date,start_time,utc_offset_min,distance_m,duration_s,note\n"                                    \
  "2024-03-15,21:32:00,0,10000,2940,Mine\n"

static void
write_fit (HipTestDir *dir, const char *name)
{
  g_autofree char *path = hip_test_dir_path (dir, name);
  g_autoptr(FitBuilder) fit = fit_builder_new ();

  fit_builder_file_id (fit, 4);
  fit_builder_session (fit, 1, 0);
  fit_builder_end (fit);
  g_assert_true (
      g_file_set_contents (path, (const char *) fit->bytes->data, (gssize) fit->bytes->len, NULL));
}

static void
write_text (HipTestDir *dir, const char *name, const char *text)
{
  g_autofree char *path = hip_test_dir_write (dir, name, text);
}

static HipImportPlan *
read_dir (HipTestDir *dir, HipHistory *existing, gboolean keep, gboolean fill)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  HipImportOptions options;

  fixture_options (&options);
  options.time_zone = utc;
  options.keep_duplicates = keep;
  options.fill_gaps = fill;
  return fixture_read_with (hip_test_dir_get_path (dir), existing, &options);
}

/* Which files are there, whose distance stands. */
static void
test_trust (void)
{
  static const struct
  {
    const char *files; /* f, t, c (Garmin), g, o (ours) */
    gint32 distance_m;
    gint32 cadence_spm;
    HipSurface surface;
    const char *title;
    const char *note;
  } cases[] = {
    { "ftcg", 10500, 161, HIP_SURFACE_TRAIL, "Evening", "From the watch" },
    { "tcg", 10510, 158, HIP_SURFACE_TRAIL, "Evening", "From the watch" },
    { "cg", 10450, 158, HIP_SURFACE_TRAIL, "Evening", NULL },
    { "gf", 10500, 161, HIP_SURFACE_TRAIL, "Dusk", NULL },
    { "oftcg", 10000, 161, HIP_SURFACE_TRAIL, "Evening", "Mine" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(HipTestDir) dir = hip_test_dir_new ();
      g_autoptr(HipHistory) empty = hip_history_new_empty ();
      g_autoptr(HipImportPlan) plan = NULL;
      const HipRun *run;

      if (strchr (cases[i].files, 'f') != NULL)
        write_fit (dir, "x.fit");
      if (strchr (cases[i].files, 't') != NULL)
        write_text (dir, "a.tcx", TCX);
      if (strchr (cases[i].files, 'g') != NULL)
        write_text (dir, "b.gpx", GPX);
      if (strchr (cases[i].files, 'c') != NULL)
        write_text (dir, "Activities.csv", GARMIN);
      if (strchr (cases[i].files, 'o') != NULL)
        write_text (dir, "runs.csv", OWN);
      plan = read_dir (dir, empty, FALSE, FALSE);
      g_assert_cmpuint (plan->added.runs, ==, 1);
      /* Never silently. */
      g_assert_cmpuint (plan->duplicates->len, ==, strlen (cases[i].files) - 1);
      run = (HipRun *) hip_change_get (plan->change, 1)->after;
      g_assert_cmpint (run->distance_m, ==, cases[i].distance_m);
      g_assert_cmpint (run->cadence_spm, ==, cases[i].cadence_spm);
      g_assert_cmpint (run->surface, ==, cases[i].surface);
      g_assert_cmpstr (run->title, ==, cases[i].title);
      g_assert_cmpstr (run->note, ==, cases[i].note);
    }
}

/* The runner may keep both, and then each is as its file has it. */
static void
test_keep (void)
{
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = NULL;

  write_fit (dir, "x.fit");
  write_text (dir, "b.gpx", GPX);
  plan = read_dir (dir, empty, TRUE, FALSE);
  g_assert_cmpuint (plan->added.runs, ==, 2);
  g_assert_cmpuint (plan->duplicates->len, ==, 1);
  for (guint i = 1; i <= 2; i++)
    {
      const HipRun *run = (HipRun *) hip_change_get (plan->change, i)->after;

      g_assert_true ((run->title == NULL) == (run->distance_m == 10500));
    }
}

/* A second import of the same files adds nothing, whichever of them the log's run is from. */
static void
test_again (void)
{
  static const char *const first[] = { "a.tcx", "b.gpx", "Activities.csv" };
  static const char *const texts[] = { TCX, GPX, GARMIN };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr(HipTestDir) dir = hip_test_dir_new ();
      g_autoptr(HipHistory) empty = hip_history_new_empty ();
      g_autoptr(HipHistory) history = NULL;
      g_autoptr(HipImportPlan) plan = NULL;
      g_autoptr(HipImportPlan) again = NULL;

      write_text (dir, first[i], texts[i]);
      plan = read_dir (dir, empty, FALSE, FALSE);
      history = hip_history_with_change (empty, plan->change);
      g_assert_cmpuint (hip_history_get_n_runs (history), ==, 1);
      write_fit (dir, "x.fit");
      write_text (dir, "a.tcx", TCX);
      write_text (dir, "b.gpx", GPX);
      write_text (dir, "Activities.csv", GARMIN);
      again = read_dir (dir, history, FALSE, FALSE);
      g_assert_cmpuint (again->added.runs, ==, 0);
      g_assert_cmpuint (again->duplicates->len, ==, 4);
      g_assert_cmpuint (hip_change_get_n (again->change), ==, 0);
    }
}

/* Two runs of one file are two, however alike; and files of one another are compared once. */
static void
test_alike_rows (void)
{
  static const char rows[] = "Date,Type,Distance (km),Duration\n"
                             "2024-03-15 21:32:00,Running,10.50,50:00\n"
                             "2024-03-15 21:32:30,Running,10.50,50:00\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = NULL;

  write_text (dir, "cardioActivities.csv", rows);
  plan = read_dir (dir, empty, FALSE, FALSE);
  g_assert_cmpuint (plan->added.runs, ==, 2);
  g_assert_cmpuint (plan->duplicates->len, ==, 0);
}

/* One file several times, with and without an id in it: it is there once, and once only. */
static void
test_copies (void)
{
  static const char track[] =
      "<gpx><trk>%s<trkseg><trkpt lat='0' lon='0'><time>2024-03-15T21:32:10Z</time></trkpt>"
      "<trkpt lat='0' lon='0.09'><time>2024-03-15T22:22:00Z</time></trkpt></trkseg></trk></gpx>";
  static const char *const ids[] = { "<trackid>a</trackid>", "" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(HipTestDir) dir = hip_test_dir_new ();
      g_autoptr(HipHistory) empty = hip_history_new_empty ();
      g_autoptr(HipHistory) history = NULL;
      g_autoptr(HipImportPlan) plan = NULL;
      g_autoptr(HipImportPlan) again = NULL;
      g_autofree char *text = g_strdup_printf (track, ids[i]);

      write_text (dir, "a.gpx", text);
      write_text (dir, "b.gpx", text);
      write_text (dir, "c.gpx", text);
      plan = read_dir (dir, empty, FALSE, FALSE);
      g_assert_cmpuint (plan->added.runs, ==, 1);
      g_assert_cmpuint (plan->duplicates->len, ==, 2);
      history = hip_history_with_change (empty, plan->change);
      again = read_dir (dir, history, FALSE, FALSE);
      g_assert_cmpuint (again->added.runs, ==, 0);
      g_assert_cmpuint (again->duplicates->len, ==, 3);
    }
}

/* A watch whose battery ran empty after 4 km: whatever else knows the run knows it better. */
static void
test_partial (void)
{
  static const FitField point[] = { { 253, FIT_UINT32, FIT_START }, { 5, FIT_UINT32, 0 } };
  static const FitField last[] = { { 253, FIT_UINT32, FIT_START + 1200 },
                                   { 5, FIT_UINT32, 400000 } };
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autofree char *path = hip_test_dir_path (dir, "a.fit");
  g_autoptr(FitBuilder) fit = fit_builder_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = NULL;

  fit_builder_file_id (fit, 4);
  fit_builder_record (fit, 2, 20, point, G_N_ELEMENTS (point));
  fit_builder_record (fit, 2, 20, last, G_N_ELEMENTS (last));
  fit_builder_end (fit);
  g_assert_true (
      g_file_set_contents (path, (const char *) fit->bytes->data, (gssize) fit->bytes->len, NULL));
  write_text (dir, "Activities.csv", GARMIN);
  plan = read_dir (dir, empty, FALSE, FALSE);
  g_assert_cmpuint (plan->added.runs, ==, 1);
  g_assert_cmpuint (plan->remarks->len, ==, 1);
  g_assert_cmpint (((HipRun *) hip_change_get (plan->change, 1)->after)->distance_m, ==, 10450);
}

/* The same id in two files: not the first one stands but the better one. */
static void
test_same_id (void)
{
  static const char own[] = "date,start_time,utc_offset_min,distance_m,source,source_id\n"
                            "2024-03-15,21:32:00,0,10000,opentracks,a\n";
  g_autoptr(HipTestDir) dir = hip_test_dir_new ();
  g_autoptr(HipHistory) empty = hip_history_new_empty ();
  g_autoptr(HipImportPlan) plan = NULL;

  write_text (dir, "a.gpx",
              "<gpx><trk><trackid>a</trackid><trkseg><trkpt lat='0' lon='0'>"
              "<time>2024-03-15T21:32:10Z</time></trkpt><trkpt lat='0' lon='0.05'/></trkseg></trk>"
              "</gpx>");
  write_text (dir, "runs.csv", own);
  plan = read_dir (dir, empty, FALSE, FALSE);
  g_assert_cmpuint (plan->added.runs, ==, 1);
  g_assert_cmpuint (plan->duplicates->len, ==, 1);
  g_assert_cmpint (((HipRun *) hip_change_get (plan->change, 1)->after)->distance_m, ==, 10000);
}

/* What the runner typed stays; what was left open is filled, when asked for. */
static void
test_fill_log (void)
{
  for (guint fill = 0; fill < 2; fill++)
    {
      g_autoptr(HipTestDir) dir = hip_test_dir_new ();
      g_autoptr(HipHistory) empty = hip_history_new_empty ();
      g_autoptr(HipHistory) history = fixture_import (dir, "runs.csv", OWN, empty);
      g_autoptr(HipHistory) filled = NULL;
      g_autoptr(HipImportPlan) plan = NULL;
      const HipRun *run;

      write_fit (dir, "x.fit");
      plan = read_dir (dir, history, FALSE, fill == 1);
      g_assert_cmpuint (plan->added.runs, ==, 0);
      g_assert_cmpuint (plan->n_updated, ==, fill);
      filled = hip_history_with_change (history, plan->change);
      g_assert_cmpuint (hip_history_get_n_runs (filled), ==, 1);
      run = hip_history_get_run (filled, 0);
      g_assert_cmpint (run->distance_m, ==, 10000);
      g_assert_cmpint (run->duration_s, ==, 2940);
      g_assert_cmpstr (run->note, ==, "Mine");
      g_assert_cmpint (run->cadence_spm, ==, fill == 1 ? 161 : HIP_UNSET);
      g_assert_cmpint (run->effort, ==, fill == 1 ? 6 : HIP_UNSET);
    }
}

/* As much as an import takes, and one more. */
static void
test_full (void)
{
  HipImportSink sink = { .file = "x" };

  sink.plan = hip_import_plan_new ();
  sink.entries = hip_import_entries_new ();
  sink.entries->n = HIP_IMPORT_MAX_ENTRIES - 1;
  g_assert_false (hip_import_sink_is_full (&sink, 7));
  g_assert_cmpuint (sink.plan->rejected->len, ==, 0);
  sink.entries->n++;
  g_assert_true (hip_import_sink_is_full (&sink, 7));
  g_assert_cmpuint (sink.plan->rejected->len, ==, 1);
  hip_import_entries_free (sink.entries);
  hip_import_plan_free (sink.plan);
}

static void
test_fill (void)
{
  g_autoptr(HipRun) run = hip_run_new ();
  g_autoptr(HipRun) from = hip_run_new ();

  run->date = from->date = hip_day_from_ymd (2024, 3, 15);
  run->start_s = 8 * 3600;
  from->start_s = 12 * 3600 + 61;
  from->utc_offset_min = 0;
  from->cadence_spm = 160;
  g_assert_true (hip_run_merge_fill (run, from));
  g_assert_cmpint (run->start_s, ==, 8 * 3600);
  g_assert_cmpint (run->utc_offset_min, ==, -240); /* the same moment on two clocks */
  g_assert_cmpint (run->cadence_spm, ==, 160);
  from->cadence_spm = 170;
  g_assert_false (hip_run_merge_fill (run, from));
  g_assert_cmpint (run->cadence_spm, ==, 160);

  /* Seven minutes off a quarter of an hour: that is another moment. */
  run->utc_offset_min = HIP_UNSET;
  from->start_s = 12 * 3600 + 7 * 60;
  g_assert_false (hip_run_merge_fill (run, from));
  g_assert_cmpint (run->utc_offset_min, ==, HIP_UNSET);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/merge/trust", test_trust);
  g_test_add_func ("/exchange/merge/keep", test_keep);
  g_test_add_func ("/exchange/merge/again", test_again);
  g_test_add_func ("/exchange/merge/alike-rows", test_alike_rows);
  g_test_add_func ("/exchange/merge/copies", test_copies);
  g_test_add_func ("/exchange/merge/partial", test_partial);
  g_test_add_func ("/exchange/merge/same-id", test_same_id);
  g_test_add_func ("/exchange/merge/fill-log", test_fill_log);
  g_test_add_func ("/exchange/merge/full", test_full);
  g_test_add_func ("/exchange/merge/fill", test_fill);
  return g_test_run ();
}
