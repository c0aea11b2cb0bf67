// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hip-history.h"

G_BEGIN_DECLS

const GPtrArray *_hip_history_get_records (const HipHistory *self, HipRecordKind kind);

G_END_DECLS
