// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-record.h"

G_BEGIN_DECLS

/** HipOstrcVersion: which of the two questionnaires of the Oslo Sports Trauma Research Center. */
typedef enum
{
  HIP_OSTRC_1, /* Clarsen 2013: 0, 8, 17, 25, and 0, 6, 13, 19, 25 for the second and third */
  HIP_OSTRC_2, /* Clarsen 2020: 0, 8, 17, 25 */
} HipOstrcVersion;

/** HipOstrc: one week's answers about one problem; HIP_UNSET where there is none. */
typedef struct
{
  gint32 participation;
  gint32 modified_training;
  gint32 performance;
  gint32 pain;
} HipOstrc;

/* All: HIP_UNSET where the answers do not tell; 0 and 1 for no and yes. */
gint32 hip_ostrc_is_problem (const HipOstrc *self);
gint32 hip_ostrc_is_substantial (const HipOstrc *self, HipOstrcVersion version);
gint32 hip_ostrc_get_severity (const HipOstrc *self); /* 0 to 100 */
/* Weeks of a case in which the athlete took no part. */
guint hip_ostrc_count_time_loss (const HipOstrc *weeks, gsize n);

G_END_DECLS
