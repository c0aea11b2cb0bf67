// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include <string.h>

#include <gio/gio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "hip-guide.h"

#define NAMESPACE "http://www.w3.org/2000/svg"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static void
visit_section (const HipGuideSection *section, GFunc visit, gpointer data)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      HipGuideBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind == HIP_GUIDE_BLOCK_STEP)
        visit (block, data);
    }
}

static void
visit_steps (GFunc visit, gpointer data)
{
  HipGuide *guide = hip_guide_get_default ();

  for (guint i = 0; i < hip_guide_get_n_pages (guide); i++)
    {
      const HipGuidePage *page = hip_guide_get_page (guide, i);

      g_test_message ("%s", page->id);
      for (guint j = 0; j < page->sections->len; j++)
        visit_section (g_ptr_array_index (page->sections, j), visit, data);
    }
}

static void
check_step_cb (gpointer item, gpointer data)
{
  const HipGuideBlock *step = item;
  guint *n_exercises = data;

  g_test_message ("%s", step->title);
  g_assert_cmpint (step->picture != NULL, ==, hip_guide_dose_is_exercise (&step->dose));
  *n_exercises += step->picture != NULL;
}

/* What is to be done says how much, and shows how. */
static void
test_exercises (void)
{
  guint n_exercises = 0;

  visit_steps (check_step_cb, &n_exercises);
  g_assert_cmpuint (n_exercises, >=, 60);
}

/* The pages that are done from top to bottom, and how many exercises each has. */
static void
test_pages (void)
{
  static const struct
  {
    const char *page;
    guint n_exercises;
  } pages[] = {
    { "warm-up", 13 }, { "cool-down", 5 },     { "stretching", 6 },
    { "mobility", 4 }, { "strength-hips", 9 }, { "strength-core", 5 },
    { "balance", 3 },  { "foam-rolling", 3 },  { "running-form-drills", 5 },
    { "ice-heat", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const HipGuidePage *page = hip_guide_lookup (hip_guide_get_default (), pages[i].page);
      guint n_exercises = 0;

      g_test_message ("%s", page->id);
      visit_section (hip_guide_page_get_section (page, HIP_GUIDE_SECTION_HELPS), check_step_cb,
                     &n_exercises);
      g_assert_cmpuint (n_exercises, ==, pages[i].n_exercises);
    }
}

static void
collect_picture_cb (gpointer item, gpointer data)
{
  const HipGuideBlock *step = item;

  if (step->picture != NULL)
    g_hash_table_add (data, step->picture);
}

/* (transfer full): the names of the pictures that were drawn */
static GPtrArray *
list_drawn (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "guide", "pictures", NULL);
  GPtrArray *drawn = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".svg"))
      g_ptr_array_add (drawn, g_strndup (name, strlen (name) - strlen (".svg")));
  return drawn;
}

static char *
load_picture (const char *name, gsize *length)
{
  g_autofree char *uri = hip_guide_picture_to_uri (name);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  GError *error = NULL;
  char *content = NULL;

  g_file_load_contents (file, NULL, &content, length, NULL, &error);
  g_assert_no_error (error);
  return content;
}

/* Every picture that was drawn is built in and used, and nothing else is. */
static void
test_used (void)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) drawn = list_drawn ();

  visit_steps (collect_picture_cb, used);
  g_assert_cmpuint (drawn->len, ==, g_hash_table_size (used));
  for (guint i = 0; i < drawn->len; i++)
    {
      const char *name = g_ptr_array_index (drawn, i);
      g_autofree char *content = load_picture (name, NULL);

      g_test_message ("%s", name);
      g_assert_true (g_hash_table_contains (used, name));
    }
}

static gboolean
has (const xmlNode *node, const char *name, const char *expected)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  gboolean same = g_strcmp0 ((const char *) value, expected) == 0;

  xmlFree (value);
  return same;
}

/* A colour of its own would not follow the theme; GTK colours only what is filled. */
static gboolean
is_plain_path (const xmlNode *node)
{
  static const char *const allowed[] = { "class", "d", "fill-opacity", NULL };

  if (!g_str_equal ((const char *) node->name, "path") || !xmlHasProp (node, (xmlChar *) "d"))
    return FALSE;
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (!g_strv_contains (allowed, (const char *) attribute->name))
      return FALSE;
  return has (node, "class", NULL) || has (node, "class", "success");
}

static gboolean
is_sound (const char *svg, gsize length)
{
  g_autoptr (xmlDoc) document = xmlReadMemory (
      svg, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlNode *path = root != NULL ? xmlFirstElementChild (root) : NULL;

  if (path == NULL || root->ns == NULL || !g_str_equal ((const char *) root->ns->href, NAMESPACE)
      || !g_str_equal ((const char *) root->name, "svg") || !has (root, "viewBox", "0 0 120 120")
      || !has (root, "fill", NULL) || !has (root, "style", NULL))
    return FALSE;
  for (; path != NULL; path = xmlNextElementSibling (path))
    if (!is_plain_path (path))
      return FALSE;
  return TRUE;
}

static void
test_sound (void)
{
  g_autoptr (GPtrArray) drawn = list_drawn ();

  for (guint i = 0; i < drawn->len; i++)
    {
      const char *name = g_ptr_array_index (drawn, i);
      gsize length = 0;
      g_autofree char *content = load_picture (name, &length);

      g_test_message ("%s", name);
      g_assert_true (is_sound (content, length));
      /* Each shows what works or what moves. */
      g_assert_nonnull (strstr (content, "class=\"success\""));
    }
}

#define SVG(content)                                                                               \
  "<svg xmlns=\"" NAMESPACE "\" viewBox=\"0 0 120 120\">" content "<path d=\"M0 0h9v9Z\"/></svg>"

/* The eye of the test above: what would break in the dark does not escape it. */
static void
test_unsound (void)
{
  static const char *const unsound[] = {
    "",
    "<svg",
    "<svg viewBox=\"0 0 120 120\"><path d=\"M0 0h9v9Z\"/></svg>",
    "<svg xmlns=\"" NAMESPACE "\"><path d=\"M0 0h9v9Z\"/></svg>",
    "<svg xmlns=\"" NAMESPACE "\" viewBox=\"0 0 120 120\"/>",
    "<svg xmlns=\"" NAMESPACE "\" viewBox=\"0 0 120 120\" fill=\"#000\"><path d=\"M0 0Z\"/></svg>",
    SVG ("<path fill=\"black\" d=\"M0 0h9v9Z\"/>"),
    SVG ("<path style=\"fill: black\" d=\"M0 0h9v9Z\"/>"),
    SVG ("<path stroke=\"black\" d=\"M0 0h9v9Z\"/>"),
    SVG ("<path class=\"blue\" d=\"M0 0h9v9Z\"/>"),
    SVG ("<style>path { fill: black }</style>"),
    SVG ("<text>Squat</text>"),
    SVG ("<path/>"),
  };
  const char *sound = SVG ("<path class=\"success\" fill-opacity=\".4\" d=\"M0 0h9v9Z\"/>");

  g_assert_true (is_sound (sound, strlen (sound)));
  for (guint i = 0; i < G_N_ELEMENTS (unsound); i++)
    {
      g_test_message ("%s", unsound[i]);
      g_assert_false (is_sound (unsound[i], strlen (unsound[i])));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/pictures/exercises", test_exercises);
  g_test_add_func ("/guide/pictures/pages", test_pages);
  g_test_add_func ("/guide/pictures/used", test_used);
  g_test_add_func ("/guide/pictures/sound", test_sound);
  g_test_add_func ("/guide/pictures/unsound", test_unsound);
  return g_test_run ();
}
