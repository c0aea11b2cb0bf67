// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-care-edit.h"

#include <glib/gi18n.h>

#define N_KINDS HIP_CARE_REST

/* Four weeks, so that what belongs to a weekday counts as often as it was done. */
#define SUGGESTION_DAYS 28

/**
 * hip_care_edit_insert:
 * @care: an entry that is not in the log
 *
 * Adds something that was done for the hips.
 *
 * Returns: (transfer full): the change
 */
HipChange *
hip_care_edit_insert (HipCareEntry *care)
{
  g_autofree char *label = NULL;
  HipChange *change;

  g_return_val_if_fail (care != NULL, NULL);

  /* Translators: %s is a kind of care, such as “Stretching”; said when it is saved. */
  label = g_strdup_printf (_ ("“%s” logged"),
                           hip_vocabulary_get_label (hip_vocabulary_care_kinds (), care->kind));
  change = hip_change_new (label);
  hip_change_insert (change, care);
  return change;
}

/**
 * hip_care_edit_add:
 * @session: whose log to add to
 * @day: the day it was done, today or before
 * @kind: what was done
 * @minutes: how long, 0 to 1440, or %HIP_UNSET
 * @note: (nullable): what else there is to say
 *
 * Logs something that was done for the hips, without a dialog: the window
 * shows that it is saved, with *Undo*, or why it could not be.
 */
void
hip_care_edit_add (HipSession *session,
                   HipDay day,
                   HipCareKind kind,
                   gint32 minutes,
                   const char *note)
{
  g_autoptr (HipCareEntry) care = hip_care_entry_new ();
  g_autoptr (HipChange) change = NULL;

  g_return_if_fail (HIP_IS_SESSION (session));

  care->date = day;
  care->kind = kind;
  care->minutes = minutes;
  care->note = g_strdup (note != NULL && *note != '\0' ? note : NULL);
  change = hip_care_edit_insert (care);
  hip_session_apply (session, change);
}

static void
count_kinds (HipHistory *history, HipDay from, HipDay to, guint counts[N_KINDS + 1])
{
  guint end = hip_history_find_care (history, to + 1);

  for (guint i = hip_history_find_care (history, from); i < end; i++)
    counts[hip_history_get_care (history, i)->kind]++;
}

/* The most frequent kind, of several the first of the vocabulary; 0 when none was done. */
static guint
find_most_frequent (const guint counts[N_KINDS + 1])
{
  guint best = 0;

  for (guint kind = 1; kind <= N_KINDS; kind++)
    if (counts[kind] > counts[best])
      best = kind;
  return best;
}

static gboolean
has_kind (const HipCareKind *kinds, guint n, HipCareKind kind)
{
  for (guint i = 0; i < n; i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

/**
 * hip_care_edit_suggest:
 * @history: a log
 * @today: the current day
 * @kinds: (out): what to offer, each kind once
 *
 * Finds what the runner did most often on the 28 days before @today; of two
 * as frequent the first of the vocabulary. What is missing is filled up with
 * strength exercises, stretching, foam rolling and ice. Today itself does not
 * count, so that an offer stays in its place while it is used.
 */
void
hip_care_edit_suggest (HipHistory *history, HipDay today, HipCareKind kinds[HIP_CARE_N_SUGGESTIONS])
{
  static const HipCareKind defaults[HIP_CARE_N_SUGGESTIONS] = {
    HIP_CARE_STRENGTH,
    HIP_CARE_STRETCHING,
    HIP_CARE_FOAM_ROLLING,
    HIP_CARE_ICE,
  };
  guint counts[N_KINDS + 1] = { 0 };
  guint n = 0;

  g_return_if_fail (history != NULL);

  count_kinds (history, today - SUGGESTION_DAYS, today - 1, counts);
  for (guint kind; n < HIP_CARE_N_SUGGESTIONS && (kind = find_most_frequent (counts)) != 0; n++)
    {
      kinds[n] = kind;
      counts[kind] = 0;
    }
  for (guint i = 0; n < HIP_CARE_N_SUGGESTIONS; i++)
    if (!has_kind (kinds, n, defaults[i]))
      kinds[n++] = defaults[i];
}

/**
 * hip_care_edit_get_kinds:
 * @history: a log
 * @day: a day
 *
 * Gets what was done for the hips on a day.
 *
 * Returns: a set, kind n as bit n - 1; 0 for nothing
 */
guint32
hip_care_edit_get_kinds (HipHistory *history, HipDay day)
{
  guint32 kinds = 0;
  guint end;

  g_return_val_if_fail (history != NULL, 0);

  end = hip_history_find_care (history, day + 1);
  for (guint i = hip_history_find_care (history, day); i < end; i++)
    kinds |= 1u << (hip_history_get_care (history, i)->kind - 1);
  return kinds;
}
