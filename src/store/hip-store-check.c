// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-store-private.h"

#include <glib/gi18n.h>

typedef struct
{
  GPtrArray *problems; /* (unowned) (element-type utf8) */
  HipDay last_day;
} Check;

static void
check_row (const HipTable *table, sqlite3_stmt *statement, gpointer data)
{
  Check *check = data;
  g_autoptr (GError) error = NULL;
  HipRecord *record = hip_table_read (table, statement, &error);

  if (record == NULL)
    g_ptr_array_add (check->problems, g_strdup (error->message));
  else if (!hip_record_validate (record, check->last_day, &error))
    g_ptr_array_add (check->problems,
                     /* Translators: a number, the name of a table of the file, a reason. */
                     g_strdup_printf (_ ("Row %1$lld of “%2$s”: %3$s"), (long long) record->id,
                                      table->name, error->message));

  g_clear_pointer (&record, hip_record_unref);
}

static char *
describe_integrity (sqlite3_stmt *statement)
{
  const char *text = (const char *) sqlite3_column_text (statement, 0);

  if (g_strcmp0 (text, "ok") == 0)
    return NULL;
  /* Translators: %s is technical and not translated. */
  return g_strdup_printf (_ ("The file is damaged: %s."), text);
}

static char *
describe_foreign_key (sqlite3_stmt *statement)
{
  return g_strdup_printf (
      /* Translators: a number, then two names of tables of the file. */
      _ ("Row %1$lld of “%2$s” refers to a row of “%3$s” that is not there."),
      (long long) sqlite3_column_int64 (statement, 1), sqlite3_column_text (statement, 0),
      sqlite3_column_text (statement, 2));
}

static gboolean
check_pragma (HipStore *self,
              const char *sql,
              char *(*describe) (sqlite3_stmt *),
              GPtrArray *problems,
              GError **error)
{
  g_autoptr (sqlite3_stmt) statement = hip_sqlite_prepare (self->db, sql, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      char *problem = describe (statement);

      if (problem != NULL)
        g_ptr_array_add (problems, problem);
    }

  if (rc != SQLITE_DONE)
    hip_sqlite_set_error (error, self->db, rc);
  return rc == SQLITE_DONE;
}

/* A damaged file is a finding, not a failure of the check. */
static gboolean
accept_damage (GPtrArray *problems, GError *damage, GError **error)
{
  if (damage == NULL)
    return TRUE;

  if (g_error_matches (damage, HIP_STORE_ERROR, HIP_STORE_ERROR_CORRUPT))
    {
      if (!g_ptr_array_find_with_equal_func (problems, damage->message, g_str_equal, NULL))
        g_ptr_array_add (problems, g_strdup (damage->message));
      g_error_free (damage);
      return TRUE;
    }

  g_propagate_error (error, damage);
  return FALSE;
}

static gboolean
check_records (HipStore *self, GPtrArray *problems, GError **error)
{
  /* Who flew west may have runs of tomorrow. */
  Check check = { .problems = problems, .last_day = hip_day_today () + 1 };

  for (guint kind = 0; kind < HIP_N_RECORD_KINDS; kind++)
    {
      GError *damage = NULL;

      hip_store_for_each_row (self, kind, check_row, &check, &damage);
      if (!accept_damage (problems, damage, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hip_store_check_file: (skip)
 * @self: the store
 * @problems: (element-type utf8): where sentences are added
 * @error: return location
 *
 * Checks the file without looking at what the records say.
 *
 * Returns: whether the check could be done
 */
gboolean
hip_store_check_file (HipStore *self, GPtrArray *problems, GError **error)
{
  GError *damage = NULL;

  check_pragma (self, "PRAGMA integrity_check", describe_integrity, problems, &damage);
  if (!accept_damage (problems, damage, error))
    return FALSE;

  damage = NULL;
  check_pragma (self, "PRAGMA foreign_key_check", describe_foreign_key, problems, &damage);
  return accept_damage (problems, damage, error);
}

/**
 * hip_store_check:
 * @self: the store
 * @error: return location for a #HipStoreError
 *
 * Looks for damage in the file, for links that lead nowhere, and for records
 * that could not have been entered.
 *
 * Returns: (transfer container) (element-type utf8): a sentence for each
 *   problem; empty when all is well; %NULL if the check could not be done
 */
GPtrArray *
hip_store_check (HipStore *self, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);
  hip_store_assert_thread (self);

  if (!hip_store_check_file (self, problems, error) || !check_records (self, problems, error))
    return NULL;

  return g_steal_pointer (&problems);
}
