// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "fuzz-import.h"
#include "fuzz-target.h"
#include "hip-csv-format.h"

/* Takes the data for CSV of any format. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  fuzz_import (hip_csv_format_read, data, size);
  return 0;
}
