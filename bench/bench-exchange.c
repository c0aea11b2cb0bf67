// SPDX-License-Identifier: GPL-3.0-or-later
/* Files in and out, against programs that do the like: CSV against the sqlite3 shell, activities
 * against gpsbabel; and how much memory reading takes when files grow. Figures are what HipLog takes
 * of what the other takes, both measured in turn in this one run. What is not there is not measured. */
#include "config.h"

#include <locale.h>

#include "exchange-parts.h"

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc == 3 && g_str_equal (argv[1], "--read"))
    {
      hip_exchange_read_alone (argv[2]);
      return 0;
    }
  if (argc != 3)
    {
      g_printerr ("Usage: bench-exchange FOLDER-WITH-REAL-FILES HIPLOG-CLI\n");
      return 2;
    }
  hip_exchange_print_tables ();
  g_print ("\n");
  hip_exchange_print_files (argv[1], argv[2]);
  g_print ("\n");
  hip_exchange_print_memory (argv[0]);
  return 0;
}
