// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of the bench of files in and out. Each prints what it found. */

/* Against the sqlite3 shell. */
void hip_exchange_print_tables (void);
/* Against gpsbabel. @data: the folder of real files; @cli: hiplog-cli. */
void hip_exchange_print_files (const char *data, const char *cli);
/* @self: this program, which reads each file in a process of its own. */
void hip_exchange_print_memory (const char *self);
/* That process: reads @path and prints its peak memory in KiB. */
void hip_exchange_read_alone (const char *path);

G_END_DECLS
