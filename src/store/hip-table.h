// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-record.h"
#include "hip-sqlite.h"

/* How each kind of record lies in its table. Private to the store. */

G_BEGIN_DECLS

typedef enum
{
  HIP_COLUMN_INT32, /* HIP_UNSET is NULL */
  HIP_COLUMN_INT64, /* any number */
  HIP_COLUMN_LINK,  /* the id of another record; 0 is NULL */
  HIP_COLUMN_DAY,   /* ISO date; HIP_DAY_NONE is NULL */
  HIP_COLUMN_TEXT,  /* NULL when empty */
  HIP_COLUMN_FLAG,  /* 0 or 1 */
  HIP_COLUMN_WORD,  /* a word of the vocabulary; value 0 is NULL */
  HIP_COLUMN_SIDE,  /* a word too, but its values count from 0 */
  HIP_COLUMN_SET,   /* "word;word"; the empty set is NULL */
} HipColumnType;

typedef struct
{
  const char *name;
  HipColumnType type;
  gsize offset; /* of the field in the record */
  const HipVocabulary *(*get_vocabulary) (void);
  HipRecordKind link; /* what kind a LINK points to */
} HipColumn;

typedef struct
{
  HipRecordKind kind;
  const char *name;
  const HipColumn *columns; /* all but the id */
  guint n_columns;
} HipTable;

const HipTable *hip_table_get (HipRecordKind kind);

char *hip_table_get_insert_sql (const HipTable *self, guint n_rows);
char *hip_table_get_update_sql (const HipTable *self);
char *hip_table_get_delete_sql (const HipTable *self);
char *hip_table_get_select_sql (const HipTable *self, gboolean one);

void
hip_table_bind (const HipTable *self, sqlite3_stmt *statement, guint row, gconstpointer record);
gpointer hip_table_read (const HipTable *self, sqlite3_stmt *statement, GError **error);

G_END_DECLS
