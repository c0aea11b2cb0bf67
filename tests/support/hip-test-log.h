// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"

G_BEGIN_DECLS

/**
 * HipTestLog:
 *
 * A runner's diary for tests, told week by week:
 *
 *     g_autoptr(HipTestLog) log = hip_test_log_new ("2026-03-02"); // a Monday
 *     hip_test_log_shoe (log, "Pegasus", 120000);                  // put on from now on
 *     hip_test_log_weeks (log, 4, "Mon Wed Fri", 10000);
 *     hip_test_log_run (log, "Mon", 15000)->effort = 8;            // in the fifth week
 *     hip_test_log_pain (log, "Tue", HIP_SIDE_LEFT, 4)->areas = HIP_AREA_FRONT;
 *     g_autoptr(HipHistory) history = hip_test_log_history (log);
 *
 * A day is a weekday of the current week (“Mon”), or an ISO date. What a function
 * adds it also returns, to be completed there and then; it belongs to the log.
 * Ids count from 1 for each kind.
 */
typedef struct _HipTestLog HipTestLog;

HipTestLog *hip_test_log_new (const char *first_day);
void hip_test_log_free (HipTestLog *self);

/* The week that weekdays are in, from Monday on. */
HipDay hip_test_log_day (HipTestLog *self, const char *day);
void hip_test_log_skip (HipTestLog *self, int n_weeks);

/* A run of @metres on each of @weekdays, for @n_weeks; the week after is the current one. */
void hip_test_log_weeks (HipTestLog *self, int n_weeks, const char *weekdays, gint32 metres);
HipRun *hip_test_log_run (HipTestLog *self, const char *day, gint32 metres);
HipPainDay *hip_test_log_pain (HipTestLog *self, const char *day, HipSide side, gint32 score);
HipCareEntry *
hip_test_log_care (HipTestLog *self, const char *day, HipCareKind kind, gint32 minutes);
HipDismissal *hip_test_log_dismissal (HipTestLog *self,
                                      const char *day,
                                      const char *rule,
                                      const char *subject,
                                      gint32 severity);
HipDismissal *hip_test_log_mute (HipTestLog *self, const char *day, const char *rule);
HipScreening *
hip_test_log_screening (HipTestLog *self, const char *day, HipFlags asked, HipFlags yes);
/* Runs are in this pair from now on. */
HipShoe *hip_test_log_shoe (HipTestLog *self, const char *name, gint32 start_distance_m);
/* Runs are in @shoe from now on; in none with NULL. */
void hip_test_log_wear (HipTestLog *self, HipShoe *shoe);
/* What follows was brought by this import. */
HipImport *hip_test_log_import (HipTestLog *self, const char *name);
/* What follows was typed by hand again. */
void hip_test_log_import_end (HipTestLog *self);
/* Any record (transfer full); one with id 0 gets the next. */
void hip_test_log_add (HipTestLog *self, gpointer record);

/* Copies of everything so far. (transfer full) */
HipHistory *hip_test_log_history (HipTestLog *self);
/* The insertion of everything so far, in an order that a store can take. (transfer full) */
HipChange *hip_test_log_change (HipTestLog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipTestLog, hip_test_log_free)

G_END_DECLS
