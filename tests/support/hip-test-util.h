// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * HipTestDir:
 *
 * A directory of a test's own. It is gone, with everything in it, when the
 * variable goes out of scope:
 *
 *     g_autoptr(HipTestDir) dir = hip_test_dir_new ();
 *     g_autofree char *file = hip_test_dir_write (dir, "runs.csv", "date,distance_m\n");
 */
typedef struct _HipTestDir HipTestDir;

HipTestDir *hip_test_dir_new (void);
void hip_test_dir_free (HipTestDir *self);
const char *hip_test_dir_get_path (HipTestDir *self);
/* The path of a file or folder in it, there or not. (transfer full) */
char *hip_test_dir_path (HipTestDir *self, const char *name);
/* Writes a text file and returns its path. (transfer full) */
char *hip_test_dir_write (HipTestDir *self, const char *name, const char *contents);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipTestDir, hip_test_dir_free)

/* A file of tests/data, which must be there. (transfer full) */
char *hip_test_data_path (const char *name);
/* A file of the data shared beside the source tree; NULL if it is not there: skip the test.
 * (transfer full) (nullable) */
char *hip_test_shared_path (const char *name);

/* Sets the locale of this program; FALSE if the system has none of that name: skip the test. */
gboolean hip_test_set_locale (const char *name);

/* Asserts that @error is of @domain and @code and that its message has @text in it. */
#define hip_test_assert_error_contains(error, domain, code, text)                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error (error, domain, code);                                                          \
    if (strstr ((error)->message, text) == NULL)                                                   \
      g_assertion_message_cmpstr (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC,                     \
                                  #error "->message contains " #text, (error)->message,            \
                                  "contains", text);                                               \
  }                                                                                                \
  G_STMT_END

#define HIP_TEST_WAIT_SECONDS 20

/* Runs the thread's main context until @condition is true; fails when that takes too long. */
#define hip_test_wait(condition)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    HipTestWait hip_test_wait_;                                                                    \
    hip_test_wait_begin (&hip_test_wait_);                                                         \
    while (!(condition))                                                                           \
      if (!hip_test_wait_step (&hip_test_wait_))                                                   \
        g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC,                          \
                             "waited too long for " #condition);                                   \
    hip_test_wait_end (&hip_test_wait_);                                                           \
  }                                                                                                \
  G_STMT_END

/* What hip_test_wait() is made of. */
typedef struct
{
  GSource *ticker; /* (owned) */
  gint64 deadline;
} HipTestWait;

void hip_test_wait_begin (HipTestWait *wait);
gboolean hip_test_wait_step (HipTestWait *wait);
void hip_test_wait_end (HipTestWait *wait);

G_END_DECLS
