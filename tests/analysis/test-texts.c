// SPDX-License-Identifier: GPL-3.0-or-later
/* What the rules say to people: with figures, in their units, in the plural where there is one, and
 * without the words that must never be said. */
#include "config.h"

#include <libintl.h>

#include "hip-room.h"
#include "hip-test-boundaries.h"
#include "hip-test-diary.h"

/* The catalogue of this program: it answers in place of the C library's, with the same words, but
 * for two marks while @marking. Digits that belong to a text become “#”, so that those which are
 * left are figures; what came by way of a plural form stands between brackets. */
static gboolean marking;

#define PLURAL_BEGIN "⟦"
#define PLURAL_END   "⟧"

/* Past a conversion such as “%1$d” or “%%”. */
static const char *
skip_conversion (const char *p)
{
  p++;
  while (*p != '\0' && strchr ("0123456789$.*l", *p) != NULL)
    p++;
  return *p != '\0' ? p + 1 : p;
}

static char *
mark (const char *text, gboolean plural)
{
  GString *marked = g_string_new (plural ? PLURAL_BEGIN : "");
  const char *p = text;
  char *result;

  /* Words with a context, such as units, come untranslated when they come back as they are. */
  if (!marking || strchr (text, '\004') != NULL)
    {
      g_string_free (marked, TRUE);
      return (char *) text;
    }
  while (*p != '\0')
    {
      const char *end = *p == '%' ? skip_conversion (p) : p + 1;

      if (g_ascii_isdigit (*p))
        g_string_append_c (marked, '#');
      else
        g_string_append_len (marked, p, end - p);
      p = end;
    }
  g_string_append (marked, plural ? PLURAL_END : "");
  result = (char *) g_intern_string (marked->str);
  g_string_free (marked, TRUE);
  return result;
}

#undef gettext
#undef dgettext
#undef dcgettext
#undef ngettext
#undef dngettext
#undef dcngettext

char *
dcgettext (const char *domain, const char *id, int category)
{
  return mark (id, FALSE);
}

char *
dgettext (const char *domain, const char *id)
{
  return mark (id, FALSE);
}

char *
gettext (const char *id)
{
  return mark (id, FALSE);
}

char *
dcngettext (const char *domain, const char *one, const char *many, unsigned long n, int category)
{
  return mark (n == 1 ? one : many, TRUE);
}

char *
dngettext (const char *domain, const char *one, const char *many, unsigned long n)
{
  return mark (n == 1 ? one : many, TRUE);
}

char *
ngettext (const char *one, const char *many, unsigned long n)
{
  return mark (n == 1 ? one : many, TRUE);
}

/* Words that may follow a figure without being counted by it. */
static gboolean
is_counted (const char *word)
{
  static const char *const others[] = { "km", "m",     "mi",     "yd",     "of", "on", "in",
                                        "to", "above", "before", "within", "at", NULL };

  return !g_strv_contains (others, word);
}

/* Whether @at lies in what a plural form gave. */
static gboolean
is_in_plural (const char *text, const char *at)
{
  const char *begin = g_strrstr_len (text, at - text, PLURAL_BEGIN);
  const char *end = g_strrstr_len (text, at - text, PLURAL_END);

  return begin != NULL && (end == NULL || end < begin);
}

/* Every figure that counts something comes with the plural of its language. */
static void
assert_plurals (const char *text)
{
  g_autoptr(GRegex) figure = g_regex_new ("(?<![.,\\d])\\d+[ \u00a0]([a-z]+)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  for (g_regex_match (figure, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 1);
      int start = 0;

      g_match_info_fetch_pos (match, 0, &start, NULL);
      if (is_counted (word) && !is_in_plural (text, text + start))
        g_error ("Without a plural form: “%s”", text);
    }
}

static void
assert_no_match (const char *text, const char *pattern)
{
  if (g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0))
    g_error ("“%s” in “%s”", pattern, text);
}

/* Nothing is promised, diagnosed or reckoned in chances, and nobody is told to hop on the leg. */
static void
assert_allowed (const char *text)
{
  static const char *const forbidden[] = {
    "\\bsafe", "optimal", "diagnosed", "your risk", "% chance", "\\bhop\\b", "(?<!out by )hopping",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    assert_no_match (text, forbidden[i]);
}

static void
assert_number (const char *text)
{
  assert_no_match (text, "(?<![.,\\d])1[ \u00a0](days|runs|signs|weeks|scores)\\b");
  assert_no_match (text, "(?<![.,])([2-9]|\\d\\d+)[ \u00a0](day|run|sign|week|score)\\b");
}

static void
assert_units (const char *text, HipUnits units)
{
  assert_no_match (text, units == HIP_UNITS_MI ? "\\bkm\\b|\\d[ \u00a0]m\\b"
                                               : "\\bmi\\b|\\byd\\b|\\bmiles?\\b");
}

/* A sentence or several. */
static void
assert_sentences (const char *text)
{
  g_assert_true (g_unichar_isupper (g_utf8_get_char (text)));
  g_assert_true (g_str_has_suffix (text, "."));
  assert_no_match (text, "  |\\.\\.| \\.|[a-z]\\.[A-Z]");
}

/* A line that stands alone. */
static void
assert_line (const char *text)
{
  g_assert_cmpstr (text, !=, "");
  g_assert_false (g_str_has_suffix (text, "."));
  assert_no_match (text, "^\\s|\\s$");
}

/* A deep ache is told by what it is, not by a figure. */
static gboolean
has_figures (HipWarning *warning)
{
  return hip_warning_get_rule (warning) != HIP_RULE_BONE_STRESS_CHECK
         || hip_test_number (warning, "days_count") >= 3;
}

static char *
dup_all (HipWarning *warning, HipUnits units)
{
  g_autofree char *title = hip_warning_dup_title (warning, units);
  g_autofree char *body = hip_warning_dup_body (warning, units);
  g_autofree char *formula = hip_warning_dup_formula (warning, units);

  return g_strjoin ("\n", title, body, formula, NULL);
}

/* Of the texts only the figures are left as digits here. */
static void
assert_figures (HipWarning *warning, HipUnits units)
{
  g_autofree char *all = NULL;

  marking = TRUE;
  all = dup_all (warning, units);
  marking = FALSE;
  assert_plurals (all);
  if (has_figures (warning))
    g_assert_true (g_regex_match_simple ("\\d", all, 0, 0));
}

static void
assert_texts (HipWarning *warning, HipUnits units)
{
  g_autofree char *title = hip_warning_dup_title (warning, units);
  g_autofree char *body = hip_warning_dup_body (warning, units);
  g_autofree char *formula = hip_warning_dup_formula (warning, units);
  g_autofree char *all = dup_all (warning, units);

  assert_line (title);
  assert_sentences (body);
  assert_line (formula);
  assert_allowed (all);
  assert_number (all);
  assert_units (all, units);
  assert_figures (warning, units);
  g_assert_cmpuint (hip_warning_get_n_entries (warning), >, 0);
  g_assert_nonnull (hip_warning_get_causes (warning)[0]);
  g_assert_nonnull (hip_warning_get_prevention (warning)[0]);
}

static void
assert_all_texts (GPtrArray *warnings, gboolean *seen)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      assert_texts (warnings->pdata[i], HIP_UNITS_KM);
      assert_texts (warnings->pdata[i], HIP_UNITS_MI);
      seen[hip_warning_get_rule (warnings->pdata[i])] = TRUE;
    }
}

static void
assert_side (const HipTestBoundary *boundary, const HipTestSide *side, gboolean *seen)
{
  HipLimits limits;
  g_autoptr(HipHistory) history = hip_test_boundary_tell (boundary, side, &limits);
  g_autoptr(GPtrArray) open = hip_rules_evaluate (history, &limits, hip_test_day_ago (0));

  assert_all_texts (open, seen);
}

/* At the edges, where the figures are smallest. */
static void
test_boundaries (void)
{
  gboolean seen[HIP_N_RULES] = { FALSE };

  for (guint i = 0; i < hip_test_boundaries_get_n (); i++)
    {
      const HipTestBoundary *boundary = hip_test_boundaries_get (i);

      assert_side (boundary, &boundary->before, seen);
      assert_side (boundary, &boundary->after, seen);
    }
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    g_assert_true (seen[rule]);
}

/* And in the middle of things. */
static void
test_diaries (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (61);
  gboolean seen[HIP_N_RULES] = { FALSE };
  HipDay first = hip_test_day ("2025-12-01");
  HipLimits limits;

  hip_limits_init_default (&limits);
  for (guint l = 0; l < 10; l++)
    {
      g_autoptr(HipTestLog) log = hip_test_diary_new (rand, first, 150, HIP_TEST_DIARY_FULL);
      g_autoptr(HipHistory) history = hip_test_log_history (log);

      for (HipDay day = first; day < first + 150; day += 5)
        {
          g_autoptr(GPtrArray) open = hip_rules_evaluate (history, &limits, day);

          assert_all_texts (open, seen);
        }
    }
}

/* What is planned has titles of its own. */
static void
test_plans (void)
{
  gboolean seen[HIP_N_RULES] = { FALSE };

  for (guint i = 0; i < hip_test_boundaries_get_n (); i++)
    {
      const HipTestBoundary *boundary = hip_test_boundaries_get (i);
      HipDay tomorrow = hip_test_day_ago (-1);
      HipLimits limits;
      g_autoptr(HipHistory) history = hip_test_boundary_tell (boundary, &boundary->after, &limits);
      g_autoptr(GPtrArray) plan = hip_rules_would_fire (history, &limits, tomorrow, 25000);

      for (guint w = 0; w < plan->len; w++)
        {
          g_autofree char *title = hip_warning_dup_title (plan->pdata[w], HIP_UNITS_MI);

          assert_line (title);
          assert_units (title, HIP_UNITS_MI);
          seen[hip_warning_get_rule (plan->pdata[w])] = TRUE;
        }
    }
  g_assert_true (seen[HIP_RULE_LONG_RUN_JUMP]);
  g_assert_true (seen[HIP_RULE_WEEK_JUMP]);
}

static void
assert_room (const HipRoom *room, HipUnits units, HipDay today)
{
  g_autofree char *run = NULL, *week = NULL;

  marking = TRUE;
  run = hip_room_dup_run_text (room, units);
  week = hip_room_dup_week_text (room, units, today);
  marking = FALSE;
  assert_plurals (run);
  assert_plurals (week);
  assert_line (run);
  assert_line (week);
  assert_allowed (run);
  assert_units (run, units);
  assert_units (week, units);
}

static void
test_rooms (void)
{
  gboolean known = FALSE, is_return = FALSE;

  for (guint i = 0; i < hip_test_boundaries_get_n (); i++)
    {
      const HipTestBoundary *boundary = hip_test_boundaries_get (i);

      for (int day = 1; day <= 15; day += 7)
        {
          HipLimits limits;
          HipRoom room;
          g_autoptr(HipHistory) history =
                        hip_test_boundary_tell (boundary, &boundary->after, &limits);

          hip_room_compute (&room, history, &limits, hip_test_day_ago (-day));
          assert_room (&room, HIP_UNITS_KM, hip_test_day_ago (-day));
          assert_room (&room, HIP_UNITS_MI, hip_test_day_ago (0));
          known |= room.run_reason == HIP_ROOM_KNOWN && !room.is_return;
          is_return |= room.is_return;
        }
    }
  g_assert_true (known);
  g_assert_true (is_return);
}

/* What is said of a rule itself. */
static void
test_rules (void)
{
  for (guint rule = 0; rule < HIP_N_RULES; rule++)
    {
      const char *word = hip_strength_get_word (hip_rule_get_strength (rule));

      g_test_message ("%s", hip_rule_get_id (rule));
      assert_line (hip_rule_get_label (rule));
      assert_sentences (hip_rule_get_test (rule));
      assert_sentences (hip_rule_get_source (rule));
      assert_allowed (hip_rule_get_label (rule));
      assert_allowed (hip_rule_get_test (rule));
      g_assert_nonnull (word);
      g_assert_nonnull (hip_rule_get_causes (rule)[0]);
      g_assert_nonnull (hip_rule_get_prevention (rule)[0]);
    }
}

/* The strength is said in one word, and why. */
static void
test_strengths (void)
{
  for (guint i = 0; i < hip_test_boundaries_get_n (); i++)
    {
      const HipTestBoundary *boundary = hip_test_boundaries_get (i);
      HipLimits limits;
      g_autoptr(HipHistory) history = hip_test_boundary_tell (boundary, &boundary->after, &limits);
      g_autoptr(GPtrArray) open = hip_rules_evaluate (history, &limits, hip_test_day_ago (0));
      HipWarning *warning = hip_test_find (open, hip_rule_get_id (boundary->rule));
      g_autofree char *text = hip_warning_dup_strength_text (warning);
      g_autofree char *begin = g_strdup_printf (
          "Evidence: %s – ", hip_strength_get_word (hip_warning_get_strength (warning)));

      g_assert_true (g_str_has_prefix (text, begin));
      assert_line (text);
      assert_allowed (text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/texts/boundaries", test_boundaries);
  g_test_add_func ("/texts/diaries", test_diaries);
  g_test_add_func ("/texts/plans", test_plans);
  g_test_add_func ("/texts/rooms", test_rooms);
  g_test_add_func ("/texts/rules", test_rules);
  g_test_add_func ("/texts/strengths", test_strengths);

  return g_test_run ();
}
