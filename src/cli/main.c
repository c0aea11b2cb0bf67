// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-cli.h"

int
main (int argc, char *argv[])
{
  return hip_cli_run (argc, argv);
}
