// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *hip_sample_get_path (void);
void hip_sample_make_async (GAsyncReadyCallback callback, gpointer user_data);
char *hip_sample_make_finish (GAsyncResult *result, GError **error);

G_END_DECLS
