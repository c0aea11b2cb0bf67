// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-extremes.h"

#include <math.h>

/* Each level sums up so many blocks of the one below. */
#define FANOUT 16

typedef struct
{
  gssize lowest; /* index of the value, -1 if all are NAN */
  gssize highest;
} Block;

struct _HipExtremes
{
  const double *values; /* borrowed */
  gsize n;
  GPtrArray *levels; /* (owned) (element-type GArray of Block): of FANOUT values, of FANOUT² … */
};

static void
add_value (const HipExtremes *self, Block *block, gssize index)
{
  if (index < 0 || isnan (self->values[index]))
    return;
  /* The first of equal ones, whatever the blocks. */
  if (block->lowest < 0 || self->values[index] < self->values[block->lowest])
    block->lowest = index;
  if (block->highest < 0 || self->values[index] > self->values[block->highest])
    block->highest = index;
}

static void
add_block (const HipExtremes *self, Block *block, const Block *other)
{
  add_value (self, block, other->lowest);
  add_value (self, block, other->highest);
}

static GArray *
sum_up_values (const HipExtremes *self)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  for (gsize i = 0; i < self->n; i += FANOUT)
    {
      Block block = { -1, -1 };

      for (gsize j = i; j < MIN (i + FANOUT, self->n); j++)
        add_value (self, &block, (gssize) j);
      g_array_append_val (blocks, block);
    }

  return blocks;
}

static GArray *
sum_up_blocks (const HipExtremes *self, const GArray *below)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  for (guint i = 0; i < below->len; i += FANOUT)
    {
      Block block = { -1, -1 };

      for (guint j = i; j < MIN (i + FANOUT, below->len); j++)
        add_block (self, &block, &g_array_index (below, Block, j));
      g_array_append_val (blocks, block);
    }

  return blocks;
}

/**
 * hip_extremes_new:
 * @values: (array length=n): values, NAN for none; they must stay where they are
 * @n: how many
 *
 * Returns: (transfer full): the extremes of all stretches of @values
 */
HipExtremes *
hip_extremes_new (const double *values, gsize n)
{
  HipExtremes *self;

  g_return_val_if_fail (values != NULL || n == 0, NULL);

  self = g_new0 (HipExtremes, 1);
  self->values = values;
  self->n = n;
  self->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  if (n > FANOUT)
    g_ptr_array_add (self->levels, sum_up_values (self));
  while (self->levels->len > 0
         && ((GArray *) self->levels->pdata[self->levels->len - 1])->len > FANOUT)
    g_ptr_array_add (self->levels,
                     sum_up_blocks (self, self->levels->pdata[self->levels->len - 1]));

  return self;
}

/**
 * hip_extremes_free:
 * @self: (transfer full): extremes
 */
void
hip_extremes_free (HipExtremes *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->levels);
  g_free (self);
}

/* The highest level of which a block begins at @begin and ends before @end; -1 for none. */
static int
find_level (const HipExtremes *self, gsize begin, gsize end, gsize *size)
{
  int level = -1;

  *size = 1;
  while (level + 1 < (int) self->levels->len && begin % (*size * FANOUT) == 0
         && begin + *size * FANOUT <= end)
    {
      *size *= FANOUT;
      level++;
    }

  return level;
}

/**
 * hip_extremes_find:
 * @self: extremes
 * @begin: index of the first value
 * @end: the one after the last
 * @lowest: (out): index of the first of the lowest, -1 if there is no value
 * @highest: (out): index of the first of the highest
 *
 * Finds the extremes of a stretch; what it costs grows with the logarithm of its length.
 */
void
hip_extremes_find (const HipExtremes *self, gsize begin, gsize end, gssize *lowest, gssize *highest)
{
  Block found = { -1, -1 };
  gsize size;

  g_return_if_fail (self != NULL && lowest != NULL && highest != NULL);

  end = MIN (end, self->n);
  for (gsize i = begin; i < end; i += size)
    {
      int level = find_level (self, i, end, &size);

      if (level < 0)
        add_value (self, &found, (gssize) i);
      else
        add_block (self, &found,
                   &g_array_index (((GArray *) self->levels->pdata[level]), Block, i / size));
    }
  *lowest = found.lowest;
  *highest = found.highest;
}
