// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-report-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define UNKNOWN "–"

/**
 * hip_report_text_disclaimer:
 *
 * Returns: (transfer none): what a reader has to know first
 */
const char *
hip_report_text_disclaimer (void)
{
  return _ ("Self-reported, not a clinical measurement.");
}

/**
 * hip_report_text_day:
 * @report: the report
 * @day: a day, or %HIP_DAY_NONE
 *
 * Returns: (transfer full): the date, with its year where that is not the period's last
 */
char *
hip_report_text_day (const HipReport *report, HipDay day)
{
  int year, last_year;

  if (day == HIP_DAY_NONE)
    return g_strdup (UNKNOWN);
  hip_day_get_ymd (day, &year, NULL, NULL);
  hip_day_get_ymd (report->to, &last_year, NULL, NULL);

  return hip_day_format (
      day, hip_day_style_get_format (year == last_year ? HIP_DAY_MONTH_SHORT : HIP_DAY_SHORT_YEAR));
}

/**
 * hip_report_text_days:
 * @n: a number
 *
 * Returns: (transfer full): “12 days”
 */
char *
hip_report_text_days (guint n)
{
  /* Translators: a number of days */
  return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
}

/**
 * hip_report_text_more:
 * @n: a number
 *
 * Returns: (transfer full): what ends a list that was cut short
 */
char *
hip_report_text_more (guint n)
{
  /* Translators: ends a list that was cut short. */
  return g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
}

/**
 * hip_report_text_period:
 * @report: the report
 *
 * Returns: (transfer full): the days it is about, how many they are, and how many are not recorded
 */
char *
hip_report_text_period (const HipReport *report)
{
  g_autofree char *range = hip_day_format_range (report->from, report->to);
  g_autofree char *days = hip_report_text_days (report->n_days);
  guint n_unknown = report->n_days - report->n_recorded;

  if (report->from == report->to)
    {
      g_free (range);
      range = hip_day_format (report->from, hip_day_style_get_format (HIP_DAY_MONTH_YEAR));
    }
  if (n_unknown == 0)
    /* Translators: a period, then “84 days”. */
    return g_strdup_printf (_ ("%1$s · %2$s"), range, days);

  return g_strdup_printf (
      /* Translators: a period, then “84 days”, then how many of these nothing is known of. */
      ngettext ("%1$s · %2$s, %3$u of them without any record",
                "%1$s · %2$s, %3$u of them without any record", n_unknown),
      range, days, n_unknown);
}

/**
 * hip_report_text_made:
 * @report: the report
 *
 * Returns: (transfer full): when and with what it was made
 */
char *
hip_report_text_made (const HipReport *report)
{
  g_autofree char *day =
      hip_day_format (report->today, hip_day_style_get_format (HIP_DAY_MONTH_YEAR));

  /* Translators: a date. */
  return g_strdup_printf (_ ("Made on %s with HipLog"), day);
}

/**
 * hip_report_text_score:
 * @score: a mean, or NaN
 *
 * Returns: (transfer full): it, with one decimal
 */
char *
hip_report_text_score (double score)
{
  return isnan (score) ? g_strdup (UNKNOWN) : g_strdup_printf ("%.1f", score);
}

/**
 * hip_report_text_trend:
 * @pain: the figures of a side
 *
 * Returns: (transfer full): what the last four weeks are against the four before
 */
char *
hip_report_text_trend (const HipReportPain *pain)
{
  double difference = fabs (pain->recent - pain->before);

  switch (pain->trend)
    {
    case HIP_REPORT_TREND_LOWER:
      /* Translators: pain; points of a scale from 0 to 10. */
      return g_strdup_printf (_ ("Lower by %.1f"), difference);
    case HIP_REPORT_TREND_HIGHER:
      /* Translators: pain; points of a scale from 0 to 10. */
      return g_strdup_printf (_ ("Higher by %.1f"), difference);
    case HIP_REPORT_TREND_SAME:
      /* Translators: pain; less than a point apart */
      return g_strdup (_ ("About the same"));
    case HIP_REPORT_TREND_UNKNOWN:
    default:
      return g_strdup (_ ("Too few scores"));
    }
}

/**
 * hip_report_text_metres:
 * @report: the report
 * @metres: a distance, or NaN
 *
 * Returns: (transfer full): it, in the runner's units
 */
char *
hip_report_text_metres (const HipReport *report, double metres)
{
  return isnan (metres) ? g_strdup (UNKNOWN)
                        : hip_units_format_distance (report->limits.units, llround (metres));
}

/**
 * hip_report_text_change:
 * @report: the report
 *
 * Returns: (transfer full): how much more was run in the last four weeks than in the four before
 */
char *
hip_report_text_change (const HipReport *report)
{
  return report->load.change_percent == HIP_UNSET
             ? g_strdup (UNKNOWN)
             : hip_units_format_signed_percent (report->load.change_percent);
}

/**
 * hip_report_text_answers:
 * @screening: questions and answers
 * @report: the report
 *
 * Returns: (transfer full): which were answered with yes and with no
 */
char *
hip_report_text_answers (const HipScreening *screening, const HipReport *report)
{
  const HipVocabulary *flags = hip_vocabulary_flags ();
  g_autofree char *day = hip_report_text_day (report, screening->date);
  g_autofree char *yes = hip_vocabulary_set_to_labels (flags, screening->yes);
  g_autofree char *no = hip_vocabulary_set_to_labels (flags, screening->asked & ~screening->yes);

  if (screening->yes == 0)
    /* Translators: a date, then a list of signs. */
    return g_strdup_printf (_ ("Asked on %1$s. No to all: %2$s."), day, no);
  if (*no == '\0')
    /* Translators: a date, then a list of signs. */
    return g_strdup_printf (_ ("Asked on %1$s. Yes to all: %2$s."), day, yes);

  /* Translators: a date, then two lists of signs. */
  return g_strdup_printf (_ ("Asked on %1$s. Yes: %2$s. No: %3$s."), day, yes, no);
}

/**
 * hip_report_text_note_kind:
 * @kind: what a note belongs to
 *
 * Returns: (transfer none): it in a word
 */
const char *
hip_report_text_note_kind (HipReportNoteKind kind)
{
  static const char *const labels[] = {
    [HIP_REPORT_NOTE_LEFT] = N_ ("Left"),
    [HIP_REPORT_NOTE_RIGHT] = N_ ("Right"),
    /* Translators: a note about exercises, massage and the like */
    [HIP_REPORT_NOTE_CARE] = N_ ("Care"),
    [HIP_REPORT_NOTE_RUN] = N_ ("Run"),
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), "");

  return _ (labels[kind]);
}
