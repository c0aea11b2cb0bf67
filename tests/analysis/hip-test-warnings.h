// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-rules.h"
#include "hip-test-log.h"

G_BEGIN_DECLS

/* A day from its ISO date, which must be one. */
HipDay hip_test_day (const char *iso);

/* What is open on a day by the default limits. (transfer full) (element-type HipWarning) */
GPtrArray *hip_test_open_on (HipTestLog *log, const char *iso);
/* What all of the log would have raised. (transfer full) (element-type HipWarning) */
GPtrArray *hip_test_replay (HipTestLog *log);

/* The first warning of a rule, NULL if there is none. */
HipWarning *hip_test_find (GPtrArray *warnings, const char *rule);
/* Lets go of the warnings of all other rules. */
void hip_test_keep (GPtrArray *warnings, const char *rule);
/* The rules in their order, "red-flag shoe-worn"; "" for none. (transfer full) */
char *hip_test_rules (GPtrArray *warnings);
/* One line each: date, rule, subject, severity and title. (transfer full) */
char *hip_test_lines (GPtrArray *warnings);
char *hip_test_line (HipWarning *warning);

/* With plain spaces for no-break ones. (transfer full) */
char *hip_test_plain (char *text);

gint64 hip_test_number (HipWarning *warning, const char *name);
const char *hip_test_text (HipWarning *warning, const char *name);

/* Asserts what is open on a day, by rules. */
#define hip_test_assert_open(log, iso, expected)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr(GPtrArray) hip_test_warnings_ = hip_test_open_on (log, iso);                         \
    g_autofree char *hip_test_rules_ = hip_test_rules (hip_test_warnings_);                        \
    g_assert_cmpstr (hip_test_rules_, ==, expected);                                               \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
