// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

#include "hip-change.h"
#include "hip-history.h"

G_BEGIN_DECLS

#define HIP_TYPE_LOG (hip_log_get_type ())
G_DECLARE_FINAL_TYPE (HipLog, hip_log, HIP, LOG, GObject)

/* Signal "changed" (HipLog *self, HipChange *change, gboolean is_undo_or_redo):
 * after `history` is notified, before the operation completes. */

HipLog *hip_log_new (const char *path); /* NULL: the default path */

const char *hip_log_get_path (HipLog *self);
HipHistory *hip_log_get_history (HipLog *self); /* never NULL */
gboolean hip_log_get_can_undo (HipLog *self);
gboolean hip_log_get_can_redo (HipLog *self);
const char *hip_log_get_undo_label (HipLog *self); /* NULL if nothing to undo */
const char *hip_log_get_redo_label (HipLog *self);

/* Opens the file, making it if missing, and loads `history`. */
void hip_log_open_async (HipLog *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
gboolean hip_log_open_finish (HipLog *self, GAsyncResult *result, GError **error);

/* (transfer full): the change as applied, new records with their real ids. */
void hip_log_apply_async (HipLog *self,
                          HipChange *change,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
HipChange *hip_log_apply_finish (HipLog *self, GAsyncResult *result, GError **error);

/* (transfer full): the label of what was undone or redone. */
void hip_log_undo_async (HipLog *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
char *hip_log_undo_finish (HipLog *self, GAsyncResult *result, GError **error);
void hip_log_redo_async (HipLog *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
char *hip_log_redo_finish (HipLog *self, GAsyncResult *result, GError **error);

void hip_log_backup_async (HipLog *self,
                           const char *dest,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean hip_log_backup_finish (HipLog *self, GAsyncResult *result, GError **error);

/* Waits until everything asked for is written, then closes the file. */
void hip_log_close (HipLog *self);

G_END_DECLS
