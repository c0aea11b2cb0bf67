// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <adwaita.h>

#include "hip-history.h"

G_BEGIN_DECLS

#define HIP_TYPE_EARLIER_IMPORTS (hip_earlier_imports_get_type ())
G_DECLARE_FINAL_TYPE (HipEarlierImports,
                      hip_earlier_imports,
                      HIP,
                      EARLIER_IMPORTS,
                      AdwPreferencesGroup)

void hip_earlier_imports_show (HipEarlierImports *self, HipHistory *history);

G_END_DECLS
