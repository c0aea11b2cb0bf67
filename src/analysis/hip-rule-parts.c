// SPDX-License-Identifier: GPL-3.0-or-later
/* What the rules share: the entries behind a warning, and the parts of its sentences. */
#include "config.h"

#include "hip-rule-private.h"

/* The runs of a session up to and with @until. */
void
_hip_rule_add_session (HipRuleContext *context, HipWarning *warning, guint session, HipDay until)
{
  const HipSession *s = hip_sessions_get_session (context->sessions, session);

  if (s->first == HIP_SESSION_PLANNED)
    return;
  for (guint i = s->first; i <= s->last; i++)
    {
      HipRun *run = hip_history_get_run (context->history, i);

      if (run->date <= until && hip_sessions_has_run (context->sessions, session, i))
        _hip_warning_add_entry (warning, run);
    }
}

void
_hip_rule_add_runs (HipRuleContext *context, HipWarning *warning, HipDay from, HipDay to)
{
  HipHistory *history = context->history;

  for (guint i = hip_history_find_run (history, from); i < hip_history_get_n_runs (history); i++)
    {
      HipRun *run = hip_history_get_run (history, i);

      if (run->date > to)
        break;
      _hip_warning_add_entry (warning, run);
    }
}

/* The scores of one side. */
void
_hip_rule_add_pain (HipRuleContext *context,
                    HipWarning *warning,
                    HipSide side,
                    HipDay from,
                    HipDay to)
{
  HipHistory *history = context->history;
  guint n = hip_history_get_n_pain_days (history);

  for (guint i = hip_history_find_pain_day (history, from); i < n; i++)
    {
      HipPainDay *pain = hip_history_get_pain_day (history, i);

      if (pain->date > to)
        break;
      if (pain->side == side)
        _hip_warning_add_entry (warning, pain);
    }
}

/* "week/2026-03-09", "pain/2026-03-01/left". */
char *
_hip_rule_dup_subject (const char *what, HipDay day, const char *part)
{
  g_autofree char *iso = hip_day_to_iso (day);

  return part == NULL ? g_strconcat (what, "/", iso, NULL)
                      : g_strconcat (what, "/", iso, "/", part, NULL);
}

char *
_hip_rule_dup_run_subject (HipRuleContext *context, guint session)
{
  const HipSession *s = hip_sessions_get_session (context->sessions, session);

  if (s->first == HIP_SESSION_PLANNED)
    return g_strdup ("run/planned");
  return g_strdup_printf ("run/%" G_GINT64_FORMAT,
                          hip_history_get_run (context->history, s->first)->rec.id);
}

/* "12.345 km": nothing rounded away, so that the test can be done again by hand. */
char *
_hip_rule_dup_exact (HipUnits units, gint64 metres)
{
  g_autofree char *number = hip_units_format_number (units, metres, 3);

  return g_strconcat (number, "\u00a0", hip_units_get_symbol (units), NULL);
}

/* "2 November": of the last weeks, so the year goes without saying. */
char *
_hip_rule_dup_date (HipDay day)
{
  return hip_day_format (day, hip_day_style_get_format (HIP_DAY_MONTH));
}

char *
_hip_rule_dup_weekday (HipDay day)
{
  return hip_day_format (day, "%A");
}

/* How many per cent @value is above @base, rounded to the nearest. */
int
_hip_rule_get_percent_above (gint64 value, gint64 base)
{
  gint64 above = value - base;

  g_assert (base > 0);
  return (int) ((200 * above + (above < 0 ? -base : base)) / (2 * base));
}

/* Whether there is a run on a day. */
gboolean
_hip_rule_has_run (HipHistory *history, HipDay day)
{
  guint i = hip_history_find_run (history, day);

  return i < hip_history_get_n_runs (history) && hip_history_get_run (history, i)->date == day;
}

static gboolean
has_times (const HipRun *run)
{
  return run->start_s != HIP_UNSET && run->duration_s != HIP_UNSET;
}

/* Whether the @i-th run is one of its own: what continues the one before it is a piece of it. After
 * midnight, runs of an unknown time stand between the two. */
gboolean
_hip_rule_begins_run (HipHistory *history, guint i)
{
  const HipRun *run = hip_history_get_run (history, i);

  for (; i > 0; i--)
    {
      const HipRun *before = hip_history_get_run (history, i - 1);

      if (has_times (before) || before->date < run->date - 1)
        return !hip_sessions_is_continued (before, run);
    }
  return TRUE;
}

/* Whether a run of its own is of that day, and not only the end of a night's. */
gboolean
_hip_rule_begins_on (HipHistory *history, HipDay day)
{
  for (guint i = hip_history_find_run (history, day);
       i < hip_history_get_n_runs (history) && hip_history_get_run (history, i)->date == day; i++)
    if (_hip_rule_begins_run (history, i))
      return TRUE;
  return FALSE;
}

/* With a blank between two sentences. */
void
_hip_rule_append_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}
