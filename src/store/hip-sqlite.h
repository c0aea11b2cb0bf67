// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

/* SQLite as GLib code likes it: GError, autoptr. Private to the store. */

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

void hip_sqlite_set_error (GError **error, sqlite3 *db, int code);
void hip_sqlite_set_file_error (GError **error, const char *path, int error_number);

sqlite3 *hip_sqlite_open (const char *path, int flags, int busy_timeout_ms, GError **error);
sqlite3 *hip_sqlite_open_immutable (const char *path, GError **error);
sqlite3_stmt *hip_sqlite_prepare (sqlite3 *db, const char *sql, GError **error);
gboolean hip_sqlite_exec (sqlite3 *db, const char *sql, GError **error);
gboolean hip_sqlite_get_int (sqlite3 *db, const char *sql, int *value, GError **error);

gboolean hip_sqlite_vacuum_into (sqlite3 *db, const char *dest, GError **error);
gboolean hip_sqlite_sync (const char *path, GError **error);

G_END_DECLS
