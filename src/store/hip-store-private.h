// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-schema-private.h"
#include "hip-sqlite.h"
#include "hip-store.h"
#include "hip-table.h"

/* Shared by the files of HipStore; tests set schema and patience. */

G_BEGIN_DECLS

/* Beside the public flags: an older schema is fine as it is. */
#define HIP_STORE_OPEN_ANY_VERSION (1 << 8)

#define HIP_STORE_BUSY_TIMEOUT_MS 3000

typedef enum
{
  HIP_STATEMENT_INSERT,
  HIP_STATEMENT_INSERT_MANY, /* HIP_STORE_ROWS_AT_ONCE */
  HIP_STATEMENT_UPDATE,
  HIP_STATEMENT_DELETE,
  HIP_STATEMENT_SELECT_ONE,
  HIP_STATEMENT_SELECT_ALL,
} HipStatementType;
#define HIP_N_STATEMENT_TYPES 6

#define HIP_STORE_ROWS_AT_ONCE 64

struct _HipStore
{
  char *path;      /* (owned) */
  sqlite3 *db;     /* (owned) */
  GThread *thread; /* (unowned): the one that may use it */
  gboolean is_read_only;

  /* (owned) (nullable): prepared when first needed */
  sqlite3_stmt *statements[HIP_N_RECORD_KINDS][HIP_N_STATEMENT_TYPES];
};

HipStore *hip_store_open_full (const char *path,
                               HipStoreOpenFlags flags,
                               const HipSchema *schema,
                               int busy_timeout_ms,
                               GError **error);

gboolean hip_store_restore_full (const char *backup,
                                 const char *path,
                                 int busy_timeout_ms,
                                 char **kept_as,
                                 GError **error);

/* A prepared statement of the store, given back ready for its next use. */
typedef sqlite3_stmt HipStatement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipStatement, sqlite3_reset)

typedef void (*HipRowFunc) (const HipTable *table, sqlite3_stmt *statement, gpointer data);

HipStatement *
hip_store_get_statement (HipStore *self, HipRecordKind kind, HipStatementType type, GError **error);
gboolean hip_store_end_transaction (HipStore *self, gboolean success, GError **error);
gboolean hip_store_for_each_row (HipStore *self,
                                 HipRecordKind kind,
                                 HipRowFunc func,
                                 gpointer data,
                                 GError **error);
gboolean hip_store_check_file (HipStore *self, GPtrArray *problems, GError **error);

#define hip_store_assert_thread(self) g_assert ((self)->thread == g_thread_self ())

G_END_DECLS
