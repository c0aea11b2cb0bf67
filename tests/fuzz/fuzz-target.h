// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls with one file after another; 0 is for “fine”, and all is unless it crashes,
 * hangs or eats the memory. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
