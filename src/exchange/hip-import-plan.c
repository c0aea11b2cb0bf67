// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-import-plan-private.h"

#include <glib/gi18n.h>

#include "hip-import-entries.h"
#include "hip-unknown-table.h"

static void
duplicate_free (gpointer data)
{
  HipImportDuplicate *duplicate = data;

  g_free (duplicate->file);
  hip_record_unref (duplicate->record);
  hip_record_unref (duplicate->met);
  g_free (duplicate);
}

static void
reject_free (gpointer data)
{
  HipImportReject *reject = data;

  g_free (reject->file);
  g_free (reject->reason);
  g_free (reject);
}

static void
name_free (gpointer data)
{
  HipImportName *name = data;

  g_free (name->file);
  g_free (name->name);
  g_free (name);
}

HipImportPlan *
hip_import_plan_new (void)
{
  HipImportPlan *self = g_new0 (HipImportPlan, 1);

  self->duplicates = g_ptr_array_new_with_free_func (duplicate_free);
  self->rejected = g_ptr_array_new_with_free_func (reject_free);
  self->remarks = g_ptr_array_new_with_free_func (reject_free);
  self->sports = g_ptr_array_new_with_free_func (name_free);
  self->unknown_columns = g_ptr_array_new_with_free_func (name_free);
  self->unknown_tables = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_unknown_table_free);
  return self;
}

/**
 * hip_import_plan_free:
 * @self: (nullable): a plan
 *
 * Frees the plan. Its change lives on if it was applied.
 */
void
hip_import_plan_free (HipImportPlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->change, hip_change_unref);
  g_ptr_array_unref (self->duplicates);
  g_ptr_array_unref (self->rejected);
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->sports);
  g_ptr_array_unref (self->unknown_columns);
  hip_import_entries_free (self->entries);
  g_clear_pointer (&self->existing, hip_history_unref);
  g_free (self->name);
  g_ptr_array_unref (self->unknown_tables);
  g_free (self);
}

HipImportDuplicate *
hip_import_plan_add_duplicate (HipImportPlan *self,
                               const char *file,
                               guint line,
                               gpointer record,
                               gpointer met,
                               gboolean in_log,
                               gboolean same_id)
{
  HipImportDuplicate *duplicate = g_new (HipImportDuplicate, 1);

  *duplicate = (HipImportDuplicate) { .file = g_strdup (file),
                                      .line = line,
                                      .record = hip_record_ref (record),
                                      .met = hip_record_ref (met),
                                      .in_log = in_log,
                                      .same_id = same_id,
                                      .decision = HIP_IMPORT_DECISION_SKIP };
  g_ptr_array_add (self->duplicates, duplicate);
  return duplicate;
}

/**
 * hip_import_duplicate_allows:
 * @self: a duplicate
 * @decision: what might become of it
 *
 * Runs of the log may be filled and replaced. Runs, care and answers about red flags may be there
 * twice, but not two runs that the same source gave the same id. A pair's name, and the score of a
 * side and a day, are there once.
 *
 * Returns: whether it can be decided so
 */
gboolean
hip_import_duplicate_allows (const HipImportDuplicate *self, HipImportDecision decision)
{
  HipRecordKind kind;

  g_return_val_if_fail (self != NULL, FALSE);

  kind = ((HipRecord *) self->record)->kind;
  switch (decision)
    {
    case HIP_IMPORT_DECISION_SKIP:
      return TRUE;
    case HIP_IMPORT_DECISION_FILL:
    case HIP_IMPORT_DECISION_REPLACE:
      return kind == HIP_RECORD_RUN && self->in_log;
    case HIP_IMPORT_DECISION_KEEP_BOTH:
      return !self->same_id
             && (kind == HIP_RECORD_RUN || kind == HIP_RECORD_CARE_ENTRY
                 || kind == HIP_RECORD_SCREENING);
    default:
      return FALSE;
    }
}

/* A hostile file could have something wrong in each of many million rows. A reason is one line. */
static void
add_message (GPtrArray *messages, const char *file, guint line, const char *reason)
{
  HipImportReject *message;

  if (messages->len > HIP_IMPORT_MAX_MESSAGES)
    return;
  if (messages->len == HIP_IMPORT_MAX_MESSAGES)
    reason = _ ("There is more like this, which is not listed.");
  message = g_new (HipImportReject, 1);
  *message =
      (HipImportReject) { g_strdup (file), line, g_strdelimit (g_strdup (reason), "\r\n", ' ') };
  g_ptr_array_add (messages, message);
}

void
hip_import_plan_add_reject (HipImportPlan *self, const char *file, guint line, const char *reason)
{
  add_message (self->rejected, file, line, reason);
}

void
hip_import_plan_add_remark (HipImportPlan *self, const char *file, guint line, const char *remark)
{
  add_message (self->remarks, file, line, remark);
}

static void
add_name (GPtrArray *names, const char *name, const char *file)
{
  HipImportName *entry;

  for (guint i = 0; i < names->len; i++)
    {
      entry = g_ptr_array_index (names, i);
      if (g_str_equal (entry->name, name) && g_strcmp0 (entry->file, file) == 0)
        {
          entry->count++;
          return;
        }
    }
  entry = g_new (HipImportName, 1);
  *entry = (HipImportName) { g_strdup (name), g_strdup (file), 1 };
  g_ptr_array_add (names, entry);
}

void
hip_import_plan_add_sport (HipImportPlan *self, const char *sport)
{
  self->n_other_sports++;
  /* A hostile file could name a new one in each row; these are only told. */
  if (self->sports->len < 100)
    add_name (self->sports, sport, NULL);
}

void
hip_import_plan_add_unknown_column (HipImportPlan *self, const char *file, const char *column)
{
  if (self->unknown_columns->len < 1000)
    add_name (self->unknown_columns, column, file);
}

/**
 * hip_import_reject_to_string:
 * @self: a row that was not used
 *
 * Words it as programs do: "runs.csv:12: …".
 *
 * Returns: (transfer full): file, line and reason
 */
char *
hip_import_reject_to_string (const HipImportReject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%s:%u: %s", self->file, self->line, self->reason);
}
