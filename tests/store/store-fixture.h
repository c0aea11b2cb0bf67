// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include "hip-change.h"
#include "hip-history.h"
#include "hip-store.h"

/* A folder of its own for each test, records to put in, and a look at the file from outside. */

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path; /* of a log that does not exist yet */
  HipDay today;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
char *fixture_build_path (Fixture *fixture, const char *name);
HipStore *fixture_open (Fixture *fixture);

#define ADD_TEST(path, func)                                                                       \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

HipRun *make_run (HipDay date, int distance_m);
HipShoe *make_shoe (const char *name);
gpointer make_least (HipRecordKind kind, HipDay date); /* only what is required */
gpointer make_most (HipRecordKind kind, HipDay date);  /* every field */

/* One change of one record; the record as stored, NULL for a deletion. */
gpointer apply_one (HipStore *store, gpointer before, gpointer after);
HipChange *apply_inverse (HipStore *store, HipChange *change);

GPtrArray *list_records (HipHistory *history);
guint count_records (HipStore *store);
void assert_same_history (HipHistory *a, HipHistory *b);

/* From outside, with a connection of their own. */
sqlite3 *raw_open (const char *path);
void raw_exec (const char *path, const char *sql);
int raw_try (sqlite3 *db, const char *sql);
char *raw_get (const char *path, const char *sql);
GBytes *read_bytes (const char *path);
guint count_files (const char *folder);

G_END_DECLS
