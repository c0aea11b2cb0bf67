// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date as Strava writes it, in any of its languages. (transfer full), UTC, or NULL. */
GDateTime *hip_strava_parse_date (const char *text);

G_END_DECLS
