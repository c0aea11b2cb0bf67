// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "hip-guide.h"

static const char page_xml[] =
    "<page id=\"cold\" kind=\"relief\">"
    "<title>Cold</title><summary>What cold does to a sore hip.</summary>"
    "<keywords>ice</keywords>"
    "<section kind=\"helps\"><title>How</title>"
    "<p>Read <link page=\"cold\">this page</link> and do <strong>not</strong> hurry.</p>"
    "<list><item>one two three four five six seven</item><item>b</item></list>"
    "<step minutes=\"15-20\" days=\"2\"><title>Ice</title><p>In cloth.</p></step>"
    "<callout kind=\"urgent\"><p>Stop.</p></callout>"
    "<callout kind=\"note\"><p>Note.</p></callout>"
    "<red-flags urgency=\"emergency\"><title>Now</title><item>fall</item></red-flags>"
    "</section>"
    "<see page=\"cold\"/>"
    "<sources><study authors=\"A, B\" journal=\"J\" year=\"2018\"><p>Cold legs.</p></study>"
    "<advice/></sources></page>";

static const char expected[] = "Cold\n"
                               "====\n"
                               "\n"
                               "What cold does to a sore\n"
                               "hip.\n"
                               "\n"
                               "How\n"
                               "---\n"
                               "Read this page [cold] and\n"
                               "do *not* hurry.\n"
                               "\n"
                               "• one two three four five\n"
                               "  six seven\n"
                               "• b\n"
                               "\n"
                               "• Ice (15–20 minutes, for\n"
                               "  2 days)\n"
                               "  In cloth.\n"
                               "\n"
                               "! Stop.\n"
                               "\n"
                               "| Note.\n"
                               "\n"
                               "Now\n"
                               "• fall\n"
                               "\n"
                               "See also\n"
                               "--------\n"
                               "• Cold [cold]\n"
                               "\n"
                               "Sources\n"
                               "-------\n"
                               "• A, B (J, 2018): Cold\n"
                               "  legs.\n"
                               "• Common advice of\n"
                               "  runners, coaches and\n"
                               "  physiotherapists\n";

static void
test_whole_page (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hip-guide-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "cold.xml", NULL);
  g_autoptr (HipGuide) guide = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, page_xml, -1, NULL));
  guide = hip_guide_load_dir (dir, NULL);
  g_assert_nonnull (guide);
  text = hip_guide_page_to_text (guide, hip_guide_get_page (guide, 0), 25);
  g_assert_cmpstr (text, ==, expected);
  g_remove (path);
  g_rmdir (dir);
}

static void
test_widths (void)
{
  HipGuide *guide = hip_guide_get_default ();

  for (guint i = 0; i < hip_guide_get_n_pages (guide); i++)
    {
      g_autofree char *text = hip_guide_page_to_text (guide, hip_guide_get_page (guide, i), 72);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_assert_cmpint (g_utf8_strlen (lines[j], -1), <=, 72);
          g_assert_false (g_str_has_suffix (lines[j], " "));
        }
    }
}

static void
test_unwrapped (void)
{
  HipGuide *guide = hip_guide_get_default ();
  const HipGuidePage *page = hip_guide_lookup (guide, "get-help");
  g_autofree char *text = hip_guide_page_to_text (guide, page, 0);

  g_assert_nonnull (strstr (text, page->summary));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/text/whole-page", test_whole_page);
  g_test_add_func ("/guide/text/widths", test_widths);
  g_test_add_func ("/guide/text/unwrapped", test_unwrapped);
  return g_test_run ();
}
