// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "hip-guide.h"

/* argv: the sample page after msgfmt --xml has put its German beside the English. */
static const char *merged;

static HipGuidePage *
load_sample (const char *language)
{
  g_autofree char *dir = g_path_get_dirname (merged);
  g_autoptr(HipGuide) guide = NULL;
  GError *error = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  guide = hip_guide_load_dir (dir, &error);
  g_assert_no_error (error);
  g_unsetenv ("LANGUAGE");
  return hip_guide_page_ref (hip_guide_lookup (guide, "sample"));
}

static char *
dup_text (const HipGuidePage *page, guint block, guint item)
{
  const HipGuideSection *section = g_ptr_array_index (page->sections, 0);
  const HipGuideBlock *found = g_ptr_array_index (section->blocks, block);

  return hip_guide_item_to_text (g_ptr_array_index (found->items, item));
}

static void
test_german (void)
{
  g_autoptr(HipGuidePage) page = load_sample ("de_DE:de");
  g_autofree char *paragraph = dup_text (page, 0, 0);
  g_autofree char *first = dup_text (page, 1, 0);
  g_autofree char *second = dup_text (page, 1, 1);
  const HipGuideSection *section = g_ptr_array_index (page->sections, 0);
  const HipGuideBlock *block = g_ptr_array_index (section->blocks, 0);
  const HipGuideItem *item = g_ptr_array_index (block->items, 0);
  g_autofree char *markup = hip_guide_item_to_markup (item);

  g_assert_cmpstr (page->title, ==, "Kälte und Wärme");
  g_assert_cmpstr (page->keywords[1], ==, "Kühlbeutel");
  g_assert_cmpstr (paragraph, ==, "Wickle das Eis in Stoff und lies zuerst diese Seite.");
  g_assert_cmpstr (markup, ==,
                   "Wickle das Eis in <i>Stoff</i> und lies zuerst "
                   "<a href=\"hiplog:sample\">diese Seite</a>.");
  /* What nobody translated stays as it was. */
  g_assert_cmpstr (page->summary, ==, "What cold does.");
  g_assert_cmpstr (first, ==, "First");
  g_assert_cmpstr (second, ==, "Zweitens");
  g_assert_cmpuint (section->blocks->len, ==, 3);
}

static void
test_english (void)
{
  g_autoptr(HipGuidePage) page = load_sample ("en_GB:de");
  g_autoptr(HipGuidePage) french = load_sample ("fr");
  g_autofree char *second = dup_text (page, 1, 1);

  /* Whoever prefers English to German gets the original, and so does everybody else. */
  g_assert_cmpstr (page->title, ==, "Cold and warm");
  g_assert_cmpstr (second, ==, "Second");
  g_assert_cmpstr (french->title, ==, "Cold and warm");
}

static void
test_dose_is_kept (void)
{
  g_autoptr(HipGuidePage) page = load_sample ("de");
  const HipGuideSection *section = g_ptr_array_index (page->sections, 0);
  const HipGuideBlock *step = g_ptr_array_index (section->blocks, 2);
  g_autofree char *text = dup_text (page, 2, 0);

  g_assert_cmpint (step->kind, ==, HIP_GUIDE_BLOCK_STEP);
  g_assert_cmpint (step->dose.minutes.min, ==, 15);
  g_assert_cmpint (step->dose.every_h.max, ==, 4);
  g_assert_cmpstr (text, ==, "Nicht auf bloße Haut.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  merged = argv[1];
  g_test_add_func ("/guide/translation/german", test_german);
  g_test_add_func ("/guide/translation/english", test_english);
  g_test_add_func ("/guide/translation/dose-is-kept", test_dose_is_kept);
  return g_test_run ();
}
