// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <string.h>

#include <glib.h>

#include "fuzz-target.h"

/* Stands in for libFuzzer where there is none: gives the target every file of its corpus, and each
 * of them many times with something broken in it, always the same. */

#define N_MUTATIONS 1000
#define MAX_BREAKS  8

static void
give (const guint8 *data, gsize length)
{
  /* Of its own, so that reading behind its end is seen by the tools that look for it. */
  g_autofree guint8 *copy = g_memdup2 (data, length);

  g_assert_cmpint (LLVMFuzzerTestOneInput (copy != NULL ? copy : (const guint8 *) "", length), ==,
                   0);
}

static void
break_byte (GRand *rand, guint8 *data, gsize length)
{
  gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) length);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case 1:
      data[at] = (guint8) g_rand_int (rand);
      break;
    case 2:
      data[at] = 0xff;
      break;
    default:
      data[at] = data[g_rand_int_range (rand, 0, (gint32) length)];
      break;
    }
}

static void
mutate (GRand *rand, const guint8 *data, gsize length)
{
  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autofree guint8 *broken = g_memdup2 (data, length);
      gsize cut =
          g_rand_boolean (rand) ? length : (gsize) g_rand_int_range (rand, 0, (gint32) length + 1);

      for (gint32 n = g_rand_int_range (rand, 0, MAX_BREAKS); n > 0; n--)
        break_byte (rand, broken, length);
      give (broken, cut);
    }
}

static void
test_seed (gconstpointer data)
{
  const char *path = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  give ((const guint8 *) contents, length);
  if (length > 0)
    mutate (rand, (const guint8 *) contents, length);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  dir = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/fuzz/", name, NULL);
      char *path = g_build_filename (argv[1], name, NULL);

      g_ptr_array_add (paths, path);
      g_test_add_data_func (test, path, test_seed);
    }
  g_assert_cmpuint (paths->len, >, 0);
  return g_test_run ();
}
