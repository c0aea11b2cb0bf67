// SPDX-License-Identifier: GPL-3.0-or-later
/* What says the most important figures at the top of the first page. */
#include "config.h"

#include "hip-report-parts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hip-report-picture.h"
#include "hip-report-text.h"

#define MAX_FLAGS      5
#define MAX_WORDS      5
#define FRAME_SPACE    5.0
#define TABLE_SPACE    16.0
#define PICTURE_HEIGHT 86.0
#define VALUE_WIDTH    70.0

/* --- header --- */

/**
 * hip_report_header_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 *
 * What the report is, whose, of which days and made when.
 *
 * Returns: (transfer full): the block
 */
HipReportBlock *
hip_report_header_new (const HipReport *report, HipReportPen *pen, double width)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);
  g_autofree char *period = hip_report_text_period (report);
  g_autofree char *made = hip_report_text_made (report);
  /* Translators: two sentences, about figures that a runner has logged. */
  g_autofree char *caution =
      g_strdup_printf (_ ("%s What was not logged is unknown and never counted as zero."),
                       hip_report_text_disclaimer ());
  const HipReportColumn columns[] = { { width * 0.65, PANGO_ALIGN_LEFT, 1 },
                                      { width * 0.35 - HIP_REPORT_GAP, PANGO_ALIGN_RIGHT, 1 } };

  hip_report_pen_add_row (pen, block, HIP_REPORT_STYLE_TITLE, HIP_REPORT_BLACK, columns,
                          (const char *[]) { _ ("Running and Hip Pain"), NULL }, 2);
  if (report->name != NULL)
    hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_HEADING, HIP_REPORT_BLACK,
                                  report->name, 2);
  hip_report_pen_add_row (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, columns,
                          (const char *[]) { period, made }, 2);
  hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_SMALL, HIP_REPORT_DIM, caution, 2);
  hip_report_block_mark (block, HIP_REPORT_PART_HEADER);

  return block;
}

/* --- red flags --- */

static void
add_flag (const HipReport *report,
          HipReportPen *pen,
          HipReportBlock *block,
          const HipReportFlag *flag)
{
  guint value = (guint) g_bit_nth_lsf (flag->flag, -1) + 1;
  const HipReportColumn columns[] = {
    { hip_report_block_get_width (block) * 0.4, PANGO_ALIGN_LEFT, 1 },
    { hip_report_block_get_width (block) * 0.27, PANGO_ALIGN_LEFT, 1 },
    { hip_report_block_get_width (block) * 0.33 - 2 * HIP_REPORT_GAP, PANGO_ALIGN_RIGHT, 1 },
  };
  g_autofree char *day = hip_report_text_day (report, flag->last);
  /* Translators: on how many days a sign was there, and on which it was the last time. */
  g_autofree char *when = g_strdup_printf (
      ngettext ("%1$u day, on %2$s", "%1$u days, last on %2$s", flag->n_days), flag->n_days, day);
  const char *label = hip_vocabulary_get_label (hip_vocabulary_flags (), value);
  double y = hip_report_block_get_height (block);

  hip_report_pen_add_row (pen, block, HIP_REPORT_STYLE_STRONG, HIP_REPORT_BLACK, columns,
                          (const char *[]) { label, NULL, NULL }, 3);
  hip_report_block_set_height (block, y);
  hip_report_pen_add_row (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, columns,
                          (const char *[]) { NULL, when,
                                             flag->seen
                                                 ? _ ("Seen by a professional")
                                                 : _ ("Not marked as seen by a professional") },
                          3);
}

/* Those for which there is no row, by name at least. */
static void
add_more_flags (const HipReport *report, HipReportPen *pen, HipReportBlock *block, guint first)
{
  HipFlags rest = 0;
  g_autofree char *more = hip_report_text_more (report->flags->len - first);
  g_autofree char *labels = NULL;
  g_autofree char *text = NULL;

  for (guint i = first; i < report->flags->len; i++)
    rest |= ((const HipReportFlag *) g_ptr_array_index (report->flags, i))->flag;
  labels = hip_vocabulary_set_to_labels (hip_vocabulary_flags (), rest);
  /* Translators: “and 3 more”, and a list of these three. */
  text = g_strdup_printf (_ ("%1$s: %2$s"), more, labels);
  hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, text, 2);
}

/* A line that only says “and 1 more” might as well say what. */
static guint
cut (guint n, guint max)
{
  return n <= max + 1 ? n : max;
}

static void
add_flags (const HipReport *report, HipReportPen *pen, HipReportBlock *block, guint squeeze)
{
  guint n = report->flags->len;
  guint n_shown = cut (n, MAX_FLAGS - squeeze);

  for (guint i = 0; i < n_shown; i++)
    add_flag (report, pen, block, g_ptr_array_index (report->flags, i));
  if (n_shown < n)
    add_more_flags (report, pen, block, n_shown);
  if (n == 0)
    hip_report_pen_add_paragraph (
        pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK,
        report->screenings->len > 0 ? _ ("None was ticked or answered with yes.")
                                    : _ ("None was ticked; no questions about them were answered."),
        2);
}

static void
add_answers (const HipReport *report, HipReportPen *pen, HipReportBlock *block, guint squeeze)
{
  guint n_others = report->screenings->len - 1;
  g_autofree char *answers = NULL;
  g_autofree char *others = NULL;

  if (report->screenings->len == 0)
    {
      if (report->flags->len > 0)
        hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK,
                                      _ ("No questions about red flags were answered."), 2);
      return;
    }
  answers = hip_report_text_answers (g_ptr_array_index (report->screenings, 0), report);
  hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, answers,
                                squeeze < 2 ? 3 : 2);
  if (n_others == 0)
    return;
  others = g_strdup_printf (
      ngettext ("Asked %u more time before.", "Asked %u more times before.", n_others), n_others);
  hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, others, 1);
}

/**
 * hip_report_flags_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 * @squeeze: from 0 to %HIP_REPORT_SQUEEZE_MAX, how much to leave out
 *
 * Red flags that were ticked or answered with yes, and the latest answers, in a frame.
 *
 * Returns: (transfer full): the block
 */
HipReportBlock *
hip_report_flags_new (const HipReport *report, HipReportPen *pen, double width, guint squeeze)
{
  HipReportBlock *frame = hip_report_pen_new_block (pen, width);
  HipReportBlock *block = hip_report_pen_new_block (pen, width - 2 * FRAME_SPACE);

  hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_HEADING, HIP_REPORT_BLACK,
                                _ ("Red Flags"), 1);
  add_flags (report, pen, block, squeeze);
  add_answers (report, pen, block, squeeze);
  hip_report_block_add_block (frame, block, FRAME_SPACE, FRAME_SPACE - 1);
  hip_report_block_add_frame (frame, HIP_REPORT_BLACK, report->flags->len > 0 ? 1.2 : 0.5, 0, 0,
                              width, hip_report_block_get_height (frame) + FRAME_SPACE);
  hip_report_block_mark (frame, HIP_REPORT_PART_FLAGS);

  return frame;
}

/* --- pain --- */

static char *
dup_worst (const HipReportPain *pain)
{
  return pain->worst == HIP_UNSET ? g_strdup ("–") : g_strdup_printf ("%d", pain->worst);
}

static char *
dup_sore (const HipReportPain *pain)
{
  /* Translators: on how many days of how many */
  return g_strdup_printf (_ ("%1$u of %2$u"), pain->n_sore, pain->n_scores);
}

static char *
dup_mean (const HipReportPain *pain)
{
  return hip_report_text_score (pain->mean);
}

static char *
dup_recent (const HipReportPain *pain)
{
  return hip_report_text_score (pain->recent);
}

static char *
dup_before (const HipReportPain *pain)
{
  return hip_report_text_score (pain->before);
}

static const struct
{
  const char *label;
  char *(*dup_text) (const HipReportPain *pain);
} pain_rows[] = {
  { N_ ("Mean"), dup_mean },
  { N_ ("Worst"), dup_worst },
  { N_ ("Worst, last on"), NULL },
  { N_ ("Scored days at 3 or more"), dup_sore },
  { N_ ("Mean, last 28 days"), dup_recent },
  { N_ ("Mean, 28 days before"), dup_before },
  { N_ ("Trend"), hip_report_text_trend },
};

static char *
dup_pain_cell (const HipReport *report, guint row, HipSide side)
{
  const HipReportPain *pain = &report->pain[side];

  return pain_rows[row].dup_text != NULL ? pain_rows[row].dup_text (pain)
                                         : hip_report_text_day (report, pain->worst_on);
}

/**
 * hip_report_pain_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 *
 * The scores of both sides in figures.
 *
 * Returns: (transfer full): the block
 */
HipReportBlock *
hip_report_pain_new (const HipReport *report, HipReportPen *pen, double width)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);
  const HipReportColumn columns[] = {
    { width - 2 * VALUE_WIDTH - 2 * HIP_REPORT_GAP, PANGO_ALIGN_LEFT, 2 },
    { VALUE_WIDTH, PANGO_ALIGN_RIGHT, 2 },
    { VALUE_WIDTH, PANGO_ALIGN_RIGHT, 2 },
  };

  hip_report_pen_add_heading (pen, block, _ ("Pain, 0–10"));
  hip_report_pen_add_row (pen, block, HIP_REPORT_STYLE_STRONG, HIP_REPORT_BLACK, columns,
                          (const char *[]) { NULL, _ ("Left"), _ ("Right") }, 3);
  for (guint row = 0; row < G_N_ELEMENTS (pain_rows); row++)
    {
      g_autofree char *left = dup_pain_cell (report, row, HIP_SIDE_LEFT);
      g_autofree char *right = dup_pain_cell (report, row, HIP_SIDE_RIGHT);
      gboolean is_last = row + 1 == G_N_ELEMENTS (pain_rows);

      hip_report_pen_add_row (pen, block, is_last ? HIP_REPORT_STYLE_STRONG : HIP_REPORT_STYLE_BODY,
                              HIP_REPORT_BLACK, columns,
                              (const char *[]) { _ (pain_rows[row].label), left, right }, 3);
    }
  hip_report_block_mark (block, HIP_REPORT_PART_PAIN);

  return block;
}

/* --- running --- */

static void
add_figure (HipReportPen *pen,
            HipReportBlock *block,
            HipReportStyle style,
            const char *label,
            const char *value)
{
  double width = hip_report_block_get_width (block);
  const HipReportColumn columns[] = { { width * 0.5, PANGO_ALIGN_LEFT, 2 },
                                      { width * 0.5 - HIP_REPORT_GAP, PANGO_ALIGN_RIGHT, 2 } };

  hip_report_pen_add_row (pen, block, style, HIP_REPORT_BLACK, columns,
                          (const char *[]) { label, value }, 2);
}

static void
add_distances (const HipReport *report, HipReportPen *pen, HipReportBlock *block)
{
  const HipReportLoad *load = &report->load;
  g_autofree char *total = hip_units_format_distance (report->limits.units, load->total_m);
  g_autofree char *week = hip_report_text_metres (report, load->week_mean_m);
  g_autofree char *runs =
      /* Translators: a number of runs, and on how many days they were. */
      g_strdup_printf (_ ("%1$u on %2$u days"), load->n_runs, load->n_run_days);
  g_autofree char *longest = hip_units_format_distance (report->limits.units, load->longest_m);
  g_autofree char *day = hip_report_text_day (report, load->longest_on);

  add_figure (pen, block, HIP_REPORT_STYLE_STRONG, _ ("Distance"), total);
  add_figure (pen, block, HIP_REPORT_STYLE_BODY, _ ("In a week, on average"), week);
  add_figure (pen, block, HIP_REPORT_STYLE_BODY, _ ("Runs"), runs);
  add_figure (pen, block, HIP_REPORT_STYLE_BODY, _ ("Longest run"),
              load->longest_on != HIP_DAY_NONE ? longest : "–");
  add_figure (pen, block, HIP_REPORT_STYLE_BODY, _ ("Longest, last on"), day);
}

/**
 * hip_report_running_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 *
 * What was run in figures.
 *
 * Returns: (transfer full): the block
 */
HipReportBlock *
hip_report_running_new (const HipReport *report, HipReportPen *pen, double width)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);
  g_autofree char *recent = hip_report_text_metres (report, report->load.recent_m);
  g_autofree char *before = hip_report_text_metres (report, report->load.before_m);
  g_autofree char *change = hip_report_text_change (report);

  hip_report_pen_add_heading (pen, block, _ ("Running"));
  add_distances (report, pen, block);
  add_figure (pen, block, HIP_REPORT_STYLE_BODY, _ ("Last 28 days"), recent);
  add_figure (pen, block, HIP_REPORT_STYLE_BODY, _ ("28 days before"), before);
  add_figure (pen, block, HIP_REPORT_STYLE_STRONG, _ ("Change"), change);
  hip_report_block_mark (block, HIP_REPORT_PART_RUNNING);

  return block;
}

/* --- symptoms --- */

typedef struct
{
  guint value;
  guint n_days;
} Word;

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *first = a;
  const Word *second = b;

  return first->n_days != second->n_days ? (int) second->n_days - (int) first->n_days
                                         : (int) first->value - (int) second->value;
}

/* (element-type Word): those that were ticked, the most frequent first. */
static GArray *
sort_words (const HipReportWords *words)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint i = 0; i < HIP_REPORT_MAX_WORDS; i++)
    {
      Word word = { i + 1, words->days[i][HIP_SIDE_LEFT] + words->days[i][HIP_SIDE_RIGHT] };

      if (word.n_days > 0)
        g_array_append_val (sorted, word);
    }
  g_array_sort (sorted, compare_words);

  return sorted;
}

static void
add_word (HipReportPen *pen,
          HipReportBlock *block,
          const HipReportColumn *columns,
          const char *label,
          const guint *days)
{
  g_autofree char *left = g_strdup_printf ("%u", days[HIP_SIDE_LEFT]);
  g_autofree char *right = g_strdup_printf ("%u", days[HIP_SIDE_RIGHT]);

  hip_report_pen_add_row (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, columns,
                          (const char *[]) { label, left, right }, 3);
}

static void
add_words (HipReportPen *pen,
           HipReportBlock *block,
           const HipReportColumn *columns,
           const HipVocabulary *vocabulary,
           const HipReportWords *words,
           guint squeeze)
{
  g_autoptr (GArray) sorted = sort_words (words);
  guint n = cut (sorted->len, MAX_WORDS - squeeze);

  for (guint i = 0; i < n; i++)
    {
      guint value = g_array_index (sorted, Word, i).value;

      add_word (pen, block, columns, hip_vocabulary_get_label (vocabulary, value),
                words->days[value - 1]);
    }
  if (n < sorted->len)
    {
      g_autofree char *more = hip_report_text_more (sorted->len - n);

      hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_DIM, more, 1);
    }
  if (sorted->len == 0)
    hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_DIM,
                                  _ ("Not logged"), 1);
}

/* As wide as the headings, and as any number of days. */
static double
measure_figures (const HipReport *report, HipReportPen *pen)
{
  g_autofree char *all = g_strdup_printf ("%u", report->n_days);
  double width = hip_report_pen_measure (pen, HIP_REPORT_STYLE_BODY, all);

  width = MAX (width, hip_report_pen_measure (pen, HIP_REPORT_STYLE_SMALL, _ ("Left")));
  width = MAX (width, hip_report_pen_measure (pen, HIP_REPORT_STYLE_SMALL, _ ("Right")));

  return width + 1;
}

static HipReportBlock *
create_words (const HipReport *report,
              HipReportPen *pen,
              double width,
              const char *title,
              const HipVocabulary *vocabulary,
              const HipReportWords *words,
              guint squeeze)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);
  double figure = measure_figures (report, pen);
  const HipReportColumn columns[] = {
    { width - 2 * figure - 2 * HIP_REPORT_GAP, PANGO_ALIGN_LEFT, squeeze < 2 ? 2 : 1 },
    { figure, PANGO_ALIGN_RIGHT, 1 },
    { figure, PANGO_ALIGN_RIGHT, 1 },
  };
  HipReportBlock *head = hip_report_pen_new_block (pen, width);

  hip_report_pen_add_row (pen, head, HIP_REPORT_STYLE_STRONG, HIP_REPORT_BLACK, columns,
                          (const char *[]) { title, NULL, NULL }, 3);
  hip_report_block_set_height (head, 1.3);
  hip_report_pen_add_row (pen, head, HIP_REPORT_STYLE_SMALL, HIP_REPORT_DIM, columns,
                          (const char *[]) { NULL, _ ("Left"), _ ("Right") }, 3);
  hip_report_block_add_block (block, head, 0, 0);
  add_words (pen, block, columns, vocabulary, words, squeeze);

  return block;
}

static char *
dup_onsets (const HipReportWords *onsets)
{
  g_autoptr (GArray) sorted = sort_words (onsets);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      const Word *word = &g_array_index (sorted, Word, i);
      const char *label = hip_vocabulary_get_label (hip_vocabulary_onsets (), word->value);
      g_autofree char *days = hip_report_text_days (word->n_days);

      /* Translators: how pain began, such as “Gradually”, then “3 days”. */
      g_string_append_printf (text, i == 0 ? "" : "; ");
      g_string_append_printf (text, _ ("%1$s: %2$s"), label, days);
    }

  return g_string_free (text, FALSE);
}

/* Where, how and when, beside each other, and below how it began. */
static HipReportBlock *
create_tables (const HipReport *report, HipReportPen *pen, double width, guint squeeze)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);
  const struct
  {
    const char *title;
    const HipVocabulary *vocabulary;
    const HipReportWords *words;
  } tables[] = {
    { _ ("Where"), hip_vocabulary_areas (), &report->areas },
    { _ ("How it feels"), hip_vocabulary_qualities (), &report->qualities },
    { _ ("When"), hip_vocabulary_timings (), &report->timings },
  };
  double column = (width - 2 * TABLE_SPACE) / 3;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    hip_report_block_add_block (block,
                                create_words (report, pen, column, tables[i].title,
                                              tables[i].vocabulary, tables[i].words, squeeze),
                                i * (column + TABLE_SPACE), 0);
  if (report->onsets.n_days > 0)
    {
      g_autofree char *onsets = dup_onsets (&report->onsets);
      /* Translators: how pain began, with numbers of days */
      g_autofree char *text = g_strdup_printf (_ ("How it began: %s."), onsets);

      hip_report_pen_add_paragraph (pen, block, HIP_REPORT_STYLE_BODY, HIP_REPORT_BLACK, text, 2);
    }

  return block;
}

/* The picture is given up last: the words say the same. */
static void
add_tables (const HipReport *report, HipReportPen *pen, HipReportBlock *block, guint squeeze)
{
  double height = PICTURE_HEIGHT - 10 * squeeze;
  double y = hip_report_block_get_height (block);
  double x = 0;

  if (report->areas.n_days > 0 && squeeze < HIP_REPORT_SQUEEZE_MAX)
    {
      hip_report_block_add_block (block, hip_report_picture_new (report, pen, height), 0, y);
      x = hip_report_picture_get_width (height) + TABLE_SPACE;
    }
  hip_report_block_add_block (
      block, create_tables (report, pen, hip_report_block_get_width (block) - x, squeeze), x, y);
}

/**
 * hip_report_symptoms_new:
 * @report: the figures
 * @pen: what its texts are made with
 * @width: in points
 * @squeeze: from 0 to %HIP_REPORT_SQUEEZE_MAX, how much to leave out
 *
 * Where, how and when it hurt, in words and as a picture.
 *
 * Returns: (transfer full): the block
 */
HipReportBlock *
hip_report_symptoms_new (const HipReport *report, HipReportPen *pen, double width, guint squeeze)
{
  HipReportBlock *block = hip_report_pen_new_block (pen, width);

  hip_report_pen_add_heading (pen, block, _ ("Symptoms, in days with each"));
  add_tables (report, pen, block, squeeze);
  hip_report_block_mark (block, HIP_REPORT_PART_SYMPTOMS);

  return block;
}
