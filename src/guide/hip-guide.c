// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "hip-guide.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "hip-guide-index.h"
#include "hip-guide-parser.h"
#include "hip-guide-resources.h"

#define RESOURCE_PATH "/org/example/HipLog/guide/"
#define SUFFIX        ".xml"

/* In the resource a picture has the end by which GTK knows what it may colour. */
#define PICTURES_DIR            "pictures"
#define PICTURE_SUFFIX          ".svg"
#define SYMBOLIC_PICTURE_SUFFIX "-symbolic.svg"

struct _HipGuide
{
  GPtrArray *pages;     /* (owned) (element-type HipGuidePage), sorted */
  GHashTable *by_id;    /* (owned) (element-type utf8 HipGuidePage) */
  HipGuideIndex *index; /* (owned) */
};

/* What is known of a page's file until all links have been looked at. */
typedef struct
{
  char *name;       /* (owned) */
  GPtrArray *links; /* (owned) (element-type HipGuideLink) */
} Origin;

G_DEFINE_BOXED_TYPE (HipGuide, hip_guide, hip_guide_ref, hip_guide_unref)
G_DEFINE_QUARK (hip_guide_error, hip_guide_error)

static void
origin_free (gpointer data)
{
  Origin *origin = data;

  g_free (origin->name);
  g_ptr_array_unref (origin->links);
  g_free (origin);
}

static HipGuide *
guide_new (void)
{
  HipGuide *self = g_atomic_rc_box_new0 (HipGuide);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_page_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static gboolean
check_id (HipGuide *self, const HipGuidePage *page, const char *name, GError **error)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *expected = g_strconcat (page->id, SUFFIX, NULL);

  if (!g_str_equal (base, expected))
    g_set_error (error, HIP_GUIDE_ERROR, HIP_GUIDE_ERROR_INVALID,
                 /* Translators: a file, a page of the guide, the file it should be in. */
                 _ ("%1$s:1: The page “%2$s” belongs into a file “%3$s”."), name, page->id,
                 expected);
  else if (g_hash_table_contains (self->by_id, page->id))
    g_set_error (error, HIP_GUIDE_ERROR, HIP_GUIDE_ERROR_LINK,
                 /* Translators: a file, a page of the guide. */
                 _ ("%1$s:1: There are two pages “%2$s”."), name, page->id);
  else
    return TRUE;
  return FALSE;
}

static gboolean
add_page (HipGuide *self, GPtrArray *origins, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(HipGuidePage) page = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  Origin *origin;

  page = hip_guide_parse (data != NULL ? data : "", length, name, g_get_language_names (), &links,
                          error);
  if (page == NULL || !check_id (self, page, name, error))
    return FALSE;
  origin = g_new0 (Origin, 1);
  origin->name = g_strdup (name);
  origin->links = g_steal_pointer (&links);
  g_ptr_array_add (origins, origin);
  g_hash_table_insert (self->by_id, page->id, page);
  g_ptr_array_add (self->pages, g_steal_pointer (&page));
  return TRUE;
}

static gboolean
check_link (HipGuide *self,
            GHashTable *pictures,
            const char *name,
            const HipGuideLink *link,
            GError **error)
{
  if (link->page != NULL && !g_hash_table_contains (self->by_id, link->page))
    g_set_error (error, HIP_GUIDE_ERROR, HIP_GUIDE_ERROR_LINK,
                 /* Translators: a file, a line, a page of the guide. */
                 _ ("%1$s:%2$ld: There is no page “%3$s” to link to."), name, link->line,
                 link->page);
  else if (link->picture != NULL && !g_hash_table_contains (pictures, link->picture))
    g_set_error (error, HIP_GUIDE_ERROR, HIP_GUIDE_ERROR_LINK,
                 /* Translators: a file, a line, the name of a picture. */
                 _ ("%1$s:%2$ld: There is no picture “%3$s”."), name, link->line, link->picture);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_links (HipGuide *self, GHashTable *pictures, GPtrArray *origins, GError **error)
{
  for (guint i = 0; i < origins->len; i++)
    {
      const Origin *origin = g_ptr_array_index (origins, i);

      for (guint j = 0; j < origin->links->len; j++)
        if (!check_link (self, pictures, origin->name, g_ptr_array_index (origin->links, j), error))
          return FALSE;
    }
  return TRUE;
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const HipGuidePage *x = a;
  const HipGuidePage *y = b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return g_utf8_collate (x->title, y->title);
}

static gboolean
finish (HipGuide *self, GHashTable *pictures, GPtrArray *origins, GError **error)
{
  if (!check_links (self, pictures, origins, error))
    return FALSE;
  g_ptr_array_sort_values (self->pages, compare_pages);
  self->index = hip_guide_index_new (self->pages);
  return TRUE;
}

/* Sorted, so that the first error is always the same one. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static void
add_picture (GHashTable *pictures, const char *name, const char *suffix)
{
  if (g_str_has_suffix (name, suffix))
    g_hash_table_add (pictures, g_strndup (name, strlen (name) - strlen (suffix)));
}

static GHashTable *
pictures_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* A guide needs no pictures; then there is no folder of them. */
static GHashTable *
list_pictures (const char *path)
{
  g_autofree char *pictures_path = g_build_filename (path, PICTURES_DIR, NULL);
  g_autoptr(GDir) dir = g_dir_open (pictures_path, 0, NULL);
  GHashTable *pictures = pictures_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    add_picture (pictures, name, PICTURE_SUFFIX);
  return pictures;
}

static GHashTable *
list_resource_pictures (GResource *resource)
{
  g_auto(GStrv) names =
             g_resource_enumerate_children (resource, RESOURCE_PATH PICTURES_DIR "/", 0, NULL);
  GHashTable *pictures = pictures_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add_picture (pictures, names[i], SYMBOLIC_PICTURE_SUFFIX);
  return pictures;
}

static GPtrArray *
list_dir (const char *path, GError **error)
{
  g_autoptr(GPtrArray) names = NULL;
  g_autoptr(GDir) dir = g_dir_open (path, 0, error);
  const char *name;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort_values (names, compare_names);
  return g_steal_pointer (&names);
}

/**
 * hip_guide_load_dir:
 * @path: a folder of pages, each named after its id, with their pictures in "pictures"
 * @error: return location for an error
 *
 * Reads a guide from files. Every page has to be sound, every link to lead to a page and every
 * picture to be there; the message of an error begins with the file's name and the line.
 *
 * Returns: (transfer full) (nullable): a guide, in the session's language
 */
HipGuide *
hip_guide_load_dir (const char *path, GError **error)
{
  g_autoptr(HipGuide) self = guide_new ();
  g_autoptr(GPtrArray) origins = g_ptr_array_new_with_free_func (origin_free);
  g_autoptr(GHashTable) pictures = NULL;
  g_autoptr(GPtrArray) names = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  pictures = list_pictures (path);
  names = list_dir (path, error);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *data = NULL;
      gsize length = 0;

      if (!g_file_get_contents (name, &data, &length, error))
        return NULL;
      bytes = g_bytes_new_take (g_steal_pointer (&data), length);
      if (!add_page (self, origins, bytes, name, error))
        return NULL;
    }
  return names != NULL && finish (self, pictures, origins, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * hip_guide_load_resource:
 * @error: return location for an error
 *
 * Reads the built-in guide anew, for instance after a change of language.
 *
 * Returns: (transfer full) (nullable): a guide, in the session's language
 */
HipGuide *
hip_guide_load_resource (GError **error)
{
  /* Naming the resource also keeps the linker from leaving it out of the static library. */
  GResource *resource = hip_guide_get_resource ();
  g_autoptr(HipGuide) self = guide_new ();
  g_autoptr(GPtrArray) origins = g_ptr_array_new_with_free_func (origin_free);
  g_autoptr(GHashTable) pictures = list_resource_pictures (resource);
  g_auto(GStrv) names = g_resource_enumerate_children (resource, RESOURCE_PATH, 0, error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_PATH, names[i], NULL);
      g_autoptr(GBytes) bytes = NULL;

      if (!g_str_has_suffix (names[i], SUFFIX))
        continue;
      bytes = g_resource_lookup_data (resource, path, 0, error);
      if (bytes == NULL || !add_page (self, origins, bytes, names[i], error))
        return NULL;
    }
  return names != NULL && finish (self, pictures, origins, error) ? g_steal_pointer (&self) : NULL;
}

static HipGuide *
load_or_empty (void)
{
  g_autoptr(GError) error = NULL;
  HipGuide *guide = hip_guide_load_resource (&error);

  if (guide != NULL)
    return guide;
  /* The tests read every page in every language; should one slip through, the log still works. */
  g_critical ("The built-in guide cannot be read: %s", error->message);
  guide = guide_new ();
  guide->index = hip_guide_index_new (guide->pages);
  return guide;
}

/**
 * hip_guide_get_default:
 *
 * Gets the built-in guide. It is read at the first call and kept for the life of the program.
 *
 * Returns: (transfer none): the guide, in the language the session had then
 */
HipGuide *
hip_guide_get_default (void)
{
  static HipGuide *guide = NULL;

  if (g_once_init_enter_pointer (&guide))
    g_once_init_leave_pointer (&guide, load_or_empty ());
  return guide;
}

/**
 * hip_guide_ref:
 * @self: a guide
 *
 * Adds a reference.
 *
 * Returns: (transfer full): @self
 */
HipGuide *
hip_guide_ref (HipGuide *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
guide_clear (gpointer data)
{
  HipGuide *self = data;

  g_clear_pointer (&self->index, hip_guide_index_free);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->pages);
}

/**
 * hip_guide_unref:
 * @self: (transfer full): a guide
 *
 * Drops a reference.
 */
void
hip_guide_unref (HipGuide *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, guide_clear);
}

/**
 * hip_guide_get_n_pages:
 * @self: a guide
 *
 * Counts the pages.
 *
 * Returns: how many pages there are
 */
guint
hip_guide_get_n_pages (const HipGuide *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * hip_guide_get_page:
 * @self: a guide
 * @i: a place, below [method@Guide.get_n_pages]
 *
 * Gets a page; they are sorted by kind, then by title.
 *
 * Returns: (transfer none): the page
 */
HipGuidePage *
hip_guide_get_page (const HipGuide *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, i);
}

/**
 * hip_guide_lookup:
 * @self: a guide
 * @id: a page's id, with or without the scheme "hiplog:"
 *
 * Looks for a page by its id.
 *
 * Returns: (transfer none) (nullable): the page, %NULL if there is none
 */
HipGuidePage *
hip_guide_lookup (const HipGuide *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  if (g_str_has_prefix (id, HIP_GUIDE_SCHEME))
    id += strlen (HIP_GUIDE_SCHEME);
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * hip_guide_search:
 * @self: a guide
 * @query: words as the reader types them
 *
 * Searches titles, keywords, symptoms and text, by beginnings of words; case and accents do not
 * matter, and rare words count more than common ones.
 *
 * Returns: (transfer full) (element-type HipGuidePage): pages, best first
 */
GPtrArray *
hip_guide_search (const HipGuide *self, const char *query)
{
  g_return_val_if_fail (self != NULL && query != NULL, NULL);

  return hip_guide_index_search (self->index, query);
}

/**
 * hip_guide_get_back_links:
 * @self: a guide
 * @id: a page's id
 *
 * Lists the pages that refer to a page.
 *
 * Returns: (transfer full) (element-type HipGuidePage): pages, in the guide's order
 */
GPtrArray *
hip_guide_get_back_links (const HipGuide *self, const char *id)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) hip_guide_page_unref);

  g_return_val_if_fail (self != NULL && id != NULL, pages);

  for (guint i = 0; i < self->pages->len; i++)
    {
      HipGuidePage *page = g_ptr_array_index (self->pages, i);
      g_autoptr(GPtrArray) links = hip_guide_page_get_links (page);

      if (!g_str_equal (page->id, id)
          && g_ptr_array_find_with_equal_func (links, id, g_str_equal, NULL))
        g_ptr_array_add (pages, hip_guide_page_ref (page));
    }
  return pages;
}

/**
 * hip_guide_picture_to_uri:
 * @picture: the name of a picture, as a step has it
 *
 * Gets where a built-in picture is. It is a square SVG that GTK draws in the colours of text and
 * accent, as a symbolic icon.
 *
 * Returns: (transfer full): the address of a resource
 */
char *
hip_guide_picture_to_uri (const char *picture)
{
  g_return_val_if_fail (picture != NULL, NULL);

  return g_strconcat ("resource://" RESOURCE_PATH PICTURES_DIR "/", picture,
                      SYMBOLIC_PICTURE_SUFFIX, NULL);
}
