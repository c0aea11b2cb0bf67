// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-report.h"
#include "hip-test-log.h"

G_BEGIN_DECLS

/* Four weeks of 30 km and four of 36 km, from Monday 2026-01-05 to Sunday 2026-03-01. Left hurts 2
 * on eight days of the first half, 3 on eight and 5 on two of the second, right not at all once. */
HipTestLog *hip_test_report_plain_log (void);
/* Eight weeks with every word, flag and kind of care each day, long words and long notes, and more
 * shoes than anybody has. */
HipTestLog *hip_test_report_full_log (void);
/* Up to today, Sunday 2026-03-01. */
HipReport *hip_test_report_new (HipTestLog *log, const char *from, const char *name);

G_END_DECLS
