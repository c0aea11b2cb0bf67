// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-change.h"
#include "hip-history.h"

G_BEGIN_DECLS

/** HIP_STORE_APPLICATION_ID: "HipL", the mark of a log among SQLite files. */
#define HIP_STORE_APPLICATION_ID 0x4869704c

#define HIP_STORE_ERROR (hip_store_error_quark ())

typedef enum
{
  HIP_STORE_ERROR_FAILED,    /* input, output or permission; the message says which */
  HIP_STORE_ERROR_NOT_FOUND, /* there is no such file */
  HIP_STORE_ERROR_NOT_A_LOG, /* some other file */
  HIP_STORE_ERROR_CORRUPT,   /* a log, but damaged */
  HIP_STORE_ERROR_NEWER,     /* written by a newer HipLog; left untouched */
  HIP_STORE_ERROR_LOCKED,    /* another program is writing to it */
  HIP_STORE_ERROR_READ_ONLY, /* it may not be written to */
  HIP_STORE_ERROR_FULL,      /* no room on the disk */
  HIP_STORE_ERROR_CONFLICT,  /* the log is no longer as the change expects it */
  HIP_STORE_ERROR_DUPLICATE, /* a second pair of a name, a second score of a side and day */
} HipStoreError;

GQuark hip_store_error_quark (void);

typedef enum
{
  HIP_STORE_OPEN_NONE = 0,
  HIP_STORE_OPEN_CREATE = 1 << 0,    /* make folder (0700) and file (0600) if missing */
  HIP_STORE_OPEN_READ_ONLY = 1 << 1, /* nothing is written; a log on a read-only medium opens too */
} HipStoreOpenFlags;

/**
 * HipStore:
 *
 * The log's file, open. Synchronous, and to be used from the one thread that
 * opened it; [class@Log] is the asynchronous front.
 */
typedef struct _HipStore HipStore;

char *hip_store_default_path (void);

HipStore *hip_store_open (const char *path, HipStoreOpenFlags flags, GError **error);
void hip_store_close (HipStore *self);

HipHistory *hip_store_load (HipStore *self, GError **error);
HipChange *hip_store_apply (HipStore *self, const HipChange *change, HipDay today, GError **error);

gboolean hip_store_backup (HipStore *self, const char *dest, GError **error);
gboolean hip_store_restore (const char *backup, const char *path, char **kept_as, GError **error);
/* (element-type utf8) (transfer container): sentences; empty when all is well. */
GPtrArray *hip_store_check (HipStore *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HipStore, hip_store_close)

G_END_DECLS
