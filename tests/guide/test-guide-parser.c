// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "hip-guide.h"

#define HEAD(id)                                                                                   \
  "<page id=\"" id "\" kind=\"relief\">\n"                                                         \
  "<title>T</title><summary>S</summary><keywords>k, l m</keywords>\n"
#define FOOT              "<sources><advice/></sources>\n</page>\n"
#define SECTION(content)  "<section kind=\"helps\"><title>H</title>" content "</section>\n"
#define PAGE(id, content) HEAD (id) SECTION (content) FOOT

typedef struct
{
  char *dir;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("hip-guide-XXXXXX", NULL);
  g_assert_nonnull (fixture->dir);
}

static void
remove_dir (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_dir (child);
      else
        g_assert_cmpint (g_remove (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_dir (fixture->dir);
  g_free (fixture->dir);
}

static void
put (Fixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static HipGuide *
load (Fixture *fixture)
{
  GError *error = NULL;
  HipGuide *guide = hip_guide_load_dir (fixture->dir, &error);

  g_assert_no_error (error);
  return guide;
}

static void
assert_refused (Fixture *fixture, HipGuideError code, const char *file_and_line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HipGuide) guide = hip_guide_load_dir (fixture->dir, &error);

  g_assert_null (guide);
  g_assert_error (error, HIP_GUIDE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, file_and_line));
}

static const HipGuideBlock *
get_block (HipGuide *guide, guint i)
{
  const HipGuideSection *section = g_ptr_array_index (hip_guide_lookup (guide, "a")->sections, 0);

  g_assert_cmpuint (i, <, section->blocks->len);
  return g_ptr_array_index (section->blocks, i);
}

static void
test_inline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipGuide) guide = NULL;
  const HipGuideItem *item;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  put (fixture, "a.xml",
       PAGE ("a", "<p>\n  Do <strong>not</strong>\n  <em>run</em>, &lt;see\n"
                  "  <link page=\"a\">this\n  page</link>.<!-- gone -->\n</p>"));
  guide = load (fixture);
  item = g_ptr_array_index (get_block (guide, 0)->items, 0);
  text = hip_guide_item_to_text (item);
  markup = hip_guide_item_to_markup (item);
  g_assert_cmpstr (text, ==, "Do not run, <see this page.");
  g_assert_cmpstr (markup, ==,
                   "Do <b>not</b> <i>run</i>, &lt;see <a href=\"hiplog:a\">this page</a>.");
}

static void
test_page_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipGuide) guide = NULL;
  const HipGuidePage *page;

  put (fixture, "a.xml",
       HEAD ("a") "<symptoms areas=\"side  outer-knee\" qualities=\"burning\" "
                  "timings=\"stairs at-night\" onset=\"gradual with-a-pop\" flags=\"fever\" "
                  "surfaces=\"concrete\" grounds=\"cambered\"/>" SECTION (
                      "<p>x</p>") "<see page=\"a\"/>"
                                  "<sources><study authors=\"A, B\" journal=\"J\" year=\"2018\">"
                                  "<p>what</p></study></sources></page>");
  guide = load (fixture);
  page = hip_guide_lookup (guide, "hiplog:a");
  g_assert_true (page == hip_guide_get_page (guide, 0));
  g_assert_cmpint (page->kind, ==, HIP_GUIDE_KIND_RELIEF);
  g_assert_cmpstr (page->keywords[1], ==, "l m");
  g_assert_cmpuint (page->symptoms.areas, ==, HIP_AREA_SIDE | HIP_AREA_OUTER_KNEE);
  g_assert_cmpuint (page->symptoms.qualities, ==, HIP_QUALITY_BURNING);
  g_assert_cmpuint (page->symptoms.timings, ==, HIP_TIMING_STAIRS | HIP_TIMING_AT_NIGHT);
  g_assert_cmpuint (page->symptoms.onsets, ==,
                    1u << (HIP_ONSET_GRADUAL - 1) | 1u << (HIP_ONSET_WITH_A_POP - 1));
  g_assert_cmpuint (page->symptoms.flags, ==, HIP_FLAG_FEVER);
  g_assert_cmpuint (page->symptoms.surfaces, ==, 1u << (HIP_SURFACE_CONCRETE - 1));
  g_assert_cmpuint (page->symptoms.grounds, ==, 1u << (HIP_GROUND_CAMBERED - 1));
  g_assert_cmpstr (page->see[0], ==, "a");
  g_assert_cmpint (((HipGuideSource *) g_ptr_array_index (page->sources, 0))->year, ==, 2018);
  g_assert_nonnull (hip_guide_page_get_section (page, HIP_GUIDE_SECTION_HELPS));
  g_assert_null (hip_guide_page_get_section (page, HIP_GUIDE_SECTION_LOG));
}

static void
test_blocks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipGuide) guide = NULL;
  const HipGuideBlock *step;
  const HipGuideBlock *flags;

  put (fixture, "a.xml",
       PAGE ("a", "<step hold-s=\"30\" reps=\"2-3\" per-side=\"yes\"><title>Lunge</title>"
                  "<p>one</p><p>two</p></step>"
                  "<red-flags urgency=\"soon\"><title>Soon</title>"
                  "<item flags=\"fall swelling\">It</item><item>Is</item></red-flags>"
                  "<callout kind=\"urgent\"><p>Stop</p></callout>"));
  guide = load (fixture);
  step = get_block (guide, 0);
  flags = get_block (guide, 1);
  g_assert_cmpint (step->dose.hold_s.min, ==, 30);
  g_assert_cmpint (step->dose.hold_s.max, ==, 30);
  g_assert_cmpint (step->dose.reps.min, ==, 2);
  g_assert_cmpint (step->dose.reps.max, ==, 3);
  g_assert_cmpint (step->dose.minutes.max, ==, 0);
  g_assert_true (step->dose.per_side);
  g_assert_null (step->picture);
  g_assert_cmpuint (step->items->len, ==, 2);
  g_assert_cmpint (flags->urgency, ==, HIP_GUIDE_URGENCY_SOON);
  g_assert_cmpuint (((HipGuideItem *) g_ptr_array_index (flags->items, 0))->flags, ==,
                    HIP_FLAG_FALL | HIP_FLAG_SWELLING);
  g_assert_cmpint (get_block (guide, 2)->callout, ==, HIP_GUIDE_CALLOUT_URGENT);
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autofree char *pictures = g_build_filename (fixture->dir, "pictures", NULL);
  g_autoptr (HipGuide) guide = NULL;
  const HipGuideBlock *step;

  g_assert_cmpint (g_mkdir (pictures, 0755), ==, 0);
  put (fixture, "pictures/bridge.svg", "<svg/>");
  put (fixture, "a.xml",
       PAGE ("a", "<step picture=\"bridge\" seconds=\"40-60\"><title>t</title><p>x</p></step>"));
  guide = load (fixture);
  step = get_block (guide, 0);
  g_assert_cmpstr (step->picture, ==, "bridge");
  g_assert_cmpint (step->dose.seconds.min, ==, 40);
  g_assert_cmpint (step->dose.seconds.max, ==, 60);

  /* Only what lies in the folder itself, and is a picture, can be meant. */
  put (fixture, "a.xml",
       PAGE ("a", "<step picture=\"bridge.svg\" reps=\"1\"><title>t</title><p>x</p></step>"));
  assert_refused (fixture, HIP_GUIDE_ERROR_LINK, "a.xml:3:");
  put (fixture, "a.xml",
       PAGE ("a", "<step picture=\"../pictures/bridge\" reps=\"1\"><title>t</title><p>x</p>"
                  "</step>"));
  assert_refused (fixture, HIP_GUIDE_ERROR_LINK, "a.xml:3:");
}

/* On a page, for all its exercises; on a step, for that one alone. */
static void
test_routine (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipGuide) guide = NULL;

  put (fixture, "a.xml",
       "<page id=\"a\" kind=\"relief\" routine=\"foam-rolling\">"
       "<title>T</title><summary>S</summary><keywords>k</keywords>" SECTION (
           "<step routine=\"heat\" minutes=\"15\"><title>t</title><p>x</p></step>"
           "<step minutes=\"15\"><title>t</title><p>x</p></step>") FOOT);
  put (fixture, "b.xml", PAGE ("b", "<p>x</p>"));
  guide = load (fixture);
  g_assert_cmpint (hip_guide_lookup (guide, "a")->routine, ==, HIP_CARE_FOAM_ROLLING);
  g_assert_cmpint (hip_guide_lookup (guide, "b")->routine, ==, 0);
  g_assert_cmpint (get_block (guide, 0)->routine, ==, HIP_CARE_HEAT);
  g_assert_cmpint (get_block (guide, 1)->routine, ==, 0);
}

/* What can be done there and then, and what is only an advice. */
static void
test_dose_is_exercise (void)
{
  const HipGuideDose exercises[] = {
    { .minutes = { 1, 1 } }, { .seconds = { 1, 1 } }, { .hold_s = { 1, 1 } }, { .reps = { 1, 1 } }
  };
  const HipGuideDose advice = { .sets = { 1, 1 },
                                .every_h = { 1, 1 },
                                .per_week = { 1, 1 },
                                .days = { 1, 1 },
                                .weeks = { 1, 1 },
                                .percent = { 1, 1 },
                                .per_side = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (exercises); i++)
    g_assert_true (hip_guide_dose_is_exercise (&exercises[i]));
  g_assert_false (hip_guide_dose_is_exercise (&advice));
}

static void
test_dose_text (void)
{
  const HipGuideDose none = { 0 };
  const HipGuideDose ice = { .minutes = { 15, 20 }, .every_h = { 3, 4 }, .days = { 2, 2 } };
  const HipGuideDose stretch = { .hold_s = { 30, 30 }, .reps = { 1, 1 }, .per_side = TRUE };
  const HipGuideDose week = { .percent = { 60, 60 }, .weeks = { 1, 1 } };
  g_autofree char *none_text = hip_guide_dose_to_text (&none);
  g_autofree char *ice_text = hip_guide_dose_to_text (&ice);
  g_autofree char *stretch_text = hip_guide_dose_to_text (&stretch);
  const HipGuideDose swing = { .seconds = { 40, 60 }, .per_side = TRUE };
  const HipGuideDose blink = { .seconds = { 1, 1 } };
  g_autofree char *week_text = hip_guide_dose_to_text (&week);
  g_autofree char *swing_text = hip_guide_dose_to_text (&swing);
  g_autofree char *blink_text = hip_guide_dose_to_text (&blink);

  g_assert_cmpstr (none_text, ==, "");
  g_assert_cmpstr (ice_text, ==, "15–20 minutes, every 3–4 hours, for 2 days");
  g_assert_cmpstr (stretch_text, ==, "held for 30 seconds, 1 time, on each side");
  g_assert_cmpstr (week_text, ==, "60 % of your usual distance, for 1 week");
  g_assert_cmpstr (swing_text, ==, "40–60 seconds, on each side");
  g_assert_cmpstr (blink_text, ==, "1 second");
}

/* Each breaks one thing; the message has to name the file and the line it is on. */
static const struct
{
  const char *what;
  HipGuideError code;
  const char *line;
  const char *content;
} broken[] = {
  { "not-xml", HIP_GUIDE_ERROR_SYNTAX, "a.xml:1:", "hello" },
  { "empty", HIP_GUIDE_ERROR_SYNTAX, "a.xml:1:", "" },
  { "unclosed", HIP_GUIDE_ERROR_SYNTAX, "a.xml:3:", HEAD ("a") "<section></p>" },
  { "other-root", HIP_GUIDE_ERROR_INVALID, "a.xml:1:", "<html/>" },
  { "no-id", HIP_GUIDE_ERROR_INVALID, "a.xml:1:", "<page kind=\"help\"/>" },
  { "wrong-kind", HIP_GUIDE_ERROR_INVALID, "a.xml:1:", "<page id=\"a\" kind=\"novel\"/>" },
  { "other-id", HIP_GUIDE_ERROR_INVALID, "a.xml:1:", PAGE ("b", "<p>x</p>") },
  { "no-sections", HIP_GUIDE_ERROR_INVALID, "a.xml:1:", HEAD ("a") FOOT },
  { "no-sources", HIP_GUIDE_ERROR_INVALID, "a.xml:1:", HEAD ("a") SECTION ("<p>x</p>") "</page>" },
  { "no-blocks", HIP_GUIDE_ERROR_INVALID, "a.xml:3:", PAGE ("a", "") },
  { "unknown-element", HIP_GUIDE_ERROR_INVALID, "a.xml:4:", PAGE ("a", "<p>x</p>\n<blink/>") },
  { "unknown-inline", HIP_GUIDE_ERROR_INVALID, "a.xml:4:", PAGE ("a", "<p>x\n<u>y</u></p>") },
  { "stray-text", HIP_GUIDE_ERROR_INVALID, "a.xml:3:", PAGE ("a", "<p>x</p>stray") },
  { "empty-paragraph", HIP_GUIDE_ERROR_INVALID, "a.xml:3:", PAGE ("a", "<p/>") },
  { "two-titles", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", HEAD ("a") "<title>U</title>" SECTION ("<p>x</p>") FOOT },
  { "wrong-section", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", HEAD ("a") "<section kind=\"odd\"><title>H</title><p>x</p></section>" FOOT },
  { "wrong-area", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", HEAD ("a") "<symptoms areas=\"front elbow\"/>" SECTION ("<p>x</p>") FOOT },
  { "wrong-dose", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", PAGE ("a", "<step minutes=\"20-15\"><title>t</title><p>x</p></step>") },
  { "worded-dose", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", PAGE ("a", "<step minutes=\"some\"><title>t</title><p>x</p></step>") },
  { "worded-seconds", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", PAGE ("a", "<step seconds=\"40 s\"><title>t</title><p>x</p></step>") },
  { "no-such-picture", HIP_GUIDE_ERROR_LINK, "a.xml:4:",
    PAGE ("a", "<p>x</p>\n<step picture=\"y\" reps=\"8\"><title>t</title><p>x</p></step>") },
  { "empty-picture", HIP_GUIDE_ERROR_LINK,
    "a.xml:3:", PAGE ("a", "<step picture=\"\" reps=\"8\"><title>t</title><p>x</p></step>") },
  { "picture-without-dose", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", PAGE ("a", "<step picture=\"y\"><title>t</title><p>x</p></step>") },
  { "picture-of-advice", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", PAGE ("a", "<step picture=\"y\" per-week=\"1\"><title>t</title><p>x</p></step>") },
  { "wrong-routine", HIP_GUIDE_ERROR_INVALID, "a.xml:1:",
    "<page id=\"a\" kind=\"relief\" routine=\"jogging\">\n"
    "<title>T</title><summary>S</summary><keywords>k</keywords>" SECTION ("<p>x</p>") FOOT },
  { "wrong-step-routine", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", PAGE ("a", "<step routine=\"\" minutes=\"15\"><title>t</title><p>x</p></step>") },
  { "routine-without-dose", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", PAGE ("a", "<step routine=\"ice\" days=\"2\"><title>t</title><p>x</p></step>") },
  { "step-without-title", HIP_GUIDE_ERROR_INVALID,
    "a.xml:3:", PAGE ("a", "<step><p>x</p></step>") },
  { "wrong-urgency", HIP_GUIDE_ERROR_INVALID, "a.xml:3:",
    PAGE ("a", "<red-flags urgency=\"soonish\"><title>t</title><item>x</item></red-flags>") },
  { "study-without-year", HIP_GUIDE_ERROR_INVALID, "a.xml:4:",
    HEAD ("a") SECTION ("<p>x</p>") "<sources><study authors=\"A\" journal=\"J\"><p>w</p></study>"
                                    "</sources></page>" },
  { "dead-link", HIP_GUIDE_ERROR_LINK,
    "a.xml:4:", PAGE ("a", "<p>See\n<link page=\"gone\">there</link></p>") },
  { "dead-see", HIP_GUIDE_ERROR_LINK,
    "a.xml:4:", HEAD ("a") SECTION ("<p>x</p>") "<see page=\"gone\"/>" FOOT },
  { "doctype", HIP_GUIDE_ERROR_SYNTAX,
    "a.xml:2:", "<?xml version=\"1.0\"?>\n<!DOCTYPE page>\n" PAGE ("a", "<p>x</p>") },
  { "outside-entity", HIP_GUIDE_ERROR_SYNTAX, "a.xml:1:",
    "<!DOCTYPE page [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n" PAGE ("a", "<p>&x;</p>") },
  { "entity-bomb", HIP_GUIDE_ERROR_SYNTAX, "a.xml:1:",
    "<!DOCTYPE page [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
    "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]>\n" PAGE (
        "a",
        "<p>&f;&f;&f;&f;</p>") },
  { "undeclared-entity", HIP_GUIDE_ERROR_SYNTAX, "a.xml:3:", PAGE ("a", "<p>&nbsp;</p>") },
};

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  put (fixture, "a.xml", broken[i].content);
  assert_refused (fixture, broken[i].code, broken[i].line);
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *filler = g_strnfill (1024 * 1024, ' ');
  g_autofree char *content = g_strconcat (filler, PAGE ("a", "<p>x</p>"), NULL);

  put (fixture, "a.xml", content);
  assert_refused (fixture, HIP_GUIDE_ERROR_SYNTAX, "a.xml:1:");
}

static void
test_missing_dir (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hip_guide_load_dir ("/nonexistent/guide", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_broken_translation (Fixture *fixture, gconstpointer data)
{
  g_setenv ("LANGUAGE", "de", TRUE);
  put (fixture, "a.xml", PAGE ("a", "<p>x</p>\n<p xml:lang=\"de\">&lt;em&gt;x</p>"));
  assert_refused (fixture, HIP_GUIDE_ERROR_INVALID, "a.xml:4:");
  put (fixture, "a.xml",
       PAGE ("a", "<p>x</p>\n<p xml:lang=\"de\">&lt;link page=\"gone\"&gt;x&lt;/link&gt;</p>"));
  assert_refused (fixture, HIP_GUIDE_ERROR_LINK, "a.xml:4:");
  g_unsetenv ("LANGUAGE");
}

static void
test_back_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HipGuide) guide = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GPtrArray) links = NULL;

  put (fixture, "a.xml", PAGE ("a", "<p>x <link page=\"a\">me</link></p>"));
  put (fixture, "b.xml",
       PAGE ("b", "<p>y <link page=\"a\">a</link> <link page=\"a\">a</link></p>"));
  put (fixture, "c.xml", HEAD ("c") SECTION ("<p>x</p>") "<see page=\"a\"/>" FOOT);
  put (fixture, "d.xml", PAGE ("d", "<p>x</p>"));
  put (fixture, "notes.txt", "not a page");
  guide = load (fixture);
  back = hip_guide_get_back_links (guide, "a");
  links = hip_guide_page_get_links (hip_guide_lookup (guide, "b"));
  g_assert_cmpuint (hip_guide_get_n_pages (guide), ==, 4);
  g_assert_cmpuint (back->len, ==, 2);
  g_assert_cmpstr (((HipGuidePage *) g_ptr_array_index (back, 0))->id, ==, "b");
  g_assert_cmpstr (((HipGuidePage *) g_ptr_array_index (back, 1))->id, ==, "c");
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_null (hip_guide_lookup (guide, "z"));
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/guide/parser/inline", test_inline);
  ADD ("/guide/parser/page-fields", test_page_fields);
  ADD ("/guide/parser/blocks", test_blocks);
  ADD ("/guide/parser/picture", test_picture);
  ADD ("/guide/parser/routine", test_routine);
  ADD ("/guide/parser/too-large", test_too_large);
  ADD ("/guide/parser/broken-translation", test_broken_translation);
  ADD ("/guide/parser/back-links", test_back_links);
  g_test_add_func ("/guide/parser/dose-is-exercise", test_dose_is_exercise);
  g_test_add_func ("/guide/parser/dose-text", test_dose_text);
  g_test_add_func ("/guide/parser/missing-dir", test_missing_dir);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/guide/parser/broken/%s", broken[i].what);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_broken, tear_down);
    }
  return g_test_run ();
}
